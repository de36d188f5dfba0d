"""Comparing the file with what is there: what is new, what changes, what stays, and what stands nowhere in the file. Reads only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from wijkspil.core.grens import binnen
from wijkspil.core.models import GemeenteModel

from ..models import Account, Gemeente, Mandaat, Medewerker, Team, Teamlid, Wijk
from .vorm import Inrichtbestand, MandaatBlok

Sleutel = tuple[str, ...]


@dataclass(slots=True)
class Regel:
    """One row: what it is called on screen, its key, the row that is there (None: new), and the fields that must be set."""

    soort: str
    naam: str
    sleutel: Sleutel
    rij: GemeenteModel | None
    velden: dict[str, Any]

    @property
    def anders(self) -> list[str]:
        return (
            []
            if self.rij is None
            else [veld for veld, waarde in self.velden.items() if getattr(self.rij, veld) != waarde]
        )


@dataclass(slots=True)
class Plan:
    """What carrying out the file would do."""

    bestand: Inrichtbestand
    gemeente: Gemeente | None
    regels: list[Regel] = field(default_factory=list)
    lidmaatschappen: dict[str, tuple[dict[str, bool], dict[str, bool]]] = field(default_factory=dict)
    """E-mail -> (teams now, teams asked), each a team name with whether it is led."""
    nieuwe_accounts: list[str] = field(default_factory=list)
    niet_in_bestand: list[str] = field(default_factory=list)
    botsing: str = ""

    @property
    def leeg(self) -> bool:
        return not self.zinnen()

    def zinnen(self) -> list[str]:
        """The plan in plain Dutch, one change per line; empty when nothing would change."""
        g = self.bestand.gemeente
        zinnen = (
            [] if self.gemeente else [f"nieuw: gemeente {g.naam} ({g.code:04d}), werkwijze {g.werkwijze}"]
        )
        if self.gemeente and (verschil := _anders(self.gemeente, gemeentevelden(self.bestand))):
            zinnen.append(f"anders: gemeente {g.naam}: {', '.join(verschil)}")
        for regel in self.regels:
            if regel.rij is None:
                zinnen.append(f"nieuw: {regel.soort} {regel.naam}")
            elif regel.anders:
                zinnen.append(f"anders: {regel.soort} {regel.naam}: {', '.join(regel.anders)}")
        for mail, (nu, straks) in self.lidmaatschappen.items():
            if nu != straks:
                teams = ", ".join(f"{team}{' (leidt)' if leidt else ''}" for team, leidt in straks.items())
                zinnen.append(f"anders: teams van {mail}: {teams or 'geen'}")
        return zinnen


def maak_plan(bestand: Inrichtbestand) -> Plan:
    """Compare. Writes nothing; a municipality that isn't there yet gives a plan in which all is new."""
    gemeente = Gemeente.objects.filter(pk=bestand.gemeente.code).first()
    plan = Plan(bestand, gemeente)
    zelfde_slug = (
        Gemeente.objects.filter(slug=bestand.gemeente.slug).exclude(pk=bestand.gemeente.code).first()
    )
    if zelfde_slug is not None:
        plan.botsing = f"De naam {zelfde_slug.slug} in het adres is al van {zelfde_slug.naam} ({zelfde_slug.cbs_code}). Kies een andere slug."
    mails = [m.email.lower() for m in bestand.mensen]
    bekend = set(Account.objects.filter(email__in=mails).values_list("email", flat=True))
    plan.nieuwe_accounts = [mail for mail in mails if mail not in bekend]
    if gemeente is None:
        _vergelijk(plan)
    else:
        with binnen(gemeente.pk, lezen=True):
            _vergelijk(plan)
    return plan


