"""`cchc audit`, `decide`, `register`: findings, what was decided of them, the official list."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from cchc_mining import Archive
from cchc_mining.cli.messages import LANGUAGES

from .support import Called, call

FIRST = """UBND TỈNH HÀ NAM
SỞ NỘI VỤ

Số: 45/BC-SNV

Hà Nam, ngày 10 tháng 4 năm 2023

BÁO CÁO
Công tác cải cách hành chính quý I năm 2023

Thực hiện Quyết định số 812/QĐ-UBND ngày 24/3/2023 của UBND tỉnh Hà Nam, Sở Nội vụ báo cáo.
Có 13/43 cơ quan, đơn vị xếp hạng Khá (chiếm tỷ lệ 31,24%).
"""
# Of another quarter, so that its right percentage is no second value of the first one's.
SECOND = (
    FIRST.replace("24/3/2023", "14/3/2023")
    .replace("45/BC-SNV", "88/BC-SNV")
    .replace("31,24%", "30,23%")
    .replace("quý I ", "quý III ")
    .replace("tháng 4", "tháng 10")
)
THIRD = SECOND.replace("88/BC-SNV", "91/BC-SNV").replace("quý III", "quý II")
WRONG_SHARE = "13/43 = 30,23 %; văn bản ghi 31,24 %"


def audit(*arguments: object) -> Called:
    return call("audit", *arguments, "--lang", "en")


def found(out: Path, *arguments: object) -> list[dict[str, object]]:
    """Findings as data."""
    return json.loads(audit(out, "--json", *arguments).out)


def the_share(out: Path) -> str:
    """The id of the finding on the percentage."""
    (one,) = found(out, "--check", "share-of-fraction")
    return str(one["finding_id"])


@pytest.fixture(scope="module")
def mined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the texts of three reports, mined; of one decision two dates are given."""
    folder = tmp_path_factory.mktemp("audit")
    (folder / "in").mkdir()
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        (folder / "in" / name).write_text(text, encoding="utf-8")
    (folder / "in" / "hong.docx").write_bytes(b"PK\x03\x04")
    call("mine", folder / "in", "--out", folder / "out")
    return folder


@pytest.fixture
def folder(mined: Path, tmp_path: Path) -> Path:
    """A copy of it to write to."""
    shutil.copytree(mined, tmp_path / "x")
    return tmp_path / "x"


# -- findings


def test_a_finding_is_shown_with_all_that_it_rests_on(mined: Path) -> None:
    printed = audit(mined / "out").out
    for words in (
        "a.txt",
        "error · Percentage against its fraction",
        "Có 13/43 cơ quan, đơn vị xếp hạng Khá (chiếm tỷ lệ 31,24%).”",
        f"Arithmetic: {WRONG_SHARE}",
        "Expected: 30,23 %",
        "One document, two dates",
        "Evidence: b.txt (at ",
        "Findings: 2 errors, 0 warnings, 0 remarks.",
    ):
        assert words in printed, words


def test_findings_as_data_agree_in_all_forms(mined: Path) -> None:
    as_json = found(mined / "out")
    rows = list(csv.DictReader(io.StringIO(audit(mined / "out", "--csv").out)))
    with Archive(mined / "out") as archive:
        objects = list(archive.findings())
    ids = [one["finding_id"] for one in as_json]
    assert ids == [row["finding_id"] for row in rows] == [one.finding_id for one in objects]
    text = (mined / "in" / "a.txt").read_text("utf-8")
    for one in objects:
        assert text[one.start : one.end] == one.text
        assert f"{one.before}{one.text}{one.after}" in text


@pytest.mark.parametrize(
    ("arguments", "checks"),
    [
        (["--check", "share-of-fraction"], ["share-of-fraction"]),
        (["--check", "date-conflict", "--check", "superseded"], ["date-conflict"]),
        (["--severity", "warning"], ["date-conflict", "share-of-fraction"]),
        (["--document", "b.txt"], []),
        (["--document", "a.txt", "--severity", "error"], ["date-conflict", "share-of-fraction"]),
    ],
)
def test_findings_are_chosen(mined: Path, arguments: list[str], checks: list[str]) -> None:
    assert sorted(str(one["check"]) for one in found(mined / "out", *arguments)) == checks


def test_the_archive_is_named_by_place_or_by_option(
    mined: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mined)
    assert audit().out == audit("out").out == audit("--archive", "out").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--fail-on", "error"], 3),
        (["--fail-on", "info", "--document", "b.txt"], 0),
        (["--fail-on", "error", "--check", "superseded"], 0),
    ],
)
def test_findings_end_the_program_with_3_where_asked(
    mined: Path, arguments: list[str], code: int
) -> None:
    assert audit(mined / "out", *arguments).code == code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_is_listed(lang: str) -> None:
    listed = call("audit", "--list-checks", "--lang", lang).out
    rules = json.loads(call("audit", "--list-checks", "--json").out)
    assert (
        len(rules)
        == len(list(csv.reader(io.StringIO(call("audit", "--list-checks", "--csv").out)))) - 1
    )
    for rule in rules:
        assert rule["slug"] in listed
        assert rule["rule"][lang] in listed
        assert rule["source"] in listed


