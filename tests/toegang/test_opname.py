"""Taking a question: the file begins, the clock runs, everybody who must know can see it, nobody else can."""

import pytest
from django.db import connection

from tests.wijk import Wijk
from wijkspil.core.door import GeenRecht
from wijkspil.core.models import Auditregel, Gebeurtenis
from wijkspil.core.schrijven import BuitenHandelingOm
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag, Klok


def test_een_melding_start_de_zes_weken_en_gaat_naar_het_team_van_de_wijk(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()

    assert hulpvraag.stap == "melding"
    assert hulpvraag.team == lvc.team("Sociaal Kernteam Cuijk")
    klok = Klok.objects.get(hulpvraag=hulpvraag)
    assert klok.uiterlijk == hulpvraag.uiterlijk
    assert (klok.uiterlijk - hulpvraag.gemeld_op).days >= 42


def test_de_gebeurtenis_en_de_auditregel_horen_bij_elkaar(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()

    gebeurtenis = Gebeurtenis.objects.get(dossier_id=hulpvraag.pk, soort="melding.ontvangen")
    audit = Auditregel.objects.get(handeling_id=gebeurtenis.handeling_id)
    assert audit.door_naam == "Samira Bouzid"
    assert gebeurtenis.gegevens["kanaal"] == "telefoon"
    assert "999900006" not in str(gebeurtenis.gegevens)


def test_een_melding_kost_hoogstens_acht_queries(lvc: Wijk, django_assert_max_num_queries) -> None:
    door = lvc.als("Samira Bouzid")
    lvc.melding(door)
    with django_assert_max_num_queries(8):
        lvc.melding(door, wie=Hulpvraag.objects.get().inwoner)


def test_schrijven_buiten_een_handeling_om_kan_niet(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    hulpvraag.vraag = "anders"
    with pytest.raises(BuitenHandelingOm):
        hulpvraag.save()
    with pytest.raises(BuitenHandelingOm):
        Hulpvraag.objects.update(vraag="anders")


def test_collega_uit_een_ander_team_krijgt_uitleg_en_de_weigering_is_vastgelegd(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    assert pak_hulpvraag(lvc.als("Bram Peeters"), hulpvraag.pk, om_te="inzien") == hulpvraag

    with pytest.raises(GeenRecht, match="teamleider"):
        pak_hulpvraag(lvc.als("Yusuf Demir"), hulpvraag.pk, om_te="inzien")
    assert Auditregel.objects.filter(door_naam="Yusuf Demir", resultaat="geweigerd").exists()


def test_een_andere_gemeente_ziet_niets(lvc: Wijk, alphen: Wijk) -> None:
    # alphen is open now; Land van Cuijk lies behind the border.
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM gemeenten_medewerker WHERE naam = 'Samira Bouzid'")
        assert cursor.fetchone()[0] == 0
