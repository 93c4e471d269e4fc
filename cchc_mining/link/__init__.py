"""Mentions to identities: which legal document each citation means, and who acts on whom.

Pure functions over mentions and candidates handed in by value.  One document is linked by
`link_record`; what it leaves open is completed against the archive by `complete`.
"""

from .acts import Act, Acts
from .aliases import known_act
from .document import Linked, Via, link_record
from .identity import Key, complete, family, missing, parse
from .urn import urn_lex

__all__ = [
    "Act",
    "Acts",
    "Key",
    "Linked",
    "Via",
    "complete",
    "family",
    "known_act",
    "link_record",
    "missing",
    "parse",
    "urn_lex",
]
