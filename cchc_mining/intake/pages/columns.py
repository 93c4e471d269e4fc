"""The head and the foot of an official document, which stand in two columns.

At the head the issuer stands left of the State's (or the Party's) title, at the foot the recipients
left of the signature (Decree 30/2020/NĐ-CP, Annex I).  Each is read column by column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from ...vietnamese import fold
from .joints import joint
from .model import Line, Page, Paragraph, Token, tokens_of
from .tables import Numbering

Placed = tuple[Line, Page]
_Halves = tuple[Line | None, Line | None]

_TITLES = ("cộng hòa xã hội chủ nghĩa", "đảng cộng sản việt nam")
_TITLE_LETTERS = frozenset("CcĐđ")
_RECIPIENTS = "nơi nhận"
_ITEM = re.compile(r"[-–+•*]|\d{1,2}[.)]")
_NEW_IN_HEAD = re.compile(r"số\b|v/v|về việc|[-–_*=]{2,}", re.IGNORECASE)
_MOST_LINES_APART = 4.5  # baselines of one block, in letter sizes
_OFF_CENTER = 0.16  # of the title's width
_SAME_CENTER = 40.0  # points between the lines of a signature
_FAR = 1e6  # right of every page
_GUTTER = 0.6  # of a letter's size, at least, between the columns


class Columns(Struct):
    """Two columns of lines with their pages; `edge` parts them.

    `foot` says that they are recipients and signature, which may go on on the next page.
    """

    top: float
    left: list[Placed]
    right: list[Placed]
    edge: float
    foot: bool


def take_columns(lines: list[Line], page: Page) -> tuple[list[Columns], list[Line]]:
    """The two-column blocks among the lines of a page, and the other lines."""
    blocks: list[Columns] = []
    at = 0
    while at < len(lines):
        found = _head_at(lines, at, page) or _foot_at(lines, at, page)
        if found is None:
            at += 1
            continue
        block, first, stop = found
        blocks.append(block)
        lines = lines[:first] + lines[stop:]
        at = first
    return blocks, lines


# --- head -------------------------------------------------------------------------------------


def _head_at(lines: Sequence[Line], at: int, page: Page) -> tuple[Columns, int, int] | None:
    """The head whose title stands in a line: the block, its first line and the one after it."""
    word = _title(lines[at])
    if word is None:
        return None
    title = lines[at].part(word, len(lines[at].words))
    near = [line for line in lines[max(at - 2, 0) : at + 4] if _near(line, title)]
    ends = [w.x1 for line in near for w in line.words if w.x1 < title.x0 + 1]
    if not ends:
        return None
    edge = (max(ends) + title.x0) / 2
    first = at
    while first and _near(lines[first - 1], lines[first]) and lines[first - 1].x1 < edge:
        first -= 1
    left: list[Line] = []
    right: list[Line] = []
    stop = first
    while stop < len(lines):
        halves = _halves(lines[stop], edge)
        if halves is None:
            break
        if stop > at and not (
            _near(lines[stop - 1], lines[stop]) and _belongs(halves, left, title)
        ):
            break
        west, east = halves
        left += [west] if west else []
        right += [east] if east else []
        stop += 1
    if stop <= at:
        return None
    return _columns(lines[first].top, left, right, edge, page, foot=False), first, stop


def _belongs(halves: _Halves, left: Sequence[Line], title: Line) -> bool:
    """Whether what stands left and right goes on with the issuer and with the title's column."""
    west, east = halves
    reach = (title.x1 - title.x0) * _OFF_CENTER
    if east and abs(east.center - title.center) > reach:
        return False
    return west is None or _centered_below(west, left)


def _title(line: Line) -> int | None:
    """The word with which the State's or the Party's title begins."""
    for i, word in enumerate(line.words):
        if word.text[:1] in _TITLE_LETTERS and fold(
            " ".join(word.text for word in line.words[i : i + 6])
        ).startswith(_TITLES):
            return i
    return None


def _centered_below(line: Line, column: Sequence[Line]) -> bool:
    """Whether a line stands under the lines of its column, not at the margin of the page's text."""
    if not column:
        return True
    center = (min(c.x0 for c in column) + max(c.x1 for c in column)) / 2
    return abs(line.center - center) <= 0.5 * max(line.x1 - line.x0, 40)


# --- foot -------------------------------------------------------------------------------------


