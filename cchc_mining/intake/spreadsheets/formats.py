"""Number formats of spreadsheets: a stored number as the cell shows it, in Vietnamese notation.

The codes are those of ISO/IEC 29500-1, 18.8.30: '#,##0.0' shows 1234.56 as '1.234,6', '0.0%' shows
0.9523 as '95,2%'.  Dates are dd/mm/yyyy whatever their format, with as much of them as it shows.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

import msgspec
from msgspec import Struct

_BUILTIN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)", 41: "#,##0;-#,##0;-", 42: "#,##0;-#,##0;-",
    43: "#,##0.00;-#,##0.00;-", 44: "#,##0.00;-#,##0.00;-", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss", 48: "0.0E+0", 49: "@",
}  # fmt: skip

# What stands in a code: quoted text, an escaped letter, a blank as wide as a letter, a letter to
# fill with, a condition or currency in brackets, or one letter.
_TOKEN = re.compile(r'"([^"]*)"?|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(.)', re.S)
_CURRENCY = re.compile(r"\$([^-]*)")
_ELAPSED = re.compile(r"[hms]+", re.I)
_DATE_LETTERS = re.compile(r"[ymdhsne]")
_MINUTES = re.compile(r"(?<=[he])[^ymdhs]{0,4}m+|m+(?=[^ymdhs]{0,4}s)")
_NOT_DECIMAL = re.compile(r"@|\?/|/\?|E[+-]")  # text, fractions, powers of ten
_PLACEHOLDERS = re.compile(r"[#0?](?:[#0?.,\0]*[#0?.,])?")
_LAST_DAY = 2_958_466  # 1 January 10000
_MOST_GENERAL = Decimal(10) ** 15


class _Section(Struct, frozen=True):
    """One section of a code: what stands before and after the figures, and how they are written."""

    before: str = ""
    after: str = ""
    general: bool = False
    integers: int = 0  # fewest figures before the comma
    decimals: int = 0
    optional: int = 0  # of them, how many are left out where they are zeros
    grouped: bool = False
    scale: int = 0  # power of ten that the number is multiplied by
    holds_figures: bool = False


def builtin(number: int) -> str:
    """The code of a format that is known by its number."""
    return _BUILTIN.get(number, "General")


def is_date(code: str) -> bool:
    """Whether a code shows a day or a time.

    >>> is_date("dd/mm/yyyy"), is_date('#,##0 "đồng"'), is_date("[Red]0.0")
    (True, False, False)
    """
    return bool(_date_letters(code))


def shown_number(value: float, code: str) -> str:
    """A number as a cell of this format shows it.

    >>> shown_number(1234.5, "#,##0.00"), shown_number(0.95, "0%"), shown_number(-3, "0;(0)")
    ('1.234,50', '95%', '(3)')
    """
    try:
        number = Decimal(f"{value:.15g}")
    except (InvalidOperation, ValueError):
        return ""
    if not number.is_finite():
        return ""
    sections = _sections(code)
    if number < 0 and len(sections) > 1:
        return _write(-number, sections[1])
    if number == 0 and len(sections) > 2:
        return _write(number, sections[2])
    sign = "-" if number < 0 else ""
    text = _write(abs(number), sections[0])
    return sign + text if any(c in "123456789" for c in text) else text


def shown_date(serial: float, code: str, *, from_1904: bool = False) -> str:
    """A day or time, stored as days since 1900 or 1904, with as much of it as the format shows.

    >>> shown_date(45292, "d-mmm-yy"), shown_date(45292, "mm/yyyy"), shown_date(0.5, "h:mm")
    ('01/01/2024', '01/2024', '12:00')
    >>> shown_date(1.5, "[h]:mm")
    '36:00'
    """
    days = serial + (1462 if from_1904 else 0)
    if not 0 <= days < _LAST_DAY:
        return shown_number(serial, "General")
    letters = _date_letters(code)
    if "e" in letters:
        minutes = round(days * 1440)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if days < 61 and not from_1904:
        days += 1  # as if 1900 had had a 29 February
    moment = datetime(1899, 12, 30) + timedelta(seconds=round(days * 86_400))
    return shown_moment(moment, code)


def shown_moment(moment: datetime, code: str = "General") -> str:
    """A moment with as much of it as a format shows, or all where it shows no date."""
    return _date_text(moment, _date_letters(code) or "dmyhn")


def _date_text(moment: datetime, letters: str) -> str:
    time = f"{moment:%H:%M}" if {"h", "n", "s"} & set(letters) else ""
    parts = {"d": f"{moment:%d}", "m": f"{moment:%m}", "y": f"{moment.year:04}"}
    day = "/".join(text for letter, text in parts.items() if letter in letters)
    if day and time in ("", "00:00"):
        return day
    return f"{time} {day}".strip()


def _date_letters(code: str) -> str:
    """The letters for parts of a date in a code: d, m (months), y, h, n (minutes), s, and e for time
    that may pass 24 hours.
    """
    pieces: list[str] = []
    for _, _, _, _, bracket, letter in _TOKEN.findall(code.split(";")[0]):
        pieces.append("e" if _ELAPSED.fullmatch(bracket) else letter or " ")
    text = "".join(pieces).lower()
    if "general" in text:
        return ""
    text = _MINUTES.sub(lambda minutes: minutes[0].replace("m", "n"), text)
    return "".join(_DATE_LETTERS.findall(text))


@lru_cache(maxsize=1024)
def _sections(code: str) -> list[_Section]:
    sections: list[list[tuple[str, bool]]] = [[]]  # letters, and whether they are shown as they are
    for quoted, escaped, wide, fill, bracket, letter in _TOKEN.findall(code):
        if letter == ";":
            sections.append([])
        elif letter:
            sections[-1].append((letter, False))
        elif bracket:
            currency = _CURRENCY.match(bracket)
            sections[-1].append((currency[1] if currency else "", True))
        elif not (wide or fill):
            sections[-1].append((quoted or escaped, True))
        else:
            sections[-1].append((" " if wide else "", True))
    return [_section(tokens) for tokens in sections[:3]]


def _section(tokens: list[tuple[str, bool]]) -> _Section:
    # Each token is one letter here, so that what is found in `plain` is found in `tokens`.
    plain = "".join(text if not literal else "\0" for text, literal in tokens)
    general = plain.lower().find("general")
    if general >= 0:
        return _around(tokens, general, general + len("general"), _Section(general=True))
    if _NOT_DECIMAL.search(plain):
        return _Section(general=True)
    figures = _PLACEHOLDERS.search(plain)
    if figures is None:
        return _Section(before="".join(text for text, _ in tokens).strip())
    whole, _, fraction = figures[0].replace("\0", "").partition(".")
    thousands = len(figures[0]) - len(figures[0].rstrip(","))
    fraction = fraction.rstrip(",")
    section = _Section(
        integers=whole.count("0"),
        decimals=len(fraction),
        optional=len(fraction) - len(fraction.rstrip("#?")),
        grouped="," in whole.rstrip(","),
        scale=2 * plain.count("%") - 3 * thousands,
        holds_figures=True,
    )
    return _around(tokens, figures.start(), figures.end(), section)


def _around(tokens: list[tuple[str, bool]], start: int, end: int, section: _Section) -> _Section:
    """A section with what its tokens before and after the figures show."""
    before = "".join(text for text, _ in tokens[:start])
    after = "".join(text for text, _ in tokens[end:])
    return msgspec.structs.replace(section, before=before.lstrip(), after=after.rstrip())


def _write(number: Decimal, section: _Section) -> str:
    if section.general:
        return section.before + _general(number) + section.after
    if not section.holds_figures:
        return section.before
    number = number.scaleb(section.scale)
    rounded = number.quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    needed = section.decimals - section.optional
    fraction = fraction[:needed] + fraction[needed:].rstrip("0")
    whole = whole.lstrip("0").zfill(section.integers)
    if section.grouped:
        whole = _grouped(whole)
    return section.before + whole + ("," + fraction if fraction else "") + section.after


def _grouped(whole: str) -> str:
    first = len(whole) % 3
    groups = [whole[:first]] if first else []
    groups += [whole[i : i + 3] for i in range(first, len(whole), 3)]
    return ".".join(groups)


def _general(number: Decimal) -> str:
    if number >= _MOST_GENERAL:
        return f"{number:.5E}".replace(".", ",")
    if number != number.to_integral_value():
        number = Decimal(f"{number:.10g}")
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
