"""How far a run is, on stderr, when somebody is looking."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .messages import say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Bar:
    """Told the stage, what is done of it and the whole (0: not known); this one says nothing."""

    def __call__(self, stage: str, done: int, whole: int) -> None:
        """What the run is at."""

    def add(self, words: str) -> None:
        """What is worth saying beside the share that is done."""


class _Shown(Bar):
    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task
        self._stage = ""
        self._words = ""

    def __call__(self, stage: str, done: int, whole: int) -> None:
        if stage != self._stage:
            self._progress.reset(self._task)  # the time left is that of this stage
            self._stage, self._words = stage, ""
        told = f"{done / whole:.0%}" if whole else str(done or "")
        self._progress.update(
            self._task,
            description=say(f"progress.{stage}"),
            completed=done,
            total=whole or None,
            told=f"{told} {self._words}".rstrip(),
        )

    def add(self, words: str) -> None:
        self._words = words


@contextmanager
def progress_bar() -> Generator[Bar]:
    """Something to be told how far a run is; silent in a pipe."""
    if not sys.stderr.isatty():
        yield Bar()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        yield _Shown(shown, shown.add_task("", total=None, told=""))
