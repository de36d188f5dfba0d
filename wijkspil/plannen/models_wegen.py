"""Ways on beside ordinary help: doing nothing on purpose, resting with a right of return, and transitions; and looking back on quality."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel


class Vervolgweg(GemeenteModel):
    """One such way of one question. What each kind must hold is checked by `regels.vervolgwegen`; the facts stand in `feiten`."""

    class Soort(models.TextChoices):
        NIETS_DOEN = "niets_doen", _("verantwoord niets doen")
        RUST = "rust", _("rust met recht op terugkeer")
        NAAR_18 = "naar_18", _("van jeugdhulp naar volwassen")
        NAAR_WLZ = "naar_wlz", _("van Wmo naar Wlz")
        NA_CRISIS = "na_crisis", _("van crisis naar gewone hulp")

    class Status(models.TextChoices):
        LOOPT = "loopt", _("loopt")
        TERUG = "terug", _("teruggekeerd")
        AFGEROND = "afgerond", _("afgerond")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.CASCADE, related_name="vervolgwegen")
    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.LOOPT)
    van = models.DateField()
    doeldag = models.DateField(help_text="The day on which it must be looked at or be arranged.")
    reden = models.TextField()
    inwoner_zegt = models.TextField(blank=True)
    feiten = models.JSONField(default=dict)
    klaar_op = models.DateField(null=True, blank=True)
    afloop = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "hulpvraag", "soort"],
                condition=Q(status="loopt"),
                name="vervolgweg_een_tegelijk",
            ),
            models.CheckConstraint(condition=Q(doeldag__gte=models.F("van")), name="vervolgweg_doeldag"),
            models.CheckConstraint(
                condition=Q(status="loopt") | Q(klaar_op__isnull=False), name="vervolgweg_klaar_met_dag"
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "doeldag"], condition=Q(status="loopt"), name="vervolgweg_lopend"
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.van}"


class EigenTraject(GemeenteModel):
    """Help by the municipality's own staff in place of an indication: what it cost, how it ended, how satisfied (O9, O10)."""

    class Einde(models.TextChoices):
        GEHAALD = "gehaald", _("doel gehaald")
        ZELF_VERDER = "zelf_verder", _("inwoner kan zelf verder")
        GESPECIALISEERD = "gespecialiseerd", _("er is toch gespecialiseerde hulp nodig")
        STOPREGEL = "stopregel", _("gestopt door de stopregel")
        GESTOPT = "gestopt", _("inwoner stopte")

    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.CASCADE, related_name="eigen_trajecten"
    )
    regel = models.OneToOneField(
        "plannen.Arrangementregel", on_delete=models.PROTECT, related_name="eigen_traject"
    )
    door = models.CharField(max_length=120)
    begonnen_op = models.DateField()
    geeindigd_op = models.DateField(null=True, blank=True)
    einde = models.CharField(max_length=16, choices=Einde.choices, blank=True)
    minuten = models.PositiveIntegerField(default=0, help_text="Time spent so far, travel included.")
    uurprijs_cent = CentField(null=True, blank=True, help_text="Cost price of an hour; empty: not known yet.")
    geschikt = models.JSONField(default=dict, help_text="The answers to the questions about eligibility.")
    tevreden = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1-10")
    tevreden_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "eigen trajecten"
        constraints = [
            models.CheckConstraint(
                condition=Q(geeindigd_op__isnull=True, einde="")
                | Q(geeindigd_op__isnull=False) & ~Q(einde=""),
                name="eigentraject_einde",
            ),
            models.CheckConstraint(
                condition=Q(tevreden__isnull=True) | Q(tevreden__gte=1, tevreden__lte=10),
                name="eigentraject_cijfer",
            ),
        ]

    def __str__(self) -> str:
        return f"eigen traject {self.begonnen_op}"


class Steekproef(GemeenteModel):
    """A sample of fixed plans; the same seed over the same plans draws the same ones, so that anybody can check it (C15)."""

    van = models.DateField()
    tot = models.DateField()
    zaad = models.CharField(max_length=40)
    gevraagd = models.PositiveSmallIntegerField()
    uit = models.PositiveIntegerField(help_text="How many plans there were to draw from.")

    class Meta:
        verbose_name_plural = "steekproeven"

    def __str__(self) -> str:
        return f"{self.van} {self.tot}"


class Plantoets(GemeenteModel):
    """One plan of a sample, read by a colleague against a short list of points."""

    steekproef = models.ForeignKey(Steekproef, on_delete=models.CASCADE, related_name="toetsen")
    versie = models.ForeignKey("plannen.Planversie", on_delete=models.PROTECT, related_name="+")
    plek = models.PositiveSmallIntegerField()
    punten = models.JSONField(default=dict, help_text="point -> ja, deels, nee, nvt")
    opmerking = models.TextField(blank=True)
    beoordeeld_op = models.DateField(null=True, blank=True)
    beoordeeld_door = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name_plural = "plantoetsen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "steekproef", "versie"], name="plantoets_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.plek}"
