"""Shards: some jobs that go to a node together, and the file that their results come back in.

A Parquet file with a row for each job that was done: its place among the jobs, whether it failed,
and in MessagePack the result or the `Failed`.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import takewhile
from pathlib import Path
from types import ModuleType
from typing import Any, TypedDict, cast

import msgspec
import pyarrow as _untyped
import pyarrow.parquet as _untyped_parquet

from .interface import Failed, J, Limits, R, Work
from .local import Local

_arrow = cast(Any, _untyped)  # pyarrow has no types
_parquet = cast(Any, _untyped_parquet)

_SCHEMA: Any = _arrow.schema(
    [("job", _arrow.int32()), ("failed", _arrow.bool_()), ("result", _arrow.large_binary())]
)
_HELD = 16 << 20  # bytes of results that are written, and read, together


class _Row(TypedDict):
    job: int
    failed: bool
    result: bytes


def run_shard(
    jobs: Sequence[J], work: Work[J, R], limits: Limits, path: Path, stop: Path, log: Path | None
) -> None:
    """Do some jobs in a process beside this one, and write the results to `path` when all are done.

    No more jobs are begun once there is a file `stop`.  `limits` and `log` are those of `Local`.
    Raises WorkersError, and OSError where the folder of `path` cannot be written to.
    """
    aside = path.with_suffix(".part")
    wanted = takewhile(lambda _: not stop.exists(), jobs)
    with (
        _parquet.ParquetWriter(aside, _SCHEMA, compression="zstd", use_dictionary=False) as file,
        _nameless_main(),
        closing(Local(1, limits, log=log)(wanted, work)) as results,
    ):
        # One worker gives its results in the order of its jobs.
        for rows in _together(_row(i, result) for i, (_, result) in enumerate(results)):
            file.write_batch(_arrow.RecordBatch.from_pylist(rows, _SCHEMA))
    aside.replace(path)


def read_shard(path: Path, returns: Any) -> Iterator[tuple[int, Any]]:
    """The place of each job that was done, and what came of it: of type `returns`, or a `Failed`."""
    results, failures = (msgspec.msgpack.Decoder(kind) for kind in (returns, Failed))
    with _parquet.ParquetFile(path) as file:
        for group in range(file.num_row_groups):
            for row in file.read_row_group(group).to_pylist():
                yield row["job"], (failures if row["failed"] else results).decode(row["result"])


def _row(place: int, result: object) -> _Row:
    encoded = msgspec.msgpack.encode(result)
    return {"job": place, "failed": isinstance(result, Failed), "result": encoded}


def _together(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    held: list[_Row] = []
    size = 0
    for row in rows:
        held.append(row)
        size += len(row["result"])
        if size >= _HELD:
            yield held
            held, size = [], 0
    yield held


@contextmanager
def _nameless_main() -> Generator[None]:
    """Hide what this process was started to run: multiprocessing has every child load it anew.

    Here it is the program of a Ray worker, which the children have no use for, and which takes a
    second to load.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
