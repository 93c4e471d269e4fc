"""Scanned pages and pictures read by OCR.  Texts of our own; none tuned the code."""

from __future__ import annotations

import os
import re
import stat
import sys
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from PIL import Image

from cchc_mining.errors import IntakeError
from cchc_mining.extract import extract_record
from cchc_mining.intake import ocr, read_bytes
from cchc_mining.intake.ocr import tesseract
from cchc_mining.records import SourceText

from .made_pdf import LEFT, PITCH, Sheet
from .scans import (
    DPI,
    as_pdf,
    image_of,
    saved,
    turned,
    with_noise,
    with_pepper,
    with_stamp,
    with_tesseract,
)

PROSE = (
    "Thực hiện Quyết định số 1542/QĐ-UBND ngày 12/6/2023 của Ủy ban nhân dân tỉnh Lâm Hải về việc ban "
    "hành Kế hoạch cải cách hành chính năm 2024, trong quý II các sở, ngành đã tiếp nhận 12.408 hồ sơ, "
    "giải quyết đúng hạn 12.117 hồ sơ, đạt tỷ lệ 97,65%; còn 291 hồ sơ quá hạn, tập trung ở lĩnh vực đất "
    "đai và bảo trợ xã hội. Sở Nội vụ đã tham mưu tổ chức 03 đoàn kiểm tra tại 14 đơn vị, địa phương."
)


def prose() -> Sheet:
    sheet = Sheet().center("BÁO CÁO", bold=True)
    sheet.y += PITCH
    return sheet.paragraph(PROSE).paragraph(PROSE.replace("quý II", "quý III"))


def errors(text: str, source: SourceText) -> float:
    """The share of characters that differ, white space apart."""
    a, b = (unicodedata.normalize("NFC", "".join(t.split())) for t in (text, source.text))
    same = sum(block.size for block in SequenceMatcher(None, a, b, False).get_matching_blocks())
    return (max(len(a), len(b)) - same) / len(a)


def figures(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,/]\d+)*", text)


EXPECTED = read_bytes(prose().bytes(), "a.pdf").text


@with_tesseract
@pytest.mark.parametrize(
    ("image", "most"),
    [
        pytest.param(image_of(prose()), 0.003, id="clean"),
        pytest.param(with_noise(image_of(prose())), 0.005, id="grain and shadow"),
        pytest.param(turned(with_noise(image_of(prose())), 2.3), 0.005, id="askew"),
        pytest.param(turned(image_of(prose()), -5), 0.005, id="very askew"),
        pytest.param(turned(image_of(prose()), 90), 0.005, id="on its side"),
        pytest.param(turned(image_of(prose()), 180), 0.005, id="upside down"),
        pytest.param(with_pepper(image_of(prose())), 0.01, id="salt and pepper"),
        pytest.param(with_stamp(image_of(prose()), 300, 170), 0.01, id="a stamp over the text"),
    ],
)  # fmt: skip
def test_a_scan_gives_the_text_of_its_page(image: Image.Image, most: float) -> None:
    source = read_bytes(as_pdf(image), "a.pdf")
    assert errors(EXPECTED, source) <= most
    assert figures(source.text) == figures(EXPECTED)
    assert source.text.count("\n") == EXPECTED.count("\n")
    assert source.warnings[0].code == "ocr-used"


@with_tesseract
def test_boxes_lie_on_the_words_of_the_page_as_it_is_shown() -> None:
    layer = read_bytes(prose().bytes(), "a.pdf")
    image = turned(image_of(prose()), 3)
    source = read_bytes(as_pdf(image), "a.pdf")
    assert layer.places
    assert source.places
    at = source.text.index("1542/QĐ-UBND")
    page, [box] = source.places.at(at, at + 12)
    assert page == 1
    inked = image.convert("L").crop(tuple(round(side * DPI / 72) for side in box))
    assert inked.getextrema()[0] < 60
    # turned by 3 degrees about the middle of the page, a word at its upper left moves down
    wanted = layer.places.at(
        layer.text.index("1542/QĐ-UBND"), layer.text.index("1542/QĐ-UBND") + 12
    )
    [there] = wanted[1]
    width, height = 595.3, 841.9
    x, y = (there[0] + there[2]) / 2 - width / 2, (there[1] + there[3]) / 2 - height / 2
    moved = (x * 0.9986 + y * 0.0523 + width / 2, -x * 0.0523 + y * 0.9986 + height / 2)
    assert abs((box[0] + box[2]) / 2 - moved[0]) < 4
    assert abs((box[1] + box[3]) / 2 - moved[1]) < 4


