"""What a document shows is run as its reader would: its commands in their order, then its programs."""

from __future__ import annotations

import contextlib
import contextvars
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from cchc_mining.cli import main

REPOSITORY = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def document(name: str) -> str:
    """The text of a document of the repository."""
    return (REPOSITORY / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The code blocks of one language in a document."""
    return [body for tag, body in _BLOCK.findall(document(name)) if tag == language]


def console(name: str) -> list[str]:
    """The lines of `console` blocks; `sh` and `powershell` blocks install and are not run."""
    return "".join(blocks(name, "console")).splitlines()


def run(command: str) -> int:
    """Run `cchc ...` in this process; the exit code."""
    program, *arguments = shlex.split(command)
    assert program == "cchc"
    try:
        contextvars.copy_context().run(main, arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


class Walkthrough(NamedTuple):
    """A document, the folder in which its commands were run, their exit codes and output."""

    name: str
    folder: Path
    codes: dict[str, int]
    output: str


@contextlib.contextmanager
def walked_through(name: str, folder: Path) -> Iterator[Walkthrough]:
    """Run the commands of a document, in a folder with the sample archive; stay there meanwhile."""
    ignored = shutil.ignore_patterns("*.gold.jsonl")
    shutil.copytree(REPOSITORY / "corpora" / "lam-hai", folder / "reports", ignore=ignored)
    shutil.copy(REPOSITORY / "corpora" / "lam-hai-register.csv", folder / "register.csv")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        shown = [line[2:] for line in console(name) if line.startswith("$ ")]
        printed = io.BytesIO()
        with contextlib.redirect_stdout(io.TextIOWrapper(printed, "utf-8")) as stream:
            codes = {command: run(command) for command in shown}
            stream.flush()
        yield Walkthrough(name, folder, codes, printed.getvalue().decode())
