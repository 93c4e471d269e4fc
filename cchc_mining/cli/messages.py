"""Everything the command line says, in Vietnamese and in English.

A message is asked for by its key; `{name}` in it is filled in.  `use` sets the language of what is
said from then on; until then it is the one of the user's locale.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Literal

from .audit_messages import AUDIT_MESSAGES
from .question_messages import QUESTION_MESSAGES

Lang = Literal["vi", "en"]
LANGUAGES: tuple[Lang, ...] = ("vi", "en")

# key: (Vietnamese, English)
_MESSAGES: Mapping[str, tuple[str, str]] = {
    # -- the program and its commands
    "cchc.help": (
        "Đọc các báo cáo cải cách hành chính, tìm văn bản được viện dẫn, ngày tháng, cơ quan và "
        "số liệu, kèm đúng vị trí trong từng văn bản.",
        "Read administrative reports and find the documents they cite, dates, agencies and "
        "figures, each with its exact place in the text.",
    ),
    "mine.short": (
        "Đọc tệp và thư mục, ghi kết quả ra các bảng.",
        "Read files and folders, write the results as tables.",
    ),
    "mine.help": (
        "Đọc các tệp và thư mục PATH (kể cả thư mục con), rồi ghi kết quả vào thư mục --out: "
        "bảng viện dẫn, số liệu, văn bản (mở bằng Excel), bản ghi đầy đủ records.jsonl và chỉ mục "
        "index.sqlite để tra cứu. Chạy lại trên cùng thư mục --out thì chỉ đọc những tệp mới hoặc "
        "đã sửa.",
        "Read the files and folders PATH (with their subfolders) and write the results to the "
        "folder --out: tables of citations, figures and documents (for Excel), the full records "
        "in records.jsonl, and index.sqlite for searching. Run again on the same --out, only new "
        "and changed files are read.",
    ),
    "mine.out": (
        "Thư mục ghi kết quả; chưa có thì tự tạo.",
        "Folder for the results; made if it is not there.",
    ),
    "mine.province": (
        "Tỉnh, thành phố của các văn bản, dùng khi văn bản không ghi (ví dụ 'Khánh Hòa').",
        "Province of the documents, for those that do not say (such as 'Khánh Hòa').",
    ),
    "mine.agency": (
        "Cơ quan ban hành các văn bản, dùng khi văn bản không ghi.",
        "Agency that issued the documents, for those that do not say.",
    ),
    "mine.year": (
        "Năm báo cáo, dùng khi văn bản không ghi.",
        "Year reported on, for documents that do not say.",
    ),
    "mine.max-size": (
        "Bỏ qua tệp lớn hơn số MB này (mặc định 64).",
        "Pass over files larger than this many MB (default 64).",
    ),
    "mine.jobs": (
        "Số tiến trình đọc cùng lúc (mặc định: bằng số nhân của máy).",
        "How many processes read at a time (default: one a core).",
    ),
    "mine.timeout": (
        "Số giây tối đa cho mỗi tệp; quá thì tệp đó bị ghi là không đọc được (mặc định 900).",
        "The most seconds a file may take before it counts as failed (default 900).",
    ),
    "mine.memory": (
        "Bộ nhớ tối đa (MB) để đọc mỗi tệp (mặc định 2048).",
        "The most memory, in MB, that reading a file may take (default 2048).",
    ),
    "mine.engine": (
        "Đọc trên máy này (local, mặc định) hay trên cụm máy Ray (ray).",
        "Read on this machine (local, the default) or on a Ray cluster (ray).",
    ),
    "mine.ray-address": (
        "Địa chỉ cụm Ray (mặc định: biến RAY_ADDRESS; nếu không có thì dùng riêng máy này).",
        "The address of the Ray cluster (default: RAY_ADDRESS; without it, this machine alone).",
    ),
    "mine.resume": (
        "Làm tiếp phần đã đọc của những lần chạy trước (mặc định), hay đọc lại từ đầu.",
        "Go on from what earlier runs have read (default), or read everything anew.",
    ),
    "mine.retry-failed": (
        "Đọc lại cả những tệp lần trước không đọc được.",
        "Try again the files that could not be read before.",
    ),
    "mine.dry-run": (
        "Chỉ cho biết sẽ đọc tệp nào, lấy lại kết quả nào; không ghi gì.",
        "Only say what would be read and what taken over; nothing is written.",
    ),
    "mine.stopping": (
        "Đang đọc nốt các tệp dở dang rồi dừng; nhấn Ctrl-C lần nữa để dừng ngay.",
        "Finishing the files in flight, then stopping; press Ctrl-C again to stop at once.",
    ),
    "mine.interrupted": (
        "Đã dừng theo yêu cầu. Chạy lại đúng lệnh này để làm tiếp; kết quả cũ (nếu có) vẫn còn nguyên.",
        "Stopped as asked. The same command goes on from here; earlier results, if any, are untouched.",
    ),
    "plan.paths": ("Có {paths} tệp. Nếu chạy:", "There are {paths} files. A run would:"),
    "plan.new": (
        "  đọc {count} văn bản mới hoặc đã sửa ({size} MB): {files}",
        "  read {count} new or changed documents ({size} MB): {files}",
    ),
    "plan.outdated": (
        "  đọc lại {count} văn bản vì chương trình hoặc tùy chọn đã đổi ({size} MB): {files}",
        "  read {count} again, as the program or the options are others now ({size} MB): {files}",
    ),
    "plan.reused": (
        "  lấy lại kết quả của {count} văn bản không đổi",
        "  take over {count} that are unchanged",
    ),
    "plan.failed": (
        "  không đọc lại {count} tệp lần trước đã hỏng: {files} (thêm --retry-failed để thử lại)",
        "  leave {count} that failed before: {files} (--retry-failed tries again)",
    ),
    "plan.not-read": ("  bỏ qua {count}: {reason}", "  not open {count}: {reason}"),
    "status.short": (
        "Đã đọc được những gì, còn thiếu gì và vì sao.",
        "Say what was read, what was not, and why.",
    ),
    "status.help": (
        "Cho biết kết quả trong thư mục OUT: mỗi tệp đầu vào đã ra sao, và lần chạy dở dang (nếu có) đã "
        "đến đâu.",
        "Say where the folder OUT stands: what became of every input file, and how far a run has come "
        "that has not ended, if there is one.",
    ),
    "status.covered": (
        "{paths} tệp đầu vào, {accounted} tệp đã có kết quả:",
        "Input files: {paths}, accounted for: {accounted}",
    ),
    "status.outcome": ("  {count:>9} {outcome}", "  {count:>9} {outcome}"),
    "outcome.ok": ("đọc được", "read"),
    "outcome.partial": ("đọc được, có lưu ý", "read with warnings"),
    "outcome.failed": ("không đọc được", "failed"),
    "outcome.duplicate": ("trùng nội dung tệp khác", "same content as another file"),
    "outcome.skipped": ("bỏ qua", "passed over"),
    "outcome.waiting": ("chưa đọc", "not yet read"),
    "status.under-way": (
        "Lần chạy chưa xong: đã đọc {done} trong {contents} văn bản ({share}), của {paths} tệp.",
        "A run has not ended: {done} of {contents} documents are read ({share}), of {paths} files.",
    ),
    "status.go-on": (
        "Chạy lại đúng lệnh cchc mine ấy để làm tiếp.",
        "The same cchc mine goes on from there.",
    ),
    "status.none": ("Chưa có kết quả nào hoàn chỉnh.", "There are no finished results yet."),
    "cited.short": (
        "Văn bản nào viện dẫn một số hiệu, ở đâu, ghi thế nào.",
        "Who cites a document number, where, and in which words.",
    ),
    "document.short": (
        "Một văn bản viện dẫn những gì, có số liệu nào.",
        "What one document cites, and its figures.",
    ),
    "figures.short": (
        "Số liệu theo chỉ tiêu, cơ quan, kỳ báo cáo.",
        "Figures by indicator, agency and period.",
    ),
    "search.short": (
        "Tìm trong toàn văn, có dấu hay không dấu.",
        "Search the full texts, with or without tones.",
    ),
    "text.short": (
        "In phần chữ của một tệp, đúng như khi đánh vị trí.",
        "Print the text of a file, as positions count it.",
    ),
    "text.help": (
        "In phần chữ của FILE (UTF-8), đúng từng ký tự như khi đánh vị trí start, end.",
        "Print the text of FILE (UTF-8), exactly the characters that start and end count.",
    ),
    "indicators.short": (
        "Các chỉ tiêu chuẩn, mỗi chỉ tiêu có bao nhiêu số liệu.",
        "List the indicators, and how many figures there are of each.",
    ),
    "compare.short": (
        "Một chỉ tiêu qua các kỳ, giữa các cơ quan; bảng và hình.",
        "Compare one indicator over periods and agencies; draw it.",
    ),
    "reliance.short": (
        "Cơ quan nào viện dẫn văn bản của cơ quan nào.",
        "Tell whose documents cite whose.",
    ),
    "export.short": (
        "Ghi đồ thị viện dẫn, chú giải W3C cho chương trình khác.",
        "Write the graph of citations, or W3C annotations.",
    ),
    "doctor.short": (
        "Kiểm tra máy đã cài đủ những gì cần.",
        "Check that what is needed is installed.",
    ),
    "doctor.help": (
        "Kiểm tra máy đã cài đủ những gì cần; cho biết còn thiếu gì và cách cài.",
        "Check that what is needed is installed; say what is missing and how to get it.",
    ),
    "option.lang": (
        "Ngôn ngữ hiển thị: vi hoặc en (mặc định theo máy).",
        "Language: vi or en (default: the system's).",
    ),
    "option.lexicon": (
        "Thư mục chứa bảng từ điển của riêng đơn vị (.tsv), bổ sung cho từ điển có sẵn (ghi được nhiều lần).",
        "Folder of lexicon tables (.tsv) that extend ours (may be given several times).",
    ),
    "option.json": ("In kết quả dạng JSON.", "Print the result as JSON."),
    "option.version": ("In phiên bản rồi thoát.", "Print the version and exit."),
    "option.help": ("In trang hướng dẫn này rồi thoát.", "Print this help and exit."),
    "help.usage": ("Cách dùng: ", "Usage: "),
    "help.options": ("Tùy chọn", "Options"),
    "help.commands": ("Lệnh", "Commands"),
    "help.required": ("bắt buộc", "required"),
    "help.try": (
        "Gõ '{command} --help' để xem hướng dẫn.",
        "Try '{command} --help' for help.",
    ),
    # -- what is wrong
    "error": ("Lỗi: {message}", "Error: {message}"),
    "warning": ("Lưu ý: {message}", "Warning: {message}"),
    "error.no-command": ("không có lệnh '{name}'", "no such command '{name}'"),
    "error.no-option": ("không có tùy chọn {name}", "no such option {name}"),
    "error.missing": ("thiếu {name}", "{name} is missing"),
    "error.value": (
        "giá trị của {name} không hợp lệ: {message}",
        "bad value for {name}: {message}",
    ),
    "error.choice": (
        "'{value}' không nằm trong: {choices}",
        "'{value}' is not one of: {choices}",
    ),
    "error.number": ("'{value}' không phải là số nguyên", "'{value}' is not a whole number"),
    "error.range": (
        "{value} nằm ngoài khoảng cho phép ({range})",
        "{value} is outside the range {range}",
    ),
    "error.interrupted": (
        "Đã dừng theo yêu cầu. Kết quả cũ (nếu có) vẫn còn nguyên.",
        "Stopped as asked. Earlier results, if any, are untouched.",
    ),
    # -- progress and summary of `mine`
    "progress.find": ("Tìm tệp", "Finding files"),
    "progress.mine": ("Đọc văn bản", "Reading documents"),
    "progress.stop": ("Đọc nốt tệp dở dang", "Finishing files in flight"),
    "progress.files": ("{files} tệp, {speed} tệp/giây", "{files} files, {speed} a second"),
    "progress.failed": ("hỏng: {reasons}", "failed: {reasons}"),
    "progress.link": ("Đối chiếu các văn bản được viện dẫn", "Linking what is cited"),
    "progress.audit": ("Kiểm tra tính nhất quán", "Looking for what does not agree"),
    "progress.write": ("Ghi kết quả", "Writing the results"),
    "summary.read": (
        "Đã đọc {documents} văn bản trong tổng số {paths} tệp.",
        "Documents read: {documents} (files found: {paths}).",
    ),
    "summary.nothing": (
        "Không tìm thấy tệp nào để đọc.",
        "There were no files to read.",
    ),
    "summary.unchanged": (
        "Không có gì thay đổi so với lần chạy trước; kết quả được giữ nguyên.",
        "Nothing has changed since the last run; the results were left as they are.",
    ),
    "summary.reused": (
        "  {count} văn bản không đổi, lấy lại kết quả lần trước",
        "  unchanged since the last run and taken over: {count}",
    ),
    "summary.outdated": (
        "  {count} văn bản đọc lại vì chương trình hoặc tùy chọn đã đổi",
        "  read again, as the program or the options are others now: {count}",
    ),
    "summary.partial": (
        "  {count} văn bản đọc được nhưng có điều cần lưu ý",
        "  read with warnings: {count}",
    ),
    "summary.duplicate": (
        "  {count} tệp trùng nội dung với tệp khác, chỉ tính một lần",
        "  same content as another file, counted once: {count}",
    ),
    "summary.skipped": (
        "  {count} mục bỏ qua (tệp ẩn, tệp hệ thống, lối tắt, vỏ tệp nén)",
        "  passed over (hidden or system files, links, archives as such): {count}",
    ),
    "summary.failed": ("Không đọc được {count} tệp:", "Could not be read: {count}"),
    "summary.reason": ("  - {reason}: {files}", "  - {reason}: {files}"),
    "summary.more": ("{files} và {count} tệp khác", "{files} and {count} more"),
    "summary.found": ("Tìm thấy:", "Found:"),
    "summary.citations": ("lượt viện dẫn văn bản", "citations"),
    "summary.legal": ("văn bản được viện dẫn", "different documents cited"),
    "summary.dates": ("ngày tháng", "dates"),
    "summary.periods": ("kỳ, mốc thời gian", "periods"),
    "summary.agencies": ("lượt nhắc tên cơ quan", "mentions of agencies"),
    "summary.indicators": ("số liệu", "figures"),
    "summary.findings": (
        "Phát hiện: {error} lỗi, {warning} cảnh báo, {info} điểm lưu ý.",
        "Findings: {error} errors, {warning} warnings, {info} remarks.",
    ),
    "summary.where": ("Kết quả nằm trong thư mục {out}:", "The results are in {out}:"),
    "summary.file.citations.csv": ("các lượt viện dẫn", "every citation"),
    "summary.file.figures.csv": ("các số liệu", "every figure"),
    "summary.file.documents.csv": ("các văn bản đã đọc", "the documents read"),
    "summary.file.legal_documents.csv": (
        "các văn bản được viện dẫn",
        "the documents cited",
    ),
    "summary.file.findings.csv": ("những chỗ không khớp", "what does not agree"),
    "summary.file.inputs.csv": (
        "từng tệp đầu vào và kết quả đọc",
        "every input file and what became of it",
    ),
    "summary.programs": (
        "records.jsonl, index.sqlite và các tệp .parquet dành cho phần mềm; tra cứu bằng cchc "
        "cited, document, figures, search, audit.",
        "records.jsonl, index.sqlite and the .parquet files are for programs; ask questions with "
        "cchc cited, document, figures, search, audit.",
    ),
    # -- doctor
    "doctor.ok": ("có", "yes"),
    "doctor.missing": ("thiếu", "missing"),
    "doctor.needed": ("Cần cho mọi việc", "Needed for everything"),
    "doctor.later": (
        "Cần cho một số việc (LibreOffice: .doc, .rtf, .ppt, .odt; tesseract: bản quét; matplotlib: "
        "vẽ hình; spacy, underthesea: dùng với spaCy; fsspec: tệp ở nơi khác; ray: cụm máy)",
        "For some things (LibreOffice: .doc, .rtf, .ppt, .odt; tesseract: scans; matplotlib: pictures; "
        "spacy, underthesea: pipes for spaCy; fsspec: files elsewhere; ray: clusters)",
    ),
    "doctor.get": ("cách cài: {how}", "get it: {how}"),
    "doctor.good": ("Máy đã đủ những gì cần.", "All that is needed is installed."),
    "doctor.bad": (
        "Máy còn thiếu những mục ghi trên.",
        "What is listed above is missing.",
    ),
    "doctor.works": ("dùng được", "works"),
    "sqlite-fts5": ("tìm kiếm toàn văn (SQLite FTS5)", "full-text search (SQLite FTS5)"),
    "tesseract-vie": ("dữ liệu tiếng Việt cho tesseract", "Vietnamese data for tesseract"),
}

CATALOGUE: Mapping[str, tuple[str, str]] = {
    **_MESSAGES,
    **QUESTION_MESSAGES,
    **AUDIT_MESSAGES,
}

_language: ContextVar[Lang | None] = ContextVar("language", default=None)


def use(lang: Lang | None) -> None:
    """Set the language of everything said from now on; null for the locale's."""
    _language.set(lang)


