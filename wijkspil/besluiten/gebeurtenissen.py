"""What can happen around an application, a decision or an agreement without one."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G(
        "aanvraag.ontvangen",
        _("{door} nam uw aanvraag op ({hoe}). Het besluit komt uiterlijk {uiterlijk}."),
        "besluit",
        zin_inwoner=_("De gemeente ontving uw aanvraag. Het besluit komt uiterlijk {uiterlijk}."),
    ),
    G(
        "aanvraag.aanvulling_gevraagd",
        _("{door} vroeg u om de aanvraag aan te vullen, uiterlijk {tot}. De termijn staat zolang stil."),
        "besluit",
    ),
    G(
        "aanvraag.aangevuld",
        _("{door} kreeg wat er nog miste bij uw aanvraag. De termijn loopt weer."),
        "besluit",
    ),
    G("aanvraag.ingetrokken", _("{door} trok de aanvraag in: {reden}."), "besluit"),
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
    # The resident hears it from the announcement: until then nothing is certain (Awb art. 3:40).
    G("besluit.genomen", _("{door} nam het besluit {nummer}: {soort}."), "besluit", voor_inwoner=False),
    G(
        "besluit.bekendgemaakt",
        _("{door} maakte het besluit {nummer} bekend ({soort}). Bezwaar kan tot en met {bezwaar_tot}."),
        "besluit",
        zin_inwoner=_("Er is een besluit, nummer {nummer}. Bezwaar maken kan tot en met {bezwaar_tot}."),
    ),
    G(
        "besluit.teruggehaald",
        _("De brief met besluit {nummer} ging niet weg; het besluit is nog niet bekend."),
        "besluit",
        voor_inwoner=False,
    ),
    G("besluit.ingetrokken", _("{door} trok het besluit {nummer} in: {reden}."), "besluit"),
    G(
        "besluit.verzocht",
        _("U vroeg om een besluit op papier. {door} nam dat op als aanvraag."),
        "besluit",
        zin_inwoner=_("U vroeg om een besluit op papier."),
    ),
    G("afspraak.gemaakt", _("{door} legde de afspraak met u vast ({nummer})."), "besluit"),
    G(
        "bezwaar.ontvangen",
        _(
            "{door} nam het bezwaar {nummer} tegen besluit {besluit} op. Het antwoord komt uiterlijk {uiterlijk}."
        ),
        "besluit",
    ),
    G("bezwaar.ingetrokken", _("{door} trok het bezwaar {nummer} in: {reden}."), "besluit"),
    G("bezwaar.toegewezen", _("{door} gaf het bezwaar {nummer} aan {naar}."), "besluit"),
    G(
        "bezwaar.aanvulling_gevraagd",
        _(
            "{door} vroeg om het bezwaar {nummer} aan te vullen, uiterlijk {tot}. De termijn staat zolang stil."
        ),
        "besluit",
    ),
    G(
        "bezwaar.aangevuld",
        _("{door} nam het bezwaar {nummer} verder in behandeling. Het antwoord komt uiterlijk {uiterlijk}."),
        "besluit",
    ),
    G("bezwaar.gehoord", _("{door} sprak met u over het bezwaar {nummer}."), "besluit"),
    G(
        "bezwaar.niet_gehoord",
        _("{door} legde vast waarom er over het bezwaar {nummer} geen gesprek is: {reden}."),
        "besluit",
    ),
    G(
        "bezwaar.verdaagd",
        _("{door} heeft meer tijd nodig voor het bezwaar {nummer}: uiterlijk {uiterlijk}."),
        "besluit",
    ),
    G(
        "bezwaar.beslist",
        _("{door} besliste op het bezwaar {nummer} tegen besluit {besluit}: {uitkomst}."),
        "besluit",
    ),
    G(
        "uren.berekend",
        _("{door} rekende uit hoeveel tijd nodig is voor {wat}: {leidend_minuten} minuten per week."),
        "besluit",
    ),
    G(
        "norm.geraadpleegd",
        _("{door} sprak met {groep} over het normenkader {kader}, versie {versie}."),
        voor_inwoner=False,
    ),
)
