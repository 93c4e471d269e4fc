"""The signature block and the list of recipients at the end of a document."""

from __future__ import annotations

import re
from functools import cache

from ...lexicon import signature_marks, signature_positions
from ...reading import Layout, View
from ...vietnamese import LOWER, UPPER, fold
from .head import MARKUP, columns_of, type_of_line

_TAIL_LINES = 60
# 'Nguyễn Thị Hòa', and of the Central Highlands: 'A Thiu Hnăng', 'Nay H’Nan', 'K’ Brôi'
_NAME_WORD = rf"[{UPPER}](?:[{LOWER}]|['’][{UPPER}{LOWER}]?)*"
_PERSON = re.compile(
    rf"^(?=.*[{LOWER}])(?:(?:TS|ThS|PGS|GS|BS|Ths|CN)\.\s?)*{_NAME_WORD}(?:[\s-]+{_NAME_WORD}){{1,4}}$"
)
_RECIPIENTS = re.compile(r"^(?:Nơi nhận|NƠI NHẬN)\s*:?", re.M)
_BULLET = re.compile(r"^[-–+•*]\s*")


def read_signature(view: View, layout: Layout) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Signer, position and recipients, each None or empty where the document has none."""
    tail = layout.lines[-_TAIL_LINES:]
    columns: list[tuple[int, str]] = []
    for number, (start, end) in enumerate(tail):
        for column in columns_of(view.text[start:end]):
            if text := column.strip(MARKUP):
                columns.append((number, text))
    position_at, position = _position(columns)
    signer = _signer(columns, position_at) if position_at is not None else None
    return signer, position, _recipients(columns)


@cache
def _mark() -> re.Pattern[str]:
    """'KT.', 'TM.', 'T/L' ... and the blanks after it."""
    marks = sorted((re.escape(row.surface) for row in signature_marks()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(marks)})[.\s]+")


@cache
def _positions() -> dict[str, str]:
    return {fold(row.surface): row.position for row in signature_positions()}


def _position(columns: list[tuple[int, str]]) -> tuple[int | None, str | None]:
    """The last line in capitals that names a position: below 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'."""
    for at in range(len(columns) - 1, -1, -1):
        text = columns[at][1].rstrip(" ,.;:")
        bare = _mark().sub("", text)
        if not bare.isupper() or len(bare) > 60:
            continue
        name = _positions().get(fold(text)) or _position_opening(fold(bare))
        if name and (at > 0 or _mark().match(text)):
            if _is_body(columns, at):
                continue
            return at, name
    return None, None


def _position_opening(line: str) -> str | None:
    """The position with the longest name that a folded line begins with, up to a blank."""
    end = len(line)
    while end > 0:
        if name := _positions().get(line[:end]):
            return name
        end = line.rfind(" ", 0, end)
    return None


def _is_body(columns: list[tuple[int, str]], at: int) -> bool:
    """'CHỦ TỊCH' above 'QUYẾT ĐỊNH:' in the head of a decision is no signature."""
    following = [text for _, text in columns[at + 1 : at + 4]]
    return any(type_of_line(text) or text.startswith("Căn cứ") for text in following)


def _signer(columns: list[tuple[int, str]], position_at: int) -> str | None:
    for _, text in columns[position_at + 1 : position_at + 12]:
        name = text.strip("()[] ")
        if _PERSON.match(name):
            return name
    return None


def _recipients(columns: list[tuple[int, str]]) -> tuple[str, ...]:
    start = next((i for i, (_, text) in enumerate(columns) if _RECIPIENTS.match(text)), None)
    if start is None:
        return ()
    found: list[str] = []
    for _, text in columns[start + 1 :]:
        if not _BULLET.match(text):
            if text.isupper() or _PERSON.match(text):
                continue
            if found:
                break
            continue
        found.append(_BULLET.sub("", text).rstrip(" ;./"))
    return tuple(found)
