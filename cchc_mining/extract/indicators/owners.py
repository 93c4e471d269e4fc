"""Whose figure it is: the one named beside it, the actor of its clause, the territory it covers, or
the one that reports."""

from __future__ import annotations

import re

from ...reading import Context
from .actors import (
    ACTS,
    actor_of,
    assigns,
    at_desk,
    goes_on_list,
    is_handed,
    partners_of,
    share_a_head,
)
from .beside import MADE, named_beside
from .elided import elided_owner
from .land import is_of_territory, is_unit_of_land
from .model import Figure, Name, Place, Sentence
from .places import own_territory, territory
from .reporters import ASSEMBLY, COUNCIL, Reporter, without_organ
from .topics import Topics

# Bodies set up for a task: what they do counts for who sent them.
_AD_HOC = (
    "Đoàn kiểm tra",
    "Đoàn Kiểm tra",
    "Đoàn thanh tra",
    "Đoàn Thanh tra",
    "Đoàn giám sát",
    "Đoàn Giám sát",
    "Đoàn công tác",
    "Đoàn Công tác",
    "Đoàn khảo sát",
    "Đoàn liên ngành",
    "Tổ ",
    "Hội đồng thi",
    "Hội đồng kiểm tra",
)
# Whose people and land are not those of the territory around: pupils and patients, members and
# whom they help, businesses and workers inside industrial parks.
_OF_ITS_OWN = re.compile(
    r"(?:Trường|Học viện|Bệnh viện|Trung tâm Giáo dục|Trung tâm Y tế|Hội(?! đồng)|Liên đoàn Lao động"
    r"|(?:Tỉnh|Thành|Huyện) đoàn|Đoàn Thanh niên|Công đoàn"
    r"|Ban Quản lý (?:các )?[Kk]hu (?:công nghiệp|kinh tế|chế xuất|công nghệ))(?!\w)"
)
# 'toàn tỉnh có 482.615 hội viên', '460 cơ sở Hội': of the association, wherever they live.
_ASSOCIATIONS = ("Hội ", "Liên đoàn Lao động ", "Tỉnh đoàn ", "Thành đoàn ", "Huyện đoàn ", "Đoàn ")
_MEMBERS = re.compile(r"(?:hội|đoàn) viên|(?:chi|tổ|cơ sở) (?:hội|đoàn)(?!\w)|công đoàn cơ sở")
# Boards whose members come from many agencies: their checks count for who sent them, as those of a
# task force; their own are only their meetings and papers.  ('Ban Chỉ huy Quân sự' is an agency.)
_BOARDS = ("Ban Chỉ đạo ", "Ban Chỉ huy Phòng")
# Posts are given to the council's committee of a commune, not to its people.
_POSTS = re.compile(r"biên chế(?!\w)")
# Whom a part of a list of acts is by: '42 văn bản (14 nghị quyết, 28 quyết định)' of both bodies.
_ACT_OF = {"nghị quyết": ASSEMBLY, "quyết định": COUNCIL}
# Courts, prosecutors and bailiffs tell of their own cases by the territory: 'toàn tỉnh thụ lý 812 vụ'.
_JUDICIAL = ("Tòa án ", "Viện kiểm sát ", "Cục Thi hành án ", "Chi cục Thi hành án ")
_CASES = re.compile(
    r"vụ|việc|án|phiên (?:tòa|họp)|bản án|quyết định|bị can|bị cáo|thẩm phán|kiểm sát viên"
)
# Parts of an agency without a standing of their own; those of a ministry that act alone have one.
_INNER = ("Phòng ", "Vụ ", "Thanh tra ", "Văn phòng ", "Ban Giám đốc ", "Bộ phận ")
# 'Phòng Tài chính - Kế hoạch tham mưu giao tự chủ': for the whole, where no agency follows
_ADVISES = re.compile(
    r"\s*(?:đã |cũng )?tham mưu(?!\s+(?:cho\s+)?(?:ubnd|hđnd|ủy ban|hội đồng|tỉnh ủy))"
)
# Offices that run something for the whole territory, and what they tell of all of it: its money, its
# civil servants, its going digital.
_FIELDS = (
    (
        re.compile(r"Sở (?:Tài chính|Kế hoạch và Đầu tư)|Kho bạc|Phòng Tài chính"),
        re.compile(r"vốn đầu tư công|vốn giải ngân|(?:nợ|trả nợ) gốc|nhận nợ|giải ngân đạt"),
    ),
    (
        re.compile(r"(?:Sở|Phòng) Nội vụ"),
        re.compile(r"(?:thi|xét) (?:tuyển|thăng hạng|nâng ngạch)|(?:phân|xếp) loại|thí sinh"),
    ),
    (
        re.compile(r"(?:Sở|Phòng) (?:Thông tin|Khoa học)"),
        re.compile(
            r"chuyển đổi số|chứng thư (?:chữ ký )?số|(?:văn bản|dạng) (?:[^\W\d_]+ )?điện tử|thương mại điện tử"
        ),
    ),
)
# Whom and what a committee of the Party counts: all its members, not the territory's people.
_OF_THE_PARTY = re.compile(r"đảng viên|chi bộ|đảng bộ|tổ chức (?:cơ sở )?đảng")
_SHORT_LEAD = 2  # words before a rate that opens its clause: 'khoảng', 'có'
_SETS_A_TASK = re.compile(
    r"\s(?:đã )?(?:giao|phân giao|phân bổ)(?! (?:dịch|ban|lưu|quyền|thông|nhận|nộp|đất|rừng|khoán|quân|cho các))(?!\w)"
)
# 'UBND thành phố chấm Sở 94,5 điểm'
_RATES = re.compile(r"\s(?:đã )?(?:chấm|xếp hạng|xếp loại|đánh giá)(?!\w)")
_SET_TASKS = (COUNCIL, ASSEMBLY, "Chính phủ", "Thủ tướng ")
# From the top down: who may set whom a task.
_RANKS = {"central": 0, "ministry": 0, "central-dept": 0, "province": 1, "province-dept": 1,
          "sectoral": 1, "district": 2, "commune": 3}  # fmt: skip
