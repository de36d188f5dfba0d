"""The hulpvraag and what belongs to finding out: contacts, triage, conversations, ZRM, investigation, clocks.

A hulpvraag starts as small as a contact and grows; it never becomes another file. Its `uiterlijk` is the nearest legal or agreed
deadline, stored and indexed so that the work list is one cheap query.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel
from wijkspil.regels.termijn import Termijn


class Stap(models.TextChoices):
    """Where the question is. The labels on screen come from the way of working (B14, C1)."""

    CONTACT = "contact", _("contact")
    MELDING = "melding", _("melding")
    ONDERZOEK = "onderzoek", _("onderzoek")
    PLAN = "plan", _("plan")
    ARRANGEMENT = "arrangement", _("arrangement")
    BESLUIT = "besluit", _("besluit")
    AFSPRAAK = "afspraak", _("afspraak")
    OPDRACHT = "opdracht", _("opdracht")
    LEVERING = "levering", _("levering")
    NAZORG = "nazorg", _("nazorg")
    AFGESLOTEN = "afgesloten", _("afgesloten")


class Hulpvraag(GemeenteModel):
    class Uitkomst(models.TextChoices):
        GEEN = "", _("nog open")
        GEHOLPEN = "geholpen", _("geholpen")
        ZELF_OPGELOST = "zelf_opgelost", _("zelf opgelost")
        NIETS_DOEN = "niets_doen", _("verantwoord niets doen")
        OVERGEDRAGEN = "overgedragen", _("overgedragen")
        AFGEWEZEN = "afgewezen", _("afgewezen")
        INGETROKKEN = "ingetrokken", _("ingetrokken door de inwoner")
        OVERLEDEN = "overleden", _("overleden")
        VERHUISD = "verhuisd", _("verhuisd")

    is_dossier = True

    nummer = models.CharField(max_length=12)
    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.PROTECT, related_name="hulpvragen")
    stap = models.CharField(max_length=12, choices=Stap.choices, default=Stap.CONTACT)
    ronde = models.PositiveSmallIntegerField(
        default=1, help_text="Counts the times that the question came back."
    )
    werkwijze = models.CharField(
        max_length=80, help_text="The version under which it began, such as gemeente@2026-01-01."
    )
    deur = models.CharField(
        max_length=40, help_text="The door through which it came; a key of the way of working."
    )
    kanaal = models.CharField(max_length=24)
    vraag = models.TextField(help_text="The question in the resident's own words.")
    al_geprobeerd = models.TextField(
        blank=True, help_text="What was tried already (B49); asked once, never as proof."
    )
    thema = models.CharField(max_length=40, blank=True)

    urgentie = models.CharField(
        max_length=16, blank=True, help_text="A level of the way of working's triage; empty: not judged yet."
    )
    spoed_uiterlijk = models.DateTimeField(null=True, blank=True)
    gemeld_op = models.DateField(null=True, blank=True)
    uiterlijk = models.DateField(null=True, blank=True, help_text="The nearest running deadline.")
    opgeschort = models.BooleanField(default=False)

    wijk = models.ForeignKey(
        "gemeenten.Wijk", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    team = models.ForeignKey(
        "gemeenten.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    behandelaar = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    arrangeur = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        help_text="The one face over all laws and parties (J4); may open the file like the case worker.",
    )  # fmt: skip
    tweede_lezer = models.ForeignKey(
        "gemeenten.Medewerker",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who was asked to read a decision along (H9); may open the file until it is taken or changed.",
    )
    opgenomen_door = models.UUIDField(
        null=True, blank=True, help_text="The member of staff who took the question."
    )
    uitkomst = models.CharField(max_length=16, choices=Uitkomst.choices, default=Uitkomst.GEEN, blank=True)
    afgesloten_op = models.DateField(null=True, blank=True)
    terugkijken_op = models.DateField(
        null=True, blank=True, help_text="When we look again after doing nothing (J5)."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="hulpvraag_nummer"),
            models.CheckConstraint(
                condition=Q(stap="afgesloten", afgesloten_op__isnull=False) & ~Q(uitkomst="")
                | ~Q(stap="afgesloten") & Q(afgesloten_op__isnull=True),
                name="hulpvraag_gesloten_met_uitkomst",
            ),
            models.CheckConstraint(
                condition=Q(stap="contact") | Q(stap="afgesloten") | Q(gemeld_op__isnull=False),
                name="hulpvraag_gemeld",
            ),
        ]
        # One per branch of toegang.querysets, in the order of the list; measured with bench/pagina.py.
        indexes = [
            models.Index(
                fields=["gemeente", "behandelaar", "uiterlijk", "id"],
                condition=~Q(stap="afgesloten"),
                name="voorraad_mijn",
            ),
            models.Index(
                fields=["gemeente", "team", "uiterlijk", "id"],
                condition=~Q(stap="afgesloten"),
                name="voorraad_team",
            ),
            models.Index(
                fields=["gemeente", "tweede_lezer", "uiterlijk", "id"],
                condition=~Q(stap="afgesloten") & Q(tweede_lezer__isnull=False),
                name="voorraad_lezer",
            ),
            models.Index(
                fields=["gemeente", "opgenomen_door", "uiterlijk", "id"],
                condition=~Q(stap="afgesloten"),
                name="voorraad_opgenomen",
            ),
            models.Index(
                fields=["gemeente", "arrangeur", "uiterlijk", "id"],
                condition=~Q(stap="afgesloten") & Q(arrangeur__isnull=False),
                name="voorraad_arrangeur",
            ),
            models.Index(
                fields=["gemeente", "uiterlijk", "id"],
                condition=Q(stap__in=["contact", "melding"], behandelaar__isnull=True),
                name="voorraad_te_verdelen",
            ),
            models.Index(
                fields=["gemeente", "uiterlijk", "id"],
                condition=Q(stap__in=["besluit", "afspraak", "opdracht", "levering"]),
                name="voorraad_backoffice",
            ),
            models.Index(
                fields=["gemeente", "spoed_uiterlijk", "id"],
                condition=~Q(stap="afgesloten") & Q(spoed_uiterlijk__isnull=False),
                name="voorraad_spoed",
            ),
            models.Index(fields=["gemeente", "inwoner"], name="hulpvraag_inwoner"),
        ]

    def __str__(self) -> str:
        return self.nummer


class Noodtoegang(GemeenteModel):
    """Somebody without a relation opened this file because it could not wait (A4); stays on a list until another judges it."""

    hulpvraag = models.ForeignKey(Hulpvraag, on_delete=models.CASCADE, related_name="noodtoegangen")
    medewerker = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")
    reden = models.TextField()
    tot = models.DateTimeField(help_text="Until when the file is open for reading.")
    beoordeeld_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    beoordeeld_op = models.DateTimeField(null=True, blank=True)
    in_orde = models.BooleanField(null=True, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "noodtoegangen"
        indexes = [
            models.Index(fields=["gemeente", "hulpvraag", "medewerker", "tot"], name="noodtoegang_dossier")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(beoordeeld_op__isnull=True, beoordeeld_door__isnull=True, in_orde__isnull=True)
                | Q(beoordeeld_op__isnull=False, beoordeeld_door__isnull=False, in_orde__isnull=False),
                name="noodtoegang_heel_beoordeeld",
            ),
            models.CheckConstraint(
                condition=Q(beoordeeld_door__isnull=True) | ~Q(beoordeeld_door=models.F("medewerker")),
                name="noodtoegang_door_een_ander",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker_id} in {self.hulpvraag_id} tot {self.tot}"


class Contactmoment(GemeenteModel):
    """One contact: with or without an open question, by phone, at the desk, at home (J20)."""

    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.PROTECT, related_name="+")
    hulpvraag = models.ForeignKey(
        Hulpvraag, on_delete=models.PROTECT, null=True, blank=True, related_name="contactmomenten"
    )
    moment = models.DateTimeField()
    kanaal = models.CharField(max_length=24)
    onderwerp = models.CharField(max_length=120)
    verslag = models.TextField(blank=True)
    medewerker = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["gemeente", "hulpvraag", "moment"], name="contactmoment_dossier")]

    def __str__(self) -> str:
        return self.onderwerp


class Triage(GemeenteModel):
    """The urgency questions as answered, and what a person made of them (H12)."""

    hulpvraag = models.ForeignKey(Hulpvraag, on_delete=models.CASCADE, related_name="triages")
    antwoorden = models.JSONField(default=dict)
    advies = models.CharField(max_length=16, help_text="The level that the questions lead to.")
    oordeel = models.CharField(max_length=16, help_text="The level that a person chose.")
    reden = models.TextField(blank=True, help_text="Required when a person departs from the advice.")
    opgepakt_op = models.DateTimeField(null=True, blank=True)
    geescaleerd_op = models.DateTimeField(
        null=True, blank=True, help_text="When the clock ran out untouched and the team lead was told."
    )

    def __str__(self) -> str:
        return f"{self.oordeel} ({self.hulpvraag_id})"


class Gesprek(GemeenteModel):
    """A conversation: planned, held, or cancelled. Saves as you go; notes belong to a life area."""

    class Status(models.TextChoices):
        GEPLAND = "gepland", _("gepland")
        GEVOERD = "gevoerd", _("gevoerd")
        VERVALLEN = "vervallen", _("vervallen")

    hulpvraag = models.ForeignKey(Hulpvraag, on_delete=models.CASCADE, related_name="gesprekken")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.GEPLAND)
    moment = models.DateTimeField()
    plaats = models.CharField(max_length=80)
    deelnemers = ArrayField(models.CharField(max_length=120), default=list)
    gevoerd_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, related_name="+"
    )
    wat_wil_ik = models.TextField(blank=True)
    wat_kan_ik = models.TextField(blank=True)
    wat_heb_ik_nodig = models.TextField(blank=True)
    leefgebieden = models.JSONField(default=dict, help_text="Notes per life area.")
    eigen_kijk = models.TextField(blank=True, help_text="What the resident says about it, in own words.")
    mantelzorg = models.JSONField(default=dict, help_text="Carer check: who, load 1-5, what would help.")
    clientondersteuning_gewezen = models.BooleanField(default=False)
    identiteit_vastgesteld = models.BooleanField(default=False)
    pgb_uitgelegd = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["gemeente", "hulpvraag", "moment"], name="gesprek_dossier")]

    def __str__(self) -> str:
        return f"{self.status} {self.moment:%d-%m-%Y}"


class ZrmMeting(GemeenteModel):
    """A self-sufficiency measurement: domain -> level 1..5, a snapshot of one day."""

    class Soort(models.TextChoices):
        BEGIN = "begin", _("begin")
        TUSSEN = "tussen", _("tussentijds")
        EIND = "eind", _("eind")

    hulpvraag = models.ForeignKey(Hulpvraag, on_delete=models.CASCADE, related_name="zrm_metingen")
    soort = models.CharField(max_length=8, choices=Soort.choices)
    op = models.DateField()
    scores = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["gemeente", "hulpvraag", "op"], name="zrm_dossier")]

    def __str__(self) -> str:
        return f"{self.soort} {self.op}"


class Onderzoek(GemeenteModel):
    """The investigation in the five steps of case law (CRvB 2018:819), one row per round of a hulpvraag."""

    hulpvraag = models.ForeignKey(Hulpvraag, on_delete=models.CASCADE, related_name="onderzoeken")
    ronde = models.PositiveSmallIntegerField(default=1)
    stappen = models.JSONField(default=dict, help_text="code -> {tekst, bron, door, op}")
    onderwerpen = models.JSONField(default=dict, help_text="Topics a-g of Wmo 2.3.2 lid 4 with findings.")
    afgerond_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "hulpvraag", "ronde"], name="onderzoek_per_ronde")
        ]

    def __str__(self) -> str:
        return f"onderzoek {self.hulpvraag_id}"


class Klok(GemeenteModel):
    """A running deadline of a question, as a stored fact (`regels.termijn.Termijn` in JSON) with its last day indexed."""

    class Soort(models.TextChoices):
        SPOED = "spoed", _("spoed")
        ONDERZOEK = "onderzoek", _("onderzoek")
        BESLUIT = "besluit", _("besluit")
        BEZWAAR = "bezwaar", _("bezwaar")
        EVALUATIE = "evaluatie", _("evaluatie")

    class Status(models.TextChoices):
        LOOPT = "loopt", _("loopt")
        OPGESCHORT = "opgeschort", _("opgeschort")
        GEHAALD = "gehaald", _("gehaald")
        OVERSCHREDEN = "overschreden", _("te laat gehaald")
        VERVALLEN = "vervallen", _("vervallen")

    hulpvraag = models.ForeignKey(Hulpvraag, on_delete=models.CASCADE, related_name="klokken")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    ronde = models.PositiveSmallIntegerField(default=1)
    waarde = models.JSONField()
    uiterlijk = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.LOOPT)
    gestopt_op = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["gemeente", "uiterlijk"], condition=Q(status="loopt"), name="klok_lopend"),
            models.Index(fields=["gemeente", "hulpvraag"], name="klok_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} tot {self.uiterlijk}"

    @property
    def termijn(self) -> Termijn:
        return Termijn.uit_dict(self.waarde)


class Ingebrekestelling(GemeenteModel):
    """The written notice that we are too late: two weeks later the dwangsom begins to run (Awb 4:17)."""

    klok = models.ForeignKey(Klok, on_delete=models.PROTECT, related_name="ingebrekestellingen")
    hulpvraag = models.ForeignKey(Hulpvraag, on_delete=models.CASCADE, related_name="ingebrekestellingen")
    ontvangen_op = models.DateField()
    hoe = models.CharField(max_length=24)
    uitsluiting = models.CharField(
        max_length=24, blank=True, help_text="Why no dwangsom is due all the same (Awb 4:17 lid 6)."
    )
    vastgesteld_op = models.DateField(
        null=True, blank=True, help_text="The day of the decision on the dwangsom (Awb 4:18)."
    )

    class Meta:
        verbose_name_plural = "ingebrekestellingen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "klok"], name="ingebrekestelling_een_per_klok")
        ]

    def __str__(self) -> str:
        return f"in gebreke gesteld op {self.ontvangen_op}"
