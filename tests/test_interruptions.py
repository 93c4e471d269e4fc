"""Whatever cuts a run short, the same call goes on and ends as if nothing had happened."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator, Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from make_archive import make_archive
from torture_kills import results, torture

from cchc_mining.pipeline import Report, mine_archive, plan_archive, status_of
from cchc_mining.run import Limits, Serial

_DOCUMENTS = 12


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made")
    make_archive(made / "archive", _DOCUMENTS)
    folder = made / "archive" / "documents"
    (folder / "copy.txt").write_bytes(next(folder.rglob("*.txt")).read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The results of a run that nothing disturbs."""
    out = tmp_path_factory.mktemp("whole")
    mine(archive, out)
    return results(out)


def mine(archive: Path, out: Path, **settings: Any) -> Report:
    return mine_archive([archive], out, **{"engine": Serial(), **settings})


class Watched:
    """An engine that remembers what it was given; jobs come out in an order drawn at random."""

    def __init__(self, stop_after: int | None = None, seed: int = 0) -> None:
        self.names: list[str] = []
        self._stop_after = stop_after
        self._draw = Random(seed)

    def __call__(self, jobs: Iterable[Any], work: Any, /) -> Generator[tuple[Any, Any]]:
        shuffled = list(jobs)
        self._draw.shuffle(shuffled)
        for result in Serial()(shuffled, work):
            if len(self.names) == self._stop_after:
                raise KeyboardInterrupt
            self.names.append(result[0].name)
            yield result


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_runs_that_are_killed_end_as_one_that_is_not(archive: Path, tmp_path: Path) -> None:
    torture(archive, tmp_path, kills=12, jobs=0, seed=7)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_documents_come_does_not_matter(
    seed: int, archive: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    mine(archive, tmp_path / "out", engine=Watched(seed=seed))
    assert results(tmp_path / "out") == whole


def test_several_processes_give_the_same(
    archive: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    for jobs in (1, 2):
        mine_archive([archive], tmp_path / str(jobs), jobs=jobs)
        assert results(tmp_path / str(jobs)) == whole


def test_what_was_mined_before_an_interrupt_is_not_mined_again(
    archive: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    first, second = Watched(stop_after=5), Watched()
    with pytest.raises(KeyboardInterrupt):
        mine(archive, out, engine=first)
    assert results(out) == {}
    status = status_of(out)
    assert status.totals is None
    assert status.under_way is not None
    assert (status.under_way.paths, status.under_way.contents) == (_DOCUMENTS + 2, _DOCUMENTS + 1)
    assert sum(status.under_way.done.values()) == 5
    plan = plan_archive([archive], out)
    assert (plan.new.contents, plan.reused.contents + plan.failed.contents) == (_DOCUMENTS - 4, 5)
    mine(archive, out, engine=second)
    assert len(first.names) == 5
    assert not set(first.names) & set(second.names)
    assert results(out) == whole
    assert status_of(out).under_way is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits on Windows")
@pytest.mark.parametrize("kilobytes", [1, 40, 100, 200, 300])
def test_a_disk_that_fills_up_costs_what_did_not_fit(
    kilobytes: int, archive: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    """A file that may not grow stands for it: what is written is cut off, then refused."""
    program = (
        "import resource, signal, sys\n"
        "from cchc_mining import mine_archive\n"
        "from cchc_mining.run import Serial\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes << 10}, -1))\n"
        "mine_archive([sys.argv[1]], sys.argv[2], engine=Serial())\n"
    )
    out = tmp_path / "out"
    command = [sys.executable, "-c", program, str(archive), str(out)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "Error: " in ended.stderr
    assert not out.exists() or results(out) == {}
    mine(archive, out)
    assert results(out) == whole


def test_failures_are_left_alone_unless_they_are_to_be_tried_again(
    archive: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    mine(archive, out)
    for settings, names in (
        ({}, []),
        ({"lang": "en"}, []),
        ({"retry_failed": True}, ["empty.txt"]),
        ({"limits": Limits(seconds=7)}, ["empty.txt"]),
    ):
        watched = Watched()
        mine(archive, out, engine=watched, **settings)
        assert watched.names == names, settings


def test_beginning_anew_reads_everything(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    mine(archive, out)
    watched = Watched()
    report = mine(archive, out, engine=watched, resume=False)
    assert len(watched.names) == _DOCUMENTS + 1
    assert (report.reused, report.changed) == (0, ())


def test_another_program_reads_everything_and_says_so(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from msgspec.structs import replace

    from cchc_mining import pipeline

    out = tmp_path / "out"
    mine(archive, out)
    newer = replace(pipeline.this_program(), lexicon="0")
    monkeypatch.setattr(pipeline, "this_program", lambda: newer)
    assert plan_archive([archive], out).outdated.contents == _DOCUMENTS + 1
    report = mine(archive, out)
    assert (report.reused, report.outdated) == (0, _DOCUMENTS + 1)


def test_a_dry_run_writes_nothing(archive: Path, tmp_path: Path) -> None:
    plan = plan_archive([archive], tmp_path / "out")
    assert (plan.paths, plan.new.contents, plan.duplicates) == (_DOCUMENTS + 2, _DOCUMENTS + 1, 1)
    assert list(tmp_path.iterdir()) == []
