"""'(3)=(4)+(5)+(6)' above a column: each row against the formula of the heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...records import Words
from ..arithmetic import Shown, rounded, rounds_to, truncates_to, written
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..grids import AuditedTable

# '(3)=(4)+(5)', '5=4/3x100', '(7) = (5):(3) * 100%'; alone in a cell or behind the heading's words
_FORMULA = re.compile(r"\(?(?P<column>\d{1,2})\)?\s*=\s*(?P<terms>[\d()+\-–*/:x×.%\s]{3,60})", re.I)
_NUMBERED = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?", re.S)
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[-+*/()]")
_AS_SIGNS = str.maketrans({":": "/", "x": "*", "X": "*", "×": "*", "–": "-", "%": " "})
_WRONG_SHARE = 0.5  # of the rows: then the formula was not understood


class _Formula(Struct, frozen=True):
    column: int  # of the table
    text: str
    tokens: tuple[str, ...]
    is_ratio: bool


class _Row(Struct, frozen=True):
    row: int
    true: Decimal
    said: Shown


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for table in document.tables:
        places = _column_numbers(table)
        for formula in _formulas(table, places):
            yield from _broken(document, table, formula, places)


def _column_numbers(table: AuditedTable) -> dict[int, int]:
    """Which column bears which number, from the row that numbers them or from the headings."""
    for row in table.table.rows[: table.table.header_rows]:
        found = {c: m for c, cell in enumerate(row) if (m := _NUMBERED.fullmatch(cell.strip()))}
        if len(found) > 1:
            return {int(m[1]): c for c, m in found.items()}
    numbers: dict[int, int] = {}
    for c in range(len(table.table.columns)):
        if last := re.search(r"\((\d{1,2})\)\s*(?:=|$)", table.heading(c)):
            numbers[int(last[1])] = c
    return numbers


def _formulas(table: AuditedTable, places: dict[int, int]) -> Iterator[_Formula]:
    seen: set[int] = set()
    for row in table.table.rows[: table.table.header_rows]:
        for cell in row:
            found = _FORMULA.search(cell)
            column = places.get(int(found["column"])) if found else None
            if found is None or column is None or column in seen:
                continue
            seen.add(column)
            terms = found["terms"].translate(_AS_SIGNS)
            yield _Formula(column, found[0].strip(), tuple(_TOKEN.findall(terms)), "/" in terms)


def _broken(
    document: AuditedDocument, table: AuditedTable, formula: _Formula, places: dict[int, int]
) -> Iterator[Discrepancy]:
    checked, wrong = 0, list[_Row]()
    for row in table.rows:
        said = table.number(row, formula.column)
        true = _evaluated(table, row, formula, places)
        if said is None or true is None:
            continue
        checked += 1
        if formula.is_ratio and formula.column in table.shares and "100" not in formula.tokens:
            true *= 100
        if not rounds_to(true, said) and abs(true - said.value) > _room(
            table, row, formula, places
        ):
            wrong.append(_Row(row, true, said))
    if checked > 1 and len(wrong) > _WRONG_SHARE * checked:
        return
    for found in wrong:
        yield _discrepancy(document, table, formula, places, found)


def _discrepancy(
    document: AuditedDocument,
    table: AuditedTable,
    formula: _Formula,
    places: dict[int, int],
    found: _Row,
) -> Discrepancy:
    figure = table.figures[found.row, formula.column]
    decimals = max(found.said.decimals, 2) if formula.is_ratio else None
    cut_off = formula.is_ratio and truncates_to(found.true, found.said)
    return Discrepancy(
        at=document.at(figure),
        about=(table.label(found.row), formula.text, found.said.value, rounded(found.true, 4)),
        severity="info" if cut_off else "error",
        message=_CUT_OFF if cut_off else _BROKEN,
        expected=written(found.true, found.said.decimals),
        arithmetic=(
            f"Dòng '{table.label(found.row)}': {formula.text} cho {written(found.true, decimals)};"
            f" văn bản ghi {figure.text}"
        ),
        evidence=document.evidence(
            table.figures[found.row, c]
            for c in _named(formula, places)
            if (found.row, c) in table.figures
        ),
        confidence=0.9,
    )


def _room(table: AuditedTable, row: int, formula: _Formula, places: dict[int, int]) -> Decimal:
    """What rounding leaves open in a sum of decimals."""
    if formula.is_ratio:
        return Decimal(0)
    columns = (formula.column, *_named(formula, places))
    numbers = [table.number(row, column) for column in columns]
    return sum((n.half for n in numbers if n is not None and n.decimals), Decimal(0))


def _named(formula: _Formula, places: dict[int, int]) -> list[int]:
    """The columns that a formula names."""
    return [places[int(t)] for t in formula.tokens if t.isdigit() and int(t) in places]


def _evaluated(
    table: AuditedTable, row: int, formula: _Formula, places: dict[int, int]
) -> Decimal | None:
    """What a formula gives in a row; None where a cell has words, or the formula makes no sense."""
    tokens = list(formula.tokens)

    def operand() -> Decimal | None:
        if not tokens:
            return None
        token = tokens.pop(0)
        if token == "(":
            value = total()
            return value if tokens and tokens.pop(0) == ")" else None
        if not token[0].isdigit():
            return None
        column = places.get(int(token)) if token.isdigit() else None
        if column is None:
            return Decimal(token) if token == "100" else None
        return table.addend(row, column)

    def product() -> Decimal | None:
        value = operand()
        while value is not None and tokens and tokens[0] in "*/":
            sign, other = tokens.pop(0), operand()
            if other is None or (sign == "/" and not other):
                return None
            value = value * other if sign == "*" else value / other
        return value

    def total() -> Decimal | None:
        value = product()
        while value is not None and tokens and tokens[0] in "+-":
            sign, other = tokens.pop(0), product()
            if other is None:
                return None
            value = value + other if sign == "+" else value - other
        return value

    value = total()
    return value if not tokens else None


_BROKEN = Words(
    "Số trong ô không bằng kết quả của công thức ghi ở đầu cột.",
    "The cell is not what the formula above its column gives.",
)
_CUT_OFF = Words(
    "Tỷ lệ trong ô bị cắt bớt số lẻ thay vì làm tròn.", "The percentage is cut off, not rounded."
)
_HEAD = "STT\tLĩnh vực\tTổng số\tTrực tuyến\tTrực tiếp\tTỷ lệ (%)\n(1)\t(2)\t(3)=(4)+(5)\t(4)\t(5)\t(6)=(4)/(3)*100\n"

CHECK = DocumentCheck(
    slug="table-formula",
    group="tables",
    title=Words("Công thức của cột", "Column formulas"),
    rule=Words(
        "Mỗi ô phải bằng kết quả của công thức ghi ở đầu cột, như (3)=(4)+(5) hoặc (6)=(4)/(3)x100.",
        "Each cell is what the formula above its column gives, such as (3)=(4)+(5).",
    ),
    source="Công thức ghi trong chính bảng",
    tolerance=Words(
        "Nửa đơn vị của chữ số cuối; bỏ qua cột có quá nửa số dòng không khớp.",
        "Half a unit of the last digit; a column of which half the rows do not fit is let pass.",
    ),
    fires=(
        example(_HEAD + "1\tĐất đai\t120\t80\t40\t66,67\n2\tHộ tịch\t75\t50\t24\t66,67\n3\tXây"
                        " dựng\t30\t15\t15\t50,00\n"),
        example(_HEAD + "1\tĐất đai\t120\t80\t40\t66,67\n2\tHộ tịch\t75\t50\t25\t76,67\n3\tXây"
                        " dựng\t30\t15\t15\t50,00\n"),
    ),
    silent=(
        example(_HEAD + "1\tĐất đai\t120\t80\t40\t66,67\n2\tHộ tịch\t75\t50\t25\t66,67\n3\tXây"
                        " dựng\t30\t15\t15\t50,00\n"),
    ),
    find=_find,
)  # fmt: skip
