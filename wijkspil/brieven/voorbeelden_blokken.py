"""The same invented person in the letters of blocks: objection, completion, withdrawal, delegated investigation."""

from typing import Any

_WAT = "Wij missen het verslag van uw huisarts. Heeft u dat niet? Vertel ons dan wie uw huisarts is."
_BEZWAAR = {
    "duur": "zes weken",
    "uiterlijk": "2027-01-05",
    "orgaan": "het college van burgemeester en wethouders van Spildam",
    "adres": "Postbus 40, 1900 AA Spildam",
}
_OP_BEZWAAR = {"besluit": "B2026-00412", "datum_besluit": "2026-11-02", "ontvangen_op": "2026-11-20"}
_GRONDEN = "Eén keer in de twee weken is te weinig.\n\nMijn dochter kan er niet nog meer bij doen."

BLOKVOORBEELDEN: dict[str, dict[str, Any]] = {
    "bezwaar_ontvangen": _OP_BEZWAAR | {"gronden": _GRONDEN, "uiterlijk": "2027-01-25", "te_laat": None},
    "bezwaar_aanvulling": {
        "besluit": "B2026-00412",
        "wat": "Uw handtekening ontbreekt.",
        "tot": "2026-12-08",
    },
    "bezwaar_verdaagd": {
        "besluit": "B2026-00412",
        "reden": "Wij wachten nog op het advies van een ergotherapeut.",
        "uiterlijk": "2027-03-08",
    },
    "bezwaar_ingetrokken": {"besluit": "B2026-00412", "reden": "Na het gesprek begrijp ik het besluit."},
    "besluit_op_bezwaar": _OP_BEZWAAR
    | {
        "antwoord": "U heeft voor een deel gelijk. Daarover krijgt u een nieuw besluit.",
        "gronden": _GRONDEN,
        "gehoord": "Op donderdag 3 december 2026 hebben wij met u over uw bezwaar gesproken.",
        "overwegingen": "U vertelde dat u sinds november ook de was niet meer kunt doen.\n\nDat wisten wij niet toen wij besloten.",
        "gevolg": "Wij nemen een nieuw besluit op uw aanvraag. Hulp die u nu heeft, gaat zolang door.",
        "rechtbank": "de rechtbank in uw regio, sector bestuursrecht",
        "beroep": {"duur": "zes weken", "uiterlijk": "2027-01-05"},
    },
    "aanvulling_gevraagd": {"datum_aanvraag": "2026-11-20", "wat": _WAT, "tot": "2026-12-08"},
    "buiten_behandeling": {
        "datum_aanvraag": "2026-10-20",
        "gevraagd_op": "2026-10-27",
        "tot": "2026-11-10",
        "wat": _WAT,
        "redenen": "Zonder dit verslag weten wij niet welke hulp past. Wij belden u op 5 november, maar kregen u niet te pakken.",
        "bezwaar": _BEZWAAR,
    },
    "aanvraag_ingetrokken": {"datum_aanvraag": "2026-11-20", "reden": "Mijn zus komt bij mij wonen."},
    "intrekking": _OP_BEZWAAR
    | {
        "reden": "In het besluit stond een verkeerde aanbieder. U krijgt een nieuw besluit.",
        "bezwaar": _BEZWAAR,
    },
    "onderzoek_uitbesteed": {
        "aanbieder": "Thuiszorg De Brug",
        "uiterlijk": "2026-12-08",
        "hulpvraag": "Het schoonmaken lukt niet meer sinds mijn val.",
    },
}
BLOKVOORBEELDEN["intrekking"].pop("ontvangen_op")
