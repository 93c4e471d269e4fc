"""From the paths a user names to every file under them, in one order that never changes."""

from __future__ import annotations

import heapq
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ..intake.places import is_url, local_path
from .problems import MissingInputError

# What operating systems and office programs leave in folders.
_SYSTEM_NAMES = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_SYSTEM_PREFIXES = (".", "~$")


class Found(Struct, frozen=True, gc=False):
    """A file under the inputs; or, with a `reason`, something there that is not to be read.

    `path` opens it.  `name` is what to show and to sort by: relative to the input root, `/`
    between folders, undecodable bytes escaped.  Of reasons, `unreadable-folder` is a failure,
    the others (`system-file`, `linked-folder`, `not-a-file`) say why it is passed over.
    """

    path: str
    name: str
    reason: str | None = None


def walk(paths: Sequence[str | Path], exclude: Sequence[Path] = ()) -> Iterator[Found]:
    """Every file under some files and folders, sorted by name; folders are searched through.

    The input root is the folder given, or what all the paths given have in common.  Folders in
    `exclude` are passed over silently.  A link to a folder is followed once, and not at all where
    it leads back into the inputs.  Paths may be URLs of what fsspec opens (`s3://bucket/reports`).
    Raises UsageError where a path does not exist, and where a URL cannot be opened.
    """
    paths = [local_path(path) for path in paths]
    urls = [path for path in paths if isinstance(path, str) and is_url(path)]
    here = [path for path in paths if not is_url(path)]
    if not urls:
        yield from _walk_here(here, exclude)
        return
    from .remote import walk_urls

    both = (walk_urls(urls, alone=not here), _walk_here(here, exclude, alone=False))
    yield from heapq.merge(*both, key=lambda found: found.name)


def _walk_here(
    paths: Sequence[str | Path], exclude: Sequence[Path], *, alone: bool = True
) -> Iterator[Found]:
    """As `walk`, for paths of this machine; they have a root if they are `alone`."""
    # Not `resolve`: a link keeps the name it was given by.
    named = [os.path.abspath(path) for path in paths]  # noqa: PTH100
    for path in named:
        if not os.path.lexists(path):
            raise MissingInputError(shown_name(path))
    tops = _without_nested(named)
    root = _common_root(tops) if alone else None
    search = _Search(root, tops, exclude)
    for top in sorted(tops, key=lambda top: _order(top, _is_folder(top))):
        yield from search.under(top)


def shown_name(path: str) -> str:
    """A path as it can be written in UTF-8: what cannot be decoded is escaped (`\\udce9`)."""
    return path.replace(os.sep, "/").encode("utf-8", "backslashreplace").decode("utf-8")


def _order(name: str, is_folder: bool) -> str:
    """Sorting a folder's entries by this sorts all files by their whole names."""
    return shown_name(name) + ("/" if is_folder else "")


def _without_nested(tops: list[str]) -> list[str]:
    """The paths without those that lie inside another and would be met twice."""
    folders = {top for top in tops if _is_folder(top)}
    return [
        top
        for top in dict.fromkeys(tops)
        if not any(str(parent) in folders for parent in Path(top).parents)
    ]


def _common_root(tops: list[str]) -> str | None:
    if len(tops) == 1 and _is_folder(tops[0]):
        return tops[0]
    try:
        return os.path.commonpath([str(Path(top).parent) for top in tops])
    except ValueError:  # drives that have nothing in common, or no paths
        return None


class _Search:
    """A search through folders that knows where it has been."""

    def __init__(self, root: str | None, tops: list[str], exclude: Sequence[Path]) -> None:
        self._root = root
        self._real_tops = tuple(os.path.realpath(top) for top in tops)
        self._been = {identity for path in exclude if (identity := _identity(str(path)))}

    def under(self, top: str) -> Iterator[Found]:
        """What is found under one path, itself included."""
        if not _is_folder(top):
            yield self._file(top)
            return
        # A stack and not recursion: folders may be nested deeper than Python can call.
        stack = [self._children(top)]
        while stack:
            entry = next(stack[-1], None)
            if entry is None:
                stack.pop()
            elif isinstance(entry, Found):
                yield entry
            else:
                stack.append(self._children(entry))

    def _children(self, folder: str) -> Iterator[Found | str]:
        """What stands in a folder, in order: things found, and folders (as str) to go into."""
        identity = _identity(folder)
        if identity in self._been:
            return
        try:
            with os.scandir(folder) as found:
                entries = sorted(
                    found, key=lambda entry: _order(entry.name, _leads_to_folder(entry))
                )
        except OSError:
            yield Found(folder, self._name(folder), "unreadable-folder")
            return
        if identity:
            self._been.add(identity)
        for entry in entries:
            yield from self._entry(entry)

    def _entry(self, entry: os.DirEntry[str]) -> Iterator[Found | str]:
        path = entry.path
        if is_system_file(entry.name):
            if _identity(path) not in self._been:
                yield Found(path, self._name(path), "system-file")
        elif not _leads_to_folder(entry):
            yield self._file(path)
        elif entry.is_symlink() and self._leads_back(path):
            yield Found(path, self._name(path), "linked-folder")
        else:
            yield path

    def _leads_back(self, link: str) -> bool:
        target = Path(os.path.realpath(link))
        return _identity(link) in self._been or any(
            top in (str(target), *map(str, target.parents)) for top in self._real_tops
        )

    def _file(self, path: str) -> Found:
        status = _status(path)
        # What is not there (a link to nothing) is left to whoever opens it to say.
        readable = status is None or stat.S_ISREG(status.st_mode)
        return Found(path, self._name(path), None if readable else "not-a-file")

    def _name(self, path: str) -> str:
        return shown_name(os.path.relpath(path, self._root) if self._root else path)


def is_system_file(name: str) -> bool:
    """Whether a file or folder of this name is nothing that a user made."""
    return name.startswith(_SYSTEM_PREFIXES) or name.lower() in _SYSTEM_NAMES


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """As `_is_folder`, from what listing the folder has told already."""
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _is_folder(path: str) -> bool:
    status = _status(path)
    return status is not None and stat.S_ISDIR(status.st_mode)


def _identity(path: str) -> tuple[int, int] | None:
    """The same for all paths that lead to one folder."""
    status = _status(path)
    return (status.st_dev, status.st_ino) if status else None


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116 - for each file of an archive, and a Path takes longer
    except OSError:
        return None
