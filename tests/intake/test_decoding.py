"""Bytes to text.  The texts were written for these tests; none tuned the code."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.errors import IntakeError
from cchc_mining.intake import read_bytes

TEXT = "UBND TỈNH LÂM HẢI\r\nSố: 12/BC-UBND\tngày 05/6/2023\n\nTỷ lệ đúng hạn: 98,5%.\r"


@pytest.mark.parametrize(
    ("mark", "codec", "encoding"),
    [
        (b"", "utf-8", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"\xff\xfe", "utf-16-le", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be", "utf-16-be"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
        (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be", "utf-32-be"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_text_is_the_file_as_decoded_without_its_mark(
    mark: bytes, codec: str, encoding: str, form: str
) -> None:
    text = unicodedata.normalize("NFC" if form == "NFC" else "NFD", TEXT)
    source = read_bytes(mark + text.encode(codec), "a.txt")
    assert (source.text, source.encoding) == (text, encoding)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_utf8_text_comes_back_code_point_for_code_point(text: str) -> None:
    data = ("a" + text).encode()
    assert read_bytes(data, "a.txt").text == "a" + text


@given(st.text(st.sampled_from("aàảẩđĐơưỹỵỲ 0123456789,.%/-–“”\n\t"), min_size=4))
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_zeros(codec: str, text: str) -> None:
    text = "Báo cáo số 12 " + text
    assert read_bytes(text.encode(codec), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b"PK\x03\x04....", "unsupported-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "unsupported-format"),
        (b"Bao cao\x00\x00\x00 thang 6", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x01\x02\x03abc\x04\x05" * 50, "binary"),
        (b"\xff\xfe" + "Báo cáo".encode("utf-16-le")[:-1], "undecodable"),
        ("Báo cáo cải cách hành chính".encode()[:-4] + b"\xe1\xba", "undecodable"),
        ("Báo cáo số 12 ".encode() * 9 + b"\xff " + b"quy II" * 9, "undecodable"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes(data, "a.txt")
    assert refusal.value.code == code
    assert str(refusal.value).startswith("a.txt: ")


def test_a_few_control_characters_do_not_make_a_text_binary() -> None:
    text = "Báo cáo\x0c công tác\x1f cải cách hành chính năm 2023\x1a" + " quý II" * 50
    assert read_bytes(text.encode(), "a.txt").text == text


def test_where_the_bad_byte_stands_is_said() -> None:
    with pytest.raises(IntakeError, match="byte 4 is not valid utf-8"):
        read_bytes(b"abc \xff def ghi jkl mno pqr stu vwx yz 012 345 678 901 234 567 890", "a.txt")
