"""What saying yes to a provider's request means, step by step, before anybody says it (IV066, IV092, IV093, IV094).

The page shows these steps and the action carries out the same ones, so what was read is what happens.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.aanbieders.contracten import afgesproken
from wijkspil.aanbieders.models import Product

from .models import Aanbiederverzoek, Toewijzing
from .redenen import RedenAfwijzing

TOTAAL = "6"
_DAG = timedelta(days=1)


class Wat(StrEnum):
    """What happens to one order, or that a new one comes."""

    BLIJFT = "blijft"
    AANGEPAST = "aangepast"
    OPGEVOLGD = "opgevolgd"
    NIEUW = "nieuw"


@dataclass(frozen=True, slots=True)
class Stap:
    """One step. `ingang` is the first day of what holds afterwards; with `bezwaar` it can't be done, and the sentence says why."""

    wat: Wat
    toewijzing: Toewijzing | None
    product: Product | None
    ingang: date
    einde: date | None
    volume: int
    eenheid: str
    frequentie: str
    bezwaar: str = ""
    advies: str = ""
    """The reason (WJ759) that fits when this is why one says no."""
    wacht_op_dag: bool = False
    """Whether only a day is missing, to be agreed with the provider."""


def stappen(verzoek: Aanbiederverzoek, *, vandaag: date, vanaf: date | None = None) -> list[Stap]:
    """Every step of granting a request, in the order of the request.

    Args:
        vanaf: the day agreed with the provider when a wanted day has passed; what should have begun earlier begins then.
    """
    if verzoek.soort == Aanbiederverzoek.Soort.NIEUW:
        return [_nieuw(verzoek, verzoek.inhoud, "ToewijzingIngangsdatum", "ToewijzingEinddatum", vanaf)]
    return list(_wijziging(verzoek, vandaag, vanaf))


def _wijziging(verzoek: Aanbiederverzoek, vandaag: date, vanaf: date | None) -> Iterator[Stap]:
    bekend = lopende(verzoek)
    vraag = verzoek.inhoud
    for deel in _rij(vraag, "OngewijzigdeProducten", "OngewijzigdProduct"):
        yield _bij(bekend, deel, lambda t, _deel: _zoals(Wat.BLIJFT, t))
    nieuwe = _rij(vraag, "NieuweProducten", "NieuwProduct")
    verschoven = {
        _dag(n["GewensteIngangsdatum"]) for n in nieuwe if vanaf and _dag(n["GewensteIngangsdatum"]) < vanaf
    }
    for deel in _rij(vraag, "TeWijzigenProducten", "TeWijzigenProduct"):
        stap = _bij(bekend, deel, lambda t, d: _gewijzigd(t, d, vandaag, vanaf))
        if vanaf and stap.einde is not None and stap.einde + _DAG in verschoven:
            stap = replace(stap, einde=vanaf - _DAG)
        yield stap
    for deel in nieuwe:
        yield _op_tijd(_nieuw(verzoek, deel, "GewensteIngangsdatum", "Einddatum", vanaf), vandaag, vanaf)


def lopende(verzoek: Aanbiederverzoek) -> dict[int, Toewijzing]:
    """The orders of this resident with this provider, by number. One query."""
    if verzoek.inwoner_id is None:
        return {}
    rijen = Toewijzing.objects.filter(aanbieder_id=verzoek.aanbieder_id, inwoner_id=verzoek.inwoner_id)
    mee = ("hulpvraag", "inwoner", "product", "regel", "aanbieder", "team", "contract")
    return {t.nummer: t for t in rijen.select_related(*mee).order_by("nummer")}


def _bij(bekend: Mapping[int, Toewijzing], deel: Mapping[str, Any], maak: Any) -> Stap:
    t = bekend.get(deel["ToewijzingNummer"])
    if t is None or t.status in (Toewijzing.Status.VERWIJDERD, Toewijzing.Status.GESTOPT):
        geen = _("Opdracht %(nr)s is er niet meer.") % {"nr": deel["ToewijzingNummer"]}
        return Stap(Wat.BLIJFT, None, None, date.min, None, 0, "", "", geen, RedenAfwijzing.NIEUWE_AANVRAAG)
    stap: Stap = maak(t, deel)
    return stap


def _zoals(wat: Wat, t: Toewijzing) -> Stap:
    return Stap(wat, t, t.product, t.ingang, t.einde, t.volume, t.eenheid, t.frequentie)


