"""Full-text search: a user's words to a query, and the place where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ..records import Place
from ..vietnamese import modern_tones
from .passages import has_tones, plain, toned
from .problems import QuestionError

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")
_BLANK = re.compile(r"\s")
WORDS_AROUND = 80
_AROUND = 100


class Query(Struct, frozen=True):
    """Words and "phrases" to find together in one passage, with or without tones."""

    terms: tuple[tuple[str, ...], ...]
    column: str

    @property
    def matches(self) -> tuple[str, ...]:
        """Queries for FTS5, the closest first: all words in a row, then every term somewhere.

        Every term is quoted, so that nothing in it is an operator.
        """
        phrases = [f'"{" ".join(words)}"' for words in self.terms]
        in_a_row = f'"{" ".join(self.in_a_row)}"'
        queries = dict.fromkeys((in_a_row, " AND ".join(phrases)))
        return tuple(f"{self.column} : ({query})" for query in queries)

    @property
    def in_a_row(self) -> tuple[str, ...]:
        """All words of the query."""
        return tuple(word for words in self.terms for word in words)

    def normal(self, text: str) -> str:
        """A text in the form in which this query's words are compared."""
        return toned(text) if self.column == "toned" else plain(text)


def read_query(text: str, column: str | None = None) -> Query:
    """A query from what a user typed.

    Typed with tones, they must agree; typed without, they do not matter, and d finds đ.  Raises
    UsageError where there is no word in it.
    """
    column = column or ("toned" if has_tones(text) else "plain")
    form = toned if column == "toned" else plain
    terms = tuple(
        tuple(words)
        for phrase, word in _PHRASE.findall(form(text))
        if (words := _WORD.findall(phrase or word))
    )
    if not terms:
        raise QuestionError("nothing-to-search", text=text)
    return Query(terms, column)


def words_for(text: str) -> str:
    """A toneless FTS5 query that asks for every word of a text; '' where it has none."""
    return " AND ".join(f'"{word}"' for word in _WORD.findall(plain(text)))


def find_terms(query: Query, text: str) -> list[Place]:
    """Where a query's words stand in a row in a text, else where its terms stand; spans, in order."""
    clusters = list(_CLUSTER.finditer(text))
    folded = [query.normal(cluster[0]) for cluster in clusters]
    # from each folded character back to the cluster it came from
    origin = [i for i, piece in enumerate(folded) for _ in piece]
    normal = modern_tones("".join(folded))  # 'oà' is two clusters; the length stays
    found = _matches(query.in_a_row, normal) or {
        match for words in query.terms for match in _matches(words, normal)
    }
    return sorted(
        (clusters[origin[start]].start(), clusters[origin[end - 1]].end()) for start, end in found
    )


def _matches(words: Sequence[str], text: str) -> set[Place]:
    """Where words stand in a row."""
    pattern = r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, words)) + r"(?![^\W_])"
    return {match.span() for match in re.finditer(pattern, text)}


def words_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Some whole words before and after a span."""
    left, right = max(start - WORDS_AROUND, 0), min(end + WORDS_AROUND, len(text))
    if left and (blank := _BLANK.search(text, left, start)):
        left = blank.end()
    if right < len(text):
        right = _last_gap(text, end, right)
    return text[left:start], text[end:right]


def _last_gap(text: str, start: int, end: int) -> int:
    """Where the last blanks of a stretch begin; its end where it has none.

    Asked for every mention shown: a pattern, which looks from the front, takes eight times as long.
    """
    gap = end
    while gap > start and not text[gap - 1].isspace():
        gap -= 1
    if gap == start:
        return end
    while gap > start and text[gap - 1].isspace():
        gap -= 1
    return gap


def snippet_around(text: str, places: Sequence[Place]) -> Place:
    """The stretch of a text to show: around its first match, cut at blanks."""
    start, end = places[0] if places else (0, 0)
    left = max(start - _AROUND, 0)
    right = min(max(end, start) + _AROUND, len(text))
    if left:
        left = text.find(" ", left, start) + 1 or left
    if right < len(text):
        right = max(text.rfind(" ", end, right), end)
    return left, right
