"""Sentences as clerks word them: templates from text files, filled with labelled mentions.

A template file has sections '== kind', one sentence a line; '[option]' before a sentence says what
its figures must be like.  '{name}' stands for a word or mention, '{name|unit|label|role}' for a
figure: '+' joins the keywords of its label, '@u' is the unit that the word 'u' writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .annotated import Mark, Piece
from .draft import Draft, Span

_FOLDER = Path(__file__).parent / "templates"
_FIELD = re.compile(r"\{([^}]*)\}")
_TEMPLATE = re.compile(r"(?:\[(\w+)\] )?(.+)")


class Wording(NamedTuple):
    """A template and its option."""

    option: str
    text: str


class Number(NamedTuple):
    """A figure as written and as meant; `approx` is its comparator."""

    written: str
    value: float | dict[str, int]
    approx: str = ""


class Case(NamedTuple):
    """What a template is filled with.

    `slipped` names the mark that is wrong, if the sentence is; `expected` what would be right;
    `evidence` the marks that show it.  `past` is the period that figures are compared with.
    """

    numbers: Mapping[str, Number]
    words: Mapping[str, Piece | tuple[Piece, ...]]
    slipped: str
    expected: object
    evidence: tuple[str, ...] = ()
    past: Span | None = None


@cache
def wordings(file: str) -> dict[str, tuple[Wording, ...]]:
    """The templates of a file by section."""
    sections: dict[str, list[Wording]] = {}
    section = ""
    for line in (_FOLDER / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            section = line[3:]
            sections[section] = []
        elif section and (match := _TEMPLATE.fullmatch(line)):
            sections[section].append(Wording(match[1] or "", match[2]))
    return {name: tuple(lines) for name, lines in sections.items()}


def filled(draft: Draft, wording: Wording, case: Case) -> Iterator[Piece]:
    """The pieces of a sentence."""
    words = {"office": draft.office, "span": draft.span.mark, **case.words}
    done = 0
    for field in _FIELD.finditer(wording.text):
        yield wording.text[done : field.start()]
        done = field.end()
        name, _, figure = field[1].partition("|")
        if figure and name in case.numbers:
            yield _figure(draft, name, figure, case)
        else:
            piece = words[field[1]]
            yield from (piece,) if isinstance(piece, (str, Mark)) else piece
    yield wording.text[done:]


def _figure(draft: Draft, name: str, described: str, case: Case) -> Mark:
    unit, label, role = (*described.split("|"), "")[:3]
    number = case.numbers[name]
    fields: dict[str, object] = {}
    value = number.value
    if unit.startswith("@"):
        unit = str(case.words[unit[1:]])
    if role in ("up", "down"):
        fields["role"] = "change"
        value = -value if role == "down" and isinstance(value, (int, float)) else value
    elif role == "before":
        fields["period"] = case.past.value if case.past else None
    elif role:
        fields["role"] = role
    if number.approx:
        fields["approx"] = number.approx
    words = label.replace("+", " ")
    keywords = label.replace("+", "|")
    return draft.figure(number.written, value, unit, words, keywords, tag=name, **fields)
