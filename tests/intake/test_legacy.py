"""Texts in TCVN3 and VNI in every format.  Texts are our own wording; they did not tune the code,
but where a comment names the document that showed the case.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_mining.errors import IntakeError
from cchc_mining.intake import read_bytes
from cchc_mining.intake.pages import Line, Page, Word
from cchc_mining.intake.pdf.letters import restore_pages
from cchc_mining.intake.spreadsheets.biff_fonts import read_fonts

from .made_pdf import Sheet
from .office import docx, paragraph, row, run, table
from .test_slides import pptx, shape
from .test_slides import text as slide_text
from .test_spreadsheets import compound, record, workbook

TCVN3 = "Uû ban nh©n d©n tØnh ban hµnh QuyÕt ®Þnh sè 12/2003/Q§-UB"
VNI = "UÛy ban nhaân daân tænh ban haønh Quyeát ñònh soá 12/2003/QÑ-UB"
SAID = "Uỷ ban nhân dân tỉnh ban hành Quyết định số 12/2003/QĐ-UB"
SAID_OF_VNI = SAID.replace("Uỷ", "Ủy")

# --- text


@pytest.mark.parametrize(
    ("codes", "text", "encoding"), [(TCVN3, SAID, "TCVN3"), (VNI, SAID_OF_VNI, "VNI")]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv"])
def test_bytes_of_text(codes: str, text: str, encoding: str, name: str) -> None:
    source = read_bytes(f"{codes}\r\nN¨m".encode("latin-1"), name)
    assert source.text.splitlines()[0] == text
    assert source.encoding == encoding
    (warning,) = source.warnings
    assert warning.code == "legacy-encoding"
    assert f"characters of {encoding}" in warning.message


def test_line_ends_and_blanks_of_text_stay() -> None:
    data = f"{TCVN3}\r\n\r\n\tKh«ng  thay ®æi \x0c\n".encode("latin-1")
    assert read_bytes(data, "a.txt").text == f"{SAID}\r\n\r\n\tKhông  thay đổi \x0c\n"


def test_lines_of_a_text_in_unicode_that_hold_codes() -> None:
    source = read_bytes(f"{SAID}; «mới» §5\n{TCVN3}\nHội đồng nhân dân\n".encode(), "a.txt")
    assert source.text == f"{SAID}; «mới» §5\n{SAID}\nHội đồng nhân dân\n"
    assert source.encoding == "utf-8, TCVN3"


@pytest.mark.parametrize(
    "text",
    [
        "Le décret a été publié après l'arrêté préfectoral, où il a été annexé à l'été. " * 3,
        "Größere Änderungen für übrige Anträge prüft die Behörde während fünf Tagen. " * 3,
    ],
)
def test_bytes_of_other_languages_are_refused(text: str) -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes(text.encode("latin-1"), "a.txt")
    assert refusal.value.code in ("legacy-encoding", "undecodable")


def test_utf8_cut_off_is_not_taken_for_codes() -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes((SAID * 20).encode() + b"\xe1\xba", "a.txt")
    assert refusal.value.code == "undecodable"


# --- Word, slides


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_runs_of_word() -> None:
    body = (
        paragraph(run("quyÕt ®Þnh", font(".VnTimeH")))
        + paragraph(run("cña Bé tr", font(".VnTime")), run("ëng Bé Y tÕ", font(".VnTime")))
        + paragraph(run("Trương Tấn Thiệu", font("Times New Roman")))
        + paragraph(
            run("Vie", font("VNI-Times")), run("ät Nam ñoäc laäp töï do", font("VNI-Times"))
        )
    )
    # Word keeps the code of 'ư' as a soft hyphen of its own (Thông tư 13/2001/TT-BTC).
    hyphen = f"<w:r><w:rPr>{font('.VnTime')}</w:rPr><w:softHyphen/></w:r>"
    source = read_bytes(docx(body.replace("tr</w:t></w:r>", f"tr</w:t></w:r>{hyphen}")), "a.docx")
    assert source.text.split("\n") == [
        "QUYẾT ĐỊNH",
        "của Bộ trưởng Bộ Y tế",
        "Trương Tấn Thiệu",
        "Việt Nam độc lập tự do",
    ]
    assert source.encoding == "TCVN3, VNI"
    assert [warning.code for warning in source.warnings] == ["legacy-encoding"]


def test_the_font_of_a_style_and_the_label_of_a_list() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>'
        f"{font('.VnTime')}</w:rPr></w:style>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="§iÒu %1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("Ph¹m vi ®iÒu chØnh", properties=item) + table(row("Sè", "Tªn hµng"))
    source = read_bytes(docx(body, styles=styles, numbering=numbering), "a.docx")
    assert source.text.split("\n") == ["Điều 1. Phạm vi điều chỉnh", "Số\tTên hàng"]


def test_a_word_document_in_unicode_says_nothing() -> None:
    source = read_bytes(
        docx(paragraph(run(SAID, font(".VnTime")), run(" ®", font("Symbol")))), "a.docx"
    )
    assert (source.text, source.encoding, source.warnings) == (f"{SAID} ®", None, ())


def test_slides() -> None:
    said = '<a:r><a:rPr><a:latin typeface=".VnArialH"/></a:rPr><a:t>b¸o c¸o kÕt qu¶</a:t></a:r>'
    slide = shape(slide_text(said), slide_text(TCVN3))
    from .test_slides import slide as slide_of

    assert read_bytes(pptx(slide_of(slide)), "a.pptx").text.split("\n") == ["BÁO CÁO KẾT QUẢ", SAID]


# --- web pages and messages


@pytest.mark.parametrize("declaration", ["", "<meta charset=windows-1252>", "<meta charset=utf-8>"])
def test_bytes_of_a_page(declaration: str) -> None:
    html = f"<title>{TCVN3}</title>{declaration}<p>{TCVN3}<p>§iÒu 1".encode("latin-1")
    source = read_bytes(html, "a.html")
    assert (source.text, source.title) == (f"{SAID}\nĐiều 1", SAID)
    assert source.encoding in ("TCVN3", "cp1252, TCVN3")


def test_a_page_of_another_language_is_refused() -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes(("<p>Größere Änderungen für übrige Anträge" * 9).encode("latin-1"), "a.html")
    assert refusal.value.code in ("legacy-encoding", "undecodable")


def test_fonts_of_a_page() -> None:
    html = f"""<style>/* Styles */ p.Head, li {{font:bold 13.0pt ".VnTimeH"; margin:0}}
      .Body {{font-family:'.VnTime',serif}}</style>
      <p class=Head>th«ng t&shy;</p><p class=Body>H&shy;íng dÉn thùc hiÖn</p>
      <p><font face="VNI-Times">{VNI}</font></p><p style="font-family:Arial">{SAID}</p>"""
    source = read_bytes(html.encode(), "a.html")
    assert source.text.split("\n") == ["THÔNG TƯ", "Hướng dẫn thực hiện", SAID_OF_VNI, SAID]


def test_numbers_that_a_page_counts() -> None:
    html = f'<ol style="font-family:.VnTime" type=a><li>§iÒu kho¶n</li><li>{TCVN3}</li></ol>'
    assert read_bytes(html.encode(), "a.html").text.split("\n") == ["a. Điều khoản", f"b. {SAID}"]


def test_a_message() -> None:
    head = b"From: a@b.vn\r\nSubject: Bao cao\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    head += b"Content-Transfer-Encoding: 8bit\r\n\r\n"
    source = read_bytes(head + TCVN3.encode("latin-1"), "a.eml")
    assert source.text.split("\n")[:2] == ["Bao cao", SAID]
    assert [warning.code for warning in source.warnings] == ["legacy-encoding"]


# --- workbooks


def test_cells_of_xlsx_in_their_fonts() -> None:
    def fill(book: Any) -> None:
        plain, capitals = (book.add_format({"font_name": name}) for name in (".VnTime", ".VnTimeH"))
        sheet = book.add_worksheet("DM")
        sheet.write(0, 0, "danh môc m¸y mãc", capitals)
        sheet.write_rich_string(1, 0, capitals, "¸", plain, "p dông cho doanh nghiÖp")
        sheet.write_row(2, 0, ["STT", "Tªn hµng", "Ghi chó"], plain)
        sheet.write_row(3, 0, [1, "Sè"], plain)
        sheet.write(3, 2, "Việt Nam – Đức ®")

    source = read_bytes(workbook(fill), "a.xlsx")
    assert source.text.split("\n") == [
        "DM",
        "DANH MỤC MÁY MÓC",
        "Áp dụng cho doanh nghiệp",
        "STT\tTên hàng\tGhi chú",
        "1\tSố\tViệt Nam – Đức ®",
    ]
    assert source.encoding == "TCVN3"


def old_workbook(*, cut: int = 10_000) -> bytes:
    """A workbook with a cell in two fonts, whose text goes on in a further record after `cut`."""

    def font_record(name: str) -> bytes:
        return record(0x0031, bytes(14) + struct.pack("<BB", len(name), 0) + name.encode())

    text = "¸p dông cho tæ chøc".encode("latin-1")
    strings = struct.pack("<II", 1, 2) + struct.pack("<HB", 2, 0) + b"S\xe8"
    strings += struct.pack("<HBH", len(text), 8, 1) + text[:cut]
    more = (b"\0" + text[cut:] if text[cut:] else b"") + struct.pack("<HH", 1, 5)
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    fonts = b"".join(map(font_record, ["Arial", ".VnTimeH", "Arial", "Arial", ".VnTime"]))
    styles = b"".join(record(0x00E0, struct.pack("<HH16x", n, 0)) for n in (0, 1, 5))
    table = (
        record(0x00FC, strings) + record(0x003C, more)
        if cut < 100
        else record(0x00FC, strings + more)
    )
    begin += fonts + styles + table
    bound = record(0x0085, struct.pack("<IHBB", len(begin) + 4 + 8 + 3 + 4, 0, 3, 0) + b"Mot")
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
    for i, (style, number) in enumerate([(1, 1), (2, 0)]):
        sheet += record(0x00FD, struct.pack("<HHHI", i, 0, style, number))
    stream = begin + bound + record(0x000A, b"") + sheet + record(0x000A, b"")
    return compound(stream.ljust(4096, b"\0"))


@pytest.mark.parametrize("cut", [10_000, 4])
def test_cells_of_xls_in_their_fonts(cut: int) -> None:
    (fonts,) = read_fonts(old_workbook(cut=cut))
    assert [(run.text, run.font) for run in fonts[0, 0]] == [
        ("¸", ".VnTimeH"),
        ("p dông cho tæ chøc", ".VnTime"),
    ]
    assert [(run.text, run.font) for run in fonts[1, 0]] == [("", ".VnTime")]
    assert read_bytes(old_workbook(cut=cut), "a.xls").text == "Mot\nÁp dụng cho tổ chức\nSố"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damaged_old_workbooks_end(data: st.DataObject) -> None:
    broken = bytearray(old_workbook())
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(8, len(broken) - 1))] = data.draw(st.integers(0, 255))
    read_fonts(bytes(broken))


# --- PDF


def test_pages_of_a_pdf() -> None:
    source = read_bytes(Sheet().paragraph(TCVN3).bytes(), "a.pdf")
    assert (source.text, source.encoding) == (SAID, "TCVN3")
    assert [warning.code for warning in source.warnings] == ["legacy-encoding"]


def page_of(*lines: list[tuple[str, tuple[str, ...]]]) -> Page:
    page = Page(1, 595, 842)
    for i, words in enumerate(lines):
        made = [
            Word(t, 50.0 * j, 20.0 * i, 50.0 * j + 40, 20.0 * i + 12, fonts=f)
            for j, (t, f) in enumerate(words)
        ]
        page.lines.append(Line(made, 20.0 * i + 10, 12))
    return page


def words(text: str, font: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(word, (font,)) for word in text.split()]


def test_words_of_a_pdf_in_their_fonts() -> None:
    page = page_of(
        words("nghÞ ®Þnh", "VnTimeH"),
        [("ñy", ("VnTimeH", "VnTime")), *words("ban nh©n d©n, KÕ ho¹ch vµ §Çu t-", "VnTime")],
        words("vÒ x∙ héi, Thñ t−íng ChÝnh phñ¹", "VnTime"),
        words("QĐ-", "Times New Roman"),
    )
    assert restore_pages([page]) is not None
    assert [line.text for line in page.lines] == [
        "NGHỊ ĐỊNH",
        "Ủy ban nhân dân, Kế hoạch và Đầu tư",
        "về xã hội, Thủ tướng Chính phủ¹",
        "QĐ-",
    ]


def test_words_of_a_pdf_in_unicode_are_left() -> None:
    page = page_of(words(SAID, ".VnTime"), words("® t-", "VnTime"))
    assert restore_pages([page]) is None


# --- samples


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_bytes_of_the_samples_are_read_exactly(shared: Any, encoding: str) -> None:
    samples = shared / "samples"
    for path in sorted(samples.glob(f"txt/*.{encoding}.txt")):
        reference = samples / "reference" / path.name.replace(f".{encoding}", "")
        assert read_bytes(path.read_bytes(), path.name).text.encode() == reference.read_bytes()


ORIGINALS: list[tuple[str, Callable[[str], bool]]] = [
    (
        "tcvn3/2006-16EZE_TT01.06GopvonDNNVV.pdf",
        lambda text: "Quyết định số 193/2001/QĐ-TTg" in text,
    ),
    ("tcvn3/2005-391F5_Danh_muc.xls", lambda text: "Ximăng Poóclăng trắng" in text),
    ("vni/2006-Mau22_CKTC_NSH-1.xls", lambda text: "của Ủy ban nhân dân huyện Cần Giờ" in text),
]


@pytest.mark.parametrize(("name", "is_right"), ORIGINALS, ids=[name for name, _ in ORIGINALS])
def test_originals(shared: Any, name: str, is_right: Callable[[str], bool]) -> None:
    path = shared / "samples" / "legacy" / name
    assert is_right(read_bytes(path.read_bytes(), path.name).text)
