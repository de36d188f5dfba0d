"""Days and moments in words, for sentences that are made in code."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def moment_in_woorden(moment: datetime) -> str:
    """ "dinsdag 24 november om 14:00 uur", with a capital, to begin a sentence with."""
    lokaal = timezone.localtime(moment)
    tekst = _("%(dag)s om %(uur)s uur") % {
        "dag": date_format(lokaal, "l j F"),
        "uur": date_format(lokaal, "H:i"),
    }
    return tekst[:1].upper() + tekst[1:]


def dag_in_woorden(dag: date) -> str:
    """ "dinsdag 24 november 2026"."""
    return date_format(dag, "l j F Y")
