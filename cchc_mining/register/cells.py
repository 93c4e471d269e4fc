"""What the cells of an official list mean: numbers, days, and whether a document is in force."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..records import RegisterState
from ..vietnamese import fold, strip_tones

# '38/2024/QĐ-UBND', '212-KL/TU', '1204/BC-SNV'; blanks around separators are noise.
_NUMBER = re.compile(r"\b(\d+[a-zđ]?(?:\s*/\s*\d{2,4})?(?:\s*[/-]\s*[^\W\d_][\w&.]*)+)", re.I)
_AROUND_SEPARATOR = re.compile(r"\s*([/-])\s*")
_DAY = re.compile(
    r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2})\s*[/.-]\s*(?P<m2>\d{1,2})\s*[/.-]\s*(?P<y2>\d{4})"
    r"|ngày\s*(?P<d3>\d{1,2})\s*tháng\s*(?P<m3>\d{1,2})\s*năm\s*(?P<y3>\d{4})",
    re.I,
)
_SERIAL = re.compile(
    r"\d{5}(?:[.,]0+)?"
)  # a day as spreadsheets store it, in a cell without format
_FIRST_DAY = date(1899, 12, 30)
_EARLIEST, _LATEST = 1930, 2100
# Without tones; the first that is found decides.
_STATES: tuple[tuple[str, RegisterState], ...] = (
    ("mot phan", "partly-expired"),
    ("partly", "partly-expired"),
    ("in part", "partly-expired"),
    ("chua co hieu luc", "not-yet"),
    ("not yet", "not-yet"),
    ("het hieu luc", "expired"),
    ("khong con", "expired"),
    ("ngung hieu luc", "expired"),
    ("thay the", "expired"),
    ("bai bo", "expired"),
    ("huy bo", "expired"),
    ("expired", "expired"),
    ("replaced", "expired"),
    ("repealed", "expired"),
    ("hieu luc", "in-force"),
    ("in force", "in-force"),
    ("valid", "in-force"),
)


def read_number(text: str) -> tuple[str | None, str]:
    """The number in a cell, without blanks, and what follows it there.

    >>> read_number('38 /2024/QĐ - UBND ngày 22/11/2024')
    ('38/2024/QĐ-UBND', 'ngày 22/11/2024')
    >>> read_number('không số')
    (None, '')
    """
    found = _NUMBER.search(text)
    if not found:
        return None, ""
    return _AROUND_SEPARATOR.sub(r"\1", found[1]), text[found.end() :].strip(" ,;")


def read_day(text: str) -> str | None:
    """The day that a cell is, as ISO; None where it is none.

    >>> read_day('05/01/2023'), read_day('2023-1-5'), read_day('44931'), read_day('31/11/2023')
    ('2023-01-05', '2023-01-05', '2023-01-05', None)
    """
    if _SERIAL.fullmatch(text.strip()):
        day = _FIRST_DAY + timedelta(days=int(text.strip()[:5]))
        return day.isoformat() if _EARLIEST <= day.year <= _LATEST else None
    return day_in(text)


def day_in(text: str) -> str | None:
    """The first day that a text names, as ISO.

    >>> day_in('Hết hiệu lực từ ngày 01/7/2023')
    '2023-07-01'
    """
    found = _DAY.search(text)
    if not found:
        return None
    parts = {key[0]: int(value) for key, value in found.groupdict().items() if value}
    try:
        return date(parts["y"], parts["m"], parts["d"]).isoformat()
    except ValueError:
        return None


def looks_like_day(text: str) -> bool:
    """Whether a cell is meant to hold a day, readable or not."""
    return any(letter.isdigit() for letter in text)


def read_state(text: str) -> RegisterState | None:
    """Whether a document is in force, in the words of a list.

    >>> read_state('Hết hiệu lực một phần'), read_state('Còn hiệu lực'), read_state('Đã bị bãi bỏ')
    ('partly-expired', 'in-force', 'expired')
    """
    plain = strip_tones(fold(text)).replace("đ", "d")
    return next((state for words, state in _STATES if words in plain), None)
