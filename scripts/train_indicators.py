"""Train the classifier of canonical indicators, and say what it is worth.

    python scripts/train_indicators.py              # train, cross-validate, write models/
    python scripts/train_indicators.py --check      # only say what is true of it, write nothing
    python scripts/train_indicators.py --relabel    # first read the labels of the examples anew

Needs the extra `train`.  The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from indicator_examples import TAXONOMY, Example, read_examples, relabel, taxonomy_examples
from rapidfuzz import fuzz
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from cchc_mining.extract.indicators.canonical import allowed_ids, fit_of
from cchc_mining.extract.indicators.classifier import NONE, SCALE, likeliest
from cchc_mining.extract.indicators.wording import features_of, words_of

MODEL = Path(__file__).resolve().parents[1] / "models" / "indicators.json"
FOLDS = 10
STRENGTH = 60.0  # inverse of the regularisation; chosen by cross-validation
NEGLIGIBLE = 0.6  # weights below it are dropped: most of them, and no figure of the report moves
THRESHOLD = 0.85  # the least confidence at which an id is given


class Answer(NamedTuple):
    """What was said of one example by a model that had not seen its document."""

    truth: str
    said: str
    probability: float

    @property
    def is_right(self) -> bool:
        """Whether it was said as it is."""
        return self.truth == self.said


# --- the model ------------------------------------------------------------------------------------


class Family(NamedTuple):
    """A linear model over the features of labels."""

    classes: list[str]
    bias: np.ndarray
    weights: np.ndarray  # features x classes
    vocabulary: dict[str, int]

    def scores(self, label: str, allowed: Iterable[str]) -> dict[str, float]:
        """As in `classifier.py`, with weights that are not rounded."""
        features = features_of(label)
        known = [self.vocabulary[f] for f in features if f in self.vocabulary]
        total = self.weights[known].sum(axis=0) / math.sqrt(max(len(features), 1))
        scores = dict(zip(self.classes, (self.bias + total).tolist(), strict=True))
        return {name: scores[name] for name in (NONE, *allowed) if name in scores}


def train(examples: Sequence[Example]) -> dict[str, Family]:
    """One model a family of units."""
    groups: dict[str, list[Example]] = {}
    for example in examples:
        if fit := fit_of(example.unit):
            groups.setdefault(fit.family, []).append(example)
    return {name: _train_family(group) for name, group in sorted(groups.items())}


def _train_family(examples: Sequence[Example]) -> Family:
    labels = [sorted(features_of(e.label)) for e in examples]
    vocabulary = {f: i for i, f in enumerate(sorted({f for label in labels for f in label}))}
    matrix = _matrix(labels, vocabulary)
    model = LogisticRegression(C=STRENGTH, max_iter=500, tol=1e-3)
    model.fit(matrix, [e.indicator for e in examples], [e.weight for e in examples])
    weights = np.where(np.abs(model.coef_) < NEGLIGIBLE, 0, model.coef_)
    bias = model.intercept_
    if len(model.classes_) == 2:  # scikit-learn keeps one row for two classes
        weights, bias = np.vstack([-weights / 2, weights / 2]), np.hstack([-bias / 2, bias / 2])
    return Family(model.classes_.tolist(), bias, weights.T, vocabulary)


def _matrix(labels: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> csr_matrix:
    rows = [i for i, label in enumerate(labels) for _ in label]
    columns = [vocabulary[f] for label in labels for f in label]
    values = [1 / math.sqrt(len(label)) for label in labels for _ in label]
    return csr_matrix((values, (rows, columns)), shape=(len(labels), len(vocabulary)))


def answer(families: dict[str, Family], example: Example) -> Answer:
    """What a model says of an example; where the unit allows nothing, none for certain."""
    fit = fit_of(example.unit)
    allowed = allowed_ids(example.label, example.unit, example.role == "change")
    if fit is None or not allowed:
        return Answer(example.indicator, NONE, 1.0)
    scores = families[fit.family].scores(example.label, allowed)
    return Answer(example.indicator, *likeliest(scores))


# --- honest figures -------------------------------------------------------------------------------


def folds(examples: Sequence[Example]) -> Iterable[tuple[list[Example], list[int]]]:
    """Training examples, and the places of those to be tested; no document is in both."""
    groups = [e.document for e in examples]
    splitter = GroupKFold(n_splits=FOLDS, shuffle=True, random_state=0)
    for kept, tested in splitter.split(examples, groups=groups):
        yield [examples[i] for i in kept], tested.tolist()


def cross_validate(examples: Sequence[Example], taxonomy: Sequence[Example]) -> list[Answer]:
    """An answer for each example, in their order."""
    answers: dict[int, Answer] = {}
    for kept, tested in folds(examples):
        families = train([*kept, *taxonomy])
        answers.update((i, answer(families, examples[i])) for i in tested)
    return [answers[i] for i in range(len(examples))]


def fuzzy(examples: Sequence[Example], taxonomy: Sequence[Example]) -> list[Answer]:
    """The baseline: the id of the known label of that unit with the best token-set ratio.

    It knows what the model of the fold knows: the taxonomy and the examples of other documents.
    """
    answers: dict[int, Answer] = {}
    for kept, tested in folds(examples):
        known = [
            (e.indicator, " ".join(words_of(e.label)))
            for e in [*kept, *taxonomy]
            if e.indicator != NONE or e.document != TAXONOMY  # a unit alone is part of every label
        ]
        for i in tested:
            e = examples[i]
            label = " ".join(words_of(e.label))
            allowed = {NONE, *allowed_ids(e.label, e.unit, e.role == "change")}
            best = max(
                (
                    (fuzz.token_set_ratio(label, text), name)
                    for name, text in known
                    if name in allowed
                ),
                default=(0.0, NONE),
            )
            answers[i] = Answer(e.indicator, best[1], best[0] / 100)
    return [answers[i] for i in range(len(examples))]


def calibration(answers: Sequence[Answer]) -> tuple[float, float]:
    """Slope and offset by which log-odds become those of being right (Platt)."""
    given = [a for a in answers if a.said != NONE]
    model = LogisticRegression(C=1e6)
    model.fit([[_odds(a.probability)] for a in given], [a.is_right for a in given])
    return float(model.coef_[0][0]), float(model.intercept_[0])


def _odds(probability: float) -> float:
    return math.log(max(probability, 1e-9) / max(1 - probability, 1e-9))


def calibrated(answers: Sequence[Answer], slope: float, offset: float) -> list[Answer]:
    """The answers with probabilities of being right."""
    return [
        a._replace(probability=1 / (1 + math.exp(-slope * _odds(a.probability) - offset)))
        for a in answers
    ]


def cross_calibrated(answers: Sequence[Answer]) -> list[Answer]:
    """As `calibrated`, each half by what the other half shows."""
    halves = (answers[::2], answers[1::2])
    done = [
        calibrated(half, *calibration(other))
        for half, other in zip(halves, reversed(halves), strict=True)
    ]
    return [*done[0], *done[1]]


def calibration_error(answers: Sequence[Answer], bins: int = 10) -> float:
    """Expected calibration error over the answers that give an id."""
    given = [a for a in answers if a.said != NONE]
    error = 0.0
    for b in range(bins):
        inside = [a for a in given if min(int(a.probability * bins), bins - 1) == b]
        if inside:
            said = sum(a.probability for a in inside)
            error += abs(said - sum(a.is_right for a in inside)) / len(given)
    return error


def measure(answers: Sequence[Answer], threshold: float) -> dict[str, float]:
    """Precision of the ids given, recall of those there are, and F1, at a threshold."""
    given = [a for a in answers if a.said != NONE and a.probability >= threshold]
    right = sum(a.is_right for a in given)
    there = sum(a.truth != NONE for a in answers)
    precision, recall = right / max(len(given), 1), right / max(there, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "threshold": threshold,
        "precision": precision,
        "recall": recall,
        "f1": both,
        "given": len(given),
    }


def best_threshold(answers: Sequence[Answer]) -> float:
    """The threshold of the best F1: to the baseline's credit, chosen on what is measured."""
    return max((step / 100 for step in range(30, 101)), key=lambda t: measure(answers, t)["f1"])


