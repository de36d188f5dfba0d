"""Code lists with their Dutch labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Codelijst:
    """One code list of a standard: `codes` maps each code (text, leading zeros kept) to its Dutch label."""

    code: str
    naam: str
    codes: Mapping[str, str]
    bron: str
    zekerheid: str

    def omschrijving(self, code: str) -> str:
        """Give the Dutch label of a code; raises LookupError that names the list when the code is not in it."""
        try:
            return self.codes[code]
        except KeyError:
            raise LookupError(
                f"Code {code!r} staat niet in lijst {self.code} ({self.naam}). Kies een van: {', '.join(self.codes)}."
            ) from None


def maak_lijsten(feiten: Mapping[str, Any]) -> dict[str, Codelijst]:
    """Turn the contents of codelijsten.yaml into code lists by code."""
    return {
        code: Codelijst(code, lijst["naam"], lijst["codes"], feiten["bron"], feiten["zekerheid"])
        for code, lijst in feiten["lijsten"].items()
    }
