"""What the torture is made of, and that it notices what is wrong; the torture itself takes minutes."""

from __future__ import annotations

from random import Random

import pytest
from hostile_files import damaged, hostile_files, whole_files
from saboteur import DEEDS, deed_of, name_for
from torture import Row, complaints

from cchc_mining.intake import READABLE, media_type
from cchc_mining.run import codes


def test_every_format_that_is_read_is_among_the_hostile_files() -> None:
    named = [name for name, _ in hostile_files(60, Random(1))]
    assert len(set(named)) == len(named) == 60
    assert {media_type(name) for name in named} == {media_type(f"a{e}") for e in READABLE}


def test_files_are_damaged_in_the_same_way_by_the_same_seed() -> None:
    (whole, *_) = whole_files()["txt"]
    first, second = ([damaged(whole, Random(seed)) for seed in range(50)] for _ in range(2))
    assert first == second
    assert whole not in first


@pytest.mark.parametrize("deed", DEEDS)
def test_deeds_are_told_by_the_names_of_files(deed: str) -> None:
    assert deed_of(name_for(deed, 7)) == deed
    assert DEEDS[deed] in codes()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], ["a.txt: 0 rows"]),
        ([Row("a.txt", "ok", None), Row("a.txt", "ok", None)], ["a.txt: 2 rows"]),
        ([Row("a.txt", "ok", None), Row("b.txt!c", "ok", None)], ["b.txt!c: a row without a file"]),
        ([Row("a.txt", "failed", "bad luck")], ["a.txt: failed for no known reason (bad luck)"]),
        ([Row("a.txt", "partial", None), Row("a.txt!b", "failed", "damaged")], []),
    ],
)
def test_what_is_wrong_with_the_rows_is_noticed(rows: list[Row], expected: list[str]) -> None:
    assert list(complaints(["a.txt"], rows)) == expected


def test_a_sound_file_must_be_read_and_a_deed_must_fail_for_its_reason() -> None:
    rows = [
        Row("1-sound.txt", "failed", "damaged"),
        Row("deed-exit-2.txt", "failed", "timed-out"),
        Row("deed-spin-3.txt", "ok", None),
    ]
    assert list(complaints([row.path for row in rows], rows)) == [
        "1-sound.txt: damaged, though sound",
        "deed-exit-2.txt: timed-out, and not worker-died",
        "deed-spin-3.txt: ok, and not timed-out",
    ]
