"""One document made ready to be read: its canonical view, layout, tables and context."""

from .context import Context, bare_name
from .definitions import Definition, definition_at, find_definitions
from .grid import Cell, Grid
from .layout import FootnoteBlock, Layout
from .reading import Reading, read
from .view import Repair, View

__all__ = [
    "Cell",
    "Context",
    "Definition",
    "FootnoteBlock",
    "Grid",
    "Layout",
    "Reading",
    "Repair",
    "View",
    "bare_name",
    "definition_at",
    "find_definitions",
    "read",
]
