"""The trained classifier of labels: one linear model a family of units, read from JSON.

`scripts/train_indicators.py` writes the weights, `models/MODEL_CARD.md` says what they are worth.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property

import msgspec

from ...weights import model_weights
from .wording import features_of

NONE = ""  # the class of figures that no canonical indicator names
SCALE = 1000  # weights are kept as whole thousandths
_LANE = 32  # bits; a sum of weights has less than 24
_ZERO = 1 << _LANE - 1


def _pairs(flat: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(flat[::2], flat[1::2], strict=True)


class _Family(msgspec.Struct, frozen=True, dict=True):
    """A linear model: for each feature, pairs of a class's index and its weight."""

    classes: tuple[str, ...]
    bias: tuple[int, ...]
    weights: dict[str, tuple[int, ...]]

    @cached_property
    def _rows(self) -> dict[str, int]:
        """The weights of each feature as one number with a lane of bits for each class, so that rows
        are added up in one step for all classes."""
        return {
            feature: sum(weight << _LANE * c for c, weight in _pairs(flat))
            for feature, flat in self.weights.items()
        }

    @cached_property
    def _zeros(self) -> int:
        """A row of zeros, from which weights below zero can be taken without borrowing."""
        return sum(_ZERO << _LANE * c for c in range(len(self.classes)))

    def _totals(self, features: Set[str]) -> tuple[int, ...]:
        """The sum of the features' weights for each class, each greater by _ZERO."""
        rows, count = self._rows, len(self.classes)
        total = sum((rows[feature] for feature in rows.keys() & features), self._zeros)
        return struct.unpack(f"<{count}I", total.to_bytes(count * _LANE // 8, "little"))

    @cached_property
    def _chosen(self) -> dict[tuple[str, ...], list[tuple[str, int, int]]]:
        """For the ids that some unit allows: NONE and the classes that there are, each with its index
        and bias."""
        return {}

    def _choose(self, allowed: tuple[str, ...]) -> list[tuple[str, int, int]]:
        if allowed not in self._chosen:
            known = {name: (name, i, self.bias[i]) for i, name in enumerate(self.classes)}
            self._chosen[allowed] = [known[name] for name in (NONE, *allowed) if name in known]
        return self._chosen[allowed]

    def scores(self, label: str, allowed: Iterable[str]) -> dict[str, float]:
        """The scores of NONE and of the allowed classes that there are.

        Unknown words count in the length, and so speak for none.
        """
        features = features_of(label)
        totals = self._totals(features)
        share = 1 / math.sqrt(max(len(features), 1))
        return {
            name: (bias + (totals[i] - _ZERO) * share) / SCALE
            for name, i, bias in self._choose(tuple(allowed))
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
    return msgspec.json.decode(model_weights(), type=Classifier)
