"""Pages that are pictures, read by OCR with the tesseract command where it is installed.

A picture is put straight and cleaned, stamps and ruling lines are taken out, and what tesseract reads
becomes a `Page` like that of a file with a text layer, so that all that is known of pages holds for
scans too.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Warning
from .language import Likeness, likeness
from .reading import Doubt, Reading, read_picture
from .tesseract import find_program, how_to_install, is_ready, languages

__all__ = [
    "Doubt",
    "Likeness",
    "Reading",
    "find_program",
    "how_to_install",
    "is_ready",
    "languages",
    "likeness",
    "ocr_warnings",
    "read_picture",
]

_SHOWN = 5  # words in doubt that a warning names


def ocr_warnings(readings: Sequence[Reading]) -> list[Warning]:
    """What to say of pages that were read by OCR: which they are, and what of them is in doubt."""
    if not readings:
        return []
    pages = ranges([reading.page.number for reading in readings])
    used = Warning(code="ocr-used", message=f"read by OCR, so letters may be wrong: page {pages}")
    return [used, *(_doubtful(reading) for reading in readings if reading.doubts)]


def _doubtful(reading: Reading) -> Warning:
    words = [
        f"'{doubt.text}' at ({', '.join(str(round(side)) for side in doubt.box)})"
        for doubt in reading.doubts[:_SHOWN]
    ]
    count = len(reading.doubts)
    more = f" and {count - _SHOWN} more" if count > _SHOWN else ""
    return Warning(
        code="ocr-low-confidence",
        message=f"hardly legible: {', '.join(words)}{more}",
        page=reading.page.number,
    )


def ranges(numbers: Sequence[int]) -> str:
    """Numbers in order, runs of them shortened.

    >>> ranges([1, 2, 3, 5])
    '1-3, 5'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
