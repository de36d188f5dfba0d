"""The command `wijkspil`: one friendly door to everything that a person starts by hand."""

import argparse
import os
import sys

import psycopg
from psycopg.conninfo import conninfo_to_dict

from wijkspil.opstart import demo, iwmo, opdrachten, rollen, vertaal, voorkant
from wijkspil.opstart.fouten import OpstartFout
from wijkspil.opstart.omgeving import bewaar_gecompileerd, parse_url, var_map

_DOORGEEFLUIKEN = {
    "migreer": "werk de database bij, als eigenaar",
    "inrichten": "richt een gemeente in vanuit één bestand (zie docs/gemeente-inrichten.md)",
    "speel": "laat de oefenstad spelen (zie `wijkspil speel --help`)",
    "gedrag": "laat een aanbieder van de oefenstad te laat, fout, dubbel of door elkaar sturen",
    "iwmo": "controleer, lees of maak berichten van de iWmo-standaard (zie `wijkspil iwmo --help`)",
    "test": "voer alle tests uit; argumenten gaan naar pytest",
}


def parser() -> argparse.ArgumentParser:
    hoofd = argparse.ArgumentParser(
        prog="wijkspil", description="Wijkspil: van hulpvraag tot passende ondersteuning."
    )
    sub = hoofd.add_subparsers(dest="opdracht", required=True, metavar="opdracht")

    d = sub.add_parser("demo", help="zet alles klaar, speel de oefenstad en start Wijkspil op deze machine")
    d.add_argument("--achtergrond", action="store_true", help="blijf draaien; stop later met `wijkspil stop`")
    d.add_argument("--poort", type=int, default=8000, help="begin met zoeken bij deze poort (8000)")
    sub.add_parser("stop", help="stop website, werker en databases")

    for naam, uitleg in _DOORGEEFLUIKEN.items():
        sub.add_parser(naam, help=uitleg, add_help=False)

    sub.add_parser("werk", help="start de werker, die taken op de achtergrond doet")
    w = sub.add_parser("web", help="start alleen de website")
    w.add_argument("--host", default="127.0.0.1", help="luister op dit adres (127.0.0.1)")
    w.add_argument("--poort", type=int, default=8000, help="luister op deze poort (8000)")
    w.add_argument("--workers", type=int, default=2, help="aantal processen (2)")

    sub.add_parser(
        "voorkant", help="haal opmaak en lettertype op en breng ze terug tot wat de pagina's gebruiken"
    )
    v = sub.add_parser("vertaal", help="verzamel de teksten voor vertalers")
    v.add_argument(
        "--controleer", action="store_true", help="wijzig niets; noem wat nog geen vertaling heeft"
    )

    r = sub.add_parser(
        "rollen", help="maak de rollen en de database op een eigen PostgreSQL, of toon wat daarvoor nodig is"
    )
    r.add_argument(
        "--beheer", metavar="ADRES", help="adres van een beheerder; zonder toont de opdracht alleen de SQL"
    )
    r.add_argument(
        "--ontwikkeling", action="store_true", help="de eigenaar mag databases maken (voor de tests)"
    )
    return hoofd


def main(argv: list[str] | None = None) -> None:
    """Run one command; a problem that a person can solve is told in plain Dutch, with exit code 1."""
    hoofd = parser()
    keuze, rest = hoofd.parse_known_args(argv)
    if rest and keuze.opdracht not in _DOORGEEFLUIKEN:
        hoofd.error(f"onbekend: {' '.join(rest)}")
    bewaar_gecompileerd()
    try:
        sys.exit(voer_uit(keuze, rest))
    except OpstartFout as fout:
        print(f"\n{fout}", file=sys.stderr)
        sys.exit(1)


