"""Files made to hurt: each ends in text or in one reason, in bounded time and memory.

Every file is read in a process of its own, so that what it costs is known.  Bounds are generous: they
tell a bomb from a file, not a fast machine from a slow one.
"""

from __future__ import annotations

import io
import os
import sys
import time
import zipfile
import zlib
from collections.abc import Callable

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.intake import pdf, read_bytes, spreadsheets
from cchc_mining.run import explain

from .made_pdf import CATALOG, FONT, Sheet, one_page, raw_pdf, stream
from .office import docx, opendocument, paragraph, relations, zipped

SECONDS = 20
MEGABYTES = 600
"""Above what this process has already."""

READERS = (pdf, spreadsheets)
"""Loaded here, so that every process has them from the start."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")

Make = Callable[[], bytes]
MARKS = b"BT /F1 12 Tf 72 700 Td (Bao cao) Tj ET "
LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def outcome(data: bytes, name: str) -> tuple[str, float, float]:
    """'ok' or the code of why a file is not read, and the seconds and megabytes that it took."""
    ours, theirs = os.pipe()
    before = _megabytes()
    child = os.fork()
    if not child:
        os.close(ours)
        try:
            read_bytes(data, name)
            said = "ok"
        except IntakeError as error:
            said = error.code
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(theirs, said.encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as told:
        said = told.read().decode()
    _, _, used = os.wait4(child, 0)
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return said, used.ru_utime + used.ru_stime, used.ru_maxrss / scale - before


def _megabytes() -> float:
    """What this process has in memory now, which a child begins with."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)
    except OSError:
        return 0


