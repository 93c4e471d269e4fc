"""The index of an archive: SQLite, and the only room that knows it.

`IndexWriter` puts documents in and links the archive, `open_index` answers questions.
"""

from .answers import (
    Cited,
    CitedMention,
    Document,
    DocumentContents,
    Figure,
    FigureConditions,
    Hit,
    IndicatorCount,
    LegalDocument,
    Measurement,
    Reliance,
    Variant,
)
from .evidence import CitedPassage
from .findings import (
    Coverage,
    DocumentFindings,
    FindingConditions,
    FindingCount,
    FindingInContext,
    store_findings,
)
from .linking import KnownAct, LinkedRecord, Linker
from .preparing import Prepared, prepare
from .problems import Lang, QuestionError, UnusableIndexError, explain
from .reader import Index, open_index
from .reported import ReportedChange, ReportedFigure
from .storage import Closable
from .supersession import Fate, SupersededCitation
from .tables import TABLES
from .versions import Version, VersionDifference, VersionPlace
from .writer import IndexWriter, InputRow

__all__ = [
    "TABLES",
    "Cited",
    "CitedMention",
    "CitedPassage",
    "Closable",
    "Coverage",
    "Document",
    "DocumentContents",
    "DocumentFindings",
    "Fate",
    "Figure",
    "FigureConditions",
    "FindingConditions",
    "FindingCount",
    "FindingInContext",
    "Hit",
    "Index",
    "IndexWriter",
    "IndicatorCount",
    "InputRow",
    "KnownAct",
    "Lang",
    "LegalDocument",
    "LinkedRecord",
    "Linker",
    "Measurement",
    "Prepared",
    "QuestionError",
    "Reliance",
    "ReportedChange",
    "ReportedFigure",
    "SupersededCitation",
    "UnusableIndexError",
    "Variant",
    "Version",
    "VersionDifference",
    "VersionPlace",
    "explain",
    "open_index",
    "prepare",
    "store_findings",
]
