"""What packages import that extend this one: checks and extractors of their own.

    [project.entry-points."cchc_mining.checks"]
    class-size = "education_reports:CLASS_SIZE"        # a check, or a tuple of checks

    [project.entry-points."cchc_mining.extractors"]
    school-years = "education_reports:school_years"    # an Extractor

A check is a DocumentCheck or an ArchiveCheck; its `find` yields a Discrepancy for each place that does
not agree.  An extractor is called with a SourceText and its Record and yields an Extra for each place.
What they do wrong fails nothing else: a check that raises is warned of with an ExtensionWarning, an
extractor that raises leaves the warning `extractor-error` in the record.

These names are kept as the rest of the public interface is.
"""

from .audit import (
    ArchiveCheck,
    AuditedArchive,
    AuditedDocument,
    Check,
    Discrepancy,
    DocumentCheck,
    Example,
    example,
)
from .extensions import ExtensionError, ExtensionWarning
from .extract import Extractor
from .lexicon import Lexicon
from .records import Extra, Passage, Record, Severity, SourceText, Words

__all__ = [
    "ArchiveCheck",
    "AuditedArchive",
    "AuditedDocument",
    "Check",
    "Discrepancy",
    "DocumentCheck",
    "Example",
    "ExtensionError",
    "ExtensionWarning",
    "Extra",
    "Extractor",
    "Lexicon",
    "Passage",
    "Record",
    "Severity",
    "SourceText",
    "Words",
    "example",
]
