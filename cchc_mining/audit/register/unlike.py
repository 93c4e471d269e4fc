"""A cited document that the register knows under another date, or under another issuer."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Words
from ..archive import AuditedArchive
from ..check import ArchiveCheck, Discrepancy, example
from ..citations.days import written_day
from .citing import cited_documents, is_same_subject, other_dates, other_issuers

_SOURCE = "Danh mục chính thức do người dùng cung cấp (cchc register import)"
_REGISTER = (
    "number,date,issuer,subject\n"
    "812/QĐ-UBND,14/03/2023,UBND tỉnh Hà Nam,Kế hoạch kiểm tra công vụ năm 2023\n"
    "815/QĐ-UBND,15/03/2023,UBND tỉnh Hà Nam,Phân bổ kinh phí đào tạo nghề năm 2023\n"
)


def _find_dates(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in cited_documents(archive):
        told: set[str] = set()
        for cited in citations:
            listed = other_dates(archive, cited)
            if not listed or not cited.date or cited.date in told:
                continue
            told.add(cited.date)
            right = sorted({entry.entry.date or "" for entry in listed})
            shown = ", ".join(map(written_day, right))
            is_known = bool(archive.register.of(cited.target))
            yield Discrepancy(
                at=cited.at,
                about=(cited.target, cited.date, *right),
                severity="error",
                message=Words(
                    f"Văn bản {cited.number} được ghi ngày {written_day(cited.date)}; danh mục chính"
                    f" thức ghi ngày {shown}.",
                    f"Document {cited.number} is dated {written_day(cited.date)} here and {shown} in"
                    " the official register.",
                ),
                arithmetic=f"{written_day(cited.date)} ≠ {shown}",
                expected=shown,
                evidence=tuple(entry.passage for entry in listed),
                confidence=0.95 if is_known else 0.8,
            )


def _find_issuers(archive: AuditedArchive) -> Iterator[Discrepancy]:
    for citations in cited_documents(archive):
        for cited in citations:
            listed = other_issuers(archive, cited)
            if not listed:
                continue
            issuers = sorted({entry.entry.issuer or "" for entry in listed})
            shown = ", ".join(issuers)
            is_same = any(is_same_subject(entry, cited) for entry in listed)
            yield Discrepancy(
                at=cited.at,
                about=(cited.target, *issuers),
                severity="warning",
                message=Words(
                    f"Văn bản {cited.number} được ghi là của {cited.issuer}; danh mục chính thức ghi"
                    f" số và ngày này của {shown}.",
                    f"Document {cited.number} is ascribed to {cited.issuer}; the official register"
                    f" has this number and day of {shown}.",
                ),
                expected=shown,
                evidence=tuple(entry.passage for entry in listed),
                confidence=0.9 if is_same else 0.6,
            )
            break


DATE = ArchiveCheck(
    slug="register-date",
    group="register",
    title=Words("Ngày khác với danh mục chính thức", "Date other than in the register"),
    rule=Words(
        "Ngày của văn bản được viện dẫn phải là ngày ghi trong danh mục chính thức.",
        "A cited document bears the date that the official register gives it.",
    ),
    source=_SOURCE,
    tolerance=Words(
        "Chỉ xét ngày ghi đủ ngày, tháng, năm; danh mục ghi nhiều ngày thì khớp một ngày là được.",
        "Only full dates count; of several in the register one will do.",
    ),
    fires=(
        example(
            "Thực hiện Quyết định số 812/QĐ-UBND ngày 24/3/2023 của UBND tỉnh Hà Nam, Sở báo cáo.",
            register=_REGISTER,
        ),
        example(
            "Thực hiện Quyết định số 812/QĐ-UBND ngày 14/3/2022 của UBND tỉnh Hà Nam, Sở báo cáo.",
            register=_REGISTER,
        ),
    ),
    silent=(
        example(
            "Thực hiện Quyết định số 812/QĐ-UBND ngày 14/3/2023 của UBND tỉnh Hà Nam, Sở báo cáo.",
            register=_REGISTER,
        ),
        example(
            "Thực hiện Quyết định số 812/QĐ-UBND ngày 24/3/2023 của UBND tỉnh Nam Định, Sở báo cáo.",
            register=_REGISTER,
        ),
    ),
    find=_find_dates,
)

ISSUER = ArchiveCheck(
    slug="register-issuer",
    group="register",
    title=Words("Cơ quan khác với danh mục chính thức", "Issuer other than in the register"),
    rule=Words(
        "Cơ quan ban hành của văn bản được viện dẫn phải là cơ quan ghi trong danh mục chính thức.",
        "A cited document is of the body that the official register names.",
    ),
    source=_SOURCE,
    tolerance=Words(
        "Chỉ xét khi cùng số, ký hiệu, cùng ngày và trích yếu không trái nhau; người đứng đầu, tên cũ của"
        " cơ quan được coi là một.",
        "Only where number and day are the same and the subjects do not differ; a body's head and its"
        " old names are one with it.",
    ),
    fires=(
        example(
            "Thực hiện Quyết định số 812/QĐ-UBND ngày 14/3/2023 của UBND huyện Kim Bảng về Kế hoạch"
            " kiểm tra công vụ năm 2023, phòng báo cáo.",
            register=_REGISTER,
        ),
    ),
    silent=(
        example(
            "Thực hiện Quyết định số 812/QĐ-UBND ngày 14/3/2023 của Chủ tịch UBND tỉnh Hà Nam về Kế"
            " hoạch kiểm tra công vụ năm 2023, phòng báo cáo.",
            register=_REGISTER,
        ),
        example(
            "Thực hiện Quyết định số 812/QĐ-UBND ngày 14/3/2023 của UBND huyện Kim Bảng về việc giao"
            " chỉ tiêu trồng rừng phòng hộ, phòng báo cáo.",
            register=_REGISTER,
        ),
    ),
    find=_find_issuers,
)
