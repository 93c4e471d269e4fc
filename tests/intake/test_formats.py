"""Which files are read, and what is said of those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.intake import READABLE, media_type, read_bytes, read_file


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a.txt", "text/plain"),
        ("A.TXT", "text/plain"),
        ("ghi chú.md", "text/markdown"),
        ("b.html", "text/html"),
        ("b.HTM", "text/html"),
        ("c.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.zip!b/c.DOC", "application/msword"),
        ("c.dwg", None),
        ("README", None),
        (".txt", None),
    ],
)
def test_the_ending_says_the_format(name: str, media: str | None) -> None:
    assert media_type(name) == media


def test_other_formats_are_refused_with_the_ones_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "ban-do.dwg"
    path.write_bytes(b"x")
    with pytest.raises(IntakeError) as refusal:
        read_file(path)
    assert refusal.value.code == "unsupported-format"
    assert all(ending in str(refusal.value) for ending in READABLE)


def test_markdown_is_text_as_it_is() -> None:
    text = "# Báo cáo\n\n| a | b |\n|---|---|\n**1.234** hồ sơ\n"
    source = read_bytes(text.encode(), "a.md")
    assert (source.text, source.media_type, source.source) == (text, "text/markdown", "a.md")


def test_a_file_above_the_limit_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x" * 100)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("was read"))
    with pytest.raises(IntakeError) as refusal:
        read_file(path, limit=99)
    assert refusal.value.code == "too-large"


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")]
)
def test_a_file_that_cannot_be_opened_is_unreadable(
    error: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")

    def refuse(self: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(IntakeError, match=str(error.strerror)) as refusal:
        read_file(path)
    assert refusal.value.code == "unreadable"


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(IntakeError) as refusal:
        read_file(tmp_path / "a.txt")
    assert refusal.value.code == "unreadable"


@pytest.mark.parametrize("name", ["dong.txt", "dong.html"])
@pytest.mark.parametrize("unit", ["a", "Tỷ lệ hồ sơ đúng hạn đạt 98,5%. ", "1.234 "])
def test_one_line_of_many_megabytes_ends_soon_with_a_clear_refusal(name: str, unit: str) -> None:
    data = (unit * (16_000_000 // len(unit))).encode()
    with pytest.raises(IntakeError) as refusal:
        read_bytes(data, name)
    assert refusal.value.code == "endless-line"


def test_a_whole_report_on_one_line_is_read() -> None:
    text = "Tỷ lệ hồ sơ đúng hạn đạt 98,5%. " * 20_000
    assert read_bytes(text.encode(), "a.txt").text == text
