"""What people ask for, in their own words: themes with sentences to choose from, goals, and what could help.

Everything here is invented. The choice of theme per age follows the table of provisions in the note of Oude IJsselstreek of
1 May 2020 (`PER_LEEFTIJD`, percentages; the note itself says that the table is not empirical).
"""

from dataclasses import dataclass, field

LEEFTIJDSGRENZEN = (18, 35, 50, 65, 80)
PER_LEEFTIJD = {
    "begeleiding": (0, 48, 37, 21, 8, 6),
    "huishouden": (0, 4, 10, 17, 30, 44),
    "rolstoel": (23, 20, 16, 19, 14, 10),
    "vervoer": (55, 23, 23, 30, 39, 32),
    "woonvoorziening": (22, 4, 15, 13, 9, 8),
}


@dataclass(frozen=True, slots=True)
class Thema:
    """One kind of question.

    `woorden` are sentences in the resident's voice, of which one or two are taken; `categorie` is the product category (WMO020)
    that fits when free help is not enough; `vrij` the chance that it is. `zrm` names the domains that are weak at the start.
    """

    sleutel: str
    groep: str
    naam: str
    woorden: tuple[str, ...]
    erbij: tuple[str, ...]
    geprobeerd: tuple[str, ...]
    wil: str
    kan: str
    nodig: str
    leefgebied: str
    doelen: tuple[tuple[str, str], ...]
    aanbod: tuple[str, ...]
    categorie: str
    vrij: float
    zrm: tuple[str, ...]
    triage: dict[str, float] = field(default_factory=dict)
    leeftijd: tuple[int, int] = (0, 120)
    bij_mantelzorger: bool = False
    gewicht: float = 1.0


