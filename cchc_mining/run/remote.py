"""Every file under some URLs, as `walk` gives those of this machine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import takewhile
from typing import Any

from msgspec import Struct

from ..intake.places import file_system, links_of
from .problems import MissingInputError, MissingPackageError, RemoteError
from .walking import Found, is_system_file, shown_name

_PASSWORD = re.compile(r"(?<=://)[^/@]*@")
_FIRST_NAME = 3  # in 's3://bucket/folder': what has less in common has nothing


class _Place(Struct, frozen=True):
    """A URL around the part that grows on the way through folders: `before` + `path` + `after`.

    See `links_of` for these; `system` and `inner` are what fsspec has for the URL.
    """

    before: str
    path: str
    after: str
    system: Any
    inner: str
    is_folder: bool

    @property
    def url(self) -> str:
        """What opens it."""
        return self.before + self.path + self.after

    def child(self, entry: dict[str, Any]) -> _Place:
        """One of the entries of a folder."""
        name = _last(entry["name"])
        gap = "" if self.path.endswith("/") else "/"
        is_folder = entry["type"] == "directory"
        path = self.path + gap + name
        return _Place(self.before, path, self.after, self.system, entry["name"], is_folder)

    def children(self) -> Iterator[_Place]:
        """What is in a folder, in the order of whole names.  Raises whatever the system raises."""
        # Stores without folders have empty files that stand for them, under the same names.
        entries = (e for e in self.system.ls(self.inner, detail=True) if not self._is_this(e))
        children = map(self.child, entries)
        yield from sorted(children, key=lambda place: place.path + "/" * place.is_folder)

    def _is_this(self, entry: dict[str, Any]) -> bool:
        return entry["name"].strip("/") == self.inner.strip("/")


def walk_urls(urls: Sequence[str], *, alone: bool) -> Iterator[Found]:
    """Every file under some URLs, sorted by name.

    The input root is the folder given, or what all have in common, if they are `alone`; where there
    is none, names are whole URLs without passwords.  Raises UsageError where a URL does not exist or
    cannot be opened.
    """
    tops = [_top(url) for url in dict.fromkeys(urls)]
    root = _common_root(tops) if alone else None
    seen: set[str] = set()
    for top in sorted(tops, key=lambda top: top.url):
        for found in _under(top, root):
            if found.path not in seen:
                seen.add(found.path)
                yield found


def _top(url: str) -> _Place:
    if find_spec("fsspec") is None:
        raise MissingPackageError(url, "cchc-mining[remote]")
    before, path, after = links_of(url)
    try:
        system, inner = file_system(url)
        system.invalidate_cache()
        kind = system.info(inner)["type"]
    except FileNotFoundError as error:
        raise MissingInputError(_without_password(url)) from error
    except Exception as error:  # of whatever library opens it
        raise RemoteError(_without_password(url), error) from error
    # Of web pages only the slash tells which are to be taken as folders.
    return _Place(before, path, after, system, inner, kind == "directory" or path.endswith("/"))


def _common_root(tops: Sequence[_Place]) -> str | None:
    folders = [top.path if top.is_folder else top.path.rpartition("/")[0] for top in tops]
    if len(tops) == 1:
        return folders[0]
    levels = zip(*(folder.rstrip("/").split("/") for folder in folders), strict=False)
    common = [names[0] for names in takewhile(lambda names: len({*names}) == 1, levels)]
    alike = len({(top.before, top.after) for top in tops}) == 1
    return "/".join(common) if alike and len(common) >= _FIRST_NAME else None


def _under(top: _Place, root: str | None) -> Iterator[Found]:
    stack: list[Iterator[_Place]] = [iter([top])]
    while stack:
        place = next(stack[-1], None)
        if place is None:
            stack.pop()
        elif place is not top and is_system_file(_last(place.path)):
            yield Found(place.url, _name(place, root), "system-file")
        elif not place.is_folder:
            yield Found(place.url, _name(place, root))
        else:
            try:
                stack.append(iter(list(place.children())))
            except Exception as error:  # of whatever library lists it
                if place is top:
                    raise RemoteError(_without_password(top.url), error) from error
                yield Found(place.url, _name(place, root), "unreadable-folder")


def _name(place: _Place, root: str | None) -> str:
    if root is None:
        return shown_name(_without_password(place.url))
    return shown_name(place.path.removeprefix(root).lstrip("/"))


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _without_password(url: str) -> str:
    return _PASSWORD.sub("", url)
