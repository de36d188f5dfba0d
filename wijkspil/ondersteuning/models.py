"""Assignment, delivery, claims, payment."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import BsnField, CentField
from wijkspil.core.models import GemeenteModel


class Toewijzing(GemeenteModel):
    """The order to a provider or team for one arrangement line; `nummer` is the iWmo ToewijzingNummer, for ever (TR332)."""

    class Status(models.TextChoices):
        OPGEDRAGEN = "opgedragen", _("opgedragen")
        GESTART = "gestart", _("gestart")
        TIJDELIJK_GESTOPT = "tijdelijk", _("tijdelijk gestopt")
        GESTOPT = "gestopt", _("gestopt")
        VERWIJDERD = "verwijderd", _("verwijderd")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="toewijzingen")
    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.PROTECT, related_name="toewijzingen")
    regel = models.ForeignKey(
        "plannen.Arrangementregel", on_delete=models.PROTECT, related_name="toewijzingen"
    )
    aanbieder = models.ForeignKey(
        "aanbieders.Aanbieder", on_delete=models.PROTECT, null=True, related_name="toewijzingen"
    )
    team = models.ForeignKey("gemeenten.Team", on_delete=models.PROTECT, null=True, related_name="+")
    contract = models.ForeignKey("aanbieders.Contract", on_delete=models.PROTECT, null=True, related_name="+")
    product = models.ForeignKey("aanbieders.Product", on_delete=models.PROTECT, related_name="+")
    besluit = models.ForeignKey(
        "besluiten.Besluit", on_delete=models.PROTECT, null=True, related_name="toewijzingen"
    )
    afspraak = models.ForeignKey(
        "besluiten.Afspraak", on_delete=models.PROTECT, null=True, related_name="toewijzingen"
    )
    nummer = models.PositiveIntegerField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPGEDRAGEN)
    met_berichten = models.BooleanField(default=False, help_text="Goes by iWmo; from the way of working.")
    toegewezen_op = models.DateTimeField()
    ingang = models.DateField()
    einde = models.DateField(null=True, blank=True)
    volume = models.PositiveIntegerField(default=1)
    eenheid = models.CharField(max_length=2)
    trap = models.CharField(
        max_length=20, default="standaard", help_text="Level of intensity; picks the tariff."
    )
    frequentie = models.CharField(max_length=1, help_text="iWmo frequency code (WMO757).")
    tarief_cent = CentField(null=True, blank=True)
    reden_wijziging = models.CharField(max_length=2, blank=True)
    versie = models.PositiveSmallIntegerField(default=1, help_text="Counts what the provider must know.")
    verzonden_versie = models.PositiveSmallIntegerField(
        default=0, help_text="The version in the last message; 0: none."
    )
    verzoek = models.ForeignKey(
        "Aanbiederverzoek", on_delete=models.PROTECT, null=True, blank=True, related_name="toewijzingen",
        help_text="The request of the provider that this order honours.",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="toewijzing_nummer"),
            models.CheckConstraint(
                condition=Q(einde__isnull=True) | Q(einde__gte=F("ingang")), name="toewijzing_periode"
            ),
            models.CheckConstraint(
                condition=Q(aanbieder__isnull=False) | Q(team__isnull=False), name="toewijzing_aan_iemand"
            ),
            models.CheckConstraint(
                condition=Q(met_berichten=False) | Q(aanbieder__isnull=False),
                name="toewijzing_bericht_aan_aanbieder",
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "hulpvraag"], name="toewijzing_dossier"),
            models.Index(fields=["gemeente", "aanbieder", "inwoner"], name="toewijzing_aanbieder"),
        ]

    def __str__(self) -> str:
        return str(self.nummer)


class Aanbiederverzoek(GemeenteModel):
    """A provider asks for new help (315, one row per product) or for another package of what runs (317, one row).

    A person decides. `uiterlijk` is the day on which the next answer must be there: five working days after receipt, and after
    "under investigation" eight weeks after the date of the request.
    """

    class Soort(models.TextChoices):
        NIEUW = "nieuw", _("nieuwe hulp")
        WIJZIGING = "wijziging", _("andere hulp")

    class Status(models.TextChoices):
        ONTVANGEN = "ontvangen", _("wacht op een antwoord")
        IN_ONDERZOEK = "in_onderzoek", _("in onderzoek")
        GEHONOREERD = "gehonoreerd", _("toegekend")
        AFGEWEZEN = "afgewezen", _("afgewezen")

    aanbieder = models.ForeignKey("aanbieders.Aanbieder", on_delete=models.PROTECT, related_name="verzoeken")
    inwoner = models.ForeignKey(
        "inwoners.Inwoner", on_delete=models.PROTECT, null=True, blank=True, related_name="verzoeken"
    )
    bsn = BsnField(blank=True, help_text="As sent; kept while the resident is not known here.")
    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.PROTECT, null=True, blank=True, related_name="verzoeken"
    )
    soort = models.CharField(max_length=10, choices=Soort.choices)
    referentie = models.CharField(
        max_length=20, help_text="ReferentieAanbieder: unique per provider (TR347)."
    )
    dagtekening = models.DateField()
    ontvangen_op = models.DateTimeField()
    uiterlijk = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.ONTVANGEN)
    inhoud = models.JSONField(help_text="What is asked, by the names of the standard; days as YYYY-MM-DD.")
    met_bericht = models.BooleanField(default=False, help_text="Came as a message and is answered as one.")
    antwoord = models.CharField(
        max_length=12, blank=True, help_text="Identificatie of the 301 that honours it; empty: not sent yet."
    )
    reden_afwijzing = models.CharField(max_length=2, blank=True, help_text="WJ759")
    toelichting = models.CharField(max_length=400, blank=True, help_text="For colleagues; never sent.")
    beslist_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "aanbiederverzoeken"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "aanbieder", "referentie"], name="verzoek_een_keer"),
            models.CheckConstraint(
                condition=Q(status="afgewezen", beslist_op__isnull=False) & ~Q(reden_afwijzing="")
                | ~Q(status="afgewezen") & Q(reden_afwijzing=""),
                name="verzoek_afgewezen_met_reden",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "uiterlijk"],
                condition=Q(status__in=["ontvangen", "in_onderzoek"]),
                name="verzoek_open",
            ),
            models.Index(fields=["gemeente", "inwoner"], name="verzoek_inwoner"),
        ]

    def __str__(self) -> str:
        return self.referentie

    @property
    def is_open(self) -> bool:
        return self.status in (self.Status.ONTVANGEN, self.Status.IN_ONDERZOEK)


class Levering(GemeenteModel):
    """A stretch of real delivery: started on a day, and stopped or not (305/307)."""

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="leveringen")
    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="leveringen")
    gestart_op = models.DateField()
    gestopt_op = models.DateField(null=True, blank=True)
    reden_einde = models.CharField(max_length=2, blank=True, help_text="WMO588")
    tijdelijk_op = models.DateField(
        null=True,
        blank=True,
        help_text="The stop for a while that came before the one for good; comes back when that is undone.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "toewijzing"],
                condition=Q(gestopt_op__isnull=True),
                name="levering_een_tegelijk",
            ),
            models.CheckConstraint(
                condition=Q(gestopt_op__isnull=True) | Q(gestopt_op__gte=F("gestart_op")),
                name="levering_periode",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gestart_op}"


class Declaratie(GemeenteModel):
    """A claim of one provider over one month (323), answered line by line (325)."""

    class Status(models.TextChoices):
        ONTVANGEN = "ontvangen", _("ontvangen")
        BEOORDEELD = "beoordeeld", _("beoordeeld")
        BETAALD = "betaald", _("betaald")

    aanbieder = models.ForeignKey(
        "aanbieders.Aanbieder", on_delete=models.PROTECT, related_name="declaraties"
    )
    nummer = models.CharField(max_length=24)
    periode = models.DateField(help_text="First day of the month.")
    dagtekening = models.DateField()
    ingediend_cent = CentField()
    toegekend_cent = CentField(default=0)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.ONTVANGEN)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "aanbieder", "nummer"], name="declaratie_nummer")
        ]

    def __str__(self) -> str:
        return self.nummer


class Declaratieregel(GemeenteModel):
    """One line of a claim: an amount for an assignment over one month. A credit takes an approved line back (IV091)."""

    declaratie = models.ForeignKey(Declaratie, on_delete=models.CASCADE, related_name="regels")
    toewijzing = models.ForeignKey(
        Toewijzing, on_delete=models.PROTECT, null=True, related_name="declaratieregels"
    )
    referentie = models.CharField(max_length=24)
    vorige_referentie = models.CharField(
        max_length=24, blank=True, help_text="Of a credit: the line that it takes back."
    )
    is_credit = models.BooleanField(default=False)
    productcode = models.CharField(max_length=5, blank=True, default="")
    categorie = models.CharField(max_length=2, blank=True, default="", help_text="WMO020, as claimed.")
    eenheid = models.CharField(max_length=2, default="")
    tarief_cent = CentField(null=True, blank=True)
    van = models.DateField()
    tot = models.DateField()
    volume = models.PositiveIntegerField()
    cent = CentField(help_text="As claimed, never negative; a credit counts the other way.")
    goedgekeurd = models.BooleanField(null=True)
    retourcodes = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "declaratie", "referentie"], name="declaratieregel_referentie"
            )
        ]
        indexes = [models.Index(fields=["gemeente", "toewijzing"], name="declaratieregel_toewijzing")]

    def __str__(self) -> str:
        return self.referentie

    @property
    def telt_cent(self) -> int:
        """What the line adds to a sum."""
        return -self.cent if self.is_credit else self.cent


class Betaling(GemeenteModel):
    """One payment per claim, or per instalment of a lump sum: the constraint keeps it at one (M5)."""

    declaratie = models.ForeignKey(Declaratie, on_delete=models.PROTECT, null=True, related_name="betalingen")
    termijn = models.ForeignKey(
        "aanbieders.Termijnbetaling", on_delete=models.PROTECT, null=True, related_name="+"
    )
    aanbieder = models.ForeignKey("aanbieders.Aanbieder", on_delete=models.PROTECT, related_name="betalingen")
    cent = CentField()
    op = models.DateField()
    teruggekomen_op = models.DateField(
        null=True, blank=True, help_text="The bank gave the money back: it may be paid once more."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "declaratie"],
                condition=Q(declaratie__isnull=False, teruggekomen_op__isnull=True),
                name="betaling_een_per_declaratie",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "termijn"],
                condition=Q(termijn__isnull=False, teruggekomen_op__isnull=True),
                name="betaling_een_per_termijn",
            ),
            models.CheckConstraint(
                condition=Q(declaratie__isnull=False) ^ Q(termijn__isnull=False), name="betaling_ergens_voor"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cent} cent"


from .models_antwoord import Opdrachtantwoord  # noqa: E402

__all__ = ["Betaling", "Declaratie", "Declaratieregel", "Levering", "Opdrachtantwoord", "Toewijzing"]
