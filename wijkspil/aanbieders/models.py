"""Providers, contracts, the product catalogue and tariffs. A consortium is one party whose members stay behind it (A2)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import AgbField, CentField
from wijkspil.core.models import GemeenteModel


def _van_tot(van: str, tot: str) -> Func:
    """The days of a row, last day included, as the database compares them."""
    grens = RangeBoundary(inclusive_lower=True, inclusive_upper=True)
    return Func(F(van), F(tot), grens, function="daterange", output_field=DateRangeField())


def wmo_alleen() -> list[str]:
    return ["Wmo"]


class Aanbieder(GemeenteModel):
    class Soort(models.TextChoices):
        AANBIEDER = "aanbieder", _("aanbieder")
        CONSORTIUM = "consortium", _("consortium")
        EIGEN_TEAM = "eigen_team", _("eigen team")

    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=12, choices=Soort.choices, default=Soort.AANBIEDER)
    agb = AgbField(blank=True)
    lid_van = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="leden")
    telefoon = models.CharField(max_length=20, blank=True)
    plaats = models.CharField(max_length=80, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    wachttijd_dagen = models.PositiveSmallIntegerField(null=True, blank=True)
    neemt_aan = models.BooleanField(default=True)
    aanname_reden = models.CharField(
        max_length=160, blank=True, help_text="Why nobody new is taken on, in words for a colleague."
    )
    aanname_sinds = models.DateField(null=True, blank=True, help_text="Since when it is as it is now.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "agb"], condition=~Q(agb=""), name="aanbieder_agb"),
        ]

    def __str__(self) -> str:
        return self.naam


class Locatie(GemeenteModel):
    """Where a provider works, for the map of districts and providers (B45). A place that closed keeps its last day."""

    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.CASCADE, related_name="locaties")
    naam = models.CharField(max_length=120)
    adres = models.CharField(max_length=120, blank=True)
    plaats = models.CharField(max_length=80)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "aanbieder", "naam", "van"], name="locatie_een_keer"),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="locatie_periode"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Product(GemeenteModel):
    """A product of this municipality; codes and choices come from its way of working, kept here to refer to."""

    code = models.CharField(max_length=5)
    categorie = models.CharField(max_length=2)
    naam = models.CharField(max_length=120)
    eenheid = models.CharField(max_length=2, blank=True, help_text="iWmo unit code (WJ756).")
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "code", "geldig_van"], name="product_versie"),
            ExclusionConstraint(
                name="product_versies_lopen_niet_over",
                expressions=[
                    ("gemeente", RangeOperators.EQUAL),
                    ("code", RangeOperators.EQUAL),
                    (_van_tot("geldig_van", "geldig_tot"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Contract(GemeenteModel):
    class Bekostiging(models.TextChoices):
        PXQ = "pxq", _("prijs maal hoeveelheid")
        MAANDBEDRAG = "maandbedrag", _("vast maandbedrag per resultaat")
        PERIODETARIEF = "periodetarief", _("gemiddeld periodetarief")
        LUMPSUM = "lumpsum", _("taakgericht, vaste som")

    class Variant(models.TextChoices):
        """How the work is agreed: what is done, what it leads to, or a task for a population (iWmo uitvoeringsvariant)."""

        INSPANNING = "inspanning", _("inspanningsgericht: uren of dagdelen")
        OUTPUT = "output", _("outputgericht: een resultaat")
        TAAK = "taak", _("taakgericht: een taak voor een groep")

    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="contracten")
    nummer = models.CharField(max_length=24)
    bekostiging = models.CharField(max_length=16, choices=Bekostiging.choices)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    plafond_cent = CentField(null=True, blank=True, help_text="Money frame or lump sum per calendar year.")
    populatie = models.CharField(max_length=160, blank=True, help_text="For a task: whom it is for (A1).")
    opmerking = models.TextField(blank=True)
    wetten = ArrayField(
        models.CharField(max_length=20), default=wmo_alleen, help_text="The laws that it serves (B57)."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="contract_nummer"),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="contract_periode"
            ),
            models.CheckConstraint(
                condition=~Q(bekostiging="lumpsum") | Q(plafond_cent__isnull=False),
                name="contract_lumpsum_heeft_som",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def variant(self) -> "Contract.Variant":
        """Follows from how it is paid: hours are effort, an amount per result or period is output, a fixed sum is a task (H24)."""
        if self.bekostiging == self.Bekostiging.LUMPSUM:
            return self.Variant.TAAK
        return self.Variant.INSPANNING if self.bekostiging == self.Bekostiging.PXQ else self.Variant.OUTPUT


class Tarief(GemeenteModel):
    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="tarieven")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="tarieven")
    trap = models.CharField(max_length=20, default="standaard", help_text="Level of intensity.")
    cent = CentField()
    per = models.CharField(
        max_length=8, help_text="What one tariff pays for: uur, dagdeel, etmaal, stuk, maand."
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "contract", "product", "trap", "van"], name="tarief_vanaf"
            ),
            models.CheckConstraint(condition=Q(cent__gte=0), name="tarief_niet_negatief"),
            ExclusionConstraint(
                name="tarieven_lopen_niet_over",
                expressions=[
                    ("gemeente", RangeOperators.EQUAL),
                    ("contract", RangeOperators.EQUAL),
                    ("product", RangeOperators.EQUAL),
                    ("trap", RangeOperators.EQUAL),
                    (_van_tot("van", "tot"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cent} cent"


class Termijnbetaling(GemeenteModel):
    """An instalment of a lump sum: paid without any claim (A1)."""

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="termijnbetalingen")
    periode = models.DateField(help_text="The first day of the month.")
    cent = CentField()
    betaald_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "contract", "periode"], name="termijn_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.periode:%Y-%m}: {self.cent} cent"


class Aanbiedergebruiker(GemeenteModel):
    """Staff of a provider."""

    account = models.ForeignKey("gemeenten.Account", on_delete=models.PROTECT, related_name="+")
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.CASCADE, related_name="gebruikers")
    naam = models.CharField(max_length=120)
    actief = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "account", "aanbieder"], name="aanbiedergebruiker_een_keer"
            )
        ]

    def __str__(self) -> str:
        return self.naam
