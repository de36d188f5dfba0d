"""What people do with letters: set one up within another act, send it, hold it back."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling, volgend_nummer
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.core.workflow import Stap, Workflow
from wijkspil.gemeenten.models import Medewerker
from wijkspil.inwoners.models import Inwoner
from wijkspil.toegang.models import Hulpvraag

from .aanzien import eigen_logo
from .bewaking import verberg_adres
from .kader import adresregels, briefkader
from .models import Brief
from .render import controleer, render
from .sjabloonbeheer import eigen_tekst

WIE = (Rol.BACKOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
S = Brief.Status

BRIEF = Workflow(
    begin=S.OPGESTELD,
    einde=(S.VERZONDEN, S.INGETROKKEN),
    stappen=(
        Stap("maak_pdf", [S.OPGESTELD], S.KLAAR, "Awb art. 3:41"),
        Stap("verzend", [S.KLAAR], S.VERZONDEN, "Awb art. 3:41"),
        Stap("houd_tegen", [S.OPGESTELD, S.KLAAR], S.INGETROKKEN, "zorgvuldigheid (Awb art. 3:2)"),
    ),
    veld="status",
)
BESLUITBRIEVEN = ("beschikking", "buiten_behandeling")
"""The letters that announce a decision."""
OP_DE_DAG = (*BESLUITBRIEVEN, "intrekking", "besluit_op_bezwaar")
"""Letters with a term in them that counts from their own date."""
_BLAD = re.compile(rb"/Type\s*/Page\b")
_BRIEF = VasteVraag(lambda sleutel: Brief.objects.filter(sleutel=sleutel).defer("pdf"))


class BriefNietMeerWaar(ValueError):
    """The letter counts a term from its own date and would go out on another day."""


def stel_brief_op(
    h: Handeling,
    hulpvraag: Hulpvraag,
    *,
    sjabloon: str,
    inhoud: Mapping[str, Any],
    sleutel: str,
    kenmerk: str = "",
    ondertekenaar: Medewerker | None = None,
) -> Brief:
    """Set up a letter to the resident of this question, in the transaction of the act `h`; the PDF follows from the outbox.

    Person, address and marks come from the question alone (L1). Asking again with the same `sleutel` gives the letter
    that is there. Three queries.

    Args:
        inhoud: the fields of the template's model in `teksten`, without the frame.
        kenmerk: the mark of the case; the number of the question when left out.

    Raises:
        BriefFout: something is missing or forbidden; nothing of the act is kept.
    """
    bestaand = brief_voor(sleutel)
    if bestaand is not None:
        return bestaand
    return _maak(h, _leg_vast(h, hulpvraag, sjabloon, inhoud, sleutel, kenmerk, ondertekenaar))


def schrijf_brief(
    hulpvraag: Hulpvraag,
    *,
    sjabloon: str,
    inhoud: Mapping[str, Any],
    sleutel: str,
    door: Door,
    kenmerk: str = "",
    ondertekenaar: Medewerker | None = None,
) -> Brief:
    """Set up a letter whose words need not be fixed in an act, as an act of its own. Three queries.

    The caller has seen that there is none yet with this `sleutel` (`brief_voor`). Raises: BriefFout as `stel_brief_op`.
    """
    with handeling("brief.opgesteld", door=door, doel="brief schrijven") as h:
        brief = _maak(h, _leg_vast(h, hulpvraag, sjabloon, inhoud, sleutel, kenmerk, ondertekenaar))
        _meld(h, brief)
    return brief


def brief_voor(sleutel: str) -> Brief | None:
    """The letter that is there for this purpose, without its bytes; one query."""
    return _BRIEF.eerste(sleutel)


def _maak(h: Handeling, brief: Brief) -> Brief:
    h.maak(brief)
    h.verstuur("brief", f"brief:{brief.pk}", brief=str(brief.pk))
    return brief


def _leg_vast(
    h: Handeling,
    hulpvraag: Hulpvraag,
    sjabloon: str,
    inhoud: Mapping[str, Any],
    sleutel: str,
    kenmerk: str,
    ondertekenaar: Medewerker | None,
) -> Brief:
    """The row of a letter, checked but not saved. A protected address is checked against and then left out of the data."""
    nummer = f"BR{h.dag.year}-{volgend_nummer(f'brief-{h.dag.year}'):06d}"
    kader = briefkader(
        hulpvraag,
        kenmerk=kenmerk or hulpvraag.nummer,
        ontvangerkenmerk=nummer,
        dagtekening=h.dag,
        ondertekenaar=ondertekenaar,
    )
    woorden = {
        "tekst": eigen_tekst(sjabloon)
    }  # the words that hold today stay with this letter, whatever is published later
    gegevens = json.loads(json.dumps(kader | dict(inhoud) | woorden, cls=DjangoJSONEncoder))
    gecontroleerd = controleer(sjabloon, gegevens)
    verberg_adres(gecontroleerd)
    if hulpvraag.inwoner.geheim_adres:
        gegevens["geadresseerde"]["adresregels"] = []
    return Brief(
        hulpvraag=hulpvraag,
        inwoner=hulpvraag.inwoner,
        sleutel=sleutel,
        kenmerk=nummer,
        sjabloon=sjabloon,
        onderwerp=gecontroleerd.onderwerp[:120],
        gegevens=gegevens,
    )


def _meld(h: Handeling, brief: Brief, *, dag: date | None = None, **extra: Any) -> None:
    h.over(brief, dossier=brief.hulpvraag_id, inwoner=brief.inwoner_id)
    h.meld(
        dag=dag,
        onderwerp=brief.onderwerp,
        sjabloon=brief.sjabloon,
        paginas=brief.paginas,
        kenmerk=brief.kenmerk,
        **extra,
    )


def maak_pdf(brief: Brief, *, door: Door) -> Brief:
    """Make the PDF of a letter that was set up; a letter that has one is left alone.

    Raises: BriefFout, see `render`.
    """
    if brief.status != S.OPGESTELD:
        return brief
    with handeling("brief.gereed", door=door, doel="brief maken") as h:
        BRIEF.zet(brief, "maak_pdf")
        _zet_pdf(brief)
        h.bewaar(brief, "status", "pdf", "paginas")
        _meld(h, brief)
    return brief


def verzend(brief: Brief, *, door: Door, op: date | None = None) -> Brief:
    """Say that the letter went out on a day. Until then it can be held back (X2).

    A beschikking goes out on its own date: the objection term in it counts from that day (Awb art. 6:8).

    Raises:
        BriefNietMeerWaar: the day differs from the one that the term in the letter counts from.
        StapNietMogelijk: there is no PDF yet, or the letter went out before.
    """
    door.eis(*WIE, om_te="een brief verzenden")
    with handeling("brief.verzonden", door=door, doel="brief verzenden") as h:
        BRIEF.zet(brief, "verzend")
        dag = op or h.dag
        dagtekening = date.fromisoformat(brief.gegevens["dagtekening"])
        if dag < dagtekening or (brief.sjabloon in OP_DE_DAG and dag != dagtekening):
            raise BriefNietMeerWaar(
                _(
                    "Deze brief is gedateerd op %(dagtekening)s en telt zijn termijn vanaf die dag. Is hij toen "
                    "verzonden, kies dan die dag. Is hij nog niet weg, houd hem dan tegen en stel hem opnieuw op: "
                    "dan klopt de laatste dag weer."
                )
                % {"dagtekening": f"{dagtekening:%d-%m-%Y}"}
            )
        brief.verzonden_op = dag
        if is_intussen_geheim(brief):
            _zet_pdf(brief)
        h.bewaar(brief, "status", "verzonden_op", "pdf", "paginas")
        _meld(h, brief, dag=dag)
    return brief


def houd_tegen(brief: Brief, *, reden: str, door: Door) -> Brief:
    """Hold back a letter that hasn't gone out; a new one for the same purpose can then be set up."""
    door.eis(*WIE, om_te="een brief tegenhouden")
    if not reden.strip():
        raise ValueError(
            _("Schrijf kort waarom de brief niet weg mag. Dan begrijpt een collega het later ook.")
        )
    with handeling("brief.ingetrokken", door=door, doel="brief tegenhouden") as h:
        BRIEF.zet(brief, "houd_tegen")
        brief.sleutel = f"{brief.sleutel[:80]}:tegen:{brief.pk}"
        h.bewaar(brief, "status", "sleutel")
        _meld(h, brief, reden=reden)
    return brief


