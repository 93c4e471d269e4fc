"""Short forms that the document itself defines: '(viết tắt là CCHC)', 'thủ tục hành chính (TTHC)'."""

from __future__ import annotations

import re

from ..reading import View, find_definitions
from ..records import Abbreviation

# 'thủ tục hành chính (TTHC)': capitals that are the initials of the words before
_CODE = re.compile(r"[A-ZĐƯ][A-ZĐƯ&]{1,9}")
_WORDS = re.compile(r"[^\W\d_]+")
_LEFT_OUT = frozenset(("và", "của"))
_MORE = 3  # words of a phrase that its code leaves out
_PHRASE_BREAK = re.compile(r"[,;:.()\n“”\"]|\s-\s")


def find_abbreviations(view: View) -> list[Abbreviation]:
    """All definitions, sorted; `long` is the phrase as it stands before the bracket."""
    text = view.text
    found: list[Abbreviation] = []
    for definition in find_definitions(text):
        start, short = definition.start, definition.short.strip()
        long = None
        if definition.said:
            long = _declared_long(text, start, short)
        elif _CODE.fullmatch(short):
            long = _initialled(text, start, short)
        if long:
            found.append(Abbreviation(short=short, long=long, start=start, end=definition.end))
    return found


def _initialled(text: str, end: int, short: str) -> str | None:
    """The words before `end` whose initials spell `short`, in order."""
    letters = short.replace("&", "")
    low = max(end - 120, 0)
    words = _WORDS.findall(text, low, end)[-len(letters) - _MORE :]
    initials = [word[0].upper() for word in words]
    significant = [
        "" if word.lower() in _LEFT_OUT else initial
        for word, initial in zip(words, initials, strict=True)
    ]
    for count in range(len(letters), len(words) + 1):
        if letters in ("".join(significant[-count:]), "".join(initials[-count:])):
            first = list(_WORDS.finditer(text, low, end))[-count]
            return " ".join(text[first.start() : end].split())
    return None


def _declared_long(text: str, end: int, short: str) -> str | None:
    if short.isupper() and (exact := _initialled(text, end, short)):
        return exact
    window = text[max(end - 160, 0) : end]
    breaks = list(_PHRASE_BREAK.finditer(window.rstrip()))
    phrase = window[breaks[-1].end() if breaks else 0 :].strip()
    return " ".join(phrase.split()) or None
