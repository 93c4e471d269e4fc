"""A cell of a table against the text that speaks of its row: 'thuế thu nhập cá nhân 414 tỷ đồng' here,
441 there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...records import Fraction, Indicator, Words
from ..amounts import is_percent, of_a_kind, unit_of
from ..arithmetic import Shown, shown
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument
from ..grids import AuditedTable
from ..sentence import Sentence

_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[,;:.()%]|(?<!\w)và(?!\w)")
_FEWEST_WORDS = 3  # of a row's name
_FEWEST_DIGITS = 3
_IDLE = frozenset("số tổng lượng các".split())
_ANOTHER = re.compile(
    r"(?<!\w)(?:cùng kỳ|năm (?:trước|ngoái)|kế hoạch|dự toán|chỉ tiêu|mục tiêu|lũy kế|luỹ kế|trung bình|toàn quốc"
    r"|phấn đấu|riêng (?:tháng|quý))(?!\w)"
)


class _Row(Struct, frozen=True):
    """A row with its name as the text would have it, '|thuế|thu|nhập|cá|nhân|', and its words, the
    longest first: they are the rarest."""

    table: AuditedTable
    row: int
    name: str
    words: tuple[str, ...]


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    tables = document.tables
    prose = " ".join([sentence.text for sentence in document.sentences]) if tables else ""
    spoken = [row for table in tables for row in _named(table) if _may_speak_of(row, prose)]
    for sentence in document.sentences if spoken else ():
        rows = [row for row in spoken if _may_speak_of(row, sentence.text)]
        for i, figure in enumerate(sentence.figures if rows else ()):
            said = shown(figure)
            if said is None or figure.approx or figure.role not in ("value", "share"):
                continue
            cell = _mistaken(rows, sentence, i, said)
            if cell is not None:
                yield _discrepancy(document, figure, cell)


def _may_speak_of(row: _Row, text: str) -> bool:
    return all(word in text for word in row.words)


def _named(table: AuditedTable) -> Iterator[_Row]:
    """The rows of a table that have names of their own, long enough to be known in a text."""
    names = [_joined(table.label(row)) for row in table.rows]
    for row, name in zip(table.rows, names, strict=True):
        if name.count("|") > _FEWEST_WORDS and names.count(name) == 1:
            words = sorted(name.strip("|").split("|"), key=len, reverse=True)
            yield _Row(table, row, name, tuple(words))


def _mistaken(rows: list[_Row], sentence: Sentence, i: int, said: Shown) -> Indicator | None:
    """The one cell of the row that the text names of which a figure can be a slip, where it is right in
    none of the row's cells."""
    words = _clause(sentence, i)
    if _ANOTHER.search(words):
        return None
    clause = _joined(words)
    spoken = [row for row in rows if row.name in clause]
    longest = max((len(row.name) for row in spoken), default=0)
    spoken = [row for row in spoken if len(row.name) == longest]
    if len(spoken) != 1:
        return None
    (row,), figure = spoken, sentence.figures[i]
    cells = [cell for (r, _), cell in row.table.figures.items() if r == row.row]
    if any((number := shown(cell)) and number.value == said.value for cell in cells):
        return None
    alike = [
        cell
        for cell in cells
        if _is_of(cell, figure)
        and (meant := shown(cell)) is not None
        and (_is_slip(said, meant) or (_names(clause, cell) and _is_mistyped(said, meant)))
    ]
    return alike[0] if len(alike) == 1 else None


def _clause(sentence: Sentence, i: int) -> str:
    """The words right before a figure and right behind it, without marks."""
    lead = sentence.text[: sentence.spans[i][0]]
    return f"{_CLAUSE.split(lead)[-1]} {_CLAUSE.split(sentence.after(i))[0]}"


def _names(clause: str, cell: Indicator) -> bool:
    """Whether the text names the column, too: 'KCN Lai Vu ... nâng tỷ lệ lấp đầy lên'."""
    heading = cell.table.column_path if cell.table else ""
    leaf = _joined(heading.rpartition(" > ")[2])
    return leaf.count("|") > _FEWEST_WORDS and leaf in clause


