"""A provider asks for more, longer or other help: as a message through the same intake, refused by the same rules; and what is left."""

from datetime import timedelta

from tests.aanbiedersportaal.verhaal import collega, loopt
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.standaard import lees
from wijkspil.core.door import Door
from wijkspil.core.klok import vandaag
from wijkspil.ondersteuning.actions import Declaratielijn, beoordeel_declaratie, ontvang_declaratie
from wijkspil.ondersteuning.grenzen import productperiode
from wijkspil.ondersteuning.models import Aanbiederverzoek, Toewijzing
from wijkspil.ondersteuning.ruimte import ruimte
from wijkspil.regels.bedragen import Maand


def _in(soort: str) -> Bericht:
    return Bericht.objects.get(richting="in", soort=soort)


def test_een_wijziging_komt_binnen_als_317_met_wat_gelijk_blijft(lvc: Wijk) -> None:
    t, puck = loopt(lvc), collega(lvc)
    velden = {
        "wijzig-volume": "2",
        "wijzig-vanaf": (vandaag() + timedelta(days=7)).isoformat(),
        "wijzig-reden": "1",
    }
    gelijk = puck.post(
        f"opdracht/{t.pk}/verzoek/", daad="wijzig", **(velden | {"wijzig-volume": str(t.volume)})
    )
    assert gelijk.status_code == 422
    assert "TR353" in gelijk.content.decode()
    assert not Bericht.objects.filter(richting="in").exists()
    assert puck.post(f"opdracht/{t.pk}/verzoek/", daad="wijzig", **velden).status_code == 302
    bericht = _in("WMO317")
    assert bericht.status in ("bij_mens", "verwerkt")
    product = lees(bytes(bericht.ruw)).inhoud["Client"]["Verzoek"]["TeWijzigenProducten"][
        "TeWijzigenProduct"
    ][0]
    assert (product["ToewijzingNummer"], product["Omvang"]["Volume"]) == (t.nummer, 2)
    assert not bericht.antwoorden.filter(status="klaar").exists(), "what it would say is read on the screen"
    blad = puck.get("verzoeken/").content.decode()
    assert "Wijziging van een opdracht" in blad
    wacht = Aanbiederverzoek.objects.get()
    assert (wacht.hulpvraag_id, wacht.status) == (t.hulpvraag_id, "ontvangen"), (
        "on the list of the back office"
    )


def test_andere_hulp_komt_binnen_als_315(lvc: Wijk) -> None:
    t, puck = loopt(lvc), collega(lvc)
    velden = {
        "nieuw-product": str(t.product_id),
        "nieuw-volume": "1",
        "nieuw-frequentie": "4",
        "nieuw-vanaf": (vandaag() + timedelta(days=14)).isoformat(),
        "nieuw-einde": (vandaag() + timedelta(days=200)).isoformat(),
        "nieuw-toelichting": "De dagen zijn te lang alleen.",
    }
    assert puck.post(f"opdracht/{t.pk}/verzoek/", daad="nieuw", **velden).status_code == 302
    inhoud = lees(bytes(_in("WMO315").ruw)).inhoud["Client"]
    assert (
        inhoud["AangevraagdeProducten"]["AangevraagdProduct"][0]["Commentaar"]
        == "De dagen zijn te lang alleen."
    )
    zonder = puck.post(f"opdracht/{t.pk}/verzoek/", daad="nieuw", **(velden | {"nieuw-volume": ""}))
    assert zonder.status_code == 422
    assert "De dagen zijn te lang alleen." in zonder.content.decode()


def _declareer(t: Toewijzing, maand: Maand, nummer: str) -> None:
    van, tot = productperiode(t, maand)
    assert t.aanbieder is not None
    systeem = Door.systeem(t.gemeente_id)
    lijn = Declaratielijn(nummer, t.inwoner.bsn or "", t.nummer, t.product.code, van, tot, 1, "82", 31000)
    d = ontvang_declaratie(
        t.aanbieder, nummer=nummer, periode=maand.eerste_dag, dagtekening=vandaag(), ingediend_cent=31000, regels=[lijn], door=systeem
    )  # fmt: skip
    assert beoordeel_declaratie(d, door=systeem).toegekend_cent == 31000


def test_wat_over_is_staat_erbij_met_een_waarschuwing_voor_het_op_is(lvc: Wijk) -> None:
    eerste = vandaag().replace(day=1) - timedelta(days=125)
    t = loopt(lvc, sinds=eerste.replace(day=1), tot=vandaag() + timedelta(days=60))
    alles = ruimte(t, vandaag())
    assert alles.totaal is not None
    assert (alles.gebruikt, alles.over, alles.raakt_op) == (0, alles.totaal, False)
    maand = Maand.van(t.ingang)
    for n in range(alles.totaal - 1):
        _declareer(t, maand, f"D{n}")
        maand = maand.volgende
        if maand.eerste_dag > vandaag():
            break
    nu = ruimte(t, vandaag())
    assert nu.gebruikt == n + 1
    blad = collega(lvc).get(f"opdracht/{t.pk}/").content.decode()
    assert f"Nog <strong>{nu.over}</strong> van {nu.totaal} over." in blad
    assert ruimte(t, t.ingang + timedelta(days=3)).raakt_op is (nu.gebruikt * 5 >= (nu.totaal or 0) * 4)
