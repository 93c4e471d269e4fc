"""What the citing sentence says about the cited document, with the words that show it.

Read in this order: words right after the citation that say what became of it; the member of the list
or the sentence before that it is joined to; the last cue before it in its clause; the lead-in of
the list it stands in ('Một số văn bản nổi bật như: ...').  Cues are data: words, and the relation
that each shows.  What stands inside an earlier citation or its subject is no cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from ...records import Place, Relation
from .cues import Cue, cue_at, find_cues

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
# 'đã được thay thế bằng', '(đã hết hiệu lực)', 'trái với Quyết định này đều bãi bỏ'
_AFTER = re.compile(
    r"[\s*_]*+(?:[(,]\s*+)?+(?=[tnhđsvcmbk])(?:trái\s+với\s+[^.;:(\n]{3,60}?\s)?"
    r"(?P<all>(?:(?:nay|hiện|hiện nay|đã|đang|sẽ|vừa|cũng|mới)\s+){0,3}"
    r"(?:(?:được|bị)\s+(?:(?:tiếp tục|tổ chức|toàn tỉnh)\s+)?"
    r"(?:[A-ZĐỦ][^,.;()\d]{1,50}?\s)?(?:"
    + "|".join(f"(?P<{relation}>{words})" for relation, words in _BECAME)
    + r")(?:\s+(?:bởi|bằng|theo|tại)(?=\s))?"
    r"|đều\s+(?:được\s+|bị\s+)?bãi\s+bỏ|(?:đều\s+)?(?:(?:hết|không\s+còn|chấm\s+dứt|ngưng|ngừng)\s+hiệu\s+lực)))(?![^\W_])"
)

# -- Lists ---------------------------------------------------------------------------------------

# These are matched against the words of a gap, one blank between them, as blanked footnotes may
# stand in it.  What joins a citation to the one before it: 'và', ',', ');'
_JOINT = re.compile(
    r"[”\"]?(?P<closed>\))?[”\"]? ?(?P<stop>;)?,? ?"
    r"(?:(?:và|hoặc|cùng|cùng với|hay|với|tiếp đó là)(?: |$))?"
    r"(?:(?:các|tại|của|số|trong đó có)(?: |$)){0,2}[“\"]?"
)
_BULLET = re.compile(r"(?:[-+•–] ?)?(?:(?:\d{1,2}|[a-zđ])[.)] ?)?(?:các)?", re.I)
# '... ; đáng chú ý là <citation>', 'gồm <citation>'
_LEADS_ON = re.compile(
    r"(?:[-+•] )?(?:(?:trong đó|đáng chú ý|nổi bật|tiêu biểu|điển hình|cụ thể|gồm|bao gồm|như|là|có|"
    r"nhất là),?(?: |$)){1,3}(?:các)?",
    re.I,
)
# The lead-in of a list of acts: 'Một số văn bản chỉ đạo nổi bật như:', 'Các quyết định của UBND tỉnh:'
_ACTS_LISTED = re.compile(
    r"(?:văn bản|nghị quyết|quyết định|kế hoạch|công văn|chỉ thị|thông tư)(?![^\W_])[^:]{0,90}$",
    re.I,
)
_BOUNDARY = re.compile(r"[;:\n](?:(?<=\n)|\s)")  # (one class first: the search jumps to it)
_REPORTED = re.compile(r"(?:[^\W\d_]+\s+)?(?P<at>tại|trong|bằng|qua)\s+(?:các\s+)?$")
_REPORTED_ENDS = ("tại", "trong", "bằng", "qua")
_REPORT = re.compile(r"(?<![^\W_])[Bb]áo\s+cáo(?!\s+số)(?![^\W_])")
_PROPOSES = re.compile(r"(?:[Xx]ét|[Tt]heo)\s+(?:đề nghị|ý kiến|kết quả)\b|[Tt]rên cơ sở|[Cc]ăn cứ")
_FEW = 60
_LONGEST_GAP = 4000  # a page's footnotes, blanked
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


class RelationReader:
    """Reads the relations of one flow of text; stretches come in the order of their starts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._earlier: list[Stretch] = []

    def read(self, stretch: Stretch) -> None:
        """Find what is said of the document that is cited at this stretch."""
        start = stretch.start
        for earlier in reversed(self._earlier):
            if start < earlier.through and earlier.end <= start:
                stretch.parent = earlier
                break
        parent = stretch.parent
        siblings = [e for e in self._earlier if e.parent is parent and e.through <= start]
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
        match = self._became(stretch.end)
        if not match and stretch.through > stretch.end:
            match = self._became(stretch.through)
        if not match:
            return None
        relation: Relation = "repeals"
        for name, _ in _BECAME:
            if match[name]:
                relation = name
        if relation in ("replaces", "repeals") or before.relation == "mentions":
            return Relating(relation, match.span("all"), f"after-{relation}")
        return None

    def _became(self, end: int) -> re.Match[str] | None:
        return _AFTER.match(self._text, end, end + _LEAD_IN)

    # -- Lists

    def _joined(self, stretch: Stretch, siblings: list[Stretch]) -> Relating | None:
        """A member of a list is related as the member before it."""
        if not siblings:
            return None
        previous = siblings[-1]
        gap = _few_words(self._text, previous.through, stretch.start)
        if gap is None:
            return None
        # a line of its own continues nothing
        joint = None if self._is_new_line(previous, stretch, gap) else _JOINT.fullmatch(gap)
        if joint:
            if joint["closed"]:
                previous = self._before_bracket(siblings) or previous
            if joint["stop"] and previous.head:
                previous = previous.head
        elif previous.is_item and self._is_next_item(previous, stretch, gap):
            previous, stretch.is_item = previous.head or previous, True
        else:
            return None
        stretch.head = None if joint and joint["stop"] else previous.head
        relating = previous.relating
        if relating is _NO_CUE or relating.rule.startswith("after-"):
            return None
        return Relating(relating.relation, relating.place, "shared-in-list")

    def _is_new_line(self, previous: Stretch, stretch: Stretch, gap: str) -> bool:
        return not gap.strip('()”" ') and "\n" in self._text[previous.through : stretch.start]

    def _is_next_item(self, previous: Stretch, stretch: Stretch, gap: str) -> bool:
        """Whether only the end of an item and the mark of the next stand between two citations."""
        return "\n" in self._text[previous.through : stretch.start] and bool(
            _BULLET.fullmatch(gap.lstrip(".;,) "))
        )

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
        lead = _few_words(text, clause, start) if clause > low else None
        if lead and _LEADS_ON.fullmatch(lead):
            clause = low  # '... ban hành 12 nghị quyết; đáng chú ý là <citation>'
        stretch.is_item = stretch.is_item or _opens_line(text, start)
        cues = find_cues(text, clause, start)
        if masks:
            cues = [cue for cue in cues if not _is_masked(masks, cue.start)]
        return self._reported(stretch, clause, cues) or self._decided(stretch, cues)

    def _reported(self, stretch: Stretch, clause: int, cues: list[Cue]) -> Relating | None:
        """'báo cáo kết quả ... tại <citation>', 'nêu tại Báo cáo số ...'."""
        text, start = self._text, stretch.start
        low = max(clause, start - 30)
        if not text[low:start].rstrip().removesuffix("các").rstrip().endswith(_REPORTED_ENDS):
            return None
        words = _REPORTED.search(text, low, start)
        if not words or _PROPOSES.search(text, clause, start):
            return None
        if reports := list(_REPORT.finditer(text, max(clause, start - 180), words.start("at"))):
            return Relating("reports", reports[-1].span(), "cue-reports")
        if stretch.is_report and not (cues and cues[-1].relation == "basis"):
            place = words.start(), words.start() + len(words[0].rstrip())
            return Relating("reports", place, "cue-reports")
        return None

    def _decided(self, stretch: Stretch, cues: list[Cue]) -> Relating | None:
        """The last cue whose object the citation can be."""
        for i in range(len(cues) - 1, -1, -1):
            if relation := self._shown(stretch, cues[i], cues[:i]):
                return self._relating(stretch, cues[i], relation)
        return None

    def _relating(self, stretch: Stretch, cue: Cue, relation: Relation) -> Relating:
        """A relation with all the words that show it."""
        text, start, end = self._text, cue.start, cue.end
        if relation == "mentions":
            return Relating(relation, None, "topic" if cue.relation == relation else "acting")
        if relation == "amended_by":
            by = _BY.search(text, max(start - 40, 0), start)
            actor = _ACTOR.match(text, end, stretch.start)
            start, end = by.start() if by else start, actor.end("by") if actor else end
        elif relation == "guides" and cue.relation == "implements" and stretch.parent:
            guiding = _GUIDING.search(text, stretch.parent.end, end)
            start = guiding.start() if guiding else start
        return Relating(relation, (start, end), f"cue-{relation}")

    def _shown(self, stretch: Stretch, cue: Cue, before: list[Cue]) -> Relation | None:
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

    def _yields(self, cue: Cue, earlier: Cue, start: int) -> bool:
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

    def _acted(self, cue: Cue, start: int) -> Relation | None:
        """'thay thế <citation>' and 'được thay thế bằng <citation>'."""
        text = self._text
        if _ACTOR.fullmatch(text, cue.end, start) and _BY.search(
            text, max(cue.start - 40, 0), cue.start
        ):
            return "amended_by" if cue.relation == "amends" else "mentions"
        if not _ACTED_ON.fullmatch(text, cue.end, start):
            return None
        return cue.relation

    def _issued(self, cue: Cue, start: int, before: list[Cue]) -> Relation | None:
        text = self._text
        words = text[cue.start : cue.end].lower()
        if _PREPOSITION.fullmatch(text, cue.end, start):
            governs = before[-1].relation if before else None
            if governs in ("basis", "implements"):
                return None  # 'chấm điểm theo Bộ chỉ số ban hành tại <citation>'
            is_passive = _is_passive(text, cue.start)
            return "attached_to" if is_passive and words == "ban hành" else "issues"
        if words == "gửi" and not _NO_MORE_CLAUSES.fullmatch(text, cue.end, start):
            return None
        if words in ("xây dựng", "công bố", "thông qua", "soạn thảo") and not (
            _DECIDED_AT.search(text, cue.end, start) or text[cue.end : start].strip() in ("", "các")
        ):
            return None
        if _is_passive(text, cue.start):
            return None
        return None if _NEW_SUBJECT.search(text, cue.end, start) else "issues"

    def _carried_out(self, stretch: Stretch, cue: Cue) -> Relation | None:
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
        mark = _few_words(text, colon + 1, start) if colon >= 0 else None
        if mark is None or not _BULLET.fullmatch(mark):
            return None
        low = max(colon - _REACH, 0)
        low = text.rfind("\n", low, colon) + 1 or low
        cues = [cue for cue in find_cues(text, low, colon) if not self._is_passive(cue)]
        listed = _ACTS_LISTED.search(text, max(low, colon - _LEAD_IN), colon)
        main = _main(cues)
        if main and (not listed or main.relation != "basis" or _PROPOSES.match(text, main.start)):
            return Relating(main.relation, (main.start, main.end), "list-lead-in")
        return Relating("issues", (listed.start(), colon), "list-of-acts") if listed else None

    def _of_phrase(self, stretch: Stretch) -> Relating | None:
        """A footnoted phrase that says itself what is done: 'triển khai thực hiện ...¹'."""
        if not stretch.is_phrase:
            return None
        cue = cue_at(self._text, stretch.start, stretch.through)
        if cue and cue.relation == "implements":
            return Relating("implements", (cue.start, cue.end), "cue-implements")
        return None

    def _is_passive(self, cue: Cue) -> bool:
        return cue.relation == "issues" and bool(
            _PASSIVE.search(self._text, max(cue.start - 70, 0), cue.start)
        )


