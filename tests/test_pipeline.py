"""The whole line, from files to results, on small archives written here."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import cchc_mining as cm
from cchc_mining import assembling, pipeline
from cchc_mining.errors import IntakeError, LexiconError, StorageError, UsageError
from cchc_mining.index import IndexWriter, Prepared, open_index
from cchc_mining.pipeline import FINDINGS, INDEX, Report, mine_archive
from cchc_mining.records import Record, decode
from cchc_mining.run import MANIFEST, RECORDS, Failed, OutputError, Serial, meanwhile

DECISION = """ỦY BAN NHÂN DÂN TỈNH LÂM HẢI
Số: 1542/QĐ-UBND

Lâm Hải, ngày 12 tháng 6 năm 2022

QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2023
"""
REPORT = """ỦY BAN NHÂN DÂN TỈNH LÂM HẢI
Số: 87/BC-UBND

Lâm Hải, ngày 05 tháng 7 năm 2023

BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2023

Thực hiện Quyết định số 1542/QĐ-UBND ngày 12/6/2022 của UBND tỉnh, đã giải quyết đúng hạn
1.234 hồ sơ, đạt 98,72%.
"""
LETTER = """SỞ NỘI VỤ
Số: 310/SNV-CCHC

Lâm Hải, ngày 03 tháng 8 năm 2023

Theo Quyết định số 1542/QĐ-UBND của UBND tỉnh Lâm Hải, đề nghị các sở báo cáo.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bao-cao.txt").write_text(REPORT, encoding="utf-8")
    (folder / "quyet-dinh.md").write_text(DECISION, encoding="utf-8-sig")
    (folder / "sub").mkdir()
    (folder / "sub" / "cong-van.txt").write_text(LETTER, encoding="utf-16")
    (folder / "sub" / "ban-sao.txt").write_text(REPORT, encoding="utf-8")
    (folder / "sub" / "trong.txt").write_text("")
    (folder / "sub" / "anh.docx").write_bytes(b"PK\x03\x04")
    return folder


def records(out: Path) -> dict[str, Record]:
    found = [decode(line) for line in (out / RECORDS).read_bytes().splitlines()]
    assert [record.source for record in found] == sorted(record.source for record in found)
    return {record.source: record for record in found}


def state(out: Path) -> dict[str, tuple[int, bytes]]:
    return {p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in results(out)}


def results(out: Path) -> list[Path]:
    return sorted(path for path in out.iterdir() if path.is_file())


def contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in results(out)}


def inputs(out: Path) -> dict[str, tuple[Any, ...]]:
    with open_index(out / INDEX) as index:
        rows = index.rows("SELECT path, outcome, reason, doc_id IS NULL FROM inputs ORDER BY path")
        return {path: tuple(rest) for path, *rest in rows}


