"""Many phrases as one pattern: it finds what trying them one by one, the longest first, finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.vietnamese import alternation

# Own wording; none of these cases tuned the code.
PHRASES = ["công văn", "công", "công điện", "điện", "thông tư liên tịch", "thông tư", "(khóa XI)"]
FOUND = [
    ("công văn số 5", "công văn"),
    ("công việc", "công"),
    ("theo thông tư liên  tịch", "thông tư liên  tịch"),
    ("thông tư liên bộ", "thông tư"),
    ("Nghị quyết (khóa XI)", "(khóa XI)"),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_the_longest_phrase_is_found(text: str, found: str) -> None:
    match = re.search(alternation(PHRASES), text)
    assert match is not None
    assert match[0] == found


def test_a_phrase_goes_back_to_a_shorter_one_where_the_rest_asks_for_it() -> None:
    match = re.search(alternation(["đăng", "đăng tải"], " ") + r"(?! tin)", "đăng tải tin")
    assert match is not None
    assert match[0] == "đăng"


@pytest.mark.parametrize(
    ("text", "found"),
    [("Kế hoạch", True), ("theo Kế hoạch", True), ("Sở Kế hoạch", False), ("xKế hoạch", False)],
)
def test_what_must_not_stand_before(text: str, found: bool) -> None:
    pattern = alternation(["Kế hoạch", "Quy chế"], " ", not_after=(r"[^\W_]", "Sở "))
    assert (re.search(pattern, text) is not None) == found


words = st.text("aăbđ ", min_size=1, max_size=5).filter(lambda word: word == word.strip())


@given(st.lists(words, min_size=1, max_size=8), st.text("aăbđ ", max_size=20))
def test_it_finds_what_each_phrase_alone_finds(phrases: list[str], text: str) -> None:
    longest_first = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    found = [match.span() for match in re.finditer(alternation(phrases, " "), text)]
    assert found == [match.span() for match in re.finditer(longest_first, text)]
