"""What a functional administrator does with the people who work here: roles and teams, and taking a way in away (BIO2 5.18).

Every request asks again who somebody is (`access.pak_door`), so what is taken away here works at the next click.
"""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling

from .access import werkplekken
from .models import Medewerker, Team, Teamlid

WIE = (Rol.FUNCTIONEEL_BEHEER,)
DOEL = "toegang van medewerkers beheren"


class MensKanNiet(ValueError):
    """This can't be done to this member of staff; the message says why and what to do instead."""


def beeindig_toegang(mens: Medewerker, *, reden: str, door: Door) -> Medewerker:
    """Take away the way in to this municipality, and the account too when it leads nowhere else.

    Teams and questions stay on the name, so that the team lead can hand the work over. Queries: one per municipality on top.

    Raises:
        MensKanNiet: it is yourself, the last functional administrator, or there is no reason.
    """
    door.eis(*WIE, om_te="toegang beëindigen")
    if not reden.strip():
        raise MensKanNiet(
            _("Schrijf waarom de toegang stopt. Bij een controle van de rechten wordt ernaar gevraagd.")
        )
    if mens.pk == door.id:
        raise MensKanNiet(
            _("U kunt niet uw eigen toegang beëindigen. Vraag een andere functioneel beheerder.")
        )
    _eis_beheerder_over(mens, rollen=())
    with handeling("medewerker.toegang_beeindigd", door=door, doel=DOEL) as h:
        mens.actief = False
        h.bewaar(mens, "actief")
        if mens.account.is_active and not werkplekken(mens.account):
            mens.account.is_active = False
            mens.account.save(update_fields=["is_active"])
        _meld(h, mens)
        h.meld(reden=reden.strip(), account_dicht=not mens.account.is_active)
    return mens


def geef_toegang_terug(mens: Medewerker, *, door: Door) -> Medewerker:
    """Let somebody in again, with the roles and teams that were left."""
    door.eis(*WIE, om_te="toegang teruggeven")
    with handeling("medewerker.toegang_teruggegeven", door=door, doel=DOEL) as h:
        mens.actief = True
        h.bewaar(mens, "actief")
        mens.account.is_active = True
        mens.account.save(update_fields=["is_active"])
        _meld(h, mens)
    return mens


def wijzig_medewerker(
    mens: Medewerker,
    *,
    functie: str,
    rollen: Collection[str],
    teams: Collection[UUID],
    leidt: Collection[UUID],
    door: Door,
) -> Medewerker:
    """Set what somebody is for and in which teams. Four queries at most.

    Args:
        leidt: the teams, out of `teams`, that this person leads.

    Raises:
        MensKanNiet: nobody would be left to administrate.
        Botsing: a colleague changed this person in the meantime.
    """
    door.eis(*WIE, om_te="rollen en teams wijzigen")
    gekozen = [rol.value for rol in Rol if rol.value in rollen]
    _eis_beheerder_over(mens, rollen=gekozen)
    was = sorted(mens.rollen)
    with handeling("medewerker.gewijzigd", door=door, doel=DOEL) as h:
        mens.functie, mens.rollen = functie, gekozen
        h.bewaar(mens, "functie", "rollen")
        _zet_teams(h, mens, set(teams), set(leidt))
        _meld(h, mens)
        h.meld(was=", ".join(was), nu=", ".join(sorted(gekozen)) or _("geen rol"), teams=len(set(teams)))
    return mens


def _zet_teams(h: Handeling, mens: Medewerker, teams: set[UUID], leidt: set[UUID]) -> None:
    nu = {lid.team_id: lid for lid in Teamlid.objects.filter(medewerker=mens)}
    for team_id, lid in nu.items():
        if team_id not in teams:
            h.verwijder(lid)
        elif lid.is_leider != (team_id in leidt):
            lid.is_leider = team_id in leidt
            h.bewaar(lid, "is_leider")
    nieuw = Team.objects.filter(pk__in=teams - set(nu))
    h.maak_veel([Teamlid(team=team, medewerker=mens, is_leider=team.pk in leidt) for team in nieuw])


def _eis_beheerder_over(mens: Medewerker, *, rollen: Collection[str]) -> None:
    """Somebody must be left who can undo this."""
    beheer = Rol.FUNCTIONEEL_BEHEER.value
    if beheer not in mens.rollen or beheer in rollen or not mens.actief:
        return
    anderen = Medewerker.objects.filter(actief=True, rollen__contains=[beheer]).exclude(pk=mens.pk)
    if not anderen.exists():
        raise MensKanNiet(
            _(
                "Dit is de laatste functioneel beheerder. Geef eerst een ander die rol, anders kan niemand meer toegang regelen."
            )
        )


def _meld(h: Handeling, mens: Medewerker) -> None:
    h.over(mens)
    h.meld(wie=mens.naam)
