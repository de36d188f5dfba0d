"""Logs name ids, never people: whatever looks like a BSN is blacked out before a line is written (G6).

The text of an error can quote what somebody typed: PostgreSQL shows the failing row, pydantic the value. Those quotes are left out too.
"""

import logging
import re

from wijkspil.regels.bsn import is_geldig

_NEGEN_CIJFERS = re.compile(r"(?<!\d)\d{9}(?!\d)")


_AANHALING = re.compile(r"^(DETAIL|CONTEXT|LINE \d+): .*|input_value=.*?(?=, input_type=)", re.MULTILINE)
_zonder_opmaak = logging.Formatter()


def zonder_bsn(tekst: str) -> str:
    return _NEGEN_CIJFERS.sub(lambda m: "[bsn]" if is_geldig(m.group()) else m.group(), tekst)


def zonder_persoon(tekst: str) -> str:
    """The text of an error or a traceback without a BSN and without the data that the error quotes."""
    return zonder_bsn(_AANHALING.sub("[weggelaten]", tekst))


class ZonderPersoonsgegevens(logging.Filter):
    """Rewrites a record so that neither its message, nor its arguments, nor its traceback carries personal data."""

    def filter(self, record: logging.LogRecord) -> bool:
        tekst = record.getMessage()
        schoon = zonder_bsn(tekst)
        if schoon != tekst:
            record.msg, record.args = schoon, ()
        if record.exc_info and not record.exc_text:  # the handler's formatter uses what it finds here
            record.exc_text = zonder_persoon(_zonder_opmaak.formatException(record.exc_info))
        return True
