"""What can be wrong with an official list or a row of it, in Vietnamese and in English."""

from __future__ import annotations

from typing import ClassVar, Literal

from ..errors import Explained, UsageError

Lang = Literal["vi", "en"]

# code: (Vietnamese, English).  What stops the import first, then what leaves out one row.
_SENTENCES: dict[str, tuple[str, str]] = {
    "no-number-column": (
        "{path}: không thấy cột số, ký hiệu; hãy chỉ ra bằng --map number='TÊN CỘT' (các cột có: "
        "{headings})",
        "{path}: no column is that of the numbers; name it with --map number='HEADING' (there are: "
        "{headings})",
    ),
    "no-such-heading": (
        "{path}: không có cột '{heading}' (các cột có: {headings})",
        "{path}: there is no column '{heading}' (there are: {headings})",
    ),
    "no-number": ("không có số, ký hiệu", "there is no number"),
    "bad-number": ("không đọc được số, ký hiệu", "the number cannot be read"),
    "bad-date": (
        "ngày không có thật hoặc không đọc được",
        "the date does not exist or cannot be read",
    ),
    "no-year": ("không rõ năm ban hành", "the year is not known"),
    "no-issuer": (
        "không rõ cơ quan ban hành; nếu cả danh mục của một cơ quan, hãy ghi --issuer",
        "the issuer is not known; if all are of one body, name it with --issuer",
    ),
    "merged-issuer": (
        "không rõ cơ quan nào trong các cơ quan đã hợp nhất",
        "one of several bodies that were merged; which one is not known",
    ),
    "no-code": ("số không có ký hiệu", "the number lacks its code"),
    "damaged-number": ("không đọc được số, ký hiệu", "the number cannot be read"),
}


def explain(code: str, lang: Lang, **values: object) -> str:
    """The sentence for a code; a code that has none stands for itself."""
    sentences = _SENTENCES.get(code)
    return sentences[lang == "en"].format(**values) if sentences else code


class RegisterError(Explained, UsageError):
    """A list that cannot be taken for a register."""

    SENTENCES: ClassVar = _SENTENCES
