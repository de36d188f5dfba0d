"""The residents of the practice town who look at their own question: somebody with help, somebody at the start, and a daughter.

They are people who are in the town already; here they only get an account and something to read and answer. Played through the
real actions, once per municipality; call it with nothing open.
"""

import re
import unicodedata
from datetime import timedelta

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Account, Gemeente
from wijkspil.inwoners.ingang import pak_inwonersdoor
from wijkspil.inwoners.machtigingen import geef_machtiging, koppel_account
from wijkspil.inwoners.models import Inwoner, Inwoneraccount
from wijkspil.nazorg.ervaring import geef_ervaring
from wijkspil.plannen.actions.eigen_plan import schrijf_eigen_plan
from wijkspil.plannen.models import EigenPlan
from wijkspil.post.actions import stuur_bericht
from wijkspil.toegang.models import Hulpvraag, Stap

from .inrichting import door_van

MET_HULP = (Stap.LEVERING, Stap.NAZORG)
VROEG = (Stap.MELDING, Stap.ONDERZOEK)


def zet_bewoners_neer(gemeente: Gemeente) -> list[str]:
    """Give a few residents their own pages; returns their names. Does nothing when there are accounts already."""
    with binnen(gemeente.pk):
        if Inwoneraccount.objects.exists():
            return []
        namen = []
        if (hulpvraag := _vraag(MET_HULP)) is not None:
            namen += _met_hulp(gemeente, hulpvraag)
        if (hulpvraag := _vraag(VROEG)) is not None:
            namen.append(_aan_het_begin(gemeente, hulpvraag))
        return namen


def _vraag(stappen: tuple[Stap, ...]) -> Hulpvraag | None:
    """The last question at one of these steps that somebody handles, of a person with an ordinary address."""
    return (
        Hulpvraag.objects.filter(
            stap__in=stappen,
            behandelaar__isnull=False,
            inwoner__geheim_adres=False,
            inwoner__overleden_op__isnull=True,
        )
        .exclude(inwoner__accounts__isnull=False)
        .select_related("inwoner", "behandelaar")
        .order_by("-gemaakt_op")
        .first()
    )


def _met_hulp(gemeente: Gemeente, hulpvraag: Hulpvraag) -> list[str]:
    """Help that runs: a message that was answered, one that waits, and a daughter who arranges things."""
    inwoner, zelf = hulpvraag.inwoner, _eigen_account(gemeente, hulpvraag.inwoner)
    assert hulpvraag.behandelaar is not None
    helper = door_van(hulpvraag.behandelaar.naam, gemeente)
    stuur_bericht(
        hulpvraag, tekst="Mag de hulp voortaan op dinsdag komen? Op maandag ben ik bij de fysio.", door=zelf
    )
    stuur_bericht(
        hulpvraag, tekst="Dat kan. Ik geef het door; vanaf volgende week is het dinsdag.", door=helper
    )
    geef_ervaring(
        hulpvraag,
        helpt="goed",
        gehoord="ja",
        cijfer=8,
        hoe_gaat_het="Het gaat beter. Ik kom de deur weer uit.",
        door=zelf,
    )
    dochter = f"Anja {inwoner.achternaam}"
    rij = geef_machtiging(
        inwoner,
        naam=dochter,
        email=_adres(dochter, gemeente),
        omvang=Inwoneraccount.Omvang.REGELEN,
        tot=klok.vandaag() + timedelta(days=365),
        door=zelf,
    )
    namens = pak_inwonersdoor(rij.account, gemeente_id=gemeente.pk)
    assert namens is not None
    stuur_bericht(
        hulpvraag,
        tekst="Kan er ook iemand meekijken met de medicijnen? Dat lukt thuis niet goed meer.",
        door=namens,
    )
    return [inwoner.naam, dochter]


def _aan_het_begin(gemeente: Gemeente, hulpvraag: Hulpvraag) -> str:
    """A question that just began: an own plan that is being written."""
    zelf = _eigen_account(gemeente, hulpvraag.inwoner)
    if not EigenPlan.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).exists():
        schrijf_eigen_plan(
            hulpvraag,
            wat_wil_ik="Ik wil in mijn eigen huis blijven wonen en weer naar het koor.",
            wat_doe_ik="Mijn buurvrouw doet de boodschappen. Ik kook zelf.",
            door=zelf,
        )
    return hulpvraag.inwoner.naam


def _eigen_account(gemeente: Gemeente, inwoner: Inwoner) -> Door:
    with schrijven_open():
        account = Account.objects.filter(email=_adres(inwoner.naam, gemeente)).first()
        if account is None:
            account = Account(email=_adres(inwoner.naam, gemeente), naam=inwoner.naam)
            account.set_unusable_password()
            account.save()
    koppel_account(inwoner, account, door=Door.systeem(gemeente.pk, "Oefenstad"))
    door = pak_inwonersdoor(account, gemeente_id=gemeente.pk, herkomst="oefenstad")
    assert door is not None
    return door


def _adres(naam: str, gemeente: Gemeente) -> str:
    """An invented address; nobody's post arrives there."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return f"{re.sub(r'[^a-z]+', '.', kaal).strip('.')}@mijn.{gemeente.slug}.oefenstad.example"
