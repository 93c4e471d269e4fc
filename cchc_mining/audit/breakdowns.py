"""A whole and what it is said to consist of: '246 văn bản, gồm 18 quyết định, 9 kế hoạch và ...',
'1.352 hồ sơ (trong đó: đúng hạn 1.340 hồ sơ; trễ hạn 12 hồ sơ)'.

A sentence is read level by level: what stands in brackets breaks down the figure before them; on
one level words such as 'trong đó' or 'gồm' open a breakdown of the figure before them, and 'tổng cộng'
closes one with its whole.  Which of the following figures are parts follows from what separates them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from .amounts import Amount, is_percent, of_a_kind
from .sentence import Sentence, brackets, without_list_marks

# Opens a list of all parts, or of some.  'đã bao gồm', 'gồm cả' only say what is counted in.
_OPENER = re.compile(
    r"(?P<some>trong (?:đó|số đó|số này)(?: (?:có|gồm|thì))?)(?!\w)"
    r"|(?<!đã )(?<!chưa )(?<!cũng )(?<!\w)(?P<all>(?:bao )?gồm(?! cả)(?: có)?|chia (?:ra|theo|thành)|phân theo"
    r"|cụ thể(?: là)?)(?!\w)"
)
_OPENERS = ("trong", "gồm", "chia ", "phân theo", "cụ thể")  # one of these is in what it matches
_SUMS = ("tổng", "cộng")  # and of these in what _SUMMED matches
_OPENINGS = ("(", ":", *_OPENERS, *_SUMS, "trên")
# 'trong tổng số 24 cơ quan, địa phương có 9 cơ quan xếp loại Xuất sắc, ...'
_AMONG = re.compile(r"(?P<some>(?:trong|trên)(?: tổng số| số)?)\s+$(?P<all>(?!))?")
_HAS = re.compile(r"(?<!\w)có(?!\w)")
# '45 đề tài: 30 đề tài xếp loại khá, 12 đề tài ...'
_COLON = re.compile(r"[^;.,:()]{2,60}(?P<all>:)\s(?:[^;.,:()\d]|năm \d{4}){0,40}?(?P<some>(?!))?")
# In brackets: what they hold is no breakdown.
_ASIDE = re.compile(
    r"so với|cùng kỳ|năm trước|kế hoạch|chỉ tiêu|mục tiêu|tăng|giảm|riêng|tương (?:ứng|đương)|bình quân"
    r"|kể cả|không kể|chưa kể|ngoài|trừ|thông qua|tổng (?:giá trị|kinh phí|số)|từ |đến |trên |theo "
)
# Between parts: the list is over, what follows is another statement or restates the part.
_OVER = re.compile(
    r"(?<!\w)(?:so với|tăng|giảm|đồng thời|ngoài ra|bên cạnh|trên tổng số|tổng số|tổng cộng|thuộc|cho|với số tiền"
    r"|với|trị giá|tổng (?:kinh phí|vốn|giá trị)|qua đó|theo đó|tại|tương (?:ứng|đương)|bình quân|trung bình"
    r"|kế hoạch|chỉ tiêu|riêng|là do|trong (?:đó|số đó|số này)|gồm|bao gồm|nâng|lũy kế|luỹ kế)(?!\w)"
)
# '12 tỷ đồng vốn tỉnh và 3 tỷ đồng vốn huyện, tổng cộng 15 tỷ đồng', '...; tổng số thu là 15 tỷ đồng'
SUMMED = "tổng cộng"
_SUMMED = re.compile(
    r"[^;.()\d]{0,60}?[,;]\s*(?:như vậy,? )?(?:tổng cộng|cộng (?:lại|chung|dồn)|tổng(?: số)?)"
    r"(?P<of> (?:thu|chi|tiền|kinh phí|vốn|giá trị|số tiền|phí|lệ phí)(?: \w+)?)?(?: là| được| có|:|,)*\s*"
)
_TO_BE_SUMMED = re.compile(r"[^;.()\d]{0,80}(?:[,;+]|(?<!\w)và(?!\w))[^;.()\d]{0,60}")
_NOT_SUMMED = re.compile(
    r"(?<!\w)(?:tổng|trong (?:đó|số)|gồm|tăng|giảm|so với|còn|từ|lũy kế|luỹ kế)(?!\w)"
)
_SEPARATOR = re.compile(r"[,;+]|(?<!\w)và(?!\w)|(?<!\w)còn lại(?!\w)|\d\)|\n\s*-")
_ENDS_ITEM = re.compile(r"\s*(?:[,;.)(]|và |$)")
_OPENS_ITEM = re.compile(r"(?<!\w)và(?!\w)|trong đó|gồm")
_OPENING_ITEM = ("và", "trong đó", "gồm")
_NEXT_ITEM = re.compile(r"(?<!\w)và(?!\w)\s*\d")
_UNFINISHED = re.compile(r"\.\.\.|…|v\.v|vân vân")


class Part(Struct, frozen=True, gc=False):
    """A part, with the words from the mark before it to the one after.

    `follows_mark` where nothing stands between the mark and its number; `bare` where nothing it
    counts is named behind its number ('tài khoản cá nhân 11.540, tài khoản tổ chức 494').
    """

    amount: Amount
    words: str
    follows_mark: bool
    bare: bool

    @property
    def base(self) -> str:
        """What it counts; '' where only the whole can tell."""
        return "" if self.bare else self.amount.base


class Breakdown(Struct, frozen=True, gc=False):
    """A whole and its parts.  `says_all` where the words claim that nothing is left out;
    `opener` is the word that opens it, '(' or ':' where nothing else does, SUMMED where the whole comes
    last; `formal` where a colon follows."""

    sentence: Sentence
    whole: Amount
    parts: tuple[Part, ...]
    opener: str
    says_all: bool
    formal: bool

    @property
    def is_worded(self) -> bool:
        """Whether a word such as 'gồm' claims that nothing is left out, not a bracket or colon alone."""
        return self.says_all and self.opener not in ("(", ":", SUMMED)

    @property
    def same_base(self) -> bool:
        """Whether the parts are counted in the whole's unit, or in none of their own."""
        return all(not part.base or of_a_kind(self.whole.base, part.base) for part in self.parts)


