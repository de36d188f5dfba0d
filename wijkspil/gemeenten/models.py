"""Municipalities (the tenants), accounts, staff, districts, teams and mandates.

`Gemeente` and `Account` belong to no municipality: one person may work for several, and each has an own `Medewerker` per
municipality with own roles. Everything else here is guarded.
"""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.door import Rol
from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel

ROLLEN = [(rol.value, rol.value.replace("_", " ")) for rol in Rol]


class Gemeente(models.Model):
    """A municipality on this installation; the number is its CBS code."""

    id = models.IntegerField(primary_key=True, help_text="CBS-gemeentecode, bijvoorbeeld 1982.")
    naam = models.CharField(max_length=80)
    slug = models.SlugField(max_length=60, unique=True)
    werkwijze = models.SlugField(
        max_length=60, help_text="Naam van de werkwijze waarmee deze gemeente werkt."
    )
    regio = models.CharField(max_length=80, blank=True)
    actief = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "gemeenten"

    def __str__(self) -> str:
        return self.naam

    @property
    def cbs_code(self) -> str:
        return f"{self.id:04d}"


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **velden: Any) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **velden)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A way in for one person. No shared accounts (BIO2 5.16.02); rights live on `Medewerker` and its like."""

    email = models.EmailField(unique=True)
    naam = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    taal = models.CharField(max_length=2, default="nl")

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    def __str__(self) -> str:
        return self.naam

    def get_full_name(self) -> str:
        return self.naam

    # Django's permission machinery is not used: rights come from roles and relations (core/door.py, access.py per room).
    is_staff = False
    is_superuser = False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return False


class Wijk(GemeenteModel):
    """A district: the unit by which questions are routed to a team (H6). Postcodes are four digits."""

    code = models.CharField(max_length=10)
    naam = models.CharField(max_length=80)
    deelgebied = models.CharField(
        max_length=80, blank=True, help_text="Bijvoorbeeld een voormalige gemeente."
    )
    postcodes = ArrayField(models.CharField(max_length=4), default=list)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "code"], name="wijk_code")]

    def __str__(self) -> str:
        return self.naam


class Team(GemeenteModel):
    class Soort(models.TextChoices):
        WIJKTEAM = "wijkteam", _("wijkteam")
        FRONTOFFICE = "frontoffice", _("frontoffice")
        BACKOFFICE = "backoffice", _("backoffice")
        UITVOERING = "uitvoering", _("eigen uitvoering")
        CONSORTIUM = "consortium", _("consortium")

    naam = models.CharField(max_length=80)
    soort = models.CharField(max_length=12, choices=Soort.choices)
    wijken = ArrayField(models.UUIDField(), default=list, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "naam"], name="team_naam")]

    def __str__(self) -> str:
        return self.naam


class Medewerker(GemeenteModel):
    """A member of staff of one municipality (or of a partner that works in its teams)."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=120)
    functie = models.CharField(max_length=80, blank=True)
    organisatie = models.CharField(max_length=80, blank=True, help_text="Leeg: de gemeente zelf.")
    rollen = ArrayField(models.CharField(max_length=24, choices=ROLLEN), default=list)
    telefoon = models.CharField(max_length=20, blank=True)
    actief = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "account"], name="medewerker_per_account")]

    def __str__(self) -> str:
        return self.naam


class Teamlid(GemeenteModel):
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="leden")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="lidmaatschappen")
    is_leider = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "team", "medewerker"], name="teamlid_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.medewerker_id} in {self.team_id}"


class Mandaat(GemeenteModel):
    """Who may decide what, up to which amount, and above which amount a second person must agree (H9; Awb 10:3).

    A mandate is held by a person, by everyone in a role, or by the people of a party that works in our teams. `tot_cent` is the cost per year of what is granted; empty means no limit.
    """

    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.CASCADE, null=True, blank=True, related_name="mandaten"
    )
    rol = models.CharField(max_length=24, choices=ROLLEN, blank=True)
    organisatie = models.CharField(
        max_length=80,
        blank=True,
        help_text="A party whose people in our teams may decide (Wmo 2015 art. 2.6.3; J4), as on Medewerker.organisatie.",
    )
    ook_eigen_levering = models.BooleanField(
        default=False, help_text="Whether that party may also decide on help that it gives itself."
    )
    besluitsoorten = ArrayField(models.CharField(max_length=24), default=list)
    categorieen = ArrayField(
        models.CharField(max_length=2), default=list, help_text="Leeg: alle productcategorieën."
    )
    tot_cent = CentField(null=True, blank=True)
    vier_ogen_vanaf_cent = CentField(null=True, blank=True)
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True)
    grondslag = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False, rol="", organisatie="")
                | Q(medewerker__isnull=True, organisatie="") & ~Q(rol="")
                | Q(medewerker__isnull=True, rol="") & ~Q(organisatie=""),
                name="mandaat_van_persoon_rol_of_partij",
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("geldig_van")),
                name="mandaat_periode",
            ),
        ]

    def __str__(self) -> str:
        return self.grondslag


