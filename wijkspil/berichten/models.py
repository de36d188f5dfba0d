"""Every message in and out, with its raw bytes, for as long as a dispute may last."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Bericht(GemeenteModel):
    """One message of the standard. In: stored before anything else (M1). Out: made from the outbox row of an act (M2)."""

    class Richting(models.TextChoices):
        IN = "in", _("ontvangen")
        UIT = "uit", _("verzonden")

    class Status(models.TextChoices):
        ONTVANGEN = "ontvangen", _("ontvangen, nog niet verwerkt")
        VERWERKT = "verwerkt", _("verwerkt")
        AFGEKEURD = "afgekeurd", _("afgekeurd")
        ONLEESBAAR = "onleesbaar", _("onleesbaar")
        DUBBEL = "dubbel", _("dubbel ontvangen")
        KLAAR = "klaar", _("klaar om te verzenden")
        VERZONDEN = "verzonden", _("verzonden, wacht op antwoord")
        BEVESTIGD = "bevestigd", _("bevestigd")
        GEWEIGERD = "geweigerd", _("geweigerd door de ontvanger")
        BIJ_MENS = "bij_mens", _("wacht op een medewerker")
        AFGEHANDELD = "afgehandeld", _("afgehandeld")

    richting = models.CharField(max_length=3, choices=Richting.choices)
    soort = models.CharField(max_length=8, blank=True, help_text="WMO301 ...")
    identificatie = models.CharField(max_length=12, blank=True)
    afzender = models.CharField(max_length=8, blank=True)
    ontvanger = models.CharField(max_length=8, blank=True)
    dagtekening = models.DateField(null=True, blank=True)
    ruw = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    status = models.CharField(max_length=12, choices=Status.choices)
    moment = models.DateTimeField()
    uiterlijk = models.DateTimeField(
        null=True, blank=True, help_text="When an answer or effect must be there (M7)."
    )
    antwoord_op = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="antwoorden"
    )
    fouten = models.JSONField(default=list)
    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.PROTECT, null=True, blank=True, related_name="berichten"
    )
    keren_ontvangen = models.PositiveSmallIntegerField(default=1)
    pogingen = models.PositiveSmallIntegerField(
        default=0, help_text="How often handling was begun; the often tried wait longer."
    )
    inhoud = models.JSONField(
        default=dict, help_text="Out: {assignment number: version sent before}, to undo when refused."
    )

    class Meta:
        verbose_name_plural = "berichten"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "richting", "soort", "afzender", "identificatie"],
                condition=~Q(identificatie=""),
                name="bericht_een_keer",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "sha256"],
                condition=Q(richting="in", identificatie=""),
                name="bericht_onleesbaar_een_keer",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "uiterlijk"],
                condition=Q(status__in=["ontvangen", "klaar", "verzonden", "geweigerd", "bij_mens"]),
                name="bericht_open",
            ),
            models.Index(fields=["gemeente", "-moment"], name="bericht_moment"),
            models.Index(fields=["gemeente", "hulpvraag"], name="bericht_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.identificatie}"
