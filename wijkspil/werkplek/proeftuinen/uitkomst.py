"""The result as a story: question, groups, picture, answer, doubts. Nothing before the first look."""

import csv
import io
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.proeftuinen.models import Proeftuin
from wijkspil.proeftuinen.uitkomsten import Uitkomst
from wijkspil.sturing.effecten import beelden, woorden
from wijkspil.sturing.effecten.gebieden import Paneel
from wijkspil.sturing.effecten.gegevens import Mens, Opzet, mensen_van
from wijkspil.sturing.effecten.oordeel import Gebiedenoordeel, Mensenoordeel, over_gebieden, over_mensen
from wijkspil.sturing.effecten.uitslag import Uitslag
from wijkspil.sturing.grafiek_stijl import getal
from wijkspil.sturing.kleine_groepen import KLEINSTE
from wijkspil.sturing.stand import Stand, lees_stand
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad

from .register import _pak

WIE = (Rol.BELEID, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER)


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One outcome as the page shows it."""

    uitkomst: Uitkomst
    zin: str
    meetbaar: bool
    beeld: str
    koppen: list[str]
    rijen: list[list[str]]
    aannamen: list[str]
    bron: str = ""
    recht: str = ""


@pagina(*WIE)
def proeftuin_uitkomst(request: Verzoek, proeftuin_id: UUID) -> HttpResponse:
    """The result of a pilot, in plain words first."""
    p = _pak(proeftuin_id)
    if p.eerste_blik_op is None:
        messages.info(
            request,
            _(
                "Nog niemand keek naar deze uitkomsten. Kies eerst “Kijk voor het eerst”; die dag blijft staan."
            ),
        )
        return naar(request, "proeftuin", proeftuin_id=p.pk)
    stand = lees_stand(request.gemeente.pk)
    mensen = _mensen(request, p, stand)
    context = {
        "p": p,
        "stand": stand,
        "kleinste": KLEINSTE,
        "groepen": _groepen(p, mensen),
        "antwoorden": antwoorden(p, mensen),
        "twijfels": _twijfels(p),
    }
    return render(request, "werkplek/proeftuinen/uitkomst.html", context)


@pagina(*WIE)
def proeftuin_download(request: Verzoek, proeftuin_id: UUID) -> HttpResponse:
    """The same numbers and words as a file."""
    p = _pak(proeftuin_id)
    if p.eerste_blik_op is None:
        messages.info(
            request,
            _(
                "Nog niemand keek naar deze uitkomsten. Kies eerst “Kijk voor het eerst”; die dag blijft staan."
            ),
        )
        return naar(request, "proeftuin", proeftuin_id=p.pk)
    buffer = io.StringIO()
    schrijf = csv.writer(buffer, delimiter=";").writerow
    for a in antwoorden(p, _mensen(request, p, lees_stand(request.gemeente.pk))):
        schrijf([_veilig(str(a.uitkomst.naam)), _veilig(a.zin)])
        schrijf([_veilig(k) for k in a.koppen])
        for rij in a.rijen:
            schrijf([_veilig(cel) for cel in rij])
        for aanname in a.aannamen:
            schrijf([_("Als dit klopt:"), aanname])
        schrijf([])
    naam = slugify(f"{request.gemeente.slug} {p.naam}")
    return HttpResponse(
        buffer.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{naam}.csv"'},
    )  # fmt: skip


def antwoorden(p: Proeftuin, mensen: tuple[Mens, ...]) -> list[Antwoord]:
    """Every outcome that the pilot promised to look at, whether it can be measured or not."""
    reeksen = {r.uitkomst: r for r in p.reeksen.all()}
    uit = []
    for u in p.gekozen_uitkomsten:
        if u.per_mens:
            uit.append(
                _van_mensen(
                    u, over_mensen(u.sleutel, mensen, float(p.marge_tevreden)), float(p.marge_tevreden)
                )
            )
        elif u.sleutel in reeksen:
            punten, eerste = reeksen[u.sleutel].punten, _eerste_periode(p, reeksen[u.sleutel].punten)
            uit.append(
                _van_gebieden(
                    u, over_gebieden(u.sleutel, Paneel.van(punten, eerste)), reeksen[u.sleutel].bron
                )
            )
        else:
            zin = _("Nog niet te meten: er zijn geen cijfers per gebied opgenomen.")
            uit.append(Antwoord(u, zin, False, "", [], [], []))
    return uit


def _mensen(request: Verzoek, p: Proeftuin, stand: Stand | None) -> tuple[Mens, ...]:
    if stand is None or p.begint_op is None or not any(u.per_mens for u in p.gekozen_uitkomsten):
        return ()
    werkwijze, eigen = (
        laad(request.gemeente.werkwijze, klok.vandaag()),
        p.instap == Proeftuin.Instap.EIGEN_TRAJECT,
    )
    afspraken = next(
        (
            x.eigen_traject
            for x in werkwijze.producten
            if x.eigen_traject and p.instap_product in ("", x.code)
        ),
        None,
    )
    vast = afspraken.kostprijs_per_traject if afspraken else None
    opzet = Opzet(
        proeftuin=str(p.pk), begint_op=p.begint_op, eigen_traject=eigen,
        producten=(p.instap_product,) if p.instap_product and eigen else (), vergelijk_producten=tuple(p.vergelijk_producten),
        vergelijk_zelf=eigen and p.vergelijking == Proeftuin.Vergelijking.MENSEN,
        vaste_prijs_cent=int(vast * 100) if vast is not None else None,
    )  # fmt: skip
    return mensen_van(stand, opzet, klok.vandaag())


def _eerste_periode(p: Proeftuin, punten: list[dict[str, Any]]) -> str:
    """The first whole period of the pilot, in the words of the series."""
    assert p.begint_op is not None
    dag = p.begint_op
    if punten and "-" in punten[0]["periode"]:
        return f"{dag.year}-{(dag.month + 2) // 3}"
    return str(dag.year)


def _groepen(p: Proeftuin, mensen: tuple[Mens, ...]) -> list[dict[str, Any]]:
    per_mens = any(u.per_mens for u in p.gekozen_uitkomsten)
    return [
        {"naam": beelden.groepsnaam(proef), "wie": p.doelgroep if proef else p.vergelijkgroep, "n": _aantal(sum(m.proef == proef for m in mensen)) if per_mens else ""}
        for proef in (True, False)
    ]  # fmt: skip


def _veilig(tekst: str) -> str:
    """Words that a spreadsheet would take for a formula become plain words."""
    return f"'{tekst}" if tekst[:1] in "=+@\t\r" or (tekst[:1] == "-" and not tekst[1:2].isdigit()) else tekst


def _aantal(n: int) -> str:
    return str(n) if n == 0 or n >= KLEINSTE else _("minder dan %(n)d") % {"n": KLEINSTE}


def _van_mensen(u: Uitkomst, oordeel: Mensenoordeel, marge: float) -> Antwoord:
    ruw, recht = oordeel.ruw, oordeel.recht
    zin = woorden.over_mensen(oordeel, marge)
    rijen = [[_("proefgroep"), _aantal(ruw.aantal_proef), _of_streep(oordeel, "proef")], [_("vergelijkgroep"), _aantal(ruw.aantal_vergelijk), _of_streep(oordeel, "vergelijk")]]  # fmt: skip
    rijen.append([_("verschil"), _met_interval(u.sleutel, ruw), ""])
    if recht is not None:
        rijen.append(
            [_("verschil, rechtgetrokken voor hoe mensen begonnen"), _met_interval(u.sleutel, recht), ""]
        )
    koppen = [
        _("Groep"),
        _("Mensen"),
        _("Gemiddeld") if u.sleutel != "duur" else _("Gemiddeld in de gevolgde tijd"),
    ]
    return Antwoord(u, zin, ruw.meetbaar, beelden.van_mensen(oordeel, str(u.naam), zin), koppen, rijen, woorden.aannamen(ruw, recht), recht=_verandert(ruw, recht))  # fmt: skip


def _of_streep(oordeel: Mensenoordeel, groep: str) -> str:
    waarde = oordeel.ruw.feiten.get(groep) if oordeel.ruw.meetbaar else None
    return _("nog niet te meten") if waarde is None else woorden.bedrag(oordeel.uitkomst, waarde)


def _met_interval(sleutel: str, u: Uitslag) -> str:
    if u.waarde is None or u.laag is None or u.hoog is None:
        return woorden.nog_niet(u)
    w, laag, hoog = (woorden.bedrag(sleutel, x) for x in (u.waarde, u.laag, u.hoog))
    return _("%(w)s (tussen %(laag)s en %(hoog)s)") % {"w": w, "laag": laag, "hoog": hoog}


def _verandert(ruw: Uitslag, recht: Uitslag | None) -> str:
    """A warning where putting straight changes the answer."""
    if recht is None or not ruw.meetbaar:
        return ""
    if not recht.meetbaar:
        return _("Rechttrekken voor hoe mensen begonnen kan nog niet. Lees het antwoord dus met zorg.")
    if ruw.richting != recht.richting:
        return _(
            "Let op: rechtgetrokken voor hoe mensen begonnen is het antwoord anders. De groepen verschilden dus al vooraf."
        )
    return _("Rechtgetrokken voor hoe mensen begonnen blijft het antwoord hetzelfde.")


def _van_gebieden(u: Uitkomst, oordeel: Gebiedenoordeel, bron: str) -> Antwoord:
    zin = woorden.over_gebieden(oordeel)
    paneel, index = oordeel.paneel, {(r["gebied"], r["periode"]): r["index"] for r in oordeel.index}
    rijen = [
        [
            f"{g} ({_('proef')})" if paneel.proef[k] else g,
            *(getal(float(index[g, t])) for t in paneel.perioden),
        ]
        for k, g in enumerate(paneel.gebieden)
    ]
    leeg = [""] * (len(paneel.perioden) - 1)
    rijen.append([_("verschil, voor en na"), _procenten(oordeel.did), *leeg])
    rijen.append([_("verschil met een mengsel van de andere"), _procenten(oordeel.mengsel), *leeg])
    recht = {
        True: _("Voor het begin gingen de groepen gelijk op."),
        False: _(
            "Let op: voor het begin gingen de groepen al niet gelijk op. Het verschil kan daardoor komen."
        ),
        None: _("Of de groepen vooraf gelijk opgingen, is met deze cijfers niet te zien."),
    }[oordeel.gelijk_vooraf]
    beeld = beelden.van_gebieden(oordeel, str(u.naam), zin) if paneel.gebieden else ""
    return Antwoord(u, zin, oordeel.hoofd.meetbaar, beeld, [_("Gebied"), *paneel.perioden], rijen, woorden.aannamen(oordeel.did, oordeel.mengsel), bron, recht)  # fmt: skip


def _procenten(u: Uitslag) -> str:
    if u.waarde is None or u.laag is None or u.hoog is None:
        ruw = u.feiten.get("verschil")
        los = _("%(n)s%%.") % {"n": getal(ruw)} if ruw is not None else ""
        return f"{los} {woorden.nog_niet(u)}".strip()
    return _("%(w)s%% (tussen %(laag)s%% en %(hoog)s%%)") % {
        "w": getal(u.waarde),
        "laag": getal(u.laag),
        "hoog": getal(u.hoog),
    }


def _twijfels(p: Proeftuin) -> list[str]:
    """What makes the answer weaker, from the life of the pilot itself."""
    uit = []
    if p.geregistreerd_op and p.begint_op and p.geregistreerd_op > p.begint_op:
        uit.append(
            _("De proeftuin is pas vastgelegd toen hij al liep. Wie al iets zag, kon de vraag erbij zoeken.")
        )
    na = p.wijzigingen.filter(na_eerste_blik=True).count()
    if na:
        uit.append(
            _("Na de eerste blik is er nog iets veranderd (%(n)d keer). Lees bij de proeftuin wat en waarom.")
            % {"n": na}
        )
    afgevallen = p.deelnames.filter(tot__isnull=False).count()
    if afgevallen >= KLEINSTE:
        uit.append(
            _("Er vielen %(n)d vragen af. Zij tellen mee in de groep waar zij begonnen.") % {"n": afgevallen}
        )
    aantal = len(p.gekozen_uitkomsten)
    if aantal > 1:
        uit.append(
            _("Er zijn %(n)d uitkomsten bekeken. Hoe meer u bekijkt, hoe vaker er één toevallig uitspringt.")
            % {"n": aantal}
        )
    uit.append(
        _(
            "Sociale effecten, zoals minder eenzaam zijn, staan hier niet. Die zijn met deze gegevens nog niet te meten."
        )
    )
    return uit


__all__ = ["antwoorden", "proeftuin_download", "proeftuin_uitkomst"]
