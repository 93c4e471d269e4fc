"""Workers that die, hang or eat memory: every job has one result, and only the guilty are blamed.

Everything here happens in real processes.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from cchc_mining.errors import LexiconError
from cchc_mining.run.engines import Engine, Failed, Limits, Local, Serial, Stop, Work
from cchc_mining.run.engines.nursery import Nursery
from cchc_mining.run.problems import WorkersError

from .conftest import server, workers
from .deeds import Deed, Done, do

WORK = Work(do, Done, ("tests.run.engines.deeds",))
LIMITS = Limits(seconds=1.0, memory=300 << 20)

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def results(
    engine: Engine, jobs: Sequence[Deed], work: Work[Deed, Done] = WORK
) -> dict[int, Done | Failed]:
    """What came of each job by its number: one each, of its own."""
    found: dict[int, Done | Failed] = {}
    for job, result in engine(jobs, work):
        assert job.number not in found
        assert isinstance(result, Failed) or result.number == job.number
        found[job.number] = result
    assert sorted(found) == sorted(job.number for job in jobs)
    return found


# What a job does, the code that it gets, and what is said besides.
MISDEEDS = [
    ("exit", "worker-died", "exit code 3"),
    ("system_exit", "worker-died", "exit code 3"),
    ("interrupt", "worker-died", "exit code 1"),
    ("crash", "worker-died", "SIGSEGV"),
    ("abort", "worker-died", "SIGABRT"),
    ("kill", "worker-died", "SIGKILL"),
    ("hang_up", "worker-died", ".*"),
    pytest.param("babble", "worker-died", "answered what is no result: .*", marks=linux),
    ("stop", "timed-out", "more than 1 seconds"),
    ("spin", "timed-out", "more than 1 seconds"),
    pytest.param("allocate", "out-of-memory", "", marks=linux),
    ("raise", "extraction-error", "ValueError: why"),
    ("unwritable", "extraction-error", "UnicodeEncodeError: .*"),
]


@pytest.mark.parametrize(("kind", "code", "detail"), MISDEEDS)
def test_what_goes_wrong_is_blamed_on_the_job_that_did_it(
    kind: str, code: str, detail: str
) -> None:
    jobs = [Deed("nothing", i, "well") for i in range(6)]
    jobs[2] = Deed(kind, 2, "why")
    found = results(Local(2, LIMITS), jobs)
    failed = found.pop(2)
    assert isinstance(failed, Failed)
    assert failed.code == code
    assert re.fullmatch(detail, failed.detail)
    assert found == {i: Done(i, "well") for i in found}


@linux
@pytest.mark.parametrize("seed", range(2))
def test_many_misdeeds_in_any_order(seed: int) -> None:
    draw = random.Random(seed)
    quick = ("exit", "system_exit", "crash", "raise", "unwritable", "babble")
    kinds = [*draw.choices(quick, k=30), *["nothing"] * 60, "spin", "stop", "allocate"]
    draw.shuffle(kinds)
    found = results(Local(3, LIMITS), [Deed(kind, i) for i, kind in enumerate(kinds)])
    assert [isinstance(found[i], Done) for i in range(len(kinds))] == [
        kind == "nothing" for kind in kinds
    ]


def test_a_second_attempt_is_made_alone_in_a_new_worker(tmp_path: Path) -> None:
    jobs = [Deed("who", i) for i in range(20)]
    jobs[5] = Deed("die_once", 5, str(tmp_path / "died"))
    found = results(Local(1, LIMITS), jobs)
    second = found.pop(5)
    assert isinstance(second, Done)
    before = {result.text for i, result in found.items() if i < 5 and isinstance(result, Done)}
    assert second.text not in before
    assert len(before) == 1


def kill_a_worker(draw: random.Random) -> int:
    """Kill a worker at some moment soon, if there is one; how many were killed."""
    time.sleep(draw.uniform(0, 0.1))
    for worker in draw.sample(running := list(workers()), min(1, len(running))):
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
            return 1
    return 0


@linux
@pytest.mark.parametrize("seed", range(2))
def test_workers_killed_from_outside_at_any_moment_cost_nothing(seed: int) -> None:
    """Most of the time they are writing results, which are larger than a pipe holds.

    They are killed as fast as results come, and not faster, or there would be none.
    """
    draw = random.Random(seed)
    kills = 0
    seen: list[tuple[int, object]] = []
    jobs = [Deed("large", i, "500000") for i in range(80)]
    for job, result in Local(2)(jobs, WORK):
        seen.append((job.number, isinstance(result, Done) or result))
        kills += kill_a_worker(draw) if len(seen) % 2 else 0
    assert sorted(seen) == [(i, True) for i in range(80)]
    assert kills > 10


@linux
def test_the_process_that_workers_are_forked_from_may_be_killed_too() -> None:
    killed: list[int] = []

    def jobs() -> Iterator[Deed]:
        for i in range(60):
            if i in (20, 40):
                killed.append(server())
                os.kill(server(), signal.SIGKILL)
            yield Deed("sleep", i, "0.01")

    seen = [(job.number, result) for job, result in Local(2)(jobs(), WORK)]
    assert sorted(seen, key=lambda pair: pair[0]) == [(i, Done(i)) for i in range(60)]
    assert len({*killed, server()}) == 3


def test_thousands_of_jobs_and_large_results() -> None:
    jobs = [Deed("nothing", i, str(i)) for i in range(5000)]
    jobs[1000] = Deed("large", 1000, "25000000")
    found = results(Local(2), jobs)
    large = found.pop(1000)
    assert isinstance(large, Done)
    assert len(large.text) == 25_000_000
    assert found == {i: Done(i, str(i)) for i in found}


def test_a_result_above_the_limit_of_memory_is_not_taken() -> None:
    found = results(Local(1, Limits(memory=20 << 20)), [Deed("large", 0, "12000000")])
    assert found == {0: Failed("out-of-memory")}


# -- What is left behind ---------------------------------------------------------------------------


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(processes: Sequence[int], seconds: float = 5) -> bool:
    until = time.monotonic() + seconds
    while any(map(is_alive, processes)):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


@linux
def test_what_a_worker_started_ends_with_it(tmp_path: Path) -> None:
    about = tmp_path / "about"
    assert isinstance(results(Local(1, LIMITS), [Deed("litter", 0, str(about))])[0], Failed)
    process, folder = about.read_text("utf-8").split()
    assert gone([int(process)])
    assert not Path(folder).exists()


def test_what_libraries_print_goes_to_the_log(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log"
    results(Local(1, log=log), [Deed("noisy"), Deed("crash", 1)])
    assert log.read_text("utf-8").startswith("noise of a library\nmore of it\n")
    assert "Segmentation fault" in log.read_text("utf-8")
    results(Local(1), [Deed("noisy")])
    assert capfd.readouterr() == ("", "")


MAIN = """
import sys
from cchc_mining.run.engines import Local, Work, stopped_by_interrupt
from tests.run.engines.deeds import Deed, Done, do

