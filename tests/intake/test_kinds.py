"""Files whose names lie.  Cases of our own; none tuned the code."""

from __future__ import annotations

import zipfile

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.intake import libreoffice, read_bytes

from .office import docx, paragraph, zipped

HTML = "<html><body><p>Báo cáo quý II</p></body></html>".encode()
WORD_MADE_HTML = b"\xef\xbb\xbf<!-- luu tu Word -->\n<!DOCTYPE HTML>" + HTML
MHT = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x;\r\n\ttype="text/html"\r\n\r\n'
    b"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + HTML + b"\r\n--x\r\n"
    b"Content-Type: image/png\r\nContent-Location: a.png\r\nContent-ID: <a>\r\n\r\nx\r\n--x--\r\n"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(name: str) -> bytes:
    return name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "media", "text"),
    [
        ("a.doc", HTML, "text/html", "Báo cáo quý II"),
        ("a.xls", HTML, "text/html", "Báo cáo quý II"),
        ("a.doc", WORD_MADE_HTML, "text/html", "Báo cáo quý II"),
        ("a.pdf", b"\n" + HTML, "text/html", "Báo cáo quý II"),
        ("a.docx", HTML.decode().encode("utf-16"), "text/html", "Báo cáo quý II"),
        ("a.doc", MHT, "multipart/related", "Báo cáo quý II"),
        ("a.xls", "Tên\tSố\nĐất đai\t5".encode(), "text/csv", "Tên\tSố\nĐất đai\t5"),
        ("a.doc", "Báo cáo".encode(), "text/plain", "Báo cáo"),
        ("a.zip", docx(paragraph("Báo cáo")), ".document", "Báo cáo"),
        ("a.doc", docx(paragraph("Báo cáo")), ".document", "Báo cáo"),
        ("a.txt", docx(paragraph("Báo cáo")), ".document", "Báo cáo"),
        ("a.pdf", docx(paragraph("Báo cáo")), ".document", "Báo cáo"),
    ],
)
def test_a_file_is_read_by_what_it_is_with_a_warning(
    name: str, data: bytes, media: str, text: str
) -> None:
    source = read_bytes(data, name)
    assert source.text == text
    assert source.media_type.endswith(media)
    assert [warning.code for warning in source.warnings] == ["name-mismatch"]


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("a.txt", HTML, "text/plain"),
        ("a.csv", b"<html>,b", "text/csv"),
        ("a.html", HTML, "text/html"),
        ("a.docm", docx(paragraph("Báo cáo")), ".document"),
        ("a.mht", MHT, "multipart/related"),
    ],
)
def test_a_name_that_may_be_true_is_believed(name: str, data: bytes, media: str) -> None:
    source = read_bytes(data, name)
    assert source.media_type.endswith(media)
    assert not source.warnings


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"\x1f\x8b\x08\x00....", "other-archive"),
        ("a.zip", b"Rar!\x1a\x07\x01\x00", "other-archive"),
        ("a.doc", b"7z\xbc\xaf\x27\x1c\x00\x04", "other-archive"),
        ("a.doc", OLE + stream("__substg1.0_"), "outlook-message"),
        ("a.docx", OLE + stream("EncryptedPackage"), "encrypted"),
        ("a.docx", zipped({"[Content_Types].xml": "<Types/>"}), "unsupported-format"),
        ("a.txt", zipped({"b.txt": "Báo cáo"}), "unsupported-format"),
        ("a.doc", OLE, "damaged"),
        ("a.xls", OLE + stream("Workbook"), "damaged"),
        ("a.xlsx", bytes(range(256)), "damaged"),
        ("a.zip", b"PK\x03\x04 cut off", "damaged"),
        ("a.zip", zipped({}), "empty"),
        ("a.zip", zipped({"a.txt": "Báo cáo"}), "container"),
    ],
)
def test_what_is_not_read_is_refused_by_what_it_is(name: str, data: bytes, code: str) -> None:
    with pytest.raises(IntakeError) as refusal:
        read_bytes(data, name)
    assert refusal.value.code == code


def test_a_document_stored_in_an_archive_does_not_make_it_one() -> None:
    inner = docx(paragraph("Báo cáo"))
    outer = zipped({"a.docx": inner, "b.docx": inner}, packing=zipfile.ZIP_STORED)
    with pytest.raises(IntakeError) as refusal:
        read_bytes(outer, "a.zip")
    assert refusal.value.code == "container"


def test_old_word_files_are_told_from_old_workbooks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def convert(data: bytes, ending: str, target: str, name: str) -> bytes:
        asked.append((ending, target))
        return docx(paragraph("Báo cáo"))

    monkeypatch.setattr(libreoffice, "convert", convert)
    both = OLE + stream("Workbook") + stream("WordDocument")
    read_bytes(both, "a.doc")
    read_bytes(OLE + stream("WordDocument"), "a.xls")
    read_bytes(b"{\\rtf1 Bao cao}", "a.doc")
    read_bytes(b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "a.doc")
    assert asked == [(".doc", ".docx"), (".doc", ".docx"), (".rtf", ".docx"), (".doc", ".docx")]
