"""Carrying out a plan: one action, one transaction. A second time finds nothing to do."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.core.handeling import Handeling, handeling

from .. import register
from ..models import Account, Gemeente, Mandaat, Medewerker, Team, Teamlid, Wijk
from .bestand import BestandOngeldig, Fout
from .plan import Plan, Regel, gemeentevelden, maak_plan

WIE = "Inrichting"


@dataclass(frozen=True, slots=True)
class Uitnodiging:
    """A new account, which has no password yet."""

    account: Account


def voer_uit(plan: Plan) -> list[Uitnodiging]:
    """Make and change what the plan says; all of it or nothing. Returns the new accounts, for an invitation.

    Nobody and nothing is removed: what stands nowhere in the file stays (`Plan.niet_in_bestand`).

    Raises:
        BestandOngeldig: the name in the address belongs to another municipality.
    """
    if plan.botsing:
        raise BestandOngeldig([Fout(1, "gemeente, slug", plan.botsing, "een eigen naam", "")])
    if plan.leeg:
        return []
    with transaction.atomic():
        velden = gemeentevelden(plan.bestand)
        gemeente, _nieuw = Gemeente.objects.update_or_create(id=plan.bestand.gemeente.code, defaults=velden)
        with binnen(gemeente.pk):
            uitnodigingen = _richt_in(gemeente, plan)
    register.vergeet()
    return uitnodigingen


def _richt_in(gemeente: Gemeente, plan: Plan) -> list[Uitnodiging]:
    zinnen = plan.zinnen()
    with handeling("gemeente.ingericht", door=Door.systeem(gemeente.pk, WIE), doel="gemeente inrichten") as h:
        accounts, nieuw = _accounts(plan)
        for regel in plan.regels:
            if regel.soort == "wijk":
                _bewaar(h, regel, Wijk(code=regel.sleutel[0]))
        wijken = {w.code: w.pk for w in Wijk.objects.all()}
        for regel in plan.regels:
            if regel.soort == "team":
                regel.velden["wijken"] = [wijken.get(w, w) for w in regel.velden["wijken"]]
                _bewaar(h, regel, Team(naam=regel.sleutel[0]))
            elif regel.soort == "mens":
                _bewaar(h, regel, Medewerker(account=accounts[regel.sleutel[0]]))
        mensen = {m.account_id: m for m in Medewerker.objects.all()}
        for regel in plan.regels:
            if regel.soort == "mandaat":
                wie = accounts.get(regel.sleutel[0])
                van: dict[str, Any] = {"medewerker": mensen[wie.pk]} if wie else {"rol": regel.sleutel[0]}
                _bewaar(h, regel, Mandaat(grondslag=regel.sleutel[1], **van))
        _lidmaatschappen(h, plan, {mail: mensen[account.pk] for mail, account in accounts.items()})
        h.meld(wijzigingen=len(zinnen), nieuw=sum(z.startswith("nieuw") for z in zinnen), accounts=len(nieuw))
    return nieuw


def _accounts(plan: Plan) -> tuple[dict[str, Account], list[Uitnodiging]]:
    """The accounts by e-mail; new ones without a password. Somebody who is let in here has an open account."""
    er = {a.email: a for a in Account.objects.filter(email__in=plan.lidmaatschappen)}
    nieuw = []
    for mens in plan.bestand.mensen:
        mail = mens.email.lower()
        if mail not in er:
            er[mail] = Account.objects.create_user(mail, naam=mens.naam)
            nieuw.append(Uitnodiging(er[mail]))
        elif mens.toegang and not er[mail].is_active:
            er[mail].is_active = True
            er[mail].save(update_fields=["is_active"])
    return er, nieuw


def _bewaar(h: Handeling, regel: Regel, nieuw: Any) -> None:
    rij = regel.rij if regel.rij is not None else nieuw
    anders = regel.anders
    for veld, waarde in regel.velden.items():
        setattr(rij, veld, waarde)
    if regel.rij is None:
        h.maak(rij)
    elif anders:
        h.bewaar(rij, *anders)


def _lidmaatschappen(h: Handeling, plan: Plan, mensen: dict[str, Medewerker]) -> None:
    teams = {t.naam: t for t in Team.objects.all()}
    for mail, (nu, straks) in plan.lidmaatschappen.items():
        if nu == straks:
            continue
        Teamlid.objects.filter(medewerker=mensen[mail]).delete()
        h.maak_veel(
            [
                Teamlid(team=teams[naam], medewerker=mensen[mail], is_leider=leidt)
                for naam, leidt in straks.items()
            ]
        )


__all__ = ["Uitnodiging", "maak_plan", "voer_uit"]
