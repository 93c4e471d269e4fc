"""What was mined is kept, whatever happens to the process or the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.run import Job, Journal, Maker, Mined
from cchc_mining.run.entries import EntryFile, heads_of

from .support import MAKER

OK = Mined("ok", b"all that was made of it")
FAILED = Mined("failed", reason="malformed", message="a.txt: ends half way")


def job(name: str, sha256: str = "11") -> Job:
    return Job(f"/in/{name}", name, sha256)


def kept(folder: Path, *jobs: Job, maker: Maker = MAKER, retry: bool = False) -> list[Mined | None]:
    with Journal(folder, maker, retry=retry) as journal:
        return [journal[one] if one in journal else None for one in jobs]  # noqa: SIM401


def keep(folder: Path, *entries: tuple[Job, Mined], maker: Maker = MAKER) -> None:
    with Journal(folder, maker) as journal:
        for one, mined in entries:
            journal.add(one, mined)


def test_what_was_mined_is_there_in_the_next_run(tmp_path: Path) -> None:
    partly = Mined("partial", b"x" * 100_000)
    keep(tmp_path / "w", (job("a.txt", "1"), OK), (job("b.txt", "2"), partly))
    keep(tmp_path / "w", (job("c.txt", "3"), FAILED))
    jobs = [job(f"{name}.txt", str(i)) for i, name in enumerate("abcd", 1)]
    assert kept(tmp_path / "w", *jobs) == [OK, partly, FAILED, None]


def test_a_content_is_known_under_any_name_of_its_format(tmp_path: Path) -> None:
    keep(tmp_path, (job("a.txt"), OK))
    assert kept(tmp_path, job("moved/b.txt"), job("a.html"), job("a.txt", "12")) == [OK, None, None]


def test_a_failure_is_known_under_its_own_name_alone(tmp_path: Path) -> None:
    """What it says of the file names it; and a file with a better name may be read."""
    keep(tmp_path, (job("a.txt"), FAILED))
    assert kept(tmp_path, job("a.txt"), job("b.txt")) == [FAILED, None]


def test_what_another_program_made_does_not_stand(tmp_path: Path) -> None:
    keep(tmp_path, (job("a.txt"), OK), (job("b.txt", "12"), FAILED))
    other = Maker(b"newer program", b"newer program, an hour")
    with Journal(tmp_path, other) as journal:
        assert [one in journal for one in (job("a.txt"), job("b.txt", "12"))] == [False, False]
        assert journal.is_outdated(job("a.txt"))
        assert not journal.is_outdated(job("c.txt", "13"))
        journal.add(job("a.txt"), OK)
        assert not journal.is_outdated(job("a.txt"))


def test_other_limits_concern_failures_alone(tmp_path: Path) -> None:
    keep(tmp_path, (job("a.txt"), OK), (job("b.txt", "12"), FAILED))
    longer = Maker(MAKER.mined, b"program, two hours")
    assert kept(tmp_path, job("a.txt"), job("b.txt", "12"), maker=longer) == [OK, None]


def test_failures_are_tried_again_where_that_is_asked_for(tmp_path: Path) -> None:
    keep(tmp_path, (job("a.txt"), OK), (job("b.txt", "12"), FAILED))
    assert kept(tmp_path, job("a.txt"), job("b.txt", "12"), retry=True) == [OK, None]


def test_a_failure_that_may_pass_is_tried_again_by_the_next_run(tmp_path: Path) -> None:
    passing = Mined("failed", reason="unreadable", passing=True)
    with Journal(tmp_path, MAKER) as journal:
        journal.add(job("a.txt"), passing)
        assert journal[job("a.txt")] == passing
    assert kept(tmp_path, job("a.txt")) == [None]


def test_a_journal_of_nothing_leaves_nothing(tmp_path: Path) -> None:
    keep(tmp_path / "w")
    assert not (tmp_path / "w").exists()


def test_what_is_no_more_wanted_is_let_go(tmp_path: Path) -> None:
    jobs = [job(f"{i}.txt", str(i)) for i in range(10)]
    keep(tmp_path, *((one, OK) for one in jobs))
    size = (tmp_path / "journal").stat().st_size
    for wanted, shrinks in ((jobs[:6], False), (jobs[:4], True)):
        with Journal(tmp_path, MAKER) as journal:
            journal.keep_only(wanted)
        assert ((tmp_path / "journal").stat().st_size < size) == shrinks
        assert kept(tmp_path, *wanted) == [OK] * len(wanted)
    assert kept(tmp_path, *jobs[4:]) == [None] * 6


@given(st.lists(st.tuples(st.binary(), st.binary()), min_size=1, max_size=6), st.data())
def test_entries_before_a_cut_or_a_harmed_byte_are_whole(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[tuple[bytes, bytes]],
    data: st.DataObject,
) -> None:
    path = tmp_path_factory.mktemp("entries") / "f"
    file = EntryFile(path)
    places = [file.append(head, body) for head, body in entries]
    file.close()
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.booleans())
    path.write_bytes(whole[:at] if cut else whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    ends = [*places[1:], len(whole)]
    left = sum(end <= at for end in ends)
    assert list(heads_of(path)) == [head for head, _ in entries[:left]]
    file = EntryFile(path)
    found = list(file.heads())
    assert [file.read(place) for place, _ in found] == entries[:left]
    file.append(b"new", b"entry")
    file.close()
    assert list(heads_of(path)) == [*(head for head, _ in entries[:left]), b"new"]


def test_a_file_of_something_else_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "journal").write_bytes(b"SQLite format 3\x00" * 100)
    assert kept(tmp_path, job("a.txt")) == [None]
