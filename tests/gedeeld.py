"""Where the shared reference material lies, when it lies beside the checkout.

The product never needs it. Tests that hold our facts against the official ones read it through here and skip with a reason when it is absent.
"""

import os
from pathlib import Path

import pytest

_kandidaat = Path(os.environ.get("WIJKSPIL_GEDEELD", Path(__file__).resolve().parents[2] / "shared"))

GEDEELD: Path | None = _kandidaat if (_kandidaat / "design.md").exists() else None

met_gedeeld = pytest.mark.skipif(
    GEDEELD is None,
    reason="the shared reference (../shared) is not beside this checkout; set WIJKSPIL_GEDEELD to its path",
)
