"""Small office files made by hand, part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def zipped(parts: Mapping[str, str | bytes], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(
                name
            )  # without the time, so that the bytes are always the same
            archive.writestr(member, content, packing)
    return file.getvalue()


def relations(*targets: tuple[str, str, str]) -> str:
    """A part that relates another to (id, kind, target)."""
    items = "".join(
        f'<Relationship Id="{key}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for key, kind, target in targets
    )
    return f'<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this body; further parts by name (`footnotes`, `numbering` ...)."""
    related = [(f"r{i}", kind, f"{kind}.xml") for i, kind in enumerate(parts)]
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("r0", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(*related),
    }
    for kind, content in parts.items():
        files[f"word/{kind}.xml"] = f"<w:{kind} {_NAMESPACES}>{content}</w:{kind}>"
    return zipped(files)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph; what is no markup becomes a run."""
    content = "".join(r if r.startswith("<") else run(r) for r in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def table(*rows: str) -> str:
    """A table of rows made by `row`."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row; what is no cell made by `cell` becomes one."""
    content = "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def cell(*paragraphs: str, properties: str = "") -> str:
    """A cell; what is no markup becomes a paragraph."""
    content = "".join(p if p.startswith("<") else paragraph(p) for p in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


_OPEN_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for name, long in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("presentation", "presentation"),
        ("svg", "svg-compatible"),
        ("style", "style"),
    )
)


def opendocument(kind: str, body: str, *, manifest: str = "", head: str = "") -> bytes:
    """An OpenDocument file of a kind ('text', 'spreadsheet', 'presentation') with this body.

    `manifest` is added to the entry of its content, `head` stands before everything else.
    """
    media = f"application/vnd.oasis.opendocument.{kind}"
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    entry = "<manifest:file-entry manifest:full-path="
    return zipped(
        {
            "mimetype": media,
            "content.xml": f'{head}<office:document-content {_OPEN_NAMESPACES} office:version="1.2" '
            f'xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:{kind}>{body}'
            f"</office:{kind}></office:body></office:document-content>",
            "META-INF/manifest.xml": f'<manifest:manifest {space} manifest:version="1.2">'
            f'{entry}"/" manifest:media-type="{media}"/>{entry}"content.xml" '
            f'manifest:media-type="text/xml">{manifest}</manifest:file-entry></manifest:manifest>',
        }
    )
