"""Files that join by the rule of a pilot; `wijkspil.reis` says on which acts. One query when nothing is being tried out."""

from django.db.models import Q

from wijkspil.core.handeling import Handeling
from wijkspil.plannen.models import EigenTraject
from wijkspil.toegang.models import Hulpvraag
from wijkspil.verkort.models import Routekeuze

from .deelname import stap_in
from .models import Deelname, Proeftuin

_Arm = Deelname.Arm


def na_eigen_traject(h: Handeling) -> None:
    """An own trajectory that begins belongs to the pilots about own trajectories of that product (O9)."""
    traject = h.onderwerp
    assert isinstance(traject, EigenTraject)
    _laat_meedoen(
        h, traject.hulpvraag, Proeftuin.Instap.EIGEN_TRAJECT, str(h.gegevens.get("product", "")), _Arm.PROEF
    )


def na_routekeuze(h: Handeling) -> None:
    """A route that was chosen puts the file in the pilot: short in the one group, ordinary in the other (H15)."""
    keuze = h.onderwerp
    assert isinstance(keuze, Routekeuze)
    arm = _Arm.PROEF if keuze.route == Routekeuze.Route.VERKORT else _Arm.VERGELIJK
    _laat_meedoen(h, keuze.hulpvraag, Proeftuin.Instap.VERKORTE_ROUTE, keuze.product, arm)


def _laat_meedoen(h: Handeling, hulpvraag: Hulpvraag, instap: str, product: str, arm: str) -> None:
    open_ = Proeftuin.objects.filter(
        Q(instap_product="") | Q(instap_product=product), status=Proeftuin.Status.GEREGISTREERD, instap=instap
    )
    for proeftuin in open_:
        al = Deelname.objects.filter(proeftuin=proeftuin, hulpvraag=hulpvraag).exists()
        if proeftuin.loopt_op(h.dag) and not al:
            stap_in(proeftuin, hulpvraag, arm=arm, vanzelf=True, door=h.door)
