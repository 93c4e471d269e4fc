"""'Tổng số' at the head of a group of columns, and its parts beside it: each row by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...records import Words
from ..arithmetic import written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..grids import AuditedTable
from ._rows import holds

_SEPARATOR = " > "
_TOTAL = re.compile(r"(?:tổng (?:số|cộng)?|tổng|cộng)\b.*", re.I)
_IN_PART = re.compile(r"trong đó", re.I)


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for table in document.tables:
        if "=" in "".join("".join(row) for row in table.table.rows[: table.table.header_rows]):
            continue  # the table says itself what adds up
        for column in table.counts:
            for parts in _candidates(table, column):
                broken = _broken(table, column, parts)
                if broken is not None:
                    yield from (_discrepancy(document, table, column, parts, r) for r in broken)
                    break


def _candidates(table: AuditedTable, column: int) -> Iterator[list[int]]:
    """The columns that a 'Tổng số' may add up: those under its heading, or those beside it."""
    path = table.heading(column).split(_SEPARATOR)
    if not _TOTAL.fullmatch(path[-1]):
        return
    prefix = path[:-1]
    others = [c for c in table.counts if c != column]
    if prefix:
        group = [c for c in others if table.heading(c).split(_SEPARATOR)[: len(prefix)] == prefix]
        if len(group) > 1:
            yield group
        return
    right = [c for c in others if c > column]
    for size in range(len(right), 1, -1):
        yield right[:size]
    left = [c for c in others if c < column]
    for size in range(len(left), 1, -1):
        yield left[-size:]


def _broken(table: AuditedTable, column: int, parts: Sequence[int]) -> list[int] | None:
    """The rows in which the total is not the sum; None where that is no rule of the table."""
    if any(_IN_PART.search(table.heading(c)) for c in parts):
        return None
    kept: list[int] = []
    broken: list[int] = []
    for row in table.rows:
        said, terms = table.number(row, column), [table.addend(row, c) for c in parts]
        known = [term for term in terms if term is not None]
        if said is None or len(known) < len(terms) or not any(known):
            continue
        numbers = [n for c in parts if (n := table.number(row, c)) is not None]
        room = sum((n.half for n in (said, *numbers) if n.decimals), Decimal(0))
        (kept if abs(sum(known) - said.value) <= room else broken).append(row)
    return broken if holds(kept, broken) else None


def _discrepancy(
    document: AuditedDocument, table: AuditedTable, column: int, parts: Sequence[int], row: int
) -> Discrepancy:
    figure = table.figures[row, column]
    terms = [table.addend(row, c) or Decimal(0) for c in parts]
    total = sum(terms, Decimal(0))
    return Discrepancy(
        at=document.at(figure),
        about=(table.label(row), table.heading(column), figure.value, total),
        severity="error",
        message=_WRONG,
        expected=written(total),
        arithmetic=(
            f"Dòng '{table.label(row)}': {' + '.join(map(written, terms))} = {written(total)};"
            f" văn bản ghi {figure.text}"
        ),
        evidence=document.evidence(
            table.figures[row, c] for c in parts if (row, c) in table.figures
        ),
        confidence=0.9,
    )


_WRONG = Words(
    "Cột tổng số ở dòng này không bằng tổng các cột thành phần.",
    "In this row the total column is not the sum of its columns.",
)
_HEAD = "STT\tĐơn vị\tTổng số\tĐúng hạn\tQuá hạn\n"

CHECK = DocumentCheck(
    slug="table-row-sums",
    group="tables",
    title=Words("Cột tổng số của bảng", "Total columns"),
    rule=Words(
        "Khi cột 'Tổng số' bằng tổng các cột thành phần ở hầu hết các dòng thì các dòng còn lại cũng phải vậy.",
        "Where a total column is the sum of its columns in nearly all rows, it is in the others.",
    ),
    source="Số học",
    tolerance=Words(
        "Sai số làm tròn của các ô; cần ít nhất ba dòng và bảy phần mười số dòng khớp.",
        "What rounding leaves open; three rows and seven tenths of all must fit.",
    ),
    fires=(
        example(_HEAD + "1\tSở Y tế\t120\t110\t10\n2\tSở Nội vụ\t80\t80\t0\n3\tSở Công Thương\t40\t38\t2\n4\tSở Tư"
                        " pháp\t65\t60\t6\n"),
        example("STT\tXã\tNgân sách\tNhân dân\tTổng vốn\n1\tHòa An\t120\t30\t150\n2\tBình Minh\t85\t15\t100\n3\tTân"
                " Phú\t64\t26\t90\n4\tPhước Lộc\t48\t17\t56\n"),
    ),
    silent=(
        example(_HEAD + "1\tSở Y tế\t120\t110\t10\n2\tSở Nội vụ\t80\t80\t0\n3\tSở Công Thương\t40\t38\t2\n4\tSở Tư"
                        " pháp\t65\t60\t5\n"),
        example(_HEAD + "1\tSở Y tế\t120\t100\t10\n2\tSở Nội vụ\t80\t70\t0\n3\tSở Công Thương\t40\t38\t2\n4\tSở Tư"
                        " pháp\t65\t60\t5\n"),
    ),
    find=_find,
)  # fmt: skip
