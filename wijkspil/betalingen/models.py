"""Bank accounts of those who are paid, and what they owe us. Batches stand in `models_batch`."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel
from wijkspil.regels.iban import is_iban


def controleer_iban(waarde: str) -> None:
    if not is_iban(waarde):
        raise ValidationError(
            _(
                "Dit rekeningnummer klopt niet: er staat ergens een verkeerd cijfer of een cijfer te weinig. Neem het over van een brief of "
                "factuur van deze partij."
            ),
            code="iban",
        )


class Rekening(GemeenteModel):
    """A bank account of a provider, or the municipality's own (`aanbieder` empty). Who proposed it never confirms it.

    A changed account is the usual way to steal a payment, so nothing is paid to a party as long as a change waits. Rows are never
    changed into another number: the old one stays as history.
    """

    class Status(models.TextChoices):
        VOORGESTELD = "voorgesteld", _("wacht op een tweede persoon")
        BEVESTIGD = "bevestigd", _("in gebruik")
        GEBLOKKEERD = "geblokkeerd", _("geblokkeerd")
        VERVALLEN = "vervallen", _("vervallen")
        AFGEWEZEN = "afgewezen", _("afgewezen")

    aanbieder = models.ForeignKey(
        "aanbieders.Aanbieder", on_delete=models.PROTECT, null=True, related_name="rekeningen"
    )
    iban = models.CharField(max_length=34, validators=[controleer_iban])
    tenaamstelling = models.CharField(max_length=70)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.VOORGESTELD)
    hoe_nagegaan = models.CharField(max_length=200, help_text="How we know that this account is theirs.")
    voorgesteld_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, related_name="+"
    )
    voorgesteld_op = models.DateField()
    beoordeeld_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, related_name="+"
    )
    beoordeeld_op = models.DateField(null=True)
    reden = models.CharField(
        max_length=200, blank=True, help_text="Why it was rejected, blocked or replaced."
    )
    uiterlijk = models.DateField(
        help_text="A proposal that waits longer shows on the list of late money work (M7)."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "aanbieder"],
                condition=Q(status="bevestigd"),
                name="rekening_een_bevestigd",
            ),
            models.UniqueConstraint(
                fields=["gemeente"],
                condition=Q(status="bevestigd", aanbieder__isnull=True),
                name="rekening_een_eigen",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "aanbieder"],
                condition=Q(status="voorgesteld"),
                name="rekening_een_voorstel",
            ),
            models.CheckConstraint(
                condition=~Q(status="bevestigd")
                | (
                    Q(beoordeeld_door__isnull=False, voorgesteld_door__isnull=False)
                    & ~Q(beoordeeld_door=F("voorgesteld_door"))
                ),
                name="rekening_vier_ogen",
            ),
        ]

    def __str__(self) -> str:
        return f"…{self.iban[-4:]}"


class Terugvordering(GemeenteModel):
    """What a party must give back: a credit above its claims, or paid too much. Set off with later payments, or received."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        VOLDAAN = "voldaan", _("voldaan")
        KWIJT = "kwijt", _("niet meer gevraagd")

    aanbieder = models.ForeignKey(
        "aanbieders.Aanbieder", on_delete=models.PROTECT, related_name="terugvorderingen"
    )
    declaratie = models.ForeignKey(
        "ondersteuning.Declaratie", on_delete=models.PROTECT, null=True, related_name="+"
    )
    nummer = models.CharField(max_length=16)
    cent = CentField()
    verrekend_cent = CentField(default=0, help_text="Set off, in a batch that was not withdrawn.")
    ontvangen_cent = CentField(default=0, help_text="Received on our account.")
    kwijt_cent = CentField(default=0, help_text="Not asked any more.")
    reden = models.CharField(max_length=300)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    vastgelegd_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, related_name="+"
    )
    kwijt_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, related_name="+"
    )
    kwijt_reden = models.CharField(max_length=300, blank=True)
    uiterlijk = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="terugvordering_nummer"),
            models.UniqueConstraint(
                fields=["gemeente", "declaratie"], name="terugvordering_een_per_declaratie"
            ),
            models.CheckConstraint(condition=Q(cent__gt=0), name="terugvordering_bedrag"),
            models.CheckConstraint(
                condition=Q(
                    verrekend_cent__gte=0,
                    ontvangen_cent__gte=0,
                    kwijt_cent__gte=0,
                    cent__gte=F("verrekend_cent") + F("ontvangen_cent") + F("kwijt_cent"),
                ),
                name="terugvordering_niet_te_veel",
            ),
            models.CheckConstraint(
                condition=Q(kwijt_door__isnull=True) | ~Q(kwijt_door=F("vastgelegd_door")),
                name="terugvordering_vier_ogen",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "aanbieder"], condition=Q(status="open"), name="terugvordering_open"
            )
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def open_cent(self) -> int:
        """What is still to come and not yet spoken for by a batch."""
        return self.cent - self.verrekend_cent - self.ontvangen_cent - self.kwijt_cent


from .models_batch import Bankantwoord, Betaalbatch, Betaalbestand, Betaalopdracht, Betaalpost  # noqa: E402
from .models_bijdrage import Bijdragebestand, Bijdrageperiode  # noqa: E402

__all__ = [
    "Bankantwoord",
    "Betaalbatch",
    "Betaalbestand",
    "Betaalopdracht",
    "Betaalpost",
    "Bijdragebestand",
    "Bijdrageperiode",
    "Rekening",
    "Terugvordering",
]
