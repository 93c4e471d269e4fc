"""The tesseract command: pictures in, words with their boxes and confidence out.

Pictures go in through the standard input, all of a call in one TIFF, so that nothing is written to
disk and the model is loaded once.  One process runs at a time, on one core.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from PIL import Image

from ...errors import IntakeError

SECONDS = 120
"""Longest time for one call; a dense page takes three."""

LANGUAGE = "vie"

_PLACES = (
    "/opt/homebrew/bin/tesseract",
    "/usr/local/bin/tesseract",
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
    r"C:\Program Files (x86)\Tesseract-OCR\tesseract.exe",
)
_INSTALL = {
    "linux": "sudo apt install tesseract-ocr tesseract-ocr-vie tesseract-ocr-osd",
    "darwin": "brew install tesseract tesseract-lang",
    "win32": "winget install UB-Mannheim.TesseractOCR, and choose Vietnamese in its setup",
}
_INHERITED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "TMPDIR", "TMP", "TEMP")
_LISTING_SECONDS = 20
_WORD = "5"  # the level of a word in the table that tesseract writes
_ROTATION = re.compile(r"Rotate: (\d+)")
_SURE_ROTATION = re.compile(r"Orientation confidence: ([\d.]+)")
_LEAST_SURE = 1.0

Array = np.ndarray[Any, np.dtype[Any]]


class Read(Struct, frozen=True, gc=False):
    """A word as tesseract read it: its box in pixels, the line it is in, confidence 0 to 1."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    confidence: float
    line: tuple[int, int, int]


def find_program() -> str | None:
    """The path of the tesseract command; null where it is not installed."""
    found = shutil.which("tesseract")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


@cache
def languages(program: str) -> frozenset[str]:
    """The languages that a tesseract has been given."""
    try:
        done = subprocess.run(
            [program, "--list-langs"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LISTING_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "replace").split())


def is_ready() -> bool:
    """Whether Vietnamese can be read."""
    program = find_program()
    return program is not None and LANGUAGE in languages(program)


def how_to_install() -> str:
    """What to do where it cannot, on this system."""
    return _INSTALL.get(sys.platform, _INSTALL["linux"])


def read_pictures(
    pictures: Sequence[Array], psm: int, dpi: float, *, only: str = ""
) -> list[list[Read]]:
    """The words of each of some grey pictures, in tesseract's order.

    `psm` is its page segmentation mode, `only` the letters that may be read.  Raises IntakeError
    with code `ocr-timeout` or `ocr-failed`.
    """
    if not pictures:
        return []
    options = ["-c", f"tessedit_char_whitelist={only}"] if only else []
    table = _run(pictures, ["-l", LANGUAGE, "--psm", str(psm), *options, "tsv"], dpi)
    words: list[list[Read]] = [[] for _ in pictures]
    for page, word in _words(table):
        if page < len(words):
            words[page].append(word)
    return words


def read_rotation(picture: Array, dpi: float) -> int:
    """By how many right angles a picture must be turned clockwise to be upright; 0 if in doubt."""
    program = find_program()
    if program is None or "osd" not in languages(program):
        return 0
    try:
        told = _run([picture], ["-l", "osd", "--psm", "0"], dpi)
    except IntakeError:  # too few letters to tell
        return 0
    turn, sure = _ROTATION.search(told), _SURE_ROTATION.search(told)
    if turn is None or sure is None or float(sure[1]) < _LEAST_SURE:
        return 0
    return int(turn[1]) // 90 % 4


def _run(pictures: Sequence[Array], arguments: Sequence[str], dpi: float) -> str:
    program = find_program()
    if program is None:
        raise IntakeError("ocr-failed", "tesseract is gone")
    command = [program, "stdin", "stdout", "--dpi", str(round(dpi)), *arguments]
    try:
        done = subprocess.run(
            command,
            input=_as_tiff(pictures),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=_environment(),
        )
    except subprocess.TimeoutExpired as error:
        raise IntakeError("ocr-timeout", f"tesseract took more than {SECONDS} seconds") from error
    except OSError as error:
        raise IntakeError("ocr-failed", str(error)) from error
    if done.returncode:
        complaint = done.stderr.decode("utf-8", "replace").strip()[-200:]
        raise IntakeError("ocr-failed", f"tesseract cannot read it: {complaint}")
    return done.stdout.decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return {**kept, "LC_ALL": "C", "OMP_THREAD_LIMIT": "1"}


def _as_tiff(pictures: Sequence[Array]) -> bytes:
    first, *others = map(Image.fromarray, pictures)
    file = io.BytesIO()
    first.save(file, "TIFF", save_all=True, append_images=others)
    return file.getvalue()


def _words(table: str) -> Iterator[tuple[int, Read]]:
    """The words in a table of tab-separated values, each with the place of its picture."""
    for row in table.split("\n"):
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != _WORD or not cells[11].strip():
            continue
        page, block, paragraph, line, _, left, top, width, height = map(int, cells[1:10])
        yield (
            page - 1,
            Read(
                cells[11].strip(),
                left,
                top,
                left + width,
                top + height,
                max(float(cells[10]), 0.0) / 100,
                (block, paragraph, line),
            ),
        )
