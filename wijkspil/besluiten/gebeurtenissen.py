"""What can happen around an application, a decision or an agreement without one."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G(
        "aanvraag.ontvangen",
        _("{door} nam uw aanvraag op ({hoe}). Het besluit komt uiterlijk {uiterlijk}."),
        "besluit",
    ),
    G(
        "besluit.opgesteld",
        _("{door} schreef een concept voor het besluit ({soort})."),
        "besluit",
        voor_inwoner=False,
    ),
    G("besluit.gewijzigd", _("{door} paste het concept van het besluit aan."), "besluit", voor_inwoner=False),
    G(
        "besluit.voorgelegd",
        _("{door} vroeg {aan} om het besluit mee te lezen."),
        "besluit",
        voor_inwoner=False,
    ),
    G("besluit.genomen", _("{door} nam het besluit {nummer}: {soort}."), "besluit"),
    G(
        "besluit.bekendgemaakt",
        _("{door} maakte het besluit {nummer} bekend ({soort}). Bezwaar kan tot en met {bezwaar_tot}."),
        "besluit",
    ),
    G(
        "besluit.teruggehaald",
        _("De brief met besluit {nummer} ging niet weg; het besluit is nog niet bekend."),
        "besluit",
        voor_inwoner=False,
    ),
    G("besluit.ingetrokken", _("{door} trok het besluit {nummer} in: {reden}."), "besluit"),
    G("besluit.verzocht", _("U vroeg om een besluit op papier. {door} nam dat op als aanvraag."), "besluit"),
    G("afspraak.gemaakt", _("{door} legde de afspraak met u vast ({nummer})."), "besluit"),
)
