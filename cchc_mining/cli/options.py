"""Commands and options whose help follows the language in use; options that commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from .messages import LANGUAGES, parse_language, say, use

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
Callback = Callable[[click.Context, click.Parameter, str | None], T]


class Option(click.Option):
    """An option whose `help` is a key of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Its line of help, in the language in use."""
        key = self.help
        self.help = say(key or "")
        try:
            record = super().get_help_record(ctx)
        finally:
            self.help = key
        if record is None:
            return None
        return record[0], record[1].replace("[required]", f"[{say('help.required')}]")


class Command(click.Command):
    """A command whose `help` is a key of the catalogue."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._help = Option(
            ["--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            help="option.help",
            callback=_show_help,
        )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002
        """The option `--help`, whose own help is in the catalogue too."""
        return self._help

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("help.usage"))

    def format_help_text(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a line for each option."""
        own = (p for p in self.get_params(ctx) if isinstance(p, click.Option))
        records = [p.get_help_record(ctx) for p in own]
        with formatter.section(say("help.options")):
            formatter.write_dl([record for record in records if record])


class Group(Command, click.Group):
    """A command that consists of commands; each has a line of help under '<group>.<name>.short'."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and a line for each command."""
        super().format_options(ctx, formatter)
        with formatter.section(say("help.commands")):
            formatter.write_dl([(name, say(f"{self.name}.{name}.short")) for name in self.commands])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments call."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise click.UsageError(say("error.no-command", name=args[0]), ctx)
        return super().resolve_command(ctx, args)


def group(name: str, key: str) -> Callable[[Callable[..., Any]], Group]:
    """Make a function the group of commands `name`, which helps when it is called alone."""

    def make(function: Callable[..., Any]) -> Group:
        def run(*args: Any, **values: Any) -> None:
            ctx = click.get_current_context()
            if ctx.invoked_subcommand is None:
                click.echo(ctx.get_help())
            function(*args, **values)

        made = click.group(name, cls=Group, help=key, invoke_without_command=True)
        return made(lang_option(run))

    return make


def command(name: str, key: str) -> Callable[[Callable[..., Any]], Command]:
    """Make a function the command `name`; `key` of the catalogue is its help."""
    return click.command(name, cls=Command, help=key)


def option(*names: str, key: str, **settings: Any) -> Callable[[F], F]:
    """Give a command an option; `key` of the catalogue is its help."""
    return click.option(*names, cls=Option, help=key, **settings)


def lang_option(function: F) -> F:
    """`--lang`: the language of what is said, in force before anything else is read."""
    return option(
        "--lang",
        key="option.lang",
        metavar="|".join(LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=_use_language,
    )(function)


def json_option(function: F) -> F:
    """`--json`: print data for programs; the command gets it as `as_json`."""
    return option("--json", "as_json", key="option.json", is_flag=True)(function)


def lexicon_option(function: F) -> F:
    """`--lexicon`: folders of tables beside ours, in force before anything is read."""
    return option(
        "--lexicon",
        key="option.lexicon",
        metavar="DIR",
        multiple=True,
        is_eager=True,
        expose_value=False,
        type=click.Path(path_type=Path),
        callback=_extend_lexicon,
    )(function)


def whole_number(lowest: int, highest: int) -> Callback[int | None]:
    """The callback of an option that takes a whole number from `lowest` to `highest`."""

    def check(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        if not (value.isascii() and value.isdigit()):
            raise click.BadParameter(say("error.number", value=value), ctx, param)
        if not lowest <= int(value) <= highest:
            span = f"{lowest} - {highest}"
            raise click.BadParameter(say("error.range", value=value, range=span), ctx, param)
        return int(value)

    return check


def _use_language(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    lang = parse_language(value)
    if lang is None:
        choices = ", ".join(LANGUAGES)
        raise click.BadParameter(say("error.choice", value=value, choices=choices), ctx, param)
    use(lang)


def _extend_lexicon(ctx: click.Context, _param: click.Parameter, value: tuple[Path, ...]) -> None:
    if value and not ctx.resilient_parsing:
        from ..lexicon import Lexicon

        for folder in value:
            Lexicon.extend(folder)


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()
