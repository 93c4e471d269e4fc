"""What the citing sentence says about the cited document: ordered lists of cues.

Looked for in this order: words directly before the citation; the last cue in its clause; the
lead-in of the list it stands in ('Một số văn bản nổi bật như: ...'); for a footnote on an act of the
report's own issuer, that it was issued.
"""

from __future__ import annotations

import re

from msgspec import Struct

from ...records import Relation

# Directly before the citation; the first rule that matches decides.
_ADJACENT: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    ("replaces", re.compile(r"thay thế(?:\s+cho)?(?:\s+(?:các|một phần))?\s*$", re.I)),
    ("repeals", re.compile(r"(?:bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực)\b[^.;]{0,60}$", re.I)),
    ("amended_by", re.compile(
        r"(?:được|đã)\s+sửa đổi(?:,\s*bổ sung)?[^.;]{0,60}\b(?:theo|bởi|tại|bằng)\s*$", re.I)),
    ("amends", re.compile(
        r"(?:sửa đổi|bổ sung|điều chỉnh|đính chính)(?:\s+(?:một số|nội dung|Điều|khoản|điều)\b[^.;]{0,50})?"
        r"(?:\s+(?:của|tại|kèm theo))?\s*$", re.I)),
    ("attached_to", re.compile(r"kèm theo\s*$", re.I)),
    ("reports", re.compile(r"\bbáo cáo\b[^.;]{0,160}\b(?:tại|bằng|qua)\s+(?:các\s+)?$", re.I)),
    ("guides", re.compile(r"(?:hướng dẫn thi hành|quy định chi tiết[^.;]{0,60})\s*$", re.I)),
)  # fmt: skip
# Anywhere before it in the clause; the last one wins.
_CUE = re.compile(
    r"(?P<issues>[Bb]an hành(?:(?:,| và)(?: tổ chức)?(?: triển khai| thực hiện){1,2})?"
    r"|\bcó(?= (?:các )?$)|đã có|[Tt]ham mưu|trình ký|thông qua|[Pp]hê duyệt|"
    r"[Xx]ây dựng|\bgửi\b|có các)"
    r"|(?P<basis>[Cc]ăn cứ|CĂN CỨ|[Tt]heo(?! dõi)|[Qq]uy định|[Tt]rên cơ sở|đáp ứng|phù hợp với|"
    r"tuân thủ|tinh thần|yêu cầu)"
    r"|(?P<implements>[Tt]riển khai|[Tt]hực hiện|quán triệt|QUÁN TRIỆT|[Tt]iếp tục|thi hành|"
    r"[Cc]hấp hành|cụ thể hóa|giao tại|nhiệm vụ|mục tiêu|hướng dẫn)"
)
# The lead-in of a list of acts: 'Một số văn bản chỉ đạo nổi bật như:', 'Các quyết định của UBND tỉnh:'
_ACTS_LISTED = re.compile(
    r"(?:văn bản|nghị quyết|quyết định|kế hoạch|công văn|chỉ thị)\b[^:]{0,90}$", re.I
)
_BOUNDARY = re.compile(r"[;:]\s|\n")
_REACH = 260
_LEAD_IN = 160


class Relating(Struct, frozen=True):
    """A relation and the place of the words that show it (view offsets; 0, 0 for none)."""

    relation: Relation
    start: int
    end: int
    rule: str


def relation_before(
    text: str, sentence_start: int, start: int, *, is_own_footnote: bool = False
) -> Relating:
    """The relation that the words before `start` give to what stands there."""
    low = max(sentence_start, start - _REACH)
    clause = low
    for boundary in _BOUNDARY.finditer(text, low, start):
        clause = boundary.end()
    return (
        _adjacent(text, clause, start)
        or _last_cue(text, clause, start)
        or _lead_in(text, sentence_start, clause)
        or (Relating("issues", 0, 0, "own-footnote") if is_own_footnote else None)
        or Relating("mentions", 0, 0, "no-cue")
    )


def _adjacent(text: str, clause: int, start: int) -> Relating | None:
    for relation, pattern in _ADJACENT:
        if match := pattern.search(text, clause, start):
            return Relating(relation, match.start(), match.end(), f"adjacent-{relation}")
    return None


def _last_cue(text: str, low: int, high: int) -> Relating | None:
    last: re.Match[str] | None = None
    for match in _CUE.finditer(text, low, high):
        last = match
    if last is None:
        return None
    relation: Relation = "mentions"
    for candidate in ("issues", "basis", "implements"):
        if last[candidate]:
            relation = candidate
    return Relating(relation, last.start(), last.end(), f"cue-{relation}")


def _lead_in(text: str, sentence_start: int, clause: int) -> Relating | None:
    """What stands before the colon that opened the list, in this sentence or the line above."""
    colon = text.rfind(":", max(sentence_start - _LEAD_IN, 0), clause)
    if colon < 0:
        return None
    if colon < sentence_start and text[colon + 1 : sentence_start].strip(" \r\n-+*•"):
        return None
    low = max(colon - _LEAD_IN, 0)
    low = text.rfind("\n", low, colon) + 1 or low
    if listed := _ACTS_LISTED.search(text, low, colon):
        cue = _last_cue(text, low, colon)
        if (
            cue is None
            or cue.relation != "basis"
            or not text[cue.start : cue.end].startswith(("Căn", "căn", "Trên"))
        ):
            return Relating("issues", listed.start(), colon, "list-of-acts")
    return _last_cue(text, low, colon)
