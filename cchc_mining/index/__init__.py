"""The index of an archive: SQLite, and the only room that knows it.

`IndexWriter` puts documents in and links the archive, `open_index` answers questions.
"""

from .answers import (
    Cited,
    CitedMention,
    Document,
    DocumentContents,
    Figure,
    Hit,
    LegalDocument,
    Reliance,
    Variant,
)
from .evidence import CitedPassage
from .findings import Coverage, DocumentFindings, FindingCount, FindingInContext, store_findings
from .linking import KnownAct, LinkedRecord, Linker
from .problems import QuestionError, UnusableIndexError, explain
from .reader import Index, open_index
from .supersession import Fate, SupersededCitation
from .tables import TABLES
from .versions import Version, VersionDifference, VersionPlace
from .writer import IndexWriter, InputRow

__all__ = [
    "TABLES",
    "Cited",
    "CitedMention",
    "CitedPassage",
    "Coverage",
    "Document",
    "DocumentContents",
    "DocumentFindings",
    "Fate",
    "Figure",
    "FindingCount",
    "FindingInContext",
    "Hit",
    "Index",
    "IndexWriter",
    "InputRow",
    "KnownAct",
    "LegalDocument",
    "LinkedRecord",
    "Linker",
    "QuestionError",
    "Reliance",
    "SupersededCitation",
    "UnusableIndexError",
    "Variant",
    "Version",
    "VersionDifference",
    "VersionPlace",
    "explain",
    "open_index",
    "store_findings",
]
