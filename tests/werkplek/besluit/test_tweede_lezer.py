"""Who is asked to read a decision along may open the file, from whatever team, until it is taken, changed or withdrawn (H9)."""

import pytest

from tests.besluiten.verhaal import REDENEN, concept, voor_besluit
from tests.wijk import Wijk
from wijkspil.besluiten.actions import (
    leg_voor_aan_tweede_lezer,
    neem_besluit,
    trek_besluit_in,
    wijzig_besluit,
)
from wijkspil.besluiten.models import Besluit
from wijkspil.core.models import Auditregel
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Mandaat
from wijkspil.toegang.access import relatie, zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag

JOOST = "Joost van den Berg"


def afwijzing(wijk: Wijk) -> Besluit:
    """A refusal: the case worker has no mandate for it, every team lead has."""
    return concept(wijk, voor_besluit(wijk), soort="afwijzing", wel_passend="Koffie in het dorpshuis.")


def url(wijk: Wijk, besluit: Besluit) -> str:
    return wijk.url(f"vraag/{besluit.hulpvraag_id}/besluit/")


def test_een_lezer_uit_een_ander_team_wordt_aangeboden_en_kan_lezen_en_beslissen(lvc: Wijk) -> None:
    besluit = afwijzing(lvc)
    joost, bram = lvc.browser(JOOST), lvc.browser("Bram Peeters")
    assert joost.get(url(lvc, besluit)).status_code == 403
    keuze = bram.get(url(lvc, besluit)).content.decode().partition("Wie leest mee en beslist?")[2]
    assert keuze.index("Noor Verhoeven (") < keuze.index(f"{JOOST} ("), "the own team comes first"
    assert "Yusuf Demir (" not in keuze, "he has no mandate to refuse"

    bram.post(url(lvc, besluit), {"actie": "voorleggen", "aan": str(lvc.medewerker(JOOST).pk)})
    lijst = joost.get(lvc.url("?lijst=lezen")).content.decode()
    assert "Besluiten om te lezen" in lijst and "Lees het besluit" in lijst and "de Wit" in lijst
    assert joost.get(url(lvc, besluit)).status_code == 200
    assert joost.get(lvc.url(f"vraag/{besluit.hulpvraag_id}/")).status_code == 200
    assert Auditregel.objects.filter(door_naam=JOOST, grond="tweede lezer", resultaat="gelukt").count() == 2

    assert joost.post(url(lvc, besluit), {"actie": "nemen"}).status_code == 302
    assert Besluit.objects.get().genomen_door == lvc.medewerker(JOOST)
    assert joost.get(url(lvc, besluit)).status_code == 403, "his task is done"
    assert "Besluiten om te lezen" not in joost.get(lvc.url()).content.decode()


@pytest.mark.parametrize("einde", ["gewijzigd", "ingetrokken", "genomen", "aan een ander"])
def test_de_grond_vervalt_als_er_niets_meer_te_lezen_is(lvc: Wijk, einde: str) -> None:
    besluit, bram, joost = afwijzing(lvc), lvc.als("Bram Peeters"), lvc.als(JOOST)
    leg_voor_aan_tweede_lezer(besluit, aan=lvc.medewerker(JOOST), door=bram)
    vraag = Hulpvraag.objects.get()
    assert relatie(joost, vraag) == "tweede lezer"
    assert Hulpvraag.objects.filter(zichtbaar_voor(joost)).exists()
    match einde:
        case "gewijzigd":
            wijzig_besluit(
                besluit, soort="afwijzing", motivering=REDENEN, wel_passend="Iets anders.", door=bram
            )
        case "ingetrokken":
            trek_besluit_in(besluit, reden="Toch niet nodig.", door=bram)
        case "genomen":
            neem_besluit(besluit, door=lvc.als("Noor Verhoeven"))
        case _:
            wijzig_besluit(
                besluit, soort="afwijzing", motivering=REDENEN, wel_passend="Iets anders.", door=bram
            )
            leg_voor_aan_tweede_lezer(besluit, aan=lvc.medewerker("Noor Verhoeven"), door=bram)
    assert relatie(joost, Hulpvraag.objects.get()) is None
    assert not Hulpvraag.objects.filter(zichtbaar_voor(joost)).exists()


def test_een_persoonlijk_mandaat_buiten_het_team_telt_ook(lvc: Wijk) -> None:
    besluit, kees = afwijzing(lvc), lvc.medewerker("Kees van Dongen")
    pagina = lvc.browser("Bram Peeters").get(url(lvc, besluit)).content.decode()
    assert "Kees van Dongen (" not in pagina
    with schrijven_open():
        Mandaat(
            gemeente_id=lvc.gemeente.pk, gemaakt_op=kees.gemaakt_op, medewerker=kees, besluitsoorten=["afwijzing"],
            geldig_van=besluit.aanvraag.ontvangen_op, grondslag="Mandaat van een dag",
        ).save()  # fmt: skip
    pagina = lvc.browser("Bram Peeters").get(url(lvc, besluit)).content.decode()
    assert "Kees van Dongen (" in pagina


def test_wie_werkt_aan_de_vraag_krijgt_van_het_voorleggen_geen_botsing(lvc: Wijk) -> None:
    besluit = afwijzing(lvc)
    rev = Hulpvraag.objects.get().rev
    leg_voor_aan_tweede_lezer(besluit, aan=lvc.medewerker(JOOST), door=lvc.als("Bram Peeters"))
    assert Hulpvraag.objects.get().rev == rev
