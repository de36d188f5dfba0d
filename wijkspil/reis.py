"""One page: which event leads to which next act, for the whole journey.

Two columns. `BIJ` and `NA` are what the platform does by itself, in the transaction of the act: put a letter or a message in the
outbox, set a clock, open a task. `DADEN` is what people can sensibly do next, per step. What stands nowhere on this page does not
happen by itself; tests/huis/ checks that every event has a place here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkspil.aanbieders import catalogus
from wijkspil.berichten import reacties as berichten
from wijkspil.besluiten import reacties as besluiten
from wijkspil.betalingen import bijdrage
from wijkspil.betalingen import reacties as betalingen
from wijkspil.brieven import herkansing
from wijkspil.brieven import reacties as bezwaarbrieven
from wijkspil.brieven import service as brieven
from wijkspil.core import handeling
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Handeling
from wijkspil.ondersteuning import reacties as ondersteuning
from wijkspil.plannen import reacties as plannen
from wijkspil.proeftuinen import reacties as proeftuinen
from wijkspil.toegang.actions import werkwijze as toegang_werkwijze
from wijkspil.toegang.models import Stap

Reactie = Callable[[Handeling], None]

BIJ: dict[str, tuple[Reactie, ...]] = {
    "melding.ontvangen": (brieven.bevestig_melding,),
    "melding.teruggekeerd": (brieven.bevestig_melding,),
    "gesprek.gepland": (brieven.nodig_uit,),
    "gesprek.verzet": (brieven.nodig_uit,),
    "onderzoek.afgerond": (brieven.stuur_verslag,),
    "afspraak.gemaakt": (brieven.bevestig_afspraak,),
    "onderzoek.uitbesteed": (bezwaarbrieven.schrijf_over_onderzoek,),
    "bezwaar.ontvangen": (bezwaarbrieven.schrijf_over_bezwaar,),
    "bezwaar.aanvulling_gevraagd": (bezwaarbrieven.schrijf_over_bezwaar,),
    "bezwaar.verdaagd": (bezwaarbrieven.schrijf_over_bezwaar,),
    "bezwaar.ingetrokken": (bezwaarbrieven.schrijf_over_bezwaar,),
    "bezwaar.beslist": (bezwaarbrieven.schrijf_antwoord,),
    "besluit.ingetrokken": (bezwaarbrieven.schrijf_intrekking,),
    "aanvraag.aanvulling_gevraagd": (bezwaarbrieven.schrijf_over_aanvraag,),
    "aanvraag.ingetrokken": (bezwaarbrieven.schrijf_over_aanvraag,),
    "besluit.bekendgemaakt": (brieven.stel_beschikking_op, besluiten.koppel_nieuw_besluit),
    "toewijzing.opgedragen": (berichten.meld_toewijzing,),
    "toewijzing.gewijzigd": (berichten.meld_toewijzing,),
    "toewijzing.ingetrokken": (berichten.meld_toewijzing,),
    "verzoek.in_onderzoek": (berichten.meld_antwoord,),
    "verzoek.afgewezen": (berichten.meld_antwoord,),
    "verzoek.gehonoreerd": (berichten.meld_toekenning,),
}
"""Before the event is written: add to what goes out with it."""

NA: dict[str, tuple[Reactie, ...]] = {
    "brief.ingetrokken": (brieven.haal_bekendmaking_terug,),
    "gesprek.verzet": (brieven.houd_uitnodiging_tegen,),
    "gesprek.vervallen": (brieven.houd_uitnodiging_tegen,),
    "besluit.bekendgemaakt": (ondersteuning.na_besluit,),
    "afspraak.gemaakt": (ondersteuning.na_afspraak,),
    "opdracht.aangenomen": (berichten.na_antwoord,),
    "opdracht.geweigerd": (berichten.na_antwoord,),
    "arrangementregel.bijgesteld": (ondersteuning.na_bijstelling,),
    "declaratie.beoordeeld": (betalingen.na_beoordeling,),
    "toewijzing.opgedragen": (ondersteuning.na_opdracht,),
    "levering.gestart": (bijdrage.na_levering,),
    "levering.gestopt": (bijdrage.na_levering,),
    "levering.start_teruggenomen": (bijdrage.na_levering,),
    "levering.stop_teruggenomen": (bijdrage.na_levering,),
    "toewijzing.ingetrokken": (bijdrage.na_levering,),
    "inwoner.gewijzigd": (bijdrage.na_overlijden,),
    "vraag.afgesloten": (plannen.na_afsluiten,),
    "vraag.woorden_verbeterd": (herkansing.na_verbetering,),
    "melding.teruggekeerd": (plannen.na_terugkeer,),
    "eigentraject.begonnen": (proeftuinen.na_eigen_traject,),
    "route.gekozen": (proeftuinen.na_routekeuze,),
    "werkwijze.ingegaan": (catalogus.na_ingang, toegang_werkwijze.na_ingang),
}
"""After the event is written, in the same transaction: another action that follows from it."""


VERDER: dict[str, str] = {
    # what follows on each event, in words; "-" when nothing has to
    "contact.vastgelegd": "-",
    "melding.ontvangen": "bevestiging per brief; de klok van zes weken; triage en toewijzen",
    "melding.teruggekeerd": "bevestiging per brief; een nieuwe klok; alles wat bekend was blijft bekend",
    "vraag.woorden_verbeterd": "een brief die op deze woorden vastzat gaat vanzelf opnieuw",
    "spoed.beoordeeld": "bij spoed een eigen klok in uren; staat bovenaan de werkvoorraad",
    "spoed.niet_opgepakt": "bovenaan de wachtlijst van de teamleider, tot iemand de vraag oppakt",
    "spoed.opgepakt": "de spoedklok stopt",
    "vraag.toegewezen": "komt op de lijst van team of collega",
    "gesprek.gepland": "uitnodiging per brief; het onderzoek begint",
    "gesprek.bijgewerkt": "-",
    "gesprek.gevoerd": "onderzoek uitwerken",
    "gesprek.verzet": "nieuwe uitnodiging per brief; de oude wordt tegengehouden als hij nog niet weg is",
    "gesprek.vervallen": "de uitnodiging wordt tegengehouden als hij nog niet weg is; een nieuw gesprek plannen",
    "onderzoek.gestart": "-",
    "onderzoek.bijgewerkt": "-",
    "onderzoek.afgerond": "verslag per brief; de klok van zes weken stopt; het plan kan beginnen",
    "zrm.gemeten": "-",
    "eigenplan.geschreven": "-",
    "eigenplan.ontvangen": "het onderzoek weegt het plan en zegt wat ermee gebeurde",
    "aanbieder.gekozen": "de opdracht gaat later naar deze aanbieder",
    "eigenplan.gewogen": "-",
    "regierol.belegd": "zonder regisseur telt de reden mee in de sturing",
    "mantelzorg.gewaardeerd": "volgend jaar staat de mantelzorger weer op de lijst",
    "deskundigheid.toegevoegd": "een collega vindt haar bij “Wie weet wat”",
    "deskundigheid.weggehaald": "-",
    "scholing.vastgelegd": "wie haar moet herhalen, staat op tijd op de lijst van de teamleider",
    "kasregel.geboekt": "-",
    "regeltaak.gegeven": "staat bij de regel van het plan tot iemand haar afvinkt",
    "regeltaak.gedaan": "-",
    "regeltaak.weggehaald": "-",
    "planmoment.gepland": "op de lijst met afspraken tot iemand het afrondt",
    "planmoment.gedaan": "staat er vanzelf weer als het terugkomt",
    "planmoment.vervallen": "-",
    "arrangementregel.bijgesteld": "de opdracht volgt vanaf morgen, met bericht 301 als het via berichten loopt",
    "vervolgweg.begonnen": "momenten op de lijst met afspraken",
    "vervolgweg.afgerond": "-",
    "overlast.gemeld": "alleen bij echte overlast of gevaar komt de vraag terug",
    "eigentraject.begonnen": "doet vanzelf mee aan een proeftuin die erom vraagt",
    "eigentraject.bijgewerkt": "-",
    "eigentraject.geeindigd": "-",
    "proeftuin.gemaakt": "invullen en vastleggen",
    "proeftuin.gewijzigd": "-",
    "proeftuin.geregistreerd": "vragen kunnen instappen; een wijziging is voortaan te zien",
    "proeftuin.bijgesteld": "de wijziging blijft bij de proeftuin staan",
    "proeftuin.bekeken": "een wijziging hierna krijgt een opmerking",
    "proeftuin.geleerd": "-",
    "proeftuin.cijfers_opgenomen": "-",
    "proeftuin.afgerond": "er stapt niemand meer in",
    "proeftuin.ingestapt": "telt mee in de uitkomst",
    "proeftuin.uitgestapt": "blijft meetellen in de groep waar het begon",
    "steekproef.getrokken": "plannen nalezen",
    "plan.nagelezen": "-",
    "werkaantekening.bewaard": "na drie maanden vanzelf weg",
    "werkaantekening.verwijderd": "-",
    "plan.begonnen": "-",
    "plan.bijgewerkt": "-",
    "doel.toegevoegd": "-",
    "doel.gewijzigd": "-",
    "doel.verwijderd": "-",
    "arrangementregel.toegevoegd": "-",
    "arrangementregel.gewijzigd": "-",
    "arrangementregel.verwijderd": "-",
    "plan.vastgesteld": "de ladder vullen; tekenen kan",
    "plan.ondertekend": "-",
    "arrangement.vastgesteld": "een besluit of een afspraak, naar de werkwijze per product",
    "plan.herzien": "aanpassen en opnieuw vaststellen; wat loopt blijft lopen",
    "plan.geevalueerd": "bij minder of meer hulp het plan herzien, bij stoppen nazorg",
    "termijn.opgeschort": "de klok staat stil tot er wordt hervat",
    "termijn.hervat": "de klok loopt",
    "ingebrekestelling.ontvangen": "nog twee weken om te besluiten; daarna loopt per dag een bedrag op",
    "dwangsom.vastgesteld": "-",
    "termijn.verlengd": "een nieuwe laatste dag",
    "noodtoegang.geopend": "vier uur lezen; op de lijst van teamleider en functioneel beheer tot een ander oordeelt; de inwoner leest het",
    "noodtoegang.beoordeeld": "niet terecht: het dossier gaat dicht en het is een datalek",
    "noodtoegang.beeindigd": "het oordeel komt nog",
    "gemeente.ingericht": "nieuwe mensen krijgen een link om een wachtwoord te kiezen",
    "medewerker.toegang_beeindigd": "geen toegang vanaf de volgende klik; de teamleider geeft de vragen aan een ander",
    "medewerker.toegang_teruggegeven": "toegang met de rollen en teams die er stonden",
    "medewerker.gewijzigd": "geldt vanaf de volgende klik",
    "vraag.afgesloten": "alle klokken vervallen; terugkomen kan altijd",
    "inwoner.gewijzigd": "-",
    "relatie.toegevoegd": "-",
    "relatie.beeindigd": "-",
    "relatie.gekoppeld": "-",
    "relatie.gedeeld": "-",
    "clientondersteuning.aangeboden": "het onderzoek kan worden afgerond",
    "netwerk.gevraagd": "-",
    "welbevinden.gemeten": "-",
    "inwoneraccount.gekoppeld": "de inwoner ziet de eigen vraag",
    "machtiging.gegeven": "de ander kijkt mee tot en met de laatste dag",
    "machtiging.ingetrokken": "de ander ziet niets meer",
    "lijst.bewaard": "-",
    "lijst.verwijderd": "-",
    "werkwijze.concept_gemaakt": "wijzigen, vergelijken, de gevolgen bekijken",
    "werkwijze.concept_gewijzigd": "-",
    "werkwijze.concept_weggelegd": "terughalen kan altijd",
    "werkwijze.concept_teruggehaald": "-",
    "werkwijze.voorgelegd": "een ander publiceert, of geeft terug",
    "werkwijze.teruggegeven": "aanpassen en opnieuw voorleggen",
    "werkwijze.gepubliceerd": "gaat in op de gekozen dag",
    "werkwijze.ingegaan": "nieuwe vragen volgen deze versie; teams en producten worden bijgewerkt; lopende vragen gaan mee als dat gekozen is",
    "vraag.andere_werkwijze": "-",
    "huisstijl.gewijzigd": "-",
    "registerregel.vastgelegd": "staat als teken in de grafieken over de tijd; het vervolg komt erbij",
    "registerregel.bijgewerkt": "-",
    "besparing.vastgesteld": "bijwerken wat is gehaald; telt mee in de sturing",
    "besparing.bijgewerkt": "telt mee in de sturing",
    "peiling.ingelezen": "telt mee in de sturing, naast het onderzoek van eerdere jaren",
    "peiling.beantwoord": "-",
    "verslag.begonnen": "het verhaal schrijven en vaststellen",
    "verslag.bewaard": "verder schrijven of vaststellen",
    "verslag.vastgesteld": "de pdf naar de raad; verandert niet meer",
    "uitvoer.gemaakt": "-",
    "signaal.ontvangen": "op de lijst tot iemand het oppakt",
    "signaal.opgevolgd": "-",
    "signaal.omgezet": "hoort bij een hulpvraag",
    "partij.toegevoegd": "kan een overdracht krijgen",
    "partij.gewijzigd": "-",
    "overdracht.aangeboden": "op de lijst tot de partij antwoordt; navragen op de afgesproken dag",
    "overdracht.nagevraagd": "een nieuwe dag om na te vragen",
    "overdracht.bevestigd": "van de lijst; terugkomen kan altijd",
    "overdracht.geweigerd": "bovenaan de lijst: aan een ander geven of zelf doen",
    "overdracht.teruggekomen": "bovenaan de lijst: aan een ander geven of zelf doen",
    "overdracht.zelf_gehouden": "van de lijst; de vraag loopt bij ons door",
    "partnermelding.opgenomen": "een gewone melding; de partner ziet hoe het staat",
    "wetdeel.toegevoegd": "uitzoeken, aanvragen of overdragen",
    "wetdeel.bijgewerkt": "bij een geschil kan overbruggen",
    "overbrugging.begonnen": "op de lijst tot duidelijk is wie betaalt",
    "overbrugging.bijgewerkt": "-",
    "arrangeur.aangewezen": "de vraag staat op de lijst van de arrangeur",
    "kennismaking.voorgesteld": "na drie weken vragen hoe het gaat",
    "kennismaking.gevolgd": "-",
    "registerbestand.gelezen": "een taak per lopende vraag die het raakt; fouten per regel op een lijst",
    "levensgebeurtenis.ontvangen": "op de lijst tot iemand heeft gekeken",
    "levensgebeurtenis.bekeken": "-",
    "nazorg.gepland": "belafspraak op de lijst",
    "nazorg.gebeld": "afsluiten of terugnemen",
    "nazorg.niet_bereikt": "over een week een nieuwe belafspraak",
    "ervaring.gegeven": "te lezen bij de post in het dossier; wie gebeld wil worden staat erbij",
    "inwonerbericht.gestuurd": "van de inwoner: op de lijst tot iemand antwoordt; van ons: de inwoner ziet dat er een bericht is",
    "inwonerbericht.beantwoord": "de inwoner ziet dat er een antwoord is",
    "inwonerbericht.afgehandeld": "-",
    "voorspelling.vastgelegd": "later staat ernaast wat er echt kwam",
    "vraagconcept.bewaard": "de inwoner gaat verder wanneer dat past; na het versturen is het een melding",
    "vraagconcept.weggegooid": "-",
    "aanvraag.ontvangen": "de klok van twee weken; een besluit schrijven",
    "besluit.opgesteld": "aanpassen, voorleggen of nemen",
    "besluit.gewijzigd": "een nieuwe tweede lezer als dat nodig is",
    "besluit.voorgelegd": "een ander neemt het besluit, of past het aan",
    "besluit.genomen": "bekendmaken, op dezelfde dag als het kan",
    "besluit.bekendgemaakt": "de brief; de besluitklok stopt; zes weken bezwaar; de opdracht kan weg",
    "besluit.teruggehaald": "opnieuw bekendmaken; de beslistermijn loopt weer",
    "besluit.ingetrokken": "na een bekend besluit staat de aanvraag weer open",
    "besluit.verzocht": "wordt een aanvraag met een eigen klok; telt mee in de sturing",
    "route.gekozen": "verkort: een aanbieder kan met toestemming het onderzoek doen; een deel komt in de steekproef",
    "onderzoek.uitbesteed": "brief aan de inwoner; de aanbieder ziet alleen deze vraag, tot de dag van het verslag",
    "onderzoek.verslag_gedaan": "de behandelaar leest het en neemt het over",
    "onderzoek.teruggevraagd": "de aanbieder vult aan",
    "onderzoek.overgenomen": "het onderzoek afmaken; het besluit blijft bij wie mandaat heeft",
    "onderzoek.teruggenomen": "zelf onderzoek doen",
    "steekproef.bekeken": "telt mee in het overzicht van de verkorte route",
    "brieftekst.bewaard": "bekijken, nalezen en publiceren",
    "brieftekst.gepubliceerd": "geldt voor brieven die vanaf nu worden geschreven",
    "brieftekst.teruggezet": "de standaardtekst geldt weer",
    "uren.berekend": "staan achter het besluit; tellen mee in het gemiddelde van de normenkaders",
    "norm.geraadpleegd": "-",
    "aanvraag.aanvulling_gevraagd": "brief met wat er mist; de beslistermijn staat stil",
    "aanvraag.aangevuld": "de beslistermijn loopt weer",
    "aanvraag.ingetrokken": "bevestiging per brief; er komt geen besluit",
    "bezwaar.ontvangen": "bevestiging per brief; verdelen aan wie er niet bij was; zes weken na de bezwaartermijn een antwoord",
    "bezwaar.toegewezen": "op de lijst van wie het behandelt",
    "bezwaar.aanvulling_gevraagd": "brief met wat er mist; de termijn staat stil",
    "bezwaar.aangevuld": "de termijn loopt weer",
    "bezwaar.gehoord": "een antwoord schrijven",
    "bezwaar.niet_gehoord": "een antwoord schrijven",
    "bezwaar.verdaagd": "brief met de nieuwe laatste dag",
    "bezwaar.beslist": "brief met de weg naar de rechter; bij gegrond een nieuw besluit op dezelfde aanvraag",
    "bezwaar.ingetrokken": "bevestiging per brief; het besluit blijft staan",
    "afspraak.gemaakt": "bevestiging per brief; de hulp kan beginnen",
    "brief.opgesteld": "de pdf wordt gemaakt",
    "brief.gereed": "verzenden, of nog tegenhouden",
    "brief.verzonden": "-",
    "brief.ingetrokken": "opnieuw opstellen kan",
    "verzoek.ontvangen": "op de lijst met verzoeken; binnen vijf werkdagen een antwoord",
    "verzoek.in_onderzoek": "bericht 319; binnen acht weken na het verzoek alsnog ja of nee",
    "verzoek.gehonoreerd": "bericht 301 met de referentie van de aanbieder",
    "verzoek.afgewezen": "bericht 319 met de reden",
    "toewijzing.opgedragen": "bericht 301 aan de aanbieder, of het team begint; wachten op de start",
    "toewijzing.gewijzigd": "bericht 301 met alles wat nu geldt",
    "toewijzing.ingetrokken": "bericht 301; alsof hij er nooit was",
    "collega.toegelaten": "-",
    "collega.gestopt": "werkt bij het volgende verzoek",
    "opdracht.aangenomen": "de aanbieder meldt de start; een bericht 301 dat op antwoord wachtte is bevestigd",
    "opdracht.geweigerd": "bovenaan de lijst Opdrachten: draag de hulp op aan een ander, of bel",
    "hulp.begonnen": "de vraag is in levering als er verder niets is op te dragen",
    "levering.gestart": "de vraag is in levering; evalueren op de afgesproken dag",
    "levering.gestopt": "evalueren of afronden; na een tijdelijke stop weer een start",
    "levering.start_teruggenomen": "wachten op de echte start",
    "levering.stop_teruggenomen": "-",
    "aanbieder.aanname_gewijzigd": "wie een aanbieder kiest, ziet dit meteen; lopende hulp gaat door",
    "locatie.geopend": "staat op de kaart",
    "locatie.gesloten": "-",
    "inkoopprocedure.geopend": "aanbieders kunnen zich inschrijven binnen het venster",
    "inschrijving.ontvangen": "elke eis toetsen op een bewijs",
    "bewijs.gezien": "twee maanden voor het verloopt staat het bij Inkoop",
    "eis.getoetst": "als aan elke eis is voldaan kan toelaten",
    "prijs.geboden": "-",
    "panel.gestemd": "-",
    "inschrijving.toegelaten": "een contract; daarna de tarieven",
    "inschrijving.afgewezen": "de aanbieder leest de reden",
    "inschrijving.ingetrokken": "-",
    "overleg.gepland": "verslag en acties na het gesprek",
    "overleg.verslagen": "-",
    "overlegactie.afgesproken": "een week van tevoren bij Inkoop, tot het gedaan is",
    "overlegactie.gedaan": "-",
    "kennisgeving.gedaan": "bij Inkoop tot er antwoord is",
    "kennisgeving.afgedaan": "-",
    "onderaannemer.gemeld": "-",
    "contract.eindigt": "wie daarna nog hulp krijgt, staat op de lijst om over te dragen",
    "uitkomst.afgesproken": "meten en bespreken",
    "uitkomst.gemeten": "-",
    "prijs.opgebouwd": "staat naast de tarieven van het product",
    "beleidsstuk.vastgelegd": "staat bij de contracten waarover het gaat",
    "raadpleging.vastgelegd": "-",
    "declaratie.ontvangen": "regel voor regel beoordelen",
    "declaratie.beoordeeld": "antwoord 325; in de volgende betaalbatch, betaald binnen dertig dagen; een credit wordt een terugvordering",
    "declaratie.betaald": "-",
    "declaratie.verrekend": "-",
    "termijn.betaald": "-",
    "betaling.teruggekomen": "staat weer open voor de volgende betaalbatch",
    "betaalbatch.opgesteld": "een tweede persoon geeft vrij; boven de grens nooit wie hem opstelde",
    "betaalbatch.vrijgegeven": "het bestand naar de bank brengen",
    "betaalbatch.verzonden": "het antwoord van de bank inlezen",
    "betaalbatch.ingetrokken": "alles staat weer open voor een volgende batch",
    "betaalopdracht.uitgenomen": "staat weer open voor een volgende batch",
    "betaalopdracht.betaald": "declaraties en termijnen zijn betaald",
    "betaalopdracht.teruggekomen": "staat weer open; bij een fout nummer eerst een bevestigde rekening",
    "bankantwoord.ontvangen": "regel voor regel verwerken",
    "bankantwoord.verwerkt": "-",
    "rekening.voorgesteld": "een tweede persoon bevestigt; tot dan betalen we deze partij niet",
    "rekening.bevestigd": "-",
    "rekening.afgewezen": "de oude rekening blijft in gebruik",
    "rekening.geblokkeerd": "een nieuw nummer opvragen en voorstellen",
    "bijdrageperiode.bijgewerkt": "binnen een maand in het bestand voor het CAK",
    "bijdragebestand.gemaakt": "aanleveren bij het CAK",
    "hulpmiddel.opgenomen": "iedereen kan het lenen",
    "hulpmiddel.gewijzigd": "-",
    "reservering.gemaakt": "ophalen bij de plek waar het staat",
    "reservering.gewijzigd": "te laat terug staat rood op de lijst",
    "woningaanpassing.begonnen": "opname in de woning, binnen veertien dagen",
    "woningaanpassing.verder": "elke stap heeft een laatste dag op de lijst",
    "terugvordering.vastgelegd": "verrekend met de volgende betaling, of ontvangen op onze rekening",
    "terugvordering.ontvangen": "-",
    "terugvordering.kwijtgescholden": "-",
    "bericht.klaargezet": "verzenden in de volgende ronde",
    "bericht.verzonden": "antwoord binnen drie werkdagen",
    "bericht.ontvangen": "verwerken in de volgende ronde",
    "bericht.dubbel": "hetzelfde antwoord nog eens",
    "bericht.verwerkt": "-",
    "bericht.afgekeurd": "de afzender herstelt het en stuurt opnieuw",
    "bericht.bevestigd": "-",
    "bericht.geweigerd": "herstellen en opnieuw versturen",
    "bericht.voorgelegd": "een medewerker beslist",
    "bericht.afgehandeld": "-",
    "uitgaand.opnieuw": "de werker probeert de brief of het bericht in de volgende ronde",
}
"""Every event has a line here, so that nobody wonders what happens next; tests/huis/ compares it with the register."""


@dataclass(frozen=True, slots=True)
class Daad:
    """A next sensible act: what the button says, which page it opens, who may, and what it causes."""

    pagina: str
    tekst: str | Promise
    gevolg: str | Promise
    rollen: frozenset[Rol]


_C = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})
_F = frozenset({Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER})
_B = frozenset({Rol.BACKOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER})

DADEN: dict[Stap, tuple[Daad, ...]] = {
    Stap.CONTACT: (
        Daad(
            "maak_melding", _("Maak er een melding van"), _("De termijn van zes weken begint te lopen."), _F
        ),
        Daad("contact", _("Leg contact vast"), _("Komt op de tijdlijn."), _F),
        Daad("afsluiten", _("Sluit af"), _("Met een eerlijke uitkomst."), _F),
    ),
    Stap.MELDING: (
        Daad("triage", _("Beoordeel de spoed"), _("Bepaalt hoe snel iemand moet bellen."), _F),
        Daad("toewijzen", _("Geef aan team of collega"), _("De vraag komt op hun lijst."), _F),
        Daad("route", _("Korte of gewone route"), _("Een duidelijke vraag kan sneller."), _F),
        Daad("gesprek_plannen", _("Plan een gesprek"), _("Het onderzoek begint."), _C),
        Daad("contact", _("Leg contact vast"), _("Komt op de tijdlijn."), _F),
    ),
    Stap.ONDERZOEK: (
        Daad(
            "gesprek",
            _("Leg het gesprek vast"),
            _("Drie vragen, leefgebieden en de eigen kijk van de inwoner."),
            _C,
        ),
        Daad(
            "onderzoek",
            _("Werk het onderzoek uit"),
            _("Vijf stappen; daarna gaat het verslag naar de inwoner."),
            _C,
        ),
        Daad("gesprek_plannen", _("Plan nog een gesprek"), "", _C),
    ),
    Stap.PLAN: (
        Daad("plan", _("Maak het plan"), _("Doelen, perspectief en wie wat doet."), _C),
        Daad("arrangement", _("Kies de oplossingen"), _("Van eigen kracht tot maatwerk."), _C),
    ),
    Stap.ARRANGEMENT: (
        Daad("arrangement", _("Leg het arrangement vast"), _("Daarna een besluit of een afspraak."), _C),
        Daad("plan", _("Bekijk, teken of herzie het plan"), "", _C),
    ),
    Stap.BESLUIT: (
        Daad("besluit", _("Bereid het besluit voor"), _("Met redenen, mandaat en brief."), _B),
        Daad(
            "aanvraag",
            _("Er mist iets, of de aanvraag gaat terug"),
            _("Vragen, buiten behandeling, of intrekken."),
            _B,
        ),
    ),
    Stap.AFSPRAAK: (
        Daad("afspraak", _("Maak de afspraak"), _("Zonder besluit; een besluit kan altijd nog."), _C),
        Daad(
            "besluit_op_verzoek",
            _("Inwoner wil toch een besluit"),
            _("De beslistermijn van twee weken begint."),
            _C,
        ),
    ),
    Stap.OPDRACHT: (
        Daad("opdrachten_dossier", _("Bekijk de opdrachten"), _("Opgedragen, gestart of gestopt."), _B),
        Daad(
            "besluit_op_verzoek",
            _("Inwoner wil een besluit"),
            _("De beslistermijn van twee weken begint."),
            _C,
        ),
    ),
    Stap.LEVERING: (
        Daad("evaluatie", _("Evalueer"), _("Zijn de doelen gehaald? Minder of meer?"), _C),
        Daad("opdrachten_dossier", _("Wijzig of stop hulp"), _("De aanbieder krijgt bericht."), _B),
        Daad(
            "besluit_op_verzoek",
            _("Inwoner wil een besluit"),
            _("De beslistermijn van twee weken begint."),
            _C,
        ),
        Daad("nazorg_dossier", _("Rond af met nazorg"), _("Er komt een belafspraak."), _C),
    ),
    Stap.NAZORG: (
        Daad("nazorg_dossier", _("Bel na"), _("Vraag hoe het gaat en sluit af."), _C),
        Daad("terugnemen", _("Neem de vraag terug"), _("Hetzelfde dossier, een nieuwe melding."), _F),
    ),
    Stap.AFGESLOTEN: (
        Daad("terugnemen", _("Neem de vraag terug"), _("Hetzelfde dossier, een nieuwe melding."), _F),
    ),
}


ALTIJD: tuple[Daad, ...] = (
    Daad("contact", _("Leg contact vast"), "", _F),
    Daad("post_dossier", _("Schrijf de inwoner"), "", _F),
    Daad("toewijzen", _("Geef aan team of collega"), "", _F),
    Daad("overdragen", _("Draag warm over"), "", _F),
    Daad("vraag_en_aanbod", _("Vraag en aanbod"), "", _F),
    Daad("woningaanpassing", _("Pas de woning aan"), "", _B),
    Daad("wetten", _("Wie gaat waarover?"), "", _C),
    Daad("afsluiten", _("Sluit af"), "", _F),
)
"""What is possible on every open question, beside what its step asks for."""


def verbind() -> None:
    """Connect the columns to the actions; called once at start-up."""
    for soort, reacties in BIJ.items():
        for reactie in reacties:
            handeling.bij(soort, reactie)
    for soort, reacties in NA.items():
        for reactie in reacties:
            handeling.na(soort, reactie)
