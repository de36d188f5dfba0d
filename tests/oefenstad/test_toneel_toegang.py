"""The demo has something on the lists of hand-overs, disputes, introductions and life events; played once."""

import pytest

from tests.wijk import Wijk
from wijkspil.core.door import Rol
from wijkspil.core.grens import binnen
from wijkspil.oefenstad.stadsboek import stad
from wijkspil.oefenstad.toneel_toegang import zet_overdrachten_neer
from wijkspil.overdrachten.models import Overbrugging, Overdracht
from wijkspil.signalen.models import Kennismaking, Levensgebeurtenis
from wijkspil.toegang.actions import wijs_toe


@pytest.mark.parametrize("stad_", ["lvc", "alphen", "haarlem", "oirschot", "oude_ijsselstreek"])
def test_elke_oefengemeente_heeft_iets_om_op_te_volgen(stad_: str, request: pytest.FixtureRequest) -> None:
    wijk: Wijk = request.getfixturevalue(stad_)
    wie = stad(wijk.gemeente.slug)["vandaag"]["wie"]
    with binnen(wijk.gemeente.pk):
        leider = wijk.als(wijk.met_rol(Rol.TEAMLEIDER))
        eerste = wijk.melding()
        for vraag in (eerste, *(wijk.melding(wie=eerste.inwoner) for _ in range(3))):
            wijs_toe(vraag, behandelaar=wijk.medewerker(wie), door=leider)
    assert zet_overdrachten_neer(wijk.gemeente) == 4
    assert zet_overdrachten_neer(wijk.gemeente) == 0
    with binnen(wijk.gemeente.pk):
        assert set(Overdracht.objects.values_list("status", flat=True)) == {"aangeboden", "geweigerd"}
        assert Overbrugging.objects.count() == 1 and Levensgebeurtenis.objects.exists()
        assert Kennismaking.objects.count() <= 1
        pagina = wijk.browser(wie).get(wijk.url("overdrachten/")).content.decode()
    assert "Geef het aan een ander" in pagina
