"""Pictures of what may come: a point with the range in which it will probably fall."""

import altair as alt

from ..grafiek_gegevens import BREED, Rijen, als_getal, as_getal, bewaar, data_van
from ..grafiek_stijl import MERK, REEKS, TEKST
from ..grafiek_svg import teken
from ..grafiek_vormen import leeg


def bandbreedtes(
    rijen: Rijen,
    *,
    categorie: str,
    waarde: str,
    laag: str,
    hoog: str,
    bijschrift: str,
    titel: str,
    uitleg: str,
    titel_x: str,
    norm: float | None = None,
    norm_naam: str = "norm",
    kleur: str = MERK,
    breed: int = BREED,
) -> str:
    """Per row a point on its range, with the words of `bijschrift` behind it and, when given, a line at the norm."""
    punten = tuple(
        (str(r[categorie]), als_getal(r[waarde]), als_getal(r[laag]), als_getal(r[hoog]), str(r[bijschrift]))
        for r in rijen
    )
    return _banden(punten, titel, uitleg, titel_x, norm, norm_naam, kleur, breed)


@bewaar
def _banden(
    punten: tuple[tuple[str, float | None, float | None, float | None, str], ...],
    titel: str,
    uitleg: str,
    titel_x: str,
    norm: float | None,
    norm_naam: str,
    kleur: str,
    breed: int,
) -> str:
    bekend = [p for p in punten if p[1] is not None]
    if not bekend:
        return leeg(titel=titel, uitleg=uitleg, kleur=kleur)
    top = max(w for p in bekend for w in (p[1], p[3], norm) if w is not None) or 1.0
    data = data_van({"c": c, "w": w, "a": a, "z": z, "l": woord} for c, w, a, z, woord in bekend)
    as_y = alt.Y("c:N", sort=None, title=None, axis=alt.Axis(labelColor=TEKST, domain=False))
    schaal = alt.Scale(domain=[0, top * 1.02])
    basis = alt.Chart(data).encode(y=as_y)
    as_x = alt.X("a:Q", title=titel_x, scale=schaal, axis=as_getal())
    lagen = [
        basis.mark_bar(height=8, color=REEKS[0], opacity=0.25, cornerRadius=4).encode(x=as_x, x2="z:Q"),
        basis.mark_point(filled=True, size=110, opacity=1, color=REEKS[0]).encode(
            x=alt.X("w:Q", scale=schaal)
        ),
        basis.mark_text(align="left", dx=9, fontWeight=600).encode(x=alt.X("z:Q", scale=schaal), text="l:N"),
    ]
    if norm is not None:
        peil = alt.Chart(data_van([{"n": norm, "l": norm_naam}]))
        lagen.insert(0, peil.mark_rule().encode(x=alt.X("n:Q", scale=schaal)))
        lagen.append(
            peil.mark_text(align="left", dx=5, dy=-8, baseline="bottom").encode(
                x=alt.X("n:Q", scale=schaal), y=alt.value(0), text="l:N"
            )
        )
    figuur = alt.layer(*lagen).properties(width=breed - 330, height=alt.Step(38))
    return teken(figuur, titel=titel, uitleg=uitleg, kleur=kleur)