@with_tesseract
def test_words_that_were_read_from_a_picture_are_known_and_the_others_are_not() -> None:
    mixed = Sheet().paragraph("Trang có lớp chữ: 15 hồ sơ.").page()
    mixed.pdf.image(with_noise(image_of(prose())), 0, 0, 595, 842)
    source = read_bytes(mixed.bytes(), "a.pdf")
    assert source.recognised
    first = source.text.index("Trang"), source.text.index("15 hồ sơ") + 8
    assert source.recognised.confidence(*first) is None
    at = source.text.index("1542/QĐ-UBND")
    assert 0.5 < (source.recognised.confidence(at, at + 12) or 0) < 1
    record = extract_record(source)
    typed = next(i for i in record.indicators if i.text == "15")
    read = next(i for i in record.indicators if i.text == "12.408")
    assert typed.confidence > read.confidence > 0.5


MARKED = "Ban hành Kế hoạch số 25/KH-UBND năm 2024"


@with_tesseract
def test_raised_figures_are_read_as_marks_and_stars_stay() -> None:
    sheet = Sheet()
    for i, (mark, behind) in enumerate((("1", ";"), ("12", ","), ("3", ""))):
        y = sheet.y + 40 * i
        sheet.write(LEFT, y, MARKED)
        x = LEFT + sheet.width(MARKED)
        sheet.write(x, y - 4.5, mark, size=8)
        sheet.write(x + sheet.width(mark, size=8) + 0.4, y, f"{behind} tiếp tục")
    sheet.write(LEFT, sheet.y + 120, "(*Phụ lục kèm theo*)")
    source = read_bytes(as_pdf(with_noise(image_of(sheet, dpi=300)), dpi=300), "a.pdf")
    assert re.findall(r"2024(\S*)", source.text) == ["¹;", "¹²,", "³"]
    assert not re.search("[⁰-⁹¹²³]", source.text.partition("(")[2])


HEAD = ("STT", "Lĩnh vực", "Tiếp nhận", "Đúng hạn", "Quá hạn")
ROWS = (
    ("1", "Đất đai", "2.524", "2.517", "7"),
    ("2", "Hộ tịch", "8.264", "8.258", "6"),
    ("3", "Bảo trợ xã hội", "479", "479", "0"),
    ("4", "Giáo dục", "1", "1", "0"),
)


@with_tesseract
def test_a_ruled_table_is_read_cell_by_cell() -> None:
    sheet = Sheet().paragraph("Kết quả giải quyết thủ tục hành chính như sau:")
    xs = [LEFT, 125, 260, 350, 440, 530]
    ys = [sheet.y + 18 * i for i in range(len(ROWS) + 2)]
    sheet.grid(xs, ys)
    for y, row in zip(ys, (HEAD, *ROWS), strict=False):
        sheet.row(xs, y + 2, row, size=11)
    sheet.y = ys[-1] + 30
    sheet.paragraph("Các đơn vị tiếp tục thực hiện.")
    source = read_bytes(as_pdf(turned(with_noise(image_of(sheet)), 1.2)), "a.pdf")
    rows = [tuple(line.split("\t")) for line in source.text.splitlines() if "\t" in line]
    assert rows == [HEAD, *ROWS]
    assert source.text.splitlines()[-1] == "Các đơn vị tiếp tục thực hiện."


@with_tesseract
def test_a_text_layer_of_garbage_under_a_picture_is_replaced_and_a_good_one_stays() -> None:
    garbage = (
        "CONG HOA XA HQI CHU NGHlA VltT NAM Thvc hi?n Quy~t djnh s6 ve vi?c ban hanh K~ ho'l-ch "
        * 4
    )
    good = (
        "Ủy ban nhân dân tỉnh đã ban hành kế hoạch cải cách hành chính và các văn bản hướng dẫn "
        * 7
    )
    codes: list[list[str]] = []
    for layer in (garbage, good):
        sheet = Sheet().paragraph(layer)
        sheet.pdf.image(image_of(prose()), 0, 0, 595, 842)
        source = read_bytes(sheet.bytes(), "a.pdf")
        codes.append([warning.code for warning in source.warnings])
        assert ("1542/QĐ-UBND" in source.text) == (layer is garbage)
    assert codes == [["ocr-used", "poor-text-layer"], []]


