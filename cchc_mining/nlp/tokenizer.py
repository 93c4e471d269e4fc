"""Words of Vietnamese as spaCy tokens that align with the characters of the text.

underthesea joins syllables to words ('cải cách' 'hành chính'); its words are found again in the text,
so that no character is changed, lost or made up, whatever blanks and marks stand there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, cast

from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry

from ..errors import UsageError

Segmenter = Literal["underthesea", "syllables"]

_LINE = re.compile(r"[^\r\n]+")
_SYLLABLE = re.compile(r"\w+(?:[.,/-]\w+)*|[^\w\s]")
_PIECE = re.compile(r"\S+")


def _underthesea(line: str) -> list[str]:
    """The words of a line; tokens are taken as they stand, not normalised."""
    try:
        import underthesea
    except ImportError as error:
        raise UsageError(
            "words need underthesea: pip install 'cchc-mining[spacy]', or take segmenter='syllables'"
        ) from error
    return cast(Any, underthesea).word_tokenize(line, use_token_normalize=False)


_SEGMENTERS: dict[Segmenter, Callable[[str], list[str]]] = {
    "underthesea": _underthesea,
    "syllables": _SYLLABLE.findall,
}


def token_spans(text: str, segmenter: Segmenter = "underthesea") -> Iterator[tuple[int, int]]:
    """Where the words of a text stand; between them is nothing but blanks.

    What the segmenter leaves out becomes words of its own.
    """
    words_of = _SEGMENTERS[segmenter]
    for line in _LINE.finditer(text):
        at = line.start()
        for word in words_of(line[0]):
            found = _find(text, word, at, line.end())
            if found:
                yield from _pieces(text, at, found[0])
                yield found
                at = found[1]
        yield from _pieces(text, at, line.end())


def _find(text: str, word: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a word stands next, whatever blanks are between its syllables."""
    first = last = -1
    for syllable in word.split():
        place = text.find(syllable, start, end)
        if place < 0 or (first >= 0 and text[start:place].strip()):
            return None
        first = place if first < 0 else first
        start = last = place + len(syllable)
    return (first, last) if first >= 0 else None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in _PIECE.finditer(text, start, end):
        yield piece.span()


class VietnameseTokenizer(DummyTokenizer):
    """Text to a Doc whose `text` is that text, character for character.

    `segmenter`: 'underthesea' (words of several syllables) or 'syllables' (faster, and needs nothing
    installed).
    """

    def __init__(self, vocab: Any, segmenter: Segmenter = "underthesea") -> None:
        self.vocab = vocab
        self.segmenter: Segmenter = segmenter

    def __reduce__(self) -> tuple[Any, ...]:
        return VietnameseTokenizer, (self.vocab, self.segmenter)

    def __call__(self, text: str) -> Doc:
        """The words of a text as a Doc."""
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for start, end in token_spans(text, self.segmenter):
            _add_blanks(text[at:start], words, spaces)
            words.append(text[start:end])
            spaces.append(False)
            at = end
        _add_blanks(text[at:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)


def _add_blanks(blanks: str, words: list[str], spaces: list[bool]) -> None:
    """One blank belongs to the word before it; what is more is a token, as everywhere in spaCy."""
    if blanks.startswith(" ") and spaces and not spaces[-1]:
        spaces[-1] = True
        blanks = blanks[1:]
    if blanks:
        words.append(blanks)
        spaces.append(False)


@registry.tokenizers("cchc.VietnameseTokenizer.v1")
def create_tokenizer(segmenter: Segmenter = "underthesea") -> Callable[[Any], VietnameseTokenizer]:
    """What spaCy's configuration names as the tokenizer."""

    def tokenizer(nlp: Any) -> VietnameseTokenizer:
        return VietnameseTokenizer(nlp.vocab, segmenter)

    return tokenizer