class Zoekopdracht(GemeenteModel):
    """A work list that somebody saved, as the query string of its address."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="zoekopdrachten")
    naam = models.CharField(max_length=60)
    filter = models.CharField(max_length=400)
    volgorde = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.naam


class Werkwijzeversie(GemeenteModel):
    """A way of working that the municipality made itself: first a draft, then published and never changed again.

    The text is the YAML as somebody wrote it, comments and all. A draft may hold faults; what is published may not.
    Once published the row is frozen by the database itself (migration `werkwijze_en_huisstijl`): questions point to it.
    """

    class Status(models.TextChoices):
        CONCEPT = "concept", _("concept")
        VOORGELEGD = "voorgelegd", _("wacht op een tweede lezer")
        GEPUBLICEERD = "gepubliceerd", _("gepubliceerd")
        VERVALLEN = "vervallen", _("weggelegd")

    class Lopend(models.TextChoices):
        """What happens to open questions on the day the version starts."""

        HOUDEN = "houden", _("lopende vragen houden de versie waaronder zij begonnen")
        VERPLAATSEN = "verplaatsen", _("lopende vragen waarvan de stap het toelaat gaan mee")

    naam = models.CharField(max_length=120, help_text="What it is about, in the words of who made it.")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.CONCEPT)
    tekst = models.TextField()
    kopie_van = models.CharField(max_length=80, help_text="The version it began as a copy of.")
    toelichting = models.TextField(
        blank=True, help_text="Why, for whoever reads along and whoever looks back."
    )
    lopend = models.CharField(max_length=12, choices=Lopend.choices, default=Lopend.HOUDEN)
    sleutel = models.CharField(
        max_length=80, blank=True, help_text="Such as gemeente@2027-01-01; at publication."
    )
    geldig_vanaf = models.DateField(null=True, blank=True)
    hash = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the published text.")
    gemaakt_door = models.CharField(max_length=120)
    gewijzigd_door = models.CharField(max_length=120)
    gewijzigd_op = models.DateTimeField()
    voorgelegd_door_id = models.UUIDField(null=True, blank=True)
    voorgelegd_door = models.CharField(max_length=120, blank=True)
    gepubliceerd_door = models.CharField(max_length=120, blank=True)
    gepubliceerd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "sleutel"],
                condition=Q(status="gepubliceerd"),
                name="werkwijzeversie_sleutel",
            ),
            models.CheckConstraint(
                condition=~Q(status="gepubliceerd")
                | (
                    Q(geldig_vanaf__isnull=False, gepubliceerd_op__isnull=False)
                    & ~Q(sleutel="")
                    & ~Q(hash="")
                ),
                name="werkwijzeversie_gepubliceerd",
            ),
        ]

    def __str__(self) -> str:
        return self.sleutel or self.naam


class Huisstijl(GemeenteModel):
    """How the pages of a municipality look: colours, letter and logo. At most one row; without it the way of working's theme."""

    class Letter(models.TextChoices):
        BRON = "bron", _("Source Sans, goed leesbaar op elk scherm")
        SYSTEEM = "systeem", _("de letter van het apparaat zelf")
        RUIM = "ruim", _("Verdana, breed en ruim")
        SCHREEF = "schreef", _("Georgia, met schreef")

    merk = models.CharField(max_length=7)
    merk_donker = models.CharField(max_length=7)
    op_merk = models.CharField(max_length=7)
    accent = models.CharField(max_length=7)
    letter = models.CharField(max_length=8, choices=Letter.choices, default=Letter.BRON)
    logo = models.BinaryField(null=True, blank=True)
    logo_soort = models.CharField(max_length=20, blank=True, help_text="image/png or image/svg+xml.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente"], name="huisstijl_een")]

    def __str__(self) -> str:
        return f"huisstijl {self.gemeente_id}"


from .models_kunnen import Deskundigheid, Scholing  # noqa: E402, F401