# --- writing --------------------------------------------------------------------------------------


def as_json(families: dict[str, Family], slope: float, offset: float) -> str:
    """The model as `classifier.py` reads it."""
    document = {
        "threshold": THRESHOLD,
        "slope": round(slope, 4),
        "offset": round(offset, 4),
        "families": {name: _family_json(family) for name, family in families.items()},
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _family_json(family: Family) -> dict[str, object]:
    weights = {
        feature: [
            number
            for c, weight in enumerate(family.weights[row])
            if weight
            for number in (c, round(float(weight) * SCALE))
        ]
        for feature, row in family.vocabulary.items()
    }
    return {
        "classes": family.classes,
        "bias": [round(float(b) * SCALE) for b in family.bias],
        "weights": {feature: pairs for feature, pairs in weights.items() if pairs},
    }


def report(name: str, figures: dict[str, float]) -> None:
    """One line of figures."""
    said = "  ".join(
        f"{k} {v:.4f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items()
    )
    print(f"{name:<28}{said}")


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument(
        "--relabel", action="store_true", help="read the examples' labels anew first"
    )
    parser.add_argument(
        "--errors", action="store_true", help="list what is wrong in cross-validation"
    )
    arguments = parser.parse_args()
    if arguments.relabel:
        print(f"{relabel()} examples changed")
    examples, taxonomy = read_examples(), list(taxonomy_examples())
    with_id = sum(e.indicator != NONE for e in examples)
    print(
        f"{len(examples)} examples of {len({e.document for e in examples})} documents:"
        f" {with_id} with one of {len({e.indicator for e in examples}) - 1} ids,"
        f" {len(examples) - with_id} with none; {len(taxonomy)} from the taxonomy"
    )
    answers = cross_validate(examples, taxonomy)
    slope, offset = calibration(answers)
    sure = cross_calibrated(answers)
    report("model", measure(sure, THRESHOLD))
    report("model, best F1", measure(sure, best_threshold(sure)))
    baseline = fuzzy(examples, taxonomy)
    report("fuzzy (token set), best F1", measure(baseline, best_threshold(baseline)))
    report("fuzzy (token set), exact", measure(baseline, 1.0))
    print(f"expected calibration error  {calibration_error(sure):.4f}")
    if arguments.errors:
        list_errors(examples, calibrated(answers, slope, offset))
    if not arguments.check:
        families = train([*examples, *taxonomy])
        MODEL.parent.mkdir(exist_ok=True)
        MODEL.write_text(as_json(families, slope, offset), encoding="utf-8", newline="")
        print(f"{MODEL.name}: {MODEL.stat().st_size:,} bytes")


def list_errors(examples: Sequence[Example], answers: Sequence[Answer]) -> None:
    """Ids given wrongly or missed."""
    for example, a in zip(examples, answers, strict=True):
        said = a.said if a.probability >= THRESHOLD else NONE
        if said != a.truth:
            kind = "missed" if said == NONE else "WRONG"
            print(
                f"{kind}\t{a.truth or 'none'}\t{a.said or 'none'}\t{a.probability:.2f}\t{example.unit}\t{example.label}"
            )


if __name__ == "__main__":
    main()
