"""Pages to text.  Each case is a family of pages; none tuned the code unless it says so."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.intake import read_bytes, read_file


def text_of(html: str) -> str:
    return read_bytes(html.encode(), "a.html").text


CASES = {
    "blocks end lines, blanks run together": (
        "<p>Báo cáo\n   quý  II</p><div>năm <b>2023</b></div>x",
        "Báo cáo quý II\nnăm 2023\nx",
    ),
    "a line break is a line": ("UBND TỈNH<br>LÂM HẢI<br/>Số: 1", "UBND TỈNH\nLÂM HẢI\nSố: 1"),
    "inline tags do not part words": ("<p>12<b>3</b>/QĐ-<i>UBND</i></p>", "123/QĐ-UBND"),
    "entities and links give their text": (
        "<p>Sở KH&amp;ĐT, T&#7881;nh, <a href='http://x.vn/a'>Quyết định 12</a>&nbsp;đã</p>",
        "Sở KH&ĐT, Tỉnh, Quyết định 12\u00a0đã",
    ),
    "scripts, styles, navigation and controls are left out, what follows them is not": (
        "<nav>Trang chủ</nav>a<script>var a = 1 < 2;</script>b<style>p{}</style>c"
        "<noscript>bật JS</noscript>d<button>Gửi</button>e<template><p>f</p></template>",
        "abcde",
    ),
    "hidden elements are left out": (
        "<p>a<span style='color:red;DISPLAY : none'>b</span>c<span hidden>d</span></p>"
        "<table hidden><tr><td>e</td></tr></table><p>f</p>",
        "ac\nf",
    ),
    "comments do not part text": ("<p>12<!-- x -->3<!--[if gte mso 9]>y<![endif]--></p>", "123"),
    "items of a numbered list have their numbers": (
        "<ol><li>một<li>hai<ol type=a><li>ba</ol><ul><li>bốn</ul><li value=7>năm</ol>"
        "<ol start=3 style='list-style-type: upper-roman'><li>sáu</ol>"
        "<ol style='list-style:none'><li>1.1 bảy</ol><ol class='breadcrumb'><li>tám</ol>",
        "1. một\n2. hai\na. ba\nbốn\n7. năm\nIII. sáu\n1.1 bảy\ntám",
    ),
    "list items are lines": ("<ul><li>một<li>hai<ul><li>ba</ul></ul>", "một\nhai\nba"),
    "preformatted lines and tabs stay": (
        "<pre>a\tb\n  <b>c</b>\td\n</pre>e  f",
        "a\tb\nc\td\ne f",
    ),
    "superscript figures stay apart from the word": (
        "<p>Chính phủ<sup>1</sup>, diện tích 5 m<sup> 2 </sup>; 1<sup>a</sup></p>",
        "Chính phủ¹, diện tích 5 m²; 1a",
    ),
    "a footnote mark in brackets stays": (
        "<p>năm 2024<sup><a href='#_ftn1'>[1]</a></sup></p>",
        "năm 2024[1]",
    ),
    "a table row is a line, cells are parted by tabs": (
        "<table><tr><th>STT<th>Chỉ tiêu<th>Kết quả</tr><tr><td>1<td>Hồ sơ<br>mới<td>\n1.234\n"
        "</tr></table>",
        "STT\tChỉ tiêu\tKết quả\n1\tHồ sơ mới\t1.234",
    ),
    "merged cells leave their other places empty": (
        "<table><tr><th rowspan=2>TT<th colspan=2>Hồ sơ<th rowspan=2>Ghi chú</tr>"
        "<tr><th>Nhận<th>Trả</tr><tr><td>1<td>10<td>9<td>-</tr>"
        "<tr><td colspan=2>Tổng<td>9<td></tr></table>",
        "TT\tHồ sơ\t\tGhi chú\n\tNhận\tTrả\t\n1\t10\t9\t-\nTổng\t\t9\t",
    ),
    "a cell merged over rows to the side": (
        "<table><tr><td>A<td rowspan=3>x<td>1</tr><tr><td>B<td>2</tr><tr><td>C<td>3</tr></table>",
        "A\tx\t1\nB\t\t2\nC\t\t3",
    ),
    "a caption stands before its table": (
        "<table><caption>Bảng 1</caption><tr><td>a<td>b<td>c</tr></table>",
        "Bảng 1\na\tb\tc",
    ),
    "empty rows are no lines": (
        "<table><tr><td><td></tr><tr><td>a<td>b<td>c</tr></table>",
        "a\tb\tc",
    ),
    "the official two-column head is read column by column": (
        "<table><tr><td>UBND TỈNH LÂM HẢI<td>CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM</tr>"
        "<tr><td>Số: 5/BC-UBND<td>Lâm Hải, ngày 5 tháng 6 năm 2023</tr></table>",
        "UBND TỈNH LÂM HẢI\nSố: 5/BC-UBND\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Lâm Hải, ngày 5 tháng 6 năm 2023",
    ),
    "the signature block too": (
        "<table><tr><td><p>Nơi nhận:</p><p>- Như trên;</p><td><p>GIÁM ĐỐC</p></tr>"
        "<tr><td>- Lưu: VT.<td>Nguyễn Văn An</tr></table>",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Văn An",
    ),
    "a table of one column only frames its text": (
        "<table><tr><td><p>a</p><p>b</p></td></tr><tr><td>c</td></tr></table>",
        "a\nb\nc",
    ),
    "a table within a layout table keeps its rows": (
        "<table><tr><td>menu<td><p>Đầu</p><table><tr><td>1<td>2<td>3</tr></table>cuối</tr></table>",
        "menu\nĐầu\n1\t2\t3\ncuối",
    ),
    "a cell outside a table is a block": ("<div>a<td>b</td>c</div>", "a\nb\nc"),
}


@pytest.mark.parametrize("case", CASES)
def test_page(case: str) -> None:
    html, expected = CASES[case]
    assert text_of(html) == expected


def test_the_title_is_kept_apart() -> None:
    source = read_bytes(
        "<html><head><title> Báo  cáo\nquý II</title></head><body>a</body>".encode(), "a.html"
    )
    assert (source.title, source.text) == ("Báo cáo quý II", "a")


def test_the_name_of_its_file_is_no_title_of_a_page() -> None:
    data = "<html><head><title>bao-cao</title></head><body>BÁO CÁO</body>".encode()
    assert read_bytes(data, "bao-cao.html").title is None
    assert read_bytes(data, "a.html").title == "bao-cao"


@pytest.mark.parametrize(
    ("declaration", "codec", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8", "utf-8"),
        ("", "utf-8", "utf-8"),
        (
            "<meta charset='iso-8859-1'>",
            "utf-8",
            "utf-8",
        ),  # a copied declaration: UTF-8 all the same
        (
            "<meta http-equiv=Content-Type content='text/html; charset=utf-16'>",
            "utf-16",
            "utf-16-le",
        ),
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8-sig", "utf-8"),
    ],
)
def test_the_encoding_of_a_page(declaration: str, codec: str, encoding: str) -> None:
    source = read_bytes(f"{declaration}<p>Ủy ban nhân dân tỉnh</p>".encode(codec), "a.html")
    assert (source.text, source.encoding) == ("Ủy ban nhân dân tỉnh", encoding)


def test_a_declared_one_byte_encoding_is_used() -> None:
    import unicodedata

    # Windows-1258 writes the tones as marks of their own.
    marked = unicodedata.normalize("NFD", "tỷ lệ đúng hạn").replace("e\u0323\u0302", "ê\u0323")
    html = b"<meta charset=windows-1258><p>" + marked.encode("cp1258") + b"</p>"
    source = read_bytes(html, "a.html")
    assert unicodedata.normalize("NFC", source.text) == "tỷ lệ đúng hạn"
    assert source.encoding == "cp1258"


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes(b"<html><head><script>x()</script></head><body></body></html>", "a.html")
    assert refusal.value.code == "empty"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 1_900 + "a",
        "<table><tr><td>" * 400 + "a",
        "<p>a<b>" * 900,
        "a</i></div></td>" * 50_000,
        "<table><tr>" + "<td rowspan=60000 colspan=900>a" * 2_000 + "<tr>" * 20_000 + "</table>",
    ],
    ids=["blocks", "tables", "inline", "ends", "spans"],
)
def test_a_page_made_to_hurt_ends_soon(html: str) -> None:
    started = time.perf_counter()
    text = text_of(html)
    assert "a" in text
    assert len(text) < 10 * len(html)
    assert time.perf_counter() - started < 10


def test_a_page_that_cannot_be_read_to_its_end_is_refused_and_not_cut_short() -> None:
    with pytest.raises(IntakeError) as refusal:
        text_of("<p>a</p>" + "<div>" * 10_000 + "b")
    assert refusal.value.code == "malformed"


def test_sample_pages_give_the_text_they_were_made_from(shared: Path) -> None:
    """Tuned the code: the layout of the head and foot, footnote marks, merged cells."""
    for page in sorted(shared.glob("samples/html/*.html")):
        reference = shared / "samples/reference" / f"{page.stem}.txt"
        expected = reference.read_text(encoding="utf-8").split()
        assert read_file(page).text.split() == expected, page.name
