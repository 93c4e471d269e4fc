"""Acts cited in a sentence, rightly or with one slip in number, type, day, issuer or subject.

A spoiler takes an act that suits its slip and gives it back as a clerk would write it wrongly; the
sentence is the same either way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from .annotated import Piece
from .draft import Draft, Slip
from .facts import REPLACEMENTS, Act, in_year
from .phrases import FORMS, Form, agency, citation, day
from .wording import Case, Wording

_YEAR_IN_NUMBER = re.compile(r"/(\d{4})/")
_YEAR_IN_SUBJECT = re.compile(r"năm (\d{4})$")
_MENTION = re.compile(r"\{((first|again|undated)(\+?)(?:\|(\w+))?)\}")


class Pair(NamedTuple):
    """The two acts of a sentence; `expected` is what the second should say where it is wrong."""

    first: Act
    again: Act
    expected: object = None


Spoiler = Callable[[Draft, Act], Pair]


class Citing(NamedTuple):
    """A kind of slip: the acts that it can befall, and what becomes of them."""

    accepts: Callable[[Draft, Act], bool]
    spoil: Spoiler


def has_act(draft: Draft, slip: Slip) -> bool:
    """Whether the document has an act left that the slip can befall."""
    return any(CITATIONS[slip].accepts(draft, act) for act in draft.citable)


def cited(draft: Draft, slip: Slip, wording: Wording, wrong: bool) -> Case:
    """What a template of this kind is filled with."""
    kind = CITATIONS[slip]
    act = draft.unused_acts(1, lambda act: kind.accepts(draft, act))[0]
    pair = kind.spoil(draft, act) if wrong else _RIGHT.get(slip, _twice)(draft, act)
    return _case(draft, wording, pair)


def _case(draft: Draft, wording: Wording, pair: Pair) -> Case:
    words: dict[str, Piece | tuple[Piece, ...]] = {
        "when": day(pair.again.date),
        "issuer": agency(pair.again.written, pair.again.issuer),
    }
    for field in _MENTION.finditer(wording.text):
        name = field[2]
        form: Form = "undated" if name == "undated" else draft.draw.choice(FORMS)
        words[field[1]] = citation(
            pair.first if name == "first" else pair.again,
            field[4] or "basis",
            with_subject=bool(field[3]),
            form=form,
            tag="first" if name == "first" else "again",
        )
    evidence = ("first",) if "{first" in wording.text else ()
    return Case({}, words, "again", pair.expected, evidence)


def _twice(_draft: Draft, act: Act) -> Pair:
    return Pair(act, act)


def _any(_draft: Draft, _act: Act) -> bool:
    return True


def _undated_number(_draft: Draft, act: Act) -> bool:
    return not _YEAR_IN_NUMBER.search(act.number)


def _dated_number(draft: Draft, act: Act) -> bool:
    return not _undated_number(draft, act)


def _other_day(draft: Draft, act: Act) -> Pair:
    """The day or the month of another document, in the same year."""
    while True:
        changed = date(act.date.year, draft.draw.randint(1, 12), draft.draw.randint(1, 28))
        changed = draft.draw.choice((changed, changed.replace(month=act.date.month)))
        if changed != act.date and changed < draft.signed:
            return Pair(act, act._replace(date=changed), act.date.isoformat())


_OTHER_BODY = {
    "Ban Chỉ đạo CCHC tỉnh": ("Ban Chỉ đạo chuyển đổi số tỉnh", "Ban Chỉ đạo chuyển đổi số {}"),
    "Tổ công tác Đề án 06 tỉnh": (
        "Tổ công tác cải thiện môi trường kinh doanh tỉnh",
        "Tổ công tác cải thiện môi trường kinh doanh {}",
    ),
}


def _of_a_body(_draft: Draft, act: Act) -> bool:
    return act.written in _OTHER_BODY


def _other_body(draft: Draft, act: Act) -> Pair:
    """A body with the same code: the number alone does not tell which one it is."""
    written, name = _OTHER_BODY[act.written]
    issuer = name.format(draft.assignment.province.full)
    return Pair(act, act._replace(written=written, issuer=issuer), act.issuer)


def _other_subject(draft: Draft, act: Act) -> Pair:
    others = [a for a in draft.acts.of(act.date.year).values() if a.subject != act.subject]
    other = draft.draw.choice(others)
    changed = act._replace(subject=other.subject, joint=other.joint)
    return Pair(act, changed, act.subject)


def _other_year(_draft: Draft, act: Act) -> Pair:
    changed = act._replace(date=in_year(act.date, act.date.year - 1))
    return Pair(act, changed, act.date.isoformat())


_OTHER_TYPES = {
    "Quyết định": ("Kế hoạch", "Nghị quyết", "Công văn"),
    "Kế hoạch": ("Quyết định", "Chương trình", "Công văn"),
    "Công văn": ("Kế hoạch", "Quyết định", "Chỉ thị"),
    "Chỉ thị": ("Công văn", "Quyết định"),
    "Nghị quyết": ("Quyết định", "Chỉ thị"),
    "Thông báo": ("Kế hoạch", "Quyết định"),
    "Nghị định": ("Nghị quyết", "Thông tư"),
    "Thông tư": ("Nghị định", "Quyết định"),
}


def _other_type(draft: Draft, act: Act) -> Pair:
    changed = act._replace(doc_type=draft.draw.choice(_OTHER_TYPES[act.doc_type]))
    return Pair(act, changed, act.doc_type)


_PROVINCIAL = {
    "UBND tỉnh": "Ủy ban nhân dân {}",
    "HĐND tỉnh": "Hội đồng nhân dân {}",
    "Sở Tài chính": "Sở Tài chính {}",
    "Sở Nội vụ": "Sở Nội vụ {}",
}
_OTHER_ISSUERS = {
    "UBND tỉnh": ("HĐND tỉnh", "Sở Nội vụ"),
    "HĐND tỉnh": ("UBND tỉnh",),
    "Tỉnh ủy": ("UBND tỉnh", "HĐND tỉnh"),
    "Sở Nội vụ": ("Sở Tài chính", "UBND tỉnh"),
    "Sở Tài chính": ("Sở Nội vụ", "UBND tỉnh"),
    "Sở Thông tin và Truyền thông": ("Sở Nội vụ", "UBND tỉnh"),
    "Chính phủ": ("Bộ Nội vụ", "Quốc hội"),
    "Thủ tướng Chính phủ": ("Bộ Nội vụ", "Bộ Tư pháp"),
}


def _has_other_issuer(_draft: Draft, act: Act) -> bool:
    return act.written in _OTHER_ISSUERS


def _other_issuer(draft: Draft, act: Act) -> Pair:
    written = draft.draw.choice(_OTHER_ISSUERS[act.written])
    issuer = _PROVINCIAL.get(written, written).format(draft.assignment.province.full)
    return Pair(act, act._replace(written=written, issuer=issuer), act.issuer)


def _cut_number(draft: Draft, act: Act) -> Pair:
    """A number without the code of its type, of its issuer, or without any."""
    serial, separator, codes = re.split(r"([/-])", act.number, maxsplit=1)
    if _YEAR_IN_NUMBER.search(act.number):
        year, _, codes = codes.partition("/")
        serial = f"{serial}/{year}"
    cuts = [serial] if _undated_number(draft, act) else []
    if act.doc_type != "Công văn":
        type_code, _, issuer = codes.partition("/" if "/" in codes else "-")
        cuts += [f"{serial}{separator}{type_code}"]
        cuts += [f"{serial}/{issuer}"] if separator == "/" else []
    return Pair(act, act._replace(number=draft.draw.choice(cuts)), act.number)


def _year_of_another(draft: Draft, act: Act) -> Pair:
    years = [y for y in (act.date.year - 1, act.date.year + 1) if y <= draft.signed.year]
    changed = in_year(act.date, draft.draw.choice(years))
    if changed >= draft.signed:
        changed = in_year(act.date, act.date.year - 1)
    return Pair(act, act._replace(date=changed), act.date.isoformat())


def _in_dense_series(_draft: Draft, act: Act) -> bool:
    return act.number.endswith("QĐ-UBND") and act.date.month > 1


def _far_number(draft: Draft, act: Act) -> Pair:
    """A digit too many, too few, or another one in front."""
    serial, _, code = act.number.partition("/")
    changed = _mistyped(draft.draw, serial)
    return Pair(act, act._replace(number=f"{changed}/{code}"), act.number)


def _mistyped(draw: Random, serial: str) -> str:
    right = int(serial)
    while True:
        where = draw.randrange(len(serial))
        digit = str(draw.randint(1, 9))
        typed = draw.choice(
            (
                serial[:where] + digit + serial[where:],
                serial[:where] + serial[where + 1 :],
                digit + serial[1:],
            )
        )
        wrong = int(typed)
        if 9 < wrong < 9999 and abs(wrong - right) > max(120, 0.5 * right):
            return str(wrong)


def _later(draft: Draft, act: Act) -> Pair:
    """The year after, or a month yet to come."""
    changed = in_year(act.date, draft.signed.year)
    if changed <= draft.signed:
        changed = draft.draw.choice(
            (in_year(act.date, draft.signed.year + 1), draft.signed + timedelta(45))
        )
    return Pair(act, act._replace(date=changed), act.date.isoformat())


def _of_its_year(_draft: Draft, act: Act) -> bool:
    return (year := _YEAR_IN_SUBJECT.search(act.subject)) is not None and (
        int(year[1]) == act.date.year
    )


def _of_the_year_before(_draft: Draft, act: Act) -> Pair:
    subject = _YEAR_IN_SUBJECT.sub(f"năm {act.date.year - 1}", act.subject)
    return Pair(act, act._replace(subject=subject), act.subject)


def _has_older(draft: Draft, act: Act) -> bool:
    return _undated_number(draft, act) and any(_older(draft, act))


def _older(draft: Draft, act: Act) -> Iterator[Act]:
    return (other for other in draft.citable if other.date < act.date)


def _in_order(draft: Draft, act: Act) -> Pair:
    """An older act that this one implements."""
    first = next(_older(draft, act))
    draft.unused_acts(1, lambda other: other is first)
    return Pair(first, act)


def _out_of_order(draft: Draft, act: Act) -> Pair:
    first = _in_order(draft, act).first
    earlier = in_year(act.date, first.date.year)
    if earlier >= first.date:
        earlier = in_year(act.date, first.date.year - 1)
    return Pair(first, act._replace(date=earlier), act.date.isoformat())


def _has_replacement(draft: Draft, act: Act) -> bool:
    return any(new == act and draft.signed > since for _, new, since in REPLACEMENTS)


def _replaced(draft: Draft, act: Act) -> Pair:
    old = draft.draw.choice([old for old, new, _ in REPLACEMENTS if new == act])
    return Pair(act, old, act.number)


_RIGHT: dict[Slip, Spoiler] = {"implements_older": _in_order}

# Those that few acts suit come first: they choose theirs first.
CITATIONS: dict[Slip, Citing] = {
    "superseded": Citing(_has_replacement, _replaced),
    "issuer_conflict": Citing(_of_a_body, _other_body),
    "past_year_plan": Citing(_of_its_year, _of_the_year_before),
    "out_of_series": Citing(_in_dense_series, _far_number),
    "year_in_number": Citing(_dated_number, _year_of_another),
    "code_issuer": Citing(_has_other_issuer, _other_issuer),
    "implements_older": Citing(_has_older, _out_of_order),
    "cited_after": Citing(_undated_number, _later),
    "same_subject_other_year": Citing(_undated_number, _other_year),
    "subject_conflict": Citing(_undated_number, _other_subject),
    "type_code": Citing(_any, _other_type),
    "incomplete_number": Citing(_any, _cut_number),
    "date_conflict": Citing(_any, _other_day),
}