def asked_language() -> Lang | None:
    """The language that the user asked for; null where it is only the locale's."""
    return _language.get()


def language() -> Lang:
    """The language in use."""
    return asked_language() or locale_language(os.environ)


def say(key: str, **values: object) -> str:
    """The message of a key in the language in use; text that is no key stands for itself."""
    sentences = CATALOGUE.get(key)
    if sentences is None:
        return key
    return sentences[LANGUAGES.index(language())].format(**values)


def number(value: int) -> str:
    """A count with its thousands marked as the language does: 1.234 or 1,234."""
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if language() == "vi" else grouped


def locale_language(environ: Mapping[str, str]) -> Lang:
    """Vietnamese unless the locale names another language.

    >>> locale_language({"LANG": "en_US.UTF-8"}), locale_language({"LANG": "C.UTF-8"})
    ('en', 'vi')
    """
    name = next((environ[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(k)), "")
    if not name and os.name == "nt":
        name = _windows_language()
    is_vietnamese = name.lower().startswith("vi") or name.split(".")[0] in ("", "C", "POSIX")
    return "vi" if is_vietnamese else "en"


def _windows_language() -> str:
    import locale

    return locale.getlocale()[0] or ""


def parse_language(value: str) -> Lang | None:
    """The language a user named; null where it is none of ours."""
    return value if value in LANGUAGES else None
