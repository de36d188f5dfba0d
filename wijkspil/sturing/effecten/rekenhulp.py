"""A business case that doubts: every assumption is a range with a source, ten thousand futures are played, and the team has only so many hands.

Own trajectories in place of bought help (O10), an investment at the front that gives back later (O11), a time in which both run
beside each other (J14), and which purse the saving falls in (J4).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .kansen import Getallen

TOEKOMSTEN = 10_000


@dataclass(frozen=True, slots=True)
class Aanname:
    """One assumption: what is most likely, how low and how high it may be, and how sure that is."""

    sleutel: str
    naam: str | Promise
    waarde: float
    laag: float
    hoog: float
    eenheid: str | Promise
    bron: str | Promise
    zekerheid: str | Promise


_EIGEN, _LAAG, _MIDDEL = _("eigen invulling; vul uw eigen cijfer in"), _("laag"), _("middel")
_EURO, _PROCENT, _MENSEN, _MAANDEN = _("euro"), _("procent"), _("mensen per jaar"), _("maanden")
AANNAMEN: Mapping[str, Aanname] = {
    a.sleutel: a
    for a in (
        Aanname("mensen", _("Nieuwe vragen om lichte begeleiding"), 80, 60, 100, _MENSEN, _EIGEN, _LAAG),
        Aanname("geschikt", _("Deel dat een eigen traject kan zijn"), 50, 30, 65, _PROCENT, _("Artikel over eigen trajecten (O11): licht komt in beginsel in aanmerking; het deel is eigen invulling"), _LAAG),
        Aanname("plekken", _("Trajecten die het eigen team aankan"), 36, 30, 40, _MENSEN, _EIGEN, _LAAG),
        Aanname("kosten_eigen", _("Kosten van een eigen traject"), 1850, 1500, 2400, _EURO, _("Artikel over eigen trajecten (O10): de helft; het bedrag is eigen invulling"), _MIDDEL),
        Aanname("kosten_gewoon", _("Kosten van een traject bij een aanbieder"), 3700, 3200, 4200, _EURO, _("Artikel over eigen trajecten (O10); het bedrag is eigen invulling"), _MIDDEL),
        Aanname("terugval", _("Deel dat later toch een aanbieder nodig heeft"), 15, 5, 30, _PROCENT, _("Artikel over eigen trajecten (O10): niet elke vraag kan; het deel is eigen invulling"), _LAAG),
        Aanname("investering", _("Geld naar de voorkant, per jaar"), 50_000, 50_000, 50_000, _EURO, _EIGEN, _MIDDEL),
        Aanname("euro_geeft", _("Eén euro aan de voorkant geeft terug"), 2, 0.5, 2.5, _EURO, _("Artikel over eigen trajecten (O11): één euro wordt twee in de tweede lijn; niet elders nagerekend"), _LAAG),
        Aanname("wachttijd", _("Voordat die euro teruggeeft"), 12, 6, 24, _MAANDEN, _EIGEN, _LAAG),
        Aanname("naast_elkaar", _("Oud en nieuw naast elkaar bij het begin"), 3, 2, 6, _MAANDEN, _("Bestuursopdracht van 1 mei 2020 (J14): overgang in fasen; de maanden zijn eigen invulling"), _LAAG),
        Aanname("deel_wlz", _("Deel van de besparing dat bij de Wlz valt"), 20, 5, 40, _PROCENT, _("Brief over domeinoverstijgend werken (J4); het deel is eigen invulling"), _LAAG),
        Aanname("deel_zvw", _("Deel van de besparing dat bij de Zvw valt"), 15, 5, 30, _PROCENT, _("Brief over domeinoverstijgend werken (J4); het deel is eigen invulling"), _LAAG),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verloop:
    """The balance after a year, in euros for the municipality: the middle, and between which nine in ten futures lie."""

    jaar: int
    midden: float
    laag: float
    hoog: float


@dataclass(frozen=True, slots=True)
class Zaak:
    """What the futures say together. `draai` says per assumption what its low and its high end do to the balance, largest first."""

    jaren: tuple[Verloop, ...]
    kans_op_winst: float
    kans_vol: float
    per_wet: Mapping[str, float]
    draai: tuple[tuple[str, float, float], ...]

    @property
    def terugverdiend(self) -> int | None:
        """The first year at the end of which the middle future is out of cost."""
        return next((v.jaar for v in self.jaren if v.midden > 0), None)


class NietTeRekenen(ValueError):
    """An assumption that can't be: `sleutel` says which."""

    def __init__(self, sleutel: str, uitleg: str) -> None:
        self.sleutel = sleutel
        super().__init__(uitleg)


