"""Pinpoints: the places inside a cited act, written before its name or after it.

'điểm a, b khoản 2 Điều 29 Luật ...', 'từ Điều 5 đến Điều 9 của Luật ...', 'Luật Đất đai (Điều 12,
khoản 3)', 'Điều 3 của Quy chế ban hành kèm theo Quyết định số ...', 'Điểm 2, Mục I, Phần II Thông tư
số ...'.  A stretch is read as a row of segments, each a unit with its values; segments that climb
('điểm a khoản 2 Điều 29') or descend ('Điều 29 khoản 2 điểm a') make one path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from msgspec import Struct

from ...records import Pinpoint, Place
from ...vietnamese import UPPER

# Units from the smallest to the largest, as they are written out, with the values that each takes.
_ORDINAL = (
    r"(?:thứ\s+(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})|đầu\s+tiên|cuối\s+cùng)"
)
_LETTER = r"[a-zđ]{1,2}\d?"
_ARABIC = r"\d{1,3}(?:\.\d{1,2})*[a-zđ]{0,2}\d?"
_NUMERAL = r"(?:[IVXL]{1,6}|\d{1,3}(?:\.\d{1,2})*)[a-z]?|[A-H]"
_UNITS: tuple[tuple[str, str, str], ...] = (
    ("gạch đầu dòng", r"[Gg]ạch\s+đầu\s+dòng", rf"{_ORDINAL}|\d{{1,2}}"),
    ("đoạn", r"[Đđ]oạn", rf"{_ORDINAL}|\d{{1,2}}"),
    ("tiết", r"[Tt]iết", rf"{_LETTER}|{_ARABIC}"),
    ("điểm", r"[Đđ]iểm", rf"{_LETTER}|{_ARABIC}"),
    ("khoản", r"[Kk]hoản", _ARABIC),
    ("Điều", r"[Đđ]iều|ĐIỀU", _ARABIC),
    ("tiểu mục", r"[Tt]iểu\s+mục", _NUMERAL),
    ("Mục", r"[Mm]ục", _NUMERAL),
    ("Chương", r"[Cc]hương", _NUMERAL),
    ("Phần", r"[Pp]hần", rf"{_ORDINAL}|{_NUMERAL}"),
    ("Phụ lục", r"[Pp]hụ\s+lục", rf"{_NUMERAL}|[A-Z]\d?"),
    ("Mẫu", r"[Mm]ẫu", _ARABIC),
)
_NAMES = tuple(name for name, _, _ in _UNITS)
_DIEM, _KHOAN, _DIEU = map(_NAMES.index, ("điểm", "khoản", "Điều"))
# 'Phụ lục ban hành kèm theo Nghị định': the only one of its act, it has no number.
_BARE = _NAMES.index("Phụ lục")

_AND = r"(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc|đến)\s+|\s?[-–]\s?)"


def _segment(unit: str, value: str) -> str:
    one = rf"(?:{value})(?![^\W_])"
    return rf"(?:{unit})\s+(?:số\s+)?{one}(?:{_AND}{one}){{0,20}}"


_SEGMENT = "|".join(
    f"(?P<u{level}>{_segment(unit, value)}{'|' + unit if level == _BARE else ''})"
    for level, (_, unit, value) in enumerate(_UNITS)
)
_ANY_SEGMENT = re.sub(r"\?P<u\d+>", "?:", _SEGMENT)
_SEGMENTS = re.compile(_SEGMENT)
_JOINT = r"(?:(?:\s*[,;])?\s*(?:(?:và|hoặc|đến|của|tại|thuộc|trong)\s+)?(?:các\s+|từ\s+)?)"
_EXPRESSION = rf"(?:{_ANY_SEGMENT})(?:{_JOINT}(?:{_ANY_SEGMENT})){{0,11}}"
# Where an expression can begin: the cheap anchor.
_START = re.compile(
    r"[ĐđKkMmCcPpTtGg](?:iều|IỀU|hoản|iểm|oạn|ục|hương|hần|hụ\s+lục|ẫu|iết|iểu\s+mục|ạch\s+đầu)\s"
)
# What may stand between the expression and the act: 'của', or the paper to which it is attached.
_ATTACHED = (
    r"\s*(?:(?:của|thuộc|tại|trong)\s+)?(?:bản\s+)?"
    r"(?:(?:Quy|Kế hoạch|Chương trình|Đề án|Điều lệ|Danh mục|Hướng dẫn|Phương án|Nội quy)\b"
    r"[^,;:()\n]{0,120}?\s)?"
    r"(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo|(?<=hành )(?:theo|tại|bằng))\s+(?:các\s+)?"
)
_BEFORE_ACT = re.compile(
    rf"({_EXPRESSION})(?:(?:\s*,)?\s*(?:(?:của|trong|tại|thuộc)\s+)?(?:các\s+)?|{_ATTACHED})"
)
_NEAR, _FAR, _WRAPPED = 160, 300, 60
_BLANK_LINE = re.compile(r"\n\s*\n")

# After the act: '(Điều 12, khoản 3)', ', tại Điều 66', ' tại khoản 2 Điều 5', ', Điều 35'
_AFTER_ACT = re.compile(  # (The first letters of these words keep most others from being compared.)
    r"\s*(?P<open>\(|,)?\s*(?=[ĐđKkMmCcPpTtGgnqở])"
    r"(?P<at>(?:(?:cụ thể|nhất là|quy định)\s+)?(?:tại|ở)\s+)?(?:các\s+|từ\s+)?"
    rf"(?P<places>{_EXPRESSION})"
)
_ANOTHER_ACT = re.compile(
    r"\s*,?\s*(?:(?:của|trong|tại|thuộc)\s+)?(?:các\s+)?"
    rf"(?:này|đó|nêu|trên|nói|[Đđ]iều\b|[Kk]hoản\b|[{UPPER}])|\s+(?:của|thuộc)\b"
)
_CLOSED = re.compile(r"\s*(?:[.;:,)\n”]|$|(?:và|thì|về|quy định|có)\s)")
_MOST = 60


class Pinpointed(Struct, frozen=True):
    """Pinpoints, where they stand, and whether before or after their act."""

    points: tuple[Pinpoint, ...]
    place: Place
    rule: str


def pinpoints_before(text: str, low: int, start: int) -> Pinpointed | None:
    """The pinpoints that lead up to an act at `start`; nothing before `low` is looked at."""
    words = text[max(start - 20, low) : start]
    reach = _FAR if "kèm theo" in words or "ban hành" in words else _NEAR
    match = _before(text, max(low, start - reach), start)
    if match and not text[low : match.start()].strip():
        # 'khoản 2' at the end of the line before 'Điều 90 Luật ...'
        wrapped = _before(text, max(match.start() - _WRAPPED, 0), start)
        if wrapped and not _BLANK_LINE.search(wrapped[0]):
            match = wrapped
    return Pinpointed(_read(match[1]), match.span(1), "before") if match else None


def _before(text: str, low: int, start: int) -> re.Match[str] | None:
    for anchor in _START.finditer(text, low, start):
        at = anchor.start()
        if text[at - 1 : at].isalpha():
            continue
        if match := _BEFORE_ACT.fullmatch(text, at, start):
            return match
    return None


def pinpoints_after(text: str, end: int, following: int | None) -> Pinpointed | None:
    """The pinpoints that follow an act which ends at `end`.

    `following` is where the next cited act begins: what leads up to it is its own.
    """
    match = _AFTER_ACT.match(text, end, end + _NEAR)
    if not match:
        return None
    start, stop = match.span("places")
    if following is not None and (
        following < stop
        or (following - stop < _NEAR and _BEFORE_ACT.fullmatch(text, start, following))
    ):
        return None
    if _ANOTHER_ACT.match(text, stop, stop + _WRAPPED) or not (
        match["at"] or _CLOSED.match(text, stop)
    ):
        return None
    return Pinpointed(_read(match["places"]), (start, stop), "after")


# -- Reading an expression ---------------------------------------------------------------------


class _Segment(Struct, frozen=True):
    level: int
    values: tuple[str, ...]
    is_joined: bool = True  # no comma or 'và' parts it from the segment before: 'khoản 2 Điều 5'
    is_range_end: bool = False  # 'đến' stands before it
    opens_group: bool = False  # ';' stands before it


_RANGE = re.compile(r"\s*(?:đến|[-–])\s*")
_LISTED = re.compile(r"[,;]|và|hoặc|đến")
_ONE_VALUE = re.compile(rf"{_ORDINAL}|[^\s,;–-]+")


def _read(expression: str) -> tuple[Pinpoint, ...]:
    """One pinpoint an article or leaf; a single one keeps the words as written."""
    paths: list[_Path] = []
    for group in _groups(_segments(expression)):
        segments = _merged(group)
        paths += _descending(segments) if _descends(segments) else _climbing(segments)
    del paths[_MOST:]
    if len(paths) == 1:
        return (_pinpoint(paths[0], " ".join(expression.split())),)
    return tuple(_pinpoint(path, _in_words(path)) for path in dict.fromkeys(paths))


def _segments(expression: str) -> list[_Segment]:
    found: list[_Segment] = []
    last = 0
    for match in _SEGMENTS.finditer(expression):
        level = int((match.lastgroup or "u0")[1:])
        between = expression[last : match.start()]
        found.append(
            _Segment(
                level,
                _values(match[0], level),
                is_joined=not _LISTED.search(between),
                is_range_end="đến" in between,
                opens_group=";" in between,
            )
        )
        last = match.end()
    return found


def _groups(segments: list[_Segment]) -> list[list[_Segment]]:
    """Parted at semicolons, where each part names its own article: 'khoản 1 Điều 5; Điều 7'."""
    groups: list[list[_Segment]] = []
    for segment in segments:
        if segment.opens_group or not groups:
            groups.append([])
        groups[-1].append(segment)
    if all(any(segment.level == _DIEU for segment in group) for group in groups):
        return groups
    return [segments]


def _values(words: str, level: int) -> tuple[str, ...]:
    """'khoản 1, 3 và 5' -> ('1', '3', '5'); 'Điều 5 đến 9' -> ('5', ..., '9')."""
    unit = re.match(_UNITS[level][1], words)
    rest = re.sub(r"^\s+(?:số\s+)?", "", words[unit.end() if unit else 0 :])
    values: list[str] = []
    last = 0
    for match in _ONE_VALUE.finditer(rest):
        if match[0] in ("và", "hoặc", "đến"):
            continue
        between = rest[last : match.start()]
        last = match.end()
        values += (
            _range(values[-1], match[0]) if _RANGE.fullmatch(between) and values else [match[0]]
        )
    return tuple(values) or ("",)


def _range(first: str, last: str) -> list[str]:
    """What follows `first` in a range, through `last`."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < _MOST:
        return [str(value) for value in range(int(first) + 1, int(last) + 1)]
    return [last]


