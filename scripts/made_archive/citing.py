"""Acts cited in a sentence, rightly or with one slip in number, type, day, issuer or subject.

A spoiler takes an act that suits its slip and gives it back as a clerk would write it wrongly; the
sentence is the same either way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from .annotated import Piece
from .draft import Draft, Slip
from .facts import ACT_YEARS, REPLACEMENTS, Act, in_year
from .phrases import FORMS, Form, agency, citation, day
from .wording import Case, Wording, wordings

_YEAR_IN_NUMBER = re.compile(r"/(\d{4})/")
_YEAR_IN_SUBJECT = re.compile(r"năm (\d{4})$")
_MENTION = re.compile(r"\{((first|again|undated|old|new)(\+?)(?:\|(\w+))?)\}")


class Cited(NamedTuple):
    """The acts of a sentence by their names in templates.

    `again` is the one that may be wrong, `expected` what it should say then; `first` the one that
    it agrees with or follows, `old` one that `new` replaces.
    """

    again: Act
    expected: object = None
    first: Act | None = None
    old: Act | None = None
    new: Act | None = None


Chosen = Callable[[Draft, Act], Cited]
"""From an act to the acts of a sentence."""


def _the_act(_draft: Draft, act: Act) -> Cited:
    return Cited(act, first=act)


class Citing(NamedTuple):
    """A kind of slip: the acts that it can befall, and what it makes of them."""

    accepts: Callable[[Draft, Act], bool]
    wrong: Chosen
    right: Chosen = _the_act


def has_act(draft: Draft, slip: Slip) -> bool:
    """Whether the document has an act left that the slip can befall."""
    return any(_suits(draft, kind) for kind in CITATIONS[slip].values())


def _suits(draft: Draft, kind: Citing) -> bool:
    return any(kind.accepts(draft, act) for act in draft.citable)


def cited(draft: Draft, slip: Slip, wrong: bool) -> tuple[Wording, Case]:
    """A template of this kind and what it is filled with."""
    kinds = {option: kind for option, kind in CITATIONS[slip].items() if _suits(draft, kind)}
    wording = draft.draw.choice([w for w in wordings("citations")[slip] if w.option in kinds])
    kind = kinds[wording.option]
    act = draft.unused_acts(1, lambda act: kind.accepts(draft, act))[0]
    acts = kind.wrong(draft, act) if wrong else kind.right(draft, act)
    return wording, _case(draft, wording, acts)


def _case(draft: Draft, wording: Wording, acts: Cited) -> Case:
    words: dict[str, Piece | tuple[Piece, ...]] = {
        "when": day(acts.again.date),
        "issuer": agency(acts.again.written, acts.again.issuer),
    }
    evidence: list[str] = []
    for field in _MENTION.finditer(wording.text):
        name = "again" if field[2] == "undated" else field[2]
        form: Form = "undated" if field[2] == "undated" else draft.draw.choice(FORMS)
        words[field[1]] = citation(
            acts._asdict()[name],
            field[4] or "basis",
            with_subject=bool(field[3]),
            form=form,
            tag=name,
        )
        evidence += [name] if name != "again" else []
    return Case({}, words, "again", acts.expected, tuple(evidence))


def _any(_draft: Draft, _act: Act) -> bool:
    return True


def _undated_number(_draft: Draft, act: Act) -> bool:
    return not _YEAR_IN_NUMBER.search(act.number)


def _dated_number(draft: Draft, act: Act) -> bool:
    return not _undated_number(draft, act)


def _other_day(draft: Draft, act: Act) -> Cited:
    """The day or the month of another document, in the same year."""
    while True:
        changed = date(act.date.year, draft.draw.randint(1, 12), draft.draw.randint(1, 28))
        changed = draft.draw.choice((changed, changed.replace(month=act.date.month)))
        if changed != act.date and changed < draft.signed:
            return Cited(act._replace(date=changed), act.date.isoformat(), act)


_OTHER_BODY = {
    "Ban Chỉ đạo CCHC tỉnh": ("Ban Chỉ đạo chuyển đổi số tỉnh", "Ban Chỉ đạo chuyển đổi số {}"),
    "Tổ công tác Đề án 06 tỉnh": (
        "Tổ công tác cải thiện môi trường kinh doanh tỉnh",
        "Tổ công tác cải thiện môi trường kinh doanh {}",
    ),
}


def _of_a_body(_draft: Draft, act: Act) -> bool:
    return act.written in _OTHER_BODY


def _other_body(draft: Draft, act: Act) -> Cited:
    """A body with the same code: the number alone does not tell which one it is."""
    written, name = _OTHER_BODY[act.written]
    issuer = name.format(draft.assignment.province.full)
    return Cited(act._replace(written=written, issuer=issuer), act.issuer, act)


def _other_subject(draft: Draft, act: Act) -> Cited:
    """The subject of another act; not that of the yearly plan, as which any of them may be spoken of."""
    acts = draft.acts.of(act.date.year)
    others = [a for key, a in acts.items() if a.subject != act.subject and key != "plan"]
    other = draft.draw.choice(others)
    changed = act._replace(subject=other.subject, joint=other.joint)
    return Cited(changed, act.subject, act)


def _other_year(_draft: Draft, act: Act) -> Cited:
    changed = act._replace(date=in_year(act.date, act.date.year - 1))
    return Cited(changed, act.date.isoformat(), act)


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


def _other_type(draft: Draft, act: Act) -> Cited:
    changed = act._replace(doc_type=draft.draw.choice(_OTHER_TYPES[act.doc_type]))
    return Cited(changed, act.doc_type, act)


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


def _other_issuer(draft: Draft, act: Act) -> Cited:
    written = draft.draw.choice(_OTHER_ISSUERS[act.written])
    issuer = _PROVINCIAL.get(written, written).format(draft.assignment.province.full)
    return Cited(act._replace(written=written, issuer=issuer), act.issuer, act)


def _cut_number(draft: Draft, act: Act) -> Cited:
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
    return Cited(act._replace(number=draft.draw.choice(cuts)), act.number, act)


def _year_of_another(draft: Draft, act: Act) -> Cited:
    years = [y for y in (act.date.year - 1, act.date.year + 1) if y <= draft.signed.year]
    changed = in_year(act.date, draft.draw.choice(years))
    if changed >= draft.signed:
        changed = in_year(act.date, act.date.year - 1)
    return Cited(act._replace(date=changed), act.date.isoformat(), act)


_DENSE = "QĐ-UBND"
_MARGIN = 4 / 3


def _in_dense_series(_draft: Draft, act: Act) -> bool:
    return act.number.endswith(_DENSE) and act.date.month > 1


def _far_number(draft: Draft, act: Act) -> Cited:
    """A digit too many, too few, or another one in front."""
    serial, _, code = act.number.partition("/")
    issued = [a for a in draft.acts.of(act.date.year).values() if a.number.endswith(_DENSE)]
    changed = _mistyped(draft.draw, serial, lambda number: _shows(number, act, issued))
    return Cited(act._replace(number=f"{changed}/{code}"), act.number, act)


def _shows(number: int, act: Act, issued: Sequence[Act]) -> bool:
    """Whether two others of the series, by a clear margin, do not let an act have that number; one that
    lies between its neighbours' fits the series, and nobody can tell."""
    numbered = [(int(other.number.partition("/")[0]), other.date) for other in issued]
    against = [
        (serial > _MARGIN * number if day < act.date else number > _MARGIN * serial)
        for serial, day in numbered
        if day != act.date
    ]
    return sum(against) >= 2


