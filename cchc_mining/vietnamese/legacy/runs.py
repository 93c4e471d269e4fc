"""A document's pieces of text, each in one font, restored to Unicode.

Each stretch of text is judged by what stands in it; what is too short to tell goes with the
letters it is joined to, then with what is nearest in the same font, then with all of that font.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from .conversion import ENCODINGS, WORD, Encoding, convert, count_codes
from .evidence import Evidence, Verdict, judge, may_be_legacy, weigh, words_of
from .fonts import hint_of, is_symbols

_MANY_WORDS = 3
_LINE_END = re.compile(r"[\r\n]")


class Run(Struct, frozen=True, gc=False):
    """A piece of text and the name of its font, null where the format tells none.

    A line end parts what stands before it from what follows.
    """

    text: str
    font: str | None = None


class Restored(Struct, frozen=True):
    """The texts of the runs in Unicode, and how many characters were codes of which encoding."""

    texts: list[str]
    codes: dict[Encoding, int]


class _Stretch(Struct):
    """Runs beside one another in one font; `first` to `stop` are their numbers."""

    font: str | None
    first: int
    stop: int
    evidence: Evidence
    has_codes: bool
    joined: bool  # to the letters of the stretch before
    verdict: Verdict | None = None


def restore(runs: Sequence[Run]) -> Restored | None:
    """The runs in Unicode; null where none is in an encoding from before it."""
    if not any(may_be_legacy(run.text) for run in runs):
        return None
    words: dict[str | None, set[str]] = {}
    stretches = list(_stretches(runs, words))
    fonts: dict[str | None, Verdict | None] = {
        font: judge(weigh(found), _encoding(font)) for font, found in words.items()
    }
    for stretch in stretches:
        hint = None if fonts[stretch.font] == "Unicode" else _encoding(stretch.font)
        stretch.verdict = judge(stretch.evidence, hint)
    trusted = _trusted(stretches)
    _follow_letters(stretches)
    _follow_document(stretches)
    _follow_nearest(stretches, trusted)
    found: set[Verdict | None] = {stretch.verdict for stretch in stretches}
    for stretch in stretches:
        if stretch.verdict is None and stretch.has_codes:
            verdict = fonts[stretch.font] or _known(_encoding(stretch.font), found)
            stretch.verdict = _if_sensible(stretch, verdict, trusted)
    if not any(stretch.verdict in ENCODINGS for stretch in stretches):
        return None
    return _converted(runs, stretches)


def _encoding(font: str | None) -> Encoding | None:
    hint = hint_of(font)
    return hint.encoding if hint else None


def _known(hint: Encoding | None, found: set[Verdict | None]) -> Verdict | None:
    """The encoding that a font tells, if anything else is in it."""
    return None if found.isdisjoint((hint,)) else hint


def _stretches(runs: Sequence[Run], words: dict[str | None, set[str]]) -> Iterator[_Stretch]:
    """The stretches in their order; their words are added to those of their fonts."""
    first, before = 0, ""
    while first < len(runs):
        font, stop = runs[first].font, first + 1
        while (
            stop < len(runs)
            and runs[stop].font == font
            and not _LINE_END.search(runs[stop - 1].text)
        ):
            stop += 1
        text = "".join(run.text for run in runs[first:stop])
        own: set[str] = set() if is_symbols(font) else set(words_of(text))
        words.setdefault(font, set()).update(own)
        yield _Stretch(font, first, stop, weigh(own), bool(own), _is_joint(before, text))
        first, before = stop, text


def _is_joint(before: str, after: str) -> bool:
    """Whether a word goes on from one text to the next."""
    return WORD.match(before[-1:]) is not None and WORD.match(after[:1]) is not None


def _trusted(stretches: list[_Stretch]) -> set[str | None]:
    """The fonts of which all stretches that can be told are in one and the same encoding."""
    found: dict[str | None, set[Verdict]] = {}
    for stretch in stretches:
        if stretch.verdict is not None:
            found.setdefault(stretch.font, set()).add(stretch.verdict)
    return {
        font
        for font, verdicts in found.items()
        if len(verdicts - {"Unicode"}) == len(verdicts) == 1
    }


def _follow_letters(stretches: list[_Stretch]) -> None:
    """Parts of words go with the rest of their word, whatever font that is in."""
    for before, after in pairwise(stretches):
        if after.joined:
            _follow(after, before)
    for after, before in pairwise(reversed(stretches)):
        if after.joined:
            _follow(before, after)


def _follow(stretch: _Stretch, other: _Stretch) -> None:
    evidence = stretch.evidence
    if stretch.verdict is None and stretch.has_codes and evidence.words <= 1:
        stretch.verdict = other.verdict


def _follow_document(stretches: list[_Stretch]) -> None:
    """Few words that all make sense in the encoding that most other stretches are in are in it."""
    found = Counter(stretch.verdict for stretch in stretches)
    verdict = max(ENCODINGS, key=lambda encoding: found[encoding])
    if found[verdict]:
        for stretch in stretches:
            if stretch.verdict is None and stretch.evidence.words:
                words = _words_in(stretch.evidence, verdict)
                if words == stretch.evidence.words and words > stretch.evidence.unicode:
                    stretch.verdict = verdict


def _words_in(evidence: Evidence, verdict: Verdict | None) -> int:
    return evidence.tcvn3 if verdict == "TCVN3" else evidence.vni


def _follow_nearest(stretches: list[_Stretch], trusted: set[str | None]) -> None:
    """What is undecided goes with the nearest decided stretch in its font."""
    told: list[dict[int, int]] = []
    for order in (range(len(stretches)), range(len(stretches) - 1, -1, -1)):
        last: dict[str | None, int] = {}
        nearest: dict[int, int] = {}
        for i in order:
            stretch = stretches[i]
            if stretch.verdict is not None:
                last[stretch.font] = i
            elif stretch.has_codes and stretch.font in last:
                nearest[i] = last[stretch.font]
        told.append(nearest)
    for i in told[0].keys() | told[1].keys():
        near = min((other[i] for other in told if i in other), key=lambda j: abs(i - j))
        stretches[i].verdict = _if_sensible(stretches[i], stretches[near].verdict, trusted)


def _if_sensible(
    stretch: _Stretch, verdict: Verdict | None, trusted: set[str | None]
) -> Verdict | None:
    """A verdict taken over, unless the words of the stretch contradict it.

    Signs alone ('®') follow only in fonts that tell an encoding.  Words that make no sense either
    way ('xim¨ng') follow in fonts that can be trusted: few of them, or in such a font.
    """
    evidence = stretch.evidence
    if verdict not in ENCODINGS:
        return verdict
    told = hint_of(stretch.font) is not None
    if not evidence.words:
        return verdict if told else None
    found = _words_in(evidence, verdict)
    follows = stretch.font in trusted and (told or evidence.words < _MANY_WORDS)
    least = 0 if follows else max(1, evidence.words / 2)
    return verdict if found >= max(least, evidence.unicode) else None


def _converted(runs: Sequence[Run], stretches: list[_Stretch]) -> Restored:
    texts = [run.text for run in runs]
    codes: Counter[Encoding] = Counter()
    found = {stretch.verdict for stretch in stretches}
    for stretch in stretches:
        hint, verdict = hint_of(stretch.font), stretch.verdict
        if verdict is None and not stretch.has_codes and hint and hint.capitals:
            verdict = hint.encoding if hint.encoding in found else None
        if verdict is None or verdict == "Unicode":
            continue
        shown_as_capitals = hint is not None and hint.capitals
        for i in range(stretch.first, stretch.stop):
            codes[verdict] += count_codes(texts[i], verdict)
            texts[i] = convert(texts[i], verdict)
            if shown_as_capitals:
                texts[i] = texts[i].upper()
    return Restored(texts, dict(codes))
