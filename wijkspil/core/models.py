"""The four tables that every municipality has: what happened, who looked, what must still go out, and the counters.

Events, audit and outbox are written by `core.handeling` in the transaction of the act and by nothing else. The application can
add to the first two but can't change or delete them (migration `Append_only`).
"""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from .grens import Gemeentesleutel
from .ids import uuid7
from .schrijven import eis_handeling


class GemeenteQuerySet(models.QuerySet[Any]):
    """Refuses writes outside an action: `handeling` is the only way in."""

    def create(self, **kwargs: Any) -> Any:
        eis_handeling(self.model)
        return super().create(**kwargs)

    def update(self, **kwargs: Any) -> int:
        eis_handeling(self.model)
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        eis_handeling(self.model)
        return super().delete()

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[Any]:
        eis_handeling(self.model)
        return super().bulk_create(*args, **kwargs)


class GemeenteModel(models.Model):
    """A row of one municipality. `rev` counts changes: who saves an older one sees the conflict, not the last writer."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    gemeente = Gemeentesleutel()
    rev = models.PositiveIntegerField(default=1, editable=False)
    gemaakt_op = models.DateTimeField(editable=False)

    objects = models.Manager.from_queryset(GemeenteQuerySet)()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        eis_handeling(type(self))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        eis_handeling(type(self))
        return super().delete(*args, **kwargs)

    @classmethod
    def vul(cls, **velden: Any) -> Self:
        """An unsaved row; `Handeling.maak` saves it."""
        return cls(**velden)


class Gebeurtenis(models.Model):
    """Something that happened, in the past tense. Every figure in steering is computed from these rows alone."""

    id = models.BigAutoField(primary_key=True)
    gemeente = Gemeentesleutel()
    soort = models.CharField(max_length=60)
    moment = models.DateTimeField()
    dag = models.DateField(help_text="The day on which it counts; may differ from the moment of recording.")
    dossier_id = models.UUIDField(null=True, help_text="The hulpvraag it belongs to.")
    inwoner_id = models.UUIDField(null=True)
    onderwerp = models.CharField(max_length=40, blank=True)
    onderwerp_id = models.UUIDField(null=True)
    door_soort = models.CharField(max_length=12)
    door_id = models.UUIDField(null=True)
    door_naam = models.CharField(max_length=120)
    werkwijze = models.CharField(max_length=80, blank=True)
    handeling_id = models.UUIDField(help_text="Shared by the event, audit and outbox rows of one action.")
    gegevens = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["gemeente", "dossier_id", "id"], name="gebeurtenis_dossier"),
            models.Index(fields=["gemeente", "soort", "dag"], name="gebeurtenis_soort"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} op {self.dag}"


class Auditregel(models.Model):
    """Who did or saw what, in which role, on what ground, for what purpose, with what result, from where, when (NEN 7513, G1)."""

    id = models.BigAutoField(primary_key=True)
    gemeente = Gemeentesleutel()
    moment = models.DateTimeField()
    actie = models.CharField(max_length=60)
    resultaat = models.CharField(max_length=12, default="gelukt")
    door_soort = models.CharField(max_length=12)
    door_id = models.UUIDField(null=True)
    door_naam = models.CharField(max_length=120)
    rollen = models.CharField(max_length=120, blank=True)
    grond = models.CharField(
        max_length=120, help_text="The relation to the file, or the reason when there is none."
    )
    doel = models.CharField(max_length=120)
    deel = models.CharField(max_length=60, blank=True)
    inwoner_id = models.UUIDField(null=True)
    dossier_id = models.UUIDField(null=True)
    herkomst = models.CharField(max_length=80, blank=True)
    handeling_id = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["gemeente", "dossier_id", "-id"], name="audit_dossier"),
            models.Index(fields=["gemeente", "inwoner_id", "-id"], name="audit_inwoner"),
            models.Index(fields=["gemeente", "door_id", "-id"], name="audit_door"),
        ]

    def __str__(self) -> str:
        return f"{self.door_naam}: {self.actie}"


class Uitgaand(models.Model):
    """What must still happen outside this transaction: a letter, a message. Handled once or more, with one effect (M2)."""

    class Status(models.TextChoices):
        WACHT = "wacht", _("wacht")
        VERWERKT = "verwerkt", _("verwerkt")
        VASTGELOPEN = "vastgelopen", _("vastgelopen")

    id = models.BigAutoField(primary_key=True)
    gemeente = Gemeentesleutel()
    soort = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=120, help_text="Idempotency key, unique within the municipality.")
    inhoud = models.JSONField(default=dict)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.WACHT)
    aangemaakt = models.DateTimeField()
    niet_voor = models.DateTimeField()
    uiterlijk = models.DateTimeField(
        help_text="Maximum age: past this it shows on the list of stuck work (M7)."
    )
    verwerkt_op = models.DateTimeField(null=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    fout = models.TextField(blank=True)
    handeling_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "sleutel"], name="uitgaand_een_keer")]
        indexes = [
            models.Index(
                fields=["gemeente", "niet_voor"], condition=models.Q(status="wacht"), name="uitgaand_wachtrij"
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.sleutel}"


class Teller(models.Model):
    """The last number given out per series: file numbers, assignment numbers, message ids. Never reused."""

    id = models.BigAutoField(primary_key=True)
    gemeente = Gemeentesleutel()
    reeks = models.CharField(max_length=40)
    laatste = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gemeente", "reeks"], name="teller_per_reeks")]

    def __str__(self) -> str:
        return f"{self.reeks}: {self.laatste}"
