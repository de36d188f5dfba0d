"""Maintaining the words of letters: a draft, a check, a preview, a published version; and always a way back to the shipped words.

Nothing that the law asks can get lost: every placeholder of the shipped words must still stand somewhere in the own ones.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.handeling import handeling
from wijkspil.core.vaste_vraag import VasteVraag

from .models import Briefsjabloon
from .tekst import Blok, Brieftekst, TekstFout, controleer_tekst, standaardtekst, veldnamen
from .teksten import SJABLONEN
from .voorbeelden import voorbeeld

S = Briefsjabloon.Status
_GELDIG = VasteVraag(lambda sjabloon: Briefsjabloon.objects.filter(sjabloon=sjabloon, status=S.GEPUBLICEERD))


def eigen_tekst(sjabloon: str) -> dict[str, Any] | None:
    """The words of the municipality that is open for this letter; None for the shipped ones. One query."""
    gevonden = _GELDIG.eerste(sjabloon)
    return dict(gevonden.tekst) if gevonden is not None else None


def geldige_tekst(sjabloon: str) -> Brieftekst:
    """The words that hold now. One query."""
    eigen = eigen_tekst(sjabloon)
    return Brieftekst.model_validate(eigen) if eigen else standaardtekst(sjabloon)


def velden_van(sjabloon: str) -> dict[str, str]:
    """What may stand between braces in this letter, with an example of each; raises KeyError for an unknown letter."""
    brief = SJABLONEN[sjabloon].model_validate(voorbeeld(sjabloon))
    return dict(sorted(veldnamen(brief.invulvelden()).items()))  # type: ignore[attr-defined]


def stel_samen(sjabloon: str, *, onderwerp: str, teksten: Mapping[str, tuple[str, str]]) -> Brieftekst:
    """Own words in the order and form of the shipped blocks; `teksten` holds per block its heading and text.

    Every letter also knows `slot`: a last word before the signature, that may be left empty.

    Raises: TekstFout when something is missing, unknown or lost.
    """
    basis = standaardtekst(sjabloon)
    blokken = []
    for blok in basis.blokken:
        kop, tekst = teksten.get(blok.sleutel, (blok.kop, blok.tekst))
        if not tekst.strip():
            raise TekstFout(
                _("Het blok “%(naam)s” is leeg. Schrijf iets, of zet de standaardtekst terug.")
                % {"naam": blok.kop or blok.sleutel}
            )
        blokken.append(blok.model_copy(update={"kop": kop.strip(), "tekst": tekst.strip()}))
    slotkop, slot = teksten.get("slot", ("", ""))
    try:
        if slot.strip() and all(blok.sleutel != "slot" for blok in basis.blokken):
            blokken.append(Blok(sleutel="slot", kop=slotkop.strip(), tekst=slot.strip()))
        eigen = Brieftekst.model_validate(
            {
                "titel": basis.titel,
                "onderwerp": onderwerp.strip(),
                "blokken": [b.model_dump() for b in blokken],
                "versie": "eigen",
            }
        )
    except ValidationError as fout:
        raise TekstFout(
            _("Deze woorden kunnen niet: %(reden)s") % {"reden": fout.errors()[0]["msg"]}
        ) from fout
    controleer_tekst(eigen, set(velden_van(sjabloon)))
    if weg := sorted(basis.plekken() - eigen.plekken()):
        raise TekstFout(
            _("In uw tekst ontbreekt %(wat)s. De inwoner moet dat lezen; zet het ergens terug.")
            % {"wat": ", ".join("{" + naam + "}" for naam in weg)}
        )
    return eigen


def bewaar_concept(sjabloon: str, tekst: Brieftekst, *, toelichting: str, door: Door) -> Briefsjabloon:
    """Keep a draft of the own words; one per letter. Raises Botsing when a colleague changed it in the meantime."""
    beheerder = _eis_beheer(door)
    concept = Briefsjabloon.objects.filter(sjabloon=sjabloon, status=S.CONCEPT).first()
    with handeling("brieftekst.bewaard", door=door, doel="brieftekst maken") as h:
        if concept is None:
            laatste = Briefsjabloon.objects.filter(sjabloon=sjabloon).order_by("-nummer").first()
            concept = h.maak(
                Briefsjabloon(
                    sjabloon=sjabloon,
                    nummer=laatste.nummer + 1 if laatste else 1,
                    tekst=tekst.model_dump(mode="json"),
                    toelichting=toelichting.strip(),
                    gemaakt_door_id=beheerder,
                )
            )
        else:
            concept.tekst, concept.toelichting = tekst.model_dump(mode="json"), toelichting.strip()
            h.bewaar(concept, "tekst", "toelichting")
        h.over(concept)
        h.meld(titel=tekst.titel, sjabloon=sjabloon, nummer=concept.nummer)
    return concept


def publiceer(concept: Briefsjabloon, *, door: Door) -> Briefsjabloon:
    """Let the draft hold for letters that are written from now on; letters that are there keep their words."""
    _eis_beheer(door)
    if concept.status != S.CONCEPT:
        raise TekstFout(_("Deze versie is al gepubliceerd of vervallen. Maak een nieuw concept."))
    tekst = Brieftekst.model_validate(concept.tekst)
    controleer_tekst(tekst, set(velden_van(concept.sjabloon)))
    with handeling("brieftekst.gepubliceerd", door=door, doel="brieftekst publiceren") as h:
        for oud in Briefsjabloon.objects.filter(sjabloon=concept.sjabloon, status=S.GEPUBLICEERD):
            oud.status = S.VERVALLEN
            h.bewaar(oud, "status")
        concept.status, concept.gepubliceerd_op = S.GEPUBLICEERD, h.dag
        concept.tekst = {**concept.tekst, "versie": str(concept.nummer)}
        h.bewaar(concept, "status", "gepubliceerd_op", "tekst")
        h.over(concept)
        h.meld(titel=tekst.titel, sjabloon=concept.sjabloon, nummer=concept.nummer)
    return concept


def zet_terug(sjabloon: str, *, door: Door) -> None:
    """Let the shipped words hold again. The own versions stay to be read."""
    _eis_beheer(door)
    geldig = Briefsjabloon.objects.filter(sjabloon=sjabloon, status=S.GEPUBLICEERD).first()
    if geldig is None:
        raise TekstFout(_("De standaardtekst geldt al."))
    with handeling("brieftekst.teruggezet", door=door, doel="standaardtekst terugzetten") as h:
        geldig.status = S.VERVALLEN
        h.bewaar(geldig, "status")
        h.over(geldig)
        h.meld(titel=standaardtekst(sjabloon).titel, sjabloon=sjabloon, nummer=geldig.nummer)


def _eis_beheer(door: Door) -> Any:
    door.eis(Rol.FUNCTIONEEL_BEHEER, om_te="brieven onderhouden")
    if door.soort is not Soort.MEDEWERKER or door.id is None:
        raise GeenRecht(_("Een brieftekst is werk van een medewerker."))
    return door.id
