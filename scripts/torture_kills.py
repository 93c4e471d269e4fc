#!/usr/bin/env python3
"""Kill a run again and again, and see whether it ends as if nothing had happened.

    torture_kills.py [--documents N] [--kills N] [--jobs N] [--seed N]

A made archive is mined once undisturbed.  Then it is mined into another folder, and the process is
killed (SIGKILL) at a moment drawn at random: while files are found, mined, linked, audited, written
or moved in.  The same command goes on, is killed again, and so on; whenever a run gets to its end its
results must be, byte for byte, those of the undisturbed run, and the next one begins from nothing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from shutil import rmtree

from make_archive import make_archive

# Tells every step it takes on a line of its own; with 0 jobs it reads in its own process.
_RUN = """
import sys
from cchc_mining import mine_archive
from cchc_mining.run import Serial
jobs = int(sys.argv[3])
def told(stage, done, whole):
    print(stage, flush=True)
mine_archive(
    [sys.argv[1]], sys.argv[2], jobs=jobs or None, engine="local" if jobs else Serial(), progress=told
)
"""
_STAGES = ("find", "mine", "mine", "link", "audit", "write", "write")
_AFTER = 0.3  # seconds from the beginning of the last stages


class Killed:
    """Runs over one archive that are killed at random."""

    def __init__(self, archive: Path, out: Path, jobs: int, draw: Random) -> None:
        self._command = [sys.executable, "-c", _RUN, str(archive), str(out), str(jobs)]
        self._documents = sum(path.is_file() for path in archive.rglob("*"))
        self._draw = draw

    def run(self) -> bool:
        """Run, and kill it some time; whether it got to its end before."""
        stage = self._draw.choice(_STAGES)
        step = self._draw.randrange(self._documents) if stage in ("find", "mine") else 0
        wait = self._draw.uniform(0, 0.02 if step else _AFTER)
        with subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                step -= line.strip() == stage
                if step < 0:
                    time.sleep(wait)
                    process.kill()
                    break
        if process.returncode > 0:
            raise SystemExit(f"a run ended with exit code {process.returncode}")
        return process.returncode == 0

    def finish(self) -> None:
        """Run to the end."""
        subprocess.run(self._command, check=True, stdout=subprocess.DEVNULL)


def results(out: Path) -> dict[str, bytes]:
    """The files of an output folder."""
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def torture(archive: Path, scratch: Path, kills: int, jobs: int, seed: int = 0) -> int:
    """Kill runs so many times; how often one got to its end meanwhile.

    Raises AssertionError where the results are not those of an undisturbed run.
    """
    Killed(archive, scratch / "whole", jobs, Random(seed)).finish()
    whole = results(scratch / "whole")
    out = scratch / "killed"
    runs = Killed(archive, out, jobs, Random(seed))
    ended = 0
    for _ in range(kills):
        if runs.run():
            assert results(out) == whole
            rmtree(out)
            ended += 1
    runs.finish()
    found = results(out)
    assert found.keys() == whole.keys(), sorted(found.keys() ^ whole.keys())
    assert found == whole, [name for name in whole if found[name] != whole[name]]
    return ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=60, metavar="N")
    parser.add_argument("--kills", type=int, default=200, metavar="N")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="0: in one process")
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        make_archive(Path(scratch, "made"), options.documents)
        made = Path(scratch, "made", "documents")
        ended = torture(made, Path(scratch), options.kills, options.jobs, options.seed)
    print(
        f"{options.kills} runs were killed, {ended} of them after their end; all came out the same"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
