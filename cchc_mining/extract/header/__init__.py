"""The document's own identity: number, type, day, place, issuer, title, signer, recipients.

Read line by line from the head (`head`) and from the signature block (`signature`), layout of Nghị
định 30/2020/NĐ-CP, Phụ lục I, and for the Party of Hướng dẫn 36-HD/VPTW; names are resolved against
the territory (`territory`) that they or the place line give.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from ...lexicon import NumberCode, issuer_name, read_number
from ...reading import Context, Layout, View
from ...records import Given, Header
from .head import (
    SelfNumber,
    head_lines,
    news_day_and_title,
    organisation_lines,
    own_number,
    place_and_date,
    speaker_after,
    title_after,
    type_of_line,
)
from .signature import read_signature
from .territory import (
    is_central_name,
    is_ministerial,
    level_of,
    name_of_lines,
    province_from,
    province_of_commune,
    province_of_district,
    territories_of,
    title_case,
    whole_names,
    with_kind,
)

__all__ = ["Heading", "SelfNumber", "read_header", "resolve_context"]

_COMMITTEE_CHAIR = re.compile(r"\b(?:TL|TM|KT|TUQ)\.\s*(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|UBND)")
# 'UBND tỉnh yêu cầu', but not 'UBND huyện, thị xã' (all of them)
_COMMITTEE = re.compile(
    r"UBND(?<=\bUBND) (tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)(?![,\w]| ?[,/]| các)"
)
_LEVEL_OF_KIND = {
    "tỉnh": "{tỉnh}", "thành phố": "{tỉnh}", "huyện": "{huyện}", "thị xã": "{huyện}",
    "quận": "{huyện}", "xã": "{xã}", "phường": "{xã}", "thị trấn": "{xã}",
}  # fmt: skip


class Heading(Struct, frozen=True):
    """What the head and the signature block say, before names are resolved.

    `organisations` are the lines in capitals that name the issuing body and its parents.
    """

    header: Header
    organisations: tuple[str, ...]
    own_number: SelfNumber | None
    code: NumberCode | None


def read_header(view: View, layout: Layout, title: str | None = None) -> Heading:
    """The header as written; `title` is what the file format itself names the document."""
    head = head_lines(view, layout)
    own = own_number(head)
    typed = next((i for i, line in enumerate(head) if type_of_line(line.text)), None)
    code = read_number(own.raw) if own else None
    doc_type = type_of_line(head[typed].text) if typed is not None else None
    place, doc_date = place_and_date(head)
    heading = title_after(head, typed)
    organisations = organisation_lines(head, own, typed)
    if typed is not None and (speaker := speaker_after(head, typed)):
        organisations.append(speaker)
    if own is None and typed is None:  # a news item or a page
        day, first_line = news_day_and_title(head)
        doc_date, heading, organisations = doc_date or day, title or first_line, []
    signer, position, recipients = read_signature(view, layout)
    header = Header(
        doc_number=own.number if own else None,
        doc_type=doc_type or (code.doc_type if code else None),
        doc_date=doc_date,
        place=place,
        title=heading,
        signer=signer,
        signer_position=position,
        recipients=recipients,
    )
    return Heading(header, tuple(organisations), own, code)


def resolve_context(heading: Heading, view: View, given: Given | None) -> tuple[Header, Context]:
    """The header with its issuer's full name, and the context that short names resolve against."""
    header, code = heading.header, heading.code
    organisations = [title_case(name) for name in whole_names(heading.organisations)]
    territories = territories_of(organisations)
    province = (given.province if given else None) or territories.get("province")
    is_central = bool(code and code.issuers and is_ministerial(code.issuers[0], code.system))
    is_central = is_central or any(name.startswith("Bộ ") for name in organisations)
    if province is None and not is_central:
        date = header.doc_date
        province = (
            province_of_commune(territories.get("commune"), date)
            or province_of_district(territories.get("district"), date)
            or province_from(header.place, view.text, date)
        )
    level, territory = level_of(territories, header.place, province, view.text)
    context = Context(
        province=with_kind(province) if province else None,
        district=territories.get("district") or (territory if level == "district" else None),
        commune=territories.get("commune") or (territory if level == "commune" else None),
        date=header.doc_date,
        year=given.year if given else None,
        level=level,
        is_plan=header.doc_type in _PLANS,
        title=header.title,
    )
    issuer = (given.agency if given else None) or _issuer(heading, organisations, context, view)
    return replace(header, issuer=issuer), replace(context, issuer=issuer)


_PLANS = frozenset(("Kế hoạch", "Chương trình", "Chương trình hành động"))
# 'THANH TRA BỘ' writes the code of a province's inspectors.
_OF_MINISTRIES = ("Thanh tra Bộ ", "Văn phòng Bộ ")


def _issuer(heading: Heading, organisations: list[str], context: Context, view: View) -> str | None:
    """By the code of the own number, by the lines in capitals, by the signature block."""
    code = heading.code
    template = (
        issuer_name(code.issuers[0], code.system, context.level, context.date)
        if code and code.issuers
        else None
    )
    if code and code.system == "party" and organisations:
        return name_of_lines(organisations, context)
    written = name_of_lines(organisations, context) if organisations else None
    # 'BỘ LAO ĐỘNG - ...' with '118/BC-LĐTBXH': elsewhere that is the code of a district's office
    if written and (is_central_name(written) or written.startswith(_OF_MINISTRIES)):
        return written
    if template and ("{" in template or context.level == "central" or not written):
        return context.fill(template)
    if written:
        return written
    return _issuer_of_signature(view, context)


def _issuer_of_signature(view: View, context: Context) -> str | None:
    """'TL. CHỦ TỊCH' at the end of a text without number: the people's committee speaks."""
    if not _COMMITTEE_CHAIR.search(view.text[-1500:]):
        return None
    kinds = [match[1] for match in _COMMITTEE.finditer(view.text)]
    if not kinds:
        return None
    most = max(dict.fromkeys(kinds), key=kinds.count)
    is_city = most == "thành phố" and context.district is not None
    return context.fill(f"Ủy ban nhân dân {'{huyện}' if is_city else _LEVEL_OF_KIND[most]}")
