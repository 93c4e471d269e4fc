"""The year of a document whose mention gives none: what may be concluded, and what may not.

State numbers begin anew each year, so without its year a number names a document of each.  Decrees and
circulars carry the year with them; of the rest, plans, reports and letters serve for a year or so,
while a decision may be in force for decades.  Some numbers come back every January.
"""

from __future__ import annotations

import re
from functools import cache

from .. import lexicon
from ..vietnamese import fold
from .codes import is_type
from .numbers import UNKNOWN, number_key

# Types that are written for the year, the quarter or the day, and are not cited long after.
_PASSING = frozenset(
    ("kh", "bc", "tb", "ttr", "gm", "cđ", "pa", "cv", "bb", "pc", "pb", "lct", "ctct")
)
_YEAR = re.compile(r"\bnăm ((?:19|20)\d\d)\b")
_ANY_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
# What a period's end leaves no doubt about: a report on it is written within the same year.
_EARLY_PERIOD = re.compile(
    r"\b(?:quý (?:i{1,3}|[1-3])|tháng (?:0?[1-9]|1[01])|(?:06|0?[369]|ba|sáu|chín) tháng)(?: đầu)?"
    r"(?:/| năm |,? )\s*((?:19|20)\d\d)\b"
)


@cache
def _yearly() -> frozenset[str]:
    return frozenset(number_key(row.number, None, None, UNKNOWN) for row in lexicon.yearly_acts())


def is_yearly(number: str) -> bool:
    """Whether an act of that number (as in a target) comes back every year.

    >>> is_yearly('01/nq-cp'), is_yearly('76/nq-cp')
    (True, False)
    """
    return number in _yearly()


def is_passing(number: str) -> bool:
    """Whether documents so numbered (as in a target) are cited in their own year and the next only.

    >>> is_passing('128/kh-ubnd'), is_passing('830/ubnd-nc'), is_passing('1383/qđ-ubnd')
    (True, True, False)
    """
    code = number.rpartition("/")[2].partition("-")[0]
    return code in _PASSING or not (code.startswith(UNKNOWN) or is_type(code))


def plausible(number: str, year: int, written: int | None) -> bool:
    """Whether a document of that year may be meant by a number without one, in one written then.

    `written` is a year, None where it is not known: then nothing that passes is plausible.
    """
    if written is not None and year > written:
        return False
    return not is_passing(number) or (written is not None and year >= written - 1)


def year_of_subject(number: str | None, subject: str | None) -> str | None:
    """The year of a yearly act, which its subject names: 'nhiệm vụ, giải pháp ... năm 2024'."""
    if not number or not subject or not is_yearly(number_key(number, None, None, UNKNOWN)):
        return None
    years = set(_YEAR.findall(fold(subject)))
    return years.pop() if len(years) == 1 else None


def year_of_title(title: str | None) -> str | None:
    """The year in which a report on a period was written, where its title leaves no doubt.

    A report on a whole year, or its last month, may have been written in January.

    >>> year_of_title('Kết quả cải cách hành chính quý II năm 2023'), year_of_title('CCHC năm 2023')
    ('2023', None)
    """
    found = set(_EARLY_PERIOD.findall(fold(title or "")))
    return found.pop() if len(found) == 1 else None


def year_issued(title: str | None, written: str | None, subject: str | None) -> str | None:
    """The year of what a report says was issued in its period, where only one year is possible.

    The plan for a year may have been issued in December before it: a subject that names a year
    proves nothing.
    """
    years = set(_ANY_YEAR.findall(fold(title or "")))
    if len(years) != 1 or _ANY_YEAR.search(subject or ""):
        return None
    (year,) = years
    return year if written is None or written[:4] in (year, str(int(year) + 1)) else None
