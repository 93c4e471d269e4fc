"""The command line: `cchc COMMAND ...`, one module a command, loaded when it is called."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from ..errors import CchcError
from .failures import EXIT_INTERRUPTED, exit_code, tell, warnings_told
from .messages import parse_language, say, use
from .options import Command, lang_option, lexicon_option, option

COMMANDS = (
    *(
        "mine",
        "status",
        "audit",
        "decide",
        "register",
        "cited",
        "document",
        "figures",
        "search",
        "text",
    ),
    *("indicators", "compare", "reliance", "export", "doctor"),
)


# A process that ends has nothing to gain from looking for what it could free.
atexit.register(gc.freeze)


class _Program(Command, click.Group):
    """The group of commands.  Listing them imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order a new user needs them."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        return import_module(f".{cmd_name}", __package__).command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments call."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(say("error.no-command", name=args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and a line for each command."""
        super().format_options(ctx, formatter)
        with formatter.section(say("help.commands")):
            formatter.write_dl([(name, say(f"{name}.short")) for name in COMMANDS])

    def main(self, args: Sequence[str] | None = None, *rest: Any, **settings: Any) -> Any:
        """Run, turn what goes wrong into a message and an exit code, and exit."""
        use(_asked_language(sys.argv[1:] if args is None else args))
        _make_output_safe()
        settings["standalone_mode"] = False
        try:
            with warnings_told():
                code = super().main(args, *rest, **settings)
        except (click.Abort, KeyboardInterrupt):
            click.echo(say("error.interrupted"), err=True)
            code = EXIT_INTERRUPTED
        except (click.ClickException, CchcError) as error:
            tell(error)
            code = exit_code(error)
        sys.exit(code)


def _asked_language(arguments: Sequence[str]) -> Any:
    """The value of `--lang`, read before anything is parsed: errors and help need it."""
    for i, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            return parse_language(value or "".join(arguments[i + 1 : i + 2]))
    return None


def _make_output_safe() -> None:
    """Vietnamese must not crash a terminal or a pipe that is set to another encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            if not stream.isatty():
                reconfigure(encoding="utf-8")
            reconfigure(errors="backslashreplace")


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from .. import __version__

        click.echo(f"cchc-mining {__version__}")
        ctx.exit()


@click.group("cchc", cls=_Program, help="cchc.help", invoke_without_command=True)
@lang_option
@lexicon_option
@option(
    "--version",
    key="option.version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Show the help when no command is called."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


__all__ = ["COMMANDS", "main"]
