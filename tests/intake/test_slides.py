"""PPTX to text.  A case of our own; it did not tune the code."""

from __future__ import annotations

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.intake import read_bytes

from .office import relations, zipped

_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:p="{_P}" xmlns:a="{_A}" xmlns:r="{_R}"'


def text(*runs: str) -> str:
    return (
        "<a:p>"
        + "".join(r if r[0] == "<" else f"<a:r><a:t>{r}</a:t></a:r>" for r in runs)
        + "</a:p>"
    )


def shape(*paragraphs: str, place: str = "body") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{place}"/></p:nvPr></p:nvSpPr>'
        f"<p:txBody>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def slide(*shapes: str, more: str = "") -> str:
    return f"<p:sld {NAMESPACES} {more}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def pptx(*slides: str) -> bytes:
    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{255 + i}" r:id="s{i}"/>' for i in reversed(numbers))
    related = ((f"s{i}", "slide", f"slides/slide{i}.xml") for i in numbers)
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("r0", "officeDocument", "ppt/presentation.xml")),
            "ppt/_rels/presentation.xml.rels": relations(*related),
            "ppt/presentation.xml": f"<p:presentation {NAMESPACES}><p:sldIdLst>{listed}</p:sldIdLst>"
            "</p:presentation>",
            **{f"ppt/slides/slide{i}.xml": slides[i - 1] for i in numbers},
        }
    )


CELL = "<a:tc{}><a:txBody>{}</a:txBody></a:tc>"


def test_slides_in_their_order_with_their_tables() -> None:
    rows = (
        CELL.format(' gridSpan="2"', text("Hồ sơ")) + CELL.format(' hMerge="1"', text()),
        CELL.format("", text("Đã nhận")) + CELL.format("", text("1.200")),
        CELL.format("", text("Đã trả")) + CELL.format("", text("1.100")),
    )
    table = "<a:tbl>" + "".join(f"<a:tr>{r}</a:tr>" for r in rows) + "</a:tbl>"
    raised = '<a:r><a:rPr baseline="30000"/><a:t>2</a:t></a:r>'
    data = pptx(
        slide(
            f"<p:graphicFrame><a:graphic><a:graphicData>{table}</a:graphicData></a:graphic></p:graphicFrame>"
        ),
        slide(shape(text("ẩn")), more='show="0"'),
        slide(
            shape(text("KẾT QUẢ ", "CCHC", "<a:br/>", "năm 2024")),
            shape(text("Diện tích 5 m", raised)),
            shape(text("3"), place="sldNum"),
        ),
    )
    source = read_bytes(data, "a.pptx")
    assert source.text.split("\n") == [
        "KẾT QUẢ CCHC",
        "năm 2024",
        "Diện tích 5 m²",
        "Hồ sơ\t",
        "Đã nhận\t1.200",
        "Đã trả\t1.100",
    ]


def test_a_presentation_without_slides_is_empty() -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes(pptx(), "a.pptx")
    assert refusal.value.code == "empty"
