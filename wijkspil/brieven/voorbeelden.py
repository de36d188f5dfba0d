"""An invented person for previews and tests: one complete set of data per template.

Nobody here exists. The town is real only in name, and no number of a person stands in it.
"""

from copy import deepcopy
from typing import Any

from .voorbeelden_blokken import BLOKVOORBEELDEN

_KADER: dict[str, Any] = {
    "gemeente": {
        "naam": "Spildam",
        "kleur": "#0b5c8a",
        "retouradres": "Gemeente Spildam, Postbus 40, 1900 AA Spildam",
        "telefoon": "14 0299",
        "website": "www.spildam.example",
    },
    "kenmerk": "SPD-2026-004217",
    "ontvangerkenmerk": "4217-A",
    "dagtekening": "2026-11-24",
    "geadresseerde": {
        "naam": "Mevrouw A.M. de Wit-Łukasiewicz",
        "aanhef": "Beste mevrouw De Wit",
        "adresregels": ["Lindelaan 14", "1901 XB  Spildam"],
    },
    "geheim_adres": False,
    "contactpersoon": {
        "naam": "Noor Haddad",
        "functie": "Wmo-consulent, wijkteam Oost",
        "telefoon": "0299 – 55 01 20",
        "bereikbaar": "maandag tot en met donderdag, van 9.00 tot 16.00 uur",
        "email": None,
    },
    "ondertekening": {
        "namens": "het college van burgemeester en wethouders van Spildam",
        "naam": "Joris van den IJssel",
        "functie": "teammanager Toegang",
    },
    "bijlagen": [],
}
_CLIENTONDERSTEUNING = {
    "naam": "Naast U Spildam",
    "telefoon": "0299 – 55 08 00",
    "website": "www.naastu-spildam.example",
}
_HULPVRAAG = (
    "Sinds mijn val in september kom ik de trap bijna niet meer op. Ik wil in mijn eigen huis blijven, maar het "
    "schoonmaken lukt niet meer en mijn dochter doet al zoveel."
)