@with_tesseract
@pytest.mark.parametrize(
    ("kind", "name", "options"),
    [
        ("JPEG", "a.jpg", {"dpi": (DPI, DPI), "quality": 85}),
        ("PNG", "a.png", {}),
        ("TIFF", "a.tif", {"dpi": (DPI, DPI)}),
        ("PNG", "a.jpg", {}),
    ],
)
def test_pictures_are_read_as_pages(kind: str, name: str, options: dict[str, object]) -> None:
    source = read_bytes(saved(image_of(prose()), kind, **options), name)
    assert errors(EXPECTED, source) <= 0.005
    assert source.media_type == f"image/{kind.lower()}"
    assert source.places
    at = source.text.index("1542")
    [box] = source.places.at(at, at + 4)[1]
    [there] = read_bytes(prose().bytes(), "a.pdf").places.at(
        EXPECTED.index("1542"), EXPECTED.index("1542") + 4
    )[1]  # type: ignore[union-attr]
    assert all(abs(a - b) < 5 for a, b in zip(box, there, strict=True))


@with_tesseract
def test_a_tiff_has_as_many_pages_as_images() -> None:
    first, second = Sheet().paragraph("Trang thứ nhất."), Sheet().paragraph("Trang thứ hai.")
    blank = Image.new("L", (1654, 2339), "white")
    data = saved(image_of(first), "TIFF", blank, image_of(second), dpi=(DPI, DPI))
    source = read_bytes(data, "a.tiff")
    assert (source.pages, source.text) == (3, "Trang thứ nhất.\nTrang thứ hai.")
    assert ("page-without-text", 2) in [(w.code, w.page) for w in source.warnings]


def second_page_without_width() -> bytes:
    page = Image.new("L", (60, 80), "white")
    data = saved(page, "TIFF", page)
    before, width, after = data.rpartition(b"\x00\x01\x04\x00")  # its tag in the second directory
    return before + b"\xff\xff" + width[2:] + after


@with_tesseract
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (saved(Image.new("L", (1200, 1600), "white"), "PNG"), "picture-without-text"),
        (saved(image_of(prose()), "JPEG")[:3000], "damaged"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "damaged"),
        (second_page_without_width(), "damaged"),
        (saved(Image.new("1", (12_000, 12_000)), "PNG"), "too-large-inside"),
    ],
)
def test_pictures_that_cannot_be_read_end_with_a_reason(data: bytes, code: str) -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes(data, "a.png")
    assert refusal.value.code == code


def test_without_tesseract_the_reason_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "find_program", lambda: None)
    scan = as_pdf(Image.new("L", (600, 800), "gray"))
    for data, name in ((scan, "a.pdf"), (saved(Image.new("L", (60, 80)), "PNG"), "a.png")):
        with pytest.raises(IntakeError, match="install tesseract with Vietnamese") as refusal:
            read_bytes(data, name)
        assert refusal.value.code == "scan-without-ocr"
    mixed = Sheet().paragraph("Báo cáo").page()
    mixed.pdf.image(Image.new("L", (600, 800), "gray"), 0, 0, 595, 842)
    source = read_bytes(mixed.bytes(), "a.pdf")
    assert [(w.code, w.page) for w in source.warnings] == [("scan-without-ocr", 2)]
    assert source.text == "Báo cáo"


def test_vietnamese_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("the stand-in is a shell script")
    stand_in(tmp_path, monkeypatch, "echo List of languages; echo eng; echo osd")
    assert not ocr.is_ready()


def test_a_page_that_takes_too_long_is_left_out_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("the stand-in is a shell script")
    script = 'case "$*" in *list-langs*) echo vie;; *) exec sleep 60;; esac'
    stand_in(tmp_path, monkeypatch, script)
    monkeypatch.setattr(tesseract, "SECONDS", 0.3)
    sheet = Sheet().paragraph("Báo cáo").page()
    sheet.pdf.image(image_of(prose()), 0, 0, 595, 842)
    source = read_bytes(sheet.bytes(), "a.pdf")
    assert [(w.code, w.page) for w in source.warnings] == [("ocr-timeout", 2)]


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(tesseract, "find_program", lambda: str(program))


def test_tesseract_gets_one_core_and_nothing_of_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("the stand-in is a shell script")
    told = tmp_path / "told"
    monkeypatch.setenv("SECRET", "x")
    stand_in(
        tmp_path,
        monkeypatch,
        f'env > {told}; cat > /dev/null; case "$*" in *langs*) echo vie;; esac',
    )
    with pytest.raises(IntakeError):
        read_bytes(saved(image_of(prose()), "PNG"), "a.png")
    assert "OMP_THREAD_LIMIT=1" in told.read_text()
    assert "SECRET" not in told.read_text()
    assert os.environ["SECRET"] == "x"
