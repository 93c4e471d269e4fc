"""What can stop a file or a run, each with a code and a sentence in Vietnamese and in English.

Codes stand in the data (`inputs.reason`); the sentences are for people.
"""

from __future__ import annotations

from typing import Literal

from ..errors import CchcError, StorageError, UsageError

Lang = Literal["vi", "en"]

# code: (Vietnamese, English).  Reasons of one file first, then what stops a whole run.
_SENTENCES: dict[str, tuple[str, str]] = {
    "unsupported-format": (
        "chưa đọc được định dạng này (hiện đọc được văn bản, PDF, ảnh, Word, Excel, PowerPoint, trang web, "
        "thư điện tử và tệp nén .zip)",
        "this format cannot be read yet (text, PDF, pictures, Word, Excel, PowerPoint, web pages, e-mail "
        "and .zip archives can)",
    ),
    "other-archive": (
        "tệp nén loại này (RAR, 7z, GZ...) chưa mở được; hãy giải nén bằng 7-Zip rồi chạy trên thư mục, "
        "hoặc nén lại thành .zip",
        "archives of this kind (RAR, 7z, GZ...) are not opened; unpack it, for example with 7-Zip, and "
        "mine the folder, or pack it anew as .zip",
    ),
    "outlook-message": (
        "thư của Outlook (.msg) chưa đọc được; hãy mở bằng Outlook và lưu lại dạng .eml, hoặc lưu riêng "
        "các tệp đính kèm",
        "messages of Outlook (.msg) cannot be read; open it in Outlook and save it as .eml, or save what "
        "is attached to it",
    ),
    "unsafe-content": (
        "tệp có khai báo bất thường, có thể gây hại, nên không đọc; nếu tin nguồn gửi, hãy mở bằng "
        "Word hoặc Excel rồi lưu lại",
        "the file declares what office files never do and what may do harm, so it is not read; if you "
        "trust its source, open it in Word or Excel and save it anew",
    ),
    "too-many-cells": (
        "bảng tính có quá nhiều ô (tối đa 200.000 ô có nội dung); hãy giữ lại phần là báo cáo hoặc tách "
        "thành nhiều tệp",
        "the spreadsheet has too many cells (200,000 with content at most); keep what is the report, or "
        "split it into several files",
    ),
    "other-content": (
        "nội dung không phải loại tệp mà đuôi tên tệp nói; hãy đổi lại đuôi cho đúng",
        "the content is not what the ending of the file's name says; give it the right ending",
    ),
    "empty": ("tệp không có chữ nào", "there is no text in the file"),
    "too-large": (
        "tệp quá lớn; nâng giới hạn bằng --max-size nếu cần đọc",
        "the file is too large; raise --max-size to read it",
    ),
    "binary": ("nội dung không phải văn bản", "the content is not text"),
    "legacy-encoding": (
        "có vẻ dùng bảng mã cũ (TCVN3, VNI, Windows-1258); hãy chuyển sang Unicode bằng UniKey "
        "rồi lưu lại dạng UTF-8",
        "looks like an encoding from before Unicode (TCVN3, VNI, Windows-1258); convert it to "
        "Unicode, for example with UniKey, and save it as UTF-8",
    ),
    "undecodable": (
        "chữ trong tệp bị hỏng hoặc sai bảng mã; hãy mở bằng Notepad và lưu lại dạng UTF-8",
        "the letters are damaged or in an unknown encoding; save the file as UTF-8",
    ),
    "malformed": (
        "cấu trúc bên trong tệp bị lỗi nên không đọc hết được",
        "the inner structure of the file is too damaged to be read to its end",
    ),
    "encrypted": (
        "tệp bị khóa bằng mật khẩu; hãy mở bằng mật khẩu và lưu lại bản không khóa",
        "the file is protected by a password; open it and save it without one",
    ),
    "damaged": (
        "tệp bị hỏng, tải về chưa đủ hoặc không đúng với đuôi tệp; hãy lấy lại bản gốc",
        "the file is damaged, was cut off on its way or is not what its ending says; get it again",
    ),
    "no-pages": ("tệp PDF không có trang nào", "the PDF has no pages"),
    "too-many-pages": (
        "tệp PDF có quá nhiều trang (tối đa 2.000); hãy tách thành từng văn bản",
        "the PDF has too many pages (2,000 at most); split it into its documents",
    ),
    "too-large-inside": (
        "dữ liệu nén bên trong tệp lớn bất thường nên không mở, để tránh treo máy",
        "what is packed inside the file is unusually large; it is not opened, to keep the machine safe",
    ),
    "container": (
        "tệp nén: từng tệp bên trong được đọc riêng",
        "an archive: the files in it are read one by one",
    ),
    "too-many-members": (
        "tệp nén có quá nhiều tệp bên trong (tối đa 20.000); hãy giải nén rồi chạy trên thư mục",
        "there are too many files in the archive (20,000 at most); unpack it and mine the folder",
    ),
    "nested-too-deep": (
        "tệp nén lồng trong tệp nén quá nhiều lớp (tối đa 4); hãy giải nén lớp ngoài rồi chạy lại",
        "archives lie in one another too deep (4 at most); unpack the outer ones and run again",
    ),
    "needs-libreoffice": (
        "cần cài LibreOffice (miễn phí, libreoffice.org) để đọc tệp .doc, .rtf, .ppt và .odt; cài xong "
        "chạy lại. Xem cách cài bằng lệnh cchc doctor",
        "LibreOffice (free, libreoffice.org) must be installed to read .doc, .rtf, .ppt and .odt; "
        "install it and run again. The command cchc doctor tells how",
    ),
    "conversion-failed": (
        "LibreOffice không mở được tệp này (hỏng hoặc có mật khẩu); hãy mở bằng Word rồi lưu lại dạng "
        ".docx hoặc .xlsx",
        "LibreOffice cannot open the file (damaged, or protected by a password); open it in Word and "
        "save it as .docx or .xlsx",
    ),
    "conversion-timeout": (
        "LibreOffice mở tệp này quá lâu nên đã dừng; hãy mở bằng Word rồi lưu lại dạng .docx",
        "LibreOffice took too long over the file and was stopped; open it in Word and save it as .docx",
    ),
    "scan-without-ocr": (
        "tệp chỉ gồm ảnh quét, không có chữ; cần cài tesseract (miễn phí) cùng dữ liệu tiếng Việt để nhận "
        "dạng chữ (OCR), cài xong chạy lại. Xem cách cài bằng lệnh cchc doctor",
        "the file holds scanned pictures and no text; tesseract (free) with its Vietnamese data must be "
        "installed to read them; install it and run again. The command cchc doctor tells how",
    ),
    "picture-without-text": (
        "tệp chỉ gồm ảnh và không nhận ra chữ nào trong ảnh; hãy quét lại rõ hơn nếu có chữ",
        "the file holds pictures alone and no text is found in them; scan it again if there is any",
    ),
    "ocr-timeout": (
        "nhận dạng chữ (OCR) một trang quá lâu nên đã dừng; hãy quét lại rõ hơn",
        "reading a page by OCR took too long and was stopped; scan it again, more clearly",
    ),
    "ocr-failed": (
        "tesseract không đọc được ảnh; hãy kiểm tra bằng lệnh cchc doctor",
        "tesseract cannot read the picture; check it with the command cchc doctor",
    ),
    "endless-line": (
        "có dòng dài hơn một triệu ký tự; hãy ngắt thành nhiều dòng rồi chạy lại",
        "a line is longer than a million characters; break it into lines and run again",
    ),
    "unreadable": (
        "không mở được tệp (không có quyền đọc, hoặc tệp đã bị chuyển đi)",
        "the file cannot be opened (no permission, or it is gone)",
    ),
    "unreadable-folder": (
        "không mở được thư mục (không có quyền đọc)",
        "the folder cannot be opened (no permission)",
    ),
    "changed": (
        "tệp bị sửa trong lúc đang đọc; hãy chạy lại",
        "the file changed while it was being read; run again",
    ),
    "extraction-error": (
        "chương trình gặp lỗi khi xử lý tệp này",
        "the program failed on this file",
    ),
    "worker-died": (
        "chương trình bị ngắt đột ngột khi đọc tệp này, cả khi đọc lại riêng; tệp có thể hỏng, hãy mở bằng "
        "phần mềm tạo ra nó rồi lưu lại",
        "the program broke down over this file, alone and for the second time; it may be damaged: open "
        "it in the program that made it and save it anew",
    ),
    "timed-out": (
        "đọc tệp này quá lâu nên đã dừng, cả khi đọc lại riêng; hãy tách nhỏ tệp hoặc tăng thời gian cho "
        "mỗi tệp",
        "the file took too long and was stopped, alone and for the second time; split it or allow more "
        "time for each file",
    ),
    "out-of-memory": (
        "đọc tệp này cần nhiều bộ nhớ hơn mức cho phép; hãy tách nhỏ tệp hoặc tăng bộ nhớ cho mỗi tệp",
        "the file needs more memory than is allowed; split it or allow more memory for each file",
    ),
    "same-content": (
        "trùng nội dung với một tệp khác",
        "the content is that of another file",
    ),
    "system-file": ("tệp ẩn hoặc tệp của hệ thống", "a hidden or system file"),
    "linked-folder": (
        "lối tắt tới một thư mục đã được đọc",
        "a link to a folder that is read anyway",
    ),
    "not-a-file": ("không phải tệp thông thường", "not a regular file"),
    "missing-input": ("không tìm thấy: {path}", "not found: {path}"),
    "missing-package": (
        "cần cài thêm gói để dùng {path}: pip install '{detail}'",
        "{path} needs more packages: pip install '{detail}'",
    ),
    "remote-not-opened": (
        "không mở được {path} ({detail}); hãy kiểm tra địa chỉ, quyền truy cập và các gói cần cài",
        "{path} cannot be opened ({detail}); check the address, the rights to it and what is to be installed",
    ),
    "cluster-not-reached": (
        "không kết nối được cụm Ray {path} ({detail}); hãy kiểm tra địa chỉ và cụm máy có đang chạy không",
        "the Ray cluster {path} cannot be reached ({detail}); check the address, and that it is running",
    ),
    "folder-not-shared": (
        "các máy của cụm Ray không cùng thấy thư mục {path} ({detail}); hãy chọn thư mục dùng chung",
        "the machines of the Ray cluster do not share the folder {path} ({detail}); choose one that they do",
    ),
    "out-is-a-file": (
        "không ghi kết quả vào {path} được vì đó là một tệp; hãy chọn một thư mục",
        "cannot write results to {path}: it is a file; choose a folder",
    ),
    "out-not-writable": (
        "không ghi được vào thư mục {path} ({detail}); hãy chọn thư mục khác hoặc xin quyền ghi",
        "cannot write to the folder {path} ({detail}); choose another or ask for permission",
    ),
    "disk-full": (
        "ổ đĩa chứa {path} đã đầy; kết quả cũ (nếu có) vẫn còn nguyên. Hãy giải phóng dung lượng rồi chạy "
        "lại",
        "the disk that holds {path} is full; earlier results, if any, are untouched. Free some space "
        "and run again",
    ),
    "out-in-use": (
        "tệp {path} đang được mở bằng chương trình khác (Excel?); hãy đóng lại rồi chạy lại. Kết "
        "quả cũ vẫn còn nguyên",
        "{path} is open in another program (Excel?); close it and run again. The earlier results "
        "are untouched",
    ),
    "out-not-mined": (
        "{path} không có kết quả còn nguyên vẹn của cchc mine; hãy chạy cchc mine trước",
        "{path} holds no intact results of cchc mine; run cchc mine first",
    ),
    "out-locked": (
        "một lượt chạy khác đang ghi vào {path}; hãy đợi lượt đó xong",
        "another run is writing to {path}; wait until it has ended",
    ),
    "workers-not-started": (
        "không khởi động được tiến trình đọc tệp ({detail}); hãy đóng bớt chương trình khác rồi chạy lại",
        "the processes that read files cannot be started ({detail}); close other programs and run again",
    ),
}


