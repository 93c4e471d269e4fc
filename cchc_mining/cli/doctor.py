"""`cchc doctor`: what is installed, what is missing and how to get it."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click
import msgspec
from msgspec import Struct

from . import options
from .failures import EXIT_OK, EXIT_USAGE
from .messages import say

PACKAGES = (
    "click", "lxml", "msgspec", "numpy", "pandas", "pillow", "pyarrow", "pypdfium2", "python-calamine", "rich",
    "xlsxwriter",
)  # fmt: skip
"""What `pyproject.toml` depends on."""

# A package for some things: the extra that brings it.
_EXTRAS = {
    "matplotlib": "charts",
    "spacy": "spacy",
    "underthesea": "spacy",
    "fsspec": "remote",
    "ray": "ray",
}

_OLDEST_PYTHON = (3, 11)
_SECONDS = 20

# How to get a program, by `sys.platform`.
_TESSERACT = {
    "linux": "sudo apt install tesseract-ocr tesseract-ocr-vie",
    "darwin": "brew install tesseract tesseract-lang",
    "win32": "winget install UB-Mannheim.TesseractOCR",
}
_LIBREOFFICE = {
    "linux": "sudo apt install libreoffice",
    "darwin": "brew install --cask libreoffice",
    "win32": "winget install TheDocumentFoundation.LibreOffice",
}


class Check(Struct, frozen=True):
    """One thing looked for: the version found (null where it is missing), and how to get it."""

    name: str
    needed: bool
    found: str | None
    how: str


@options.command("doctor", "doctor.help")
@options.json_option
@options.lang_option
def command(as_json: bool) -> int:
    """Look for everything and list it; the exit code tells whether all that is needed is there."""
    checks = [*_needed(), *_for_later()]
    complete = all(check.found for check in checks if check.needed)
    if as_json:
        text = msgspec.json.format(msgspec.json.encode(checks), indent=2)
        click.echo(text.decode())
    else:
        for line in _report(checks, complete):
            click.echo(line)
    return EXIT_OK if complete else EXIT_USAGE


def _report(checks: list[Check], complete: bool) -> Iterator[str]:
    for needed, heading in ((True, "doctor.needed"), (False, "doctor.later")):
        yield say(heading)
        for check in checks:
            if check.needed == needed:
                yield _line(check)
    yield say("doctor.good" if complete else "doctor.bad")


def _line(check: Check) -> str:
    name = say(check.name)
    if check.found:
        return f"  [{say('doctor.ok')}] {name} {check.found}"
    return f"  [{say('doctor.missing')}] {name} - {say('doctor.get', how=check.how)}"


def _needed() -> Iterator[Check]:
    from .. import __version__

    python = platform.python_version() if sys.version_info >= _OLDEST_PYTHON else None
    yield Check("Python", True, python, "https://www.python.org/downloads/")
    yield Check("cchc-mining", True, __version__, "")
    again = "python -m pip install --upgrade --force-reinstall cchc-mining"
    for package in PACKAGES:
        yield Check(package, True, _package(package), again)
    yield Check("sqlite-fts5", True, _full_text_search(), "https://www.python.org/downloads/")


def _for_later() -> Iterator[Check]:
    from ..intake.libreoffice import find_program

    tesseract = _output("tesseract", "--version")
    yield Check("tesseract", False, _first_line(tesseract), _how(_TESSERACT))
    _, *languages = (_output("tesseract", "--list-langs") or "").split("\n")
    languages = [language.strip() for language in languages if language.strip()]
    vietnamese = ", ".join(languages) if "vie" in languages else None
    yield Check("tesseract-vie", False, vietnamese, _how(_TESSERACT))
    office = find_program()
    found = _first_line(_output(office, "--version")) if office else None
    yield Check("LibreOffice", False, found, _how(_LIBREOFFICE))
    for package, extra in _EXTRAS.items():
        how = f"python -m pip install 'cchc-mining[{extra}]'"
        yield Check(package, False, _package(package), how)


def _package(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _full_text_search() -> str | None:
    """Whether an index can be made: some builds of Python come without SQLite's search."""
    from .. import link
    from ..errors import StorageError
    from ..index import IndexWriter

    with tempfile.TemporaryDirectory() as folder:
        try:
            with IndexWriter(Path(folder) / "index.sqlite", link):
                return say("doctor.works")
        except (StorageError, ImportError):
            return None


def _output(program: str, argument: str) -> str | None:
    """What a program prints; null where it is not there or does not end."""
    path = shutil.which(program)
    if path is None:
        return None
    try:
        done = subprocess.run([path, argument], capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def _first_line(text: str | None) -> str | None:
    lines = (text or "").split("\n")
    return lines[0].strip() or None


def _how(by_platform: dict[str, str]) -> str:
    return by_platform.get(sys.platform, by_platform["linux"])
