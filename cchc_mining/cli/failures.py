"""What went wrong: a sentence for the user and an exit code for the shell."""

from __future__ import annotations

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import click

from ..errors import CchcError, Explained, IntakeError, StorageError
from .messages import language, say

EXIT_OK = 0
EXIT_USAGE = 1
EXIT_SOME_FAILED = 2
EXIT_FINDINGS = 3
EXIT_STORAGE = 4
EXIT_INTERRUPTED = 130


def explain(reason: str) -> str:
    """The code of a reason in words, in the language in use."""
    from ..run.problems import explain

    return explain(reason, language())


def exit_code(error: Exception) -> int:
    """The exit code that an error ends the program with."""
    if isinstance(error, StorageError):
        return EXIT_STORAGE
    if isinstance(error, IntakeError):
        return EXIT_SOME_FAILED
    return EXIT_USAGE


def tell(error: click.ClickException | CchcError) -> None:
    """Say on stderr what went wrong and, for a wrong call, where help is."""
    message = _usage(error) if isinstance(error, click.ClickException) else _failure(error)
    click.echo(say("error", message=message), err=True)
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is not None:
        click.echo(say("help.try", command=ctx.command_path), err=True)


@contextmanager
def warnings_told() -> Generator[None]:
    """Say in the language in use what is warned of meanwhile, if it can be."""
    with warnings.catch_warnings():
        show = warnings.showwarning

        def tell_or_show(message: Warning | str, *where: Any) -> None:
            if isinstance(message, Explained):
                click.echo(say("warning", message=message.said(language())), err=True)
            else:
                show(message, *where)

        warnings.showwarning = tell_or_show
        yield


def _failure(error: CchcError) -> str:
    """An error's own sentence in the language in use, where it has a code; else its message."""
    if isinstance(error, Explained):
        return error.said(language())
    from ..run.problems import explain

    code: str | None = getattr(error, "code", None)
    if code is None:
        return str(error)
    values: dict[str, object] = getattr(error, "values", {})
    sentence = explain(code, language(), **values)
    return str(error) if sentence == code else sentence


def _usage(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return say("error.no-option", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return say("error.missing", name=_name(error))
    if isinstance(error, click.BadParameter):
        return say("error.value", name=_name(error), message=error.message)
    return error.format_message()


def _name(error: click.BadParameter) -> str:
    hint = error.param_hint or (
        error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
    )
    return hint if isinstance(hint, str) else " / ".join(hint)
