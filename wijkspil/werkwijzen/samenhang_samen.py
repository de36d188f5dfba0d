"""What must agree about working together: partners and doors, shared access, mandate, shares, contact and own trajectories."""

from collections.abc import Iterator

from wijkspil.werkwijzen.assen import Leveringswijze, Onderzoeker
from wijkspil.werkwijzen.bevinding import Bevinding, bestaat, op_volgorde
from wijkspil.werkwijzen.lezen import Pad
from wijkspil.werkwijzen.samenwerking import Aandeel
from wijkspil.werkwijzen.werkwijze import Werkwijze


def _verwijzingen(w: Werkwijze) -> Iterator[Bevinding]:
    deuren = {d.sleutel for d in w.deuren.lijst}
    teams = {t.sleutel for t in w.teams.lijst}
    codes = {p.code for p in w.producten}
    for p, partner in enumerate(w.partners):
        if partner.deur is not None:
            yield from bestaat(partner.deur, deuren, ("partners", p, "deur"), "een deur uit `deuren`")
    if w.gedeelde_toegang is not None:
        yield from bestaat(
            w.gedeelde_toegang.team, teams, ("gedeelde_toegang", "team"), "een team uit `teams`"
        )
    if w.aanbieder_mandaat is not None:
        for c, code in enumerate(w.aanbieder_mandaat.producten):
            yield from bestaat(code, codes, ("aanbieder_mandaat", "producten", c), "een product")
    for p, product in enumerate(w.producten):
        for c, code in enumerate(product.eigen_traject.vergelijk_met if product.eigen_traject else ()):
            yield from bestaat(
                code, codes, ("producten", p, "eigen_traject", "vergelijk_met", c), "een product"
            )


def _mandaat(w: Werkwijze) -> Iterator[Bevinding]:
    gemandateerd = {
        p.code for p in w.producten if w.assen_voor(p.code).onderzoek.keuze is Onderzoeker.GEMANDATEERD
    }
    genoemd = set(w.aanbieder_mandaat.producten) if w.aanbieder_mandaat else set()
    if not gemandateerd and not genoemd:
        return
    if gemandateerd != genoemd:
        pad: Pad = (
            ("aanbieder_mandaat", "producten") if w.aanbieder_mandaat else ("assen", "onderzoek", "keuze")
        )
        yield Bevinding(
            pad,
            f"gemandateerd onderzoek bij {_noem(gemandateerd)}, en een mandaat voor {_noem(genoemd)}",
            "in beide dezelfde producten (Wmo 2015 art. 2.6.3)",
            "Noem bij `aanbieder_mandaat` precies de producten waarbij `onderzoek` gemandateerd is.",
        )  # fmt: skip


def _noem(codes: set[str]) -> str:
    return ", ".join(sorted(codes)) or "geen enkel product"


def _honderd(aandelen: tuple[Aandeel, ...], waar: tuple[str | int, ...]) -> Iterator[Bevinding]:
    som = sum(a.percentage for a in aandelen)
    if som != 100:
        yield Bevinding(
            waar, f"de aandelen zijn samen {som} procent", "samen 100 procent", "Verander een aandeel."
        )


def _getallen(w: Werkwijze) -> Iterator[Bevinding]:
    if w.kostenverdeling is not None:
        yield from _honderd(w.kostenverdeling.aandelen, ("kostenverdeling", "aandelen"))
    for b, besparing in enumerate(w.gedeelde_besparingen):
        yield from _honderd(besparing.aandelen, ("gedeelde_besparingen", b, "aandelen"))
        if besparing.van is not None:
            yield from op_volgorde(besparing.van, besparing.tot, ("gedeelde_besparingen", b, "tot"))
    for plek, lid in enumerate(w.lidmaatschappen):
        if lid.vanaf is not None:
            yield from op_volgorde(lid.vanaf, lid.tot, ("lidmaatschappen", plek, "tot"))
    if w.overdracht.terug_na_werkdagen < w.overdracht.bevestigen_werkdagen:
        yield Bevinding(
            ("overdracht", "terug_na_werkdagen"),
            f"terug na {w.overdracht.terug_na_werkdagen} werkdagen, terwijl de ander"
            f" {w.overdracht.bevestigen_werkdagen} werkdagen heeft om te bevestigen",
            "niet eerder terug dan de ander mag antwoorden",
            "Maak `terug_na_werkdagen` gelijk of groter.",
        )
    if w.contact.zonder_vraag != (w.contact.zonder_vraag_maanden is not None):
        yield Bevinding(
            ("contact", "zonder_vraag_maanden"),
            "`zonder_vraag` en `zonder_vraag_maanden` zeggen niet hetzelfde",
            "een aantal maanden bij ja, en niets bij nee",
            "Vul de maanden in, of zet `zonder_vraag` op nee.",
        )
    if w.wetten.overbruggen != (w.wetten.overbruggen_weken is not None):
        yield Bevinding(
            ("wetten", "overbruggen_weken"),
            "`overbruggen` en `overbruggen_weken` zeggen niet hetzelfde",
            "een aantal weken bij ja, en niets bij nee",
            "Vul de weken in, of zet `overbruggen` op nee.",
        )


def _eigen_trajecten(w: Werkwijze) -> Iterator[Bevinding]:
    for p, product in enumerate(w.producten):
        eigen = w.assen_voor(product.code).levering.keuze is Leveringswijze.EIGEN_TEAM
        if product.eigen_traject is not None and not eigen:
            yield Bevinding(
                ("producten", p, "eigen_traject"),
                "een eigen traject dat niet door het eigen team wordt geleverd",
                "levering `eigen_team` bij dit product",
                "Zet onder `afwijkend` de levering op `eigen_team`, of haal dit blok weg.",
            )


SAMENCONTROLES = (_verwijzingen, _mandaat, _getallen, _eigen_trajecten)
