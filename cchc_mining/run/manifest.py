"""`manifest.json`: with what the results were made and from what, so that a run can tell whether
they still stand.

It holds no times and no paths outside the archive: the same inputs, program and options give the
same bytes.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec
from msgspec import Struct

from ..extensions import CHECKS, extensions, extractors
from ..intake.libreoffice import find_program
from ..records import Given
from ..weights import model_weights
from .engines import Limits
from .hashing import Input
from .journal import Maker, digest
from .problems import Lang
from .report import Totals

MANIFEST = "manifest.json"
INDEX = "index.sqlite"
FINDINGS = "findings.jsonl"
SCHEMA = "cchc-manifest/1"


class Program(Struct, frozen=True, kw_only=True):
    """What does the mining.  `code` is a hash over its source files, `lexicon` over its tables,
    `model` over the weights that name canonical indicators.

    `tools` are the programs it finds to read further formats: with one more, a run reads more.
    `checks` and `extractors` are those of other packages, with the versions of these.
    """

    name: str
    version: str
    code: str
    lexicon: str
    model: str
    python: str
    tools: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    extractors: tuple[str, ...] = ()


class Choices(Struct, frozen=True, kw_only=True):
    """The options of a run; `limit` in bytes, `lang` that of the tables, `limits` for each file."""

    given: Given | None
    limit: int
    lang: Lang
    limits: Limits = Limits()


class Inputs(Struct, frozen=True):
    """How many paths there were, and a hash over their names and contents."""

    paths: int
    sha256: str


class Kept(Struct, frozen=True, omit_defaults=True):
    """The SHA-256 of what people keep beside the results; null where there is none."""

    decisions: str | None = None
    register: str | None = None


class Manifest(Struct, frozen=True, kw_only=True):
    """What `manifest.json` holds.  `outputs` are the SHA-256 of the result files."""

    schema: str = SCHEMA
    program: Program
    options: Choices
    inputs: Inputs
    kept: Kept = Kept()
    totals: Totals = Totals()
    outputs: dict[str, str] = {}

    def is_like(self, other: Manifest) -> bool:
        """Whether a run with that program, options and inputs would mine and link the same again.

        What it says of the findings also rests on what is `kept`.
        """
        return (self.program, self.options, self.inputs) == (
            other.program,
            other.options,
            other.inputs,
        )


def read_manifest(out: Path) -> Manifest | None:
    """The manifest of earlier results; null where there are none, or none that can be read."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode((out / MANIFEST).read_bytes(), type=Manifest)
    return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `manifest.json`."""
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    (folder / MANIFEST).write_bytes(text + b"\n")


def are_intact(out: Path, outputs: dict[str, str], names: Iterable[str] | None = None) -> bool:
    """Whether result files (all, or those named) are there as they were written."""
    for name in outputs if names is None else names:
        try:
            if outputs.get(name) != file_hash(out / name):
                return False
        except OSError:
            return False
    return True


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def summarise(inputs: Iterable[Input]) -> Inputs:
    """What identifies some inputs: one hash over all names, contents and failures to read."""
    digest = hashlib.sha256()
    count = 0
    for item in inputs:
        digest.update(msgspec.json.encode((item.name, item.sha256, item.reason, item.detail)))
        count += 1
    return Inputs(count, digest.hexdigest())


def maker(program: Program, choices: Choices) -> Maker:
    """What decides what is made of a content."""
    basis = (program, choices.given, choices.limit)
    return Maker(mined=digest(basis), failed=digest(basis, choices.limits))


@cache
def this_program() -> Program:
    """The program that is running.  Raises UsageError, LexiconError where what extends it is unusable."""
    from .. import __version__, lexicon

    version, _, _ = platform.python_version().rpartition(".")
    return Program(
        name="cchc-mining",
        version=__version__,
        code=_code_hash(),
        lexicon=lexicon.fingerprint(),
        model=hashlib.sha256(model_weights()).hexdigest(),
        python=version,
        tools=("libreoffice",) if find_program() else (),
        checks=tuple(map(str, extensions(CHECKS))),
        extractors=tuple(map(str, extractors())),
    )


def _code_hash() -> str:
    """A hash over the package's sources: a version number stays the same while code is written."""
    digest = hashlib.sha256()
    with resources.as_file(resources.files("cchc_mining")) as root:
        for path in sorted(root.rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