def voer_uit(keuze: argparse.Namespace, rest: list[str]) -> int:
    """Do what was asked and return the exit code; `werk`, `web`, `test` and `speel` become that process and don't return."""
    match keuze.opdracht:
        case "demo":
            demo.demo(poort=keuze.poort, achtergrond=keuze.achtergrond)
        case "stop":
            gestopt = demo.stop()
            print(f"Gestopt: {', '.join(gestopt)}" if gestopt else "Er draaide niets.")
        case "migreer":
            opdrachten.migreer(*rest)
        case "inrichten" | "gedrag":
            opdrachten.word(opdrachten.django(keuze.opdracht, *rest), opdrachten.omgeving())
        case "speel":
            if not {"-h", "--help"} & set(rest):
                demo.migreer_als_er_iets_nieuw_is()
            opdrachten.word(opdrachten.django("speel", *rest), opdrachten.omgeving())
        case "iwmo":
            return iwmo.voer_uit(rest)
        case "werk":
            opdrachten.word(opdrachten.werker(), opdrachten.omgeving(pool=opdrachten.WERKER_POOL))
        case "web":
            opdracht = opdrachten.web(keuze.poort, host=keuze.host, workers=keuze.workers)
            opdrachten.word(opdracht, opdrachten.omgeving(pool=opdrachten.WEB_POOL))
        case "voorkant":
            voorkant.zet_klaar(var_map() / "voorkant")
        case "test":
            voorkant.zet_klaar(var_map() / "voorkant")
            vertaal.compileer()
            opdrachten.word([sys.executable, "-m", "pytest", *rest], dict(os.environ))
        case "vertaal":
            return _vertaal(controleer=keuze.controleer)
        case "rollen":
            _rollen(keuze.beheer, ontwikkeling=keuze.ontwikkeling)
    return 0


def _vertaal(*, controleer: bool) -> int:
    if not controleer:
        for taal, aantal in vertaal.werk_bij().items():
            print(f"{taal}: {aantal} teksten nog te vertalen in {vertaal.po_bestand(taal)}")
        vertaal.compileer()
        return 0
    ontbrekend = vertaal.ontbrekend()
    for taal, teksten in ontbrekend.items():
        for tekst in teksten:
            print(f"{taal}: {tekst}")
        print(f"{taal}: {len(teksten)} teksten zonder goede vertaling")
    return 1 if any(ontbrekend.values()) else 0


def _rollen(beheer: str | None, *, ontwikkeling: bool) -> None:
    """Make the roles with the passwords that stand in DATABASE_URL and DATABASE_OWNER_URL, or print the SQL for it."""
    gegeven = {
        rollen.APP: os.environ.get("DATABASE_URL"),
        rollen.EIGENAAR: os.environ.get("DATABASE_OWNER_URL"),
    }
    if not all(gegeven.values()):
        raise OpstartFout(
            "DATABASE_URL en DATABASE_OWNER_URL zijn allebei nodig: hun namen en wachtwoorden worden de rollen.\n"
            f"Bijvoorbeeld postgresql://{rollen.APP}:een-lang-wachtwoord@server:5432/wijkspil."
        )
    entries = {rol: parse_url(str(url)) for rol, url in gegeven.items()}
    for rol, entry in entries.items():
        if entry["USER"] != rol:
            raise OpstartFout(
                f"Het adres voor {rol} noemt de gebruiker {entry['USER']!r}. Gebruik de naam {rol}."
            )
    wachtwoorden = {rol: entry["PASSWORD"] for rol, entry in entries.items()}
    database = entries[rollen.EIGENAAR]["NAME"]
    if beheer is None:
        for opdracht in rollen.rol_opdrachten(wachtwoorden=wachtwoorden, mag_databases_maken=ontwikkeling):
            print(f"{opdracht.as_string(None)};")
        print(f'CREATE DATABASE "{database}" OWNER {rollen.EIGENAAR};')
        print("-- daarna, als eigenaar: wijkspil migreer")
        return
    try:
        with psycopg.connect(beheer, autocommit=True) as verbinding:
            rollen.maak_rollen(verbinding, wachtwoorden=wachtwoorden, mag_databases_maken=ontwikkeling)
            rollen.maak_database(verbinding, database)
        with psycopg.connect(
            **{**conninfo_to_dict(beheer), "dbname": database}, autocommit=True
        ) as verbinding:
            rollen.richt_database_in(verbinding)
    except psycopg.Error as fout:
        raise OpstartFout(
            f"De rollen konden niet worden gemaakt: {fout}\nIs dit het adres van een beheerder (superuser) van PostgreSQL 15 of nieuwer?"
        ) from fout
    print(f"De rollen en de database {database} staan klaar. Hierna: wijkspil migreer")


if __name__ == "__main__":
    main()
