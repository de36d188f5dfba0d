"""The objection: received, acknowledged, heard, decided upon (Awb chapters 6 and 7).

Its term is a stored fact of its own, not a `Klok` of the question: a question can be closed while an objection runs.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel
from wijkspil.regels.termijn import Termijn


class Bezwaar(GemeenteModel):
    """An objection against one decision. Several may lie against the same one; each gets its own answer."""

    class Status(models.TextChoices):
        ONTVANGEN = "ontvangen", _("in behandeling")
        WACHT = "wacht", _("wacht op aanvulling")
        BESLIST = "beslist", _("beslist")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    class Uitkomst(models.TextChoices):
        GEEN = "", _("nog open")
        GEGROND = "gegrond", _("gegrond")
        DEELS_GEGROND = "deels_gegrond", _("gedeeltelijk gegrond")
        ONGEGROND = "ongegrond", _("ongegrond")
        NIET_ONTVANKELIJK = "niet_ontvankelijk", _("niet-ontvankelijk")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    class Kanaal(models.TextChoices):
        PORTAAL = "portaal", _("via Mijn vraag")
        BRIEF = "brief", _("per brief")
        BALIE = "balie", _("afgegeven aan de balie")
        EMAIL = "e-mail", _("per e-mail")

    besluit = models.ForeignKey("besluiten.Besluit", on_delete=models.PROTECT, related_name="bezwaren")
    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="bezwaren")
    nummer = models.CharField(max_length=14)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.ONTVANGEN)
    gronden = models.TextField(help_text="Why the resident disagrees, in own words.")
    kanaal = models.CharField(max_length=8, choices=Kanaal.choices)
    ingediend_door = models.CharField(
        max_length=120, help_text="The resident, or who did it on the resident's behalf."
    )
    ontvangen_op = models.DateField()
    gepost_op = models.DateField(
        null=True, blank=True, help_text="The postmark: posted in time counts (Awb 6:9)."
    )
    op_tijd = models.BooleanField()
    reden_te_laat = models.TextField(
        blank=True, help_text="Why it came late; a good reason opens it (Awb 6:11)."
    )
    commissie = models.BooleanField(default=False, help_text="An advisory committee looks (Awb 7:13).")
    vergoeding_gevraagd = models.BooleanField(
        default=False, help_text="Costs asked before it is decided (Awb 7:15)."
    )
    behandelaar = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    termijn_waarde = models.JSONField()
    uiterlijk = models.DateField()
    aanvulling_wat = models.TextField(blank=True)
    aanvulling_tot = models.DateField(null=True, blank=True)
    gehoord_op = models.DateField(null=True, blank=True)
    verslag_horen = models.TextField(blank=True)
    niet_gehoord_reden = models.TextField(
        blank=True, help_text="Which ground of Awb 7:3 lets it be left out."
    )
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.choices, default=Uitkomst.GEEN, blank=True)
    overwegingen = models.TextField(blank=True, help_text="The reasons, as they stand in the letter.")
    besloten_door = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    mandaat = models.ForeignKey(
        "gemeenten.Mandaat", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgehandeld_op = models.DateField(null=True, blank=True)
    nieuw_besluit = models.ForeignKey(
        "besluiten.Besluit", on_delete=models.PROTECT, null=True, blank=True, related_name="uit_bezwaar"
    )

    class Meta:
        verbose_name_plural = "bezwaren"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "nummer"], name="bezwaar_nummer"),
            models.CheckConstraint(
                condition=Q(status__in=["ontvangen", "wacht"], uitkomst="", afgehandeld_op__isnull=True)
                | Q(
                    status="beslist",
                    afgehandeld_op__isnull=False,
                    besloten_door__isnull=False,
                    mandaat__isnull=False,
                )
                & ~Q(uitkomst__in=["", "ingetrokken"])
                & ~Q(overwegingen="")
                | Q(status="ingetrokken", uitkomst="ingetrokken", afgehandeld_op__isnull=False),
                name="bezwaar_klaar_met_uitkomst",
            ),
            models.CheckConstraint(
                condition=Q(gepost_op__isnull=True) | Q(gepost_op__lte=F("ontvangen_op")), name="bezwaar_post"
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "uiterlijk"],
                condition=Q(status__in=["ontvangen", "wacht"]),
                name="bezwaar_open",
            ),
            models.Index(fields=["gemeente", "hulpvraag"], name="bezwaar_dossier"),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def termijn(self) -> Termijn:
        return Termijn.uit_dict(self.termijn_waarde)

    @property
    def is_open(self) -> bool:
        return self.status in (self.Status.ONTVANGEN, self.Status.WACHT)