# 'tham mưu UBND tỉnh ban hành 08 văn bản và ban hành theo thẩm quyền 15 văn bản'
_OWN_AUTHORITY = re.compile(r"(?<!kiểm tra )(?<!giải quyết )(?<!xử lý )theo thẩm quyền")
# 'Sở Xây dựng (96 hồ sơ), các đơn vị khác còn 37 hồ sơ'
_OTHERS = re.compile(
    r"(?<!\w)các (?:đơn vị|cơ quan|địa phương|sở|tỉnh|huyện|xã|phường)(?:, [^\W\d_]+){0,3}"
    r" (?:khác|còn lại)(?!\w)[^,;]*$"
)
_WITH = re.compile(r",? (?:đã |cũng )?phối hợp(?!\w)")
_TAKES_PART = re.compile(r" (?:đã |cũng )?phối hợp (?:thực hiện|triển khai)(?!\w)")
_TIER = re.compile(r"cấp (?:trên|dưới|tỉnh|huyện|xã|cơ sở|sở|trung ương)(?!\w)")
_AT_TIER = re.compile(r"hồ sơ [^,;:.\d]*(?:ở|tại|của) cấp (huyện|thành phố|thị xã|quận)(?!\w)")
_OF_LAND = re.compile(
    r"của (tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)(?: do [^,;:.]{2,50} công bố)?"
    r"(?: (?:là|đạt|có|còn|được|ước|chiếm|bằng|xếp|đứng|thứ|hạng|vị trí|tăng|giảm|mới|chỉ|hiện))*\s*$"
)
_ISSUES = re.compile(
    r"(?:ban hành|ký|tổ chức|giao|phê duyệt|chủ trì|đối thoại|phát hành|trình|thông qua|họp|công bố)"
    r"(?:\s+(?:được|mới|thêm))*\s*$"
)
# 'UBND phường đã thành lập 03 phòng và tương đương'
_SETS_UP = re.compile(r"thành lập\s*$")
_OFFICES = re.compile(r"phòng|cơ quan chuyên môn")
# 'UBND xã đã ban hành Quyết định số 15/QĐ-UBND ... và 31 quyết định ủy quyền'
_WRITTEN = re.compile(r"nghị quyết|quyết định|chỉ thị|kế hoạch|công văn|văn bản|thông báo")
_ISSUED = re.compile(r" (?:đã |cũng )?ban hành(?!\w)")
# Businesses that come and go are the territory's, whoever registers them.
_NEW_REACH = 24  # characters behind the phrase in which it may be said
_NEW_BUSINESS = re.compile(
    r"doanh nghiệp[^.;,\d]{0,12} (?:đăng ký )?(?:thành lập mới|quay trở lại|tạm ngừng|giải thể)"
)
_SUM = re.compile(r"[\s,;]*(?:tổng cộng|tổng số|tổng)(?: là| có|:)?\s*$")
_OPENING = re.compile(
    r"(?:[\s,]|(?:đến nay|hiện nay|hiện|đã|đang|đồng thời|bên cạnh đó|và|qua đó|trong đó)(?!\w))*"
)


