"""What a provider answers on an order: it takes the work, or says why it can't."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Opdrachtantwoord(GemeenteModel):
    """The answer of a provider on one version of an order; a changed order asks anew.

    A return message (302) speaks about the message only. That there is no room, or that this isn't what a provider does, is
    said here: by a person, with a reason that the back office can act on.
    """

    class Antwoord(models.TextChoices):
        AANGENOMEN = "aangenomen", _("aangenomen")
        GEWEIGERD = "geweigerd", _("geweigerd")

    class Reden(models.TextChoices):
        GEEN_PLEK = "geen_plek", _("er is nu geen plek")
        PAST_NIET = "past_niet", _("deze hulp past niet bij wat wij doen")
        NIET_BEREIKT = "niet_bereikt", _("de inwoner is niet te bereiken")
        WIL_NIET = "wil_niet", _("de inwoner wil deze hulp niet van ons")
        GEGEVENS = "gegevens", _("de gegevens in de opdracht kloppen niet")
        CONTRACT = "contract", _("dit valt niet onder ons contract")

    toewijzing = models.ForeignKey(
        "ondersteuning.Toewijzing", on_delete=models.CASCADE, related_name="antwoorden"
    )
    versie = models.PositiveSmallIntegerField(help_text="The version of the order that was answered.")
    antwoord = models.CharField(max_length=12, choices=Antwoord.choices)
    reden = models.CharField(max_length=16, choices=Reden.choices, blank=True)
    toelichting = models.TextField(blank=True)
    wie = models.CharField(max_length=200, help_text="The person, with the organisation.")
    op = models.DateField()

    class Meta:
        verbose_name_plural = "opdrachtantwoorden"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "toewijzing", "versie"], name="opdrachtantwoord_een_per_versie"
            ),
            models.CheckConstraint(
                condition=~Q(antwoord="geweigerd") | ~Q(reden=""), name="opdrachtantwoord_weigert_met_reden"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.antwoord} v{self.versie}"