def pdf_van(brief: Brief) -> bytes:
    """The PDF to show or print; made again when the address became protected after it was made (A6).

    Raises: BriefFout when the letter has no PDF and can't have one.
    """
    if brief.pdf is None or is_intussen_geheim(brief):
        return _pdf(brief)
    return bytes(brief.pdf)


def is_intussen_geheim(brief: Brief) -> bool:
    """Whether the address was protected after this letter was written with it."""
    return brief.inwoner.geheim_adres and not brief.gegevens["geheim_adres"]


def met_bewaakt_adres(gegevens: Mapping[str, Any], inwoner: Inwoner) -> dict[str, Any]:
    """The data with today's protection: the printer gets the address only to look for traces of it, and hides it."""
    if not inwoner.geheim_adres:
        return dict(gegevens)
    geadresseerde = {**gegevens["geadresseerde"], "adresregels": adresregels(inwoner)}
    return {**gegevens, "geheim_adres": True, "geadresseerde": geadresseerde}


def _pdf(brief: Brief) -> bytes:
    return render(brief.sjabloon, met_bewaakt_adres(brief.gegevens, brief.inwoner), logo=eigen_logo())


def _zet_pdf(brief: Brief) -> None:
    pdf = _pdf(brief)
    brief.pdf, brief.paginas = pdf, len(_BLAD.findall(pdf))
