"""Parts of a journey that are the same in every municipality, by the hands of whoever does them there."""

from tests.reizen.reiziger import Reiziger
from wijkspil.berichten.rondgang import rondgang
from wijkspil.berichten.uitwisseling import Geheugenuitwisseling, met
from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.core.models import Uitgaand
from wijkspil.gemeenten.models import Gemeente
from wijkspil.oefenstad.aanbieders import Aanbieders, tarieven_uit_contracten
from wijkspil.oefenstad.gedrag import Gedrag
from wijkspil.oefenstad.tegenkant import Geheugen
from wijkspil.sturing.export import ververs


def tot_en_met_het_onderzoek(
    r: Reiziger,
    *,
    frontoffice: str,
    consulent: str,
    postcode: str,
    spoed: str = "Houdt de mantelzorger het niet meer vol?",
) -> None:
    """What is the same everywhere: tell once, urgency, conversation, investigation."""
    r.wees(frontoffice)
    r.ga("vraag/nieuw/")
    r.vul(
        vraag="Sinds mijn val lukt het huishouden niet meer en ik kom de deur niet uit.",
        roepnaam="Riek",
        achternaam="van den Broek",
        geboortedatum="1941-03-12",
        telefoon="0612345678",
        postcode=postcode,
        huisnummer="14",
    )
    r.blad.get_by_text("Meer over deze inwoner").click()
    r.vul(bsn="999900006")
    r.blad.get_by_label(spoed).check()
    r.kiek("nieuwe-vraag")
    r.knop("Neem de vraag op")
    r.ziet("Riek van den Broek")
    r.kiek("na-opname")
    r.dossier = r.blad.url.split("?")[0]

    r.wees(consulent)
    r.ga()
    r.blad.get_by_role("link", name="Van mijn teams").click()
    r.ziet("Riek van den Broek")
    r.kiek("werkvoorraad")
    r.daad("Geef aan team of collega")
    r.knop("Ik pak deze vraag op")
    gesprek_en_onderzoek(r)


def gesprek_en_onderzoek(r: Reiziger) -> None:
    """At the kitchen table, with client support offered, and written out."""
    r.daad("Plan een gesprek")
    r.knop("Begin nu een gesprek")
    r.vul(
        wat_wil_ik="Weer zelf mijn huis op orde hebben en onder de mensen komen.",
        wat_kan_ik="Koken en de was lukken. Lopen gaat met de rollator.",
        wat_heb_ik_nodig="Hulp bij het zware werk, en iemand om mee naar buiten te gaan.",
        eigen_kijk="Ik wil vooral niet afhankelijk worden.",
    )
    r.blad.locator("[name=identiteit_vastgesteld]").check()
    r.kiek("gesprek")
    r.knop("Gesprek is gevoerd")
    r.ga(r.dossier.rstrip("/").split("/werk/")[1] + "/clientondersteuning/")
    r.blad.get_by_label("ja, graag").check()
    r.knop("Leg vast")
    r.daad("Werk het onderzoek uit")
    for stap in ("hulpvraag", "problemen", "aard_omvang", "eigen_mogelijkheden"):
        r.vul(**{f"stap_{stap}": "Mevrouw kan veel zelf; het zware werk en alleen naar buiten gaan niet."})
    for onderwerp in "abcdefg":
        r.vul(**{f"onderwerp_{onderwerp}": "Besproken aan de keukentafel."})
    r.knop("Rond onderzoek af")


def tot_en_met_het_plan(r: Reiziger, *, frontoffice: str, consulent: str, postcode: str) -> None:
    """And the plan: goals, perspective and who keeps it together."""
    tot_en_met_het_onderzoek(r, frontoffice=frontoffice, consulent=consulent, postcode=postcode)
    r.daad("Maak het plan")
    r.vul(eigen_plan="Ik wil zelf blijven koken en elke week naar de koffieochtend.")
    r.blad.locator("[name=perspectief]").first.check()
    r.vul(
        **{
            "doel-0-tekst": "Mijn huis is weer op orde en ik houd dat vol.",
            "doel-0-eigenaar": "Riek van den Broek",
        }
    )
    r.blad.locator("[name=regisseur]").select_option(label=consulent)
    r.kiek("plan")
    r.knop("Stel plan vast")


def kies_gratis_hulp(r: Reiziger, aanbod: str) -> None:
    r.daad("Leg het arrangement vast")
    r.blad.get_by_role("link", name="Open de sociale kaart").click()
    r.knop(f"Kies {aanbod}")


def tot_nazorg_en_terug(r: Reiziger, *, consulent: str) -> None:
    """Evaluation, aftercare, closing with an honest outcome."""
    r.wees(consulent)
    r.daad("Evalueer")
    r.kiek("evaluatie")
    for keuze in r.blad.locator("select[name^='doel'], select[name$='resultaat']").all():
        keuze.select_option("behaald")
    for keuze in r.blad.locator("input[type=radio][value='behaald']").all():
        keuze.check()
    r.blad.locator("input[name=richting][value=gelijk]").check()
    r.vul(
        verslag="Het huis is op orde. Mevrouw gaat elke week naar de koffie.", inwoner_vindt="Ik red me weer."
    )
    r.blad.locator("main form button[type=submit]").first.click()
    r.daad("Rond af met nazorg")
    r.knop("Begin de nazorg")
    r.vul(hoe_gaat_het="Goed. Ze kookt elke dag en heeft een vriendin aan de koffie overgehouden.")
    r.blad.locator("[name=tevreden]").select_option("9")
    r.knop("Bewaar het gesprek")
    r.blad.locator("[name=uitkomst][value=geholpen], [name=uitkomst]").first.check()
    r.blad.locator("main form button[type=submit]").first.click()
    r.naar_dossier()
    r.ziet("Tijdlijn")
    r.kiek("dossier-klaar")


def terug_in_een_cijfer(r: Reiziger, beleid: str, cijfer: str = "1 melding") -> None:
    """The question is found back in steering, from its events alone."""
    ververs(r.gemeente.pk, volledig=True)
    r.wees(beleid)
    r.ga("sturing/")
    r.ziet(cijfer)
    r.kiek("sturing")


def ronde_met_aanbieders(gemeente: Gemeente) -> int:
    """The post goes round and the providers answer, day by day, until the help has begun."""
    weg = Geheugenuitwisseling()
    with met(weg):
        with binnen(gemeente.pk, lezen=True):
            aanbieders = Aanbieders(
                gemeente.cbs_code,
                Geheugen(weg, gemeente.cbs_code),
                tarieven_uit_contracten(),
                gedrag=Gedrag(start_na=(0, 0)),
            )
        gedaan = 0
        dag = klok.vandaag()
        while rondgang(gemeente.pk) or aanbieders.lees_post(dag):
            gedaan += 1
        aanbieders.dag(dag)
        while rondgang(gemeente.pk) or aanbieders.lees_post(dag):
            gedaan += 1
    with binnen(gemeente.pk, lezen=True):
        blijft_liggen = list(
            Uitgaand.objects.filter(soort="bericht").exclude(fout="").values_list("soort", "fout")
        )
        assert not blijft_liggen, blijft_liggen
    return gedaan
