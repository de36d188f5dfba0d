"""Fills one practice municipality with residents and open questions, in bulk and the same for the same seed.

Rows go in by SQL from `generate_series`, as the role of the application and within the border, so every policy and key holds.
"""

from __future__ import annotations

import random
from datetime import timedelta

from django.db import connection

from wijkspil.core.grens import binnen
from wijkspil.core.klok import nu, vandaag
from wijkspil.gemeenten.models import Gemeente, Medewerker, Team, Wijk
from wijkspil.inwoners.zoeknamen import klanknaam, zoeknaam
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad

_BEGIN = "Jan Peet Hend Wil Smul Dijk Berg Bos Meu Kuip Bak Viss Muld Schou Ver Zwart Groen Lin Roos Eik Maas Hof Veld Brug"
_EIND = "sen ers riks lems ders stra man huis ink mans kamp horst beek ma ing aar hof laar donk wijk"
_VOORNAMEN = "Riet Toos Jan Piet Anna Cor Ali Fatima Els Wim Sjaan Mohammed Ria Kees Truus Bram Gerda Henk"
STAPPEN = [
    "contact",
    *["melding"] * 4,
    *["onderzoek"] * 5,
    "plan",
    "arrangement",
    "besluit",
    "opdracht",
    *["levering"] * 5,
    "nazorg",
]

_INWONERS = """
INSERT INTO inwoners_inwoner (gemeente_id, id, rev, gemaakt_op, voornamen, roepnaam, voorvoegsel, achternaam, zoeknaam, klanknaam,
    geboortedatum, geslacht, straat, huisnummer, postcode, woonplaats, geheim_adres, telefoon, email, taal, tolk_nodig, let_op,
    talenten, wensen)
SELECT %(gemeente)s, gen_random_uuid(), 1, %(nu)s, '', (%(voornamen)s::text[])[1 + n %% %(aantal_voornamen)s], '', namen.naam,
    namen.zoek, namen.klank, date '1930-01-01' + (random() * 30000)::int, '0', 'Kerkstraat', (1 + n %% 400)::text,
    (%(postcodes)s::text[])[1 + n %% %(aantal_postcodes)s] || chr(65 + (n / 7) %% 26) || chr(65 + (n / 200) %% 26),
    'Oefenstad', random() < 0.01, '', '', '', false, '', '', ''
FROM generate_series(1, %(aantal)s) AS n
CROSS JOIN LATERAL (SELECT 1 + (power(random(), 2) * %(aantal_namen)s)::int %% %(aantal_namen)s + n * 0 AS k) AS keus
CROSS JOIN LATERAL (
    SELECT (%(namen)s::text[])[k] AS naam, (%(zoeknamen)s::text[])[k] AS zoek, (%(klanknamen)s::text[])[k] AS klank
) AS namen
"""
_VRAGEN = """
INSERT INTO toegang_hulpvraag (gemeente_id, id, rev, gemaakt_op, nummer, inwoner_id, stap, ronde, werkwijze, deur, kanaal, vraag,
    al_geprobeerd, thema, urgentie, spoed_uiterlijk, gemeld_op, uiterlijk, opgeschort, wijk_id, team_id, behandelaar_id,
    opgenomen_door, uitkomst)
SELECT %(gemeente)s, gen_random_uuid(), 1, %(nu)s, '2025-' || lpad(n::text, 5, '0'), inwoner.id,
    (%(stappen)s::text[])[1 + (random() * 1000)::int %% %(aantal_stappen)s], 1, %(werkwijze)s, 'gebiedsteam', 'telefoon',
    'Het huis schoonhouden lukt niet meer sinds de val van vorige maand, en de kinderen wonen ver weg. Kan iemand langskomen?',
    '', '', CASE WHEN random() < 0.02 THEN 'spoed' ELSE '' END,
    CASE WHEN random() < 0.002 THEN %(nu)s + (random() * 48 - 12) * interval '1 hour' END,
    %(vandaag)s::date - 42 + (random() * 45)::int,
    CASE WHEN random() < 0.8 THEN %(vandaag)s::date - 3 + (random() * 300)::int END, random() < 0.03, plek.wijk, plek.team,
    CASE WHEN random() < 0.6 THEN (%(mensen)s::uuid[])[1 + (random() * 1000)::int %% %(aantal_mensen)s] END, NULL, ''
FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM inwoners_inwoner) AS inwoner
CROSS JOIN LATERAL (SELECT 1 + (n * 7919) %% %(aantal_plekken)s AS p) AS keus
CROSS JOIN LATERAL (SELECT (%(wijken)s::uuid[])[p] AS wijk, (%(teams)s::uuid[])[p] AS team) AS plek
"""
_KLOKKEN = """
INSERT INTO toegang_klok (gemeente_id, id, rev, gemaakt_op, hulpvraag_id, soort, ronde, waarde, uiterlijk, status)
SELECT gemeente_id, gen_random_uuid(), 1, gemaakt_op, id, 'onderzoek', 1, %(waarde)s::jsonb, uiterlijk, 'loopt'
FROM toegang_hulpvraag WHERE uiterlijk IS NOT NULL
"""


def vul(gemeente: Gemeente, aantal: int, zaad: int) -> int:
    """Bring a municipality to at least `aantal` open questions; returns how many there are now."""
    with binnen(gemeente.pk):
        al = Hulpvraag.objects.count()
        if al >= aantal:
            return al
        _vul(gemeente, aantal, zaad)
        return Hulpvraag.objects.count()


def _vul(gemeente: Gemeente, aantal: int, zaad: int) -> None:
    toeval = random.Random(zaad)
    namen = [f"{begin}{eind}" for begin in _BEGIN.split() for eind in _EIND.split()]
    toeval.shuffle(namen)
    wijken = list(Wijk.objects.order_by("code"))
    teams = {wijk: team.pk for team in Team.objects.filter(soort=Team.Soort.WIJKTEAM) for wijk in team.wijken}
    consulenten = list(Medewerker.objects.filter(rollen__contains=["consulent"]).order_by("naam"))
    postcodes = [postcode for wijk in wijken for postcode in wijk.postcodes]
    waarden = {
        "gemeente": gemeente.pk,
        "nu": nu() - timedelta(days=1),
        "vandaag": vandaag(),
        "aantal": aantal,
        "voornamen": _VOORNAMEN.split(),
        "namen": namen,
        "zoeknamen": [zoeknaam(naam) for naam in namen],
        "klanknamen": [klanknaam(naam) for naam in namen],
        "postcodes": postcodes,
        "stappen": STAPPEN,
        "werkwijze": laad(gemeente.werkwijze, vandaag()).sleutel,
        "mensen": [mens.pk for mens in consulenten],
        "wijken": [wijk.pk for wijk in wijken],
        "teams": [teams.get(wijk.pk) for wijk in wijken],
    }
    waarden |= {
        "aantal_voornamen": len(_VOORNAMEN.split()),
        "aantal_namen": len(namen),
        "aantal_postcodes": len(postcodes),
        "aantal_stappen": len(STAPPEN),
        "aantal_mensen": len(consulenten),
        "aantal_plekken": len(wijken),
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(%s)", [(zaad % 1000) / 1000])
        cursor.execute(_INWONERS, waarden)
        cursor.execute(_VRAGEN, waarden)
        cursor.execute(_KLOKKEN, {"waarde": "{}"})  # no page of the bench opens a clock
