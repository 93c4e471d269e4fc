"""What the citing sentence says about the cited document, with the words that show it.

Read in this order: words right after the citation that say what became of it; the member of the list
or the sentence before that it is joined to; the last cue before it in its clause; the lead-in of
the list it stands in ('Một số văn bản nổi bật như: ...').  Cues are data: words, and the relation
that each shows.  What stands inside an earlier citation or its subject is no cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from ...records import Place, Relation

# Words before a citation.  Of several the last decides, if its object can be the citation.
_WORDS: Mapping[Relation, str] = {
    "replaces": "thay thế|thay thế cho|thay cho|thay",
    "repeals": (
        "bãi bỏ|hủy bỏ|hết hiệu lực|hết hiệu lực của|ngưng hiệu lực|ngưng hiệu lực thi hành|"
        "ngừng hiệu lực|chấm dứt hiệu lực|chấm dứt hiệu lực của|đình chỉ thi hành|thu hồi"
    ),
    "amends": (
        "sửa đổi|sửa đổi, bổ sung|sửa đổi và bổ sung|sửa đổi bổ sung|bổ sung|điều chỉnh|"
        "điều chỉnh, bổ sung|đính chính"
    ),
    "guides": (
        "hướng dẫn thi hành|quy định chi tiết|quy định chi tiết thi hành|hướng dẫn chi tiết|"
        "quy định chi tiết và hướng dẫn thi hành|quy định chi tiết và biện pháp thi hành|"
        "quy định chi tiết, hướng dẫn thi hành|hướng dẫn một số|giải thích"
    ),
    "attached_to": "kèm theo|ban hành kèm theo|ban hành kèm",
    "issues": (
        "ban hành|phê duyệt|thông qua|"
        "tham mưu|đã trình|trình ký|đã ra|đã có|có|có các|gửi|xây dựng|công bố|soạn thảo"
    ),
    "basis": (
        "căn cứ|theo|quy định|quy định tại|quy định của|trên cơ sở|đáp ứng|phù hợp với|tuân thủ|"
        "qua theo dõi|qua kiểm tra|qua rà soát|qua tổng hợp|qua xem xét|tinh thần|yêu cầu của|yêu cầu tại|đáp ứng yêu cầu|áp dụng|xét đề nghị|dựa trên"
    ),
    "implements": (
        "triển khai|thực hiện|triển khai thực hiện|tổ chức thực hiện|quán triệt|thi hành|chấp hành|"
        "cụ thể hóa|giao tại|hướng dẫn|bám sát|sơ kết|tổng kết|đẩy mạnh|tăng cường"
    ),
    # the citation is what is spoken of: 'Tìm hiểu quy định của Luật Đất đai', 'so với quy định tại'
    "mentions": "tìm hiểu|so với|tập huấn|giới thiệu|góp ý|tìm hiểu quy định của|so với quy định tại",
}
# 'ban hành và tổ chức triển khai thực hiện': what is issued and carried out was issued
_AND_CARRIED_OUT = tuple(
    f"ban hành{joint} {organised}{carried_out}"
    for joint in (",", " và")
    for organised in ("", "tổ chức ")
    for carried_out in ("triển khai", "thực hiện", "triển khai thực hiện")
)
_RELATION_OF: dict[str, Relation] = {
    words: relation for relation, several in _WORDS.items() for words in several.split("|")
} | dict.fromkeys(_AND_CARRIED_OUT, "issues")


def _cue_pattern() -> re.Pattern[str]:
    """The cues as one pattern; its anchor is the two letters that a cue begins with."""
    by_letter: dict[str, list[str]] = {}
    for words in sorted(_RELATION_OF, key=len, reverse=True):
        by_letter.setdefault(words[0], []).append(words[1:].replace(" ", r"\s+"))
    first = "".join(letter + letter.upper() for letter in by_letter)
    second = "".join({rest[0] for several in by_letter.values() for rest in several})
    choices = "|".join(
        f"(?<=[{letter}{letter.upper()}])(?:{'|'.join(rest)})" for letter, rest in by_letter.items()
    )
    capitals = r"(?<=C)ĂN CỨ|(?<=Q)UÁN TRIỆT"
    return re.compile(rf"[{first}](?=[{second}ĂU])(?<![^\W_].)(?:{choices}|{capitals})(?![^\W_])")


_CUE = _cue_pattern()
# Words that make of a cue something else.
_NOT_A_CUE = re.compile(
    r"(?<=theo)\s+(?:dõi|ông|bà|đồng chí|đó|hướng|dự kiến|thống kê|chức năng|lời)(?![^\W_])"
    r"|(?<=(?<!đã )có)\s+(?!các\s|$)|(?<=thay)\s+(?!các\s|$)"
)
# A cue with a capital inside a sentence is part of a name: 'Bộ Xây dựng'.  It may stand after these.
_OPENERS = frozenset('\n.;:,(“"*•+-–)#')

# -- What may stand between a cue and the citation -----------------------------------------------

_OBJECTS = (
    r"(?:toàn bộ|một phần|một số|các|những|nội dung|tên|hiệu lực|thời hạn|quy định|khoản|điều|điểm|mục|phụ lục|"
    r"danh mục|quy chế|điều lệ|kế hoạch|chương trình|đề án|dự án|văn bản|cho|chỉ tiêu|mức|bảng|biểu)"
)
# What an act acts on: nothing more, or some part of the paper that the cited one issued.
_ACTED_ON = re.compile(
    rf"\s*(?:{_OBJECTS}\b[^.;:]{{0,140}}?)?(?:(?<=\s)(?:của|tại|trong|theo|về|bởi)\s+|\s+kèm\s+theo\s+)?"
    r"(?:các\s+)?[\s*“\"]*",
    re.I,
)
_DECIDED_AT = re.compile(r"\s+(?:tại|theo|bằng)\s+(?:các\s+)?$")
_PREPOSITION = re.compile(r"\s+(?:kèm\s+)?(?:tại|theo|bằng)\s+(?:các\s+)?")
_PASSIVE = re.compile(r"(?<![^\W_])(?:được|do)\s+(?:[^;.:]{0,60}\s)?$")
_BY = re.compile(r"(?:được|bị)\s+(?:[^,;.:]{0,30}\s)?$")
# 'được sửa đổi, bổ sung tại', 'được thay thế bằng': the citation is the document that acts
_ACTOR = re.compile(
    r"\s*(?:(?:một số|các)\s+(?:điều|nội dung)[^.;:,]{0,30})?\s*(?P<by>theo|bởi|tại|bằng)\s+(?:các\s+)?"
)
# ', Sở Nội vụ ...': a clause with a subject of its own, whose verb is no cue
_NEW_SUBJECT = re.compile(
    r",\s+(?:Sở|UBND|Ủy ban|HĐND|Hội đồng|Ban|Bộ|Chính phủ|Thủ tướng|Chủ tịch|Giám đốc|tỉnh|đến nay|bước|tiếp)\s"
)
_OPENING_BASES = frozenset(("căn cứ", "trên cơ sở", "xét đề nghị"))
_RULED_AT = re.compile(r"\s(?:tại|của|trong|ở|theo)\s+(?:các\s+)?$|^\s*$")
_GUIDING = re.compile(r"hướng dẫn|quy định chi tiết")
_ONE_STEP = re.compile(r"[^,;.:]{0,40}")  # 'sơ kết giữa kỳ <citation>'
_NO_MORE_CLAUSES = re.compile(r"[^,:.]{0,160}")

# -- Words after a citation ----------------------------------------------------------------------

_BECAME: tuple[tuple[Relation, str], ...] = (
    ("replaces", r"thay\s+thế"),
    ("repeals", r"bãi\s+bỏ|hủy\s+bỏ|thu\s+hồi|đình\s+chỉ"),
    ("amends", r"sửa\s+đổi(?:,?\s+(?:và\s+)?bổ\s+sung)?|bổ\s+sung|điều\s+chỉnh|đính\s+chính"),
    ("issues", r"ban\s+hành|phê\s+duyệt|thông\s+qua|ký"),
    ("implements", r"triển\s+khai|thực\s+hiện|quán\s+triệt|thi\s+hành"),
)
_AFTER = re.compile(
    r"[\s*_]*[(,]?\s*(?P<all>(?:(?:nay|hiện|hiện nay|đã|đang|sẽ|vừa|cũng|mới)\s+){0,3}"
    r"(?:(?:được|bị)\s+(?:(?:tiếp tục|tổ chức|toàn tỉnh)\s+)?"
    r"(?:[A-ZĐỦ][^,.;()\d]{1,50}?\s)?(?:"
    + "|".join(f"(?P<{relation}>{words})" for relation, words in _BECAME)
    + r")(?:\s+(?:bởi|bằng|theo|tại)(?=\s))?"
    r"|(?P<past>(?:hết|không\s+còn|chấm\s+dứt|ngưng|ngừng)\s+hiệu\s+lực)))(?![^\W_])"
)

# -- Lists ---------------------------------------------------------------------------------------

# What joins a citation to the one before it: 'và', ',', ');'
_JOINT = re.compile(
    r"[\s*_”\"]*(?P<closed>\))?[\s*_”\"]*(?P<stop>;)?,?\s*"
    r"(?:(?:và|hoặc|cùng|cùng với|hay|với|tiếp đó là)\s+)?"
    r"(?:(?:các|tại|của|số|trong đó có)\s+){0,2}[\s*_“\"]*"
)
_NEXT_ITEM = re.compile(r"[\s.;,)*_]*\n[\s*_#]*(?:[-+•–]|(?:\d{1,2}|[a-zđ])[.)])?[\s*_]*(?:và\s+)?")
_ITEM_MARK = re.compile(r"\s*[\s*_+•–“\"-]*(?:(?:\d{1,2}|[a-zđ])[.)])?[\s*_]*(?:các\s+)?", re.I)
# '... ; đáng chú ý là <citation>', 'gồm <citation>'
_LEADS_ON = re.compile(
    r"[\s*_+•-]*(?:(?:trong đó|đáng chú ý|nổi bật|tiêu biểu|điển hình|cụ thể|gồm|bao gồm|như|là|có|nhất là)"
    r"\s*,?\s*){1,3}(?:các\s+)?[\s*_]*",
    re.I,
)
# The lead-in of a list of acts: 'Một số văn bản chỉ đạo nổi bật như:', 'Các quyết định của UBND tỉnh:'
_ACTS_LISTED = re.compile(
    r"(?:văn bản|nghị quyết|quyết định|kế hoạch|công văn|chỉ thị|thông tư)(?![^\W_])[^:]{0,90}$",
    re.I,
)
_BOUNDARY = re.compile(r"[;:]\s|\n")
_REPORTED = re.compile(r"(?:[^\W\d_]+\s+)?(?P<at>tại|trong|bằng|qua)\s+(?:các\s+)?$")
_REPORT = re.compile(r"(?<![^\W_])[Bb]áo\s+cáo(?!\s+số)(?![^\W_])")
_PROPOSES = re.compile(r"(?:[Xx]ét|[Tt]heo)\s+(?:đề nghị|ý kiến|kết quả)\b|[Tt]rên cơ sở|[Cc]ăn cứ")
_REACH = 260
_LEAD_IN = 160
_REMEMBERED = 8


class Relating(Struct, frozen=True):
    """A relation, the place of the words that show it (`None` without any), the rule that decided."""

    relation: Relation
    place: Place | None
    rule: str


_ACTS = frozenset(("replaces", "repeals", "amends", "amended_by"))
_NO_CUE = Relating("mentions", None, "no-cue")


class Stretch(Struct):
    """A citation as it stands in the flow of a text: where it is read, and what belongs to it.

    `start` is where the words before it end (its pinpoints are its own), `end` where the citation
    ends, `through` where its subject does; `low` is where its sentence starts.  For a citation in a
    footnote the stretch is the phrase of the body that the footnote's mark closes.
    """

    low: int
    start: int
    end: int
    through: int
    is_report: bool = False
    is_phrase: bool = False
    parent: Stretch | None = None  # the one in whose subject it stands
    head: Stretch | None = None  # the first of its item in a list
    relating: Relating = _NO_CUE
    is_item: bool = False  # opens its line


class _Cue(NamedTuple):
    relation: Relation
    start: int
    end: int


class RelationReader:
    """Reads the relations of one flow of text; stretches come in the order of their starts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._earlier: list[Stretch] = []

    def read(self, stretch: Stretch) -> None:
        """Find what is said of the document that is cited at this stretch."""
        stretch.parent = next(
            (e for e in reversed(self._earlier) if e.end <= stretch.start < e.through), None
        )
        siblings = [
            e for e in self._earlier if e.parent is stretch.parent and e.through <= stretch.start
        ]
        before = (
            self._joined(stretch, siblings)
            or self._from_clause(stretch, siblings)
            or self._from_lead_in(stretch)
            or self._of_phrase(stretch)
            or _NO_CUE
        )
        stretch.relating = before
        stretch.head = stretch.head or self._head(stretch, siblings)
        if after := self._after(stretch, before):
            for member in (*(e for e in siblings if e.head is stretch.head), stretch):
                member.relating = after  # 'A và B đã được bãi bỏ'
        self._earlier = [*self._earlier[1 - _REMEMBERED :], stretch]

    def _head(self, stretch: Stretch, siblings: list[Stretch]) -> Stretch:
        """'A quy định ..., thay thế B; C': the next item, C, is joined to A, not to B."""
        if stretch.relating.relation in _ACTS and siblings:
            previous = siblings[-1]
            if previous.head and not _BOUNDARY.search(self._text, previous.through, stretch.start):
                return previous.head
        return stretch

    # -- After the citation

    def _after(self, stretch: Stretch, before: Relating) -> Relating | None:
        """'... đã được thay thế bằng', '(đã hết hiệu lực)'."""
        if before.relation in _ACTS:
            return None
        match = _AFTER.match(self._text, stretch.end) or (
            _AFTER.match(self._text, stretch.through) if stretch.through > stretch.end else None
        )
        if not match:
            return None
        relation: Relation = "repeals"
        for name, _ in _BECAME:
            if match[name]:
                relation = name
        if relation in ("replaces", "repeals") or before.relation == "mentions":
            return Relating(relation, match.span("all"), f"after-{relation}")
        return None

    # -- Lists

    def _joined(self, stretch: Stretch, siblings: list[Stretch]) -> Relating | None:
        """A member of a list is related as the member before it."""
        if not siblings:
            return None
        previous, start = siblings[-1], stretch.start
        if start - previous.through > 60:
            return None
        if joint := _JOINT.fullmatch(self._text, previous.through, start):
            if joint["closed"]:
                previous = self._before_bracket(siblings) or previous
            if joint["stop"] and previous.head:
                previous = previous.head
        elif previous.is_item and _NEXT_ITEM.fullmatch(self._text, previous.through, start):
            previous, stretch.is_item = previous.head or previous, True
        else:
            return None
        stretch.head = None if joint and joint["stop"] else previous.head
        relating = previous.relating
        if relating is _NO_CUE or relating.rule.startswith("after-"):
            return None
        return Relating(relating.relation, relating.place, "shared-in-list")

    def _before_bracket(self, siblings: list[Stretch]) -> Stretch | None:
        """'A (thay thế B) và C': C is joined to A."""
        opened = self._text.rfind("(", siblings[-1].low, siblings[-1].start)
        return next((e for e in reversed(siblings) if opened < 0 or e.through <= opened), None)

    # -- Cues before the citation

    def _from_clause(self, stretch: Stretch, siblings: list[Stretch]) -> Relating | None:
        text, start = self._text, stretch.start
        low = max(stretch.low, start - _REACH)
        if stretch.parent:
            low = max(low, stretch.parent.end)
        masks = [(e.start, e.through) for e in siblings if e.through > low]
        clause = low
        for boundary in _BOUNDARY.finditer(text, low, start):
            if not _is_masked(masks, boundary.start()):
                clause = boundary.end()
        if clause > low and _LEADS_ON.fullmatch(text, clause, start):
            clause = low  # '... ban hành 12 nghị quyết; đáng chú ý là <citation>'
        stretch.is_item = stretch.is_item or _opens_line(text, start)
        cues = [cue for cue in _cues(text, clause, start) if not _is_masked(masks, cue.start)]
        return self._reported(stretch, clause, cues) or self._decided(stretch, cues)

    def _reported(self, stretch: Stretch, clause: int, cues: list[_Cue]) -> Relating | None:
        """'báo cáo kết quả ... tại <citation>', 'nêu tại Báo cáo số ...'."""
        text, start = self._text, stretch.start
        words = _REPORTED.search(text, max(clause, start - 30), start)
        if not words or _PROPOSES.search(text, clause, start):
            return None
        report = None
        for report in _REPORT.finditer(text, max(clause, start - 180), words.start("at")):
            pass
        if report:
            return Relating("reports", report.span(), "cue-reports")
        if stretch.is_report and not (cues and cues[-1].relation == "basis"):
            place = words.start(), words.start() + len(words[0].rstrip())
            return Relating("reports", place, "cue-reports")
        return None

    def _decided(self, stretch: Stretch, cues: list[_Cue]) -> Relating | None:
        """The last cue whose object the citation can be."""
        for i in range(len(cues) - 1, -1, -1):
            cue = cues[i]
            relation = self._shown(stretch, cue, cues[:i])
            if relation is None:
                continue
            if relation == "mentions":
                return Relating(
                    "mentions", None, "acting" if cue.relation != "mentions" else "topic"
                )
            start = cue.start
            if relation == "amended_by":
                by = _BY.search(self._text, max(start - 40, 0), start)
                end = _ACTOR.match(self._text, cue.end, stretch.start)
                assert by and end
                return Relating(relation, (by.start(), end.end("by")), "cue-amended_by")
            if relation == "guides" and cue.relation == "implements" and stretch.parent:
                guiding = _GUIDING.search(self._text, stretch.parent.end, cue.end)
                start = guiding.start() if guiding else start
            return Relating(relation, (start, cue.end), f"cue-{relation}")
        return None

    def _shown(self, stretch: Stretch, cue: _Cue, before: list[_Cue]) -> Relation | None:
        """What a cue shows of the citation; None where it is about something else."""
        text, start = self._text, stretch.start
        if cue.relation in _ACTS:
            return self._acted(cue, start)
        if before and self._yields(cue, before[-1], start):
            return None
        if cue.relation == "issues":
            return self._issued(cue, start, before)
        if _NEW_SUBJECT.search(text, cue.end, start):
            return None
        if cue.relation == "basis" and not _NO_MORE_CLAUSES.fullmatch(text, cue.end, start):
            is_opening = text[cue.start : cue.end].lower() in _OPENING_BASES
            return "basis" if is_opening else None
        if text[cue.start : cue.end] == "quy định" and not _RULED_AT.search(text, cue.end, start):
            return None
        if cue.relation == "implements":
            return self._carried_out(stretch, cue)
        return cue.relation

    def _yields(self, cue: _Cue, earlier: _Cue, start: int) -> bool:
        """Whether a cue only leads from the one before it to the citation.

        'thay thế Quy chế ban hành kèm theo', 'hướng dẫn một số quy định của', 'sửa đổi theo'.
        """
        text = self._text
        words = text[cue.start : cue.end]
        if words == "theo" and earlier.relation == "issues":
            return not text[earlier.end : cue.start].strip()  # 'ban hành theo'
        is_part = cue.relation in ("attached_to", "issues") or words.startswith("quy định")
        if earlier.relation == "guides":
            return is_part
        if earlier.relation not in _ACTS:
            return False
        return (is_part or words == "theo") and self._acted(earlier, start) is not None

    def _acted(self, cue: _Cue, start: int) -> Relation | None:
        """'thay thế <citation>' and 'được thay thế bằng <citation>'."""
        text = self._text
        if _ACTOR.fullmatch(text, cue.end, start) and _BY.search(
            text, max(cue.start - 40, 0), cue.start
        ):
            return "amended_by" if cue.relation == "amends" else "mentions"
        if not _ACTED_ON.fullmatch(text, cue.end, start):
            return None
        return cue.relation

    def _issued(self, cue: _Cue, start: int, before: list[_Cue]) -> Relation | None:
        text = self._text
        words = text[cue.start : cue.end].lower()
        if _PREPOSITION.fullmatch(text, cue.end, start):
            governs = before[-1].relation if before else None
            if governs in ("basis", "implements"):
                return None  # 'chấm điểm theo Bộ chỉ số ban hành tại <citation>'
            is_passive = _PASSIVE.search(text, max(cue.start - 70, 0), cue.start)
            return "attached_to" if is_passive and words == "ban hành" else "issues"
        if words == "gửi" and not _NO_MORE_CLAUSES.fullmatch(text, cue.end, start):
            return None
        if words in ("xây dựng", "công bố", "thông qua", "soạn thảo") and not (
            _DECIDED_AT.search(text, cue.end, start) or not text[cue.end : start].strip()
        ):
            return None
        if _PASSIVE.search(text, max(cue.start - 70, 0), cue.start):
            return None
        return None if _NEW_SUBJECT.search(text, cue.end, start) else "issues"

    def _carried_out(self, stretch: Stretch, cue: _Cue) -> Relation | None:
        text = self._text
        words = text[cue.start : cue.end].lower()
        if words in ("đẩy mạnh", "tăng cường", "sơ kết", "tổng kết") and not _ONE_STEP.fullmatch(
            text, cue.end, stretch.start
        ):
            return None
        # 'Thông tư ... hướng dẫn Nghị định ...': a document guides, an agency carries out
        if stretch.parent and _GUIDING.search(text, stretch.parent.end, cue.end):
            return "guides"
        return "implements"

    # -- Lead-ins

    def _from_lead_in(self, stretch: Stretch) -> Relating | None:
        """What stands before the colon that opened the list, in this sentence or the line above."""
        text, start = self._text, stretch.start
        low = max(stretch.low - _LEAD_IN, 0)
        colon = text.rfind(":", low, start)
        if colon < 0 or not _ITEM_MARK.fullmatch(text, colon + 1, start):
            return None
        low = max(colon - _REACH, 0)
        low = text.rfind("\n", low, colon) + 1 or low
        cues = [cue for cue in _cues(text, low, colon) if not self._is_passive(cue)]
        listed = _ACTS_LISTED.search(text, max(low, colon - _LEAD_IN), colon)
        main = _main(cues)
        if main and (not listed or main.relation != "basis" or _PROPOSES.match(text, main.start)):
            return Relating(main.relation, (main.start, main.end), "list-lead-in")
        return Relating("issues", (listed.start(), colon), "list-of-acts") if listed else None

    def _of_phrase(self, stretch: Stretch) -> Relating | None:
        """A footnoted phrase that says itself what is done: 'triển khai thực hiện ...¹'."""
        if not stretch.is_phrase:
            return None
        cue = next(iter(_cues(self._text, stretch.start, stretch.through)), None)
        if cue and cue.start == stretch.start and cue.relation == "implements":
            return Relating("implements", (cue.start, cue.end), "cue-implements")
        return None

    def _is_passive(self, cue: _Cue) -> bool:
        return cue.relation == "issues" and bool(
            _PASSIVE.search(self._text, max(cue.start - 70, 0), cue.start)
        )


def _main(cues: list[_Cue]) -> _Cue | None:
    """What a lead-in is about: 'tham mưu ban hành các văn bản thực hiện ...' is about issuing."""
    for main in ("replaces", "repeals", "amends", "issues"):
        for cue in reversed(cues):
            if cue.relation == main:
                return cue
    return cues[-1] if cues else None


def _opens_line(text: str, start: int) -> bool:
    line = text.rfind("\n", max(start - 12, 0), start)
    return line >= 0 and not text[line:start].strip(' \r\n-+*•_“"1234567890.)')


def _is_masked(masks: Iterable[Place], position: int) -> bool:
    return any(start <= position < end for start, end in masks)


def _cues(text: str, low: int, high: int) -> list[_Cue]:
    found: list[_Cue] = []
    for match in _CUE.finditer(text, low, high):
        start, end = match.span()
        if match[0][0].isupper():
            before = text[max(start - 8, low) : start].rstrip(" *_")
            if before and before[-1] not in _OPENERS:
                continue
        if _NOT_A_CUE.match(text, end, high):
            continue
        found.append(_Cue(_RELATION_OF[" ".join(match[0].lower().split())], start, end))
    return found
