"""What can happen to a plan, from the first word to looking back."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("plan.begonnen", _("{door} begon met het plan.")),
    G("plan.bijgewerkt", _("{door} werkte het plan bij.")),
    G("doel.toegevoegd", _("{door} zette een doel in het plan.")),
    G("doel.gewijzigd", _("{door} paste een doel in het plan aan.")),
    G("doel.verwijderd", _("{door} haalde een doel uit het plan.")),
    G(
        "arrangementregel.toegevoegd",
        _("{door} zette in het plan: {woord}."),
        zin_inwoner=_("{door} zette een afspraak in het plan."),
    ),
    G(
        "arrangementregel.gewijzigd",
        _("{door} paste een afspraak in het plan aan: {woord}."),
        zin_inwoner=_("{door} paste een afspraak in het plan aan."),
    ),
    G(
        "arrangementregel.verwijderd",
        _("{door} haalde een afspraak uit het plan: {woord}."),
        zin_inwoner=_("{door} haalde een afspraak uit het plan."),
    ),
    G(
        "plan.ondertekend",
        _("Het plan (versie {versie}) is getekend door: {rol}."),
        "contact",
        zin_inwoner=_("Het plan is getekend."),
    ),
    G(
        "plan.vastgesteld",
        _("{door} stelde het plan vast (versie {versie})."),
        "besluit",
        zin_inwoner=_("Uw plan is klaar. {door} legde het vast."),
    ),
    G("arrangement.vastgesteld", _("{door} legde vast wie wat doet: {aantal} afspraken."), "besluit"),
    G("plan.herzien", _("{door} opende het plan om het aan te passen."), "besluit"),
    G(
        "plan.geevalueerd",
        _("{door} keek terug op het plan: {doelen_behaald} van {doelen_bekeken} doelen behaald."),
        "contact",
    ),
    G("eigenplan.geschreven", _("{door} schreef aan het eigen plan."), "contact"),
    G("eigenplan.ontvangen", _("{door} leverde het eigen plan in."), "contact"),
    G("aanbieder.gekozen", _("{door} koos {aanbieder_naam} voor {product_naam}."), "contact"),
)
