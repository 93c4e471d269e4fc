"""Engines by the names that users call them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from .cluster import Ray
from .interface import Engine, Limits, Stop
from .local import Local

EngineName = Literal["local", "ray"]

ENGINE_NAMES: tuple[EngineName, ...] = get_args(EngineName)


def engine_named(
    name: EngineName,
    workers: int | None,
    limits: Limits,
    *,
    stop: Stop,
    address: str | None = None,
    folder: Path | None = None,
) -> Engine:
    """An engine of some workers; for `address` and `folder`, which others ignore, see `Ray`."""
    if name == "ray":
        return Ray(workers, limits, stop=stop, address=address, folder=folder)
    return Local(workers, limits, stop=stop)
