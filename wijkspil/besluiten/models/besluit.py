"""Application and outcome in law: a decision with its own clock and objection term, or an agreement without decision (A6, A7)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel


class Aanvraag(GemeenteModel):
    """The application after the investigation (Wmo 2.3.5); from the day after receipt two weeks run."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        BESLOTEN = "besloten", _("besloten")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="aanvragen")
    ronde = models.PositiveSmallIntegerField(default=1)
    ontvangen_op = models.DateField()
    hoe = models.CharField(
        max_length=80, help_text="Signed report, letter, portal, on request after an agreement."
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    aanvulling_wat = models.TextField(
        blank=True, help_text="What is missing, as the resident was told (Awb 4:5)."
    )
    aanvulling_gevraagd_op = models.DateField(null=True, blank=True)
    aanvulling_tot = models.DateField(null=True, blank=True, help_text="The last day to complete it.")
    aangevuld_op = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)
    ingetrokken_reden = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "hulpvraag"], condition=Q(status="open"), name="aanvraag_een_open"
            ),
            models.CheckConstraint(
                condition=Q(aanvulling_gevraagd_op__isnull=True)
                | Q(aanvulling_tot__isnull=False) & ~Q(aanvulling_wat=""),
                name="aanvraag_aanvulling_met_termijn",
            ),
        ]

    def __str__(self) -> str:
        return f"aanvraag {self.ontvangen_op}"


class Besluit(GemeenteModel):
    class Soort(models.TextChoices):
        TOEKENNING = "toekenning", _("toekenning")
        GEDEELTELIJK = "gedeeltelijk", _("gedeeltelijke toekenning")
        AFWIJZING = "afwijzing", _("afwijzing")
        BEEINDIGING = "beeindiging", _("beëindiging")
        BUITEN_BEHANDELING = "buiten_behandeling", _("buiten behandeling gesteld")

    class Status(models.TextChoices):
        CONCEPT = "concept", _("concept")
        TWEEDE_LEZER = "tweede_lezer", _("wacht op tweede lezer")
        GENOMEN = "genomen", _("genomen")
        BEKENDGEMAAKT = "bekendgemaakt", _("bekendgemaakt")
        INGETROKKEN = "ingetrokken", _("ingetrokken")
        HERROEPEN = "herroepen", _("herroepen na bezwaar")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="besluiten")
    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="besluiten")
    plan = models.ForeignKey("plannen.Plan", on_delete=models.PROTECT, related_name="besluiten")
    nummer = models.CharField(max_length=14)
    soort = models.CharField(max_length=20, choices=Soort.choices)
    status = models.CharField(max_length=14, choices=Status.choices, default=Status.CONCEPT)
    vorm = models.CharField(max_length=32, help_text="A `Besluitinhoud` of the way of working.")
    motivering = models.TextField(help_text="The reasons in plain Dutch, as they stand in the letter.")
    activiteiten = models.JSONField(
        default=dict, help_text="Line id -> activities with frequency, where the decision words them itself."
    )
    motivering_voorstel = models.TextField(
        blank=True,
        help_text="The reasons as they were built from the trace; `motivering` is what a person made of them.",
    )
    resultaten = models.JSONField(
        default=dict, help_text="Line id -> what it must lead to, where the decision words it itself (B58)."
    )
    uren = models.JSONField(
        default=list,
        help_text="The hours behind it when it was taken (B61): [{regel, wat, omvang, bron, zekerheid}].",
    )
    reactie_plan = models.TextField(blank=True, help_text="What was done with the resident's own plan.")
    advies = models.TextField(blank=True, help_text="Expert advice and what was done with it.")
    wel_passend = models.TextField(blank=True, help_text="For what is refused: which solution is enough.")
    gehoord_op = models.DateField(
        null=True, blank=True, help_text="Heard about an intended refusal (Awb 4:7)."
    )
    met_onderbouwing = models.BooleanField(
        default=False, help_text="Put the trace of the investigation in the letter."
    )
    onderbouwing = models.JSONField(
        default=list, help_text="The trace: [{stap, zin, bron}] that can end up in the letter."
    )
    regels = ArrayField(models.UUIDField(), default=list, help_text="The arrangement lines that it grants.")
    jaarkosten_cent = CentField(default=0)
    mandaat = models.ForeignKey(
        "gemeenten.Mandaat", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opgesteld_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")
    tweede_lezer = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    genomen_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    genomen_op = models.DateField(null=True, blank=True)
    bekendgemaakt_op = models.DateField(null=True, blank=True)
    bezwaar_tot = models.DateField(null=True, blank=True)
    ingangsdatum = models.DateField(null=True, blank=True)
    einddatum = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)
    ingetrokken_reden = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="besluit_nummer"),
            models.UniqueConstraint(
                fields=["gemeente", "aanvraag"],
                condition=~Q(status__in=["ingetrokken", "herroepen"]),
                name="besluit_een_per_aanvraag",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["concept", "tweede_lezer", "ingetrokken"])
                | Q(genomen_op__isnull=False, genomen_door__isnull=False, mandaat__isnull=False),
                name="besluit_genomen_onder_mandaat",
            ),
            models.CheckConstraint(
                condition=~Q(status="bekendgemaakt")
                | Q(bekendgemaakt_op__isnull=False, bezwaar_tot__isnull=False),
                name="besluit_bekend_met_bezwaartermijn",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer


class Afspraak(GemeenteModel):
    """An agreement without decision, in the resident's words; always convertible to a decision on request (A7)."""

    class Status(models.TextChoices):
        LOOPT = "loopt", _("loopt")
        OMGEZET = "omgezet", _("omgezet in een aanvraag")
        BEEINDIGD = "beeindigd", _("beëindigd")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="afspraken")
    plan = models.ForeignKey("plannen.Plan", on_delete=models.PROTECT, related_name="afspraken")
    nummer = models.CharField(max_length=14)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.LOOPT)
    tekst = models.TextField(help_text="What we agreed, in the resident's words.")
    regels = ArrayField(models.UUIDField(), default=list)
    gemaakt_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")
    op = models.DateField()
    omgezet_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "nummer"], name="afspraak_nummer")]

    def __str__(self) -> str:
        return self.nummer
