"""Residents, households, the people around them, and who may act for whom.

Searching goes over normalised columns with comparisons that PostgreSQL may use in an index under row-level security (equality
and ranges; see docs/adr/0004): `zoeknaam` (lower case, no accents), `klanknaam` (how a surname sounds), birth date, post code.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import BsnField
from wijkspil.core.models import GemeenteModel

from .zoeknamen import klanknaam, zoeknaam


class Huishouden(GemeenteModel):
    """People at one address who live together. A view over separate files, never a file of its own (J11)."""

    postcode = models.CharField(max_length=6, blank=True)
    huisnummer = models.CharField(max_length=10, blank=True)

    class Meta:
        indexes = [models.Index(fields=["gemeente", "postcode", "huisnummer"], name="huishouden_adres")]

    def __str__(self) -> str:
        return f"{self.postcode} {self.huisnummer}"


class Inwoner(GemeenteModel):
    class Geslacht(models.TextChoices):
        ONBEKEND = "0", _("onbekend")
        MAN = "1", _("man")
        VROUW = "2", _("vrouw")

    bsn = BsnField(null=True, blank=True)
    voornamen = models.CharField(max_length=120, blank=True)
    roepnaam = models.CharField(max_length=60, blank=True)
    voorvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=120)
    zoeknaam = models.CharField(max_length=120, editable=False)
    klanknaam = models.CharField(max_length=40, editable=False)
    geboortedatum = models.DateField(null=True, blank=True)
    geslacht = models.CharField(max_length=1, choices=Geslacht.choices, default=Geslacht.ONBEKEND)
    overleden_op = models.DateField(null=True, blank=True)

    straat = models.CharField(max_length=80, blank=True)
    huisnummer = models.CharField(max_length=10, blank=True)
    postcode = models.CharField(max_length=6, blank=True)
    woonplaats = models.CharField(max_length=80, blank=True)
    wijk = models.ForeignKey(
        "gemeenten.Wijk", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    geheim_adres = models.BooleanField(
        default=False, help_text="Protected address: shown and printed nowhere (A6)."
    )
    telefoon = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)

    taal = models.CharField(max_length=40, blank=True, help_text="Leeg: Nederlands.")
    tolk_nodig = models.BooleanField(default=False)
    let_op = models.CharField(
        max_length=200, blank=True, help_text="Safety or approach: what a visitor must know."
    )
    talenten = models.TextField(blank=True)
    wensen = models.TextField(blank=True)
    huishouden = models.ForeignKey(
        Huishouden, on_delete=models.PROTECT, null=True, blank=True, related_name="bewoners"
    )
    contactpersoon = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "bsn"], condition=Q(bsn__isnull=False), name="inwoner_bsn"
            ),
            models.CheckConstraint(
                condition=Q(overleden_op__isnull=True)
                | Q(geboortedatum__isnull=True)
                | Q(overleden_op__gte=F("geboortedatum")),
                name="inwoner_leeft_voor_overlijden",
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "zoeknaam", "geboortedatum"], name="inwoner_zoeknaam"),
            models.Index(fields=["gemeente", "klanknaam"], name="inwoner_klanknaam"),
            models.Index(fields=["gemeente", "geboortedatum"], name="inwoner_geboortedatum"),
            models.Index(fields=["gemeente", "postcode", "huisnummer"], name="inwoner_adres"),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        """How somebody is addressed on screen: first name or initials, prefix, surname."""
        voor = self.roepnaam or self.voorletters
        return " ".join(deel for deel in (voor, self.voorvoegsel, self.achternaam) if deel)

    @property
    def voorletters(self) -> str:
        return "".join(f"{naam[0]}." for naam in self.voornamen.split())

    @property
    def adres(self) -> str:
        """One line, or nothing when the address is protected: there is no other way to print an address."""
        if self.geheim_adres:
            return ""
        if not self.straat:  # a first phone call often brings no more than post code and number
            return " ".join(deel for deel in (self.postcode, self.huisnummer, self.woonplaats) if deel)
        return f"{self.straat} {self.huisnummer}, {self.postcode} {self.woonplaats}".strip(", ")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.zet_zoeknamen()
        super().save(*args, **kwargs)

    def zet_zoeknamen(self) -> None:
        self.zoeknaam, self.klanknaam = zoeknaam(self.achternaam), klanknaam(self.achternaam)


class Relatie(GemeenteModel):
    """Somebody around a resident: carer, child, neighbour, GP, representative. May be a known resident too."""

    class Soort(models.TextChoices):
        PARTNER = "partner", _("partner")
        KIND = "kind", _("kind")
        OUDER = "ouder", _("ouder")
        FAMILIE = "familie", _("familie")
        BUUR = "buur", _("buur")
        VRIEND = "vriend", _("vriend")
        VRIJWILLIGER = "vrijwilliger", _("vrijwilliger")
        BEROEPSKRACHT = "beroepskracht", _("beroepskracht")

    inwoner = models.ForeignKey(Inwoner, on_delete=models.CASCADE, related_name="relaties")
    ander = models.ForeignKey(Inwoner, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=16, choices=Soort.choices)
    is_mantelzorger = models.BooleanField(default=False)
    is_contactpersoon = models.BooleanField(default=False)
    telefoon = models.CharField(max_length=20, blank=True)
    sterkte = models.PositiveSmallIntegerField(
        default=2, help_text="1 af en toe, 2 geregeld, 3 bijna dagelijks."
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gedeeld_door_inwoner_op = models.DateField(
        null=True, blank=True, help_text="Since when the resident lets `ander` see that they belong together."
    )
    gedeeld_door_ander_op = models.DateField(
        null=True, blank=True, help_text="Since when `ander` lets it be seen in this file."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="relatie_periode"
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.soort})"

    @property
    def is_gedeeld(self) -> bool:
        """Both files may be seen from each other: both people agreed (B31)."""
        return bool(self.ander_id and self.gedeeld_door_inwoner_op and self.gedeeld_door_ander_op)


class Inwoneraccount(GemeenteModel):
    """The resident's own way in, or that of a representative with a dated and scoped mandate.

    A mandate ends on `geldig_tot` by itself, or at once when it is taken back (`ingetrokken_op`); the row stays, so that it
    can always be said who could look when.
    """

    class Namens(models.TextChoices):
        ZELF = "zelf", _("zelf")
        VERTEGENWOORDIGER = "vertegenwoordiger", _("vertegenwoordiger")

    class Omvang(models.TextChoices):
        MEEKIJKEN = "meekijken", _("alleen meekijken")
        REGELEN = "regelen", _("meekijken en voor mij regelen")

    account = models.ForeignKey("gemeenten.Account", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey(Inwoner, on_delete=models.CASCADE, related_name="accounts")
    namens = models.CharField(max_length=20, choices=Namens.choices, default=Namens.ZELF)
    omvang = models.CharField(max_length=12, choices=Omvang.choices, default=Omvang.REGELEN)
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True, help_text="Last day; a mandate always has one.")
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "account", "inwoner"],
                condition=Q(ingetrokken_op__isnull=True),
                name="inwoneraccount_een_keer",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "inwoner"],
                condition=Q(namens="zelf", ingetrokken_op__isnull=True),
                name="inwoneraccount_een_zelf",
            ),
            models.CheckConstraint(
                condition=Q(namens="zelf") | Q(geldig_tot__isnull=False),
                name="inwoneraccount_machtiging_eindigt",
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("geldig_van")),
                name="inwoneraccount_periode",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.namens} {self.inwoner_id}"


from .models_rondom import Clientondersteuning, Netwerkvraag, Waardering, Welbevinden  # noqa: E402

__all__ = [
    "Clientondersteuning",
    "Huishouden",
    "Inwoner",
    "Inwoneraccount",
    "Netwerkvraag",
    "Relatie",
    "Waardering",
    "Welbevinden",
]
