"""The life of one question, played act by act: who does what, and when the next moment is.

`speel` is a generator. What stands between two `yield`s happens at one moment, in one transaction, through the same actions and
the same `pak_hulpvraag` that the screens use; the value of each `yield` is the next moment. The chapters live in modules of
their own: this one from the first contact to the end of the investigation.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.inwoners.actions import voeg_relatie_toe, wijzig_inwoner
from wijkspil.regels.onderzoek import Onderwerp
from wijkspil.regels.onderzoek import Stap as Onderzoeksstap
from wijkspil.regels.zrm import Domein
from wijkspil.signalen.actions import geef_signaal, zet_signaal_om
from wijkspil.signalen.models import Signaal
from wijkspil.toegang import actions as toegang
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Gesprek, Hulpvraag, ZrmMeting

from . import ritme, vervolg
from .stad import Speler, Stad, velden
from .verhalen import Verhaal, Weg

Momenten = Iterator[datetime]


class Levensloop:
    """One question in play. `hulpvraag` is read again at every moment, as a page would."""

    hulpvraag: Hulpvraag

    def __init__(self, stad: Stad, verhaal: Verhaal) -> None:
        self.stad, self.verhaal = stad, verhaal
        self.bewoner, self.thema = verhaal.bewoner, verhaal.thema
        self.toeval = verhaal.toeval("verloop")
        self.ronde = 1
        self.behandelaar: Speler
        self.gesprekken: list[Gesprek] = []

    def pak(self, speler: Speler, om_te: str) -> Hulpvraag:
        """Open the file as this person would, with the check and the audit line."""
        self.hulpvraag = self.stad.doe(pak_hulpvraag, speler.door, self.hulpvraag.pk, om_te=om_te)
        return self.hulpvraag

    def later(self, duur: ritme.Doorlooptijd) -> datetime:
        """The next moment, some working days after the present one."""
        return ritme.later(klok.nu(), duur, self.toeval)

    def speel(self) -> Momenten:
        """Play the whole question, however far the calendar lets it come."""
        yield from self.eerste_contact()
        yield from vervolg.ronde(self)
        while self.verhaal.komt_terug and self.ronde == 1 and self.hulpvraag.uitkomst in vervolg.KAN_TERUG:
            yield self.later(ritme.TERUGKOMEN)
            self.ronde += 1
            self.pak(self.behandelaar, "vraag terugnemen")
            self.stad.doe(
                toegang.neem_terug,
                self.hulpvraag,
                door=self.behandelaar.door,
                vraag="Het gaat toch weer minder. Kan er iemand meedenken?",
            )
            yield from vervolg.ronde(self)

    def eerste_contact(self) -> Momenten:
        """From the first word to a melding with an urgency and somebody who handles it."""
        dag, weekend = self.verhaal.dag, self.verhaal.dag.weekday() >= 5
        yield ritme.op_tijd(dag, self.toeval, van=8 if weekend else 9, tot=22 if weekend else 17)
        signaal: Signaal | None = None
        if self.verhaal.begint_als_signaal:
            signaal = self.signaal()
            yield self.later(ritme.GESPREK)
        if self.verhaal.begint_als_contact:
            self.contact()
            yield self.later(ritme.GESPREK)
            self.stad.doe(
                toegang.maak_melding, self.hulpvraag, kanaal=self.verhaal.kanaal, door=self.aannemer().door
            )
        else:
            self.melding()
        if signaal is not None:
            self.stad.doe(
                zet_signaal_om,
                signaal,
                self.hulpvraag,
                toestemming_op=klok.vandaag(),
                door=self.aannemer().door,
            )
        self.triage()
        self.naar_de_beoordelaar()
        self.behandelaar = self.stad.consulent(self.hulpvraag.team_id, self.toeval)
        if self.hulpvraag.spoed_uiterlijk is not None:
            yield self._spoedmoment(self.hulpvraag.spoed_uiterlijk)
            self.pak(self.behandelaar, "spoed oppakken")
            self.neem_zelf()
            self.stad.doe(toegang.pak_spoed_op, self.hulpvraag, door=self.behandelaar.door)
            self.stad.doe(
                toegang.leg_contact_vast, self.hulpvraag, kanaal="telefoon", onderwerp="Gebeld over de spoed", door=self.behandelaar.door,
                verslag="Vandaag gesproken over wat er nu meteen nodig is.",
            )  # fmt: skip
        else:
            yield self.later(ritme.TOEWIJZEN)
            self.pak(self.behandelaar, "vraag verdelen")
            self.neem_zelf()

    def onderzoek(self) -> Momenten:
        """Conversation, life areas, the five steps and the account that closes the investigation."""
        door = self.behandelaar.door
        yield self.later(ritme.INPLANNEN)
        self.pak(self.behandelaar, "gesprek plannen")
        gesprek = self.plan_gesprek()
        if self.toeval.random() < 0.07:
            yield ritme.later(klok.nu(), ritme.INPLANNEN, self.toeval)
            self.pak(self.behandelaar, "gesprek verzetten")
            gesprek.refresh_from_db()
            self.stad.doe(toegang.zeg_gesprek_af, gesprek, reden="de inwoner was ziek", door=door)
            gesprek = self.plan_gesprek()
        for nummer in range(self.verhaal.belt_tussendoor):
            yield min(self.later(ritme.INPLANNEN), gesprek.moment - timedelta(hours=2 - nummer))
            self.pak(self.behandelaar, "contact vastleggen")
            self.stad.doe(
                toegang.leg_contact_vast,
                self.hulpvraag,
                kanaal="telefoon",
                onderwerp="Vraag over de afspraak",
                door=door,
            )
        yield gesprek.moment + timedelta(minutes=75)
        self.pak(self.behandelaar, "gesprek vastleggen")
        self.voer_gesprek(gesprek)
        yield self.later(ritme.UITWERKEN)
        self.pak(self.behandelaar, "onderzoek uitwerken")
        self.werk_onderzoek_uit()

    def sluit(self, uitkomst: str, reden: str = "", terugkijken_na: int | None = None) -> None:
        kijk = klok.vandaag() + timedelta(weeks=terugkijken_na) if terugkijken_na else None
        self.stad.doe(
            toegang.sluit_af,
            self.hulpvraag,
            uitkomst=uitkomst,
            reden=reden,
            terugkijken_op=kijk,
            door=self.behandelaar.door,
        )

    def aannemer(self) -> Speler:
        """Who takes the question: the front office at a desk, somebody of the district team at its own door."""
        deur = self.stad.werkwijze.deur(self.verhaal.deur)
        if deur.team_soort.value == "wijkteam":
            team = next(
                (t for t in self.stad.teams.values() if self.stad.wijken[self.bewoner.wijk].pk in t.wijken),
                None,
            )
            return self.stad.consulent(team.pk if team else None, self.verhaal.toeval("aannemer"))
        return self.stad.met_rol(Rol.FRONTOFFICE, self.verhaal.toeval("aannemer"))

    def melding(self) -> None:
        self.hulpvraag = self.stad.doe(
            toegang.neem_melding_op,
            self.bewoner.nieuw,
            vraag=self.verhaal.vraag,
            werkwijze=self.stad.werkwijze_op(klok.vandaag()).sleutel,
            deur=self.verhaal.deur,
            kanaal=self.verhaal.kanaal,
            al_geprobeerd=self.verhaal.al_geprobeerd,
            thema=self.thema.sleutel,
            door=self.aannemer().door,
        )

    def contact(self) -> None:
        self.hulpvraag = self.stad.doe(
            toegang.neem_contact_op,
            self.bewoner.nieuw,
            onderwerp=self.thema.naam,
            vraag=self.verhaal.vraag,
            werkwijze=self.stad.werkwijze_op(klok.vandaag()).sleutel,
            deur=self.verhaal.deur,
            kanaal=self.verhaal.kanaal,
            door=self.aannemer().door,
        )

    def signaal(self) -> Signaal:
        wijk = self.stad.wijken[self.bewoner.wijk]
        team = next((t.pk for t in self.stad.teams.values() if wijk.pk in t.wijken), None)
        return self.stad.doe(
            geef_signaal,
            tekst="Iemand in de straat komt bijna niet meer buiten en de gordijnen blijven dicht.",
            melder_soort=self.toeval.choice(("buur", "winkelier", "wijkverpleegkundige", "vrijwilliger")),
            wijk_id=wijk.pk,
            team_id=team,
            door=self.aannemer().door,
        )

    def triage(self) -> None:
        triage = self.stad.werkwijze.triage
        advies = triage.niveau(self.verhaal.met_ja)
        oordeel, reden = advies, ""
        hoger = [n for n in triage.niveaus if n.vanaf_punten > advies.vanaf_punten]
        if self.verhaal.anders_dan_advies and hoger:
            oordeel, reden = (
                min(hoger, key=lambda n: n.vanaf_punten),
                "De stem aan de telefoon zei meer dan de antwoorden.",
            )
        self.stad.doe(
            toegang.beoordeel_spoed,
            self.hulpvraag,
            antwoorden={v.sleutel: v.sleutel in self.verhaal.met_ja for v in triage.vragen},
            advies=advies.sleutel,
            oordeel=oordeel.sleutel,
            uren=oordeel.klok_uren,
            label=oordeel.label,
            reden=reden,
            door=self.aannemer().door,
        )

    def naar_de_beoordelaar(self) -> None:
        """Where one organisation assesses for the region, what it must assess goes to its team (O2)."""
        team = self.stad.beoordelaars(self.verhaal.product)
        if team is not None:
            balie = self.stad.met_rol(Rol.FRONTOFFICE, self.verhaal.toeval("beoordelaar"))
            self.pak(balie, "vraag verdelen")
            self.stad.doe(toegang.wijs_toe, self.hulpvraag, team=team, door=balie.door)

    def _spoedmoment(self, uiterlijk: datetime) -> datetime:
        """Mostly well in time; one in ten too late."""
        ruimte = (uiterlijk - klok.nu()).total_seconds()
        deel = self.toeval.uniform(1.05, 1.6) if self.toeval.random() < 0.1 else self.toeval.uniform(0.1, 0.8)
        return klok.nu() + timedelta(seconds=ruimte * deel)

    def neem_zelf(self) -> None:
        self.stad.doe(
            toegang.wijs_toe,
            self.hulpvraag,
            behandelaar=self.behandelaar.medewerker,
            door=self.behandelaar.door,
        )

    def plan_gesprek(self, moment: datetime | None = None) -> Gesprek:
        if moment is None:
            moment = ritme.later(klok.nu(), ritme.GESPREK, self.toeval)
            moment = max(ritme.half_uur(moment), klok.nu() + timedelta(hours=1))
        erbij = [n.naam for n in self.bewoner.naasten if n.is_mantelzorger]
        plaats = "thuis" if self.toeval.random() < 0.8 else "op kantoor"
        return self.stad.doe(
            toegang.plan_gesprek, self.hulpvraag, moment=moment, plaats=plaats, door=self.behandelaar.door,
            deelnemers=[self.bewoner.aanspreek, *erbij],
        )  # fmt: skip

    def voer_gesprek(self, gesprek: Gesprek) -> None:
        door, thema, bewoner = self.behandelaar.door, self.thema, self.bewoner
        gebieden = {g.sleutel for g in self.stad.werkwijze.gesprek.leefgebieden}
        leefgebied = thema.leefgebied if thema.leefgebied in gebieden else sorted(gebieden)[0]
        naaste = bewoner.mantelzorger
        self.stad.doe(
            toegang.leg_gesprek_vast,
            gesprek,
            door=door,
            wat_wil_ik=thema.wil,
            wat_kan_ik=thema.kan,
            wat_heb_ik_nodig=thema.nodig,
        )
        self.stad.doe(
            toegang.leg_gesprek_vast, gesprek, door=door,
            leefgebieden={leefgebied: self.verhaal.vraag},
            eigen_kijk=thema.erbij[self.verhaal.nummer % len(thema.erbij)],
            mantelzorg={"wie": naaste.naam, "belasting": min(5, naaste.sterkte + 1), "wat_helpt": "af en toe een vrije dag"} if naaste else {},
            clientondersteuning_gewezen=self.toeval.random() < 0.93,
            identiteit_vastgesteld=self.toeval.random() < 0.985,
            pgb_uitgelegd=self.toeval.random() < 0.9,
        )  # fmt: skip
        self.stad.doe(toegang.rond_gesprek_af, gesprek, door=door)
        self.gesprekken.append(gesprek)
        if self.ronde == 1:
            self._leer_kennen()
        if self._zrm_gevraagd():
            self.meet_zrm(ZrmMeting.Soort.BEGIN)

    def _leer_kennen(self) -> None:
        """What comes out at the kitchen table about somebody and the people around."""
        b, door, inwoner = self.bewoner, self.behandelaar.door, self.hulpvraag.inwoner
        extra = velden(
            taal=b.taal, tolk_nodig=b.tolk_nodig, let_op=b.let_op, talenten=b.talenten, wensen=b.wensen
        )
        if extra:
            self.stad.doe(wijzig_inwoner, inwoner, door=door, **extra)
        for n in b.naasten:
            self.stad.doe(
                voeg_relatie_toe, inwoner, naam=n.naam, soort=n.soort, van=klok.vandaag(), door=door, hulpvraag=self.hulpvraag,
                is_mantelzorger=n.is_mantelzorger, is_contactpersoon=n.is_contactpersoon, telefoon=n.telefoon, sterkte=n.sterkte,
            )  # fmt: skip

    def _zrm_gevraagd(self) -> bool:
        product = self.verhaal.product
        return self.stad.werkwijze.zrm_bij(product.code) if product else self.stad.werkwijze.gesprek.zrm

    def meet_zrm(self, soort: ZrmMeting.Soort) -> None:
        """Score the matrix: weak where the theme says so, better at the end for most people."""
        kans = self.verhaal.toeval(f"zrm-{soort}-{self.ronde}")
        scores = {}
        for domein in Domein:
            niveau = kans.choice((2, 2, 3)) if domein in self.thema.zrm else kans.choice((3, 4, 4, 5, 5))
            if soort != ZrmMeting.Soort.BEGIN and domein in self.thema.zrm:
                niveau = min(5, niveau + kans.choice((0, 1, 1, 2)))
            scores[domein.value] = niveau
        self.stad.doe(
            toegang.meet_zrm,
            self.hulpvraag,
            soort=soort,
            scores=scores,
            op=klok.vandaag(),
            door=self.behandelaar.door,
        )

    def werk_onderzoek_uit(self) -> None:
        door, thema = self.behandelaar.door, self.thema
        onderzoek = self.stad.doe(toegang.start_onderzoek, self.hulpvraag, door=door)
        teksten = {
            Onderzoeksstap.HULPVRAAG: self.verhaal.vraag,
            Onderzoeksstap.PROBLEMEN: f"{thema.naam}. Wat de inwoner wil: {thema.wil}",
            Onderzoeksstap.AARD_OMVANG: thema.nodig,
            Onderzoeksstap.EIGEN_MOGELIJKHEDEN: f"{thema.kan} {self.verhaal.al_geprobeerd}".strip(),
        }
        if self.verhaal.weg in (Weg.HULP, Weg.AFGEWEZEN):
            teksten[Onderzoeksstap.MAATWERK] = f"Wat overblijft: {thema.nodig}"
        for stap, tekst in teksten.items():
            self.stad.doe(toegang.vul_onderzoek_in, onderzoek, stap=stap, tekst=tekst, door=door)
        self.stad.doe(toegang.vul_onderwerp_in, onderzoek, onderwerpen=self._onderwerpen(), door=door)
        self.stad.doe(toegang.rond_onderzoek_af, onderzoek, door=door)

    def _onderwerpen(self) -> dict[str, str]:
        naaste, thema = self.bewoner.mantelzorger, self.thema
        return {
            Onderwerp.BEHOEFTEN.value: thema.wil,
            Onderwerp.EIGEN_KRACHT.value: thema.kan,
            Onderwerp.MANTELZORG_NETWERK.value: f"{naaste.naam} helpt geregeld."
            if naaste
            else "Er is niemand die geregeld helpt.",
            Onderwerp.STEUN_MANTELZORGER.value: "Af en toe vervanging houdt het vol."
            if naaste
            else "Niet van toepassing: er is geen mantelzorger.",
            Onderwerp.ALGEMENE_VOORZIENING.value: "Samen gekeken wat er in de buurt is.",
            Onderwerp.SAMENWERKING.value: "De huisarts weet ervan, met goedvinden van de inwoner.",
            Onderwerp.BIJDRAGE.value: "Uitgelegd wat een bijdrage zou zijn.",
        }