def _is_of(cell: Indicator, figure: Indicator) -> bool:
    """Whether a cell counts the same up to the same day."""
    if isinstance(cell.value, Fraction) or is_percent(cell) != is_percent(figure):
        return False
    one, other = unit_of(cell.unit or ""), unit_of(figure.unit or "")
    return one[1] == other[1] and of_a_kind(one[0], other[0]) and _end(cell) == _end(figure) != ""


def _end(figure: Indicator) -> str:
    return (figure.period or "").rpartition("/")[2]


def _is_slip(said: Shown, meant: Shown) -> bool:
    """Whether a number has the digits of another in another order, or its group of zeros was lost with
    a larger unit: 414 for 441, 86,42 triệu for 86.420 triệu."""
    if said.decimals and said.value * 1000 == meant.value:
        return True
    one, other = _digits(said), _digits(meant)
    is_long = len(one) >= _FEWEST_DIGITS and said.decimals == meant.decimals
    return is_long and one != other and sorted(one) == sorted(other)


def _is_mistyped(said: Shown, meant: Shown) -> bool:
    """Whether two numbers as long differ in one digit: 66,0 and 60,0."""
    one, other = _digits(said), _digits(meant)
    is_long = len(one) == len(other) >= _FEWEST_DIGITS and said.decimals == meant.decimals
    return is_long and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _digits(number: Shown) -> str:
    return f"{number.value:.{number.decimals}f}".replace(".", "")


def _joined(words: str) -> str:
    return "|" + "|".join(w for w in _WORD.findall(words.lower()) if w not in _IDLE) + "|"


def _discrepancy(document: AuditedDocument, figure: Indicator, cell: Indicator) -> Discrepancy:
    return Discrepancy(
        at=document.at(figure),
        about=(cell.label, figure.value, cell.value),
        severity="warning",
        message=_DIFFERS,
        arithmetic=f"Bảng ghi {cell.text}; lời văn ghi {figure.text}",
        evidence=(document.at(cell),),
        confidence=0.75,
    )


_DIFFERS = Words(
    "Số trong lời văn khác số ở dòng cùng tên của bảng: sai chữ số, đảo chữ số hoặc nhầm đơn vị.",
    "The figure in the text is not that of the table's row: a digit, their order or the unit differs.",
)
_TABLE = (
    "STT\tNội dung\tDự toán\tThực hiện\n1\tThuế bảo vệ môi trường\t700\t582\n2\tLệ phí trước bạ nhà đất\t300\t264\n"
    "3\tThu tiền cho thuê đất\t410\t352\n"
)


def _report(words: str) -> str:
    return f"Năm 2023, kết quả thu như sau: {words}.\n\nBảng 1. Thu ngân sách năm 2023\nĐơn vị tính: tỷ đồng\n{_TABLE}"


CHECK = DocumentCheck(
    slug="cell-against-prose",
    group="tables",
    title=Words("Ô của bảng so với lời văn", "A cell against the text"),
    rule=Words(
        "Số trong lời văn gọi đúng tên một dòng của bảng, cùng đơn vị và kỳ, phải là số của dòng đó.",
        "A figure that the text gives under a row's name, of its unit and period, is one of that row.",
    ),
    source="Tính nhất quán trong một văn bản",
    tolerance=Words(
        "Chỉ báo khi hai số có cùng các chữ số, lệch đơn vị nghìn lần, hoặc khác một chữ số và lời văn gọi cả tên cột.",
        "Told only of the same digits in another order or a unit slip; of one digit where the column is named, too.",
    ),
    fires=(
        example(_report("thuế bảo vệ môi trường 528 tỷ đồng, lệ phí trước bạ nhà đất 264 tỷ đồng")),
    ),
    silent=(
        example(_report("thuế bảo vệ môi trường 582 tỷ đồng, lệ phí trước bạ nhà đất 264 tỷ đồng")),
        example(_report("thuế bảo vệ môi trường cùng kỳ đạt 528 tỷ đồng, nay tăng")),
        example(_report("thuế bảo vệ môi trường 580 tỷ đồng")),
    ),
    find=_find,
)  # fmt: skip
