"""What the database refuses about prices, which variant a contract is, and that a full frame holds up nobody's help."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.ondersteuning.opdrachten import bewaar, opdracht
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Contract, Product, Tarief, Termijnbetaling
from wijkspil.core.klok import vandaag
from wijkspil.core.schrijven import schrijven_open


def test_twee_tarieven_of_productversies_op_dezelfde_dag_kunnen_niet(lvc: Wijk) -> None:
    t = Tarief.objects.filter(tot__isnull=True).order_by("gemaakt_op")[0]
    later = t.van + timedelta(days=30)
    dubbel = Tarief(
        contract_id=t.contract_id, product_id=t.product_id, trap=t.trap, cent=1, per=t.per, van=later
    )
    with pytest.raises(IntegrityError, match="tarieven_lopen_niet_over"), transaction.atomic():
        bewaar(lvc, dubbel)
    with schrijven_open():
        Tarief.objects.filter(pk=t.pk).update(tot=later - timedelta(days=1))
    bewaar(lvc, dubbel)  # the day after the old one ended

    p = Product.objects.filter(geldig_tot__isnull=True).order_by("gemaakt_op")[0]
    nog_een = Product(
        code=p.code, categorie=p.categorie, naam=p.naam, geldig_van=p.geldig_van + timedelta(days=1)
    )
    with pytest.raises(IntegrityError, match="product_versies_lopen_niet_over"), transaction.atomic():
        bewaar(lvc, nog_een)


@pytest.mark.parametrize(
    ("bekostiging", "variant"),
    [("pxq", "inspanning"), ("maandbedrag", "output"), ("periodetarief", "output"), ("lumpsum", "taak")],
)
def test_de_variant_volgt_uit_hoe_er_wordt_betaald(bekostiging: str, variant: str) -> None:
    assert Contract(bekostiging=bekostiging).variant == variant


def test_een_taak_kan_onder_twee_wetten_vallen(alphen: Wijk) -> None:
    taak = Contract.objects.get(nummer="TOM-2026")
    assert taak.wetten == ["Wmo", "Jeugdwet"]
    tekst = alphen.browser("Willem Vos").get(alphen.url(f"contracten/{taak.pk}/")).content.decode()
    assert "Wmo, Jeugdwet" in tekst and "taakgericht" in tekst


def test_boven_het_kader_kan_hulp_gewoon_worden_opgedragen(lvc: Wijk) -> None:
    contract = opdracht(lvc).contract
    assert contract is not None
    with schrijven_open():
        Contract.objects.filter(pk=contract.pk).update(plafond_cent=1000)
    bewaar(lvc, Termijnbetaling(contract=contract, periode=vandaag().replace(day=1), cent=5000))
    fleur = lvc.browser("Fleur Jacobs")
    pagina = fleur.get(lvc.url(f"inkoop/aanbieder/{contract.aanbieder_id}/")).content.decode()
    assert "verwacht wordt 500%" in pagina and "houdt niemands hulp tegen" in pagina
    assert "500% van het kader verwacht" in fleur.get(lvc.url("inkoop/")).content.decode()
    assert opdracht(lvc, 1).contract == contract
