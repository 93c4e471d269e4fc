"""What was made ready of one text, handed on so that who reads it next need not begin anew."""

from __future__ import annotations

from msgspec import Struct

from .layout import Layout
from .view import View


class Reading(Struct, frozen=True):
    """The canonical view of one text and its layout."""

    view: View
    layout: Layout


def read(text: str) -> Reading:
    """A text as it is written: without repairs of what was misread in recognising it."""
    view = View(text)
    return Reading(view, Layout(view))
