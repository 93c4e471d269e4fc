"""The trained classifier of labels: one linear model a family of units, read from JSON.

`scripts/train_indicators.py` writes the weights, `models/MODEL_CARD.md` says what they are worth.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec

from ...errors import CchcError
from .wording import features_of

NONE = ""  # the class of figures that no canonical indicator names
_FILE = "indicators.json"
SCALE = 1000  # weights are kept as whole thousandths


class _Family(msgspec.Struct, frozen=True):
    """A linear model: for each feature, pairs of a class's index and its weight."""

    classes: tuple[str, ...]
    bias: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]


class Classifier(msgspec.Struct, frozen=True):
    """The families by name; `threshold` is the least confidence at which an id is given.

    `slope` and `offset` turn the log-odds of the best class into those of being right.
    """

    threshold: float
    slope: float
    offset: float
    families: dict[str, _Family]

    def best(self, family: str, label: str, allowed: Collection[str]) -> tuple[str, float]:
        """The likeliest of the allowed ids or NONE, and the calibrated probability that it is right."""
        name, probability = likeliest(_scores(self.families[family], label), allowed)
        odds = math.log(max(probability, 1e-9) / max(1 - probability, 1e-9))
        return name, 1 / (1 + math.exp(-self.slope * odds - self.offset))


def _scores(family: _Family, label: str) -> dict[str, float]:
    """The score of each class; unknown words count in the length, and so speak for none."""
    totals = [0] * len(family.classes)
    features = features_of(label)
    weights = family.weights
    for feature in features:
        pairs = weights.get(feature)
        if pairs:
            for i in range(0, len(pairs), 2):
                totals[pairs[i]] += pairs[i + 1]
    share = 1 / math.sqrt(max(len(features), 1))
    return {
        name: (bias + total * share) / SCALE
        for name, bias, total in zip(family.classes, family.bias, totals, strict=True)
    }


def likeliest(scores: Mapping[str, float], allowed: Collection[str]) -> tuple[str, float]:
    """The best of NONE and the allowed ids by score, with its share of their softmax."""
    known = [NONE, *(name for name in allowed if name in scores)]
    best = max(known, key=scores.__getitem__)
    high = scores[best]
    return best, 1 / sum(math.exp(scores[name] - high) for name in known)


@cache
def classifier() -> Classifier:
    """The classifier, read once when first asked for.  Raises CchcError where it is missing."""
    for folder in (
        resources.files("cchc_mining").joinpath("_models"),
        Path(__file__).parents[3] / "models",  # a checkout, or an editable install of one
    ):
        file = folder.joinpath(_FILE)
        if file.is_file():
            return msgspec.json.decode(file.read_bytes(), type=Classifier)
    raise CchcError(
        f"models/{_FILE} is missing from this installation; install cchc-mining anew,"
        " or make it with: python scripts/train_indicators.py"
    )
