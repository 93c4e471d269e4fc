"""Reading one organisation at a place where a name of the lexicon or a head word stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache

from ...reading import Context
from ...vietnamese import UPPER
from .anaphora import Memory, is_anaphor
from .gazetteer import Known, known_names, known_phrases
from .grammar import (
    continuation_pattern,
    division_continuation,
    has_proper_noun,
    name_pattern,
    task_continuation,
    task_pattern,
    without_person,
    works_continuation,
    written_out,
)
from .heads import HEADS, LINKED_OWNERS, PARTY_ORGANS, Head
from .lists import FIELD_HEADS, fields_after, joined_field
from .patterns import END, TO_END, phrase_key
from .reading import Reading
from .resolver import Named, Resolver, named
from .surroundings import (
    fills_line,
    follows_office,
    is_many,
    is_something_else,
    is_wrapped,
    many_follow,
    may_begin,
)
from .territory import Qualifier, Territory, district_kind, read_place, read_qualifier

# 'Agribank chi nhánh huyện Yên Lập', 'Ngân hàng X - Chi nhánh tỉnh Y'
_BRANCH = re.compile(r"\s+(?:[-–]\s+)?[Cc]hi nhánh(?=\s)")
# 'HĐND và UBND tỉnh': the territory of the last goes for all.
_PAIR = re.compile(
    r"(?:[ \t]*(?:,|và|&|-|;)[ \t]*(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|"
    rf"(?:Ủy ban\s+|UB)?MTTQ(?:\s*(?:Việt Nam|VN))?)){{1,3}}{END}"
)
# 'UBND các huyện Cam Lâm, Diên Khánh', 'Công an các xã: ...'
_SEVERAL = re.compile(
    r"\s+các\s+(?P<kind>huyện|xã|phường|quận|thị xã|thành phố|thị trấn)(?P<colon>:)?(?=\s)"
)
_SCENE_KINDS = ("xã", "phường", "huyện", "thị trấn")
_SCENE_REACH = 120
_SENTENCE_END = re.compile(r"[.;!?]\s|\n")
# 'Ủy ban nhân dân (UBND) tỉnh'
_SHORT_FORM = re.compile(
    rf"\s*\((?:viết tắt là\s+)?[{UPPER}&]{{2,9}}\)"
    r"(?=\s+(?:tỉnh|thành phố|huyện|thị xã|xã|phường)\s)"
)
_OF = re.compile(r"\s+(?:của|thuộc|trực thuộc)(?=\s)")
# 'TAND hai cấp tỉnh Sóc Trăng': a court of the province with those below it.
_TWO_LEVELS = re.compile(rf"\s+(?:hai|02|2) cấp{END}")
_TWO = "h02"  # what they may begin with
_OF_TWO_LEVELS = ("Tòa án nhân dân", "Viện kiểm sát nhân dân")
_IN_AREA = re.compile(r"\s+trên\s+địa\s+bàn(?=\s+(?:tỉnh|thành phố|huyện|xã|phường)\s)")
# 'Báo Giao thông', 'Báo Đầu tư': a paper of a trade, of no place.
_COMPOUND = re.compile(rf"\s[{UPPER}][^\W\d_A-Z]*\s(?!đã|có|còn|là|và|đăng|phát|in)[^\W\d_A-ZĐ]")
# 'Phòng Tư pháp thuộc UBND huyện Bến Lức': of that district; the council is named on its own.
_OF_COUNCIL = re.compile(r"\s+(?:của|thuộc|trực thuộc)\s+(?:UBND|Ủy ban nhân dân)(?=\s)")
_BLOC = re.compile(rf"\s+[Kk]hối(?!\s+(?:các|cơ quan|doanh nghiệp)){END}")
_BLANK = re.compile(r"[ \t]+(?:\n[ \t]*)?|\n[ \t]*")
# A body set up for a task bears the name of the office that it serves: 'Hội đồng ... Sở'.
_SERVED = re.compile(rf"\s+(?=(?:Sở|Bộ|UBND|Ủy ban nhân dân){END})")
# Followed by its number or its place: 'Chi cục Thuế khu vực XIII'.
_LONGEST_REST = 200  # characters of a name behind its head
_AREAS = ("khu vực", "Khu vực", "cơ sở")
# A board for projects may tell what it builds.
_FOR_PROJECTS = ("dự án", "QLDA", "ầu tư xây dựng", "ầu tư và xây dựng", "ĐTXD")
# Services whose branches bear the bare names of districts: 'KBNN Lạc Sơn', 'BHXH Mai Châu'.
_BRANCHES = ("Kho bạc Nhà nước", "Bảo hiểm xã hội", "Chi cục Thuế")
_COUNCILS = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Thường trực Hội đồng nhân dân")


# 'các sở: Nội vụ, Tài chính' opens a list though it is written small.
_LIST_HEADS = ("ác sở:", "ác phòng:", "ác bộ:")
_OPENS_LIST = re.compile(r"(?<=ác )(?:sở|phòng|bộ)(?=:\s)")


def first_words(text: str, begin: int, end: int) -> Iterable[re.Match[str]]:
    """The words of a stretch that a name may begin with, in order: of the lexicon, or heads."""
    words, capitalised = _first_words()
    found = (word for word in capitalised.finditer(text, begin, end) if word[0] in words)
    if any(text.find(head, begin, end) >= 0 for head in _LIST_HEADS):
        lists = _OPENS_LIST.finditer(text, begin, end)
        return sorted((*found, *lists), key=lambda word: word.start())
    return found


@cache
def _first_words() -> tuple[frozenset[str], re.Pattern[str]]:
    """The words that names begin with, and what finds all that begin with a letter of theirs.

    A word is looked up in a set: faster than trying it against the alternation of them.
    """
    words = known_phrases().first_words
    written = {w for word in words for w in (word, word[0] + word[1:].lower(), word.upper())}
    letters = "".join(sorted({word[0] for word in written}))
    return frozenset(written), re.compile(rf"[{letters}]{TO_END}")


@cache
def _heads_by_key() -> dict[str, str]:
    return {phrase_key(word): word for word in HEADS}


class Reader:
    """Reads organisations of one document, with its context and what it named so far."""

    def __init__(self, context: Context, *, lenient: bool = False) -> None:
        self.resolver = Resolver(context, lenient=lenient)
        self.memory = Memory(context)
        self._issuer = context.issuer
        self._known = known_names()
        self._phrases = known_phrases()
        self._heads = _heads_by_key()

    def read(
        self, text: str, start: int, limit: int = sys.maxsize, word: str = ""
    ) -> Reading | None:
        """The organisation whose name begins at a position; None where none does.

        `word` is the one that stands there, where it was read already.
        """
        found = self._phrases.longest(text, start, limit, word)
        if found is None or not may_begin(text, start, found[0]):
            return None
        end, key = found
        if text.find("\n", start, end) >= 0 and not is_wrapped(text, start, end):
            return self.read(text, start, text.index("\n", start))
        if key.endswith("đảng ủy") and (bloc := self._bloc_committee(text, start, end)):
            return bloc
        known = self._known.get(key)
        if known is not None:
            return self._read_known(text, start, end, key, known)
        return self._read_head(text, start, end, self._heads[key])

    # --- names of the lexicon ---------------------------------------------------------------

    def _read_known(
        self, text: str, start: int, end: int, key: str, known: Known
    ) -> Reading | None:
        if is_something_else(text, start, end, key):
            return None
        if (owner := text.find(" của ", start, end)) > 0:
            # 'Ban Chỉ đạo CCHC của Chính phủ': the owner is read on its own
            return self._whole(start, owner, known)
        if head := self._heads.get(key):
            if text[start:end].isupper():
                # in a letterhead: 'HỘI ĐỒNG NHÂN DÂN TỈNH' / 'BAN PHÁP CHẾ'
                return (
                    self._read_local(text, start, end, known)
                    if fills_line(text, start, end)
                    else None
                )
            if owned := self._owned(text, start, end, head):
                return owned
        if not known.takes_territory:
            return self._read_whole(text, start, end, known)
        return self._read_local(text, start, end, known)

    def _whole(self, start: int, end: int, known: Known) -> Reading | None:
        body = self.resolver.alone(known)
        return Reading(start, end, body, known.head) if body else None

    def _read_whole(self, text: str, start: int, end: int, known: Known) -> Reading | None:
        """A body whose name needs no territory; a place after it makes a branch of it."""
        whole = self._whole(start, end, known)
        if whole is None:
            return None
        longer = self._branch(text, whole) or self._continued(text, start, end, known)
        return longer or (None if many_follow(text, end) else whole)

    def _branch(self, text: str, whole: Reading) -> Reading | None:
        """'VCCI Khánh Hòa', 'Agribank chi nhánh Yên Lập': the branch of a national body at a place."""
        if whole.body.level not in ("mass", "enterprise"):
            return None
        if said := _BRANCH.match(text, whole.end):
            return self._said_branch(text, whole, said.end())
        qualifier = read_qualifier(text, whole.end)
        if qualifier is None:
            return None
        territory = self.resolver.places.resolve(qualifier.territory)
        place = territory.name if qualifier.bare else territory.full
        body = named(f"{whole.body.name} chi nhánh {place}", whole.body.level)
        return Reading(whole.start, qualifier.end, body, whole.head)

    def _said_branch(self, text: str, whole: Reading, end: int) -> Reading | None:
        """A branch that is called one, by its bank's name as written."""
        qualifier = read_qualifier(text, end)
        place = read_place(text, end) if qualifier is None else None
        territory = self._one(qualifier)
        if territory is not None and qualifier is not None:
            name, stop = territory.name if qualifier.bare else territory.full, qualifier.end
        elif place is not None:
            name, stop = place
        else:
            return None
        bank = " ".join(text[whole.start : whole.end].split())
        return Reading(
            whole.start, stop, named(f"{bank} chi nhánh {name}", "enterprise"), whole.head
        )

    def _read_local(self, text: str, start: int, end: int, known: Known) -> Reading | None:
        """A body that exists in many territories: which one is written or follows from context."""
        if known.head == "Báo" and _COMPOUND.match(text, end):
            return self._read_head(text, start, end, known.head)
        if text.startswith(" (", end) and (short := _SHORT_FORM.match(text, end)):
            end = short.end()
        opening = text[end + 1 : end + 2]
        if (opening == "c" or opening.isspace()) and (several := _SEVERAL.match(text, end)):
            return self._read_first_of(text, start, several, known)
        if opening in _TWO and (levels := _TWO_LEVELS.match(text, end)):
            return self._read_two_levels(text, start, levels.end(), known)
        qualifier = self._qualifier(text, start, end, known)
        if qualifier is None and (longer := self._continued(text, start, end, known)):
            return longer
        if text.startswith(":", end) and is_many(text, start):
            return self._read_listed(text, end + 1, known)
        if many_follow(text, end) or self._is_one_of_many(text, start, end, known, qualifier):
            return None
        if qualifier is None:
            return self._read_of_council(text, start, end, known) or self._read_alone(
                text, start, end, known
            )
        territory = self._one(qualifier) or self._named_before(text, start, qualifier)
        if territory is None:
            return None
        body = self.resolver.local(known, territory, bare=qualifier.bare)
        return Reading(start, qualifier.end, body, known.head, known=known, territory=territory)

    def _read_of_council(self, text: str, start: int, end: int, known: Known) -> Reading | None:
        """A division of a district named by the council that it serves."""
        link = _OF_COUNCIL.match(text, end) if "district" in known.by_tier else None
        territory = self._one(read_qualifier(text, link.end())) if link else None
        if territory is None or self.resolver.places.tier(territory) not in known.by_tier:
            return None
        body = self.resolver.local(known, territory)
        return Reading(start, end, body, known.head, known=known, territory=territory)

    def _read_two_levels(self, text: str, start: int, end: int, known: Known) -> Reading | None:
        """The courts or prosecutors of a province at both levels, which report as one body."""
        province = known.at("province")
        if province.core not in _OF_TWO_LEVELS:
            return None
        qualifier = read_qualifier(text, end)
        territory = self._one(qualifier) or self.resolver.places.at("province")
        if territory is None:
            return None
        stop = qualifier.end if qualifier else end
        body = named(f"{province.core} hai cấp {territory.full}", province.level)
        return Reading(start, stop, body, known.head, known=known, territory=territory)

    def _read_first_of(
        self, text: str, start: int, several: re.Match[str], known: Known
    ) -> Reading | None:
        """The first of 'UBND các huyện Cam Lâm, Diên Khánh'; None where no place is named."""
        place = read_place(text, several.end("kind") if several["colon"] is None else several.end())
        if place is None:
            return None
        territory = Territory(several["kind"], place[0])
        body = self.resolver.local(known, territory)
        return Reading(start, place[1], body, known.head, known=known, territory=territory)

    def _read_listed(self, text: str, position: int, known: Known) -> Reading | None:
        """The first of 'các Cục Hải quan: Hải Phòng, Lạng Sơn': its place alone stands for it."""
        qualifier = self._qualifier(text, position, position, known)
        if qualifier is None or not qualifier.bare:
            return None
        body, start = self.resolver.local(known, qualifier.territory), position + 1
        return Reading(
            start, qualifier.end, body, known.head, known=known, territory=qualifier.territory
        )

    def _one(self, qualifier: Qualifier | None) -> Territory | None:
        """The one territory that a qualifier stands for in this document."""
        if qualifier is None or qualifier.plural:
            return None
        territory = self.resolver.places.resolve(qualifier.territory)
        return territory if self.resolver.is_one(territory) else None

    def _named_before(self, text: str, start: int, qualifier: Qualifier) -> Territory | None:
        """'Tại xã Lâm Thao, Trung tâm Phục vụ hành chính công xã tiếp nhận ...': the one that the
        sentence set the scene with, where the document is of none of its level."""
        kind = qualifier.territory.kind
        if qualifier.plural or qualifier.territory.name or kind not in _SCENE_KINDS:
            return None
        scene = text.rfind(f"ại {kind} ", max(start - _SCENE_REACH, 0), start)
        if scene < 1 or text[scene - 1] not in "tT" or _SENTENCE_END.search(text, scene, start):
            return None
        place = read_place(text, scene + 2 + len(kind) + 1)
        return Territory(kind, place[0]) if place else None

    @staticmethod
    def _is_one_of_many(
        text: str, start: int, end: int, known: Known, qualifier: Qualifier | None
    ) -> bool:
        """'03 Đoàn kiểm tra CCHC tỉnh', 'các Chi cục Thuế'; but 'các Sở Nội vụ, Tài chính' names each."""
        if (qualifier and qualifier.territory.name) or known.head not in HEADS:
            return False
        if not is_many(text, start):
            return False
        return known.head not in FIELD_HEADS or not any(fields_after(text, end, known.head))

    def _qualifier(self, text: str, start: int, end: int, known: Known) -> Qualifier | None:
        """The territory after a name of the lexicon, with or without its level."""
        if found := read_qualifier(text, end, start):
            is_longer = found.bare and known.head == "Báo" and read_place(text, found.end)
            return None if is_longer else found
        place = read_place(text, end, start) if text[end + 1 : end + 2].isupper() else None
        if place is None:
            return None
        name, stop = place
        if mine := self.resolver.places.by_name(name):
            territory, length = mine
            return Qualifier(territory, stop - len(name) + length, bare=True)
        district = known.by_tier.get("district")
        if district and (told := self.resolver.places.district(name)):
            return Qualifier(told, stop, bare=True)
        if district and (district.form == "bare" or district.core in _BRANCHES):
            return Qualifier(Territory(district_kind(district.core), name), stop, bare=True)
        return None

    def _read_alone(self, text: str, start: int, end: int, known: Known) -> Reading | None:
        """A name of the lexicon without a territory: its neighbour's, or the document's."""
        is_council = known.whole is not None and known.whole.core in _COUNCILS
        if is_council:
            if is_many(text, start):
                return None
            if pair := _PAIR.match(text, end):
                return self._read_paired(text, start, end, pair.end(), known)
        if body := self.resolver.alone(known):
            return Reading(start, end, body, known.head, anaphor=is_council)
        if known.alone == "never" and known.head in HEADS:
            head_end = start + len(known.head)
            if phrase_key(text[start:head_end]) == phrase_key(known.head):
                return self._read_head(text, start, head_end, known.head)
        return None

    def _read_paired(
        self, text: str, start: int, end: int, pair_end: int, known: Known
    ) -> Reading | None:
        """'HĐND và UBND tỉnh': the territory of the last goes for all, and so does its plural."""
        qualifier = read_qualifier(text, pair_end)
        shared = self._one(qualifier)
        if shared:
            return Reading(start, end, self.resolver.local(known, shared), known.head)
        if qualifier or many_follow(text, pair_end):
            return None
        body = self.resolver.alone(known)
        return Reading(start, end, body, known.head, anaphor=True) if body else None

    def _continued(self, text: str, start: int, end: int, known: Known) -> Reading | None:
        """A name that begins like one of the lexicon and goes on."""
        if (
            known.head in HEADS
            and HEADS[known.head].body == "task"
            and (served := self._served(text, end))
        ):
            core = known.at("province").core
            return Reading(start, served.end, named(f"{core} {served.body.name}", None), known.head)
        is_area = known.whole is not None and text.endswith(_AREAS, start, end)
        more = self._continuation(text, end, known.head, is_area=is_area)
        if not more.strip():
            return None
        stop = end + len(more)
        qualifier = read_qualifier(text, stop)
        territory = self._one(qualifier)
        if qualifier and territory:
            stop = qualifier.end
        if is_area and known.whole:
            place = f" {territory.full}" if territory else ""
            name = " ".join(f"{known.whole.core}{more}{place}".split())
            return Reading(start, stop, named(name, known.whole.level), known.head)
        body = self.resolver.unlisted(
            written_out(text[start:end] + more),
            HEADS[known.head].scope,
            territory,
            proper=has_proper_noun(more),
        )
        return Reading(start, stop, body, known.head)

    @staticmethod
    def _continuation(text: str, end: int, head: str, *, is_area: bool) -> str:
        """What makes a known name longer; '' where nothing does."""
        if head in FIELD_HEADS and not is_area:
            longer = division_continuation().match(text, end) if head == "Phòng" else None
            return longer[0] if longer else joined_field(text, end, head)
        grammar = HEADS[head].body if head in HEADS else "none"
        if not is_area and grammar not in ("name", "task"):
            return ""
        cell_end = _cell_end(text, end)
        if text.endswith(_FOR_PROJECTS, 0, end) and (
            works := works_continuation().match(text, end, cell_end)
        ):
            return works[0]
        match = continuation_pattern().match(text, end, cell_end)
        if match and grammar == "name" and not is_area and match[0].lstrip()[:1].isdigit():
            return ""  # 'Ban Tôn giáo 44, Chi cục ... 04 thủ tục': counted
        if match is None and grammar == "task":
            match = task_continuation().match(text, end, cell_end)
        return without_person(match[0].partition("\n\n")[0], head) if match else ""

    # --- names by their head ------------------------------------------------------------------

    def _read_head(self, text: str, start: int, end: int, head: str) -> Reading | None:
        rule = HEADS[head]
        if text[start:end].isupper() and not head.isupper() and head not in PARTY_ORGANS:
            return None  # in capitals every word looks like a name
        if rule.body == "owner":
            return self._owned(text, start, end, head) or self._unowned(text, start, end, head)
        if is_something_else(text, start, end, phrase_key(head)):
            return None
        reading = None
        if rule.body != "none" and not is_many(text, start):
            reading = self._read_unlisted(text, start, end, head, rule)
        return reading or self._read_bare(text, start, end, head)

    def _bloc_committee(self, text: str, start: int, end: int) -> Reading | None:
        """'Đảng ủy Khối', 'Ủy ban Kiểm tra Đảng ủy Khối' in the papers of one: of that of its issuer."""
        bloc = _BLOC.match(text, end) if (self._issuer or "").startswith("Đảng ủy Khối") else None
        if bloc is None or self._issuer is None:
            return None
        organ = written_out(text[start : end - len("Đảng ủy")])
        body = named(f"{organ} {self._issuer}".strip(), "party")
        return Reading(start, bloc.end(), body, organ or "Đảng ủy")

    def _read_unlisted(
        self, text: str, start: int, end: int, head: str, rule: Head
    ) -> Reading | None:
        body = self._body_of_name(text, start, end, head, rule)
        stop = end + len(body)
        if not (body or rule.is_name) or many_follow(text, stop):
            return None
        if rule.body == "task" and (served := self._served(text, stop)):
            name = f"{written_out(head + body)} {served.body.name}"
            return Reading(start, served.end, named(name, None), head)
        area = _IN_AREA.match(text, stop) if rule.body == "task" else None
        qualifier = read_qualifier(text, area.end() if area else stop)
        territory = self._one(qualifier)
        if territory is None and (qualifier or not (body or self._exists_once(head))):
            return None
        unlisted = self.resolver.unlisted(
            written_out(f"{head}{body}{area[0] if area else ''}"),
            rule.scope,
            territory,
            proper=has_proper_noun(body),
        )
        return Reading(start, qualifier.end if qualifier else stop, unlisted, head)

    def _exists_once(self, head: str) -> bool:
        """'Hạt Kiểm lâm' in the papers of a district is its only one."""
        return self.resolver.places.level == "district" and head == "Hạt Kiểm lâm"

    @staticmethod
    def _body_of_name(text: str, start: int, end: int, head: str, rule: Head) -> str:
        """What follows a head in its name; '' where nothing does."""
        pattern = task_pattern() if rule.body == "task" else name_pattern()
        match = pattern.match(text, end, _cell_end(text, end))
        if match is None:
            return ""
        body = match[0].partition("\n")[0].rstrip()
        if rule.body == "name" and follows_office(text, start):
            return without_person(body, head)
        return body

    def _served(self, text: str, position: int) -> Reading | None:
        blank = _SERVED.match(text, position)
        return self.read(text, blank.end()) if blank else None

    # --- names by their owner -----------------------------------------------------------------

    def _owned(self, text: str, start: int, end: int, head: str) -> Reading | None:
        """'Văn phòng UBND tỉnh', 'Thanh tra Sở', 'Hội đồng quản lý của ...': named by the owner."""
        if HEADS[head].body != "owner" or is_many(text, start):
            return None
        dotted = head.isupper() and text.startswith(".", end)
        core = written_out(head)
        if owner := self._owner(text, end + dotted):
            return Reading(start, owner.end, _owned_name(core, owner.body), head)
        if head in LINKED_OWNERS and (link := _OF.match(text, end)):
            owner = self._owner(text, link.end())
            return Reading(start, end, _owned_name(core, owner.body), head) if owner else None
        return None

    def _unowned(self, text: str, start: int, end: int, head: str) -> Reading | None:
        """An organ without its owner: that of the committee whose document this is."""
        if many_follow(text, end):
            return None  # 'UBKT các cấp'
        if head in PARTY_ORGANS and (committee := self.resolver.committee()):
            body = named(f"{written_out(head)} {committee}", "party")
            return Reading(start, end, body, head)
        return self._read_bare(text, start, end, head) if HEADS[head].bare else None

    def _owner(self, text: str, position: int) -> Reading | None:
        blank = _BLANK.match(text, position)
        if blank is None or not text[blank.end() : blank.end() + 1].isupper():
            return None
        return self.read(text, blank.end())

    def _read_bare(self, text: str, start: int, end: int, head: str) -> Reading | None:
        if not is_anaphor(text, start, end, head, self._issuer):
            return None
        body = self.memory.recall(head, text, start)
        return Reading(start, end, body, head, anaphor=True) if body else None


def _cell_end(text: str, position: int) -> int:
    """Where the cell of a table ends that a name stands in: 'Cục Hóa chất<tab>47'."""
    tab = text.find("\t", position, position + _LONGEST_REST)
    return tab if tab >= 0 else len(text)


def _owned_name(core: str, owner: Named) -> Named:
    return named(f"{core} {owner.name}", owner.level)
