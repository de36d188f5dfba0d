"""Logs name ids, never people: whatever looks like a BSN is blacked out before a line is written (G6)."""

import logging
import re

from wijkspil.regels.bsn import is_geldig

_NEGEN_CIJFERS = re.compile(r"(?<!\d)\d{9}(?!\d)")


def zonder_bsn(tekst: str) -> str:
    return _NEGEN_CIJFERS.sub(lambda m: "[bsn]" if is_geldig(m.group()) else m.group(), tekst)


class ZonderPersoonsgegevens(logging.Filter):
    """Rewrites a record so that neither its message nor its arguments carry a BSN."""

    def filter(self, record: logging.LogRecord) -> bool:
        tekst = record.getMessage()
        schoon = zonder_bsn(tekst)
        if schoon != tekst:
            record.msg, record.args = schoon, ()
        return True
