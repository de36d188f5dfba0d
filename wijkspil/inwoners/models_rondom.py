"""What is asked of and around a person: client support, the network, and how the person feels about life."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Clientondersteuning(GemeenteModel):
    """Independent client support was offered on a day, and what the resident answered (B24; Wmo 2015 art. 2.3.2 lid 3)."""

    class Antwoord(models.TextChoices):
        JA = "ja", _("ja, graag")
        NEE = "nee", _("nee, niet nodig")
        LATER = "later", _("misschien later")
        HEEFT_AL = "heeft_al", _("heeft al iemand")

    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.CASCADE, related_name="+")
    dossier_id = models.UUIDField(help_text="The question for which it was offered.")
    ronde = models.PositiveSmallIntegerField(default=1)
    op = models.DateField()
    antwoord = models.CharField(max_length=10, choices=Antwoord.choices)
    wie = models.CharField(max_length=120, blank=True, help_text="Who supports, when somebody does.")

    class Meta:
        indexes = [models.Index(fields=["gemeente", "dossier_id", "ronde"], name="clientondersteuning_vraag")]

    def __str__(self) -> str:
        return f"{self.antwoord} {self.op}"


class Netwerkvraag(GemeenteModel):
    """What was asked of the people around, and honestly what came of it; "not possible" is a full answer (O4)."""

    class Uitkomst(models.TextChoices):
        JA = "ja", _("ja, dat doen zij")
        DEELS = "deels", _("voor een deel")
        TIJDELIJK = "tijdelijk", _("ja, voor een tijd")
        NIET_MOGELIJK = "niet_mogelijk", _("niet mogelijk")
        NIET_GEVRAAGD = "niet_gevraagd", _("niet gevraagd, de inwoner wil dat niet")

    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.CASCADE, related_name="netwerkvragen")
    relatie = models.ForeignKey(
        "inwoners.Relatie", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    wat = models.CharField(max_length=200, help_text="What was asked, such as: cook together once a week.")
    wie = models.CharField(max_length=120)
    op = models.DateField()
    uitkomst = models.CharField(max_length=14, choices=Uitkomst.choices)
    reden = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(uitkomst__in=["niet_mogelijk", "niet_gevraagd"]) | ~Q(reden=""),
                name="netwerkvraag_nee_met_reden",
            )
        ]

    def __str__(self) -> str:
        return self.wat


class Welbevinden(GemeenteModel):
    """Positive Health: the resident's own mark from 0 to 10 per dimension, and what should change first."""

    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.CASCADE, related_name="welbevinden")
    dossier_id = models.UUIDField(null=True)
    op = models.DateField()
    cijfers = models.JSONField(default=dict)
    wil_veranderen = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["gemeente", "inwoner", "op"], name="welbevinden_inwoner")]

    def __str__(self) -> str:
        return f"{self.op}"


class Waardering(GemeenteModel):
    """The yearly appreciation of a carer: asked once a year, given in a form the carer likes, or not wanted (B31; Wmo 2015 art. 2.1.6)."""

    class Vorm(models.TextChoices):
        BON = "bon", _("een cadeaubon")
        UITJE = "uitje", _("een uitje of een etentje")
        ADEMPAUZE = "adempauze", _("een adempauze: iemand neemt het over")
        KAART = "kaart", _("een kaart of een bezoek")
        WIL_NIET = "wil_niet", _("wil geen waardering")

    relatie = models.ForeignKey("inwoners.Relatie", on_delete=models.CASCADE, related_name="waarderingen")
    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.CASCADE, related_name="+")
    jaar = models.PositiveSmallIntegerField()
    vorm = models.CharField(max_length=10, choices=Vorm.choices)
    op = models.DateField()
    toelichting = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "waarderingen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "relatie", "jaar"], name="waardering_een_per_jaar")
        ]

    def __str__(self) -> str:
        return f"{self.jaar} {self.vorm}"
