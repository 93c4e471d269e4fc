"""Texts in the encodings of fonts from before Unicode, restored as they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from ..records import Warning
from ..vietnamese.legacy import Encoding, Restored, Run, restore

Letters = Callable[[str, str | None], str]
"""Gives a piece of text, in a font if the format tells it, as it is to be read.

A line end ends what stands together; it is not changed.
"""

_T = TypeVar("_T")


def read_restored(read: Callable[[Letters], _T]) -> tuple[_T, Restored | None]:
    """What `read` makes of a document, with all its letters in Unicode.

    Where there are letters to restore it reads twice: which they are shows when all are known.
    """
    runs: list[Run] = []

    def hear(text: str, font: str | None) -> str:
        runs.append(Run(text, font))
        return text

    heard = read(hear)
    restored = restore(runs)
    if restored is None:
        return heard, None
    texts = zip(runs, restored.texts, strict=True)

    def say(text: str, font: str | None) -> str:
        run, letters = next(texts)
        assert run == Run(text, font), "a document is read the same way twice"
        return letters

    return read(say), restored


def warnings_of(restored: Restored | None) -> tuple[Warning, ...]:
    """What is to be said of a document that was restored."""
    return (warning_of(restored.codes),) if restored is not None else ()


def warning_of(codes: Mapping[Encoding, int]) -> Warning:
    """That so many characters were codes of an encoding from before Unicode."""
    counts = ", ".join(f"{count} characters of {name}" for name, count in sorted(codes.items()))
    return Warning(code="legacy-encoding", message=f"converted to Unicode: {counts}")


def encoding_with(encoding: str | None, restored: Restored | None) -> str | None:
    """An encoding, and those that were found within it: 'TCVN3', 'utf-8, TCVN3'."""
    if restored is None:
        return encoding
    return ", ".join(([encoding] if encoding else []) + sorted(restored.codes))
