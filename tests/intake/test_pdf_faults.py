"""PDF files that cannot be read, or only in part: each ends with one reason, soon."""

from __future__ import annotations

import time

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.intake import read_bytes
from cchc_mining.intake.ocr import is_ready
from cchc_mining.run import explain

from .made_pdf import CATALOG, Sheet, many_pages, one_page, raw_pdf, stream

LINE = b"BT /F1 12 Tf 72 700 Td (Bao cao) Tj ET"
SELF_FORM = "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X 6 0 R>>>>"


def locked(user: str) -> bytes:
    sheet = Sheet().paragraph("Báo cáo")
    sheet.pdf.set_encryption(owner_password="chu", user_password=user)
    return sheet.bytes()


WHOLE = Sheet().paragraph("Báo cáo công tác cải cách hành chính quý II năm 2023").bytes()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(locked("mat-khau"), "encrypted", id="locked by a password"),
        pytest.param(WHOLE[: len(WHOLE) // 2], "damaged", id="cut off in the middle"),
        pytest.param(WHOLE[:-600], "damaged", id="cut off near its end"),
        pytest.param(b"%PDF-1.7\n" + b"x" * 5000, "damaged", id="nothing but a header"),
        pytest.param(b"PK\x03\x04" * 50, "unsupported-format", id="another format's content"),
        pytest.param(b"", "empty", id="no bytes"),
        pytest.param(
            raw_pdf([CATALOG, "<</Type/Pages/Kids[]/Count 0>>"]), "no-pages", id="no pages"
        ),
        pytest.param(
            raw_pdf([CATALOG, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]),
            "damaged",
            id="a page tree that holds itself",
        ),
        pytest.param(many_pages(5000), "too-many-pages", id="5,000 pages"),
        pytest.param(one_page(b" "), "empty", id="a blank page"),
        pytest.param(
            one_page(b"0 0 100 100 re f"),
            "picture-without-text" if is_ready() else "scan-without-ocr",
            id="a picture",
        ),
        pytest.param(
            one_page(b"BT /F1 12 Tf " + b"(a) Tj " * 5_000_000), "too-large-inside", id="a bomb"
        ),
        pytest.param(
            one_page(b"BT /F1 12 Tf 72 700 Td " + b"(aaaaaaaaaa) Tj " * 41_000),
            "too-large-inside",
            id="a page of 410,000 letters",
        ),
    ],
)
def test_what_cannot_be_read_ends_soon_with_a_reason_for_a_clerk(data: bytes, code: str) -> None:
    start = time.process_time()
    with pytest.raises(IntakeError) as refusal:
        read_bytes(data, "a.pdf")
    assert refusal.value.code == code
    assert explain(code, "vi") != code
    assert time.process_time() - start < 20


def test_what_is_said_of_a_file_does_not_hang_on_the_file_before() -> None:
    empty = raw_pdf([CATALOG, "<</Type/Pages/Kids[]/Count 0>>"])
    codes: list[str] = []
    for data in (locked("mat-khau"), empty, locked("mat-khau"), WHOLE[:-600]):
        with pytest.raises(IntakeError) as refusal:
            read_bytes(data, "a.pdf")
        codes.append(refusal.value.code)
    assert codes == ["encrypted", "no-pages", "encrypted", "damaged"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(one_page(LINE.replace(b"BT", b"/X Do BT"), "/XObject<</X 6 0 R>>",
                              stream(b"/X Do", SELF_FORM)), id="a form that draws itself"),
        pytest.param(one_page(LINE).replace(b"0 0 595 842", b"0 0 9e9 9e9"), id="a page of 3 million km"),
        pytest.param(one_page(LINE).replace(b"0 0 595 842", b"0 0 0 0    "), id="a page of no size"),
        pytest.param(
            one_page(LINE + b"".join(b" %d %d 50 50 re S" % (i % 500, i % 700) for i in range(9000))),
            id="a drawing of 9,000 squares",
        ),
    ],
)  # fmt: skip
def test_odd_files_are_read(data: bytes) -> None:
    assert read_bytes(data, "a.pdf").text == "Bao cao"


def test_a_file_locked_against_changes_alone_is_read() -> None:
    assert read_bytes(locked(""), "a.pdf").text == "Báo cáo"


def test_pages_without_text_are_named() -> None:
    sheet = Sheet().paragraph("Báo cáo").page()
    sheet.pdf.rect(100, 100, 300, 500, style="F")
    sheet.page().page().paragraph("Nơi khác")
    source = read_bytes(sheet.bytes(), "a.pdf")
    code = "page-without-text" if is_ready() else "scan-without-ocr"
    assert [(w.code, w.page) for w in source.warnings] == [(code, 2)]
    assert (source.pages, source.text) == (4, "Báo cáo\nNơi khác")
