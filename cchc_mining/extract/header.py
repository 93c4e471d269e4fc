"""The document's own identity: number, type, day, place, issuer, title, signer, recipients.

Read line by line from the head (before the first paragraph of the body) and from the signature
block at the end (layout of Nghị định 30/2020/NĐ-CP, Phụ lục I; Party: Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ..lexicon import (
    agencies,
    document_types,
    issuer_name,
    provinces,
    read_number,
    signature_positions,
)
from ..reading import Context, Layout, View, bare_name
from ..records import Given, Header
from ..vietnamese import fold, iso_day

_HEAD_LINES = 40
_TAIL_LINES = 60
_MARKUP = " \t*_#>|\u200b"
# Two columns side by side come as one line, split by a tab or a run of blanks.
_COLUMNS = re.compile(r"\t+| {3,}")

# 'Số: 2236 /BC-SKHĐT', 'Số 212-KL/TU', 'Số:      /BC-UBND' (number to be filled in)
_OWN_NUMBER = re.compile(
    r"^(?:Số|SỐ)\s*:?\s*(?P<serial>\d+[a-zđ]?|[.…_]+|)\s*"
    r"(?P<code>[/-]\s*(?:(?:19|20)\d{2}\s*/\s*)?[A-ZĐƯ][\wĐƯđ&.]*(?:\s*[-/]\s*[A-ZĐƯ][\wĐƯđ&.]*)*)"
)
# 'Khánh Hòa, ngày 14 tháng 6 năm 2023', 'Hà Nội, ngày    tháng 3 năm 2022'
_PLACE_DATE = re.compile(
    r"(?P<place>(?:(?:TP|Tp)\.\s?)?[A-ZĐÀ-Ỹ][\w.\- ]{1,40}?)\s*,\s*ngày\s*(?P<day>\d{1,2}|[.…_\s]*)\s*"
    r"tháng\s*(?P<month>\d{1,2}|[.…_\s]*)\s*năm\s*(?P<year>\d{4})"
)
# A news item: '22:35, 01/01/2024', 'Thứ Hai, 15-01-2024 08:30', '15/01/2024 | 08:30'
_TIMESTAMP = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_CLOCK = re.compile(r"\b\d{1,2}[:hg]\d{2}\b|Thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|Chủ [Nn]hật|GMT")
_MOTTO = re.compile(r"CỘNG H[ÒO].{0,3}XÃ HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM", re.I)
_SUBJECT_OF_LETTER = re.compile(r"^(?:V/v|Về việc)\b[:.]?\s*(.+)")
_BODY_STARTS = re.compile(
    r"^(?:Căn cứ|Kính gửi|Thực hiện|Theo|Trên cơ sở|Để |Nhằm |Xét |Tiếp|Ngày |Trong |Qua |Sau khi|"
    r"[IVX]+\s*[.\-–)]|\d+\s*[.)]|PHẦN|Phần|CHƯƠNG|Chương|Điều \d|ỦY BAN|CHỦ TỊCH|GIÁM ĐỐC|A\.|\()"
)
_UPPER_WORD = re.compile(r"[^\W\d_a-zà-ỹđ]+")
_SIGNATURE_MARK = re.compile(r"^(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b[.\s]*", re.I)
_PERSON = re.compile(r"^(?:(?:TS|ThS|PGS|GS|BS|Ths|CN)\.\s?)*[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){1,4}$")
_RECIPIENTS = re.compile(r"^(?:Nơi nhận|NƠI NHẬN)\s*:?", re.M)
_BULLET = re.compile(r"^[-–+•*]\s*")


class Line(Struct, frozen=True):
    """A line, or one column of it, without markup; `gap` tells that a blank line stands before."""

    text: str
    start: int
    gap: bool


class SelfNumber(Struct, frozen=True):
    """Where the document writes its own number."""

    start: int
    end: int
    number: str | None
    raw: str


class Reading(Struct, frozen=True):
    """What the head and the signature block say, before names are resolved."""

    header: Header
    organisations: tuple[str, ...]
    own_number: SelfNumber | None
    letter_type: str | None


def read_header(view: View, layout: Layout, title: str | None = None) -> Reading:
    """The header as written; `title` is what the file format itself names the document."""
    head = _head_lines(view, layout)
    own = _own_number(view, head)
    typed = next((i for i, line in enumerate(head) if _type_of_line(line.text)), None)
    doc_type = _type_of_line(head[typed].text) if typed is not None else None
    place, doc_date = _place_and_date(head)
    code = read_number(own.raw) if own else None
    if doc_type is None and code is not None:
        doc_type = code.doc_type
    heading = _title(head, typed) or (title if typed is None and own is None else None)
    is_news = own is None and typed is None
    if is_news and doc_date is None:
        doc_date, heading = _news(head, heading)
    signer, position, recipients = _signature(view, layout)
    header = Header(
        doc_number=own.number if own else None,
        doc_type=doc_type,
        doc_date=doc_date,
        place=place,
        title=heading,
        signer=signer,
        signer_position=position,
        recipients=recipients,
    )
    organisations = tuple(_organisations(head, own, typed)) if not is_news else ()
    return Reading(header, organisations, own, code.doc_type if code else None)


# --- the head ---------------------------------------------------------------------------------


def _head_lines(view: View, layout: Layout) -> list[Line]:
    lines: list[Line] = []
    previous_end = 0
    for start, end in layout.lines[:_HEAD_LINES]:
        gap = view.text.count("\n", previous_end, start) > 1
        previous_end = end
        offset = start
        for column in _COLUMNS.split(view.text[start:end]):
            text = column.strip(_MARKUP)
            if text:
                lines.append(Line(text, view.text.index(text, offset, end), gap))
            offset += len(column)
    return lines


def _own_number(view: View, head: list[Line]) -> SelfNumber | None:
    for line in head:
        if match := _OWN_NUMBER.match(line.text):
            code = re.sub(r"\s+", "", match["code"])
            serial = match["serial"] if match["serial"][:1].isdigit() else ""
            start, end = line.start, line.start + match.end()
            raw = (serial or "0") + code
            return SelfNumber(start, end, serial + code if serial else None, raw)
    return None


@cache
def _type_names() -> dict[str, str]:
    names = {fold(row.name): row.name for row in document_types() if row.system != "technical"}
    names.update({"công điện": "Công điện", "luật": "Luật", "thông cáo báo chí": "Thông cáo báo chí"})
    return names


def _type_of_line(text: str) -> str | None:
    """The document type that a line in capitals names, alone or before a title."""
    if len(text) > 200 or not text[:2].isupper():
        return None
    found = _type_names().get(fold(text.rstrip(" :.")))
    if found:
        return found
    words = text.split()
    for count in (4, 3, 2):
        upper = " ".join(words[:count])
        if len(words) > count and upper.isupper() and (name := _type_names().get(fold(upper))):
            return name
    return None


def _title(head: list[Line], typed: int | None) -> str | None:
    """The lines after the type, up to a blank line or the first line of the body."""
    if typed is None:
        for line in head:
            if match := _SUBJECT_OF_LETTER.match(line.text):
                return match[1].strip()
        return None
    line = head[typed]
    alone = fold(line.text.rstrip(" :.")) in _type_names()
    parts = [] if alone else [line.text]
    for following in head[typed + 1 : typed + 6]:
        if _BODY_STARTS.match(following.text) or (parts and following.gap):
            break
        if _PLACE_DATE.search(following.text):
            continue
        if len(following.text) > 400:
            break
        parts.append(following.text)
        if following.text[-1:] in ".;:":
            break
    return " ".join(parts) or None


def _place_and_date(head: list[Line]) -> tuple[str | None, str | None]:
    for line in head:
        if match := _PLACE_DATE.search(line.text):
            place = match["place"].strip(_MARKUP + ".")
            year, month, day = match["year"], match["month"].strip(), match["day"].strip()
            if not month.isdigit():
                return place, year
            if not day.isdigit():
                return place, f"{year}-{int(month):02d}"
            return place, iso_day(int(year), int(month), int(day))
    return None, None


def _news(head: list[Line], title: str | None) -> tuple[str | None, str | None]:
    """Day and title of a text without number and type, such as a news item."""
    day: str | None = None
    for line in head[:8]:
        match = _TIMESTAMP.search(line.text)
        if match and len(line.text) < 60 and day is None:
            day = iso_day(int(match[3]), int(match[2]), int(match[1]))
        elif title is None and len(line.text) > 12 and not _MOTTO.search(line.text) and not (
            _CLOCK.search(line.text) and len(line.text) < 40
        ):
            title = line.text if len(line.text) < 250 else None
            if title is None:
                break
    return day, title


def _organisations(head: list[Line], own: SelfNumber | None, typed: int | None) -> list[str]:
    """The lines that name the issuing body and its parent, above number and type."""
    stop = own.start if own else head[typed].start if typed is not None else 0
    names: list[str] = []
    for line in head:
        if line.start >= stop:
            break
        text = _MOTTO.split(line.text)[0].strip(_MARKUP + "-–—_.")
        if len(text) > 3 and text.isupper() and not _type_of_line(text):
            names.append(text)
    return names


# --- the signature block ----------------------------------------------------------------------


def _signature(view: View, layout: Layout) -> tuple[str | None, str | None, tuple[str, ...]]:
    tail = layout.lines[-_TAIL_LINES:]
    columns: list[tuple[int, str]] = []
    for number, (start, end) in enumerate(tail):
        for column in _COLUMNS.split(view.text[start:end]):
            if text := column.strip(_MARKUP):
                columns.append((number, text))
    position_at, position = _position(columns)
    signer = _signer(columns, position_at) if position_at is not None else None
    return signer, position, _recipients(columns)


@cache
def _positions() -> dict[str, str]:
    return {fold(row.surface): row.position for row in signature_positions()}


def _position(columns: list[tuple[int, str]]) -> tuple[int | None, str | None]:
    """The last line in capitals that names a position: below 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'."""
    for at in range(len(columns) - 1, -1, -1):
        text = columns[at][1].rstrip(" ,.;:")
        bare = _SIGNATURE_MARK.sub("", text)
        if not bare.isupper() or len(bare) > 60:
            continue
        name = _positions().get(fold(bare))
        if name is None:
            name = next((n for s, n in _longest_positions() if fold(bare).startswith(s + " ")), None)
        if name and (at > 0 or _SIGNATURE_MARK.match(text)):
            if _is_body(columns, at):
                continue
            return at, name
    return None, None


