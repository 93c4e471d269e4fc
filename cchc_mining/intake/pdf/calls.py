"""PDFium's C functions called in bulk.

PDFium is asked for one glyph or object at a time.  Such calls are made by `map` over ranges of
numbers and addresses, so that no Python code runs for each.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as _raw

ADDRESS = ctypes.c_void_p
"""The type of handles and of places to write to."""


def function(name: str, *arguments: Any, result: Any = ctypes.c_int) -> Any:
    """A PDFium function that takes handles and places as plain addresses."""
    address = ctypes.cast(getattr(_raw, name), ADDRESS).value
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


def address_of(handle: Any) -> int:
    """The address of a handle."""
    return ctypes.cast(handle, ADDRESS).value or 0


def run(calls: Iterable[Any]) -> None:
    """Make calls whose results do not matter."""
    deque(calls, maxlen=0)
