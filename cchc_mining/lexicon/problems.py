"""What can be wrong with a table or with a folder of them, in Vietnamese and in English."""

from __future__ import annotations

from typing import ClassVar

from ..errors import Explained, LexiconError, UsageError


class TableError(Explained, LexiconError):
    """A table that cannot be read as one."""

    SENTENCES: ClassVar = {
        "not-readable": (
            "không đọc được {path} ({detail})",
            "{path}: cannot be read ({detail})",
        ),
        "not-utf-8": (
            "{path}: không phải UTF-8; hãy lưu lại dạng UTF-8 (Excel: CSV UTF-8, rồi đổi dấu phân cách "
            "thành Tab)",
            "{path}: not in UTF-8; save it as UTF-8",
        ),
        "no-columns": (
            "{path}: không có dòng tên cột; dòng đầu tiên (sau các dòng ghi chú bắt đầu bằng #) phải là: "
            "{columns}",
            "{path}: no line of column names; the first line that does not begin with # must name them: "
            "{columns}",
        ),
        "unknown-columns": (
            "{path}, dòng {line}: không có cột {names}; các cột là {columns}",
            "{path}, line {line}: unknown columns {names}; the columns are {columns}",
        ),
        "missing-columns": (
            "{path}, dòng {line}: thiếu cột {names}; nếu không có gì để ghi thì để ô trống",
            "{path}, line {line}: missing columns {names}; leave their cells empty if there is nothing to say",
        ),
        "number-of-cells": (
            "{path}, dòng {line}: có {count} ô nhưng có {wanted} cột; các ô cách nhau bằng phím Tab, ô trống "
            "cũng phải có Tab",
            "{path}, line {line}: {count} cells, but there are {wanted} columns; a tab stands between cells, "
            "beside empty ones too",
        ),
        "blanks": (
            "{path}, dòng {line}, cột {column}: thừa dấu cách ở đầu hoặc cuối ô '{cell}'; hãy xóa đi",
            "{path}, line {line}, column {column}: blanks around '{cell}'; take them away",
        ),
        "not-nfc": (
            "{path}, dòng {line}, cột {column}: '{cell}' gõ bằng Unicode tổ hợp; hãy gõ lại hoặc chuyển sang "
            "Unicode dựng sẵn (UniKey)",
            "{path}, line {line}, column {column}: '{cell}' is not NFC; type it with precomposed letters",
        ),
        "needed": (
            "{path}, dòng {line}, cột {column}: không được để trống",
            "{path}, line {line}, column {column}: this cell may not be empty",
        ),
        "not-a-number": (
            "{path}, dòng {line}, cột {column}: '{cell}' không phải là số; ghi như 0.5 hoặc 1000",
            "{path}, line {line}, column {column}: '{cell}' is not a number; write 0.5 or 1000",
        ),
        "not-a-year": (
            "{path}, dòng {line}, cột {column}: '{cell}' không phải là năm; ghi như 2025",
            "{path}, line {line}, column {column}: '{cell}' is not a year; write 2025",
        ),
        "not-a-month": (
            "{path}, dòng {line}, cột {column}: '{cell}' không phải là năm hoặc tháng; ghi 2025 hoặc 2025-07",
            "{path}, line {line}, column {column}: '{cell}' is no year or month; write 2025 or 2025-07",
        ),
        "not-a-day": (
            "{path}, dòng {line}, cột {column}: '{cell}' không phải là ngày; ghi như 2025-07-01",
            "{path}, line {line}, column {column}: '{cell}' is not a day; write 2025-07-01",
        ),
        "not-a-choice": (
            "{path}, dòng {line}, cột {column}: '{cell}' không nằm trong: {choices}",
            "{path}, line {line}, column {column}: '{cell}' is not one of: {choices}",
        ),
        "same-key": (
            "{path}, dòng {line}: trùng {columns} với dòng {first} ({key}); hãy bỏ một trong hai dòng",
            "{path}, line {line}: the key {key} ({columns}) stands in line {first}; take one of them away",
        ),
    }  # fmt: skip


class ExtendingError(Explained, UsageError):
    """A folder that cannot extend the lexicon, or not any more."""

    SENTENCES: ClassVar = {
        "no-folder": (
            "{path}: không có thư mục từ điển này",
            "{path}: there is no such folder of lexicon tables",
        ),
        "no-tables": (
            "{path}: không có bảng .tsv nào; các bảng có thể có là {tables}",
            "{path}: there is no table in it; tables are called {tables}",
        ),
        "unknown-table": (
            "{path}: không có bảng tên như vậy; các bảng có thể có là {tables}",
            "{path}: there is no table of that name; tables are called {tables}",
        ),
        "separator": (
            "{path}: tên thư mục từ điển không được chứa ký tự '{separator}'; hãy đổi tên",
            "{path}: a folder of lexicon tables may not have '{separator}' in its name; rename it",
        ),
        "too-late": (
            "{path}: từ điển đã được dùng, không bổ sung được nữa; hãy bổ sung trước khi đọc văn bản đầu tiên "
            "(trong chương trình Python: gọi Lexicon.extend ngay từ đầu)",
            "{path}: the lexicon is in use and can no longer be extended; call Lexicon.extend first, before "
            "anything is mined or asked",
        ),
    }  # fmt: skip