@pytest.mark.parametrize(
    ("arguments", "vi", "en"),
    [
        (["--check", "khong-co"], "không có phép kiểm tra", "there is no check"),
        (["--severity", "nang"], "không nằm trong", "is not one of"),
        (["--json", "--csv"], "chỉ chọn một", "choose one"),
        (["--to", "x.pdf"], "một trong các đuôi", "must end in one of"),
        (["--to", "x.html", "--json"], "không dùng cùng", "does not go with"),
        (["--against", "out"], "--against cần", "--against needs"),
    ],
)
def test_a_wrong_call_says_why(arguments: list[str], vi: str, en: str) -> None:
    for lang, words in (("vi", vi), ("en", en)):
        called = call("audit", *arguments, "--lang", lang)
        assert (called.code, called.out) == (1, "")
        assert words in called.err


def test_an_archive_of_an_older_program_says_what_to_do(folder: Path) -> None:
    with sqlite3.connect(folder / "out" / "index.sqlite") as connection:
        connection.execute("PRAGMA user_version = 1")
    for command in (
        ["audit", folder / "out"],
        ["decide", "x", "accept", "--archive", folder / "out"],
    ):
        called = call(*command, "--lang", "vi")
        assert called.code == 4
        assert "hãy chạy lại" in called.err


