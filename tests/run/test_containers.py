"""Every member of a container ends in one outcome, in the order of names."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from cchc_mining.run import Input, Options, hashing, identify, walk

from .support import Result, mine, verdicts

TEXT = "Quyết định số 12/QĐ-UBND ngày 05/7/2024 của UBND tỉnh Lâm Hải"


def zipped(**members: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def message(*attached: tuple[str, bytes]) -> bytes:
    made = EmailMessage()
    made["From"] = "vanthu@lamhai.gov.vn"
    made["Subject"] = "Gửi báo cáo"
    made.set_content("Kính gửi Sở Nội vụ")
    for name, data in attached:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(made)


def mined(folder: Path, limit: int = 1 << 20) -> dict[str, Result]:
    return mine(folder, Options(limit=limit))


def found(folder: Path) -> list[Input]:
    return list(identify(walk([folder])))


def test_members_are_documents_of_their_own(tmp_path: Path) -> None:
    inner = zipped(a_txt="Báo cáo", b_txt=TEXT)
    (tmp_path / "a.zip").write_bytes(zipped(b__c_txt=TEXT, d_zip=inner, e_gif="x", f_txt=""))
    (tmp_path / "a.zip 2.txt").write_text("Báo cáo khác", "utf-8")
    (tmp_path / "b.eml").write_bytes(message(("Số 1.txt", TEXT.encode()), ("x.zip", b"PK\x03\x04")))
    outcomes = mined(tmp_path)
    assert verdicts(outcomes) == {
        "a.zip": ("skipped", "container"),
        "a.zip 2.txt": ("ok", None),
        "a.zip!b/c.txt": ("ok", None),
        "a.zip!d.zip": ("skipped", "container"),
        "a.zip!d.zip!a.txt": ("ok", None),
        "a.zip!d.zip!b.txt": ("duplicate", "same-content"),
        "a.zip!e.gif": ("failed", "unsupported-format"),
        "a.zip!f.txt": ("failed", "empty"),
        "b.eml": ("ok", None),
        "b.eml!Số 1.txt": ("duplicate", "same-content"),
        "b.eml!x.zip": ("failed", "damaged"),
    }
    outcome, record = outcomes["a.zip!b/c.txt"]
    assert record is not None
    assert outcome.paths == ("a.zip!b/c.txt", "a.zip!d.zip!b.txt", "b.eml!Số 1.txt")
    assert record.citations[0].number == "12/QĐ-UBND"
    assert outcomes["a.zip"].outcome.row.doc_id is None


def test_two_archives_of_one_content(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        (tmp_path / name).write_bytes(zipped(a_txt=TEXT))
    assert verdicts(mined(tmp_path)) == {
        "a.zip": ("skipped", "container"),
        "a.zip!a.txt": ("ok", None),
        "b.zip": ("skipped", "container"),
        "b.zip!a.txt": ("duplicate", "same-content"),
    }


def test_what_systems_leave_in_archives_is_passed_over(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("__MACOSX/._a.txt", "b/Thumbs.db", "b/~$a.docx", "a.txt"):
            archive.writestr(name, TEXT)
    (tmp_path / "a.zip").write_bytes(file.getvalue())
    reasons = [(item.name, item.reason) for item in found(tmp_path)][1:]
    assert reasons == [
        ("a.zip!__MACOSX/._a.txt", "system-file"),
        ("a.zip!a.txt", None),
        ("a.zip!b/Thumbs.db", "system-file"),
        ("a.zip!b/~$a.docx", "system-file"),
    ]


def test_archives_in_archives_end(tmp_path: Path) -> None:
    data = zipped(a_txt=TEXT)
    for _ in range(8):
        data = zipped(a_zip=data)
    (tmp_path / "a.zip").write_bytes(data)
    *opened, last = mined(tmp_path).values()
    assert {one.outcome.row.reason for one in opened} == {"container"}
    assert (last.outcome.row.outcome, last.outcome.row.reason) == ("failed", "nested-too-deep")
    assert last.outcome.row.path == "a.zip" + "!a.zip" * 4


def test_bombs_end_in_rows_that_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(a_txt=b"\0" * 30_000_000, b_txt=TEXT))
    assert verdicts(mined(tmp_path)) == {
        "a.zip": ("skipped", "container"),
        "a.zip!a.txt": ("failed", "too-large-inside"),
        "a.zip!b.txt": ("ok", None),
    }
    monkeypatch.setattr(hashing, "MOST_UNPACKED", 100)
    (tmp_path / "a.zip").write_bytes(zipped(a_txt=TEXT, b_txt=TEXT))
    assert verdicts(mined(tmp_path)) == {
        "a.zip": ("skipped", "container"),
        "a.zip!a.txt": ("ok", None),
        "a.zip!b.txt": ("failed", "too-large-inside"),
    }


def test_too_many_members_in_all_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashing, "MOST_MEMBERS", 3)
    (tmp_path / "a.zip").write_bytes(zipped(a_txt=TEXT, b_zip=zipped(c_txt="1", d_txt="2")))
    assert verdicts(mined(tmp_path)) == {
        "a.zip": ("skipped", "container"),
        "a.zip!a.txt": ("ok", None),
        "a.zip!b.zip": ("failed", "too-many-members"),
    }


def test_a_member_above_the_limit_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(a_txt=TEXT * 20, b_zip=zipped(c_txt=TEXT)))
    assert verdicts(mined(tmp_path, limit=100)) == {
        "a.zip": ("skipped", "container"),
        "a.zip!a.txt": ("failed", "too-large"),
        "a.zip!b.zip": ("failed", "too-large"),
    }


def test_nothing_is_written_anywhere(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../thoat.txt", TEXT)
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "a.zip").write_bytes(file.getvalue())
    before = sorted(tmp_path.rglob("*"))
    assert list(mined(folder)) == ["a.zip", "a.zip!\\x2e\\x2e/\\x2e\\x2e/thoat.txt"]
    assert sorted(tmp_path.rglob("*")) == before
