"""Years ahead in a sentence, two pictures and a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from wijkspil.sturing.grafiek_stijl import getal
from wijkspil.sturing.grafieken import lijngrafiek
from wijkspil.sturing.vooruit.scenario import OVERIG, Jaar, Nu

from .tonen_vraag import _cellen, _koppen

NAMEN: dict[str, str | Promise] = {
    "gelijk": __("Alles blijft gelijk"),
    "ouder": __("Alleen meer ouderen"),
    "prijs": __("Meer ouderen, hulp in huis 40% duurder"),
    "tarief": __("Meer ouderen, 20% meer hulp in huis"),
    "keuze": __("Uw keuze"),
}


KORT: dict[str, str | Promise] = {
    "gelijk": __("gelijk"),
    "ouder": __("meer ouderen"),
    "prijs": __("en 40% duurder"),
    "tarief": __("en 20% instroom"),
    "keuze": __("uw keuze"),
}
"""The names at the end of a line, where there is little room."""


def alles(
    gespeeld: Mapping[str, Sequence[Jaar]], nu: Sequence[Nu], producten: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "zin": zin(gespeeld),
        "mensen": _lijn(gespeeld, _("Hulp die loopt"), _("aantal"), lambda j: j.loopt),
        "geld": _lijn(
            gespeeld,
            _("Kosten per jaar"),
            _("duizend euro"),
            lambda j: None if j.cent is None else j.cent / 100_000,
        ),
        "tabel": _tabel(gespeeld),
        "nu": {
            "koppen": _koppen(_("Product"), _("Loopt"), _("Kwam erbij"), _("Ging eraf"), _("Per maand")),
            "rijen": [
                _cellen(
                    _("overige producten samen")
                    if n.product == OVERIG
                    else producten.get(n.product, n.product),
                    getal(n.loopt),
                    getal(n.erbij),
                    getal(n.eraf),
                    _("niet bekend") if n.maand_cent is None else f"€ {getal(n.maand_cent / 100)}",
                )
                for n in nu
            ],
        },
    }


def zin(gespeeld: Mapping[str, Sequence[Jaar]]) -> str:
    """What stands out: how many more, and what it costs beside nothing changing."""
    welke = "keuze" if "keuze" in gespeeld else "ouder"
    laatste, gelijk = gespeeld[welke][-1], gespeeld["gelijk"][-1]
    begin = gespeeld[welke][0].loopt
    return _(
        "“%(wat)s”: over %(jaren)s jaar loopt er %(n)s keer hulp, nu %(nu)s. Dat jaar kost dan ongeveer %(meer)s dan wanneer alles gelijk blijft."
    ) % {
        "wat": NAMEN[welke],
        "jaren": laatste.nummer,
        "n": getal(laatste.loopt),
        "nu": getal(begin),
        "meer": _meer(laatste.cent or 0, gelijk.cent or 0),
    }


def _meer(dit: float, dat: float) -> str:
    if not dat:
        return _("evenveel")
    scheelt = (dit / dat - 1) * 100
    if abs(scheelt) < 0.5:
        return _("evenveel")
    return (_("%(p)s%% meer") if scheelt > 0 else _("%(p)s%% minder")) % {"p": getal(abs(scheelt))}


def _lijn(gespeeld: Mapping[str, Sequence[Jaar]], kop: str, as_: str, waarde: Any) -> dict[str, Any]:
    rijen = [
        {"x": _("nu") if j.nummer == 0 else f"+{j.nummer}", "y": waarde(j), "r": str(KORT[sleutel])}
        for sleutel, jaren in gespeeld.items()
        for j in jaren
        if waarde(j) is not None
    ]
    uitleg = _("Per jaar, voor elk scenario een lijn.")
    return {
        "kop": kop,
        "zin": uitleg,
        "beeld": lijngrafiek(rijen, x="x", y="y", reeks="r", titel=kop, uitleg=uitleg, titel_y=as_),
    }


def _tabel(gespeeld: Mapping[str, Sequence[Jaar]]) -> dict[str, Any]:
    rijen = []
    for sleutel, jaren in gespeeld.items():
        laatste = jaren[-1]
        som = sum(j.cent or 0 for j in jaren)
        rijen.append(
            _cellen(
                str(NAMEN[sleutel]),
                getal(jaren[0].loopt),
                getal(sum(j.erbij for j in jaren)),
                getal(sum(j.eraf for j in jaren)),
                getal(laatste.loopt),
                f"€ {getal((laatste.cent or 0) / 100)}",
                f"€ {getal(som / 100)}",
            )
        )
    return {
        "koppen": _koppen(
            _("Scenario"),
            _("Begin"),
            _("Erbij"),
            _("Eraf"),
            _("Eind"),
            _("Kosten laatste jaar"),
            _("Kosten samen"),
        ),
        "rijen": rijen,
    }
