"""Spreadsheets to text.  Cases of our own wording; none tuned the code."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_mining.errors import IntakeError
from cchc_mining.intake import read_bytes
from cchc_mining.intake.spreadsheets import sheets
from cchc_mining.intake.spreadsheets.biff import read_about
from cchc_mining.intake.spreadsheets.formats import is_date, shown_date, shown_number
from cchc_mining.records import SourceText

from .office import relations, zipped


def workbook(fill: Callable[[Any], None]) -> bytes:
    file = io.BytesIO()
    book: Any = xlsxwriter.Workbook(file, {"in_memory": True})
    fill(book)
    book.close()
    return file.getvalue()


def sheet_of(rows: list[list[object]], name: str = "Sheet1") -> SourceText:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet(name)
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                if value is not None:
                    sheet.write(i, j, value)

    return read_bytes(workbook(fill), "a.xlsx")


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234567, "General", "1234567"),
        (0.1 + 0.2, "General", "0,3"),
        (100 / 3, "General", "33,33333333"),
        (1e20, "General", "1,00000E+20"),
        (1234567, "#,##0", "1.234.567"),
        (2.675, "0.00", "2,68"),
        (-1234.5, "#,##0.0", "-1.234,5"),
        (-1234.5, "#,##0.0;(#,##0.0)", "(1.234,5)"),
        (0, '#,##0;-#,##0;"-"', "-"),
        (0.9523, "0.0%", "95,2%"),
        (1, "0%", "100%"),
        (98.5, '0.0"%"', "98,5%"),
        (98.5, "0.0\\%", "98,5%"),
        (2500000, '#,##0," nghìn đồng"', "2.500 nghìn đồng"),
        (2500, "#,##0\\ [$₫-42A]", "2.500 ₫"),
        (12, "[Red]0.0", "12,0"),
        (12.5, "0.0##", "12,5"),
        (7, "000", "007"),
        (1, '"Quý "0', "Quý 1"),
        (5, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "5"),
        (-5, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "(5)"),
        (-0.4, "0", "0"),
        (0.5, "# ?/?", "0,5"),
        (1234, "@", "1234"),
        (float("nan"), "0", ""),
        (5, '"chưa có"', "chưa có"),
    ],
)
def test_a_number_is_shown_in_its_format(value: float, code: str, shown: str) -> None:
    assert shown_number(value, code) == shown


@pytest.mark.parametrize(
    ("serial", "code", "shown"),
    [
        (45292, "mm-dd-yy", "01/01/2024"),
        (45292, "[$-42A]dd mmmm yyyy;@", "01/01/2024"),
        (45292, '"ngày" dd "tháng" mm "năm" yyyy', "01/01/2024"),
        (45292.75, "dd/mm/yyyy hh:mm", "18:00 01/01/2024"),
        (45292, "dd/mm/yyyy hh:mm", "01/01/2024"),
        (45292, "mmm-yy", "01/2024"),
        (45292, "yyyy", "2024"),
        (0.5, "h:mm:ss", "12:00"),
        (1.5, "[h]:mm", "36:00"),
        (1, "dd/mm/yyyy", "01/01/1900"),
        (61, "dd/mm/yyyy", "01/03/1900"),
        (-1, "dd/mm/yyyy", "-1"),
        (1e9, "dd/mm/yyyy", "1000000000"),
    ],
)
def test_a_day_is_shown_as_vietnamese_write_it(serial: float, code: str, shown: str) -> None:
    assert is_date(code)
    assert shown_date(serial, code) == shown


def test_letters_in_quotes_or_brackets_are_no_parts_of_a_date() -> None:
    assert not any(map(is_date, ("General", '0 "hồ sơ/ngày"', "[Red]0.0", "#,##0\\ \\d", "@")))


def test_a_sheet_is_a_table_under_its_name_with_titles_above_and_notes_below() -> None:
    rows: list[list[object]] = [
        ["KẾT QUẢ GIẢI QUYẾT HỒ SƠ"],
        ["(Kèm theo Báo cáo số 12/BC-SNV)"],
        [],
        ["STT", "Lĩnh vực", None, "Số hồ sơ"],
        [1, "Đất đai\nnhà ở", None, 1200],
        [None, "Hộ tịch", None, 7],
        ["Ghi chú: số liệu đến 14/6/2024"],
    ]
    assert sheet_of(rows, "Phụ lục 1").text.split("\n") == [
        "Phụ lục 1",
        "KẾT QUẢ GIẢI QUYẾT HỒ SƠ",
        "(Kèm theo Báo cáo số 12/BC-SNV)",
        "STT\tLĩnh vực\tSố hồ sơ",
        "1\tĐất đai nhà ở\t1200",
        "\tHộ tịch\t7",
        "Ghi chú: số liệu đến 14/6/2024",
    ]


def test_the_head_of_a_document_is_read_column_by_column() -> None:
    rows: list[list[object]] = [
        ["UBND TỈNH LÂM HẢI", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["SỞ NỘI VỤ", None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["Số: 12/BC-SNV"],
        ["BÁO CÁO", None, None, None],
        [],
        ["STT", "Tên", "Số", "Tỷ lệ"],
        [1, "Đất đai", 5, 2],
    ]
    assert sheet_of(rows).text.split("\n")[:6] == [
        "UBND TỈNH LÂM HẢI",
        "SỞ NỘI VỤ",
        "Số: 12/BC-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "BÁO CÁO",
    ]


def test_cells_are_read_in_their_formats() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        percent, day = ({"num_format": code} for code in ("0.0%", "dd/mm/yyyy"))
        raised = book.add_format({"font_script": 1})
        sheet.write_row(0, 0, ["Tên", "Tỷ lệ", "Ngày", "Đạt", "Lỗi"])
        sheet.write_number(1, 1, 0.955, book.add_format(percent))
        sheet.write_datetime(1, 2, datetime(2024, 6, 14), book.add_format(day))
        sheet.write_boolean(1, 3, True)
        sheet.write_formula(1, 4, "=1/0", None, "#DIV/0!")
        sheet.write_rich_string(1, 0, "Diện tích m", raised, "2")

    assert read_bytes(workbook(fill), "a.xlsx").text.split("\n")[1] == (
        "Diện tích m²\t95,5%\t14/06/2024\tTRUE\t#DIV/0!"
    )


def test_what_one_would_not_see_is_warned_of() -> None:
    def fill(book: Any) -> None:
        first, second = book.add_worksheet("Hiện"), book.add_worksheet("Ẩn")
        first.write_row(0, 0, ["STT", "Số"])
        first.write_row(1, 0, ["1", 5])
        first.write_string(2, 0, "Cộng")
        first.write_formula(2, 1, "=SUM(B2:B2)", None, "")
        first.set_row(1, None, None, {"hidden": True})
        second.write_row(0, 0, ["a", "b"])
        second.hide()

    source = read_bytes(workbook(fill), "a.xlsx")
    assert source.text == "Hiện\nSTT\tSố\n1\t5\nCộng\t\nẨn\na\tb"
    assert [w.code for w in source.warnings] == [
        "hidden-rows",
        "formula-without-value",
        "hidden-sheet",
    ]
    assert "(B3)" in source.warnings[1].message


def test_a_cell_far_away_costs_nothing() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["STT", "Số"])
        sheet.write(1_048_575, 16_383, "xa")

    assert read_bytes(workbook(fill), "a.xlsx").text == "STT\tSố\t\nxa"


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}'
    "</sheetData></worksheet>"
)


def book_of(sheet: str) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("r0", "officeDocument", "xl/workbook.xml")),
            "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/s.xml")),
            "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006'
            '/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<workbookPr date1904="1"/><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
            "xl/worksheets/s.xml": sheet,
        }
    )


def test_cells_without_references_stand_one_after_the_other() -> None:
    cells = "<row><c><v>1</v></c><c t='d'><v>2024-06-14</v></c><c t='s'><v>9</v></c></row>"
    assert read_bytes(book_of(SHEET.format(cells)), "a.xlsx").text == "S\n1\t14/06/2024"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (book_of("<a><b></a>"), "damaged"),
        (book_of('<!DOCTYPE a [<!ENTITY b "c">]>' + SHEET.format("")), "unsafe-content"),
        (book_of(SHEET.format("")), "empty"),
        (workbook(lambda book: book.add_worksheet())[:-30], "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes(data, "a.xlsx")
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("STT,Tên,Tỷ lệ\n1,\"Đất đai, nhà ở\",95.5%\n", "STT\tTên\tTỷ lệ\n1\tĐất đai, nhà ở\t95.5%"),
        ("STT;Tỷ lệ\r\n1;95,5%\r\n2;90,1%", "STT\tTỷ lệ\n1\t95,5%\n2\t90,1%"),
        ("a\tb, c\n1\t2,5\n", "a\tb, c\n1\t2,5"),
        ("a|b\n1|2\n", "a\tb\n1\t2"),
        ("sep=;\r\na,1;b\r\n", "a,1\tb"),
        ('a,b\n"dòng 1\ndòng 2",x\n', "a\tb\ndòng 1 dòng 2\tx"),
        ("BÁO CÁO\na,b,c\n1,2,3\n", "BÁO CÁO\na\tb\tc\n1\t2\t3"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_in_its_own_delimiter_and_encoding(text: str, expected: str, encoding: str) -> None:
    assert read_bytes(text.encode(encoding), "a.csv").text == expected


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def compound(stream: bytes) -> bytes:
    """A compound file with one stream, 'Workbook'; sector 0 lists the sectors, 1 is the directory."""
    stream += bytes(-len(stream) % 512)
    count = len(stream) // 512
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    table = [0xFFFFFFFD, end, *range(3, count + 2), end]
    table += [free] * (128 - len(table))
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II4xIIIII", header, 44, 1, 1, 4096, end, 0, end, 0)
    struct.pack_into("<109I", header, 76, 0, *[free] * 108)

    def entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
        made = bytearray(128)
        raw = (name + "\0").encode("utf-16-le")
        made[: len(raw)] = raw
        struct.pack_into("<HBBIII", made, 64, len(raw), kind, 1, free, free, child)
        struct.pack_into("<II", made, 116, start, size)
        return bytes(made)

    directory = entry("Root Entry", 5, end, 0, 1) + entry("Workbook", 2, 2, len(stream))
    return bytes(header) + struct.pack("<128I", *table) + directory + bytes(256) + stream


def xls(more: bytes = b"") -> bytes:
    """A workbook of one sheet with two numbers in formats: 0.955 as '0.0%', 1234.5 as '#,##0'."""
    code = b"0.0%"
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    formats = record(0x041E, struct.pack("<HHB", 164, len(code), 0) + code)
    styles = b"".join(record(0x00E0, struct.pack("<HHH14x", 0, n, 0)) for n in (0, 164, 3))
    name = b"Mot"
    bound = record(0x0085, struct.pack("<IHBB", 0, 0, len(name), 0) + name)
    start = len(begin + formats + styles + bound) + 4
    bound = record(0x0085, struct.pack("<IHBB", start, 0, len(name), 0) + name)
    sheet = (
        record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
        + record(0x0203, struct.pack("<HHHd", 2, 1, 1, 0.955))
        + record(0x0203, struct.pack("<HHHd", 2, 3, 2, 1234.5))
        + record(0x00BD, struct.pack("<HHHIHIH", 3, 1, 1, 2 | 4 * 1, 0, 2 | 4 * 7, 2))
        + more
        + record(0x000A, b"")
    )
    return compound(
        (begin + formats + styles + bound + record(0x000A, b"") + sheet).ljust(4096, b"\0")
    )


def test_old_workbooks_are_read_in_their_formats() -> None:
    source = read_bytes(xls(), "a.xls")
    assert source.text == "Mot\n95,5%\t\t1.235\n100,0%\t7\t"
    assert source.media_type == "application/vnd.ms-excel"


def formula(column: int, value: bytes, options: int) -> bytes:
    return record(
        0x0006, struct.pack("<HHH", 5, column, 0) + value + struct.pack("<HIH", options, 0, 0)
    )


@pytest.mark.parametrize(
    ("more", "warnings"),
    [
        (record(0x0208, struct.pack("<HHHHHHI", 5, 0, 3, 255, 0, 0, 0x0100)), []),
        (record(0x0208, struct.pack("<HHHHHHI", 5, 0, 3, 255, 0, 0, 0x0120)), ["hidden-rows"]),
        (record(0x007D, struct.pack("<HHHHHH", 1, 1, 2000, 0, 0, 0)), []),
        (record(0x007D, struct.pack("<HHHHHH", 1, 1, 2000, 0, 1, 0)), ["hidden-rows"]),
        (formula(1, struct.pack("<d", 12), 3), []),
        (formula(1, struct.pack("<d", 0), 2), []),
        (formula(1, struct.pack("<d", 0), 3), ["formula-without-value"]),
        (formula(1, b"\2\0\x0f\0\0\0\xff\xff", 2), ["formula-without-value"]),
    ],
)
def test_what_one_would_not_see_in_an_old_workbook_is_warned_of(
    more: bytes, warnings: list[str]
) -> None:
    source = read_bytes(xls(more), "a.xls")
    assert [warning.code for warning in source.warnings] == warnings
    if "formula-without-value" in warnings:
        assert "B6" in source.warnings[0].message


@pytest.mark.parametrize("cut", [30, 600, 1100, 1600, 3000])
def test_old_workbooks_cut_off_end_in_a_reason_or_in_what_is_left(cut: int) -> None:
    try:
        read_bytes(xls()[:cut], "a.xls")
    except IntakeError as refusal:
        assert refusal.code in ("damaged", "empty")  # noqa: PT017


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damaged_old_workbooks_end(data: st.DataObject) -> None:
    broken = bytearray(xls())
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(8, len(broken) - 1))] = data.draw(st.integers(0, 255))
    read_about(bytes(broken))


def test_sheets_end_at_a_number_of_cells_taken_together(monkeypatch: pytest.MonkeyPatch) -> None:
    def two_sheets(book: Any) -> None:
        for _ in range(2):
            book.add_worksheet().write_column(0, 0, range(1, 9))

    monkeypatch.setattr(sheets, "MOST_CELLS", 16)
    assert read_bytes(workbook(two_sheets), "a.xlsx").text
    for most in (15, 7):
        monkeypatch.setattr(sheets, "MOST_CELLS", most)
        with pytest.raises(IntakeError) as refusal:
            read_bytes(workbook(two_sheets), "a.xlsx")
        assert refusal.value.code == "too-many-cells"
