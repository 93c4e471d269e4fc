"""What extractors of other installed packages find, after ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from ..extensions import extractors
from ..records import Extra, Record, SourceText, Warning

Extractor = Callable[[SourceText, Record], Iterable[Extra]]
"""A text and what was found in it so far, to what else stands there, at offsets of `source.text`."""

FAILED = "extractor-error"


def with_extras(record: Record, source: SourceText) -> Record:
    """A record with what the extractors find; one that fails gives nothing but a warning."""
    found: list[Extra] = []
    warnings: list[Warning] = []
    for extension in extractors():
        try:
            found += [_sound(extra, source.text) for extra in extension.value(source, record)]
        except Exception as error:  # the fault of that package, and not the document's
            said = f"{extension}: {type(error).__name__}: {error}"
            warnings.append(Warning(code=FAILED, message=said))
    if not found and not warnings:
        return record
    found.sort(key=attrgetter("start", "end"))
    return replace(
        record,
        status="partial" if warnings else record.status,
        warnings=(*record.warnings, *warnings),
        extras=tuple(_placed(extra, number, source) for number, extra in enumerate(found, 1)),
    )


def _sound(extra: object, text: str) -> Extra:
    """What an extractor yielded, as it is when it is read back from JSON.

    Raises ValueError where its words do not stand at its place, TypeError and ValidationError where
    it is no Extra.
    """
    if not isinstance(extra, Extra):
        raise TypeError(f"{type(extra).__name__} is no Extra")
    extra = msgspec.json.decode(msgspec.json.encode(extra), type=Extra)
    if not 0 <= extra.start < extra.end or text[extra.start : extra.end] != extra.text:
        raise ValueError(f"at {extra.start}-{extra.end} does not stand {extra.text!r}")
    return extra


def _placed(extra: Extra, number: int, source: SourceText) -> Extra:
    """With an id, and its place on the page."""
    page, boxes = source.places.at(extra.start, extra.end) if source.places else (None, ())
    return replace(extra, id=f"x{number}", page=page, boxes=boxes)