def test_an_empty_archive_has_no_findings(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Không có gì.", encoding="utf-8")
    call("mine", tmp_path / "in", "--out", tmp_path / "out")
    called = audit(tmp_path / "out", "--fail-on", "info")
    assert (called.code, called.out, called.err) == (0, "", "There are no findings.\n")
    assert found(tmp_path / "out") == []
    for name in ("h.html", "h.xlsx"):
        assert audit(tmp_path / "out", "--to", tmp_path / name).code == 0


# -- decisions


def decide(out: Path, *arguments: object) -> Called:
    return call("decide", *arguments, "--archive", out, "--lang", "en")


def test_a_decision_is_kept_and_shown(folder: Path) -> None:
    out = folder / "out"
    id_ = the_share(out)
    called = decide(out, id_[:6], "accept", "--note", "đã “đối chiếu”;\nđúng", "--by", "Trần Thị Ý")
    assert called.out.startswith(f"{id_}: accepted\n")
    assert "Decision: accepted · đã “đối chiếu”;\nđúng · Trần Thị Ý" in audit(out).out
    (one,) = found(out, "--check", "share-of-fraction")
    assert one["decision"]["by"] == "Trần Thị Ý"  # type: ignore[index]
    row = next(csv.DictReader(io.StringIO(audit(out, "--csv", "--check", "share-of-fraction").out)))
    assert (row["decision"], row["decided_by"]) == ("accept", "Trần Thị Ý")


def test_the_last_decision_counts_and_none_is_overwritten(folder: Path) -> None:
    out = folder / "out"
    id_ = the_share(out)
    for verdict in ("accept", "check", "dismiss"):
        decide(out, id_, verdict)
    assert len((out / "decisions.jsonl").read_bytes().splitlines()) == 3
    assert audit(out, "--fail-on", "error", "--check", "share-of-fraction").code == 0
    assert audit(out, "--fail-on", "error").code == 3
    assert "Of these dismissed: 1." in audit(out).out


def test_what_is_undecided(folder: Path) -> None:
    out = folder / "out"
    id_ = the_share(out)
    decide(out, id_, "check")
    assert id_ in audit(out, "--undecided").out
    decide(out, id_, "accept")
    assert id_ not in audit(out, "--undecided").out


def test_decisions_stay_through_every_run(folder: Path) -> None:
    out = folder / "out"
    id_ = the_share(out)
    decide(out, id_, "dismiss", "--note", "số liệu sơ bộ")
    call("mine", folder / "in", "--out", out)
    assert "số liệu sơ bộ" in (out / "findings.csv").read_text("utf-8-sig")
    again = call("mine", folder / "in", "--out", out)
    assert "Không có gì thay đổi" in again.out
    (folder / "in" / "d.txt").write_text(THIRD.replace("91/BC", "97/BC"), encoding="utf-8")
    call("mine", folder / "in", "--out", out)
    (one,) = found(out, "--check", "share-of-fraction")
    assert one["decision"]["note"] == "số liệu sơ bộ"  # type: ignore[index]


def test_a_decision_on_a_finding_that_is_gone_is_told(folder: Path) -> None:
    out = folder / "out"
    id_ = the_share(out)
    decide(out, id_, "accept")
    (folder / "in" / "a.txt").write_text(FIRST.replace("31,24", "30,23"), encoding="utf-8")
    call("mine", folder / "in", "--out", out)
    called = audit(out)
    assert "1 decisions are on findings that are no longer there" in called.err
    assert f"  {id_} · share-of-fraction · a.txt · accepted" in called.err
    assert id_ in page(out, folder / "h.html")


@pytest.mark.parametrize("cut", [b'{"finding_id":"ab', b"\xff\xfe", b'{"x":1}\n\n', b"[]"])
def test_a_line_cut_off_by_a_power_cut_hides_no_other(folder: Path, cut: bytes) -> None:
    out = folder / "out"
    id_ = the_share(out)
    decide(out, id_, "check")
    with (out / "decisions.jsonl").open("ab") as file:
        file.write(cut)
    assert "to be looked at" in audit(out).out
    assert "decisions.jsonl, line 2: cannot be read" in audit(out).err
    decide(out, id_, "accept")
    assert "accepted" in audit(out).out
    assert cut in (out / "decisions.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("name", "words"),
    [("khong-co", "no finding has this id"), ("", "no finding has this id"), ("%", "no finding")],
)
def test_an_id_that_is_none_is_an_error(folder: Path, name: str, words: str) -> None:
    called = decide(folder / "out", name, "accept")
    assert called.code == 1
    assert words in called.err
    assert not (folder / "out" / "decisions.jsonl").exists()


def test_an_id_that_stands_for_several_is_an_error(folder: Path) -> None:
    out = folder / "out"
    with sqlite3.connect(out / "index.sqlite") as connection:
        connection.execute("UPDATE findings SET finding_id = 'abc' || n")
    assert "stands for 2 findings" in decide(out, "ab", "accept").err
    assert decide(out, "abc0", "accept").code == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_an_archive_that_may_not_be_written_can_be_read(folder: Path) -> None:
    out = folder / "out"
    id_ = the_share(out)
    out.chmod(0o555)
    try:
        assert audit(out).code == 0
        assert audit(out, "--to", folder / "h.html").code == 0
        called = decide(out, id_, "accept")
    finally:
        out.chmod(0o755)
    assert called.code == 4
    assert "cannot be written" in called.err


def test_decisions_that_cannot_be_written_are_told(folder: Path) -> None:
    out = folder / "out"
    id_ = the_share(out)
    (out / "decisions.jsonl").mkdir()
    assert call("cited", "812", "--archive", out).code == 0
    called = decide(out, id_, "accept")
    assert called.code == 4
    assert "decisions.jsonl" in called.err


# -- the dossier


def page(out: Path, to: Path, *arguments: object) -> str:
    assert audit(out, "--to", to, *arguments).code == 0
    return to.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "words"), [("h.html", b"<!DOCTYPE"), ("h.xlsx", b"PK")])
def test_the_dossier_has_the_form_of_its_name(
    mined: Path, tmp_path: Path, name: str, words: bytes
) -> None:
    called = audit(mined / "out", "--to", tmp_path / name)
    assert called.out == f"{tmp_path / name}\n"
    assert (tmp_path / name).read_bytes().startswith(words)


# -- one new report


def test_a_new_report_is_checked_by_itself_and_against_the_archive(folder: Path) -> None:
    out = folder / "out"
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    new = folder / "moi.txt"
    new.write_text(
        FIRST.replace("45/BC-SNV", "50/BC-SNV").replace("24/3/2023", "30/3/2023"), encoding="utf-8"
    )
    called = audit(new, "--against", out, "--json", "--fail-on", "error")
    assert called.code == 3
    about = json.loads(called.out)
    assert {one["check"] for one in about} >= {"date-conflict", "share-of-fraction"}
    for one in about:
        assert str(new) in {one["source"], *(place["source"] for place in one.get("evidence", ()))}
    assert page_of_new(new, out, folder / "h.html").count('class="path">b.txt') == 1
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def page_of_new(new: Path, out: Path, to: Path) -> str:
    assert audit(new, "--against", out, "--to", to).code == 0
    return to.read_text(encoding="utf-8")


