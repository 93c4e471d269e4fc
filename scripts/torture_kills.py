#!/usr/bin/env python3
"""Kill runs again and again, and see whether they end as if nothing had happened.

    torture_kills.py [--kills N] [--documents N] [--jobs N] [--chains N] [--seed N]

A made archive is mined once undisturbed.  Then it is mined into other folders, and the process is
killed (SIGKILL) at a moment drawn at random: while files are found, mined, linked, audited, written
or moved in; every other time, one of the processes that it started is killed some moments before.  The
same command goes on, is killed again, and so on; whenever a run gets to its end its results must be,
byte for byte, those of the undisturbed run, and the next one begins from nothing.  Such chains of
runs go on side by side, each in a folder of its own.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from shutil import rmtree

from make_archive import make_archive

# Tells every step it takes on a line of its own; with 0 jobs it reads in its own process, else even so
# small an archive has its tables written by others.
_RUN = """
import sys
from cchc_mining import mine_archive, pipeline
from cchc_mining.run import Serial
pipeline._MANY = 0
jobs = int(sys.argv[3])
def told(stage, done, whole):
    print(stage, flush=True)
mine_archive(
    [sys.argv[1]], sys.argv[2], jobs=jobs or None, engine="local" if jobs else Serial(), progress=told
)
"""
_STAGES = ("find", "mine", "mine", "link", "audit", "write", "write")
_AFTER = 1.0  # seconds from the beginning of the last stages
_BETWEEN = 0.05  # seconds between a worker's end and that of the run


class Killed:
    """Runs over one archive that are killed at random."""

    def __init__(self, archive: Path, out: Path, jobs: int, draw: Random) -> None:
        self._command = [sys.executable, "-c", _RUN, str(archive), str(out), str(jobs)]
        self._documents = sum(path.is_file() for path in archive.rglob("*"))
        self._draw = draw
        self.last = ""

    def run(self) -> bool:
        """Run, and kill it some time (`last` says when); whether it got to its end before."""
        stage = self._draw.choice(_STAGES)
        step = self._draw.randrange(self._documents) if stage in ("find", "mine") else 0
        wait = self._draw.uniform(0, 0.02 if step else _AFTER)
        with_worker = self._draw.random() < 0.5
        self.last = f"{stage} {step}"
        with subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                step -= line.strip() == stage
                if step < 0:
                    if with_worker:
                        self._kill_one_of(list(_descendants(process.pid)))
                    time.sleep(wait)
                    process.kill()
                    break
        if process.returncode > 0:
            raise SystemExit(f"a run ended with exit code {process.returncode}")
        return process.returncode == 0

    def _kill_one_of(self, processes: Sequence[int]) -> None:
        if not processes:
            return
        with suppress(ProcessLookupError):
            os.kill(self._draw.choice(processes), signal.SIGKILL)
            self.last += ", a process of its own first"
        time.sleep(self._draw.uniform(0, _BETWEEN))

    def finish(self) -> None:
        """Run to the end."""
        subprocess.run(self._command, check=True, stdout=subprocess.DEVNULL)


def _descendants(process: int) -> Iterator[int]:
    """The processes that a process started, and those that these did, where the system tells."""
    with suppress(OSError):
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
        for child in map(int, children.split()):
            yield child
            yield from _descendants(child)


def results(out: Path) -> dict[str, bytes]:
    """The files of an output folder."""
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def torture(
    archive: Path, scratch: Path, kills: int, jobs: int, *, seed: int = 0, chains: int = 1
) -> int:
    """Kill runs so many times, and tell of each; how often one got to its end meanwhile.

    Raises AssertionError where the results are not those of an undisturbed run.
    """
    Killed(archive, scratch / "whole", jobs, Random(seed)).finish()
    whole = results(scratch / "whole")
    numbers = _Numbers(kills)
    with ThreadPoolExecutor(chains) as pool:
        draws = [Random(f"{seed}.{chain}") for chain in range(chains)]
        work = partial(_chain, archive, scratch, whole, jobs, numbers)
        return sum(pool.map(work, range(chains), draws))


class _Numbers:
    """Hands out numbers up to a last one, to several threads."""

    def __init__(self, last: int) -> None:
        self.last = last
        self._count = count(1)
        self._lock = threading.Lock()

    def __iter__(self) -> Iterator[int]:
        while (number := self._next()) <= self.last:
            yield number

    def _next(self) -> int:
        with self._lock:
            return next(self._count)


def _chain(
    archive: Path,
    scratch: Path,
    whole: dict[str, bytes],
    jobs: int,
    numbers: _Numbers,
    chain: int,
    draw: Random,
) -> int:
    """Kill a run, let it go on, kill it again; how often it got to its end."""
    out = scratch / f"killed-{chain}"
    runs = Killed(archive, out, jobs, draw)
    ended = 0
    for number in numbers:
        if has_ended := runs.run():
            _check(out, whole)
            rmtree(out)
            ended += 1
        how = "came to its end, the same" if has_ended else "killed"
        print(f"{number:4}/{numbers.last}  {how}: {runs.last}", flush=True)
    runs.finish()
    _check(out, whole)
    return ended


def _check(out: Path, whole: dict[str, bytes]) -> None:
    found = results(out)
    assert found.keys() == whole.keys(), sorted(found.keys() ^ whole.keys())
    assert found == whole, [name for name in whole if found[name] != whole[name]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=200, metavar="N")
    parser.add_argument("--documents", type=int, default=24, metavar="N")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="0: in one process")
    parser.add_argument("--chains", type=int, default=2, metavar="N", help="side by side")
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        make_archive(Path(scratch, "made"), options.documents)
        made = Path(scratch, "made", "documents")
        kills, jobs = options.kills, options.jobs
        ended = torture(made, Path(scratch), kills, jobs, seed=options.seed, chains=options.chains)
    seconds = time.monotonic() - began
    print(
        f"{kills} kills, {ended} of them after the end; all came out the same, in {seconds:.0f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
