"""Versions of one document, and documents that only look alike.  Texts are made for this test."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.link import bands, sketch, version_of
from cchc_mining.link.likeness import share_in_common
from cchc_mining.records import Header

WORDS = (
    "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh về cải cách hành chính, Sở đã tham mưu ban hành {0} văn bản,"
    " tiếp nhận {1} hồ sơ, giải quyết đúng hạn {2} hồ sơ, kiểm tra {3} đơn vị và tuyên truyền {4} tin bài."
    " Công tác phối hợp giữa các phòng {5} có chuyển biến, còn {6} nhiệm vụ chậm tiến độ cần đôn đốc thêm."
)


def report(seed: int, paragraphs: int = 30) -> str:
    """A report whose figures depend on a seed, from a template."""
    return "\n".join(
        f"{i}. Nội dung mục {'abcdefghijklmnopqrstuvwxyzăâđêôơư'[i]} của báo cáo. "
        + WORDS.format(*((seed * 37 + i * 13 + k * 7) % 997 for k in range(7)))
        for i in range(paragraphs)
    )


def misread(text: str, every: int = 12) -> str:
    """As by OCR: a letter of every so many words is lost, and so are some tones."""
    words = text.replace("ộ", "o").replace("ấ", "a").split()
    return " ".join(word[1:] if i % every == 0 else word for i, word in enumerate(words))


SIGNED = Header(
    doc_number="67/BC-SNV", doc_type="Báo cáo", issuer="Sở Nội vụ tỉnh Khánh Hòa", doc_date="2023-10-25",
    title="Kết quả công tác cải cách hành chính tháng 10 năm 2023",
)  # fmt: skip


def like(**changes: str | None) -> Header:
    return msgspec.structs.replace(SIGNED, **changes)


DRAFT = {"doc_number": None, "doc_date": "2023-10"}
TEXT = report(10)


@pytest.mark.parametrize(
    ("why", "other", "text", "evidence"),
    [
        ("a copy in another format", SIGNED, TEXT.replace("\n", " "), "number"),
        ("a scan", SIGNED, misread(TEXT), "number"),
        ("a scan whose date is unread", like(doc_date=None), misread(TEXT, 20), "number"),
        ("a copying slip in the date", like(doc_date="2023-10-26"), TEXT, "number"),
        ("a draft", like(**DRAFT), TEXT, "title"),
        ("a draft with other figures at the end", like(**DRAFT), report(10, 26) + report(3, 4), "title"),
        ("a draft with the title in capitals", like(**DRAFT, title=SIGNED.title.upper()), TEXT, "title"),
        ("a draft without title", like(doc_number=None, title=None), TEXT, None),
        ("old tone marks in the issuer", like(issuer="Sở Nội vụ tỉnh Khánh Hoà"), TEXT, "number"),
        # not the same
        ("the next month's draft", like(**DRAFT, title="Kết quả công tác cải cách hành chính tháng 11 năm 2023"),
         TEXT, None),
        ("another number", like(doc_number="68/BC-SNV"), TEXT, None),
        ("another department", like(issuer="Sở Tư pháp tỉnh Khánh Hòa"), TEXT, None),
        ("another province", like(issuer="Sở Nội vụ tỉnh Phú Yên", doc_number=None), TEXT, None),
        ("another type", like(doc_type="Kế hoạch", doc_number=None), TEXT, None),
        ("a draft of another year", like(doc_number=None, doc_date="2022-10-20"), TEXT, None),
        ("a draft of other words", like(**DRAFT), "Phụ lục số liệu thống kê. " * 60, None),
        ("an annex under its number", SIGNED, "Phụ lục số liệu thống kê theo biểu mẫu. " * 60, None),
        # last year's report opened and saved as this year's: half of it is written anew
        ("last year's number and day left in", like(
            title="Kết quả công tác cải cách hành chính tháng 10 năm 2024"), report(6) + report(6, 30), None),
        ("a number used twice", like(doc_date="2023-12-20"), "Nội dung hoàn toàn khác. " * 60, None),
        ("neither title nor day", like(doc_number=None, title=None, doc_date=None), TEXT, None),
        ("no issuer", like(issuer=None, doc_number=None), TEXT, None),
    ],
)  # fmt: skip
def test_versions(why: str, other: Header, text: str, evidence: str | None) -> None:
    found = version_of(SIGNED, other, sketch(TEXT), sketch(text))
    assert (found.evidence if found else None) == evidence, why
    assert version_of(other, SIGNED, sketch(text), sketch(TEXT)) == found
    if evidence:
        assert {*bands(SIGNED, sketch(TEXT))} & {*bands(other, sketch(text))}


def test_a_template_is_alike_and_yet_not_the_same() -> None:
    assert 0.05 < share_in_common(sketch(report(1)), sketch(report(2))) < 0.9
    assert share_in_common(sketch(TEXT), sketch(misread(TEXT))) > 0.5


@given(st.text(max_size=400), st.text(max_size=400))
def test_sketches(one: str, other: str) -> None:
    a, b = sketch(one), sketch(other)
    assert sorted(set(a)) == list(a)
    assert len(a) <= 64
    assert share_in_common(a, b) == share_in_common(b, a)
    assert share_in_common(a, a) == (1.0 if a else 0.0)
    assert 0 <= share_in_common(a, b) <= 1
    assert all(0 <= band < 2**63 for band in bands(SIGNED, a))
