#!/usr/bin/env python3
"""Whether a batch ends as it must, whatever happens to it.

    torture.py --hostile N [--jobs N] [--seconds S] [--memory MB] [--seed S] [--keep FOLDER]

`--hostile N`: mines N files that were damaged at random or made to hurt, of every format that is
read, among them files over which workers exit, crash, spin or take all memory, with sound files in
between.  The batch must end, with one row for every file, the right reason for what is known to
fail, and nothing else lost.  Exit code 0 if so, 1 if not.
"""

from __future__ import annotations

import argparse
import faulthandler
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from random import Random

from msgspec import Struct
from saboteur import DEEDS, Sabotaged, deed_of, name_for

from cchc_mining.run.engines import Limits, Local

# Workers import this too: what they do not need is imported where it is used.

_SHARE_OF_DEEDS = 0.1
_SECONDS_A_FILE = 10
_PATIENCE = 600


class Row(Struct, frozen=True):
    """What is told of one path."""

    path: str
    outcome: str
    reason: str | None


def write_hostile(folder: Path, count: int, draw: Random) -> None:
    """Fill a folder with so many hostile files, and with sound ones in between."""
    from hostile_files import hostile_files, whole_files

    deeds = max(len(DEEDS), round(count * _SHARE_OF_DEEDS)) if count > len(DEEDS) else 0
    for name, data in hostile_files(count - deeds, draw):
        (folder / name).write_bytes(data)
    kinds = list(DEEDS)
    for i in range(deeds):
        (folder / name_for(kinds[i % len(kinds)], i)).write_text(f"Báo cáo {i}", "utf-8")
    for i in range(count // 10 + 1):
        text = whole_files()["txt"][0] + f"\nSố trang: {i}".encode()
        (folder / f"{i:04d}-sound.txt").write_bytes(text)


def mine_hostile(folder: Path, out: Path, jobs: int, limits: Limits) -> list[Row]:
    """Mine a folder with workers that do as its files say; the rows of its inputs."""
    from cchc_mining.index import open_index
    from cchc_mining.pipeline import INDEX, mine_archive

    mine_archive([folder], out, engine=Sabotaged(Local(jobs, limits)))
    with open_index(out / INDEX) as index:
        return [Row(*row) for row in index.rows("SELECT path, outcome, reason FROM inputs")]


def complaints(names: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """What is wrong with the rows, of which every file must have one."""
    from cchc_mining.run import codes

    count = Counter(row.path for row in rows)
    for name in names:
        if count[name] != 1:
            yield f"{name}: {count[name]} rows"
    files = set(names)
    for row in rows:
        if row.path.partition("!")[0] not in files:
            yield f"{row.path}: a row without a file"
        if row.outcome in ("failed", "skipped") and row.reason not in codes():
            yield f"{row.path}: {row.outcome} for no known reason ({row.reason})"
        if "-sound" in row.path and row.outcome == "failed":
            yield f"{row.path}: {row.reason}, though sound"
        if (deed := deed_of(row.path)) and row.reason != DEEDS[deed]:
            yield f"{row.path}: {row.reason or row.outcome}, and not {DEEDS[deed]}"


def torture(folder: Path, options: argparse.Namespace) -> bool:
    """Mine hostile files with hostile workers.  Whether all went well."""
    documents, out = folder / "documents", folder / "out"
    documents.mkdir(parents=True)
    write_hostile(documents, options.hostile, Random(options.seed))
    names = sorted(path.name for path in documents.iterdir())
    print(f"{len(names)} files, {options.hostile} of them hostile", flush=True)
    faulthandler.dump_traceback_later(_PATIENCE + _SECONDS_A_FILE * len(names), exit=True)
    started = time.perf_counter()
    limits = Limits(options.seconds, options.memory << 20)
    rows = mine_hostile(documents, out, options.jobs, limits)
    faulthandler.cancel_dump_traceback_later()
    print(f"{len(rows)} rows in {time.perf_counter() - started:.0f} s")
    for (outcome, reason), count in Counter(
        (r.outcome, r.reason or "") for r in rows
    ).most_common():
        print(f"{count:6} {outcome} {reason}")
    wrong = list(complaints(names, rows))
    for complaint in wrong:
        print(f"WRONG {complaint}")
    return not wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hostile", type=int, required=True, metavar="N")
    parser.add_argument("--jobs", type=int, default=2, metavar="N")
    parser.add_argument("--seconds", type=float, default=30, metavar="S")
    parser.add_argument("--memory", type=int, default=1024, metavar="MB")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="a new folder to work in")
    options = parser.parse_args(arguments)
    place = nullcontext(options.keep) if options.keep else tempfile.TemporaryDirectory()
    with place as folder:
        return 0 if torture(Path(folder), options) else 1


if __name__ == "__main__":
    sys.exit(main())