class _Level(Struct, frozen=True, gc=False):
    """What stands between the same brackets: `text` is the sentence with all else blanked."""

    start: int
    end: int
    text: str
    figures: tuple[int, ...]
    head: int | None  # the figure before the bracket


def find_breakdowns(sentence: Sentence) -> Iterator[Breakdown]:
    """The breakdowns of a sentence, outer ones first."""
    if len(sentence.figures) < 2 or not _may_divide(sentence):
        return
    if sum([one is not None for one in sentence.amounts]) < 2:
        return
    for level in _levels(sentence):
        if level.head is not None:
            yield from _bracketed(sentence, level)
        yield from _opened(sentence, level)
        yield from _summed(sentence, level)


def _may_divide(sentence: Sentence) -> bool:
    """Whether one of the words and signs that open a breakdown stands between figures, or before the first
    what makes it the whole of those that a sentence 'has'."""
    text, spans = sentence.text, sentence.spans
    first, last = spans[0][1], spans[-1][0]
    between = text[first:last]
    if any(opening in between for opening in _OPENINGS):
        return True
    return "có" in between and ("trong" in text[:first] or "trên" in text[:first])


# --- levels -----------------------------------------------------------------------------------


def _levels(sentence: Sentence) -> Iterator[_Level]:
    """The sentence outside its brackets, then each bracket; list marks '(1)' are no brackets."""
    text = sentence.text
    if "(" not in text:
        yield _Level(0, len(text), text, tuple(range(len(sentence.figures))), None)
        return
    text = without_list_marks(text)
    pairs = list(brackets(text))
    spans = [(0, len(text)), *pairs]
    owners = sentence.brackets
    for span in spans:
        own = tuple(i for i, owner in enumerate(owners) if owner == span)
        if all(sentence.amounts[i] is None for i in own):
            continue
        head = None
        if span in pairs:
            outer = max(
                (s for s in spans if s[0] <= span[0] and span[1] <= s[1] and s != span),
                key=lambda s: s[0],
            )
            before = [i for i in range(own[0]) if owners[i] == outer]
            head = before[-1] if before else None
        if head is None and len(own) < 2:
            continue
        inner = [p for p in pairs if span[0] <= p[0] and p[1] <= span[1] and p != span]
        yield _Level(span[0], span[1], _blanked(text, span, inner), own, head)


def _blanked(text: str, span: tuple[int, int], inner: list[tuple[int, int]]) -> str:
    pieces, done = [" " * span[0]], span[0]
    for start, end in inner:
        if start < done:
            continue  # inside one that is blanked already
        pieces += (text[done:start], " " * (end - start))
        done = end
    pieces += (text[done : span[1]], " " * (len(text) - span[1]))
    return "".join(pieces)


