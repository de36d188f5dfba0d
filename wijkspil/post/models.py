"""Messages between a resident and the municipality on one question, and the question that is still being written."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Inwonerbericht(GemeenteModel):
    """One message. A resident's message waits until somebody answers it, or says that no answer is needed.

    Whether somebody read it is in the ledger of looks and nowhere else: a page that is only read writes nothing.
    """

    class Richting(models.TextChoices):
        VAN_INWONER = "van_inwoner", _("van de inwoner")
        AAN_INWONER = "aan_inwoner", _("aan de inwoner")

    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.PROTECT, related_name="inwonerberichten"
    )
    richting = models.CharField(max_length=12, choices=Richting.choices)
    tekst = models.TextField()
    afzender = models.CharField(max_length=120, help_text="The name as it was when the message was written.")
    afgehandeld_op = models.DateTimeField(
        null=True, blank=True, help_text="Of a resident's message: answered, or no answer needed."
    )

    class Meta:
        verbose_name_plural = "inwonerberichten"
        constraints = [
            models.CheckConstraint(
                condition=Q(richting="van_inwoner") | Q(afgehandeld_op__isnull=True),
                name="inwonerbericht_alleen_ons_antwoord",
            )
        ]
        indexes = [
            models.Index(fields=["gemeente", "hulpvraag", "gemaakt_op"], name="inwonerbericht_dossier"),
            models.Index(
                fields=["gemeente", "gemaakt_op"],
                condition=Q(richting="van_inwoner", afgehandeld_op__isnull=True),
                name="inwonerbericht_wacht",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.richting} {self.hulpvraag_id}"


class Vraagconcept(GemeenteModel):
    """A question that the resident is still writing; only the resident and whoever may arrange things see it.

    It asks what was tried and never for proof (B49). Once sent it becomes a hulpvraag and can't change any more.
    """

    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.CASCADE, related_name="+")
    wat_is_er = models.TextField(blank=True)
    wat_wil_ik = models.TextField(blank=True)
    al_geprobeerd = models.TextField(blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    bijgewerkt_op = models.DateTimeField()
    hulpvraag = models.OneToOneField(
        "toegang.Hulpvraag", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "inwoner"],
                condition=Q(hulpvraag__isnull=True),
                name="vraagconcept_een_open",
            )
        ]

    def __str__(self) -> str:
        return f"concept {self.inwoner_id}"
