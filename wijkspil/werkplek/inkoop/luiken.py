"""A page with several small forms on it: one is sent, the others stay as they were, and what was typed comes back with its error."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from wijkspil.aanbieders.actions import AannameZonderReden
from wijkspil.core.handeling import Botsing
from wijkspil.inkoop.actions import ToelatingKanNiet
from wijkspil.regels.reele_prijs import InvoerFout

FOUTEN = (ToelatingKanNiet, AannameZonderReden, InvoerFout, Botsing)


@dataclass(frozen=True)
class Luik:
    """One form: what its button says, what it does with the cleaned data, and the sentence afterwards."""

    form: Callable[..., forms.Form]
    knop: str | Promise
    doe: Callable[[dict[str, Any]], object]
    gelukt: str | Promise
    begin: Mapping[str, Any] | None = None
    kop: str | Promise = ""


def verwerk(request: HttpRequest, luiken: Mapping[str, Luik]) -> tuple[bool, list[dict[str, Any]]]:
    """Do what was sent. Returns whether it was done, and the forms to show when it was not."""
    getoond, gedaan = [], False
    gekozen = request.POST.get("luik", "")
    for sleutel, luik in luiken.items():
        gestuurd = sleutel == gekozen
        form = luik.form(request.POST if gestuurd else None, initial=dict(luik.begin or {}), prefix=sleutel)
        if gestuurd and form.is_valid():
            gedaan = _doe(request, luik, form)
        getoond.append({"sleutel": sleutel, "luik": luik, "form": form, "open": gestuurd and not gedaan})
    return gedaan, getoond


def _doe(request: HttpRequest, luik: Luik, form: forms.Form) -> bool:
    try:
        with transaction.atomic():
            luik.doe(form.cleaned_data)
    except FOUTEN as fout:
        form.add_error(None, str(fout))
    except IntegrityError:
        form.add_error(
            None, _("Dit staat er al. Kijk wat er staat, of kies een andere naam of een ander jaar.")
        )
    else:
        messages.success(request, str(luik.gelukt))
        return True
    return False
