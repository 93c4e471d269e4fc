"""Citations as a whole: a footnote gives number, anchor and subject.

Each piece has tables of its own: `test_citation_numbers`, `_lists`, `_named`, `_pinpoints`,
`_relations`, `_subjects`, `_issuers`.
"""

from .support import mined


def test_a_footnote_gives_number_anchor_and_subject() -> None:
    text = (
        "Sở đã tham mưu UBND tỉnh ban hành Kế hoạch tuyên truyền năm 2024¹.\n\n"
        "¹ Quyết định số 271/QĐ-UBND ngày 27/01/2024 của UBND tỉnh\n"
    )
    record = mined(text, province="tỉnh Lâm Hải")
    (citation,) = [c for c in record.citations if c.kind == "numbered"]
    assert (citation.footnote, citation.subject) == (1, "Kế hoạch tuyên truyền năm 2024")
    assert citation.issuer == "Ủy ban nhân dân tỉnh Lâm Hải"
    (footnote,) = record.footnotes
    assert footnote.anchor is not None
    assert text[footnote.anchor.start : footnote.anchor.end] == "¹"
