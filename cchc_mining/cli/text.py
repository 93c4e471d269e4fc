"""`cchc text FILE`: the text that offsets index."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from . import options


@options.command("text", "text.help")
@click.argument("file", type=click.Path(path_type=Path))
@options.lang_option
def command(file: Path) -> None:
    """Print the text of a file as UTF-8, without touching its line ends."""
    from ..intake import read_file
    from ..run import MissingInputError

    if not file.exists():
        raise MissingInputError(str(file))
    text = read_file(file).text
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
