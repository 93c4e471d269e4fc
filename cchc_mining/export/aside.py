"""Files written beside those they replace, which take their names when all are done."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StorageError


@contextmanager
def aside(out: Path) -> Generator[Aside]:
    """A folder to write files into; what goes wrong is told with its name."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with Aside(out) as files:
            yield files
    except OSError as error:
        raise StorageError(f"{out}: cannot write here ({error.strerror})") from error


class Aside:
    """Files written under other names, which take their own together or are removed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: list[str] = []

    def __enter__(self) -> Aside:
        return self

    def __exit__(self, *_: object) -> None:
        for name in self._names:
            self._part(name).unlink(missing_ok=True)

    def path(self, name: str) -> Path:
        """Where to write the file that will be called so."""
        self._names.append(name)
        return self._part(name)

    def commit(self) -> tuple[Path, ...]:
        """Give all files their names."""
        for name in self._names:
            self._part(name).replace(self._folder / name)
        return tuple(self._folder / name for name in self._names)

    def _part(self, name: str) -> Path:
        return self._folder / f".{name}.part"
