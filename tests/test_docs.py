"""The documentation builds without warnings and without a network, and what it shows runs."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.walkthrough import REPOSITORY, blocks, console, run, walked_through

DOCS = REPOSITORY / "docs"
PAGES = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for path in DOCS.rglob("*.md")
    if not {"reference", "_build"} & set(path.relative_to(DOCS).parts)
    and path.name != "extending.md"  # tests/extending runs it
)
NEEDS_SPACY = {"docs/howto/spacy.md"}


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_shows_runs(name: str, tmp_path: Path) -> None:
    if name in NEEDS_SPACY:
        pytest.importorskip("spacy", reason="spaCy is not installed (extra `spacy`)")
    programs = blocks(name, "python")
    if not programs and not console(name):
        pytest.skip("shows nothing to run")
    with walked_through(name, tmp_path / "reader") as walk:
        assert {command: code for command, code in walk.codes.items() if code} == {}
        if programs and not Path("out").exists():  # pages that begin where a tutorial ends
            run("cchc mine reports --out out")
        for program in programs:
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(compile(program, name, "exec"), {"__name__": "__main__"})
            assert printed.getvalue().strip()


def test_the_documentation_builds_without_warnings_and_network(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="sphinx is not installed (extra `dev`)")
    program = (
        "import socket, sys; from sphinx.cmd.build import main\n"
        "def refuse(*_): raise OSError('the documentation asked for the network')\n"
        "socket.socket.connect = refuse\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    built = subprocess.run(
        [
            sys.executable,
            "-c",
            program,
            "-W",
            "-q",
            "-d",
            str(tmp_path / "trees"),
            str(DOCS),
            str(tmp_path / "site"),
        ],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    page = (tmp_path / "site" / "reference" / "checks.vi.html").read_text(encoding="utf-8")
    assert "Các phép kiểm tra" in page
