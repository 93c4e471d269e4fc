"""'Nghị quyết số 15/NQ-HĐND của UBND tỉnh': who is said to have issued against the number's code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ...lexicon import issuer_names, read_number, successions
from ...records import Citation, Words
from ...vietnamese import initials
from ..check import Discrepancy, DocumentCheck, example
from ..document import AuditedDocument

# Bodies that cannot be taken for one another, however loosely one speaks.  What stands outside
# these classes (an office of a committee, a steering board) may well sign for another.
_CLASSES = (
    ("people's committee", re.compile(r"Ủy ban nhân dân")),
    ("people's council", re.compile(r"Hội đồng nhân dân")),
    ("government", re.compile(r"(?:Thủ tướng )?Chính phủ$")),  # often said for one another
    ("standing committee of the assembly", re.compile(r"Ủy ban Thường vụ Quốc hội")),
    ("assembly", re.compile(r"Quốc hội$")),
    ("department", re.compile(r"Sở (?!Giao dịch)")),
    ("ministry", re.compile(r"Bộ (?!Chính trị|Tư lệnh|Chỉ huy|Tổng)")),
    # bodies with a seal and numbers of their own, unlike boards of projects
    (
        "board of zones",
        re.compile(r"Ban Quản lý (?:các )?khu (?:công nghiệp|chế xuất|kinh tế|công nghệ)", re.I),
    ),
    ("committee of the Party", re.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy")),
)
_OF_SECTORS = frozenset(("department", "ministry"))


def _find(document: AuditedDocument) -> Iterator[Discrepancy]:
    for citation in document.record.citations:
        if citation.kind == "numbered" and citation.issuer and "issuer" in citation.parts:
            expected = _expected(citation.number or "")
            if expected and not _agrees(citation.issuer, expected):
                yield _told(document, citation, expected)


@lru_cache(maxsize=4096)
def _expected(number: str) -> tuple[str, ...]:
    """How the names begin that a number's code stands for; () for joint and unknown codes."""
    code = read_number(number)
    if code is None or len(code.issuers) != 1:
        return ()
    return tuple(name.partition("{")[0].strip() for name in issuer_names(code.issuers[0]))


@lru_cache(maxsize=4096)
def _agrees(issuer: str, expected: tuple[str, ...]) -> bool:
    said = _class(issuer)
    classes = {_class(name) for name in expected}
    if said is None or None in classes or ";" in issuer:
        return True
    if said not in classes:
        return False
    return said not in _OF_SECTORS or any(_is_one(issuer, name) for name in expected)


def _is_one(issuer: str, name: str) -> bool:
    """Whether one body bears both names, now or under a name it had before."""
    names = {name, *_later(name)}
    return any(issuer.startswith(known) or _short(issuer) == _short(known) for known in names)


def _short(name: str) -> str:
    return initials(re.split(r" (?:tỉnh|thành phố) ", name)[0])


def _class(name: str) -> str | None:
    return next((kind for kind, pattern in _CLASSES if pattern.match(name)), None)


@cache
def _later(name: str) -> frozenset[str]:
    """The names under which a body's work went on; its papers are loosely called the successor's."""
    steps: dict[str, set[str]] = {}
    for row in successions():
        if row.successor:
            ends = [re.sub(r"\s*\{.*", "", end) for end in (row.predecessor, row.successor)]
            steps.setdefault(ends[0], set()).add(ends[1])
    found = {name}
    reached = [name]
    for one in reached:  # grows while it is walked
        reached += steps.get(one, set()) - found
        found |= steps.get(one, set())
    return frozenset(found)


def _told(document: AuditedDocument, citation: Citation, expected: tuple[str, ...]) -> Discrepancy:
    return Discrepancy(
        at=document.at(citation),
        about=(citation.number, citation.issuer),
        severity="warning",
        message=Words(
            f"Văn bản {citation.number} được ghi là của {citation.issuer}, trong khi ký hiệu là của"
            f" {expected[0]}.",
            f"Document {citation.number} is ascribed to {citation.issuer}, while its code is that of"
            f" {expected[0]}.",
        ),
        confidence=0.8,
    )


CHECK = DocumentCheck(
    slug="issuer-against-code",
    group="citations",
    title=Words("Cơ quan ban hành so với ký hiệu", "Issuer against the number's code"),
    rule=Words(
        "Cơ quan được ghi là ban hành phải khớp với chữ viết tắt tên cơ quan trong số, ký hiệu.",
        "The issuer named agrees with the issuer's code in the number.",
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục III",
    tolerance=Words(
        "Chính phủ và Thủ tướng, tên cũ và tên mới, tập thể và người đứng đầu được coi là một.",
        "Government and Prime Minister, old and new names, a body and its head are one.",
    ),
    fires=(
        example("Thực hiện Nghị quyết số 15/NQ-HĐND ngày 12/3/2023 của UBND tỉnh Hà Nam."),
        example("Thực hiện Thông tư số 01/2021/TT-BNV ngày 12/3/2021 của Bộ Y tế."),
        example("Theo Quyết định số 71/QĐ-UBND ngày 03/3/2022 của Ban Quản lý Khu kinh tế Hà Nam."),
    ),
    silent=(
        example("Thực hiện Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Chính phủ."),
        example(
            "Thực hiện Quyết định số 12/QĐ-UBND ngày 06/01/2022 của Chủ tịch UBND tỉnh Hà Nam."
        ),
        example("Thực hiện Thông tư số 01/2021/TT-BKHĐT ngày 12/3/2021 của Bộ Tài chính."),
        example(
            "Theo Quyết định số 71/QĐ-BQLKKT ngày 03/3/2022 của Ban Quản lý Khu kinh tế Hà Nam."
        ),
        example(
            "Theo Quyết định số 71/QĐ-BQL ngày 03/3/2022 của Ban Quản lý các khu công nghiệp tỉnh Hà Nam."
        ),
    ),
    find=_find,
)
