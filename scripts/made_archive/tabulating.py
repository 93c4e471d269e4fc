"""Tables of tab-separated cells whose columns and rows depend on one another."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from .draft import Draft, Slip
from .phrases import count, decimal

_ROWS = {
    "Lĩnh vực": (
        "Đất đai", "Hộ tịch, chứng thực", "Xây dựng", "Lao động, người có công", "Giáo dục",
        "Tư pháp", "Môi trường", "Đăng ký kinh doanh",
    ),
    "Đơn vị": (
        "Văn phòng", "Thanh tra", "Phòng Tổ chức", "Phòng Kế hoạch", "Phòng Nghiệp vụ 1",
        "Phòng Nghiệp vụ 2", "Trung tâm Thông tin",
    ),
    "Nội dung": (
        "Tuyên truyền", "Kiểm tra", "Đào tạo", "Số hóa", "Mua sắm thiết bị", "Khảo sát",
    ),
}  # fmt: skip
_TOTALS = ("TỔNG CỘNG", "Tổng cộng", "Cộng", "Tổng số")

Row = tuple[float, ...]


class Layout(NamedTuple):
    """A table: what introduces it, what it counts, its columns, how a row comes about.

    `formula` is that of the column `computed`, with (3) for the first column of figures.
    """

    title: str
    rows: str
    unit: str
    columns: tuple[str, ...]
    row: Callable[[Random], Row]
    computed: int = 0
    formula: str = ""


def _sum_of(*bounds: tuple[int, int]) -> Callable[[Random], Row]:
    def row(draw: Random) -> Row:
        parts = [draw.randint(*bound) for bound in bounds]
        return (sum(parts), *parts)

    return row


def _rest(draw: Random) -> Row:
    received = draw.randint(300, 6000)
    solved = received - draw.randint(5, 200)
    return (received, solved, received - solved)


def _rate(draw: Random) -> Row:
    asked = draw.randint(40, 900)
    done = draw.randint(asked // 3, asked)
    return (asked, done, round(100 * done / asked, 2))


def _independent(*bounds: tuple[int, int]) -> Callable[[Random], Row]:
    return lambda draw: tuple(draw.randint(*bound) for bound in bounds)


_BIG, _MIDDLE, _SMALL = (300, 4000), (40, 700), (3, 90)
LAYOUTS: dict[Slip, tuple[Layout, ...]] = {
    "table_formula": (
        Layout("Tình hình tiếp nhận hồ sơ theo nguồn:", "Lĩnh vực", "hồ sơ",
               ("Tổng số", "Kỳ trước chuyển sang", "Tiếp nhận mới"),
               _sum_of(_SMALL, _BIG), 0, "(3)=(4)+(5)"),
        Layout("Tiến độ giải quyết hồ sơ:", "Đơn vị", "hồ sơ",
               ("Tiếp nhận", "Đã giải quyết", "Đang giải quyết"), _rest, 2, "(5)=(3)-(4)"),
        Layout("Kết quả thực hiện nhiệm vụ được giao:", "Đơn vị", "nhiệm vụ",
               ("Được giao", "Hoàn thành", "Tỷ lệ (%)"), _rate, 2, "(5)=(4)/(3)x100"),
        Layout("Hình thức nộp hồ sơ:", "Lĩnh vực", "hồ sơ",
               ("Tổng", "Trực tuyến", "Trực tiếp", "Bưu chính"),
               _sum_of(_BIG, _MIDDLE, _SMALL), 0, "(3)=(4)+(5)+(6)"),
        Layout("Tình hình sử dụng biên chế:", "Đơn vị", "biên chế",
               ("Được giao", "Có mặt", "Chưa tuyển"), _rest, 2, "(5)=(3)-(4)"),
    ),
    "table_column_total": (
        Layout("Kết quả tiếp nhận phản ánh, kiến nghị:", "Lĩnh vực", "phản ánh",
               ("Tiếp nhận", "Đã trả lời"), _independent(_MIDDLE, _SMALL)),
        Layout("Kinh phí cải cách hành chính (triệu đồng):", "Nội dung", "triệu đồng",
               ("Dự toán", "Thực hiện"), _independent(_BIG, _BIG)),
        Layout("Số lượt người dân đến giao dịch:", "Lĩnh vực", "lượt",
               ("Trụ sở", "Lưu động"), _independent(_BIG, _SMALL)),
        Layout("Số công chức được đào tạo theo đơn vị:", "Đơn vị", "công chức",
               ("Kỹ năng số", "Nghiệp vụ", "Ngoại ngữ"), _independent(_SMALL, _SMALL, _SMALL)),
        Layout("Thống kê văn bản phát hành:", "Đơn vị", "văn bản",
               ("Quyết định", "Công văn", "Thông báo"), _independent(_SMALL, _MIDDLE, _SMALL)),
    ),
    "table_row_total": (
        Layout("Cơ cấu công chức theo trình độ:", "Đơn vị", "công chức",
               ("Tổng số", "Sau đại học", "Đại học", "Khác"), _sum_of(_SMALL, _SMALL, (1, 9))),
        Layout("Kết quả giải quyết theo thời hạn:", "Lĩnh vực", "hồ sơ",
               ("Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"), _sum_of(_BIG, _BIG, (1, 30))),
        Layout("Văn bản đi phân theo hình thức:", "Lĩnh vực", "văn bản",
               ("Tổng số", "Điện tử", "Giấy"), _sum_of(_MIDDLE, _SMALL)),
        Layout("Nguồn kinh phí (triệu đồng):", "Nội dung", "triệu đồng",
               ("Tổng số", "Ngân sách", "Xã hội hóa"), _sum_of(_BIG, _SMALL)),
        Layout("Số người được tuyên truyền:", "Nội dung", "người",
               ("Tổng cộng", "Nam", "Nữ"), _sum_of(_MIDDLE, _MIDDLE)),
    ),
    "table_prose": (
        Layout("Trong {span}, {office} đã chứng thực {n} bản sao. Chi tiết như sau:", "Lĩnh vực",
               "bản sao", ("Bản sao chứng thực",), _independent(_BIG)),
        Layout("{office} đã xử lý {n} hồ sơ liên thông, cụ thể tại bảng sau:", "Lĩnh vực", "hồ sơ",
               ("Hồ sơ liên thông", "Hồ sơ khác"), _independent(_MIDDLE, _BIG)),
        Layout("Số văn bản đến trong {span} là {n} văn bản, chia theo đơn vị chủ trì:", "Đơn vị",
               "văn bản", ("Văn bản đến", "Văn bản đi"), _independent(_BIG, _MIDDLE)),
        Layout("Tổng kinh phí đã chi là {n} triệu đồng (bảng chi tiết kèm theo).", "Nội dung",
               "triệu đồng", ("Kinh phí đã chi",), _independent(_MIDDLE)),
        Layout("Số phản ánh tiếp nhận qua tổng đài: {n} phản ánh (theo từng lĩnh vực dưới đây).",
               "Lĩnh vực", "phản ánh", ("Tiếp nhận", "Đã trả lời"), _independent(_BIG, _SMALL)),
        Layout("Toàn đơn vị đã tổ chức {n} buổi tuyên truyền; số liệu của từng bộ phận:", "Đơn vị",
               "buổi", ("Số buổi tuyên truyền",), _independent(_SMALL)),
        Layout("Tổng hợp từ các bộ phận, {office} đã rà soát {n} quy trình:", "Đơn vị",
               "quy trình", ("Quy trình đã rà soát", "Quy trình kiến nghị cắt giảm"),
               _independent(_MIDDLE, _SMALL)),
    ),
}  # fmt: skip


def write_table(draft: Draft, slip: Slip, wrong: bool) -> None:
    """A table that can carry this slip, right or wrong."""
    draw, layout = draft.draw, draft.draw.choice(LAYOUTS[slip])
    names = draw.sample(_ROWS[layout.rows], draw.choice((4, 5)))
    rows = [layout.row(draw) for _ in names]
    total = [round(sum(column), 2) for column in zip(*rows, strict=True)]
    if layout.formula.endswith("x100"):
        total[2] = round(100 * total[1] / total[0], 2)
    cells = [list(row) for row in rows]
    shown_total = list(total)
    spot = {
        "table_formula": (draw.randrange(len(rows)), layout.computed),
        "table_row_total": (draw.randrange(len(rows)), 0),
        "table_column_total": (len(rows), draw.randrange(len(layout.columns))),
    }.get(slip)
    right = total[0]
    if wrong and spot:
        row = shown_total if spot[0] == len(rows) else cells[spot[0]]
        right, row[spot[1]] = row[spot[1]], _mistyped(draw, row[spot[1]])
    has_total = slip in ("table_column_total", "table_prose") or draw.random() < 0.5
    stated = _mistyped(draw, total[0]) if wrong and not spot else total[0]
    _introduce(draft, layout, stated)
    _write_head(draft, layout)
    lines = [(str(i), n, row) for i, (n, row) in enumerate(zip(names, cells, strict=True), 1)]
    if has_total:
        lines.append((draw.choice(_TOTALS), "", shown_total))
    for line, (number, name, row) in enumerate(lines):
        draft.text.write(f"{number}\t{name}")
        for column, value in enumerate(row):
            tag = "cell" if (line, column) == spot else "total" if line == len(rows) else ""
            _write_cell(draft, layout, name or number, column, value, tag)
        draft.text.write("\n")
    draft.text.write("\n")
    if wrong:
        draft.plant(slip, right, "cell" if spot else "stated", () if spot else ("total",))


def _mistyped(draw: Random, value: float) -> float:
    """Two neighbouring digits swapped, or a number a little off."""
    if isinstance(value, float) and not value.is_integer():
        return round(value + draw.choice((-9, -2.5, 2.5, 4)), 2)
    digits = list(str(int(value)))
    swaps = [i for i in range(1, len(digits) - 1) if digits[i] != digits[i + 1]]
    if swaps and draw.random() < 0.6:
        where = draw.choice(swaps)
        digits[where], digits[where + 1] = digits[where + 1], digits[where]
        return int("".join(digits))
    return int(value) + draw.choice((1, 2, 3, 10))


def _introduce(draft: Draft, layout: Layout, stated: float) -> None:
    before, _, after = layout.title.partition("{n}")
    number = draft.figure(
        *(count(int(stated)), stated, layout.unit, layout.columns[0].lower()),
        layout.columns[0].lower(),
        tag="stated",
    )
    for part in (before, after):
        for piece in part.replace("{", "|{").replace("}", "}|").split("|"):
            marks = {"{office}": draft.office, "{span}": draft.span.mark}
            draft.text.write(marks.get(piece, piece))
        if part is before and after:
            draft.text.write(number)
    draft.text.write("\n\n")


def _write_head(draft: Draft, layout: Layout) -> None:
    draft.text.line("\t".join(("STT", layout.rows, *layout.columns)))
    if layout.formula:
        numbers = [f"({i})" for i in range(1, len(layout.columns) + 3)]
        numbers[layout.computed + 2] = layout.formula
        draft.text.line("\t".join(numbers))


def _write_cell(
    draft: Draft, layout: Layout, row: str, column: int, value: float, tag: str
) -> None:
    name = layout.columns[column]
    unit = "%" if "%" in name else layout.unit
    written = decimal(value) if unit == "%" else count(int(value))
    keywords = f"{row.lower()}|{name.lower()}"
    cell = draft.figure(
        *(written, value, unit, f"{row} > {name}", keywords), agency=None, table=True, tag=tag
    )
    draft.text.write("\t", cell)
