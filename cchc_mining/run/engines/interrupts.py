"""Ctrl-C as a wish to stop, and not as an exception in the midst of things."""

from __future__ import annotations

import signal
from collections.abc import Callable, Generator
from contextlib import contextmanager

from .interface import Stop


@contextmanager
def stopped_by_interrupt(told: Callable[[], None]) -> Generator[Stop]:
    """A `Stop` that Ctrl-C asks, for as long as the context lasts; for the main thread alone.

    The first time somebody is `told`, and what is under way may be finished; the second time it
    ends at once, with KeyboardInterrupt.
    """
    stop = Stop()

    def heard(*_: object) -> None:
        again = stop.asked
        stop.ask()
        if again:
            raise KeyboardInterrupt
        told()

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
