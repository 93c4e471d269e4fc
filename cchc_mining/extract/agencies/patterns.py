"""Building blocks of the patterns: letters, words, and many phrases as one regex."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import lru_cache

from ...vietnamese import UPPER, fold

# Footnote marks count as word characters to `re`, but end a word: 'Chính phủ¹'.
_MARKS = "⁰¹²³⁴-⁹"
LETTER = rf"[^\W_{_MARKS}]"
# Where a word ends, and what is left of it.
END = rf"(?![^\W{_MARKS}])"
TO_END = rf"[^\W{_MARKS}]*+"
# 'Khánh', 'FPT', 'H'leo': one capitalised word.
CAPITAL = rf"[{UPPER}](?:{LETTER}|['’](?=[a-z{UPPER}]))*"

# Where phrases are compared, blanks around these do not count: 'LĐ - TB & XH'.
_JOINT = re.compile(r"\s*([-,&/])\s*")
# A word or one of the marks that join words, with the blanks before it.
_TOKEN = re.compile(rf"\s*({LETTER}+|[-–&,/.])")


@lru_cache(maxsize=8192)
def phrase_key(phrase: str) -> str:
    """What two spellings of one name share: case, tone placement, blanks, dashes.

    >>> phrase_key('Sở LĐ - TB&XH') == phrase_key('sở lđ-tb & xh')
    True
    """
    return _JOINT.sub(r"\1", fold(phrase))


class _Node:
    """A place in the tree of phrases: what may come next, and the keys of what ends here."""

    __slots__ = ("code", "key", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.key: str | None = None
        self.code: str | None = None

    def go_on(self, word: str) -> _Node:
        """The place that a word leads to, as it is mostly written: no letter is folded to look it up."""
        following = self.next.setdefault(word, _Node())
        for written in (word.capitalize(), word.upper()):
            self.next.setdefault(written, following)
        return following


class Phrases:
    """Many phrases, of which the longest is found that begins at a position of a text.

    Words are compared in any case, since officials write 'Sở Giao thông Vận Tải' and 'Khánh hòa';
    but a phrase in capitals only ('SNV') is a code and must be written in capitals.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._root = _Node()
        self.first_words: set[str] = set()
        for phrase in phrases:
            self._add(phrase)

    def _add(self, phrase: str) -> None:
        key = phrase_key(phrase)
        node = self._root
        for word in _TOKEN.findall(key):
            if word == "-":  # an en dash in the text leads to the same place
                node.next.setdefault("–", node.next.setdefault("-", _Node()))
            node = node.go_on(word)
        if phrase.upper() == phrase:
            node.code = key
        else:
            node.key = key
        if first := _TOKEN.match(phrase):
            self.first_words.add(first[1])

    def longest(
        self, text: str, position: int, limit: int = sys.maxsize, word: str = ""
    ) -> tuple[int, str] | None:
        """The end and the key of the longest phrase that begins at a position.

        `word` is the one that stands there, where it was read already.
        """
        best: tuple[int, str] | None = None
        node, end = self._root, position + len(word)
        while True:
            if not word:
                match = _TOKEN.match(text, end, limit) if node.next else None
                if match is None:
                    return best
                word, end = match[1], match.end()
            following = node.next.get(word) or node.next.get(word.lower())
            if following is None:
                return best
            node, word = following, ""
            if node.key:
                best = end, node.key
            elif node.code and text[position:end].isupper():
                best = end, node.code
