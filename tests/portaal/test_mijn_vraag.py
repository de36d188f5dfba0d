"""What Toos reads about her own question: what comes next and why then, who helps, what she can do, what happened, who looked."""

from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from tests.besluiten.verhaal import bekend, voor_afspraak
from tests.plannen.verhaal import consulent
from tests.portaal.verhaal import Bewoner, Omvang, bewoner, mee
from tests.portaal.wandeling import maak_vragen
from tests.wijk import Wijk
from wijkspil.besluiten.actions import maak_afspraak
from wijkspil.besluiten.models import Aanvraag, Bezwaar
from wijkspil.core import klok
from wijkspil.core.models import Gebeurtenis
from wijkspil.nazorg.models import Ervaring
from wijkspil.plannen.actions.keuze import neutrale_lijst
from wijkspil.plannen.models import Arrangementregel, EigenPlan, Plan
from wijkspil.post.models import Inwonerbericht
from wijkspil.toegang.actions import plan_gesprek, sluit_af, wijs_toe
from wijkspil.toegang.models import Hulpvraag, Stap


def tekst(zelf: Bewoner, vraag: Hulpvraag, pad: str = "") -> str:
    antwoord = zelf.get(f"vraag/{vraag.pk}/{pad}")
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_wat_er_nu_gebeurt_met_de_dag_en_de_reden(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    eerst = tekst(zelf, vraag)
    assert "belt iemand van de gemeente u voor een afspraak" in eerst
    assert "Uiterlijk" in eerst and "Waarom deze datum?" in eerst and "De termijn begint op" in eerst
    bram = lvc.als("Bram Peeters")
    wijs_toe(vraag, behandelaar=lvc.medewerker("Bram Peeters"), door=bram)
    plan_gesprek(vraag, moment=klok.nu() + timedelta(days=2), plaats="bij u thuis", door=bram)
    straks = tekst(zelf, vraag)
    assert "praten wij met u. Plaats: bij u thuis." in straks
    assert "Bram Peeters" in straks and "tel:140198" in straks


def test_te_laat_wordt_eerlijk_gezegd_met_wat_u_dan_kunt_doen(lvc: Wijk) -> None:
    vraag = lvc.melding(ontvangen=klok.vandaag() - timedelta(days=60))
    zelf = bewoner(lvc, vraag.inwoner)
    blad = tekst(zelf, vraag)
    assert "Wij zijn te laat. Dat spijt ons." in blad
    assert "Vraag een besluit op papier" in blad
    assert zelf.post(f"vraag/{vraag.pk}/besluit/").status_code == 302
    assert Aanvraag.objects.get(hulpvraag=vraag).status == Aanvraag.Status.OPEN


def test_berichten_over_en_weer_en_wat_nog_niet_gelezen_is(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf, samira = bewoner(lvc, vraag.inwoner), lvc.browser("Samira Bouzid")
    post = lvc.url(f"vraag/{vraag.pk}/post/")
    assert zelf.post(f"vraag/{vraag.pk}/berichten/", tekst="Mag mijn dochter erbij zijn?").status_code == 302
    assert "Mag mijn dochter erbij zijn?" in samira.get(lvc.url("post/")).content.decode()
    assert "wacht op antwoord" in samira.get(post).content.decode()
    assert samira.post(post, {"tekst": "Ja, graag."}).status_code == 302
    assert "Mag mijn dochter" not in samira.get(lvc.url("post/")).content.decode()
    assert "Lees het nieuwe bericht" in tekst(zelf, vraag)
    assert "Ja, graag." in tekst(zelf, vraag, "berichten/")
    assert "Lees het nieuwe bericht" not in tekst(zelf, vraag), "read is read"
    assert samira.post(post, {"tekst": " "}).status_code == 422


def test_een_bericht_zonder_vraag_kan_van_de_lijst_zonder_antwoord(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf, samira = bewoner(lvc, vraag.inwoner), lvc.browser("Samira Bouzid")
    zelf.post(f"vraag/{vraag.pk}/berichten/", tekst="Bedankt!")
    assert samira.post(lvc.url(f"vraag/{vraag.pk}/post/geen-antwoord/")).status_code == 302
    assert "Bedankt!" not in samira.get(lvc.url("post/")).content.decode()
    assert "Samira Bouzid las een bericht; een antwoord was niet nodig." in tekst(zelf, vraag, "verloop/")
    assert Inwonerbericht.objects.get().afgehandeld_op is not None


def test_het_eigen_plan_blijft_staan_zoals_het_is_ingeleverd(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf, pad = bewoner(lvc, vraag.inwoner), f"vraag/{vraag.pk}/eigen-plan/"
    assert zelf.post(pad, bewaar="1", wat_wil_ik="Naar het koor.").status_code == 302
    plan = EigenPlan.objects.get(hulpvraag=vraag)
    assert plan.ontvangen_op is None
    assert (
        zelf.post(pad, inleveren="1", rev=str(plan.rev), wat_wil_ik="Weer naar het koor.").status_code == 302
    )
    plan.refresh_from_db()
    assert (plan.wat_wil_ik, plan.via, plan.ontvangen_op) == (
        "Weer naar het koor.",
        "portaal",
        klok.vandaag(),
    )
    assert zelf.post(pad, inleveren="1", rev=str(plan.rev), wat_wil_ik="Iets anders.").status_code == 302
    plan.refresh_from_db()
    assert plan.wat_wil_ik == "Weer naar het koor."
    assert Gebeurtenis.objects.get(soort="eigenplan.ontvangen").gegevens["binnen_termijn"] is True
    assert "Weer naar het koor." in tekst(zelf, vraag, "plan/")


def test_een_leeg_plan_is_niet_in_te_leveren_en_wat_getypt_is_blijft(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf, pad = bewoner(lvc, vraag.inwoner), f"vraag/{vraag.pk}/eigen-plan/"
    assert zelf.post(pad, inleveren="1", wat_wil_ik=" ").status_code == 422
    assert not EigenPlan.objects.exists()
    zelf.post(pad, bewaar="1", wat_wil_ik="Een.")
    antwoord = zelf.post(pad, bewaar="1", rev="99", wat_wil_ik="Twee.")
    assert antwoord.status_code == 409
    assert "Een." in antwoord.content.decode() and "Twee." in antwoord.content.decode()


def test_de_inwoner_kiest_uit_een_lijst_die_niemand_voortrekt(lvc: Wijk) -> None:
    vragen = maak_vragen(lvc)
    pad = f"vraag/{vragen.keuze.pk}/aanbieder/{vragen.overig['regel']}/"
    antwoord = vragen.zelf.get(pad)
    keuzes = antwoord.context["form"].fields["aanbieder"].choices
    assert len(keuzes) >= 3
    assert keuzes == vragen.zelf.get(pad).context["form"].fields["aanbieder"].choices, (
        "stable for this question"
    )
    regel = Arrangementregel.objects.get(pk=vragen.overig["regel"])
    assert vragen.zelf.post(pad, rev=str(regel.rev)).status_code == 422
    assert vragen.zelf.post(pad, rev="99", aanbieder=keuzes[1][0]).status_code == 409
    assert vragen.zelf.post(pad, rev=str(regel.rev), aanbieder=keuzes[1][0]).status_code == 302
    regel.refresh_from_db()
    assert (str(regel.aanbieder_id), regel.keuze) == (keuzes[1][0], "inwoner_koos")
    gebeurd = Gebeurtenis.objects.get(soort="aanbieder.gekozen").gegevens
    assert (gebeurd["plek"], gebeurd["lijst"]) == (2, [sleutel for sleutel, _woorden in keuzes])


def test_over_veel_vragen_staat_iedere_aanbieder_wel_eens_vooraan(lvc: Wijk) -> None:
    """Ids from a seed, so that the answer is the same every time."""
    regel = Arrangementregel.objects.select_related("product").get(pk=maak_vragen(lvc).overig["regel"])
    vooraan = Counter(neutrale_lijst(Plan(hulpvraag_id=UUID(int=n)), regel)[0].naam for n in range(60))
    assert len(vooraan) == len(neutrale_lijst(Plan(hulpvraag_id=UUID(int=1)), regel)) >= 3
    assert min(vooraan.values()) >= 10, vooraan


def test_hoe_het_gaat_komt_bij_de_post_in_het_dossier(lvc: Wijk) -> None:
    vragen = maak_vragen(lvc)
    pad = f"vraag/{vragen.loopt.pk}/ervaring/"
    assert vragen.zelf.post(pad, hoe_gaat_het="Goed hoor.").status_code == 422
    doel = next(iter(vragen.zelf.get(pad).context["form"].doelen))
    antwoord = vragen.zelf.post(
        pad,
        helpt="goed",
        gehoord="ja",
        cijfer="9",
        bel_mij="on",
        wat_kan_beter="Vaker bellen.",
        **{f"doel_{doel.pk}": "beter"},
    )
    assert antwoord.status_code == 302
    laatste = Ervaring.objects.order_by("-gemaakt_op")[0]
    assert (laatste.cijfer, laatste.doelen) == (9, {str(doel.pk): "beter"})
    blad = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{vragen.loopt.pk}/post/")).content.decode()
    assert "Vaker bellen." in blad and "wil gebeld worden" in blad and f"{doel.tekst}: beter" in blad
    assert "Vaker bellen" not in str(Gebeurtenis.objects.filter(soort="ervaring.gegeven").values("gegevens"))


def test_bezwaar_in_twee_klikken(lvc: Wijk) -> None:
    besluit = bekend(lvc)
    zelf, vraag = bewoner(lvc, besluit.hulpvraag.inwoner), besluit.hulpvraag
    pad = f"vraag/{vraag.pk}/bezwaar/{besluit.pk}/"
    assert f'href="{zelf.url(pad)}"' in tekst(zelf, vraag)
    assert zelf.post(pad, gronden="").status_code == 422
    assert zelf.post(pad, gronden="Tien uur is te weinig.").status_code == 302
    bezwaar = Bezwaar.objects.get(besluit=besluit)
    assert (bezwaar.kanaal, bezwaar.gronden, bezwaar.ingediend_door) == (
        "portaal",
        "Tien uur is te weinig.",
        zelf.account.naam,
    )
    assert bezwaar.nummer in tekst(zelf, vraag, f"bezwaar/{besluit.pk}/")


def test_een_besluit_op_verzoek_in_twee_klikken_na_een_afspraak(alphen: Wijk) -> None:
    plan = voor_afspraak(alphen)
    maak_afspraak(plan.hulpvraag, plan, tekst="Wij helpen u met de week.", door=consulent(alphen))
    vraag = Hulpvraag.objects.get(pk=plan.hulpvraag_id)
    zelf = bewoner(alphen, vraag.inwoner)
    assert f'href="{zelf.url(f"vraag/{vraag.pk}/besluit/")}"' in tekst(zelf, vraag)
    assert zelf.post(f"vraag/{vraag.pk}/besluit/").status_code == 302
    vraag.refresh_from_db()
    assert vraag.stap == Stap.BESLUIT
    assert "U vroeg om een besluit op papier." in tekst(zelf, vraag, "verloop/")
    assert zelf.post(f"vraag/{vraag.pk}/besluit/").status_code == 200, "asking twice changes nothing"
    assert Aanvraag.objects.filter(hulpvraag=vraag).count() == 1


def test_terugkomen_gaat_zonder_opnieuw_te_beginnen(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    sluit_af(vraag, uitkomst="zelf_opgelost", door=lvc.als("Samira Bouzid"))
    assert "Het speelt weer" in tekst(zelf, vraag)
    assert zelf.post(f"vraag/{vraag.pk}/opnieuw/", wat_is_er="Ik viel weer.").status_code == 302
    vraag.refresh_from_db()
    assert (vraag.stap, vraag.ronde) == (Stap.MELDING, 2)
    assert "Ik viel weer." in vraag.vraag


def test_wie_keek_in_gewone_woorden_en_niet_de_eigen_blikken(lvc: Wijk) -> None:
    vragen = maak_vragen(lvc)
    buurman = mee(vragen.zelf, vragen.loopt, "Wim", Omvang.MEEKIJKEN)
    buurman.get(f"vraag/{vragen.loopt.pk}/plan/")
    blad = tekst(vragen.zelf, vragen.loopt, "wie-keek/")
    assert "Deze persoon behandelt uw vraag." in blad and "Wat: het hele dossier." in blad
    assert "Yusuf Demir" in blad and "mocht het niet zien" in blad
    assert "Wim" in blad and "Deze persoon kijkt mee voor u." in blad and "Wat: uw plan." in blad
    assert "Toos de Wit" not in blad.split("<main", 1)[1]
    assert (
        "Toos de Wit"
        not in tekst(buurman, vragen.loopt, "wie-keek/").split('wsp-namens">', 1)[1].split("</p>", 1)[1]
    )


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_in_twee_talen_met_de_kleuren_van_de_gemeente(lvc: Wijk, taal: str) -> None:
    zelf = bewoner(lvc, lvc.melding().inwoner)
    browser = zelf.browser
    browser.post("/taal/setlang/", {"language": taal, "next": zelf.url()})
    blad = browser.get(zelf.url(), follow=True).content.decode()
    assert f'<html lang="{taal}"' in blad
    assert "/thema/land-van-cuijk.css" in blad


def test_de_voordeur_brengt_een_inwoner_naar_de_eigen_vraag(lvc: Wijk) -> None:
    zelf = bewoner(lvc, lvc.melding().inwoner)
    aanmelden = Client().get("/aanmelden/").content.decode()
    assert "Toos de Wit" in aanmelden and "Inwoners" in aanmelden
    assert zelf.browser.get("/").headers["Location"] == zelf.url()
