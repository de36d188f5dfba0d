"""Sets up one practice municipality from a file in `steden/` and its way of working: districts, teams, people, mandates, offers.

The tests live in the same town as the demo. Safe to repeat: a municipality that is there already is left alone.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from django.utils import timezone

from wijkspil.aanbieders.models import Aanbieder, Contract, Product, Tarief, Termijnbetaling
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.core.models import GemeenteModel
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten import register
from wijkspil.gemeenten.models import Account, Gemeente, Mandaat, Medewerker, Team, Teamlid, Wijk
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.werkwijzen.kast import laad
from wijkspil.werkwijzen.voordeur import Teamsoort
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .partijen import zet_partijen
from .rekeningen import zet_rekeningen
from .stadsboek import stad, steden
from .toneel_aanbieders import zet_aanbieders

M = TypeVar("M", bound=GemeenteModel)
_TEAMSOORT = {Teamsoort.BALIE: Team.Soort.FRONTOFFICE, Teamsoort.WIJKTEAM: Team.Soort.WIJKTEAM}


class Inrichting:
    """Builds one municipality; each method is one kind of row."""

    def __init__(self, slug: str, vanaf: date) -> None:
        self.gegevens, self.vanaf = stad(slug), vanaf
        self.werkwijze: Werkwijze = laad(slug, vanaf)
        self.gemaakt = timezone.make_aware(datetime(vanaf.year, vanaf.month, vanaf.day))
        feiten = self.gegevens["gemeente"]
        self.gemeente, self.nieuw = Gemeente.objects.get_or_create(
            id=feiten["code"],
            defaults={"naam": feiten["naam"], "slug": slug, "werkwijze": slug, "regio": feiten["regio"]},
        )
        self._volgnummer = 0
        self.wijken: dict[str, Wijk] = {}
        self.teams: dict[str, Team] = {}
        self.producten: dict[str, Product] = {}

    def bouw(self) -> Gemeente:
        if not self.nieuw:
            return self.gemeente
        with binnen(self.gemeente.pk), schrijven_open():
            self._wijken()
            self._teams()
            self._mensen()
            self._mandaten()
            self._producten()
            self._aanbieders()
            self._eigen_team()
            self._consortium()
            self._aanbod()
            zet_partijen(self)
            zet_aanbieders(self)
            zet_rekeningen(self)
        register.vergeet()
        return self.gemeente

    def _maak(self, rij: M) -> M:
        rij.gemeente_id = self.gemeente.pk
        self._volgnummer += 1  # keeps people in the order of the file
        rij.gemaakt_op = self.gemaakt + timedelta(seconds=self._volgnummer)
        rij.save(force_insert=True)
        return rij

    def _wijken(self) -> None:
        for w in self.gegevens["wijken"]:
            velden = {naam: w[naam] for naam in ("code", "naam", "deelgebied", "postcodes", "lat", "lon")}
            self.wijken[w["code"]] = self._maak(Wijk(**velden))

    def _teams(self) -> None:
        for t in self.werkwijze.teams.lijst:
            soort = _TEAMSOORT.get(t.soort, Team.Soort.UITVOERING)
            wijken = (
                [w.pk for w in self.wijken.values() if w.deelgebied in t.deelgebieden]
                if soort == Team.Soort.WIJKTEAM
                else []
            )
            self.teams[t.naam] = self._maak(Team(naam=t.naam, soort=soort, wijken=wijken))
        for t in self.gegevens["extra_teams"]:
            self.teams[t["naam"]] = self._maak(Team(naam=t["naam"], soort=t["soort"]))

    def _mensen(self) -> None:
        for m in self.gegevens["mensen"]:
            voor = m["naam"].lower().replace(" ", ".")
            account = Account.objects.filter(email=f"{voor}@{self.gemeente.slug}.oefenstad.example").first()
            if account is None:
                account = Account(email=f"{voor}@{self.gemeente.slug}.oefenstad.example", naam=m["naam"])
                account.set_unusable_password()
                account.save()
            persoon = self._maak(
                Medewerker(
                    account=account,
                    naam=m["naam"],
                    functie=m["functie"],
                    rollen=m["rollen"],
                    organisatie=m.get("organisatie", ""),
                    telefoon="14 0" + self.gemeente.cbs_code[:3],
                )
            )
            for team in m["teams"]:
                self._maak(
                    Teamlid(team=self.teams[team], medewerker=persoon, is_leider=m.get("leider", False))
                )

    def _mandaten(self) -> None:
        for m in self.gegevens["mandaten"]:
            wie = Medewerker.objects.get(naam=m["wie"]) if "wie" in m else None
            self._maak(
                Mandaat(
                    rol=m.get("rol", ""),
                    medewerker=wie,
                    organisatie=m.get("organisatie", ""),
                    ook_eigen_levering=m.get("ook_eigen_levering", False),
                    besluitsoorten=m["soorten"],
                    categorieen=m.get("categorieen", []),
                    tot_cent=_cent(m.get("tot_euro")),
                    vier_ogen_vanaf_cent=_cent(m.get("vier_ogen_vanaf_euro")),
                    geldig_van=self.vanaf,
                    grondslag=m["grondslag"],
                )
            )

    def _producten(self) -> None:
        for p in self.werkwijze.producten:
            self.producten[p.code] = self._maak(
                Product(
                    code=p.code,
                    categorie=p.categorie,
                    naam=p.naam,
                    eenheid=p.eenheid.value if p.eenheid else "",
                    geldig_van=self.werkwijze.geldig_vanaf,
                )
            )

    def _aanbieders(self) -> None:
        for nummer, a in enumerate(self.gegevens["aanbieders"], start=1):
            aanbieder = self._maak(
                Aanbieder(
                    naam=a["naam"], agb=a["agb"], plaats=a["plaats"], lat=a["lat"], lon=a["lon"], wachttijd_dagen=a["wachttijd"]
                )
            )  # fmt: skip
            per_wijze: dict[str, list[str]] = {}
            for code in a["producten"]:
                wijze = self.werkwijze.assen_voor(code).bekostiging.keuze.value
                per_wijze.setdefault(wijze, []).append(code)
            for volg, (wijze, codes) in enumerate(per_wijze.items()):
                contract = self._maak(
                    Contract(
                        aanbieder=aanbieder,
                        nummer=f"WMO-{self.vanaf.year}-{nummer:02d}{'ABC'[volg] if volg else ''}",
                        bekostiging=wijze,
                        van=self.vanaf,
                        plafond_cent=None if volg else _cent(a.get("plafond_euro")),
                    )
                )
                for code in codes:
                    self._tarieven(contract, code)

    def _tarieven(self, contract: Contract, code: str) -> None:
        for t in self.werkwijze.product(code).tarieven:
            cent = _cent(t.bedrag)
            if cent is not None:  # "not known yet" stays unknown: no row
                self._maak(
                    Tarief(
                        contract=contract,
                        product=self.producten[code],
                        trap=t.trap,
                        cent=cent,
                        per=t.per.value,
                        van=t.vanaf,
                        tot=t.tot,
                    )
                )

    def _eigen_team(self) -> None:
        """Own staff as a party of its own, with a budget in place of a tariff (O9, O12)."""
        if "eigen_team" not in self.gegevens:
            return
        e = self.gegevens["eigen_team"]
        partij = self._maak(Aanbieder(naam=e["naam"], soort=Aanbieder.Soort.EIGEN_TEAM))
        self._maak(
            Contract(
                aanbieder=partij,
                nummer=e["contract"],
                bekostiging=Contract.Bekostiging.LUMPSUM,
                van=self.vanaf,
                plafond_cent=_cent(e["budget_euro"]),
                populatie=e["populatie"],
            )
        )

    def _consortium(self) -> None:
        if "consortium" not in self.gegevens or self.werkwijze.consortium is None:
            return
        c = self.gegevens["consortium"]
        partij = self._maak(Aanbieder(naam=c["naam"], soort=Aanbieder.Soort.CONSORTIUM))
        for lid in self.werkwijze.consortium.leden:
            self._maak(Aanbieder(naam=lid.naam, lid_van=partij))
        som = _cent(c["jaarsom_euro"])
        assert som is not None
        contract = self._maak(
            Contract(
                aanbieder=partij,
                nummer=c["contract"],
                bekostiging=Contract.Bekostiging.LUMPSUM,
                van=self.vanaf,
                plafond_cent=som,
                populatie=c["populatie"],
                wetten=c.get("wetten", ["Wmo"]),
            )
        )
        for maand in range(1, 13):
            bedrag = som // 12 + (som % 12 if maand == 12 else 0)
            self._maak(
                Termijnbetaling(contract=contract, periode=date(self.vanaf.year, maand, 1), cent=bedrag)
            )

    def _aanbod(self) -> None:
        for a in self.gegevens["aanbod"]:
            wijk = self.wijken.get(a.get("wijk", ""))
            self._maak(
                Aanbod(
                    naam=a["naam"],
                    soort=a["soort"],
                    organisatie=a["organisatie"],
                    omschrijving=a["omschrijving"],
                    themas=a["themas"],
                    wijk=wijk,
                    waar=a["waar"],
                    wanneer=a["wanneer"],
                    eigen_prijs=a.get("eigen_prijs", ""),
                    lat=wijk.lat if wijk else None,
                    lon=wijk.lon if wijk else None,
                )
            )


def richt_in(slug: str, *, vanaf: date | None = None) -> Gemeente:
    """Set up a practice municipality as of a day (default: the first day of its present way of working); returns it."""
    from wijkspil.core.klok import vandaag

    dag = vanaf or laad(slug, vandaag()).geldig_vanaf
    return Inrichting(slug, dag).bouw()


def door_van(naam: str, gemeente: Gemeente) -> Door:
    """The `Door` of an invented member of staff, for the town and for tests. Needs the municipality to be open."""
    from wijkspil.gemeenten.access import pak_door

    account = Medewerker.objects.select_related("account").get(naam=naam).account
    door = pak_door(account, gemeente_id=gemeente.pk, herkomst="oefenstad")
    assert door is not None
    return door


__all__ = ["Inrichting", "door_van", "richt_in", "stad", "steden"]


def _cent(euro: Decimal | int | None) -> int | None:
    return None if euro is None else int(Decimal(euro) * 100)
