"""What can be wrong with what is kept, with a sentence in Vietnamese and in English."""

from __future__ import annotations

from typing import Literal

from ..errors import StorageError

Lang = Literal["vi", "en"]

# code: (Vietnamese, English)
_SENTENCES: dict[str, tuple[str, str]] = {
    "kept-not-readable": (
        "không đọc được {path} ({detail})",
        "{path}: cannot be read ({detail})",
    ),
    "kept-not-writable": (
        "không ghi được {path} ({detail}); hãy xin quyền ghi hoặc chép kho ra nơi ghi được",
        "{path}: cannot be written ({detail}); ask for permission, or copy the archive to where "
        "you may write",
    ),
    "register-damaged": (
        "{path}, dòng {line}: danh mục bị hỏng; hãy nạp lại bằng cchc register import",
        "{path}, line {line}: the register is damaged; import it again with cchc register import",
    ),
}


def explain(code: str, lang: Lang, **values: object) -> str:
    """The sentence for a code; a code that has none stands for itself."""
    sentences = _SENTENCES.get(code)
    return sentences[lang == "en"].format(**values) if sentences else code


class KeepingError(StorageError):
    """What is kept cannot be read or written; `code` tells why, `values` what its sentence names."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(explain(code, "en", **values))
        self.code = code
        self.values = values
