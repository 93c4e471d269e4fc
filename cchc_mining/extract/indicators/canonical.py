"""The canonical indicator that a figure gives, its confidence, and the value in its unit.

The unit bounds the choice (a percentage names no count), the label decides within the bounds, and
'none of these' is the usual answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from ... import lexicon
from ...records import Fraction, Role
from .added import CONFIDENCE as ADDED_CONFIDENCE
from .added import added_indicator
from .classifier import NONE, classifier
from .wording import words_of

Family = Literal["percent", "rank", "score", "money", "count"]
Value = float | int | Fraction

_PERCENTS = ("%", "‰", "điểm phần trăm")
_SCALES = {"nghìn": 1e3, "triệu": 1e6, "tỷ": 1e9, "trăm": 1e2, "chục": 1e1}


class Canonical(Struct, frozen=True, gc=False):
    """The id of a figure's indicator, how sure that is (0 to 1), the value in its unit."""

    id: str | None = None
    confidence: float | None = None
    value: float | int | None = None


class Fit(Struct, frozen=True):
    """How a unit fits indicators: the family of models, and each id it may be given for with the
    factor that leads to the indicator's own unit."""

    family: Family
    factors: dict[str, float]


class _Measure(Struct, frozen=True):
    base: str
    factor: float


_NOTHING = Canonical()


def canonical_indicator(label: str | None, unit: str | None, role: Role, value: Value) -> Canonical:
    """What a figure gives the value of; empty where that is no canonical indicator."""
    if not label:
        return _NOTHING
    found = _named(label, unit, role == "change", isinstance(value, Fraction))
    if found is None:
        return _NOTHING
    name, confidence, factor = found
    return Canonical(name, confidence, _converted(value, factor, name, role))


@lru_cache(maxsize=16384)
def _named(
    label: str, unit: str | None, is_change: bool, is_fraction: bool
) -> tuple[str, float, float] | None:
    """Id, confidence and factor."""
    if is_fraction and _is_counted(unit) and words_of(label)[:2] == ("ti", "le"):
        unit = "%"
    fit = fit_of(unit)
    allowed = allowed_ids(label, unit, is_change)
    if fit is None or not allowed:
        return None
    if added := added_indicator(label, allowed):
        return added, ADDED_CONFIDENCE, fit.factors[added]
    model = classifier()
    name, confidence = model.best(fit.family, label, allowed)
    if name == NONE or confidence < model.threshold:
        return None
    return name, round(confidence, 3), fit.factors[name]


def allowed_ids(label: str, unit: str | None, is_change: bool) -> tuple[str, ...]:
    """The indicators that a figure of a unit may give."""
    return _allowed(unit, is_change, is_change and not _RATE_WORDS.isdisjoint(words_of(label)))


_RATE_WORDS = frozenset(("le", "muc"))  # 'tỷ lệ', 'mức'


@lru_cache(maxsize=4096)
def _allowed(unit: str | None, is_change: bool, is_rate: bool) -> tuple[str, ...]:
    fit = fit_of(unit)
    if fit is None:
        return ()
    return tuple(n for n in fit.factors if not is_change or _may_change(n, fit, is_rate=is_rate))


def _is_counted(unit: str | None) -> bool:
    fit = fit_of(unit)
    return fit is None or fit.family == "count"


def _may_change(name: str, fit: Fit, *, is_rate: bool) -> bool:
    """Whether a change, 'giảm 12 đơn vị' or 'tăng 5%', may be one of this indicator.

    What indicators of falls measure is the change itself: a count of units that fell is a change
    of the units, and a percentage that speaks of no rate is growth of a count.
    """
    if fit.family != "percent":
        return not is_fall(name)
    indicator = _types()[name]
    speaks_for_itself = indicator.domain == "composite" or indicator.name_vi.startswith("Tốc độ")
    return speaks_for_itself or is_fall(name) or is_rate


@cache
def is_fall(name: str) -> bool:
    """Whether an indicator says by how much something fell: 'Tỷ lệ giảm biên chế'."""
    return "giảm" in _types()[name].name_vi.lower().split()


@cache
def _types() -> dict[str, lexicon.IndicatorType]:
    return {indicator.id: indicator for indicator in lexicon.indicators()}


