"""E-mail messages (EML) and web archives (MHT): the text of the message, and what is attached."""

from __future__ import annotations

import email
import email.header
import email.policy
import unicodedata
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import cast

from ...errors import IntakeError
from ...records import SourceText
from ..decoding import decode_plain
from ..html import read_html
from ..limits import MOST_MEMBERS
from ..zipping import Budget
from .member import Member, Names

_MOST_PARTS = 2_000
_DEEPEST = 50


def read_message(data: bytes, name: str) -> SourceText:
    """The subject and the text of a message; of its HTML where it has both.

    Raises IntakeError as `decode`, and with code `malformed`.
    """
    with _faults(name):
        message = _parse(data, name)
        subject = " ".join(str(message["Subject"] or "").split())
        is_sent = message["From"] is not None  # a web archive has a title for a subject
        body = _body(message)
        source = SourceText(text="") if body is None else _text_of(body, name)
    text = f"{subject}\n{source.text}" if is_sent and subject else source.text
    return SourceText(
        text=unicodedata.normalize("NFC", text),
        source=name,
        encoding=source.encoding,
        title=subject or source.title,
        warnings=source.warnings,
    )


def open_message(data: bytes, name: str) -> list[Member]:
    """What is attached to a message, messages among it.

    Raises IntakeError with code `malformed` or `too-many-members`.
    """
    names = Names()
    members: list[Member] = []
    with _faults(name):
        message = _parse(data, name)
        for part in _attached(message, _body(message)):
            shown = names.give(_file_name(part, len(members) + 1))
            members.append(Member(shown, _unpacks(part, shown)))
    if len(members) > MOST_MEMBERS:
        raise IntakeError("too-many-members", f"{name}: too many attachments")
    return members


@contextmanager
def _faults(name: str) -> Generator[None]:
    """The parser promises never to fail; of damaged headers it raises whatever it meets."""
    try:
        yield
    except IntakeError:
        raise
    except Exception as error:
        raise IntakeError("malformed", f"{name}: {type(error).__name__}: {error}") from error


def _parse(data: bytes, name: str) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise IntakeError("malformed", f"{name}: has no headers, so it is not a message")
    return message


def _leaves(message: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """The parts that hold something; those of attached messages are not parts of this one."""
    if message.is_multipart() and message.get_content_maintype() == "multipart":
        for part in cast("list[EmailMessage]", message.get_payload())[:_MOST_PARTS]:
            if depth < _DEEPEST:
                yield from _leaves(part, depth + 1)
    else:
        yield message


def _body(message: EmailMessage) -> EmailMessage | None:
    texts = [part for part in _leaves(message) if _is_text(part)]
    for kind in ("text/html", "text/plain"):
        for part in texts:
            if part.get_content_type() == kind:
                return part
    return None


def _is_text(part: EmailMessage) -> bool:
    """Whether a part is shown as the message, and not as a file with it."""
    return (
        part.get_content_type() in ("text/html", "text/plain")
        and part.get_content_disposition() != "attachment"
        and not _own_name(part)
    )


def _attached(message: EmailMessage, body: EmailMessage | None) -> Iterator[EmailMessage]:
    """The parts that are files: not the body in its variants, nor the pictures shown in it."""
    for part in _leaves(message):
        shown_inside = (
            part.get_content_maintype() == "image"
            and part["Content-ID"] is not None
            and part.get_content_disposition() != "attachment"
        )
        if part is not message and part is not body and not _is_text(part) and not shown_inside:
            yield part


def _text_of(part: EmailMessage, name: str) -> SourceText:
    data = _bytes_of(part)
    charset = part.get_content_charset()
    if not data:
        return SourceText(text="", source=name)
    if part.get_content_type() == "text/html":
        return read_html(data, name, charset)
    found = decode_plain(data, name, charset)
    return SourceText(
        text=found.text, source=name, encoding=found.encoding, warnings=found.warnings
    )


def _unpacks(part: EmailMessage, name: str) -> Callable[[Budget], Iterator[bytes]]:
    def unpack(budget: Budget) -> Iterator[bytes]:
        with _faults(name):
            data = _bytes_of(part)
        budget.spend(len(data), name)
        yield data

    return unpack


def _bytes_of(part: EmailMessage) -> bytes:
    """What a part holds; of an attached message its own bytes."""
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    inner = part.get_payload()
    return b"".join(bytes(message) for message in cast("list[EmailMessage]", inner))


def _file_name(part: EmailMessage, number: int) -> str:
    name = _own_name(part)
    if part.get_content_type() == "message/rfc822":
        name = name or f"message-{number}"
        return name if name.lower().endswith(".eml") else f"{name}.eml"
    return name or f"part-{number}.{part.get_content_subtype()}"


def _own_name(part: EmailMessage) -> str:
    """The name that a part gives its file; some programs write it as headers write words."""
    try:
        name = part.get_filename() or ""
        return str(email.header.make_header(email.header.decode_header(name)))
    except Exception:  # damaged headers; the part is still there
        return ""
