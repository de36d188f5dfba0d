"""What the CAK must know for the own contribution: over which periods a resident has help with a contribution. No amounts, no income."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Bijdrageperiode(GemeenteModel):
    """One period of one resident, as it is now and as it was last reported. What differs must still go to the CAK."""

    class Bericht(models.TextChoices):
        ABONNEMENT = "405", _("vast maandbedrag (405)")
        BESCHERMD_WONEN = "407", _("beschermd wonen (407)")

    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.PROTECT, related_name="bijdrageperioden")
    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.PROTECT, related_name="bijdrageperioden"
    )
    bericht = models.CharField(max_length=3, choices=Bericht.choices)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    vervallen = models.BooleanField(default=False, help_text="It never was: the start was taken back.")
    gemeld_van = models.DateField(null=True, blank=True)
    gemeld_tot = models.DateField(null=True, blank=True)
    te_melden = models.BooleanField(default=True, help_text="Differs from what was reported.")
    uiterlijk = models.DateField(help_text="One month after what must be reported (Uitvoeringsregeling 2f).")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="bijdrageperiode_dagen"
            ),
            models.UniqueConstraint(
                fields=["gemeente", "inwoner", "bericht"],
                condition=Q(tot__isnull=True, vervallen=False),
                name="bijdrageperiode_een_lopend",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "uiterlijk"],
                condition=Q(te_melden=True),
                name="bijdrageperiode_te_melden",
            )
        ]

    def __str__(self) -> str:
        return f"{self.van} {self.tot or ''}"

    @property
    def melding(self) -> str:
        """What must be told: start, stop, wijziging, vervalt; empty when nothing."""
        if not self.te_melden:
            return ""
        if self.vervallen:
            return "vervalt"
        if self.gemeld_van is None:
            return "start"
        if self.gemeld_van == self.van and self.gemeld_tot is None:
            return "stop"
        return "wijziging"


class Bijdragebestand(GemeenteModel):
    """A file for the CAK as it was made, with a number that is used once."""

    nummer = models.CharField(max_length=16)
    gemaakt_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")
    aantal = models.PositiveIntegerField()
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "nummer"], name="bijdragebestand_nummer")]

    def __str__(self) -> str:
        return self.nummer
