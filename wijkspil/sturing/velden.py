"""What of an event may leave the database for steering: a list of permitted facts per kind of event, as data.

What isn't named here stays behind. That goes for names, for anything a person typed and for numbers of people; and a value
that doesn't look like its type (a sentence where a key belongs) is dropped as well, so that a mistake elsewhere can't leak.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wijkspil.regels.ladder import Trede
from wijkspil.regels.zrm import Domein

VERSIE = 4
"""Raise this when a column is added or changes its meaning: the next export then builds everything anew."""


class Soort(StrEnum):
    """The type of a permitted fact, with what it must look like."""

    SLEUTEL = "sleutel"
    CODE = "code"
    UUID = "uuid"
    SCHIJNNAAM = "schijnnaam"
    GETAL = "getal"
    VLAG = "vlag"
    DAG = "dag"
    MAAND = "maand"
    CENT = "cent"


VORM: Mapping[Soort, str] = {
    Soort.SLEUTEL: r"[a-z][a-z0-9_.@-]{0,39}",
    Soort.CODE: r"[0-9A-Z]{2,6}",
    Soort.UUID: r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    Soort.SCHIJNNAAM: r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    Soort.GETAL: r"-?[0-9]{1,8}",
    Soort.VLAG: r"true|false",
    Soort.DAG: r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    Soort.MAAND: r"[0-9]{4}-[0-9]{2}",
    Soort.CENT: r"-?[0-9]{1,13}",
}
TYPE: Mapping[Soort, str] = {
    Soort.SLEUTEL: "VARCHAR",
    Soort.CODE: "VARCHAR",
    Soort.UUID: "VARCHAR",
    Soort.SCHIJNNAAM: "BIGINT",
    Soort.GETAL: "INTEGER",
    Soort.VLAG: "BOOLEAN",
    Soort.DAG: "DATE",
    Soort.MAAND: "VARCHAR",
    Soort.CENT: "BIGINT",
}


@dataclass(frozen=True, slots=True)
class Veld:
    """One permitted fact: the column it becomes, its type, and where the event carries it (the same name, unless said)."""

    kolom: str
    soort: Soort
    sleutel: str = ""

    @property
    def bron(self) -> str:
        return self.sleutel or self.kolom


_wijk, _team = Veld("wijk", Soort.UUID), Veld("team", Soort.UUID)
_kanaal, _deur, _thema, _leeftijd = (
    Veld(naam, Soort.SLEUTEL) for naam in ("kanaal", "deur", "thema", "leeftijd")
)
_ronde, _op_tijd, _code = Veld("ronde", Soort.GETAL), Veld("op_tijd", Soort.VLAG), Veld("code", Soort.SLEUTEL)
_minuten = Veld("minuten", Soort.GETAL)
_hulp = (
    Veld("regel", Soort.SCHIJNNAAM),
    Veld("product", Soort.CODE),
    Veld("categorie", Soort.CODE),
    Veld("aanbieder", Soort.UUID),
    Veld("maand_cent", Soort.GETAL),
    Veld("einde", Soort.DAG),
    Veld("bekostiging", Soort.SLEUTEL),
)
_besparing = (
    Veld("sleutel", Soort.UUID),
    Veld("code", Soort.SLEUTEL),
    Veld("doel_cent", Soort.CENT),
    Veld("gerealiseerd_cent", Soort.CENT),
)
_klok = Veld("klok", Soort.SLEUTEL, "soort")
_cent, _periode = Veld("cent", Soort.CENT), Veld("periode", Soort.MAAND)
_uitvoerder = Veld("aanbieder", Soort.UUID)
_tevreden = Veld("tevreden", Soort.GETAL)

VELDEN: Mapping[str, tuple[Veld, ...]] = {
    "contact.vastgelegd": (_kanaal, _deur),
    "melding.ontvangen": (_kanaal, _deur, _thema, _wijk, _team, _ronde, _leeftijd),
    "melding.teruggekeerd": (_kanaal, _thema, _ronde),
    "spoed.beoordeeld": (_code, Veld("uren", Soort.GETAL)),
    "spoed.opgepakt": (_op_tijd,),
    "vraag.toegewezen": (_team, Veld("behandelaar", Soort.SCHIJNNAAM)),
    "gesprek.gepland": (),
    "gesprek.gevoerd": (Veld("gevoerd_op", Soort.DAG, "moment"),),
    "onderzoek.gestart": (),
    "onderzoek.afgerond": (_op_tijd,),
    "zrm.gemeten": (_code,),
    "plan.vastgesteld": (),
    "plan.herzien": (),
    "arrangement.vastgesteld": (Veld("met_besluit", Soort.VLAG, "besluit"),),
    "aanvraag.ontvangen": (),
    "besluit.genomen": (_code,),
    "besluit.bekendgemaakt": (_code, _op_tijd),
    "besluit.teruggehaald": (),
    "besluit.verzocht": (),
    "bezwaar.ontvangen": (),
    "bezwaar.beslist": (_code, _op_tijd),
    "termijn.opgeschort": (_klok,),
    "termijn.hervat": (_klok,),
    "aanvraag.aanvulling_gevraagd": (),
    "aanvraag.aangevuld": (),
    "ingebrekestelling.ontvangen": (_klok,),
    "dwangsom.vastgesteld": (_cent,),
    "route.gekozen": (_code, Veld("product", Soort.CODE)),
    "afspraak.gemaakt": (),
    "toewijzing.opgedragen": _hulp,
    "hulp.begonnen": (Veld("eerste_van_vraag", Soort.VLAG),),
    "levering.gestart": (*_hulp, Veld("eerste_van_vraag", Soort.VLAG)),
    "levering.start_teruggenomen": _hulp,
    "levering.gestopt": (*_hulp, Veld("tijdelijk", Soort.VLAG), Veld("reden", Soort.CODE)),
    "levering.stop_teruggenomen": _hulp,
    "plan.geevalueerd": (
        Veld("richting", Soort.SLEUTEL),
        Veld("doelen_behaald", Soort.GETAL),
        Veld("doelen_bekeken", Soort.GETAL),
        _tevreden,
    ),
    "proeftuin.ingestapt": (Veld("proeftuin", Soort.UUID), Veld("arm", Soort.SLEUTEL)),
    "eigentraject.begonnen": (Veld("product", Soort.CODE), Veld("uurprijs_cent", Soort.GETAL)),
    "eigentraject.bijgewerkt": (_minuten, _tevreden),
    "eigentraject.geeindigd": (_minuten, _tevreden),
    "nazorg.gepland": (),
    "nazorg.gebeld": (_op_tijd, _tevreden),
    "ervaring.gegeven": (
        Veld("helpt", Soort.SLEUTEL),
        Veld("gehoord", Soort.SLEUTEL),
        Veld("cijfer", Soort.GETAL),
    ),
    "declaratie.beoordeeld": (_uitvoerder, _periode, Veld("cent", Soort.CENT, "toegekend_cent")),
    "termijn.betaald": (_uitvoerder, _periode, _cent),
    "signaal.ontvangen": (_wijk,),
    "signaal.omgezet": (),
    "toewijzing.gewijzigd": _hulp,
    "toewijzing.ingetrokken": _hulp,
    "bericht.klaargezet": (),
    "bericht.verwerkt": (),
    "brief.verzonden": (),
    "onderzoek.bijgewerkt": (),
    "plan.bijgewerkt": (),
    "doel.toegevoegd": (),
    "arrangementregel.toegevoegd": (),
    "besluit.opgesteld": (),
    "vraag.afgesloten": (_code, _ronde),
    "besparing.vastgesteld": _besparing,
    "besparing.bijgewerkt": _besparing,
    "peiling.beantwoord": tuple(Veld(naam, Soort.GETAL) for naam in ("jaar", "vraag", "eens", "aantal")),
}
"""Kinds of events that steering reads; other kinds are not exported at all."""

LIJST = "arrangement.vastgesteld"
"""The one kind that carries a list (its lines): exported as a list of rung, product, month amount and free or not."""

SCORES = "zrm.gemeten"
"""The one kind that carries scores by domain: exported as a list of domain and level."""

TREDEN = tuple(trede.value for trede in Trede)
DOMEINEN = tuple(domein.value for domein in Domein)


def kolommen() -> dict[str, Soort]:
    """Every column that comes from the data of an event, with its type, in a fixed order."""
    uit: dict[str, Soort] = {}
    for velden in VELDEN.values():
        for veld in velden:
            if uit.setdefault(veld.kolom, veld.soort) is not veld.soort:
                raise ValueError(
                    f"De kolom {veld.kolom} heeft twee types; geef een van de twee een eigen naam."
                )
    return dict(sorted(uit.items()))
