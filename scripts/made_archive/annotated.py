"""A text that is written together with its gold labels, so that no offset is ever looked up."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of text with a label; `tag` names it for the list of planted errors."""

    layer: str
    pieces: tuple[Piece, ...]
    fields: dict[str, object]
    tag: str = ""


Piece = str | Mark
Label = dict[str, object]


class AnnotatedText:
    """A document under construction: `text` so far, `labels` in the gold format."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.labels: list[Label] = []
        self._tagged: dict[str, Label] = {}

    @property
    def text(self) -> str:
        """Everything written so far."""
        return "".join(self._parts)

    def write(self, *pieces: Piece) -> None:
        """Append pieces as they are, with no blank between them."""
        for piece in pieces:
            if isinstance(piece, str):
                self._parts.append(piece)
                self._length += len(piece)
            else:
                self._write_mark(piece)

    def line(self, *pieces: Piece) -> None:
        """Append pieces and end the line."""
        self.write(*pieces, "\n")

    def paragraph(self, *pieces: Piece) -> None:
        """Append pieces, end the line and leave one blank."""
        self.write(*pieces, "\n\n")

    def place(self, tag: str) -> Label:
        """Where the mark with this tag stands: start, end and text."""
        return {key: self._tagged[tag][key] for key in ("start", "end", "text")}

    def _write_mark(self, mark: Mark) -> None:
        start, first = self._length, len(self._parts)
        label: Label = {"layer": mark.layer, "start": start}
        self.labels.append(label)
        self.write(*mark.pieces)
        label |= {"end": self._length, "text": "".join(self._parts[first:]), **mark.fields}
        if mark.tag:
            self._tagged[mark.tag] = label
