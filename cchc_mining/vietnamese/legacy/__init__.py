"""Vietnamese in the encodings from before Unicode, TCVN3 (ABC) and VNI: told apart, and converted.

Codes of such texts reach us as the Latin-1 characters that programs take them for ('C«ng hoµ').
"""

from .conversion import Encoding, convert, count_codes, decode_tcvn3, decode_windows
from .evidence import encoding_of, may_be_legacy
from .fonts import Hint, hint_of
from .runs import Restored, Run, restore

__all__ = [
    "Encoding",
    "Hint",
    "Restored",
    "Run",
    "convert",
    "count_codes",
    "decode_tcvn3",
    "decode_windows",
    "encoding_of",
    "hint_of",
    "may_be_legacy",
    "restore",
]
