"""Around a person: offering client support, asking the network, how life feels, and a carer as a person of one's own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.regels import positieve_gezondheid

from .models import Clientondersteuning, Inwoner, Netwerkvraag, Relatie, Waardering, Welbevinden

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
NEE = (Netwerkvraag.Uitkomst.NIET_MOGELIJK, Netwerkvraag.Uitkomst.NIET_GEVRAAGD)


def bied_clientondersteuning_aan(
    inwoner: Inwoner, *, hulpvraag: Any, antwoord: str, op: date, door: Door, wie: str = ""
) -> Clientondersteuning:
    """Note that free and independent support was offered, when, and what was answered (Wmo 2015 art. 2.3.2 lid 3).

    Raises:
        ValueError: an unknown answer, or a day that must still come.
    """
    door.eis(*WIE, om_te=_("cliëntondersteuning aanbieden"))
    if antwoord not in Clientondersteuning.Antwoord.values:
        raise ValueError(_("Kies wat de inwoner antwoordde. Elk antwoord is goed; het aanbod telt."))
    with handeling(
        "clientondersteuning.aangeboden", door=door, doel="onderzoek doen", grond="Wmo 2015 art. 2.3.2 lid 3"
    ) as h:
        if op > h.dag:
            raise ValueError(_("Deze dag moet nog komen. Kies de dag waarop u het heeft aangeboden."))
        rij = h.maak(
            Clientondersteuning(
                inwoner=inwoner, dossier_id=hulpvraag.pk, ronde=hulpvraag.ronde, antwoord=antwoord, op=op, wie=wie.strip()
            )
        )  # fmt: skip
        h.over(rij, dossier=hulpvraag, inwoner=inwoner)
        h.meld(dag=op, antwoord=rij.get_antwoord_display(), code=antwoord)
    return rij


_CLIENTONDERSTEUNING = VasteVraag(
    lambda dossier, ronde: Clientondersteuning.objects.filter(dossier_id=dossier, ronde=ronde).order_by(
        "-op", "-gemaakt_op"
    )[:1]
)


def clientondersteuning_bij(hulpvraag: Any) -> Clientondersteuning | None:
    """The last offer in this round of a question; one query."""
    return _CLIENTONDERSTEUNING.eerste(hulpvraag.pk, hulpvraag.ronde)


def leg_netwerkvraag_vast(
    inwoner: Inwoner,
    *,
    hulpvraag: Any,
    wat: str,
    wie: str,
    uitkomst: str,
    op: date,
    door: Door,
    reden: str = "",
    relatie: Relatie | None = None,
) -> Netwerkvraag:
    """Note what was asked of the people around and what came of it. "Not possible" is a full answer, with its reason (O4).

    Raises:
        ValueError: nobody or nothing was named, an unknown outcome, or a no without a reason.
    """
    door.eis(*WIE, om_te=_("het netwerk vragen"))
    if not wat.strip() or not wie.strip():
        raise ValueError(
            _("Schrijf op wat er is gevraagd en aan wie; anders vraagt een collega het nog eens.")
        )
    if uitkomst not in Netwerkvraag.Uitkomst.values:
        raise ValueError(_("Kies wat eruit kwam. “Niet mogelijk” is ook een eerlijk antwoord."))
    if uitkomst in NEE and not reden.strip():
        raise ValueError(
            _(
                "Schrijf in één zin waarom het niet gaat. Dan hoeft de inwoner het niet nog eens uit te leggen."
            )
        )
    with handeling("netwerk.gevraagd", door=door, doel="netwerk bijwerken") as h:
        rij = h.maak(
            Netwerkvraag(
                inwoner=inwoner, relatie=relatie, wat=wat.strip(), wie=wie.strip(), uitkomst=uitkomst, op=op,
                reden=reden.strip(),
            )
        )  # fmt: skip
        h.over(rij, dossier=hulpvraag, inwoner=inwoner)
        h.meld(dag=op, uitkomst=rij.get_uitkomst_display(), code=uitkomst)
    return rij


def meet_welbevinden(
    inwoner: Inwoner,
    *,
    hulpvraag: Any,
    cijfers: Mapping[str, int],
    op: date,
    door: Door,
    wil_veranderen: str = "",
) -> Welbevinden:
    """Record the resident's own marks of Positive Health, and what should change first.

    Raises:
        CijferFout: no mark, an unknown dimension, or a mark outside 0 to 10.
    """
    door.eis(*WIE, om_te=_("positieve gezondheid invullen"))
    gegeven = positieve_gezondheid.controleer(cijfers)
    with handeling("welbevinden.gemeten", door=door, doel="positieve gezondheid invullen") as h:
        rij = h.maak(
            Welbevinden(
                inwoner=inwoner, dossier_id=hulpvraag.pk, cijfers=gegeven, op=op, wil_veranderen=wil_veranderen.strip()
            )
        )  # fmt: skip
        h.over(rij, dossier=hulpvraag, inwoner=inwoner)
        h.meld(dag=op, cijfers=gegeven)
    return rij


def koppel_persoon(relatie: Relatie, ander: Inwoner, *, door: Door, hulpvraag: Any) -> Relatie:
    """Say that somebody around is a resident with an own file. Nothing is shared by this: that takes two consents (B31).

    Raises:
        ValueError: somebody can't stand in the own network.
        Botsing: a colleague changed this relation meanwhile.
    """
    door.eis(*WIE, om_te=_("iemand een eigen dossier geven"))
    if ander.pk == relatie.inwoner_id:
        raise ValueError(_("Dit is de inwoner zelf. Kies de ander."))
    with handeling("relatie.gekoppeld", door=door, doel="mantelzorger als persoon") as h:
        relatie.ander = ander
        h.bewaar(relatie, "ander")
        h.over(relatie, dossier=hulpvraag, inwoner=relatie.inwoner_id)
        h.meld(soort=relatie.get_soort_display(), mantelzorger=relatie.is_mantelzorger)
    return relatie


def stel_delen_in(
    relatie: Relatie,
    *,
    inwoner_op: date | None,
    ander_op: date | None,
    door: Door,
    hulpvraag: Any,
) -> Relatie:
    """Record who of the two agreed that their files may be seen from each other, since when; None takes it back at once."""
    door.eis(*WIE, om_te=_("toestemming vastleggen"))
    if relatie.ander_id is None:
        raise ValueError(_("Deze persoon heeft nog geen eigen dossier. Er valt nog niets te delen."))
    with handeling("relatie.gedeeld", door=door, doel="toestemming vastleggen", grond="toestemming") as h:
        relatie.gedeeld_door_inwoner_op, relatie.gedeeld_door_ander_op = inwoner_op, ander_op
        h.bewaar(relatie, "gedeeld_door_inwoner_op", "gedeeld_door_ander_op")
        h.over(relatie, dossier=hulpvraag, inwoner=relatie.inwoner_id)
        h.meld(
            stand=_("allebei") if relatie.is_gedeeld else _("niet door allebei"), gedeeld=relatie.is_gedeeld
        )
    return relatie


def leg_waardering_vast(
    relatie: Relatie, *, vorm: str, door: Door, hulpvraag: Any, toelichting: str = ""
) -> Waardering:
    """Record this year's appreciation of a carer, or that none is wanted (Wmo 2015 art. 2.1.6; B31).

    Raises:
        ValueError: somebody who isn't a carer, an unknown form, or this year was recorded already.
    """
    door.eis(*WIE, om_te=_("een mantelzorger waarderen"))
    if not relatie.is_mantelzorger:
        raise ValueError(_("Dit is geen mantelzorger. Zet dat eerst bij de mensen eromheen."))
    if vorm not in Waardering.Vorm.values:
        raise ValueError(_("Kies wat de mantelzorger graag wil. “Wil geen waardering” is ook een antwoord."))
    with handeling(
        "mantelzorg.gewaardeerd", door=door, doel="mantelzorger waarderen", grond="Wmo 2015 art. 2.1.6"
    ) as h:
        if Waardering.objects.filter(relatie=relatie, jaar=h.dag.year).exists():
            raise ValueError(
                _("Voor %(jaar)d staat de waardering al vast. Volgend jaar vraagt u het opnieuw.")
                % {"jaar": h.dag.year}
            )
        rij = h.maak(
            Waardering(
                relatie=relatie, inwoner_id=relatie.inwoner_id, jaar=h.dag.year, vorm=vorm, op=h.dag,
                toelichting=toelichting.strip(),
            )
        )  # fmt: skip
        h.over(rij, dossier=hulpvraag, inwoner=relatie.inwoner_id)
        h.meld(vorm=rij.get_vorm_display(), code=vorm, jaar=rij.jaar)
    return rij
