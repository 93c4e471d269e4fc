"""'Quyết định số 2988/QĐ': a number without the code of its issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...lexicon import read_number
from ...records import Citation, Words
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    numbers = {citation.number for citation in document.record.citations if citation.number}
    for citation in document.record.citations:
        if citation.kind == "numbered" and citation.number:
            if _lacks_code(citation, numbers):
                yield _told(document, citation, *_ISSUER)
            elif _lacks_type(citation):
                yield _told(document, citation, *_TYPE)
            elif "/" in citation.number and "/" not in (citation.number_raw or "/"):
                yield _unparted(document, citation)
        elif _is_bare(document, citation):
            yield _told(document, citation, *_ISSUER)
    yield from _doubled(document)


# 'Công văn số 352//UBND-VX': nothing is cited so that could be read, so the text itself is searched
_DOUBLED = re.compile(r"(?<![\w/.:])\d{1,5}(?:/\d{4})?//[A-ZĐ][\w&/-]*")


def _doubled(document: AuditedDocument) -> Iterator[Discrepancy]:
    text = document.view.text
    for number in _DOUBLED.finditer(text) if "//" in text else ():
        yield Discrepancy(
            at=document.passage(*number.span()),
            about=(number[0],),
            severity="warning",
            message=Words(
                f"Số {number[0]} có hai dấu gạch chéo liền nhau.",
                f"The number {number[0]} has a doubled slash.",
            ),
            expected=number[0].replace("//", "/"),
            confidence=0.9,
        )


# ', ngày 19/6/2023', 'ban hành ngày 5 tháng 3'
_DATED = re.compile(r",? (?:(?:ký|ban hành) )?ngày \d{1,2} ?(?:[/.-]|tháng)")


def _is_bare(document: AuditedDocument, citation: Citation) -> bool:
    """'Công văn 993 ngày 19/6/2023': not a short name of a document cited elsewhere, as it has a day."""
    return (
        citation.kind == "reference"
        and (citation.number or "").isdigit()
        and citation.target is None
        and not citation.candidates
        and _DATED.match(" " + document.said(citation.end, citation.end + 40)) is not None
    )


def _lacks_code(citation: Citation, numbers: set[str]) -> bool:
    """Whether the number names no issuer, and the document nowhere writes it in full."""
    number = citation.number or ""
    code = read_number(number)
    is_cut = code is not None and not code.issuers
    return is_cut and not any(
        other != number and other.startswith((f"{number}-", f"{number}/")) for other in numbers
    )


_ISSUER = ("tên cơ quan ban hành", "issuer")
_TYPE = ("tên loại văn bản", "type")
# Types that never go without their code: 'Quyết định số 1151/UBND ngày 01/5/2016', 'Nghị định số
# 16/2015/CP'.
# fmt: off
_CODED = frozenset(
    ("Quyết định", "Nghị quyết", "Chỉ thị", "Kế hoạch", "Chương trình", "Nghị định", "Thông tư",
     "Thông báo", "Báo cáo", "Tờ trình", "Hướng dẫn", "Đề án")
)
# fmt: on
_SINCE = "2006"  # before, the issuer alone stood in many numbers: 342/TTg, 15/CP
# Of the Assembly's papers the session stands there instead: 'Nghị quyết số 1211/2016/UBTVQH13'.
_SERIAL_AND_ISSUER = re.compile(r"\d+/(?:\d{4}/)?[^\W\d_]+")


def _lacks_type(citation: Citation) -> bool:
    """Whether only an issuer follows the serial, where the type should stand first."""
    code = read_number(citation.number or "")
    return (
        code is not None
        and not code.type_code
        and len(code.issuers) == 1
        and _SERIAL_AND_ISSUER.fullmatch(citation.number or "") is not None
        and "type" in citation.parts
        and citation.doc_type in _CODED
        and ((citation.date or "") > _SINCE or code.year is not None)
    )


def _told(document: AuditedDocument, citation: Citation, vi: str, en: str) -> Discrepancy:
    bare = (citation.number or "").isdigit()  # 'Kết luận số 91': the press writes so
    return Discrepancy(
        at=document.at(citation),
        about=(citation.number,),
        severity="info" if bare else "warning",
        message=Words(
            f"Số {citation.number} thiếu chữ viết tắt {vi}.",
            f"The number {citation.number} lacks the code of its {en}.",
        ),
        confidence=0.5 if bare else 0.7,
    )


def _unparted(document: AuditedDocument, citation: Citation) -> Discrepancy:
    """'Kế hoạch số 27KH-UBND', 'Nghị quyết số 18-NQTW'."""
    return Discrepancy(
        at=document.at(citation),
        about=(citation.number_raw,),
        severity="info",
        message=Words(
            f"Số {citation.number_raw} thiếu dấu gạch chéo.",
            f"The number {citation.number_raw} lacks its slash.",
        ),
        expected=citation.number,
        confidence=0.8,
    )


CHECK = DocumentCheck(
    slug="incomplete-number",
    group="citations",
    title=Words("Số, ký hiệu không đủ", "Incomplete number"),
    rule=Words(
        "Số, ký hiệu văn bản gồm số thứ tự, chữ viết tắt tên loại (nếu có) và tên cơ quan.",
        "A number has the serial, the code of the type (if any) and that of the issuer.",
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Phụ lục III",
    tolerance=Words(
        "Cách viết tắt lần sau của số đã ghi đủ trong cùng văn bản được bỏ qua.",
        "Short for a number that the same document writes in full is let pass.",
    ),
    fires=(
        example("Thực hiện Quyết định số 2988/QĐ ngày 12/3/2023 của UBND tỉnh Hà Nam."),
        example("Thực hiện Quyết định số 1151/UBND ngày 01/5/2016 của UBND tỉnh Hà Nam."),
        example("Thực hiện Nghị quyết số 08/2018/HĐND ngày 12/7/2018 của HĐND tỉnh Hà Nam."),
        example("Thực hiện Công văn 993 ngày 19/6/2023 của Sở Tài chính, các đơn vị đã rà soát."),
        example("Thực hiện Công văn số 417//UBND-KT ngày 14/5/2024 của UBND huyện Yên Lạc."),
        example("Tại Thông báo số 214/VPCP ngày 05/7/2019 của Văn phòng Chính phủ."),
        example("Thực hiện Kế hoạch số 38KH-UBND ngày 14/5/2024 của UBND huyện Yên Lạc."),
    ),
    silent=(
        example("Tra cứu tại https://dichvucong.gov.vn//TTHC hoặc gọi 1022."),
        example("Thực hiện Quyết định số 2988/QĐ-UBND ngày 12/3/2023 của UBND tỉnh Hà Nam."),
        example("Thực hiện Công văn số 1151/UBND ngày 01/5/2016 của UBND tỉnh Hà Nam."),
        example("Thực hiện Nghị định số 41/CP ngày 22/7/1993 của Chính phủ."),
        example("Nghị quyết số 1211/2016/UBTVQH13 ngày 25/5/2016 của Ủy ban Thường vụ Quốc hội."),
    ),
    find=_find,
)
