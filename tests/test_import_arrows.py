"""Who may import whom is written in pyproject.toml; here it is held."""

from __future__ import annotations

from pathlib import Path

import pytest
from importlinter import cli


def test_every_arrow_points_down(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(repository))
    code = cli.lint_imports(
        config_filename=str(repository / "pyproject.toml"), no_cache=True, no_logo=True
    )
    assert code == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out
