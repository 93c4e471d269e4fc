"""Linking the whole archive: what single documents leave open, and one row a legal document.

Runs inside the writer's transaction, over tables, in memory that does not grow with the archive: at
a time one family of targets (those with the same serial or name) is looked at.  Everything that an
earlier run concluded is taken back first, so that the result follows from the documents alone.
"""

from __future__ import annotations

import sqlite3

from .chains import find_fates
from .claims import complete_open_claims, reopen_claims
from .describing import describe, observe
from .linking import Linker
from .manifestations import find_manifestations
from .sameness import unite_same
from .sightings import note_claims, note_complete


def settle(connection: sqlite3.Connection, linker: Linker) -> None:
    """Bring everything up to date that rests on more than one document."""
    reopen_claims(connection)
    find_manifestations(connection, linker)
    note_complete(connection)
    unite_same(connection, linker)
    _forget_unmentioned(connection)  # what is gone from the archive completes nothing
    complete_open_claims(connection, linker)
    _forget_unmentioned(connection)  # the claims that were completed
    note_claims(connection)
    observe(connection)
    describe(connection, linker)
    find_fates(connection, linker)


def _forget_unmentioned(connection: sqlite3.Connection) -> None:
    connection.execute(
        "DELETE FROM legal_documents WHERE"
        " NOT EXISTS (SELECT 1 FROM citations c WHERE c.legal = legal_documents.id) AND"
        " NOT EXISTS (SELECT 1 FROM documents d WHERE d.legal = legal_documents.id)"
    )
