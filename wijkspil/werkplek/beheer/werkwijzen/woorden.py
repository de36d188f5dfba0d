"""The keys of a way of working in words for people. A key without a word of its own is shown as it is written, without underscores."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.gemeenten.models import Gemeente
from wijkspil.werkplek.templatetags.wijkspil_tags import datum
from wijkspil.werkwijzen.kast import meegeleverd

DELEN: dict[str, str | Promise] = {
    "": _l("Begin van het bestand"),
    "slug": _l("Naam van de werkwijze"),
    "versie": _l("Versie"),
    "geldig_vanaf": _l("Geldig vanaf"),
    "geldig_tot": _l("Geldig tot en met"),
    "in_het_kort": _l("In het kort"),
    "toelichting": _l("Toelichting"),
    "gemeente": _l("De gemeente"),
    "regio": _l("De regio"),
    "assen": _l("Acht keuzes"),
    "kanalen": _l("Kanalen"),
    "deuren": _l("Deuren"),
    "teams": _l("Teams"),
    "stappen": _l("Stappen en hun namen"),
    "triage": _l("Hoe snel kijken we?"),
    "gesprek": _l("Het gesprek"),
    "melding": _l("De melding"),
    "plan": _l("Het plan"),
    "ladder": _l("De ladder van oplossingen"),
    "uitkomsten": _l("Uitkomsten"),
    "bezwaar": _l("Bezwaar"),
    "brieven": _l("Brieven"),
    "evaluatie": _l("Evaluatie"),
    "nazorg": _l("Nazorg"),
    "berichtenverkeer": _l("Berichten met aanbieders"),
    "inkoop": _l("Inkoop"),
    "consortium": _l("Consortium"),
    "normenkaders": _l("Normenkaders"),
    "proeven": _l("Proeven"),
    "lidmaatschappen": _l("Regio's waar de gemeente bij hoort"),
    "gedeelde_toegang": _l("Gedeelde toegang"),
    "partners": _l("Partners"),
    "overdracht": _l("Warme overdracht"),
    "wetten": _l("Wetten achter de deur"),
    "gedeelde_besparingen": _l("Gedeelde besparingen"),
    "aanbieder_mandaat": _l("Mandaat aan een aanbieder"),
    "continuiteit": _l("Dezelfde aanbieder houden"),
    "betalen": _l("Betalen"),
    "woorden": _l("Eigen woorden"),
    "doelen": _l("Doelen"),
    "contact": _l("Contact houden"),
    "afbouw": _l("Afbouwen"),
    "bandbreedte": _l("Meer of minder zonder nieuw besluit"),
    "indicatie": _l("Indicatie"),
    "wachttijd": _l("Wachttijd"),
    "thema": _l("Kleuren"),
    "producten": _l("Producten"),
}
LABELS: dict[str, str | Promise] = {
    "besluitvorm": _l("Besluit"),
    "wanneer": _l("wanneer een besluit"),
    "inhoud": _l("wat er in het besluit staat"),
    "uren_intern": _l("uren staan intern achter het resultaat"),
    "bij_pgb": _l("besluit bij een pgb"),
    "levering": _l("Wie levert"),
    "bekostiging": _l("Hoe wordt betaald"),
    "toegang": _l("Waar komt een vraag binnen"),
    "verantwoording": _l("Hoe leggen aanbieders verantwoording af"),
    "schaal": _l("Wie koopt in"),
    "onderzoek": _l("Wie onderzoekt"),
    "eigen_bijdrage": _l("Eigen bijdrage"),
    "algemene_voorziening": _l("algemene voorziening"),
    "geldt": _l("de inwoner betaalt"),
    "elke_maanden": _l("elke zoveel maanden terugkijken"),
    "na_weken": _l("na zoveel weken nabellen"),
    "bevestiging_werkdagen": _l("bevestigd binnen zoveel werkdagen"),
    "terugkijken_na_weken": _l("terugkijken na zoveel weken"),
    "klok_uren": _l("binnen zoveel uur"),
    "waarschuw_na_uren": _l("waarschuwing na zoveel uur"),
    "vanaf_punten": _l("vanaf zoveel punten"),
    "zekerheid": _l("zekerheid"),
    "merk": _l("merkkleur"),
    "op_merk": _l("tekst op de merkkleur"),
    "mag_zonder_besluit": _l("mag zonder besluit"),
    "evaluatie_maanden": _l("terugkijken na zoveel maanden"),
    "naam_in_brieven": _l("naam in brieven"),
    "cbs_code": _l("CBS-code"),
    "zrm": _l("zelfredzaamheid-matrix"),
    "keer_per_jaar": _l("keer per jaar"),
    "tweede_persoon_vanaf": _l("een tweede persoon vanaf (euro)"),
    "hoogstens_per_begunstigde": _l("hoogstens per partij (euro)"),
    "hoogstens_per_batch": _l("hoogstens per betaalbatch (euro)"),
}
WAARDEN: dict[str, str | Promise] = {
    "op_verzoek": _l("op verzoek van de inwoner"),
    "resultaat_zonder_uren": _l("het resultaat, zonder uren"),
    "activiteiten_en_frequenties": _l("activiteiten en hoe vaak"),
    "gecontracteerd": _l("gecontracteerde aanbieders"),
    "eigen_team": _l("het eigen team"),
    "informeel": _l("mensen uit de buurt"),
    "pxq": _l("prijs maal hoeveelheid"),
    "maandbedrag": _l("een vast bedrag per maand"),
    "periodetarief": _l("een tarief per periode"),
    "lumpsum": _l("een vaste som"),
    "wijk": _l("een team in de wijk"),
    "centraal": _l("één centrale toegang"),
    "gefedereerd": _l("elke aangesloten organisatie"),
    "gedelegeerd": _l("een ander, onder de gemeente"),
    "gemandateerd": _l("een aanbieder met mandaat"),
    "centrumgemeente": _l("de centrumgemeente"),
    "client": _l("per inwoner"),
    "populatie": _l("over de hele groep"),
}


def woord(deel: str) -> str:
    """A key in words."""
    return str(LABELS.get(deel) or DELEN.get(deel) or deel.replace("_", " "))


def titel(deel: str) -> str:
    """The title of a part of the file."""
    return str(DELEN.get(deel) or deel.replace("_", " ").capitalize())


def waar(sleutel: str) -> str:
    """A path below its part, for people: `producten[02A16].eenheid` becomes "02A16 › eenheid"."""
    delen = sleutel.replace("[", ".[").split(".")
    rest = [d.strip("[]") if d.startswith("[") else woord(d) for d in delen[1:] if d != "lijst"]
    return " › ".join(rest) or titel(delen[0])


def toon(waarde: object) -> str:
    """A value in words; an empty one says so."""
    if waarde is None:
        return _("staat er niet")
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, date):
        return datum(waarde, "jaar")
    if isinstance(waarde, Decimal):
        return f"€ {waarde:.2f}".replace(".", ",")
    if isinstance(waarde, Mapping):
        return "; ".join(f"{woord(str(s))}: {toon(w)}" for s, w in waarde.items() if w not in (None, ()))
    if isinstance(waarde, tuple | list):
        return ", ".join(toon(deel) for deel in waarde) or _("geen")
    tekst = str(waarde)
    return str(WAARDEN.get(tekst) or (tekst.replace("_", " ") if tekst.islower() else tekst))


def versienaam(sleutel: str, gemeente: Gemeente) -> str:
    """The key of a version as people here say it: "Voorbeeldstad, vanaf 1 januari 2026"; anything else as it is."""
    slug, _at, dag = sleutel.partition("@")
    namen = {s.partition("@")[0]: naam for s, naam in meegeleverd().items()}
    namen[gemeente.werkwijze] = gemeente.naam
    try:
        begin = datum(date.fromisoformat(dag), "jaar")
    except ValueError:
        return sleutel
    return _("%(naam)s, vanaf %(dag)s") % {"naam": namen.get(slug, slug), "dag": begin}