class Owners:
    """Finds the owner of each figure of a document, sentence after sentence."""

    __slots__ = (
        "_body",
        "_context",
        "_default",
        "_field",
        "_is_association",
        "_keeps_its_own",
        "_members",
        "_office",
        "_topics",
    )

    def __init__(self, body: str, context: Context, reporter: Reporter, topics: Topics) -> None:
        self._body = body
        self._context = context
        self._default = reporter.owner
        self._members = reporter.members
        self._office = reporter.office
        self._topics = topics
        self._field = _field(reporter.owner or "")
        self._is_association = (reporter.owner or "").startswith(_ASSOCIATIONS)
        self._keeps_its_own = _OF_ITS_OWN.match(reporter.owner or "") is not None

    def owner(
        self, sentence: Sentence, figure: Figure, before: Figure | None, places: list[Place]
    ) -> str | None:
        """The canonical name of an agency (several joined with '; '), or a territory."""
        owner = self._told(sentence, figure, before, places)
        if owner == self._default and self._office and not places and MADE.match(figure.noun):
            return self._office  # 'Đã mở 14 lớp bồi dưỡng'
        return owner

    def _told(
        self, sentence: Sentence, figure: Figure, before: Figure | None, places: list[Place]
    ) -> str | None:
        if figure.entity:
            return "; ".join(dict.fromkeys(figure.entity))
        if figure.role == "share" and figure.base is not None and figure.base.kind != "rank":
            return figure.base.agency
        if sentence.asked:
            return self._default  # 'Đề nghị Sở Tài chính bố trí 850 triệu đồng': who asks needs it
        if figure.noun in _ACT_OF and (body := self._by_act(sentence, figure)):
            return body
        if self._is_association and _counts_members(sentence, figure):
            return self._default
        if self._tells_posts(sentence, figure):
            return self._context.issuer
        if elided := elided_owner(sentence, figure, before, self._body):
            figure.apart = True
            return elided
        if _speaks_of_others(sentence.low, figure.lead_start, figure.lead_end):
            return self._remainder_of(sentence, before)
        if sentence.names or places or " của " in sentence.low or "(" in sentence.low:
            named = self._named(sentence, figure, before, places)
            if named:
                return self._default if self._is_economy(sentence, figure, named) else named
        if before is not None and before.apart and _closes_list(sentence, figure, before):
            return self._whole_of(sentence, before)
        if figure.parent is not None:
            goes_on = before is not None and _goes_on(sentence, figure, before)
            return (before if before and goes_on else figure.parent).agency
        if self._members and _OF_THE_PARTY.match(figure.noun):
            # of an organ of the committee where the clause goes on about what it did
            told = before.agency if before is not None else self._members
            parted = (
                told == self._default and ";" in sentence.low[before.b if before else 0 : figure.a]
            )
            return self._members if parted else told
        if _adds_up(sentence, figure):
            return (
                self._default
            )  # 'HĐND ban hành 19 nghị quyết, UBND ... 47 quyết định, tổng cộng 66 văn bản'
        if self._is_of_land(sentence, figure) and not _receive(sentence, figure, before):
            # of the one spoken of ('thành phố Nha Trang còn ...'), else of the document's own
            figure.of_land = True
            told = before.agency if before is not None else None
            return told if told and told[0].islower() else territory(self._context) or self._default
        if before is None:
            if council := self._own_tier(sentence, figure):
                return council
            carried = self._topics.carried(sentence)
            own_council = f"{COUNCIL}{self._default}"
            return carried if carried and carried != own_council else self._default
        return self._continued(sentence, figure, before)

    def left_with(self, figures: list[Figure]) -> tuple[str | None, str | None]:
        """Whose figures a sentence ends with, and whom it is about, so that the next may go on."""
        leading = [figure for figure in figures if not figure.handed_on]
        if not leading:
            return None, None
        # a list of parts ('trong đó Văn phòng 14 người, ...') is still about the whole
        last = leading[-1].parent or leading[-1]
        owner = last.agency
        if last.of_land and not (self._default or "a")[0].islower():
            return owner, None  # 'tỷ lệ bao phủ BHYT đạt 91,5%' of all, in the report of an office
        if owner is None or not owner[0].islower() or owner == territory(self._context):
            return owner, owner
        alone = all(figure.agency == owner for figure in leading)
        return owner, owner if alone else None  # none of several territories

    def _own_tier(self, sentence: Sentence, figure: Figure) -> str | None:
        """The council of a district, where a heading or 'hồ sơ ... ở cấp huyện' parts it from its
        communes."""
        if self._default is None or self._default != self._context.district:
            return None
        at = _AT_TIER.search(sentence.low, figure.lead_start, figure.lead_end)
        alone = at is not None and "cấp xã" not in sentence.low
        level = at[1] if at and alone else self._topics.tier(sentence)
        own = own_territory(self._context, level) if level else None
        return f"{COUNCIL}{own}" if own == self._default else None

    def _whole_of(self, sentence: Sentence, listed: Figure) -> str | None:
        """Whose the figures are before a list: '64 người, gồm: ... UBND huyện A 12 người, B 9 người',
        '96 hồ sơ quá hạn ở huyện A (50 hồ sơ), huyện B (46 hồ sơ)'."""
        figures = sentence.figures
        first = figures.index(listed)
        while first and figures[first].apart:
            first -= 1
        whole = figures[first].parent
        if whole is None and sentence.low[listed.lead_start - 1] == "(":
            whole = None if figures[first].apart else figures[first]
        elif whole is None and (first or figures[first].apart):
            whole = figures[max(first - 1, 0)]
        return whole.agency if whole is not None else self._default

    def _remainder_of(self, sentence: Sentence, before: Figure | None) -> str | None:
        """Whose is what 'các đơn vị khác' add to those named before."""
        if before is not None and before.apart:
            return self._whole_of(sentence, before)
        whole = before.parent if before is not None else None
        return whole.agency if whole is not None else self._default

    def _is_of_land(self, sentence: Sentence, figure: Figure) -> bool:
        if self._keeps_its_own or self._is_case(figure):
            return False
        if is_of_territory(sentence, figure):
            return True
        lead = sentence.low[figure.lead_start : figure.noun_end]
        return self._field is not None and self._field.search(lead) is not None

    def _by_act(self, sentence: Sentence, figure: Figure) -> str | None:
        """Which of two bodies passed acts of a kind: 'HĐND tỉnh và UBND tỉnh ban hành 42 văn bản (14
        nghị quyết, 28 quyết định)'."""
        low, a = sentence.low, figure.a
        if low.rfind("(", 0, a) <= low.rfind(")", 0, a):
            return None
        named = {name.mention.name for name in sentence.names_in(0, a)}
        both = {f"{body}{self._default}" for body in _ACT_OF.values()} <= named
        return f"{_ACT_OF[figure.noun]}{self._default}" if both else None

    def _tells_posts(self, sentence: Sentence, figure: Figure) -> bool:
        """Whether a commune tells of the posts that it was given, of none of its units."""
        if not self._is_local() or sentence.names_in(figure.lead_start, figure.phrase_end):
            return False
        if not (self._context.issuer or "").startswith(COUNCIL) or figure.parent is not None:
            return False
        return _POSTS.match(figure.noun) is not None

    def _is_economy(self, sentence: Sentence, figure: Figure, named: str) -> bool:
        """Whether an office tells of a territory's businesses, in that territory's report: 'Sở Kế
        hoạch và Đầu tư cấp đăng ký cho 612 doanh nghiệp thành lập mới'."""
        if named[0].islower() or not (self._default or "A")[0].islower():
            return False
        low = sentence.low[figure.lead_start : figure.phrase_end + _NEW_REACH]
        return "doanh nghiệp" in low and _NEW_BUSINESS.search(low) is not None

    def _continued(self, sentence: Sentence, figure: Figure, before: Figure) -> str | None:
        """Whose a later figure of a sentence is that names nobody itself."""
        gap = sentence.low[before.noun_end : figure.a]
        listed = before.kind == figure.kind and not gap.strip("; ")  # 'là 10,8; 11,5 và 21,2'
        if ";" not in gap or listed:
            figure.handed_on = before.handed_on
            return before.agency
        if _has_own_subject(sentence, figure, before) or self._stands_alone(sentence, figure):
            return self._default
        if before.agency == self._members:
            return self._default  # 'kết nạp 120 đảng viên; tỷ lệ đô thị hóa đạt 60%'
        if before.of_land and not (self._default or "a")[0].islower():
            return self._default  # 'giảm nợ thuế xuống dưới 8%; hoàn thành 224 cuộc thanh tra'
        first = sentence.figures[0]
        if before.of_land and not first.of_land:
            before = _last_not_of_land(sentence, figure)
        if before.parent is not None and not first.handed_on:
            return first.agency
        if before.handed_on:
            # 'tham mưu UBND tỉnh ban hành 03 quyết định; mở 04 lớp': back to who leads the sentence
            subject = actor_of(sentence, 0, first.lead_end, handed_on=False)
            if subject is not None and subject.mention.name:
                return self._accountable(sentence, figure, subject)
            return self._default if first.handed_on else first.agency
        return before.agency

    def _stands_alone(self, sentence: Sentence, figure: Figure) -> bool:
        """Whether a rate opens its clause in a territory's report: '...; 94,5% hồ sơ được ký số'."""
        if figure.kind != "percent" or not (self._default or "A")[0].islower():
            return False
        mark = sentence.low.rfind(";", 0, figure.a)
        return len(sentence.low[mark + 1 : figure.lead_end].split()) < _SHORT_LEAD

    def _named(
        self, sentence: Sentence, figure: Figure, before: Figure | None, places: list[Place]
    ) -> str | None:
        """The agency or territory that the sentence names for a figure."""
        named = named_beside(sentence, figure)
        if named := named or self._own_land(sentence, figure):
            return named
        start = sentence.low.rfind(";", 0, figure.a) + 1
        if before is not None:
            start = max(start, before.phrase_end)
        actor = actor_of(sentence, start, figure.lead_end)
        first = actor.end if actor else start
        for place in places:
            if first <= place.start < figure.lead_end:
                return self._default if self._is_own_case(place, figure) else place.name
            among = figure.kind == "rank"  # 'xếp thứ 17/130 xã, phường toàn tỉnh'
            if place.covers and not among and figure.noun_end <= place.start < figure.phrase_end:
                return place.name
        if _OWN_AUTHORITY.search(sentence.low, figure.lead_start, figure.lead_end):
            return self._default
        if actor and assigns(sentence, actor, figure):
            if before is not None:
                return before.agency
            return territory(self._context) if is_of_territory(sentence, figure) else self._default
        if actor and self._is_set_a_task(sentence, actor, figure):
            return territory(self._context) if is_of_territory(sentence, figure) else self._default
        if actor and actor.mention.name:
            figure.handed_on = is_handed(sentence, actor) or (
                before is not None and before.handed_on and goes_on_list(sentence, actor, before)
            )
            return self._together(sentence, figure, actor)
        return None

    def _is_set_a_task(self, sentence: Sentence, actor: Name, figure: Figure) -> bool:
        """Whether one above the reporter only sets it what the figures tell: 'UBND tỉnh giao xã thu
        ngân sách 12,5 tỷ đồng', 'BHXH Việt Nam giao chỉ tiêu phát triển 40.000 người'."""
        is_rated = figure.kind == "rank" or figure.unit == "điểm"
        sets = _RATES if is_rated else _SETS_A_TASK
        if not sets.match(sentence.low, actor.end):
            return False
        level, own = _rank(actor), _RANKS.get(self._context.level)
        if level is None or own is None:
            return False
        name = actor.mention.name or ""
        beside = name.startswith(_SET_TASKS) and name != self._context.issuer
        above = level < own or (level == own and beside)
        return above and not sentence.names_in(actor.end, figure.lead_end)

    def _is_own_case(self, place: Place, figure: Figure) -> bool:
        """'Toàn tỉnh mở 96 phiên tòa': of the courts that report."""
        return place.covers and self._is_case(figure)

    def _is_case(self, figure: Figure) -> bool:
        judicial = (self._default or "").startswith(_JUDICIAL)
        return judicial and _CASES.match(figure.noun) is not None

    def _together(self, sentence: Sentence, figure: Figure, actor: Name) -> str | None:
        """Whose it is what an actor did, with the one that acted as one with it: 'Ban Tổ chức Tỉnh
        ủy và Sở Nội vụ đã thẩm định 47 đề án'; the territory's if its council and committee did."""
        owner = self._accountable(sentence, figure, actor)
        partners = partners_of(sentence, actor)
        if not partners or (owner == self._default and not share_a_head(actor, partners)):
            return owner
        names = {actor.mention.name, partners[-1].mention.name}
        if names == {f"{COUNCIL}{self._default}", f"{ASSEMBLY}{self._default}"}:
            return self._default
        owners = (owner, *(self._accountable(sentence, figure, partner) for partner in partners))
        if self._default in owners and not share_a_head(actor, partners):
            return self._default
        return "; ".join(dict.fromkeys(filter(None, owners)))

    def _own_land(self, sentence: Sentence, figure: Figure) -> str | None:
        """'chỉ số chuyển đổi số năm 2021 của Thành phố xếp thứ 3/63'."""
        low, start, end = sentence.low, figure.lead_start, figure.lead_end
        possessed = _OF_LAND.search(low, start, end) if low.find("của ", start, end) >= 0 else None
        return own_territory(self._context, possessed[1]) if possessed else None

    def _accountable(self, sentence: Sentence, figure: Figure, actor: Name) -> str | None:
        """Who answers for what an actor did: itself, the body it is a part of, the territory."""
        name = actor.mention.name or ""
        if without_organ(name) == self._default:
            return self._default
        if name.startswith(_AD_HOC) or (name.startswith(_BOARDS) and not MADE.match(figure.noun)):
            return self._default or name
        if name != self._default and _ADVISES.match(sentence.low, actor.end):
            # 'tham mưu giao tự chủ cho 22 xã'
            own = self._is_inner(name)
            return self._default if own else territory(self._context) or self._default
        if _TAKES_PART.match(sentence.low, actor.end):
            return self._default  # 'Bưu điện tỉnh phối hợp thực hiện tại 05 cơ quan'
        if self._is_inner(name) and (
            partners_of(sentence, actor) or _WITH.match(sentence.low, actor.end)
        ):
            # 'Thanh tra Sở, Phòng Đào tạo kiểm tra 12 trường': as the whole
            return self._context.issuer if self._is_local() else self._default
        own_assembly = name.startswith(ASSEMBLY) and name[len(ASSEMBLY) :] == self._default
        if own_assembly and is_unit_of_land(figure):
            return self._default  # 'HĐND tỉnh đã thông qua việc sáp nhập 188 bản'
        told_by_council = not (self._context.issuer or "").startswith(ASSEMBLY)
        if told_by_council and name.startswith(COUNCIL) and name[len(COUNCIL) :] == self._default:
            lead = sentence.low[max(figure.lead_end - 40, 0) : figure.lead_end]
            issued = (
                (at_desk(sentence.low, actor) and not partners_of(sentence, actor))
                or _ISSUES.search(lead)
                or (_OFFICES.match(figure.noun) and _SETS_UP.search(lead))
                or (_WRITTEN.match(figure.noun) and _ISSUED.match(sentence.low, actor.end))
                or self._own_tier(sentence, figure)
            )
            return name if issued else self._default
        return name

    def _is_local(self) -> bool:
        return self._context.level == "commune" and self._context.issuer is not None

    def _is_inner(self, name: str) -> bool:
        """Whether an agency is a unit of the one that reports and acts in its name: 'Thanh tra Sở'.

        A district's divisions are agencies of their own.
        """
        issuer = self._context.issuer
        if issuer is None or not name.startswith(_INNER) or name == issuer:
            return False
        if self._is_local():
            return name.endswith(self._default or issuer)
        return name.endswith(issuer) and not issuer.startswith(COUNCIL)


