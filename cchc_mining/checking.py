"""One new report against an archive, before it is signed; the archive is not touched."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from . import link
from .archive import Archive
from .assembling import linked_register
from .audit import AuditedArchive, audit_archive, audit_document
from .index import IndexWriter, open_index, store_findings
from .index import InputRow as IndexRow
from .kept import DECISIONS, read_register
from .records import Finding, Record
from .run import INDEX, MissingInputError, Options, mine_file

_LONGEST = 60  # characters of a name in the name of the temporary archive, which dossiers show


@contextmanager
def audited_against(path: str | Path, out: str | Path) -> Generator[Archive]:
    """An archive to ask for the findings that are about a new file, or rest on it.

        with audited_against("du-thao.docx", "ket-qua") as archive:
            for finding in archive.findings(): ...

    The file is mined and added to a temporary copy of the index in `out`, which is gone when the
    block ends; `out` stays as it is.  Its earlier drafts there are left out of the comparison.
    Evidence names the archive's documents.  Raises UsageError where the file is not there,
    IntakeError where it cannot be read, StorageError where `out` holds no archive.
    """
    path, out = Path(path), Path(out)
    if not path.exists():
        raise MissingInputError(str(path))
    with open_index(out / INDEX):  # says what is wrong with it before anything is copied
        mined = mine_file(path, Options())
    with tempfile.TemporaryDirectory(prefix="cchc-") as name:
        folder = Path(name) / f"{path.name[:_LONGEST]} - {out.absolute().name[:_LONGEST]}"
        folder.mkdir()
        shutil.copyfile(out / INDEX, folder / INDEX)
        if (out / DECISIONS).exists():
            shutil.copyfile(out / DECISIONS, folder / DECISIONS)
        record = _add(folder / INDEX, mined.record, mined.text, str(path))
        store_findings(folder / INDEX, _findings(folder / INDEX, out, record, mined.text))
        with Archive(folder) as archive:
            yield archive


def _add(index_path: Path, record: Record, text: str, name: str) -> Record:
    """Put the new document into the index; the record under the name that it has there."""
    source = _free_name(index_path, name, record.doc_id)
    record = msgspec.structs.replace(record, source=source, paths=(source,))
    with IndexWriter(index_path, link) as writer:
        linked = writer.add(record, text)
        writer.forget_inputs()
        writer.add_input(
            IndexRow(
                path=source,
                outcome=record.status,
                size=Path(name).stat().st_size,
                sha256=record.doc_id,
                doc_id=record.doc_id,
            )
        )
        writer.finish()
        if earlier := _leading(index_path, source):
            for draft in earlier:
                writer.remove(draft)
            writer.finish()
    return linked


def _free_name(index_path: Path, name: str, doc_id: str | None) -> str:
    """The name itself, unless another document of the archive has it."""
    with open_index(index_path) as index:
        taken = dict(index.rows("SELECT source, doc_id FROM documents"))
    source, number = name, 1
    while taken.get(source, doc_id) != doc_id:
        number += 1
        source = f"{name} ({number})"
    return source


def _leading(index_path: Path, source: str) -> list[str]:
    """The other files that are the same document as this one."""
    with open_index(index_path) as index:
        return [version.source for version in index.versions(source) if version.source != source]


def _findings(index_path: Path, out: Path, record: Record, text: str) -> Iterator[Finding]:
    with open_index(index_path) as index:
        yield from audit_document(record, text, index.identity(record.source))
        register = linked_register(read_register(out))
        for finding in audit_archive(AuditedArchive(index, register)):
            if finding.source == record.source or any(
                passage.source == record.source for passage in finding.evidence
            ):
                yield finding
