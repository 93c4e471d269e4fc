"""Glyphs to lines of words, by where they stand on the page.

Blanks are where the page has room for one; the order in which glyphs were drawn decides nothing, for
letters that a font lacks are drawn after the rest of their line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from ..pages import Line, Word
from .faces import Face, FacesOf
from .glyphs import Array, Glyphs, turn

_SAME_LINE = 0.2  # of a letter's size: baselines nearer than this are one
_ABOVE, _BELOW = 0.9, 0.25  # of a letter's size: how far a line's box reaches from its baseline
_GAP = 0.14  # of a letter's size: a blank, whether one is drawn or not; kerning is less
_SPACED = (0.05, 0.4)  # of a letter's size: the usual gap in a row of letters set apart
_FEWEST_SPACED = 5  # letters in such a row
_DOUBLE = 0.06  # of a letter's size: the same letter so near is drawn twice to look bold
# A raised figure: how high above the line, and how much smaller, in sizes of the line's letters.
_RAISED = (0.15, 0.75)
_RAISED_SIZE = 0.9
_RAISED_BESIDE = 0.5

_ZERO, _NINE = 0x30, 0x39
_SUPERSCRIPTS = np.array([ord(c) for c in "⁰¹²³⁴⁵⁶⁷⁸⁹"], np.uint32)
_BLANKS = np.array([0x20, 0xA0, *range(0x2000, 0x200C), 0x202F, 0x3000, 0xFEFF], np.uint32)
# Signs of the Symbol and Wingdings fonts, which have no code points of their own.
_PRIVATE = (0xE000, 0xF8FF)
_SYMBOLS = {0xF02D: 0x2D, 0xF0D8: 0x2022, 0xF0A7: 0x2022, 0xF0B7: 0x2022, 0xF0FC: 0x2713}
_SURROGATES = (0xD800, 0xDFFF)


def read_lines(
    glyphs: Glyphs, shown: tuple[float, float], faces: FacesOf
) -> tuple[list[Line], int]:
    """The lines of a page from top to bottom, and by how many right angles most letters are turned.

    Coordinates of the lines are those of the page turned until most letters are upright.  Letters
    turned otherwise (in the headings of a table, say) make lines of their own; those that stand
    askew (watermarks, stamps) are left out.
    """
    counts = np.bincount(glyphs.turns[glyphs.turns >= 0], minlength=4)
    main = int(counts.argmax())
    lines = list(_upright_lines(glyphs, main, shown, faces))
    for turns in np.flatnonzero(counts):
        if turns != main:
            others = _upright_lines(glyphs, int(turns), shown, faces)
            lines += [_turned(line, int(turns), main, shown) for line in others]
    lines.sort(key=lambda line: line.baseline)
    return lines, main


def _upright_lines(
    glyphs: Glyphs, turns: int, shown: tuple[float, float], faces: FacesOf
) -> Iterator[Line]:
    chosen = glyphs.select(glyphs.turns == turns)
    if len(chosen):
        yield from _lines(_turn_glyphs(chosen, -turns, shown), faces)


def _turn_glyphs(glyphs: Glyphs, turns: int, size: tuple[float, float]) -> Glyphs:
    if turns % 4 == 0:
        return glyphs
    ax, ay = turn(glyphs.x0, glyphs.top, size, turns)
    bx, by = turn(glyphs.x1, glyphs.bottom, size, turns)
    x, y = turn(glyphs.x, glyphs.y, size, turns)
    return Glyphs(
        glyphs.code,
        np.minimum(ax, bx),
        np.minimum(ay, by),
        np.maximum(ax, bx),
        np.maximum(ay, by),
        x,
        y,
        glyphs.size,
        glyphs.turns,
        glyphs.index,
    )


def _turned(line: Line, turns: int, main: int, shown: tuple[float, float]) -> Line:
    """A line of other letters in the coordinates of the main ones."""
    size = shown if turns % 2 == 0 else (shown[1], shown[0])
    words: list[Word] = []
    for word in line.words:
        ax, ay = turn(word.x0, word.top, size, turns - main)
        bx, by = turn(word.x1, word.bottom, size, turns - main)
        x0, x1, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        words.append(Word(word.text, x0, top, x1, bottom, word.bold, word.fonts))
    middle = sum(word.top + word.bottom for word in words) / (2 * len(words))
    return Line(words, middle + 0.3 * line.size, line.size)


def _lines(glyphs: Glyphs, faces: FacesOf) -> Iterator[Line]:
    blank = np.isin(glyphs.code, _BLANKS)
    rows = _rows(glyphs.y, glyphs.size)
    rows, raised = _raise_figures(glyphs, rows, blank)
    order = np.lexsort((glyphs.x0, rows))
    glyphs, rows, blank, raised = glyphs.select(order), rows[order], blank[order], raised[order]
    keep = ~_doubled(glyphs, rows)
    glyphs, rows, blank, raised = glyphs.select(keep), rows[keep], blank[keep], raised[keep]
    begins = _begins(glyphs, rows)
    begins[1:] |= blank[:-1]
    letters = np.flatnonzero(~blank)
    if not len(letters):
        return
    # A word begins at the first letter after a blank, a gap or a line's end.
    count = np.cumsum(begins | blank)[letters]
    starts = np.flatnonzero(np.diff(count, prepend=-1))
    yield from _assemble(glyphs.select(letters), rows[letters], raised[letters], starts, faces)


def _begins(glyphs: Glyphs, rows: Array) -> Array:
    """Which glyphs begin a row or stand behind a gap as wide as a blank; all are in order."""
    gap = np.zeros(len(glyphs))
    gap[1:] = glyphs.x0[1:] - np.maximum(glyphs.x1[:-1], glyphs.x0[:-1])
    larger = glyphs.size.copy()  # of a letter and the one before: raised figures are small
    larger[1:] = np.maximum(glyphs.size[1:], glyphs.size[:-1])
    firsts = np.flatnonzero(np.diff(rows, prepend=-1))
    gap[firsts] = 0
    begins = gap - _spacing(gap, larger, rows, firsts) > _GAP * larger
    begins[firsts] = True
    return begins


def _spacing(gap: Array, size: Array, rows: Array, firsts: Array) -> Array:
    """How far apart all letters of a glyph's row are set, as in 'B Á O  C Á O'; 0 for most rows."""
    counts = np.diff(np.append(firsts, len(gap)))
    middles = firsts + counts // 2
    spacing = gap[np.lexsort((gap, rows))][middles]
    spaced = (
        (counts >= _FEWEST_SPACED)
        & (spacing > _SPACED[0] * size[middles])
        & (spacing < _SPACED[1] * size[middles])
    )
    return np.repeat(np.where(spaced, spacing, 0), counts)


