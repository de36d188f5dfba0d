"""What people do on the shortened route. The provider reports; staff decide, and answer for the investigation (CRvB 2018:1113)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.core.klok import vandaag
from wijkspil.regels.duur import werkdagen
from wijkspil.regels.onderzoek import Stap as Onderzoeksstap
from wijkspil.toegang.actions import start_onderzoek, vul_onderzoek_in
from wijkspil.toegang.models import Hulpvraag, Stap

from .models import Onderzoeksopdracht, Routekeuze, Steekproef
from .route import in_steekproef, mogelijkheid
from .workflow import OPDRACHT

KIEZERS = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
_TE_LAAT_VOOR = (
    Stap.ARRANGEMENT,
    Stap.BESLUIT,
    Stap.AFSPRAAK,
    Stap.OPDRACHT,
    Stap.LEVERING,
    Stap.NAZORG,
    Stap.AFGESLOTEN,
)
_R = Routekeuze.Route


class VerkortNietMogelijk(ValueError):
    """The shortened route can't be taken like this; the message says why and what can be done."""


def kies_route(hulpvraag: Hulpvraag, *, product: str, voldoet: Sequence[bool], door: Door) -> Routekeuze:
    """Answer the entry criteria: all of them yes gives the shortened route, one no the ordinary one (H15).

    A share that the way of working sets is drawn to be looked at again.

    Raises:
        VerkortNietMogelijk: no such route here, a criterion without an answer, or the question has gone too far.
    """
    door.eis(*KIEZERS, om_te="de route kiezen")
    gekozen = mogelijkheid(hulpvraag, product)
    if gekozen is None:
        raise VerkortNietMogelijk(_("Voor deze voorziening kent de werkwijze geen verkorte route."))
    if len(voldoet) != len(gekozen.route.criteria):
        raise VerkortNietMogelijk(
            _("Beantwoord elke vraag met ja of nee. Zonder antwoord is de korte route niet zorgvuldig.")
        )
    if hulpvraag.stap in _TE_LAAT_VOOR:
        raise VerkortNietMogelijk(_("Deze vraag is al verder. De route kiest u voordat het plan er ligt."))
    if Routekeuze.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).exists():
        raise VerkortNietMogelijk(_("Voor deze vraag is de route al gekozen."))
    assert door.id is not None
    route = _R.VERKORT if all(voldoet) else _R.GEWOON
    with handeling("route.gekozen", door=door, doel="route kiezen", grond="werkwijze: verkorte route") as h:
        keuze = h.maak(
            Routekeuze(
                hulpvraag=hulpvraag,
                ronde=hulpvraag.ronde,
                product=product,
                route=route,
                criteria=[
                    {"tekst": tekst, "voldoet": ja}
                    for tekst, ja in zip(gekozen.route.criteria, voldoet, strict=True)
                ],
                op=h.dag,
                gekozen_door_id=door.id,
            )
        )
        getrokken = route == _R.VERKORT and in_steekproef(hulpvraag, gekozen.route.steekproef_percentage)
        if getrokken:
            h.maak(Steekproef(route=keuze, getrokken_op=h.dag))
        h.over(keuze, dossier=hulpvraag)
        h.meld(route=keuze.get_route_display(), code=route, product=product, steekproef=getrokken)
    return keuze


