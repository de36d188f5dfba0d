"""Living with a contract: talks and what came of them, notices, who works underneath, and what a task has to bring about."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Overleg(GemeenteModel):
    """A talk with one provider, or the consultation table of a procedure: agenda before, minutes after (A12, A20, B37)."""

    class Soort(models.TextChoices):
        LEVERANCIER = "leverancier", _("leveranciersgesprek")
        INHOUD = "inhoud", _("inhoudelijk gesprek over de wijk")
        BEZOEK = "bezoek", _("bezoek op locatie")
        OVERLEGTAFEL = "overlegtafel", _("overlegtafel")

    aanbieder = models.ForeignKey(
        "aanbieders.Aanbieder", on_delete=models.PROTECT, null=True, related_name="overleggen"
    )
    procedure = models.ForeignKey(
        "inkoop.Inkoopprocedure", on_delete=models.PROTECT, null=True, related_name="overleggen"
    )
    soort = models.CharField(max_length=12, choices=Soort.choices)
    op = models.DateField()
    agenda = models.TextField()
    verslag = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(aanbieder__isnull=False) ^ Q(procedure__isnull=False), name="overleg_met_iemand"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.op}"


class Overlegactie(GemeenteModel):
    """What somebody promised in a talk."""

    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="acties")
    wat = models.CharField(max_length=240)
    wie = models.CharField(max_length=120)
    uiterlijk = models.DateField()
    gedaan_op = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.wat


class Kennisgeving(GemeenteModel):
    """A formal notice under a contract, with the day by which the other side has to answer."""

    class Soort(models.TextChoices):
        VERBETERPLAN = "verbeterplan", _("vraag om een verbeterplan")
        INGEBREKE = "ingebreke", _("ingebrekestelling")
        TARIEF = "tarief", _("nieuw tarief")
        OPZEGGING = "opzegging", _("opzegging")
        OVERIG = "overig", _("andere kennisgeving")

    contract = models.ForeignKey(
        "aanbieders.Contract", on_delete=models.PROTECT, related_name="kennisgevingen"
    )
    soort = models.CharField(max_length=12, choices=Soort.choices)
    op = models.DateField()
    tekst = models.TextField()
    antwoord_voor = models.DateField(null=True, blank=True)
    afgedaan_op = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.op}"


class Onderaannemer(GemeenteModel):
    """Who does the work underneath a provider, and what; the resident knows this name."""

    contract = models.ForeignKey(
        "aanbieders.Contract", on_delete=models.CASCADE, related_name="onderaannemers"
    )
    naam = models.CharField(max_length=120)
    wat = models.CharField(max_length=160)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.naam


class Uitkomst(GemeenteModel):
    """What a task has to bring about, in a figure or in a story (A11). Not a condition for paying the instalments."""

    contract = models.ForeignKey("aanbieders.Contract", on_delete=models.CASCADE, related_name="uitkomsten")
    naam = models.CharField(max_length=160)
    bron = models.CharField(max_length=160, help_text="How it is measured, and by whom.")
    streven = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "contract", "naam"], name="uitkomst_een_keer")
        ]

    def __str__(self) -> str:
        return self.naam


class Uitkomstmeting(GemeenteModel):
    """How an outcome stood on a day, with the story behind it."""

    uitkomst = models.ForeignKey(Uitkomst, on_delete=models.CASCADE, related_name="metingen")
    op = models.DateField()
    waarde = models.CharField(max_length=80)
    verhaal = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.op}: {self.waarde}"
