"""What is on screen is in the ledger: each page of a resident writes who looked, as whom, at whose question (G1)."""

from tests.portaal.wandeling import TABEL, maak_vragen
from tests.wijk import Wijk
from wijkspil.core.models import Auditregel
from wijkspil.toegang.eigen import ACTIE


def test_elke_blik_van_inwoner_en_vertegenwoordiger_staat_in_het_logboek(lvc: Wijk) -> None:
    vragen = maak_vragen(lvc)
    for wie, grond in ((vragen.zelf, "inwoner zelf"), (vragen.dochter, "vertegenwoordiger van de inwoner")):
        for naam, url in vragen.adressen(vragen.loopt):
            over_vraag, _wie, verben = TABEL[naam]
            if "GET" not in verben or not over_vraag:
                continue
            laatste = Auditregel.objects.order_by("-id").values_list("pk", flat=True)[0]
            if wie.browser.get(url).status_code != 200:
                continue
            regel = Auditregel.objects.get(pk__gt=laatste)
            assert (regel.actie, regel.door_naam, regel.grond) == (ACTIE, wie.account.naam, grond), naam
            assert (regel.dossier_id, regel.inwoner_id) == (vragen.loopt.pk, vragen.loopt.inwoner_id), naam
            assert regel.doel and regel.deel, naam


def test_medewerkers_zien_op_de_tijdlijn_niet_wanneer_de_inwoner_zelf_las(lvc: Wijk) -> None:
    vragen = maak_vragen(lvc)
    vragen.zelf.get(f"vraag/{vragen.loopt.pk}/wie-keek/")
    pagina = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{vragen.loopt.pk}/?toon=inzien"))
    assert "bekijken wie er keek" not in pagina.content.decode()
