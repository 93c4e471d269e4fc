"""What the writers of all forms of tables have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self


class TableFile(ABC):
    """A table that is written row by row; a context manager."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(complete=kind is None)

    @abstractmethod
    def write(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add rows, handed over as the values of each column; None is an empty cell."""

    @abstractmethod
    def close(self, *, complete: bool) -> None:
        """Close the file; not `complete` where writing broke off."""
