"""'03 nhiệm vụ, gồm: (1) ...; (2) ...', '05 cơ quan (Sở Y tế, Sở Nội vụ, ...)': what is counted and then
listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...records import AgencyMention, Citation, Indicator, Severity, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

_FEWEST, _MOST = 2, 40
# Between the counted figure and its list: '03 nhóm giải pháp sau:', '05 cơ quan (gồm:'
_OPENER = re.compile(
    r"(?P<noun>[^.;:()\n]{2,90}?)(?:,?\s*(?:bao gồm|gồm có|gồm|sau(?: đây)?|như sau|cụ thể(?: như sau)?|là"
    r"|đó là)\s*:?|:|\()\s*"
    r"(?:(?:bao )?gồm(?: có)?\s*:?|đó là:?|là:?)?\s*"
)
_MARKS = (
    re.compile(r"\((\d{1,2})\)"),
    re.compile(r"(?<![\w(])(\d{1,2})\)"),
    re.compile(r"(?<!\w)\(?([a-eđg-ik-q])\)"),
)
_LETTERS = "abcdđeghiklmnopq"
_UNFINISHED = re.compile(r"\.\.\.|…|v\.v")
_SEPARATOR = re.compile(r"\s*(?:[,;]|,?\s*và|;\s*và)\s*(?:các\s+)?")
_LIST_LINE = re.compile(r"\n\s*(?P<mark>[-+*•–]|\d{1,2}[.)]|[a-zđ]\))\s+(?=\S)")
_PARAGRAPH = re.compile(r"\n\s*\S")
_ACTS = frozenset(
    ("nghị quyết", "quyết định", "kế hoạch", "công văn", "chỉ thị", "thông tư", "nghị định", "văn bản", "báo cáo",
     "tờ trình", "thông báo", "luật", "chương trình", "hướng dẫn")
)  # fmt: skip
_AGENCIES = frozenset(
    (
        "cơ quan",
        "đơn vị",
        "sở",
        "sở, ngành",
        "cơ quan, đơn vị",
        "địa phương",
        "huyện",
        "xã",
        "phường",
        "ban",
        "bộ",
    )
)
_ACTED_ON = re.compile(
    r"(?<!\w)(?:sửa đổi|thay thế|bãi bỏ|bổ sung|thực hiện|theo|kèm theo|căn cứ|triển khai)(?!\w)"
)


# What is listed is a choice of what is counted.
_A_CHOICE = re.compile(
    r"(?<!\w)(?:tiêu biểu|nổi bật|trong đó|nhất là|ví dụ|điển hình|trọng tâm|chủ yếu|quan trọng|như|gồm cả"
    r"|đáng chú ý)(?!\w)"
)
_LONGEST, _LONG_ITEM = 500, 90  # characters of a plain list and of one of its items
_SENTENCE_END = re.compile(r"\.(?=\s|$)")
_NAME = r"[^\W\d_a-zđ]\w+(?: [^\W\d_a-zđ]\w+){1,3}"  # of a place: 'Đông Cuông', 'Yên Hợp'
_NAMES = re.compile(rf"{_NAME}(?:, {_NAME})+(?:,? và {_NAME})?(?!\w)")
_NEAR, _NEAR_SHARE = 2, 0.4  # a list that differs by more is one of something else


class _List(Struct, frozen=True):
    """A list that follows a count: how many it has, where it ends, and how surely it is complete."""

    count: int
    end: int
    severity: Severity
    confidence: float


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    text = document.view.text
    for figure in document.record.indicators:
        value = figure.value
        if not isinstance(value, int) or not _FEWEST <= value <= _MOST or figure.approx:
            continue
        if figure.table is not None or figure.unit in ("%", "‰") or figure.role == "change":
            continue
        at = document.view.from_source(figure.end - 1) + 1
        opener = _OPENER.match(text, at)
        listed = _listed(document, figure, opener) if opener else None
        if listed is not None and _contradicts(value, listed.count):
            yield _discrepancy(document, figure, listed, document.view.from_source(figure.start))


def _contradicts(said: int, listed: int) -> bool:
    return 0 < abs(said - listed) <= max(_NEAR, _NEAR_SHARE * said)


def _listed(document: AuditedDocument, figure: Indicator, opener: re.Match[str]) -> _List | None:
    if re.search(r"\d", opener["noun"]):
        return None  # another figure stands in between
    text = document.view.text
    found = (
        _marked(text, opener.end())
        or _lines(text, opener)
        or _agencies(document, figure, opener)
        or _acts(document, figure, opener)
        or _items(text, opener)
    )
    is_choice = found and _A_CHOICE.search(opener[0].replace("như sau", ""))
    if found and is_choice and isinstance(figure.value, int) and found.count <= figure.value:
        return None  # not all are listed
    return found


def _items(text: str, opener: re.Match[str]) -> _List | None:
    """'05 chuyên đề gồm: mỹ phẩm; thời trang; ...' up to the end of the sentence, and names between
    commas: '05 xã đạt chuẩn là: Hòa An, Tân Phú, ...' up to what is no name."""
    if not opener[0].rstrip().endswith(":"):
        return None
    line = text[opener.end() : opener.end() + _LONGEST].partition("\n")[0]
    stop = _SENTENCE_END.search(line)
    if stop is None:
        return None
    listed = line[: stop.start()]
    if ";" in listed:
        items = re.split(r";(?:\s*và(?!\w))?", listed)
        plain = all(2 < len(item.strip()) < _LONG_ITEM for item in items)
        if not plain or any(map(str.isdigit, listed)) or "(" in listed or ":" in listed:
            return None
        return _List(len(items), opener.end() + stop.start(), "warning", 0.75)
    names = _NAMES.match(listed)
    if names is None or not (names.end() == len(listed) or listed[names.end()] == ","):
        return None
    count = len(re.split(r",|(?<!\w)và(?!\w)", names[0]))
    return _List(count, opener.end() + names.end(), "warning", 0.75)


def _marked(text: str, start: int) -> _List | None:
    """'(1) ...; (2) ...; (3) ...' up to the end of the paragraph."""
    for marks in _MARKS:
        first = marks.match(text, start)
        if first is None or not _is(first[1], 1):
            continue
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        count, last = 0, start
        for mark in marks.finditer(text, start, end):
            if _is(mark[1], count + 1):
                count, last = count + 1, mark.end()
            elif _is(mark[1], 1):
                break  # another list
        if count < 2 or _UNFINISHED.search(text, last, end) or _breaks_off(text, end):
            return None
        return _List(count, last, "error", 0.9)
    return None


def _is(mark: str, number: int) -> bool:
    if mark.isdigit():
        return int(mark) == number
    return number <= len(_LETTERS) and mark == _LETTERS[number - 1]


def _breaks_off(text: str, end: int) -> bool:
    """Whether a paragraph ends without a full stop: a page's end has cut it, more may follow."""
    return text[:end].rstrip()[-1:] not in (".", ")", "”", '"')


