"""What cchc_mining does not know of reports on education: school years, and sizes of classes."""

import re
from collections.abc import Iterator

from cchc_mining.extending import (
    AuditedDocument,
    Discrepancy,
    DocumentCheck,
    Extra,
    Record,
    SourceText,
    Words,
    example,
)

# 'năm học 2023 - 2024', 'Năm học 2023-2024', 'năm học 2023 – 2024'
_SCHOOL_YEAR = re.compile(r"năm\s+học\s+(\d{4})\s*[-–]\s*(\d{4})(?!\d)", re.IGNORECASE)
_MOST_STUDENTS = 45


def school_years(source: SourceText, record: Record) -> Iterator[Extra]:
    """Every school year, with the years in which it begins and ends."""
    for found in _SCHOOL_YEAR.finditer(source.text):
        yield Extra(
            start=found.start(),
            end=found.end(),
            text=found[0],
            kind="school-year",
            fields={"first": int(found[1]), "last": int(found[2])},
        )


def _impossible_school_years(document: AuditedDocument) -> Iterator[Discrepancy]:
    for year in document.record.extras:
        first, last = year.fields.get("first"), year.fields.get("last")
        if year.kind != "school-year" or not isinstance(first, int) or last == first + 1:
            continue
        yield Discrepancy(
            at=document.at(year),
            about=(first, last),
            severity="error",
            message=Words(
                f"Năm học bắt đầu năm {first} phải kết thúc năm {first + 1}, văn bản ghi {last}.",
                f"A school year that begins in {first} ends in {first + 1}; the text says {last}.",
            ),
            expected=f"{first} - {first + 1}",
        )


def _large_classes(document: AuditedDocument) -> Iterator[Discrepancy]:
    for figure in document.record.indicators:
        if figure.unit != "học sinh/lớp" or figure.role != "value":
            continue
        if isinstance(figure.value, int | float) and figure.value > _MOST_STUDENTS:
            yield Discrepancy(
                at=document.at(figure),
                about=(figure.value,),
                severity="warning",
                message=Words(
                    f"Bình quân {figure.text} học sinh/lớp, nhiều hơn mức {_MOST_STUDENTS} được phép.",
                    f"{figure.text} students a class are more than the {_MOST_STUDENTS} allowed.",
                ),
            )


CHECKS = (
    DocumentCheck(
        slug="education-school-year",
        group="time",
        title=Words("Năm học không liền nhau", "School year that does not end the next year"),
        rule=Words(
            "Năm học bắt đầu từ năm này và kết thúc vào năm sau.",
            "A school year begins in one year and ends in the next.",
        ),
        source="Luật Giáo dục 2019; quyết định của tỉnh về kế hoạch thời gian năm học",
        tolerance=Words("Không.", "None."),
        fires=(example("Tổng kết năm học 2023 - 2025 của toàn ngành."),),
        silent=(example("Tổng kết năm học 2023 - 2024 của toàn ngành."),),
        find=_impossible_school_years,
    ),
    DocumentCheck(
        slug="education-class-size",
        group="figures",
        title=Words("Sĩ số lớp quá quy định", "Class larger than allowed"),
        rule=Words("Mỗi lớp có không quá 45 học sinh.", "A class has 45 students at most."),
        source="Thông tư số 32/2020/TT-BGDĐT, Điều lệ trường trung học",
        tolerance=Words("Không.", "None."),
        fires=(example("Toàn huyện có bình quân 47 học sinh/lớp."),),
        silent=(example("Toàn huyện có bình quân 33 học sinh/lớp."),),
        find=_large_classes,
    ),
)
