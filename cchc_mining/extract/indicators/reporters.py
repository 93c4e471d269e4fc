"""Whose the figures of a report are where it says nothing else: its reporter's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...reading import Context
from ...records import AgencyMention
from .places import territory

COUNCIL = "Ủy ban nhân dân "
ASSEMBLY = "Hội đồng nhân dân "
# Bodies that report for their territory.
_TERRITORIAL = (COUNCIL, ASSEMBLY, "Văn phòng Ủy ban nhân dân ")
_PARTY = (("Tỉnh ủy", "province"), ("Thành ủy", "province"), ("Huyện ủy", "district"),
          ("Thị ủy", "district"), ("Quận ủy", "district"), ("Đảng ủy", "commune"))  # fmt: skip
# Who leads an association between its congresses signs what the whole association reports.
_ORGANS = re.compile(
    r"Ban (?:Chấp hành|Thường vụ|Thường trực) (?=Hội |Đoàn |Liên |Công đoàn |Ủy ban )"
)
# Services whose branches leave out the level of their place.
_SIGN_SHORT = ("Kho bạc Nhà nước ", "Bảo hiểm xã hội ")
_HEAD_REACH = 2000  # characters in which title and opening say what is reported
_TWO_LEVELS = " hai cấp"
# The inspectors of a province or district report what all its authorities inspected and settled.
_INSPECTORS = "Thanh tra "
_INSPECTION = re.compile(
    r"(?:kết quả|tình hình) (?:thực hiện )?(?:các mặt )?công tác (?:thanh tra|tiếp công dân|phòng, chống tham nhũng)"
    r"|công tác thanh tra, (?:kiểm tra, )?(?:tiếp công dân|giải quyết)"
)
# What an office reports for its whole territory: 'giải ngân vốn đầu tư công trên địa bàn tỉnh', 'các
# Chỉ số PAPI, PCI', of all hospitals 'công tác y tế năm 2019', not of its own 'cải cách hành chính'.
_ON_TERRITORY = re.compile(
    r"trên địa bàn|của (?:toàn )?(?:tỉnh|thành phố|huyện|thị xã|quận)(?!\w)"
    r"|(?<!\w)(?:papi|pci|sipas|par[ -]?index)(?!\w)|giải ngân|vốn đầu tư công|(?:thu|chi),? ngân sách|thu, chi"
)
_OF_ITSELF = re.compile(r"cải cách|cchc|kiểm soát (?:thủ tục|tthc)|của (?:sở|cục|phòng|ban)(?!\w)")
_OFFICES = ("Sở ", "Cục ", "Chi cục ", "Phòng ", "Kho bạc ", "Ban ")
# The field that an office is named for: 'y tế', 'giáo dục'.
_FIELD = re.compile(r"(?:Sở|Phòng) ([^,]+?)(?: và |,| tỉnh | thành phố | huyện | thị xã | quận )")


def without_organ(name: str) -> str:
    """An association for who leads it: 'Ban Thường vụ Liên đoàn Lao động tỉnh Phú Yên'."""
    return _ORGANS.sub("", name, count=1)


class Reporter(NamedTuple):
    """Who reports: the owner of what a report tells of nobody else; for a committee of the Party the
    organisation of all its members ('Đảng bộ tỉnh Lạng Sơn'); and the office that reports for its
    territory, whose own are its meetings and papers."""

    owner: str | None
    members: str | None = None
    office: str | None = None


def read_reporter(context: Context, agencies: Sequence[AgencyMention], text: str) -> Reporter:
    """The reporter of a document; `agencies` are sorted, `text` is the view's."""
    issuer = context.issuer or ""
    for body, level in _PARTY:
        if body in issuer:
            place = getattr(context, level)
            return Reporter(place or issuer, f"Đảng bộ {place}" if place else None)
    if _reports_inspections(context, issuer, text):
        return Reporter(territory(context))
    if _reports_territory(context, issuer):
        return Reporter(territory(context), office=issuer)
    named = _as_named(issuer, agencies)
    return Reporter(_of_two_levels(issuer, agencies) or named or _default_owner(context))


def _as_named(issuer: str, agencies: Sequence[AgencyMention]) -> str | None:
    """The full name of an issuer that signs with less: 'KHO BẠC NHÀ NƯỚC HÒA BÌNH'."""
    if not issuer.startswith(_SIGN_SHORT):
        return None
    written = issuer.lower()
    return next((m.name for m in agencies if " ".join(m.text.lower().split()) == written), None)


def _default_owner(context: Context) -> str | None:
    """The territory for its council or committee, else the issuing agency."""
    issuer = context.issuer
    if not issuer:
        return territory(context)
    issuer = without_organ(issuer)
    for body in _TERRITORIAL:
        if issuer.lower().startswith(body.lower()):
            return issuer[len(body) :]
    return issuer


def _reports_inspections(context: Context, issuer: str, text: str) -> bool:
    if not issuer.startswith(_INSPECTORS) or issuer[len(_INSPECTORS) :] != territory(context):
        return False
    return _INSPECTION.search(" ".join(text[:_HEAD_REACH].lower().split())) is not None


def _reports_territory(context: Context, issuer: str) -> bool:
    """Whether an office of a territory reports on all of it: by its title, or as its title names the
    office's field."""
    title = (context.title or "").lower()
    if context.level not in ("province", "district") or not issuer.startswith(_OFFICES):
        return False
    if _ON_TERRITORY.search(title):
        return True
    field = _FIELD.match(issuer)
    return field is not None and field[1].lower() in title and not _OF_ITSELF.search(title)


def _of_two_levels(issuer: str, agencies: Sequence[AgencyMention]) -> str | None:
    """The courts of both levels, where the opening says that their work is reported: 'kết quả công
    tác của TAND hai cấp'."""
    for mention in agencies:
        if mention.start > _HEAD_REACH:
            return None
        name = mention.name or ""
        if _TWO_LEVELS in name and name.replace(_TWO_LEVELS, "") == issuer:
            return name
    return None
