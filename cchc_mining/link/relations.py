"""Relations between two cited documents: 'Quyết định A ... thay thế Quyết định B'.

A citation says in `relation` what happens to the cited document, or what it serves for.  Whose
act that is has to be read from the sentence: another document cited in it, else the one that cites.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ..records import Citation, Place
from ..vietnamese import LOWER, fold

# Relations in which one legal document acts on another.
_ACTS_ON = frozenset(("replaces", "repeals", "amends", "amended_by", "guides"))
_UNDERGOES = ("replaces", "repeals", "amends")
_PART = re.compile(
    r"\b(?:điều|khoản|điểm|phụ lục|mục|chương|một phần|một số|cụm từ|nội dung|quy định tại)\b", re.I
)
# A full stop before a capital, or a blank line; 'TP. Nha Trang' goes on.
_SENTENCE_END = re.compile(
    rf"(?<![\s.](?:TP|Tp|TX))(?<!\bTT)[.?!][”\")*]*\s+(?=[^\W\d_{LOWER}])|\n\s*\n"
)

# What only tells of others, and cannot itself replace or amend one.
_TELLING = frozenset(
    ("báo cáo", "thông báo", "tờ trình", "công văn", "văn bản", "giấy mời", "biên bản", "công điện")
)


def can_act(doc_type: str | None) -> bool:
    """Whether a document of that type can replace, repeal or amend another by its own words.

    >>> can_act('Quyết định'), can_act('Báo cáo'), can_act(None)
    (True, False, False)
    """
    return bool(doc_type) and fold(doc_type or "") not in _TELLING


def concerns_parts(citation: Citation, text: str) -> bool:
    """Whether what happens to the cited document happens to some of its articles or words only.

    'bãi bỏ Điều 6 và Điều 7 của Quy định ban hành kèm theo Quyết định số 2218/QĐ-UBND'
    """
    if citation.relation not in _UNDERGOES:
        return False
    start, _ = citation.parts.get("relation", (citation.start, citation.start))
    return bool(citation.pinpoints) or _PART.search(text, start, citation.start) is not None


def acting_mentions(citations: Sequence[Citation], text: str) -> dict[str, str]:
    """From the id of a cited mention to the id of the mention of the document that acts on it.

    `citations` are sorted by start and carry their targets.
    """
    actors: dict[str, str] = {}
    starts = [citation.start for citation in citations]
    titles = [citation.parts.get("subject", (0, 0)) for citation in citations]
    for i, citation in enumerate(citations):
        if citation.kind == "self" or citation.target is None:
            continue
        actor = _of_subject(citations, titles, i)
        if actor is None and citation.relation in _ACTS_ON:
            actor = _in_sentence(citations, starts, i, text)
        if actor is not None and actor.target not in (None, citation.target):
            actors[citation.id] = actor.id
    return actors


def _of_subject(citations: Sequence[Citation], titles: Sequence[Place], i: int) -> Citation | None:
    """The document in whose title this one is cited: 'Kế hoạch số 5 thực hiện Nghị quyết số 1'."""
    cited = citations[i]
    for before in range(i - 1, max(i - 4, 0) - 1, -1):
        start, end = titles[before]
        if start <= cited.start and cited.end <= end:
            return citations[before]
    return None


def _in_sentence(
    citations: Sequence[Citation], starts: Sequence[int], i: int, text: str
) -> Citation | None:
    cited = citations[i]
    words = cited.parts.get("relation", (cited.start, cited.start))
    if words[0] >= cited.end:  # 'B được thay thế bằng A'
        after = bisect_right(starts, words[1] - 1)
        follower = citations[after] if after < len(citations) else None
        return follower if follower and not sentence_ends(text, cited.end, follower.start) else None
    for other in reversed(citations[:i]):
        if sentence_ends(text, other.end, cited.start):
            return None
        # 'A thay thế B và C, bãi bỏ D': B and C are acted on as well
        if other.end <= words[0] and other.relation not in (*_UNDERGOES, cited.relation):
            return None if _is_ground(other, text, words[0]) else other
    return None


# 'Căn cứ A, Quyết định này bãi bỏ B': words after a comma
_NEXT_CLAUSE = re.compile(r",\s*[^\s,(]")


def _is_ground(other: Citation, text: str, words: int) -> bool:
    """Whether a document only gives the ground on which another, or the citing one, acts."""
    _, end = other.parts.get("subject", (0, 0))
    return (
        other.relation in ("basis", "implements")
        and _NEXT_CLAUSE.search(text, max(other.end, end), words) is not None
    )


def sentence_ends(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two offsets."""
    return start < end and _SENTENCE_END.search(text, start, end) is not None
