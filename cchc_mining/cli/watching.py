"""What is said of a run of `cchc mine` while it lasts: on the screen, and in a log beside the results."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .failures import explain
from .messages import number, say
from .progress import Bar, progress_bar

if TYPE_CHECKING:
    from ..run import Job, Mined

LOG = "mine.log"
_PAUSE = 30.0  # seconds from one line of progress in the log to the next


class Watcher:
    """Follows a run; to be told what `mine_archive` tells.

    The log says when each stage began, how far reading was every half minute, and why files failed.
    It is there from the first file on; no result, and in no manifest.
    """

    def __init__(self, out: Path, bar: Bar) -> None:
        self._log = out / LOG
        self._bar = bar
        self._stage = ""
        self._files = 0
        self._failed: Counter[str] = Counter()
        self._began = self._said = time.monotonic()

    def progress(self, stage: str, done: int, whole: int) -> None:
        """How far the run is."""
        if stage == "stop":
            click.echo(say("mine.stopping"), err=True)
            self._say(say("progress.stop"))
            return
        self._bar(stage, done, whole)
        if stage != self._stage:
            self._begin(stage)
        elif stage == "mine" and time.monotonic() - self._said > _PAUSE:
            self._say(f"{done / whole:.1%}  {self.reading()}")

    def _begin(self, stage: str) -> None:
        if stage == "mine":
            with suppress(OSError):
                self._log.unlink()
            self._began = time.monotonic()
        elif self._stage == "mine":
            self._say(self.reading())
        if stage != "find":
            self._say(say(f"progress.{stage}"))
        self._stage = stage

    def watch(self, job: Job, mined: Mined) -> None:
        """What became of one content."""
        self._files += 1
        if mined.status == "failed":
            reason = mined.reason or ""
            self._failed[reason] += 1
            self._say(f"{job.name}: {explain(reason)} ({reason})")
        self._bar.add(self.reading())

    def reading(self) -> str:
        """'1.234 files, 56 a second; failed: 3 damaged, 1 empty'."""
        seconds = max(time.monotonic() - self._began, 1e-3)
        words = say(
            "progress.files", files=number(self._files), speed=f"{self._files / seconds:.1f}"
        )
        if not self._failed:
            return words
        reasons = ", ".join(f"{number(n)} {reason}" for reason, n in self._failed.most_common())
        return f"{words}; {say('progress.failed', reasons=reasons)}"

    def _say(self, line: str) -> None:
        self._said = time.monotonic()
        stamp = datetime.now().astimezone().isoformat(" ", "seconds")
        with (
            suppress(OSError),
            self._log.open("a", encoding="utf-8") as log,
        ):  # the run matters more
            log.write(f"{stamp}  {line}\n")


@contextmanager
def watching(out: Path) -> Generator[Watcher]:
    """Somebody who follows a run that writes to a folder."""
    with progress_bar() as bar:
        yield Watcher(out, bar)
