"""Light signals: somebody saw something, no file is made (O5). With consent it becomes a hulpvraag."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Signaal(GemeenteModel):
    class Status(models.TextChoices):
        OPEN = "open", _("open")
        BEKEKEN = "bekeken", _("bekeken, geen vervolg")
        OPGEPAKT = "opgepakt", _("opgepakt zonder dossier")
        OMGEZET = "omgezet", _("omgezet in een hulpvraag")

    wijk = models.ForeignKey(
        "gemeenten.Wijk", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    team = models.ForeignKey(
        "gemeenten.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    melder = models.CharField(max_length=120, blank=True, help_text="Wie het signaal gaf; mag leeg blijven.")
    melder_soort = models.CharField(max_length=40)
    tekst = models.TextField(help_text="What was seen, without a name or address of the person concerned.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    opgevolgd = models.TextField(blank=True)
    toestemming_op = models.DateField(null=True, blank=True)
    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.PROTECT, null=True, blank=True, related_name="signalen"
    )

    class Meta:
        verbose_name_plural = "signalen"
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="omgezet") | Q(toestemming_op__isnull=False, hulpvraag__isnull=False),
                name="signaal_omgezet_met_toestemming",
            )
        ]

    def __str__(self) -> str:
        return self.tekst[:60]


class Kennismaking(GemeenteModel):
    """A resident who can or wants something, brought together with a place where that is welcome (A9, B7, O5).

    Never a condition for help: it begins with a yes of the resident, and it may end without a reason.
    """

    class Richting(models.TextChoices):
        GEEFT = "geeft", _("doet iets voor een ander")
        KRIJGT = "krijgt", _("krijgt gezelschap of hulp van een vrijwilliger")

    class Status(models.TextChoices):
        VOORGESTELD = "voorgesteld", _("voorgesteld")
        LOOPT = "loopt", _("het klikt")
        GESTOPT = "gestopt", _("gestopt")

    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.CASCADE, related_name="kennismakingen")
    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.SET_NULL, null=True, blank=True, related_name="kennismakingen"
    )
    aanbod = models.ForeignKey("sociale_kaart.Aanbod", on_delete=models.PROTECT, related_name="+")
    richting = models.CharField(max_length=8, choices=Richting.choices)
    waarom = models.CharField(max_length=240, help_text="What fits, in words that may be read aloud.")
    akkoord_op = models.DateField(help_text="The day on which the resident said yes.")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.VOORGESTELD)
    vervolg_op = models.DateField(null=True, blank=True)
    hoe_gaat_het = models.CharField(max_length=240, blank=True)

    class Meta:
        verbose_name_plural = "kennismakingen"
        indexes = [models.Index(fields=["gemeente", "inwoner"], name="kennismaking_inwoner")]

    def __str__(self) -> str:
        return f"{self.richting}: {self.status}"


class Registerbestand(GemeenteModel):
    """One file of the population register feed, as it was read: how many lines, which went wrong."""

    naam = models.CharField(max_length=160)
    vingerafdruk = models.CharField(
        max_length=64, help_text="SHA-256 of the bytes; the same file again does nothing."
    )
    regels = models.PositiveIntegerField()
    taken = models.PositiveIntegerField()
    fouten = models.JSONField(default=list, help_text="[{regel, fout}], without personal data.")

    class Meta:
        verbose_name_plural = "registerbestanden"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "vingerafdruk"], name="registerbestand_een_keer")
        ]

    def __str__(self) -> str:
        return self.naam


class Levensgebeurtenis(GemeenteModel):
    """A move, a death or a birth around somebody with a running question: a person looks what it means for the help."""

    class Soort(models.TextChoices):
        VERHUIZING = "verhuizing", _("verhuizing")
        OVERLIJDEN = "overlijden", _("overlijden")
        GEBOORTE = "geboorte", _("geboorte in het huishouden")

    class Status(models.TextChoices):
        OPEN = "open", _("nog bekijken")
        GEDAAN = "gedaan", _("bekeken")

    bestand = models.ForeignKey(Registerbestand, on_delete=models.PROTECT, related_name="gebeurtenissen")
    bericht = models.CharField(max_length=60, help_text="The number that the register gave this message.")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    dag = models.DateField()
    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.PROTECT, related_name="+")
    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.PROTECT, related_name="levensgebeurtenissen"
    )
    gegevens = models.JSONField(default=dict, help_text="The new address of a move; empty otherwise.")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    gedaan_op = models.DateField(null=True, blank=True)
    gedaan = models.CharField(max_length=240, blank=True)

    class Meta:
        verbose_name_plural = "levensgebeurtenissen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "bericht", "hulpvraag"], name="levensgebeurtenis_een_keer"
            ),
            models.CheckConstraint(
                condition=~Q(status="gedaan") | (Q(gedaan_op__isnull=False) & ~Q(gedaan="")),
                name="levensgebeurtenis_gedaan_met_woorden",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "dag"], condition=Q(status="open"), name="levensgebeurtenis_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} op {self.dag}"