# --- one level --------------------------------------------------------------------------------


def _bracketed(sentence: Sentence, level: _Level) -> Iterator[Breakdown]:
    """What stands in brackets breaks down the figure before them."""
    head, first = level.head, level.figures[0]
    if head is None:
        return
    gap = sentence.text[sentence.spans[head][1] : level.start]
    opening = level.text[level.start + 1 : sentence.spans[first][0]]
    opener = _OPENER.search(opening)
    if ";" in gap or ". " in gap or len(gap) > 120:
        return
    if opener is None and (_ASIDE.search(opening) or len(opening) > 60):
        return
    if opener and _ASIDE.search(opening, 0, opener.start()):
        return
    yield from _read(sentence, level, 0, head, opener)


def _opened(sentence: Sentence, level: _Level) -> Iterator[Breakdown]:
    """'tiếp nhận 512 hồ sơ, trong đó 498 hồ sơ trực tuyến', '..., gồm 3 nghị quyết, 4 ...'."""
    spans = sentence.spans
    for at, (before, after) in enumerate(pairwise(level.figures), 1):
        gap = level.text[spans[before][1] : spans[after][0]]
        opener = _OPENER.search(gap) if any(word in gap for word in _OPENERS) else None
        if opener is None and "có" in gap and _HAS.search(gap):
            lead = level.text[max(spans[before][0] - 24, 0) : spans[before][0]]
            opener = _AMONG.search(lead)
            if opener is not None and ";" not in gap and ". " not in gap:
                yield from _read(sentence, level, at, before, opener)
        elif opener is None and ":" in gap and (colon := _COLON.fullmatch(gap)):
            yield from _read(sentence, level, at, before, colon)
        elif opener and ". " not in gap and not _OVER.search(gap, opener.end()):
            yield from _read(sentence, level, at, before, opener)


def _summed(sentence: Sentence, level: _Level) -> Iterator[Breakdown]:
    """'... 12 tỷ đồng vốn tỉnh và 3 tỷ đồng vốn huyện, tổng cộng 15 tỷ đồng': all figures up to there."""
    spans = sentence.spans
    for at, (before, after) in enumerate(pairwise(level.figures), 1):
        gap = level.text[spans[before][1] : spans[after][0]]
        closing = _SUMMED.fullmatch(gap) if any(word in gap for word in _SUMS) else None
        whole = sentence.amounts[after]
        if closing is None or whole is None or (closing["of"] and whole.base != "đồng"):
            continue
        parts = tuple(_listed(sentence, level, at, whole))
        if len(parts) > 1:
            yield Breakdown(sentence, whole, parts, SUMMED, says_all=True, formal=False)


def _listed(sentence: Sentence, level: _Level, end: int, whole: Amount) -> Iterator[Part]:
    """The figures of a level up to one, as parts of a whole; none where one of them is no part."""
    spans, figures = sentence.spans, level.figures[:end]
    gaps = [level.text[spans[a][1] : spans[b][0]] for a, b in pairwise(figures)]
    if not all(map(_TO_BE_SUMMED.fullmatch, gaps)):
        return
    if _NOT_SUMMED.search(level.text, level.start, spans[figures[-1]][0]):
        return
    found = [sentence.amounts[i] for i in figures]
    if all(one and one.figure.role == "value" and of_a_kind(one.base, whole.base) for one in found):
        for i, one in zip(figures, found, strict=True):
            if one is not None:
                yield Part(one, _item(level, spans[i]), follows_mark=False, bare=False)


def _read(
    sentence: Sentence, level: _Level, at: int, head: int, opener: re.Match[str] | None
) -> Iterator[Breakdown]:
    """The breakdowns of the figure `head` into those of the level from `at` on: one a unit."""
    parts = tuple(_parts(sentence, level, at))
    if not parts:
        return
    says_all = opener is None or opener["all"] is not None
    last = sentence.spans[parts[-1].amount.index][1]
    tail = sentence.text[last : last + 60]
    if _UNFINISHED.search(sentence.text, sentence.spans[head][1], last) or (
        _UNFINISHED.search(tail.split(")")[0])
    ):
        says_all = False
    word = (opener["all"] or opener[0]) if opener else "("
    first = parts[0].amount.index
    formal = opener is not None and ":" in sentence.until(first - 1, first)
    for whole, divided in _divided(sentence, head, parts):
        yield Breakdown(sentence, whole, divided, word, says_all, formal)


