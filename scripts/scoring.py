"""How well a record agrees with gold labels: one judgement a mention, figures from judgements.

A figure's name is its row: `citation.numbered`, `indicator.unit` ... F1 rows judge whether mentions
are found at all; the other rows judge one field of the mentions that were found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, Protocol, TypeVar

from gold import GoldAgency, GoldCitation, GoldDocument, GoldHeader, GoldIndicator
from msgspec import Struct

from cchc_mining.records import AgencyMention, Citation, Fraction, Header, Indicator, Record
from cchc_mining.vietnamese import fold

Verdict = Literal["hit", "missed", "spurious", "wrong"]
Measure = Literal["F1", "acc", "recall", "token_f1"]

# Every row, in the order in which it is shown, and what its value measures.
MEASURES: dict[str, Measure] = {
    "citation.numbered": "F1",
    "citation.doc_type": "acc",
    "citation.date": "acc",
    "citation.issuer": "acc",
    "citation.relation": "acc",
    "citation.footnote": "acc",
    "citation.subject": "token_f1",
    "citation.named": "F1",
    "date": "F1",
    "period": "F1",
    "agency": "F1",
    "agency.name": "acc",
    "agency.anaphor": "recall",
    "indicator.value": "F1",
    "indicator.unit": "acc",
    "indicator.approx": "acc",
    "indicator.sign": "acc",
    "indicator.role": "acc",
    "indicator.period": "acc",
    "indicator.agency": "acc",
    "indicator.label": "acc",
    "indicator.tuple": "recall",
    "header": "acc",
}


class Judgement(Struct, frozen=True):
    """One mention under one row.  `grade` is its share of a right answer, from 0 to 1."""

    row: str
    verdict: Verdict
    start: int
    text: str
    expected: object = None
    found: object = None
    grade: float = 0.0


class Figure(Struct, frozen=True):
    """A row's value over `n` judged mentions; None where there is nothing to judge.

    Of an F1 row `n` counts the gold mentions, and precision and recall stand beside.
    """

    measure: Measure
    value: float | None
    n: int
    precision: float | None = None
    recall: float | None = None


def figures(judgements: Iterable[Judgement]) -> dict[str, Figure]:
    """The figure of every row that was judged, in the order of MEASURES."""
    rows: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        rows.setdefault(judgement.row, []).append(judgement)
    return {row: _figure(MEASURES[row], rows.get(row, [])) for row in MEASURES}


def _figure(measure: Measure, judgements: Sequence[Judgement]) -> Figure:
    if measure != "F1":
        n = len(judgements)
        return Figure(measure, sum(j.grade for j in judgements) / n if n else None, n)
    count = Counter(j.verdict for j in judgements)
    gold = count["hit"] + count["missed"]
    found = count["hit"] + count["spurious"]
    recall = count["hit"] / gold if gold else 1.0
    precision = count["hit"] / found if found else float(not gold)
    both = precision + recall
    return Figure(measure, 2 * precision * recall / both if both else 0.0, gold, precision, recall)


def judge(gold: GoldDocument, record: Record) -> list[Judgement]:
    """Every judgement on one document."""

    def inside(mention: _Placed) -> bool:
        return any(start <= mention.start < end for start, end in gold.windows)

    return [
        *_numbered_citations(gold.citations, record.citations),
        *_named_citations(gold.citations, record.citations),
        *_values("date", gold.dates, record.dates),
        *_values("period", _kept(inside, gold.periods), _kept(inside, record.periods)),
        *_agencies(_kept(inside, gold.agencies), _kept(inside, record.agencies)),
        *_indicators(_kept(inside, gold.indicators), _kept(inside, record.indicators)),
        *_header(gold.header, record.header),
    ]


# -- Comparing ---------------------------------------------------------------------------------

_SEPARATORS = re.compile(r"[\s\-–_]+")
_EDGES = ' .,;:()"“”*'
_SPELLED_OUT = (
    ("ubnd", "ủy ban nhân dân"),
    ("uy ban", "ủy ban"),
    ("hđnd", "hội đồng nhân dân"),
    ("tp.", "thành phố"),
    ("&", "và"),
)
# A wrong scale is a wrong figure, so these units are compared to the letter.
_EXACT_UNIT = re.compile(r"%|đồng|usd|đô la|nghìn|triệu|tỷ|tỉ|điểm")


def comparable(value: object) -> str | None:
    """A name or value without what does not change its meaning: case, blanks, short forms.

    >>> comparable('UBND TP. Hải Bình') == comparable('Ủy ban nhân dân thành phố Hải Bình')
    True
    """
    if value is None:
        return None
    text = _SEPARATORS.sub(" ", fold(str(value))).strip(_EDGES)
    for short, long in _SPELLED_OUT:
        text = text.replace(short, long)
    return " ".join(text.split())


def _comparable_number(number: str) -> str:
    return "".join(number.split()).upper()


def token_f1(a: str | None, b: str | None) -> float:
    """How many words two phrases share, from 0 to 1; order does not count."""
    left, right = (Counter((comparable(text) or "").split()) for text in (a, b))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def _same_unit(a: str | None, b: str | None) -> bool:
    """'cơ quan, đơn vị' and 'đơn vị' count the same thing; 'triệu đồng' and 'đồng' do not."""
    left, right = comparable(a) or "", comparable(b) or ""
    if left == right:
        return True
    if _EXACT_UNIT.search(left) or _EXACT_UNIT.search(right) or min(len(left), len(right)) <= 2:
        return False
    return left in right or right in left


# -- Pairing -----------------------------------------------------------------------------------


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


class _Valued(_Placed, Protocol):
    @property
    def value(self) -> str | None: ...


Mention = TypeVar("Mention", bound=_Placed)
Gold = TypeVar("Gold", bound=_Placed)
Found = TypeVar("Found", bound=_Placed)


def _kept(inside: Callable[[_Placed], bool], mentions: Iterable[Mention]) -> list[Mention]:
    return [mention for mention in mentions if inside(mention)]


class _Pairing(Struct, frozen=True):
    """Positions in the two lists: of the pairs, and of those that stayed alone."""

    pairs: list[tuple[int, int]]
    missed: list[int]
    spurious: list[int]


def _overlap(a: _Placed, b: _Placed) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start)) if shared > 0 else 0.0


def _pair(
    gold: Sequence[Gold],
    found: Sequence[Found],
    same: Callable[[Gold, Found], bool] = lambda _gold, _found: True,
    floor: float = 0.0,
) -> _Pairing:
    """One to one, the widest overlap first, among those that overlap by more than `floor`."""
    by_start = sorted(range(len(found)), key=lambda i: found[i].start)
    candidates: list[tuple[float, int, int]] = []
    for g, mention in enumerate(gold):
        for f in by_start:
            if found[f].start >= mention.end:
                break
            overlap = _overlap(mention, found[f])
            if overlap > floor and same(mention, found[f]):
                candidates.append((overlap, g, f))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, f in sorted(candidates, reverse=True):
        if g not in pairs and f not in taken:
            pairs[g] = f
            taken.add(f)
    return _Pairing(
        sorted(pairs.items()),
        [g for g in range(len(gold)) if g not in pairs],
        [f for f in range(len(found)) if f not in taken],
    )


def _found_at_all(
    row: str,
    gold: Sequence[Gold],
    found: Sequence[Found],
    pairing: _Pairing,
    shown: Callable[[_Placed], object],
) -> Iterator[Judgement]:
    for g, f in pairing.pairs:
        yield _judged(row, gold[g], True, shown(gold[g]), shown(found[f]))
    for g in pairing.missed:
        yield Judgement(row, "missed", gold[g].start, gold[g].text, expected=shown(gold[g]))
    for f in pairing.spurious:
        yield Judgement(row, "spurious", found[f].start, found[f].text, found=shown(found[f]))


def _judged(row: str, gold: _Placed, right: bool, expected: object, found: object) -> Judgement:
    return Judgement(
        row, "hit" if right else "wrong", gold.start, gold.text, expected, found, float(right)
    )


def _field(row: str, gold: _Placed, expected: object, found: object) -> Judgement:
    return _judged(row, gold, comparable(expected) == comparable(found), expected, found)


# -- Citations ---------------------------------------------------------------------------------


def _numbered_citations(
    all_gold: Sequence[GoldCitation], all_found: Sequence[Citation]
) -> Iterator[Judgement]:
    kinds = ("numbered", "self")
    gold = [g for g in all_gold if g.kind in kinds and g.number]
    found = [f for f in all_found if f.kind in kinds and f.number]
    pairing = _pair(gold, found, _same_number)
    row = "citation.numbered"
    yield from _found_at_all(row, gold, found, pairing, lambda m: getattr(m, "number", None))
    for g, f in pairing.pairs:
        yield from _citation_fields(gold[g], found[f])


def _same_number(gold: GoldCitation, found: Citation) -> bool:
    readings = {_comparable_number(n) for n in (gold.number, *gold.number_any) if n}
    return _comparable_number(found.number or "") in readings


def _citation_fields(gold: GoldCitation, found: Citation) -> Iterator[Judgement]:
    yield _field("citation.doc_type", gold, gold.doc_type, found.doc_type)
    yield _field("citation.date", gold, gold.date, found.date)
    if gold.issuer is not None:
        yield _field("citation.issuer", gold, gold.issuer, found.issuer)
    if gold.kind == "numbered" and gold.relation not in (None, "mentions"):
        right = _near(gold.relation) == _near(found.relation)
        yield _judged("citation.relation", gold, right, gold.relation, found.relation)
    if gold.footnote is not None:
        yield _field("citation.footnote", gold, gold.footnote, found.footnote)
    if gold.subject:
        grade = token_f1(gold.subject, found.subject)
        verdict: Verdict = "hit" if grade >= 0.6 else "wrong"
        row = "citation.subject"
        yield Judgement(row, verdict, gold.start, gold.text, gold.subject, found.subject, grade)


def _near(relation: str | None) -> str | None:
    """'basis' and 'implements' shade into each other and count as one."""
    return "basis" if relation == "implements" else relation


def _named_citations(
    all_gold: Sequence[GoldCitation], all_found: Sequence[Citation]
) -> Iterator[Judgement]:
    gold = [g for g in all_gold if g.kind == "named"]
    found = [f for f in all_found if f.kind == "named"]
    pairing = _pair(gold, found, floor=0.3)
    yield from _found_at_all("citation.named", gold, found, pairing, lambda m: m.text)


# -- Dates, periods, agencies ------------------------------------------------------------------


def _values(row: str, gold: Sequence[_Valued], found: Sequence[_Valued]) -> Iterator[Judgement]:
    pairing = _pair(gold, found, lambda g, f: g.value == f.value)
    yield from _found_at_all(row, gold, found, pairing, lambda m: getattr(m, "value", None))


def _agencies(gold: Sequence[GoldAgency], found: Sequence[AgencyMention]) -> Iterator[Judgement]:
    """A bare 'Sở' need not be found, but is no mistake either; its row is `agency.anaphor`."""
    pairing = _pair(gold, found, floor=0.5)
    by_name = _Pairing(
        [(g, f) for g, f in pairing.pairs if not gold[g].anaphor],
        [g for g in pairing.missed if not gold[g].anaphor],
        pairing.spurious,
    )
    yield from _found_at_all("agency", gold, found, by_name, lambda m: getattr(m, "name", None))
    for g, f in by_name.pairs:
        yield _field("agency.name", gold[g], gold[g].name, found[f].name)
    partner = dict(pairing.pairs)
    for g, mention in enumerate(gold):
        if mention.anaphor:
            name = found[partner[g]].name if g in partner else None
            right = g in partner and comparable(mention.name) == comparable(name)
            yield _judged("agency.anaphor", mention, right, mention.name, name)


# -- Indicators --------------------------------------------------------------------------------


def _indicators(gold: Sequence[GoldIndicator], found: Sequence[Indicator]) -> Iterator[Judgement]:
    pairing = _pair(gold, found, _same_value)
    row = "indicator.value"
    yield from _found_at_all(row, gold, found, pairing, lambda m: getattr(m, "label", None))
    complete: set[int] = set()
    for g, f in pairing.pairs:
        judgements = list(_indicator_fields(gold[g], found[f]))
        yield from judgements
        # A figure without a period of its own may be given one.
        needed = {"indicator.label", "indicator.unit"}
        same_period = gold[g].period is None or gold[g].period == found[f].period
        if same_period and all(j.verdict == "hit" for j in judgements if j.row in needed):
            complete.add(g)
    for g, mention in enumerate(gold):
        yield _judged("indicator.tuple", mention, g in complete, mention.label, None)


def _number(value: float | int | Fraction | None) -> tuple[float, float] | float | None:
    if isinstance(value, Fraction):
        return (value.num, value.den)
    return None if value is None else round(float(value), 6)


def _same_value(gold: GoldIndicator, found: Indicator) -> bool:
    a, b = _number(gold.value), _number(found.value)
    if a == b:
        return True
    # A wrong sign is judged in a row of its own.
    return (
        gold.role == "change" and isinstance(a, float) and isinstance(b, float) and abs(a) == abs(b)
    )


def _indicator_fields(gold: GoldIndicator, found: Indicator) -> Iterator[Judgement]:
    right = _same_unit(gold.unit, found.unit)
    yield _judged("indicator.unit", gold, right, gold.unit, found.unit)
    if gold.approx or found.approx:
        right = gold.approx == found.approx
        yield _judged("indicator.approx", gold, right, gold.approx, found.approx)
    a, b = _number(gold.value), _number(found.value)
    if gold.role == "change" and isinstance(a, float) and isinstance(b, float):
        yield _judged("indicator.sign", gold, (a < 0) == (b < 0), a, b)
    yield _field("indicator.role", gold, gold.role, found.role)
    if gold.period is not None:
        yield _field("indicator.period", gold, gold.period, found.period)
    if gold.agency is not None:
        yield _field("indicator.agency", gold, gold.agency, found.agency)
    right = _good_label(gold, found.label)
    yield _judged("indicator.label", gold, right, gold.label, found.label)


def _good_label(gold: GoldIndicator, label: str | None) -> bool:
    """Short enough to head a column, and at least half of the keywords are in it."""
    text = comparable(label) or ""
    longest = max(14, 2.5 * len((comparable(gold.label) or "").split()))
    keywords = [comparable(keyword) or "" for keyword in gold.keywords or ()]
    said = sum(keyword in text for keyword in keywords)
    return len(text.split()) <= longest and said * 2 >= len(keywords)


# -- Header ------------------------------------------------------------------------------------

_HEADER_FIELDS = (
    "doc_number",
    "doc_type",
    "doc_date",
    "place",
    "issuer",
    "title",
    "signer",
    "signer_position",
)


def _header(gold: GoldHeader | None, found: Header | None) -> Iterator[Judgement]:
    if gold is None:
        return
    found = found or Header()
    for name in _HEADER_FIELDS:
        expected, value = getattr(gold, name), getattr(found, name)
        right = comparable(expected) == comparable(value)
        if name == "title":
            right = token_f1(expected, value) >= 0.8
        verdict: Verdict = "hit" if right else "wrong"
        yield Judgement("header", verdict, 0, name, expected, value, float(right))
