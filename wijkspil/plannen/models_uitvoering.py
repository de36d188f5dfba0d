"""What keeps a plan alive after it was made: the resident's own plan, who directs, and the moments that were promised."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class EigenPlan(GemeenteModel):
    """The plan that the resident writes; it may be handed in until seven days after the melding and must be weighed.

    Wmo 2015 art. 2.3.2 lid 2 and 5 (J13). One per round; later than seven days is welcome too, only the right is dated.
    """

    class Via(models.TextChoices):
        PORTAAL = "portaal", _("zelf geschreven in Mijn vraag")
        PAPIER = "papier", _("op papier of per e-mail")
        GESPREK = "gesprek", _("verteld, door ons opgeschreven")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="eigen_plannen")
    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.PROTECT, related_name="+")
    ronde = models.PositiveSmallIntegerField(default=1)
    wat_wil_ik = models.TextField(blank=True)
    wat_doe_ik = models.TextField(blank=True, help_text="What the resident and the people around will do.")
    wat_vraag_ik = models.TextField(blank=True, help_text="What the resident asks of the municipality.")
    via = models.CharField(max_length=10, choices=Via.choices, default=Via.PORTAAL)
    ontvangen_op = models.DateField(null=True, blank=True, help_text="Empty: still being written.")
    hoe_gebruikt = models.TextField(blank=True, help_text="How the investigation weighed it.")
    gewogen_op = models.DateField(null=True, blank=True)
    gewogen_door = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "hulpvraag", "ronde"], name="eigenplan_een_per_ronde"
            ),
            models.CheckConstraint(
                condition=Q(gewogen_op__isnull=True) | ~Q(hoe_gebruikt=""),
                name="eigenplan_gewogen_met_woorden",
            ),
        ]

    def __str__(self) -> str:
        return f"eigen plan {self.hulpvraag_id}"

    @property
    def delen(self) -> list[tuple[str, str]]:
        """The three parts with their headings, without empty ones."""
        return [
            (str(kop), tekst)
            for kop, tekst in (
                (_("Wat ik wil"), self.wat_wil_ik),
                (_("Wat ik zelf doe, met wie"), self.wat_doe_ik),
                (_("Wat ik van de gemeente vraag"), self.wat_vraag_ik),
            )
            if tekst.strip()
        ]


class Regierol(GemeenteModel):
    """Who directs: the case (what the resident needs, day to day) or the process (who works together, and does it move)."""

    class Soort(models.TextChoices):
        CASUS = "casus", _("casusregie")
        PROCES = "proces", _("procesregie")

    class Ontbreekt(models.TextChoices):
        """Why nobody directs (B55); a reason, never a fault."""

        NIET_NODIG = "niet_nodig", _("niet nodig, er werkt één partij")
        INWONER_ZELF = "inwoner_zelf", _("de inwoner doet het zelf")
        INWONER_WEIGERT = "inwoner_weigert", _("de inwoner wil geen regisseur")
        PARTIJ_WEIGERT = "partij_weigert", _("de gevraagde partij wil of kan niet")
        GEEN_CAPACITEIT = "geen_capaciteit", _("er is nu niemand beschikbaar")
        ONDUIDELIJK = "onduidelijk", _("het is onduidelijk wie aan zet is")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.CASCADE, related_name="regierollen")
    soort = models.CharField(max_length=6, choices=Soort.choices)
    wie = models.CharField(max_length=120, blank=True)
    organisatie = models.CharField(max_length=120, blank=True)
    ontbreekt = models.CharField(max_length=16, choices=Ontbreekt.choices, blank=True)
    toelichting = models.CharField(max_length=300, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "hulpvraag", "soort"],
                condition=Q(tot__isnull=True),
                name="regierol_een_tegelijk",
            ),
            models.CheckConstraint(condition=Q(wie="") ^ Q(ontbreekt=""), name="regierol_iemand_of_reden"),
        ]

    def __str__(self) -> str:
        return f"{self.soort}: {self.wie or self.ontbreekt}"


class Regeltaak(GemeenteModel):
    """Who does what for one line of the plan: a task belongs to a role, so that two parties don't do each other's (H18)."""

    class Rol(models.TextChoices):
        INWONER = "inwoner", _("de inwoner")
        NAASTE = "naaste", _("iemand om de inwoner heen")
        AANBIEDER = "aanbieder", _("de aanbieder")
        WIJKTEAM = "wijkteam", _("het wijkteam")
        BUURT = "buurt", _("iemand uit de buurt")
        ANDER = "ander", _("een andere partij")

    regel = models.ForeignKey("plannen.Arrangementregel", on_delete=models.CASCADE, related_name="taken")
    rol = models.CharField(max_length=10, choices=Rol.choices)
    wie = models.CharField(max_length=120, blank=True, help_text="A name, when it is known.")
    wat = models.CharField(max_length=200)
    gedaan_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "regeltaken"

    def __str__(self) -> str:
        return self.wat


class Planmoment(GemeenteModel):
    """A promised moment: a contact, a test of a goal, a step down, a day to look again. It stays on a list until it was done."""

    class Soort(models.TextChoices):
        CONTACT = "contact", _("contact")
        TOETS = "toets", _("doel toetsen")
        AFSCHALEN = "afschalen", _("afschalen")
        TERUGKIJKEN = "terugkijken", _("weer kijken")
        OVERGANG = "overgang", _("overgang voorbereiden")

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        GEDAAN = "gedaan", _("gedaan")
        VERVALLEN = "vervallen", _("vervallen")

    class Uitkomst(models.TextChoices):
        GESPROKEN = "gesproken", _("gesproken")
        NIET_BEREIKT = "niet_bereikt", _("niet bereikt")
        PAST = "past", _("het doel past nog")
        ANDERS = "anders", _("het doel moet anders")
        GELUKT = "gelukt", _("gelukt, er is minder hulp nodig")
        NOG_NIET = "nog_niet", _("nog niet gelukt")
        ZO_LATEN = "zo_laten", _("zo laten")
        TERUG = "terug", _("de vraag komt terug")
        GEREGELD = "geregeld", _("geregeld")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.CASCADE, related_name="planmomenten")
    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.CASCADE, related_name="+")
    doel = models.ForeignKey(
        "plannen.Doel", on_delete=models.CASCADE, null=True, blank=True, related_name="momenten"
    )
    regel = models.ForeignKey(
        "plannen.Arrangementregel", on_delete=models.CASCADE, null=True, blank=True, related_name="momenten"
    )
    soort = models.CharField(max_length=12, choices=Soort.choices)
    op = models.DateField()
    wat = models.CharField(max_length=200)
    medewerker = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    elke_weken = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Comes back after so many weeks; empty: once."
    )
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    uitkomst = models.CharField(max_length=14, choices=Uitkomst.choices, blank=True)
    verslag = models.TextField(blank=True)
    gedaan_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="gedaan") | Q(gedaan_op__isnull=False) & ~Q(uitkomst=""),
                name="planmoment_gedaan_met_uitkomst",
            )
        ]
        indexes = [
            models.Index(fields=["gemeente", "op"], condition=Q(status="open"), name="planmoment_open"),
            models.Index(fields=["gemeente", "hulpvraag"], name="planmoment_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.op}"


class Werkaantekening(GemeenteModel):
    """A memory aid of one person, outside the file: only its author sees it, it leaves no trace on the time line, and it goes.

    What matters for the resident belongs in the file. Shown to others it would become part of the file (AVG art. 15).
    """

    van = models.UUIDField(help_text="The member of staff who wrote it.")
    bij = models.UUIDField(help_text="The question it reminds of; no key, so that no file leads here.")
    tekst = models.TextField(blank=True)
    bewaren_tot = models.DateField()

    class Meta:
        verbose_name_plural = "werkaantekeningen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "van", "bij"], name="werkaantekening_een_per_vraag")
        ]

    def __str__(self) -> str:
        return f"tot {self.bewaren_tot}"