# --- units ----------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def fit_of(unit: str | None) -> Fit | None:
    """What figures of a unit may be; None where no indicator is measured so.

    >>> fit_of('tỷ đồng').factors['public_investment_disbursed']
    1000.0
    """
    if unit is None:
        return Fit("score", _of_family("score"))
    if unit in _PERCENTS:
        factor = 0.1 if unit == "‰" else 1.0
        return Fit("percent", dict.fromkeys(_of_family("percent"), factor))
    if unit == "thứ bậc":
        return Fit("rank", _of_family("rank"))
    if unit == "điểm":
        return Fit("score", _said("điểm"))
    return _money_fit(unit) or _count_fit(unit)


def _money_fit(unit: str) -> Fit | None:
    written, _, per = unit.partition("/")
    measure = _measures().get(written) or _scaled_measure(written)
    if measure is None:
        return None
    factors = {
        name: measure.factor / wanted.factor
        for name in _of_family("money")
        if (wanted := _measures()[_types()[name].unit]).base == measure.base
        and (not per or any(word.endswith(f"/{per}") for word in _types()[name].also))
    }
    return Fit("money", factors) if factors else None


def _scaled_measure(unit: str) -> _Measure | None:
    """'nghìn tỷ đồng'."""
    scale, _, rest = unit.partition(" ")
    measure = _measures().get(rest)
    factor = _SCALES.get(scale)
    return _Measure(measure.base, measure.factor * factor) if measure and factor else None


def _count_fit(unit: str) -> Fit | None:
    """What any beginning of the unit may be: 'văn bản chỉ đạo, điều hành' is 'văn bản' too."""
    scale, _, rest = unit.partition(" ")
    factor = _SCALES.get(scale, 1.0)
    words = (rest if scale in _SCALES else unit).replace("/", ", ").split()
    factors: dict[str, float] = {}
    for end in range(1, len(words) + 1):
        factors |= _said(" ".join(words[:end]).rstrip(","))
    return Fit("count", dict.fromkeys(factors, factor)) if factors else None


def _said(word: str) -> dict[str, float]:
    return dict.fromkeys(_by_word().get(word, ()), 1.0)


@cache
def _by_word() -> dict[str, list[str]]:
    """The ids of each unit or other word for one."""
    ids: dict[str, list[str]] = {}
    for indicator in lexicon.indicators():
        for word in (indicator.unit, *indicator.also):
            ids.setdefault(word, []).append(indicator.id)
    return ids


@cache
def _of_family(family: Family) -> dict[str, float]:
    return {i.id: 1.0 for i in lexicon.indicators() if family_of(i.unit) == family}


def family_of(unit: str) -> Family:
    """The family of an indicator's own unit."""
    if unit == "%":
        return "percent"
    if unit == "thứ bậc":
        return "rank"
    if unit == "điểm":
        return "score"
    return "money" if unit in _measures() else "count"


@cache
def _measures() -> dict[str, _Measure]:
    return {row.unit: _Measure(row.base, float(row.factor)) for row in _money_rows()}


def _money_rows() -> Iterator[lexicon.Unit]:
    return (row for row in lexicon.units() if row.kind == "money" and row.base and row.factor)


# --- values ---------------------------------------------------------------------------------------


def _converted(value: Value, factor: float, name: str, role: Role) -> float | int | None:
    """The value in the indicator's unit; of a fraction the percentage, or what was counted.

    How much something fell counts upwards: 'giảm 10,2%' is 10.2 of a 'Tỷ lệ giảm ...'.
    None where there is no such number: of nothing, or one of hundreds of digits.
    """
    try:
        if isinstance(value, Fraction):
            value = 100 * value.num / value.den if _types()[name].unit == "%" else value.num
        if role == "change" and is_fall(name):
            value = abs(value)
        return value if factor == 1 and isinstance(value, int) else _tidy(value * factor)
    except (OverflowError, ZeroDivisionError):
        return None


def _tidy(value: float) -> float | int:
    """Without the noise of binary fractions: 7433.684, not 7433.684000000001."""
    tidy = float(f"{value:.12g}")
    return int(tidy) if tidy.is_integer() else tidy
