"""The definition of a standard, loaded once from its data folder; everything else follows from it.

A folder holds berichten.yaml, typen.yaml and codelijsten.yaml. A second standard (iJw) is a second folder, no code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from wijkspil.berichten.standaard.codelijsten import Codelijst, maak_lijsten
from wijkspil.berichten.standaard.waarden import Waarde, maak_waarde, vaste_waarde


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One place in a class: a value or a class, obliged or not, once or more often."""

    naam: str
    verplicht: bool
    veel: bool
    inhoud: Waarde | Klasse


@dataclass(frozen=True, slots=True, eq=False)
class Klasse:
    """A sequence of elements, all in one namespace; the order counts."""

    naam: str
    ruimte: str
    prefix: str
    elementen: tuple[Element, ...]

    def element(self, naam: str) -> Element | None:
        """Find an element by name."""
        return next((element for element in self.elementen if element.naam == naam), None)


@dataclass(frozen=True, slots=True, eq=False)
class Bericht:
    """One message: its code, who sends it to whom, its root class and its other half (`retour` or `heen`)."""

    naam: str
    titel: str
    code: str
    van: str
    aan: str
    wortel: Klasse
    basis: tuple[str, str]  # prefix and namespace of the composite types
    xsd_versies: Mapping[str, str]
    xslt_versie: str
    retour: str | None = None
    heen: str | None = None

    @property
    def ruimte(self) -> str:
        """The namespace by which the message is recognised."""
        return self.wortel.ruimte

    @property
    def nummer(self) -> str:
        """The number that iWmo and iJw share: 301, 302, ..."""
        return self.naam[-3:]


@dataclass(frozen=True, slots=True, eq=False)
class Standaard:
    """All messages and code lists of one release of one standard."""

    naam: str
    release: str
    berichten: Mapping[str, Bericht]
    codelijsten: Mapping[str, Codelijst]


class _Lader:
    """Turns the three data files into a Standaard."""

    def __init__(
        self, berichten: Mapping[str, Any], typen: Mapping[str, Any], lijsten: Mapping[str, Any]
    ) -> None:
        self.feiten = berichten
        self.lijsten = maak_lijsten(lijsten)
        self.waarden = {
            naam: maak_waarde(naam, feiten, self.lijsten) for naam, feiten in typen["waarden"].items()
        }
        self.samenstellingen = typen["samenstellingen"]
        self.gemaakt: dict[str, Klasse] = {}

    def standaard(self) -> Standaard:
        berichten: dict[str, Bericht] = {}
        for naam, feiten in self.feiten["berichten"].items():
            retour = feiten.get("retour")
            berichten[naam] = self._bericht(naam, feiten, retour=retour and retour["bericht"])
            if retour:
                anders = {"titel": f"{feiten['titel']} (retour)", "code": retour["code"]}
                berichten[retour["bericht"]] = self._bericht(
                    retour["bericht"], {**feiten, **anders}, heen=naam
                )
        return Standaard(self.feiten["standaard"], str(self.feiten["release"]), berichten, self.lijsten)

    def _bericht(
        self, naam: str, feiten: Mapping[str, Any], *, retour: str | None = None, heen: str | None = None
    ) -> Bericht:
        """Build one message; with `heen` it is the return message of that one (IV028)."""
        partijen = self.feiten["partijen"]
        in_te_vullen = {
            "{code}": feiten["code"],
            "{van}": partijen[feiten["van"]],
            "{aan}": partijen[feiten["aan"]],
        }
        extra = self.feiten["kop_retour"] if heen else feiten.get("kop", {})
        inhoud = feiten["inhoud"]
        if heen:
            inhoud = {
                sleutel if sleutel.endswith("?") else f"{sleutel}?": kind for sleutel, kind in inhoud.items()
            }
        ruimte = self.feiten["berichtruimte"].format(klein=naam.lower())
        bouwer = _Boom(self, ruimte, naam.lower(), in_te_vullen, bool(heen))
        return Bericht(
            naam=naam,
            titel=feiten["titel"],
            code=feiten["code"],
            van=feiten["van"],
            aan=feiten["aan"],
            wortel=bouwer.klasse("Bericht", {"Header": {**self.feiten["kop"], **extra}, **inhoud}),
            basis=(self.feiten["basisprefix"], self.feiten["basisruimte"]),
            xsd_versies={sleutel: str(versie) for sleutel, versie in self.feiten["xsd_versies"].items()},
            xslt_versie=str(self.feiten["xslt_versie"]),
            retour=retour,
            heen=heen,
        )

    def samenstelling(self, naam: str) -> Klasse:
        """Give a composite type; its elements stand in the namespace of the basisschema."""
        if naam not in self.gemaakt:
            elementen = tuple(
                Element(*_lees_sleutel(sleutel), self.waarden.get(kind) or self.samenstelling(kind))
                for sleutel, kind in self.samenstellingen[naam].items()
            )
            self.gemaakt[naam] = Klasse(
                naam, self.feiten["basisruimte"], self.feiten["basisprefix"], elementen
            )
        return self.gemaakt[naam]


@dataclass
class _Boom:
    """Grows the classes of one message."""

    lader: _Lader
    ruimte: str
    prefix: str
    in_te_vullen: Mapping[str, str]
    is_retour: bool

    def klasse(self, naam: str, kinderen: Mapping[str, Any]) -> Klasse:
        elementen = list(self._elementen(kinderen))
        if self.is_retour and naam in self.lader.feiten["met_retourcodes"]:
            elementen.append(Element("RetourCodes", True, False, self._inhoud("RetourCodes", "RetourCodes")))
        return Klasse(naam, self.ruimte, self.prefix, tuple(elementen))

    def _elementen(self, kinderen: Mapping[str, Any]) -> Iterator[Element]:
        for sleutel, kind in kinderen.items():
            naam, verplicht, veel = _lees_sleutel(sleutel)
            yield Element(naam, verplicht, veel, self._inhoud(naam, kind))

    def _inhoud(self, naam: str, kind: Any) -> Waarde | Klasse:
        if isinstance(kind, Mapping):
            vast = kind.get("vast")
            if vast is not None:
                return vaste_waarde(naam, self.in_te_vullen.get(vast, vast))
            return self.klasse(naam, kind)
        kind = self.in_te_vullen.get(kind, kind)
        if kind in self.lader.waarden:
            return self.lader.waarden[kind]
        if kind in self.lader.samenstellingen:
            return self.lader.samenstelling(kind)
        return self.klasse(kind, self.lader.feiten["klassen"][kind])


def _lees_sleutel(sleutel: str) -> tuple[str, bool, bool]:
    """Split a key of the data into name, obliged, repeatable."""
    return sleutel.rstrip("?+"), not sleutel.endswith("?"), sleutel.endswith("+")


def laad(map_: Path) -> Standaard:
    """Load one standard from its data folder."""
    delen = (map_ / f"{naam}.yaml" for naam in ("berichten", "typen", "codelijsten"))
    return _Lader(*(yaml.safe_load(deel.read_text(encoding="utf-8")) for deel in delen)).standaard()
