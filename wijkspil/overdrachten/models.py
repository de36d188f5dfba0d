"""Never the wrong desk: who else can help, what was handed to whom, which law each part of a question falls under, and who pays meanwhile.

A partij is another organisation (CIZ, district nurse, youth team, landlord). An overdracht stays on a list until that party confirms,
refuses with a reason, or gives it back (H8, C3, J2). The resident sees one helper; the laws behind it are for staff (J2, J9).
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel


class Wet(models.TextChoices):
    """The laws behind the one door; the same keys as in a way of working."""

    WMO = "wmo", _("Wmo 2015")
    WLZ = "wlz", _("Wet langdurige zorg")
    ZVW = "zvw", _("Zorgverzekeringswet")
    JEUGDWET = "jeugdwet", _("Jeugdwet")
    PARTICIPATIEWET = "participatiewet", _("Participatiewet")
    WGS = "wgs", _("schuldhulpverlening")
    GEEN = "geen", _("geen wet: welzijn, wonen of eigen netwerk")


class Partij(GemeenteModel):
    """An organisation to which a question can be handed, with a channel per kind of question (C17)."""

    class Soort(models.TextChoices):
        CIZ = "ciz", _("CIZ")
        ZORGKANTOOR = "zorgkantoor", _("zorgkantoor")
        VERZEKERAAR = "verzekeraar", _("zorgverzekeraar")
        WIJKVERPLEGING = "wijkverpleging", _("wijkverpleging")
        HUISARTS = "huisarts", _("huisarts")
        JEUGD = "jeugd", _("jeugdteam")
        PARTICIPATIE = "participatie", _("werk en inkomen")
        WELZIJN = "welzijn", _("welzijn")
        CORPORATIE = "corporatie", _("woningcorporatie")
        ANDERS = "anders", _("andere partij")

    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=16, choices=Soort.choices)
    wet = models.CharField(max_length=16, choices=Wet.choices, default=Wet.GEEN)
    doet = models.CharField(max_length=240, blank=True, help_text="What they do, in one plain sentence.")
    kanalen = models.JSONField(
        default=list, help_text="Per kind of question how to reach them: [{vraag, hoe, waar}]."
    )
    regio = models.CharField(max_length=80, blank=True, help_text="Leeg: de hele gemeente.")
    wijken = ArrayField(models.UUIDField(), default=list, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    opvolgen_na_dagen = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How long we wait before asking; empty: as in the way of working."
    )
    actief = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "partijen"
        constraints = [models.UniqueConstraint(fields=["gemeente", "naam"], name="partij_naam")]

    def __str__(self) -> str:
        return self.naam


class Partijlid(GemeenteModel):
    """Somebody who works for a partij and signs in here as partner: takes questions in and answers hand-overs, nothing more."""

    partij = models.ForeignKey(Partij, on_delete=models.CASCADE, related_name="leden")
    medewerker = models.ForeignKey("gemeenten.Medewerker", on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name_plural = "partijleden"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "medewerker"], name="partijlid_van_een_partij")
        ]

    def __str__(self) -> str:
        return f"{self.medewerker_id} bij {self.partij_id}"


class Overdracht(GemeenteModel):
    """A question, or a part of it, handed to another party. Ours until somebody says: we have it."""

    class Status(models.TextChoices):
        AANGEBODEN = "aangeboden", _("wacht op antwoord")
        BEVESTIGD = "bevestigd", _("opgepakt")
        GEWEIGERD = "geweigerd", _("geweigerd")
        TERUG = "teruggekomen", _("teruggekomen")
        DOORGEGEVEN = "doorgegeven", _("aan een ander gegeven")
        ZELF = "zelf", _("wij doen het zelf")

    class Hoe(models.TextChoices):
        SAMEN_GEBELD = "samen_gebeld", _("samen met de inwoner gebeld")
        SAMEN_BEZOEK = "samen_bezoek", _("samen op bezoek geweest")
        GEBELD = "gebeld", _("gebeld met de partij")
        BERICHT = "bericht", _("schriftelijk, met een belafspraak")

    class Ingelicht(models.TextChoices):
        GESPREK = "gesprek", _("in het gesprek verteld")
        TELEFOON = "telefoon", _("gebeld")
        BRIEF = "brief", _("met een brief")
        BERICHT = "bericht", _("met een bericht")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="overdrachten")
    partij = models.ForeignKey(Partij, on_delete=models.PROTECT, related_name="overdrachten")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.AANGEBODEN)
    onderdeel = models.CharField(max_length=160, help_text="Which part of the question.")
    wat_mee = models.TextField(help_text="What the receiver gets to know, no more than is needed.")
    hoe = models.CharField(max_length=16, choices=Hoe.choices)
    contactpersoon = models.CharField(max_length=120, blank=True)
    toestemming_op = models.DateField(help_text="The day on which the resident agreed.")
    ingelicht = models.CharField(max_length=12, choices=Ingelicht.choices)
    aangeboden_op = models.DateField()
    opvolgen_op = models.DateField(null=True, blank=True, help_text="When we ask whether it was picked up.")
    nagevraagd = models.PositiveSmallIntegerField(default=0)
    gegeven_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")
    beantwoord_op = models.DateField(null=True, blank=True)
    beantwoord_door = models.CharField(max_length=120, blank=True)
    reden = models.TextField(blank=True, help_text="Why it was refused, came back, or is done by ourselves.")
    vorige = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="vervolgen"
    )

    class Meta:
        verbose_name_plural = "overdrachten"
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["geweigerd", "teruggekomen", "zelf"]) | ~Q(reden=""),
                name="overdracht_terug_met_reden",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["bevestigd", "geweigerd", "teruggekomen"])
                | Q(beantwoord_op__isnull=False),
                name="overdracht_beantwoord_met_dag",
            ),
            models.CheckConstraint(
                condition=~Q(status="aangeboden") | Q(opvolgen_op__isnull=False),
                name="overdracht_wacht_met_dag",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "opvolgen_op"],
                condition=Q(status__in=["aangeboden", "geweigerd", "teruggekomen"]),
                name="overdracht_onze_lijst",
            ),
            models.Index(fields=["gemeente", "hulpvraag"], name="overdracht_dossier"),
            models.Index(fields=["gemeente", "partij", "status"], name="overdracht_partij"),
        ]

    def __str__(self) -> str:
        return f"{self.onderdeel} ({self.status})"


class Partnermelding(GemeenteModel):
    """A question that a partner took in, with the three questions and the consent (C2, A3)."""

    hulpvraag = models.OneToOneField(
        "toegang.Hulpvraag", on_delete=models.PROTECT, related_name="partnermelding"
    )
    partij = models.ForeignKey(Partij, on_delete=models.PROTECT, related_name="meldingen")
    opgenomen_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")
    wat_wil_ik = models.TextField()
    wat_kan_ik = models.TextField(blank=True)
    wat_heb_ik_nodig = models.TextField()
    toestemming_op = models.DateField()

    class Meta:
        verbose_name_plural = "partnermeldingen"
        indexes = [models.Index(fields=["gemeente", "opgenomen_door"], name="partnermelding_eigen")]

    def __str__(self) -> str:
        return f"melding via {self.partij_id}"


class Wetdeel(GemeenteModel):
    """One part of a question with the law behind it and how it stands with who decides there (J2, J19)."""

    class Stand(models.TextChoices):
        UITZOEKEN = "uitzoeken", _("nog uitzoeken")
        AANGEVRAAGD = "aangevraagd", _("aangevraagd, wacht op besluit")
        TOEGEKEND = "toegekend", _("toegekend")
        AFGEWEZEN = "afgewezen", _("afgewezen")
        GESCHIL = "geschil", _("partijen zijn het niet eens")
        NIET_NODIG = "niet_nodig", _("niet nodig")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.CASCADE, related_name="wetdelen")
    deel = models.CharField(max_length=160)
    wet = models.CharField(max_length=16, choices=Wet.choices)
    partij = models.ForeignKey(Partij, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    antwoorden = models.JSONField(default=dict, help_text="The order-of-laws questions as answered.")
    waarom = models.TextField(blank=True)
    stand = models.CharField(max_length=12, choices=Stand.choices, default=Stand.UITZOEKEN)
    stand_op = models.DateField()
    kenmerk = models.CharField(max_length=60, blank=True, help_text="The reference of the other party.")
    besluit_verwacht_op = models.DateField(null=True, blank=True)
    toestemming_op = models.DateField(
        null=True,
        blank=True,
        help_text="The day on which the resident agreed that we look at both schemes together (C13).",
    )

    class Meta:
        verbose_name_plural = "wetdelen"
        indexes = [models.Index(fields=["gemeente", "hulpvraag"], name="wetdeel_dossier")]

    def __str__(self) -> str:
        return f"{self.deel} ({self.wet})"


class Overbrugging(GemeenteModel):
    """Help that we pay while parties disagree on who must; what it costs and whether it comes back (J9)."""

    class Stand(models.TextChoices):
        LOOPT = "loopt", _("wij betalen")
        GEVRAAGD = "gevraagd", _("terug gevraagd")
        TERUGBETAALD = "terugbetaald", _("terugbetaald")
        AFGEWEZEN = "afgewezen", _("afgewezen door de ander")
        AFGEZIEN = "afgezien", _("wij vragen het niet terug")

    wetdeel = models.ForeignKey(Wetdeel, on_delete=models.PROTECT, related_name="overbruggingen")
    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.CASCADE, related_name="overbruggingen"
    )
    geschil = models.TextField(help_text="What the parties disagree on, in two sentences.")
    wat = models.CharField(max_length=160)
    cent_per_maand = CentField()
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    stand = models.CharField(max_length=12, choices=Stand.choices, default=Stand.LOOPT)
    gevraagd_op = models.DateField(null=True, blank=True)
    gevraagd_cent = CentField(null=True, blank=True)
    terug_cent = CentField(null=True, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "overbruggingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="overbrugging_periode"
            ),
            models.CheckConstraint(condition=Q(cent_per_maand__gt=0), name="overbrugging_bedrag"),
            models.CheckConstraint(
                condition=~Q(stand__in=["gevraagd", "terugbetaald"]) | Q(gevraagd_op__isnull=False),
                name="overbrugging_gevraagd_met_dag",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wat} ({self.stand})"


class Kasregel(GemeenteModel):
    """One line of a shared purse: what a party put in, what was spent, what it saved; whose pocket it was doesn't matter (J4, J20).

    The agreement and the shares stand in the way of working (`gedeelde_besparingen`); no money is moved here.
    """

    class Soort(models.TextChoices):
        INLEG = "inleg", _("inleg")
        UITGAVE = "uitgave", _("uitgave")
        BESPARING = "besparing", _("besparing")

    kas = models.SlugField(max_length=60, help_text="The key of the agreement in the way of working.")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    partij = models.CharField(max_length=60, blank=True, help_text="Who put it in; only for `inleg`.")
    cent = CentField()
    op = models.DateField()
    waarvoor = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "kasregels"
        constraints = [
            models.CheckConstraint(condition=Q(cent__gt=0), name="kasregel_bedrag"),
            models.CheckConstraint(
                condition=Q(soort="inleg") & ~Q(partij="") | ~Q(soort="inleg") & Q(partij=""),
                name="kasregel_inleg_van_iemand",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "kas", "op"], name="kasregel_kas")]

    def __str__(self) -> str:
        return f"{self.soort} {self.waarvoor}"
