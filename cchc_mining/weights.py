"""The trained weights that come with the package; see `models/MODEL_CARD.md`."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from .errors import CchcError

_FILE = "indicators.json"


def model_weights() -> bytes:
    """The file of weights of the classifier of labels.  Raises CchcError where it is missing."""
    for folder in (
        resources.files("cchc_mining").joinpath("_models"),
        Path(__file__).parents[1] / "models",  # a checkout, or an editable install of one
    ):
        file = folder.joinpath(_FILE)
        if file.is_file():
            return file.read_bytes()
    raise CchcError(
        f"models/{_FILE} is missing from this installation; install cchc-mining anew,"
        " or make it with: python scripts/train_indicators.py"
    )
