"""`cchc mine`: what the user is told, and how it ends."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest

from cchc_mining import pipeline
from cchc_mining.cli.progress import progress_bar
from cchc_mining.errors import LexiconError
from cchc_mining.intake import DEFAULT_LIMIT
from cchc_mining.records import decode
from cchc_mining.run import Limits, Serial, read_manifest

from .support import call


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/6/2023, đã giải quyết 1.234 hồ sơ.", "utf-8"
    )
    (folder / "b.txt").write_text("Báo cáo số 3/BC-STP ngày 06/7/2023", "utf-8")
    return folder


def results(out: Path) -> dict[str, bytes]:
    files = (path for path in out.iterdir() if path.is_file() and path.name != "mine.log")
    return {path.name: path.read_bytes() for path in files}


def test_all_read_ends_with_0_and_says_what_was_found_and_where(
    archive: Path, tmp_path: Path
) -> None:
    called = call("mine", archive, "--out", tmp_path / "out", "--lang", "vi")
    assert called.code == 0
    assert called.err == ""
    lines = called.out.splitlines()
    assert lines[0] == "Đã đọc 2 văn bản trong tổng số 2 tệp."
    assert "Tìm thấy:" in lines
    assert re.search(r"^ +\d+ lượt viện dẫn văn bản$", called.out, re.M)
    assert f"Kết quả nằm trong thư mục {tmp_path / 'out'}:" in lines
    assert re.search(r"^  citations\.csv +các lượt viện dẫn$", called.out, re.M)


def test_some_failed_ends_with_2_and_groups_the_reasons(archive: Path, tmp_path: Path) -> None:
    for i in range(5):
        (archive / f"anh{i}.gif").write_bytes(b"GIF89a" + bytes([i]))
    (archive / "trong.txt").write_text("")
    (archive / "ban-sao.txt").write_bytes((archive / "a.txt").read_bytes())
    (archive / "~$mo.docx").write_text("x")
    called = call("mine", archive, "--out", tmp_path / "out", "--lang", "en")
    assert called.code == 2
    assert "Could not be read: 6" in called.out
    assert (
        "  - this format cannot be read yet (text, PDF, pictures, Word, Excel, PowerPoint, web pages, e-mail "
        "and .zip archives can): "
        "anh0.gif, anh1.gif, anh2.gif and 2 more" in called.out
    )
    assert "  - there is no text in the file: trong.txt" in called.out
    assert "same content as another file, counted once: 1" in called.out
    assert "passed over (hidden or system files, links, archives as such): 1" in called.out


def test_running_again_says_that_nothing_changed(archive: Path, tmp_path: Path) -> None:
    call("mine", archive, "--out", tmp_path / "out", "--lang", "en")
    again = call("mine", archive, "--out", tmp_path / "out", "--lang", "en")
    assert "Nothing has changed since the last run" in again.out
    (archive / "c.txt").write_text("ngày 07/8/2023", "utf-8")
    more = call("mine", archive, "--out", tmp_path / "out", "--lang", "en")
    assert "unchanged since the last run and taken over: 2" in more.out


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    called = call("mine", tmp_path / "in", "--out", tmp_path / "out", "--lang", "en")
    assert (called.code, called.out) == (0, "There were no files to read.\n")


def test_context_and_limit_reach_the_records(archive: Path, tmp_path: Path) -> None:
    (archive / "lon.txt").write_bytes(b"x" * ((1 << 20) + 1))
    called = call(
        "mine", archive, "--out", tmp_path / "out", "--province", "Lâm Hải",
        "--agency", "Sở Nội vụ", "--year", "2023", "--max-size", "1", "--lang", "en",
    )  # fmt: skip
    assert "the file is too large" in called.out
    line = (tmp_path / "out" / "records.jsonl").read_bytes().splitlines()[0]
    given = decode(line).given
    assert given is not None
    assert (given.province, given.agency, given.year) == ("Lâm Hải", "Sở Nội vụ", 2023)


def test_tables_for_people_are_vietnamese_unless_asked_otherwise(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    write = pipeline.write_tables
    monkeypatch.setattr(
        pipeline,
        "write_tables",
        lambda index, out, lang, kept: (asked.append(lang), write(index, out, lang, kept)),
    )
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    called = call("mine", archive, "--out", tmp_path / "1")
    assert called.out.startswith("Documents read")
    call("mine", archive, "--out", tmp_path / "2", "--lang", "en")
    assert asked == ["vi", "en"]


def test_a_name_that_would_move_the_cursor_is_tamed(archive: Path, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("no such names on Windows")
    (archive / "x\x1b[2J\n.txt").write_text("")
    called = call("mine", archive, "--out", tmp_path / "out", "--lang", "en")
    assert "x?[2J?.txt" in called.out
    assert "\x1b" not in called.out


@pytest.mark.parametrize(
    ("error", "vi", "en"),
    [
        (PermissionError(errno.EACCES, "denied"), "không ghi được vào thư mục", "cannot write to"),
        (OSError(errno.ENOSPC, "full"), "đã đầy", "is full"),
    ],
)
def test_results_that_cannot_be_written_end_with_4(
    error: OSError,
    vi: str,
    en: str,
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: object, **settings: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "write_tables", fail)
    for lang, words in (("vi", vi), ("en", en)):
        called = call("mine", archive, "--out", tmp_path / "out", "--lang", lang)
        assert (called.code, called.out) == (4, "")
        assert words in called.err
        assert str(tmp_path / "out") in called.err
        assert called.err.count("\n") == 1
    assert results(tmp_path / "out") == {}


def test_out_that_is_a_file_ends_with_4(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    called = call("mine", archive, "--out", tmp_path / "out", "--lang", "vi")
    assert called.code == 4
    assert "đó là một tệp" in called.err


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
def test_an_interrupted_run_ends_with_130_and_leaves_the_results(
    archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    call("mine", archive, "--out", out)
    before = results(out)
    for i in range(3000):
        (archive / f"{i}.txt").write_text(f"Báo cáo số {i}/BC-UBND ngày 05/6/2023\n" * 50, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "cchc_mining", "mine", str(archive), "--out", str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    journal = out / ".cchc-work" / "journal"
    size = journal.stat().st_size
    while journal.stat().st_size < size + 10_000:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.decode("utf-8").count("\n") <= 2
    assert results(out) == before
    assert "go on" in err.decode() or "làm tiếp" in err.decode()


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
def test_a_second_interrupt_does_not_wait_for_the_file_in_flight(tmp_path: Path) -> None:
    out, slow = tmp_path / "out", tmp_path / "lon.txt"
    log = out / "mine.log"
    slow.write_text("Báo cáo số 3/BC-STP ngày 06/7/2023, đạt 95,5%.\n" * 400_000, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "cchc_mining", "mine", str(slow), "--out", str(out), "--lang", "en"],
        stderr=subprocess.PIPE,
        text=True,
    )
    for said in ("Reading documents", "Finishing files in flight"):
        while not (log.exists() and said in log.read_text("utf-8")):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    # a worker that was just being started may complain behind it that nobody speaks to it any more
    told = "Stopped as asked. The same command goes on from here"
    assert any(line.startswith(told) for line in err.splitlines())
    assert results(out) == {}


@pytest.mark.parametrize(
    ("given", "limits", "size"),
    [
        ((), Limits(), DEFAULT_LIMIT),
        (("--timeout", 7, "--memory", 100), Limits(seconds=7, memory=100 << 20), DEFAULT_LIMIT),
        (("--max-size", 3), Limits(), 3 << 20),
    ],
)
def test_limits_reach_the_manifest(
    given: tuple[object, ...], limits: Limits, size: int, archive: Path, tmp_path: Path
) -> None:
    assert call("mine", archive, "--out", tmp_path / "out", *given).code == 0
    made = read_manifest(tmp_path / "out")
    assert made is not None
    assert (made.options.limits, made.options.limit) == (limits, size)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_help_tells_the_limits_that_hold(lang: str) -> None:
    told = call("mine", "--help", "--lang", lang).out
    for value in (Limits().seconds, Limits().memory >> 20, DEFAULT_LIMIT >> 20):
        assert re.search(rf"\b{value}\b", told)


def test_a_lexicon_that_is_spoilt_meanwhile_stops_the_run(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract(*_: object) -> NoReturn:
        raise LexiconError("units.tsv, line 3: 2 cells, but there are 5 columns")

    monkeypatch.setattr("cchc_mining.mining.extract_job", extract)
    monkeypatch.setattr(pipeline, "engine_named", lambda *_, stop, **__: Serial(stop))
    called = call("mine", archive, "--out", tmp_path / "out", "--lang", "en")
    assert called.code == 1
    assert called.err == "Error: units.tsv, line 3: 2 cells, but there are 5 columns\n"
    assert not (tmp_path / "out").exists() or results(tmp_path / "out") == {}


def test_progress_is_silent_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar() as tell:
        tell("mine", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_progress_goes_to_a_terminal_on_stderr(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with progress_bar() as tell:
        for stage, done, whole in (("find", 1, 0), ("mine", 1, 2), ("link", 0, 0), ("write", 0, 0)):
            tell(stage, done, whole)
    out, err = capsys.readouterr()
    assert out == ""
    assert err


def test_a_dry_run_says_what_would_be_done(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    planned = call("mine", archive, "--out", out, "--dry-run", "--lang", "en")
    assert planned.code == 0
    assert "read 2 new or changed documents (1 MB): a.txt, b.txt" in planned.out
    assert not out.exists()
    (archive / "trong.txt").write_text("")
    call("mine", archive, "--out", out)
    planned = call("mine", archive, "--out", out, "--dry-run", "--lang", "en")
    assert "take over 2 that are unchanged" in planned.out
    assert "leave 1 that failed before: trong.txt" in planned.out


def test_status_accounts_for_every_file(archive: Path, tmp_path: Path) -> None:
    (archive / "trong.txt").write_text("")
    (archive / "sao.txt").write_bytes((archive / "a.txt").read_bytes())
    missing = call("status", tmp_path / "out", "--lang", "en")
    assert missing.code == 4
    call("mine", archive, "--out", tmp_path / "out")
    lines = call("status", tmp_path / "out", "--lang", "en").out.splitlines()
    assert lines[0] == "Input files: 4, accounted for: 4"
    assert [line.split(maxsplit=1) for line in lines[1:4]] == [
        ["2", "read"], ["1", "failed"], ["1", "same content as another file"],
    ]  # fmt: skip
    assert "there is no text in the file: trong.txt" in lines[4]


def test_the_log_tells_what_happened_and_why_files_failed(archive: Path, tmp_path: Path) -> None:
    (archive / "trong.txt").write_text("")
    call("mine", archive, "--out", tmp_path / "out", "--lang", "en")
    log = (tmp_path / "out" / "mine.log").read_text("utf-8")
    assert re.search(r"^2\d{3}-\d\d-\d\d .*  Reading documents$", log, re.M)
    assert "trong.txt: there is no text in the file (empty)" in log
    assert "3 files" in log


def test_inputs_may_be_urls(archive: Path, tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="needs fsspec: pip install 'cchc-mining[remote]'")
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as made:
        for path in archive.iterdir():
            made.write(path, path.name)
    for place, out in ((archive, "here"), (f"zip://::{tmp_path}/in.zip", "there")):
        assert call("mine", str(place), "--out", str(tmp_path / out)).code == 0
    assert results(tmp_path / "here") == results(tmp_path / "there")


def test_without_ray_it_says_what_to_install(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    told = call("mine", str(archive), "--out", str(tmp_path / "out"), "--engine", "ray")
    assert told.code == 1
    assert "pip install 'cchc-mining[ray]'" in told.err