THEMAS: tuple[Thema, ...] = (
    Thema(
        "val",
        "huishouden",
        "Huishouden na een val",
        (
            "Het huis schoonhouden lukt niet meer sinds mijn val.",
            "Ik ben in de badkamer gevallen en durf de trap niet meer op met de stofzuiger.",
            "Sinds ik mijn heup brak blijft het huishouden liggen.",
        ),
        (
            "Mijn dochter doet de was, maar die werkt ook.",
            "Ik schaam me als er bezoek komt.",
            "De buurvrouw haalt de boodschappen al.",
        ),
        (
            "Mijn zoon poetst om de week, dat houdt hij niet vol.",
            "Een lichtere stofzuiger gekocht, dat hielp maar even.",
            "Rustiger aan doen.",
        ),
        "Een schoon huis en niet bang zijn om te vallen.",
        "Koken en licht opruimen lukt nog goed.",
        "Iemand voor het zware werk.",
        "huishouden",
        (
            ("Mijn huis is schoon en veilig.", "behouden"),
            ("Ik loop weer zonder angst door mijn huis.", "herleren"),
        ),
        ("huishouden", "bewegen"),
        "01",
        0.22,
        ("lichamelijke_gezondheid", "instrumentele_adl"),
        {"naar-huis": 0.12, "alleen": 0.25},
        (55, 120),
    ),
    Thema(
        "benauwd",
        "huishouden",
        "Huishouden met te weinig kracht",
        (
            "Ik ben na één kamer stofzuigen buiten adem.",
            "Door mijn reuma krijg ik de ramen en de vloer niet meer schoon.",
            "Alles kost me dubbel zoveel tijd, en dan is mijn energie op.",
        ),
        ("Mijn man is zelf ook niet meer zo goed.", "Ik wil niet klagen, maar zo gaat het niet langer."),
        ("Het werk over de week verdelen.", "Een buurmeisje betaald, maar dat kan ik niet elke week."),
        "Energie overhouden voor leuke dingen.",
        "Ik plan goed en doe de was zelf.",
        "Hulp bij de zware klussen.",
        "huishouden",
        (("Mijn huis is op orde zonder dat ik er ziek van word.", "behouden"),),
        ("huishouden", "boodschappen"),
        "01",
        0.18,
        ("lichamelijke_gezondheid", "instrumentele_adl"),
        {"alleen": 0.15},
        (35, 120),
        gewicht=1.3,
    ),
    Thema(
        "alleen-verder",
        "huishouden",
        "Alleen verder na een overlijden",
        (
            "Mijn man deed alles in huis en nu sta ik er alleen voor.",
            "Na het overlijden van mijn vrouw weet ik niet waar ik moet beginnen.",
        ),
        ("Koken heb ik nooit geleerd.", "De avonden zijn lang.", "De papieren stapelen zich op."),
        ("Mijn schoondochter heeft me de wasmachine uitgelegd.", "Een kookboek van de bibliotheek."),
        "Mijn eigen huishouden draaien.",
        "Ik leer graag en ben handig.",
        "Even op weg geholpen worden.",
        "huishouden",
        (
            ("Ik doe mijn eigen huishouden.", "herleren"),
            ("Ik eet twee keer per week samen met anderen.", "herleren"),
        ),
        ("maaltijden", "ontmoeten", "huishouden"),
        "01",
        0.55,
        ("instrumentele_adl", "sociaal_netwerk"),
        {},
        (55, 120),
        gewicht=0.7,
    ),
    Thema(
        "eenzaam",
        "begeleiding",
        "Eenzaamheid",
        (
            "Ik spreek soms dagen niemand.",
            "Sinds de kinderen ver weg wonen is het zo stil hier.",
            "Ik mis iemand om gewoon een kop koffie mee te drinken.",
        ),
        (
            "Naar binnen stappen bij een club durf ik niet.",
            "Vroeger zat ik in het koor.",
            "De televisie staat de hele dag aan.",
        ),
        ("Een keer bij de kerk gekeken.", "De ouderenbond gebeld."),
        "Weer mensen om me heen.",
        "Ik luister goed en bak lekkere taart.",
        "Iemand die de eerste keer meegaat.",
        "netwerk",
        (
            ("Ik heb elke week een vaste afspraak met anderen.", "herleren"),
            ("Ik beteken iets voor een ander.", "herleren"),
        ),
        ("eenzaamheid", "ontmoeten"),
        "02",
        0.82,
        ("sociaal_netwerk", "maatschappelijke_participatie"),
        {},
        (40, 120),
        gewicht=1.2,
    ),
    Thema(
        "dementie",
        "begeleiding",
        "Vergeten en verdwalen",
        (
            "Mijn vrouw vergeet het gas uit te zetten en loopt 's nachts rond.",
            "De dokter zegt dat vader dementie heeft. Overdag kan hij niet meer alleen zijn.",
            "Ik raak steeds van alles kwijt, ook de weg naar huis.",
        ),
        (
            "Ik ben de hele dag aan het opletten.",
            "Ze was altijd zo zelfstandig.",
            "Wij willen hem zo lang mogelijk thuis.",
        ),
        ("Briefjes ophangen.", "De kinderen komen om de beurt.", "Een klok met de dag erop."),
        "Samen thuis blijven wonen.",
        "Samen zingen en wandelen gaat nog heel goed.",
        "Een paar dagen per week een vertrouwde plek.",
        "thuis",
        (
            ("Ik heb een vaste plek waar ik het fijn heb.", "begeleiden"),
            ("Mijn partner kan uitrusten.", "behouden"),
        ),
        ("mantelzorg", "ontmoeten"),
        "07",
        0.1,
        ("geestelijke_gezondheid", "basale_adl", "tijdsbesteding"),
        {"mantelzorger-op": 0.3, "zorg-valt-weg": 0.08, "onveilig": 0.05},
        (65, 120),
        bij_mantelzorger=True,
        gewicht=1.6,
    ),
    Thema(
        "mantelzorg",
        "begeleiding",
        "Overbelaste mantelzorger",
        (
            "Ik zorg al jaren voor mijn man en ik kan niet meer.",
            "Als ik een weekend weg wil, weet ik niet wie er bij moeder moet zijn.",
            "Ik werk, ik zorg voor mijn broer en ik slaap slecht.",
        ),
        ("Ik vind het moeilijk om hulp te vragen.", "De huisarts zei dat ik moest bellen."),
        ("Met mijn zus een rooster gemaakt.", "Vrije dagen opgenomen van mijn werk."),
        "Voor hem blijven zorgen zonder zelf om te vallen.",
        "Ik weet precies wat hij nodig heeft.",
        "Af en toe iemand die het overneemt.",
        "thuis",
        (
            ("Ik kan het zorgen volhouden.", "behouden"),
            ("Ik heb een dag in de week voor mezelf.", "herleren"),
        ),
        ("mantelzorg",),
        "04",
        0.45,
        ("huiselijke_relaties", "tijdsbesteding"),
        {"mantelzorger-op": 0.55, "zorg-valt-weg": 0.1},
        (40, 120),
        bij_mantelzorger=True,
    ),
    Thema(
        "geld",
        "begeleiding",
        "Geldzorgen",
        (
            "Ik maak de post niet meer open, het zijn toch alleen rekeningen.",
            "Sinds mijn scheiding kom ik elke maand tekort.",
            "De energierekening is te hoog en nu loop ik overal achter.",
        ),
        ("Ik wil het zelf weer kunnen.", "De kinderen mogen er niets van merken.", "Ik slaap er niet van."),
        ("Zelf een betalingsregeling gevraagd.", "Bij mijn ouders geleend."),
        "Weten wat er binnenkomt en eruit gaat.",
        "Ik werk hard en ben eerlijk over de schulden.",
        "Iemand die met me meekijkt.",
        "financien",
        (("Mijn post en rekeningen zijn op orde.", "herleren"), ("Ik kom rond.", "herleren")),
        ("geld", "administratie"),
        "02",
        0.6,
        ("financien", "geestelijke_gezondheid"),
        {"geen-onderdak": 0.02, "kinderen": 0.25, "meer-problemen": 0.3},
        (18, 70),
    ),
    Thema(
        "ggz",
        "begeleiding",
        "Somber en vastgelopen",
        (
            "Het lukt me niet om mijn dag te beginnen.",
            "Na mijn opname durf ik niet goed alleen thuis te zijn.",
            "Mijn hoofd zit zo vol dat het huis één grote bende is.",
        ),
        (
            "De behandeling is gestopt, maar ik ben er nog niet.",
            "Ik wil weer werken.",
            "Met mijn begeleider van toen ging het goed.",
        ),
        ("Een dagschema gemaakt.", "De praktijkondersteuner van de huisarts.", "Medicijnen."),
        "Ritme en rust.",
        "Met muziek maken gaat het goed.",
        "Iemand die twee keer per week komt en me op gang helpt.",
        "geestelijk",
        (
            ("Ik heb een vast ritme in mijn week.", "herleren"),
            ("Ik weet wat ik moet doen als het minder gaat.", "behouden"),
        ),
        ("ontmoeten", "bewegen"),
        "02",
        0.12,
        ("geestelijke_gezondheid", "tijdsbesteding", "instrumentele_adl"),
        {"onveilig": 0.05, "alleen": 0.2, "meer-problemen": 0.3},
        (18, 70),
        gewicht=1.8,
    ),
    Thema(
        "autisme",
        "begeleiding",
        "Overzicht houden met autisme",
        (
            "Ik ben net op mezelf gaan wonen en raak het overzicht kwijt.",
            "Onverwachte dingen gooien mijn hele week om.",
        ),
        ("Op school ging het goed omdat alles vast lag.", "Mijn moeder regelt nu nog alles."),
        ("Een planner op mijn telefoon.", "Mijn moeder belt elke ochtend."),
        "Zelfstandig wonen zonder mijn moeder elke dag.",
        "Als iets vast ligt, doe ik het heel precies.",
        "Een vast iemand die meedenkt.",
        "meedoen",
        (("Ik houd zelf overzicht over mijn week.", "herleren"),),
        ("ontmoeten", "administratie"),
        "02",
        0.1,
        ("instrumentele_adl", "sociaal_netwerk"),
        {},
        (18, 45),
    ),
    Thema(
        "dagritme",
        "begeleiding",
        "Een zinvolle dag",
        (
            "Sinds ik niet meer kan werken zit ik de hele dag thuis.",
            "Na mijn hersenbloeding kan ik niet terug naar mijn baan, maar ik wil iets doen.",
        ),
        ("Van drukte word ik moe.", "Ik mis collega's."),
        ("Vrijwilligerswerk geprobeerd, dat was te veel.", "Gekeken bij de werkplaats."),
        "Een reden om op te staan.",
        "Ik ben goed met mijn handen.",
        "Een plek waar het tempo past.",
        "werk",
        (("Ik heb drie dagdelen per week iets te doen.", "herleren"),),
        ("ontmoeten", "bewegen"),
        "07",
        0.25,
        ("tijdsbesteding", "werk_opleiding"),
        {},
        (25, 75),
        gewicht=1.1,
    ),
    Thema(
        "rolstoel",
        "rolstoel",
        "Een rolstoel",
        (
            "Lopen buiten gaat niet meer, ik wil een rolstoel waarin ik zelf weg kan.",
            "Mijn zoon is uit zijn rolstoel gegroeid.",
            "De rolstoel is stuk en zit niet meer goed.",
        ),
        ("De ergotherapeut heeft al gemeten.", "Zonder stoel kom ik nergens."),
        ("Een stoel geleend bij de uitleen, maar dat mag maar een half jaar.",),
        "Zelf naar buiten kunnen.",
        "Mijn armen zijn sterk.",
        "Een stoel op maat.",
        "mobiliteit",
        (("Ik kom zelf waar ik wil zijn.", "behouden"),),
        ("hulpmiddelen",),
        "11",
        0.2,
        ("lichamelijke_gezondheid",),
        {"naar-huis": 0.1},
    ),
    Thema(
        "vervoer",
        "vervoer",
        "Niet meer weg kunnen",
        (
            "Ik mag geen auto meer rijden en de bus stopt hier niet.",
            "De fiets gaat niet meer en de winkels zijn te ver om te lopen.",
            "Mijn dochter moet naar haar club, maar in haar eentje reizen kan ze niet.",
        ),
        ("Ik wil niet steeds mijn buurman vragen.", "De donderdagmarkt mis ik het meest."),
        ("De regiotaxi, maar die is er niet altijd.", "Met de buurman mee."),
        "Zelf op pad kunnen.",
        "Een klein stukje lopen gaat nog.",
        "Iets waarmee ik naar de winkel en mijn vrienden kan.",
        "mobiliteit",
        (("Ik kom twee keer per week waar ik wil zijn.", "behouden"),),
        ("vervoer", "boodschappen"),
        "14",
        0.5,
        ("lichamelijke_gezondheid", "maatschappelijke_participatie"),
        {},
    ),
    Thema(
        "douche",
        "woonvoorziening",
        "Veilig douchen en naar boven",
        (
            "Ik kom de badrand niet meer over.",
            "De trap is te steil geworden, ik slaap nu op de bank.",
            "De drempels zijn te hoog voor mijn rollator.",
        ),
        (
            "Verhuizen wil ik niet, mijn hele leven is hier.",
            "De corporatie zei dat ik de gemeente moest bellen.",
        ),
        ("Een antislipmat en een beugel geplaatst.", "Een douchekrukje gekocht."),
        "In mijn eigen huis blijven.",
        "Met een beugel red ik al veel.",
        "Een aanpassing in huis.",
        "wonen",
        (("Ik kan veilig douchen en slapen in mijn eigen huis.", "behouden"),),
        ("wonen", "hulpmiddelen"),
        "13",
        0.3,
        ("huisvesting", "basale_adl"),
        {"naar-huis": 0.15},
    ),
)


def themas_voor(leeftijd: int) -> list[tuple[Thema, float]]:
    """The themes that fit an age, each with its weight: the table decides between groups, `gewicht` within one."""
    kolom = sum(leeftijd >= grens for grens in LEEFTIJDSGRENZEN)
    gevonden = []
    for groep, aandelen in PER_LEEFTIJD.items():
        passend = [t for t in THEMAS if t.groep == groep and t.leeftijd[0] <= leeftijd <= t.leeftijd[1]]
        samen = sum(t.gewicht for t in passend)
        gevonden += [(t, aandelen[kolom] * t.gewicht / samen) for t in passend if aandelen[kolom]]
    return gevonden
