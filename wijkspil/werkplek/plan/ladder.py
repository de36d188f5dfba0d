"""The ladder as a page shows it: columns from own strength to tailor-made, and cards on them. No queries."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels.bedragen import Eenheid
from wijkspil.regels.ladder import Deel, Trede, deel_van
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.werkwijzen.werkwijze import Werkwijze

Status = Arrangementregel.Status
UIT_DE_BUURT = frozenset(Aanbod.Soort.values)


def kolommen(
    regels: Sequence[Arrangementregel], werkwijze: Werkwijze, *, open_: bool
) -> list[dict[str, Any]]:
    """One column per rung. An empty rung below tailor-made asks its one friendly question once there is tailor-made (H7)."""
    met_maatwerk = any(regel.trede == Trede.MAATWERK for regel in regels)
    return [
        {
            "code": trede.value,
            "nummer": trede.nummer,
            "naam": werkwijze.trede_label(trede.value),
            "kaarten": (kaarten := [kaart(r, open_=open_) for r in regels if r.trede == trede]),
            "vraag": trede.vraag if met_maatwerk and not kaarten and trede < Trede.MAATWERK else "",
            "uitleg": trede.uitleg,
            "uit_de_buurt": trede.value in UIT_DE_BUURT,
        }
        for trede in Trede
    ]


def delen(
    regels: Sequence[Arrangementregel], werkwijze: Werkwijze, *, taken: Mapping[UUID, int]
) -> list[dict[str, Any]]:
    """The plan in four parts, from own to second line; an empty part says so (O7)."""
    return [
        {
            "code": deel.value,
            "naam": deel.label,
            "uitleg": deel.uitleg,
            "regels": [
                {
                    "regel": regel,
                    "trede": werkwijze.trede_label(regel.trede),
                    "hoe_vaak": hoe_vaak(regel),
                    "taken": taken.get(regel.pk, 0),
                    "eigen_traject": regel.trede == Trede.EIGEN_TRAJECT,
                    "ruimte": regel.band_van is not None and regel.status in (Status.VAST, Status.LOOPT),
                }
                for regel in regels
                if deel_van(regel.trede) is deel
            ],
        }
        for deel in Deel
    ]


def kaart(regel: Arrangementregel, *, open_: bool) -> dict[str, Any]:
    """One card: what, who, how often, until when, at what cost."""
    return {
        "id": regel.pk,
        "rev": regel.rev,
        "trede": regel.trede,
        "wat": regel.wat,
        "wie": regel.wie,
        "hoe_vaak": hoe_vaak(regel),
        "tot": regel.tot,
        "doel": regel.doel.tekst if regel.doel else "",
        "kosten": kosten(regel),
        "mist": _mist(regel),
        "status": "" if regel.status == Status.VOORSTEL else regel.get_status_display(),
        "loopt": regel.status == Status.LOOPT,
        # A product has its own rung; free help may go wherever it fits.
        "te_verplaatsen": open_ and regel.product_id is None and regel.status != Status.LOOPT,
        "te_wijzigen": open_,
        "weg_te_halen": open_ and regel.status != Status.LOOPT,
    }


def hoe_vaak(regel: Arrangementregel) -> str:
    """How often, in words: "3 keer per week", "4 dagdelen per week", or the level of a monthly result."""
    periode = regel.get_frequentie_display()
    if regel.product is not None and regel.eenheid in ("", Eenheid.STUKS_OUTPUT):
        return regel.trap
    n = regel.volume
    woorden = {
        Eenheid.MINUUT: ngettext("%(n)d minuut", "%(n)d minuten", n),
        Eenheid.UUR: ngettext("%(n)d uur", "%(n)d uur", n),
        Eenheid.ETMAAL: ngettext("%(n)d etmaal", "%(n)d etmalen", n),
        Eenheid.DAGDEEL: ngettext("%(n)d dagdeel", "%(n)d dagdelen", n),
    }
    hoeveel = woorden.get(regel.eenheid, ngettext("%(n)d keer", "%(n)d keer", n)) % {"n": n}  # type: ignore[call-overload]
    if regel.frequentie == Arrangementregel.Periode.EENMALIG:
        return _("eenmalig") if n == 1 else hoeveel
    return f"{hoeveel} {periode}"


def kosten(regel: Arrangementregel) -> dict[str, Any]:
    """The price of a card: an amount in cents with a word, or only a word."""
    soort = Arrangementregel.Kosten
    woord = {
        soort.GRATIS: _("gratis"),
        soort.MAAND: _("per maand"),
        soort.EENMALIG: _("eenmalig"),
        soort.VASTE_SOM: _("uit de vaste som"),
        soort.ONBEKEND: _("kosten nog niet bekend"),
    }[soort(regel.kostensoort)]
    cent = {soort.MAAND: regel.maand_cent, soort.EENMALIG: regel.kosten_cent * regel.volume}.get(
        soort(regel.kostensoort)
    )
    return {"cent": cent, "woord": woord, "stil": regel.kostensoort in (soort.ONBEKEND, soort.VASTE_SOM)}


def _mist(regel: Arrangementregel) -> str:
    if regel.trede == Trede.MAATWERK and not regel.resultaat.strip():
        return _("resultaat invullen")
    if regel.product_id and regel.trede == Trede.MAATWERK and regel.aanbieder_id is None:
        return _("aanbieder kiezen")
    if regel.product_id and not regel.duur_reden:
        return _("duur nog zonder reden")
    return ""


def tredekeuzes(werkwijze: Werkwijze) -> list[tuple[str, str]]:
    """The rungs for free help: tailor-made always begins with a product."""
    return [
        (trede.value, werkwijze.trede_label(trede.value)) for trede in Trede if trede is not Trede.MAATWERK
    ]
