"""Files that are one document: recognised, counted once, compared.  Made for this test."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cchc_mining.index import open_index
from cchc_mining.records import Indicator, Record, Warning

from .small import build, cite, document

SNV = "Sở Nội vụ tỉnh Khánh Hòa"
KH = "Ủy ban nhân dân tỉnh Khánh Hòa"
TITLE = "Kết quả công tác cải cách hành chính tháng 10 năm 2023"
BODY = " ".join(
    f"Đơn vị thứ {i} đã tiếp nhận {i * 17 % 91} hồ sơ, giải quyết {i * 13 % 89} hồ sơ về lĩnh vực {name}."
    for i, name in enumerate(
        "đất đai, hộ tịch, đầu tư, giáo dục, y tế, môi trường, giao thông, xây dựng, lao động, tư pháp,"
        " nội vụ, công thương, văn hóa, du lịch, khoa học, tài chính, ngoại vụ, dân tộc".split(", ")
    )
)


def report(
    source: str,
    *citations: str,
    body: str = BODY,
    number: str | None = "67/BC-SNV",
    date: str | None = "2023-10-25",
    figures: tuple[tuple[str, float], ...] = (),
    **header: str | None,
) -> tuple[Record, str]:
    """A report; a citation is 'number date'."""
    text, found = f"Số: {number or '   '}. {body}", []
    if number:
        found.append(
            cite(f"Số: {number}", number, kind="self", issuer=SNV, date=date, doc_type="Báo cáo")
        )
    for citation in citations:
        cited, _, day = citation.partition(" ")
        words = f"Quyết định số {citation}"
        text += f" Theo {words}."
        found.append(cite(words, cited, issuer=KH, date=day or None, relation="basis"))
    marks: list[Indicator] = []
    for label, value in figures:
        start = len(text) + len(f" {label}: ")
        text += f" {label}: {value:g}"
        marks.append(
            Indicator(start=start, end=len(text), text=f"{value:g}", id=f"i{start}", value=value, label=label)
        )  # fmt: skip
    head = {
        "doc_number": number,
        "doc_date": date,
        "doc_type": "Báo cáo",
        "issuer": SNV,
        "title": TITLE,
    }
    record, text = document(source, text, *found, **{**head, **header})
    return msgspec.structs.replace(record, indicators=tuple(marks)), text


def scanned(made: tuple[Record, str]) -> tuple[Record, str]:
    note = Warning(code="ocr-used", message="")
    return msgspec.structs.replace(made[0], warnings=(note,)), made[1]


OTHER = " ".join(
    f"Biểu {i}: số liệu chi tiết {i * 7} của cột {i * 3}, cộng dồn {i * 31};" for i in range(40)
)
NOVEMBER = TITLE.replace("10", "11")

# the files of an archive, and the groups: file, role and why of each, the leading one first
GROUPS = [
    ("one file", [report("a.txt")], []),
    ("two formats", [report("b.docx"), report("a.txt", body=BODY + " Hết.")],
     ["a.txt leading source; b.docx copy number"]),
    ("a scan", [scanned(report("a.pdf")), report("b.docx", body=BODY + ".")],
     ["b.docx leading not-scanned; a.pdf scan number"]),
    ("a signed file", [report("a.txt"), report("b.txt", body=BODY + ".", signer="Trần An")],
     ["b.txt leading signed; a.txt copy number"]),
    ("a draft", [report("a.docx", number=None, date="2023-10"), report("b.pdf")],
     ["b.pdf leading numbered; a.docx draft title"]),
    ("two drafts and no signed file",
     [report("a.txt", number=None, date="2023-10"), report("b.txt", number=None, date="2023-10-20")],
     ["b.txt leading dated; a.txt draft title"]),
    ("draft, scan and file",
     [report("a.docx", number=None, date=None), scanned(report("b.pdf")), report("c.docx", body=BODY + ".")],
     ["c.docx leading not-scanned; a.docx draft title; b.pdf scan number"]),
    ("a scan whose date is unread", [scanned(report("a.pdf", date=None)), report("b.docx")],
     ["b.docx leading dated; a.pdf scan number"]),
    ("two dates", [report("a.txt"), report("b.txt", date="2023-10-26")], ["a.txt leading source; b.txt copy number"]),
    ("two months", [report("a.txt"), report("b.txt", number="75/BC-SNV", date="2023-11-25", title=NOVEMBER)], []),
    ("drafts of two months",
     [report("a.txt", number=None, date=None), report("b.txt", number=None, date=None, title=NOVEMBER)], []),
    ("the draft of either of two", [report("a.txt"), report("b.txt", number="75/BC-SNV"),
     report("c.txt", number=None, date="2023-10")], []),
    ("two departments", [report("a.txt"), report("b.txt", number=None, issuer="Sở Tư pháp tỉnh Khánh Hòa")], []),
    ("an annex with the report's number", [report("a.txt"), report("b.txt", body=OTHER)], []),
    ("two years", [report("a.txt"), report("b.txt", date="2022-10-25", title=TITLE.replace("2023", "2022"))], []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "files", "groups"), GROUPS, ids=[c[0] for c in GROUPS])
def test_files_that_are_one_document(
    tmp_path: Path, why: str, files: list[tuple[Record, str]], groups: list[str]
) -> None:
    with open_index(build(tmp_path / "i", *files)) as index:
        found = {
            "; ".join(f"{v.source} {v.role} {v.why}" for v in versions)
            for record, _ in files
            if (versions := index.versions(record.source))
        }
    assert found == set(groups)


SIGNED = report(
    "a.txt", "5/QĐ-UBND 2023-01-05", "5/QĐ-UBND 2023-01-05", "6/QĐ-UBND 2023-02-06",
    figures=(("hồ sơ", 120), ("văn bản", 7), ("văn bản", 9)), signer="Trần An",
)  # fmt: skip
DRAFT = report(
    "b.txt", "5/QĐ-UBND 2023-01-05", "6/QĐ-UBND 2023-02-07", "8/QĐ-UBND 2023-03-08",
    figures=(("hồ sơ", 118), ("văn bản", 9)), number=None, date="2023-10",
)  # fmt: skip


def test_citations_count_once(tmp_path: Path) -> None:
    with open_index(build(tmp_path / "i", SIGNED, DRAFT)) as index:
        counts = {one.number: (one.mentions, one.documents) for one in index.legal_documents()}
        dates = {one.number: [(v.value, v.mentions) for v in one.dates] for one in index.legal_documents()}  # fmt: skip
        held = [one.held for one in index.legal_documents(held=True)]
        counted = list(index.rows("SELECT count(*) FROM counted_documents"))
    assert counts == {
        "67/BC-SNV": (0, 0),
        "5/QĐ-UBND": (2, 1),
        "6/QĐ-UBND": (1, 1),
        "8/QĐ-UBND": (0, 0),
    }
    # what only the draft says is seen, and counts nothing
    assert dates["6/QĐ-UBND"] == [("2023-02-06", 1), ("2023-02-07", 0)]
    assert (held, counted) == ([SIGNED[0].doc_id], [(1,)])


def test_only_the_leading_file_is_measured(tmp_path: Path) -> None:
    measured = {"indicator_id": "dossiers_received", "indicator_value": 7.0}
    documents = [
        (msgspec.structs.replace(record, indicators=tuple(
            msgspec.structs.replace(one, **measured) for one in record.indicators)), text)
        for record, text in (SIGNED, DRAFT)
    ]  # fmt: skip
    with open_index(build(tmp_path / "i", *documents)) as index:
        sources = {m.source for m in index.measurements()}
        (count,) = index.indicator_counts()
        all_sources = {figure.source for figure in index.figures()}
    assert (sources, len(all_sources)) == ({SIGNED[0].source}, 2)
    assert (count.documents, count.figures) == (1, len(SIGNED[0].indicators))


def test_differences_between_the_versions(tmp_path: Path) -> None:
    with open_index(build(tmp_path / "i", SIGNED, DRAFT)) as index:
        found = [
            (d.kind, d.what, [p.text for p in d.leading], [p.text for p in d.other])
            for d in index.version_differences("b.txt")
        ]
    assert found == [
        ("citation", "6/QĐ-UBND", ["Quyết định số 6/QĐ-UBND 2023-02-06"], ["Quyết định số 6/QĐ-UBND 2023-02-07"]),
        ("citation", "8/QĐ-UBND", [], ["Quyết định số 8/QĐ-UBND 2023-03-08"]),
        ("figure", "hồ sơ", ["120"], ["118"]),
        ("figure", "văn bản", ["7"], []),
    ]  # fmt: skip


def test_a_file_alone_differs_from_nothing(tmp_path: Path) -> None:
    with open_index(build(tmp_path / "i", SIGNED)) as index:
        assert index.versions("a.txt") == ()
        assert list(index.version_differences("a.txt")) == []
