#!/usr/bin/env python3
"""How fast this is, beside a citation finder for another language and beside a bare regex.

    benchmark.py [FOLDER] [--rounds N] [--documents N] [--json FILE]

In one run, on one core, best of N rounds: MB/s (of UTF-8 text) of the whole extraction and of each
extractor on the reports of FOLDER (default: the sample archive); of eyecite's `get_citations` on
made American text with as many citations a page; of one regex that finds document numbers.  Then
the time to start, what a batch of made documents costs from file to index, and whether memory
grows with their number; what the audit of an archive costs beside its extraction, and how that
grows from a tenth of the documents to all.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import msgspec
from make_archive import make_archive
from msgspec import Struct

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLE = REPOSITORY / "corpora" / "lam-hai"

# What the names of documents look like at their simplest: 3604/QĐ-UBND, 61/2018/NĐ-CP, 18-NQ/TW.
_BARE_NUMBER = re.compile(r"\b\d{1,5}(?:/\d{4})?[/-][A-ZĐ]{1,6}(?:[-/&][A-ZĐ]{1,12}){0,3}")


class Batch(Struct, frozen=True):
    """One `cchc mine` over made documents, in a process of its own."""

    documents: int
    seconds: float
    peak_megabytes: float | None
    mentions: int


class AuditCost(Struct, frozen=True):
    """The audit of a made archive beside its extraction (from file to index), in seconds of the
    processor; the process is one of its own."""

    documents: int
    extraction: float
    audit: float
    findings: int
    peak_megabytes: float | None

    @property
    def share(self) -> float:
        """The audit's cost as a share of the extraction's."""
        return self.audit / self.extraction


class Report(Struct, frozen=True):
    """Everything measured; speeds in MB/s of UTF-8 text, times in seconds.

    `density` is the number of citations in 1,000 characters, in our texts and in eyecite's.
    """

    density: float
    speeds: dict[str, float]
    ratios: dict[str, float]
    starts: dict[str, float]
    batches: list[Batch]
    audits: list[AuditCost]


# -- Speed -------------------------------------------------------------------------------------


def read_texts(folder: Path) -> list[str]:
    """The texts of a folder's documents, annotated or not."""
    from cchc_mining.intake import READABLE, read_file

    paths = sorted(p for p in folder.rglob("*") if p.suffix in READABLE)
    if not paths:
        raise SystemExit(f"{folder}: no document that can be read")
    return [read_file(path).text for path in paths]


