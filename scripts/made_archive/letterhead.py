"""The head and the foot of a document: issuer, number, place and day, title, signature."""

from __future__ import annotations

from typing import NamedTuple

from .annotated import Piece
from .draft import Draft
from .facts import own_serial
from .phrases import agency, long_day, own_number

_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Hồ", "Dương", "Lý")
_MIDDLE = ("Văn", "Thị", "Minh", "Quốc", "Hữu", "Ngọc", "Đức", "Thanh")
_GIVEN = ("An", "Bình", "Châu", "Dũng", "Hạnh", "Hòa", "Khánh", "Lan", "Nam", "Phúc", "Sơn", "Tâm")
_NORMAL_CASE = {
    "GIÁM ĐỐC": "Giám đốc",
    "PHÓ GIÁM ĐỐC": "Phó Giám đốc",
    "CHỦ TỊCH": "Chủ tịch",
    "PHÓ CHỦ TỊCH": "Phó Chủ tịch",
}


class Head(NamedTuple):
    """What a document is called."""

    doc_type: str
    code: str
    title: tuple[Piece, ...]
    plain_title: str


def write_head(draft: Draft, head: Head) -> None:
    """Issuer, motto, number, place and day, type and title; notes the label of the header."""
    office = draft.assignment.office
    number = f"{own_serial(draft.signed)}/{head.code}-{office.code}"
    text = draft.text
    draft.header |= {
        "doc_number": number,
        "doc_type": head.doc_type,
        "doc_date": draft.dated.isoformat(),
        "place": office.place,
        "issuer": office.name,
        "title": head.plain_title,
    }
    if office.level != "province":
        text.line(agency(f"UBND {draft.assignment.province.full}".upper(), draft.council))
    own = office.written if office.level == "department" else office.name
    text.paragraph(agency(own.upper(), office.name))
    text.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    text.paragraph("Độc lập - Tự do - Hạnh phúc")
    text.paragraph(own_number(number, head.doc_type, draft.dated, office.name, head.plain_title))
    text.paragraph(f"{office.place}, ", long_day(draft.dated, tag="signed"))
    if draft.slips("before_period"):
        draft.plant("before_period", draft.signed.isoformat(), "signed")
    text.paragraph(head.doc_type.upper())
    text.paragraph(*head.title)


def write_foot(draft: Draft) -> None:
    """Recipients and signature; completes the label of the header."""
    text, office = draft.text, draft.assignment.office
    text.paragraph("Nơi nhận:")
    recipients = _recipients(draft)
    for recipient in recipients:
        text.line("- ", recipient, ";" if recipient is not recipients[-1] else ".")
    text.write("\n")
    deputy = draft.draw.random() < 0.5
    if office.level == "department":
        head = "GIÁM ĐỐC"
    else:
        head = "CHỦ TỊCH"
        text.line("TM. ", agency("ỦY BAN NHÂN DÂN", office.name, anaphor=True))
    if deputy:
        text.line(f"KT. {head}")
    position = f"PHÓ {head}" if deputy else head
    text.paragraph(position)
    signer = " ".join(draft.draw.choice(names) for names in (_SURNAMES, _MIDDLE, _GIVEN))
    text.line(signer)
    draft.header |= {
        "signer": signer,
        "signer_position": _NORMAL_CASE[position],
        "recipients": [_plain(recipient) for recipient in recipients],
    }


def _recipients(draft: Draft) -> list[Piece]:
    above: dict[str, Piece] = {
        "province": agency("Bộ Nội vụ", "Bộ Nội vụ"),
        "department": agency("UBND tỉnh", draft.council),
        "district": agency("Sở Nội vụ", f"Sở Nội vụ {draft.assignment.province.full}"),
    }
    return [above[draft.assignment.office.level], "Các phòng, ban, đơn vị trực thuộc", "Lưu: VT"]


def _plain(piece: Piece) -> str:
    return piece if isinstance(piece, str) else "".join(map(_plain, piece.pieces))
