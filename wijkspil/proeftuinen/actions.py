"""The life of a pilot: write it down, register it, then look. After registration a change is dated, has a reason and stays visible."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling

from .models import Leermoment, Proeftuin, Wijziging
from .uitkomsten import UITKOMSTEN

WIE = (Rol.BELEID, Rol.TEAMLEIDER)
VELDEN: dict[str, Any] = {
    "naam": _l("Naam"),
    "vraag": _l("Wat willen we weten?"),
    "maatregel": _l("Wat doen we anders?"),
    "doelgroep": _l("Voor wie?"),
    "waar": _l("Waar?"),
    "begint_op": _l("Begint op"),
    "eindigt_op": _l("Eindigt op"),
    "vergelijking": _l("Met wie vergelijken we?"),
    "vergelijkgroep": _l("Wie zijn dat?"),
    "instap": _l("Hoe komen vragen erin?"),
    "instap_product": _l("Alleen bij product"),
    "vergelijk_producten": _l("Producten van de gewone hulp"),
    "uitkomsten": _l("Waar kijken we naar?"),
    "marge_tevreden": _l("Hoeveel lager mag het cijfer zijn?"),
    "stopregel": _l("Wanneer stoppen we?"),
    "budget_cent": _l("Geld apart gezet"),
    "budget_bron": _l("Waar komt dat geld vandaan?"),
    "bron": _l("Bron"),
}
NODIG = ("vraag", "maatregel", "doelgroep", "begint_op", "uitkomsten", "stopregel")


class NogNietCompleet(ValueError):
    """Something must be filled in before this can be registered; `velden` are their names."""

    def __init__(self, velden: list[str]) -> None:
        self.velden = velden
        namen = ", ".join(str(VELDEN[veld]).rstrip("?").lower() for veld in velden)
        super().__init__(
            _("Leg pas vast als dit er staat: %(wat)s. Anders is later niet te zien wat u van plan was.")
            % {"wat": namen}
        )


def maak_proeftuin(*, door: Door, **velden: Any) -> Proeftuin:
    """Begin a pilot as a draft; it may be far from complete.

    Raises:
        ValueError: no name or question, or an outcome that doesn't exist.
    """
    door.eis(*WIE, om_te=_("een proeftuin maken"))
    nieuw = _vul(Proeftuin(), velden)
    with handeling("proeftuin.gemaakt", door=door, doel="proeftuin") as h:
        proeftuin = h.maak(nieuw)
        h.over(proeftuin)
        h.meld(naam=proeftuin.naam)
    return proeftuin


def wijzig_proeftuin(proeftuin: Proeftuin, *, door: Door, waarom: str = "", **velden: Any) -> list[Wijziging]:
    """Change a pilot. A draft changes freely; a registered one keeps what was there, with the day and the reason.

    Raises:
        ValueError: nothing to explain a change after registration, or the pilot has ended.
        Botsing: somebody else changed it meanwhile.
    """
    door.eis(*WIE, om_te=_("een proeftuin wijzigen"))
    if not proeftuin.is_open:
        raise ValueError(_("Deze proeftuin is klaar. Begin een nieuwe als u verder wilt met de vraag."))
    was = definitie(proeftuin)
    _vul(proeftuin, velden)
    anders = [veld for veld, waarde in definitie(proeftuin).items() if waarde != was[veld]]
    if not anders:
        return []
    if proeftuin.is_concept:
        with handeling("proeftuin.gewijzigd", door=door, doel="proeftuin") as h:
            h.bewaar(proeftuin, *anders)
            h.over(proeftuin)
            h.meld(naam=proeftuin.naam, velden=anders)
        return []
    if not waarom.strip():
        raise ValueError(
            _(
                "Deze proeftuin is al vastgelegd. Schrijf waarom u dit verandert; dat blijft voor iedereen te lezen."
            )
        )
    _eis_compleet(proeftuin)
    with handeling("proeftuin.bijgesteld", door=door, doel="proeftuin") as h:
        h.bewaar(proeftuin, *anders)
        wordt = definitie(proeftuin)
        rijen = h.maak_veel(
            [
                Wijziging(
                    proeftuin=proeftuin, op=h.dag, veld=veld, was=was[veld], wordt=wordt[veld], waarom=waarom.strip(),
                    na_eerste_blik=proeftuin.eerste_blik_op is not None, door=door.naam,
                )
                for veld in anders
            ]
        )  # fmt: skip
        h.over(proeftuin)
        h.meld(
            naam=proeftuin.naam,
            velden=anders,
            waarom=waarom.strip(),
            na_eerste_blik=proeftuin.eerste_blik_op is not None,
        )
    return rijen


def registreer_proeftuin(proeftuin: Proeftuin, *, door: Door) -> Proeftuin:
    """Lock the definition. From now on cases can join, and every change is an amendment.

    Raises:
        NogNietCompleet: something that makes the outcome judgeable is missing.
    """
    door.eis(*WIE, om_te=_("een proeftuin vastleggen"))
    if not proeftuin.is_concept:
        raise ValueError(_("Deze proeftuin is al vastgelegd."))
    _eis_compleet(proeftuin)
    with handeling("proeftuin.geregistreerd", door=door, doel="proeftuin") as h:
        proeftuin.status, proeftuin.geregistreerd_op = Proeftuin.Status.GEREGISTREERD, h.dag
        proeftuin.vastgelegd = definitie(proeftuin)
        h.bewaar(proeftuin, "status", "geregistreerd_op", "vastgelegd")
        h.over(proeftuin)
        h.meld(naam=proeftuin.naam, begint_op=proeftuin.begint_op, uitkomsten=proeftuin.uitkomsten)
    return proeftuin


def kijk_eerste_keer(proeftuin: Proeftuin, *, door: Door) -> Proeftuin:
    """Open the results. Before this nobody sees any, so that the definition can't be bent towards them."""
    door.eis(*WIE, Rol.CONTRACTBEHEER, om_te=_("naar uitkomsten kijken"))
    if proeftuin.is_concept:
        raise ValueError(_("Leg de proeftuin eerst vast. Daarna kunt u naar de uitkomsten kijken."))
    if proeftuin.eerste_blik_op is not None:
        return proeftuin
    with handeling("proeftuin.bekeken", door=door, doel="eerste blik op de uitkomsten") as h:
        proeftuin.eerste_blik_op = h.dag
        h.bewaar(proeftuin, "eerste_blik_op")
        h.over(proeftuin)
        h.meld(naam=proeftuin.naam)
    return proeftuin


