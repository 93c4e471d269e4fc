"""An index of a made archive, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_mining import link
from cchc_mining.index import Index, IndexWriter, open_index

from .made import made_documents


@pytest.fixture(scope="session")
def made_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an index of sixty made documents."""
    path = tmp_path_factory.mktemp("made") / "index.sqlite"
    with IndexWriter(path, link) as writer:
        for record, text in made_documents(60):
            writer.add(record, text)
        writer.finish()
    return path


@pytest.fixture
def index(made_index: Path) -> Iterator[Index]:
    """That index, open for questions."""
    with open_index(made_index) as opened:
        yield opened
