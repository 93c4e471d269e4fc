"""Born-digital PDF: the order of reading, what is left out of the text, and where its words stand.

All wording is made up for these tests; the families of cases are those of Vietnamese administrative
documents (Decree 30/2020/NĐ-CP).  None tuned a number in the code.
"""

from __future__ import annotations

import itertools

import pytest

from cchc_mining.extract import extract_record
from cchc_mining.intake import read_bytes
from cchc_mining.records import SourceText

from .made_pdf import LEFT, PITCH, RIGHT, SIZE, Sheet

WORDS = (
    "Ủy ban nhân dân tỉnh đã chỉ đạo các sở, ban, ngành và địa phương triển khai đồng bộ các giải "
    "pháp nâng cao chỉ số cải cách hành chính, tập trung rà soát, đơn giản hóa thủ tục, rút ngắn "
    "thời gian giải quyết hồ sơ cho người dân và doanh nghiệp trên địa bàn."
)


def read(sheet: Sheet) -> SourceText:
    return read_bytes(sheet.bytes(), "a.pdf")


def test_lines_become_paragraphs() -> None:
    heading = "1. Công tác chỉ đạo, điều hành"
    source = read(Sheet().paragraph(heading).paragraph(WORDS).paragraph(WORDS))
    assert source.text == f"{heading}\n{WORDS}\n{WORDS}"
    assert source.pages == 1


def test_a_list_keeps_its_items_apart() -> None:
    items = [f"- Nhóm {i}: {WORDS}" for i in (1, 2)]
    sheet = Sheet()
    for item in items:
        sheet.paragraph(item, indent=0)
    assert read(sheet).text == "\n".join(items)


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("theo Quyết định số 96/QĐ-", "SKHĐT", "theo Quyết định số 96/QĐ-SKHĐT"),
        ("tại Nghị định số 16/2015/", "NĐ-CP", "tại Nghị định số 16/2015/NĐ-CP"),
        ("giai đoạn 2021-", "2025", "giai đoạn 2021-2025"),
        ("lĩnh vực Lao động -", "Việc làm", "lĩnh vực Lao động - Việc làm"),
    ],
)
def test_a_hyphen_at_a_lines_end(above: str, below: str, joined: str) -> None:
    sheet = Sheet()
    y = sheet.y
    for text in (WORDS[:60], above):  # two lines to the right margin
        words = text.split()
        step = (RIGHT - LEFT - sum(map(sheet.width, words))) / (len(words) - 1)
        x = LEFT
        for word in words:
            sheet.write(x, y, word)
            x += sheet.width(word) + step
        y += PITCH
    sheet.write(LEFT, y, f"{below} đã nêu rõ").write(LEFT, y + PITCH, "như vậy.")
    assert f"{joined} đã nêu rõ" in read(sheet).text


def test_the_order_in_which_letters_are_drawn_decides_nothing() -> None:
    """As where a font lacks letters, which are then drawn after the rest of the line."""
    line = "Quyết định số 1086/QĐ-UBND ngày 22/4/2021"
    sheet = Sheet()
    places = list(itertools.accumulate(map(sheet.width, line), initial=LEFT))
    for late in (False, True):
        for letter, x in zip(line, places, strict=False):
            if letter != " " and (letter in "ếịốĐ") == late:
                sheet.write(x, 100, letter)
    assert read(sheet).text == line


def test_words_whose_letters_are_set_apart_stay_words() -> None:
    sheet = Sheet()
    for y, text, spacing in ((100, "QUYẾT ĐỊNH", 2.0), (140, "BÁO CÁO NĂM", 4.0)):
        sheet.pdf.set_char_spacing(spacing)
        sheet.write(200, y, text)
    assert read(sheet).text == "QUYẾT ĐỊNH\nBÁO CÁO NĂM"


def test_paragraphs_without_indent_are_told_by_their_last_lines_and_marks() -> None:
    texts = ["Điều 1. Phê duyệt Kế hoạch.", WORDS, f"a) {WORDS}", f"- {WORDS}", f"2. {WORDS}"]
    sheet = Sheet()
    for text in texts:
        sheet.paragraph(text, indent=0)
    assert read(sheet).text.split("\n") == texts


