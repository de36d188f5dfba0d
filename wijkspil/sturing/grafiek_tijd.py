"""Charts over time: lines with their norm and uncertainty, and the flow in, through and out."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
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
from wijkspil.sturing.grafiek_stijl import LIJN, MERK, REEKS, STIL, STREEP, getal
from wijkspil.sturing.grafiek_svg import teken
from wijkspil.sturing.grafiek_vormen import leeg


def lijngrafiek(
    rijen: Rijen,
    *,
    x: str,
    y: str,
    titel: str,
    uitleg: str,
    titel_y: str,
    reeks: str | None = None,
    laag: str | None = None,
    hoog: str | None = None,
    norm: float | None = None,
    norm_naam: str = "norm",
    decimalen: int = 0,
    kleur: str = MERK,
    breed: int = BREED,
) -> str:
    """Lines over time or steps, named at their end; at most six.

    `x` holds dates or texts in order. `laag` and `hoog` name the fields of an uncertainty band, `norm` draws a level.
    Raises: ValueError for more than six lines.
    """
    punten = tuple(
        (
            rij[x],
            als_getal(rij[y]),
            str(rij[reeks]) if reeks else "",
            als_getal(rij.get(laag)) if laag else None,
            als_getal(rij.get(hoog)) if hoog else None,
        )
        for rij in rijen
    )
    return _lijnen(punten, titel, uitleg, titel_y, norm, norm_naam, decimalen, kleur, breed)


_Lijnpunt = tuple[date | str, float | None, str, float | None, float | None]


@bewaar
def _lijnen(
    punten: tuple[_Lijnpunt, ...],
    titel: str,
    uitleg: str,
    titel_y: str,
    norm: float | None,
    norm_naam: str,
    decimalen: int,
    kleur: str,
    breed: int,
) -> str:
    bekend = [punt for punt in punten if punt[1] is not None]
    if not bekend:
        return leeg(titel=titel, uitleg=uitleg, kleur=kleur)
    namen = reeksnamen(punt[2] for punt in punten)
    top = max(waarde for punt in punten for waarde in (punt[1], punt[4], norm) if waarde is not None)
    basis = alt.Chart(data_van(_lijnrij(punt) for punt in punten)).encode(x=_as_x(punten))
    as_y = alt.Y(
        "w:Q", title=titel_y, scale=alt.Scale(domain=[0, top * 1.08 or 1], nice=True), axis=as_getal()
    )
    stijl = alt.StrokeDash(
        "r:N", scale=alt.Scale(domain=namen, range=[STREEP[i] for i in range(len(namen))]), legend=None
    )
    lagen = []
    if any(punt[3] is not None and punt[4] is not None for punt in punten):
        lagen.append(
            basis.mark_area(color=REEKS[0], opacity=0.16).encode(y="laag:Q", y2="hoog:Q", detail="r:N")
        )
    if norm is not None:
        lagen.append(alt.Chart(data_van([{"n": norm}])).mark_rule().encode(y="n:Q"))
    lagen.append(basis.mark_line().encode(y=as_y, strokeDash=stijl, detail="r:N"))
    wijdte = breed - 200
    einden, peil = _einden(bekend, namen, top, decimalen, norm, norm_naam)
    slot = alt.Chart(data_van(einden)).encode(x=_as_x(punten))
    lagen.append(slot.mark_point(filled=True, size=46, opacity=1, color=REEKS[0]).encode(y="w:Q"))
    lagen.append(slot.mark_text(align="left", dx=9, fontWeight=600).encode(y="plek:Q", text="l:N"))
    if peil:
        naam = alt.Chart(data_van([peil])).mark_text(align="left", dx=9, color=STIL)
        lagen.append(naam.encode(x=alt.value(wijdte), y="plek:Q", text="l:N"))
    figuur = alt.layer(*lagen).properties(width=wijdte, height=250)
    return teken(figuur, titel=titel, uitleg=uitleg, kleur=kleur)


def _lijnrij(punt: _Lijnpunt) -> dict[str, Any]:
    plaats, waarde, naam, laag, hoog = punt
    return {"x": _plaats(plaats), "w": waarde, "r": naam, "laag": laag, "hoog": hoog}


def _einden(
    bekend: Sequence[_Lijnpunt],
    namen: Sequence[str],
    top: float,
    decimalen: int,
    norm: float | None,
    norm_naam: str,
) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """The last point of each line with its name and number, and the name of the norm; names never overlap."""
    laatste = {punt[2]: punt for punt in bekend}
    einden: list[dict[str, Any]] = []
    for naam in namen:
        if (punt := laatste.get(naam)) is not None and punt[1] is not None:
            woord = f"{naam} {getal(punt[1], decimalen)}".strip()
            einden.append({"x": _plaats(punt[0]), "w": punt[1], "plek": punt[1], "l": woord})
    peil = None
    if norm is not None:
        peil = {"plek": norm, "l": f"{norm_naam} {getal(norm, 0 if norm == int(norm) else 1)}"}
    alle = sorted([*einden, peil] if peil else einden, key=lambda rij: rij["plek"])
    for lager, hoger in pairwise(alle):
        hoger["plek"] = max(hoger["plek"], lager["plek"] + top * 0.075)
    return einden, peil


def _plaats(waarde: date | str) -> str:
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


def _as_x(punten: Sequence[_Lijnpunt]) -> alt.X:
    if isinstance(punten[0][0], date):
        as_ = alt.Axis(format="%b %Y", tickCount=6, labelOverlap=True, labelFlush=False)
        return alt.X("x:T", title=None, scale=alt.Scale(type="utc"), axis=as_)
    volgorde = list(dict.fromkeys(str(punt[0]) for punt in punten))
    return alt.X("x:N", sort=volgorde, title=None, scale=alt.Scale(type="point"), axis=alt.Axis(labelAngle=0))


def stroom(
    rijen: Rijen,
    *,
    periode: str,
    instroom: str,
    uitstroom: str,
    stand: str,
    titel: str,
    uitleg: str,
    kleur: str = MERK,
    breed: int = BREED,
) -> str:
    """In, through and out: above how many run at the end of each period, below who came (up) and who left (down)."""
    punten = tuple(
        (str(rij[periode]), als_getal(rij[instroom]), als_getal(rij[uitstroom]), als_getal(rij[stand]))
        for rij in rijen
    )
    return _stromen(punten, titel, uitleg, kleur, breed)


@bewaar
def _stromen(
    punten: tuple[tuple[str, float | None, float | None, float | None], ...],
    titel: str,
    uitleg: str,
    kleur: str,
    breed: int,
) -> str:
    if not punten:
        return leeg(titel=titel, uitleg=uitleg, kleur=kleur)
    perioden = [punt[0] for punt in punten]
    as_x = alt.X("p:N", sort=perioden, title=None, axis=alt.Axis(labels=False, domain=False))
    standen = data_van({"p": punt[0], "w": punt[3], "l": _kort(punt[3])} for punt in punten)
    boven = alt.Chart(standen, title=_kopje("Loopt aan het eind")).encode(
        x=as_x, y=alt.Y("w:Q", axis=None, scale=alt.Scale(zero=True))
    )
    lijn = boven.mark_line(point={"filled": True, "size": 40, "color": REEKS[0], "opacity": 1})
    wijdte = breed - 60
    loop = alt.layer(lijn, boven.mark_text(dy=-13).encode(text="l:N")).properties(width=wijdte, height=64)
    beweging = [
        {"p": punt[0], "w": teken_ * waarde, "r": soort, "l": _kort(waarde)}
        for punt in punten
        for soort, waarde, teken_ in (("Instroom", punt[1], 1), ("Uitstroom", punt[2], -1))
        if waarde is not None
    ]
    schaal = alt.Scale(domain=["Instroom", "Uitstroom"], range=list(REEKS[:2]))
    as_p = alt.X(
        "p:N",
        sort=perioden,
        title=None,
        axis=alt.Axis(orient="bottom", labelAngle=0, domain=False, offset=22),
    )
    onder = alt.Chart(data_van(beweging)).encode(x=as_p, y=alt.Y("w:Q", axis=None))
    staven = onder.mark_bar(width={"band": 0.55}).encode(
        color=alt.Color("r:N", scale=schaal, legend=alt.Legend(orient="bottom", offset=16))
    )
    op = onder.transform_filter("datum.w >= 0").mark_text(dy=-10).encode(text="l:N")
    neer = onder.transform_filter("datum.w < 0").mark_text(dy=11).encode(text="l:N")
    nul = (
        alt.Chart(data_van([{"n": 0}])).mark_rule(strokeDash=[], color=LIJN).encode(y=alt.Y("n:Q", axis=None))
    )
    komen_gaan = alt.layer(nul, staven, op, neer).properties(width=wijdte, height=170)
    figuur = alt.vconcat(loop, komen_gaan, spacing=22)
    return teken(figuur, titel=titel, uitleg=uitleg, kleur=kleur)


def _kopje(tekst: str) -> alt.TitleParams:
    return alt.TitleParams(tekst, anchor="start", fontSize=13, fontWeight=400, color=STIL, offset=18)


def _kort(waarde: float | None) -> str:
    return ONBEKEND if waarde is None else getal(waarde)