def main():
    jobs = [Deed(sys.argv[1], i, f"{sys.argv[2]}{i}") for i in range(100)]
    with stopped_by_interrupt(lambda: print("told", flush=True)) as stop:
        print("begun", flush=True)
        for job, result in Local(2, stop=stop)(jobs, Work(do, Done)):
            print(job.number, type(result).__name__, flush=True)

if __name__ == "__main__":
    main()
"""


def a_main_process(kind: str, about: str) -> subprocess.Popen[str]:
    """A process with a group of its own, as a shell would start it."""
    return subprocess.Popen(
        [sys.executable, "-c", MAIN, kind, about],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
        start_new_session=True,
    )


def wait_for(happened: Callable[[], bool]) -> None:
    while not happened():
        time.sleep(0.02)


@linux
def test_workers_do_not_outlive_a_main_process_that_is_killed(tmp_path: Path) -> None:
    main = a_main_process("linger", str(tmp_path / "about"))
    told = [tmp_path / "about0", tmp_path / "about1"]
    wait_for(lambda: all(path.exists() and path.stat().st_size for path in told))
    main.kill()
    main.communicate()
    for path in told:
        worker, started, folder = path.read_text("utf-8").split()
        assert gone([int(worker), int(started)])
        wait_for(lambda folder=folder: not Path(folder).exists())


def test_an_interrupt_is_for_the_main_process_which_then_finishes_what_is_begun() -> None:
    main = a_main_process("sleep", "0.2")
    assert main.stdout
    lines = [main.stdout.readline() for _ in range(2)]
    os.killpg(main.pid, signal.SIGINT)
    rest, complaints = main.communicate(timeout=20)
    assert (main.returncode, complaints) == (0, "")
    first, *others = [line.split()[-1] for line in (*lines, *rest.splitlines())]
    assert first == "begun"
    assert sorted(others)[-1] == "told"
    assert set(others) == {"Done", "told"}
    assert len(others) <= 8


def test_a_second_interrupt_ends_what_is_begun(tmp_path: Path) -> None:
    main = a_main_process("linger", str(tmp_path / "about"))
    assert main.stdout
    told = [tmp_path / "about0", tmp_path / "about1"]
    wait_for(lambda: all(path.exists() and path.stat().st_size for path in told))
    os.killpg(main.pid, signal.SIGINT)
    assert [main.stdout.readline() for _ in range(2)] == ["begun\n", "told\n"]
    os.killpg(main.pid, signal.SIGINT)
    _, complaints = main.communicate(timeout=20)
    assert complaints.endswith("KeyboardInterrupt\n")
    for path in told:
        worker, started, folder = path.read_text("utf-8").split()
        assert gone([int(worker), int(started)])
        assert not Path(folder).exists()


# -- The interface ---------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", [Serial, lambda stop: Local(2, stop=stop)])
def test_asked_to_stop_an_engine_finishes_what_it_has_begun(
    engine: Callable[[Stop], Engine],
) -> None:
    stop = Stop()
    taken: list[int] = []

    def jobs() -> Iterator[Deed]:
        for i in range(1000):
            taken.append(i)
            yield Deed("sleep", i, "0.05")

    seen: list[int] = []
    for job, result in engine(stop)(jobs(), WORK):
        assert isinstance(result, Done)
        seen.append(job.number)
        if len(seen) == 4:
            stop.ask()
    assert 4 <= len(seen) <= 8
    assert len(seen) <= len(taken) <= 12


def test_asked_again_it_ends_at_once() -> None:
    stop = Stop()
    threading.Timer(1.0, lambda: (stop.ask(), stop.ask())).start()
    started = time.monotonic()
    assert list(Local(2, stop=stop)([Deed("spin", i) for i in range(4)], WORK)) == []
    assert time.monotonic() - started < 5


def test_jobs_are_taken_as_they_are_needed() -> None:
    taken = 0

    def jobs() -> Iterator[Deed]:
        nonlocal taken
        while True:
            taken += 1
            yield Deed("nothing")

    found = Local(2)(jobs(), WORK)
    for _ in range(20):
        next(found)
    time.sleep(0.2)
    assert taken <= 30
    found.close()


def test_results_come_as_they_are_there() -> None:
    jobs = [Deed("sleep", 0, "0.7"), *(Deed("nothing", i) for i in range(1, 10))]
    assert [job.number for job, _ in Local(2)(jobs, WORK)][-1] == 0


def test_who_dies_while_being_started_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    start = Nursery._start_once
    ends: list[Exception] = [EOFError("unexpected EOF"), ConnectionResetError()]

    def dying(self: Nursery, *what: Any) -> Any:
        if ends:
            raise ends.pop()
        return start(self, *what)

    monkeypatch.setattr(Nursery, "_start_once", dying)
    assert results(Local(1), [Deed("nothing", 1)]) == {1: Done(1)}


def test_where_none_can_be_started_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def dying(_self: Nursery, *_what: Any) -> Any:
        raise EOFError("unexpected EOF")

    monkeypatch.setattr(Nursery, "_start_once", dying)
    with pytest.raises(WorkersError, match="unexpected EOF"):
        list(Local(1)([Deed("nothing")], WORK))


def test_no_jobs_need_no_workers() -> None:
    assert results(Local(2), []) == {}


@pytest.mark.parametrize("engine", [Serial(), Local(2)])
def test_what_goes_wrong_with_the_jobs_themselves_is_raised(engine: Engine) -> None:
    def jobs() -> Iterator[Deed]:
        yield Deed("nothing")
        raise RuntimeError("the list of files ends here")

    with pytest.raises(RuntimeError, match="ends here"):
        list(engine(jobs(), WORK))


@pytest.mark.parametrize("engine", [Serial(), Local(2)])
def test_without_a_lexicon_no_job_can_be_done_and_that_is_raised(engine: Engine) -> None:
    jobs = [Deed("nothing"), *(Deed("hopeless", i, "đơn vị.tsv, line 3: \ud800") for i in range(9))]
    seen: list[object] = []
    with pytest.raises(LexiconError, match=r"^đơn vị\.tsv, line 3: "):
        seen.extend(result for _, result in engine(jobs, WORK))
    assert seen in ([], [Done(0)])


def test_work_that_cannot_be_handed_over_is_raised() -> None:
    with pytest.raises((AttributeError, TypeError), match="pickle"):
        results(Local(1), [Deed("nothing")], Work(lambda _: Done(0), Done))


def test_work_that_no_worker_finds_is_raised(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Its module is here alone, as one that a user has typed in."""
    (tmp_path / "typed_in.py").write_text("def work(job):\n    return job\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    from typed_in import work  # pyright: ignore

    monkeypatch.undo()
    with pytest.raises(WorkersError, match="cannot be started"):
        list(Local(1)([1], Work(work, int)))


def test_without_a_process_to_fork_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    jobs = [Deed("nothing", 0), Deed("exit", 1), Deed("spin", 2)]
    found = results(Local(1, LIMITS), jobs)
    assert found == {
        0: Done(0),
        1: Failed("worker-died", "exit code 3"),
        2: Failed("timed-out", "more than 1 seconds"),
    }


def test_serial_work_fails_as_other() -> None:
    jobs = [Deed("raise", 0, "why"), Deed("nothing", 1, "well")]
    found = results(Serial(), jobs)
    assert found == {0: Failed("extraction-error", "ValueError: why"), 1: Done(1, "well")}


@linux
def test_the_process_that_workers_are_forked_from_runs_no_threads() -> None:
    program = "import cchc_mining.run.ready, os; print(len(os.listdir('/proc/self/task')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"1\n"
