"""Something to look at for contract management: a procedure, proof that is about to expire, talks, a price and an outcome.

Played through the real actions, once per municipality; call it with nothing open. What differs between municipalities follows from
their products and providers.
"""

from datetime import date, timedelta

from wijkspil.aanbieders.actions import open_locatie
from wijkspil.aanbieders.models import Aanbieder, Contract, Product
from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.inkoop import actions
from wijkspil.inkoop.models import Beleidsstuk, Inkoopprocedure
from wijkspil.regels.reele_prijs import invoervelden

from .inrichting import door_van

EISEN = (
    {"naam": "VOG van alle medewerkers", "geldig_maanden": 36},
    {"naam": "Meldcode huiselijk geweld", "uitleg": "Vastgesteld en bekend bij medewerkers."},
    {"naam": "Klachtenregeling"},
    {"naam": "Aansprakelijkheidsverzekering", "geldig_maanden": 12},
)


def zet_inkoop_neer(gemeente: Gemeente) -> bool:
    """Let the contract manager of a municipality work for a day; says whether there was anything to do."""
    with binnen(gemeente.pk):
        door = _contractbeheer(gemeente)
        if door is None or Beleidsstuk.objects.exists():
            return False
        vandaag = klok.vandaag()
        gekocht = list(
            Aanbieder.objects.filter(soort=Aanbieder.Soort.AANBIEDER, lid_van=None).order_by("agb", "naam")
        )
        taak = Contract.objects.filter(bekostiging=Contract.Bekostiging.LUMPSUM).order_by("nummer").first()
        if gekocht:
            _toelating(gekocht, vandaag, door)
            _omgang(gekocht[0], vandaag, door)
        if taak is not None:
            _taak(taak, vandaag, door)
        _stukken(gemeente, vandaag, door)
    return True


def _toelating(gekocht: list[Aanbieder], vandaag: date, door: Door) -> None:
    contract = Contract.objects.filter(aanbieder=gekocht[0]).order_by("nummer")[0]
    codes = list(contract.tarieven.values_list("product__code", flat=True).distinct())
    procedure = actions.open_procedure(
        naam=f"Toelating {vandaag.year + 1}",
        wijze=Inkoopprocedure.Wijze.BESTUURLIJK,
        wetten=["wmo"],
        producten=codes,
        bekostiging=contract.bekostiging,
        opent_op=vandaag - timedelta(days=30),
        sluit_op=vandaag + timedelta(days=30),
        contract_van=date(vandaag.year + 1, 1, 1),
        contract_tot=date(vandaag.year + 2, 12, 31),
        hoe_gekozen="Kwaliteit en nabijheid tellen voor zestig procent, de prijs voor veertig.",
        eisen=EISEN,
        door=door,
    )
    actions.plan_overleg(
        procedure,
        soort="overlegtafel",
        op=vandaag + timedelta(days=12),
        agenda="De eisen, de tarieven en wat aanbieders in de wijk zien.",
        door=door,
    )
    eerste = actions.neem_inschrijving_op(
        procedure, gekocht[0], ontvangen_op=vandaag - timedelta(days=9), door=door
    )
    for eis, geldig in zip(procedure.eisen.order_by("volgorde"), (700, None, None, 25), strict=True):
        bewijs = actions.zie_bewijs(
            gekocht[0],
            naam=eis.naam,
            geldig_tot=vandaag + timedelta(days=geldig) if geldig else None,
            door=door,
        )
        actions.toets_eis(eerste, eis, voldoet=True, bewijs=bewijs, door=door)
    for jaar, cent in enumerate((6450, 6680), start=vandaag.year + 1):
        actions.bied_prijs(eerste, jaar=jaar, cent=cent, per="uur", door=door)
    actions.geef_panelstem(
        eerste, wie="bewoner 1", cijfer=8, waarom="Zij vroegen door en luisterden.", door=door
    )
    if len(gekocht) > 1:
        tweede = actions.neem_inschrijving_op(
            procedure, gekocht[1], ontvangen_op=vandaag - timedelta(days=3), door=door
        )
        actions.bied_prijs(tweede, jaar=vandaag.year + 1, cent=6290, per="uur", door=door)