def explain(code: str, lang: Lang, **values: object) -> str:
    """The sentence for a code; a code that has none stands for itself."""
    sentences = _SENTENCES.get(code)
    if sentences is None:
        return code
    return sentences[lang == "en"].format(**values)


def codes() -> tuple[str, ...]:
    """All codes that have sentences."""
    return tuple(_SENTENCES)


class MissingInputError(UsageError):
    """A path that was named does not exist."""

    def __init__(self, path: str) -> None:
        super().__init__(explain("missing-input", "en", path=path))
        self.code = "missing-input"
        self.values = {"path": path}


class OutputError(StorageError):
    """The results cannot be written; `code` is `disk-full` or one of those that begin `out-`."""

    def __init__(self, code: str, path: object, detail: str = "") -> None:
        super().__init__(explain(code, "en", path=path, detail=detail))
        self.code = code
        self.values = {"path": str(path), "detail": detail}


class MissingPackageError(UsageError):
    """What was asked for needs packages that are not installed; pip knows them as `package`."""

    def __init__(self, asked: str, package: str) -> None:
        super().__init__(explain("missing-package", "en", path=asked, detail=package))
        self.code = "missing-package"
        self.values = {"path": asked, "detail": package}


class RemoteError(UsageError):
    """An input that is not on this machine cannot be opened."""

    def __init__(self, url: str, error: Exception) -> None:
        detail = f"{type(error).__name__}: {error}"
        super().__init__(explain("remote-not-opened", "en", path=url, detail=detail))
        self.code = "remote-not-opened"
        self.values = {"path": url, "detail": detail}


class ClusterError(UsageError):
    """A cluster cannot be worked with; `code` is `cluster-not-reached` or `folder-not-shared`."""

    def __init__(self, code: str, path: object, detail: object) -> None:
        super().__init__(explain(code, "en", path=path, detail=detail))
        self.code = code
        self.values = {"path": str(path), "detail": str(detail)}


class WorkersError(CchcError):
    """The processes that files are read in cannot be started."""

    def __init__(self, detail: str) -> None:
        self.code = "workers-not-started"
        self.values = {"detail": detail}
        super().__init__(explain(self.code, "en", detail=detail))
