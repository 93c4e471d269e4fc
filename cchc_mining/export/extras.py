"""What extractors of other packages found, as a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from ..records import Extra, Record
from .columns import Column
from .frame import frame_of

_PLACE = (
    *(Column(name, "text", name) for name in ("source", "doc_id", "mention", "kind")),
    *(Column(name, "integer", name) for name in ("start", "end")),
    Column("text", "text", "text"),
    Column("page", "integer", "page"),
    Column("confidence", "number", "confidence"),
)


def extras_frame(records: Iterable[Record], kind: str | None = None) -> pd.DataFrame:
    """The extras of some records, or those of one kind, one a row.

    After the columns of the place follow `fields.<name>`, in the order in which they first come, of
    the type of what they hold: string, Int64, Float64, boolean, or object where it differs.
    """
    found = [(record, extra) for record in records for extra in _of_kind(record, kind)]
    rows = [_row(record, extra) for record, extra in found]
    place = frame_of(_PLACE, [list(zip(*rows, strict=True))] if rows else [])
    names = dict.fromkeys(name for _, extra in found for name in extra.fields)
    fields = {
        f"fields.{name}": pd.Series(
            [extra.fields.get(name) for _, extra in found], dtype="object"
        ).convert_dtypes()
        for name in names
    }
    return pd.concat([place, pd.DataFrame(fields)], axis=1) if fields else place


def _of_kind(record: Record, kind: str | None) -> Iterator[Extra]:
    return (extra for extra in record.extras if kind in (None, extra.kind))


def _row(record: Record, extra: Extra) -> tuple[Any, ...]:
    return (
        *(record.source, record.doc_id, extra.id, extra.kind),
        *(extra.start, extra.end, extra.text, extra.page, extra.confidence),
    )