def _rows(y: Array, size: Array) -> Array:
    """For each glyph the number of its row: glyphs whose baselines are nearly the same."""
    order = np.argsort(y, kind="stable")
    least = np.minimum(size[order][1:], size[order][:-1])
    steps = np.diff(y[order]) > _SAME_LINE * least
    rows = np.empty(len(y), np.int64)
    rows[order] = np.concatenate(([0], np.cumsum(steps)))
    return rows


def _raise_figures(glyphs: Glyphs, rows: Array, blank: Array) -> tuple[Array, Array]:
    """Rows with raised figures put into the row that they belong to, and which figures these are."""
    count = int(rows.max()) + 1
    largest = np.zeros(count)
    np.maximum.at(largest, rows[~blank], glyphs.size[~blank])
    figure = (glyphs.code >= _ZERO) & (glyphs.code <= _NINE)
    raised = np.zeros(len(glyphs), bool)
    if not figure.any():
        return rows, raised
    smallest = np.full(count, np.inf)
    np.minimum.at(smallest, rows[figure], glyphs.size[figure])
    baseline = np.zeros(count)
    baseline[rows] = glyphs.y
    rows = rows.copy()
    for row in np.flatnonzero(np.isfinite(smallest)).tolist():
        for host in range(row, min(row + 4, count)):
            size = largest[host]
            rise = baseline[host] - baseline[row]
            if rise > _RAISED[1] * size:
                break
            if size * _RAISED_SIZE < smallest[row] or (host != row and rise < _RAISED[0] * size):
                continue
            _raise_into(glyphs, rows, raised, figure, row, host, size)
    return rows, raised


def _raise_into(
    glyphs: Glyphs, rows: Array, raised: Array, figure: Array, row: int, host: int, size: float
) -> None:
    """Move the small figures of a row that stand beside letters of another, lower row there."""
    small = (rows == row) & (glyphs.size <= size * _RAISED_SIZE)
    beside = (rows == host) & ~small
    if not beside.any():
        return
    lower = float(np.median(glyphs.y[beside]))
    figures = np.flatnonzero(small & figure & (lower - glyphs.y >= _RAISED[0] * size))
    left, right = np.sort(glyphs.x1[beside]), np.sort(glyphs.x0[beside])
    for run in _runs(glyphs, figures):
        x0, x1 = float(glyphs.x0[run[0]]), float(glyphs.x1[run[-1]])
        near = _RAISED_BESIDE * size
        if len(run) <= 3 and (_any_near(left, x0, near) or _any_near(right, x1, near)):
            rows[run] = host
            raised[run] = True


