"""What the name of a font says about the codes of its letters."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from .conversion import Encoding

_SUBSET = re.compile(r"[A-Z]{6}\+")
_STYLE = re.compile(r"[ ,-]*(?:bold|italic|regular|normal|mt)+$", re.I)
# "VnTimeHBold" of a PDF; "VNtimes New Roman" is of another maker.
_TCVN3_BARE = re.compile(r"Vn[A-Z0-9]")
_VNI = re.compile(r"VNI[- ]?[a-z0-9]", re.I)
# '.VnTimeH', '.Vn3DH'; where programs change the case of names, the common families.
_CAPITALS = re.compile(r"H$|(?:time|arial|avant)h$")
_SYMBOLS = re.compile(r"symbol|wingdings|webdings|zapf ?dingbats|marlett|mt ?extra", re.I)


class Hint(Struct, frozen=True):
    """A font made for an encoding; `capitals` where it shows small letters as capitals."""

    encoding: Encoding
    capitals: bool = False


@lru_cache(maxsize=1024)
def hint_of(font: str | None) -> Hint | None:
    """What the name of a font says; null where it says nothing.

    >>> hint_of(".VnTimeH"), hint_of("ABCDEF+VNI-Times,Bold"), hint_of("Times New Roman")
    (Hint(encoding='TCVN3', capitals=True), Hint(encoding='VNI', capitals=False), None)
    """
    name = _STYLE.sub("", _SUBSET.sub("", (font or "").strip(" '\""), count=1))
    if _VNI.match(name):
        return Hint("VNI")
    if name.lower().startswith(".vn") or _TCVN3_BARE.match(name):
        return Hint("TCVN3", capitals=_CAPITALS.search(name) is not None)
    return None


@lru_cache(maxsize=1024)
def is_symbols(font: str | None) -> bool:
    """Whether a font shows signs in place of letters."""
    return font is not None and _SYMBOLS.search(font) is not None
