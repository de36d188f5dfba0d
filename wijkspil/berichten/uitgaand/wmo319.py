"""WMO319: the answer to a request when it is no assignment: under investigation (2), or refused with a reason (1)."""

from typing import Any

AFGEWEZEN, IN_ONDERZOEK = "1", "2"


def inhoud(referentie: str, antwoord: str, reden: str) -> dict[str, Any]:
    """The answer on the request with this reference, without Header."""
    deel = {"ReferentieAanbieder": referentie, "VerzoekAntwoord": antwoord}
    return {"Antwoord": deel | ({"RedenAfwijzingVerzoek": reden} if antwoord == AFGEWEZEN else {})}