def _omgang(aanbieder: Aanbieder, vandaag: date, door: Door) -> None:
    open_locatie(
        aanbieder,
        naam="Kantoor",
        plaats=aanbieder.plaats,
        lat=aanbieder.lat,
        lon=aanbieder.lon,
        van=vandaag,
        door=door,
    )
    if aanbieder.lat is not None and aanbieder.lon is not None:
        open_locatie(
            aanbieder,
            naam="Inloop in de wijk",
            plaats=aanbieder.plaats,
            lat=aanbieder.lat + 0.012,
            lon=aanbieder.lon - 0.015,
            van=vandaag,
            door=door,
        )
    gesprek = actions.plan_overleg(
        aanbieder,
        soort="leverancier",
        op=vandaag - timedelta(days=6),
        agenda="Wachttijd en af te schalen hulp.",
        door=door,
    )
    actions.leg_verslag_vast(
        gesprek,
        verslag="De wachttijd loopt op door verlof. Zij maken een plan en kijken per inwoner of minder kan.",
        door=door,
    )
    actions.spreek_actie_af(
        gesprek,
        wat="Plan voor de wachtlijst",
        wie=aanbieder.naam,
        uiterlijk=vandaag + timedelta(days=5),
        door=door,
    )
    contract = Contract.objects.filter(aanbieder=aanbieder).order_by("nummer")[0]
    tarief = contract.tarieven.select_related("product").order_by("product__code").first()
    if tarief is None:  # a price that is not known yet stays unknown
        return
    actions.leg_raadpleging_vast(
        tarief.product,
        op=vandaag - timedelta(days=60),
        wie="cliëntenraad en drie aanbieders",
        uitkomst="De omschrijving is duidelijker. De cliëntenraad vroeg om een vaste hulpverlener; dat staat er nu in.",
        door=door,
    )
    _reele_prijs(tarief.product, door)


def _reele_prijs(product: Product, door: Door) -> None:
    actions.bewaar_prijsopbouw(
        product,
        invoer={veld.sleutel: veld.voorbeeld for veld in invoervelden()},
        toelichting="Oefengetallen; vul de eigen cao en opgaven van aanbieders in.",
        door=door,
    )


def _taak(contract: Contract, vandaag: date, door: Door) -> None:
    uitkomst = actions.spreek_uitkomst_af(
        contract,
        naam="Mensen redden zich beter",
        bron="zelfredzaamheid-matrix bij begin en na een half jaar",
        streven="zes op de tien gaan vooruit",
        door=door,
    )
    actions.meet_uitkomst(
        uitkomst,
        op=vandaag - timedelta(days=20),
        waarde="ruim de helft ging vooruit",
        verhaal="Vooral op sociaal netwerk. Financiën blijft achter; daar is een gesprek over met schuldhulp.",
        door=door,
    )
    gesprek = actions.plan_overleg(
        contract.aanbieder,
        soort="inhoud",
        op=vandaag - timedelta(days=14),
        agenda="Wat zien de teams in de wijk?",
        door=door,
    )
    actions.spreek_actie_af(
        gesprek,
        wat="Samen met de bibliotheek een inloop beginnen",
        wie="wijkteam",
        uiterlijk=vandaag + timedelta(days=40),
        door=door,
    )


def _stukken(gemeente: Gemeente, vandaag: date, door: Door) -> None:
    for naam, soort, vindplaats in (
        ("Verordening maatschappelijke ondersteuning", "verordening", "lokale regelgeving"),
        ("Beleidsregels maatschappelijke ondersteuning", "beleidsregels", "lokale regelgeving"),
        ("Inkoopplan", "inkoopplan", f"website van {gemeente.naam}"),
    ):
        actions.leg_beleidsstuk_vast(
            naam=naam,
            soort=soort,
            van=date(vandaag.year, 1, 1),
            vindplaats=vindplaats,
            producten=[],
            door=door,
        )


def _contractbeheer(gemeente: Gemeente) -> Door | None:
    naam = (
        Medewerker.objects.filter(actief=True, rollen__contains=[Rol.CONTRACTBEHEER])
        .order_by("gemaakt_op")
        .values_list("naam", flat=True)
        .first()
    )
    return door_van(naam, gemeente) if naam else None