def packed(content: bytes, filters: str, times: int = 1) -> bytes:
    """A page whose marks are packed several times over."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    head = f"<</Filter[{filters}]/Length {len(content)}>>\nstream\n".encode()
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>"
    )
    pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return raw_pdf([CATALOG, pages, page, head + content + b"\nendstream", FONT])


def locked(marks: bytes) -> bytes:
    """A file that is encrypted but opens without a password."""
    sheet = Sheet().paragraph("Báo cáo")
    sheet.pdf.set_encryption(owner_password="chu", user_password="")
    contents = sheet.pdf.pages[1].contents
    assert isinstance(contents, bytearray)
    contents += marks
    return sheet.bytes()


def huge_picture(count: int) -> bytes:
    """A page with a picture of 100,000 by 100,000 points, of which the file holds some."""
    data = zlib.compress(bytes(count))
    head = (
        "<</Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceGray"
        f"/BitsPerComponent 8/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
    )
    marks = MARKS + b"q 500 0 0 700 50 50 cm /I Do Q"
    return one_page(marks, "/XObject<</I 6 0 R>>", head.encode() + data + b"\nendstream")


def with_script_and_file() -> bytes:
    """A page in a file that opens with a script and carries another file."""
    catalog = (
        "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>"
        "/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>]>>>>>>"
    )
    made = one_page(MARKS, "", stream(b"MZ" * 100, "/Type/EmbeddedFile"))
    return raw_pdf([catalog, *_objects(made)[1:]])


def _objects(made: bytes) -> list[bytes]:
    pieces = made.split(b" 0 obj\n")[1:]
    return [piece.rsplit(b"\nendobj", 1)[0] for piece in pieces]


def looping_reference() -> bytes:
    """A file whose table of objects says that an older one precedes it: itself."""
    data = one_page(MARKS)
    at = data.rindex(b"startxref\n") + len(b"startxref\n")
    start = data[at : data.index(b"\n", at)]
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev " + start)


def looping_objects() -> bytes:
    """A stream of objects that says it extends itself, and a length that is its own stream."""
    made = _objects(one_page(MARKS))
    made[3] = made[3].replace(b"/Length ", b"/Length 4 0 R/Size ")
    return raw_pdf([*made, stream(b"7 0 8 5 null null", "/Type/ObjStm/N 2/First 8/Extends 6 0 R")])


def workbook(rows: str) -> bytes:
    book = (
        f'<workbook xmlns="{_SHEET}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("r0", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "s.xml")),
            "xl/s.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )


def many_members(count: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")
    data = file.getvalue()
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[start:end] * count
    tail = bytearray(data[end:])
    tail[12:16] = len(entries).to_bytes(4, "little")
    return data[:start] + entries + bytes(tail)


def page_in(name: str) -> Make:
    return lambda: zipped({name: docx(paragraph("Báo cáo"))})


@pytest.mark.parametrize(
    ("name", "make", "expected"),
    [
        pytest.param("a.pdf", lambda: packed(MARKS * 2_000_000, "/FlateDecode/FlateDecode", 2),
                     "too-large-inside", id="PDF packed twice"),
        pytest.param("a.pdf", lambda: packed(MARKS, "/FlateDecode/FlateDecode", 2), "ok",
                     id="PDF packed twice that is small"),
        pytest.param("a.pdf", lambda: locked(MARKS * 2_000_000), "too-large-inside", id="PDF encrypted bomb"),
        pytest.param("a.pdf", lambda: locked(b""), "ok", id="PDF encrypted without a password"),
        pytest.param("a.pdf", lambda: one_page(MARKS * 60_000), "too-large-inside",
                     id="PDF of 60,000 pieces of text"),
        pytest.param("a.pdf", lambda: huge_picture(1000),
                     "ok", id="PDF with a picture that is huge by its word"),
        pytest.param("a.pdf", lambda: huge_picture(210_000_000),
                     "too-large-inside", id="PDF with a huge picture"),
        pytest.param("a.pdf", with_script_and_file, "ok", id="PDF with a script and a file"),
        pytest.param("a.pdf", looping_reference, "ok", id="PDF whose table precedes itself"),
        pytest.param("a.pdf", looping_objects, "ok", id="PDF whose objects lie in themselves"),
        pytest.param("a.docx", lambda: zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<d/>",
                     "_rels/.rels": LAUGHS + "<d>&i;</d>"}), "unsafe-content", id="DOCX of entities"),
        pytest.param("a.xlsx", lambda: workbook("</sheetData></worksheet>"), "damaged",
                     id="XLSX cut off inside"),
        pytest.param("a.csv", lambda: b"1;2;3\n" * 1_000_000, "too-many-cells", id="CSV of a million rows"),
        pytest.param("a.docx", lambda: docx("<w:tbl><w:tr><w:tc>" * 30_000), "damaged", id="DOCX nested deep"),
        pytest.param("a.html", lambda: b"<div>" * 100_000 + b"x", "malformed", id="HTML nested deep"),
        pytest.param("a.html", lambda: (LAUGHS + "<html><body>&i; x").encode(), "ok", id="HTML of entities"),
        pytest.param("a.odt", lambda: opendocument("text", "x" * 40_000_000), "too-large-inside", id="ODT bomb"),
        pytest.param("a.odt", lambda: opendocument("text", "", manifest="<manifest:encryption-data/>"),
                     "encrypted", id="ODT locked"),
        pytest.param("a.zip", lambda: many_members(400_000), "too-many-members", id="ZIP of 400,000 members"),
        pytest.param("a.docx", lambda: many_members(400_000), "too-many-members", id="DOCX of 400,000 members"),
        pytest.param("a.txt", lambda: b"x" * 60_000_000, "endless-line", id="a line of 60 MB"),
        pytest.param("a.txt", lambda: b"x" * 200_000_000, "too-large", id="a line of 200 MB"),
        pytest.param("a.txt", lambda: b"Bao cao\0quy II", "binary", id="NUL in a text"),
        pytest.param("a.txt", lambda: "Báo cáo quý II".encode("utf-16-le"), "ok", id="UTF-16 without a mark"),
        pytest.param("a.msg", lambda: b"x", "outlook-message", id="MSG"),
        pytest.param("a.rar", lambda: b"Rar!\x1a\x07\x01\x00", "other-archive", id="RAR"),
        pytest.param("a.7z", lambda: b"7z\xbc\xaf\x27\x1c", "other-archive", id="7z"),
        pytest.param("a.docx", page_in("b.docx"), "unsupported-format", id="ZIP named .docx"),
    ],
)  # fmt: skip
def test_a_hostile_file_ends_soon_in_one_reason(name: str, make: Make, expected: str) -> None:
    start = time.monotonic()
    said, seconds, megabytes = outcome(make(), name)
    print(f"{seconds:.2f} s, {megabytes:.0f} MB, {time.monotonic() - start:.1f} s in all")
    assert said == expected
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    for lang in ("vi", "en"):
        assert expected == "ok" or explain(expected, lang) != expected