def test_lines_of_a_list_hang_under_its_words() -> None:
    sheet = Sheet()
    sheet.write(103, 100, "-")
    y, line = 100.0, list[str]()
    for word in WORDS.split():
        if sheet.width(" ".join([*line, word])) > RIGHT - 121:
            sheet.write(121, y, " ".join(line))
            y, line = y + PITCH, []
        line.append(word)
    sheet.write(121, y, " ".join(line)).write(103, y + PITCH, "-").write(121, y + PITCH, "Ngắn")
    assert read(sheet).text == f"- {WORDS}\n- Ngắn"


def test_head_and_foot_are_read_column_by_column() -> None:
    sheet = Sheet()
    sheet.write(100, 80, "UBND TỈNH LÂM HẢI", size=12)
    sheet.write(280, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
    sheet.write(110, 96, "SỞ NỘI VỤ", size=12, bold=True)
    sheet.write(330, 96, "Độc lập - Tự do - Hạnh phúc", size=12, bold=True)
    sheet.write(105, 114, "Số: 12/BC-SNV", size=12)
    sheet.write(300, 114, "Lâm Hải, ngày 05 tháng 7 năm 2024", size=12)
    sheet.y = 150
    sheet.center("BÁO CÁO", bold=True).paragraph(WORDS)
    y = sheet.y + 10
    sheet.write(LEFT, y, "Nơi nhận:", size=11, bold=True)
    sheet.write(380, y + 2, "KT. GIÁM ĐỐC", bold=True)
    sheet.write(LEFT, y + 14, "- Văn phòng UBND tỉnh (để", size=10)
    sheet.write(375, y + 20, "PHÓ GIÁM ĐỐC", bold=True)
    sheet.write(LEFT, y + 26, "theo dõi);", size=10)
    sheet.write(LEFT, y + 38, "- Lưu: VT.", size=10)
    sheet.write(370, y + 90, "Nguyễn Thị Hải Anh", bold=True)
    assert read(sheet).text.split("\n") == [
        "UBND TỈNH LÂM HẢI",
        "SỞ NỘI VỤ",
        "Số: 12/BC-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lâm Hải, ngày 05 tháng 7 năm 2024",
        "BÁO CÁO",
        WORDS,
        "Nơi nhận:",
        "- Văn phòng UBND tỉnh (để theo dõi);",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Nguyễn Thị Hải Anh",
    ]


def with_notes() -> tuple[Sheet, str]:
    """Three pages of one paragraph with two footnotes, the second of which goes on a page later."""
    sheet = Sheet()
    long = " ".join([WORDS] * 8)
    sheet.paragraph(long, until=300)
    last = sheet.pdf.page
    for page in range(1, last + 1):
        sheet.pdf.page = page
        if page > 1:
            sheet.write(300, 40, str(page))
    sheet.pdf.page = 1
    y = 700.0
    sheet.rule(LEFT, y - 14, LEFT + 144, y - 14)
    sheet.write(LEFT, y - 3, "1", size=6).write(LEFT + 5, y, "Công văn số 15/SNV-CCHC", size=10)
    sheet.write(LEFT, y + 12, "2", size=6).write(LEFT + 5, y + 15, "Quyết định số 7/QĐ-", size=10)
    sheet.pdf.page = 2
    sheet.rule(LEFT, y - 14, LEFT + 144, y - 14)
    sheet.write(LEFT, y, "SNV ngày 03/01/2024", size=10)
    sheet.pdf.page = last
    return sheet, long


def test_a_paragraph_goes_on_over_pages_and_footnotes_stand_after_it() -> None:
    sheet, long = with_notes()
    source = read(sheet)
    assert source.text.split("\n") == [
        long,
        "¹ Công văn số 15/SNV-CCHC",
        "² Quyết định số 7/QĐ-SNV ngày 03/01/2024",
    ]
    assert [(f.page, f.text) for f in source.furniture][:2] == [(2, "2"), (3, "3")]


def test_raised_figures_stay_apart_from_the_words_they_follow() -> None:
    sheet = Sheet().write(LEFT, 100, "theo Kế hoạch năm 2024")
    x = LEFT + sheet.width("theo Kế hoạch năm 2024")
    sheet.write(x, 95, "12", size=8)
    after = x + sheet.width("12", size=8)
    sheet.write(after + 1, 100, ", diện tích 30 m")
    sheet.write(after + 1 + sheet.width(", diện tích 30 m"), 95, "2", size=8)
    assert read(sheet).text == "theo Kế hoạch năm 2024¹², diện tích 30 m²"


def test_running_heads_and_page_numbers_are_kept_beside_the_text() -> None:
    sheet = Sheet()
    for page in range(1, 5):
        if page > 1:
            sheet.page()
        sheet.write(LEFT, 40, "Báo cáo CCHC năm 2024", size=9)
        sheet.write(500, 820, f"Trang {page}/4", size=9)
        sheet.paragraph(f"Phần {page}. {WORDS}")
    source = read(sheet)
    assert source.text == "\n".join(f"Phần {page}. {WORDS}" for page in range(1, 5))
    assert [f.text for f in source.furniture if f.page == 3] == [
        "Trang 3/4",
        "Báo cáo CCHC năm 2024",
    ]


def test_a_number_that_is_no_page_number_stays() -> None:
    sheet = Sheet().write(300, 60, "1.250").paragraph(WORDS)
    assert read(sheet).text.startswith("1.250\n")


# --- tables -----------------------------------------------------------------------------------

XS = (85, 125, 265, 345, 425, 505)


def merged_table(sheet: Sheet, y: float) -> None:
    ys = (y, y + 18, y + 36, y + 64, y + 82)
    for x in (XS[0], XS[1], XS[2], XS[5]):
        sheet.rule(x, ys[0], x, ys[4])
    for x in (XS[3], XS[4]):
        sheet.rule(x, ys[1], x, ys[4])
    for level in (0, 2, 3, 4):
        sheet.rule(XS[0], ys[level], XS[5], ys[level])
    sheet.rule(XS[2], ys[1], XS[5], ys[1])
    sheet.row(XS, ys[0], ["TT", "Lĩnh vực", "Hồ sơ đã giải quyết"])
    sheet.row(XS, ys[1], ["", "", "Tổng", "Đúng hạn", "Trễ hạn"])
    sheet.row(XS, ys[2], ["1", "Đăng ký doanh\nnghiệp", "1.204", "1.200", "4"])
    sheet.row(XS, ys[3], ["2", "Đất đai", "97", "97", "0"])


MERGED = (
    "TT\tLĩnh vực\tHồ sơ đã giải quyết\n"
    "\t\tTổng\tĐúng hạn\tTrễ hạn\n"
    "1\tĐăng ký doanh nghiệp\t1.204\t1.200\t4\n"
    "2\tĐất đai\t97\t97\t0"
)


def test_merged_cells_stand_at_their_first_place() -> None:
    sheet = Sheet().paragraph("Kết quả như sau:")
    merged_table(sheet, 100)
    sheet.y = 220
    assert read(sheet.paragraph(WORDS)).text == f"Kết quả như sau:\n{MERGED}\n{WORDS}"


def test_a_table_goes_on_over_pages() -> None:
    """Headings that are repeated are left out, and a row that is cut is made whole."""
    xs = (85, 125, 385, 505)
    sheet = Sheet()
    sheet.grid(xs, (680, 700, 720, 740)).row(xs, 680, ["TT", "Lĩnh vực", "Số hồ sơ"])
    sheet.row(xs, 700, ["1", "Đất đai", "97"]).row(xs, 720, ["2", "Khám bệnh,", "15"])
    sheet.page().write(300, 40, "2")
    sheet.grid(xs, (70, 90, 110, 130)).row(xs, 70, ["TT", "Lĩnh vực", "Số hồ sơ"])
    sheet.row(xs, 90, ["", "chữa bệnh", ""]).row(xs, 110, ["3", "Thủy sản", "8"])
    source = read(sheet)
    assert source.text == (
        "TT\tLĩnh vực\tSố hồ sơ\n1\tĐất đai\t97\n2\tKhám bệnh, chữa bệnh\t15\n3\tThủy sản\t8"
    )
    figures = extract_record(source).indicators
    assert [(f.text, f.page) for f in figures] == [("97", 1), ("15", 1), ("8", 2)]


def test_words_cut_in_a_narrow_cell_are_made_whole() -> None:
    sheet = Sheet()
    width = sheet.width("nghiệ", size=9) + 9
    xs = (85, 85 + width, 200)
    sheet.grid(xs, (100, 140, 180))
    sheet.row(xs, 100, ["Trướ\nc hạn", "Số hồ sơ"]).row(xs, 140, ["nghiệ\np", "15"])
    assert read(sheet).text == "Trước hạn\tSố hồ sơ\nnghiệp\t15"


def test_a_frame_around_text_is_no_table() -> None:
    sheet = Sheet().grid((80, 545), (60, 200)).paragraph(WORDS)
    assert read(sheet).text == WORDS


# --- places -----------------------------------------------------------------------------------


def test_mentions_know_their_page_and_their_boxes() -> None:
    sheet = Sheet().page()
    sheet.write(LEFT, 120, "Căn cứ Quyết định số 45/QĐ-UBND ngày 03/02/2024 của UBND tỉnh Lâm Hải;")
    source = read(sheet)
    (citation,) = extract_record(source).citations
    x0 = LEFT + sheet.width("Căn cứ ")
    x1 = LEFT + sheet.width("Căn cứ Quyết định số 45/QĐ-UBND ngày 03/02/2024 của UBND tỉnh Lâm Hải")
    assert citation.page == 2
    ((left, top, right, bottom),) = citation.boxes
    assert (left, right) == (pytest.approx(x0, abs=2), pytest.approx(x1, abs=4))
    assert top < 120 - 0.7 * SIZE < 120 < bottom < 120 + SIZE


def test_a_span_has_a_box_on_each_of_its_lines() -> None:
    source = read(Sheet().paragraph(WORDS))
    assert source.places is not None
    page, boxes = source.places.at(0, len(source.text))
    assert page == 1
    assert len(boxes) == round((boxes[-1][3] - boxes[0][1]) / PITCH)
    assert [box[1] for box in boxes] == sorted(box[1] for box in boxes)
    assert all(box[0] >= LEFT - 1 and box[2] <= RIGHT + 1 for box in boxes)


def test_every_word_has_a_place() -> None:
    sheet, _ = with_notes()
    source = read(sheet)
    assert source.places is not None
    at = 0
    for word in source.text.split():
        at = source.text.index(word, at)
        page, boxes = source.places.at(at, at + len(word))
        assert page in (1, 2, 3, 4)
        assert boxes
        at += len(word)
    assert source.places.at(len(source.text), len(source.text) + 1) == (None, ())


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_pages_are_read_upright_and_placed_as_shown(degrees: int) -> None:
    sheet = Sheet().paragraph(WORDS)
    turned = sheet.bytes().replace(b"/Type /Page\n", b"/Type /Page\n/Rotate %d\n" % degrees, 1)
    assert turned != sheet.bytes()
    source = read_bytes(turned, "a.pdf")
    assert source.text == WORDS
    assert source.places is not None
    _, boxes = source.places.at(0, 10)
    width, height = (842, 595) if degrees in (90, 270) else (595, 842)
    ((x0, top, x1, bottom),) = boxes
    assert 0 <= x0 < x1 <= width
    assert 0 <= top < bottom <= height
    assert (bottom - top > x1 - x0) == (degrees in (90, 270))


def test_a_table_printed_sideways_is_read_in_its_own_direction() -> None:
    sheet = Sheet()
    with sheet.pdf.rotation(90, 300, 400):
        merged_table(sheet, 300)
    assert read(sheet).text == MERGED


def test_a_watermark_across_the_page_is_no_text() -> None:
    sheet = Sheet().paragraph(WORDS)
    with sheet.pdf.rotation(45, 300, 400):
        sheet.write(200, 400, "BẢN DỰ THẢO", size=60)
    assert read(sheet).text == WORDS
