"""The pictures of steering: rows in, SVG out, always shown with their table.

Each function takes rows (mappings) with the names of the fields to draw, a title, and the sentence that says what
the picture shows. The same rows give the same SVG, and a drawing that was made before comes from memory: the key is
the content itself, so one municipality can never get the picture of another.
A value of None is "not known" or "too few to show"; it leaves a gap and says so, it is never drawn as zero.
"""

from collections.abc import Mapping
from math import floor
from typing import Any

import altair as alt

from wijkspil.sturing.grafiek_gegevens import (
    BREED,
    ONBEKEND,
    Rijen,
    als_getal,
    as_getal,
    bewaar,
    data_van,
    reeksnamen,
)
from wijkspil.sturing.grafiek_stijl import MERK, REEKS, STIL, TEKST, VLAK, getal
from wijkspil.sturing.grafiek_svg import teken
from wijkspil.sturing.grafiek_tijd import lijngrafiek, stroom
from wijkspil.sturing.grafiek_vormen import balk, dagen_in_woorden, leeg, radar

__all__ = [
    "balk",
    "dagen_in_woorden",
    "gestapeld",
    "lijngrafiek",
    "radar",
    "staafgrafiek",
    "stroom",
    "verdeling",
]


def staafgrafiek(
    rijen: Rijen,
    *,
    categorie: str,
    waarde: str,
    titel: str,
    uitleg: str,
    bijschrift: str | None = None,
    decimalen: int = 0,
    eenheid: str = "",
    kleur: str = MERK,
    breed: int = BREED,
) -> str:
    """Lying bars with the number at the end of each, in the order of the rows.

    `bijschrift` names a field with the words to show instead of the number, such as "minder dan 10".
    """
    punten = tuple(
        (str(rij[categorie]), als_getal(rij[waarde]), _woord(rij, waarde, bijschrift, decimalen, eenheid))
        for rij in rijen
    )
    return _staven(punten, titel, uitleg, kleur, breed)


@bewaar
def _staven(
    punten: tuple[tuple[str, float | None, str], ...], titel: str, uitleg: str, kleur: str, breed: int
) -> str:
    if not punten:
        return leeg(titel=titel, uitleg=uitleg, kleur=kleur)
    data = data_van({"c": naam, "w": waarde or 0, "l": woord} for naam, waarde, woord in punten)
    as_y = alt.Y("c:N", sort=None, title=None, axis=alt.Axis(labelColor=TEKST, domain=False))
    as_x = alt.X(
        "w:Q", axis=None, scale=alt.Scale(domainMin=min(0, *(waarde or 0 for _, waarde, _ in punten)))
    )
    basis = alt.Chart(data).encode(y=as_y, x=as_x)
    staven = basis.mark_bar(height={"band": 0.62}, cornerRadiusEnd=2)
    woorden = basis.mark_text(align="left", dx=7, fontWeight=600).encode(text="l:N")
    figuur = alt.layer(staven, woorden).properties(width=breed - 260, height=alt.Step(34))
    return teken(figuur, titel=titel, uitleg=uitleg, kleur=kleur)


def gestapeld(
    rijen: Rijen,
    *,
    categorie: str,
    waarde: str,
    reeks: str,
    titel: str,
    uitleg: str,
    decimalen: int = 0,
    kleur: str = MERK,
    breed: int = BREED,
) -> str:
    """Lying bars built from parts; each part has its own pattern and, where it fits, its number.

    Raises: ValueError for more than six parts.
    """
    punten = tuple((str(rij[categorie]), str(rij[reeks]), als_getal(rij[waarde])) for rij in rijen)
    return _stapels(punten, titel, uitleg, decimalen, kleur, breed)


@bewaar
def _stapels(
    punten: tuple[tuple[str, str, float | None], ...],
    titel: str,
    uitleg: str,
    decimalen: int,
    kleur: str,
    breed: int,
) -> str:
    if not punten:
        return leeg(titel=titel, uitleg=uitleg, kleur=kleur)
    namen = reeksnamen(naam for _, naam, _ in punten)
    som = dict.fromkeys((categorie for categorie, _, _ in punten), 0.0)
    grootste = _hoogste_som(punten)
    delen: list[dict[str, str | float]] = []
    for categorie, naam, waarde in sorted(punten, key=lambda punt: namen.index(punt[1])):
        deel = waarde or 0
        begin, som[categorie] = som[categorie], som[categorie] + deel
        woord = (
            getal(deel, decimalen) if deel > grootste * 0.07 else ""
        )  # what is too small to hold it stands in the table
        plek = {"van": begin, "tot": som[categorie], "midden": begin + deel / 2}
        delen.append({"c": categorie, "r": naam, "l": woord, **plek})
    schaal = alt.Scale(domain=namen, range=list(REEKS[: len(namen)]))
    volgorde = list(som)
    as_y = alt.Y("c:N", sort=volgorde, title=None, axis=alt.Axis(labelColor=TEKST, domain=False))
    basis = alt.Chart(data_van(delen)).encode(y=as_y)
    staven = basis.mark_bar(height={"band": 0.66}, stroke=VLAK, strokeWidth=1.5).encode(
        x=alt.X("van:Q", axis=None), x2="tot:Q", color=alt.Color("r:N", scale=schaal)
    )
    # A number on a pattern needs paper behind it: the same text, drawn broad in the colour of the page.
    papier = basis.mark_text(fontWeight=600, stroke=VLAK, strokeWidth=5, color=VLAK, strokeJoin="round")
    cijfers = basis.mark_text(fontWeight=600)
    totalen = alt.Chart(
        data_van({"c": naam, "w": totaal, "l": getal(totaal, decimalen)} for naam, totaal in som.items())
    )
    totaal = totalen.mark_text(align="left", dx=7, color=STIL).encode(y=as_y, x="w:Q", text="l:N")
    lagen = [staven, *(laag.encode(x="midden:Q", text="l:N") for laag in (papier, cijfers)), totaal]
    figuur = alt.layer(*lagen).properties(width=breed - 220, height=alt.Step(38))
    return teken(figuur, titel=titel, uitleg=uitleg, kleur=kleur)


