"""A pilot, what changed in it after it was registered, who takes part, what was learned, and figures from elsewhere."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel

from .uitkomsten import UITKOMSTEN, Uitkomst


class Proeftuin(GemeenteModel):
    """An experiment: what we want to know, what we do, with whom, beside whom, and when we stop (H14, B36, O9)."""

    class Status(models.TextChoices):
        CONCEPT = "concept", _("in voorbereiding")
        GEREGISTREERD = "geregistreerd", _("vastgelegd")
        AFGEROND = "afgerond", _("afgerond")
        GESTOPT = "gestopt", _("gestopt volgens de stopregel")

    class Vergelijking(models.TextChoices):
        MENSEN = "mensen", _("mensen met de gewone hulp of de gewone route")
        GEBIEDEN = "gebieden", _("andere gemeenten of wijken, met cijfers van voor en na")
        GEEN = "geen", _("er is geen groep om mee te vergelijken")

    class Instap(models.TextChoices):
        HAND = "hand", _("een medewerker zet het in het dossier")
        EIGEN_TRAJECT = "eigen_traject", _("vanzelf, als een eigen traject begint")
        VERKORTE_ROUTE = "verkorte_route", _("vanzelf, als de route wordt gekozen")

    naam = models.CharField(max_length=120)
    vraag = models.TextField(help_text="What the municipality wants to know.")
    maatregel = models.TextField(blank=True, help_text="What is done differently.")
    doelgroep = models.TextField(blank=True, help_text="Who takes part.")
    waar = models.CharField(max_length=160, blank=True)
    begint_op = models.DateField(null=True, blank=True)
    eindigt_op = models.DateField(null=True, blank=True)
    vergelijking = models.CharField(max_length=10, choices=Vergelijking.choices, default=Vergelijking.GEEN)
    vergelijkgroep = models.TextField(blank=True)
    instap = models.CharField(max_length=16, choices=Instap.choices, default=Instap.HAND)
    instap_product = models.CharField(
        max_length=6, blank=True, help_text="Product code for the rule of entry; empty: all."
    )
    vergelijk_producten = models.JSONField(
        default=list, blank=True, help_text="Product codes of the ordinary help."
    )
    uitkomsten = models.JSONField(default=list, blank=True, help_text="Keys of `uitkomsten.UITKOMSTEN`.")
    marge_tevreden = models.DecimalField(
        max_digits=3,
        decimal_places=1,
        default="0.5",
        help_text="How much lower the mark may be and still be as good, in points.",
    )
    stopregel = models.TextField(blank=True)
    budget_cent = models.BigIntegerField(
        null=True, blank=True, help_text="Set aside for this pilot, in cents (O12)."
    )
    budget_bron = models.CharField(max_length=160, blank=True)
    bron = models.CharField(
        max_length=200, blank=True, help_text="Where the pilot comes from: a decision, a report."
    )
    status = models.CharField(max_length=14, choices=Status.choices, default=Status.CONCEPT)
    geregistreerd_op = models.DateField(null=True, blank=True)
    vastgelegd = models.JSONField(default=dict, blank=True, help_text="The definition as it was registered.")
    eerste_blik_op = models.DateField(null=True, blank=True)
    geeindigd_op = models.DateField(null=True, blank=True)
    conclusie = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "proeftuinen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "naam"], name="proeftuin_naam"),
            models.CheckConstraint(
                condition=Q(status="concept", geregistreerd_op__isnull=True)
                | ~Q(status="concept") & Q(geregistreerd_op__isnull=False, begint_op__isnull=False),
                name="proeftuin_geregistreerd_met_dag",
            ),
            models.CheckConstraint(
                condition=Q(eerste_blik_op__isnull=True)
                | Q(geregistreerd_op__isnull=False, geregistreerd_op__lte=models.F("eerste_blik_op")),
                name="proeftuin_kijken_na_registratie",
            ),
            models.CheckConstraint(
                condition=Q(eindigt_op__isnull=True) | Q(eindigt_op__gte=models.F("begint_op")), name="proeftuin_periode"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["concept", "geregistreerd"], geeindigd_op__isnull=True)
                | Q(status__in=["afgerond", "gestopt"], geeindigd_op__isnull=False),
                name="proeftuin_geeindigd_met_dag",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["gemeente", "instap"], condition=Q(status="geregistreerd"), name="proeftuin_open")]  # fmt: skip

    def __str__(self) -> str:
        return self.naam

    @property
    def is_open(self) -> bool:
        return self.status in (self.Status.CONCEPT, self.Status.GEREGISTREERD)

    @property
    def is_concept(self) -> bool:
        return self.status == self.Status.CONCEPT

    @property
    def gekozen_uitkomsten(self) -> list[Uitkomst]:
        return [UITKOMSTEN[sleutel] for sleutel in self.uitkomsten if sleutel in UITKOMSTEN]

    def loopt_op(self, dag: date) -> bool:
        """Whether cases may join on this day."""
        return (
            self.status == self.Status.GEREGISTREERD
            and self.begint_op is not None
            and self.begint_op <= dag
            and (self.eindigt_op is None or dag <= self.eindigt_op)
        )


class Wijziging(GemeenteModel):
    """One part of a registered pilot that was changed: dated, with the old words, and visible for good."""

    proeftuin = models.ForeignKey(Proeftuin, on_delete=models.CASCADE, related_name="wijzigingen")
    op = models.DateField()
    veld = models.CharField(max_length=24)
    was = models.TextField(blank=True)
    wordt = models.TextField(blank=True)
    waarom = models.TextField()
    na_eerste_blik = models.BooleanField(
        help_text="Changed when somebody had seen results: weigh what it says less."
    )
    door = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "wijzigingen"
        constraints = [models.CheckConstraint(condition=~Q(waarom=""), name="wijziging_met_reden")]

    def __str__(self) -> str:
        return f"{self.veld} op {self.op}"


class Deelname(GemeenteModel):
    """A file that belongs to a pilot, and to which of both groups."""

    class Arm(models.TextChoices):
        PROEF = "proef", _("proefgroep")
        VERGELIJK = "vergelijk", _("vergelijkgroep")

    proeftuin = models.ForeignKey(Proeftuin, on_delete=models.PROTECT, related_name="deelnames")
    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.CASCADE, related_name="deelnames")
    arm = models.CharField(max_length=10, choices=Arm.choices, default=Arm.PROEF)
    sinds = models.DateField()
    tot = models.DateField(null=True, blank=True)
    vanzelf = models.BooleanField(default=False, help_text="Joined by the rule of the pilot, not by hand.")
    reden = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "deelnames"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "proeftuin", "hulpvraag"], name="deelname_een_keer"),
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=models.F("sinds")), name="deelname_periode"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.arm} sinds {self.sinds}"


class Leermoment(GemeenteModel):
    """What was learned on a day; a learning meeting, something that was noticed, a decision (B13)."""

    class Soort(models.TextChoices):
        BIJEENKOMST = "bijeenkomst", _("leerbijeenkomst")
        OPGEVALLEN = "opgevallen", _("wat opviel")
        BESLISSING = "beslissing", _("wat we besloten")

    proeftuin = models.ForeignKey(Proeftuin, on_delete=models.CASCADE, related_name="leermomenten")
    op = models.DateField()
    soort = models.CharField(max_length=12, choices=Soort.choices)
    wat = models.TextField()
    door = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "leermomenten"

    def __str__(self) -> str:
        return f"{self.soort} op {self.op}"


class Cijferreeks(GemeenteModel):
    """Figures per area and period that don't come from our own files: of other municipalities, of before Wijkspil (O8)."""

    proeftuin = models.ForeignKey(Proeftuin, on_delete=models.CASCADE, related_name="reeksen")
    uitkomst = models.CharField(max_length=16)
    bron = models.CharField(max_length=300)
    op = models.DateField()
    door = models.CharField(max_length=120)
    punten = models.JSONField(
        help_text="[{gebied, periode, waarde, proef}]: periode as 2019 or 2019-2, proef true for pilot areas."
    )

    class Meta:
        verbose_name_plural = "cijferreeksen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "proeftuin", "uitkomst"], name="cijferreeks_per_uitkomst"
            )
        ]

    def __str__(self) -> str:
        return f"{self.uitkomst}: {self.bron}"
