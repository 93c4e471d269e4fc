"""The codes of TCVN3 (ABC) and VNI fonts, as the Latin-1 characters that programs take them for.

TCVN 5712:1993 gives every letter a code of its own.  Its part VN3, for which the ABC fonts (.VnTime)
are made, leaves out the toned capitals, which fonts of capitals (.VnTimeH) show instead; part VN1 has
them, some among the control codes.  VNI writes most toned letters as two codes, the plain letter
and a mark behind it.
"""

from __future__ import annotations

# From A1 to FE, letters of VN3; those of VN1 alone are in `_TCVN_CAPITALS`.  The combining marks
# B0-B4 are not read: where their codes occur they are '°', '±', '²', '³' and the acute accent.
_TCVN_LETTERS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN_CAPITALS = {
    0xAF: "Ằ", 0xBA: "Ẳ", 0xBF: "Ẵ", 0xC0: "ẮẦẨẪẤỀ", 0xCD: "Ể", 0xD9: "ỄẾỒ", 0xE0: "Ổ",
    0xF0: "Ỗ", 0xFF: "Ố",
}  # fmt: skip
_TCVN_CONTROLS = {
    0x01: "ÚỤ", 0x04: "ỪỬỮ", 0x11: "ỨỰỲỶỸÝỴ",
    0x80: "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ",
}  # fmt: skip


def _codes(*parts: dict[int, str]) -> dict[str, str]:
    return {
        chr(first + i): letter
        for part in parts
        for first, letters in part.items()
        for i, letter in enumerate(letters)
    }


TCVN3 = _codes(_TCVN_LETTERS, _TCVN_CAPITALS)
"""Letters of TCVN 5712 by code, but for those among the control codes."""

TCVN3_CONTROLS = _codes(_TCVN_CONTROLS)
"""Capitals of its part VN1 that stand among the control codes."""

VNI_LETTERS = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
    "Ñ": "Đ", "Ô": "Ơ", "Ö": "Ư", "Í": "Í", "Ì": "Ì", "Æ": "Ỉ", "Ó": "Ĩ", "Ò": "Ị", "Î": "Ỵ",
}  # fmt: skip
"""Letters that VNI writes as one code."""

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_ROOF, _BOWL = "\u0302", "\u0306"
_VNI_SMALL_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _ROOF, "á": _ROOF + _ACUTE, "à": _ROOF + _GRAVE, "å": _ROOF + _HOOK,
    "ã": _ROOF + _TILDE, "ä": _ROOF + _DOT,
    "ê": _BOWL, "é": _BOWL + _ACUTE, "è": _BOWL + _GRAVE, "ú": _BOWL + _HOOK,
    "ü": _BOWL + _TILDE, "ë": _BOWL + _DOT,
}  # fmt: skip
VNI_MARKS = {
    code: mark for small, mark in _VNI_SMALL_MARKS.items() for code in (small, small.upper())
}
"""Marks that VNI writes behind their letter, in either case, as combining characters."""

ALIASES = {
    # What PDF programs call the glyphs 'minus' and 'bullet' of the codes AD and B7.
    "−": "\xad", "∙": "·", "μ": "µ",
    # Bytes of fonts that say they are of symbols.
    **{chr(0xF000 + code): chr(code) for code in range(0x20, 0x100)},
}  # fmt: skip
"""Other characters that programs take codes for, and the code."""

WINDOWS_1258 = {
    "Ă": "Ã", "ă": "ã", "Đ": "Ð", "đ": "ð", "Ơ": "Õ", "ơ": "õ", "Ư": "Ý", "ư": "ý", "₫": "þ",
    "\u0300": "Ì", "\u0309": "Ò", "\u0303": "Þ", "\u0301": "ì", "\u0323": "ò",
}  # fmt: skip
"""What bytes are that were taken for Windows-1258 in place of Windows-1252, and the code."""
