"""Why help stops and why an order changes: the code lists of the standard (WMO588, WMO002), used with and without messages."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RedenEinde(models.TextChoices):
    """Code list WMO588 of iWmo 3.2; tests hold it against the list of the codec."""

    OVERLEDEN = "02", _("Overlijden")
    VOLGENS_PLAN = "19", _("Levering volgens plan beëindigd")
    TIJDELIJK = "20", _("Levering is tijdelijk beëindigd")
    DOOR_CLIENT = "21", _("Levering is eenzijdig door cliënt beëindigd")
    DOOR_AANBIEDER = "22", _("Levering is eenzijdig door aanbieder beëindigd")
    IN_OVERLEG = "23", _("Levering is in overeenstemming voortijdig beëindigd")
    VERHUISD = "31", _("Verhuizing naar een andere gemeente")
    DOOR_GEMEENTE = "36", _("Geïnitieerd door de gemeente")
    WIJZIGING = "37", _("In verband met wijzigingsverzoek")
    ANDERE_AANBIEDER = "38", _("Overstap naar andere aanbieder")
    ANDER_DOMEIN = "39", _("Uitstroom naar ander domein")


class RedenWijziging(models.TextChoices):
    """Code list WMO002 of iWmo 3.2, without 01, which may not be used any more (CS336)."""

    OVERLEDEN = "02", _("Cliënt overleden")
    CONTRACT = "03", _("Contractwijziging")
    VERLENGING = "04", _("Herbeoordeling: verlenging toewijzing")
    VERKORTING = "05", _("Herbeoordeling: verkorting toewijzing")
    ANDER_DOMEIN = "06", _("Uitstroom naar ander domein")
    VERHUISD = "07", _("Verhuizing naar een andere gemeente")
    LEVERINGSVORM = "08", _("Wijziging leveringsvorm")
    ANDERE_AANBIEDER = "09", _("Overstap naar andere aanbieder")
    BEKOSTIGING = "10", _("Overgang naar nieuwe bekostigingssystematiek")
    HERINDELING = "11", _("Gemeentelijke herindeling")
    DOOR_AANBIEDER = "12", _("Geïnitieerd door de aanbieder")
    VERWIJDERD = "13", _("Verwijderd")
    ADMINISTRATIEF = "14", _("Administratieve correctie")


class RedenAfwijzing(models.TextChoices):
    """Code list WJ759 of iWmo 3.2, without 8, which is for the Jeugdwet only."""

    NIEUWE_AANVRAAG = "1", _("Geen wijziging, maar nieuwe aanvraag")
    BUDGET = "2", _("Past niet binnen budget")
    GEEN_CONTRACT = "3", _("Geen contract")
    BUITEN_CONTRACT = "4", _("Past niet binnen contract")
    ANDERE_GEMEENTE = "5", _("Andere gemeente")
    STAPELING = "6", _("Stapeling")
    INHOUDELIJK = "7", _("Zorginhoudelijke afkeur")
    LEEFTIJD = "9", _("Leeftijdsgrens is bereikt")
