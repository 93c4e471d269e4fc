#!/usr/bin/env python3
"""What a batch costs: with one process and with two, once more, and in questions afterwards.

    benchmark_batch.py [--documents N] [--short] [--largest N] [--small N] [--mentions N] [--json FILE]

Made documents are mined in processes of their own: with --jobs 1 and --jobs 2, then again unchanged,
and with one document changed.  Peak memory of the process that writes is compared with that of a small
archive, and of the --largest one, which is mined once, with two jobs.  Then an index is built of what
was mined, over and over under other names until it has so many --mentions, and asked who cites what.
With --short, documents have some 2,500 characters and are made quickly.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

import msgspec
from benchmark import cchc, usage_of
from make_archive import make_archive
from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from cchc_mining.index import Prepared

_QUESTIONS = 50
_SOURCES = 300  # made documents whose paragraphs make the short ones
_SHORT = 2500  # characters
_OF_HEAD = (
    7  # paragraphs: two letterheads, number, place and day, kind, title, and on what it rests
)
_NUMBER = re.compile(r"(?<=Số: )\d+")


class Run(Struct, frozen=True):
    """One run of `cchc mine`: seconds on the clock, and what its main process took."""

    seconds: float
    peak_megabytes: float | None
    processor_seconds: float | None


class Report(Struct, frozen=True, kw_only=True):
    """Everything measured.

    `small` and `largest` are of two jobs; times of questions are medians in milliseconds, in the library
    and of a whole process less that of `python -c pass`.
    """

    documents: int
    one_job: Run
    two_jobs: Run
    unchanged: Run
    one_changed: Run
    small: Run
    largest: Run | None
    mentions: int
    mentions_a_second: float
    cited_in_library: float
    cited_in_process: float

    @property
    def ratios(self) -> dict[str, float]:
        """What is asked of a batch."""
        first = self.one_job.seconds
        small = self.small.peak_megabytes or 1
        ratios = {
            "one job / two jobs": first / self.two_jobs.seconds,
            "unchanged / first run": self.unchanged.seconds / first,
            "one document changed / first run": self.one_changed.seconds / first,
            "peak memory / that of the small archive": (self.two_jobs.peak_megabytes or 0) / small,
        }
        if self.largest:
            peak = self.largest.peak_megabytes or 0
            ratios["peak of the largest / of the small"] = peak / small
        return ratios


def mine(archive: Path, out: Path, jobs: int) -> Run:
    """Mine in a process of its own."""
    started = time.perf_counter()
    usage = usage_of(cchc("mine", archive, "--out", out, "--jobs", jobs))
    seconds = time.perf_counter() - started
    run = Run(seconds, usage.peak_megabytes, usage.processor_seconds)
    print(f"{out.name}: {_described(run)}", file=sys.stderr, flush=True)
    return run


def make_short_archive(out: Path, documents: int) -> None:
    """Documents of some 2,500 characters: heads of made ones under numbers of their own, and
    paragraphs of any."""
    with tempfile.TemporaryDirectory() as made:
        make_archive(Path(made, "made"), _SOURCES)
        files = sorted(Path(made, "made", "documents").rglob("*.txt"))
        texts = [path.read_text("utf-8").split("\n\n") for path in files]
    heads = ["\n\n".join(paragraphs[:_OF_HEAD]) for paragraphs in texts]
    bodies = [paragraph for paragraphs in texts for paragraph in paragraphs[_OF_HEAD:]]
    for number in range(documents):
        folder = out / "documents" / f"{number // 1000:03}"
        folder.mkdir(parents=True, exist_ok=True)
        text = _short(heads[number % len(heads)], bodies, number)
        (folder / f"{number:06}.txt").write_text(text, "utf-8")


def _short(head: str, bodies: Sequence[str], number: int) -> str:
    draw = Random(number)
    text = _NUMBER.sub(str(number + 1), head, count=1)
    while len(text) < _SHORT:
        text += f"\n\n{draw.choice(bodies)}"
    return f"{text}\n"


def measure(documents: int, small: int, largest: int, mentions: int, *, short: bool) -> Report:
    """Everything, in one run."""
    make = make_short_archive if short else make_archive
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        # As an installed package: its modules are compiled, by a run that is not counted.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(folder / "compiled"))

        def made(name: str, size: int) -> Path:
            make(folder / name, size)
            return folder / name / "documents"

        few = made("small", small)
        mine(few, folder / "out-first", 1)
        least = mine(few, folder / "out-small", 2)
        archive, out = made("made", documents), folder / "out-1"
        one, two = mine(archive, out, 1), mine(archive, folder / "out-2", 2)
        unchanged = mine(archive, out, 1)
        with next(archive.rglob("*.txt")).open("a", encoding="utf-8") as changed:
            changed.write("\nBáo cáo này thay thế báo cáo trước.\n")
        one_changed = mine(archive, out, 1)
        most = mine(made("largest", largest), folder / "out-largest", 2) if largest else None
        (folder / "asked").mkdir()
        built, seconds = build_index(folder / "out-2", folder / "asked" / "index.sqlite", mentions)
        in_library, in_process = ask(folder / "asked")
    return Report(
        documents=documents,
        one_job=one,
        two_jobs=two,
        unchanged=unchanged,
        one_changed=one_changed,
        small=least,
        largest=most,
        mentions=built,
        mentions_a_second=built / seconds,
        cited_in_library=in_library,
        cited_in_process=in_process,
    )


def build_index(mined: Path, index: Path, wanted: int) -> tuple[int, float]:
    """Build an index of so many mentions; how many it has, and seconds of the processor.

    It has what was mined to a folder, as often as needed.  What is read from the journal is not
    counted.
    """
    from cchc_mining import link
    from cchc_mining.index import IndexWriter

    seconds = 0.0
    mentions = 0
    with IndexWriter(index, link) as writer:
        for name, rows in _again_and_again(mined):
            if mentions >= wanted:
                break
            found = (rows.citations, rows.dates, rows.periods, rows.agencies, rows.figures)
            mentions += sum(map(len, found))
            started = time.process_time()
            writer.put(rows, name, (name,))
            seconds += time.process_time() - started
        started = time.process_time()
        writer.finish()
        seconds += time.process_time() - started
    return mentions, seconds


def _again_and_again(mined: Path) -> Iterator[tuple[str, Prepared]]:
    """What was mined to a folder, prepared for an index, without end: as if of other bytes each time."""
    from cchc_mining.mining import unpack
    from cchc_mining.run import work_folder
    from cchc_mining.run.entries import EntryFile

    journal = EntryFile(work_folder(mined) / "journal")
    try:
        places = [place for place, _ in journal.heads()]
        for copy in count():
            for place in places:
                rows = unpack(journal.read(place)[1]).rows
                doc_id = f"{rows.doc_id}-{copy}"
                # no bands: copies are not to be found to be one document
                document = (doc_id, *rows.document[1:])
                copied = replace(rows, doc_id=doc_id, document=document, bands=())
                yield f"{copy}/{place}", copied if copy else rows
    finally:
        journal.close()


def ask(out: Path) -> tuple[float, float]:
    """Who cites the documents that are cited most: in the library, and as a command."""
    from cchc_mining.archive import Archive
    from cchc_mining.index import open_index

    with open_index(out / "index.sqlite") as index:
        query = "SELECT number FROM legal_documents WHERE number IS NOT NULL ORDER BY mentions DESC"
        numbers = [number for (number,) in index.rows(f"{query} LIMIT {_QUESTIONS}")]
    with Archive(out) as archive:
        in_library = _median(numbers, lambda number: archive.cited(number, 100))

    def command(number: str) -> None:
        call = cchc("cited", number, "--archive", out)
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

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


def _described(run: Run) -> str:
    took = f"{run.seconds:10.2f} s"
    if run.peak_megabytes is None:
        return took
    return f"{took}, main process {run.processor_seconds:.1f} s, peak {run.peak_megabytes:.0f} MB"


def _print(report: Report) -> None:
    for name, run in (
        ("small", report.small),
        ("one job", report.one_job),
        ("two jobs", report.two_jobs),
        ("again, unchanged", report.unchanged),
        ("again, one changed", report.one_changed),
        ("largest", report.largest),
    ):
        if run:
            print(f"{name:40} {_described(run)}")
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
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--largest", type=int, default=0, metavar="N", help="0: none")
    parser.add_argument("--small", type=int, default=100, metavar="N")
    parser.add_argument("--mentions", type=int, default=1_000_000, metavar="N", help="of the index")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report there as well")
    options = parser.parse_args(arguments)
    sizes = options.documents, options.small, options.largest, options.mentions
    report = measure(*sizes, short=options.short)
    _print(report)
    if options.json:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
