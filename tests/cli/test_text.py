"""`cchc text`: exactly the text that offsets index."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .support import call

TEXT = "Báo cáo\r\nsố 12\n\nquý II\r năm 2023\u2028…"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_text_is_printed_code_point_for_code_point(codec: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(codec))
    assert call("text", path).data == TEXT.encode()


def test_the_bytes_reach_a_pipe_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    command = [sys.executable, "-m", "cchc_mining", "text", str(path)]
    assert subprocess.run(command, capture_output=True, check=True).stdout == TEXT.encode()


def test_the_text_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>Báo cáo</p><p>quý II</p>", encoding="utf-8")
    assert call("text", path).data == "Báo cáo\nquý II".encode()


@pytest.mark.parametrize(
    ("name", "data", "vi", "en"),
    [
        ("a.txt", b"", "không có chữ nào", "no text"),
        ("a.dwg", b"x", "chưa đọc được định dạng này", "cannot be read yet"),
        ("a.txt", b"\x00\x01\x02\x03", "không phải văn bản", "not text"),
    ],
)
def test_what_cannot_be_read_is_said(
    name: str, data: bytes, vi: str, en: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for lang, words in (("vi", vi), ("en", en)):
        called = call("text", path, "--lang", lang)
        assert (called.code, called.out) == (2, "")
        assert words in called.err
