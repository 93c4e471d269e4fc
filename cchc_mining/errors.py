"""What can go wrong, said so that the reader knows the file, the place and the remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal


class CchcError(Exception):
    """Base of every error this package raises on purpose.

    The message names the file or value, the place in it, and what to do.
    """


class UsageError(CchcError):
    """The caller asked for something that cannot be: a missing path, an unknown column."""


class IntakeError(CchcError):
    """A file cannot be read as text; `code` is the short reason kept in the record."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class LexiconError(CchcError):
    """A lexicon table is malformed; the message names table, line and column."""


class StorageError(CchcError):
    """The output folder or index cannot be written or read."""


class Explained(Exception):  # noqa: N818 - it is what errors and warnings also are
    """What can be told in Vietnamese as well; its message is the English sentence.

    `code` is one of SENTENCES, `values` are what the sentence names.
    """

    SENTENCES: ClassVar[Mapping[str, tuple[str, str]]]
    """code: (Vietnamese, English)"""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(self.said("en"))

    def said(self, lang: Literal["vi", "en"]) -> str:
        """What went wrong, in that language."""
        return self.SENTENCES[self.code][lang == "en"].format(**self.values)
