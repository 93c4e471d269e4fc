"""One document made ready to be read: its canonical view, layout, tables and context."""

from .context import Context, bare_name
from .grid import Cell, Grid
from .layout import FootnoteBlock, Layout
from .view import View

__all__ = ["Cell", "Context", "FootnoteBlock", "Grid", "Layout", "View", "bare_name"]