@cache
def _longest_positions() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(_positions().items(), key=lambda item: -len(item[0])))


def _is_body(columns: list[tuple[int, str]], at: int) -> bool:
    """'CHỦ TỊCH' above 'QUYẾT ĐỊNH:' in the head of a decision is no signature."""
    following = [text for _, text in columns[at + 1 : at + 4]]
    return any(_type_of_line(text) or text.startswith("Căn cứ") for text in following)


def _signer(columns: list[tuple[int, str]], position_at: int) -> str | None:
    for _, text in columns[position_at + 1 : position_at + 12]:
        name = text.strip("()[] ")
        if _PERSON.match(name):
            return name
    return None


def _recipients(columns: list[tuple[int, str]]) -> tuple[str, ...]:
    start = next((i for i, (_, text) in enumerate(columns) if _RECIPIENTS.match(text)), None)
    if start is None:
        return ()
    found: list[str] = []
    for _, text in columns[start + 1 :]:
        if not _BULLET.match(text):
            if text.isupper() or _PERSON.match(text):
                continue
            if found:
                break
            continue
        found.append(_BULLET.sub("", text).rstrip(" ;./"))
    return tuple(found)


# --- names resolved ---------------------------------------------------------------------------

_TERRITORY = re.compile(
    r"\b(?P<kind>[Tt]ỉnh|TỈNH|[Tt]hành phố|THÀNH PHỐ|TP\.|[Hh]uyện|HUYỆN|[Tt]hị xã|THỊ XÃ|[Qq]uận|QUẬN|"
    r"[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Tt]hị trấn|THỊ TRẤN|[Đđ]ặc khu|ĐẶC KHU)\s+"
    r"(?P<name>[A-ZĐÀ-Ỹ][\wà-ỹ]*(?:[ -][A-ZĐÀ-Ỹ][\wà-ỹ]*){0,3}|\d{1,2}(?!\d))"
)
_PROVINCE_IN_TEXT = re.compile(
    r"(?P<office>UBND |HĐND |[Dd]ân )?\b[Tt]ỉnh (?:ủy )?"
    r"(?P<name>[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:[ -][A-ZĐÀ-Ỹ][a-zà-ỹđ]+){1,3})"
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


def resolve_context(reading: Reading, view: View, given: Given | None) -> tuple[Header, Context]:
    """The header with its issuer's full name, and the context that short names resolve against."""
    header = reading.header
    organisations = [_title_case(name) for name in reading.organisations]
    territories = _territories(organisations)
    province = (given.province if given else None) or territories.get("province")
    own = read_number(reading.own_number.raw) if reading.own_number else None
    if own and own.issuers and _is_ministerial(own.issuers[0], own.system):
        province = (given.province if given else None)
    elif province is None:
        province = _province_from(header.place, view.text)
    level = _level(territories, own, header.place, province, view.text)
    context = Context(
        province=_with_kind(province) if province else None,
        district=territories.get("district") or (level[1] if level[0] == "district" else None),
        commune=territories.get("commune") or (level[1] if level[0] == "commune" else None),
        date=header.doc_date,
        year=given.year if given else None,
        level=level[0],
    )
    issuer = (given.agency if given else None) or _issuer(reading, organisations, own, context, view)
    return replace(header, issuer=issuer), replace(context, issuer=issuer)


def _with_kind(province: str) -> str:
    """'Khánh Hòa' -> 'tỉnh Khánh Hòa'; an invented or unknown name is taken for a tỉnh."""
    bare = bare_name(province)
    if bare != province:
        return province
    return _province_names().get(fold(province)) or f"tỉnh {province}"


_PARTY_BODY = re.compile(r"\b(Tỉnh|Thành|Huyện|Thị|Quận|Đảng) Ủy\b")
_LOWER_WORDS = frozenset(("và", "về", "của", "thuộc", "các", "cho", "tại", "với", "trực"))


def _title_case(name: str) -> str:
    """A name in capitals in normal case: known names as the lexicon writes them."""
    known = _agency_surfaces().get(fold(name))
    if known:
        return known
    words = (
        w.lower() if w.lower() in _LOWER_WORDS else w[:1] + w[1:].lower() for w in name.split()
    )
    return _PARTY_BODY.sub(r"\1 ủy", " ".join(words))


@cache
def _agency_surfaces() -> dict[str, str]:
    return {fold(row.surface): row.surface for row in agencies()}


def _territories(organisations: list[str]) -> dict[str, str]:
    """Territories named in the lines of the issuing body, by level."""
    found: dict[str, str] = {}
    for line in organisations:
        for match in _TERRITORY.finditer(line):
            kind = match["kind"].lower().replace("tp.", "thành phố")
            name = f"{kind} {match['name']}"
            if kind == "tỉnh":
                found.setdefault("province", name)
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
        party = re.match(r"(?:Tỉnh|Thành|Huyện|Thị|Quận) [ủU]y\s+(.+)", line)
        if party and party[0].startswith(("Tỉnh", "Thành")):
            found.setdefault("province", _with_kind(party[1]))
        elif party:
            found.setdefault("district", f"huyện {party[1]}")
    return found


def _is_ministerial(code: str, system: str) -> bool:
    name = issuer_name(code, system, "central") or ""
    return name.startswith(("Bộ ", "Chính phủ", "Thủ tướng", "Thanh tra Chính phủ", "Văn phòng Chính phủ", "Ngân hàng Nhà nước", "Ủy ban Dân tộc")) and "{" not in name


def _province_from(place: str | None, text: str) -> str | None:
    """From the place line, else the province that the text names most often."""
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
            counts[name] += 5
        elif not (match["office"] and name.split()[0] in _SURNAMES):
            counts[name] += 1
    if counts:
        return f"tỉnh {counts.most_common(1)[0][0]}"
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


def _level(
    territories: dict[str, str], own: object, place: str | None, province: str | None, text: str
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


def _issuer(
    reading: Reading,
    organisations: list[str],
    own: object,
    context: Context,
    view: View,
) -> str | None:
    code = read_number(reading.own_number.raw) if reading.own_number else None
    if code and code.issuers:
        template = issuer_name(code.issuers[0], code.system, context.level)
        if template and ("{" in template or context.level == "central"):
            return context.fill(template)
        if template is not None and not organisations:
            return context.fill(template)
    if organisations:
        return _issuer_of_lines(organisations, context)
    return _issuer_of_signature(view, context)


def _issuer_of_lines(organisations: list[str], context: Context) -> str:
    """The last line names the body, a line above it the parent that it belongs to."""
    templates = {row.surface: row.name for row in agencies()}
    name = organisations[-1]
    if len(organisations) > 1 and not _TERRITORY.search(name) and re.match(
        r"(?:Tỉnh|Huyện|Thành phố|Xã|Phường|Thị xã)\b", name
    ):
        name = " ".join(organisations[-2:])
    return context.fill(templates.get(name, name))


_COMMITTEE_CHAIR = re.compile(r"\b(?:TL|TM|KT|TUQ)\.\s*(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|UBND)")


def _issuer_of_signature(view: View, context: Context) -> str | None:
    """'TL. CHỦ TỊCH' at the end of a text without number: the people's committee speaks."""
    tail = view.text[-1500:]
    if not _COMMITTEE_CHAIR.search(tail):
        return None
    for level, template in (("xã", "{xã}"), ("huyện", "{huyện}"), ("tỉnh", "{tỉnh}")):
        if f"UBND {level}" in view.text[:3000] or f"UBND {level}" in tail:
            return context.fill(f"Ủy ban nhân dân {template}")
    return None
