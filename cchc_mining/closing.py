"""Closing files, whatever happens while they are used."""

from __future__ import annotations

from types import TracebackType
from typing import Self


class Closable:
    """What holds files that are to be closed; a context manager, which sees to that."""

    def close(self) -> None:
        """Close the files."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
