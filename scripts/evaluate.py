#!/usr/bin/env python3
"""Gold figures of any gold folder, every miss, and what changed since the kept run.

    evaluate.py                          the sample archive, compared with the kept run
    evaluate.py FOLDER... --each         other gold folders, file by file
    evaluate.py --show indicator.unit    every miss of one row (--all: of every row)
    evaluate.py --save --write-readme    keep this run; put its figures into the READMEs

The kept run is scripts/evaluation.json, one entry a folder name.  With --targets FILE (JSON: row
to lowest value) only rows below their target are printed; the exit code is 1 if there are any.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from accuracy_table import write_tables
from gold import GoldError, read_gold
from msgspec import Struct
from scoring import MEASURES, Figure, Judgement, figures, judge

import cchc_mining
from cchc_mining.intake import read_file

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLE = REPOSITORY / "corpora" / "lam-hai"
KEPT = Path(__file__).with_name("evaluation.json")
READMES = {"en": REPOSITORY / "README.md", "vi": REPOSITORY / "README.vi.md"}


class Judged(NamedTuple):
    """One document with everything that was judged in it."""

    document: str
    judgements: list[Judgement]


class Run(Struct, frozen=True):
    """What is kept of a run over one folder: figures rounded, misses as lines that compare."""

    documents: int
    figures: dict[str, Figure]
    misses: dict[str, list[str]]


def evaluate(folder: Path) -> list[Judged]:
    """Mine every annotated document of a folder in this process and judge what was found."""
    judged: list[Judged] = []
    for file in read_gold(folder):
        gold = file.resolve(read_file(file.path).text)
        judged.append(Judged(file.name, judge(gold, cchc_mining.mine(file.path))))
    return judged


def summarize(judged: Sequence[Judged]) -> Run:
    """Figures over all documents (micro average) and every miss."""
    misses: dict[str, list[str]] = {}
    for document, judgements in judged:
        for j in judgements:
            if j.verdict != "hit":
                line = f"{document}@{j.start} {j.verdict}: {' '.join(j.text.split())}"
                misses.setdefault(j.row, []).append(line)
    total = figures(j for _, judgements in judged for j in judgements)
    return Run(len(judged), {row: _rounded(figure) for row, figure in total.items()}, misses)


def _rounded(figure: Figure) -> Figure:
    def shorter(value: float | None) -> float | None:
        return None if value is None else round(value, 4)

    return msgspec.structs.replace(
        figure,
        value=shorter(figure.value),
        precision=shorter(figure.precision),
        recall=shorter(figure.recall),
    )


# -- The kept run ------------------------------------------------------------------------------


def read_kept(path: Path) -> dict[str, Run]:
    """The kept runs by folder name; none where nothing was kept yet."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Run]) if path.is_file() else {}


def write_kept(runs: dict[str, Run], path: Path) -> None:
    """Write the kept runs, one value a line, so that a diff shows what changed."""
    content = msgspec.json.format(msgspec.json.encode(dict(sorted(runs.items()))), indent=1)
    path.write_bytes(content + b"\n")


def changes(before: Run, after: Run) -> tuple[list[str], list[str]]:
    """What `after` gained and lost against `before`, mention by mention, as 'row  mention'."""

    def missed(run: Run) -> dict[str, None]:
        return {f"{row:19} {miss}": None for row in MEASURES for miss in run.misses.get(row, ())}

    old, new = missed(before), missed(after)
    return [line for line in old if line not in new], [line for line in new if line not in old]


# -- Printing ----------------------------------------------------------------------------------


def _figure_line(row: str, figure: Figure, before: Figure | None = None) -> str:
    if figure.value is None:
        return f"{row:19}      -  {figure.measure:8} n=0"
    line = f"{row:19} {figure.value:6.4f}  {figure.measure:8} n={figure.n:<5}"
    if figure.precision is not None and figure.recall is not None:
        line += f" P={figure.precision:.4f} R={figure.recall:.4f}"
    if before and before.value is not None and abs(figure.value - before.value) >= 0.00005:
        line += f"  ({figure.value - before.value:+.4f})"
    return line.rstrip()


def _print_figures(title: str, total: dict[str, Figure], before: Run | None = None) -> None:
    print(f"== {title}")
    for row, figure in total.items():
        print(_figure_line(row, figure, before.figures.get(row) if before else None))


def _print_misses(judged: Iterable[Judged], rows: Sequence[str]) -> None:
    for row in rows:
        print(f"== misses of {row}")
        for document, judgements in judged:
            for j in judgements:
                if j.row == row and j.verdict != "hit":
                    detail = "" if j.verdict == "spurious" else f"  expected {j.expected!r}"
                    detail += "" if j.verdict == "missed" else f"  found {j.found!r}"
                    print(f"{document}@{j.start} {j.verdict}: {j.text!r}{detail}")


def _print_changes(before: Run, after: Run) -> None:
    gained, lost = changes(before, after)
    print(f"== since the kept run: {len(gained)} gained, {len(lost)} lost")
    for sign, lines in (("+", gained), ("-", lost)):
        for line in lines:
            print(f"{sign} {line}")


def below_target(run: Run, targets: dict[str, float]) -> list[str]:
    """The rows of a run that fall short of their target, said in words."""
    short: list[str] = []
    for row, target in targets.items():
        value = run.figures[row].value if row in run.figures else None
        if value is not None and value < target:
            short.append(f"{row} {value:.4f} < {target}")
    return short


# -- The command -------------------------------------------------------------------------------


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=[SAMPLE], metavar="FOLDER")
    parser.add_argument("--each", action="store_true", help="figures of every file as well")
    parser.add_argument("--show", choices=list(MEASURES), metavar="ROW", help="misses of one row")
    parser.add_argument("--all", action="store_true", help="misses of every row")
    parser.add_argument("--save", action="store_true", help="keep this run for comparison")
    parser.add_argument("--write-readme", action="store_true", help="kept figures to the READMEs")
    parser.add_argument("--targets", type=Path, metavar="FILE", help="print only what falls short")
    return parser.parse_args(arguments)


def _report(options: argparse.Namespace, judged: list[Judged], name: str, run: Run) -> None:
    before = read_kept(KEPT).get(name)
    if options.each:
        for document, judgements in judged:
            _print_figures(document, figures(judgements))
    _print_figures(f"{name}: {run.documents} documents", run.figures, before)
    if options.all or options.show:
        _print_misses(judged, list(MEASURES) if options.all else [options.show])
    if before:
        _print_changes(before, run)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = _arguments(arguments)
    short: list[str] = []
    for folder in options.folders:
        try:
            judged = evaluate(folder)
        except GoldError as error:
            print(error, file=sys.stderr)
            return 1
        name, run = folder.resolve().name, summarize(judged)
        if options.targets:
            short += below_target(run, msgspec.json.decode(options.targets.read_bytes()))
        else:
            _report(options, judged, name, run)
        if options.save:
            write_kept({**read_kept(KEPT), name: run}, KEPT)
    if options.targets:
        print("; ".join(short) or "every figure at its target")
    if options.write_readme:
        write_tables(READMES, {name: run.figures for name, run in read_kept(KEPT).items()})
    return int(bool(short))


if __name__ == "__main__":
    sys.exit(main())
