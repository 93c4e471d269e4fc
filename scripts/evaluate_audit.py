#!/usr/bin/env python3
"""What the audit finds of known errors, what it says of figures known to be right, and the rest.

    evaluate_audit.py FOLDER... --anomalies FILE.tsv [--controls FILE.tsv]
    evaluate_audit.py corpora/lam-hai --planted corpora/planted.tsv
    evaluate_audit.py --made 2600 [--errors 3] [--seed 1] [--kinds KIND ...] [--keep DIR]

--made makes an archive of so many documents, mines it whole, so that checks across documents see
it, and tells recall and precision of every kind of error that was planted.

An anomaly is found when a finding, or a place it rests on, overlaps it in its file.  Findings that
meet no known error are printed whole (--quiet leaves them out) for a person to judge.  With a
planted list, kinds of error are mapped to the checks that should find them (KINDS), and recall and
precision are given per kind.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from made_archive import SLIPS
from make_archive import make_archive

import cchc_mining
from cchc_mining.audit import audit_document
from cchc_mining.intake import read_file
from cchc_mining.records import Finding, Passage

SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")

# A kind of error in a planted list -> the checks that should find it.  The others of its group
# count neither for nor against it.
KINDS: dict[str, tuple[str, ...]] = {
    "pct_mismatch": ("share-of-fraction", "share-of-whole", "shares-of-list", "plan-percent"),
    "rounding": ("share-of-fraction", "share-of-whole", "shares-of-list"),
    "truncation": ("share-of-fraction", "share-of-whole", "shares-of-list"),
    "sum_mismatch": ("parts-of-whole", "what-is-left"),
    "difference_mismatch": ("change-of-value", "change-of-rank", "what-is-left"),
    "growth_base": ("growth-base",),
    "extra_digit_group": ("digit-groups",),
    "digit_group": ("digit-groups",),
    "out_of_series": ("tenfold", "digit-groups"),
    "unit_slip": ("digit-groups", "unit-of-share"),
    "impossible_date": ("impossible-date", "day-as-month", "impossible-period"),
    "date_mismatch": ("cut-off-date",),
    "as_of_outside": ("cut-off-date",),
    "before_period": ("before-its-period",),
    "rank_range": ("rank-range",),
    "percent_over_100": ("percent-over-100",),
    "list_count": ("counted-list",),
    "complementary": ("complementary-shares",),
    "comparator": ("comparator-before-exact",),
    "table_sum": ("table-totals", "table-formula"),
    "table_formula": ("table-formula", "table-percentages", "table-row-sums"),
    "table_column_total": ("table-totals",),
    "table_row_total": ("table-row-sums",),
    "table_prose": ("table-against-prose",),
    "date_conflict": ("date-conflict",),
    "issuer_conflict": ("issuer-conflict", "two-issuers", "issuer-against-code"),
    "subject_conflict": ("subject-conflict",),
    "same_subject_other_year": ("same-subject-other-year", "date-conflict"),
    "type_code": ("type-against-code",),
    "code_issuer": ("issuer-against-code", "issuer-conflict"),
    "incomplete_number": ("incomplete-number",),
    "year_in_number": ("year-against-date",),
    "number_out_of_series": ("number-out-of-series",),
    "cited_after": ("cited-after-citing",),
    "past_year_plan": ("plan-of-a-past-year",),
    "implements_older": ("older-than-its-basis",),
    "superseded": ("superseded",),
    "register_unknown": ("register-unknown",),
    "register_date": ("register-date",),
    "register_expired": ("register-expired",),
    "value_conflict": ("value-conflict",),
    "change_conflict": ("change-against-earlier",),
}
# Kinds that are no more than remarks: there only findings of severity `info` count.
REMARKS = ("rounding", "truncation", "comparator")
# Kinds of which some cases are remarks: there both count.
PARTLY_REMARKS = ("incomplete_number",)
# Where a document's own day is wrong, all that is compared with it disagrees.
OWN_DAY = "before_period"
ON_OWN_DAY = (
    *("before-its-period", "cut-off-date", "after-the-report", "cited-after-citing"),
    *("date-conflict", "number-out-of-series"),
)


class Known(NamedTuple):
    """A known error or a figure known to be right, at a place of a document."""

    id: str
    document: str
    start: int
    end: int
    quote: str
    kind: str
    confidence: str = ""


class Audited(NamedTuple):
    """A document with its text, its findings and what reading and auditing took (seconds)."""

    name: str
    text: str
    findings: list[Finding]
    extraction: float
    audit: float


def audit(folder: Path) -> Iterator[Audited]:
    """Mine and audit every document of a folder and its subfolders."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES:
            continue
        text = read_file(path).text
        begun = time.process_time()
        record = cchc_mining.mine(path)
        mined = time.process_time()
        findings = audit_document(record, text)
        name = path.relative_to(folder).as_posix()
        yield Audited(name, text, findings, mined - begun, time.process_time() - mined)


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0]