def _gewijzigd(t: Toewijzing, deel: Mapping[str, Any], vandaag: date, vanaf: date | None) -> Stap:
    """In place for an end date or a total; else the old one ends the day before and another begins (IV093)."""
    oud, einde = _zoals(Wat.AANGEPAST, t), _dag_of_niet(deel.get("Einddatum"))
    omvang = deel.get("Omvang") or {"Volume": t.volume, "Eenheid": t.eenheid, "Frequentie": t.frequentie}
    nieuw = replace(
        oud, einde=einde, volume=omvang["Volume"], eenheid=omvang["Eenheid"], frequentie=omvang["Frequentie"]
    )
    zelfde = (nieuw.volume, nieuw.eenheid, nieuw.frequentie) == (t.volume, t.eenheid, t.frequentie)
    if nieuw.eenheid != t.eenheid:
        bezwaar = _("De aanbieder vraagt een andere eenheid dan in het contract staat.")
        return replace(nieuw, bezwaar=bezwaar, advies=RedenAfwijzing.BUITEN_CONTRACT)
    if "Budget" in deel:
        return replace(nieuw, bezwaar=_geen_budget(), advies=RedenAfwijzing.BUITEN_CONTRACT)
    if zelfde or (t.frequentie == TOTAAL and nieuw.frequentie == TOTAAL):
        return nieuw
    gewenst = _dag(deel["GewensteIngangsdatum"])
    begin = vanaf if vanaf and gewenst < vanaf else gewenst
    return _op_tijd(replace(nieuw, wat=Wat.OPGEVOLGD, ingang=begin), vandaag, vanaf)


def _op_tijd(stap: Stap, vandaag: date, vanaf: date | None) -> Stap:
    """A wanted day that has passed is agreed anew, outside the messages."""
    if stap.bezwaar or vanaf is not None or stap.ingang > vandaag:
        return stap
    return replace(
        stap,
        bezwaar=_(
            "De gewenste dag is voorbij. Spreek met de aanbieder een dag af en vul die in bij “Vanaf”."
        ),
        wacht_op_dag=True,
    )


def _nieuw(
    verzoek: Aanbiederverzoek, deel: Mapping[str, Any], van: str, tot: str, vanaf: date | None
) -> Stap:
    gewenst, einde = _dag(deel[van]), _dag_of_niet(deel.get(tot))
    omvang = deel.get("Omvang") or {}
    code = (deel.get("Product") or {}).get("Code", "")
    product = Product.objects.filter(code=code).first() if code else None
    stap = Stap(
        Wat.NIEUW,
        None,
        product,
        vanaf if vanaf and gewenst < vanaf else gewenst,
        einde,
        omvang.get("Volume", 0),
        omvang.get("Eenheid", ""),
        omvang.get("Frequentie", ""),
    )
    if "Budget" in deel or not omvang:
        return replace(stap, bezwaar=_geen_budget(), advies=RedenAfwijzing.BUITEN_CONTRACT)
    if product is None:
        return replace(
            stap,
            bezwaar=_("Dit product (%(code)s) staat niet in onze lijst.") % {"code": code or "–"},
            advies=RedenAfwijzing.BUITEN_CONTRACT,
        )
    if einde is not None and einde < stap.ingang:
        return replace(stap, bezwaar=_("De laatste dag ligt voor de eerste."))
    if afgesproken(verzoek.aanbieder, product, "", stap.ingang) is None and not _met_trap(
        verzoek, product, stap.ingang
    ):
        bezwaar = _("%(wie)s heeft op die dag geen contract voor %(wat)s.")
        return replace(
            stap,
            bezwaar=bezwaar % {"wie": verzoek.aanbieder.naam, "wat": product.naam},
            advies=RedenAfwijzing.GEEN_CONTRACT,
        )
    return stap


def _met_trap(verzoek: Aanbiederverzoek, product: Product, dag: date) -> bool:
    return bool(trappen(verzoek, product, dag))


def trappen(verzoek: Aanbiederverzoek, product: Product, dag: date) -> list[str]:
    """The levels of a product that this provider has a tariff for on a day, cheapest first."""
    van_hem = product.tarieven.filter(contract__aanbieder_id=verzoek.aanbieder_id, van__lte=dag)
    geldig = [t for t in van_hem.order_by("cent") if t.tot is None or t.tot >= dag]
    return list(dict.fromkeys(t.trap for t in geldig))


def _geen_budget() -> str:
    return _("Wij wijzen hulp toe per product en hoeveelheid, niet als budget of alleen een categorie.")


def _rij(vraag: Mapping[str, Any], houder: str, klasse: str) -> list[dict[str, Any]]:
    return list((vraag.get(houder) or {}).get(klasse, ()))


def _dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


def _dag_of_niet(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
