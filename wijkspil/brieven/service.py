"""What letters offer to the rest: reactions for `reis.BIJ`, and a look at a letter before it exists."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from wijkspil.besluiten import actions as besluiten
from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.core import klok
from wijkspil.core.handeling import Handeling
from wijkspil.ondersteuning.actions import trek_toewijzing_in
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.models import Gesprek, Hulpvraag, Onderzoek

from .aanzien import eigen_logo
from .actions import BESLUITBRIEVEN, houd_tegen, met_bewaakt_adres
from .kader import briefkader
from .klaarzetten import leg_vast, zet_klaar
from .models import Brief
from .opstellers.besluit import beschikking, briefsoort
from .render import render
from .sjabloonbeheer import eigen_tekst


def bevestig_melding(h: Handeling) -> None:
    """On melding.ontvangen and melding.teruggekeerd: the confirmation of Wmo 2015 art. 2.3.2 lid 1. No query."""
    hulpvraag = h.onderwerp
    assert isinstance(hulpvraag, Hulpvraag)
    zet_klaar(h, "ontvangstbevestiging", hulpvraag.pk, hulpvraag.pk, keer=hulpvraag.ronde)


def nodig_uit(h: Handeling) -> None:
    """On gesprek.gepland and gesprek.verzet: the invitation, unless it begins right now. No query.

    The row names the moment, so that a letter about a moment that no longer counts is not composed.
    """
    gesprek = h.onderwerp
    assert isinstance(gesprek, Gesprek)
    if gesprek.moment <= h.moment:
        return  # a conversation that is already going on needs no invitation
    verzet_van = h.gegevens.get("was")
    zet_klaar(
        h,
        "uitnodiging_gesprek",
        gesprek.hulpvraag_id,
        gesprek.pk,
        keer=gesprek.rev if verzet_van else None,
        gesprek=str(gesprek.pk),
        moment=gesprek.moment.isoformat(),
        verzet_van=verzet_van.isoformat() if verzet_van else None,
    )


def houd_uitnodiging_tegen(h: Handeling) -> None:
    """On gesprek.verzet and gesprek.vervallen: an invitation that hasn't gone out stays in. One query, more when there is one."""
    gesprek = h.onderwerp
    assert isinstance(gesprek, Gesprek)
    nog_binnen = Brief.objects.filter(
        sleutel__startswith=f"uitnodiging_gesprek:{gesprek.pk}",
        status__in=[Brief.Status.OPGESTELD, Brief.Status.KLAAR],
    )
    reden = _("het gesprek is verzet") if h.soort == "gesprek.verzet" else _("het gesprek gaat niet door")
    for brief in nog_binnen.defer("pdf"):
        houd_tegen(brief, reden=reden, door=h.door)


def stuur_verslag(h: Handeling) -> None:
    """On onderzoek.afgerond: the written account (Wmo 2015 art. 2.3.2 lid 8). No query."""
    onderzoek = h.onderwerp
    assert isinstance(onderzoek, Onderzoek)
    zet_klaar(h, "onderzoeksverslag", onderzoek.hulpvraag_id, onderzoek.pk, onderzoek=str(onderzoek.pk))


def bevestig_afspraak(h: Handeling) -> None:
    """On afspraak.gemaakt: the confirmation, with the standing right to ask for a decision. No query."""
    afspraak = h.onderwerp
    assert isinstance(afspraak, Afspraak)
    zet_klaar(h, "afspraakbevestiging", afspraak.hulpvraag_id, afspraak.pk, afspraak=str(afspraak.pk))


def stel_beschikking_op(h: Handeling) -> None:
    """On besluit.bekendgemaakt: fix the text of the letter in the act itself. Five queries.

    Raises: BriefFout when the letter can't be made; the decision is then not announced either.
    """
    besluit = h.onderwerp
    assert isinstance(besluit, Besluit)
    inhoud = beschikking(besluit, bekend_op=h.dag)
    leg_vast(h, besluit, inhoud, briefsoort(besluit), f"beschikking:{besluit.pk}")


def haal_bekendmaking_terug(h: Handeling) -> None:
    """On brief.ingetrokken: a decision whose letter was held back is not announced (Awb art. 3:40, 3:41).

    What was ordered upon it is withdrawn as well. Raises: BekendmakingBlijft when help has started.
    """
    brief = h.onderwerp
    assert isinstance(brief, Brief)
    if brief.sjabloon not in BESLUITBRIEVEN:
        return
    besluit = Besluit.objects.select_related("hulpvraag", "aanvraag").get(nummer=brief.gegevens["kenmerk"])
    if besluit.status != Besluit.Status.BEKENDGEMAAKT:
        return
    besluiten.haal_bekendmaking_terug(besluit, door=h.door)
    for toewijzing in besluit.toewijzingen.filter(status=Toewijzing.Status.OPGEDRAGEN):
        trek_toewijzing_in(toewijzing, door=h.door)


@override("nl")  # a letter to a resident is Dutch, whoever previews it
def voorbeeld_beschikking(besluit: Besluit) -> bytes:
    """The letter as it would arrive if it were announced today, or as it was announced. Writes nothing.

    Raises: BriefFout with what is still missing.
    """
    return render(briefsoort(besluit), gegevens_beschikking(besluit), logo=eigen_logo())


@override("nl")
def gegevens_beschikking(
    besluit: Besluit, *, regels: Sequence[Arrangementregel] | None = None
) -> dict[str, object]:
    """The data of that letter, with today's protection of the address."""
    dag = besluit.bekendgemaakt_op or klok.vandaag()
    inhoud = beschikking(besluit, bekend_op=dag, regels=regels)
    kader = briefkader(
        besluit.hulpvraag,
        kenmerk=inhoud.kenmerk,
        ontvangerkenmerk="CONCEPT",
        dagtekening=dag,
        ondertekenaar=inhoud.ondertekenaar,
    )
    woorden = {"tekst": eigen_tekst(briefsoort(besluit))}
    return met_bewaakt_adres(kader | dict(inhoud.velden) | woorden, besluit.hulpvraag.inwoner)