def read_anomalies(path: Path) -> list[Known]:
    """Errors or controls with file, offset and quote, tab-separated."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Known(
                row.get("id") or f"{row['file']}@{row['offset']}",
                row["file"],
                int(row["offset"]),
                int(row["offset"]) + len(row["quote"]),
                row["quote"],
                row.get("kind") or "control",
                row.get("confidence") or "",
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]


def read_planted(path: Path, texts: dict[str, str]) -> list[Known]:
    """Planted errors: a TSV of quotes, or the JSON lines of make_archive.py (start, end)."""
    if path.suffix == ".tsv":
        lines = [x for x in path.read_text(encoding="utf-8").splitlines() if x[:1] != "#"]
        rows: Iterable[dict[str, object]] = csv.DictReader(
            lines, delimiter="\t", quoting=csv.QUOTE_NONE
        )
    else:
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [_planted(number, row, texts) for number, row in enumerate(rows, 1)]


def _planted(number: int, row: dict[str, object], texts: dict[str, str]) -> Known:
    document = str(row["document"])
    quote = str(row.get("quote") or row.get("text") or "")
    if "start" in row:
        start, end = int(str(row["start"])), int(str(row["end"]))
    else:
        text = next((t for name, t in texts.items() if _is(name, document)), "")
        start = text.find(quote)
        end = start + len(quote)
    return Known(f"P{number}", document, start, end, quote, str(row["kind"]))


def _is(name: str, document: str) -> bool:
    """Whether a file is the one a list names, with or without suffix or the folders above it."""
    return document in (name, _stem(name)) or document.endswith("/" + name)


def _meets(known: Known, document: str, place: Finding | Passage) -> bool:
    return _is(document, known.document) and place.start < known.end and known.start < place.end


def _found(known: Known, audited: Sequence[Audited]) -> Iterator[Finding]:
    for one in audited:
        if _is(one.name, known.document):
            for finding in one.findings:
                places = (finding, *finding.evidence)
                if any(_meets(known, one.name, place) for place in places):
                    yield finding


def report_anomalies(anomalies: Sequence[Known], audited: Sequence[Audited]) -> None:
    """Each known error with the findings that meet it."""
    print("== known errors")
    for known in anomalies:
        hits = [
            finding
            for one in audited
            for finding in one.findings
            if _meets(known, one.name, finding)
        ]
        said = ", ".join(f"{f.check}:{f.severity} (expected {f.expected})" for f in hits)
        print(f"{known.id} {known.confidence:7} {known.kind:22} {said or 'MISSED'}")


def report_controls(controls: Sequence[Known], audited: Sequence[Audited]) -> None:
    """Findings graver than a remark that meet a figure known to be right."""
    print("== controls")
    hits = 0
    for known in controls:
        for one in audited:
            for finding in one.findings:
                if finding.severity != "info" and _meets(known, one.name, finding):
                    hits += 1
                    print(f"HIT {known.id} {known.quote}: {finding.check} {finding.severity}")
    print(f"{len(controls)} controls, {hits} hit")


def report_planted(planted: Sequence[Known], audited: Sequence[Audited]) -> None:
    """Recall and precision per kind of planted error."""
    print("== planted errors")
    by_kind: dict[str, list[Known]] = defaultdict(list)
    for known in planted:
        by_kind[known.kind].append(known)
    for kind, known in sorted(by_kind.items()):
        checks = KINDS.get(kind, ())
        hits = [k for k in known if any(f.check in checks for f in _found(k, audited))]
        said, right = 0, 0
        for one in audited:
            for finding in one.findings:
                if finding.check in checks and finding.severity != "info":
                    said += 1
                    right += any(_meets(k, one.name, finding) for k in planted)
        precision = f"{right}/{said} = {right / said:.3f}" if said else "-"
        print(f"{kind:22} recall {len(hits)}/{len(known)}  precision {precision}")
        for missed in known:
            if missed not in hits and checks:
                print(f"    MISSED {missed.document}@{missed.start} {missed.quote}")


class Score(NamedTuple):
    """How the checks of one kind do: planted errors, those found; findings, those that hold."""

    kind: str
    planted: int
    found: int
    said: int
    right: int

    @property
    def recall(self) -> float:
        """The share of the planted errors that is found."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        """The share of the findings that meet a planted error."""
        return self.right / self.said if self.said else 1.0


class Outcome(NamedTuple):
    """What the audit of a made archive gave: scores, and what was missed and said in vain."""

    scores: list[Score]
    missed: list[Known]
    vain: list[Finding]


def score_archive(planted: Sequence[Known], findings: Sequence[Finding]) -> Outcome:
    """Compare the findings on an archive with what was planted in it.

    A finding holds when it, or a place it rests on, meets a planted error of any kind: a wrong day
    makes more than one thing disagree.
    """
    by_document: dict[str, list[Known]] = defaultdict(list)
    for known in planted:
        by_document[known.document].append(known)
    met = [
        {
            known
            for place in (finding, *finding.evidence)
            for known in by_document.get(place.source, ())
            if _is_at(known, place) or (known.kind == OWN_DAY and finding.check in ON_OWN_DAY)
        }
        for finding in findings
    ]
    found: set[Known] = set()
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for finding, meets in zip(findings, met, strict=True):
        for kind in _kinds_of(finding):
            said[kind] += 1
            right[kind] += bool(meets)
            found |= {known for known in meets if known.kind == kind}
    counts = Counter(known.kind for known in planted)
    scores = [
        Score(kind, number, sum(k.kind == kind for k in found), said[kind], right[kind])
        for kind, number in sorted(counts.items())
    ]
    missed = [known for known in planted if known not in found]
    vain = [f for f, meets in zip(findings, met, strict=True) if not meets]
    return Outcome(scores, missed, vain)


def _is_at(known: Known, place: Finding | Passage) -> bool:
    return place.start < known.end and known.start < place.end


def _kinds_of(finding: Finding) -> Iterator[str]:
    """The kinds of error that a finding speaks for: remarks for remarks, the graver for others."""
    for kind, checks in KINDS.items():
        is_remark = finding.severity == "info"
        if finding.check in checks and (kind in PARTLY_REMARKS or (kind in REMARKS) == is_remark):
            yield kind


def evaluate_made(options: argparse.Namespace) -> None:
    """Make an archive, mine and audit it, and print what became of the planted errors."""
    with tempfile.TemporaryDirectory() as scratch:
        made, out = options.keep or Path(scratch, "made"), Path(scratch, "out")
        kinds = options.kinds or SLIPS
        make_archive(made, options.made, seed=options.seed, errors=options.errors, kinds=kinds)
        cchc_mining.mine_archive([made / "documents"], out)
        cchc_mining.import_register(made / "register.csv", out)
        planted = [
            known._replace(document=known.document.removeprefix("documents/"))
            for known in read_planted(made / "planted.jsonl", {})
        ]
        lines = (out / "findings.jsonl").read_bytes().splitlines()
        if options.keep:
            shutil.copytree(out, made / "mined")
    findings = [msgspec.json.decode(line, type=Finding) for line in lines]
    print_outcome(score_archive(planted, findings), options.show or ())


def print_outcome(outcome: Outcome, show: Collection[str]) -> None:
    """The table, and for the kinds in `show` what was missed and said in vain."""
    print(f"{'kind':26}{'planted':>8}{'found':>7}{'recall':>8}{'said':>7}{'precision':>10}")
    for score in outcome.scores:
        print(
            f"{score.kind:26}{score.planted:8}{score.found:7}{score.recall:8.3f}"
            f"{score.said:7}{score.precision:10.3f}"
        )
    for known in outcome.missed:
        if known.kind in show:
            print(f"MISSED {known.kind} {known.document}@{known.start} {known.quote}")
    for finding in outcome.vain:
        if any(kind in show for kind in _kinds_of(finding)):
            print(f"VAIN {finding.check} {finding.source}@{finding.start} {finding.text}")
            print(f"     {finding.arithmetic or finding.message.vi} | {finding.expected}")
            for passage in finding.evidence:
                print(f"     {passage.source}@{passage.start} {passage.text}")


def report_others(known: Sequence[Known], audited: Sequence[Audited], show: bool) -> None:
    """Findings that meet no known error, whole, and how many there are by check and severity."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in audited:
        for finding in one.findings:
            expected = any(_meets(k, one.name, finding) for k in known)
            counts[finding.check, finding.severity, "known" if expected else "other"] += 1
            if show and not expected:
                print(f"-- {one.name}@{finding.start} {finding.check} {finding.severity}")
                print(f"   “{' '.join(finding.text.split())[:300]}”")
                print(f"   {finding.arithmetic or ''} | {finding.message.vi} | {finding.expected}")
    print("== findings by check")
    for (check, severity, kind), number in sorted(counts.items()):
        print(f"{check:24} {severity:8} {kind:6} {number}")


