"""A cited document that, by the register, was no longer in force when it was cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...index import CitedPassage
from ...records import Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from ..citations.days import is_day, written_day
from ..registered import Registered
from .citing import cited_documents

_RELIES = frozenset(("basis", "implements", "guides"))
_SAYS_SO = frozenset(("replaces", "repeals", "amends", "amended_by"))
# '(đã hết hiệu lực)', '(nay được thay thế bởi ...)'
_SAID_AFTER = re.compile(r"[^.;\n]{0,80}?\b(?:hết hiệu lực|thay thế|bãi bỏ|không còn)\b", re.I)
_AFTER = 120
_REGISTER = (
    "number,date,issuer,status,expired,replaced_by\n"
    "812/QĐ-UBND,14/03/2019,UBND tỉnh Hà Nam,Hết hiệu lực,01/01/2022,95/QĐ-UBND\n"
    "640/QĐ-UBND,14/03/2018,UBND tỉnh Hà Nam,Còn hiệu lực,,\n"
    "641/QĐ-UBND,15/03/2018,UBND tỉnh Hà Nam,Hết hiệu lực,,\n"
)


def _find(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in cited_documents(archive):
        known = archive.register.of(citations[0].target)
        ended = [listed for listed in known if listed.entry.state == "expired"]
        since = _since(archive, ended) if ended and len(ended) == len(known) else None
        if since is None:
            continue
        late = [c for c in citations if is_day(c.doc_date) and (c.doc_date or "") > since]
        if late and not any(_says_so(archive, cited) for cited in citations):
            yield _told(min(late, key=lambda c: c.relation not in _RELIES), ended, since)


def _since(archive: AuditedArchive, ended: list[Registered]) -> str | None:
    """From which day it is out of force: as listed, or the day of what replaced it."""
    days = [listed.entry.expired or _day_of_replacement(archive, listed) for listed in ended]
    return max((day for day in days if day), default=None) if all(days) else None


def _day_of_replacement(archive: AuditedArchive, listed: Registered) -> str | None:
    by = listed.entry.replaced_by
    if by is None:
        return None
    own = listed.entry.date or ""
    days = {entry.date for entry in archive.register.numbered(by) if (entry.date or "") > own}
    return days.pop() if len(days) == 1 else None


def _says_so(archive: AuditedArchive, cited: CitedPassage) -> bool:
    """Whether the citing document itself says that it is no longer in force."""
    if cited.relation in _SAYS_SO:
        return True
    text = archive.index.text(cited.at.source)
    return bool(_SAID_AFTER.match(text, cited.at.end, cited.at.end + _AFTER))


def _told(cited: CitedPassage, ended: list[Registered], since: str) -> Discrepancy:
    by = next((listed.entry.replaced_by for listed in ended if listed.entry.replaced_by), None)
    relies = cited.relation in _RELIES
    replaced_vi = f", được thay thế bởi {by}" if by else ""
    replaced_en = f", replaced by {by}" if by else ""
    return Discrepancy(
        at=cited.at,
        about=(cited.target, since),
        severity="warning" if relies else "info",
        message=Words(
            f"Theo danh mục chính thức, {cited.number} đã hết hiệu lực từ {written_day(since)}"
            f"{replaced_vi}, nhưng vẫn được viện dẫn ngày {written_day(cited.doc_date or '')}.",
            f"By the official register {cited.number} is out of force since {written_day(since)}"
            f"{replaced_en}, but is cited on {written_day(cited.doc_date or '')}.",
        ),
        arithmetic=f"{written_day(since)} < {written_day(cited.doc_date or '')}",
        expected=by,
        evidence=tuple(listed.passage for listed in ended),
        confidence=0.85 if relies else 0.6,
    )


def _report(cites: str) -> str:
    return (
        "UBND TỈNH HÀ NAM\nSỞ NỘI VỤ\n\nSố: 45/BC-SNV\n\nHà Nam, ngày 10 tháng 3 năm 2023\n\nBÁO CÁO\n"
        f"Công tác cải cách hành chính quý I năm 2023\n\n{cites}\n"
    )


CHECK = ArchiveCheck(
    slug="register-expired",
    group="register",
    title=Words("Hết hiệu lực theo danh mục", "Out of force by the register"),
    rule=Words(
        "Văn bản mà danh mục chính thức ghi hết hiệu lực trước ngày viện dẫn không còn là căn cứ.",
        "What the official register lists as out of force by the citing day is no basis any more.",
    ),
    source="Danh mục chính thức do người dùng cung cấp (cchc register import)",
    tolerance=Words(
        "Chỉ xét khi danh mục ghi ngày hết hiệu lực hoặc có văn bản thay thế; hết hiệu lực một phần không"
        " tính; văn bản viện dẫn tự nói là đã hết hiệu lực thì bỏ qua; chỉ nhắc đến là điểm lưu ý.",
        "Only where the register tells the day, or has what replaced it; not where it is out of force in"
        " part, or the citing document says so itself; a mere mention is a remark.",
    ),
    fires=(
        example(
            _report(
                "Căn cứ Quyết định số 812/QĐ-UBND ngày 14/3/2019 của UBND tỉnh Hà Nam, Sở báo cáo."
            ),
            register=_REGISTER,
        ),
    ),
    silent=(
        example(
            _report(
                "Căn cứ Quyết định số 640/QĐ-UBND ngày 14/3/2018 của UBND tỉnh Hà Nam, Sở báo cáo."
            ),
            register=_REGISTER,
        ),
        example(
            _report(
                "Căn cứ Quyết định số 641/QĐ-UBND ngày 15/3/2018 của UBND tỉnh Hà Nam, Sở báo cáo."
            ),
            register=_REGISTER,
        ),
        example(
            _report(
                "Trước đây, Quyết định số 812/QĐ-UBND ngày 14/3/2019 của UBND tỉnh Hà Nam (đã hết hiệu"
                " lực) giao Sở làm đầu mối."
            ),
            register=_REGISTER,
        ),
    ),
    find=_find,
)
