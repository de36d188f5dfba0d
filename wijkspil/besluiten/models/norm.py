"""Hours behind a decision: a calculation by two norm sets side by side, and who was consulted on which version of a set."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Normberekening(GemeenteModel):
    """One calculation for one arrangement line, frozen with its explanation. The newest one of a line counts (H23)."""

    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.PROTECT, related_name="normberekeningen"
    )
    regel = models.ForeignKey(
        "plannen.Arrangementregel", on_delete=models.CASCADE, related_name="normberekeningen"
    )
    op = models.DateField()
    invoer = models.JSONField(
        help_text="Activities with times a year and who does them, areas, factors, persons."
    )
    leidend = models.CharField(max_length=40, help_text="Key of the norm set that counts.")
    leidend_minuten = models.PositiveIntegerField()
    schaduw = models.CharField(
        max_length=40, blank=True, help_text="Key of the set that runs along and never decides."
    )
    schaduw_minuten = models.PositiveIntegerField(null=True, blank=True)
    uitkomsten = models.JSONField(
        help_text="Per set its lines: code, name, minutes or null, explanation, source, certainty."
    )
    verschillen = models.JSONField(
        default=list, help_text="Per area both amounts and what makes the difference."
    )
    compleet = models.BooleanField(default=True, help_text="Whether every number was known.")
    zekerheid = models.CharField(max_length=8)
    gemaakt_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "normberekeningen"
        constraints = [
            models.CheckConstraint(
                condition=Q(schaduw="", schaduw_minuten__isnull=True)
                | ~Q(schaduw="") & Q(schaduw_minuten__isnull=False),
                name="normberekening_schaduw_met_minuten",
            )
        ]
        indexes = [models.Index(fields=["gemeente", "regel", "gemaakt_op"], name="normberekening_regel")]

    def __str__(self) -> str:
        return f"{self.leidend}: {self.leidend_minuten} min"


class Normraadpleging(GemeenteModel):
    """Who was asked about which version of a norm set, what they said and what was done with it (H22)."""

    class Groep(models.TextChoices):
        INWONERS = "inwoners", _("inwoners of hun vertegenwoordigers")
        CLIENTEN = "clienten", _("cliënten of hun vertegenwoordigers")
        AANBIEDERS = "aanbieders", _("aanbieders")
        PARTNERS = "partners", _("partners in de wijk")
        RAAD = "raad", _("raadsleden")
        MEDEWERKERS = "medewerkers", _("medewerkers van de toegang")

    kader = models.CharField(max_length=40)
    versie = models.CharField(max_length=40)
    groep = models.CharField(max_length=12, choices=Groep.choices)
    wie = models.CharField(max_length=160)
    op = models.DateField()
    reactie = models.TextField()
    verwerkt = models.TextField(blank=True, help_text="What was changed, or why not.")

    class Meta:
        verbose_name_plural = "normraadplegingen"
        indexes = [models.Index(fields=["gemeente", "kader", "op"], name="normraadpleging_kader")]

    def __str__(self) -> str:
        return f"{self.kader} {self.versie}: {self.wie}"
