"""A provider asks, we answer: taken in, under investigation, or refused. Granting is in `honoreer`.

At most one "under investigation", as the first answer, then at most one refusal; never a refusal after the order (TR359, TR360, TR365).
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.core.workflow import Stap, StapNietMogelijk, Workflow
from wijkspil.inwoners.models import Inwoner
from wijkspil.regels import wmo
from wijkspil.toegang.models import Hulpvraag
from wijkspil.toegang.models import Stap as Vraagstap

from ..models import Aanbiederverzoek, Toewijzing
from ..redenen import RedenAfwijzing

WIE = (Rol.BACKOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
S = Aanbiederverzoek.Status
VERZOEK = Workflow(
    begin=S.ONTVANGEN,
    veld="status",
    einde=(S.GEHONOREERD, S.AFGEWEZEN),
    stappen=(
        Stap("zet_in_onderzoek", [S.ONTVANGEN], S.IN_ONDERZOEK, "iWmo 3.2 TR360"),
        Stap("wijs_af", [S.ONTVANGEN, S.IN_ONDERZOEK], S.AFGEWEZEN, "iWmo 3.2 TR365"),
        Stap("ken_toe", [S.ONTVANGEN, S.IN_ONDERZOEK], S.GEHONOREERD, "iWmo 3.2 OP344"),
    ),
)


class VerzoekKanNiet(ValueError):
    """This answer isn't possible; the message says why and what is."""


def ontvang_verzoek(
    aanbieder: Aanbieder,
    *,
    soort: str,
    referentie: str,
    bsn: str,
    dagtekening: date,
    inhoud: dict[str, Any],
    met_bericht: bool,
    door: Door,
) -> Aanbiederverzoek:
    """Take in one request: a product of a 315, or a 317 as a whole. About five queries.

    Args:
        inhoud: what is asked by the names of the standard, plain values (days as YYYY-MM-DD).

    Raises:
        VerzoekKanNiet: the reference was used before (TR347).
    """
    if door.soort is Soort.AANBIEDER and door.aanbieder_id != aanbieder.pk:
        raise GeenRecht("Een verzoek kan alleen voor de eigen organisatie.")
    if Aanbiederverzoek.objects.filter(aanbieder=aanbieder, referentie=referentie).exists():
        raise VerzoekKanNiet(_("Deze referentie is al gebruikt voor een eerder verzoek. Kies een andere."))
    inwoner = Inwoner.objects.filter(bsn=bsn).first() if bsn else None
    with handeling("verzoek.ontvangen", door=door, doel="verzoek ontvangen") as h:
        verzoek = Aanbiederverzoek(
            aanbieder=aanbieder,
            inwoner=inwoner,
            bsn="" if inwoner else bsn,
            hulpvraag=_vraag_van(inwoner, aanbieder),
            soort=soort,
            referentie=referentie,
            dagtekening=dagtekening,
            ontvangen_op=h.moment,
            uiterlijk=wmo.berichttermijn("319", h.dag).laatste_dag,
            inhoud=inhoud,
            met_bericht=met_bericht,
        )
        h.maak(verzoek)
        meld(h, verzoek)
    return verzoek


def _vraag_van(inwoner: Inwoner | None, aanbieder: Aanbieder) -> Hulpvraag | None:
    """The file that it is about: of the newest order with this provider, else the newest open question."""
    if inwoner is None:
        return None
    t = (
        Toewijzing.objects.filter(inwoner=inwoner, aanbieder=aanbieder)
        .select_related("hulpvraag")
        .order_by("-toegewezen_op", "-nummer")
        .first()
    )
    if t is not None:
        return t.hulpvraag
    vragen = Hulpvraag.objects.filter(inwoner=inwoner).exclude(stap=Vraagstap.AFGESLOTEN)
    return vragen.order_by("-gemaakt_op").first()


def zet_in_onderzoek(verzoek: Aanbiederverzoek, *, toelichting: str = "", door: Door) -> Aanbiederverzoek:
    """Tell the provider that it takes longer: an answer within eight weeks after the date of the request.

    Raises:
        VerzoekKanNiet: it was answered before.
    """
    door.eis(*WIE, om_te="een verzoek beantwoorden")
    zet(verzoek, "zet_in_onderzoek")
    with handeling("verzoek.in_onderzoek", door=door, doel="verzoek beantwoorden") as h:
        verzoek.uiterlijk = wmo.berichttermijn("onderzoek", verzoek.dagtekening).laatste_dag
        verzoek.toelichting = toelichting.strip()
        h.bewaar(verzoek, "status", "uiterlijk", "toelichting")
        meld(h, verzoek)
        h.meld(uiterlijk=f"{verzoek.uiterlijk:%d-%m-%Y}")
    return verzoek


def wijs_verzoek_af(
    verzoek: Aanbiederverzoek, *, reden: str, toelichting: str = "", door: Door
) -> Aanbiederverzoek:
    """Refuse, with a reason of list WJ759; nothing changes in what runs.

    Raises:
        VerzoekKanNiet: it was answered for good before.
    """
    door.eis(*WIE, om_te="een verzoek beantwoorden")
    reden_tekst = str(RedenAfwijzing(reden).label)
    zet(verzoek, "wijs_af")
    with handeling("verzoek.afgewezen", door=door, doel="verzoek beantwoorden") as h:
        verzoek.reden_afwijzing, verzoek.beslist_op = reden, h.dag
        verzoek.toelichting = toelichting.strip() or verzoek.toelichting
        h.bewaar(verzoek, "status", "reden_afwijzing", "beslist_op", "toelichting")
        meld(h, verzoek)
        h.meld(reden=reden, reden_tekst=reden_tekst.lower(), dagen=(h.dag - verzoek.dagtekening).days)
    return verzoek


def zet(verzoek: Aanbiederverzoek, handeling_: str) -> None:
    """Move a request along, or say in plain words why that can't be."""
    try:
        VERZOEK.zet(verzoek, handeling_)
    except StapNietMogelijk as fout:
        raise VerzoekKanNiet(
            _("Dit verzoek is al beantwoord (%(stand)s). De aanbieder kan een nieuw verzoek sturen.")
            % {"stand": verzoek.get_status_display()}
            if not verzoek.is_open
            else _("Dit verzoek is al in onderzoek. Wat nu nog kan: toekennen of afwijzen.")
        ) from fout


def meld(h: Handeling, verzoek: Aanbiederverzoek) -> None:
    h.over(verzoek, dossier=verzoek.hulpvraag)
    h.meld(
        verzoek=str(verzoek.pk),
        soort=verzoek.soort,
        wat=omschrijving(verzoek),
        aanbieder=str(verzoek.aanbieder_id),
        aanbieder_naam=verzoek.aanbieder.naam,
        met_bericht=verzoek.met_bericht,
    )


def omschrijving(verzoek: Aanbiederverzoek) -> str:
    """What is asked in a few words, without a person."""
    if verzoek.soort == Aanbiederverzoek.Soort.WIJZIGING:
        return _("wijziging van de hulp")
    code = (verzoek.inhoud.get("Product") or {}).get("Code", "")
    product = Product.objects.filter(code=code).first() if code else None
    return product.naam if product else _("nieuwe hulp")
