"""A document cited by type word and serial alone: 'Nghị định 61', 'các Nghị quyết 57, 59 và 68'.

The same words may count ('Kế hoạch 5 năm', 'Quyết định 12 nội dung'), so what follows decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from ...lexicon import bearers, counted_nouns, may_mean, titled, units
from ...reading import Layout
from ...records import AgencyMention, Citation
from ...vietnamese import alternation, fold
from .drafts import Draft
from .flows import flows
from .serials import ABBREVIATED_KINDS, serial_of, without_zeros

_KINDS = (
    "Nghị định", "Nghị quyết", "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị", "Pháp lệnh",
    "Kế hoạch", "Đề án", "Chương trình", "Kết luận", "Quy định", "Công văn", "Công điện", "Văn bản",
    "Thông báo", "Hướng dẫn", "Tờ trình", "Báo cáo", "Dự án",
)  # fmt: skip
_IN_HEADINGS = ("NGHỊ ĐỊNH", "NGHỊ QUYẾT", "CHỈ THỊ", "KẾT LUẬN", "ĐỀ ÁN", "CHƯƠNG TRÌNH")
_SCHEMES = frozenset(("Đề án", "Chương trình", "Dự án"))
# not before '06/QĐ', '5-10', '2,5', '10%', nor across the blanks that part two columns
_NUMBER = r"(?P<number>\d{1,4}[a-zđ]?)(?![^\W⁰¹²³⁴-⁹]|%|[.,]\d|\s?/\s?\w|\s?[-–]\s?\w|\s%)"
_HEADED = re.compile(
    rf"(?P<kind>{alternation((*_KINDS, *_IN_HEADINGS, *ABBREVIATED_KINDS))})[ ]{_NUMBER}"
)
# 'các Nghị quyết 57, 59, 66 và 68'
_NEXT = re.compile(rf"\s*(?:,|;|và|,\s*và)\s*{_NUMBER}")
# What stands between two type words with numbers in a list.
_JOINT = re.compile(r"\s*(?:,|;|và|,\s*và)\s*")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What shows that an unknown number is a document's: who issued it, what it is about, its day.
_TELLS = re.compile(
    r"\s+(?:về (?:việc )?[^\W\d_]|ngày\s+\d{1,2}(?:[/-]|\s+tháng)|(?:nêu|nói|kể) trên\b|này\b)"
)
# Or what leads to it: 'theo', 'thực hiện'.  Plans, reports and notices are counted even then.
_HIGH = 100
_ACTS = frozenset(
    ("Nghị định", "Nghị quyết", "Quyết định", "Thông tư", "Thông tư liên tịch", "Chỉ thị", "Pháp lệnh",
     "Kết luận")
)  # fmt: skip
_LEADS = re.compile(
    r"(?:[Tt]heo|[Tt]ại|[Cc]ăn cứ|[Tt]hực hiện|[Tt]riển khai|[Qq]uán triệt|kèm theo|thay thế|bãi bỏ|của|Điều \d+)"
    r"\s+(?:các\s+)?$"
)
# After a scheme that everybody knows: whose it is ('Tổ Đề án 06 xã Suối Cát'), which part of it
# ('Chương trình 135 giai đoạn II'), what it does.
_NOT_COUNTED = re.compile(
    r"\s+(?:giai đoạn|tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|cấp|hướng dẫn|báo cáo|thông báo|"
    r"kiểm tra|hỗ trợ|đánh giá|đề xuất|kiến nghị)\b"
)
_OF = re.compile(r"\s+của\s+")
_ENDS = re.compile(r"\s*(?:[.,;:)”\"]|$|\n)|\s+(?:và|là|được|đã|có|để|thì|trên địa bàn|tại|theo)\b")
# the words that a number may count, up to the next mark
_FOLLOWING = re.compile(r"\s+[^\W\d_]+(?:\s+[^\W\d_]+){0,3}")
_LONGEST_NOUN = 40


@cache
def _counted() -> frozenset[str]:
    """What is counted: after 'Kế hoạch 5 năm', 'Chương trình 4 bước' no document is named."""
    nouns = {surface for row in counted_nouns() for surface in (row.noun, *row.surfaces)}
    more = "bước|giai đoạn|kỳ|kỳ họp|khâu|chữ|không|nhất|trong|nhóm|mục|phần|chương|điều|cấp|bên|nhà|loại|lần"
    return frozenset(map(fold, (*nouns, *(row.surface for row in units()), *more.split("|"))))


def _counts(flow: str, end: int) -> bool:
    """Whether the words after a number are something that it counts."""
    following = _FOLLOWING.match(flow, end, end + _LONGEST_NOUN)
    words = fold(following[0]).split(" ") if following else []
    return any(" ".join(words[:count]) in _counted() for count in range(1, len(words) + 1))


class _Serials:
    """Which type words and serials are spoken for in one text."""

    def __init__(self, cited: Sequence[Citation]) -> None:
        self._cited: dict[str, list[Citation]] = {}
        for citation in cited:
            if serial := serial_of(citation.number):
                self._cited.setdefault(serial, []).append(citation)

    def known(self, kind: str, serial: str) -> bool:
        """Known everywhere, or cited in full in this text."""
        return bool(bearers(f"{kind} {serial}")) or self.cited(kind, serial)

    def cited(self, kind: str, serial: str) -> bool:
        """Cited in full in this text."""
        return any(
            may_mean(kind, c.doc_type or "?") or titled(kind, c.subject or "")
            for c in self._cited.get(without_zeros(serial), ())
        )


class _Headed(Struct, frozen=True):
    """A type word with a number: what it says, and whether a document is meant."""

    match: re.Match[str]
    kind: str
    issuer: AgencyMention | None
    is_known: bool
    is_cited: bool
    is_vague: bool  # it may as well count


def find_bare_serials(
    layout: Layout, cited: Sequence[Citation], agencies: Sequence[AgencyMention]
) -> list[Draft]:
    """Type words with a bare serial: 'Nghị định 61', 'các Nghị quyết 57, 59 và 68'."""
    serials = _Serials(cited)
    issuers = {a.start: a for a in agencies if a.name and not a.anaphor}
    found: list[Draft] = []
    for flow, low, high in flows(layout):
        for run in _runs(flow, low, high):
            headed = [_read(flow, match, serials, issuers) for match in run]
            # 'Nghị quyết 02, Chỉ thị 05, Kế hoạch 30': one that counts tells that all do
            counts = any(h.is_vague for h in headed)
            for one in headed:
                if not one.is_vague and (one.is_cited or one.issuer or not counts):
                    found += _drafts(flow, one, serials, issuers)
    return found


def _runs(flow: str, low: int, high: int) -> list[list[re.Match[str]]]:
    """Type words with numbers, those of one list together."""
    runs: list[list[re.Match[str]]] = []
    for match in _HEADED.finditer(flow, low, high):
        if flow[match.start() - 1 : match.start()].isalnum():
            continue
        if runs and _JOINT.fullmatch(flow, runs[-1][-1].end(), match.start()):
            runs[-1].append(match)
        else:
            runs.append([match])
    return runs


def _read(
    flow: str, match: re.Match[str], serials: _Serials, issuers: dict[int, AgencyMention]
) -> _Headed:
    kind = ABBREVIATED_KINDS.get(match["kind"]) or match["kind"].capitalize()
    issuer = _issuer_after(flow, match.end(), issuers, kind)
    is_known = serials.known(kind, match["number"])
    is_vague = issuer is None and _counts_or_is_vague(flow, match, kind, is_known=is_known)
    is_cited = serials.cited(kind, match["number"])
    return _Headed(match, kind, issuer, is_known, is_cited, is_vague)


def _drafts(
    flow: str, one: _Headed, serials: _Serials, issuers: dict[int, AgencyMention]
) -> list[Draft]:
    rule = "known" if one.is_known else "open"
    drafts = [_numbered(one.match, one.kind, one.match.start(), rule)]
    if one.is_known:
        drafts += _members(flow, one.match, one.kind, serials)
    _take_issuer(drafts, one.issuer or _issuer_after(flow, drafts[-1].end, issuers, one.kind))
    return drafts


def _counts_or_is_vague(flow: str, match: re.Match[str], kind: str, *, is_known: bool) -> bool:
    number, end = match["number"], match.end()
    if _TELLS.match(flow, end, end + 24):
        return False
    if is_known and kind in _SCHEMES and _NOT_COUNTED.match(flow, end, end + 16):
        return False
    if _counts(flow, end):
        return True
    if is_known:
        return False
    is_led = _LEADS.search(flow, max(match.start() - 24, 0), match.start())
    return not (is_led and _is_no_count(kind, number) and _ENDS.match(flow, end, end + 16))


def _is_no_count(kind: str, number: str) -> bool:
    """'theo Nghị định 15', 'tại Kế hoạch 128'; 'Kế hoạch 12' alone might count, '2024' is a year."""
    if kind in _ACTS:
        return True
    is_high = number.isdigit() and int(number) >= _HIGH and not _YEAR.fullmatch(number)
    return is_high and kind not in _SCHEMES


def _members(flow: str, match: re.Match[str], kind: str, serials: _Serials) -> Iterator[Draft]:
    """The other members of a list whose type word stands once."""
    after = _NEXT.match(flow, match.end())
    while after and serials.known(kind, after["number"]) and not _counts(flow, after.end()):
        yield _numbered(after, kind, after.start("number"), "known-list")
        after = _NEXT.match(flow, after.end())


def _numbered(match: re.Match[str], kind: str, start: int, rule: str) -> Draft:
    return Draft(
        start,
        match.end(),
        "reference",
        {"mention": f"serial-{rule}"},
        kind,
        number=match["number"],
        number_place=match.span("number"),
    )


def _issuer_after(
    flow: str, end: int, issuers: dict[int, AgencyMention], kind: str
) -> AgencyMention | None:
    """'Nghị quyết 57 của Bộ Chính trị'; a scheme is the Government's ('Tổ Đề án 06 của Công an xã')."""
    of = _OF.match(flow, end, end + 8)
    issuer = issuers.get(of.end()) if of else None
    if issuer and kind in _SCHEMES and not (issuer.name or "").endswith("Chính phủ"):
        return None
    return issuer


def _take_issuer(drafts: list[Draft], issuer: AgencyMention | None) -> None:
    """The issuer after a list is that of all its members; the last one's span takes it in."""
    if issuer is None:
        return
    for draft in drafts:
        draft.issuer, draft.issuer_place = issuer.name, (issuer.start, issuer.end)
        draft.rules["issuer"] = "beside" if draft is drafts[-1] else "shared-in-list"
    drafts[-1].end = issuer.end