def test_an_archive_becomes_records_index_tables_and_manifest(
    archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    report = mine_archive([archive], out)
    found = records(out)
    assert list(found) == [
        "bao-cao.txt", "quyet-dinh.md", "sub/anh.docx", "sub/cong-van.txt", "sub/trong.txt",
    ]  # fmt: skip
    assert found["bao-cao.txt"].paths == ("bao-cao.txt", "sub/ban-sao.txt")
    assert found["sub/cong-van.txt"].encoding == "utf-16-le"
    assert [r.status for r in found.values()] == ["ok", "ok", "failed", "ok", "failed"]
    assert inputs(out) == {
        "bao-cao.txt": ("ok", None, 0),
        "quyet-dinh.md": ("ok", None, 0),
        "sub/anh.docx": ("failed", "damaged", 0),
        "sub/ban-sao.txt": ("duplicate", "same-content", 0),
        "sub/cong-van.txt": ("ok", None, 0),
        "sub/trong.txt": ("failed", "empty", 0),
    }
    tables = {"citations", "figures", "documents", "legal_documents", "findings", "inputs"}
    expected = {RECORDS, INDEX, FINDINGS, MANIFEST} | {
        f"{t}.{e}" for t in tables for e in ("csv", "parquet")
    }
    assert {path.name for path in results(out)} == expected
    assert set(report.changed) == expected
    assert report.totals.documents == 3
    assert report.totals.outcomes == {"ok": 3, "failed": 2, "duplicate": 1}
    assert [f.reason for f in report.totals.failures] == ["damaged", "empty"]
    assert report.totals.mentions["citations"] >= 4
    assert report.totals.legal_documents >= 2


def test_every_mention_is_where_it_says_it_is(archive: Path, tmp_path: Path) -> None:
    mine_archive([archive], tmp_path / "out")
    with open_index(tmp_path / "out" / INDEX) as index:
        for source, record in records(tmp_path / "out").items():
            text = index.text(source)
            for mention in (*record.citations, *record.dates, *record.indicators):
                assert text[mention.start : mention.end] == mention.text


def test_what_the_archive_tells_stands_in_the_records(archive: Path, tmp_path: Path) -> None:
    """The letter cites no date; the decision and the report tell which 1542/QĐ-UBND there is."""
    mine_archive([archive], tmp_path / "out")
    found = records(tmp_path / "out")
    cited = [
        citation.target
        for source in ("bao-cao.txt", "sub/cong-van.txt")
        for citation in found[source].citations
        if citation.number == "1542/QĐ-UBND"
    ]
    assert len(cited) == 2
    assert len(set(cited)) == 1
    assert cited[0]
    assert "?" not in cited[0]


def test_running_again_touches_nothing(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = mine_archive([archive], out)
    before = state(out)
    again = mine_archive([archive], out)
    assert state(out) == before
    assert again == Report(first.totals, reused=3, changed=())


def test_only_new_documents_are_mined_and_the_result_is_that_of_a_fresh_run(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine_archive([archive], tmp_path / "out")
    (archive / "bao-cao.txt").rename(archive / "doi-ten.txt")
    (archive / "moi.txt").write_text("Báo cáo số 9/BC-STP ngày 01/8/2023 của Sở Tư pháp", "utf-8")
    (archive / "sub" / "trong.txt").write_text("Không còn trống, ngày 02/8/2023", "utf-8")
    mined: list[str] = []

    def watched(jobs: Any, work: Any) -> Iterator[Any]:
        for job, result in Serial()(jobs, work):
            mined.append(job.name)
            yield job, result

    report = mine_archive([archive], tmp_path / "out", engine=watched)
    assert mined == ["moi.txt", "sub/trong.txt"]
    assert report.reused == 3
    mine_archive([archive], tmp_path / "fresh")
    assert records(tmp_path / "out") == records(tmp_path / "fresh")
    assert inputs(tmp_path / "out") == inputs(tmp_path / "fresh")
    for table in ("citations", "figures", "documents", "legal_documents", "findings", "inputs"):
        old, new = (tmp_path / folder / f"{table}.csv" for folder in ("out", "fresh"))
        assert old.read_bytes() == new.read_bytes(), table


def test_a_document_that_is_gone_is_gone_from_the_results(archive: Path, tmp_path: Path) -> None:
    mine_archive([archive], tmp_path / "out")
    (archive / "quyet-dinh.md").unlink()
    mine_archive([archive], tmp_path / "out")
    assert "quyet-dinh.md" not in records(tmp_path / "out")
    assert "quyet-dinh.md" not in inputs(tmp_path / "out")


def test_other_context_mines_again(archive: Path, tmp_path: Path) -> None:
    mine_archive([archive], tmp_path / "out")
    report = mine_archive([archive], tmp_path / "out", province="Lâm Hải", year=2023)
    assert report.reused == 0
    given = records(tmp_path / "out")["bao-cao.txt"].given
    assert given == cm.Given(province="Lâm Hải", year=2023)


@pytest.mark.parametrize("name", [RECORDS, INDEX, "citations.csv", MANIFEST])
@pytest.mark.parametrize("harm", ["gone", "cut"])
def test_results_that_were_harmed_are_made_anew(
    name: str, harm: str, archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    mine_archive([archive], out)
    before = contents(out)
    if harm == "gone":
        (out / name).unlink()
    else:
        (out / name).write_bytes((out / name).read_bytes()[:-20])
    mine_archive([archive], out)
    assert contents(out) == before


def test_what_else_is_in_the_folder_stays(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")
    mine_archive([archive], out)
    assert (out / "ghi-chu.txt").read_text(encoding="utf-8") == "của tôi"


def test_results_inside_the_inputs_are_not_read(archive: Path) -> None:
    first = mine_archive([archive], archive / "ket-qua")
    again = mine_archive([archive], archive / "ket-qua")
    assert again.totals == first.totals
    assert again.changed == ()


@pytest.mark.parametrize("failing", [False, True])
def test_tables_that_other_processes_write_are_the_same(
    failing: bool, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine_archive([archive], tmp_path / "1", jobs=1)
    monkeypatch.setattr(pipeline, "_MANY", 1)
    made: list[Any] = []

    @contextmanager
    def noted(*work: Any) -> Generator[Any]:
        with meanwhile(*work) as results:
            yield results
            made.extend(result for _, result in results())

    monkeypatch.setattr(pipeline, "meanwhile", noted)
    if failing:  # as if the disk had been full for a moment
        monkeypatch.setattr(pipeline, "_writers", lambda *_: lambda _: _losing)
    mine_archive([archive], tmp_path / "2", jobs=2)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert {isinstance(result, Failed) for result in made} == {failing}


def test_an_audit_that_fails_leaves_no_tables_that_were_written_meanwhile(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr(pipeline, "_MANY", 1)
    with monkeypatch.context() as failing:
        failing.setattr(assembling, "audit", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            mine_archive([archive], out, jobs=2)
    assert not (out / MANIFEST).exists()
    mine_archive([archive], out, jobs=2)
    mine_archive([archive], tmp_path / "undisturbed", jobs=1)
    assert contents(out) == contents(tmp_path / "undisturbed")


def _interrupted(*_: object) -> Any:
    raise KeyboardInterrupt


def _losing(jobs: Iterable[Any], _work: Any) -> Generator[tuple[Any, Any]]:
    yield from ((job, Failed("worker-died")) for job in jobs)


def test_nothing_to_read_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    report = mine_archive([tmp_path / "in"], tmp_path / "out")
    assert report.totals.paths == 0
    assert (tmp_path / "out" / RECORDS).read_bytes() == b""


def test_a_missing_path_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        mine_archive([tmp_path / "khong-co"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


# -- what goes wrong half way


def test_a_document_that_cannot_be_indexed_fails_alone(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = IndexWriter.put

    def refuse(self: IndexWriter, prepared: Prepared, source: str, paths: Sequence[str]) -> None:
        put(self, prepared, source, paths)
        if source == "bao-cao.txt" and prepared.text:
            raise ValueError("no such luck")

    monkeypatch.setattr(IndexWriter, "put", refuse)
    mine_archive([archive], tmp_path / "out")
    found = records(tmp_path / "out")
    assert found["bao-cao.txt"].status == "failed"
    assert found["bao-cao.txt"].error == "extraction-error: ValueError: no such luck"
    assert found["quyet-dinh.md"].status == "ok"
    assert inputs(tmp_path / "out")["bao-cao.txt"] == ("failed", "extraction-error", 0)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        StorageError("index.sqlite: damaged"),
        LexiconError("units.tsv, line 3"),
        KeyboardInterrupt(),
    ],
    ids=["disk full", "storage", "lexicon", "interrupted"],
)
@pytest.mark.parametrize("where", ["put", "finish", "tables", "commit"])
def test_whatever_stops_a_run_leaves_the_results_before(
    where: str,
    error: BaseException,
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    mine_archive([archive], out)
    before = state(out)
    (archive / "moi.txt").write_text("ngày 01/8/2023", encoding="utf-8")

    def fail(*args: object, **settings: object) -> None:
        raise error

    target, name = {
        "put": (IndexWriter, "put"),
        "finish": (IndexWriter, "finish"),
        "tables": (pipeline, "write_tables"),
        "commit": (pipeline, "write_manifest"),
    }[where]
    monkeypatch.setattr(target, name, fail)
    with pytest.raises(type(error) if not isinstance(error, OSError) else OutputError):
        mine_archive([archive], out)
    assert state(out) == before


def test_a_first_run_that_stops_leaves_no_results(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **settings: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pipeline, "write_tables", fail)
    with pytest.raises(OutputError) as problem:
        mine_archive([archive], tmp_path / "a" / "out")
    assert problem.value.code == "disk-full"
    assert results(tmp_path / "a" / "out") == []


def test_progress_is_told_from_first_to_last(archive: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    mine_archive([archive], tmp_path / "out", progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == [
        "find",
        "mine",
        "link",
        "audit",
        "write",
    ]
    mining = [(done, whole) for stage, done, whole in told if stage == "mine"]
    assert mining == sorted(mining)
    assert mining[0][0] == 0
    assert (
        mining[-1][0]
        == mining[-1][1]
        == sum({p.read_bytes(): p.stat().st_size for p in archive.rglob("*.*")}.values())
    )


def test_the_same_archive_gives_the_same_bytes_in_any_process(
    lam_hai: Path, tmp_path: Path
) -> None:
    made: list[dict[str, bytes]] = []
    program = (
        "import sys; from cchc_mining.pipeline import mine_archive;"
        "mine_archive([sys.argv[1]], sys.argv[2])"
    )
    for seed in ("1", "2"):
        out = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", program, str(lam_hai), str(out)]
        subprocess.run(command, check=True, env=environment)
        made.append(contents(out))
    assert made[0].keys() == made[1].keys()
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


# -- single documents


def test_mine_gives_the_record_of_a_file(archive: Path) -> None:
    record = cm.mine(archive / "bao-cao.txt", year=2023)
    assert isinstance(record, cm.Record)
    assert (record.source, record.status, record.media_type) == ("bao-cao.txt", "ok", "text/plain")
    assert record.given == cm.Given(year=2023)
    assert record.doc_id
    numbers = [citation.number for citation in record.citations]
    assert "1542/QĐ-UBND" in numbers
    assert all(c.target for c in record.citations if c.kind == "numbered")


def test_mine_and_mine_text_agree(archive: Path) -> None:
    of_file = cm.mine(archive / "bao-cao.txt")
    of_text = cm.mine_text(REPORT)
    assert of_text.citations == of_file.citations
    assert of_text.indicators == of_file.indicators
    assert of_text.doc_id == of_file.doc_id


def test_mine_takes_bytes_and_open_files(archive: Path) -> None:
    path = next(path for path in sorted(archive.rglob("*.txt")) if path.stat().st_size > 100)
    wanted = cm.mine(path)
    assert cm.mine(path.read_bytes(), name=path.name) == wanted
    with path.open("rb") as file:
        assert cm.mine(file) == wanted
    with pytest.raises(UsageError, match="bytes have no name"):
        cm.mine(path.read_bytes())


@pytest.mark.parametrize("jobs", [1, 2])
def test_mine_many_streams_the_records_of_documents_linked_in_themselves(
    archive: Path, tmp_path: Path, jobs: int
) -> None:
    cm.mine_archive([archive], tmp_path / "out", jobs=1)
    wanted = records(tmp_path / "out")
    found = {record.source: record for record in cm.mine_many([archive], jobs=jobs)}
    assert list(found) == list(wanted)
    for source, record in found.items():
        assert (record.status, record.paths) == (wanted[source].status, wanted[source].paths)
        assert record.indicators == wanted[source].indicators
    stream = cm.mine_many([archive], jobs=jobs)
    assert next(stream).source == min(wanted)
    stream.close()  # type: ignore[attr-defined]


def test_mine_says_what_is_wrong(archive: Path) -> None:
    with pytest.raises(UsageError, match="khong-co"):
        cm.mine(archive / "khong-co.txt")
    with pytest.raises(IntakeError) as refusal:
        cm.mine(archive / "sub" / "trong.txt")
    assert refusal.value.code == "empty"


def test_mining_an_empty_text_finds_nothing() -> None:
    record = cm.mine_text("")
    assert record.citations == ()
    assert record.status == "ok"


def test_a_record_is_the_json_of_the_contract(archive: Path, tmp_path: Path) -> None:
    mine_archive([archive], tmp_path / "out")
    for line in (tmp_path / "out" / RECORDS).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        assert record["schema"] == "cchc-record/1"
        assert record["status"] in ("ok", "partial", "failed")
        assert ("error" in record) == (record["status"] == "failed")


@pytest.mark.parametrize(
    "unit",
    [
        "Quyết định số 12/QĐ-UBND ngày 05/6/2023 của UBND tỉnh đạt 98,5%. ",
        "Quyết định số 12/QĐ-UBND ngày 05/6/2023 của UBND tỉnh, ",
        "98,5 1.234 12/13 5/6/2023 ",
        "a",
    ],
)
def test_a_long_single_line_is_mined(unit: str, tmp_path: Path) -> None:
    """A tenth of a MB stands for the whole MB that intake lets pass."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "dong.txt").write_text(unit * (100_000 // len(unit)), encoding="utf-8")
    report = mine_archive([tmp_path / "in"], tmp_path / "out")
    assert report.totals.outcomes == {"ok": 1}


def test_every_made_document_is_read(tmp_path: Path) -> None:
    from make_archive import make_archive

    make_archive(tmp_path / "made", 80, seed=1)
    report = mine_archive([tmp_path / "made" / "documents"], tmp_path / "out")
    assert report.totals.outcomes == {"ok": 80}
