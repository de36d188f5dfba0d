"""What the resident thinks of the help: asked on the resident's own page, read when looking back and in aftercare."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.toegang.models import Hulpvraag

from .models import Ervaring


def geef_ervaring(
    hulpvraag: Hulpvraag,
    *,
    helpt: str,
    gehoord: str,
    door: Door,
    cijfer: int | None = None,
    doelen: Mapping[str, str] | None = None,
    hoe_gaat_het: str = "",
    wat_kan_beter: str = "",
    bel_mij: bool = False,
) -> Ervaring:
    """Keep what the resident tells; may be done as often as one likes, each time is a row of its own. One query.

    The event carries the choices and the mark, never the words.
    """
    door.eis(Rol.CONSULENT, Rol.TEAMLEIDER, om_te=_("vertellen hoe het gaat"), inwoner=hulpvraag.inwoner_id)
    with handeling("ervaring.gegeven", door=door, doel="ervaring vertellen") as h:
        ervaring = h.maak(
            Ervaring(
                hulpvraag=hulpvraag,
                ronde=hulpvraag.ronde,
                op=h.dag,
                helpt=helpt,
                gehoord=gehoord,
                cijfer=cijfer,
                doelen=dict(doelen or {}),
                hoe_gaat_het=hoe_gaat_het.strip(),
                wat_kan_beter=wat_kan_beter.strip(),
                bel_mij=bel_mij,
                ingevuld_door=door.naam,
            )
        )
        h.over(ervaring, dossier=hulpvraag, inwoner=hulpvraag.inwoner_id)
        h.meld(helpt=helpt, gehoord=gehoord, cijfer=cijfer, bel_mij=bel_mij)
    return ervaring


def ervaringen_van(hulpvraag: Hulpvraag) -> list[Ervaring]:
    """Newest first. One query."""
    return list(Ervaring.objects.filter(hulpvraag=hulpvraag).order_by("-gemaakt_op"))