def _mistyped(draw: Random, serial: str, shows: Callable[[int], bool]) -> str:
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
        if 9 < wrong < 9999 and abs(wrong - right) > max(120, 0.5 * right) and shows(wrong):
            return str(wrong)


def _later(draft: Draft, act: Act) -> Cited:
    """The year after, or a month yet to come."""
    changed = in_year(act.date, draft.signed.year)
    if changed <= draft.signed:
        changed = draft.draw.choice(
            (in_year(act.date, draft.signed.year + 1), draft.signed + timedelta(45))
        )
    return Cited(act._replace(date=changed), act.date.isoformat(), act)


def _of_its_year(_draft: Draft, act: Act) -> bool:
    return (year := _YEAR_IN_SUBJECT.search(act.subject)) is not None and (
        int(year[1]) == act.date.year
    )


def _of_the_year_before(_draft: Draft, act: Act) -> Cited:
    subject = _YEAR_IN_SUBJECT.sub(f"năm {act.date.year - 1}", act.subject)
    return Cited(act._replace(subject=subject), act.subject, act)


_ABOVE = ("Chính phủ", "Tỉnh ủy", "HĐND tỉnh")


def _implements(draft: Draft, act: Act) -> bool:
    return act.written == "UBND tỉnh" and any(_implemented(draft, act))


