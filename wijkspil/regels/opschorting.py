"""When the clock of a decision stands still: the grounds of Awb article 4:15."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType


@dataclass(frozen=True)
class Opschortingsgrond:
    """One ground for suspension, in words a case worker can read aloud.

    ``dag_na_bericht``: the clock stops on the day after the notice; otherwise on the day the cause begins.
    ``bericht_begin`` and ``bericht_einde``: whether the applicant must be told that it stops and starts again.
    """

    code: str
    naam: str
    zin: str
    artikel: str
    tot_wanneer: str
    dag_na_bericht: bool
    bericht_begin: bool
    bericht_einde: bool
    schriftelijk_akkoord_nodig: bool = False

    def eerste_dag(self, bericht_op: date) -> date:
        """Give the first day on which the clock stands still."""
        return bericht_op + timedelta(days=1) if self.dag_na_bericht else bericht_op


OPSCHORTINGSGRONDEN: Mapping[str, Opschortingsgrond] = MappingProxyType(
    {
        grond.code: grond
        for grond in (
            Opschortingsgrond(
                code="aanvulling",
                naam="Wachten op ontbrekende gegevens",
                zin="De aanvraag is nog niet compleet en de inwoner is gevraagd om gegevens.",
                artikel="Awb, artikel 4:15 lid 1 onder a (en artikel 4:5)",
                tot_wanneer="de gegevens binnen zijn, of de tijd om ze te sturen voorbij is",
                dag_na_bericht=True,
                bericht_begin=True,
                bericht_einde=False,
            ),
            Opschortingsgrond(
                code="buitenland",
                naam="Wachten op informatie uit het buitenland",
                zin="Voor het besluit is informatie nodig van een instantie in het buitenland.",
                artikel="Awb, artikel 4:15 lid 1 onder b",
                tot_wanneer="de informatie er is, of langer wachten niet redelijk meer is",
                dag_na_bericht=True,
                bericht_begin=True,
                bericht_einde=True,
            ),
            Opschortingsgrond(
                code="instemming",
                naam="Uitstel met instemming van de inwoner",
                zin="De inwoner vindt het goed dat het langer duurt en heeft dat schriftelijk laten weten.",
                artikel="Awb, artikel 4:15 lid 2 onder a",
                tot_wanneer="de afgesproken tijd voorbij is",
                dag_na_bericht=False,
                bericht_begin=False,
                bericht_einde=False,
                schriftelijk_akkoord_nodig=True,
            ),
            Opschortingsgrond(
                code="toerekenbaar",
                naam="Vertraging door de aanvrager",
                zin="De vertraging ligt aan de kant van de aanvrager.",
                artikel="Awb, artikel 4:15 lid 2 onder b",
                tot_wanneer="de vertraging voorbij is",
                dag_na_bericht=False,
                bericht_begin=False,
                bericht_einde=True,
            ),
            Opschortingsgrond(
                code="overmacht",
                naam="Overmacht bij de gemeente",
                zin="De gemeente kan door overmacht tijdelijk geen besluit nemen.",
                artikel="Awb, artikel 4:15 lid 2 onder c",
                tot_wanneer="de overmacht voorbij is",
                dag_na_bericht=False,
                bericht_begin=True,
                bericht_einde=True,
            ),
        )
    }
)


@dataclass(frozen=True)
class Opschorting:
    """A stretch of days on which the clock stands still.

    ``van`` is the first still day; ``tot`` is the first day on which the clock runs again, None while it stands still.
    """

    van: date
    reden_code: str
    tot: date | None = None
    toelichting: str = ""

    def __post_init__(self) -> None:
        if self.tot is not None and self.tot < self.van:
            raise ValueError(
                f"De opschorting eindigt ({self.tot}) voor zij begint ({self.van}). Controleer de datums."
            )

    @property
    def grond(self) -> Opschortingsgrond | None:
        """The ground in the Awb, or None when the reason is an agreement outside it."""
        return OPSCHORTINGSGRONDEN.get(self.reden_code)

    def omvat(self, dag: date) -> bool:
        """Tell whether the clock stands still on a day."""
        return self.van <= dag and (self.tot is None or dag < self.tot)

    def einde_op(self, vandaag: date) -> date:
        """Give the first running day, seen from a day: an open suspension could end today at the earliest."""
        return self.tot if self.tot is not None else max(self.van, vandaag)
