"""Files that hurt: every format that is read, damaged at random, and files that were made to hurt."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from tests.intake.made_pdf import Sheet  # noqa: E402
from tests.intake.office import docx, opendocument, paragraph, row, table, zipped  # noqa: E402
from tests.intake.scans import as_pdf, image_of, saved  # noqa: E402
from tests.intake.test_hostile import (  # noqa: E402
    LAUGHS,
    MARKS,
    huge_picture,
    locked,
    looping_objects,
    looping_reference,
    many_members,
    packed,
    with_script_and_file,
)
from tests.intake.test_slides import pptx, shape, slide, text  # noqa: E402
from tests.intake.test_spreadsheets import workbook, xls  # noqa: E402
from tests.run.test_containers import message  # noqa: E402

_TEXT = (
    "BÁO CÁO Kết quả cải cách hành chính quý II năm 2024. Thực hiện Quyết định số 318/QĐ-TTg ngày "
    "08/3/2022 của Thủ tướng Chính phủ, tỉnh đã giải quyết 1.234 hồ sơ, đạt 95,5%."
)
# LibreOffice and OCR take seconds for each: enough of them come without being asked for.
_SLOW = frozenset("doc rtf ppt odt ods odp xlsb jpg png tif".split())
_SLOW_WEIGHT = 0.1


def hostile_files(count: int, draw: Random) -> Iterator[tuple[str, bytes]]:
    """Names and contents of some files: those made to hurt, each once, then damaged ones."""
    made = [*made_to_hurt()][:count]
    yield from made
    whole = whole_files()
    endings = sorted(whole)
    weights = [_SLOW_WEIGHT if ending in _SLOW else 1.0 for ending in endings]
    for i in range(count - len(made)):
        # The first ones so that none is missed.
        ending = endings[i] if i < len(endings) else draw.choices(endings, weights)[0]
        yield f"{i:04d}-damaged.{ending}", damaged(draw.choice(whole[ending]), draw)


def damaged(data: bytes, draw: Random) -> bytes:
    """A file after an accident or two."""
    for _ in range(draw.randint(1, 2)):
        data = draw.choice(_ACCIDENTS)(data, draw)
    return data


def _flip_bytes(data: bytes, draw: Random) -> bytes:
    flipped = bytearray(data)
    for _ in range(draw.choice((1, 4, 64)) if data else 0):
        flipped[draw.randrange(len(flipped))] ^= 1 << draw.randrange(8)
    return bytes(flipped)


def _cut_off(data: bytes, draw: Random) -> bytes:
    return data[: draw.randint(0, len(data))]


def _lose_beginning(data: bytes, draw: Random) -> bytes:
    return data[draw.randint(0, len(data) // 4) :]


def _put_noise(data: bytes, draw: Random) -> bytes:
    at = draw.randint(0, len(data))
    return data[:at] + draw.randbytes(draw.choice((1, 16, 4096))) + data[at:]


def _blank(data: bytes, draw: Random) -> bytes:
    at, length = draw.randint(0, len(data)), draw.choice((8, 512, 4096))
    return data[:at] + bytes(length) + data[at + length :]


def _repeat(data: bytes, draw: Random) -> bytes:
    start, end = sorted((draw.randint(0, len(data)), draw.randint(0, len(data))))
    return data[:end] + data[start:end] * draw.choice((1, 3, 50)) + data[end:]


_ACCIDENTS = (_flip_bytes, _cut_off, _lose_beginning, _put_noise, _blank, _repeat)


@cache
def whole_files() -> dict[str, list[bytes]]:
    """Undamaged files by the endings of their names: the sample archive's, and made ones."""
    files = _made_files()
    for path in sorted((REPOSITORY / "corpora" / "lam-hai").iterdir()):
        if path.suffix[1:] in files:
            files[path.suffix[1:]].append(path.read_bytes())
    return files


def _made_files() -> dict[str, list[bytes]]:
    page = Sheet().paragraph(_TEXT)
    picture = image_of(page, dpi=100)
    document = docx(paragraph(_TEXT) + table(row("Hồ sơ", "1.234"), row("Đúng hạn", "95,5%")))
    slides = pptx(slide(shape(text(_TEXT))))
    book = workbook(lambda book: book.add_worksheet().write_row(0, 0, (_TEXT, 1234, 0.955)))
    html = f"<html><body><p>{_TEXT}</p><table><tr><td>1</td></tr></table></body></html>".encode()
    mail = message(("a.docx", document), ("b.txt", _TEXT.encode()))
    return {
        "txt": [_TEXT.encode(), _TEXT.encode("utf-16")],
        "md": [f"# Báo cáo\n\n{_TEXT}".encode()],
        "html": [html],
        "csv": [f"STT;Nội dung\n1;{_TEXT}\n".encode()],
        "tsv": [f"STT\tNội dung\n1\t{_TEXT}\n".encode()],
        "eml": [mail],
        "mht": [mail],
        "pdf": [page.bytes(), as_pdf(picture, dpi=100)],
        "docx": [document],
        "xlsx": [book],
        "pptx": [slides],
        "xls": [xls()],
        "zip": [zipped({"a.docx": document, "b/c.txt": _TEXT, "d.zip": zipped({"e.xlsx": book})})],
        "jpg": [saved(picture, "JPEG")],
        "png": [saved(picture, "PNG")],
        "tif": [saved(picture, "TIFF", picture)],
        "rtf": [rb"{\rtf1\ansi Bao cao so 12/BC-UBND}"],
        "odt": [opendocument("text", f"<text:p>{_TEXT}</text:p>")],
        "ods": [opendocument("spreadsheet", "")],
        "odp": [opendocument("presentation", "")],
        "doc": [xls()],  # of the same family of files
        "ppt": [xls()],
        "xlsb": [book],
    }


def made_to_hurt() -> Iterator[tuple[str, bytes]]:
    """Bombs, loops and knots."""
    yield "bomb.zip", zipped({"a.txt": bytes(100_000_000), "b.txt": _TEXT})
    yield "bomb-in-parts.docx", zipped({"word/document.xml": bytes(100_000_000)})
    yield "bomb-packed-twice.pdf", packed(MARKS * 2_000_000, "/FlateDecode/FlateDecode", 2)
    yield "bomb-encrypted.pdf", locked(MARKS * 2_000_000)
    yield "bomb-picture.pdf", huge_picture(210_000_000)
    yield "many-members.zip", many_members(400_000)
    yield "many-members.docx", many_members(400_000)
    yield "entities.html", (LAUGHS + "<html><body>&i; x").encode()
    yield "entities.docx", zipped({"[Content_Types].xml": LAUGHS + "<d>&i;</d>"})
    yield "nested.docx", docx("<w:tbl><w:tr><w:tc>" * 30_000)
    yield "nested.html", b"<div>" * 100_000 + b"x"
    yield "looping-reference.pdf", looping_reference()
    yield "looping-objects.pdf", looping_objects()
    yield "script.pdf", with_script_and_file()
    yield "endless-line.txt", b"x" * 2_000_000
    yield "cells.csv", b"1;2;3\n" * 1_000_000
    yield "binary.txt", bytes(range(256)) * 100
    yield "nothing.pdf", b""
    inner = zipped({"a.txt": _TEXT})
    for _ in range(8):
        inner = zipped({"a.zip": inner})
    yield "nested.zip", inner
    outwards = io.BytesIO(zipped({"../../../escaped.txt": _TEXT, "/escaped.txt": _TEXT}))
    yield "outwards.zip", outwards.getvalue()
