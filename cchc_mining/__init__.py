"""Mining of Vietnamese administrative reports.

    import cchc_mining as cm

    record = cm.mine("bao-cao.txt")          # one document, as a Record
    record = cm.mine_text(text)              # the same, from a str
    archive = cm.Archive("ket-qua")          # what `cchc mine ... --out ket-qua` wrote
    cm.audited_against("moi.docx", "ket-qua")  # a new report, checked against that

Nothing is imported before it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .loading import loader

if TYPE_CHECKING:
    from .archive import Archive
    from .checking import audited_against
    from .errors import CchcError, IntakeError, LexiconError, StorageError, UsageError
    from .lexicon import Lexicon
    from .mining import mine_many
    from .pipeline import audit_again, mine_archive
    from .recording import mine, mine_text
    from .records import (
        Abbreviation,
        AgencyMention,
        Citation,
        DateMention,
        Decision,
        Extra,
        Finding,
        Footnote,
        Fraction,
        Given,
        Header,
        Indicator,
        Link,
        Mention,
        Passage,
        Period,
        Pinpoint,
        Record,
        Table,
        Warning,
        json_schema,
    )
    from .registering import import_register, remove_register

    __version__: str

_load = loader(
    __name__,
    {
        ".archive": ("Archive",),
        ".checking": ("audited_against",),
        ".errors": ("CchcError", "IntakeError", "LexiconError", "StorageError", "UsageError"),
        ".lexicon": ("Lexicon",),
        ".mining": ("mine_many",),
        ".pipeline": ("audit_again", "mine_archive"),
        ".recording": ("mine", "mine_text"),
        ".records": (
            "Abbreviation",
            "AgencyMention",
            "Citation",
            "DateMention",
            "Decision",
            "Extra",
            "Finding",
            "Footnote",
            "Fraction",
            "Given",
            "Header",
            "Indicator",
            "Link",
            "Mention",
            "Passage",
            "Period",
            "Pinpoint",
            "Record",
            "Table",
            "Warning",
            "json_schema",
        ),
        ".registering": ("import_register", "remove_register"),
    },
)


def __getattr__(name: str) -> Any:
    return _version() if name == "__version__" else _load(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("cchc-mining")
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "0+source"


__all__ = [
    "Abbreviation",
    "AgencyMention",
    "Archive",
    "CchcError",
    "Citation",
    "DateMention",
    "Decision",
    "Extra",
    "Finding",
    "Footnote",
    "Fraction",
    "Given",
    "Header",
    "Indicator",
    "IntakeError",
    "Lexicon",
    "LexiconError",
    "Link",
    "Mention",
    "Passage",
    "Period",
    "Pinpoint",
    "Record",
    "StorageError",
    "Table",
    "UsageError",
    "Warning",
    "__version__",
    "audit_again",
    "audited_against",
    "import_register",
    "json_schema",
    "mine",
    "mine_archive",
    "mine_many",
    "mine_text",
    "remove_register",
]
