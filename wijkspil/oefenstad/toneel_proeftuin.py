"""Pilots of the practice town, from `proeftuinen.yaml`: written down, locked, with cases, lessons and figures. Once per municipality.

Played through the real actions, each on its own day. Call it with nothing open and before routes are chosen, so that those join.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from wijkspil.aanbieders.models import Product
from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.plannen.actions import begin_plan, voeg_regel_toe
from wijkspil.plannen.actions.trajecten import (
    afspraken_voor,
    beeindig_traject,
    begin_traject,
    werk_traject_bij,
)
from wijkspil.proeftuinen import actions
from wijkspil.proeftuinen.deelname import stap_in
from wijkspil.proeftuinen.models import Proeftuin
from wijkspil.proeftuinen.reeksen import lees_regels, neem_reeks_op
from wijkspil.regels.ladder import Trede
from wijkspil.regels.onderzoek import Stap as Onderzoeksstap
from wijkspil.toegang.actions import (
    neem_melding_op,
    rond_onderzoek_af,
    sluit_af,
    start_onderzoek,
    vul_onderzoek_in,
    wijs_toe,
)
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkwijzen.kast import laad

from .bevolking import Bevolking
from .inrichting import door_van
from .spel import eerste_vrije_bsn
from .stadsboek import stad

ZAAD = 23
MAAND = 30
EINDEN = ("gehaald", "zelf_verder", "gehaald", "gespecialiseerd")
VRAGEN = (
    "De post blijft liggen en ik durf hem niet open te maken.",
    "Sinds de scheiding krijg ik mijn dag niet op orde.",
    "Ik wil weer onder de mensen, maar alleen lukt het niet.",
)


@cache
def _boek() -> dict[str, list[dict[str, Any]]]:
    boek: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        (Path(__file__).parent / "proeftuinen.yaml").read_text(encoding="utf-8")
    )
    return boek


def zet_proeftuinen_neer(gemeente: Gemeente) -> int:
    """Write the pilots of a municipality down and let them live; returns how many. Nothing the second time."""
    eerste_bsn = eerste_vrije_bsn(gemeente)
    with binnen(gemeente.pk):
        if Proeftuin.objects.exists():
            return 0
        for inhoud in _boek().get(gemeente.slug, []):
            _speel(gemeente, inhoud, eerste_bsn)
        return len(_boek().get(gemeente.slug, []))


def _speel(gemeente: Gemeente, inhoud: dict[str, Any], eerste_bsn: int) -> None:
    door, maanden = _eerste(gemeente, Rol.BELEID), inhoud.get("maanden", 0)
    velden = dict(inhoud["velden"])
    velden.setdefault("begint_op", klok.vandaag() - timedelta(days=MAAND * maanden))
    with klok.op(_terug(maanden)):
        p = actions.registreer_proeftuin(actions.maak_proeftuin(door=door, **velden), door=door)
    for reeks in inhoud.get("reeksen", ()):
        neem_reeks_op(
            p, uitkomst=reeks["uitkomst"], bron=reeks["bron"], punten=lees_regels(reeks["regels"]), door=door
        )
    if inhoud.get("trajecten"):
        _trajecten(gemeente, inhoud["trajecten"], eerste_bsn, maanden)
    _laat_meedoen(gemeente, p, inhoud.get("meedoen", 0))
    for leren in inhoud.get("leren", ()):
        dag: date = leren.get("op") or klok.vandaag() - timedelta(days=MAAND * leren.get("maanden", 0))
        actions.voeg_leermoment_toe(p, op=dag, soort=leren["soort"], wat=leren["wat"], door=door)
    if inhoud.get("kijken"):
        actions.kijk_eerste_keer(p, door=door)
    if "bijstellen" in inhoud:
        actions.wijzig_proeftuin(
            p, door=door, waarom=inhoud["bijstellen"]["waarom"], **inhoud["bijstellen"]["velden"]
        )
    if "afronden" in inhoud:
        actions.rond_proeftuin_af(p, gestopt=False, conclusie=inhoud["afronden"], door=door)


def _trajecten(gemeente: Gemeente, aantal: int, eerste_bsn: int, maanden: int) -> None:
    """Own trajectories that began one after the other; the first ones have ended, with time spent and a mark."""
    mensen = Bevolking(gemeente.slug, zaad=ZAAD, peildag=klok.vandaag(), eerste_bsn=eerste_bsn)
    behandelaar = Medewerker.objects.get(naam=stad(gemeente.slug)["vandaag"]["wie"])
    door = door_van(behandelaar.naam, gemeente)
    for plek in range(aantal):
        dagen = MAAND * maanden - 5 - plek * 11
        with klok.op(_terug(dagen / MAAND)):
            traject = _begin(gemeente, mensen, plek, behandelaar, door)
        duur = 60 + 9 * (plek % 5)
        if traject is None or duur >= dagen:
            continue
        with klok.op(_terug((dagen - duur) / MAAND)):
            werk_traject_bij(traject, minuten_erbij=600 + 45 * (plek % 6), tevreden=7 + plek % 3, door=door)
            beeindig_traject(traject, einde=EINDEN[plek % len(EINDEN)], door=door)
            vraag = Hulpvraag.objects.select_related("inwoner").get(pk=traject.hulpvraag_id)
            sluit_af(vraag, uitkomst=Hulpvraag.Uitkomst.GEHOLPEN, door=door)


def _begin(gemeente: Gemeente, mensen: Bevolking, plek: int, behandelaar: Medewerker, door: Door) -> Any:
    werkwijze = laad(gemeente.werkwijze, klok.vandaag())
    product = next((p for p in werkwijze.producten if p.eigen_traject), None)
    if product is None:
        return None
    deur = werkwijze.deuren.lijst[0]
    bewoner = mensen.van_leeftijd(plek, 25, 80, wijk=stad(gemeente.slug)["vandaag"]["wijk"])
    vraag = neem_melding_op(
        bewoner.nieuw, vraag=VRAGEN[plek % len(VRAGEN)], werkwijze=werkwijze.sleutel, deur=deur.sleutel, kanaal=deur.kanalen[0],
        thema="begeleiding", door=_eerste(gemeente, Rol.FRONTOFFICE),
    )  # fmt: skip
    wijs_toe(vraag, behandelaar=behandelaar, door=door)
    onderzoek = start_onderzoek(vraag, door=door)
    for stap in list(Onderzoeksstap)[:4]:
        vul_onderzoek_in(onderzoek, stap=stap.value, tekst=VRAGEN[plek % len(VRAGEN)], door=door)
    rond_onderzoek_af(onderzoek, door=door)
    regel = voeg_regel_toe(
        begin_plan(vraag, door=door), trede=Trede.EIGEN_TRAJECT, wat=product.naam, wie="eigen team",
        product=Product.objects.get(code=product.code), resultaat="De week is op orde.", van=klok.vandaag(), door=door,
    )  # fmt: skip
    afspraken = afspraken_voor(regel)
    geschikt = afspraken.geschikt if afspraken else ()
    return begin_traject(regel, antwoorden=dict.fromkeys(geschikt, True), uurprijs_cent=7250, door=door)


def _laat_meedoen(gemeente: Gemeente, p: Proeftuin, aantal: int) -> None:
    vragen = Hulpvraag.objects.filter(stap=Stap.LEVERING, behandelaar__isnull=False).select_related(
        "behandelaar"
    )
    for plek, vraag in enumerate(vragen.order_by("-gemaakt_op")[:aantal]):
        assert vraag.behandelaar is not None
        stap_in(
            p,
            vraag,
            arm="vergelijk" if plek % 4 == 3 else "proef",
            door=door_van(vraag.behandelaar.naam, gemeente),
        )


def _terug(maanden: float) -> datetime:
    dag = klok.vandaag() - timedelta(days=round(MAAND * maanden))
    return timezone.make_aware(datetime.combine(dag, time(10)))


def _eerste(gemeente: Gemeente, rol: Rol) -> Door:
    wie = Medewerker.objects.filter(actief=True, rollen__contains=[rol]).order_by("gemaakt_op")[0]
    return door_van(wie.naam, gemeente)