def _merged(segments: Sequence[_Segment]) -> list[_Segment]:
    """'Điều 48 và Điều 49' is one segment of two values; 'khoản 2 Điều 48 và Điều 49' are two places."""
    merged: list[_Segment] = []
    for segment in segments:
        previous = merged[-1] if merged else None
        ends_climb = len(merged) > 1 and merged[-2].level < merged[-1].level
        if previous and previous.level == segment.level and not (segment.is_joined or ends_climb):
            values = segment.values
            if segment.is_range_end:
                values = (*_range(previous.values[-1], values[0]), *values[1:])
            merged[-1] = _Segment(segment.level, previous.values + values, previous.is_joined)
        else:
            merged.append(segment)
    return merged


_Path = tuple[tuple[int, str], ...]  # (level, value), from the smallest unit to the largest


def _descends(segments: Sequence[_Segment]) -> bool:
    """'Điều 12, khoản 3', unlike 'Điều 5, khoản 2 Điều 7', where an article closes the climb."""
    if len(segments) < 2 or segments[0].level < _DIEU or segments[1].level >= segments[0].level:
        return False
    return not any(
        segment.is_joined and segment.level >= _DIEU > previous.level
        for previous, segment in pairwise(segments)
    )


def _climbing(segments: Sequence[_Segment]) -> Iterator[_Path]:
    """Runs that climb; one that stops below the article goes on as the run after it does."""
    runs: list[list[_Segment]] = []
    for segment in segments:
        if runs and runs[-1][-1].level < segment.level:
            runs[-1].append(segment)
        else:
            runs.append([segment])
    following: list[_Segment] = []
    for run in reversed(runs):
        if run[-1].level < _DIEU:
            run += [segment for segment in following if segment.level > run[-1].level]
        following = run
    for run in runs:
        yield from _paths(run)


