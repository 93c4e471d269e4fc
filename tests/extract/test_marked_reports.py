"""Whole reports in which every figure is marked with its period and owner: '{412|H|S}'.

The files of `marked` are our own wording: Party committees, ministries and their departments,
provincial departments, districts before July 2025, communes after, schools, hospitals, courts, state
enterprises, news items; reports on quarters, half-years, years and terms, plans, conclusions,
appendices.  Above '---' stand the keys that the marks use; '-' leaves a field open.  Each failed in
some figure when it was first read and tuned the rules.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from .support import mined

FILES = sorted(Path(__file__).with_name("marked").glob("*.txt"))
_MARK = re.compile(r"\{(?P<number>[^|{}]*)\|(?P<period>[^|{}]*)\|(?P<owner>[^|{}]*)\}")


class Marked(NamedTuple):
    """A figure as its report marks it; None where a field is left open."""

    number: str
    period: str | None
    owner: str | None


def read_marked(path: Path) -> tuple[str, dict[int, Marked]]:
    """The text of a report without its marks, and the figures by where they start."""
    head, _, body = path.read_text(encoding="utf-8").partition("---\n")
    keys: dict[str, str | None] = dict(line.split(" = ", 1) for line in head.splitlines())  # type: ignore[arg-type]
    keys = {key: None if value == "-" else value for key, value in keys.items()} | {"-": None}
    pieces: list[str] = []
    figures: dict[int, Marked] = {}
    done = length = 0
    for mark in _MARK.finditer(body):
        pieces += (body[done : mark.start()], mark["number"])
        length += mark.start() - done
        period, owner = mark["period"], mark["owner"]
        figures[length] = Marked(mark["number"], keys.get(period, period), keys.get(owner, owner))
        length += len(mark["number"])
        done = mark.end()
    return "".join((*pieces, body[done:])), figures


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_figure_has_its_period_and_owner(path: Path) -> None:
    text, marked = read_marked(path)
    found = {figure.start: figure for figure in mined(text).indicators}
    assert sorted(found) == sorted(marked)
    told = {
        start: Marked(
            found[start].text,
            found[start].period if figure.period else None,
            found[start].agency if figure.owner else None,
        )
        for start, figure in marked.items()
    }
    assert told == marked
