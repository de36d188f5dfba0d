"""Lines of the register (H4, B10, B13, C5), savings (H25), client surveys (B38) and reports to the council (A12, J16)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel


class Registerregel(GemeenteModel):
    """Something dated that a reader of figures must know, or that we want to remember."""

    class Soort(models.TextChoices):
        MOMENT = "moment", _("moment in het beleid")
        SIGNAAL = "signaal", _("signaal aan VNG of Rijk")
        LEERPUNT = "leerpunt", _("leerpunt of experiment")
        INITIATIEF = "initiatief", _("initiatief van inwoners")

    soort = models.CharField(max_length=10, choices=Soort.choices)
    op = models.DateField()
    naam = models.CharField(max_length=120)
    tekst = models.TextField(blank=True, help_text="What it is, in plain words.")
    resultaat = models.TextField(
        blank=True, help_text="What came of it: the answer, the lesson, the effect as people tell it."
    )
    cijfer = models.CharField(max_length=40, blank=True, help_text="The key of the indicator that shows it.")
    bedrag_cent = CentField(null=True, blank=True, help_text="A grant, for an initiative.")

    class Meta:
        indexes = [models.Index(fields=["gemeente", "soort", "op"], name="register_soort_dag")]

    def __str__(self) -> str:
        return self.naam


class Besparing(GemeenteModel):
    class Stand(models.TextChoices):
        OP_KOERS = "op_koers", _("op koers")
        VERTRAAGD = "vertraagd", _("vertraagd")
        GEHAALD = "gehaald", _("gehaald")
        LOSGELATEN = "losgelaten", _("losgelaten")

    naam = models.CharField(max_length=120)
    jaar = models.PositiveSmallIntegerField()
    doel_cent = CentField()
    gerealiseerd_cent = CentField(default=0)
    stand = models.CharField(max_length=10, choices=Stand.choices, default=Stand.OP_KOERS)
    reden = models.TextField(blank=True, help_text="Why it stands as it does.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "jaar", "naam"], name="besparing_naam"),
            models.CheckConstraint(condition=Q(doel_cent__gt=0), name="besparing_doel"),
            models.CheckConstraint(
                condition=Q(stand__in=["op_koers", "gehaald"]) | ~Q(reden=""), name="besparing_met_reden"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.jaar})"


class Peiling(GemeenteModel):
    """A client survey (Wmo 2015 art. 2.5.1), as counts per question: no answer of one person is kept."""

    jaar = models.PositiveSmallIntegerField()
    op = models.DateField()
    bron = models.CharField(max_length=120)
    mensen = models.PositiveIntegerField()
    antwoorden = models.JSONField(default=dict, help_text="Question number -> eens, neutraal, oneens.")

    def __str__(self) -> str:
        return str(self.jaar)


class Verslag(GemeenteModel):
    """A letter to the council or a half-year report: figures by the platform, the story by people, each saving a version."""

    class Soort(models.TextChoices):
        BRIEF = "brief", _("brief aan de raad")
        HALFJAAR = "halfjaar", _("halfjaarbericht")

    class Status(models.TextChoices):
        CONCEPT = "concept", _("concept")
        VAST = "vast", _("vastgesteld")

    soort = models.CharField(max_length=8, choices=Soort.choices)
    kwartaal = models.CharField(max_length=6, help_text="The last quarter that it is about, such as 2026-3.")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.CONCEPT)
    versie = models.PositiveSmallIntegerField(default=1)
    verhaal = models.JSONField(default=dict, help_text="Heading -> the story as typed.")
    cijfers = models.JSONField(default=list, help_text="The figures as they were when it was settled.")
    vastgesteld_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "verslagen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "soort", "kwartaal"], name="verslag_een_per_kwartaal"
            ),
            models.CheckConstraint(
                condition=Q(status="concept", vastgesteld_op__isnull=True)
                | Q(status="vast", vastgesteld_op__isnull=False),
                name="verslag_vast_met_dag",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.kwartaal}"


class Verslagversie(GemeenteModel):
    """What the story said before: kept with every save."""

    verslag = models.ForeignKey(Verslag, on_delete=models.CASCADE, related_name="versies")
    versie = models.PositiveSmallIntegerField()
    verhaal = models.JSONField(default=dict)
    door = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "verslag", "versie"], name="verslagversie_nummer")
        ]

    def __str__(self) -> str:
        return str(self.versie)