def _main(cues: list[Cue]) -> Cue | None:
    """What a lead-in is about: 'tham mưu ban hành các văn bản thực hiện ...' is about issuing."""
    for main in ("replaces", "repeals", "amends", "issues"):
        for cue in reversed(cues):
            if cue.relation == main:
                return cue
    return cues[-1] if cues else None


def _opens_line(text: str, start: int) -> bool:
    line = text.rfind("\n", max(start - 12, 0), start)
    return line >= 0 and not text[line:start].strip(' \r\n-+*•_“"1234567890.)')


def _few_words(text: str, start: int, end: int) -> str | None:
    """What stands between two offsets, without marks of emphasis, one blank between words.

    None where it is more than a few words.
    """
    if end - start > _LONGEST_GAP:
        return None
    between = text[start:end].strip()
    if len(between) > _FEW:
        return None
    return " ".join(between.replace("*", " ").replace("_", " ").split())


def _is_passive(text: str, verb: int) -> bool:
    """'được UBND tỉnh ban hành'; not 'những điều không được làm, Ban Tổ chức đã ban hành'."""
    passive = _PASSIVE.search(text, max(verb - 70, 0), verb)
    return passive is not None and not _NEW_SUBJECT.search(text, passive.start(), verb)


def _is_masked(masks: Iterable[Place], position: int) -> bool:
    return any(start <= position < end for start, end in masks)
