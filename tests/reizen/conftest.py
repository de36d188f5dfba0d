"""What every journey needs: our own queries beside the browser, and a municipality that is really there."""

from collections.abc import Callable, Iterator

import pytest

from wijkspil.gemeenten import register
from wijkspil.gemeenten.models import Gemeente
from wijkspil.oefenstad.inrichting import richt_in


@pytest.fixture(autouse=True)
def naast_de_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser's driver runs an event loop in this thread; our own queries beside it are plain ones."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture
def inrichten(transactional_db: None) -> Iterator[Callable[[str], Gemeente]]:
    """Set up a municipality for a journey; what was written is really committed."""
    yield richt_in
    register.vergeet()