def besteed_onderzoek_uit(
    keuze: Routekeuze, *, aanbieder: Aanbieder, toestemming_op: date, toestemming_hoe: str, door: Door
) -> Onderzoeksopdracht:
    """Ask a provider to talk with the resident and report, with the resident's consent (H16).

    Raises:
        VerkortNietMogelijk: not the shortened route, no consent, or the way of working lets nobody else investigate.
    """
    door.eis(*WIE, om_te="een onderzoek uitbesteden")
    hulpvraag = keuze.hulpvraag
    gekozen = mogelijkheid(hulpvraag, keuze.product)
    if keuze.route != _R.VERKORT or gekozen is None or not gekozen.route.onderzoek_door_aanbieder:
        raise VerkortNietMogelijk(
            _("Alleen op de verkorte route praat een aanbieder met de inwoner. Doe het onderzoek zelf.")
        )
    if not toestemming_hoe.strip() or toestemming_op > vandaag():
        raise VerkortNietMogelijk(
            _(
                "Schrijf wanneer en hoe de inwoner toestemming gaf. Zonder toestemming gaat er niets naar de aanbieder."
            )
        )
    if Onderzoeksopdracht.objects.filter(hulpvraag=hulpvraag, status__in=["loopt", "verslag"]).exists():
        raise VerkortNietMogelijk(
            _("Er loopt al een onderzoek bij een aanbieder. Neem dat eerst over of terug.")
        )
    assert door.id is not None
    with handeling(
        "onderzoek.uitbesteed", door=door, doel="onderzoek uitbesteden", grond="toestemming van de inwoner"
    ) as h:
        opdracht = h.maak(
            Onderzoeksopdracht(
                hulpvraag=hulpvraag,
                route=keuze,
                aanbieder=aanbieder,
                toestemming_op=toestemming_op,
                toestemming_hoe=toestemming_hoe.strip(),
                vragen=list(gekozen.route.vragen) or [_("Wat heeft u samen besproken?")],
                uiterlijk=werkdagen(gekozen.route.verslag_binnen_werkdagen).na(h.dag),
                opgedragen_door_id=door.id,
            )
        )
        _meld(h, opdracht, uiterlijk=opdracht.uiterlijk)
    return opdracht


def doe_verslag(
    opdracht: Onderzoeksopdracht,
    *,
    antwoorden: Sequence[str],
    voorstel: str,
    gesprek_op: date,
    onderzoeker: str,
    door: Door,
) -> Onderzoeksopdracht:
    """The provider reports what was discussed and proposed. Nothing is decided by it.

    Raises:
        GeenRecht: another provider, or no provider at all.
        VerkortNietMogelijk: an answer, the proposal or the day of the talk is missing.
    """
    eis_eigen_opdracht(opdracht, door)
    if (
        len(antwoorden) != len(opdracht.vragen)
        or not all(a.strip() for a in antwoorden)
        or not voorstel.strip()
    ):
        raise VerkortNietMogelijk(
            _("Beantwoord elke vraag en schrijf wat u samen voorstelt. Wat niet speelt, zegt u ook.")
        )
    if not onderzoeker.strip() or not opdracht.toestemming_op <= gesprek_op <= vandaag():
        raise VerkortNietMogelijk(
            _("Schrijf wie het gesprek voerde en wanneer: na de toestemming en niet in de toekomst.")
        )
    with handeling(
        "onderzoek.verslag_gedaan", door=door, doel="verslag doen", grond="opdracht van de gemeente"
    ) as h:
        OPDRACHT.zet(opdracht, "doe_verslag")
        opdracht.antwoorden, opdracht.voorstel = [a.strip() for a in antwoorden], voorstel.strip()
        opdracht.gesprek_op, opdracht.onderzoeker, opdracht.verslag_op = (
            gesprek_op,
            onderzoeker.strip(),
            h.dag,
        )
        h.bewaar(opdracht, "status", "antwoorden", "voorstel", "gesprek_op", "onderzoeker", "verslag_op")
        _meld(h, opdracht, op_tijd=h.dag <= opdracht.uiterlijk)
    return opdracht


def vraag_verslag_opnieuw(opdracht: Onderzoeksopdracht, *, reden: str, door: Door) -> Onderzoeksopdracht:
    """Ask the provider to complete the report: the municipality answers for the investigation."""
    door.eis(*WIE, om_te="een verslag terugvragen")
    _eis_reden(reden)
    with handeling(
        "onderzoek.teruggevraagd", door=door, doel="verslag terugvragen", grond="Awb art. 3:2"
    ) as h:
        OPDRACHT.zet(opdracht, "vraag_opnieuw")
        opdracht.reden = reden.strip()
        h.bewaar(opdracht, "status", "reden")
        _meld(h, opdracht, reden=reden.strip())
    return opdracht