def main() -> None:
    """Read the arguments and print the report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--anomalies", type=Path)
    parser.add_argument("--controls", type=Path)
    parser.add_argument("--planted", type=Path)
    parser.add_argument("--quiet", action="store_true", help="do not print the other findings")
    made = parser.add_argument_group("a made archive")
    made.add_argument("--made", type=int, metavar="N", help="documents")
    made.add_argument("--seed", type=int, default=0)
    made.add_argument("--errors", type=float, default=3.0, help="planted in each document")
    made.add_argument("--kinds", nargs="+", metavar="KIND", help="what is planted (default: all)")
    made.add_argument("--show", nargs="+", metavar="KIND", help="print what is missed or vain")
    made.add_argument("--keep", type=Path, metavar="DIR", help="keep the archive and its audit")
    arguments = parser.parse_args()
    if arguments.made is not None:
        evaluate_made(arguments)
        return
    audited = [one for folder in arguments.folders for one in audit(folder)]
    known: list[Known] = []
    if arguments.anomalies:
        anomalies = read_anomalies(arguments.anomalies)
        report_anomalies(anomalies, audited)
        known += anomalies
    if arguments.controls:
        report_controls(read_anomalies(arguments.controls), audited)
    if arguments.planted:
        planted = read_planted(arguments.planted, {one.name: one.text for one in audited})
        report_planted(planted, audited)
        known += planted
    report_others(known, audited, show=not arguments.quiet)
    extraction, spent = sum(o.extraction for o in audited), sum(o.audit for o in audited)
    print(f"== time: extraction {extraction:.3f} s, audit {spent:.3f} s ({spent / extraction:.1%})")


if __name__ == "__main__":
    main()
