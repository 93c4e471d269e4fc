"""What notebooks show: everything from a document is escaped, every mention is marked where it stands."""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining import mine_text
from cchc_mining.records import Citation, DateMention, Finding, Indicator, MarkedText, Record, Words

HOSTILE = "<script>alert('x')</script> & \"quoted\""


def page(value: object) -> str:
    """What it shows, checked to be well-formed."""
    html = value._repr_html_()  # type: ignore[attr-defined]
    ElementTree.fromstring(f"<div>{html}</div>")
    return html


@pytest.mark.parametrize(
    "value",
    [
        Record(source=HOSTILE, error=HOSTILE),
        Record(
            source="a.txt",
            citations=(Citation(start=0, end=1, text=HOSTILE, issuer=HOSTILE),),
            indicators=(Indicator(start=0, end=1, text=HOSTILE, value=1, label=HOSTILE),),
        ),
        Finding(
            finding_id="1",
            check="x",
            severity="error",
            source=HOSTILE,
            text=HOSTILE,
            message=Words(HOSTILE, HOSTILE),
            arithmetic=HOSTILE,
        ),
        MarkedText(HOSTILE, (DateMention(start=3, end=9, text=HOSTILE[3:9], value=HOSTILE),)),
    ],
)
def test_nothing_from_a_document_becomes_markup(value: object) -> None:
    html = page(value)
    assert "<script" not in html
    assert HOSTILE in unescape(re.sub(r"</?mark[^>]*>", "", html))


def test_long_lists_are_cut_and_say_so() -> None:
    many = tuple(Citation(start=i, end=i + 1, text=f"số {i}") for i in range(30))
    html = page(Record(source="a.txt", citations=many))
    assert html.count("<tr>") == 1 + 8
    assert "22 more" in html


spans = st.tuples(st.integers(0, 20), st.integers(1, 8))


@given(st.text("<>&ắđ \n", min_size=28, max_size=40), st.lists(spans, max_size=6))
def test_marks_leave_the_text_and_cover_the_mentions(
    text: str, found: list[tuple[int, int]]
) -> None:
    mentions = tuple(
        DateMention(start=start, end=start + length, text=text[start : start + length])
        for start, length in found
    )
    html = page(MarkedText(text, mentions))
    assert unescape(re.sub(r"<[^>]*>", "", html)) == text
    covered = {i for mention in mentions for i in range(mention.start, mention.end)}
    depth, at, marked = 0, 0, set[int]()
    for token in re.findall(r"<[^>]*>|&[^;]*;|.", html, re.S):
        if token.startswith("<"):
            depth += {"<mark": 1, "</mar": -1}.get(token[:5], 0)
        else:
            if depth:
                marked.add(at)
            at += 1
    assert marked == covered


def test_a_mined_text_shows_what_was_read() -> None:
    text = "Căn cứ Quyết định số 12/QĐ-UBND ngày 03/4/2024 của UBND tỉnh, năm 2024 đạt 95,5%."
    record = mine_text(text)
    assert "12/QĐ-UBND" in page(record)
    assert "2024-04-03" in page(record.marked(text))