def _lines(text: str, opener: re.Match[str]) -> _List | None:
    """A list of one line an item: '- ...', '1. ...', 'a) ...', up to the first line of another kind."""
    opened = opener.start() + len(opener[0].rstrip())
    first = _LIST_LINE.match(text, opened)
    if first is None or text[opened - 1] != ":":
        return None
    own = text.rfind("\n", 0, opener.start())
    kind = _kind(first["mark"])
    if _kind(text[own + 1 : opener.start()].lstrip()[:1]) == kind:
        return None  # the list that the count itself is an item of goes on
    count, at = 0, opened
    while (line := _LIST_LINE.match(text, at)) and _kind(line["mark"]) == kind:
        if kind != "-" and not _is(line["mark"].strip(".)"), count + 1):
            return None
        count += 1
        end = text.find("\n", line.end())
        at = len(text) if end < 0 else end
    if count < 2 or _UNFINISHED.search(text, opened, at) or (kind != "-" and line is not None):
        return None
    return _List(count, at, "warning", 0.7)


def _kind(mark: str) -> str:
    """'-' for bullets, else what stands behind the number or letter."""
    return "-" if mark[:1] in "-+*•–" and mark else mark[-1:]


def _agencies(document: AuditedDocument, figure: Indicator, opener: re.Match[str]) -> _List | None:
    """'05 cơ quan (gồm: Sở Y tế, Sở Nội vụ, Cục Thuế tỉnh, UBND thị xã Ninh Hòa)'."""
    if (figure.unit or "") not in _AGENCIES or (":" not in opener[0] and "(" not in opener[0]):
        return None
    found = [a for a in document.record.agencies if not a.anaphor]
    return _run(document, opener, found, ")" if "(" in opener[0] else ".", 0.75)


def _acts(document: AuditedDocument, figure: Indicator, opener: re.Match[str]) -> _List | None:
    """'02 nghị quyết, gồm Nghị quyết số 12/NQ-HĐND ngày ... và Nghị quyết số 13/NQ-HĐND ngày ...'."""
    if (figure.unit or "").lower() not in _ACTS:
        return None
    text = document.view.text
    start = opener.end()
    end = min((e for e in (text.find(c, start) for c in "\n") if e >= 0), default=len(text))
    cited = [
        c
        for c in document.record.citations
        if c.kind == "numbered" and start <= document.view.from_source(c.start) < end
    ]
    if not cited or document.view.from_source(cited[0].start) > start + 12:
        return None
    return _list_of_acts(document, cited, start, end)


def _list_of_acts(
    document: AuditedDocument, cited: Sequence[Citation], start: int, end: int
) -> _List | None:
    """Acts named one after another up to the end of the sentence; what one acts on is none of them."""
    text, view = document.view.text, document.view
    count, last = 0, start
    for citation in cited:
        at = view.from_source(citation.start)
        gap = text[last:at]
        if count and (
            re.search(r"\.\s", gap) or (";" in gap and _first_mark(document, cited) == ",")
        ):
            break
        if count and _ACTED_ON.search(gap):
            continue
        count, last = count + 1, view.from_source(citation.end - 1) + 1
    if _UNFINISHED.search(text, start, end):
        return None
    return _List(count, last, "warning", 0.75) if count > 1 else None


