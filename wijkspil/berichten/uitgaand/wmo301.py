"""WMO301: the assignments of one client with one provider. All that are valid, and all that changed since the last one (OP087)."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from wijkspil.core.uitbox import NietTeVerwerken
from wijkspil.inwoners.models import Inwoner
from wijkspil.ondersteuning.models import Aanbiederverzoek, Toewijzing

PER_WEEK = "2"
BRP, CORRESPONDENTIE = "01", "02"
_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_HUIS = re.compile(r"\s*(\d{1,5})\s*([A-Za-z]?)\s*[-/ ]?\s*([A-Za-z0-9]{0,4})\s*$")


def te_melden(inwoner_id: UUID, aanbieder_id: UUID, dag: date) -> list[Toewijzing]:
    """The assignments that belong in a message on a day; empty when the provider knows everything already. One query, which locks them.

    An order that was deleted before it was ever sent counts as never given.
    """
    alle = list(
        Toewijzing.objects.filter(inwoner_id=inwoner_id, aanbieder_id=aanbieder_id, met_berichten=True)
        .filter(Q(einde__isnull=True) | Q(einde__gte=dag) | Q(versie__gt=F("verzonden_versie")))
        .exclude(status=Toewijzing.Status.VERWIJDERD, verzonden_versie=0)
        .exclude(Q(status=Toewijzing.Status.VERWIJDERD) & Q(verzonden_versie=F("versie")))
        .select_related("inwoner", "aanbieder", "product")
        .select_for_update(of=("self",))  # two outbox rows of one client wait for each other
        .order_by("nummer")
    )
    return alle if any(t.versie > t.verzonden_versie for t in alle) else []


def te_noemen(inwoner_id: UUID, aanbieder_id: UUID) -> list[Aanbiederverzoek]:
    """The granted requests that no 301 has named yet. One query."""
    return list(
        Aanbiederverzoek.objects.filter(
            inwoner_id=inwoner_id,
            aanbieder_id=aanbieder_id,
            status=Aanbiederverzoek.Status.GEHONOREERD,
            met_bericht=True,
            antwoord="",
        ).order_by("beslist_op", "ontvangen_op")
    )


def referenties(toewijzingen: Sequence[Toewijzing], verzoeken: Sequence[Aanbiederverzoek]) -> dict[UUID, str]:
    """Per order the reference that it carries: of a 317 all of them (IV093), of a 315 only its own (IV094), later none (IV097)."""
    per_verzoek = {v.pk: v.referentie for v in verzoeken}
    geheel = next((v.referentie for v in verzoeken if v.soort == Aanbiederverzoek.Soort.WIJZIGING), None)
    if geheel is not None:
        return {t.pk: geheel for t in toewijzingen}
    return {t.pk: per_verzoek[t.verzoek_id] for t in toewijzingen if t.verzoek_id in per_verzoek}


def inhoud(toewijzingen: Sequence[Toewijzing], verzoeken: Sequence[Aanbiederverzoek] = ()) -> dict[str, Any]:
    """The client with the assignments, as `standaard.bouw` takes them (without Header).

    Raises:
        NietTeVerwerken: something is missing that a provider can't do without; the message says what to fill in.
    """
    inwoner = toewijzingen[0].inwoner
    if not inwoner.bsn:
        raise NietTeVerwerken(
            "Van deze inwoner is geen BSN bekend, en zonder BSN kan de opdracht niet als bericht. "
            "Vul het BSN in bij de inwoner, of spreek met de aanbieder een andere weg af."
        )
    genoemd = referenties(toewijzingen, verzoeken)
    return {
        "Client": {
            "Bsn": inwoner.bsn,
            "Geboortedatum": _geboren(inwoner.geboortedatum),
            "Geslacht": inwoner.geslacht,
            "Naam": _naam(inwoner),
            "Contactgegevens": {"Contact": [_contact(inwoner)]},
            "ToegewezenProducten": {
                "ToegewezenProduct": [_product(t, genoemd.get(t.pk)) for t in toewijzingen]
            },
        }
    }


def _product(t: Toewijzing, referentie: str | None) -> dict[str, Any]:
    if t.frequentie == PER_WEEK and t.einde is None:
        raise NietTeVerwerken(
            "Een opdracht per week heeft in een bericht een einddatum nodig. Zet die bij de opdracht."
        )
    moment = timezone.localtime(t.toegewezen_op)
    gewijzigd = 0 < t.verzonden_versie < t.versie  # new or unchanged carries no reason (IV099)
    return {
        "ToewijzingNummer": t.nummer,
        "ReferentieAanbieder": referentie,
        "Product": {"Categorie": t.product.categorie, "Code": t.product.code},
        "Toewijzingsdatum": moment.date(),
        "Toewijzingstijd": moment.time().replace(tzinfo=None),
        "Ingangsdatum": t.ingang,
        "Einddatum": t.einde,
        "RedenWijziging": t.reden_wijziging if gewijzigd else None,
        "Omvang": {"Volume": t.volume, "Eenheid": t.eenheid, "Frequentie": t.frequentie},
        "Commentaar": f"Trap: {t.trap}" if t.trap != "standaard" else None,
    }


def _geboren(dag: date | None) -> dict[str, Any]:
    return {"Datum": dag} if dag else {"Datum": date(1900, 1, 1), "DatumGebruik": "3"}


def _naam(inwoner: Inwoner) -> dict[str, Any]:
    letters = "".join(re.findall(r"[a-zA-ZÀ-ỳ]", inwoner.voorletters))[:6]
    return {
        "Geslachtsnaam": {"Achternaam": inwoner.achternaam, "Voorvoegsel": inwoner.voorvoegsel[:10] or None},
        "Voornamen": inwoner.voornamen or inwoner.roepnaam or None,
        "Voorletters": letters or None,
        "NaamGebruik": "1",
    }


def _contact(inwoner: Inwoner) -> dict[str, Any]:
    """Phone and address; of a protected address (A6) only the phone. One of the two must be there (TR006).

    An address of kind 01 needs its postcode (CD034), so without an address the phone goes under 02.
    """
    contact: dict[str, Any] = {"Soort": CORRESPONDENTIE}
    nummer = re.sub(r"[^0-9]", "", inwoner.telefoon)
    if nummer:
        contact["Telefoon"] = {"Telefoon01": {"Telefoonnummer": nummer[:15], "Landnummer": "31"}}
    huis = None if inwoner.geheim_adres else _HUIS.fullmatch(inwoner.huisnummer)
    postcode = inwoner.postcode.replace(" ", "").upper()
    if huis is not None and _POSTCODE.fullmatch(postcode):
        contact["Soort"] = BRP
        contact["Adres"] = {
            "Huis": {
                "Huisnummer": int(huis[1]),
                "Huisletter": huis[2] or None,
                "HuisnummerToevoeging": huis[3] or None,
            },
            "Postcode": postcode,
            "Straatnaam": inwoner.straat[:24] or None,
            "Plaatsnaam": inwoner.woonplaats or None,
            "LandCode": "NL",
        }
    if len(contact) == 1:
        raise NietTeVerwerken(
            "De aanbieder kan deze inwoner niet bereiken: er is geen telefoonnummer en geen (openbaar) adres. "
            "Vul een telefoonnummer in bij de inwoner."
        )
    return contact
