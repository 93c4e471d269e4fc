"""'Tổng cộng': a total row against the rows it adds up, subtotals 'I' against '1', '2', ... below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from ...records import Words
from ..arithmetic import Shown, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..grids import AuditedTable
from ._rows import cell_explaining

_NEAR = Decimal("0.3")
_WORDS_DEPTH = 9


class _Sum(Struct, frozen=True):
    """A total in one column: what is said, what its rows give, and what rounding leaves open."""

    column: int
    said: Shown
    true: Decimal
    room: Decimal

    @property
    def fits(self) -> bool:
        return abs(self.said.value - self.true) <= self.room


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for table in document.tables:
        for row, added in _totals(table):
            yield from _compared(document, table, row, added)


def _totals(table: AuditedTable) -> Iterator[tuple[int, list[int]]]:
    """Each total row with the rows it adds up."""
    totals = table.totals
    rows = [row for row in table.rows if row not in totals and _has_figures(table, row)]
    if len(totals) == 1 and len(rows) > 1:
        added = _outermost(table, rows)
        if totals[0] < rows[0] or totals[0] > rows[-1]:
            yield totals[0], added
    yield from _subtotals(table, rows)


def _has_figures(table: AuditedTable, row: int) -> bool:
    return any((row, column) in table.figures for column in table.columns)


def _outermost(table: AuditedTable, rows: Sequence[int]) -> list[int]:
    """The rows of the smallest depth; rows under them are counted in them."""
    depths = [table.depth(row) for row in rows]
    if len(set(depths)) == 1:
        return list(rows)
    least = min(depths)
    return [row for row, depth in zip(rows, depths, strict=True) if depth == least]


def _subtotals(table: AuditedTable, rows: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """'I  Khối sở' with '1', '2', ... below it."""
    above, below = None, list[int]()
    for row, depth in [*((row, table.depth(row)) for row in rows), (0, 0)]:
        if depth == 0:
            if above is not None and len(below) > 1:
                yield above, below
            above, below = row, []
        elif depth == 1:
            below.append(row)


def _compared(
    document: AuditedDocument, table: AuditedTable, row: int, added: Sequence[int]
) -> Iterator[Discrepancy]:
    """Columns that do not fit where others do; or where the table is plain, one that is near."""
    sums = [one for column in table.counts if (one := _sum(table, row, column, added)) is not None]
    wrong = [one for one in sums if not one.fits]
    fitting = len(sums) - len(wrong)
    plain = fitting == 0 and len(sums) <= 2 and _is_plain(table, added)
    if not wrong or not (fitting >= len(wrong) or plain):
        return
    for one in wrong:
        if plain and abs(one.said.value - one.true) > _NEAR * abs(one.said.value):
            continue
        culprit = cell_explaining(table, row, one.column, added, one.true - one.said.value)
        figure = table.figures[culprit or row, one.column]
        right = one.true
        if culprit is not None:
            right = (table.addend(culprit, one.column) or Decimal(0)) - (one.true - one.said.value)
        terms = [table.addend(r, one.column) or Decimal(0) for r in added]
        shown = " + ".join(map(written, terms)) if len(terms) <= 12 else f"Tổng {len(terms)} dòng"
        yield Discrepancy(
            at=document.at(figure),
            about=(table.label(row), table.heading(one.column), one.said.value, one.true),
            severity="error",
            message=_WRONG if culprit is None else _CELL,
            expected=written(right),
            arithmetic=(
                f"{shown} = {written(one.true)}; văn bản ghi {table.figures[row, one.column].text}"
            ),
            evidence=document.evidence(
                table.figures[r, one.column]
                for r in (*added, row)
                if (r, one.column) in table.figures and r != (culprit or row)
            ),
            confidence=0.8 if plain else 0.95,
        )


def _sum(table: AuditedTable, row: int, column: int, added: Sequence[int]) -> _Sum | None:
    said = table.number(row, column)
    terms = [table.addend(r, column) for r in added]
    known = [term for term in terms if term is not None]
    if said is None or len(known) < len(terms) or not any(known):
        return None
    numbers = [n for r in added if (n := table.number(r, column)) is not None]
    room = sum((n.half for n in (said, *numbers) if n.decimals), Decimal(0))
    return _Sum(column, said, sum(known, Decimal(0)), room)


def _is_plain(table: AuditedTable, added: Sequence[int]) -> bool:
    """Rows numbered 1, 2, 3 ... without a gap: nothing else can be in the total."""
    return [table.text(r, 0).strip(".) ").lstrip("0") for r in added] == [
        str(n) for n in range(1, len(added) + 1)
    ]


_WRONG = Words(
    "Số ở dòng tổng không bằng tổng các dòng.", "The total row is not the sum of its rows."
)
_CELL = Words(
    "Dòng tổng không bằng tổng các dòng; ô này không khớp với các cột khác cùng dòng, số tổng thì khớp.",
    "The total row is not the sum of its rows; this cell disagrees with its row's other columns, the total does not.",
)
_HEAD = "STT\tĐơn vị\tTiếp nhận\tGiải quyết\tTỷ lệ (%)\n"

CHECK = DocumentCheck(
    slug="table-totals",
    group="tables",
    title=Words("Dòng tổng của bảng", "Total rows"),
    rule=Words(
        "Dòng 'Tổng cộng', 'Cộng' (hoặc mục I, II) phải bằng tổng các dòng thuộc nó, ở từng cột số đếm hoặc số tiền.",
        "A total row, or a subtotal I, II, is the sum of its rows in every column that can be added.",
    ),
    source="Số học",
    tolerance=Words(
        "Sai số làm tròn của các ô; chỉ báo khi các cột khác khớp, hoặc bảng đánh số liên tục 1, 2, 3.",
        "What rounding leaves open; told only where other columns fit or rows are numbered without a gap.",
    ),
    fires=(
        example(_HEAD + "1\tSở Y tế\t120\t110\t91,67\n2\tSở Nội vụ\t80\t80\t100\n3\tSở Công Thương\t40\t38\t95\nTổng"
                        " cộng\t\t240\t238\t95,00\n"),
        example("STT\tNguồn thu\tNăm 2015\tNăm 2016\tCộng\n1\tHội phí\t12,4\t13,1\t25,5\n2\tTài trợ\t7,2\t8,3\t15,5\n"
                "\tTổng thu\t19,6\t21,4\t40,1\n"),
    ),
    silent=(
        example(_HEAD + "1\tSở Y tế\t120\t110\t91,67\n2\tSở Nội vụ\t80\t80\t100\n3\tSở Công Thương\t40\t38\t95\nTổng"
                        " cộng\t\t240\t228\t95,00\n"),
        example(_HEAD + "I\tKhối sở\t200\t190\t95\n1\tSở Y tế\t120\t110\t91,67\n2\tSở Nội vụ\t80\t80\t100\nII\tKhối"
                        " huyện\t40\t38\t95\n"
                "1\tNha Trang\t30\t29\t96,67\n2\tCam Lâm\t10\t9\t90\nTổng cộng\t\t240\t228\t95,00\n"),
    ),
    find=_find,
)  # fmt: skip
