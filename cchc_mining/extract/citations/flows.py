"""The stretches of a text that are read on their own: the body, then every footnote."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Layout


def flows(layout: Layout) -> Iterator[tuple[str, int, int]]:
    """Strings to match against with the bounds of each stretch; all share the view's offsets."""
    yield layout.body, 0, len(layout.body)
    for note in layout.footnotes:
        yield layout.view.text, note.text_start, note.end
