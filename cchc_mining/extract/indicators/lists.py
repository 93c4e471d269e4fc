"""'lần lượt là a, b, c': figures dealt out in order to the subjects named before them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from . import words
from .elided import listed_owner
from .model import Figure, Sentence
from .phrasing import without_superlative
from .places import find_territories

_IN_TURN = re.compile(
    r"(?<!\w)lần lượt(?: là| đạt| được|:)*(?: các mức)?\s*(?:là|:|đạt)?\s*$"
    rf"|(?<!\w)lần lượt (?P<done>(?:{words.VERBS})(?: [^\W\d_]+){{0,2}})\s*$"
)
# '..., cao hơn năm 2019 tương ứng 48 và 19 vụ': to the same ones again
_AGAIN = re.compile(r"(?<!\w)(?:tương ứng|lần lượt)(?: là| đạt| tăng| giảm| với|:)*\s*$")
_BETWEEN = re.compile(r"\s*(?:,|;|và|, và)\s*")
_SEPARATOR = re.compile(r"\s*;\s*|\s*,\s*(?:và\s+)?|\s+và\s+")
_DONE = re.compile(r"(?!với |có |tỷ lệ |tỉ lệ |số )[^\d,;:.()]*")
# 'dẫn đầu với', 'được giao', 'đạt'; but not of all alike or together: 'cùng ban hành', 'mỗi sở có'
_DONE_BY_EACH = re.compile(r"(?:(?!(?:cùng|đều|tổng|chung|mỗi)(?!\w))[^\d,;:.()])+")
_LONGEST_JOINT = 5  # characters of ', và '
_LONGEST_VERB = 50  # characters between those who act and 'lần lượt'
_TELLS = re.compile(r" (?:có|đạt|còn|chiếm|được) ")  # what follows the last of several
_OF = re.compile(r"(?<!\w)(?:của|tại|ở|đối với)\s+")
_NAME_OPENS = re.compile(
    r"(?:[A-ZĐ]|các |cấp |khối |huyện |xã |thành phố |thị xã |tỉnh |phường |quận )"
)


def distribute(sentence: Sentence, body: str) -> None:
    """Give the figures of such a list their labels and whose they are; `body` is the whole text."""
    figures = sentence.figures
    if len(figures) < 2:
        return
    if "lần lượt" not in sentence.low:
        _deal_out_untold(sentence)
        return
    dealt: list[Figure] = []
    for index, figure in enumerate(figures):
        in_turn = _IN_TURN.search(sentence.low, figure.lead_start, figure.lead_end)
        if dealt and _deal_again(sentence, dealt, figures[index:]):
            dealt = []
        elif in_turn:
            run = _run(sentence, figures[index:])
            if len(run) > 1:
                _deal_out(sentence, run, figure.lead_start, in_turn, body)
                dealt = run


def _deal_out_untold(sentence: Sentence) -> None:
    """Deal out to as many who did it though the words do not say so: 'Sở A và Sở B dẫn đầu với 91,77
    điểm và 90,02 điểm'."""
    figures = sentence.figures
    dealt = 0  # up to which figure the sentence is looked at
    for index, (figure, following) in enumerate(pairwise(figures)):
        if index < dealt or following.lead_end - figure.noun_end > _LONGEST_JOINT:
            continue
        run = _run(sentence, figures[index:])
        dealt = index + len(run)
        if len(run) > 1 and len({figure.noun for figure in run if figure.noun}) < 2:
            _deal_to_all(sentence, run)


def _deal_to_all(sentence: Sentence, run: list[Figure]) -> None:
    """Deal figures out to the actors of the list before them, if they are as many."""
    first, last = run[0], run[-1]
    actors = _actors(sentence, 0, first.a)
    if len(actors) != len(run) or first.a - actors[-1].end > _LONGEST_VERB:
        return
    if not _DONE_BY_EACH.fullmatch(sentence.low, actors[-1].end, first.a):
        return
    for figure, actor in zip(run, actors, strict=True):
        figure.entity = [actor.name]
        if figure.unit is None:
            figure.unit, figure.kind = last.unit, last.kind


class _Actor(NamedTuple):
    """An agency or a territory of a list, at offsets of the sentence."""

    start: int
    end: int
    name: str
    text: str


def _actors(sentence: Sentence, start: int, end: int) -> list[_Actor]:
    """The agencies and territories that the last list in a stretch names."""
    agencies = sentence.names_in(start, end)
    actors = [
        _Actor(n.start, n.end, n.mention.name, n.mention.text) for n in agencies if n.mention.name
    ]
    for place in find_territories(sentence, start, end):
        actors.append(
            _Actor(place.start, place.end, place.name, sentence.text[place.start : place.end])
        )
    actors.sort()
    first = len(actors) - 1
    while first > 0 and sentence.low[actors[first - 1].end : actors[first].start] in words.JOINTS:
        first -= 1
    return actors[max(first, 0) :]