def _foot_at(lines: Sequence[Line], at: int, page: Page) -> tuple[Columns, int, int] | None:
    """The foot whose recipients begin in a line."""
    words = lines[at].words
    if len(words) < 2 or words[0].text[:1] not in "Nn":
        return None
    if not fold(f"{words[0].text} {words[1].text}").startswith(_RECIPIENTS):
        return None
    edge, stop = _gutter(lines, at)
    first = at
    while first and _near(lines[first - 1], lines[first], 6) and lines[first - 1].x0 > edge:
        first -= 1
    left: list[Line] = []
    right: list[Line] = []
    for line in lines[first:stop]:
        west, east = _halves(line, edge) or (line, None)
        left += [west] if west else []
        right += [east] if east else []
    return _columns(lines[first].top, left, right, edge, page, foot=True), first, stop


def _gutter(lines: Sequence[Line], at: int) -> tuple[float, int]:
    """Where the columns of a foot part, and the first line that does not belong to them.

    The gutter is the blank strip that goes through the most lines from the first on.
    """
    start = lines[at]
    gaps = [(w.x1, v.x0) for w, v in pairwise(start.words) if v.x0 - w.x1 > start.size * 1.5]
    strips = gaps or [(start.x1, _FAR)]
    stop = at + 1
    for line in lines[at + 1 :]:
        kept = _free(strips, line)
        if not kept:
            break
        strips = kept
        stop += 1
    between = [strip for strip in strips if strip[1] < _FAR]
    if not between:  # nothing stands on the right
        return strips[0][0] + 1, stop
    low, high = max(between, key=lambda strip: strip[1] - strip[0])
    return (low + high) / 2, stop


def _free(strips: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """What a line leaves of blank strips."""
    free = strips
    for word in line.words:
        parts = [
            part
            for low, high in free
            for part in ((low, min(high, word.x0)), (max(low, word.x1), high))
        ]
        free = [(low, high) for low, high in parts if high - low > line.size * _GUTTER]
    return list(dict.fromkeys(free))


# --- both -------------------------------------------------------------------------------------


def _near(above: Line, below: Line, most: float = _MOST_LINES_APART) -> bool:
    return abs(below.baseline - above.baseline) <= most * max(above.size, below.size)


def _halves(line: Line, edge: float) -> _Halves | None:
    """The parts of a line left and right of an edge; null where its words run across."""
    cut = sum(1 for word in line.words if (word.x0 + word.x1) / 2 < edge)
    count = len(line.words)
    if cut and line.words[cut - 1].x1 > edge + 1:
        return None
    if cut < count and line.words[cut].x0 < edge - 1:
        return None
    if 0 < cut < count and line.words[cut].x0 - line.words[cut - 1].x1 < _GUTTER * line.size:
        return None
    return (line.part(0, cut) if cut else None), (line.part(cut, count) if cut < count else None)


def _columns(
    top: float, left: list[Line], right: list[Line], edge: float, page: Page, *, foot: bool
) -> Columns:
    return Columns(
        top, [(line, page) for line in left], [(line, page) for line in right], edge, foot
    )


def column_paragraphs(block: Columns, numbering: Numbering) -> list[Paragraph]:
    """The lines of a block, left column first."""
    joined = _joins_recipients if block.foot else _joins_head
    left: list[list[Placed]] = []
    for line, page in block.left:
        if left and joined(left[-1][-1][0], line):
            left[-1].append((line, page))
        else:
            left.append([(line, page)])
    return [_paragraph(lines, numbering) for lines in (*left, *([x] for x in block.right))]


def _joins_head(above: Line, below: Line) -> bool:
    """The issuer's own name is in bold letters over all its lines, its superior's is not."""
    return above.bold and below.bold and not _NEW_IN_HEAD.match(below.text)


def _joins_recipients(above: Line, below: Line) -> bool:
    return not (
        _ITEM.match(below.text)
        or above.text.endswith((";", ".", ":"))
        or fold(below.text).startswith(_RECIPIENTS)
    )


def _paragraph(lines: list[Placed], numbering: Numbering) -> Paragraph:
    tokens: list[Token] = []
    for line, page in lines:
        before = joint(tokens[-1].word.text) if tokens else ""
        tokens += tokens_of(line, page, numbering.next(), before)
    return Paragraph(tokens)


def take_rest(block: Columns, line: Line, page: Page) -> bool:
    """Add a line to a foot that goes on on a later page; false where it is no part of it."""
    if not block.foot or page is block.left[0][1]:
        return False
    halves = _halves(line, block.edge)
    if halves is None:
        return False
    west, east = halves
    if west and not (_ITEM.match(west.text) or _joins_recipients(block.left[-1][0], west)):
        return False
    if east and not (block.right and abs(east.center - block.right[-1][0].center) < _SAME_CENTER):
        return False
    block.left += [(west, page)] if west else []
    block.right += [(east, page)] if east else []
    return True
