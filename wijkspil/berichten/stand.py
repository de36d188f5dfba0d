"""What we know when a message comes in, out of the database, in the shape that the rules across messages take (levels 3 and 4).

Only what the sender can know too: a message may not be rejected on facts that he can't see (OP095). A request is held against the
orders that were sent to him or that he names; a start or a stop against all of his.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import yaml
from django.db.models import Q

from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.core import klok
from wijkspil.ondersteuning.models import Aanbiederverzoek, Levering
from wijkspil.ondersteuning.models import Toewijzing as Rij

from .standaard.over_berichten import Stand, Start, Stop, Toewijzing, Verzoek
from .standaard.over_berichten import beoordeel as toets
from .standaard.regels.register import Bevinding
from .standaard.register import DATA

VERZOEKEN = frozenset({"WMO315", "WMO317"})
LEVERINGEN = frozenset({"WMO305", "WMO307"})
TIJDELIJK = "20"


def beoordeel(soort: str, inhoud: Mapping[str, Any], aanbieder: Aanbieder) -> tuple[Bevinding, ...]:
    """Every rule of levels 3 and 4 that this message breaks. Of a claim only the header: its lines are judged one by one.

    At most four queries, however long the message.
    """
    if soort in VERZOEKEN | LEVERINGEN:
        bevindingen = toets(soort, inhoud, _stand(soort, inhoud["Client"], aanbieder)).bevindingen
    else:
        bevindingen = toets(
            soort, {"Header": inhoud["Header"]}, Stand(klok.vandaag(), gemeenten=gemeenten())
        ).bevindingen
    return bevindingen


def _stand(soort: str, client: Mapping[str, Any], aanbieder: Aanbieder) -> Stand:
    van_client = Rij.objects.filter(aanbieder=aanbieder, inwoner__bsn=client["Bsn"])
    if (
        soort in VERZOEKEN
    ):  # what was not sent yet can't be missing (TR349), but who reads it in the portal can name it
        van_client = van_client.filter(Q(verzonden_versie__gt=0) | Q(nummer__in=_nummers(client)))
    rijen = list(van_client.select_related("product").order_by("nummer"))
    stand = Stand(
        klok.vandaag(),
        toewijzingen={t.nummer: als_toewijzing(t, client["Bsn"]) for t in rijen},
        gemeenten=gemeenten(),
        productcodes=productcodes(),
    )
    if soort in VERZOEKEN:
        return stand.met(verzoeken=_verzoeken(client, aanbieder))
    starts, stops = _leveringen(rijen)
    return stand.met(starts=tuple(starts), stops=tuple(stops))


def als_toewijzing(t: Rij, bsn: str) -> Toewijzing:
    """An order as the rules see it. Our orders always name a product and an extent, never a budget."""
    return Toewijzing(
        nummer=t.nummer,
        bsn=bsn,
        ingang=t.ingang,
        einde=t.einde,
        categorie=t.product.categorie,
        code=t.product.code,
        volume=t.volume,
        eenheid=t.eenheid,
        frequentie=t.frequentie,
        verwijderd=t.status == Rij.Status.VERWIJDERD,
    )


def _leveringen(rijen: Iterable[Rij]) -> tuple[list[Start], list[Stop]]:
    bij = {t.pk: t for t in rijen}
    starts, stops = [], []
    for levering in Levering.objects.filter(toewijzing__in=list(bij)).order_by("gestart_op"):
        t = bij[levering.toewijzing_id]
        sleutel = (t.nummer, levering.gestart_op, t.product.categorie, t.product.code)
        starts.append(Start(*sleutel))
        if levering.tijdelijk_op is not None:
            stops.append(Stop(*sleutel, reden=TIJDELIJK, einde=levering.tijdelijk_op))
        if levering.gestopt_op is not None:
            stops.append(Stop(*sleutel, reden=levering.reden_einde, einde=levering.gestopt_op))
    return starts, stops


def _verzoeken(client: Mapping[str, Any], aanbieder: Aanbieder) -> dict[str, Verzoek]:
    """The requests of this client, and those that use a reference of this message already."""
    van_client = Q(inwoner__bsn=client["Bsn"]) | Q(bsn=client["Bsn"])
    rijen = Aanbiederverzoek.objects.filter(
        van_client | Q(referentie__in=_genoemd(client)), aanbieder=aanbieder
    ).select_related("inwoner")
    return {v.referentie: als_verzoek(v) for v in rijen.order_by("ontvangen_op")}


def als_verzoek(v: Aanbiederverzoek) -> Verzoek:
    S = Aanbiederverzoek.Status
    antwoorden = {S.IN_ONDERZOEK: ("2",), S.AFGEWEZEN: ("1",)}.get(S(v.status), ())
    bsn = v.bsn if v.inwoner is None else v.inwoner.bsn or ""
    return Verzoek(v.referentie, bsn, gehonoreerd=v.status == S.GEHONOREERD, antwoorden=antwoorden)


def _genoemd(client: Mapping[str, Any]) -> list[str]:
    gevraagd = (client.get("AangevraagdeProducten") or {}).get("AangevraagdProduct", ())
    heel = client.get("Verzoek")
    return [deel["ReferentieAanbieder"] for deel in (*gevraagd, *([heel] if heel else []))]


def _nummers(client: Mapping[str, Any]) -> list[int]:
    """The orders that a 317 names."""
    heel = client.get("Verzoek") or {}
    houders = (("OngewijzigdeProducten", "OngewijzigdProduct"), ("TeWijzigenProducten", "TeWijzigenProduct"))
    return [
        deel["ToewijzingNummer"]
        for houder, klasse in houders
        for deel in (heel.get(houder) or {}).get(klasse, ())
    ]


@cache
def gemeenten() -> frozenset[str]:
    """Every municipality by its CBS code (TR378)."""
    inhoud = yaml.safe_load((DATA / "cbs-gemeenten.yaml").read_text(encoding="utf-8"))
    return frozenset(inhoud["codes"])


def productcodes() -> dict[str, frozenset[str]]:
    """Per category the codes that this municipality uses (TR381: "the list that is used" is its own, IV075). One query."""
    per_categorie: dict[str, set[str]] = {}
    for categorie, code in Product.objects.values_list("categorie", "code"):
        per_categorie.setdefault(categorie, set()).add(code)
    return {categorie: frozenset(codes) for categorie, codes in per_categorie.items()}