def voeg_leermoment_toe(proeftuin: Proeftuin, *, op: date, soort: str, wat: str, door: Door) -> Leermoment:
    """Write down what was learned, on the day it was learned."""
    door.eis(*WIE, Rol.CONSULENT, om_te=_("een leermoment opschrijven"))
    if not wat.strip() or soort not in Leermoment.Soort.values:
        raise ValueError(
            _("Schrijf wat u leerde, en of het uit een bijeenkomst komt, opviel of een besluit was.")
        )
    if op > klok.vandaag():
        raise ValueError(_("Een leermoment kan niet in de toekomst liggen. Pas de dag aan."))
    with handeling("proeftuin.geleerd", door=door, doel="leren") as h:
        moment = h.maak(Leermoment(proeftuin=proeftuin, op=op, soort=soort, wat=wat.strip(), door=door.naam))
        h.over(proeftuin)
        h.meld(naam=proeftuin.naam, soort=soort, dag=op)
    return moment


def rond_proeftuin_af(proeftuin: Proeftuin, *, gestopt: bool, conclusie: str, door: Door) -> Proeftuin:
    """End a pilot with what it taught. `gestopt` when the stop rule was reached."""
    door.eis(*WIE, om_te=_("een proeftuin afronden"))
    if proeftuin.status != Proeftuin.Status.GEREGISTREERD:
        raise ValueError(_("Alleen een vastgelegde proeftuin die nog loopt is af te ronden."))
    if not conclusie.strip():
        raise ValueError(_("Schrijf wat de proeftuin leerde, ook als dat is dat u het nog niet weet."))
    with handeling("proeftuin.afgerond", door=door, doel="proeftuin") as h:
        proeftuin.status = Proeftuin.Status.GESTOPT if gestopt else Proeftuin.Status.AFGEROND
        proeftuin.geeindigd_op, proeftuin.conclusie = h.dag, conclusie.strip()
        h.bewaar(proeftuin, "status", "geeindigd_op", "conclusie")
        h.over(proeftuin)
        h.meld(naam=proeftuin.naam, gestopt=gestopt)
    return proeftuin


def definitie(proeftuin: Proeftuin) -> dict[str, str]:
    """The definition as words, field by field: what is locked and what amendments compare."""
    return {veld: _woorden(getattr(proeftuin, veld)) for veld in VELDEN}


def _woorden(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, list | tuple):
        return ", ".join(str(deel) for deel in waarde)
    return str(waarde)


def _vul(proeftuin: Proeftuin, velden: Mapping[str, Any]) -> Proeftuin:
    onbekend = set(velden) - set(VELDEN)
    if onbekend:
        raise TypeError(f"Een proeftuin heeft geen {', '.join(sorted(onbekend))}.")
    for veld, waarde in velden.items():
        setattr(proeftuin, veld, waarde.strip() if isinstance(waarde, str) else waarde)
    proeftuin.marge_tevreden = Decimal(str(proeftuin.marge_tevreden)).quantize(Decimal("0.1"))
    if not proeftuin.naam or not proeftuin.vraag:
        raise ValueError(_("Geef de proeftuin een naam en een vraag. De rest mag later."))
    if not set(proeftuin.uitkomsten) <= set(UITKOMSTEN):
        raise ValueError(
            _("Kies uitkomsten uit de lijst; van een andere is niet vastgelegd hoe hij wordt berekend.")
        )
    if proeftuin.begint_op and proeftuin.eindigt_op and proeftuin.eindigt_op < proeftuin.begint_op:
        raise ValueError(_("De laatste dag ligt voor de eerste. Pas een van de twee aan."))
    return proeftuin


def _eis_compleet(proeftuin: Proeftuin) -> None:
    mist = [veld for veld in NODIG if not getattr(proeftuin, veld)]
    if proeftuin.vergelijking != Proeftuin.Vergelijking.GEEN and not proeftuin.vergelijkgroep:
        mist.append("vergelijkgroep")
    if mist:
        raise NogNietCompleet(mist)