def neem_verslag_over(opdracht: Onderzoeksopdracht, *, door: Door) -> Onderzoeksopdracht:
    """Put the report into the one investigation of the file, with who did what (H5). Staff finish the investigation.

    Steps that have text already are left alone.
    """
    door.eis(*WIE, om_te="een verslag overnemen")
    hulpvraag = opdracht.hulpvraag
    bron = _("gesprek van %(wie)s (%(aanbieder)s) met de inwoner op %(dag)s") % {
        "wie": opdracht.onderzoeker,
        "aanbieder": opdracht.aanbieder.naam,
        "dag": f"{opdracht.gesprek_op:%d-%m-%Y}" if opdracht.gesprek_op else "",
    }
    besproken = "\n".join(f"{v} {a}" for v, a in zip(opdracht.vragen, opdracht.antwoorden, strict=True))
    with transaction.atomic():
        with handeling(
            "onderzoek.overgenomen", door=door, doel="verslag overnemen", grond="CRvB 2018:1113"
        ) as h:
            OPDRACHT.zet(opdracht, "neem_over")
            h.bewaar(opdracht, "status")
            _meld(h, opdracht)
        onderzoek = start_onderzoek(hulpvraag, door=door)
        teksten = {
            Onderzoeksstap.HULPVRAAG: hulpvraag.vraag,
            Onderzoeksstap.PROBLEMEN: besproken,
            Onderzoeksstap.AARD_OMVANG: opdracht.voorstel,
        }
        for stap, tekst in teksten.items():
            if not (onderzoek.stappen.get(stap.value) or {}).get("tekst", "").strip():
                vul_onderzoek_in(onderzoek, stap=stap.value, tekst=tekst, bron=bron, door=door)
    return opdracht


def trek_onderzoek_terug(opdracht: Onderzoeksopdracht, *, reden: str, door: Door) -> Onderzoeksopdracht:
    """Take the investigation back: the resident withdrew consent, or it isn't done in time. The provider sees nothing more."""
    door.eis(*WIE, om_te="een onderzoek terugnemen")
    _eis_reden(reden)
    with handeling(
        "onderzoek.teruggenomen", door=door, doel="onderzoek terugnemen", grond="AVG art. 7 lid 3"
    ) as h:
        OPDRACHT.zet(opdracht, "trek_in")
        opdracht.reden = reden.strip()
        h.bewaar(opdracht, "status", "reden")
        _meld(h, opdracht, reden=reden.strip())
    return opdracht


def bekijk_steekproef(steekproef: Steekproef, *, uitkomst: str, toelichting: str, door: Door) -> Steekproef:
    """Record what a second look gave. Not by who chose the route.

    Raises:
        VerkortNietMogelijk: no outcome or explanation, or it was looked at before.
        GeenRecht: this person chose the route.
    """
    door.eis(*WIE, om_te="een steekproef bekijken")
    if door.id == steekproef.route.gekozen_door_id:
        raise GeenRecht(_("U koos zelf deze route. Vraag een collega om de steekproef te bekijken."))
    if steekproef.uitkomst:
        raise VerkortNietMogelijk(_("Deze steekproef is al bekeken."))
    if uitkomst not in set(Steekproef.Uitkomst.values) - {""} or not toelichting.strip():
        raise VerkortNietMogelijk(_("Kies de uitkomst en schrijf in een zin waarom."))
    with handeling("steekproef.bekeken", door=door, doel="steekproef bekijken") as h:
        steekproef.uitkomst, steekproef.toelichting = uitkomst, toelichting.strip()
        steekproef.bekeken_op, steekproef.bekeken_door_id = h.dag, door.id
        h.bewaar(steekproef, "uitkomst", "toelichting", "bekeken_op", "bekeken_door_id")
        h.over(steekproef, dossier=steekproef.route.hulpvraag)
        h.meld(uitkomst=steekproef.get_uitkomst_display(), code=uitkomst, product=steekproef.route.product)
    return steekproef


def eis_eigen_opdracht(opdracht: Onderzoeksopdracht, door: Door) -> None:
    """Raise GeenRecht unless this is somebody of the provider that was asked."""
    if door.soort is not Soort.AANBIEDER or door.aanbieder_id != opdracht.aanbieder_id:
        raise GeenRecht(_("Dit onderzoek is aan een andere organisatie gevraagd."))


def _eis_reden(reden: str) -> None:
    if not reden.strip():
        raise VerkortNietMogelijk(
            _("Schrijf kort waarom. De inwoner en de aanbieder moeten dat kunnen begrijpen.")
        )


def _meld(h: Handeling, opdracht: Onderzoeksopdracht, **gegevens: Any) -> None:
    h.over(opdracht, dossier=opdracht.hulpvraag)
    h.meld(aanbieder=opdracht.aanbieder.naam, **gegevens)