def _divided(
    sentence: Sentence, head: int, parts: tuple[Part, ...]
) -> Iterator[tuple[Amount, tuple[Part, ...]]]:
    """The wholes that some parts divide: each those of its own unit; or the nearest figure all of
    them, where they are a plain list of nouns ('58 văn bản, gồm 7 quyết định, 19 kế hoạch và ...').
    """
    nearest = sentence.amounts[head]
    listed = all(part.amount.is_counted and part.follows_mark for part in parts[1:])
    if nearest and nearest.is_counted and listed and _counts(nearest) and _counts(*_amounts(parts)):
        yield nearest, parts
        return
    wholes: dict[int, tuple[Amount, list[Part]]] = {}
    for part in parts:
        whole = _whole(sentence, head, part.base)
        if whole is not None:
            wholes.setdefault(whole.index, (whole, []))[1].append(part)
    for whole, own in wholes.values():
        yield whole, tuple(own)


def _amounts(parts: tuple[Part, ...]) -> Iterator[Amount]:
    return (part.amount for part in parts)


def _counts(*amounts: Amount) -> bool:
    return all(one.is_counted and one.base != "đồng" for one in amounts)


def _whole(sentence: Sentence, head: int, base: str) -> Amount | None:
    """The nearest figure of a kind before the breakdown, in its clause."""
    text = sentence.text
    for i in range(head, max(head - 4, -1), -1):
        between = text[sentence.spans[i][1] : sentence.spans[head][0]]
        if ";" in between or ")" in between:
            return None
        found = sentence.amounts[i]
        if (
            found is not None
            and (of_a_kind(found.base, base) or (not base and i == head))
            and (sentence.figures[i].role == "change") == (sentence.figures[head].role == "change")
        ):
            return found
    return None


def _parts(sentence: Sentence, level: _Level, at: int) -> Iterator[Part]:
    """The parts from a figure of a level on, up to the end of the list."""
    figures, spans = level.figures, sentence.spans
    # What separates the parts, once it is known; in brackets the list ends with the bracket.
    mark: str | None = ";" if level.head is not None and at == 0 else None
    role = None
    last: Part | None = None
    for k in range(at, len(figures)):
        i = figures[k]
        figure = sentence.figures[i]
        gap = level.text[spans[figures[k - 1]][1] : spans[i][0]] if k > at else ""
        if k > at:
            if ". " in gap or (mark == "," and ";" in gap):
                break
            if ";" in gap and mark is None and last is not None:
                mark = ";"
            separators = list(_SEPARATOR.finditer(gap))
            if is_percent(figure):
                continue
            behind = gap[separators[-1].end() :] if separators else gap
            over = _OVER.search(gap, separators[-1].end() if separators else 0)
            if not separators or over:
                if over and separators and over[0] not in ("với", "với số tiền", "cho", "tại"):
                    break
                if over is None or over[0] != "với số tiền":
                    continue  # says more of the part before: '01 lớp cho 60 học viên'
                # '41.583 lượt, với số tiền 182 tỷ đồng; ...': of another unit
            elif mark is None and last is not None:
                mark = ","
            follows = not behind.strip()
        else:
            if is_percent(figure):
                return
            follows = True
        found = sentence.amounts[i]
        if found is None:
            continue
        if role is None:
            role = figure.role == "change"
        if (figure.role == "change") != role:
            continue
        if last is not None:
            yield last
        bare = found.is_counted and _ENDS_ITEM.match(level.text, spans[i][1]) is not None
        last = Part(found, _item(level, spans[i]), follows, bare)
    if last is not None:
        yield last


def _item(level: _Level, span: tuple[int, int]) -> str:
    """The words of a part: from the mark before it to the mark after it."""
    text = level.text
    marked = max(text.rfind(mark, level.start, span[0]) for mark in ",;:")
    before = text[max(marked + 1, level.start) : span[0]]
    if any(word in before for word in _OPENING_ITEM):
        before = _OPENS_ITEM.split(before)[-1]
    after = text[span[1] : level.end].partition(",")[0].partition(";")[0]
    if "và" in after:
        after = _NEXT_ITEM.split(after, maxsplit=1)[0]
    return " ".join(f"{before} {after}".split()).strip("()[] .:")
