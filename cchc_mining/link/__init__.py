"""Mentions to identities: which legal document each citation means, and who acts on whom.

Pure functions over mentions and candidates handed in by value.  One document is linked by
`link_record`; what it leaves open is completed against the archive by `decide`.
"""

from .acts import Act, Acts
from .aliases import known_act
from .chains import Replacement, holds_from, replacements
from .completing import Meaning, decide
from .document import Linked, Via, link_record, target_of
from .identity import Key, complete, family, missing, parse
from .likeness import Likeness, bands, sketch, version_of
from .registers import bodies
from .sameness import same_documents
from .succession import Body, body_at, predecessors, present_name, read_body, successor
from .urn import urn_lex

__all__ = [
    "Act",
    "Acts",
    "Body",
    "Key",
    "Likeness",
    "Linked",
    "Meaning",
    "Replacement",
    "Via",
    "bands",
    "bodies",
    "body_at",
    "complete",
    "decide",
    "family",
    "holds_from",
    "known_act",
    "link_record",
    "missing",
    "parse",
    "predecessors",
    "present_name",
    "read_body",
    "replacements",
    "same_documents",
    "sketch",
    "successor",
    "target_of",
    "urn_lex",
    "version_of",
]