_VOORBEELDEN: dict[str, dict[str, Any]] = {
    "ontvangstbevestiging": {
        "datum_melding": "2026-11-23",
        "hulpvraag": _HULPVRAAG,
        "eerste_contact": "2026-11-27",
        "onderzoek": {"duur": "zes weken", "uiterlijk": "2027-01-04"},
        "persoonlijk_plan": {"duur": "zeven dagen", "uiterlijk": "2026-11-30"},
        "clientondersteuning": _CLIENTONDERSTEUNING,
        "spoed": None,
    },
    "uitnodiging_gesprek": {
        "datum_gesprek": "2026-12-03",
        "begintijd": "10.30",
        "duur": "een uur",
        "plaats": "bij u thuis",
        "gesprekspartner": "Noor Haddad, Wmo-consulent",
        "hulpvraag": _HULPVRAAG,
        "meenemen": [
            "uw paspoort, identiteitskaart of rijbewijs;",
            "uw persoonlijk plan, als u dat heeft gemaakt;",
            "de naam van uw huisarts, en een lijst met de hulp die u nu al krijgt.",
        ],
        "clientondersteuning": _CLIENTONDERSTEUNING,
    },
    "onderzoeksverslag": {
        "datum_melding": "2026-11-23",
        "datum_gesprek": "2026-12-03",
        "dagtekening": "2026-12-10",
        "aanwezigen": ["mevrouw De Wit", "haar dochter Eşra", "Noor Haddad (gemeente)"],
        "identiteit": {"document": "een identiteitskaart", "datum": "2026-12-03"},
        "hulpvraag": _HULPVRAAG,
        "bevindingen": [
            {
                "onderwerp": "a",
                "tekst": "U bent 79 jaar en woont alleen in een huis met een trap. Door uw heup kunt u niet lang staan "
                "en niet tillen. U houdt van koken en wilt dat zelf blijven doen.",
            },
            {
                "onderwerp": "b",
                "tekst": "U kookt, doet de was en houdt uw administratie bij. Stofzuigen, dweilen, ramen zemen en het "
                "bed verschonen lukt niet meer. U heeft geen huisgenoten.",
            },
            {
                "onderwerp": "c",
                "tekst": "Uw dochter komt op zaterdag. Zij doet de boodschappen en gaat mee naar het ziekenhuis. De "
                "buurman zet de containers buiten. Meer kan uw dochter niet doen naast haar werk en gezin.",
            },
            {
                "onderwerp": "d",
                "tekst": "Uw dochter is vaak moe. Zij wil graag één weekend in de maand vrij zijn. Wij hebben haar "
                "verteld over het mantelzorgpunt, en zij heeft daar een afspraak gemaakt.",
            },
            {
                "onderwerp": "e",
                "tekst": "De boodschappendienst van het buurthuis rijdt ook bij u in de straat. U wilt die proberen. "
                "De eetclub op woensdag lijkt u gezellig.",
            },
            {
                "onderwerp": "f",
                "tekst": "U krijgt fysiotherapie via uw huisarts. De therapeut verwacht dat u in het voorjaar weer "
                "beter traploopt. Met de woningcorporatie is gesproken over een tweede trapleuning.",
            },
            {"onderwerp": "g", "tekst": "Wij hebben uitgelegd wanneer u een eigen bijdrage betaalt."},
        ],
        "persoonlijk_plan": "In uw plan schreef u dat u zelf wilt blijven koken en dat u vaste hulp wilt van iemand die u "
        "kent. Beide hebben we overgenomen.",
        "clientondersteuning": "aangeboden; u had dit niet nodig",
        "pgb_uitleg": "Wij hebben u verteld dat u ook zelf hulp kunt inkopen met een persoonsgebonden budget, en wat u dan "
        "moet regelen. U kiest voor hulp van een organisatie waarmee de gemeente een contract heeft.",
        "advies": None,
        "uitkomst": "U kunt veel zelf en uw dochter helpt u. Voor het zware werk in huis is hulp nodig. Wij stellen voor "
        "dat u hulp in het huishouden krijgt.",
        "oplossingen": [
            {
                "doel": "Een schoon huis",
                "wie": "een zorgorganisatie (hulp in het huishouden)",
                "wat": "elke week het zware schoonmaakwerk",
                "reden": "U kunt dit niet zelf en er is niemand anders die het kan doen.",
            },
            {
                "doel": "Boodschappen in huis",
                "wie": "uw dochter en de boodschappendienst",
                "wat": "om de week",
                "reden": "Zo heeft uw dochter vaker een vrije zaterdag.",
            },
            {
                "doel": "Veilig de trap op",
                "wie": "uw fysiotherapeut en de woningcorporatie",
                "wat": "oefenen en een tweede leuning",
                "reden": "Uw therapeut verwacht verbetering. In april kijken we of dat klopt.",
            },
        ],
        "eigen_bijdrage": "Voor hulp in het huishouden betaalt u een eigen bijdrage. Het CAK rekent die uit. Voor de "
        "boodschappendienst betaalt u een klein bedrag per keer.",
        "reageren": {"duur": "twee weken", "uiterlijk": "2026-12-24"},
        "besluittermijn": "twee weken",
    },
    "beschikking": {
        "dagtekening": "2026-12-22",
        "datum_melding": "2026-11-23",
        "datum_aanvraag": "2026-12-14",
        "onderdelen": [
            {
                "soort": "toekenning",
                "voorziening": "hulp in het huishouden",
                "grondslag": "Wmo 2015, artikel 2.3.5 lid 3, en de verordening van Spildam",
                "resultaat": "Uw huis is schoon en leefbaar, en u kunt zelf blijven koken.",
                "activiteiten": [
                    {
                        "wat": "stofzuigen en dweilen van kamer, keuken, slaapkamer en gang",
                        "frequentie": "elke week",
                    },
                    {"wat": "badkamer en toilet schoonmaken", "frequentie": "elke week"},
                    {"wat": "bed verschonen", "frequentie": "elke twee weken"},
                    {"wat": "ramen aan de binnenkant wassen", "frequentie": "vier keer per jaar"},
                ],
                "aanbieder": "Thuiszorg De Brug, telefoon 0299 – 55 03 30",
                "ingangsdatum": "2027-01-04",
                "einddatum": "2028-12-31",
                "evaluatie": "2027-06-15",
            },
            {
                "soort": "afwijzing",
                "voorziening": "traplift",
                "grondslag": "Wmo 2015, artikel 2.3.5 lid 3",
                "reden": "U vroeg ook om een traplift. Uw fysiotherapeut verwacht dat u in het voorjaar weer zelf de trap "
                "op kunt. Daarom is een traplift nu niet nodig.",
                "wel_passend": "fysiotherapie en een tweede trapleuning; in april kijken we opnieuw",
            },
        ],
        "redenen": [
            "Wij hebben gekeken wat u zelf kunt en wie u kan helpen. U kookt en wast zelf. Uw dochter doet boodschappen en "
            "gaat mee naar het ziekenhuis. Het zware schoonmaakwerk kunt u niet doen en uw dochter kan er niets bij hebben.",
            "Er is geen voorziening voor iedereen die dit oplost. Daarom krijgt u hulp in het huishouden.",
        ],
        "persoonlijk_plan": "U wilt graag elke week dezelfde hulp. De Brug heeft toegezegd dat u één vaste hulp krijgt, en "
        "één vaste vervanger.",
        "advies": None,
        "gehoord": None,
        "samenhang": "U blijft fysiotherapie krijgen via uw zorgverzekering. De boodschappendienst van het buurthuis "
        "blijft ook bestaan.",
        "bijdrage": {
            "verschuldigd": True,
            "bedrag": "21.80",
            "uitleg": "Het is één bedrag voor uw hele huishouden, ook als u later meer hulp krijgt.",
        },
        "bezwaar": {
            "duur": "zes weken",
            "uiterlijk": "2027-02-02",
            "orgaan": "het college van burgemeester en wethouders",
            "adres": "Postbus 40, 1900 AA Spildam",
            "digitaal": "www.spildam.example/bezwaar",
        },
    },
    "afspraakbevestiging": {
        "datum_gesprek": "2026-11-20",
        "eigen_woorden": "Ik wil weer onder de mensen komen. De dagen zijn lang sinds Wim er niet meer is.",
        "afspraken": [
            {
                "wie": "U",
                "wat": "gaat kijken bij de eetclub in het buurthuis",
                "wanneer": "woensdag 2 december",
            },
            {
                "wie": "Buurvrouw Çiğdem",
                "wat": "loopt de eerste keer met u mee",
                "wanneer": "woensdag 2 december, 17.00 uur",
            },
            {
                "wie": "Wijkteam Oost",
                "wat": "vraagt een maatje aan dat met u gaat wandelen, en belt u als er iemand is gevonden",
                "wanneer": "voor 11 december",
            },
        ],
        "terugkijken": "2027-02-15",
        "terugkijken_hoe": "bij u thuis",
        "besluittermijn": "twee weken",
    },
}


def voorbeeld(sjabloon: str) -> dict[str, Any]:
    """Complete data for this template about an invented person; a fresh copy that may be changed.

    Raises: KeyError for an unknown template.
    """
    return deepcopy(_KADER | (_VOORBEELDEN | BLOKVOORBEELDEN)[sjabloon])
