"""The notebook of the documentation runs from top to bottom and shows what it should."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

import pytest

from tests.walkthrough import REPOSITORY

nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed (extra `dev`)")
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed (extra `dev`)")

NOTEBOOK = REPOSITORY / "docs" / "notebooks" / "researcher.ipynb"


def test_the_notebook_runs_and_shows_tables_marks_and_a_picture(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("*.gold.jsonl")
    shutil.copytree(REPOSITORY / "corpora" / "lam-hai", tmp_path / "reports", ignore=ignored)
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells)  # kept without its outputs
    client = nbclient.NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}})
    client.execute()
    shown = [
        output.data
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "data" in output
    ]
    assert len(shown) == sum(cell.cell_type == "code" for cell in notebook.cells)
    pages = [data["text/html"] for data in shown if "text/html" in data]
    assert len(pages) == len(shown) - 1
    assert any("<mark" in page for page in pages)
    [picture] = [data["image/png"] for data in shown if "image/png" in data]
    assert base64.b64decode(picture).startswith(b"\x89PNG")
