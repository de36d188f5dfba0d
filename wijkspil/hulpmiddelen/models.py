"""Aids that people share at a place in the neighbourhood (C6), and a home that is adapted together with its landlord (C14)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel


class Hulpmiddel(GemeenteModel):
    """One aid in a pool: a scootmobiel at a community centre. Borrowing needs no decision and no file."""

    class Status(models.TextChoices):
        BESCHIKBAAR = "beschikbaar", _("te leen")
        REPARATIE = "reparatie", _("in reparatie")
        WEG = "weg", _("uit de pool")

    nummer = models.CharField(max_length=24, help_text="What stands on the aid itself.")
    soort = models.CharField(max_length=80)
    plek = models.CharField(max_length=120, help_text="Where it stands and is collected.")
    telefoon = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.BESCHIKBAAR)
    opmerking = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "hulpmiddelen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "nummer"], name="hulpmiddel_nummer")]

    def __str__(self) -> str:
        return f"{self.soort} {self.nummer}"


class Reservering(GemeenteModel):
    """An aid for somebody, from a day up to and including a day. A name and a number to call are enough."""

    class Status(models.TextChoices):
        GERESERVEERD = "gereserveerd", _("gereserveerd")
        MEE = "mee", _("meegenomen")
        TERUG = "terug", _("teruggebracht")
        VERVALLEN = "vervallen", _("vervallen")

    hulpmiddel = models.ForeignKey(Hulpmiddel, on_delete=models.PROTECT, related_name="reserveringen")
    wie = models.CharField(max_length=120)
    telefoon = models.CharField(max_length=20, blank=True)
    van = models.DateField()
    tot = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.GERESERVEERD)
    teruggebracht_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "reserveringen"
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="reservering_periode"),
            ExclusionConstraint(
                name="reservering_niet_dubbel",
                expressions=[
                    ("gemeente", RangeOperators.EQUAL),
                    ("hulpmiddel", RangeOperators.EQUAL),
                    (
                        Func(
                            F("van"),
                            F("tot"),
                            models.Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(status__in=["gereserveerd", "mee"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van} tot en met {self.tot}"


class Woningaanpassing(GemeenteModel):
    """Adapting a home, step by step: assess, ask the landlord, quote, agree, done. Each step has a last day (M7)."""

    class Stap(models.TextChoices):
        OPNAME = "opname", _("opname in de woning")
        TOESTEMMING = "toestemming", _("wacht op de verhuurder")
        OFFERTE = "offerte", _("wacht op een offerte")
        AKKOORD = "akkoord", _("wacht op akkoord")
        UITVOERING = "uitvoering", _("wordt gemaakt")
        KLAAR = "klaar", _("klaar")
        GESTOPT = "gestopt", _("gestopt")

    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.PROTECT, related_name="woningaanpassingen"
    )
    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.PROTECT, related_name="+")
    wat = models.CharField(max_length=200)
    verhuurder = models.CharField(max_length=120, blank=True, help_text="Empty: the resident owns the home.")
    onder_convenant = models.BooleanField(
        default=False,
        help_text="Agreed with this landlord beforehand: small adaptations need no separate consent.",
    )
    stap = models.CharField(max_length=12, choices=Stap.choices, default=Stap.OPNAME)
    uiterlijk = models.DateField()
    offerte_cent = CentField(null=True, blank=True)
    aannemer = models.CharField(max_length=120, blank=True)
    reden = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "woningaanpassingen"
        constraints = [
            models.CheckConstraint(
                condition=~Q(stap__in=["akkoord", "uitvoering", "klaar"]) | Q(offerte_cent__isnull=False),
                name="woningaanpassing_met_offerte",
            )
        ]

    def __str__(self) -> str:
        return self.wat
