"""The plan: one per person and per round, with goals, the arrangement over the whole ladder, versions and evaluations."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel
from wijkspil.regels.ladder import Trede

TREDEN = [(trede.value, trede.label) for trede in Trede]


class Plan(GemeenteModel):
    class Status(models.TextChoices):
        CONCEPT = "concept", _("concept")
        VASTGESTELD = "vastgesteld", _("vastgesteld")
        BEEINDIGD = "beeindigd", _("beëindigd")

    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.PROTECT, related_name="plannen")
    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="plannen")
    ronde = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.CONCEPT)
    versie = models.PositiveSmallIntegerField(default=0)
    perspectief = models.CharField(
        max_length=32, blank=True, help_text="Where it goes (J7): a key of the way of working."
    )
    regisseur = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, related_name="+"
    )
    eigen_plan = models.TextField(blank=True, help_text="The resident's own plan (J13).")
    samenvatting = models.TextField(blank=True)
    evaluatie_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "hulpvraag", "ronde"], name="plan_een_per_ronde"),
            models.CheckConstraint(
                condition=~Q(status="vastgesteld") | Q(versie__gte=1), name="plan_vast_met_versie"
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "evaluatie_op"], condition=Q(status="vastgesteld"), name="plan_evaluatie"
            )
        ]

    def __str__(self) -> str:
        return f"plan {self.hulpvraag_id} v{self.versie}"


class Doel(GemeenteModel):
    class Soort(models.TextChoices):
        """What kind of change is wanted (J6)."""

        HERLEREN = "herleren", _("opnieuw leren")
        BEHOUDEN = "behouden", _("behouden")
        BEGELEIDEN = "begeleiden", _("achteruitgang begeleiden")

    class Resultaat(models.TextChoices):
        OPEN = "open", _("nog bezig")
        BEHAALD = "behaald", _("behaald")
        DEELS = "deels", _("deels behaald")
        NIET = "niet", _("niet behaald")
        VERVALLEN = "vervallen", _("vervallen")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="doelen")
    volgorde = models.PositiveSmallIntegerField(default=0)
    tekst = models.CharField(max_length=300, help_text="In the resident's words.")
    leefgebied = models.CharField(max_length=40, blank=True)
    soort = models.CharField(max_length=12, choices=Soort.choices, default=Soort.BEHOUDEN)
    eigenaar = models.CharField(max_length=120, help_text="Who works on it: the resident, a person, a party.")
    resultaat = models.CharField(max_length=10, choices=Resultaat.choices, default=Resultaat.OPEN)

    def __str__(self) -> str:
        return self.tekst


class Arrangementregel(GemeenteModel):
    """One line on the ladder: what, by whom, how often, until when, at what cost. Free help counts as much as paid help."""

    class Periode(models.TextChoices):
        EENMALIG = "eenmalig", _("eenmalig")
        DAG = "dag", _("per dag")
        WEEK = "week", _("per week")
        MAAND = "maand", _("per maand")

    class Status(models.TextChoices):
        VOORSTEL = "voorstel", _("voorstel")
        VAST = "vast", _("vastgesteld")
        LOOPT = "loopt", _("loopt")
        BEEINDIGD = "beeindigd", _("beëindigd")

    class Kosten(models.TextChoices):
        """What stands behind `maand_cent`: a nought may be free, paid in another way, or not known yet."""

        GRATIS = "gratis", _("gratis voor de gemeente")
        MAAND = "maand", _("per maand")
        EENMALIG = "eenmalig", _("eenmalig")
        VASTE_SOM = "vaste_som", _("betaald uit de vaste som")
        ONBEKEND = "onbekend", _("nog niet bekend")

    class Keuze(models.TextChoices):
        """How the provider was chosen (B41); `keuze` holds one of these, or other words."""

        INWONER_KOOS = "inwoner_koos", _("de inwoner koos zelf uit de lijst")
        INWONER_KENDE = "inwoner_kende", _("de inwoner kende deze aanbieder al")
        SAMEN = "samen", _("samen gekozen in het gesprek")
        WACHTTIJD = "wachttijd", _("deze kan het eerst beginnen")
        ENIGE = "enige", _("de enige die dit levert")
        ADVIES = "advies", _("op advies van de toegang")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="regels")
    doel = models.ForeignKey(Doel, on_delete=models.SET_NULL, null=True, blank=True, related_name="regels")
    volgorde = models.PositiveSmallIntegerField(default=0)
    trede = models.CharField(max_length=24, choices=TREDEN)
    wat = models.CharField(max_length=160)
    wie = models.CharField(max_length=120)
    aanbod = models.ForeignKey(
        "sociale_kaart.Aanbod", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    product = models.ForeignKey(
        "aanbieders.Product", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    aanbieder = models.ForeignKey(
        "aanbieders.Aanbieder", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    trap = models.CharField(
        max_length=20, blank=True, help_text="Level of intensity of the product, such as licht."
    )
    resultaat = models.CharField(
        max_length=200, blank=True, help_text="The result that the offer must fit (B58)."
    )
    activiteiten = models.TextField(
        blank=True, help_text="Activities with frequency: makes a result concrete (CRvB)."
    )
    volume = models.PositiveIntegerField(default=1)
    eenheid = models.CharField(max_length=2, blank=True, help_text="iWmo unit code (WJ756).")
    frequentie = models.CharField(max_length=8, choices=Periode.choices, default=Periode.WEEK)
    minuten_per_week = models.PositiveIntegerField(
        null=True, blank=True, help_text="Objectively based extent, kept behind a result (B61)."
    )
    kosten_cent = CentField(default=0, help_text="Per frequentie, for one unit of volume.")
    maand_cent = CentField(default=0, help_text="Normalised cost per month, from regels.bedragen.")
    kostensoort = models.CharField(max_length=10, choices=Kosten.choices, default=Kosten.GRATIS)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    duur_reden = models.CharField(
        max_length=300, blank=True, help_text="Why this long and not longer or shorter (B22)."
    )
    overgeslagen_reden = models.TextField(
        blank=True, help_text="Answer to the question about skipped rungs (H7)."
    )
    keuze = models.CharField(max_length=200, blank=True, help_text="How the provider was chosen (B41).")
    band_van = models.PositiveIntegerField(
        null=True, blank=True, help_text="Least volume without a new decision (B24)."
    )
    band_tot = models.PositiveIntegerField(
        null=True, blank=True, help_text="Most volume without a new decision."
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.VOORSTEL)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="regel_periode"
            ),
            models.CheckConstraint(
                condition=~Q(trede="maatwerk") | Q(product__isnull=False), name="regel_maatwerk_heeft_product"
            ),
            models.CheckConstraint(
                condition=Q(band_van__isnull=True, band_tot__isnull=True)
                | Q(band_van__lte=F("volume"), band_tot__gte=F("volume")),
                name="regel_binnen_de_band",
            ),
        ]

    def __str__(self) -> str:
        return self.wat


class Planversie(GemeenteModel):
    """The plan as it was agreed, frozen, with who signed when."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versies")
    versie = models.PositiveSmallIntegerField()
    op = models.DateField()
    inhoud = models.JSONField()
    ondertekend = models.JSONField(default=list, help_text="[{wie, rol, op, hoe}]")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "plan", "versie"], name="planversie_nummer")
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} v{self.versie}"


