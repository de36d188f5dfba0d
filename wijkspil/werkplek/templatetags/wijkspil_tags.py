"""What templates may say: dates and terms in words, money from cents, names, and the building blocks with a body.

Blocks without a body are plain includes in ``templates/componenten/``; each says in its first lines which
variables it takes. Nothing here reads the database.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.numbers import format_currency
from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select, Textarea
from django.forms.widgets import Input
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from wijkspil.core.klok import vandaag as vandaag_nu
from wijkspil.werkplek.klok import Klok, klok_van

register = template.Library()


def _dag(waarde: date | datetime) -> date:
    """Return the local calendar day of a date or a moment."""
    if isinstance(waarde, datetime):
        return (timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde).date()
    return waarde


@register.filter
def datum(waarde: date | datetime | None, vorm: str = "dag") -> str:
    """Write a day in words: "dinsdag 24 november", with the year when it is not this one.

    ``vorm``: "dag" (with weekday), "kort" ("24 november"), "jaar" ("24 november 2026"), "moment" (with time).
    """
    if waarde is None or waarde == "":
        return ""
    dag = _dag(waarde)
    met_jaar = vorm == "jaar" or dag.year != vandaag_nu().year
    patroon = ("" if vorm in ("kort", "jaar") else "l ") + "j F" + (" Y" if met_jaar else "")
    tekst = date_format(dag, patroon)
    if vorm == "moment" and isinstance(waarde, datetime):
        uur = date_format(timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde, "H:i")
        return gettext("%(dag)s om %(uur)s uur") % {"dag": tekst, "uur": uur}
    return tekst


@register.filter
def termijn(uiterlijk: date | datetime | None, vandaag: date | None = None) -> str:
    """Say how much time is left: "nog 9 dagen (uiterlijk 3 december)", or "2 dagen te laat"."""
    if not uiterlijk:
        return ""
    dag = _dag(uiterlijk)
    over = (dag - (vandaag or vandaag_nu())).days
    if over < 0:
        return ngettext("%(n)d dag te laat", "%(n)d dagen te laat", -over) % {"n": -over}
    if over == 0:
        return gettext("vandaag is de laatste dag")
    nog = ngettext("nog %(n)d dag", "nog %(n)d dagen", over) % {"n": over}
    return gettext("%(nog)s (uiterlijk %(dag)s)") % {"nog": nog, "dag": datum(dag, "kort")}


@register.filter
def euro(centen: int | None) -> str:
    """Write an amount in cents as money: 123456 becomes "€ 1.234,56"."""
    if centen is None or centen == "":
        return ""
    taal = "en_GB" if (get_language() or "nl").startswith("en") else "nl_NL"
    return format_currency(Decimal(centen) / 100, "EUR", locale=taal)


@register.filter
def naam(persoon: Any, vorm: str = "vol") -> str:
    """Write a person's name: "Fatima el Amrani", or for a list ("lijst") "Amrani, Fatima el".

    Takes anything with ``roepnaam`` or ``voornamen``, ``voorvoegsel`` and ``achternaam`` (or ``geslachtsnaam``);
    something without those is written as it is.
    """
    if persoon is None or isinstance(persoon, str):
        return persoon or ""
    deel = {
        veldnaam: str(getattr(persoon, veldnaam, "") or "")
        for veldnaam in ("roepnaam", "voornamen", "voorvoegsel", "achternaam", "geslachtsnaam")
    }
    voor = deel["roepnaam"] or deel["voornamen"]
    achter = deel["achternaam"] or deel["geslachtsnaam"]
    if not achter:
        return str(persoon)
    if vorm == "lijst":
        return f"{achter}, {' '.join(filter(None, (voor, deel['voorvoegsel'])))}".rstrip(", ")
    return " ".join(filter(None, (voor, deel["voorvoegsel"], achter)))


@register.filter
def initialen(volle_naam: str) -> str:
    """Take two letters from a name, for the small round mark beside it."""
    woorden = [woord for woord in str(volle_naam).split() if woord[:1].isupper()]
    if not woorden:
        return str(volle_naam)[:1].upper()
    return woorden[0][0] + (woorden[-1][0] if len(woorden) > 1 else "")


@register.inclusion_tag("componenten/veld.html")
def veld(gebonden: BoundField, soort: str = "", rij: bool = False, rijen: int = 0) -> dict[str, Any]:
    """Show one form field with label, help and error, tied together for a screen reader.

    ``soort`` overrides the input type ("date", "tel", ...), ``rij`` puts choices beside each other,
    ``rijen`` sets the height of a text area.
    """
    widget = gebonden.field.widget
    keuzes = isinstance(widget, (RadioSelect, CheckboxSelectMultiple))
    beschrijft = [f"{gebonden.auto_id}_uitleg"] if gebonden.help_text else []
    beschrijft += [f"{gebonden.auto_id}_fout"] if gebonden.errors else []
    attributen: dict[str, Any] = {"aria-describedby": " ".join(beschrijft) or False}
    if isinstance(widget, Textarea):
        attributen["class"] = "utrecht-textarea"
        if rijen:
            attributen["rows"] = rijen
    elif isinstance(widget, Select) and not keuzes:
        attributen["class"] = "utrecht-select"
    elif not keuzes and not isinstance(widget, CheckboxInput):
        attributen["class"] = "utrecht-textbox"
    if soort and isinstance(widget, Input):
        widget.input_type = soort  # as an attribute it would stand there twice
    if gebonden.errors:
        attributen["aria-invalid"] = "true"
        if "class" in attributen:
            attributen["class"] += f" {attributen['class']}--invalid"
    if isinstance(widget, CheckboxSelectMultiple):
        attributen = {}
    eigen = widget.attrs.get("class")
    if eigen and "class" in attributen:
        attributen["class"] += f" {eigen}"
    return {
        "veld": gebonden,
        "invoer": "" if keuzes else gebonden.as_widget(attrs=attributen),
        "opties": list(gebonden) if keuzes else [],
        "is_vinkje": isinstance(widget, CheckboxInput),
        "is_groep": keuzes,
        "beschrijft": " ".join(beschrijft),
        "rij": rij,
        "mag": not gebonden.field.required,
    }


@register.inclusion_tag("componenten/klok.html")
def klok(
    uiterlijk: date | None = None,
    begin: date | None = None,
    vandaag: date | None = None,
    opgeschort: bool = False,
    waarom: str = "",
    groot: bool = False,
) -> dict[str, Any]:
    """Show a clock from its dates; ``wijkspil.werkplek.klok.klok_van`` makes the same from code."""
    stand: Klok = klok_van(uiterlijk, begin=begin, vandaag=vandaag or vandaag_nu(), opgeschort=opgeschort)
    return {"klok": stand, "waarom": waarom, "groot": groot}


def _blok(sjabloon: str, inhoud: SafeString, **waarden: Any) -> SafeString:
    return render_to_string(sjabloon, {"inhoud": inhoud, **waarden})


@register.simple_block_tag
def kaart(
    content: SafeString, kop: str = "", niveau: int = 2, soort: str = "", terzijde: str = ""
) -> SafeString:
    """Frame a card around its body. ``soort``: "" | "stil" (grey) | "nu" (the current step)."""
    return _blok("componenten/kaart.html", content, kop=kop, niveau=niveau, soort=soort, terzijde=terzijde)


@register.simple_block_tag
def melding(content: SafeString, soort: str = "info", kop: str = "") -> SafeString:
    """Show a message: "info" | "goed" | "let-op" | "fout". What is wrong, why it matters, what to do."""
    return _blok("componenten/melding.html", content, soort=soort, kop=kop)


@register.simple_block_tag
def leeg(content: SafeString, kop: str = "") -> SafeString:
    """Stand in for an empty list: the body says what will appear here and how."""
    return _blok("componenten/leeg.html", content, kop=kop)


@register.simple_block_tag
def figuur(
    content: SafeString,
    kop: str = "",
    zin: str = "",
    beeld: str = "",
    definitie: str = "",
    downloads: list[dict[str, str]] | None = None,
    niveau: int = 2,
) -> SafeString:
    """Show a picture with its sentence, its table (the body), its definition and its downloads."""
    return _blok(
        "componenten/grafiek_met_tabel.html",
        content,
        kop=kop,
        zin=zin,
        beeld=beeld,
        definitie=definitie,
        downloads=downloads or [],
        niveau=niveau,
    )


@register.simple_tag
def vakken(stand: int | None, eerder: int | None = None) -> SafeString:
    """Draw a self-sufficiency level (1-5) as five small boxes; a mark shows where it was before."""
    delen = format_html_join(
        "",
        '<rect class="wsp-zrm__vak{}" x="{}" y="1" width="22" height="12" rx="2"/>',
        ((" wsp-zrm__vak--vol" if stand and n <= stand else "", (n - 1) * 27 + 1) for n in range(1, 6)),
    )
    merk = SafeString("")
    if eerder and eerder != stand:
        plek = (eerder - 1) * 27 + 1
        merk = format_html('<rect class="wsp-zrm__eerder" x="{}" y="1" width="22" height="12" rx="2"/>', plek)
    return format_html(
        '<svg class="wsp-zrm__schaal" viewBox="0 0 136 14" aria-hidden="true">{}{}</svg>', delen, merk
    )
