"""What stands around each citation of a text: its pinpoints, its subject, its relation.

Here the readers of single pieces meet: a subject ends where the pinpoints of the next citation begin, a
relation is read before the pinpoints, and for a citation in a footnote in the body, before the phrase
that the footnote's mark closes.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...reading import Context, FootnoteBlock, Layout
from ...records import Place
from .drafts import Draft
from .pinpoints import Pinpointed, pinpoints_after, pinpoints_before
from .relations import Relating, RelationReader, Stretch
from .subjects import subject_after, subject_before, subject_of_footnote

_LOOKED_AHEAD = 5


class Surroundings(Struct):
    """What was read around one citation; `flow` is the string that its offsets are read in.

    `start` and `end` are those of the citation with the pinpoints that lead up to it or follow it.
    """

    draft: Draft
    block: FootnoteBlock | None
    flow: str
    sentence: Place
    start: int
    end: int
    pinpointed: Pinpointed | None = None
    subject: Place | None = None
    subject_rule: str = ""
    subject_flow: str = ""
    relating: Relating | None = None
    relation_flow: str = ""


class _Phrases:
    """The phrases that footnotes' marks close, each found once."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._found: dict[int, Place | None] = {}

    def closed_by(self, block: FootnoteBlock) -> Place | None:
        """The phrase of the body for a footnote."""
        if block.start not in self._found:
            self._found[block.start] = subject_of_footnote(self._layout, block)
        return self._found[block.start]


def read_surroundings(
    layout: Layout, context: Context, drafts: Sequence[Draft]
) -> list[Surroundings]:
    """The surroundings of sorted drafts, in their order."""
    found: list[Surroundings] = []
    for draft in drafts:
        block = layout.footnote_at(draft.start)
        flow = layout.view.text if block else layout.body
        type_place = draft.type_place  # may stand apart: on the page before, above a list
        start = min(draft.start, type_place[0]) if type_place else draft.start
        sentence = layout.sentence(draft.start)
        found.append(Surroundings(draft, block, flow, sentence, start, draft.end))
    _read_pinpoints(found)
    phrases = _Phrases(layout)
    _read_subjects(layout, found, phrases)
    _read_relations(layout, context, found, phrases)
    return found


def _read_pinpoints(found: Sequence[Surroundings]) -> None:
    last_end = 0
    for i, here in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        next_start = following.draft.start if following and following.block is here.block else None
        low = max(here.sentence[0], last_end)
        if before := pinpoints_before(here.flow, low, here.draft.start):
            here.pinpointed, here.start = before, before.place[0]
        elif after := pinpoints_after(here.flow, here.draft.end, next_start):
            here.pinpointed, here.end = after, after.place[1]
        last_end = here.end


# -- Subjects ------------------------------------------------------------------------------------


def _read_subjects(layout: Layout, found: Sequence[Surroundings], phrases: _Phrases) -> None:
    by_start = {here.draft.start: here for here in found}
    places = [(here.start, here.end) for here in found]
    for i, here in enumerate(found):
        if here.draft.kind != "numbered":
            continue
        others = places[i + 1 : i + 1 + _LOOKED_AHEAD]
        here.subject = subject_after(
            here.flow, here.sentence[0], (here.draft.start, here.end), here.sentence[1], others
        )
        if here.subject:
            here.subject_rule, here.subject_flow = "after", here.flow
    previous: Draft | None = None
    for here in found:
        is_open = here.draft.kind == "numbered" and here.subject is None
        if is_open and not _share_subject(here, by_start):
            _subject_before(here, by_start, previous, layout, phrases)
        previous = here.draft


def _share_subject(here: Surroundings, by_start: dict[int, Surroundings]) -> bool:
    """'Công văn số 17/SYT-VP và 19/SYT-VP đôn đốc ...': what is said once is said of all."""
    draft, last = here.draft, here.draft.last
    if last is None or not (last.elided or last.is_same_day or _both_bare(draft, last)):
        return False
    there = by_start[last.start]
    if there.subject_rule != "after":
        return False
    here.subject, here.subject_rule = there.subject, "shared-in-list"
    here.subject_flow = there.subject_flow
    return True


