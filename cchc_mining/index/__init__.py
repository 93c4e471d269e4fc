"""The index of an archive: SQLite, and the only room that knows it.

`IndexWriter` puts documents in and links the archive, `open_index` answers questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..loading import loader

if TYPE_CHECKING:
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
    from .supersession import Fate, SupersededCitation
    from .tables import TABLES
    from .versions import Version, VersionDifference, VersionPlace
    from .writer import IndexWriter, InputRow

__getattr__ = loader(
    __name__,
    {
        ".answers": (
            "Cited",
            "CitedMention",
            "Document",
            "DocumentContents",
            "Figure",
            "FigureConditions",
            "Hit",
            "IndicatorCount",
            "LegalDocument",
            "Measurement",
            "Reliance",
            "Variant",
        ),
        ".evidence": ("CitedPassage",),
        ".findings": (
            "Coverage",
            "DocumentFindings",
            "FindingConditions",
            "FindingCount",
            "FindingInContext",
            "store_findings",
        ),
        ".linking": ("KnownAct", "LinkedRecord", "Linker"),
        ".preparing": ("Prepared", "prepare"),
        ".problems": ("Lang", "QuestionError", "UnusableIndexError", "explain"),
        ".reader": ("Index", "open_index"),
        ".reported": ("ReportedChange", "ReportedFigure"),
        ".supersession": ("Fate", "SupersededCitation"),
        ".tables": ("TABLES",),
        ".versions": ("Version", "VersionDifference", "VersionPlace"),
        ".writer": ("IndexWriter", "InputRow"),
    },
)

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
