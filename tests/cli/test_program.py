"""The program as a whole: help, languages, exit codes, what start-up imports."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from cchc_mining.cli import COMMANDS, main
from cchc_mining.cli.messages import CATALOGUE, LANGUAGES, locale_language, number, say, use
from cchc_mining.cli.options import Command, Option
from cchc_mining.errors import LexiconError, StorageError

from .support import call

VIETNAMESE = re.compile("[ạ-ỹăâđêôơư]", re.IGNORECASE)
EXAMPLES = re.compile(
    r"\([^)]*\)|'[^']*'|\S*/\S*|\b\w\b"
)  # which are Vietnamese in English help too
EXISTING = [
    name
    for name in COMMANDS
    if (Path(str(import_module("cchc_mining.cli").__file__)).parent / f"{name}.py").exists()
]


def commands() -> dict[str, click.Command]:
    context = click.Context(main)
    return {name: command for name in EXISTING if (command := main.get_command(context, name))}


@pytest.mark.parametrize("key", CATALOGUE)
def test_every_message_is_there_in_both_languages_with_the_same_values(key: str) -> None:
    vi, en = CATALOGUE[key]
    assert vi.strip()
    assert en.strip()
    assert not VIETNAMESE.search(EXAMPLES.sub("", en))
    assert set(re.findall(r"{(\w+)}", vi)) == set(re.findall(r"{(\w+)}", en))


def test_every_message_that_is_said_is_in_the_catalogue() -> None:
    folder = Path(str(import_module("cchc_mining.cli").__file__)).parent
    said: set[str] = set()
    for path in folder.glob("*.py"):
        said |= set(re.findall(r"""(?:say\(|key=)\s*"([a-z.-]+)\"""", path.read_text("utf-8")))
    assert {"error", "option.lang", "summary.read"} <= said
    assert said <= set(CATALOGUE)


@pytest.mark.parametrize("name", EXISTING)
def test_every_command_and_option_has_help_in_both_languages(name: str) -> None:
    command = commands()[name]
    assert isinstance(command, Command)
    assert command.help in CATALOGUE
    assert f"{name}.short" in CATALOGUE
    for option in command.get_params(click.Context(command)):
        if isinstance(option, click.Option):
            assert isinstance(option, Option), option.name
            assert option.help in CATALOGUE, option.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_lists_the_commands(lang: str) -> None:
    called = call("--lang", lang, "--help")
    assert called.code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\S", called.out, re.M), name
    assert bool(VIETNAMESE.search(called.out)) == (lang == "vi")


@pytest.mark.parametrize("name", EXISTING)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_of_a_command_is_in_the_language_asked_for(name: str, lang: str) -> None:
    called = call(name, "--help", "--lang", lang)
    assert called.code == 0
    assert called.out.startswith({"vi": "Cách dùng: cchc", "en": "Usage: cchc"}[lang])
    words = " ".join(called.out.split())
    command = commands()[name]
    options = [p for p in command.get_params(click.Context(command)) if isinstance(p, Option)]
    for key in (command.help, *(option.help for option in options)):
        mine, other = CATALOGUE[key or ""][:: 1 if lang == "vi" else -1]
        assert mine in words
        assert other not in words


def test_called_with_nothing_it_helps() -> None:
    assert call().out == call("--help").out
    assert call().code == 0


def test_the_version() -> None:
    assert re.fullmatch(r"cchc-mining \S+\n", call("--version").out)


@pytest.mark.parametrize(
    ("arguments", "vi", "en"),
    [
        (["khong-co"], "không có lệnh 'khong-co'", "no such command 'khong-co'"),
        (["--khong-co"], "không có tùy chọn --khong-co", "no such option --khong-co"),
        (["mine", "x", "--khong-co"], "không có tùy chọn --khong-co", "no such option --khong-co"),
        (["mine", "x"], "thiếu '--out'", "'--out' is missing"),
        (["mine", "--out", "y"], "thiếu 'PATH...'", "'PATH...' is missing"),
        (["mine", "x", "--out", "y", "--year", "nay"], "không phải là số nguyên", "whole number"),
        (["mine", "x", "--out", "y", "--year", "23"], "1945 - 2100", "1945 - 2100"),
        (["mine", "khong-co", "--out", "y"], "không tìm thấy", "not found"),
        (["text", "khong-co.txt"], "không tìm thấy", "not found"),
    ],
)
def test_a_wrong_call_ends_with_1_and_says_why(arguments: list[str], vi: str, en: str) -> None:
    for lang, words in (("vi", vi), ("en", en)):
        called = call("--lang", lang, *arguments)
        assert called.code == 1
        assert called.out == ""
        assert words in called.err
        assert called.err.startswith({"vi": "Lỗi: ", "en": "Error: "}[lang])


def test_a_language_that_is_not_spoken() -> None:
    called = call("text", "--lang", "fr", "x")
    assert called.code == 1
    assert "'fr'" in called.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (StorageError("index.sqlite: damaged"), 4),
        (LexiconError("units.tsv, line 3"), 1),
        (KeyboardInterrupt(), 130),
    ],
)
def test_what_stops_a_command_has_its_exit_code(
    error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(ctx: click.Context) -> None:
        raise error

    monkeypatch.setattr(commands()["doctor"], "invoke", fail)
    called = call("doctor")
    assert called.code == code
    assert str(error) in called.err
    assert called.err.count("\n") <= 2


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_FR"}, "en"),
        ({"LANG": "C.UTF-8"}, "vi"),
        ({"LANG": "POSIX"}, "vi"),
        ({}, "vi"),
        ({"LANG": "vi_VN", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "vi_VN", "LC_ALL": "en_US", "LC_MESSAGES": "vi_VN"}, "en"),
        ({"LANG": "en_US", "LC_ALL": ""}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], lang: str) -> None:
    assert locale_language(environment) == lang


def test_one_call_does_not_set_the_language_of_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert call("doctor", "--lang", "en").out.startswith("Needed")
    assert call("doctor").out.startswith("Cần")


def test_counts_are_grouped_as_each_language_does() -> None:
    use("vi")
    assert number(1234567) == "1.234.567"
    use("en")
    assert number(1234567) == "1,234,567"
    use(None)


def test_text_that_is_no_key_stands_for_itself() -> None:
    assert say("x {y}") == "x {y}"


@pytest.mark.parametrize("program", ["import cchc_mining", "import cchc_mining.cli"])
def test_nothing_heavy_is_imported_before_it_is_needed(program: str) -> None:
    heavy = (
        "{'lxml', 'msgspec', 'pandas', 'pyarrow', 'numpy', 'rich', 'sqlite3', 'importlib.metadata'}"
    )
    command = f"import sys; {program}; sys.exit(', '.join({heavy} & set(sys.modules)) or 0)"
    subprocess.run([sys.executable, "-c", command], check=True)


def test_output_into_a_pipe_is_utf8_whatever_the_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "cchc_mining", "--lang", "vi", "--help"]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "Cách dùng" in done.stdout.decode("utf-8")
