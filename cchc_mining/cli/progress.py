"""How far a run is, on stderr, when somebody is looking."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

from .messages import say


@contextmanager
def progress_bar() -> Generator[Callable[[str, int, int], None]]:
    """Something to be told stage, what is done and the whole (0: not known); silent in a pipe."""
    if not sys.stderr.isatty():
        yield _silence
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, told="")

        def tell(stage: str, done: int, whole: int) -> None:
            told = f"{done / whole:.0%}" if whole else str(done or "")
            bar.update(
                task,
                description=say(f"progress.{stage}"),
                completed=done,
                total=whole or None,
                told=told,
            )

        yield tell


def _silence(_stage: str, _done: int, _whole: int) -> None:
    """Nobody is looking."""
