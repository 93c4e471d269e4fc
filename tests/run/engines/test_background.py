"""Work that is done meanwhile: waited for, or ended with the block that had it done."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from cchc_mining.errors import LexiconError
from cchc_mining.run.engines import Engine, Failed, Local, Serial, Stop, Work, meanwhile

from .conftest import workers
from .deeds import Deed, Done, do

WORK = Work(do, Done, ("tests.run.engines.deeds",))
ENGINES: list[Callable[[Stop], Engine]] = [
    lambda _: Serial(),
    lambda stop: Local(2, stop=stop),
]
LONG = Deed("sleep", 0, "600")


@pytest.mark.parametrize("start", ENGINES, ids=["serial", "local"])
def test_every_job_is_done_by_the_time_it_is_waited_for(start: Callable[[Stop], Engine]) -> None:
    deeds = [Deed("nothing", 1, "một"), Deed("raise", 2), Deed("nothing", 3, "ba")]
    with meanwhile(start, deeds, WORK) as wait:
        found = {job.number: result for job, result in wait()}
    assert found[1] == Done(1, "một")
    assert found[3] == Done(3, "ba")
    assert isinstance(found[2], Failed)


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_workers_end_with_a_block_that_fails(error: type[BaseException]) -> None:
    def fail_meanwhile() -> None:
        with meanwhile(lambda stop: Local(2, stop=stop), [LONG, LONG], WORK):
            while len(list(workers())) < 3:  # two, and the one that watches over them
                time.sleep(0.01)
            raise error

    with pytest.raises(error):
        fail_meanwhile()


def test_who_waits_is_told_what_ends_all_work() -> None:
    with (
        pytest.raises(LexiconError),
        meanwhile(
            lambda stop: Local(1, stop=stop), [Deed("hopeless", 1, "units.tsv")], WORK
        ) as wait,
    ):
        wait()
