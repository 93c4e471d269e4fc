#!/usr/bin/env python3
"""What a batch costs: with one process and with two, once more, and in questions afterwards.

    benchmark_batch.py [--documents N] [--small N] [--json FILE]

Made documents are mined in processes of their own: with --jobs 1 and --jobs 2, then again unchanged,
and with one document changed.  Peak memory of the process that writes is compared with that of a small
archive.  Then the index is built anew from what was mined, and asked who cites what.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from benchmark import cchc, peak_of
from make_archive import make_archive
from msgspec import Struct

_QUESTIONS = 50


class Run(Struct, frozen=True):
    """One run of `cchc mine`: seconds on the clock, and peak memory of its main process."""

    seconds: float
    peak_megabytes: float | None


class Report(Struct, frozen=True, kw_only=True):
    """Everything measured.

    Shares are those of the first run with one job; times of questions are medians in milliseconds,
    in the library and of a whole process less that of `python -c pass`.
    """

    documents: int
    mentions: int
    one_job: Run
    two_jobs: Run
    unchanged: Run
    one_changed: Run
    small_peak_megabytes: float | None
    mentions_a_second: float
    cited_in_library: float
    cited_in_process: float

    @property
    def ratios(self) -> dict[str, float]:
        """What is asked of a batch."""
        first = self.one_job.seconds
        return {
            "one job / two jobs": first / self.two_jobs.seconds,
            "unchanged / first run": self.unchanged.seconds / first,
            "one document changed / first run": self.one_changed.seconds / first,
            "peak memory / that of the small archive": (self.one_job.peak_megabytes or 0)
            / (self.small_peak_megabytes or 1),
        }


def mine(archive: Path, out: Path, jobs: int) -> Run:
    """Mine in a process of its own."""
    started = time.perf_counter()
    peak = peak_of(cchc("mine", archive, "--out", out, "--jobs", jobs))
    return Run(time.perf_counter() - started, peak)


def measure(documents: int, small: int) -> Report:
    """Everything, in one run."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        # As an installed package: its modules are compiled, by the first run if not before.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(folder / "compiled"))
        make_archive(folder / "small", small)
        make_archive(folder / "made", documents)
        archive, out = folder / "made" / "documents", folder / "1"
        least = mine(folder / "small" / "documents", folder / "0", 1)
        one, two = mine(archive, out, 1), mine(archive, folder / "2", 2)
        unchanged = mine(archive, out, 1)
        with next(archive.rglob("*.txt")).open("a", encoding="utf-8") as changed:
            changed.write("\nBáo cáo này thay thế báo cáo trước.\n")
        one_changed = mine(archive, out, 1)
        mentions, seconds = build_index(folder / "2", folder / "index.sqlite")
        in_library, in_process = ask(out)
    return Report(
        documents=documents,
        mentions=mentions,
        one_job=one,
        two_jobs=two,
        unchanged=unchanged,
        one_changed=one_changed,
        small_peak_megabytes=least.peak_megabytes,
        mentions_a_second=mentions / seconds,
        cited_in_library=in_library,
        cited_in_process=in_process,
    )


def build_index(mined: Path, index: Path) -> tuple[int, float]:
    """Build an index of what was mined to a folder; mentions, and seconds of the processor.

    What is read from the journal is not counted.
    """
    from cchc_mining import link
    from cchc_mining.index import IndexWriter
    from cchc_mining.mining import unpack
    from cchc_mining.run import work_folder
    from cchc_mining.run.entries import EntryFile

    journal = EntryFile(work_folder(mined) / "journal")
    seconds = 0.0
    mentions = 0
    with IndexWriter(index, link) as writer:
        for n, (place, _) in enumerate(journal.heads()):
            rows = unpack(journal.read(place)[1]).rows
            found = (rows.citations, rows.dates, rows.periods, rows.agencies, rows.figures)
            mentions += sum(map(len, found))
            started = time.process_time()
            writer.put(rows, str(n), (str(n),))
            seconds += time.process_time() - started
        started = time.process_time()
        writer.finish()
        seconds += time.process_time() - started
    journal.close()
    return mentions, seconds


def ask(out: Path) -> tuple[float, float]:
    """Who cites the documents that are cited most: in the library, and as a command."""
    from cchc_mining.archive import Archive
    from cchc_mining.index import open_index

    with open_index(out / "index.sqlite") as index:
        query = "SELECT number FROM legal_documents WHERE number IS NOT NULL ORDER BY mentions DESC"
        numbers = [number for (number,) in index.rows(f"{query} LIMIT {_QUESTIONS}")]
    with Archive(out) as archive:
        in_library = _median(numbers, archive.cited)

    def command(number: str) -> None:
        call = cchc("cited", number, "--archive", out)
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL)

    def nothing(_number: str) -> None:
        subprocess.run([sys.executable, "-c", "pass"], check=True)

    some = numbers[:10]
    return in_library, _median(some, command) - _median(some, nothing)


def _median(numbers: Sequence[str], work: Callable[[str], Any]) -> float:
    """The median time of a question, in milliseconds."""
    times: list[float] = []
    for number in numbers:
        started = time.perf_counter()
        work(number)
        times.append(1000 * (time.perf_counter() - started))
    return median(times)


def _print(report: Report) -> None:
    for name, run in (
        ("one job", report.one_job),
        ("two jobs", report.two_jobs),
        ("again, unchanged", report.unchanged),
        ("again, one changed", report.one_changed),
    ):
        memory = f", peak {run.peak_megabytes:.0f} MB" if run.peak_megabytes else ""
        print(f"{name:40} {run.seconds:10.2f} s{memory}")
    for name, ratio in report.ratios.items():
        print(f"{name:40} {ratio:10.3f}")
    print(f"{'index':40} {report.mentions_a_second:10.0f} mentions/s of {report.mentions}")
    print(f"{'cited, in the library':40} {report.cited_in_library:10.2f} ms")
    print(f"{'cited, as a command beyond Python':40} {report.cited_in_process:10.2f} ms")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=20_000, metavar="N")
    parser.add_argument("--small", type=int, default=100, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report there as well")
    options = parser.parse_args(arguments)
    report = measure(options.documents, options.small)
    _print(report)
    if options.json:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
