"""Nothing that a document names elsewhere is asked for, whoever converts it.

Documents of our own that point at a socket of this machine, in every way that their formats know.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.intake import libreoffice, read_bytes

from .office import opendocument, zipped

installed = pytest.mark.skipif(
    not libreoffice.find_program(), reason="LibreOffice is not installed"
)


class Listener:
    """A server that says nothing and counts who comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.visits = 0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:
                return
            self.visits += 1
            visitor.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def rtf(address: str) -> bytes:
    picture = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}/a.png" \\\\d}}{{\\fldrslt x}}}}'
    other = f'{{\\field{{\\*\\fldinst INCLUDETEXT "{address}/a.rtf"}}{{\\fldrslt y}}}}'
    return f"{{\\rtf1\\ansi{{\\*\\template {address}/t.dotm}} Bao cao {picture} {other}}}".encode()


def text(address: str) -> bytes:
    return opendocument(
        "text",
        f'<text:p>Báo cáo<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{address}/a.png"'
        ' xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
        f'<text:section text:name="s"><text:section-source xlink:href="{address}/b.odt"/></text:section>',
    )


def sheet(address: str) -> bytes:
    cells = "".join(
        f'<table:table-cell table:formula="of:={formula}" office:value-type="string"'
        ' office:string-value="x"/>'
        for formula in (
            f"WEBSERVICE(&quot;{address}/w&quot;)",
            f"'{address}/b.ods'#$Sheet1.A1",
            f"DDE(&quot;soffice&quot;;&quot;{address}/c.ods&quot;;&quot;A1&quot;)",
        )
    )
    return opendocument(
        "spreadsheet",
        f'<table:table table:name="A"><table:table-row>{cells}</table:table-row></table:table>'
        f'<table:table table:name="B"><table:table-source xlink:href="{address}/d.html"'
        ' table:filter-name="HTML"/><table:table-row><table:table-cell/></table:table-row></table:table>',
    )


@installed
@pytest.mark.parametrize(
    ("name", "make"), [("a.rtf", rtf), ("a.odt", text), ("a.ods", sheet)], ids=["rtf", "odt", "ods"]
)
def test_libreoffice_asks_nobody(listener: Listener, name: str, make: object) -> None:
    assert callable(make)
    assert read_bytes(make(listener.address), name).text
    assert listener.visits == 0


def test_pages_are_read_without_what_they_link(listener: Listener) -> None:
    page = (
        f'<!DOCTYPE html SYSTEM "{listener.address}/a.dtd"><html><head>'
        f'<link rel=stylesheet href="{listener.address}/a.css"></head>'
        f'<body><img src="{listener.address}/a.png"><iframe src="{listener.address}"></iframe>Báo cáo'
    )
    assert read_bytes(page.encode(), "a.html").text == "Báo cáo"
    assert listener.visits == 0


def test_office_parts_are_read_without_what_they_link(listener: Listener) -> None:
    document = f'<!DOCTYPE d SYSTEM "{listener.address}/a.dtd"><d/>'
    data = zipped(
        {"[Content_Types].xml": document, "_rels/.rels": document, "word/document.xml": "<d/>"}
    )
    with pytest.raises(IntakeError):
        read_bytes(data, "a.docx")
    assert listener.visits == 0
