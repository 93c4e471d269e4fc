"""Old formats through LibreOffice, which need not be installed where the tests run."""

from __future__ import annotations

import stat
import sys
import tempfile
import time
from pathlib import Path

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.intake import libreoffice, read_bytes

from .office import opendocument

RTF = b"{\\rtf1\\ansi B\\u225?o c\\u225?o\\par {\\b Qu\\u253?} II{\\super\\chftn{\\footnote ng\\u224?y 1/7/2024}}}"

FRAME = '<draw:frame svg:width="9cm" svg:height="3cm" svg:x="1cm" svg:y="1cm"><draw:text-box>'
SLIDES = opendocument(
    "presentation",
    f'<draw:page draw:name="a">{FRAME}<text:p>Kết quả quý II</text:p></draw:text-box></draw:frame>'
    f"<presentation:notes>{FRAME}<text:p>Nhắc lãnh đạo</text:p></draw:text-box></draw:frame>"
    "</presentation:notes></draw:page>",
)

installed = pytest.mark.skipif(
    not libreoffice.find_program(), reason="LibreOffice is not installed"
)
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    return tmp_path / "tmp"


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(libreoffice, "find_program", lambda: str(program))


@installed
def test_rtf_is_read_with_its_notes(temporary: Path) -> None:
    source = read_bytes(RTF, "a.rtf")
    assert source.text == "Báo cáo\nQuý II¹\n¹ ngày 1/7/2024"
    assert (source.media_type, source.warnings) == ("application/rtf", ())
    assert not list(temporary.iterdir())


@installed
@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        (
            "a.odt",
            opendocument(
                "text",
                "<text:h>Báo cáo</text:h><table:table><table:table-column/><table:table-column/>"
                "<table:table-row><table:table-cell><text:p>Hồ sơ</text:p></table:table-cell>"
                "<table:table-cell><text:p>5</text:p></table:table-cell></table:table-row>"
                "<table:table-row><table:table-cell><text:p>Đơn</text:p></table:table-cell>"
                "<table:table-cell><text:p>6</text:p></table:table-cell></table:table-row></table:table>"
                '<text:p>Chính phủ<text:note text:note-class="footnote"><text:note-citation>1'
                "</text:note-citation><text:note-body><text:p>Ghi chú</text:p></text:note-body>"
                "</text:note></text:p>",
            ),
            "Báo cáo\nHồ sơ\t5\nĐơn\t6\nChính phủ¹\n¹ Ghi chú",
        ),
        (
            "a.ods",
            opendocument(
                "spreadsheet",
                '<table:table table:name="Phụ lục 1"><table:table-row>'
                '<table:table-cell office:value-type="string"><text:p>Sở Nội vụ</text:p></table:table-cell>'
                '<table:table-cell office:value-type="float" office:value="12.5"/></table:table-row>'
                "</table:table>",
            ),
            "Phụ lục 1\nSở Nội vụ\t12,5",
        ),
        ("a.odp", SLIDES, "Kết quả quý II"),
    ],
)
def test_open_documents_are_read(name: str, data: bytes, text: str) -> None:
    assert read_bytes(data, name).text == text


@installed
def test_old_presentations_are_read_without_the_notes_of_the_speaker() -> None:
    old = libreoffice.convert(SLIDES, ".odp", ".ppt", "a.odp")
    source = read_bytes(old, "a.ppt")
    assert (source.text, source.media_type) == ("Kết quả quý II", "application/vnd.ms-powerpoint")


def test_without_it_the_reason_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_program", lambda: None)
    with pytest.raises(IntakeError, match="install") as refusal:
        read_bytes(RTF, "a.rtf")
    assert refusal.value.code == "needs-libreoffice"


@on_posix
def test_what_takes_too_long_is_ended_with_all_it_started(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = tmp_path / "later"
    stand_in(tmp_path, monkeypatch, f"(sleep 2; touch {later}) &\nsleep 60")
    monkeypatch.setattr(libreoffice, "SECONDS", 0.5)
    start = time.monotonic()
    with pytest.raises(IntakeError) as refusal:
        read_bytes(RTF, "a.rtf")
    assert refusal.value.code == "conversion-timeout"
    assert time.monotonic() - start < 10
    assert not list(temporary.iterdir())
    time.sleep(2)
    assert not later.exists()


@on_posix
def test_what_it_cannot_open_is_told_with_its_complaint(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "echo source file could not be loaded >&2")
    with pytest.raises(IntakeError, match="could not be loaded") as refusal:
        read_bytes(RTF, "a.rtf")
    assert refusal.value.code == "conversion-failed"
    assert not list(temporary.iterdir())


@on_posix
def test_it_gets_a_profile_of_its_own_and_nothing_of_the_users(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    monkeypatch.setenv("SECRET", "x")
    stand_in(tmp_path, monkeypatch, f'(env; echo "$@"; cat profile/user/*.xcu) > {told}')
    with pytest.raises(IntakeError):
        read_bytes(RTF, "a.rtf")
    text = told.read_text()
    assert "SECRET" not in text
    assert f"HOME={temporary}" in text
    assert "-env:UserInstallation=file://" in text
    assert "DisableMacrosExecution" in text
