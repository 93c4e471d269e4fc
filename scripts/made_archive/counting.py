"""Figures that depend on one another, right or with one slip, for the sentences of a report.

Each scheme draws the figures of one kind of sentence; what it gives as wrong is what clerks get
wrong: a digit, a base, a group of digits, a unit.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from .annotated import Piece
from .draft import Draft, Slip, Span, reporting
from .facts import chance, in_year, yearly_value
from .phrases import agency, citation, count, day, decimal, impossible_day, period
from .wording import Case, Number, Wording

Scheme = Callable[[Draft, Wording, bool], Case]

_SIZES = {"small": (12, 48), "medium": (60, 900), "large": (1_100, 48_000)}


def _counted(value: int) -> Number:
    return Number(count(value), value)


def _percentage(value: float, places: int) -> Number:
    return Number(decimal(value, places), round(value, places))


def _places(draw: Random) -> int:
    return draw.choice((1, 2, 2, 2))


def _other_percentage(draw: Random, right: float, places: int) -> float:
    """A percentage that is neither the right one nor anywhere near its rounding."""
    while True:
        wrong = round(right + draw.choice((-1, 1)) * draw.uniform(0.6, 9.0), places)
        if 0.5 < wrong < 99.5:
            return wrong


def _fraction(draft: Draft, wording: Wording, wrong: bool) -> Case:
    draw, places = draft.draw, _places(draft.draw)
    whole = draw.randint(*_SIZES[wording.option])
    part = draw.randint(max(1, whole // 4), whole - 1)
    right = round(100 * part / whole, places)
    shown = _other_percentage(draw, right, places) if wrong else right
    return _share(part, whole, _percentage(shown, places), right)


def _cut_off(draft: Draft, wording: Wording, wrong: bool) -> Case:
    """A percentage cut off instead of rounded."""
    draw, places = draft.draw, _places(draft.draw)
    while True:
        whole = draw.randint(*_SIZES[wording.option])
        part = draw.randint(max(1, whole // 4), whole - 1)
        units, beyond = divmod(100 * part * 10**places, whole)
        if 2 * beyond > whole:  # a half may be rounded either way
            break
    right, cut = (units + 1) / 10**places, units / 10**places
    return _share(part, whole, _percentage(cut if wrong else right, places), right)


def _share(part: int, whole: int, shown: Number, right: float) -> Case:
    fraction = Number(f"{count(part)}/{count(whole)}", {"num": part, "den": whole})
    numbers = {"a": _counted(part), "b": _counted(whole), "f": fraction, "p": shown}
    return Case(numbers, {}, "p", right)


def _parts(draft: Draft, wording: Wording, wrong: bool) -> Case:
    draw = draft.draw
    size = draw.choice((12, 60, 700))
    parts = [draw.randint(max(2, size // 5), size) for _ in range(int(wording.option))]
    total = sum(parts)
    # a slip leaves the total about as long as it was
    steps = [step for step in (1, 2, 3, 9, 10) if 2 * step <= total]
    shown = total + draw.choice((-1, 1)) * draw.choice(steps) if wrong else total
    numbers = dict(zip("xyz", map(_counted, parts), strict=False)) | {"w": _counted(max(1, shown))}
    return Case(numbers, {}, "w", total, tuple("xyz"[: len(parts)]))


_ITEMS = (
    "rà soát quy trình nội bộ", "bố trí đủ công chức tại Bộ phận Một cửa", "công khai thủ tục",
    "đẩy mạnh thanh toán trực tuyến", "số hóa kết quả giải quyết", "đối thoại với người dân",
    "kiểm tra đột xuất", "nâng cấp hạ tầng công nghệ thông tin", "đào tạo kỹ năng số",
    "cắt giảm thời gian xử lý",
)  # fmt: skip
_AGENCIES = (
    "Sở Y tế", "Sở Nội vụ", "Sở Tư pháp", "Sở Công Thương", "Sở Xây dựng", "Sở Tài chính",
    "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo", "Thanh tra tỉnh", "Ban Dân tộc",
)  # fmt: skip


def _listed(draft: Draft, wording: Wording, wrong: bool) -> Case:
    draw, option = draft.draw, wording.option
    items = _items(draft, option, draw.randint(3, 6))
    pieces: list[Piece] = []
    for number, item in enumerate(items):
        joint = "" if not number else ("; " if option != "agencies" else ", ")
        mark = f"({number + 1}) " if option == "numbered" else ""
        mark = f"{'abcdđe'[number]}) " if option == "letters" else mark
        pieces += [joint + mark, *item]
    shown = len(items) + draw.choice((-1, 1)) if wrong else len(items)
    return Case({"n": _counted(shown)}, {"items": tuple(pieces)}, "n", len(items))


def _items(draft: Draft, option: str, listed: int) -> list[tuple[Piece, ...]]:
    if option == "documents":
        acts = draft.unused_acts(listed, lambda act: act.written == "UBND tỉnh")
        return [citation(act, "issues") for act in acts]
    if option == "agencies":
        full = draft.assignment.province.full
        names = draft.draw.sample(_AGENCIES, listed)
        return [(agency(name, f"{name} {full}"),) for name in names]
    return [(item,) for item in draft.draw.sample(_ITEMS, listed)]


def past(draft: Draft) -> tuple[Span, tuple[Piece, ...]]:
    """The period that this one is compared with, and how it is written."""
    year, kind = draft.assignment.year - 1, draft.assignment.kind
    written = period(f"năm {year}", str(year))
    same = () if kind in ("year", "plan") else ("cùng kỳ ",)
    return reporting(kind, year), (*same, written)


def flow(draft: Draft, what: str, bounds: tuple[int, int], year: int) -> int:
    """What an office did in a year's period of the document's kind; more each year."""
    whole = yearly_value(draft.seed, draft.assignment.office, what, bounds, year)
    return max(1, round(whole * draft.done))


def _growth(draft: Draft, wording: Wording, wrong: bool) -> Case:
    year, draw = draft.assignment.year, draft.draw
    span, written = past(draft)
    low, high = _SIZES[wording.option]
    now = flow(draft, wording.text, (4 * low, 4 * high), year)
    before = flow(draft, wording.text, (4 * low, 4 * high), year - 1)
    change, places = now - before, draw.choice((1, 2, 2))
    right = round(100 * change / before, places)
    shown = round(100 * change / now, places) if wrong else right
    numbers = {"now": _counted(now), "d": _counted(change), "p": _percentage(shown, places)}
    return Case(numbers, {"past": written}, "p", right, ("now", "d"), span)


def _difference(draft: Draft, wording: Wording, wrong: bool) -> Case:
    year, draw = draft.assignment.year, draft.draw
    now, before = (
        yearly_value(
            draft.seed,
            draft.assignment.office,
            wording.text,
            (90, 400),
            y,
            rises=wording.option == "up",
        )
        for y in (year, year - 1)
    )
    right = abs(now - before)
    shown = _other_count(draw, right) if wrong else right
    numbers = {"now": _counted(now), "before": _counted(before), "d": _counted(shown)}
    written = period(f"năm {year - 1}", str(year - 1))
    words = {"past": written, "Past": period(f"Năm {year - 1}", str(year - 1))}
    span = Span(f"năm {year - 1}", str(year - 1))
    return Case(numbers, words, "d", right, ("before", "now"), span)


def _other_count(draw: Random, right: int) -> int:
    others = {right + step for step in (-3, -2, -1, 1, 2, 3)}
    return draw.choice(sorted(other for other in others if other > 0))


def _complement(draft: Draft, wording: Wording, wrong: bool) -> Case:
    """Two shares of one whole; where a third may be left unsaid, only more than all of it is wrong."""
    draw, places = draft.draw, _places(draft.draw)
    first = round(draw.uniform(55, 99), places)
    right = round(100 - first, places)
    steps = (0.5, 1.0, 2.0, 3.0) if wording.option == "over" else (-1.0, -0.5, 0.5, 1.0, 2.0, 3.0)
    shown = round(right + draw.choice([s for s in steps if right + s > 0.1]), places)
    numbers = {
        "p": _percentage(first, places),
        "q": _percentage(shown if wrong else right, places),
    }
    return Case(numbers, {}, "q", right, ("p",))


def _digit_groups(draft: Draft, _wording: Wording, wrong: bool) -> Case:
    draw = draft.draw
    first, second = draw.randint(10**9, 8 * 10**10), draw.randint(10**8, 9 * 10**9)
    numbers = {"w": first + second, "x": first, "y": second}
    slipped = draw.choice(("x", "y", "w"))
    written = {name: count(value) for name, value in numbers.items()}
    if wrong:
        written[slipped] = draw.choice((_repeated_group, _lost_group))(draw, written[slipped])
    shown = {name: Number(text, int(text.replace(".", ""))) for name, text in written.items()}
    others = tuple(name for name in "wxy" if name != slipped)
    return Case(shown, {}, slipped, numbers[slipped], others)


def _repeated_group(draw: Random, written: str) -> str:
    groups = written.split(".")
    where = draw.randrange(1, len(groups))
    return ".".join((*groups[:where], groups[where], *groups[where:]))


def _lost_group(draw: Random, written: str) -> str:
    groups = written.split(".")
    del groups[draw.randrange(1, len(groups))]
    return ".".join(groups)


def _units(draft: Draft, _wording: Wording, wrong: bool) -> Case:
    draw = draft.draw
    first, second = round(draw.uniform(8, 90), 2), round(draw.uniform(1.1, 7), 2)
    numbers = {
        "w": _percentage(first + second, 2),
        "x": _percentage(first, 2),
        "y": _percentage(second, 2),
    }
    return Case(
        numbers, {"u": "triệu đồng" if wrong else "tỷ đồng"}, "y", f"{second} tỷ đồng", ("w", "x")
    )


_RANKED = {"63": (63, 63), "region": (5, 14), "offices": (15, 40)}


def _rank(draft: Draft, wording: Wording, wrong: bool) -> Case:
    """A rank among so many; that of a province in a year is the same in all its reports."""
    which = draft.assignment
    whose = which.office.name if wording.option == "offices" else which.province.full
    drawn = chance(draft.seed, whose, wording.text, which.year, which.kind)
    of = drawn.randint(*_RANKED[wording.option])
    rank = of + draft.draw.choice((1, 2, 3, 10, 20)) if wrong else drawn.randint(1, of)
    written = f"{count(rank)}/{count(of)}"
    return Case({"r": Number(written, {"num": rank, "den": of})}, {}, "r", None)


_TOO_MUCH = (100.5, 101.2, 102.0, 104.7, 109.31, 110.4, 187.6)


def _percent(draft: Draft, wording: Wording, wrong: bool) -> Case:
    draw, places = draft.draw, _places(draft.draw)
    if wording.option == "plan":
        value = draw.uniform(90, 140)
    else:
        value = draw.choice(_TOO_MUCH) if wrong else draw.uniform(70, 100)
    return Case({"p": _percentage(value, places)}, {"past": past(draft)[1]}, "p", None)


_ABOUT = {"hơn": ">", "trên": ">", "gần": "<~", "khoảng": "~"}


def _about(draft: Draft, _wording: Wording, wrong: bool) -> Case:
    draw = draft.draw
    word = draw.choice(list(_ABOUT))
    exact = draw.randint(1_200, 900_000)
    exact = exact // 10 * 10 + draw.choice((1, 2, 3, 4, 6, 7, 8, 9))
    if wrong:
        number = Number(count(exact), exact, _ABOUT[word])
    elif draw.random() < 0.5:
        word, number = "tổng cộng", _counted(exact)
    else:
        rounded = max(1, exact // 100) * 100
        number = Number(count(rounded), rounded, _ABOUT[word])
    return Case({"n": number}, {"about": word}, "n", None)


# Days that no calendar has; any year.
_NO_DAYS = ("30/02", "30/2", "31/4", "31/04", "31/6", "31/9", "31/11", "32/3", "15/13")


def _calendar_day(draft: Draft, _wording: Wording, wrong: bool) -> Case:
    year = draft.assignment.year
    if not wrong:
        held = _day_of_period(draft)
        return Case({}, {"day": day(held)}, "", None)
    written = draft.draw.choice(_NO_DAYS)
    return Case({}, {"day": impossible_day(f"{written}/{year}", tag="day")}, "day", None)


def _day_of_period(draft: Draft) -> date:
    first = date(draft.assignment.year, 1, 3)
    return first + timedelta(draft.draw.randint(0, (draft.last_day - first).days))


def _as_of(draft: Draft, _wording: Wording, wrong: bool) -> Case:
    draw = draft.draw
    right = draft.last_day - timedelta(draw.choice((0, 0, 1, 10, 15)))
    shown = right
    if wrong:
        # how it stood when the year began may well be told
        year_end = (right.month, right.day) == (12, 31)
        shown = in_year(right, right.year + (1 if year_end else draw.choice((-1, 1))))
    numbers = {"n": _counted(draw.randint(4, 90))}
    return Case(numbers, {"day": day(shown, tag="day")}, "day", right.isoformat())


FIGURES: dict[Slip, Scheme] = {
    "pct_mismatch": _fraction,
    "truncation": _cut_off,
    "sum_mismatch": _parts,
    "list_count": _listed,
    "growth_base": _growth,
    "difference_mismatch": _difference,
    "complementary": _complement,
    "digit_group": _digit_groups,
    "unit_slip": _units,
    "rank_range": _rank,
    "percent_over_100": _percent,
    "comparator": _about,
}
TIMES: dict[Slip, Scheme] = {"impossible_date": _calendar_day, "as_of_outside": _as_of}
