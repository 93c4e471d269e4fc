"""The READMEs tell the truth: what they show runs, and what exists is described."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from cchc_mining.cli import COMMANDS, main
from cchc_mining.export import COLUMNS
from tests.walkthrough import REPOSITORY, Walkthrough, blocks, console, document, walked_through

READMES = ("README.md", "README.vi.md")


@pytest.fixture(scope="module", params=READMES)
def walkthrough(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Walkthrough]:
    """A folder in which the commands of one README have been run, in their order."""
    with walked_through(request.param, tmp_path_factory.mktemp("reader")) as walk:
        yield walk


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
