"""What the commands that ask an archive share: finding it, and printing answers.

Data goes to stdout: one JSON value, or CSV with stable column names, or text for people.  Remarks
about it go to stderr.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from . import options
from .messages import language, say

if TYPE_CHECKING:
    from ..archive import Archive
    from ..export import Column
    from ..index import CitedMention
    from ..records import Fraction

F = TypeVar("F", bound=Callable[..., Any])

_MANY = 1_000_000
_BLANKS = re.compile(r"\s+")
_WIDE = 160  # columns of a table that goes to a file or another program


def question_options(function: F) -> F:
    """The options that every question has: `--archive`, `--json`, `--csv`, `--lexicon`, `--lang`."""
    archive = options.option(
        "--archive", "out", key="option.archive", type=click.Path(path_type=Path)
    )
    as_csv = options.option("--csv", "as_csv", key="option.csv", is_flag=True)
    common = options.lexicon_option(options.lang_option(function))
    return archive(options.json_option(as_csv(common)))


def limit_option(key: str, default: int) -> Callable[[F], F]:
    """`--limit`: how many rows; the command gets an int, 0 for all."""
    return options.option(
        "--limit",
        key=key,
        metavar="N",
        default=str(default),
        callback=options.whole_number(0, _MANY),
    )


def one_of(words: Sequence[str]) -> options.Callback[str | None]:
    """The callback of an option that takes one of some words."""

    def check(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in words:
            message = say("error.choice", value=value, choices=", ".join(words))
            raise click.BadParameter(message, ctx, param)
        return value

    return check


@contextmanager
def asked(out: Path | None, *, as_json: bool, as_csv: bool) -> Generator[Archive]:
    """The archive to ask, open; what is wrong with it or the question is said in our language."""
    from ..archive import Archive

    check_one_format(as_json=as_json, as_csv=as_csv)
    with told_in_our_language(), Archive(out or nearest_archive()) as archive:
        yield archive


def check_one_format(*, as_json: bool, as_csv: bool) -> None:
    """Refuse a call that asks for two forms at once."""
    if as_json and as_csv:
        raise click.UsageError(say("question.two-formats"), click.get_current_context())


@contextmanager
def told_in_our_language() -> Generator[None]:
    """What is wrong with an archive, with what is kept in it, or with a question."""
    from .. import index, kept
    from ..errors import StorageError

    try:
        yield
    except index.QuestionError as error:
        said = index.explain(error.code, language(), **error.values)
        raise click.ClickException(said) from error
    except index.UnusableIndexError as error:
        raise StorageError(index.explain(error.code, language(), **error.values)) from error
    except kept.KeepingError as error:
        raise StorageError(kept.explain(error.code, language(), **error.values)) from error


def nearest_archive() -> Path:
    """The archive in the current folder, or in `out`."""
    from ..archive import INDEX

    for folder in (Path(), Path("out")):
        if (folder / INDEX).is_file():
            return folder
    raise click.UsageError(say("question.no-archive"), click.get_current_context())


def print_json(answer: object) -> None:
    """One JSON value, indented."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(answer), indent=2))


def print_json_list(answers: Iterable[object]) -> None:
    """A JSON list, indented, written as its values come."""
    import msgspec

    separator = "[\n"
    for answer in answers:
        click.echo(separator, nl=False)
        click.echo(msgspec.json.format(msgspec.json.encode(answer), indent=2), nl=False)
        separator = ",\n"
    click.echo("[]" if separator == "[\n" else "\n]")


def print_cells(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows as CSV."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(map(_cell, row))


def print_csv(rows: Iterable[object], columns: Sequence[str]) -> None:
    """Answers as CSV: the named fields of each, several values joined by '; '.

    A fraction stands in the columns `num` and `den` that follow `value`.
    """
    fields = ({column: getattr(row, column, None) for column in columns} for row in rows)
    print_cells(columns, ((*_split_fraction(some).values(),) for some in fields))


def print_csv_table(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> None:
    """A table that is made to leave the house as CSV, under its stable column names."""
    import msgspec

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow(
            [
                _cell("; ".join(msgspec.json.decode(value)) if column.type == "list" else value)
                for column, value in zip(columns, row, strict=True)
            ]
        )


def _cell(value: object) -> object:
    from ..export.csv_file import number_cell, text_cell

    if isinstance(value, str):
        return text_cell(value)
    return number_cell(value) if isinstance(value, float) else value


def _split_fraction(fields: dict[str, Any]) -> Mapping[str, Any]:
    for name, value in fields.items():
        if isinstance(value, tuple):
            fields[name] = "; ".join(map(str, cast(tuple[object, ...], value)))
    if hasattr(fields.get("value"), "den"):
        fraction: Fraction = fields["value"]
        fields.update(value=None, num=fraction.num, den=fraction.den)
    return fields


def print_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: Collection[int] = ()
) -> None:
    """A table for people; `headings` are keys; the columns `right` are set to the right."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for i, heading in enumerate(headings):
        table.add_column(say(heading), justify="right" if i in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    width = None if sys.stdout.isatty() else _WIDE
    Console(file=sys.stdout, width=width, highlight=False).print(table)


def remark(text: str) -> None:
    """Say something about an answer."""
    click.echo(text, err=True)


def one_line(text: str) -> str:
    """A text without line breaks, for an excerpt."""
    return _BLANKS.sub(" ", text)


def shortened(text: str, most: int) -> str:
    """A text on one line; of a long one its two ends."""
    line = one_line(text)
    if len(line) <= most:
        return line
    return f"{line[: most * 2 // 3]} […] {line[-most // 3 :]}"


def day(date: str | None) -> str:
    """An ISO date as it is written: 28/12/2022 or 12/2022 in Vietnamese, as it is in English."""
    if not date or language() == "en":
        return date or ""
    return "/".join(reversed(date.split("-")))


def amount(value: float | Fraction | None) -> str:
    """A figure as it is written: 6.547 or 92,44 in Vietnamese, 6,547 or 92.44 in English."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        exact = f"{value:,.12f}".rstrip("0").rstrip(".")
        return exact.translate(_SWAPPED) if language() == "vi" else exact
    return f"{amount(value.num)}/{amount(value.den)}"


_SWAPPED = str.maketrans(",.", ".,")


def check_form(path: Path, forms: Sequence[str] = ()) -> None:
    """Refuse a file whose ending names none of the forms (by default those of tables)."""
    from ..export import FORMS

    if path.suffix.lower() not in (forms or FORMS):
        message = say("export.form", path=path, forms=", ".join(forms or FORMS))
        raise click.UsageError(message, click.get_current_context())


def relation(name: str | None) -> str:
    """A relation in words."""
    return say(f"relation.{name}") if name else ""


def reasons(mention: CitedMention) -> str:
    """Which rule decided each piece of a citation, and how its target was completed."""
    pairs = (rule.partition("=") for rule in (mention.rules or "").split("; ") if rule)
    parts = [f"{say(f'piece.{piece}')}: {rule}" for piece, _, rule in pairs]
    if mention.via:
        parts.append(f"{say('piece.target')}: {say(f'via.{mention.via}')}")
    return say("explain.rules", rules="; ".join(parts))


def place(mention: Any) -> str:
    """Where something stands in its document: page, footnote, offsets."""
    where = [say("place.span", start=mention.start, end=mention.end)]
    if footnote := getattr(mention, "footnote", None):
        where.insert(0, say("place.footnote", number=footnote))
    if mention.page:
        where.insert(0, say("place.page", page=mention.page))
    return ", ".join(where)
