"""Page numbers and running heads: what stands in the margins of pages and not in the text."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .grids import RuledGrid
from .model import Line, Page

_MARGIN = 0.12  # of a page's height, above and below
_LOOKED_AT = 2  # lines at either end of a page
_NUMBER = re.compile(
    r"[-–—~]?\s*(?:(?:trang|page|tr\.)\s*:?\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|\||of|trên)\s*\d{1,4})?"
    r"\s*(?:\|\s*(?:trang|page))?\s*[-–—~]?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_FEWEST_HEADS = 3  # pages on which the same line must stand to be a running head
_SAME_HEIGHT = 4.0
_APART = 1.8  # of a letter's size, between the baselines of a running head and of the text


def find_furniture(
    pages: Sequence[Page], grids: Mapping[int, Sequence[RuledGrid]]
) -> dict[int, list[Line]]:
    """The lines of each page (by its number) that are no part of the text.

    What stands in a ruled table (`grids`, by page) is none: a table repeats its headings.
    """
    found: dict[int, list[Line]] = defaultdict(list)
    edges = [
        (page, line)
        for page in pages
        for line in _edges(page)
        if not any(_is_inside(line, grid) for grid in grids.get(page.number, ()))
    ]
    for page, line in (*_numbers(edges, len(pages)), *_running(edges, len(pages))):
        if not any(line is other for other in found[page.number]):
            found[page.number].append(line)
    return found


_Edge = tuple[Page, Line]


def _edges(page: Page) -> Iterable[Line]:
    """The first and last lines of a page that stand in its margins."""
    lines = page.lines
    for line in lines[:_LOOKED_AT]:
        if line.bottom < page.height * _MARGIN:
            yield line
    for line in lines[max(_LOOKED_AT, len(lines) - _LOOKED_AT) :]:
        if line.top > page.height * (1 - _MARGIN):
            yield line


def _is_inside(line: Line, grid: RuledGrid) -> bool:
    return grid.ys[0] < line.baseline < grid.ys[-1] + 1 and (grid.xs[0] < line.center < grid.xs[-1])


def _numbers(edges: Sequence[_Edge], pages: int) -> Iterable[_Edge]:
    """Lines that hold the page's number and nothing else.

    A number alone in a margin may also be the rest of a table or a sum; so it must be the page's
    own number, or grow with the pages.
    """
    numbered = [(page, line, _number(line)) for page, line in edges]
    shifts = Counter(n - page.number for page, _, n in numbered if n is not None)
    for page, line, n in numbered:
        if n is None:
            continue
        shift = n - page.number
        if shift == 0 or (shifts[shift] >= 2 and shifts[shift] * 3 >= pages):
            yield page, line


def _stands_apart(line: Line, page: Page) -> bool:
    """Whether there is more room between a line in a margin and the text than between lines."""
    lines = page.lines
    at = next(i for i, other in enumerate(lines) if other is line)
    inward = range(at, len(lines) - 1) if line.top < page.height / 2 else range(at - 1, -1, -1)
    for i in itertools.islice(inward, _LOOKED_AT):
        if lines[i + 1].baseline - lines[i].baseline > _APART * lines[i].size:
            return True
    return len(lines) <= _LOOKED_AT


def _number(line: Line) -> int | None:
    match = _NUMBER.fullmatch(line.text) if len(line.words) <= 6 else None
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else _roman(match[1])


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral.lower()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _running(edges: Sequence[_Edge], pages: int) -> Iterable[_Edge]:
    """Lines that stand at the same height of many pages, apart from the text; only their figures
    may differ."""
    alike: dict[tuple[str, int], list[_Edge]] = defaultdict(list)
    for page, line in edges:
        if not _stands_apart(line, page):
            continue
        text = _DIGITS.sub("#", line.text)
        alike[text, round(line.baseline / _SAME_HEIGHT)].append((page, line))
    for group in alike.values():
        if len(group) >= _FEWEST_HEADS and len(group) * 3 >= pages:
            yield from group
