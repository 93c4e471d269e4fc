"""What a dossier says beside the findings themselves, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Mapping

from ..columns import Lang

# key: (Vietnamese, English)
_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("Hồ sơ kiểm tra", "Audit dossier"),
    "archive": ("Kho văn bản", "Archive"),
    "made": ("Lập ngày", "Made on"),
    "intro": (
        "Chương trình đối chiếu lời văn và số liệu trong các báo cáo. Mỗi phát hiện là một chỗ không khớp, "
        "kèm nguyên văn và căn cứ, để người kiểm tra xem xét; đây chưa phải là kết luận.",
        "The program compares what the reports say. Each finding is a place that does not agree, with "
        "its words and the evidence, for an auditor to judge; it is no verdict.",
    ),
    "only": ("Chỉ gồm: {what}", "Only: {what}"),
    "summary": ("Tổng hợp", "Summary"),
    "by-document": ("Theo văn bản", "By document"),
    "by-check": ("Theo phép kiểm tra", "By check"),
    "findings": ("Phát hiện", "Findings"),
    "coverage": ("Độ phủ", "Coverage"),
    "lost": ("Xử lý gắn với phát hiện không còn", "Decisions on findings that are gone"),
    "lost-intro": (
        "Văn bản đã được sửa hoặc không còn trong kho; việc xử lý vẫn được giữ.",
        "The document was changed or is no longer in the archive; what was decided is kept.",
    ),
    "explanation": ("Giải thích cột", "Columns"),
    "error": ("Lỗi", "Error"),
    "warning": ("Cảnh báo", "Warning"),
    "info": ("Lưu ý", "Remark"),
    "error.means": ("chắc chắn không khớp", "certainly inconsistent"),
    "warning.means": ("nhiều khả năng không khớp", "probably inconsistent"),
    "info.means": ("nên xem lại", "worth a look"),
    "check": ("Phép kiểm tra", "Check"),
    "document": ("Văn bản", "Document"),
    "dismissed": ("Đã bác bỏ", "Dismissed"),
    "undecided": ("Chưa xử lý", "Undecided"),
    "total": ("Cộng", "Total"),
    "page": ("trang {page}", "page {page}"),
    "span": ("vị trí {start}–{end}", "at {start}–{end}"),
    "arithmetic": ("Phép tính", "Arithmetic"),
    "expected": ("Giá trị đúng", "Expected"),
    "evidence": ("Căn cứ", "Evidence"),
    "more": ("và {count} chỗ khác", "and {count} more places"),
    "confidence": ("Độ tin cậy", "Confidence"),
    "decision": ("Xử lý", "Decision"),
    "accept": ("Phát hiện đúng", "Accepted"),
    "dismiss": ("Bác bỏ", "Dismissed"),
    "check-again": ("Cần xem lại", "To be looked at"),
    "rule": ("Quy tắc", "Rule"),
    "tolerance": ("Sai số cho phép", "Lets pass"),
    "source": ("Nguồn", "Source"),
    "nothing": ("Không có phát hiện nào.", "There are no findings."),
    "nothing-of-check": ("Không có phát hiện.", "No findings."),
    "coverage-intro": (
        "Từng tệp đầu vào và kết quả đọc. Phát hiện chỉ có thể có ở những tệp đọc được.",
        "Every input file and what became of it. Only what was read can have findings.",
    ),
    "file": ("Tệp", "File"),
    "files": ("Số tệp", "Files"),
    "outcome": ("Kết quả", "Outcome"),
    "reason": ("Lý do", "Reason"),
    "ok": ("Đọc được", "Read"),
    "partial": ("Đọc được một phần", "Read in part"),
    "failed": ("Không đọc được", "Not read"),
    "duplicate": ("Trùng nội dung", "Duplicate"),
    "skipped": ("Bỏ qua", "Passed over"),
    "same-as": ("trùng với {path}", "the same as {path}"),
    "lexicon": ("Từ điển của chương trình", "The program's lexicon"),
    "register": ("Danh mục chính thức", "The official register"),
    "show": ("Hiện", "Show"),
    "search": ("Tìm trong phát hiện", "Search the findings"),
    "what": ("Nội dung", "What"),
    "place": ("Vị trí", "Place"),
    "formula-without-value": (
        "có ô công thức chưa có giá trị; hãy mở và lưu lại bằng Excel",
        "some formulas have no value; open and save the file in a spreadsheet program",
    ),
    "hidden-rows": ("có dòng hoặc cột bị ẩn", "some rows or columns are hidden"),
    "hidden-sheet": ("có trang tính bị ẩn", "a sheet is hidden"),
    "legacy-font": (
        "có chữ dùng phông TCVN3, VNI nên không đọc được",
        "some letters are in a font from before Unicode",
    ),
    "extractor-error": (
        "một phần mở rộng gặp lỗi khi đọc văn bản này",
        "an extension failed on this document",
    ),
    "name-mismatch": ("đuôi tệp không đúng với nội dung", "the ending of the name is wrong"),
}


class Speech:
    """Words and numbers in one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key; a key that has none stands for itself."""
        sentences = _WORDS.get(key)
        return sentences[self._lang == "en"].format(**values) if sentences else key

    def knows(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in _WORDS

    def number(self, value: int) -> str:
        """1.234 or 1,234."""
        grouped = f"{value:,}"
        return grouped.replace(",", ".") if self._lang == "vi" else grouped

    def day(self, date: str | None) -> str:
        """An ISO date as it is written: 28/12/2022 or 12/2022 in Vietnamese."""
        if not date or self._lang == "en":
            return date or ""
        return "/".join(reversed(date.split("-")))

    def decision(self, verdict: str) -> str:
        """A decision in words."""
        return self("check-again" if verdict == "check" else verdict)