def _first_mark(document: AuditedDocument, cited: Sequence[Citation]) -> str:
    if len(cited) < 2:
        return ","
    return ";" if ";" in document.between(cited[0], cited[1]) else ","


def _run(
    document: AuditedDocument,
    opener: re.Match[str],
    found: Sequence[AgencyMention],
    ends_with: str,
    confidence: float,
) -> _List | None:
    """Mentions with nothing but commas between them, from the opener to the mark that ends them."""
    text, view = document.view.text, document.view
    at, count = opener.end(), 0
    for mention in found:
        start = view.from_source(mention.start)
        if start < at:
            continue
        if start != at and not (count and _SEPARATOR.fullmatch(text, at, start)):
            break
        count, at = count + 1, view.from_source(mention.end - 1) + 1
    if count < 2 or not text[at : at + 3].lstrip().startswith(ends_with):
        return None
    return _List(count, at, "warning", confidence)


def _discrepancy(
    document: AuditedDocument, figure: Indicator, listed: _List, start: int
) -> Discrepancy:
    return Discrepancy(
        at=document.passage(start, listed.end),
        about=(figure.value, listed.count, figure.unit or ""),
        severity=listed.severity,
        message=_DIFFERS,
        expected=str(listed.count),
        arithmetic=f"Liệt kê {listed.count}; văn bản ghi {figure.text}",
        confidence=listed.confidence,
    )


_DIFFERS = Words(
    "Số lượng đã ghi khác với số mục được liệt kê.",
    "The number given is not that of the items listed.",
)

CHECK = DocumentCheck(
    slug="counted-list",
    group="figures",
    title=Words("Số lượng so với danh sách", "A count against its list"),
    rule=Words(
        "Khi văn bản ghi số lượng rồi liệt kê đầy đủ (đánh số (1), (2) ...; tên cơ quan; số hiệu văn bản) thì số mục"
        " phải"
        " bằng số lượng.",
        "What is counted and then listed in full has as many items as the count says.",
    ),
    source="Tính nhất quán trong một câu",
    tolerance=Words(
        "Danh sách kết thúc bằng '...' hoặc bị ngắt trang được bỏ qua.",
        "Lists that end in '...' or are cut by a page are let pass.",
    ),
    fires=(
        example("Kế hoạch đặt ra 05 chuyên đề gồm: an toàn điện; hóa chất; vật liệu nổ; xăng dầu."),
        example("Năm nay huyện có thêm 05 xã đạt chuẩn là: Hòa An, Tân Phú, Bình Minh, Phước Lộc."),
        example("Hội phát động 03 phong trào trọng tâm: “Sáng tạo”; “Xanh”; “Tương thân tương ái”; “Học tập"
                " suốt đời”."),
        example("Sở tập trung vào 04 nhiệm vụ, gồm: (1) cải cách thể chế; (2) cải cách thủ tục hành chính; (3)"
                " chuyển đổi số."),
        example("HĐND tỉnh đã ban hành 03 nghị quyết, gồm: Nghị quyết số 12/NQ-HĐND ngày 05/4/2023 và Nghị quyết số"
                " 13/NQ-HĐND ngày 05/4/2023."),
    ),
    silent=(
        example("Kế hoạch đặt ra 04 chuyên đề gồm: an toàn điện; hóa chất; vật liệu nổ; xăng dầu."),
        example("Năm nay huyện có thêm 04 xã đạt chuẩn là: Hòa An, Tân Phú, Bình Minh, Phước Lộc, lũy kế 12/20 xã."),
        example("Hội phát động 05 phong trào trọng tâm: “Sáng tạo”; “Xanh”; “Tương thân tương ái”; “Học tập"
                " suốt đời”."),
        example("Có 06 tổ công tác gồm: Tổ kinh tế và Tổ xã hội do Sở Tài chính chủ trì; các tổ còn lại."),
        example("Sở tập trung vào 03 nhiệm vụ, gồm: (1) cải cách thể chế; (2) cải cách thủ tục hành chính; (3)"
                " chuyển đổi số."),
        example("Sở tập trung vào 05 nhiệm vụ, gồm: (1) cải cách thể chế; (2) cải cách thủ tục hành chính;..."),
        example("HĐND tỉnh đã ban hành 02 nghị quyết, gồm: Nghị quyết số 12/NQ-HĐND ngày 05/4/2023 và Nghị quyết số"
                " 13/NQ-HĐND ngày 05/4/2023 sửa đổi Nghị quyết số 7/NQ-HĐND ngày 01/4/2020."),
    ),
    find=_find,
)  # fmt: skip
