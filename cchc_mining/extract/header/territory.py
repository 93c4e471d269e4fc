"""Where a document speaks from: its province, district or commune, and their full names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from ...lexicon import (
    DISTRICTS_END,
    Communes,
    Districts,
    agencies,
    communes,
    districts,
    holder,
    issuer_name,
    provinces,
)
from ...reading import Context, bare_name
from ...vietnamese import LOWER, UPPER, fold, strip_tones

TERRITORY = re.compile(
    r"\b(?P<kind>[Tt]ỉnh|TỈNH|[Tt]hành [Pp]hố|THÀNH PHỐ|TP\.|[Hh]uyện|HUYỆN|[Tt]hị [Xx]ã|THỊ XÃ|[Qq]uận|QUẬN|"
    r"[Xx]ã(?!\s+[Hh]ội)|XÃ(?!\s+HỘI)|[Pp]hường|PHƯỜNG|[Tt]hị [Tt]rấn|THỊ TRẤN|[Đđ]ặc [Kk]hu|ĐẶC KHU)"
    r"(?:\s(?:[Đđ]ảo|ĐẢO))?\s+"  # 'huyện đảo Lý Sơn'
    # 'Bà Rịa - Vũng Tàu', 'A Lưới 3', '1 Bảo Lộc', '7', "Ia H'Drai"
    rf"(?P<name>(?:\d{{1,2}} )?[{UPPER}][\w'’]*(?:(?:[ -]| [-–] )[{UPPER}][\w'’]*){{0,3}}(?: \d{{1,2}}(?![\d/.]))?"
    r"|\d{1,2}(?!\d))"
)
# (Opens with rare letters, so that the search jumps from one such place to the next.)
_PROVINCE_IN_TEXT = re.compile(
    rf"ỉnh(?<=\b[Tt]ỉnh) (?:ủy )?(?P<name>[{UPPER}][{LOWER}]+(?:[ -][{UPPER}][{LOWER}]+){{1,3}})"
)
_OFFICES = ("UBND ", "HĐND ", "Dân ", "dân ")
# 'Báo Khánh Hòa', 'Đài Phát thanh và Truyền hình Khánh Hòa': the press is named for its province.
_LOCAL_PRESS = re.compile(
    rf"(?:Báo(?<=\bBáo)|Phát(?<=\bPhát) thanh(?: và|,| -)? Truyền hình) ([{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+)"
)
_NATIONAL_PRESS = frozenset(
    (
        "Nhân Dân",
        "Tuổi Trẻ",
        "Thanh Niên",
        "Lao Động",
        "Quân Đội",
        "Sài Gòn",
        "Đại Đoàn",
        "Việt Nam",
    )
)
# 'Chủ tịch UBND tỉnh Trần Quốc Bảo': a person's name follows, not a province's.
_SURNAMES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Tạ "
    "Lương Tô Đào Trương Lâm Châu Phùng Thái Tống Vương Chu Nông Giàng Sùng Hứa Kiều Lưu Thân Tăng".split()
)


@cache
def _province_names() -> dict[str, str]:
    """Folded province names and aliases -> full name with kind, as of before the 2025 mergers."""
    names: dict[str, str] = {}
    for row in provinces():
        full = f"{row.kind} {row.name}"
        for name in (row.name, *row.aliases):
            names.setdefault(fold(name), full)
    return names


@cache
def _capitals() -> dict[str, str]:
    return {fold(row.capital): f"{row.kind} {row.name}" for row in provinces() if row.capital}


def with_kind(province: str) -> str:
    """'Khánh Hòa' -> 'tỉnh Khánh Hòa'; an invented or unknown name is taken for a tỉnh."""
    bare = bare_name(province)
    if bare != province:
        return province
    return _province_names().get(fold(province)) or f"tỉnh {province}"


_ORGAN = re.compile(r"BAN (CHẤP HÀNH|THƯỜNG VỤ|THƯỜNG TRỰC)(?= \w+ \w+ )")
_PARTY_BODY = re.compile(r"\b(Tỉnh|Thành|Huyện|Thị|Quận|Đảng) Ủy\b")
_VOWEL = re.compile("[aeiouy]")
_LEVELS = (" tỉnh", " huyện", " xã", " phường", " quận")
_LOWER_WORDS = frozenset(("và", "về", "của", "thuộc", "các", "cho", "tại", "với"))


def title_case(name: str) -> str:
    """A name in capitals in normal case: known names as the lexicon writes them."""
    words = name.split()
    if known := _agency_surfaces().get(fold(name)):
        return known
    if organ := _ORGAN.match(name):
        # 'BAN CHẤP HÀNH |HỘI NÔNG DÂN TỈNH ...': an organ and the association that it leads
        return f"Ban {organ[1].capitalize()} {title_case(name[organ.end() + 1 :])}"
    for count in range(2, len(words)):
        if fold(words[count - 1]) not in _KIND_WORDS:
            continue
        # 'BẢO HIỂM XÃ HỘI TỈNH |NAM ĐỊNH'
        if known := _agency_surfaces().get(fold(" ".join(words[:count]))):
            return " ".join((known, *map(_capitalised, words[count:])))
    for count in range(len(words), 2, -1):
        # 'CÔNG TY ĐIỆN LỰC |HÀ NAM': its province is named without its level, or on the next line
        if known := _agency_surfaces().get(fold(" ".join((*words[:count], "tỉnh")))):
            return " ".join((known.removesuffix(" tỉnh"), *map(_capitalised, words[count:])))
    return _PARTY_BODY.sub(r"\1 ủy", " ".join(map(_capitalised, words)))


# of 'Rang-Tháp', 'H'Drai'
_PART = re.compile(r"[^\W\d_]+")


def _capitalised(word: str) -> str:
    """A word of a name in normal case; without a vowel it is a code: 'THPT', 'TNHH'."""
    if word.lower() in _LOWER_WORDS:
        return word.lower()
    is_code = len(word) > 1 and not _VOWEL.search(strip_tones(word).lower())
    return word if is_code else _PART.sub(lambda part: part[0].capitalize(), word)


@cache
def _agency_surfaces() -> dict[str, str]:
    surfaces = {fold(row.surface): row.surface for row in agencies()}
    # of two spellings the one that the full name has: 'Bảo hiểm xã hội tỉnh', 'Cục Thuế'
    for row in agencies():
        core = row.surface.rpartition(" ")[0] if row.surface.endswith(_LEVELS) else row.surface
        if row.name.partition(" {")[0] == core:
            surfaces[fold(row.surface)] = row.surface
    return surfaces


@cache
def _first_words() -> frozenset[str]:
    """Folded words with which the name of a body or a territory begins."""
    return frozenset(fold(row.surface).split()[0] for row in agencies()) | _KIND_WORDS


_KIND_WORDS = frozenset("tỉnh thành thị huyện quận xã phường đặc tp. bộ".split())


def whole_names(lines: Iterable[str]) -> list[str]:
    """Lines that name bodies, with a name that is broken over two lines put together.

    >>> whole_names(['BỘ TÀI CHÍNH', 'CỤC TIN HỌC VÀ THỐNG KÊ', 'DỮ LIỆU TÀI CHÍNH'])
    ['BỘ TÀI CHÍNH', 'CỤC TIN HỌC VÀ THỐNG KÊ DỮ LIỆU TÀI CHÍNH']
    """
    names: list[str] = []
    for line in map(_with_whole_kinds, lines):
        if names and fold(line).split()[0] not in _first_words():
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    return names


# 'UBND TP. CẦN THƠ', 'ỦY BAN NHÂN DÂN TX KỲ ANH', 'UBND Q.7'
_SHORT_KINDS = {
    "TP": "THÀNH PHỐ",
    "TX": "THỊ XÃ",
    "TT": "THỊ TRẤN",
    "H": "HUYỆN",
    "Q": "QUẬN",
    "P": "PHƯỜNG",
}
_SHORT_KIND = re.compile(rf"(?<!\S)(?:(T[PXT])(?:\.\s?|\s)|([HQP])\.\s?)(?=[{UPPER}\d])")


def _with_whole_kinds(line: str) -> str:
    """A line in capitals with its kinds of territory in full."""
    return _SHORT_KIND.sub(lambda short: f"{_SHORT_KINDS[short[1] or short[2]]} ", line)


_PARTY_COMMITTEE = re.compile(rf"(?:.*\b)?(Tỉnh|Thành|Huyện|Thị|Quận) [ủU]y\s+([{UPPER}].+)")
_PARTY_KINDS = {"Huyện": "huyện", "Thị": "thị xã", "Quận": "quận", "Thành": "thành phố"}


def _add_party_territory(found: dict[str, str], committee: str, name: str) -> None:
    full = with_kind(name)
    if committee == "Tỉnh" or (committee == "Thành" and full.startswith("thành phố")):
        found.setdefault("province", full)
    else:
        found.setdefault("district", f"{_PARTY_KINDS[committee]} {name}")


def territories_of(organisations: list[str]) -> dict[str, str]:
    """Territories named in the lines of the issuing body, by level."""
    found: dict[str, str] = {}
    for line in organisations:
        for match in TERRITORY.finditer(line):
            kind = match["kind"].lower().replace("tp.", "thành phố")
            name = f"{kind} {match['name']}"
            if kind == "tỉnh":
                known = _province_names().get(fold(match["name"]), name)  # 'tỉnh BR-VT'
                found.setdefault("province", known if known.startswith(kind) else name)
            elif kind == "thành phố":
                central = _province_names().get(fold(match["name"]))
                if central and central.startswith("thành phố"):
                    found.setdefault("province", central)
                else:
                    found.setdefault("district", name)
            elif kind in ("huyện", "thị xã", "quận"):
                found.setdefault("district", name)
            else:
                found.setdefault("commune", name)
        if party := _PARTY_COMMITTEE.match(line):
            _add_party_territory(found, party[1], party[2])
    return found


_MINISTERIAL = (
    "Bộ ", "Chính phủ", "Thủ tướng", "Thanh tra Chính phủ", "Văn phòng Chính phủ",
    "Ngân hàng Nhà nước", "Ủy ban Dân tộc", "Bảo hiểm xã hội Việt Nam",
)  # fmt: skip


def is_ministerial(code: str, system: str) -> bool:
    """True for the codes of ministries and their equals, which speak for no province."""
    name = issuer_name(code, system, "central") or ""
    return is_central_name(name) and "{" not in name


def is_central_name(name: str) -> bool:
    """True for a ministry or its equal."""
    return name.startswith(_MINISTERIAL)


def _provinces_by_name(units: Iterable[Communes | Districts]) -> dict[str, set[str]]:
    """Folded names of units, with their kind and without it -> the provinces that have one."""
    found: dict[str, set[str]] = {}
    for row in units:
        for name in row.names:
            for key in (name, f"{row.kind} {name}"):
                found.setdefault(fold(key), set()).add(row.province)
    return found


@cache
def _provinces_of_communes() -> dict[str, set[str]]:
    return _provinces_by_name(communes())


@cache
def _provinces_of_districts() -> dict[str, set[str]]:
    return _provinces_by_name(districts())


def province_of_commune(commune: str | None, date: str | None) -> str | None:
    """The province of the only commune of that kind and name, in documents of two-tier government."""
    if commune is None or date is None or date < DISTRICTS_END:
        return None
    return _only(_provinces_of_communes().get(fold(commune)))


def province_of_district(district: str | None, date: str | None) -> str | None:
    """The province on a day of the only district of that kind and name; a town becomes a city and
    keeps its name, so else of the only one of that name."""
    if district is None:
        return None
    known = _provinces_of_districts()
    province = _only(known.get(fold(district))) or _only(known.get(fold(bare_name(district))))
    return holder(province, date) if province else None


def _only(found: set[str] | None) -> str | None:
    return next(iter(found)) if found and len(found) == 1 else None


def province_from(place: str | None, text: str, date: str | None) -> str | None:
    """From the place line, else the province that the text names most often, as of the date.

    A report of 2026 that speaks of 'tỉnh Kon Tum (trước sáp nhập)' is one of tỉnh Quảng Ngãi.
    """
    province = _province_named(place, text, date)
    return holder(province, date) if province else None


def _province_named(place: str | None, text: str, date: str | None) -> str | None:
    if place:
        folded = fold(place.removeprefix("TP.").removeprefix("Tp.").strip())
        if known := _province_names().get(folded):
            if known != "thành phố Hà Nội":
                return known
        elif f"tỉnh {place}" in text or f"Tỉnh {place}" in text:
            return f"tỉnh {place}"
    counts: Counter[str] = Counter()
    for match in _PROVINCE_IN_TEXT.finditer(text):
        name = _known_prefix(match["name"])
        if fold(name) in _province_names():
            counts[bare_name(holder(with_kind(name), date))] += 5
        elif not (name.split()[0] in _SURNAMES and text.endswith(_OFFICES, 0, match.start() - 1)):
            counts[name] += 1
    if counts:
        return with_kind(counts.most_common(1)[0][0])
    if press := [m[1] for m in _LOCAL_PRESS.finditer(text) if m[1] not in _NATIONAL_PRESS]:
        return with_kind(press[0])
    named = {
        full: text.count(bare_name(full)) for full in dict.fromkeys(_province_names().values())
    }
    if max(named.values(), default=0) > 2:
        return max(named, key=lambda full: named[full])
    if place:
        folded = fold(bare_name(place))
        return _province_names().get(folded) or _capitals().get(folded)
    return None


def _known_prefix(name: str) -> str:
    """'Khánh Hòa Nguyễn Văn' -> 'Khánh Hòa' where the lexicon knows it; else two words."""
    words = re.split(r"(?<=[ -])", name)
    for count in range(len(words), 1, -1):
        candidate = "".join(words[:count]).strip(" -")
        if known := _province_names().get(fold(candidate)):
            return bare_name(known)
    return "".join(words[:2]).strip(" -")


def level_of(
    territories: dict[str, str], place: str | None, province: str | None, text: str
) -> tuple[str, str | None]:
    """The level of the issuing body, and its territory where only the place line tells."""
    for level in ("commune", "district"):
        if level in territories:
            return level, territories[level]
    if "province" not in territories and place and fold(place) not in _province_names():
        name = bare_name(place)
        for level, kinds in (
            ("district", ("huyện", "thị xã", "thành phố", "quận")),
            ("commune", ("xã", "phường", "thị trấn", "đặc khu")),
        ):
            for kind in kinds:
                if f"UBND {kind} {name}" in text or f"Ủy ban nhân dân {kind} {name}" in text:
                    return level, f"{kind} {name}"
    if province is None:
        return "central", None
    return "province", None


@cache
def _name_templates() -> dict[str, str]:
    return {row.surface: row.name for row in agencies()}


def name_of_lines(organisations: list[str], context: Context) -> str:
    """The full name that the lines in capitals give: the last, with its territory.

    A name may be broken over two lines ('ỦY BAN NHÂN DÂN' / 'TỈNH LÂM HẢI').
    """
    name = organisations[-1]
    if len(organisations) > 1 and _TERRITORY_LINE.match(name):
        name = f"{organisations[-2]} {name[:1].lower()}{name[1:]}"
    if len(organisations) > 1 and name in _OFFICES_OF_MINISTRIES:
        # 'BỘ TÀI CHÍNH' / 'THANH TRA BỘ'
        return f"{_OFFICES_OF_MINISTRIES[name]} {organisations[-2]}"
    name = _name_templates().get(name, name)
    if context.commune and context.district is None:
        name = name.replace("{huyện}", "{xã}")  # a commune's 'PHÒNG KINH TẾ' since July 2025
    return context.fill(name) if "{" in name else _lower_kinds(name)


_OFFICES_OF_MINISTRIES = {"Thanh tra Bộ": "Thanh tra", "Thanh Tra Bộ": "Thanh tra",
                          "Văn phòng Bộ": "Văn phòng", "Văn Phòng Bộ": "Văn phòng"}  # fmt: skip
_TERRITORY_LINE = re.compile(r"(?:Tỉnh|Huyện|Thành phố|Thành Phố|Xã|Phường|Thị xã|Thị Xã|Quận)\s")
_KIND_INSIDE = re.compile(
    rf"(?<=\w )(Tỉnh|Huyện|Thành Phố|Xã|Phường|Thị Xã|Quận|Thị Trấn)(?= [{UPPER}\d])(?! ủy)"
)


def _lower_kinds(name: str) -> str:
    """'Ủy Ban Nhân Dân Tỉnh Lâm Hải' -> '... tỉnh Lâm Hải'."""
    return _KIND_INSIDE.sub(lambda m: m[0].lower(), name)