def _megabytes(texts: Sequence[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def _best(
    rounds: int, work: Callable[[], object], clock: Callable[[], float] = time.process_time
) -> float:
    """The seconds of the fastest round, by default those of the processor.

    What else the machine does at the time then counts for little.
    """
    times: list[float] = []
    for _ in range(rounds):
        started = clock()
        work()
        times.append(clock() - started)
    return min(times)


def extraction_speeds(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """The whole, then each stage by its name."""
    from cchc_mining import extract
    from cchc_mining.records import SourceText

    sources = [SourceText(text=text) for text in texts]
    size = _megabytes(texts)

    def whole() -> None:
        for source in sources:
            extract.extract_record(source)

    whole()  # lexicons and patterns are loaded by now
    speeds = {"whole extraction": size / _best(rounds, whole)}
    best: dict[str, float] = {}
    for _ in range(rounds):
        with _timed(extract) as spent:
            whole()
        best = {name: min(best.get(name, seconds), seconds) for name, seconds in spent.items()}
    return speeds | {name: size / seconds for name, seconds in best.items() if seconds}


@contextmanager
def _timed(extract: Any) -> Generator[dict[str, float]]:
    """Time every stage of `extract_record` by standing between it and the stage's function."""
    stages = ["View", "Layout", *(n for n in extract.__all__ if n.startswith(("find_", "read_")))]
    originals = {name: getattr(extract, name) for name in stages}
    spent = dict.fromkeys(stages, 0.0)

    def measured(name: str) -> Callable[..., object]:
        work = originals[name]

        def stage(*args: Any, **options: Any) -> object:
            started = time.process_time()
            try:
                return work(*args, **options)
            finally:
                spent[name] += time.process_time() - started

        return stage

    try:
        for name in stages:
            setattr(extract, name, measured(name))
        yield spent
    finally:
        for name, work in originals.items():
            setattr(extract, name, work)


def regex_speed(texts: Sequence[str], rounds: int) -> float:
    """One regex over the same texts, objects made for nothing: the ceiling."""

    def find() -> None:
        for text in texts:
            for _ in _BARE_NUMBER.finditer(text):
                pass

    return _megabytes(texts) / _best(rounds, find)


def citation_density(texts: Sequence[str]) -> float:
    """How many citations are found in 1,000 characters."""
    from cchc_mining.extract import extract_record
    from cchc_mining.records import SourceText

    found = sum(len(extract_record(SourceText(text=text)).citations) for text in texts)
    return 1000 * found / sum(map(len, texts))


def eyecite_speed(density: float, rounds: int) -> float:
    """eyecite with its default tokenizer, on American text as dense in citations as ours."""
    from eyecite import get_citations

    texts = [american_text(seed, density) for seed in range(8)]

    def find() -> None:
        for text in texts:
            get_citations(text)

    find()
    return _megabytes(texts) / _best(rounds, find)


_PROSE = (
    "The record shows that the agency considered the comments which it received in good time.",
    "Nothing in the parties' briefs persuades us to depart from that reading of the rule now.",
    "The appellant answers that the delay was caused by the office itself, which kept the file.",
    "We need not decide whether the notice was late, because no harm has been shown to follow.",
    "The clerk entered the order on the same day, and both sides were told of it by telephone.",
    "What remains is the question of costs, on which the court below had wide discretion to act.",
    "A remand would serve no purpose, since the same officer would decide on the same papers.",
    "Counsel conceded at the hearing that the earlier permit had lapsed and was never renewed.",
)


def american_text(seed: int, density: float, characters: int = 12_000) -> str:
    """Made sentences of a court's opinion, with `density` citations in 1,000 characters."""
    draw = Random(seed)
    names = ("Harlow", "Pine", "Marsh", "Osgood", "Tully", "Vance", "Whitlock", "Yates")
    reporters = ("U.S.", "F.2d", "F.3d", "S. Ct.", "F. Supp. 2d", "Cal. 4th", "N.E.2d", "P.3d")
    courts = ("", "9th Cir. ", "2d Cir. ", "D. Mass. ", "5th Cir. ")

    def case() -> str:
        page = draw.randint(1, 1200)
        return (
            f"{draw.choice(names)} v. {draw.choice(names)} Co., {draw.randint(20, 600)} "
            f"{draw.choice(reporters)} {page}, {page + draw.randint(1, 20)} "
            f"({draw.choice(courts)}{draw.randint(1950, 2015)})"
        )

    def citing() -> str:
        return draw.choice(
            (
                f"The standard of review is settled, and we apply it here. See {case()}.",
                f"In {case()}, the panel held that notice must be given before the hearing.",
                f"The statute, {draw.randint(5, 42)} U.S.C. § {draw.randint(100, 9000)}, is plain.",
                f"Id. at {draw.randint(100, 900)}.",
            )
        )

    sentences: list[str] = []
    length = cited = 0
    while length < characters:
        if cited <= density * length / 1000:
            sentences.append(citing())
            cited += 1
        else:
            sentences.append(draw.choice(_PROSE))
        length += len(sentences[-1]) + 1
    return " ".join(sentences)


# -- Starting, batches, memory -----------------------------------------------------------------


def cchc(*arguments: object) -> list[str]:
    """What calls our command line in a process of its own."""
    return [sys.executable, "-m", "cchc_mining", *map(str, arguments)]


def start_times(rounds: int) -> dict[str, float]:
    """Seconds of a whole process: Python alone, the import, the help."""
    commands = {
        "python alone": [sys.executable, "-c", "pass"],
        "import cchc_mining": [sys.executable, "-c", "import cchc_mining"],
        "cchc --help": cchc("--help"),
    }

    def run(command: Sequence[str]) -> None:
        subprocess.run(command, check=True, capture_output=True)

    return {
        name: _best(rounds, partial(run, command), time.perf_counter)
        for name, command in commands.items()
    }


def mine_batch(documents: int) -> Batch:
    """Make an archive, mine it in a process of its own, and look at what that cost."""
    with tempfile.TemporaryDirectory() as scratch:
        made, out = Path(scratch, "made"), Path(scratch, "out")
        make_archive(made, documents)
        started = time.perf_counter()
        peak = peak_of(cchc("mine", made / "documents", "--out", out))
        seconds = time.perf_counter() - started
        return Batch(documents, seconds, peak, _count_mentions(out / "records.jsonl"))


# The stages of a run are told apart by when each is first heard of; documents are audited while they
# are mined, which is timed by itself.
_AUDIT = """
import json, sys, time
from cchc_mining import mine_archive, mining
from cchc_mining.run import Serial
begun = {}
spent = 0.0
find_in_document = mining.find_in_document
def told(stage, done, whole):
    begun.setdefault(stage, time.process_time())
def timed(*given):
    global spent
    started = time.process_time()
    found = find_in_document(*given)
    spent += time.process_time() - started
    return found
mining.find_in_document = timed
report = mine_archive([sys.argv[1]], sys.argv[2], progress=told, engine=Serial(), jobs=1)
json.dump(
    {
        "extraction": begun["link"] - begun["mine"] - spent,
        "audit": begun["write"] - begun["audit"] + spent,
        "findings": sum(report.totals.findings.values()),
    },
    open(sys.argv[3], "w"),
)
"""


def audit_cost(documents: int) -> AuditCost:
    """Mine and audit a made archive in a process of its own, and look at what each stage cost."""
    with tempfile.TemporaryDirectory() as scratch:
        made, out, costs = Path(scratch, "made"), Path(scratch, "out"), Path(scratch, "costs")
        make_archive(made, documents)
        folders = (str(made / "documents"), str(out), str(costs))
        peak = peak_of([sys.executable, "-c", _AUDIT, *folders])
        return AuditCost(documents, peak_megabytes=peak, **msgspec.json.decode(costs.read_bytes()))


def peak_of(command: Sequence[str]) -> float | None:
    """Run a command to its end; its peak memory in MB, where the system tells."""
    return usage_of(command).peak_megabytes


class Usage(Struct, frozen=True):
    """What a process took: peak memory, and seconds of the processor; null where nobody tells."""

    peak_megabytes: float | None = None
    processor_seconds: float | None = None


def usage_of(command: Sequence[str]) -> Usage:
    """Run a command to its end; what its own process took, and not the workers that it started."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        process.wait()
        return Usage()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    # Linux counts in KB, macOS in bytes.
    peak = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Usage(peak, usage.ru_utime + usage.ru_stime)


def _count_mentions(records: Path) -> int:
    keys = ("citations", "dates", "periods", "agencies", "indicators")
    with records.open("rb") as lines:
        return sum(
            len(record.get(key, ())) for record in map(msgspec.json.decode, lines) for key in keys
        )


# -- The command -------------------------------------------------------------------------------


def measure(folder: Path, rounds: int, documents: int) -> Report:
    """Everything, in one run."""
    # First of all: on Linux a child's peak is never below its parent's size when it is started,
    # and this process grows once eyecite and the lexicons are loaded.
    batches = [mine_batch(documents // 10), mine_batch(documents)]
    audits = [audit_cost(documents // 10), audit_cost(documents)]
    starts = start_times(rounds)
    texts = read_texts(folder)
    speeds = extraction_speeds(texts, rounds)
    speeds["bare regex on numbers"] = regex_speed(texts, rounds)
    density = citation_density(texts)
    speeds["eyecite get_citations"] = eyecite_speed(density, rounds)
    whole = speeds["whole extraction"]
    ratios = {
        "whole extraction / eyecite": whole / speeds["eyecite get_citations"],
        "bare regex / whole extraction": speeds["bare regex on numbers"] / whole,
    }
    return Report(density, speeds, ratios, starts, batches, audits)


def _print(report: Report) -> None:
    print(f"{'citations in 1,000 characters':32} {report.density:10.2f}")
    for name, speed in report.speeds.items():
        print(f"{name:32} {speed:10.2f} MB/s")
    for name, ratio in report.ratios.items():
        print(f"{name:32} {ratio:10.1f} times")
    for name, seconds in report.starts.items():
        print(f"{name:32} {seconds:10.3f} s")
    for batch in report.batches:
        rate = batch.mentions / batch.seconds
        memory = f", peak {batch.peak_megabytes:.0f} MB" if batch.peak_megabytes else ""
        name = f"cchc mine, {batch.documents} documents"
        print(f"{name:32} {batch.seconds:10.2f} s, {rate:.0f} mentions/s into the index{memory}")
    _print_audits(report.audits)


def _print_audits(audits: Sequence[AuditCost]) -> None:
    for cost in audits:
        memory = f", peak {cost.peak_megabytes:.0f} MB" if cost.peak_megabytes else ""
        name = f"audit, {cost.documents} documents"
        print(
            f"{name:32} {cost.audit:10.2f} s, {cost.share:.1%} of extraction"
            f" ({cost.extraction:.2f} s), {cost.findings} findings{memory}"
        )
    small, large = audits
    times = large.documents / small.documents
    print(
        f"{f'audit of {times:.0f} times the documents':32} {large.audit / small.audit:10.1f} times"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLE, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--documents", type=int, default=1000, metavar="N", help="of the batch")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report there as well")
    options = parser.parse_args(arguments)
    report = measure(options.folder, options.rounds, options.documents)
    _print(report)
    if options.json:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
