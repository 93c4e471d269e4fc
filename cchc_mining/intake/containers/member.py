"""What a container holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from ..zipping import Budget


class Member(Struct, frozen=True):
    """One member: what to call it, and its bytes piece by piece.

    `name` is safe to show, and no other member has it; it is never used as a path.  `unpack`
    raises IntakeError with code `encrypted`, `damaged` or `too-large-inside`.
    """

    name: str
    unpack: Callable[[Budget], Iterator[bytes]]


class Names:
    """Gives every member a name that can be shown and that no other has."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, name: str) -> str:
        """The name, with whatever could mislead escaped, numbered where it was given before."""
        shown = _shown(name)
        stem, dot, ending = shown.rpartition(".")
        count = 1
        unique = shown
        while unique in self._given:
            count += 1
            unique = f"{stem} ({count}){dot}{ending}" if stem else f"{shown} ({count})"
        self._given.add(unique)
        return unique


def _shown(name: str) -> str:
    r"""A member's name as text: folders parted by '/', no way up or to the root, all printable.

    >>> print(_shown("..\\a/./b\n.txt"))
    \x2e\x2e/a/b\x0a.txt
    """
    name = name.replace("\\", "/")
    folders = [part for part in name.split("/") if part not in ("", ".")]
    safe = "/".join("\\x2e\\x2e" if part == ".." else part for part in folders)
    root = "\\x2f" if name.startswith("/") else ""
    return root + "".join(c if c.isprintable() else _escaped(c) for c in safe)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