def _runs(glyphs: Glyphs, figures: Array) -> list[Array]:
    """Figures that stand side by side, as numbers."""
    figures = figures[np.argsort(glyphs.x0[figures], kind="stable")]
    if not len(figures):
        return []
    gaps = glyphs.x0[figures[1:]] - glyphs.x1[figures[:-1]]
    return np.split(figures, np.flatnonzero(gaps > 0.3 * glyphs.size[figures[1:]]) + 1)


def _any_near(places: Array, x: float, near: float) -> bool:
    i = int(np.searchsorted(places, x))
    return any(abs(places[k] - x) <= near for k in (i - 1, i) if 0 <= k < len(places))


def _doubled(glyphs: Glyphs, rows: Array) -> Array:
    """Glyphs that are drawn once more on top of themselves."""
    doubled = np.zeros(len(glyphs), bool)
    doubled[1:] = (
        (glyphs.code[1:] == glyphs.code[:-1])
        & (rows[1:] == rows[:-1])
        & (np.diff(glyphs.x0) < _DOUBLE * glyphs.size[1:])
    )
    return doubled


def _assemble(
    glyphs: Glyphs, rows: Array, raised: Array, starts: Array, faces: FacesOf
) -> Iterator[Line]:
    """Lines of glyphs that are in order; `starts` are the first glyphs of words."""
    texts = _texts(glyphs.code, raised, starts)
    # The rightmost end of a word is nearly always that of its last glyph.
    x0 = np.minimum.reduceat(glyphs.x0, starts).tolist()
    x1 = np.maximum.reduceat(glyphs.x1, starts).tolist()
    own = faces(glyphs.index[starts].tolist())
    fonts = _fonts(glyphs, starts, own, faces)
    sizes, heights = glyphs.size[starts].tolist(), glyphs.y[starts].tolist()
    small = raised[starts].tolist()
    firsts = np.flatnonzero(np.diff(rows[starts], prepend=-1)).tolist()
    for first, after in zip(firsts, [*firsts[1:], len(texts)], strict=True):
        words = range(first, after)
        plain = [i for i in words if not small[i]] or words
        size = _middle([sizes[i] for i in plain])
        baseline = _middle([heights[i] for i in plain])
        top, bottom = baseline - _ABOVE * size, baseline + _BELOW * size
        yield Line(
            [Word(texts[i], x0[i], top, x1[i], bottom, own[i].bold, fonts[i]) for i in words],
            baseline,
            size,
        )


def _fonts(glyphs: Glyphs, starts: Array, own: list[Face], faces: FacesOf) -> list[tuple[str, ...]]:
    """The names of the fonts of words, given the faces of their first letters.

    Of fonts of capitals there may be but the first letter: fonts from before Unicode have no other
    toned capitals.
    """
    ends = [*starts[1:].tolist(), len(glyphs)]
    return [
        tuple(face.name for face in faces(glyphs.index[start:end].tolist()))
        if face.capitals
        else (face.name,)
        for face, start, end in zip(own, starts.tolist(), ends, strict=True)
    ]


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _texts(codes: Array, raised: Array, starts: Array) -> list[str]:
    """The words that begin at some glyphs, composed; raised figures as superscript characters."""
    codes = _plain_codes(codes)
    codes[raised] = _SUPERSCRIPTS[codes[raised] - _ZERO]
    text = _text(codes)
    cuts = [*starts.tolist(), len(codes)]
    words = [text[start:stop] for start, stop in pairwise(cuts)]
    if not unicodedata.is_normalized("NFC", text):
        return [unicodedata.normalize("NFC", word) for word in words]
    return words


def _plain_codes(codes: Array) -> Array:
    """Code points that can stand in a text."""
    private = (codes >= _PRIVATE[0]) & (codes <= _PRIVATE[1])
    halves = (codes >= _SURROGATES[0]) & (codes <= _SURROGATES[1])
    codes = codes.copy()
    if private.any():
        signs = [_SYMBOLS.get(code, code) for code in codes[private].tolist()]
        codes[private] = signs
    codes[halves | (codes > 0x10FFFF)] = 0xFFFD
    return codes


def _text(codes: Array) -> str:
    return codes.astype("<u4").tobytes().decode("utf-32-le", "replace")