def _rank(actor: Name) -> int | None:
    """How far from the top an agency stands; of committees of the Party only those of provinces."""
    if (actor.mention.name or "").startswith(("Tỉnh ủy", "Thành ủy")):
        return _RANKS["province"]
    return _RANKS.get(actor.mention.level or "")


def _field(owner: str) -> re.Pattern[str] | None:
    """What a reporting office tells of the whole territory."""
    return next((field for office, field in _FIELDS if office.match(owner)), None)


def _counts_members(sentence: Sentence, figure: Figure) -> bool:
    """Whether an association tells of its members where no other body is named."""
    if sentence.names or not figure.noun:
        return False
    return _MEMBERS.match(sentence.low, figure.noun_start) is not None


def _receive(sentence: Sentence, figure: Figure, before: Figure | None) -> bool:
    """Whether units of land only get what was told before them: 'bố trí 800 triệu đồng cho 04 xã'."""
    if before is None or before.agency is None or before.agency[0].islower():
        return False
    if not is_unit_of_land(figure):
        return False
    low = sentence.low
    gives = low.endswith(" cho ", figure.lead_start, figure.lead_end)
    return gives and ";" not in low[before.b : figure.a]


def _closes_list(sentence: Sentence, figure: Figure, before: Figure) -> bool:
    """Whether what follows a list of bare names is told of the whole again: a change, or what stands
    behind the bracket of the list."""
    return figure.role == "change" or ")" in sentence.low[before.b : figure.a]


