"""The demo shows a draft of the way of working, and works as its file says."""

from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten.models import Gemeente, Werkwijzeversie
from wijkspil.oefenstad.toneel_beheer import leg_een_concept_neer
from wijkspil.werkwijzen.controle import lees
from wijkspil.werkwijzen.kast import laad


def test_een_concept_dat_te_publiceren_is_en_nog_niets_verandert(lvc: Wijk, alphen: Wijk) -> None:
    def concept(gemeente: Gemeente) -> Werkwijzeversie:
        assert leg_een_concept_neer(gemeente)
        assert not leg_een_concept_neer(gemeente), "once is enough"
        with binnen(gemeente.pk):
            versie = Werkwijzeversie.objects.get()
            assert lees(versie.tekst, "x").melding.bevestiging_werkdagen == 2
            assert laad(gemeente.werkwijze, vandaag()).geldig_vanaf.isoformat() == "2026-01-01"
        return versie

    assert concept(lvc.gemeente).status == "voorgelegd", "here the register asks two people"
    assert concept(alphen.gemeente).status == "concept"
