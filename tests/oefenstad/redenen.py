"""Why a letter of a game may stay behind: life in the town is not perfect, and the letters say so."""

GEWOON = (
    "Bij het gesprek staat niet dat de identiteit is vastgesteld.",
    "Het gesprek gaat niet door, dus de uitnodiging is niet meer nodig.",
)


def vreemd(redenen: dict[str, int]) -> list[str]:
    """The reasons that nobody expects."""
    return [reden for reden in redenen if not reden.startswith(GEWOON)]
