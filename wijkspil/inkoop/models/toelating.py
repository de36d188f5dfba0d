"""How a provider gets in: a procedure with its window and requirements, an application, and proof that expires (B37, B39, B42)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.aanbieders.models import Contract
from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel


class Inkoopprocedure(GemeenteModel):
    """One way in, for some products. Never awarded on the lowest price alone (Wmo 2015 art. 2.6.4 lid 3)."""

    class Wijze(models.TextChoices):
        BESTUURLIJK = "bestuurlijk", _("bestuurlijk aanbesteden, met overlegtafel")
        UITNODIGING = "uitnodiging", _("aanbesteding op uitnodiging")
        OPENBAAR = "openbaar", _("openbare aanbesteding")
        SUBSIDIE = "subsidie", _("subsidie")

    naam = models.CharField(max_length=120)
    wijze = models.CharField(max_length=12, choices=Wijze.choices)
    wetten = models.JSONField(
        default=list, help_text="Wmo, Jeugdwet, Participatiewet: one contract may serve several (B57)."
    )
    producten = models.JSONField(default=list, help_text="Product codes of the way of working.")
    bekostiging = models.CharField(max_length=16, choices=Contract.Bekostiging.choices)
    opent_op = models.DateField()
    sluit_op = models.DateField(
        null=True, blank=True, help_text="Empty: a provider may come in at any moment."
    )
    contract_van = models.DateField(help_text="From when a contract holds.")
    contract_tot = models.DateField(null=True, blank=True)
    hoe_gekozen = models.TextField(help_text="What counts beside the price, in words.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "naam"], name="inkoopprocedure_naam"),
            models.CheckConstraint(
                condition=Q(sluit_op__isnull=True) | Q(sluit_op__gte=F("opent_op")),
                name="inkoopprocedure_venster",
            ),
            models.CheckConstraint(
                condition=Q(contract_tot__isnull=True) | Q(contract_tot__gte=F("contract_van")),
                name="inkoopprocedure_contract",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Eis(GemeenteModel):
    """What a provider has to show. `geldig_maanden`: after how long it must be shown again."""

    procedure = models.ForeignKey(Inkoopprocedure, on_delete=models.CASCADE, related_name="eisen")
    volgorde = models.PositiveSmallIntegerField(default=1)
    naam = models.CharField(max_length=80)
    uitleg = models.CharField(max_length=240, blank=True)
    geldig_maanden = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "procedure", "naam"], name="eis_een_keer")]

    def __str__(self) -> str:
        return self.naam


class Inschrijving(GemeenteModel):
    """A provider asks to come in. Judged per requirement; admitted as a contract, or refused with a reason."""

    class Status(models.TextChoices):
        ONTVANGEN = "ontvangen", _("in beoordeling")
        TOEGELATEN = "toegelaten", _("toegelaten")
        AFGEWEZEN = "afgewezen", _("afgewezen")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    procedure = models.ForeignKey(Inkoopprocedure, on_delete=models.PROTECT, related_name="inschrijvingen")
    aanbieder = models.ForeignKey(
        "aanbieders.Aanbieder", on_delete=models.PROTECT, related_name="inschrijvingen"
    )
    ontvangen_op = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.ONTVANGEN)
    reden = models.TextField(blank=True)
    besloten_op = models.DateField(null=True, blank=True)
    besloten_door = models.CharField(max_length=120, blank=True)
    contract = models.ForeignKey(
        "aanbieders.Contract", on_delete=models.PROTECT, null=True, related_name="inschrijvingen"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "procedure", "aanbieder"],
                condition=Q(status__in=["ontvangen", "toegelaten"]),
                name="inschrijving_een_lopend",
            ),
            models.CheckConstraint(
                condition=~Q(status="toegelaten") | Q(contract__isnull=False),
                name="toegelaten_heeft_contract",
            ),
            models.CheckConstraint(
                condition=~Q(status="afgewezen") | ~Q(reden=""), name="afgewezen_heeft_reden"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aanbieder} ({self.get_status_display()})"


class Bewijs(GemeenteModel):
    """A proof of a provider: what, until when, seen by whom. It serves every procedure that asks for it."""

    aanbieder = models.ForeignKey("aanbieders.Aanbieder", on_delete=models.PROTECT, related_name="bewijzen")
    naam = models.CharField(max_length=80, help_text="As the requirement is called.")
    kenmerk = models.CharField(max_length=80, blank=True)
    gezien_op = models.DateField()
    gezien_door = models.CharField(max_length=120)
    geldig_tot = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["gemeente", "geldig_tot"], name="bewijs_verloopt")]

    def __str__(self) -> str:
        return self.naam


class Toetsing(GemeenteModel):
    """The judgement of one requirement in one application; a later one replaces it."""

    inschrijving = models.ForeignKey(Inschrijving, on_delete=models.CASCADE, related_name="toetsingen")
    eis = models.ForeignKey(Eis, on_delete=models.PROTECT, related_name="toetsingen")
    voldoet = models.BooleanField()
    toelichting = models.CharField(max_length=240, blank=True)
    bewijs = models.ForeignKey(Bewijs, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "inschrijving", "eis"], name="toetsing_per_eis"),
            models.CheckConstraint(
                condition=Q(voldoet=False) | Q(bewijs__isnull=False), name="toetsing_voldoet_op_bewijs"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.eis}: {'ja' if self.voldoet else 'nee'}"


class Prijsjaar(GemeenteModel):
    """A bid price for one year of the contract; several make a price path (A17)."""

    inschrijving = models.ForeignKey(Inschrijving, on_delete=models.CASCADE, related_name="prijzen")
    jaar = models.PositiveSmallIntegerField()
    cent = CentField()
    per = models.CharField(max_length=20, help_text="What the price is for: uur, maand, jaar.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "inschrijving", "jaar"], name="prijsjaar_een_keer"),
            models.CheckConstraint(condition=Q(cent__gte=0), name="prijsjaar_niet_negatief"),
        ]

    def __str__(self) -> str:
        return str(self.jaar)


class Panelstem(GemeenteModel):
    """What somebody of the panel of residents thinks of an application (A18). A name and a role, no account."""

    inschrijving = models.ForeignKey(Inschrijving, on_delete=models.CASCADE, related_name="panelstemmen")
    wie = models.CharField(max_length=120)
    cijfer = models.PositiveSmallIntegerField()
    waarom = models.CharField(max_length=240)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "inschrijving", "wie"], name="panelstem_een_keer"),
            models.CheckConstraint(condition=Q(cijfer__gte=1, cijfer__lte=10), name="panelstem_cijfer"),
        ]

    def __str__(self) -> str:
        return self.wie
