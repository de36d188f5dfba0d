"""What a functional administrator changes most, as plain questions over the text of a draft.

An `Onderwerp` builds its questions from the draft as it is: one field per product, rung, step or team that stands there. A
question knows the place of its answer in the file; `formulier` writes it there and touches nothing else.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.werkwijzen.assen import Besluitinhoud, Besluitmoment
from wijkspil.werkwijzen.bewerken import waarde_op, zet
from wijkspil.werkwijzen.lezen import Pad

from .woorden import toon

Inhoud = Mapping[str, Any]
Soort = Literal["tekst", "lang", "getal", "ja", "keuze"]


@dataclass(frozen=True, slots=True)
class Vraag:
    pad: Pad
    label: str
    soort: Soort = "tekst"
    keuzes: tuple[tuple[str, str], ...] = ()
    mag_leeg: bool = False

    @property
    def naam(self) -> str:
        return "__".join(map(str, self.pad))


@dataclass(frozen=True, slots=True)
class Groep:
    """Questions that share one source and certainty; `herkomst` is the block that carries them."""

    titel: str
    vragen: tuple[Vraag, ...]
    herkomst: Pad | None = None


@dataclass(frozen=True, slots=True)
class Onderwerp:
    sleutel: str
    titel: str | Promise
    uitleg: str | Promise
    groepen: Callable[[Inhoud], Iterator[Groep]]
    daarna: Callable[[str, Inhoud], str] | None = None


VOLGT = "volgt"
"""The choice that writes nothing: as the whole municipality does."""
MOMENTEN = tuple((m.value, toon(m.value)) for m in Besluitmoment)


def _lijst(inhoud: Inhoud, *pad: str) -> list[Mapping[str, Any]]:
    gevonden = waarde_op(inhoud, pad)
    return [deel for deel in gevonden if isinstance(deel, Mapping)] if isinstance(gevonden, list) else []


def _besluit(inhoud: Inhoud) -> Iterator[Groep]:
    blok = ("assen", "besluitvorm")
    yield Groep(
        _("De hele gemeente"),
        (
            Vraag((*blok, "wanneer"), _("Wanneer neemt u een besluit?"), "keuze", MOMENTEN),
            Vraag((*blok, "inhoud"), _("Wat staat er in het besluit?"), "keuze", tuple((i.value, toon(i.value)) for i in Besluitinhoud)),
            Vraag((*blok, "uren_intern"), _("Bewaart u de uren achter het resultaat?"), "ja"),
        ),
        blok,
    )  # fmt: skip
    volgt = ((VOLGT, _("zoals de hele gemeente")), *MOMENTEN)
    yield Groep(
        _("Per product"),
        tuple(
            Vraag(("producten", plek, "afwijkend", "besluitvorm", "wanneer"), f"{p.get('naam')} ({p.get('code')})", "keuze", volgt, True)
            for plek, p in enumerate(_lijst(inhoud, "producten"))
        ),
    )  # fmt: skip


def _besluit_daarna(tekst: str, inhoud: Inhoud) -> str:
    """Make a product's own decision form whole, and let `mag_zonder_besluit` follow from it: two answers can't disagree."""
    algemeen = waarde_op(inhoud, ("assen", "besluitvorm")) or {}
    assert isinstance(algemeen, Mapping)
    for plek, product in enumerate(_lijst(inhoud, "producten")):
        eigen = waarde_op(product, ("afwijkend", "besluitvorm"))
        if isinstance(eigen, Mapping) and not eigen.get("wanneer"):
            tekst = zet(tekst, ("producten", plek, "afwijkend", "besluitvorm"), None)
            eigen = {}
        elif isinstance(eigen, Mapping) and "bron" not in eigen:
            heel: dict[str, str | bool] = {
                "wanneer": str(eigen["wanneer"]),
                "inhoud": str(algemeen.get("inhoud", "")),
                "uren_intern": algemeen.get("uren_intern") in ("ja", True),
                "bron": "eigen invulling",
                "zekerheid": "laag",
            }
            tekst = zet(tekst, ("producten", plek, "afwijkend", "besluitvorm"), heel)
        geldt = eigen if isinstance(eigen, Mapping) and eigen else algemeen
        wanneer = geldt.get("wanneer")
        nodig = wanneer == Besluitmoment.ALTIJD and product.get("rechtsvorm") == "maatwerk"
        if product.get("mag_zonder_besluit") not in (("nee", False) if nodig else ("ja", True)):
            tekst = zet(tekst, ("producten", plek, "mag_zonder_besluit"), not nodig)
    return tekst


def _bijdrage(inhoud: Inhoud) -> Iterator[Groep]:
    for vorm, titel in (("maatwerk", _("Maatwerk")), ("algemene_voorziening", _("Algemene voorziening"))):
        blok = ("assen", "eigen_bijdrage", vorm)
        yield Groep(
            titel,
            (
                Vraag((*blok, "geldt"), _("Betaalt de inwoner een bijdrage?"), "ja"),
                Vraag((*blok, "grond"), _("Waarom, in één zin?"), "lang"),
            ),
            blok,
        )


def _ladder(inhoud: Inhoud) -> Iterator[Groep]:
    yield Groep(
        _("Zo heten de treden, van licht naar zwaar"),
        tuple(
            Vraag(("ladder", "lijst", plek, "label"), toon(t.get("trede")))
            for plek, t in enumerate(_lijst(inhoud, "ladder", "lijst"))
        ),
        ("ladder",),
    )


def _termijnen(inhoud: Inhoud) -> Iterator[Groep]:
    yield Groep(
        _("De melding"),
        (Vraag(("melding", "bevestiging_werkdagen"), _("Binnen hoeveel werkdagen bevestigt u een melding?"), "getal"),),
        ("melding",),
    )  # fmt: skip
    yield Groep(
        _("Spoed, in uren"),
        tuple(
            Vraag(("triage", "niveaus", plek, sleutel), f"{n.get('label')}: {wat}", "getal", mag_leeg=True)
            for plek, n in enumerate(_lijst(inhoud, "triage", "niveaus"))
            for sleutel, wat in (("klok_uren", _("binnen")), ("waarschuw_na_uren", _("waarschuwing na")))
        ),
        ("triage",),
    )
    yield Groep(
        _("Terugkijken na een uitkomst, in weken"),
        tuple(
            Vraag(("uitkomsten", "lijst", plek, "terugkijken_na_weken"), str(u.get("label")), "getal", mag_leeg=True)
            for plek, u in enumerate(_lijst(inhoud, "uitkomsten", "lijst"))
        ),
        ("uitkomsten",),
    )  # fmt: skip
    yield Groep(
        _("Nazorg"),
        (
            Vraag(("nazorg", "na_weken"), _("Na hoeveel weken belt u na?"), "getal"),
            Vraag(("nazorg", "wijze"), _("Hoe?"), "lang"),
        ),
        ("nazorg",),
    )


def _stappen(inhoud: Inhoud) -> Iterator[Groep]:
    vragen = []
    for plek, stap in enumerate(_lijst(inhoud, "stappen", "lijst")):
        hier = ("stappen", "lijst", plek)
        vragen += [
            Vraag((*hier, "label"), _("Naam van stap %(n)s") % {"n": plek + 1}),
            Vraag((*hier, "uitleg"), _("Wat leest de inwoner bij stap %(n)s?") % {"n": plek + 1}, "lang"),
        ]
        vragen += [
            Vraag(
                (*hier, "per_deelgebied", p, "label"),
                _("Naam in %(gebied)s") % {"gebied": lokaal.get("deelgebied")},
            )
            for p, lokaal in enumerate(_lijst(stap, "per_deelgebied"))
        ]
    yield Groep(_("De vijf stappen"), tuple(vragen), ("stappen",))
    yield Groep(
        _("Het plan"),
        (Vraag(("plan", "naam"), _("Hoe heet het plan?")), Vraag(("plan", "regisseur"), _("Hoe heet wie het bij elkaar houdt?"))),
        ("plan",),
    )  # fmt: skip


def _teams(inhoud: Inhoud) -> Iterator[Groep]:
    yield Groep(
        _("Namen van de teams"),
        tuple(
            Vraag(("teams", "lijst", plek, "naam"), f"{toon(t.get('soort'))} ({t.get('sleutel')})")
            for plek, t in enumerate(_lijst(inhoud, "teams", "lijst"))
        ),
        ("teams",),
    )


def _normen(inhoud: Inhoud) -> Iterator[Groep]:
    rollen = (
        ("leidend", _("leidend: telt voor het besluit")),
        ("schaduw", _("schaduw: loopt mee om te vergelijken")),
    )
    for plek, kader in enumerate(_lijst(inhoud, "normenkaders")):
        hier = ("normenkaders", plek)
        yield Groep(
            str(kader.get("naam")),
            (
                Vraag((*hier, "naam"), _("Naam")),
                Vraag((*hier, "rol"), _("Wat doet dit kader?"), "keuze", rollen),
            ),
            hier,
        )


def _evaluatie(inhoud: Inhoud) -> Iterator[Groep]:
    yield Groep(
        _("De hele gemeente"),
        (Vraag(("evaluatie", "elke_maanden"), _("Om de hoeveel maanden kijkt u terug?"), "getal"),),
        ("evaluatie",),
    )
    yield Groep(
        _("Per product: na hoeveel maanden? Leeg: zoals de hele gemeente"),
        tuple(
            Vraag(("producten", plek, "evaluatie_maanden"), f"{p.get('naam')} ({p.get('code')})", "getal", mag_leeg=True)
            for plek, p in enumerate(_lijst(inhoud, "producten"))
        ),
    )  # fmt: skip


ONDERWERPEN: dict[str, Onderwerp] = {
    o.sleutel: o
    for o in (
        Onderwerp("besluit", _l("Besluit of afspraak"), _l("Wanneer hulp op een besluit rust, voor de gemeente en per product."), _besluit, _besluit_daarna),
        Onderwerp("bijdrage", _l("Eigen bijdrage"), _l("Of de inwoner meebetaalt, en waarom."), _bijdrage),
        Onderwerp("ladder", _l("De ladder"), _l("Hoe de treden heten, van eigen kracht tot maatwerk. De volgorde ligt vast."), _ladder),
        Onderwerp("termijnen", _l("Termijnen"), _l("Werkdagen, uren en weken die de gemeente zelf kiest. De wettelijke termijnen staan hier niet: die liggen vast."), _termijnen),
        Onderwerp("stappen", _l("Namen van stappen en plan"), _l("De woorden waarmee inwoners en collega's de stappen kennen."), _stappen),
        Onderwerp("teams", _l("Namen van teams"), _l("Een team met een nieuwe naam houdt zijn mensen en zijn vragen."), _teams),
        Onderwerp("normen", _l("Normenkaders"), _l("Welke norm telt, en welke alleen meeloopt."), _normen),
        Onderwerp("evaluatie", _l("Terugkijken"), _l("Hoe vaak u met de inwoner terugkijkt."), _evaluatie),
    )
}  # fmt: skip
