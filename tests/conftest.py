"""What all tests share: where the sample archive is, and the reports that not everyone has."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared"

# The scripts are tested as modules, under the names by which they import one another.
sys.path.insert(0, str(REPOSITORY / "scripts"))

# A loaded machine must not make a property fail.
settings.register_profile("repository", deadline=None)
settings.load_profile("repository")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def lam_hai() -> Path:
    """The sample archive written for this project, with its gold labels."""
    return REPOSITORY / "corpora" / "lam-hai"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real reports and their gold labels, which stand beside some checkouts."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside this checkout")
    return SHARED
