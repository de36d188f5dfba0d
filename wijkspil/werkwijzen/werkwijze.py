"""The werkwijze itself: how one municipality works from a given day on."""

import difflib
from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import Field

from wijkspil.werkwijzen import aanpak, afspraken, samenwerking, voordeur
from wijkspil.werkwijzen import betalen as geld
from wijkspil.werkwijzen.assen import Assen, Besluitvorm, EigenBijdrage, Productassen, Rechtsvorm
from wijkspil.werkwijzen.basis import Kaart, Sleutel, Tekst
from wijkspil.werkwijzen.catalogus import Jeugdtarief, Product


class ProductOnbekend(LookupError):
    """The werkwijze has no product with this code."""


class Werkwijze(Kaart):
    """One version of a way of working; a question keeps the version it began under (`sleutel`)."""

    slug: Sleutel
    versie: Tekst
    geldig_vanaf: date
    geldig_tot: date | None = None
    in_het_kort: Tekst | None = None
    toelichting: Tekst

    gemeente: afspraken.Gemeente
    regio: afspraken.Regio
    assen: Assen

    kanalen: voordeur.Kanalen
    deuren: voordeur.Deuren
    teams: voordeur.Teams
    stappen: voordeur.Stappen
    triage: voordeur.Triage
    gesprek: voordeur.Gespreksleidraad

    melding: afspraken.Melding
    plan: afspraken.Planvorm
    ladder: afspraken.Ladder
    uitkomsten: afspraken.Uitkomsten
    bezwaar: afspraken.Bezwaar
    brieven: afspraken.Brieven
    evaluatie: afspraken.Evaluatie
    nazorg: afspraken.Nazorg
    berichtenverkeer: afspraken.Berichtenverkeer
    inkoop: afspraken.Inkoop
    consortium: afspraken.Consortium | None = None
    normenkaders: tuple[afspraken.Normenkader, ...] = ()
    proeven: tuple[afspraken.Proef, ...] = ()
    # What may be left out: with whom one works, and the finer points of how.
    lidmaatschappen: tuple[samenwerking.Lidmaatschap, ...] = ()
    verantwoordelijkheid: tuple[samenwerking.Verantwoordelijkheid, ...] = ()
    gedeelde_toegang: samenwerking.GedeeldeToegang | None = None
    partners: tuple[samenwerking.Partner, ...] = ()
    overdracht: samenwerking.Overdracht = samenwerking.GEWONE_OVERDRACHT
    wetten: samenwerking.Wettenkader = samenwerking.GEWONE_WETTEN
    kostenverdeling: samenwerking.Kostenverdeling | None = None
    gedeelde_besparingen: tuple[samenwerking.GedeeldeBesparing, ...] = ()
    aanbieder_mandaat: samenwerking.AanbiederMandaat | None = None
    continuiteit: samenwerking.Continuiteit = samenwerking.GEWONE_CONTINUITEIT
    betalen: geld.Betalen = geld.GEWOON_BETALEN
    woorden: aanpak.Woorden = aanpak.GEWONE_WOORDEN
    doelen: aanpak.Doelen = aanpak.GEWONE_DOELEN
    contact: aanpak.Contact = aanpak.GEWOON_CONTACT
    afbouw: aanpak.Afbouw = aanpak.GEEN_AFBOUW
    bandbreedte: aanpak.Bandbreedte = aanpak.GEEN_BANDBREEDTE
    indicatie: aanpak.Indicatie = aanpak.GEWONE_INDICATIE
    wachttijd: aanpak.Wachttijd = aanpak.GEEN_WACHTTIJD

    jeugdtarieven: tuple[Jeugdtarief, ...] = ()
    thema: afspraken.Thema
    producten: Annotated[tuple[Product, ...], Field(min_length=1)]

    @property
    def sleutel(self) -> str:
        """Name this version, as a question stores it: `mijn-gemeente@2026-01-01`."""
        return f"{self.slug}@{self.geldig_vanaf.isoformat()}"

    @cached_property
    def _per_code(self) -> dict[str, Product]:
        return {product.code: product for product in self.producten}

    def product(self, code: str) -> Product:
        """Find a product by its own code; raises `ProductOnbekend` with the nearest codes."""
        if code in self._per_code:
            return self._per_code[code]
        lijkt_op = ", ".join(difflib.get_close_matches(code, self._per_code)) or ", ".join(self._per_code)
        raise ProductOnbekend(f"Werkwijze {self.sleutel} kent geen product {code}. Wel: {lijkt_op}.")

    def assen_voor(self, product_code: str) -> Productassen:
        """Say what holds for one product on all eight axes."""
        product = self.product(product_code)
        return Productassen.van(self.assen, product.afwijkend, product.rechtsvorm)

    def verantwoordelijk_voor(self, product_code: str, dag: date) -> samenwerking.Verantwoordelijkheid | None:
        """Say who is responsible for a product on a day; None when that is the municipality itself."""
        return samenwerking.op_dag((v for v in self.verantwoordelijkheid if product_code in v.producten), dag)

    def besluitvorm(self, product_code: str) -> Besluitvorm:
        """Say whether and in what form a product is decided on."""
        return self.assen_voor(product_code).besluitvorm

    def eigen_bijdrage(self, rechtsvorm: Rechtsvorm | str) -> EigenBijdrage:
        """Say whether support of a legal form carries a contribution; `assen_voor` knows the exceptions per product."""
        return self.assen.eigen_bijdrage.voor(Rechtsvorm(rechtsvorm))

    def evaluatie_na_maanden(self, product_code: str) -> int:
        """Say after how many months a product is looked at again."""
        return self.product(product_code).evaluatie_maanden or self.evaluatie.elke_maanden

    def zrm_bij(self, product_code: str) -> bool:
        """Say whether the self-sufficiency matrix is scored for a product."""
        eigen = self.product(product_code).zrm
        return self.gesprek.zrm if eigen is None else eigen

    def stap_label(self, stap: voordeur.Regiostap | str, deelgebied: str | None = None) -> str:
        """Give the local word for a fixed step, in the words of the area when it has its own."""
        gezocht = voordeur.Regiostap(stap)
        kaart = next(s for s in self.stappen.lijst if s.stap is gezocht)
        return next(
            (lokaal.label for lokaal in kaart.per_deelgebied if lokaal.deelgebied == deelgebied), kaart.label
        )

    def trede_label(self, trede: str) -> str:
        """Give the local word for a rung of the ladder of solutions."""
        return next(t.label for t in self.ladder.lijst if t.trede == trede)

    def deur(self, sleutel: str) -> voordeur.Deur:
        """Find a door by its key; raises `LookupError` when the werkwijze has no such door."""
        for deur in self.deuren.lijst:
            if deur.sleutel == sleutel:
                return deur
        bekend = ", ".join(d.sleutel for d in self.deuren.lijst)
        raise LookupError(f"Werkwijze {self.sleutel} kent geen deur {sleutel}. Wel: {bekend}.")

    def teams_achter(self, deur_sleutel: str, deelgebied: str | None = None) -> tuple[voordeur.Team, ...]:
        """Name the teams behind a door, for one area when it is known."""
        soort = self.deur(deur_sleutel).team_soort
        return tuple(
            team
            for team in self.teams.lijst
            if team.soort is soort
            and (deelgebied is None or not team.deelgebieden or deelgebied in team.deelgebieden)
        )
