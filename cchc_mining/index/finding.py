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
_WORD = re.compile(r"\w+")
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")
_AROUND = 100


class Query(Struct, frozen=True):
    """Words and "phrases" to find together in one passage, with or without tones."""

    terms: tuple[tuple[str, ...], ...]
    column: str

    @property
    def match(self) -> str:
        """The query for FTS5; every term is quoted, so that nothing in it is an operator."""
        phrases = (f'"{" ".join(words)}"' for words in self.terms)
        return f"{self.column} : ({' AND '.join(phrases)})"

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
    """Where the terms of a query stand in a text, in order, as spans of the text."""
    clusters = list(_CLUSTER.finditer(text))
    folded = [query.normal(cluster[0]) for cluster in clusters]
    # from each folded character back to the cluster it came from
    origin = [i for i, piece in enumerate(folded) for _ in piece]
    normal = modern_tones("".join(folded))  # 'oà' is two clusters; the length stays
    found: set[Place] = set()
    for words in query.terms:
        pattern = r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"(?!\w)"
        for match in re.finditer(pattern, normal):
            first, last = clusters[origin[match.start()]], clusters[origin[match.end() - 1]]
            found.add((first.start(), last.end()))
    return sorted(found)


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
