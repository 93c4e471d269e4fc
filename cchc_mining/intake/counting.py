"""The numbers that lists show before their items: figures, letters, Roman numerals."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 4_000


def formatted(count: int, style: str) -> str:
    """A number in one of the formats of `w:numFmt`; those not known as figures.

    >>> [formatted(4, style) for style in ("decimal", "upperRoman", "lowerLetter", "decimalZero")]
    ['4', 'IV', 'd', '04']
    >>> formatted(28, "lowerLetter")
    'bb'
    """
    if style == "none":
        return ""
    if style == "decimalZero":
        return f"{count:02}"
    if style in ("lowerRoman", "upperRoman") and 0 < count < _MOST_ROMAN:
        return _cased(_roman(count), style)
    if style in ("lowerLetter", "upperLetter") and 0 < count < _MOST_ROMAN:
        return _cased(chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1), style)
    return str(count)


def _roman(count: int) -> str:
    pieces: list[str] = []
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        pieces.append(letters * times)
    return "".join(pieces)


def _cased(text: str, style: str) -> str:
    return text.upper() if style.startswith("upper") else text
