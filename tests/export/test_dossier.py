"""The dossier: self-contained, safe, complete, and of bounded size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining import Archive, link
from cchc_mining.export.dossier.markup import tag, text
from cchc_mining.index import IndexWriter, InputRow, store_findings
from cchc_mining.index.context import sentence_around
from cchc_mining.records import Finding, Header, Passage, Record, Words

HOSTILE = "<script>alert('x')</script>&\"\x1b[2J\u202e=1+1"
BODY = "Câu đầu. Đạt 91,96% theo quy định của cấp trên. Câu cuối."
_VOID = frozenset(("meta", "br", "input"))


class Reader(HTMLParser):
    """Checks that elements close, and collects what a page would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append(tag)
        self.scripts += tag == "script"
        for name, value in attrs:
            assert name not in ("src", "srcset", "onload", "onclick", "style"), (tag, name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(page: Path) -> Reader:
    reader = Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    assert reader.open == []
    return reader


def finding(number: int, **fields: object) -> Finding:
    at = BODY.index("91,96%")
    return Finding(**{  # type: ignore[arg-type]
        "finding_id": f"{number:016x}", "check": "share-of-fraction", "severity": "error",
        "source": "a.txt", "start": at, "end": at + 6, "text": "91,96%",
        "message": Words("Tỷ lệ không khớp.", "The share does not agree."), **fields,
    })  # fmt: skip


def archive(
    folder: Path, findings: Iterator[Finding], *, source: str = "a.txt", body: str = BODY
) -> Path:
    """An archive of one document with some findings."""
    with IndexWriter(folder / "index.sqlite", link) as writer:
        record = Record(
            source=source, doc_id="a" * 64, header=Header(title=HOSTILE, issuer=HOSTILE)
        )
        writer.add(record, body)
        for path, outcome, reason, doc_id in (
            (source, "ok", None, "a" * 64),
            ("sub/b.txt", "duplicate", "same-content", "a" * 64),
            ("hong.pdf", "failed", "damaged", None),
            (HOSTILE, "skipped", "system-file", None),
        ):
            writer.add_input(InputRow(path=path, outcome=outcome, reason=reason, doc_id=doc_id))
        writer.finish()
    store_findings(folder / "index.sqlite", findings)
    return folder


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """An archive whose every word is an attack."""
    passages = (
        Passage(source=HOSTILE, doc_id="b", start=1, end=2, text=HOSTILE),
        Passage(source="register", text=HOSTILE),
    )
    fields = {
        "message": Words(HOSTILE, HOSTILE), "arithmetic": HOSTILE, "expected": HOSTILE, "check": HOSTILE,
        "evidence": passages, "source": HOSTILE, "start": 0, "end": len(HOSTILE), "text": HOSTILE,
    }  # fmt: skip
    return archive(tmp_path, iter([finding(1, **fields)]), source=HOSTILE, body=HOSTILE)


def export(out: Path, name: str, lang: str = "vi") -> Path:
    with Archive(out) as found:
        return found.export_dossier(out / name, lang)  # type: ignore[arg-type]


def test_nothing_in_the_archive_becomes_markup(hostile: Path) -> None:
    with Archive(hostile) as found:
        found.decide("0", "accept", note=HOSTILE, by=HOSTILE)
    page = export(hostile, "h.html")
    reader = read(page)
    content = page.read_text(encoding="utf-8")
    assert reader.scripts == 1  # our own
    assert "<script>alert" not in content
    assert "\x1b" not in content
    assert "\u202e" not in content


def test_a_page_fetches_nothing(hostile: Path) -> None:
    page = export(hostile, "h.html")
    assert not re.search(r"https?:|url\(|@import|<link|<img", page.read_text(encoding="utf-8"))
    assert all(link.startswith("#") for link in read(page).links)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_page_shows_each_finding_by_document_and_by_check(tmp_path: Path, lang: str) -> None:
    out = archive(
        tmp_path, (finding(n, check=c) for n, c in ((1, "superseded"), (2, "x"), (3, "x")))
    )
    page = export(out, "h.html", lang)
    reader = read(page)
    ids = {f"f-{n:016x}" for n in (1, 2, 3)}
    assert ids <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))
    assert ids <= {link[1:] for link in reader.links}
    assert {link[1:] for link in reader.links} <= set(reader.ids)
    content = page.read_text(encoding="utf-8")
    assert "Đạt <mark>91,96%</mark> theo" in content
    for words in {
        "vi": ("Tỷ lệ không khớp.", "Không đọc được", "trùng với a.txt", "tệp bị hỏng"),
        "en": ("The share does not agree.", "Not read", "the same as a.txt", "the file is damaged"),
    }[lang]:
        assert words in content