def _both_bare(draft: Draft, last: Draft) -> bool:
    """'Nghị định số 107/2020/NĐ-CP, Nghị định số 108/2020/NĐ-CP về ...': of one type, without dates."""
    return draft.date is None and last.date is None and draft.doc_type == last.doc_type


def _subject_before(
    here: Surroundings,
    by_start: dict[int, Surroundings],
    previous: Draft | None,
    layout: Layout,
    phrases: _Phrases,
) -> None:
    if here.block:
        here.subject = phrases.closed_by(here.block)
        here.subject_rule, here.subject_flow = "footnoted-phrase", layout.body
        return
    first = here.draft.first
    if first and by_start[first.start].subject_rule == "before":
        here.subject = by_start[first.start].subject
        here.subject_rule, here.subject_flow = "shared-in-list", here.flow
        return
    subject = subject_before(here.flow, here.sentence[0], here.draft.start)
    if subject and not (previous and previous.start >= subject[0]):
        here.subject, here.subject_rule, here.subject_flow = subject, "before", here.flow


# -- Relations -----------------------------------------------------------------------------------


def _read_relations(
    layout: Layout, context: Context, found: Sequence[Surroundings], phrases: _Phrases
) -> None:
    """In the body in the order of its places; inside each footnote from its own words first."""
    in_body: list[tuple[Stretch, list[Surroundings]]] = []
    blocks: dict[int, list[Surroundings]] = {}
    for here in found:
        if here.block and here.block.anchor_start is not None:
            blocks.setdefault(here.block.start, []).append(here)
        else:
            in_body.append((_stretch(here), [here]))
    for several in blocks.values():
        reader = RelationReader(layout.view.text)
        for here in several:
            stretch = _stretch(here)
            reader.read(stretch)
            here.relating, here.relation_flow = stretch.relating, layout.view.text
        silent = [here for here in several if here.relating and here.relating.rule == "no-cue"]
        in_body.append((_stretch_of_phrase(layout, several[0].block, phrases), silent))
    in_body.sort(key=lambda read: (read[0].start, -read[0].through))
    reader = RelationReader(layout.body)
    for stretch, _ in in_body:
        reader.read(stretch)
    for stretch, several in in_body:
        for here in several:
            here.relation_flow = layout.body
            here.relating = _told_apart(stretch.relating, here, context)


def _stretch(here: Surroundings) -> Stretch:
    through = here.subject[1] if here.subject and here.subject_rule == "after" else here.end
    return Stretch(
        here.sentence[0],
        here.start,
        here.end,
        through,
        is_report=here.draft.doc_type == "Báo cáo",
    )


def _stretch_of_phrase(layout: Layout, block: FootnoteBlock | None, phrases: _Phrases) -> Stretch:
    assert block is not None
    assert block.anchor_start is not None
    assert block.anchor_end is not None
    start, _ = phrases.closed_by(block) or (block.anchor_start, block.anchor_start)
    low, _ = layout.sentence(block.anchor_start)
    return Stretch(low, start, start, block.anchor_end, is_phrase=True)


def _told_apart(relating: Relating, here: Surroundings, context: Context) -> Relating:
    """A footnote or bracket that only cites: a report reports, an act of one's own was issued."""
    is_bracketed = here.flow[here.start - 1 : here.start] == "("
    if here.block is None and not is_bracketed:
        return relating
    if here.draft.doc_type == "Báo cáo" and relating.relation in ("mentions", "issues"):
        return Relating("reports", relating.place, "report-apart")
    is_own = here.draft.issuer is not None and here.draft.issuer == context.issuer
    if relating.rule == "no-cue" and is_own:
        return Relating("issues", None, "own-apart")
    return relating