def _deal_again(sentence: Sentence, dealt: list[Figure], figures: list[Figure]) -> bool:
    """Whether figures that follow a list are dealt out to the same ones."""
    first = figures[0]
    if not _AGAIN.search(sentence.low, first.lead_start, first.a):
        return False
    run = _run(sentence, figures)
    if len(run) != len(dealt) or sentence.names_in(dealt[-1].b, first.a):
        return False
    for figure, same in zip(run, dealt, strict=True):
        figure.entity = same.entity
    return True


def _deal_out(
    sentence: Sentence, run: list[Figure], start: int, in_turn: re.Match[str], body: str
) -> None:
    end = in_turn.start()
    if sentence.low.endswith("(", 0, end):
        # '... có tỷ lệ cao nhất (lần lượt là 95% và 92%)': of those before the bracket
        end -= 1
        start = max(sentence.low.rfind(mark, 0, end) for mark in ";:.") + 1
        start += sentence.low.startswith(" ", start)
    if _deal_to_actors(sentence, run, end, in_turn["done"] or "") or in_turn["done"]:
        return
    head, subjects = _subjects(sentence, start, end, len(run), body)
    if len(subjects) != len(run):
        return
    if not head and run[-1].noun:  # 'hai huyện lần lượt mở 12 và 8 lớp tập huấn'
        head = sentence.text[run[-1].noun_start : run[-1].phrase_end].strip(" ,")
    for figure, (name, owners) in zip(run, subjects, strict=True):
        figure.head = head
        figure.label = f"{head} của {name}" if head else name
        figure.entity = owners or None


def _deal_to_actors(sentence: Sentence, run: list[Figure], end: int, after: str) -> bool:
    """Deal out to as many who did it: 'Sở A, Sở B và Cục C còn để trễ hẹn |lần lượt là'; what they
    did may stand `after` those words ('lần lượt xử lý')."""
    actors = _actors(sentence, 0, end)
    if len(actors) != len(run):
        return False
    done = f"{sentence.low[actors[-1].end : end]}{after}".strip()
    if not done or len(done) > _LONGEST_VERB or not _DONE.fullmatch(done):
        return False
    counted = run[-1].noun
    for figure, actor in zip(run, actors, strict=True):
        figure.entity = [actor.name]
        if figure.unit is None:
            figure.unit, figure.kind = run[-1].unit, run[-1].kind
        if counted:
            figure.label = f"{without_superlative(f'{counted} {done}')} của {actor.text}"
    return True


def _run(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """The figures that follow each other with nothing but commas between."""
    run = figures[:1]
    for figure in figures[1:]:
        if not _alike(figure, run[0]) or not _BETWEEN.fullmatch(
            sentence.low, run[-1].noun_end, figure.lead_end
        ):
            break
        run.append(figure)
    return run


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures of a list may count the same: 'lần lượt là 120, 41 và 312 hồ sơ'."""
    same = one.kind == other.kind or "bare" in (one.kind, other.kind)
    return same and one.role == other.role


def _subjects(
    sentence: Sentence, start: int, end: int, count: int, body: str
) -> tuple[str, list[tuple[str, list[str]]]]:
    """The head ('tỷ lệ hồ sơ trực tuyến') and the subjects it is told of."""
    text = sentence.text
    start = max([start, *(name.end for name in sentence.names_in(start, end) if name.cited)])
    of = _OF.search(sentence.low, start, end)
    begin = of.end() if of else start
    head = text[start : of.start()].strip(" ,") if of else ""
    pieces = _pieces(sentence, begin, end)
    while len(pieces) > count:
        joined = _join_one(text, pieces)
        if joined is None:
            break
        pieces = joined
    return head, [_subject(sentence, a, b, body) for a, b in pieces]


def _subject(sentence: Sentence, start: int, end: int, body: str) -> tuple[str, list[str]]:
    """One subject and the agencies that it names, else the territory that it is; nothing behind such
    a name belongs to it."""
    if told := _TELLS.search(sentence.low, start, end):
        end = told.start()
    names = sentence.names_in(start, end)
    if names and names[0].start == start:
        end = names[-1].end
    owners = [n.mention.name for n in names if n.mention.name]
    places = [] if names else find_territories(sentence, start, end)
    if len(places) == 1 and places[0].start == start:
        end, owners = places[0].end, [places[0].name]
    if not owners and (place := listed_owner(sentence, start, end, body)):
        owners = [place]
    return sentence.text[start:end], owners


def _pieces(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """A list cut at its separators, but not inside a name ('Sở Văn hóa, Thể thao và Du lịch')."""
    names = sentence.names
    pieces: list[tuple[int, int]] = []
    for separator in _SEPARATOR.finditer(sentence.low, start, end):
        if any(n.start < separator.start() < n.end for n in names):
            continue
        pieces.append((start, separator.start()))
        start = separator.end()
    pieces.append((start, end))
    return [(a, b) for a, b in pieces if sentence.text[a:b].strip()]


def _join_one(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """Join the last piece that does not open like a name to the one before it."""
    for i in range(len(pieces) - 1, 0, -1):
        if not _NAME_OPENS.match(text, pieces[i][0]):
            return [*pieces[: i - 1], (pieces[i - 1][0], pieces[i][1]), *pieces[i + 1 :]]
    return None