def _descending(segments: Sequence[_Segment]) -> Iterator[_Path]:
    """What is smaller belongs to the last of the larger: 'Điều 5, 7 khoản 2' is 5 and 7.2."""
    path: list[_Segment] = []  # from the largest unit down
    for segment in segments:
        if path and segment.level >= path[-1].level:
            yield from _paths(path[::-1])
            path = [above for above in path if above.level > segment.level]
        elif path:
            *alone, last = path[-1].values
            for value in alone:
                yield from _paths([_Segment(path[-1].level, (value,)), *path[-2::-1]])
            path[-1] = _Segment(path[-1].level, (last,))
        path.append(segment)
    yield from _paths(path[::-1])


def _paths(run: Sequence[_Segment]) -> Iterator[_Path]:
    levels = [segment.level for segment in run]
    # the larger unit is the outer loop, so that articles stay in order
    for values in product(*(segment.values for segment in reversed(run))):
        yield tuple(zip(levels, reversed(values), strict=True))


def _pinpoint(path: _Path, text: str) -> Pinpoint:
    at = dict(path)
    return Pinpoint(text=text, dieu=at.get(_DIEU), khoan=at.get(_KHOAN), diem=at.get(_DIEM))


def _in_words(path: _Path) -> str:
    return " ".join(f"{_NAMES[level]} {value}".strip() for level, value in path)
