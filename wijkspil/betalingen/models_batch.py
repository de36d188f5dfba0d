"""A payment batch: who gets how much and for what, the file for the bank, and what the bank said.

The promises of M5 are constraints: a claim or instalment stands in at most one live batch, a batch id is never used twice, and above
the limit the one who releases is not the one who prepared.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel


class Betaalbatch(GemeenteModel):
    class Status(models.TextChoices):
        VOORSTEL = "voorstel", _("wacht op vrijgave")
        VRIJGEGEVEN = "vrijgegeven", _("klaar voor de bank")
        VERZONDEN = "verzonden", _("bij de bank")
        AFGEROND = "afgerond", _("afgerond")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    nummer = models.CharField(max_length=16)
    bericht_id = models.CharField(
        max_length=35, help_text="MsgId of the payment file; the bank refuses a second."
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.VOORSTEL)
    rekening = models.ForeignKey("betalingen.Rekening", on_delete=models.PROTECT, related_name="+")
    uitvoeren_op = models.DateField()
    aantal = models.PositiveIntegerField()
    totaal_cent = CentField()
    grens_cent = CentField(help_text="The limit above which a second person agrees, as it was that day.")
    vier_ogen = models.BooleanField()
    opgesteld_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")
    opgesteld_op = models.DateTimeField()
    vrijgegeven_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, related_name="+"
    )
    vrijgegeven_op = models.DateTimeField(null=True)
    verzonden_op = models.DateTimeField(null=True)
    reden = models.CharField(max_length=300, blank=True, help_text="Why it was withdrawn.")
    uiterlijk = models.DateField(help_text="The last day on which this state is normal (M7).")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="batch_nummer"),
            models.UniqueConstraint(fields=["gemeente", "bericht_id"], name="batch_bericht_id"),
            models.CheckConstraint(condition=Q(totaal_cent__gte=0), name="batch_totaal"),
            models.CheckConstraint(
                condition=Q(vier_ogen=False)
                | Q(vrijgegeven_door__isnull=True)
                | ~Q(vrijgegeven_door=F("opgesteld_door")),
                name="batch_vier_ogen",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["voorstel", "ingetrokken"]) | Q(vrijgegeven_door__isnull=False),
                name="batch_vrijgegeven_door_iemand",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "status", "uiterlijk"], name="batch_stand")]

    def __str__(self) -> str:
        return self.nummer


class Betaalopdracht(GemeenteModel):
    """One transfer to one payee. Name and number are frozen as they were when the batch was made."""

    class Status(models.TextChoices):
        OPGENOMEN = "opgenomen", _("in de batch")
        VERZONDEN = "verzonden", _("bij de bank")
        BETAALD = "betaald", _("betaald")
        TERUG = "terug", _("teruggekomen")
        UIT = "uit", _("uit de batch")

    batch = models.ForeignKey(Betaalbatch, on_delete=models.PROTECT, related_name="opdrachten")
    aanbieder = models.ForeignKey("aanbieders.Aanbieder", on_delete=models.PROTECT, related_name="+")
    rekening = models.ForeignKey("betalingen.Rekening", on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=70)
    iban = models.CharField(max_length=34)
    eind_id = models.CharField(
        max_length=35, help_text="EndToEndId: comes back with every answer of the bank."
    )
    omschrijving = models.CharField(max_length=140)
    cent = CentField(help_text="What is transferred, after set-off; nought when everything was set off.")
    uiterlijk = models.DateField(help_text="The earliest day before which one of its posts must be paid.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPGENOMEN)
    afgehandeld_op = models.DateField(null=True)
    reden_code = models.CharField(max_length=4, blank=True, help_text="Reason code of the bank (ISO 20022).")
    reden = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "eind_id"], name="betaalopdracht_eind_id"),
            models.UniqueConstraint(
                fields=["gemeente", "batch", "aanbieder"], name="betaalopdracht_een_per_partij"
            ),
            models.CheckConstraint(condition=Q(cent__gte=0), name="betaalopdracht_bedrag"),
        ]

    def __str__(self) -> str:
        return self.eind_id


class Betaalpost(GemeenteModel):
    """What a transfer is for: a claim, an instalment, or something set off (then the amount is negative)."""

    opdracht = models.ForeignKey(Betaalopdracht, on_delete=models.PROTECT, related_name="posten")
    declaratie = models.ForeignKey(
        "ondersteuning.Declaratie", on_delete=models.PROTECT, null=True, related_name="betaalposten"
    )
    termijn = models.ForeignKey(
        "aanbieders.Termijnbetaling", on_delete=models.PROTECT, null=True, related_name="betaalposten"
    )
    vordering = models.ForeignKey(
        "betalingen.Terugvordering", on_delete=models.PROTECT, null=True, related_name="posten"
    )
    cent = CentField()
    actief = models.BooleanField(
        default=True, help_text="False once the transfer came back or was withdrawn."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "declaratie"],
                condition=Q(actief=True, declaratie__isnull=False),
                name="post_een_per_declaratie",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "termijn"],
                condition=Q(actief=True, termijn__isnull=False),
                name="post_een_per_termijn",
            ),
            models.CheckConstraint(
                condition=Q(
                    declaratie__isnull=False, termijn__isnull=True, vordering__isnull=True, cent__gt=0
                )
                | Q(declaratie__isnull=True, termijn__isnull=False, vordering__isnull=True, cent__gt=0)
                | Q(declaratie__isnull=True, termijn__isnull=True, vordering__isnull=False, cent__lt=0),
                name="post_waarvoor",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cent} cent"


class Betaalbestand(GemeenteModel):
    """A file of a batch, kept as it was made: fetching it again gives the same bytes."""

    class Soort(models.TextChoices):
        PAIN001 = "pain001", _("betaalbestand voor de bank")
        JOURNAAL = "journaal", _("journaalposten voor de boekhouding")

    batch = models.ForeignKey(Betaalbatch, on_delete=models.PROTECT, related_name="bestanden")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    naam = models.CharField(max_length=60)
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "batch", "soort"], name="betaalbestand_een_keer")
        ]

    def __str__(self) -> str:
        return self.naam


class Bankantwoord(GemeenteModel):
    """A status file of the bank (pain.002) as it came: the same file twice has one effect."""

    batch = models.ForeignKey(Betaalbatch, on_delete=models.PROTECT, related_name="antwoorden")
    sha256 = models.CharField(max_length=64)
    inhoud = models.BinaryField()
    ontvangen_op = models.DateTimeField()
    verwerkt = models.BooleanField(
        default=False, help_text="False as long as not every line was carried out."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "sha256"], name="bankantwoord_een_keer")]

    def __str__(self) -> str:
        return f"{self.ontvangen_op:%Y-%m-%d %H:%M}"
