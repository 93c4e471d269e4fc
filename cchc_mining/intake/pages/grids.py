"""Ruled tables: from drawn lines to cells, merged cells included."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import Struct

from .model import Stroke

_SNAP = 3.0  # lines nearer to one another than this are one line
_SHORTEST = 5.0  # shorter lines are the ends of thick ones
_MOST_STROKES = 20_000  # a drawing, not a table


class GridCell(Struct, frozen=True, gc=False):
    """A cell: its first row and column, how many it covers, and its box."""

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    top: float
    x1: float
    bottom: float


class RuledGrid(Struct, frozen=True):
    """The cells that drawn lines make; `xs` and `ys` are the places of its lines."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns."""
        return len(self.ys) - 1, len(self.xs) - 1

    def cell_at(self, x: float, y: float) -> GridCell | None:
        """The cell that a point lies in."""
        for cell in self.cells:
            if cell.x0 <= x <= cell.x1 and cell.top <= y <= cell.bottom:
                return cell
        return None


def find_grids(strokes: Sequence[Stroke]) -> list[RuledGrid]:
    """The ruled tables of a page, from top to bottom; a frame around nothing but text is none."""
    if not 4 <= len(strokes) <= _MOST_STROKES:
        return []
    standing = _merge([_Edge(s.x0, s.y0, s.y1) for s in strokes if s.x0 == s.x1])
    lying = _merge([_Edge(s.y0, s.x0, s.x1) for s in strokes if s.y0 == s.y1 and s.x0 != s.x1])
    if len(standing) < 2 or len(lying) < 2:
        return []
    grids = [_grid(v, h) for v, h in _groups(standing, lying)]
    found = [grid for grid in grids if grid is not None]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


class _Edge(Struct, gc=False):
    """A line at `at`, from `start` to `end` in the other direction."""

    at: float
    start: float
    end: float


def _merge(edges: list[_Edge]) -> list[_Edge]:
    """Edges without doubles, those that continue one another joined."""
    edges = [e for e in edges if e.end - e.start >= _SHORTEST]
    edges.sort(key=lambda e: e.at)
    merged: list[_Edge] = []
    for row in _near(edges):
        row.sort(key=lambda e: e.start)
        at = sum(e.at for e in row) / len(row)
        open_edge = _Edge(at, row[0].start, row[0].end)
        for edge in row[1:]:
            if edge.start <= open_edge.end + _SNAP:
                open_edge.end = max(open_edge.end, edge.end)
            else:
                merged.append(open_edge)
                open_edge = _Edge(at, edge.start, edge.end)
        merged.append(open_edge)
    return merged


def _near(edges: list[_Edge]) -> list[list[_Edge]]:
    """Edges in the order of `at`, those within the snapping distance together."""
    rows: list[list[_Edge]] = []
    for edge in edges:
        if rows and edge.at - rows[-1][0].at <= _SNAP:
            rows[-1].append(edge)
        else:
            rows.append([edge])
    return rows


def _groups(standing: list[_Edge], lying: list[_Edge]) -> Iterable[tuple[list[_Edge], list[_Edge]]]:
    """The edges that touch one another, directly or by others."""
    parent = list(range(len(standing) + len(lying)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    starts = [v.at for v in standing]
    for j, h in enumerate(lying, len(standing)):
        for i in range(bisect_left(starts, h.start - _SNAP), len(standing)):
            v = standing[i]
            if v.at > h.end + _SNAP:
                break
            if v.start - _SNAP <= h.at <= v.end + _SNAP:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[_Edge], list[_Edge]]] = {}
    for i, edge in enumerate((*standing, *lying)):
        groups.setdefault(root(i), ([], []))[i >= len(standing)].append(edge)
    return groups.values()


def _grid(standing: list[_Edge], lying: list[_Edge]) -> RuledGrid | None:
    if not standing or len(lying) < 2:
        return None
    ends_x = (min(h.start for h in lying), max(h.end for h in lying))
    ends_y = (min(v.start for v in standing), max(v.end for v in standing))
    xs = _places([*(v.at for v in standing), *ends_x])
    ys = _places([*(h.at for h in lying), *ends_y])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2 or rows * columns > _MOST_STROKES:
        return None
    walls = {(i, k) for v in standing for i, k in _covered(v, xs, ys)}
    floors = {(k, j) for h in lying for j, k in _covered(h, ys, xs)}
    return RuledGrid(xs, ys, tuple(_cells(xs, ys, walls, floors)))


def _places(values: list[float]) -> tuple[float, ...]:
    """Distinct places, in order."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > _SNAP:
            distinct.append(value)
    return tuple(distinct)


def _covered(
    edge: _Edge, across: tuple[float, ...], along: tuple[float, ...]
) -> Iterable[tuple[int, int]]:
    """(line, interval) for the intervals between `along` that an edge covers."""
    line = min(range(len(across)), key=lambda i: abs(across[i] - edge.at))
    for k in range(len(along) - 1):
        middle = (along[k] + along[k + 1]) / 2
        if edge.start <= middle <= edge.end:
            yield line, k


def _cells(
    xs: tuple[float, ...],
    ys: tuple[float, ...],
    walls: set[tuple[int, int]],
    floors: set[tuple[int, int]],
) -> Iterable[GridCell]:
    """Cells in reading order.  `walls` are (line, row), `floors` (column, line) that are drawn."""
    rows, columns = len(ys) - 1, len(xs) - 1
    taken: set[tuple[int, int]] = set()
    for r in range(rows):
        for c in range(columns):
            if (r, c) in taken:
                continue
            right = c + 1
            while right < columns and (right, r) not in walls and (r, right) not in taken:
                right += 1
            below = r + 1
            while below < rows and not any((k, below) in floors for k in range(c, right)):
                below += 1
            taken.update((i, k) for i in range(r, below) for k in range(c, right))
            yield GridCell(r, c, below - r, right - c, xs[c], ys[r], xs[right], ys[below])
