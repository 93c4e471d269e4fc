"""The READMEs tell the truth: what they show runs, and what exists is described."""

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

import click
import pytest

from cchc_mining.cli import COMMANDS, main
from cchc_mining.export import COLUMNS

REPOSITORY = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.vi.md")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def document(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
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
    """A README, the folder in which its commands were run, their exit codes and output."""

    name: str
    folder: Path
    codes: dict[str, int]
    output: str


@pytest.fixture(scope="module", params=READMES)
def walkthrough(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Walkthrough]:
    """A folder in which the commands of one README have been run, in their order."""
    folder = tmp_path_factory.mktemp("reader")
    ignored = shutil.ignore_patterns("*.gold.jsonl")
    shutil.copytree(REPOSITORY / "corpora" / "lam-hai", folder / "reports", ignore=ignored)
    shutil.copy(REPOSITORY / "corpora" / "lam-hai-register.csv", folder / "register.csv")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        shown = [line[2:] for line in console(request.param) if line.startswith("$ ")]
        printed = io.BytesIO()
        with contextlib.redirect_stdout(io.TextIOWrapper(printed, "utf-8")) as stream:
            codes = {command: run(command) for command in shown}
            stream.flush()
        yield Walkthrough(request.param, folder, codes, printed.getvalue().decode())


def test_commands_that_are_shown_run(walkthrough: Walkthrough) -> None:
    assert {command: code for command, code in walkthrough.codes.items() if code} == {}
    assert {shlex.split(command)[1] for command in walkthrough.codes} == set(COMMANDS)


def test_output_that_is_shown_is_what_comes_out(walkthrough: Walkthrough) -> None:
    shown = [
        line for line in console(walkthrough.name) if not line.startswith("$ ") and line != "..."
    ]
    assert shown
    assert [line for line in shown if line not in walkthrough.output.splitlines()] == []


def test_programs_that_are_shown_run(
    walkthrough: Walkthrough, capsys: pytest.CaptureFixture[str]
) -> None:
    programs = blocks(walkthrough.name, "python")
    assert programs
    for program in programs:
        exec(compile(program, walkthrough.name, "exec"), {})
    assert capsys.readouterr().out


def test_every_file_and_column_of_the_results_is_described(walkthrough: Walkthrough) -> None:
    text = document(walkthrough.name)
    results = walkthrough.folder / "out"
    # A table's Parquet file is described with its CSV.
    names = {path.name.replace(".parquet", ".csv") for path in results.iterdir()}
    names.update(column.name for columns in COLUMNS.values() for column in columns)
    assert sorted(name for name in names if f"`{name}`" not in text) == []


@pytest.mark.parametrize("name", READMES)
def test_every_command_and_option_is_described(name: str) -> None:
    text = document(name)
    context = click.Context(main)
    missing: list[str] = []
    for command in COMMANDS:
        found = main.get_command(context, command)
        assert found
        if f"cchc {command}" not in text:
            missing.append(command)
        inner = found.commands.values() if isinstance(found, click.Group) else ()
        missing += [f"{command} {c.name}" for c in inner if f"cchc {command} {c.name}" not in text]
        params = [p for one in (found, *inner) for p in one.params]
        options = (p for p in params if isinstance(p, click.Option))
        missing += [f"{command} {o.opts[0]}" for o in options if f"`{o.opts[0]}" not in text]
    assert missing == []


@pytest.mark.parametrize("name", READMES)
def test_make_targets_that_are_named_exist(name: str) -> None:
    makefile = document("Makefile")
    for target in set(re.findall(r"\bmake ([a-z]+)\b", "".join(blocks(name, "sh")))):
        assert re.search(rf"^{target}:", makefile, re.M), target


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_files_that_are_linked_exist(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document(name))
    assert [link for link in links if not (REPOSITORY / link).exists()] == []


def test_the_vietnamese_readme_has_the_headings_of_the_tables() -> None:
    text = document("README.vi.md")
    headings = {column.vi for columns in COLUMNS.values() for column in columns}
    assert sorted(heading for heading in headings if heading not in text) == []
