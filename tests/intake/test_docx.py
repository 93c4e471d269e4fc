"""DOCX to text.  Cases of our own wording, each a family of documents; none tuned the code."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.extract import extract_record
from cchc_mining.intake import read_bytes

from .office import cell, docx, paragraph, relations, row, run, table, zipped


def text_of(body: str, **parts: str) -> str:
    return read_bytes(docx(body, **parts), "a.docx").text


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


DELETED_END = "<w:rPr><w:del/></w:rPr>"
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOX = "<w:txbxContent>{}</w:txbxContent>"

CASES = {
    "a paragraph is a line, however it is cut into runs": (
        paragraph("Quyết định số 1", "2/QĐ-", "UBND") + paragraph() + paragraph("Điều 1."),
        "Quyết định số 12/QĐ-UBND\nĐiều 1.",
    ),
    "a line break ends a line, a tab is a blank": (
        paragraph("UBND TỈNH", "<w:r><w:br/></w:r>", "LÂM HẢI", "<w:r><w:tab/></w:r>", "Số: 1"),
        "UBND TỈNH\nLÂM HẢI Số: 1",
    ),
    "hyphens that may not break and that may": (
        paragraph(
            "96/QĐ", "<w:r><w:noBreakHyphen/></w:r>", "SN", "<w:r><w:softHyphen/></w:r>", "V"
        ),
        "96/QĐ-SN\xadV",
    ),
    "changes are read as accepted": (
        paragraph(
            "Đạt ",
            f"<w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:ins>{run('95,5')}</w:ins>",
            "%",
            f"<w:moveFrom>{run(' (cũ)')}</w:moveFrom><w:moveTo>{run(' (mới)')}</w:moveTo>",
        ),
        "Đạt 95,5% (mới)",
    ),
    "a paragraph whose end was deleted goes on": (
        paragraph("Căn cứ Luật ", properties=DELETED_END) + paragraph("Cán bộ, công chức;"),
        "Căn cứ Luật Cán bộ, công chức;",
    ),
    "deleted and hidden rows are no rows": (
        table(
            row("STT", "Tên", "Số"),
            row("1", "Đất đai", "5", properties="<w:del/>"),
            row("2", "Hộ tịch", "7", properties="<w:hidden/>"),
            row("3", "Xây dựng", "9"),
        ),
        "STT\tTên\tSố\n3\tXây dựng\t9",
    ),
    "hidden text is left out, but not what says that it is shown": (
        paragraph("a", run("b", "<w:vanish/>"), run("c", '<w:vanish w:val="0"/>')),
        "ac",
    ),
    "capitals by format are capitals": (paragraph(run("báo cáo", "<w:caps/>")), "BÁO CÁO"),
    "a field shows its result": (
        paragraph("Ngày ", field(' DATE \\@ "dd/MM/yyyy" ', "14/6/2023"), ", trang "),
        "Ngày 14/6/2023, trang",
    ),
    "a field within a field's code shows nothing": (
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            field("PAGE", "3"),
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "lẻ",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        "lẻ",
    ),
    "a field that never ends does not take the rest along": (
        paragraph("a", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + paragraph("b"),
        "a\nb",
    ),
    "what wraps text does not hide it": (
        paragraph(
            f"<w:hyperlink>{run('Nghị định')}</w:hyperlink>",
            f'<w:fldSimple w:instr="REF x">{run(" số")}</w:fldSimple>',
            f"<w:smartTag>{run(' 30')}</w:smartTag>",
            f"<w:sdt><w:sdtContent>{run('/2020')}</w:sdtContent></w:sdt>",
        ),
        "Nghị định số 30/2020",
    ),
    "a prompt is not text": (
        paragraph("Số: ", PROMPT.format(run("Bấm để nhập"))) + PROMPT.format(paragraph("Nhập")),
        "Số:",
    ),
    "raised figures are footnote marks": (
        paragraph("Chính phủ", run("12", '<w:vertAlign w:val="superscript"/>'), ", 5 m"),
        "Chính phủ¹², 5 m",
    ),
    "letters of symbol fonts": (
        paragraph(
            '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
            " 90% ",
            run("\uf0e0", '<w:rFonts w:ascii="Wingdings"/>'),
        ),
        "≥ 90% →",
    ),
    "a text box stands after its paragraph, once": (
        paragraph(
            "Số: 7",
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
            + BOX.format(paragraph("HỎA TỐC"))
            + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
            + BOX.format(paragraph("HỎA TỐC"))
            + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            "/QĐ-UBND",
        ),
        "Số: 7/QĐ-UBND\nHỎA TỐC",
    ),
    "a formula keeps its line of fraction": (
        paragraph(
            "<m:oMath><m:f><m:num><m:r><m:t>45</m:t></m:r></m:num>"
            "<m:den><m:r><m:t>50</m:t></m:r></m:den></m:f></m:oMath>"
        ),
        "45/50",
    ),
    "merged cells leave their other places empty": (
        table(
            row(
                cell("TT", properties='<w:vMerge w:val="restart"/>'),
                cell("Hồ sơ", properties='<w:gridSpan w:val="2"/>'),
            ),
            row(cell(properties="<w:vMerge/>"), "Đã nhận", "Đã trả"),
            row("1", "10", "9"),
        ),
        "TT\tHồ sơ\t\n\tĐã nhận\tĐã trả\n1\t10\t9",
    ),
    "a row that begins further right": (
        table(row("a", "b", "c"), row("d", "e", properties='<w:gridBefore w:val="1"/>')),
        "a\tb\tc\n\td\te",
    ),
    "cells and rows in content controls": (
        table(
            row("a", "b"),
            f"<w:sdt><w:sdtContent>{row('c', 'd')}</w:sdtContent></w:sdt>",
        ),
        "a\tb\nc\td",
    ),
    "the head of a document is read column by column": (
        table(
            row(
                cell("UBND TỈNH LÂM HẢI", "SỞ NỘI VỤ"),
                cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
            ),
            row(cell("Số: 12/BC-SNV"), cell("Lâm Hải, ngày 05 tháng 7 năm 2024")),
        ),
        "UBND TỈNH LÂM HẢI\nSỞ NỘI VỤ\nSố: 12/BC-SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nLâm Hải, ngày 05 tháng 7 năm 2024",
    ),
    "a head made with tabs or blanks too": (
        paragraph(
            "UBND TỈNH LÂM HẢI", "<w:r><w:tab/><w:tab/></w:r>", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        )
        + paragraph("SỞ NỘI VỤ           Độc lập - Tự do - Hạnh phúc")
        + paragraph("<w:r><w:tab/></w:r>", "Lâm Hải, ngày 05 tháng 7 năm 2004")
        + paragraph()
        + paragraph("BÁO", "<w:r><w:tab/></w:r>", "CÁO"),
        "UBND TỈNH LÂM HẢI\nSỞ NỘI VỤ\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Lâm Hải, ngày 05 tháng 7 năm 2004\nBÁO CÁO",
    ),
    "the title of the state alone is a line like others": (
        paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + paragraph("a", "<w:r><w:tab/></w:r>", "b"),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\na b",
    ),
    "decomposed letters are composed": (
        paragraph(unicodedata.normalize("NFD", "Tỉnh ủy Lâm Hải")),
        "Tỉnh ủy Lâm Hải",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_document_as_word_shows_it(case: str) -> None:
    body, expected = CASES[case]
    assert text_of(body) == expected


# --- numbering


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    + level(2, "lowerLetter", "%3)")
    + level(3, "bullet", "-", '<w:suff w:val="space"/>')
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "decimal", "Điều %1.", '<w:pStyle w:val="Dieu"/>')
    + level(1, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>'
)


def item(text: str, at: int, number: int = 1) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=numbers)


def test_lists_are_numbered_as_shown() -> None:
    body = "".join(
        (
            item("CHỈ ĐẠO", 0), item("Kế hoạch", 1), item("Tuyên truyền", 1), item("báo", 2),
            item("đài", 2), item("phường", 3), item("KẾT QUẢ", 0), item("Thể chế", 1),
            item("mục", 2), item("", 0), item("ĐỀ XUẤT", 0), item("PHỤ LỤC", 0, 3),
            item("không có", 0, 0), item("chấm", 1, 2),
        )
    )  # fmt: skip
    assert text_of(body, numbering=NUMBERING).split("\n") == [
        "I. CHỈ ĐẠO", "1.1. Kế hoạch", "1.2. Tuyên truyền", "a) báo", "b) đài", "- phường",
        "II. KẾT QUẢ", "2.1. Thể chế", "a) mục", "IV. ĐỀ XUẤT", "V. PHỤ LỤC", "không có", "• chấm",
    ]  # fmt: skip


def test_styles_number_their_paragraphs_and_those_based_on_them() -> None:
    body = "".join(
        paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')
        for text, style in (("Phạm vi", "Dieu"), ("Đối tượng", "Con"), ("Khác", "Lạ"))
    )
    text = text_of(body, numbering=NUMBERING, styles=STYLES)
    assert text == "Điều 1. Phạm vi\nĐiều 2. Đối tượng\nKhác"


# --- notes


def notes(kind: str, *texts: str) -> str:
    return f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>' + "".join(
        f'<w:{kind} w:id="{i}">{paragraph(f"<w:r><w:{kind}Ref/></w:r>", f" {text}")}</w:{kind}>'
        for i, text in enumerate(texts, 1)
    )


def mark(kind: str, number: int, more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}" {more}/></w:r>'


def test_notes_stand_after_the_paragraph_and_are_anchored_at_their_word() -> None:
    body = paragraph(
        "Căn cứ Nghị quyết",
        mark("footnote", 1),
        " và Quyết định",
        mark("footnote", 2),
        " của tỉnh,",
    ) + paragraph("UBND tỉnh báo cáo.", mark("endnote", 1))
    source = read_bytes(
        docx(
            body,
            footnotes=notes("footnote", "Số 76/NQ-CP ngày 15/7/2021", "Số 12/QĐ-UBND"),
            endnotes=notes("endnote", "Số liệu đến 14/6/2024"),
        ),
        "a.docx",
    )
    assert source.text.split("\n") == [
        "Căn cứ Nghị quyết¹ và Quyết định² của tỉnh,",
        "¹ Số 76/NQ-CP ngày 15/7/2021",
        "² Số 12/QĐ-UBND",
        "UBND tỉnh báo cáo.³",
        "³ Số liệu đến 14/6/2024",
    ]
    found = [
        (note.mark, source.text[note.anchor.start : note.anchor.end])
        for note in extract_record(source).footnotes
        if note.anchor
    ]
    assert found == [(1, "¹"), (2, "²"), (3, "³")]


def test_notes_of_a_table_stand_after_it() -> None:
    body = table(
        row("STT", "Tên", "Số"), row("1", cell(paragraph("Đất đai", mark("footnote", 1))), "5")
    )
    text = text_of(body, footnotes=notes("footnote", "Cả cấp huyện"))
    assert text == "STT\tTên\tSố\n1\tĐất đai¹\t5\n¹ Cả cấp huyện"


def test_a_mark_of_ones_own_is_kept() -> None:
    body = paragraph("đạt 95%", mark("footnote", 1, 'w:customMarkFollows="1"'), "*", ", còn lại")
    own = f'<w:footnote w:id="1">{paragraph("* Ước thực hiện")}</w:footnote>'
    assert text_of(body, footnotes=own) == "đạt 95%*, còn lại\n* Ước thực hiện"


def test_notes_are_counted_anew_in_each_section_where_that_is_said() -> None:
    end = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = paragraph("a", mark("footnote", 1), properties=end) + paragraph("b", mark("footnote", 2))
    assert text_of(body, footnotes=notes("footnote", "x", "y")) == "a¹\n¹ x\nb¹\n¹ y"


# --- faults

LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="x"><w:body>&b;</w:body></w:document>'
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>'


def package(document: str | bytes, **more: bytes) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("r0", "officeDocument", "word/document.xml")),
            "word/document.xml": document,
            **more,
        }
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "damaged"),
        (docx(paragraph("Báo cáo"))[:-40], "damaged"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"}), "damaged"),
        (package("<a><b></a>"), "damaged"),
        (package("<a/>"), "damaged"),
        (package(LAUGHS), "unsafe-content"),
        (package(LAUGHS.encode("utf-16")), "unsafe-content"),
        (package(LAUGHS.encode("utf-16-le")), "unsafe-content"),
        (package(OUTSIDE), "unsafe-content"),
        (package(b"<a>" + b" " * 30_000_000 + b"</a>"), "too-large-inside"),
        (docx(paragraph()), "empty"),
        (b"\x00\x01\x02\x03" * 100, "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes(data, "a.docx")
    assert refusal.value.code == code


def test_deep_nesting_ends_soon() -> None:
    body = paragraph("a")
    for _ in range(5_000):
        body = f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    with pytest.raises(IntakeError) as refusal:
        text_of(body)
    assert refusal.value.code == "damaged"


def test_styles_that_are_based_on_one_another_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("xy", "yx")
    )
    assert text_of(paragraph("a", properties='<w:pStyle w:val="x"/>'), styles=styles) == "a"


def test_the_strict_variant_is_read_too() -> None:
    data = docx(paragraph("Báo cáo"))
    common = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{paragraph("a")}</w:body></w:document>'
    assert common not in body.encode()
    assert read_bytes(package(body), "a.docx").text == "a"
    assert read_bytes(data, "a.docx").media_type.endswith("wordprocessingml.document")


_TCVN3 = "B¸o c¸o kÕt qu¶ thùc hiÖn"


def holding(part: str, content: bytes, before: str) -> bytes:
    """A document with another one inside it, behind some paragraphs."""
    relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    body = before + f'<w:altChunk {relation} r:id="r9"/>'
    with zipfile.ZipFile(io.BytesIO(docx(body))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/_rels/document.xml.rels"] = relations(("r9", "aFChunk", part)).encode()
    return zipped({**parts, f"word/{part}": content})


@pytest.mark.parametrize(
    ("part", "content", "text", "warnings"),
    [
        ("a.html", "<p>Báo cáo<p>quý II".encode(), "Trước\nBáo cáo\nquý II", []),
        ("a.docx", docx(paragraph("Báo cáo")), "Trước\nBáo cáo", []),
        ("a.txt", "Báo cáo\r\nquý II".encode(), "Trước\nBáo cáo\nquý II", []),
        ("a.rtf", b"{\\rtf1 x}", "Trước", ["part-not-read"]),
        *(
            (
                part,
                content.encode("latin-1"),
                "Trước\nBáo cáo kết quả thực hiện",
                ["legacy-encoding"],
            )
            for part, content in (("a.txt", _TCVN3), ("a.html", f"<p>{_TCVN3}"))
        ),
    ],
)
def test_documents_inside_a_document_are_read_or_warned_of(
    part: str, content: bytes, text: str, warnings: list[str]
) -> None:
    source = read_bytes(holding(part, content, paragraph("Trước")), "a.docx")
    assert source.text == text
    assert [warning.code for warning in source.warnings] == warnings


def test_a_document_read_anew_for_its_letters_is_warned_of_once() -> None:
    before = paragraph(run(_TCVN3, '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'))
    source = read_bytes(holding("a.rtf", b"{\\rtf1 x}", before), "a.docx")
    assert (source.text, source.encoding) == ("Báo cáo kết quả thực hiện", "TCVN3")
    assert [warning.code for warning in source.warnings] == ["legacy-encoding", "part-not-read"]


def test_charts_and_diagrams_are_warned_of() -> None:
    source = read_bytes(docx(paragraph("Báo cáo"), chart="", diagramData=""), "a.docx")
    assert source.text == "Báo cáo"
    assert [warning.message for warning in source.warnings] == [
        "1 charts inside it are not read",
        "1 diagrams inside it are not read",
    ]
