"""The head of a document: the lines above its first paragraph, and what each says."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from ...lexicon import document_types
from ...reading import Layout, View
from ...vietnamese import UPPER, fold, iso_day

HEAD_LINES = 40
MARKUP = " \t*_#>|\u200b"
# Two columns side by side come as one line, split by a tab, a bar or a run of blanks (but not by
# the blanks left for a number in 'Số:      /KH-UBND').
_TABS = re.compile(r"\t+")
_COLUMNS = re.compile(r"\t+|(?<! ) {3,}(?! *[/-][A-ZĐ])|\s*\|\s*")

# 'Số: 2236 /BC-SKHĐT', 'Số 212-KL/TU', 'Số:      /BC-UBND' (number to be filled in)
_OWN_NUMBER = re.compile(
    r"^(?:Số|SỐ)\s*:?\s*(?P<serial>\d+[a-zđ]?|[.…_]+|)\s*"
    r"(?P<code>[/-]\s*(?:(?:19|20)\d{2}\s*/\s*)?[A-ZĐƯ][\wĐƯđ&.]*(?:\s*[-/]\s*[A-ZĐƯ][\wĐƯđ&.]*)*)"
)
# 'Khánh Hòa, ngày 14 tháng 6 năm 2023', 'Hà Nội, ngày    tháng 3 năm 2022'; in digits
# ('Huế, ngày 22-01-2024') only where nothing else is on the line, as a citation's date looks alike
_PLACE_DATE = re.compile(
    rf"(?P<place>(?:(?:TP|Tp)\.\s?)?[{UPPER}][\w.\- ]{{1,40}}?)\s*,\s*ngày\s*(?P<day>\d{{1,2}}|[.…_\s]*)\s*"
    r"tháng\s*(?P<month>\d{1,2}|[.…_\s]*)\s*năm\s*(?P<year>\d{4})"
)
_PLACE_DIGITS = re.compile(
    rf"(?P<place>[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,3}}),\s*"
    r"ngày\s*(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})"
)
_BROKEN_DATE = re.compile(r",\s*ngày[\s\d.…_]*$")
# A news item: '22:35, 01/01/2024', 'Thứ Hai, 15-01-2024 08:30', '15/01/2024 | 08:30'
_TIMESTAMP = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_CLOCK = re.compile(
    r"\b\d{1,2}[:hg]\d{2}\b|Thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|Chủ [Nn]hật|GMT"
)
_MOTTO = re.compile(r"CỘNG H[ÒO].{0,3}XÃ HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM", re.I)
_SUBJECT_OF_LETTER = re.compile(r"^(?:V/v|Về việc)\b[:.]?\s*(.+)")
_BODY_STARTS = re.compile(
    r"^(?:Căn cứ|Kính gửi|Thực hiện|Theo|Trên cơ sở|Để |Nhằm |Xét |Tiếp|Ngày |Trong |Qua |Sau khi|"
    r"[IVX]+\s*[.\-–)]|\d+\s*[.)]|PHẦN|Phần|CHƯƠNG|Chương|Điều \d|ỦY BAN|CHỦ TỊCH|GIÁM ĐỐC|A\.|\()"
)


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


def columns_of(line: str) -> list[str]:
    """The columns of a line; nearly always it is one, in a table they are tabs apart."""
    if "   " in line or "|" in line:
        return _COLUMNS.split(line)
    return _TABS.split(line) if "\t" in line else [line]


def head_lines(view: View, layout: Layout) -> list[Line]:
    """The first lines of a text, columns apart, markup stripped."""
    lines: list[Line] = []
    previous_end = 0
    for start, end in layout.lines[:HEAD_LINES]:
        gap = view.text.count("\n", previous_end, start) > 1
        previous_end = end
        offset = start
        for column in columns_of(view.text[start:end]):
            text = column.strip(MARKUP)
            if text:
                lines.append(Line(text, view.text.index(text, offset, end), gap))
            offset += len(column)
    return lines


def own_number(head: list[Line]) -> SelfNumber | None:
    """The document's own number, blank or filled in; the first line that looks like one."""
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
    names.update(
        {"công điện": "Công điện", "luật": "Luật", "thông cáo báo chí": "Thông cáo báo chí"}
    )
    return names


