"""The serial of a document number, which often stands for the whole: 'Nghị định 61'."""

from __future__ import annotations

import re

# Type words as short names abbreviate them: 'NQ 27', 'NĐ61'.
ABBREVIATED_KINDS = {"NQ": "Nghị quyết", "NĐ": "Nghị định", "QĐ": "Quyết định"}
SERIAL = re.compile(r"\d{1,4}[a-zđ]?")


def without_zeros(serial: str) -> str:
    """A serial as it compares: '6' of '06'."""
    return serial.lstrip("0") or "0"


def serial_of(number: str | None) -> str | None:
    """The serial of a document number as it compares: '6' of '06/QĐ-TTg'."""
    match = SERIAL.match(number or "")
    return without_zeros(match[0]) if match else None