def reken(aannamen: Mapping[str, Aanname], *, jaren: int = 4, zaad: int = 1) -> Zaak:
    """Play the futures. The same assumptions and seed give the same answer.

    Raises:
        NietTeRekenen: low above likely, likely above high, below zero, or shares of more than a hundred percent.
    """
    controleer(aannamen)
    toeval = np.random.default_rng(zaad)
    trek = {sleutel: _driehoek(toeval, a) for sleutel, a in aannamen.items()}
    wmo, terug, vol = _saldo(trek, jaren)
    delen = {"wlz": trek["deel_wlz"] / 100, "zvw": trek["deel_zvw"] / 100}
    teruggegeven = terug.sum(axis=1)
    return Zaak(
        jaren=tuple(_verloop(jaar + 1, wmo[:, : jaar + 1].sum(axis=1)) for jaar in range(jaren)),
        kans_op_winst=float((wmo.sum(axis=1) > 0).mean()),
        kans_vol=float(vol.mean()),
        per_wet={
            "wmo": float(np.median(wmo.sum(axis=1))),
            **{wet: float(np.median(teruggegeven * deel)) for wet, deel in delen.items()},
        },
        draai=_draai(aannamen, jaren),
    )


def controleer(aannamen: Mapping[str, Aanname]) -> None:
    for a in aannamen.values():
        if not 0 <= a.laag <= a.waarde <= a.hoog:
            raise NietTeRekenen(
                a.sleutel, str(_("Zet laag, waarschijnlijk en hoog op volgorde, en niet onder nul."))
            )
        if a.sleutel in ("geschikt", "terugval", "deel_wlz", "deel_zvw") and a.hoog > 100:
            raise NietTeRekenen(a.sleutel, str(_("Een deel kan niet boven de 100 procent liggen.")))
    if aannamen["deel_wlz"].hoog + aannamen["deel_zvw"].hoog > 100:
        raise NietTeRekenen(
            "deel_wlz",
            str(
                _(
                    "De delen van Wlz en Zvw zijn samen meer dan 100 procent. Dan blijft er voor de Wmo minder dan niets over."
                )
            ),
        )


def _driehoek(toeval: np.random.Generator, a: Aanname) -> Getallen:
    if a.laag == a.hoog:
        return np.full(TOEKOMSTEN, float(a.waarde))
    return toeval.triangular(a.laag, a.waarde, a.hoog, TOEKOMSTEN)


def _saldo(t: Mapping[str, Getallen], jaren: int) -> tuple[Getallen, Getallen, Getallen]:
    """Per future and year: the balance of the municipality, what the front gives back over all laws, and whether the team was full."""
    past = t["mensen"] * t["geschikt"] / 100
    doet = np.minimum(past, t["plekken"])
    gespaard = doet * t["kosten_gewoon"] * (1 - t["terugval"] / 100)
    kost = doet * t["kosten_eigen"]
    dubbel = kost * t["naast_elkaar"] / 12
    eigen_deel = 1 - (t["deel_wlz"] + t["deel_zvw"]) / 100
    wmo, alles_terug = [], []
    for jaar in range(jaren):
        actief = np.clip((12 * (jaar + 1) - t["wachttijd"]) / 12, 0, 1)
        terug = t["investering"] * t["euro_geeft"] * actief
        alles_terug.append(terug)
        # Bought trajectories are paid by the municipality; what the front gives back falls in three purses.
        wmo.append(gespaard + terug * eigen_deel - kost - t["investering"] - (dubbel if jaar == 0 else 0))
    return np.column_stack(wmo), np.column_stack(alles_terug), (past > t["plekken"]).astype(float)


def _verloop(jaar: int, saldo: Getallen) -> Verloop:
    laag, midden, hoog = (float(x) for x in np.quantile(saldo, [0.05, 0.5, 0.95]))
    return Verloop(jaar, midden, laag, hoog)


def _draai(aannamen: Mapping[str, Aanname], jaren: int) -> tuple[tuple[str, float, float], ...]:
    """One assumption at a time to its ends, the others at their likely value."""
    gewoon = {s: np.array([a.waarde], dtype=float) for s, a in aannamen.items()}
    uit = []
    for sleutel, a in aannamen.items():
        if a.laag < a.hoog:
            einden = (
                _saldo(gewoon | {sleutel: np.array([x], dtype=float)}, jaren)[0].sum()
                for x in (a.laag, a.hoog)
            )
            laag, hoog = (float(x) for x in einden)
            uit.append((sleutel, laag, hoog))
    return tuple(sorted(uit, key=lambda d: -abs(d[2] - d[1])))