def type_of_line(text: str) -> str | None:
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


# 'KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY', on one line or two: who speaks stands after the type
_SPEAKER = re.compile(rf"^(?:[{UPPER}]+ )*CỦA (.+)$")


def speaker_after(head: list[Line], typed: int) -> str | None:
    """The body that is named after 'CỦA' with the type, as written."""
    for line in head[typed : typed + 2]:
        if match := _SPEAKER.match(line.text):
            return match[1]
    return None


def title_after(head: list[Line], typed: int | None) -> str | None:
    """The lines after the type, up to a blank line or the first line of the body."""
    if typed is None:
        for line in head:
            if match := _SUBJECT_OF_LETTER.match(line.text):
                return match[1].strip()
        return None
    line = head[typed].text
    alone = fold(line.rstrip(" :.")) in _type_names() or _SPEAKER.match(line)
    parts = [] if alone else [line]
    for following in head[typed + 1 : typed + 6]:
        if _BODY_STARTS.match(following.text) or (parts and following.gap):
            break
        if _place_date(following.text) or _SPEAKER.match(following.text):
            continue
        if len(following.text) > 400 or not any(map(str.isalnum, following.text)):
            break
        parts.append(following.text)
        if following.text[-1:] in ".;:":
            break
    return " ".join(parts) or None


def _place_date(text: str) -> re.Match[str] | None:
    """The place and date in a line; few lines have the words that each has."""
    return _PLACE_DATE.search(text) if "ngày" in text and "năm" in text else None


def place_and_date(head: list[Line]) -> tuple[str | None, str | None]:
    """Place and day of 'Khánh Hòa, ngày 14 tháng 6 năm 2023'; a blank day is left out.

    The line may be broken before 'tháng', so each is read together with the next.
    """
    for at, line in enumerate(head):
        if "ngày" not in line.text:
            continue
        match = _place_date(line.text) or _PLACE_DIGITS.fullmatch(line.text)
        if not match and _BROKEN_DATE.search(line.text):
            match = _place_date(" ".join(piece.text for piece in head[at : at + 2]))
        if match:
            place = match["place"].strip(MARKUP + ".")
            year, month, day = match["year"], match["month"].strip(), match["day"].strip()
            if not month.isdigit():
                return place, year
            if not day.isdigit():
                return place, f"{year}-{int(month):02d}"
            return place, iso_day(int(year), int(month), int(day))
    return None, None


def news_day_and_title(head: list[Line]) -> tuple[str | None, str | None]:
    """Day and title of a text without number and type, such as a news item."""
    day: str | None = None
    title: str | None = None
    for line in head[:8]:
        match = _TIMESTAMP.search(line.text)
        if match and len(line.text) < 60 and day is None:
            day = iso_day(int(match[3]), int(match[2]), int(match[1]))
        elif (
            title is None
            and len(line.text) > 12
            and not _MOTTO.search(line.text)
            and not (_CLOCK.search(line.text) and len(line.text) < 40)
        ):
            title = line.text if len(line.text) < 250 else None
            if title is None:
                break
    return day, title


def organisation_lines(head: list[Line], own: SelfNumber | None, typed: int | None) -> list[str]:
    """The lines that name the issuing body and its parent, above number and type."""
    stop = own.start if own else head[typed].start if typed is not None else 0
    names: list[str] = []
    for line in head:
        if line.start >= stop:
            break
        text = _MOTTO.split(line.text)[0].strip(MARKUP + "-–—_.")
        if len(text) > 3 and text.isupper() and not type_of_line(text):
            names.append(text)
    return names
