"""Which route a question took and why, the investigation that a provider does for us, and the check of a sample."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Routekeuze(GemeenteModel):
    """The route of one round of a question, with the answer to every entry criterion (H15)."""

    class Route(models.TextChoices):
        VERKORT = "verkort", _("verkorte route")
        GEWOON = "gewoon", _("gewone route")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.CASCADE, related_name="routekeuzes")
    ronde = models.PositiveSmallIntegerField(default=1)
    product = models.CharField(
        max_length=5, help_text="Code of the product whose shortened route was looked at."
    )
    route = models.CharField(max_length=8, choices=Route.choices)
    criteria = models.JSONField(help_text="[{tekst, voldoet}] as they stood in the way of working.")
    op = models.DateField()
    gekozen_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "routekeuzes"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "hulpvraag", "ronde"], name="routekeuze_per_ronde")
        ]

    def __str__(self) -> str:
        return f"{self.route} ({self.product})"


class Onderzoeksopdracht(GemeenteModel):
    """An investigation that a provider does with the resident, in our file and with consent (H16; Wmo 2015 art. 2.6.4).

    It ends with a report. The decision is never part of it.
    """

    class Status(models.TextChoices):
        LOOPT = "loopt", _("bij de aanbieder")
        VERSLAG = "verslag", _("verslag ontvangen")
        OVERGENOMEN = "overgenomen", _("overgenomen in het onderzoek")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.CASCADE, related_name="onderzoeksopdrachten"
    )
    route = models.ForeignKey(Routekeuze, on_delete=models.PROTECT, related_name="opdrachten")
    aanbieder = models.ForeignKey("aanbieders.Aanbieder", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.LOOPT)
    toestemming_op = models.DateField(help_text="The day on which the resident agreed.")
    toestemming_hoe = models.CharField(max_length=160, help_text="To whom and how the resident said so.")
    vragen = models.JSONField(
        help_text="The template: the questions of the way of working as they stood then."
    )
    antwoorden = models.JSONField(default=list)
    voorstel = models.TextField(
        blank=True, help_text="What the provider and the resident propose, and how often."
    )
    uiterlijk = models.DateField()
    onderzoeker = models.CharField(
        max_length=120, blank=True, help_text="Who of the provider talked with the resident."
    )
    gesprek_op = models.DateField(null=True, blank=True)
    verslag_op = models.DateField(null=True, blank=True)
    opgedragen_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")
    reden = models.TextField(blank=True, help_text="Why it was taken back.")

    class Meta:
        verbose_name_plural = "onderzoeksopdrachten"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "hulpvraag"],
                condition=Q(status__in=["loopt", "verslag"]),
                name="onderzoeksopdracht_een",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["verslag", "overgenomen"])
                | Q(verslag_op__isnull=False, gesprek_op__isnull=False)
                & ~Q(onderzoeker="")
                & ~Q(voorstel=""),
                name="onderzoeksopdracht_verslag_compleet",
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "aanbieder", "uiterlijk"], name="onderzoeksopdracht_aanbieder")
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.hulpvraag_id}"

    @property
    def paren(self) -> list[tuple[str, str]]:
        """The questions with their answers."""
        return list(zip(self.vragen, self.antwoorden, strict=False))


class Steekproef(GemeenteModel):
    """A shortened question that is looked at again by somebody else; drawn by a fixed share, not by hand."""

    class Uitkomst(models.TextChoices):
        OPEN = "", _("nog bekijken")
        ZELFDE = "zelfde", _("de gewone route gaf hetzelfde")
        MEER = "meer", _("de gewone route gaf meer hulp")
        MINDER = "minder", _("de gewone route gaf minder hulp")
        ANDERS = "anders", _("de gewone route gaf iets anders")

    route = models.OneToOneField(Routekeuze, on_delete=models.CASCADE, related_name="steekproef")
    getrokken_op = models.DateField()
    uitkomst = models.CharField(max_length=8, choices=Uitkomst.choices, default=Uitkomst.OPEN, blank=True)
    toelichting = models.TextField(blank=True)
    bekeken_op = models.DateField(null=True, blank=True)
    bekeken_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "steekproeven"
        constraints = [
            models.CheckConstraint(
                condition=Q(uitkomst="", bekeken_op__isnull=True)
                | ~Q(uitkomst="") & Q(bekeken_op__isnull=False, bekeken_door__isnull=False),
                name="steekproef_bekeken_door",
            )
        ]

    def __str__(self) -> str:
        return self.uitkomst or "open"