class Evaluatie(GemeenteModel):
    class Richting(models.TextChoices):
        AFSCHALEN = "afschalen", _("minder")
        GELIJK = "gelijk", _("gelijk")
        OPSCHALEN = "opschalen", _("meer")
        STOPPEN = "stoppen", _("stoppen")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="evaluaties")
    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.CASCADE, related_name="evaluaties")
    op = models.DateField()
    richting = models.CharField(max_length=12, choices=Richting.choices)
    doelen_behaald = models.PositiveSmallIntegerField(default=0)
    doelen_bekeken = models.PositiveSmallIntegerField(default=0)
    verslag = models.TextField(blank=True)
    inwoner_vindt = models.TextField(blank=True)
    tevreden = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1-10")

    def __str__(self) -> str:
        return f"{self.op} {self.richting}"


from .models_uitvoering import EigenPlan, Planmoment, Regeltaak, Regierol, Werkaantekening  # noqa: E402
from .models_wegen import EigenTraject, Plantoets, Steekproef, Vervolgweg  # noqa: E402

__all__ = [
    "Arrangementregel",
    "Doel",
    "EigenPlan",
    "EigenTraject",
    "Evaluatie",
    "Plan",
    "Planmoment",
    "Plantoets",
    "Planversie",
    "Regeltaak",
    "Regierol",
    "Steekproef",
    "Vervolgweg",
    "Werkaantekening",
]
