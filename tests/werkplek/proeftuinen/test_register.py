"""The policy adviser writes a pilot down on screen, locks it, looks, and everybody can read what changed."""

from datetime import timedelta

from tests.proeftuinen.verhaal import beleid, proeftuin
from tests.werkplek.trajecten.test_trajecten import eigen_regel
from tests.wijk import Wijk
from wijkspil.core.door import Rol
from wijkspil.core.klok import vandaag
from wijkspil.plannen.actions.trajecten import begin_traject
from wijkspil.proeftuinen.deelname import stap_in
from wijkspil.proeftuinen.models import Deelname, Proeftuin
from wijkspil.werkwijzen.kast import laad_versie


def test_van_voorstel_in_de_werkwijze_tot_een_vastgelegde_proeftuin(haarlem: Wijk) -> None:
    browser = haarlem.browser(haarlem.met_rol(Rol.BELEID))
    register = browser.get(haarlem.url("proeftuinen/")).content.decode()
    assert "Staat in de werkwijze, nog niet opgeschreven" in register and "?uit=verkorte-route" in register
    leeg = browser.get(haarlem.url("proeftuinen/nieuw/?uit=verkorte-route"))
    begin = leeg.context["form"].initial
    assert begin["stopregel"].startswith("stop als de steekproef")

    data = {
        **{k: v for k, v in begin.items() if v is not None},
        "begint_op": "2026-01-01",
        "instap": "verkorte_route",
        "uitkomsten": ["duur"],
    }
    fout = browser.post(haarlem.url("proeftuinen/nieuw/"), data | {"vraag": ""})
    assert fout.status_code == 422 and "stop als de steekproef" in fout.content.decode(), (
        "what was typed is still there"
    )
    klaar = browser.post(haarlem.url("proeftuinen/nieuw/"), data, follow=True)
    p = Proeftuin.objects.get()
    mist = browser.post(haarlem.url(f"proeftuinen/{p.pk}/doen/"), {"actie": "vastleggen"}, follow=True)
    assert "voor wie" in mist.content.decode() and klaar.status_code == 200
    browser.post(
        haarlem.url(f"proeftuinen/{p.pk}/wijzigen/"),
        data | {"doelgroep": "Aanvragen voor hulp bij het huishouden"},
    )
    browser.post(haarlem.url(f"proeftuinen/{p.pk}/doen/"), {"actie": "vastleggen"})
    p.refresh_from_db()
    assert p.status == "geregistreerd"
    assert "?uit=verkorte-route" not in browser.get(haarlem.url("proeftuinen/")).content.decode()


def test_wijzigen_na_het_vastleggen_vraagt_een_reden_en_staat_op_de_pagina(lvc: Wijk) -> None:
    p, browser = proeftuin(lvc), lvc.browser(lvc.met_rol(Rol.BELEID))
    url = lvc.url(f"proeftuinen/{p.pk}/wijzigen/")
    form = browser.get(url).context["form"]
    data = {k: v for k, v in form.initial.items() if v is not None} | {"stopregel": "Stop na een jaar"}
    zonder = browser.post(url, data)
    assert zonder.status_code == 422 and "Stop na een jaar" in zonder.content.decode()
    met = browser.post(url, data | {"waarom": "Een half jaar was te kort."}, follow=True).content.decode()
    assert "Een half jaar was te kort." in met and "Stop als na een half jaar" in met
    botsing = browser.post(url, data | {"waarom": "Nog eens.", "stopregel": "Stop morgen"})
    assert botsing.status_code == 409 and "Stop morgen" in botsing.content.decode()


def test_een_eigen_traject_stapt_vanzelf_in_en_het_dossier_zegt_het(oirschot: Wijk) -> None:
    p = proeftuin(oirschot, naam="Eigen trajecten", instap="eigen_traject", instap_product="02E01")
    anders = proeftuin(oirschot, naam="Iets anders", instap="eigen_traject", instap_product="07K01")
    regel, bart = eigen_regel(oirschot), oirschot.als("Bart Verspaget")
    afspraken = laad_versie(regel.plan.hulpvraag.werkwijze).product("02E01").eigen_traject
    assert afspraken is not None
    begin_traject(regel, antwoorden=dict.fromkeys(afspraken.geschikt, True), door=bart)
    deelname = Deelname.objects.get()
    assert deelname.proeftuin_id == p.pk != anders.pk and deelname.vanzelf and deelname.arm == "proef"
    dossier = (
        oirschot.browser("Bart Verspaget")
        .get(oirschot.url(f"vraag/{deelname.hulpvraag_id}/"))
        .content.decode()
    )
    assert (
        "Eigen trajecten" in dossier
        and "proefgroep" in dossier
        and "Deze vraag doet mee aan de proeftuin" in dossier
    )


def test_met_de_hand_meedoen_en_stoppen_op_de_pagina_van_het_dossier(lvc: Wijk) -> None:
    p, vraag, bram = proeftuin(lvc), lvc.melding(), lvc.browser("Bram Peeters")
    samira = lvc.browser("Samira Bouzid")
    url = lvc.url(f"vraag/{vraag.pk}/proeftuin/")
    assert samira.post(url, {"proeftuin": str(p.pk), "arm": "vergelijk"}).status_code == 302
    deelname = Deelname.objects.get()
    assert deelname.arm == "vergelijk" and not deelname.vanzelf
    leeg = samira.post(url, {"deelname": str(deelname.pk), "reden": ""})
    assert leeg.status_code == 422
    assert samira.post(url, {"deelname": str(deelname.pk), "reden": "Verhuisd"}).status_code == 302
    assert bram.get(lvc.url("proeftuinen/")).status_code == 200


def test_kleine_groepen_staan_niet_als_getal_op_het_scherm(lvc: Wijk) -> None:
    p, samira = proeftuin(lvc), lvc.als("Samira Bouzid")
    stap_in(p, lvc.melding(), door=samira)
    inhoud = lvc.browser(lvc.met_rol(Rol.BELEID)).get(lvc.url(f"proeftuinen/{p.pk}/")).content.decode()
    assert "<b>minder dan 10" in inhoud.replace("\n", "") and "<b>1\n" not in inhoud


def test_leren_en_afronden_blijven_staan_met_hun_dag(lvc: Wijk) -> None:
    p, browser = proeftuin(lvc), lvc.browser(lvc.met_rol(Rol.BELEID))
    doen = lvc.url(f"proeftuinen/{p.pk}/doen/")
    straks = browser.post(
        doen,
        {
            "actie": "leren",
            "op": str(vandaag() + timedelta(days=3)),
            "soort": "opgevallen",
            "wat": "Bewaar mij",
        },
    )
    assert straks.status_code == 422 and "Bewaar mij" in straks.content.decode()
    browser.post(
        doen, {"actie": "leren", "op": str(vandaag()), "soort": "opgevallen", "wat": "Het scheelt reistijd."}
    )
    klaar = browser.post(
        doen, {"actie": "afronden", "gestopt": "ja", "conclusie": "Te duur voor wat het geeft."}, follow=True
    )
    inhoud = klaar.content.decode()
    assert (
        "Het scheelt reistijd." in inhoud
        and "Te duur voor wat het geeft." in inhoud
        and "gestopt volgens de stopregel" in inhoud
    )
    assert beleid(lvc).naam in inhoud
