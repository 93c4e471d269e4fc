"""PDFs made for tests: text put exactly where a case needs it, and files that are wrong on purpose."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import font_roboto
from fpdf import FPDF

FONTS = Path(str(font_roboto.__file__)).parent / "files"

LEFT, RIGHT = 85.0, 538.0
TOP, PITCH, SIZE = 80.0, 19.0, 13.0


class Sheet:
    """A PDF being drawn.  Lengths are points, from the upper left corner; `y` is a baseline."""

    def __init__(self, *, landscape: bool = False) -> None:
        self.pdf = FPDF("landscape" if landscape else "portrait", unit="pt", format="A4")
        self.pdf.add_font("R", "", FONTS / "Roboto-Regular.ttf")
        self.pdf.add_font("R", "B", FONTS / "Roboto-Bold.ttf")
        self.pdf.set_auto_page_break(False)
        self.y = TOP
        self.page()

    def page(self) -> Sheet:
        """Begin a page."""
        self.pdf.add_page()
        self.y = TOP
        return self

    def write(
        self, x: float, y: float, text: str, *, size: float = SIZE, bold: bool = False
    ) -> Sheet:
        """Put text with its baseline at y."""
        self.pdf.set_font("R", "", 1)  # FPDF writes a font only when it changes, on whatever page
        self.pdf.set_font("R", "B" if bold else "", size)
        self.pdf.text(x, y, text)
        return self

    def center(self, text: str, *, bold: bool = False, size: float = SIZE) -> Sheet:
        """Put a centered line below the last."""
        width = self.width(text, size=size, bold=bold)
        self.write((LEFT + RIGHT - width) / 2, self.y, text, size=size, bold=bold)
        self.y += PITCH
        return self

    def width(self, text: str, *, size: float = SIZE, bold: bool = False) -> float:
        """How wide a text is."""
        self.pdf.set_font("R", "B" if bold else "", size)
        return self.pdf.get_string_width(text)

    def paragraph(
        self, text: str, *, indent: float = 36, size: float = SIZE, until: float = 790
    ) -> Sheet:
        """Put a justified paragraph below the last; it goes on on a new page below `until`."""
        words = text.split()
        x = LEFT + indent
        line: list[str] = []
        while words or line:
            fits = words and self.width(" ".join([*line, words[0]]), size=size) <= RIGHT - x
            if fits or not line:
                line.append(words.pop(0))
                continue
            if self.y > until:
                self.page()
            self._justified(line, x, size=size, last=not words)
            line, x = [], LEFT
            self.y += PITCH
        return self

    def _justified(self, line: Sequence[str], x: float, *, size: float, last: bool) -> None:
        room = RIGHT - x - sum(self.width(word, size=size) for word in line)
        step = self.width(" ", size=size) if last or len(line) < 2 else room / (len(line) - 1)
        for word in line:
            self.write(x, self.y, word, size=size)
            x += self.width(word, size=size) + step

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        """Draw all lines of a table."""
        for x in xs:
            self.pdf.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.pdf.line(xs[0], y, xs[-1], y)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a line."""
        self.pdf.line(x0, y0, x1, y1)
        return self

    def row(self, xs: Sequence[float], y: float, cells: Iterable[str], size: float = 9) -> Sheet:
        """Put the texts of a row of cells; a text of several lines has line ends in it."""
        for x, cell in zip(xs, cells, strict=False):
            for i, line in enumerate(cell.split("\n")):
                self.write(x + 4, y + 11 + 11 * i, line, size=size)
        return self

    def bytes(self) -> bytes:
        """The file."""
        return bytes(self.pdf.output())


def raw_pdf(objects: Sequence[str | bytes], trailer: str = "") -> bytes:
    """A PDF of some objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        content = body if isinstance(body, bytes) else body.encode("latin-1")
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def stream(content: bytes, entries: str = "") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(content, 9)
    head = f"<</Filter/FlateDecode/Length {len(packed)}{entries}>>\nstream\n".encode()
    return head + packed + b"\nendstream"


CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def one_page(content: bytes, entries: str = "", *more: str | bytes) -> bytes:
    """A page with some content; its font is F1, further objects are numbered from 6."""
    page = (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        f"/Resources<</Font<</F1 5 0 R>>{entries}>>>>"
    )
    pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return raw_pdf([CATALOG, pages, page, stream(content), FONT, *more])


def many_pages(count: int) -> bytes:
    """A file that shows one page over and over."""
    kids = " ".join(["3 0 R"] * count)
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    pages = f"<</Type/Pages/Kids[{kids}]/Count {count}>>"
    return raw_pdf([CATALOG, pages, page, stream(b"BT /F1 12 Tf 72 700 Td (Bao cao) Tj ET"), FONT])
