"""Identifiers that can't be guessed and still sort by time, so that indexes stay compact."""

import os
import time
from uuid import UUID


def uuid7() -> UUID:
    """A version 7 UUID (RFC 9562): 48 bits of milliseconds, then 74 random bits."""
    milliseconden = time.time_ns() // 1_000_000
    willekeur = int.from_bytes(os.urandom(10), "big")
    waarde = (milliseconden & 0xFFFFFFFFFFFF) << 80
    waarde |= 0x7 << 76 | (willekeur >> 68 & 0xFFF) << 64
    waarde |= 0b10 << 62 | (willekeur & 0x3FFFFFFFFFFFFFFF)
    return UUID(int=waarde)
