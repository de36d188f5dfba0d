"""The forecast of demand in sentences, pictures and tables."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from wijkspil.sturing.grafiek_stijl import getal
from wijkspil.sturing.grafieken import lijngrafiek
from wijkspil.sturing.kleine_groepen import KLEINSTE
from wijkspil.sturing.vooruit.reeksen import SIMPEL, ZEKERHEID, Stapje, Terugtoets, Verwachting
from wijkspil.sturing.vooruit.vraag import MELDINGEN, Onderwerp, Vraagreeks
from wijkspil.voorspellingen.models import Voorspelling

METHODE: dict[str, str | Promise] = {
    "zelfde": __("Zoals de vorige keer"),
    "vorig_jaar": __("Zoals een jaar eerder"),
    "gemiddeld": __("Gemiddelde van het laatste jaar"),
    "vloeiend": __("Model: niveau, trend en seizoen"),
}
TERUG = 24


def periode(begin: date, per_jaar: int) -> str:
    if per_jaar == 12:
        return date_format(begin, "F Y")
    return _("%(n)de kwartaal %(jaar)d") % {"n": (begin.month + 2) // 3, "jaar": begin.year}


def in_periode(begin: date, per_jaar: int) -> str:
    """The same within a sentence that begins with "In"."""
    woorden = periode(begin, per_jaar)
    return woorden if per_jaar == 12 else _("het %(periode)s") % {"periode": woorden}


def bereik(laag: float | None, hoog: float | None) -> str:
    if laag is None or hoog is None:
        return _("nog niet te zeggen")
    return _("%(laag)s tot %(hoog)s") % {"laag": getal(round(laag)), "hoog": getal(round(hoog))}


def zin(reeks: Vraagreeks, v: Verwachting, naam: str) -> str:
    eerste: Stapje = v.stappen[0]
    woorden = (
        _("In %(periode)s verwachten wij ongeveer %(n)s meldingen")
        if reeks.onderwerp.wat == MELDINGEN
        else _("In %(periode)s verwachten wij dat ongeveer %(n)s keer nieuwe hulp begint")
    )
    tekst = woorden % {"periode": in_periode(reeks.vooruit[0], reeks.per_jaar), "n": getal(eerste.verwacht)}
    if reeks.onderwerp != Onderwerp():
        tekst += f" ({naam})"
    tekst += "."
    if eerste.laag is None or eerste.hoog is None:
        tekst += " " + _("Er zijn te weinig eerdere voorspellingen om te zeggen hoe zeker dat is.")
    else:
        tekst += " " + _("Waarschijnlijk ligt het tussen %(laag)s en %(hoog)s.") % {
            "laag": getal(eerste.laag),
            "hoog": getal(eerste.hoog),
        }
    if v.toets is None:
        return tekst + " " + _("Er is nog geen jaar aan gebeurtenissen, dus geen methode is getoetst.")
    if v.methode in SIMPEL:
        return (
            tekst
            + " "
            + _("De simpele methode “%(m)s” zat er eerder het minst naast; het model won niet.")
            % {"m": METHODE[v.methode]}
        )
    return tekst + " " + _("Het model zat er eerder minder naast dan de simpele methoden.")


def figuur(reeks: Vraagreeks, v: Verwachting, naam: str) -> dict[str, Any]:
    gekomen, komt = _("kwam"), _("verwacht")
    eerste = max(0, len(reeks.aantallen) - TERUG)
    rijen: list[dict[str, Any]] = [
        {"dag": reeks.periode(n), "n": aantal, "r": gekomen, "a": None, "z": None}
        for n, aantal in enumerate(reeks.aantallen)
        if n >= eerste
    ]
    rijen += [
        {"dag": begin, "n": s.verwacht, "r": komt, "a": s.laag, "z": s.hoog}
        for begin, s in zip(reeks.vooruit, v.stappen, strict=True)
    ]
    kop = _("Wat er kwam, en wat er waarschijnlijk komt: %(wat)s") % {"wat": naam}
    uitleg = _("De band is waar het in %(p)s%% van de gevallen in zou moeten vallen.") % {
        "p": getal(ZEKERHEID * 100)
    }
    beeld = lijngrafiek(
        rijen,
        x="dag",
        y="n",
        reeks="r",
        laag="a",
        hoog="z",
        titel=kop,
        uitleg=uitleg,
        titel_y=_("per maand") if reeks.per_jaar == 12 else _("per kwartaal"),
    )
    tabel = {
        "koppen": _koppen(_("Periode"), _("Verwacht"), _("Waarschijnlijk")),
        "rijen": [
            _cellen(periode(begin, reeks.per_jaar), getal(s.verwacht), bereik(s.laag, s.hoog))
            for begin, s in zip(reeks.vooruit, v.stappen, strict=True)
        ],
    }
    return {"kop": kop, "zin": uitleg, "beeld": beeld, "tabel": tabel}


def toets(v: Verwachting) -> dict[str, Any] | None:
    """How far every method was off before, and whether its range was honest."""
    return None if v.toets is None else _toetstabel(v.toets)


def landelijk(t: Terugtoets) -> dict[str, Any]:
    return _toetstabel(t)


def _toetstabel(t: Terugtoets) -> dict[str, Any]:
    rijen = []
    for naam in sorted(t.gemiddeld_mis, key=lambda m: t.gemiddeld_mis[m]):
        dekking = t.dekking[naam]
        rijen.append(
            _cellen(
                str(METHODE[naam]),
                getal(t.gemiddeld_mis[naam], 0 if t.gemiddeld_mis[naam] >= 100 else 1),
                _("nog niet te meten")
                if dekking is None
                else _("%(p)s%% van %(n)s") % {"p": getal(dekking * 100), "n": getal(t.gedekt_van[naam])},
            )
        )
    return {
        "tabel": {
            "koppen": _koppen(_("Methode"), _("Gemiddeld ernaast"), _("In het bereik (bedoeld: 80%)")),
            "rijen": rijen,
        },
        "wint": METHODE[t.beste],
        "model_wint": t.model_wint,
    }


def naast(v: Voorspelling, gekomen: Mapping[date, int | None], naam: str) -> dict[str, Any]:
    """A forecast on record beside what came, in the same periods."""
    rijen, lijn, binnen, van = [], [], 0, 0
    for s in v.stappen:
        begin = date.fromisoformat(s["begin"])
        kwam = gekomen[begin]
        telt = kwam is not None and s["laag"] is not None
        in_bereik = telt and s["laag"] <= kwam <= s["hoog"]  # type: ignore[operator]
        van += telt
        binnen += bool(in_bereik)
        toon = kwam is None or v.wat == MELDINGEN or kwam == 0 or kwam >= KLEINSTE
        rijen.append(
            _cellen(
                periode(begin, v.per_jaar),
                getal(s["verwacht"]),
                bereik(s["laag"], s["hoog"]),
                _("nog niet voorbij")
                if kwam is None
                else getal(kwam)
                if toon
                else _("minder dan %(n)s") % {"n": KLEINSTE},
                "–" if not telt else _("ja") if in_bereik else _("nee"),
            )
        )
        lijn.append({"dag": begin, "n": s["verwacht"], "r": _("verwacht"), "a": s["laag"], "z": s["hoog"]})
        if kwam is not None and toon:
            lijn.append({"dag": begin, "n": kwam, "r": _("kwam"), "a": None, "z": None})
    if not any(kwam is not None for kwam in gekomen.values()):
        uitkomst = _(
            "De eerste periode is nog niet voorbij; er is nog niets om naast deze voorspelling te leggen."
        )
    elif not van:
        uitkomst = _("Deze voorspelling had geen bereik, dus “binnen of buiten” is niet te zeggen.")
    else:
        uitkomst = _(
            "Van %(van)s periodes die voorbij zijn lagen er %(binnen)s binnen het bereik. Bedoeld is vier van de vijf."
        ) % {
            "van": van,
            "binnen": binnen,
        }
    kop = _("Verwacht en gekomen: %(wat)s") % {"wat": naam}
    return {
        "zin": uitkomst,
        "kop": kop,
        "methode": METHODE.get(v.methode, v.methode),
        "beeld": lijngrafiek(
            sorted(lijn, key=lambda r: (r["dag"], r["r"])),
            x="dag",
            y="n",
            reeks="r",
            laag="a",
            hoog="z",
            titel=kop,
            uitleg=uitkomst,
            titel_y=_("per maand") if v.per_jaar == 12 else _("per kwartaal"),
        ),
        "tabel": {
            "koppen": _koppen(
                _("Periode"), _("Verwacht"), _("Waarschijnlijk"), _("Kwam"), _("In het bereik")
            ),
            "rijen": rijen,
        },
    }


def _koppen(eerste: str, *getallen: str) -> list[dict[str, Any]]:
    return [{"tekst": eerste, "is_getal": False}, *({"tekst": kop, "is_getal": True} for kop in getallen)]


def _cellen(eerste: str, *getallen: str) -> list[dict[str, Any]]:
    return [{"tekst": eerste, "is_getal": False}, *({"tekst": tekst, "is_getal": True} for tekst in getallen)]
