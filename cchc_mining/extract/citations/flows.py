"""Reading a text stretch by stretch."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Layout


def flows(layout: Layout) -> Iterator[tuple[str, int, int]]:
    """What is read on its own: the body, then every footnote.

    Strings to match against with the bounds of each stretch; all share the view's offsets.
    """
    yield layout.body, 0, len(layout.body)
    for note in layout.footnotes:
        yield layout.view.text, note.text_start, note.end
