"""Tables as pandas data frames, with the types that analysis expects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

import pandas as pd
import pyarrow as _untyped
import pyarrow.parquet as _untyped_parquet

from ..errors import StorageError
from ..records import read_period
from .columns import Column
from .parquet_file import arrow_table

_arrow = cast(Any, _untyped)  # pyarrow has no types
_parquet = cast(Any, _untyped_parquet)

_DAYS = frozenset({"date", "doc_date", "first_cited", "last_cited", "fate_since"})
# Few values, many rows: a hundredth of the memory, and what one groups by.
_CATEGORIES = frozenset(
    """source doc_number doc_issuer kind type type_code issuer relation unit approx role period agency
    indicator_id indicator status target_status check severity outcome reason decision media_type
    encoding place province doc_id""".split()
)
_DTYPES = {_arrow.string(): pd.StringDtype(), _arrow.int64(): pd.Int64Dtype()}


def frame_of(columns: Sequence[Column], batches: Iterable[Sequence[Sequence[Any]]]) -> pd.DataFrame:
    """Batches of rows, as the values of each column, as a data frame typed as in `parquet_frame`."""
    tables = [arrow_table(columns, values) for values in batches]
    return _framed(
        _arrow.concat_tables(tables or [arrow_table(columns, [[] for _ in columns])]), columns
    )


def parquet_frame(path: Path, columns: Sequence[Column]) -> pd.DataFrame:
    """A Parquet file of these columns as a data frame; a million rows take some seconds.

    Whole numbers are nullable `Int64`, numbers `float64`, texts `string`, names that come again and
    again `category`, lists Python lists.  A day is `datetime64[s]`, and where it lacks its day or does
    not exist NaT: what is written stands beside it in `<name>_text`.  A `period` has its first and
    last day beside it, `period_start` and `period_end`.  Raises StorageError where it cannot be read.
    """
    try:
        return _framed(_parquet.read_table(path), columns)
    except (_arrow.ArrowException, OSError, KeyError) as error:
        raise StorageError(f"{path}: cannot be read ({error}); mine again") from error


def _framed(table: Any, columns: Sequence[Column]) -> pd.DataFrame:
    series: dict[str, Any] = {}
    for column in columns:
        values = table.column(column.name)
        if column.name in _DAYS:
            series[column.name] = _days(values, _day)
            series[f"{column.name}_text"] = _plain(values)
        elif column.type == "list":
            series[column.name] = pd.Series(values.to_pylist(), dtype="object")
        elif column.name in _CATEGORIES:
            series[column.name] = values.dictionary_encode().to_pandas()
        else:
            series[column.name] = _plain(values)
        if column.name == "period":
            series["period_start"] = _days(values, _first_day)
            series["period_end"] = _days(values, _last_day)
    return pd.DataFrame(series)


def _plain(values: Any) -> Any:
    return values.to_pandas(types_mapper=_DTYPES.get)


def _days(values: Any, day_of: Callable[[str], date | None]) -> Any:
    """The day that each text tells; asked once for each different text."""
    texts = values.dictionary_encode().to_pandas().cat
    days = [day_of(text) for text in texts.categories]
    # the code of what is missing is -1: the last one
    each: Any = pd.Series([*days, None], dtype="datetime64[s]")
    return each.take(texts.codes).reset_index(drop=True)


def _day(text: str) -> date | None:
    span = read_period(text)
    return span.first if span and span.first == span.last else None


def _first_day(period: str) -> date | None:
    span = read_period(period)
    return span.first if span else None


def _last_day(period: str) -> date | None:
    span = read_period(period)
    return span.last if span else None
