#!/usr/bin/env python3
"""Make an archive of any size whose truth is known.

    make_archive.py --documents 1000 --out DIR [--seed 7] [--errors 0.1] [--kinds KIND ...]

DIR/documents holds reports and plans of invented provinces; DIR/truth.jsonl their labels in the
gold format, each line with its document; DIR/planted.jsonl the errors that were put into
them, each with its place, the right value and the evidence.  Sentences that look like the wrong
ones and are right stand in every document.  The same seed gives the same bytes; a larger archive
begins with the documents of a smaller one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Sequence
from math import log
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec
from made_archive import (
    BY_OWN_DAY,
    CAPACITY,
    OWN_DAY,
    SLIPS,
    Assignment,
    Province,
    Slip,
    assignment,
    compose,
    possible_slips,
    write_register,
)
from made_archive.facts import chance

_encoder = msgspec.json.Encoder()


class Made(NamedTuple):
    """What an archive consists of."""

    documents: int
    characters: int
    planted: int


def make_archive(
    out: Path,
    documents: int,
    *,
    seed: int = 0,
    errors: float = 0.1,
    kinds: Collection[Slip] = SLIPS,
) -> Made:
    """Write the archive; `errors` is how many errors a document gets on average, of these `kinds`.

    A document gets no two errors of one kind, and none of a kind that it has no room for.  Raises
    ValueError for a folder that is not empty, for more documents than there are, and for a kind
    that there is not.
    """
    if unknown := sorted(set(kinds) - set(SLIPS)):
        raise ValueError(f"no such kind: {', '.join(unknown)}; there are {', '.join(SLIPS)}")
    if not 0 <= documents <= CAPACITY:
        raise ValueError(f"{documents} documents: from 0 to {CAPACITY} can be made")
    if out.exists() and any(out.iterdir()):
        raise ValueError(f"{out} is not empty; give a new folder")
    out.mkdir(parents=True, exist_ok=True)
    characters = planted = 0
    provinces: dict[str, Province] = {}
    with (out / "truth.jsonl").open("wb") as truth, (out / "planted.jsonl").open("wb") as wrong:
        for number in range(documents):
            which = assignment(number)
            provinces.setdefault(which.province.name, which.province)
            text, labels, slips = compose(which, seed, _slips(which, seed, errors, kinds))
            path = out / which.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            _write_lines(truth, which.path, labels)
            _write_lines(wrong, which.path, slips)
            characters += len(text)
            planted += len(slips)
    write_register(out / "register.csv", seed, provinces.values())
    return Made(documents, characters, planted)


# Kinds that few documents have room for are drawn more often there, so that all are as frequent.
_WEIGHTS = {"value_conflict": 4.0, "change_conflict": 4.0, "superseded": 2.0}


def _slips(
    which: Assignment, seed: int, errors: float, kinds: Collection[Slip]
) -> tuple[Slip, ...]:
    draw = chance(seed, "slip", which.number)
    wanted = int(errors) + (draw.random() < errors % 1)
    if not wanted:
        return ()
    # The smallest of such keys are a sample without replacement by weight (Efraimidis, Spirakis).
    keys = {
        slip: -log(1 - draw.random()) / _WEIGHTS.get(slip, 1.0)
        for slip in possible_slips(which, seed)
        if slip in kinds
    }
    drawn = sorted(keys, key=keys.__getitem__)
    if OWN_DAY in drawn[:wanted]:  # by its own day such a document may well be right in these
        drawn = [slip for slip in drawn if slip not in BY_OWN_DAY]
    return tuple(drawn[:wanted])


def _write_lines(file: BinaryIO, document: str, items: Sequence[dict[str, object]]) -> None:
    for item in items:
        file.write(_encoder.encode({"document": document, **item}) + b"\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, required=True, metavar="N")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--errors", type=float, default=0.1, metavar="RATE")
    parser.add_argument("--kinds", nargs="+", default=SLIPS, metavar="KIND", help=", ".join(SLIPS))
    options = parser.parse_args(arguments)
    try:
        made = make_archive(
            options.out,
            options.documents,
            seed=options.seed,
            errors=options.errors,
            kinds=options.kinds,
        )
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{made.documents} documents, {made.characters} characters, {made.planted} errors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