def test_a_new_report_takes_the_place_of_its_draft(folder: Path) -> None:
    new = folder / "a.txt"
    new.write_text(FIRST.replace("xếp hạng Khá", "được xếp hạng Khá"), encoding="utf-8")
    about = json.loads(audit(new, "--against", folder / "out", "--json").out)
    assert [one["check"] for one in about].count("share-of-fraction") == 1
    assert [one["check"] for one in about].count("date-conflict") == 1


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("khong-co.txt", None, 1, "not found"),
        ("trong.txt", b"", 2, "no text"),
        ("hong.docx", b"PK\x03\x04", 2, "damaged"),
    ],
)
def test_a_new_report_that_cannot_be_read_leaves_nothing_behind(
    mined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    name: str, content: bytes | None, code: int, words: str,
) -> None:  # fmt: skip
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    if content is not None:
        (tmp_path / name).write_bytes(content)
    called = audit(tmp_path / name, "--against", mined / "out")
    assert called.code == code
    assert words in called.err
    assert list((tmp_path / "temp").iterdir()) == []


def test_a_file_alone_is_no_archive(mined: Path) -> None:
    assert "add --against" in audit(mined / "in" / "a.txt").err


# -- the register

LIST = """Danh mục văn bản do UBND tỉnh ban hành;;;
Số, ký hiệu;Ngày ban hành;Cơ quan ban hành;Trích yếu
(1);(2);(3);(4)
812/QĐ-UBND;14/03/2023;UBND tỉnh Hà Nam;Kế hoạch CCHC
;15/03/2023;UBND tỉnh Hà Nam;không số
815 /QĐ- UBND;31/02/2023;UBND tỉnh Hà Nam;ngày sai

816/QĐ-UBND;44931;UBND tỉnh Hà Nam;ngày của Excel
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_is_kept_and_every_row_left_out_is_told(folder: Path, encoding: str) -> None:
    path = folder / "danh-muc.csv"
    path.write_text(LIST, encoding=encoding)
    called = call("register", "import", path, "--archive", folder / "out", "--lang", "en")
    assert called.code == 2
    assert "2 documents kept" in called.out
    assert "line 5: there is no number" in called.out
    assert "line 6: the date does not exist or cannot be read: 31/02/2023" in called.out
    shown = json.loads(call("register", "show", "--archive", folder / "out", "--json").out)
    assert [(one["number"], one["date"]) for one in shown] == [
        ("812/QĐ-UBND", "2023-03-14"),
        ("816/QĐ-UBND", "2023-01-05"),
    ]
    assert {one["issuer"] for one in shown} == {"Ủy ban nhân dân tỉnh Hà Nam"}


def test_a_register_is_audited_with_until_it_is_removed(folder: Path) -> None:
    out, path = folder / "out", folder / "danh-muc.csv"
    path.write_text(LIST, encoding="utf-8")
    call("register", "import", path, "--archive", out)
    (one,) = found(out, "--check", "register-date")
    assert (one["source"], one["expected"]) == ("a.txt", "14/03/2023")
    assert (
        "the official register: danh-muc.csv, dòng 4" in audit(out, "--check", "register-date").out
    )
    again = call("mine", folder / "in", "--out", out)
    assert "Không có gì thay đổi" in again.out
    (folder / "in" / "d.txt").write_text(THIRD.replace("91/BC", "97/BC"), encoding="utf-8")
    call("mine", folder / "in", "--out", out)
    assert found(out, "--check", "register-date") == [one]
    assert call("register", "remove", "khac.csv", "--archive", out, "--lang", "en").out == ""
    assert (
        "2 documents taken out" in call("register", "remove", "--archive", out, "--lang", "en").out
    )
    assert found(out, "--check", "register-date") == []


def test_columns_are_named_where_they_are_not_known(folder: Path) -> None:
    out, path = folder / "out", folder / "list.csv"
    path.write_text("A,B\n812/QĐ-UBND,2023-03-14\n", encoding="utf-8")
    called = call("register", "import", path, "--archive", out, "--lang", "en")
    assert (called.code, "name it with --map" in called.err) == (1, True)
    called = call(
        "register", "import", path, "--archive", out, "--lang", "en",
        "--map", "number=A", "--map", "date=b", "--issuer", "UBND tỉnh Hà Nam",
    )  # fmt: skip
    assert called.code == 0
    assert found(out, "--check", "register-date")
    for bad, words in (("number=Z", "no column 'Z'"), ("x=A", "give FIELD=HEADING")):
        called = call("register", "import", path, "--archive", out, "--lang", "en", "--map", bad)
        assert called.code == 1
        assert words in called.err


def test_a_register_needs_an_archive(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "out").mkdir()
    called = call("register", "import", tmp_path / "list.csv", "--archive", tmp_path / "out")
    assert called.code == 4
    assert "cchc mine" in called.err


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["import", "show", "remove"])
def test_help_of_the_commands_of_the_register(name: str, lang: str) -> None:
    called = call("register", name, "--help", "--lang", lang)
    assert called.code == 0
    assert called.out.startswith(
        {"vi": "Cách dùng: cchc register", "en": "Usage: cchc register"}[lang]
    )
    assert "register." not in called.out
