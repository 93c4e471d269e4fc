"""The same promises on a cluster: here two workers of Ray on this machine."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.errors import LexiconError, UsageError
from cchc_mining.run.engines import (
    ENGINE_NAMES,
    Failed,
    Limits,
    Local,
    Ray,
    Stop,
    Work,
    cluster,
    engine_named,
)
from cchc_mining.run.engines.shards import read_shard, run_shard
from cchc_mining.run.problems import ClusterError

from .deeds import Deed, Done, do
from .test_local import gone, results, wait_for

SECONDS = 240
"""For one test: a worker of Ray takes some seconds to start, and many where others are at work."""

WORK = Work(do, Done, ("tests.run.engines.deeds",))
LIMITS = Limits(seconds=3, memory=300 << 20)

NEEDS_RAY = "needs Ray: pip install 'cchc-mining[ray]'"

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture(scope="module")
def _two_workers() -> Generator[None]:
    ray = pytest.importorskip("ray", reason=NEEDS_RAY)
    ray.init("local", num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


on_a_cluster = pytest.mark.usefixtures("_two_workers")


@on_a_cluster
def test_a_file_that_crashes_or_spins_is_blamed_and_the_others_are_read(tmp_path: Path) -> None:
    jobs = [Deed("nothing", i, "well") for i in range(60)]
    (tmp_path / "cchc-shards-of-a-killed-run").mkdir()
    jobs[7], jobs[20], jobs[30] = Deed("crash", 7), Deed("spin", 20), Deed("raise", 30, "why")
    found = results(Ray(limits=LIMITS, folder=tmp_path), jobs)
    assert [found.pop(i) for i in (7, 20, 30)] == [
        Failed("worker-died", "SIGSEGV"),
        Failed("timed-out", "more than 3 seconds"),
        Failed("extraction-error", "ValueError: why"),
    ]
    assert found == {i: Done(i, "well") for i in found}
    assert not list(tmp_path.iterdir())


@linux
@on_a_cluster
def test_jobs_lost_with_a_machine_are_done_again_and_in_the_end_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_FIRST_JOBS", 2)
    jobs = [Deed("nothing", i, "well") for i in range(4)]
    jobs[1] = Deed("kill_supervisor", 1)
    jobs[3] = Deed("kill_supervisor", 3, str(tmp_path / "died"))
    found = results(Ray(limits=Limits()), jobs)
    guilty = found.pop(1)
    assert isinstance(guilty, Failed)
    assert guilty.code == "worker-died"
    assert guilty.detail.startswith("WorkerCrashedError: ")
    assert found.pop(3) == Done(3)
    assert found == {i: Done(i, "well") for i in found}


@on_a_cluster
def test_asked_to_stop_it_finishes_what_is_begun_and_drops_the_rest(tmp_path: Path) -> None:
    stop = Stop()
    taken: list[int] = []

    def jobs() -> Iterator[Deed]:
        for i in range(10_000):
            taken.append(i)
            yield Deed("sleep", i, "0.02")

    seen: list[int] = []
    for job, result in Ray(stop=stop, folder=tmp_path)(jobs(), WORK):
        assert result == Done(job.number)
        seen.append(job.number)
        stop.ask()
    assert len(seen) == len(set(seen)) < len(taken) < 1000
    assert not list(tmp_path.iterdir())


@linux
@on_a_cluster
def test_closing_it_ends_what_is_under_way(tmp_path: Path) -> None:
    told = tmp_path / "about"
    jobs = [*(Deed("nothing", i) for i in range(8)), Deed("linger", 8, str(told))]
    found = Ray()(jobs, WORK)
    next(found)
    wait_for(lambda: told.exists() and len(told.read_text("utf-8").split()) == 3)
    found.close()
    worker, started, folder = told.read_text("utf-8").split()
    assert gone([int(worker), int(started)], 60)
    wait_for(lambda: not Path(folder).exists())


@on_a_cluster
def test_a_folder_that_the_machines_do_not_see_is_said(tmp_path: Path) -> None:
    def jobs() -> Iterator[Deed]:
        yield from (Deed("nothing", i) for i in range(8))
        for made in tmp_path.iterdir():
            shutil.rmtree(made)
        yield Deed("nothing", 8)

    with pytest.raises(ClusterError, match="do not share the folder"):
        list(Ray(folder=tmp_path)(jobs(), WORK))


@on_a_cluster
def test_without_a_lexicon_no_job_can_be_done_and_that_is_raised() -> None:
    with pytest.raises(LexiconError, match=r"^units\.tsv, line 3$"):
        list(Ray()([Deed("hopeless", 0, "units.tsv, line 3")], WORK))


@on_a_cluster
def test_what_the_environment_tells_this_program_it_tells_the_machines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CCHC_LEXICON", "/shared/tables")
    found = results(Ray(), [Deed("environment", 0, "CCHC_LEXICON")])
    assert found == {0: Done(0, "/shared/tables")}


@pytest.mark.parametrize("address", ["127.0.0.1:1", "ray://127.0.0.1:1"])
def test_an_address_where_nobody_is_is_said_at_once(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    ray = pytest.importorskip("ray", reason=NEEDS_RAY)
    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    with pytest.raises(ClusterError, match="cannot be reached"):
        list(Ray(address=address)([Deed("nothing")], WORK))


# -- Without Ray -----------------------------------------------------------------------------------


def test_where_ray_is_missing_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match=r"pip install 'cchc-mining\[ray\]'"):
        list(Ray()([Deed("nothing")], WORK))


@given(st.lists(st.integers(0, 6 << 20), max_size=700))
def test_shards_hold_every_job_once_and_in_order(sizes: list[int]) -> None:
    class Sized(int):
        size = property(int)

    shards = [shard.jobs for shard in cluster._shards(map(Sized, sizes))]
    assert [job for jobs in shards for job in jobs] == sizes
    assert all(0 < len(jobs) <= 256 and sum(jobs[:-1]) < 8 << 20 for jobs in shards)


def test_results_come_back_in_a_file(tmp_path: Path) -> None:
    """Large ones in several pieces, and complete or not at all."""
    jobs = [Deed("large", i, "6000000") for i in range(4)]
    jobs[2] = Deed("raise", 2, "why")
    path = tmp_path / "1.parquet"
    run_shard(jobs, WORK, Limits(), path, tmp_path / "stop", None)
    assert list(tmp_path.iterdir()) == [path]
    found = dict(read_shard(path, Done))
    assert found.pop(2) == Failed("extraction-error", "ValueError: why")
    assert found == {i: Done(i, "é" * 6_000_000) for i in (0, 1, 3)}


def test_no_more_jobs_are_begun_where_there_is_a_wish_to_stop(tmp_path: Path) -> None:
    (tmp_path / "stop").touch()
    began = time.monotonic()
    path = tmp_path / "1.parquet"
    run_shard([Deed("sleep", 0, "60")], WORK, Limits(), path, tmp_path / "stop", None)
    assert list(read_shard(path, Done)) == []
    assert time.monotonic() - began < 50


def test_engines_have_names() -> None:
    made = {name: engine_named(name, 1, LIMITS, stop=Stop()) for name in ENGINE_NAMES}
    assert {name: type(engine) for name, engine in made.items()} == {"local": Local, "ray": Ray}
