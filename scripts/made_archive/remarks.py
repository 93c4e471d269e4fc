"""What a document may say besides its fixed sections: every kind that can carry a slip."""

from __future__ import annotations

from collections.abc import Collection

from .citing import CITATIONS, cited, has_act
from .comparing import COMPARISONS, TOPICS, compared, is_comparable
from .counting import FIGURES, TIMES, Scheme
from .draft import Draft, Slip
from .tabulating import LAYOUTS, write_table
from .wording import Case, Wording, filled, wordings

OWN_DAY: Slip = "before_period"
BY_OWN_DAY: tuple[Slip, ...] = ("as_of_outside", "cited_after", "superseded", "register_expired")
"""Slips that show by the document's own day, and may be none where that is wrong."""
HEADER_SLIPS: tuple[Slip, ...] = (OWN_DAY,)
SLIPS: tuple[Slip, ...] = (*CITATIONS, *FIGURES, *TIMES, *LAYOUTS, *COMPARISONS, *HEADER_SLIPS)
"""Every kind of slip there is."""

_IN_PLANS = tuple(CITATIONS)
_USUAL, _IN_A_PLAN = 9, 3  # right sentences in a report and in a plan
# Kinds that use the sentences of another kind.
_SENTENCES_OF: dict[Slip, Slip] = {"truncation": "pct_mismatch"}


def possible(draft: Draft) -> tuple[Slip, ...]:
    """The slips that a document can contain."""
    if draft.assignment.kind == "plan":
        return tuple(slip for slip in _IN_PLANS if has_act(draft, slip))
    return tuple(slip for slip in SLIPS if _is_possible(draft, slip))


def _is_possible(draft: Draft, slip: Slip) -> bool:
    if slip in CITATIONS:
        return has_act(draft, slip)
    return slip not in COMPARISONS or is_comparable(draft, slip)


def chosen(draft: Draft) -> tuple[Slip, ...]:
    """The kinds of sentences that a document has, in the order of a report."""
    is_plan = draft.assignment.kind == "plan"
    sentences = (*CITATIONS, *(() if is_plan else (*FIGURES, *TIMES, *LAYOUTS)))
    usual = draft.draw.sample(sentences, _IN_A_PLAN if is_plan else _USUAL)
    return tuple(slip for slip in sentences if slip in usual or draft.slips(slip))


def write_citations(draft: Draft, kinds: Collection[Slip]) -> None:
    """Sentences that cite, one a paragraph; the wrong ones first choose their acts."""
    for slip in sorted((k for k in kinds if k in CITATIONS), key=draft.slips, reverse=True):
        wrong = draft.slips(slip)
        if has_act(draft, slip):
            wording, case = cited(draft, slip, wrong)
            _write(draft, slip, wording, case, wrong)


def write_figures(draft: Draft, kinds: Collection[Slip]) -> None:
    """Sentences with figures or days that depend on one another, then tables."""
    for file, schemes in (("figures", FIGURES), ("times", TIMES)):
        for slip, scheme in schemes.items():
            if slip in kinds:
                _write_figures(draft, file, slip, scheme)
    for slip in LAYOUTS:
        if slip in kinds:
            write_table(draft, slip, draft.slips(slip))


def _write_figures(draft: Draft, file: str, slip: Slip, scheme: Scheme) -> None:
    wrong = draft.slips(slip)
    choices = wordings(file)[_SENTENCES_OF.get(slip, slip)]
    if wrong:
        choices = [wording for wording in choices if wording.option != "plan"]
    wording = draft.draw.choice([w for w in choices if w not in draft.used])
    draft.used.add(wording)
    case = scheme(draft, wording, wrong)
    _write(draft, slip, wording, case, wrong)


def write_comparisons(draft: Draft) -> None:
    """What every report sets beside the year before."""
    wrong = {
        topic: slip
        for topic, slip in zip(
            draft.draw.sample(list(TOPICS), len(COMPARISONS)), COMPARISONS, strict=True
        )
        if draft.slips(slip)
    }
    for topic in TOPICS:
        slip = wrong.get(topic)
        wording, case = compared(draft, topic, slip)
        _write(draft, slip or "", wording, case, slip is not None)


def _write(draft: Draft, slip: Slip, wording: Wording, case: Case, wrong: bool) -> None:
    draft.text.paragraph(*filled(draft, wording, case))
    if wrong:
        draft.plant(slip, case.expected, case.slipped, case.evidence)
