"""A question that is composed once answers what Django's own query answers, and nothing from next door."""

import pytest
from django.core.exceptions import FieldDoesNotExist

from tests.wijk import Wijk
from wijkspil.core.handeling import Botsing, handeling
from wijkspil.core.rijen import voeg_in, werk_bij
from wijkspil.core.schrijven import BuitenHandelingOm
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.toegang.models import Hulpvraag, Klok

_VRAAG = VasteVraag(
    lambda id: Hulpvraag.objects.filter(pk=id).select_related("inwoner", "team", "behandelaar")
)
_KLOKKEN = VasteVraag(
    lambda vraag, ronde: Klok.objects.filter(hulpvraag_id=vraag, ronde=ronde, status="loopt").order_by(
        "uiterlijk"
    )
)


def test_hij_geeft_dezelfde_rijen_als_django(lvc: Wijk, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    eerste = lvc.melding()
    tweede = lvc.melding(wie=eerste.inwoner)
    for melding in (eerste, tweede):
        gewoon = Hulpvraag.objects.select_related("inwoner", "team", "behandelaar").get(pk=melding.pk)
        with django_assert_num_queries(1):
            gevonden = _VRAAG.eerste(melding.pk)
            assert gevonden is not None
            assert (gevonden.inwoner.naam, gevonden.team, gevonden.behandelaar) == (
                gewoon.inwoner.naam,
                gewoon.team,
                None,
            )
        for veld in Hulpvraag._meta.concrete_fields:
            assert getattr(gevonden, veld.attname) == getattr(gewoon, veld.attname)
        klok = _KLOKKEN.alle(melding.pk, melding.ronde)[0]
        assert klok.waarde == Klok.objects.get(pk=klok.pk).waarde, "a JSON field comes back as it went in"


def test_wie_er_niet_is_wordt_niet_gevonden(lvc: Wijk, alphen: Wijk) -> None:
    elders = alphen.melding()
    from wijkspil.core.grens import binnen

    with binnen(lvc.gemeente.pk):
        assert _VRAAG.eerste(elders.pk) is None
        assert _KLOKKEN.alle(elders.pk, 1) == []


def test_alleen_wat_er_nog_zo_staat_wordt_bewaard(lvc: Wijk) -> None:
    melding = lvc.melding()
    oud = Hulpvraag.objects.get(pk=melding.pk)
    door = lvc.als("Bram Peeters")
    with handeling("contact.vastgelegd", door=door) as h:
        melding.vraag = "Anders gezegd."
        h.bewaar(melding, "vraag")
        h.over(melding)
    oud.vraag = "Over het hoofd gezien."
    with pytest.raises(Botsing) as botsing, handeling("contact.vastgelegd", door=door) as h:
        h.bewaar(oud, "vraag")
    assert botsing.value.rij.vraag == "Anders gezegd."  # type: ignore[attr-defined]


def test_buiten_een_handeling_schrijft_niemand(lvc: Wijk) -> None:
    melding = lvc.melding()
    with pytest.raises(BuitenHandelingOm):
        werk_bij(melding, ("vraag",))
    with pytest.raises(BuitenHandelingOm):
        voeg_in(Klok(hulpvraag=melding))
    with pytest.raises(FieldDoesNotExist), handeling("contact.vastgelegd", door=lvc.als("Bram Peeters")) as h:
        h.bewaar(melding, "bestaat_niet")
