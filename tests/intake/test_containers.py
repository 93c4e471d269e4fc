"""Archives and messages, opened with care.  Cases of our own; none tuned the code."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from cchc_mining.errors import IntakeError
from cchc_mining.intake import load, read_bytes, zipping
from cchc_mining.intake.containers import Budget, open_container

from .office import zipped

PLENTY = 1 << 30


def names(data: bytes, name: str = "a.zip") -> list[str]:
    members = open_container(io.BytesIO(data), name)
    assert members is not None
    return [member.name for member in members]


def contents(data: bytes, name: str = "a.zip") -> dict[str, bytes]:
    members = open_container(io.BytesIO(data), name)
    assert members is not None
    return {member.name: b"".join(member.unpack(Budget(PLENTY))) for member in members}


def test_members_are_files_not_folders() -> None:
    assert contents(zipped({"a/": "", "a/b.txt": "x", "c.txt": "y"})) == {
        "a/b.txt": b"x",
        "c.txt": b"y",
    }


def test_names_that_mislead_are_escaped() -> None:
    data = zipped(
        {"../../etc/passwd": "", "/root.txt": "", "b\\c\n.txt": "", "a/./d\u202e.txt": ""}
    )
    assert names(data) == [
        "\\x2e\\x2e/\\x2e\\x2e/etc/passwd",
        "\\x2froot.txt",
        "b/c\\x0a.txt",
        "a/d\\u202e.txt",
    ]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_comes_twice_is_numbered() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for text in ("x", "y", "z"):
            archive.writestr("b/a.txt", text)
    assert contents(file.getvalue()) == {"b/a.txt": b"x", "b/a (2).txt": b"y", "b/a (3).txt": b"z"}


def test_names_written_in_utf8_without_saying_so_are_read() -> None:
    data = zipped({"abc.txt": "x"}).replace(b"abc.txt", "sổ.xt".encode())
    assert names(data) == ["sổ.xt"]
    assert names(data.replace("sổ.xt".encode(), b"\xb8\xb9abcde")) == ["\\udcb8\\udcb9abcde"]


def locked(data: bytes) -> bytes:
    """The archive with its members marked as encrypted."""
    broken = bytearray(data)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        broken[data.index(signature) + at] |= 1
    return bytes(broken)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (locked(zipped({"a.txt": "x"})), "encrypted"),
        (zipped({"a.txt": b"\0" * 40_000_000}), "too-large-inside"),
    ],
)
def test_a_member_that_cannot_be_unpacked_says_why(data: bytes, code: str) -> None:
    with pytest.raises(IntakeError) as refusal:
        contents(data)
    assert refusal.value.code == code


def test_a_damaged_member_leaves_the_others() -> None:
    data = bytearray(zipped({"a.txt": "x" * 99, "b.txt": "y"}, packing=zipfile.ZIP_STORED))
    data[data.index(b"xxx")] = 0
    members = open_container(io.BytesIO(bytes(data)), "a.zip")
    assert members is not None
    with pytest.raises(IntakeError) as refusal:
        list(members[0].unpack(Budget(PLENTY)))
    assert refusal.value.code == "damaged"
    assert list(members[1].unpack(Budget(PLENTY))) == [b"y"]


def test_what_all_members_unpack_to_is_counted_while_they_are_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zipping, "_PIECE", 10)
    members = open_container(io.BytesIO(zipped({"a.txt": "x" * 100, "b.txt": "y" * 100})), "a.zip")
    assert members is not None
    budget = Budget(150)
    assert len(list(members[0].unpack(budget))) == 10
    unpacked = members[1].unpack(budget)
    assert [len(next(unpacked)) for _ in range(5)] == [10] * 5
    with pytest.raises(IntakeError) as refusal:
        next(unpacked)
    assert refusal.value.code == "too-large-inside"


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "vanthu@lamhai.gov.vn"
    made["Subject"] = "V/v báo cáo quý II"
    for name, value in headers.items():
        made[name] = value
    made.set_content("Kính gửi: Sở Nội vụ\nGửi kèm Công văn số 12/UBND-NC.")
    return made


def test_a_message_is_its_subject_and_text() -> None:
    source = read_bytes(bytes(message()), "a.eml")
    assert source.text.split("\n")[:3] == [
        "V/v báo cáo quý II",
        "Kính gửi: Sở Nội vụ",
        "Gửi kèm Công văn số 12/UBND-NC.",
    ]
    assert (source.title, source.media_type) == ("V/v báo cáo quý II", "message/rfc822")


def test_of_both_variants_the_one_with_tables_is_read() -> None:
    made = message()
    made.add_alternative("<table><tr><td>1<td>Đất đai<td>5</table>", subtype="html")
    assert read_bytes(bytes(made), "a.eml").text == "V/v báo cáo quý II\n1\tĐất đai\t5"
    assert names(bytes(made), "a.eml") == []


def test_what_is_attached_to_a_message_are_its_members() -> None:
    inner, made = message(), message()
    made.add_attachment(
        "Báo cáo".encode(), maintype="text", subtype="plain", filename="báo cáo.txt"
    )
    made.add_attachment(inner)
    made.add_attachment(b"x", maintype="application", subtype="pdf")
    found = contents(bytes(made), "a.eml")
    assert list(found) == ["báo cáo.txt", "message-2.eml", "part-3.pdf"]
    assert found["báo cáo.txt"] == "Báo cáo".encode()
    assert read_bytes(found["message-2.eml"], "b.eml").title == "V/v báo cáo quý II"


def test_pictures_shown_in_a_message_are_no_members() -> None:
    made = message()
    made.add_alternative("<p>Kính gửi<img src='cid:logo'></p>", subtype="html")
    html = list(made.iter_parts())[1]
    assert isinstance(html, EmailMessage)
    html.add_related(b"x", maintype="image", subtype="png", cid="<logo>")
    assert names(bytes(made), "a.eml") == []
    assert read_bytes(bytes(made), "a.eml").text == "V/v báo cáo quý II\nKính gửi"


@pytest.mark.parametrize(
    "data",
    [
        b"no headers here\n\nat all",
        b"Subject: =?utf-8?b?////?=\nContent-Type: text/plain; charset=\xff\n\nx",
        b'Content-Type: multipart/mixed; boundary="a"\n\n' + b"--a\n" * 5_000,
        b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (i, i) for i in range(3_000)
        ),
    ],
    ids=["no message", "bad headers", "many parts", "deep"],
)
def test_messages_without_sense_end_soon(data: bytes) -> None:
    for use in (lambda: names(data, "a.eml"), lambda: read_bytes(data, "a.eml")):
        try:
            use()
        except IntakeError as refusal:
            assert refusal.code in ("malformed", "empty", "undecodable")  # noqa: PT017


def test_a_member_is_found_by_its_place(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(
        zipped({"x.txt": "x", "y.txt": "y"}), maintype="a", subtype="b", filename="z.zip"
    )
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"b.txt": "b", "c.eml": bytes(made)}))
    assert load(path, name="a.zip!b.txt", inside=(0,)) == b"b"
    assert load(path, name="a.zip!c.eml!z.zip!y.txt", inside=(1, 0, 1)) == b"y"
    for inside in ((7,), (1, 5, 0), (0, 0)):
        with pytest.raises(IntakeError) as refusal:
            load(path, name="a.zip!b.txt", inside=inside)
        assert refusal.value.code == "changed"
    with pytest.raises(IntakeError) as refusal:
        load(path, name="a.zip!c.eml", inside=(1,), limit=100)
    assert refusal.value.code == "too-large"
