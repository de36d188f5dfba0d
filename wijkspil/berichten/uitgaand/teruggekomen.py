"""A message of ours that was refused, by the provider or on the way: it counts as not sent (OP286)."""

from wijkspil.ondersteuning.models import Aanbiederverzoek, Toewijzing

from ..models import Bericht


def telt_als_niet_verzonden(heen: Bericht) -> None:
    """The provider doesn't know these versions: the next message must bring them again, and name the request again."""
    if heen.soort != "WMO301":
        return
    verzoeken = Aanbiederverzoek.objects.filter(aanbieder__agb=heen.ontvanger, antwoord=heen.identificatie)
    verzoeken.update(antwoord="")
    for nummer, eerder in heen.inhoud.items():
        Toewijzing.objects.filter(nummer=int(nummer), verzonden_versie__gt=eerder).update(
            verzonden_versie=eerder
        )
