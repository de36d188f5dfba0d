"""Invented people and questions, with names as long as real ones, for the pages of the style guide."""

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.safestring import mark_safe

from wijkspil.werkplek.klok import klok_van

VANDAAG = date(2026, 11, 24)


def _op(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    return datetime(2026, maand, dag, uur, minuut, tzinfo=UTC)


class VraagForm(forms.Form):
    vraag = forms.CharField(
        label="Wat is er aan de hand?",
        help_text="Schrijf het op zoals de inwoner het zegt.",
        widget=forms.Textarea,
    )
    wie = forms.CharField(label="Om wie gaat het?", help_text="Naam, geboortedatum of burgerservicenummer.")
    dag = forms.DateField(label="Wanneer kwam de vraag binnen?")
    deur = forms.ChoiceField(
        label="Hoe kwam de vraag binnen?",
        choices=[("", "Kies een deur"), ("tel", "Telefoon"), ("balie", "Balie"), ("ha", "Huisarts")],
    )
    spoed = forms.ChoiceField(
        label="Kan dit tot morgen wachten?",
        widget=forms.RadioSelect,
        choices=[("ja", "Ja"), ("nee", "Nee, er is vandaag hulp nodig"), ("weet", "Dat weet ik nog niet")],
    )
    gebieden = forms.MultipleChoiceField(
        label="Waar gaat het over?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[("h", "Huishouden"), ("v", "Vervoer"), ("d", "Dagbesteding"), ("m", "Mantelzorg")],
    )
    akkoord = forms.BooleanField(label="De inwoner weet dat wij dit opschrijven")
    telefoon = forms.CharField(label="Telefoonnummer", required=False)


class GesprekForm(forms.Form):
    wil = forms.CharField(
        label="Wat wil ik?", help_text="In de woorden van de inwoner.", widget=forms.Textarea
    )
    kan = forms.CharField(
        label="Wat kan ik zelf, en met wie?", help_text="Eigen kracht, familie, buren.", widget=forms.Textarea
    )
    nodig = forms.CharField(label="Wat heb ik nodig?", help_text="Nog geen product.", widget=forms.Textarea)
    huisvesting = forms.ChoiceField(
        label="Huisvesting",
        widget=forms.RadioSelect,
        choices=[
            (1, "acute nood"),
            (2, "lukt niet"),
            (3, "lukt deels"),
            (4, "lukt meestal"),
            (5, "lukt goed"),
        ],
    )


def kader() -> dict[str, Any]:
    """Everything the staff frame asks for."""
    return {
        "gemeente": {"naam": "Gemeente Alphen aan den Rijn"},
        "gebruiker": {
            "naam": "Annemarieke van der Zwaluwenberg",
            "rol": "Consulent Wmo",
            "team": "team Ridderveld en Zegersloot",
            "sleutel": "m-1",
        },
        "gebruiker_links": [{"label": "Mijn gegevens", "url": "#"}, {"label": "Mijn team", "url": "#"}],
        "zoek_url": "/zoeken/",
        "taal_url": "/taal/setlang/",
        "afmeld_url": "/account/logout/",
        "voet_links": [{"label": "Toegankelijkheid", "url": "#"}, {"label": "Privacy", "url": "#"}],
        "menu": [
            {"label": "Werkvoorraad", "url": "#", "actief": True, "aantal": 34},
            {"label": "Nieuwe vraag", "url": "#"},
            {"label": "Berichten", "url": "#", "aantal": 3},
            {"label": "Sociale kaart", "url": "#"},
            {"label": "Aanbieders en contracten", "url": "#"},
            {"label": "Sturing", "url": "#"},
            {"kop": "Mijn lijsten"},
            {"label": "Deze week aflopend", "url": "#", "aantal": 7},
            {"label": "Wacht op aanbieder", "url": "#", "aantal": 12},
            {"label": "Overgedragen, nog niet bevestigd", "url": "#", "aantal": 0},
        ],
    }


def werkvoorraad() -> dict[str, Any]:
    klok = klok_van
    rijen = [
        ("Hendrika Wilhelmina van Oosterhout-de Bruijn", "Huishouden na heupoperatie", "Onderzoek", "Plan het gesprek",
         klok(date(2026, 11, 22), vandaag=VANDAAG, begin=date(2026, 10, 11)), "Ridderveld"),
        ("Mohammed el Amrani", "Vervoer naar dagbesteding", "Besluit", "Laat meelezen",
         klok(date(2026, 11, 26), vandaag=VANDAAG, begin=date(2026, 11, 12)), "Zegersloot"),
        ("Jan-Willem Christiaan Bartholomeus Schoonhoven-Verstraeten", "Woning aanpassen: traplift en badkamer",
         "Onderzoek", "Vraag offerte", klok(date(2026, 12, 17), vandaag=VANDAAG, begin=date(2026, 11, 5)),
         "Wonen en aanpassen"),
        ("Ğülşah Öztürk", "Mantelzorger overbelast", "Gesprek", "Bel terug",
         klok(date(2026, 12, 29), vandaag=VANDAAG, begin=date(2026, 11, 17), opgeschort=True), "Ridderveld"),
        ("Bram Vos", "Alleen informatie", "Melding", "Sluit af", klok(None, vandaag=VANDAAG), "Balie"),
    ]  # fmt: skip
    kolommen = ["Inwoner", "Waar gaat het over", "Stap", "Volgende stap", "Klok", "Team"]
    return {
        "rijen": [
            dict(zip(("wie", "wat", "stap", "daad", "klok", "team"), rij, strict=True)) for rij in rijen
        ],
        "kolommen": [
            {
                "label": k,
                "sorteer_url": "#" if k == "Klok" else "",
                "sortering": "ascending" if k == "Klok" else "",
            }
            for k in kolommen
        ],
        "pagina": Paginator(range(5000), 50).page(2),
    }


def dossier() -> dict[str, Any]:
    return {
        "naam": "Hendrika Wilhelmina van Oosterhout-de Bruijn",
        "feiten": ["12 maart 1941 (85 jaar)", "Zegerslootsingel 114, Alphen aan den Rijn", "06 1234 5678"],
        "huishouden": "Woont met Cornelis van Oosterhout (88), mantelzorger",
        "contact": "Annemarieke van der Zwaluwenberg",
        "let_op": [{"tekst": "Hond in huis: eerst bellen", "toestand": "let-op"}, {"tekst": "Tolk Fries", "toestand": "rust"}],
        "klok": klok_van(date(2026, 12, 3), vandaag=VANDAAG, begin=date(2026, 10, 22)),
        "waarom": "De melding kwam op donderdag 22 oktober. Het onderzoek duurt hoogstens zes weken (Wmo 2015, artikel 2.3.2).",
        "stappen": [
            {"naam": "Hulpvraag", "stand": "gedaan", "datum": date(2026, 10, 22)},
            {"naam": "Triage", "stand": "gedaan", "datum": date(2026, 10, 23), "uitleg": "Kan wachten"},
            {"naam": "Gesprek en onderzoek", "stand": "nu", "datum": date(2026, 11, 24), "uitleg": "Gesprek vandaag om 14.00 uur"},
            {"naam": "Plan", "stand": "straks"},
            {"naam": "Besluit", "stand": "overgeslagen", "uitleg": "Afspraak zonder besluit"},
            {"naam": "Levering", "stand": "straks"},
        ],
        "daden": [
            {"tekst": "Leg het gesprek vast", "url": "#", "gevolg": "Daarna kunt u het plan maken."},
            {"tekst": "Schort de termijn op", "url": "#", "gevolg": "De klok staat stil tot de papieren er zijn."},
            {"tekst": "Draag over", "url": "#", "gevolg": "Blijft op uw lijst tot de ander bevestigt."},
        ],
        "filters": [
            {"label": "Alles", "url": "#", "actief": True, "aantal": 14},
            {"label": "Contacten", "url": "#", "aantal": 4},
            {"label": "Besluiten", "url": "#", "aantal": 1},
            {"label": "Ingezien", "url": "#", "aantal": 6},
        ],
        "dagen": [
            {"dag": VANDAAG, "regels": [
                {"tijd": _op(24, 9, 12), "soort": "contact", "soort_woord": "Telefoon", "wie": "Annemarieke van der Zwaluwenberg",
                 "zin": "Gebeld met mevrouw over het gesprek van vanmiddag.",
                 "citaat": "Ik wil het liefst zelf blijven koken, maar het bed verschonen lukt niet meer."},
                {"tijd": _op(24, 8, 55), "soort": "inzien", "soort_woord": "Ingezien", "zin": "Fleur Jansen keek in het dossier om de telefoon te beantwoorden."},
            ]},
            {"dag": date(2026, 10, 23), "regels": [
                {"tijd": _op(23, 11, 40, 10), "soort": "besluit", "soort_woord": "Triage", "wie": "Piet de Boer", "zin": "Vastgesteld dat de vraag kan wachten."},
                {"tijd": _op(23, 11, 41, 10), "soort": "bericht", "soort_woord": "Brief", "zin": "Ontvangstbevestiging verstuurd.", "url": "#", "url_tekst": "Lees de brief"},
            ]},
        ],
        "zrm": [
            {"domein": "Huisvesting", "stand": 4, "woord": "lukt meestal", "eerder": 3, "eerder_woord": "lukt deels"},
            {"domein": "Huishouden", "stand": 2, "woord": "lukt niet zonder hulp", "zorg": True, "toelichting": "Sinds de operatie doet Cornelis alles."},
            {"domein": "Sociaal netwerk", "stand": 5, "woord": "lukt goed"},
            {"domein": "Geestelijke gezondheid", "stand": None},
        ],
    }  # fmt: skip


def arrangement() -> dict[str, Any]:
    bed = {
        "id": 1,
        "wat": "Bed verschonen en zware was",
        "wie": "Zorggroep De Groene Rivieren B.V.",
        "hoe_vaak": "1 keer per 2 weken",
        "tot": date(2027, 11, 30),
        "kosten": 12480,
        "toestand": "rust",
        "toestand_woord": "voorgesteld",
        "versleepbaar": True,
        "url": "#",
    }
    koken = {
        "id": 2,
        "wat": "Zelf koken",
        "wie": "Hendrika zelf",
        "hoe_vaak": "elke dag",
        "gratis": True,
        "toestand": "goed",
        "toestand_woord": "loopt",
    }
    zus = {
        "id": 3,
        "wat": "Boodschappen",
        "wie": "Zus Margaretha",
        "hoe_vaak": "2 keer per week",
        "gratis": True,
    }
    eettafel = {
        "id": 4,
        "wat": "Eettafel in buurthuis De Bron",
        "wie": "Vrijwilligers",
        "hoe_vaak": "elke donderdag",
        "kosten": None,
    }
    namen = [
        "Eigen kracht",
        "Gebruikelijke hulp",
        "Netwerk",
        "Vrijwilliger",
        "Algemene voorziening",
        "Andere wet",
        "Eigen traject",
        "Maatwerk",
    ]
    kaarten = {1: [koken], 3: [zus], 4: [eettafel], 8: [bed]}
    treden = [
        {"nummer": n, "naam": naam, "kaarten": kaarten.get(n, []), "toevoeg_url": "#"}
        for n, naam in enumerate(namen, 1)
    ]
    treden[4]["vraag"] = "Is er een wasservice in de buurt die dit kan doen?"
    return {"treden": treden}  # fmt: skip


def besluit() -> dict[str, Any]:
    return {
        "ogen": [
            {"rol": "Opgesteld door", "wie": "Annemarieke van der Zwaluwenberg", "moment": _op(24, 9, 30)},
            {"rol": "Leest mee", "wie": "", "toestand": "let-op", "woord": "wacht op een collega",
             "uitleg": "Niet degene die het opstelde. Mandaat: tot € 5.000 per jaar."},
        ],
    }  # fmt: skip


STAAF = mark_safe(
    '<svg viewBox="0 0 600 180" width="600" height="180" role="presentation">'
    '<g fill="currentColor" opacity=".75"><rect x="40" y="90" width="90" height="70"/>'
    '<rect x="170" y="60" width="90" height="100"/><rect x="300" y="110" width="90" height="50"/>'
    '<rect x="430" y="40" width="90" height="120"/></g>'
    '<path d="M20 160H580" stroke="currentColor"/></svg>'
)


def mijn_vraag() -> dict[str, Any]:
    stappen = [
        {"naam": "Wij kregen uw vraag", "stand": "gedaan", "datum": date(2026, 10, 22)},
        {
            "naam": "Wij praten met u",
            "stand": "nu",
            "datum": date(2026, 11, 24),
            "uitleg": "Vandaag om 14.00 uur, bij u thuis",
        },
        {"naam": "Wij maken samen een plan", "stand": "straks", "uitleg": "Voor donderdag 3 december"},
        {"naam": "De hulp begint", "stand": "straks"},
    ]
    menu = [
        {"label": "Mijn vraag", "url": "#", "actief": True},
        {"label": "Mijn plan", "url": "#"},
        {"label": "Mijn brieven", "url": "#"},
        {"label": "Wie keek mee", "url": "#"},
    ]
    return {"stappen": stappen, "menu": menu}  # fmt: skip