def _goes_on(sentence: Sentence, figure: Figure, before: Figure) -> bool:
    """Whether a part tells what else the one before it did: 'trong đó, Sở Y tế thụ lý 12 vụ, giải
    quyết 11 vụ'."""
    if before.parent is not figure.parent:
        return False
    start = _OPENING.match(sentence.low, before.noun_end).end()  # type: ignore[union-attr]
    acts = ACTS.match(sentence.low, start, figure.lead_end)
    return acts is not None and not _TIER.match(sentence.low, start)


def _adds_up(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is the sum of what several told of before it."""
    low, start, end = sentence.low, figure.lead_start, figure.lead_end
    if low.find("tổng", start, end) < 0 or not _SUM.match(low[start:end]):
        return False
    earlier = sentence.figures[: sentence.figures.index(figure)]
    return len({f.agency for f in earlier}) > 1


def _last_not_of_land(sentence: Sentence, figure: Figure) -> Figure:
    """The last figure before one that is told of an agency, not of land and people."""
    earlier = sentence.figures[: sentence.figures.index(figure)]
    return next(f for f in reversed(earlier) if not f.of_land)


def _has_own_subject(sentence: Sentence, figure: Figure, before: Figure) -> bool:
    """Whether a clause after ';' names someone new, no agency: 'Cổng thông tin đăng tải 1.204 tin'."""
    low = sentence.low
    mark = low.rfind(";", before.b, figure.a)
    if mark < 0:
        return False
    start = _OPENING.match(low, mark + 1).end()  # type: ignore[union-attr]
    verb = ACTS.search(low, start, figure.lead_end)
    return verb is not None and low.count(" ", start, verb.start()) > 2


def _speaks_of_others(low: str, start: int, end: int) -> bool:
    """Whether a stretch ends with what others did than those named before."""
    told = low.find("khác", start, end) >= 0 or low.find("còn lại", start, end) >= 0
    return told and _OTHERS.search(low, start, end) is not None
