"""The trained classifier of labels: one linear model a family of units, read from JSON.

`scripts/train_indicators.py` writes the weights, `models/MODEL_CARD.md` says what they are worth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

import msgspec

from ...errors import CchcError
from .wording import features_of

NONE = ""  # the class of figures that no canonical indicator names
_FILE = "indicators.json"
SCALE = 1000  # weights are kept as whole thousandths


class _Family(msgspec.Struct, frozen=True, dict=True):
    """A linear model: for each feature, pairs of a class's index and its weight."""

    classes: tuple[str, ...]
    bias: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]

    @cached_property
    def places(self) -> dict[str, int]:
        """The index of each class."""
        return {name: i for i, name in enumerate(self.classes)}

    def scores(self, label: str, allowed: Iterable[str]) -> dict[str, float]:
        """The scores of NONE and of the allowed classes that there are.

        Unknown words count in the length, and so speak for none.
        """
        totals = [0] * len(self.classes)
        features = features_of(label)
        for feature in features:
            if pairs := self.weights.get(feature):
                each = iter(pairs)
                for c, weight in zip(each, each, strict=True):
                    totals[c] += weight
        share = 1 / math.sqrt(max(len(features), 1))
        bias, places = self.bias, self.places
        return {
            name: (bias[i] + totals[i] * share) / SCALE
            for name in (NONE, *allowed)
            if (i := places.get(name)) is not None
        }


class Classifier(msgspec.Struct, frozen=True):
    """The families by name; `threshold` is the least confidence at which an id is given.

    `slope` and `offset` turn the log-odds of the best class into those of being right.
    """

    threshold: float
    slope: float
    offset: float
    families: dict[str, _Family]

    def best(self, family: str, label: str, allowed: Iterable[str]) -> tuple[str, float]:
        """The likeliest of the allowed ids or NONE, and the calibrated probability that it is right."""
        name, probability = likeliest(self.families[family].scores(label, allowed))
        odds = math.log(max(probability, 1e-9) / max(1 - probability, 1e-9))
        return name, 1 / (1 + math.exp(-self.slope * odds - self.offset))


def likeliest(scores: Mapping[str, float]) -> tuple[str, float]:
    """The class with the highest score, and its share of the softmax."""
    best = max(scores, key=scores.__getitem__)
    high, exp = scores[best], math.exp
    return best, 1 / sum([exp(score - high) for score in scores.values()])


@cache
def classifier() -> Classifier:
    """The classifier, read once when first asked for.  Raises CchcError where it is missing."""
    return msgspec.json.decode(weights(), type=Classifier)


def weights() -> bytes:
    """The file of weights.  Raises CchcError where it is missing."""
    for folder in (
        resources.files("cchc_mining").joinpath("_models"),
        Path(__file__).parents[3] / "models",  # a checkout, or an editable install of one
    ):
        file = folder.joinpath(_FILE)
        if file.is_file():
            return file.read_bytes()
    raise CchcError(
        f"models/{_FILE} is missing from this installation; install cchc-mining anew,"
        " or make it with: python scripts/train_indicators.py"
    )