def _hoogste_som(punten: tuple[tuple[str, str, float | None], ...]) -> float:
    som: dict[str, float] = {}
    for categorie, _, waarde in punten:
        som[categorie] = som.get(categorie, 0) + (waarde or 0)
    return max(som.values())


def verdeling(
    rijen: Rijen,
    *,
    waarde: str,
    stap: float,
    titel: str,
    uitleg: str,
    titel_x: str,
    titel_y: str = "aantal",
    norm: float | None = None,
    norm_naam: str = "norm",
    kleur: str = MERK,
    breed: int = BREED,
) -> str:
    """How often each value occurs, in classes of `stap` wide; each class includes its lower bound.

    Rows with None are left out. Raises: ValueError for a step that is not positive.
    """
    if stap <= 0:
        raise ValueError(f"De stap van een verdeling is {stap}; kies een klassebreedte groter dan 0.")
    klassen: dict[int, int] = {}
    for rij in rijen:
        if (gemeten := als_getal(rij[waarde])) is not None:
            klassen[floor(gemeten / stap)] = klassen.get(floor(gemeten / stap), 0) + 1
    return _klassen(
        tuple(sorted(klassen.items())), stap, titel, uitleg, titel_x, titel_y, norm, norm_naam, kleur, breed
    )


@bewaar
def _klassen(
    klassen: tuple[tuple[int, int], ...],
    stap: float,
    titel: str,
    uitleg: str,
    titel_x: str,
    titel_y: str,
    norm: float | None,
    norm_naam: str,
    kleur: str,
    breed: int,
) -> str:
    if not klassen:
        return leeg(titel=titel, uitleg=uitleg, kleur=kleur)
    laagste, hoogste = klassen[0][0], klassen[-1][0] + 1
    grenzen = [nummer * stap for nummer in range(laagste, hoogste + 1)]
    data = data_van(
        {"van": nummer * stap, "tot": (nummer + 1) * stap, "w": aantal} for nummer, aantal in klassen
    )
    top = max(aantal for _, aantal in klassen)
    rand = max(grenzen[-1], norm) if norm is not None else grenzen[-1]
    as_x = alt.X(
        "van:Q",
        title=titel_x,
        scale=alt.Scale(domain=[grenzen[0], rand], nice=False),
        axis=alt.Axis(values=grenzen[:: max(1, len(grenzen) // 12)], format=",~f", domain=True),
    )
    as_y = alt.Y("w:Q", title=titel_y, scale=alt.Scale(domain=[0, top * 1.12]), axis=as_getal(heel=True))
    lagen = [
        alt.Chart(data)
        .mark_bar(stroke=VLAK, strokeWidth=1.5, cornerRadiusEnd=2)
        .encode(x=as_x, x2="tot:Q", y=as_y, y2=alt.datum(0))
    ]
    if norm is not None:
        peil = alt.Chart(data_van([{"n": norm, "l": f"{norm_naam}: {getal(norm)}"}]))
        lagen.append(peil.mark_rule(color=TEKST, strokeWidth=1.5).encode(x="n:Q"))
        rechts = norm < (grenzen[0] + rand) / 2
        naam = peil.mark_text(
            align="left" if rechts else "right", dx=7 if rechts else -7, baseline="top", fontWeight=600
        )
        lagen.append(naam.encode(x="n:Q", y=alt.value(0), text="l:N"))
    figuur = alt.layer(*lagen).properties(width=breed - 70, height=230)
    return teken(figuur, titel=titel, uitleg=uitleg, kleur=kleur)


def _woord(rij: Mapping[str, Any], waarde: str, bijschrift: str | None, decimalen: int, eenheid: str) -> str:
    if bijschrift and rij.get(bijschrift):
        return str(rij[bijschrift])
    if rij[waarde] is None:
        return ONBEKEND
    return f"{getal(rij[waarde], decimalen)} {eenheid}".strip()
