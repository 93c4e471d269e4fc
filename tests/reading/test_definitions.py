"""Definitions of short names: the bracket, the name in it, and whether the text says that it is one."""

from __future__ import annotations

import pytest

from cchc_mining.reading import definition_at, find_definitions

# All in the manner of reports and legal acts, in our own words.
CASES = [
    ("thủ tục hành chính (viết tắt là TTHC)", "TTHC", True),
    ("Sở Nội vụ (sau đây gọi tắt là Sở)", "Sở", True),
    ("Nghị định này (sau đây gọi là “Nghị định 61”)", "Nghị định 61", True),
    ("Nghị quyết (gọi tắt: NQ 27)", "NQ 27", True),
    ("các cơ quan ( sau  đây được gọi chung là cơ quan )", "cơ quan", True),
    ("Luật Ngân sách nhà nước (sau đây viết tắt là: Luật NSNN)", "Luật NSNN", True),
    ("cải cách hành chính (CCHC)", "CCHC", False),
]


@pytest.mark.parametrize(("text", "short", "said"), CASES)
def test_a_bracket_gives_a_short_name(text: str, short: str, said: bool) -> None:
    (found,) = find_definitions(text)
    assert (found.short, found.said) == (short, said)
    assert text[found.start] == "("
    assert text[found.end - 1] == ")"
    assert text[found.short_start : found.short_end] == short


def test_a_definition_is_read_where_it_opens() -> None:
    text = "Sở Nội vụ (SNV) và Sở Y tế (SYT)"
    found = definition_at(text, text.index(" (SYT"))
    assert found is not None
    assert found.short == "SYT"
    assert definition_at(text, 0) is None