def _vergelijk(plan: Plan) -> None:
    b, er = plan.bestand, plan.gemeente is not None
    wijken: dict[Sleutel, GemeenteModel]
    teams: dict[Sleutel, GemeenteModel]
    mensen: dict[Sleutel, GemeenteModel]
    mandaten: dict[Sleutel, GemeenteModel]
    wijken = {(w.code,): w for w in Wijk.objects.all()} if er else {}
    teams = {(t.naam,): t for t in Team.objects.all()} if er else {}
    mensen = {(m.account.email,): m for m in Medewerker.objects.select_related("account")} if er else {}
    mandaten = (
        {_mandaatsleutel_van(m): m for m in Mandaat.objects.select_related("medewerker__account")}
        if er
        else {}
    )
    _zet(
        plan,
        "wijk",
        wijken,
        (
            (w.naam, (w.code,), {"naam": w.naam, "deelgebied": w.deelgebied, "postcodes": list(w.postcodes)})
            for w in b.wijken
        ),
    )
    _zet(plan, "team", teams, ((t.naam, (t.naam,), _teamvelden(t, wijken)) for t in b.teams))
    _zet(plan, "mens", mensen, (
        (m.naam, (m.email.lower(),), {
            "naam": m.naam, "functie": m.functie, "organisatie": m.organisatie, "telefoon": m.telefoon,
            "rollen": [rol.value for rol in m.rollen], "actief": m.toegang,
        })
        for m in b.mensen
    ))  # fmt: skip
    _zet(
        plan, "mandaat", mandaten, ((m.grondslag, _mandaatsleutel(m), _mandaatvelden(m)) for m in b.mandaten)
    )
    nu: dict[str, dict[str, bool]] = {}
    for lid in Teamlid.objects.select_related("team", "medewerker__account") if er else ():
        nu.setdefault(lid.medewerker.account.email, {})[lid.team.naam] = lid.is_leider
    for m in b.mensen:
        straks = {team: team in m.leidt for team in m.teams}
        plan.lidmaatschappen[m.email.lower()] = (nu.get(m.email.lower(), {}), straks)


def _zet(
    plan: Plan,
    soort: str,
    er: Mapping[Sleutel, GemeenteModel],
    gevraagd: Iterable[tuple[str, Sleutel, dict[str, Any]]],
) -> None:
    sleutels = set()
    for naam, sleutel, velden in gevraagd:
        plan.regels.append(Regel(soort, naam, sleutel, er.get(sleutel), velden))
        sleutels.add(sleutel)
    plan.niet_in_bestand += [
        f"{soort} {rij}"
        for sleutel, rij in er.items()
        if sleutel not in sleutels and getattr(rij, "actief", True)
    ]


def _teamvelden(team: Any, wijken: Mapping[Sleutel, GemeenteModel]) -> dict[str, Any]:
    """`wijken` holds ids; those of new districts are filled in when they exist (uitvoeren)."""
    ids = [wijken[(code,)].pk if (code,) in wijken else code for code in team.wijken]
    return {"soort": team.soort.value, "wijken": ids, "telefoon": team.telefoon, "email": team.email}


def _mandaatsleutel(m: MandaatBlok) -> Sleutel:
    return (m.rol.value if m.rol else m.wie.lower(), m.grondslag, m.geldig_van.isoformat())


def _mandaatsleutel_van(m: Mandaat) -> Sleutel:
    wie = m.medewerker.account.email if m.medewerker else m.rol
    return (wie, m.grondslag, m.geldig_van.isoformat())


def _mandaatvelden(m: MandaatBlok) -> dict[str, Any]:
    return {
        "besluitsoorten": list(m.soorten), "categorieen": list(m.categorieen), "tot_cent": _cent(m.tot_euro),
        "vier_ogen_vanaf_cent": _cent(m.vier_ogen_vanaf_euro), "geldig_van": m.geldig_van, "geldig_tot": m.geldig_tot,
    }  # fmt: skip


def gemeentevelden(bestand: Inrichtbestand) -> dict[str, Any]:
    g = bestand.gemeente
    return {"naam": g.naam, "slug": g.slug, "werkwijze": g.werkwijze, "regio": g.regio}


def _anders(rij: Any, velden: Mapping[str, Any]) -> list[str]:
    return [veld for veld, waarde in velden.items() if getattr(rij, veld) != waarde]


def _cent(euro: Decimal | None) -> int | None:
    return None if euro is None else int(euro * 100)