def _implemented(draft: Draft, act: Act) -> Iterator[Act]:
    """What an act of the committee may implement: older ones from above."""
    return (a for a in draft.citable if a.written in _ABOVE and a.date < act.date)


def _implementing(draft: Draft, act: Act) -> Cited:
    above = next(_implemented(draft, act))
    draft.unused_acts(1, lambda other: other is above)
    return Cited(act, first=above)


def _implementing_too_early(draft: Draft, act: Act) -> Cited:
    return _too_early(_implementing(draft, act))


def _replaces(draft: Draft, act: Act) -> bool:
    return draft.acts.replaced(act) is not None


def _replacing(draft: Draft, act: Act) -> Cited:
    before = draft.acts.replaced(act)
    return Cited(act, first=before, old=before, new=act)


def _replacing_too_early(draft: Draft, act: Act) -> Cited:
    return _too_early(_replacing(draft, act))


def _too_early(acts: Cited) -> Cited:
    """The second act with its day in a year in which there was no first one yet."""
    right, before = acts.again.date, acts.first.date if acts.first else acts.again.date
    earlier = in_year(right, before.year)
    if earlier >= before:
        earlier = in_year(right, before.year - 1)
    return acts._replace(again=acts.again._replace(date=earlier), expected=right.isoformat())


def _ended(draft: Draft, act: Act) -> Cited:
    acts = _replacing(draft, act)
    return acts._replace(again=acts.old or act, expected=act.number)


def _has_replacement(draft: Draft, act: Act) -> bool:
    return any(new == act and draft.signed > since for _, new, since in REPLACEMENTS)


def _replaced(draft: Draft, act: Act) -> Cited:
    old = draft.draw.choice([old for old, new, _ in REPLACEMENTS if new == act])
    return Cited(old, act.number)


_LISTED = ("QĐ-UBND", "KH-UBND", "NQ-HĐND")  # of which every year has several


def _in_listed_series(_draft: Draft, act: Act) -> bool:
    return act.number.endswith(_LISTED)


def _number_of_none(draft: Draft, act: Act) -> Cited:
    """A number close by that no act of the year has, nor one of that day in another year."""
    serial, separator, code = act.number.partition("/")
    day = act.date.month, act.date.day
    taken = {
        a.number
        for year in ACT_YEARS
        for a in draft.acts.of(year).values()
        if year == act.date.year or (a.date.month, a.date.day) == day
    }
    near = [f"{int(serial) + i:02}{separator}{code}" for i in range(1, 9)]
    number = draft.draw.choice([number for number in near if number not in taken])
    return Cited(act._replace(number=number), act.number)


def _no_more_in_force(draft: Draft, act: Act) -> Cited:
    return Cited(_ended(draft, act).again, act.number)


# Those that few acts suit come first: they choose theirs first.  Where the sentences of a kind need
# acts of two sorts, the option of the template says which.
CITATIONS: dict[Slip, dict[str, Citing]] = {
    "superseded": {
        "central": Citing(_has_replacement, _replaced),
        "archive": Citing(_replaces, _ended, _replacing),
    },
    "register_expired": {"": Citing(_replaces, _no_more_in_force)},
    "register_unknown": {"": Citing(_in_listed_series, _number_of_none)},
    "register_date": {"": Citing(_in_listed_series, _other_day)},
    "issuer_conflict": {"": Citing(_of_a_body, _other_body)},
    "past_year_plan": {"": Citing(_of_its_year, _of_the_year_before)},
    "number_out_of_series": {"": Citing(_in_dense_series, _far_number)},
    "year_in_number": {"": Citing(_dated_number, _year_of_another)},
    "code_issuer": {"": Citing(_has_other_issuer, _other_issuer)},
    "implements_older": {
        "implements": Citing(_implements, _implementing_too_early, _implementing),
        "replaces": Citing(_replaces, _replacing_too_early, _replacing),
    },
    "cited_after": {"": Citing(_undated_number, _later)},
    "same_subject_other_year": {"": Citing(_undated_number, _other_year)},
    "subject_conflict": {"": Citing(_undated_number, _other_subject)},
    "type_code": {"": Citing(_any, _other_type)},
    "incomplete_number": {"": Citing(_any, _cut_number)},
    "date_conflict": {"": Citing(_any, _other_day)},
}
