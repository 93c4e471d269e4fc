"""What can be wrong with an index or a question, with a sentence in Vietnamese and in English."""

from __future__ import annotations

from typing import Literal

from ..errors import StorageError, UsageError

Lang = Literal["vi", "en"]

# code: (Vietnamese, English)
_SENTENCES: dict[str, tuple[str, str]] = {
    "index-missing": (
        "không thấy chỉ mục {path}; hãy tạo bằng lệnh `cchc mine ... --out`",
        "{path}: there is no index here; make one with `cchc mine ... --out`",
    ),
    "index-foreign": (
        "{path} không phải chỉ mục của cchc; hãy chọn tệp hoặc thư mục khác",
        "{path}: not an index of cchc; name another file or folder",
    ),
    "index-newer": (
        "{path} do một bản cchc mới hơn tạo ra (chỉ mục phiên bản {found}, bản này chỉ đọc được "
        "đến {known}); hãy cập nhật cchc-mining",
        "{path}: made by a newer cchc (index version {found}, this one knows {known}); update "
        "cchc-mining",
    ),
    "index-older": (
        "{path} do một bản cchc cũ hơn tạo ra (chỉ mục phiên bản {found}); hãy chạy lại "
        "`cchc mine` để tạo lại",
        "{path}: made by an older cchc (index version {found}); run `cchc mine` again to rebuild it",
    ),
    "index-damaged": (
        "{path} bị hỏng hoặc không phải chỉ mục của cchc ({detail}); hãy chạy lại `cchc mine` để "
        "tạo lại",
        "{path}: damaged or no index of cchc ({detail}); run `cchc mine` again to rebuild it",
    ),
    "index-in-use": (
        "{path} đang được một chương trình khác dùng; hãy đợi chương trình đó xong",
        "{path}: in use by another program; wait until it has finished",
    ),
    "index-disk-full": (
        "ổ đĩa chứa {path} đã đầy; hãy giải phóng dung lượng rồi chạy lại",
        "{path}: the disk is full; make room and run again",
    ),
    "index-unusable": (
        "không dùng được {path} ({detail})",
        "{path}: cannot be used ({detail})",
    ),
    "no-such-document": (
        "không có văn bản nào là {name} trong {path}",
        "{name}: no such document in {path}",
    ),
    "several-documents": (
        "{name} ứng với {count} văn bản ({some} ...); hãy ghi rõ hơn",
        "{name}: stands for {count} documents ({some} ...); say more of it",
    ),
    "no-such-period": (
        "'{period}' không phải là một kỳ; hãy ghi như {forms}",
        "'{period}' is no period; write it like {forms}",
    ),
    "no-such-indicator": (
        "không có chỉ tiêu nào là '{name}'{nearest_vi}; `cchc indicators` liệt kê mọi chỉ tiêu",
        "'{name}': no such indicator{nearest_en}; `cchc indicators` lists them all",
    ),
    "several-indicators": (
        "'{name}' ứng với nhiều chỉ tiêu: {some}; hãy ghi mã của một chỉ tiêu",
        "'{name}' stands for several indicators: {some}; give the id of one",
    ),
    "nothing-to-draw": (
        "không có số liệu nào của chỉ tiêu '{name}' ứng với các điều kiện này để vẽ",
        "'{name}': no figures meet these conditions; there is nothing to draw",
    ),
    "charts-missing": (
        "chưa cài matplotlib để vẽ hình; hãy cài bằng: pip install 'cchc-mining[charts]'",
        "matplotlib, which draws, is not installed; install it: pip install 'cchc-mining[charts]'",
    ),
    "no-such-agency": (
        "không có số liệu nào của '{name}'; có của {some} ...",
        "'{name}': no figures of such an agency; there are those of {some} ...",
    ),
    "no-such-finding": (
        "không có phát hiện nào có mã {name}; xem mã bằng lệnh cchc audit",
        "{name}: no finding has this id; cchc audit tells the ids",
    ),
    "several-findings": (
        "{name} ứng với {count} phát hiện ({some} ...); hãy ghi dài hơn",
        "{name}: stands for {count} findings ({some} ...); give more of the id",
    ),
    "nothing-to-search": (
        "không có gì để tìm trong '{text}'; hãy ghi ít nhất một từ hoặc một số",
        "nothing to search for in '{text}'; give at least one word or number",
    ),
}


def explain(code: str, lang: Lang, **values: object) -> str:
    """The sentence for a code."""
    return _SENTENCES[code][lang == "en"].format(**values)


class UnusableIndexError(StorageError):
    """The file cannot be used as an index; `code` tells why, `values` what its sentence names."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(explain(code, "en", **values))
        self.code = code
        self.values = values


class QuestionError(UsageError):
    """A question that has no meaning here; `code` and `values` as in UnusableIndexError."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(explain(code, "en", **values))
        self.code = code
        self.values = values
