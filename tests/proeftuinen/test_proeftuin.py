"""A pilot is written down, locked, and only then looked at; what changes afterwards stays to be read."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.proeftuinen.verhaal import beleid, proeftuin
from tests.wijk import Wijk
from wijkspil.core.door import GeenRecht
from wijkspil.core.handeling import handeling
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.proeftuinen.actions import (
    NogNietCompleet,
    kijk_eerste_keer,
    registreer_proeftuin,
    rond_proeftuin_af,
    voeg_leermoment_toe,
    wijzig_proeftuin,
)
from wijkspil.proeftuinen.deelname import stap_in, stap_uit
from wijkspil.proeftuinen.models import Deelname, Proeftuin, Wijziging
from wijkspil.proeftuinen.reeksen import ReeksFout, als_regels, lees_regels


def test_een_concept_verandert_vrij_en_een_vastgelegde_proeftuin_niet_meer(lvc: Wijk) -> None:
    fleur, p = beleid(lvc), proeftuin(lvc, vastgelegd=False)
    assert wijzig_proeftuin(p, door=fleur, waar="Cuijk") == [] and not Wijziging.objects.exists()
    registreer_proeftuin(p, door=fleur)
    assert p.geregistreerd_op == vandaag() and p.vastgelegd["waar"] == "Cuijk"
    with pytest.raises(ValueError, match="waarom u dit verandert"):
        wijzig_proeftuin(p, door=fleur, stopregel="Stop nooit")
    p.refresh_from_db()
    assert p.stopregel == "Stop als na een half jaar niemand een werkplek heeft"

    [eerste] = wijzig_proeftuin(
        p, door=fleur, stopregel="Stop na een jaar", waarom="Een half jaar is te kort."
    )
    assert (eerste.was, eerste.wordt) == (
        "Stop als na een half jaar niemand een werkplek heeft",
        "Stop na een jaar",
    )
    assert not eerste.na_eerste_blik
    kijk_eerste_keer(p, door=fleur)
    [tweede] = wijzig_proeftuin(p, door=fleur, uitkomsten=["duur"], waarom="De rest telt niet.")
    assert tweede.na_eerste_blik and tweede.was == "tevredenheid, kosten, duur"
    p.refresh_from_db()
    assert p.vastgelegd["uitkomsten"] == "tevredenheid, kosten, duur", "what was registered never changes"


def test_vastleggen_kan_pas_als_te_zien_is_wat_u_van_plan_was(lvc: Wijk) -> None:
    p = proeftuin(lvc, vastgelegd=False, stopregel="", uitkomsten=[], vergelijkgroep="")
    with pytest.raises(NogNietCompleet) as fout:
        registreer_proeftuin(p, door=beleid(lvc))
    assert fout.value.velden == ["uitkomsten", "stopregel", "vergelijkgroep"]
    assert "wanneer stoppen we" in str(fout.value)


def test_kijken_voor_het_vastleggen_kan_niet_ook_niet_buiten_de_handeling_om(lvc: Wijk) -> None:
    p = proeftuin(lvc, vastgelegd=False)
    with pytest.raises(ValueError, match="eerst vast"):
        kijk_eerste_keer(p, door=beleid(lvc))
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        handeling("proeftuin.bekeken", door=beleid(lvc)) as h,
    ):
        p.eerste_blik_op = vandaag()
        h.bewaar(p, "eerste_blik_op")


def test_meedoen_staat_in_het_dossier_en_wie_afvalt_blijft_tellen(lvc: Wijk) -> None:
    p, vraag, bram = proeftuin(lvc), lvc.melding(), lvc.als("Bram Peeters")
    deelname = stap_in(p, vraag, door=bram)
    with pytest.raises(ValueError, match="doet al mee"):
        stap_in(p, vraag, door=bram)
    with pytest.raises(ValueError, match="afvalt"):
        stap_uit(deelname, reden=" ", door=bram)
    stap_uit(deelname, reden="Verhuisd", door=bram)
    assert Deelname.objects.filter(proeftuin=p).count() == 1
    gebeurd = Gebeurtenis.objects.filter(soort__startswith="proeftuin.", dossier_id=vraag.pk).order_by("id")
    assert [g.soort for g in gebeurd] == ["proeftuin.ingestapt", "proeftuin.uitgestapt"]
    assert gebeurd[0].gegevens["proeftuin"] == str(p.pk)


def test_in_een_proeftuin_die_niet_loopt_stapt_niemand(lvc: Wijk) -> None:
    vraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    straks = proeftuin(lvc, naam="Straks", begint_op=vandaag() + timedelta(days=1))
    concept = proeftuin(lvc, naam="Concept", vastgelegd=False)
    klaar = rond_proeftuin_af(
        proeftuin(lvc, naam="Klaar"), gestopt=True, conclusie="Te duur.", door=beleid(lvc)
    )
    for p in (straks, concept, klaar):
        with pytest.raises(ValueError, match="loopt nu niet"):
            stap_in(p, vraag, door=bram)
    with pytest.raises(ValueError, match="klaar"):
        wijzig_proeftuin(klaar, door=beleid(lvc), waar="Grave", waarom="Toch.")


def test_alleen_beleid_en_teamleiders_maken_proeftuinen(lvc: Wijk) -> None:
    p = proeftuin(lvc)
    for doe in (
        lambda door: registreer_proeftuin(p, door=door),
        lambda door: wijzig_proeftuin(p, door=door, waar="x", waarom="y"),
        lambda door: rond_proeftuin_af(p, gestopt=False, conclusie="x", door=door),
    ):
        with pytest.raises(GeenRecht):
            doe(lvc.als("Bram Peeters"))
    voeg_leermoment_toe(
        p, op=vandaag(), soort="opgevallen", wat="Het scheelt reistijd.", door=lvc.als("Bram Peeters")
    )
    with pytest.raises(ValueError, match="toekomst"):
        voeg_leermoment_toe(
            p, op=vandaag() + timedelta(days=1), soort="opgevallen", wat="x", door=beleid(lvc)
        )


def test_cijfers_van_elders_zijn_te_plakken_en_een_foute_regel_zegt_hoe_het_moet() -> None:
    geplakt = "gebied;periode;getal;proef\nEersel; 2019; 1.412; nee\nBladel\t2019\t€ 88,5\tja\n\n"
    punten = lees_regels(geplakt)
    assert punten == [
        {"gebied": "Bladel", "periode": "2019", "waarde": 88.5, "proef": True},
        {"gebied": "Eersel", "periode": "2019", "waarde": 1412.0, "proef": False},
    ]
    assert lees_regels(als_regels(punten)) == punten
    for fout, woord in (
        ("Eersel; 2019; veel; nee", "Regel 1"),
        ("A; 2019; 1; nee\nA; 2019; 2; nee", "twee keer"),
        ("A; 2019; 1; nee\nA; 2020-1; 2; nee", "door elkaar"),
        ("A; 2019; 1; nee\nA; 2020; 2; ja", "hoort bij de proef of niet"),
        ("  ", "geen enkele regel"),
    ):
        with pytest.raises(ReeksFout, match=woord):
            lees_regels(fout)


def test_niemand_ziet_de_proeftuin_van_een_andere_gemeente(lvc: Wijk) -> None:
    assert Proeftuin._meta.get_field("gemeente") is not None
    p = proeftuin(lvc)
    assert lvc.browser("Bram Peeters").get(lvc.url(f"proeftuinen/{p.pk}/")).status_code == 200
    ander = lvc.url(f"proeftuinen/{p.pk}/").replace(lvc.gemeente.slug, "haarlem")
    assert lvc.browser("Bram Peeters").get(ander).status_code in (302, 403, 404)
