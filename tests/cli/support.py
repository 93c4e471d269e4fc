"""Calling the command line as a shell does, in this process."""

from __future__ import annotations

from typing import NamedTuple

from click.testing import CliRunner

from cchc_mining.cli import main


class Called(NamedTuple):
    """What a call printed and how it ended."""

    code: int
    out: str
    err: str
    data: bytes


def call(*arguments: object) -> Called:
    """Run `cchc` with some arguments."""
    result = CliRunner().invoke(main, [str(a) for a in arguments], prog_name="cchc")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Called(result.exit_code, result.stdout, result.stderr, result.stdout_bytes)
