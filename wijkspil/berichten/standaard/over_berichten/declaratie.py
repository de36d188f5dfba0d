"""Rules across messages about claims: each line fits its assignment, counts once, and stays within volume and budget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wijkspil.berichten.standaard.over_berichten.grenzen import in_eenheid_van, in_periode, over_het_geheel
from wijkspil.berichten.standaard.over_berichten.register import Deel, Zicht, over
from wijkspil.berichten.standaard.over_berichten.stand import Lijn, Lijnen, Toewijzing
from wijkspil.berichten.standaard.regels.declaratie import CREDIT, EUROS
from wijkspil.regels.bedragen import Eenheid, Maand, minuuttarief, tarief_maal_volume


def is_credit(prestatie: Deel) -> bool:
    return bool(prestatie["IngediendBedrag"]["DebetCredit"] == CREDIT)


def toewijzing_bij(prestatie: Deel, z: Zicht) -> Toewijzing | None:
    """The assignment of a debit line; None for a credit, which copies its debit line and is not judged again (IV085)."""
    return None if is_credit(prestatie) else z.stand.toewijzing(prestatie["ToewijzingNummer"], z.bsn)


def sleutel(prestatie: Deel) -> tuple[object, ...]:
    """What may be claimed once: assignment, period and product (TR389)."""
    periode = prestatie["ProductPeriode"]
    product = prestatie["ProductCategorie"], prestatie["ProductCode"]
    return (prestatie["ToewijzingNummer"], periode["Begindatum"], periode["Einddatum"], *product)


@over("TR304", "8187", bij="Client", op="317 323", zegt="Voor dit BSN is geen toewijzing bekend.")
def client_is_bekend(_client: Deel, z: Zicht) -> bool:
    return z.bsn in z.clienten


@over("TR333", "9333", bij="Declaratie", op="323", zegt="Dit declaratienummer is al gebruikt.")
def declaratienummer_is_nieuw(declaratie: Deel, z: Zicht) -> bool:
    return declaratie["DeclaratieNummer"] not in z.stand.declaratienummers


@over(
    "TR318",
    "8214",
    bij="Declaratie",
    op="323",
    zegt="Deze declaratieperiode ligt vóór de laatste waarover is gedeclareerd.",
)
def periode_niet_voor_de_laatste(declaratie: Deel, z: Zicht) -> bool:
    """Whether a month without a claim was a month without help cannot be known here, so a gap is fine (OP095)."""
    laatste = z.stand.laatste_periode
    return laatste is None or declaratie["DeclaratiePeriode"]["Begindatum"] >= laatste


@over("TR314", "8021", bij="Prestatie", op="323", zegt="Dit referentienummer is al gebruikt.")
def referentienummer_is_nieuw(prestatie: Deel, z: Zicht) -> bool:
    return prestatie["ProductReferentie"]["ReferentieNummer"] not in z.stand.lijnen


@over("TR323", "8017", bij="Prestatie", op="323", zegt="Er is geen goedgekeurde regel om terug te geven.")
def credit_van_een_goede_regel(prestatie: Deel, z: Zicht) -> bool:
    if not is_credit(prestatie):
        return True
    vorige = z.stand.lijnen.get(prestatie["ProductReferentie"]["VorigReferentieNummer"])
    return vorige is not None and vorige.goedgekeurd and not vorige.credit


@over("TR390", "9390", bij="Prestatie", op="323", zegt="Deze regel is al teruggegeven.")
def een_keer_terug(prestatie: Deel, z: Zicht) -> bool:
    vorige = z.stand.lijnen.get(prestatie["ProductReferentie"].get("VorigReferentieNummer", ""))
    return not is_credit(prestatie) or vorige is None or not vorige.gecrediteerd


@over(
    "TR338", "9338", bij="Prestatie", op="323", zegt="Er is geen toewijzing met dit nummer voor deze cliënt."
)
def toewijzing_is_bekend(prestatie: Deel, z: Zicht) -> bool:
    return z.stand.toewijzing(prestatie["ToewijzingNummer"], z.bsn) is not None


@over("TR384", "9384", bij="Prestatie", op="323", zegt="Deze toewijzing is verwijderd.")
def toewijzing_bestaat_nog(prestatie: Deel, z: Zicht) -> bool:
    t = toewijzing_bij(prestatie, z)
    return t is None or not t.verwijderd


@over(
    "TR339", "9339", bij="Prestatie", op="323", zegt="De categorie is een andere dan die van de toewijzing."
)
def zelfde_categorie(prestatie: Deel, z: Zicht) -> bool:
    t = toewijzing_bij(prestatie, z)
    return t is None or t.categorie in (None, prestatie["ProductCategorie"])


@over(
    "TR340", "9340", bij="Prestatie", op="323", zegt="De productcode is een andere dan die van de toewijzing."
)
def zelfde_code(prestatie: Deel, z: Zicht) -> bool:
    t = toewijzing_bij(prestatie, z)
    return t is None or t.code in (None, prestatie["ProductCode"])


@over("TR341", "9341", bij="Prestatie", op="323", zegt="De eenheid past niet bij die van de toewijzing.")
def eenheid_past(prestatie: Deel, z: Zicht) -> bool:
    t = toewijzing_bij(prestatie, z)
    return t is None or t.eenheid is None or in_eenheid_van(t, 0, prestatie["Eenheid"]) is not None


@over("TR307", "9307", bij="Prestatie", op="323", zegt="De productperiode begint vóór de toewijzing.")
def niet_voor_de_toewijzing(prestatie: Deel, z: Zicht) -> bool:
    t = toewijzing_bij(prestatie, z)
    return t is None or prestatie["ProductPeriode"]["Begindatum"] >= t.ingang


@over("TR308", "9308", bij="Prestatie", op="323", zegt="De productperiode eindigt na de toewijzing.")
def niet_na_de_toewijzing(prestatie: Deel, z: Zicht) -> bool:
    t = toewijzing_bij(prestatie, z)
    return t is None or t.einde is None or prestatie["ProductPeriode"]["Einddatum"] <= t.einde


@over(
    "TR387",
    "9387",
    bij="Prestatie",
    op="323",
    zegt="De productperiode begint op de eerste van de maand of bij het begin van de toewijzing.",
)
def begint_met_de_maand(prestatie: Deel, z: Zicht) -> bool:
    t, begin = toewijzing_bij(prestatie, z), prestatie["ProductPeriode"]["Begindatum"]
    return t is None or begin == _binnen(Maand.van(begin).eerste_dag, t.ingang)


@over(
    "TR388",
    "9388",
    bij="Prestatie",
    op="323",
    zegt="De productperiode eindigt op de laatste van de maand of bij het einde van de toewijzing.",
)
def eindigt_met_de_maand(prestatie: Deel, z: Zicht) -> bool:
    t, einde = toewijzing_bij(prestatie, z), prestatie["ProductPeriode"]["Einddatum"]
    return t is None or einde == _binnen(Maand.van(einde).laatste_dag, t.einde)


def _binnen(rand: date, van_toewijzing: date | None) -> date:
    """The edge of a month, or that of the assignment when it lies in the same month."""
    zelfde = van_toewijzing is not None and Maand.van(van_toewijzing) == Maand.van(rand)
    return van_toewijzing if van_toewijzing is not None and zelfde else rand


@over("TR389", "9389", bij="Prestatie", op="323", zegt="Voor dit product en deze periode is al gedeclareerd.")
def nog_niet_gedeclareerd(prestatie: Deel, z: Zicht) -> bool:
    return is_credit(prestatie) or not any(
        lijn.telt and lijn.sleutel == sleutel(prestatie)
        for lijn in z.stand.lijnen.op(prestatie["ToewijzingNummer"])
    )


@over(
    "TR321",
    "9321",
    bij="Prestatie",
    op="323",
    zegt="Het volume past niet in wat voor deze periode is toegewezen.",
)
def volume_past_in_de_periode(prestatie: Deel, z: Zicht) -> bool:
    """A period that does not fit the assignment (TR307, TR308) has no limit to compare with."""
    t = toewijzing_bij(prestatie, z)
    if t is None or not (niet_voor_de_toewijzing(prestatie, z) and niet_na_de_toewijzing(prestatie, z)):
        return True
    grens = in_periode(t, Maand.van(prestatie["ProductPeriode"]["Begindatum"]))
    volume = in_eenheid_van(t, prestatie["GeleverdVolume"], prestatie["Eenheid"])
    return grens is None or volume is None or volume <= grens


@over("TR322", "9322", bij="Prestatie", op="323", zegt="Alle volumes samen passen niet in de toewijzing.")
def volume_past_in_het_geheel(prestatie: Deel, z: Zicht) -> bool:
    t = toewijzing_bij(prestatie, z)
    grens = None if t is None else over_het_geheel(t)
    if t is None or grens is None:
        return True
    eerder = sum(
        in_eenheid_van(t, lijn.volume, lijn.eenheid or t.eenheid or "") or 0
        for lijn in z.stand.lijnen.op(t.nummer)
        if lijn.telt
    )
    return eerder + (in_eenheid_van(t, prestatie["GeleverdVolume"], prestatie["Eenheid"]) or 0) <= grens


@over("TR369", "9369", bij="Prestatie", op="323", zegt="Alle regels samen passen niet in het budget.")
def bedrag_past_in_het_budget(prestatie: Deel, z: Zicht) -> bool:
    """The text compares volumes with the budget; that makes sense in euros only, so amounts are compared (zekerheid: laag)."""
    t = toewijzing_bij(prestatie, z)
    if t is None or t.budget is None:
        return True
    eerder = sum(lijn.cent for lijn in z.stand.lijnen.op(t.nummer) if lijn.telt)
    return bool(eerder + prestatie["IngediendBedrag"]["Bedrag"] <= t.budget)


@over(
    "TR418", "0611", bij="Prestatie", op="323", niveau=4, zegt="Het tarief is een ander dan in het contract."
)
def tarief_van_het_contract(prestatie: Deel, z: Zicht) -> bool:
    t = toewijzing_bij(prestatie, z)
    if t is None or z.stand.tarieven is None or prestatie["Eenheid"] == EUROS:
        return True
    tarief = z.stand.tarieven.get(prestatie["ProductCode"])
    if tarief is not None and _minuten_op_uren(prestatie, t):
        tarief = minuuttarief(tarief)
    return tarief is not None and bool(tarief == prestatie["ProductTarief"])


@over("TR346", "9346", bij="Prestatie", op="323", niveau=4, zegt="Het bedrag is niet volume maal tarief.")
def bedrag_is_volume_maal_tarief(prestatie: Deel, z: Zicht) -> bool:
    """Minutes on an assignment in hours go by the hour tariff of the contract, rounded once (IV081); unknown, then no verdict."""
    t = toewijzing_bij(prestatie, z)
    if t is None or prestatie["Eenheid"] == EUROS:
        return True
    tarief, eenheid = prestatie["ProductTarief"], Eenheid.STUKS
    if _minuten_op_uren(prestatie, t):
        uurtarief = (z.stand.tarieven or {}).get(prestatie["ProductCode"])
        if uurtarief is None:
            return True
        tarief, eenheid = uurtarief, Eenheid.MINUUT
    return bool(
        prestatie["IngediendBedrag"]["Bedrag"]
        == tarief_maal_volume(tarief, prestatie["GeleverdVolume"], eenheid)
    )


@over(
    "TR381",
    "S329",
    bij="Prestatie ToegewezenProduct StartProduct StopProduct AangevraagdProduct NieuwProduct",
    op="301 305 307 315 317 323",
    niveau=4,
    zegt="De productcode hoort niet bij de categorie.",
)
def code_hoort_bij_categorie(deel: Deel, z: Zicht) -> bool:
    """Without a code there is nothing to look up."""
    product = deel.get("Product", {})
    categorie = deel.get("ProductCategorie") or product.get("Categorie")
    code, lijst = deel.get("ProductCode") or product.get("Code"), z.stand.productcodes
    return lijst is None or code is None or code in lijst.get(categorie, frozenset())


def _minuten_op_uren(prestatie: Deel, t: Toewijzing) -> bool:
    return prestatie["Eenheid"] == Eenheid.MINUUT and t.eenheid == Eenheid.UUR


def verwerk(prestatie: Deel, lijnen: Lijnen, *, goedgekeurd: bool) -> None:
    """Write this line down; a rejected one uses up its number and nothing else."""
    referentie = prestatie["ProductReferentie"]
    lijn = Lijn(
        referentie["ReferentieNummer"],
        prestatie["ToewijzingNummer"],
        prestatie["GeleverdVolume"],
        prestatie["IngediendBedrag"]["Bedrag"],
        prestatie["Eenheid"],
        sleutel(prestatie),
        goedgekeurd,
        credit=is_credit(prestatie),
        inhoud=prestatie,
    )
    if lijn.referentie not in lijnen:
        lijnen.zet(lijn)
    vorige = lijnen.get(referentie.get("VorigReferentieNummer", ""))
    if lijn.credit and goedgekeurd and vorige is not None:
        lijnen.zet(replace(vorige, gecrediteerd=True))
