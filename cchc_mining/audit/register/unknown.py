"""A cited document that the register would have to know, and does not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...index import CitedPassage
from ...lexicon import issuers, read_number
from ...records import Words
from ...vietnamese import fold
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from .citing import cited_documents, other_dates, other_issuers

_REGISTER = (
    "number,date,issuer\n"
    "812/QĐ-UBND,14/03/2023,UBND tỉnh Hà Nam\n"
    "815/QĐ-UBND,15/03/2023,UBND tỉnh Hà Nam\n"
    "902/QĐ-UBND,24/03/2023,UBND tỉnh Hà Nam\n"
)


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in cited_documents(archive):
        sure = [cited for cited in citations if _tells_issuer(cited)]
        if not sure or any(_is_known(archive, cited) for cited in citations):
            continue
        first = sure[0]
        yield Discrepancy(
            at=first.at,
            about=(first.target,),
            severity="warning",
            message=Words(
                f"Danh mục chính thức không có văn bản số {first.number} của {first.issuer} trong năm"
                f" {first.target[-4:]}.",
                f"The official register has no document {first.number} of {first.issuer} in"
                f" {first.target[-4:]}.",
            ),
            evidence=tuple(cited.at for cited in citations if cited is not first),
            confidence=0.7,
        )


def _is_known(archive: AuditedArchive, cited: CitedPassage) -> bool:
    """Whether the register knows it, under whatever date or issuer, or need not know it."""
    register = archive.register
    return bool(
        not register.lists(cited.target)
        or register.of(cited.target)
        or other_dates(archive, cited)
        or other_issuers(archive, cited)
    )


def _tells_issuer(cited: CitedPassage) -> bool:
    """Whether it is said whose document it is: by name, or by a code that one body alone has."""
    if cited.issuer_text:
        return True
    code = read_number(cited.number) if cited.number else None
    return bool(code and code.issuers and all(fold(c) in _central() for c in code.issuers))


@cache
def _central() -> frozenset[str]:
    """The codes of bodies that there is only one of."""
    return frozenset(
        fold(row.code)
        for row in issuers()
        if row.level in ("central", "ministry") and "{" not in row.name
    )


CHECK = ArchiveCheck(
    slug="register-unknown",
    group="register",
    title=Words("Danh mục chính thức không có", "Not in the register"),
    rule=Words(
        "Văn bản được viện dẫn phải có trong danh mục chính thức, nếu danh mục ghi văn bản loại đó của"
        " cơ quan đó trong năm đó.",
        "A cited document is in the official register, where that lists such documents of that body"
        " and year.",
    ),
    source="Danh mục chính thức do người dùng cung cấp (cchc register import)",
    tolerance=Words(
        "Chỉ xét cơ quan, loại và năm mà danh mục có từ hai văn bản trở lên, và khi văn bản ghi rõ cơ quan"
        " ban hành.",
        "Only for issuers, types and years of which the register has two documents or more, and where"
        " the text says who issued it.",
    ),
    fires=(
        example(
            "Thực hiện Quyết định số 821/QĐ-UBND ngày 16/3/2023 của UBND tỉnh Hà Nam, Sở báo cáo.",
            register=_REGISTER,
        ),
    ),
    silent=(
        example(
            "Thực hiện Quyết định số 815/QĐ-UBND ngày 15/3/2023 của UBND tỉnh Hà Nam, Sở báo cáo.",
            register=_REGISTER,
        ),
        example(
            "Thực hiện Kế hoạch số 21/KH-UBND ngày 16/3/2023 của UBND tỉnh Hà Nam, Quyết định số"
            " 821/QĐ-UBND ngày 16/3/2022 của UBND tỉnh Hà Nam, Sở báo cáo.",
            register=_REGISTER,
        ),
    ),
    find=_find,
)
