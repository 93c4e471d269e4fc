"""One document made ready to be read: its canonical view, its layout, its context."""

from .context import Context, bare_name
from .layout import FootnoteBlock, Layout
from .view import View

__all__ = ["Context", "FootnoteBlock", "Layout", "View", "bare_name"]
