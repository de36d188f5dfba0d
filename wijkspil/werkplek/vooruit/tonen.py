"""From simulated numbers to sentences, a picture and a table."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from wijkspil.sturing.grafiek_stijl import getal
from wijkspil.sturing.vooruit.beeld import bandbreedtes
from wijkspil.sturing.vooruit.ijking import Passing, Waarneming
from wijkspil.sturing.vooruit.toegang import Toegang
from wijkspil.sturing.vooruit.wat_als import Beeld

NAMEN: dict[str, str | Promise] = {
    "nu": __("Zoals het nu is"),
    "consulent": __("Eén consulent erbij"),
    "verkort": __("Helft hulp in huis verkort"),
    "triage": __("Twee uur triage erbij"),
    "keuze": __("Uw keuze"),
}
PERIODE: dict[int, str | Promise] = {
    13: __("het komende kwartaal"),
    26: __("het komende half jaar"),
    52: __("het komende jaar"),
}


def procent(deel: float | None) -> str:
    """A share as people say it: no decimals, and never 0 when there is something."""
    if deel is None:
        return "–"
    if 0 < deel < 0.01:
        return _("minder dan 1%")
    return f"{getal(deel * 100)}%"


def zin(beelden: Sequence[Beeld], norm: float, weken: int) -> str:
    """The answer in one breath: how it stands, and which change helps most."""
    nu, *anders = beelden
    tekst = _(
        "In %(periode)s is naar verwachting %(deel)s van de onderzoeken te laat, en waarschijnlijk tussen %(laag)s en %(hoog)s. "
        "De kans dat het meer is dan %(norm)s is %(kans)s."
    ) % {
        "periode": PERIODE[weken],
        "deel": procent(nu.te_laat),
        "laag": procent(nu.laag),
        "hoog": procent(nu.hoog),
        "norm": procent(norm),
        "kans": procent(nu.kans),
    }
    eigen = next((b for b in anders if b.sleutel == "keuze"), None)
    if eigen is not None:
        return (
            tekst
            + " "
            + _(
                "Met uw keuze is naar verwachting %(deel)s te laat, waarschijnlijk tussen %(laag)s en %(hoog)s."
            )
            % {
                "deel": procent(eigen.te_laat),
                "laag": procent(eigen.laag),
                "hoog": procent(eigen.hoog),
            }
        )
    beste = max(anders, key=lambda b: b.scheelt, default=None)
    if beste is None or beste.scheelt < 0.5:
        return tekst + " " + _("Geen van de keuzes hieronder maakt daarin een verschil dat u zou merken.")
    return (
        tekst
        + " "
        + _("“%(wat)s” helpt het meest: dat scheelt ongeveer %(aantal)s te late onderzoeken.")
        % {
            "wat": NAMEN[beste.sleutel],
            "aantal": getal(beste.scheelt),
        }
    )


def als_figuur(beelden: Sequence[Beeld], norm: float, weken: int) -> dict[str, Any]:
    """The picture and the table under it: the same numbers."""
    kop = _("Deel van de onderzoeken dat te laat is")
    uitleg = _("De stip is wat wij verwachten; de balk loopt van de 5% beste tot de 5% slechtste uitkomsten.")
    rijen = [
        {
            "naam": str(NAMEN[b.sleutel]),
            "deel": b.te_laat * 100,
            "laag": b.laag * 100,
            "hoog": b.hoog * 100,
            "woord": procent(b.te_laat),
        }
        for b in beelden
    ]
    beeld = bandbreedtes(
        rijen,
        categorie="naam",
        waarde="deel",
        laag="laag",
        hoog="hoog",
        bijschrift="woord",
        titel=kop,
        uitleg=uitleg,
        titel_x=_("procent te laat"),
        norm=norm * 100,
        norm_naam=_("grens %(norm)s") % {"norm": procent(norm)},
    )
    return {
        "kop": kop,
        "zin": uitleg,
        "beeld": beeld,
        "tabel": {"koppen": _koppen(norm), "rijen": [_rij(b) for b in beelden]},
        "definitie": _(
            "Van de onderzoeken waarvan de zes weken (Wmo 2015 art. 2.3.2) aflopen in %(periode)s. Gespeeld met dezelfde meldingen en hetzelfde "
            "toeval voor elke keuze. Verlenging en opschorting tellen niet mee. Besluit: twee weken na de aanvraag (art. 2.3.5)."
        )
        % {"periode": PERIODE[weken]},
    }


def _koppen(norm: float) -> list[dict[str, Any]]:
    getallen = (
        _("Te laat (waarschijnlijk)"),
        _("Kans op meer dan %(norm)s") % {"norm": procent(norm)},
        _("Scheelt onderzoeken"),
        _("Dagen tot af (mediaan)"),
        _("Dagen tot triage"),
        _("Besluit te laat"),
        _("Tijd bezet"),
    )
    return [{"tekst": _("Keuze"), "is_getal": False}, *({"tekst": kop, "is_getal": True} for kop in getallen)]


def _rij(b: Beeld) -> list[dict[str, Any]]:
    scheelt = (
        "–"
        if b.sleutel == "nu"
        else _("%(m)s (%(l)s tot %(h)s)")
        % {"m": getal(b.scheelt), "l": getal(b.scheelt_laag), "h": getal(b.scheelt_hoog)}
    )
    getallen = (
        _("%(deel)s (%(laag)s tot %(hoog)s)")
        % {"deel": procent(b.te_laat), "laag": procent(b.laag), "hoog": procent(b.hoog)},
        procent(b.kans),
        scheelt,
        "–" if b.duur is None else getal(b.duur),
        "–" if b.triage_dagen is None else getal(b.triage_dagen, 1),
        procent(b.besluit_te_laat),
        procent(b.drukte),
    )
    return [
        {"tekst": str(NAMEN[b.sleutel]), "is_getal": False},
        *({"tekst": tekst, "is_getal": True} for tekst in getallen),
    ]


def gemeten(w: Waarneming, t: Toegang, passing: Passing | None) -> list[tuple[str, str]]:
    """What comes from the own events."""
    regels = [
        (
            _("Meldingen"),
            _("%(n)s in %(weken)s weken, dus %(per)s per week")
            % {"n": getal(w.meldingen), "weken": getal(w.weken), "per": getal(w.per_week, 1)},
        ),
        (_("Spoed"), procent(t.spoed)),
        (_("Gaat over hulp in huis"), procent(t.huishouden)),
        (_("Komt tot een onderzoek"), procent(t.onderzocht)),
        (_("Vraagt daarna een besluit aan"), procent(t.met_aanvraag)),
        (_("Wacht nu op een onderzoek"), getal(len(w.open_onderzoeken))),
        (_("Wacht nu op een besluit"), getal(len(w.open_besluiten))),
    ]
    if passing is not None:
        regels.append(
            (
                _("Melding tot onderzoek af"),
                _("gemiddeld %(gezien)s dagen echt, %(gespeeld)s dagen in het model")
                % {"gezien": getal(passing.gezien, 1), "gespeeld": getal(passing.gespeeld, 1)},
            )
        )
    return regels


def aannames(t: Toegang) -> list[tuple[str, str]]:
    """What no event says. Each of these is a choice."""
    return [
        (
            _("Uren werk per onderzoek"),
            _("%(uren)s uur: niet gemeten, zo gekozen dat 85%% van de tijd van de consulenten nu bezet is")
            % {"uren": getal(t.onderzoek_uren, 1)},
        ),
        (_("Uren per consulent voor onderzoek"), _("%(uren)s per week") % {"uren": getal(t.consulent_uren)}),
        (
            _("Triage"),
            _("%(minuten)s minuten per melding, %(uren)s uur per week")
            % {"minuten": getal(t.triage_minuten), "uren": getal(t.triage_uren, 1)},
        ),
        (
            _("Besluit"),
            _("%(uren)s uur per besluit, %(week)s uur per week")
            % {"uren": getal(t.besluit_uren, 1), "week": getal(t.besluit_uren_per_week, 1)},
        ),
        (
            _("Dagen die niemand kan verkorten"),
            _(
                "gemiddeld %(dagen)s tussen triage en onderzoek: een afspraak die de inwoner past, iemand meenemen, stukken"
            )
            % {"dagen": getal(t.wacht_dagen, 1)},
        ),
        (
            _("Verkorte route"),
            _("%(uren)s uur werk en %(dagen)s dagen wachten")
            % {"uren": getal(t.verkort_uren, 1), "dagen": getal(t.verkort_wacht, 0)},
        ),
        (_("Werk per vraag"), _("verschilt sterk: de spreiding is even groot als het gemiddelde")),
        (_("Dagen"), _("kalenderdagen; weekend, vakantie en ziekte zitten in de uren per week")),
    ]
