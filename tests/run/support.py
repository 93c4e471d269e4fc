"""A batch mined in this process, path by path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cchc_mining.mining import unpack, work_of
from cchc_mining.records import Record
from cchc_mining.run import (
    Batch,
    Input,
    Journal,
    Maker,
    Options,
    Outcome,
    Serial,
    identify,
    mine_jobs,
    walk,
)

MAKER = Maker(b"program", b"program, an hour")


class Result(NamedTuple):
    """What became of one path."""

    outcome: Outcome
    record: Record | None

    @property
    def verdict(self) -> tuple[str, str | None]:
        return self.outcome.row.outcome, self.outcome.row.reason


def mine(folder: Path, options: Options) -> dict[str, Result]:
    """Find and mine what is under a folder."""
    found = list(results(list(identify(walk([folder]), options.limit)), options))
    names = [one.outcome.row.path for one in found]
    assert names == sorted(set(names))
    return dict(zip(names, found, strict=True))


def results(inputs: list[Input], options: Options) -> Iterator[Result]:
    """Mine some inputs."""
    batch = Batch(inputs)
    with TemporaryDirectory() as work, Journal(Path(work), MAKER) as journal:
        list(mine_jobs(batch.jobs(), journal, Serial(), work_of(options)))
        for outcome in batch.outcomes(journal):
            data = outcome.mined.data if outcome.mined else b""
            yield Result(outcome, unpack(data).record if data else None)


def verdicts(found: dict[str, Result]) -> dict[str, tuple[str, str | None]]:
    """Outcome and reason of every path."""
    return {name: one.verdict for name, one in found.items()}
