"""What the walkers over the resident's pages share: a resident with something of everything, and every address made complete."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.urls import reverse

from tests.besluiten.verhaal import bekend
from tests.huis.inwonerstabel import rijen
from tests.plannen.verhaal import maatwerk
from tests.portaal.verhaal import Bewoner, Omvang, bewoner, mee
from tests.wijk import Wijk
from wijkspil.besluiten.models import Besluit
from wijkspil.brieven.actions import verzend
from wijkspil.brieven.models import Brief
from wijkspil.core import uitbox
from wijkspil.core.klok import nu, vandaag
from wijkspil.inwoners.models import Inwoneraccount
from wijkspil.nazorg.ervaring import geef_ervaring
from wijkspil.plannen.actions import begin_plan, schrijf_plan, stel_plan_vast, voeg_doel_toe
from wijkspil.plannen.actions.eigen_plan import schrijf_eigen_plan
from wijkspil.plannen.models import Arrangementregel
from wijkspil.portaal.urls import urlpatterns
from wijkspil.post.actions import bewaar_concept, stuur_bericht
from wijkspil.regels.onderzoek import Stap
from wijkspil.toegang.actions import (
    plan_gesprek,
    rond_onderzoek_af,
    start_onderzoek,
    vul_onderzoek_in,
    wijs_toe,
)
from wijkspil.toegang.models import Hulpvraag

TABEL = rijen()


@dataclass
class Vragen:
    """One resident with a new question, one with a choice to make and one with help; and what the addresses need."""

    zelf: Bewoner
    dochter: Bewoner
    nieuw: Hulpvraag
    keuze: Hulpvraag
    loopt: Hulpvraag
    overig: dict[str, Any]

    def adressen(self, vraag: Hulpvraag) -> Iterator[tuple[str, str]]:
        """Each page by name, with an address that leads to this question."""
        slug = self.zelf.wijk.gemeente.slug
        for patroon in urlpatterns:
            kwargs = {n: self.overig.get(n, vraag.pk) for n in patroon.pattern.converters}
            yield str(patroon.name), reverse(f"mijn:{patroon.name}", kwargs={"gemeente": slug} | kwargs)


def maak_vragen(wijk: Wijk) -> Vragen:
    bram, behandelaar = wijk.als("Bram Peeters"), wijk.medewerker("Bram Peeters")
    loopt = Hulpvraag.objects.get(pk=bekend(wijk).hulpvraag_id)
    zelf = bewoner(wijk, loopt.inwoner)
    nieuw = wijk.melding(wie=loopt.inwoner)
    keuze = wijk.melding(wie=loopt.inwoner, vraag="Ik wil overdag weer iets te doen hebben.")
    for vraag in (loopt, nieuw, keuze):
        wijs_toe(vraag, behandelaar=behandelaar, door=bram)
    plan_gesprek(nieuw, moment=nu() + timedelta(days=2), plaats="thuis", door=bram)
    schrijf_eigen_plan(nieuw, wat_wil_ik="Weer zelf koken.", door=zelf.door)
    regel = _tot_keuze(wijk, keuze)
    stuur_bericht(loopt, tekst="Wanneer begint de hulp?", door=zelf.door)
    stuur_bericht(loopt, tekst="Volgende week dinsdag.", door=bram)
    geef_ervaring(loopt, helpt="beetje", gehoord="ja", cijfer=7, hoe_gaat_het="Het gaat wel.", door=zelf.door)
    bewaar_concept(loopt.inwoner, wat_is_er="De trap lukt niet meer.", door=zelf.door)
    lvc_dossier = wijk.url(f"vraag/{loopt.pk}/")
    for wie in ("Bram Peeters", "Bram Peeters", "Yusuf Demir"):  # the last one is refused
        wijk.browser(wie).get(lvc_dossier)
    dochter = mee(zelf, loopt, "Anja", Omvang.REGELEN)
    uitbox.leeg(wijk.gemeente.pk)
    for brief in Brief.objects.filter(status=Brief.Status.KLAAR):
        verzend(brief, door=wijk.als("Kees van Dongen"), op=vandaag())
    overig = {
        "brief_id": Brief.objects.filter(hulpvraag=loopt, status="verzonden").values_list("pk", flat=True)[0],
        "besluit_id": Besluit.objects.filter(hulpvraag=loopt).values_list("pk", flat=True)[0],
        "regel": regel.pk,
        "rij": Inwoneraccount.objects.filter(account=dochter.account).values_list("pk", flat=True)[0],
    }
    return Vragen(zelf, dochter, nieuw, keuze, loopt, overig | {"geraden": uuid4()})


def _tot_keuze(wijk: Wijk, vraag: Hulpvraag) -> Arrangementregel:
    """Bring a question to the arrangement, with a line for which nobody was chosen yet."""
    door = wijk.als("Bram Peeters")
    onderzoek = start_onderzoek(vraag, door=door)
    for stap in list(Stap)[:4]:
        vul_onderzoek_in(onderzoek, stap=stap.value, tekst="Besproken.", door=door)
    plan = begin_plan(rond_onderzoek_af(onderzoek, door=door), door=door)
    voeg_doel_toe(plan, tekst="Ik wil onder de mensen.", eigenaar="Toos de Wit", soort="behouden", door=door)
    schrijf_plan(plan, perspectief="stabiel", regisseur=wijk.medewerker("Bram Peeters"), door=door)
    stel_plan_vast(plan, door=door)
    return maatwerk(plan, wijk, wat="Begeleiding thuis", wie="nog te kiezen", aanbieder=None)