def test_a_page_says_what_it_is_limited_to(tmp_path: Path) -> None:
    out = archive(tmp_path, iter([finding(1)]))
    with Archive(out) as found:
        page = found.export_dossier(
            out / "h.html",
            check="share-of-fraction",
            at_least="warning",
            source="a.txt",
            undecided=True,
        )
    content = page.read_text(encoding="utf-8")
    assert "Chỉ gồm: Tỷ lệ so với phân số; Lỗi; Cảnh báo; a.txt; Chưa xử lý" in content
    assert "Chỉ gồm" not in export(out, "all.html").read_text(encoding="utf-8")


def test_every_input_is_accounted_for(tmp_path: Path) -> None:
    out = archive(tmp_path, iter([]))
    content = export(out, "h.html").read_text(encoding="utf-8")
    assert "Không đọc được: 1 · Bỏ qua: 1 · Trùng nội dung: 1 · Đọc được: 1" in content
    sheet = openpyxl.load_workbook(export(out, "h.xlsx"))["Độ phủ"]
    assert sheet.max_row == 5


def test_a_workbook_has_its_sheets_and_runs_nothing(hostile: Path) -> None:
    book = openpyxl.load_workbook(export(hostile, "h.xlsx"))
    assert book.sheetnames == [
        "Phát hiện", "Theo văn bản", "Theo phép kiểm tra", "Độ phủ", "Giải thích cột"
    ]  # fmt: skip
    for sheet in book.worksheets[:4]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    headings = [cell.value for cell in book["Phát hiện"][1]]
    row = dict(zip(headings, (cell.value for cell in book["Phát hiện"][2]), strict=True))
    assert row["Mức độ"] == "Lỗi"
    assert isinstance(row["Vị trí đầu"], int)
    assert isinstance(row["Độ tin cậy"], (int, float))


def test_thousands_of_long_findings_make_a_file_of_bounded_size(tmp_path: Path) -> None:
    body = "Đạt 91,96% theo quy định. " * 4000
    evidence = tuple(
        Passage(source=f"{n}.txt", doc_id="x", end=9, text=f"{n} {body[:900]}") for n in range(60)
    )
    long = {"start": 0, "end": 50_000, "text": body[:50_000], "evidence": evidence}
    out = archive(
        tmp_path, (finding(n, **(long if n < 50 else {})) for n in range(2000)), body=body
    )
    assert export(out, "h.html").stat().st_size < 5_000_000


_TEXT = st.text(alphabet="ab A.;\n1Đ", max_size=700)


@given(_TEXT, _TEXT, _TEXT)
def test_the_sentence_around_is_of_the_text_and_short(before: str, words: str, after: str) -> None:
    left, right = sentence_around(before + words + after, len(before), len(before + words))
    assert before.endswith(left)
    assert after.startswith(right)
    assert len(left) <= 240
    assert len(right) <= 240


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        # own wording; a sentence, its neighbour where it is short, a paragraph's end, a long line
        ("Một. Trong quý I, Sở Nội vụ đã tham mưu ban hành [31] văn bản chỉ đạo, điều hành các cơ quan. Ba.",
         "Trong quý I, Sở Nội vụ đã tham mưu ban hành [31] văn bản chỉ đạo, điều hành các cơ quan."),
        ("Câu này đứng trước. Đạt [91%]. Câu này đứng sau.", "Câu này đứng trước. Đạt [91%]. Câu này đứng sau."),
        ("Mục trước.\n\nĐạt [91%]\n\nMục sau.", "Đạt [91%]"),
        ("x " * 200 + "[y]" + " z" * 200, "x " * 119 + "[y]" + " z" * 119),
    ],
)  # fmt: skip
def test_the_sentence_around(marked: str, shown: str) -> None:
    before, _, rest = marked.partition("[")
    words, _, after = rest.partition("]")
    left, right = sentence_around(before + words + after, len(before), len(before + words))
    assert f"{left}[{words}]{right}" == shown


@given(st.text())
def test_text_is_never_markup(words: str) -> None:
    assert not set("<>\"'") & set(text(words).replace("&#x27;", ""))
    assert tag("p", words, title=words).count("<") == 2
