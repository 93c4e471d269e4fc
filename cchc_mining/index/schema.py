"""The tables of `index.sqlite`, and how an older file becomes a newer one.

A migration is never changed once it has been released; a new one is appended.  `user_version`
counts the migrations that a file has seen, `application_id` tells that the file is one of ours.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x43434843  # 'CCHC'

# Offsets are code points of the document's text (cchc-record/1).  A target names a legal document;
# one with a '?' in it is open: not (yet) known to be one document.
_FIRST = """
CREATE TABLE inputs (
  path TEXT PRIMARY KEY,
  size INTEGER,
  sha256 TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'partial', 'failed', 'duplicate', 'skipped')),
  reason TEXT,
  doc_id TEXT
) WITHOUT ROWID;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE,
  doc_id TEXT UNIQUE,             -- SHA-256 of the bytes; null where they could not be read
  media_type TEXT,
  encoding TEXT,
  pages INTEGER,
  status TEXT NOT NULL,
  error TEXT,
  warnings TEXT NOT NULL,         -- JSON
  number TEXT,                    -- from here on: the header
  doc_type TEXT,
  doc_date TEXT,
  place TEXT,
  issuer TEXT,
  title TEXT,
  signer TEXT,
  signer_position TEXT,
  recipients TEXT NOT NULL,       -- JSON
  given TEXT,                     -- JSON: context that the user gave
  year INTEGER,                   -- in which it was written; it cites nothing later
  claim TEXT,                     -- its own target by its header alone, where that is open
  legal INTEGER REFERENCES legal_documents (id) ON DELETE SET NULL
);
CREATE INDEX documents_legal ON documents (legal) WHERE legal IS NOT NULL;
CREATE INDEX documents_claim ON documents (claim) WHERE claim IS NOT NULL;

CREATE TABLE paths (
  path TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX paths_document ON paths (document);

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  text TEXT NOT NULL
);

CREATE TABLE legal_documents (
  id INTEGER PRIMARY KEY,
  target TEXT NOT NULL UNIQUE,
  family TEXT NOT NULL,           -- shared by the targets that may complete one another
  status TEXT NOT NULL CHECK (status IN ('resolved', 'ambiguous', 'unresolved')),
  reason TEXT,                    -- what is missing, where not resolved
  candidates TEXT NOT NULL DEFAULT '[]',  -- JSON: targets it may be, where ambiguous
  number TEXT,                    -- from here on: the variant most often seen
  doc_type TEXT,
  issuer TEXT,
  date TEXT,                      -- null unless only one is seen, or the document itself says it
  subject TEXT,
  name TEXT,                      -- of an act cited by name
  urn TEXT,
  held TEXT,                      -- doc_id where the archive holds the document itself
  mentions INTEGER NOT NULL DEFAULT 0,
  documents INTEGER NOT NULL DEFAULT 0,
  first_cited TEXT,               -- dates of the first and last document that cites it
  last_cited TEXT,
  lookup TEXT                     -- the number or name as a user may type it
);
CREATE INDEX legal_documents_family ON legal_documents (family, status);
CREATE INDEX legal_documents_lookup ON legal_documents (lookup) WHERE lookup IS NOT NULL;
CREATE INDEX legal_documents_status ON legal_documents (status, mentions);

CREATE TABLE citations (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  mention TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  page INTEGER,
  text TEXT NOT NULL,
  confidence REAL NOT NULL,
  kind TEXT NOT NULL,
  number TEXT,
  number_raw TEXT,
  doc_type TEXT,
  type_code TEXT,
  date TEXT,
  issuer TEXT,
  issuer_text TEXT,
  subject TEXT,
  pinpoints TEXT,                 -- as written, joined by '; '
  relation TEXT,
  relation_text TEXT,
  footnote INTEGER,
  antecedent TEXT,                -- mention that introduced the same document
  rule TEXT,
  lookup TEXT,                    -- the number or name as a user may type it: '3604 qd ubnd'
  claim TEXT,                     -- the target by its own document alone, where that is open
  legal INTEGER REFERENCES legal_documents (id) ON DELETE SET NULL,
  via TEXT,                       -- how the target was completed, where the mention does not say it
  candidates TEXT NOT NULL,       -- JSON
  actor INTEGER REFERENCES citations (id) ON DELETE SET NULL,  -- cites the document that acts on it
  evidence_start INTEGER NOT NULL,
  evidence_end INTEGER NOT NULL
);
CREATE INDEX citations_document ON citations (document);  -- ids follow the text
CREATE INDEX citations_lookup ON citations (lookup) WHERE lookup IS NOT NULL;
CREATE INDEX citations_legal ON citations (legal) WHERE legal IS NOT NULL;
CREATE INDEX citations_claim ON citations (claim) WHERE claim IS NOT NULL;
CREATE INDEX citations_actor ON citations (actor) WHERE actor IS NOT NULL;

CREATE TABLE observations (
  legal INTEGER NOT NULL REFERENCES legal_documents (id) ON DELETE CASCADE,
  field TEXT NOT NULL,            -- date, issuer, doc_type, subject, number or name
  value TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (legal, field, value)
) WITHOUT ROWID;

CREATE VIEW links AS
SELECT
  c.id AS citation,
  c.document AS source,
  coalesce(a.legal, d.legal) AS source_legal,
  c.legal AS legal,
  coalesce(c.relation, 'mentions') AS relation,
  c.evidence_start AS start,
  c.evidence_end AS "end"
FROM citations c
JOIN documents d ON d.id = c.document
LEFT JOIN citations a ON a.id = c.actor
WHERE c.legal IS NOT NULL AND c.kind <> 'self';

CREATE TABLE dates (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,             -- its place in the order of the text
  mention TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  valid INTEGER NOT NULL,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;

CREATE TABLE periods (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,             -- its place in the order of the text
  mention TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  kind TEXT NOT NULL,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;

CREATE TABLE agencies (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,             -- its place in the order of the text
  mention TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  name TEXT,
  agency_id TEXT,
  level TEXT,
  anaphor INTEGER NOT NULL,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;

CREATE TABLE tables (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,             -- its place in the order of the text
  table_id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  page INTEGER,
  caption TEXT,
  header_rows INTEGER NOT NULL,
  rows TEXT NOT NULL,             -- JSON: the cells' texts, header rows included
  PRIMARY KEY (document, n)
) WITHOUT ROWID;

CREATE TABLE figures (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  mention TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  page INTEGER,
  text TEXT NOT NULL,
  confidence REAL NOT NULL,
  value REAL,                     -- null for a fraction
  num REAL,
  den REAL,
  unit TEXT,
  approx TEXT,
  role TEXT NOT NULL,
  label TEXT,
  indicator_id TEXT,
  period TEXT,
  agency TEXT,
  parent TEXT,
  table_id TEXT,
  table_row INTEGER,
  table_column INTEGER,
  row_label TEXT,
  column_path TEXT
);
CREATE INDEX figures_document ON figures (document);
CREATE INDEX figures_indicator ON figures (indicator_id) WHERE indicator_id IS NOT NULL;
CREATE INDEX figures_period ON figures (period) WHERE period IS NOT NULL;
CREATE VIRTUAL TABLE figure_words USING fts5 (
  label, agency, content = '', tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE passages (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
);
CREATE INDEX passages_document ON passages (document);
CREATE VIRTUAL TABLE passage_words USING fts5 (
  toned, plain, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
"""

# The rule of each piece of a citation, not of the mention alone: "mention=...; relation=...".
# What became of legal documents, which targets are one after all, which files are one document.
_SECOND = """
ALTER TABLE citations RENAME COLUMN rule TO rules;

ALTER TABLE citations ADD COLUMN own_via TEXT;  -- `via` as far as its document alone tells
ALTER TABLE citations ADD COLUMN partly INTEGER NOT NULL DEFAULT 0;  -- acts on some articles only
ALTER TABLE documents ADD COLUMN via TEXT;  -- how its own target was completed, by itself
ALTER TABLE documents ADD COLUMN acts INTEGER NOT NULL DEFAULT 0;  -- can replace or amend others
-- JSON: what is said of it that cannot all be right: date, issuer
ALTER TABLE legal_documents ADD COLUMN conflicts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE legal_documents ADD COLUMN issuer_now TEXT;  -- who carries on its issuer's work today
CREATE INDEX legal_documents_issuer_now ON legal_documents (issuer_now)
  WHERE issuer_now IS NOT NULL;
CREATE INDEX citations_acting ON citations (relation, legal)
  WHERE relation IN ('replaces', 'repeals', 'amends', 'amended_by');

-- Complete targets that were found to be another document's: a number or issuer copied wrongly.
CREATE TABLE variants (
  target TEXT PRIMARY KEY,
  family TEXT NOT NULL,
  legal INTEGER NOT NULL REFERENCES legal_documents (id) ON DELETE CASCADE,
  reason TEXT NOT NULL            -- subject, name, spelling or unit
) WITHOUT ROWID;
CREATE INDEX variants_family ON variants (family);
CREATE INDEX variants_legal ON variants (legal);

CREATE TABLE sketches (
  document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  sketch BLOB NOT NULL            -- of its text: 32-bit numbers, little-endian, ascending
);
CREATE TABLE bands (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  band INTEGER NOT NULL,          -- versions of one document share one
  PRIMARY KEY (document, band)
) WITHOUT ROWID;
CREATE INDEX bands_band ON bands (band);

-- Files that are one document.  Only what the leading one says is counted.
CREATE TABLE manifestations (
  document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  leading INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  role TEXT NOT NULL,             -- leading, draft, scan or copy
  why TEXT NOT NULL,              -- it leads, or it belongs to the one that does
  likeness REAL NOT NULL          -- to the leading one, 0 to 1
);
CREATE INDEX manifestations_leading ON manifestations (leading);
CREATE VIEW counted_documents AS
  SELECT id FROM documents
  WHERE id NOT IN (SELECT document FROM manifestations WHERE document <> leading);

-- What became of a legal document.
CREATE TABLE fates (
  target TEXT NOT NULL,
  fate TEXT NOT NULL CHECK (fate IN ('replaced', 'repealed', 'amended')),
  by_target TEXT NOT NULL,
  by_number TEXT,
  by_date TEXT,                   -- or its year alone
  since TEXT NOT NULL,            -- a day from which it surely holds
  whole INTEGER NOT NULL,         -- not some articles only
  doubt TEXT,                     -- earlier: `by` is older; circular
  origin TEXT NOT NULL CHECK (origin IN ('archive', 'lexicon')),
  citation INTEGER REFERENCES citations (id) ON DELETE CASCADE,  -- the evidence, from the archive
  PRIMARY KEY (target, fate, by_target)
) WITHOUT ROWID;
CREATE INDEX fates_citation ON fates (citation) WHERE citation IS NOT NULL;

-- 'Quyết định này' in the decision itself links it to nothing; of several files that are one document
-- only the leading one links.
DROP VIEW links;
CREATE VIEW links AS
SELECT
  c.id AS citation,
  c.document AS source,
  coalesce(a.legal, d.legal) AS source_legal,
  c.legal AS legal,
  coalesce(c.relation, 'mentions') AS relation,
  c.evidence_start AS start,
  c.evidence_end AS "end"
FROM citations c
JOIN documents d ON d.id = c.document
LEFT JOIN citations a ON a.id = c.actor
WHERE c.legal IS NOT NULL AND c.kind <> 'self' AND NOT (c.kind = 'reference' AND c.legal IS d.legal)
  AND c.document IN counted_documents;
"""


def is_counted(document: str) -> str:
    """A condition like `document IN counted_documents` that is quick to ask of single documents; for
    each question the view would be gone through as a whole."""
    return f"NOT EXISTS (SELECT 1 FROM manifestations m WHERE m.document = {document} AND m.leading <> m.document)"


# Where on its page a mention stands: JSON, [[x0, top, x1, bottom], ...] in points, one box a line.
# How sure the canonical indicator is (0 to 1), and the value in that indicator's unit.
_THIRD = """
ALTER TABLE citations ADD COLUMN boxes TEXT;
ALTER TABLE figures ADD COLUMN boxes TEXT;
ALTER TABLE figures ADD COLUMN indicator_confidence REAL;
ALTER TABLE figures ADD COLUMN indicator_value REAL;
"""

# What the audit found; see Finding for the columns.
_FOURTH = """
ALTER TABLE documents ADD COLUMN province TEXT;  -- in which it speaks

CREATE TABLE findings (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,             -- its place in the order of the text
  finding_id TEXT NOT NULL,
  "check" TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  page INTEGER,
  boxes TEXT,
  message_vi TEXT NOT NULL,
  message_en TEXT NOT NULL,
  expected TEXT,
  arithmetic TEXT,
  evidence TEXT NOT NULL,         -- JSON: passages
  confidence REAL NOT NULL,
  PRIMARY KEY (document, n)
) WITHOUT ROWID;
CREATE INDEX findings_id ON findings (finding_id);
"""

# With all that `cited` must know of every mention, so that it reads the rows of those it shows alone.
_FIFTH = """
DROP INDEX citations_legal;
CREATE INDEX citations_legal ON citations (legal, kind, document, start) WHERE legal IS NOT NULL;
DROP INDEX citations_lookup;
CREATE INDEX citations_lookup ON citations (lookup, legal) WHERE lookup IS NOT NULL;
"""

# What puts mentions in the order of their sources: rows of documents are long, and lie on many pages.
_SIXTH = """
CREATE INDEX documents_place ON documents (id, source, legal);
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH, _SIXTH)
VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations a file has seen; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the file is an index of this program."""
    return connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file up to date, within the transaction that is open; one that is stays untouched."""
    known = version_of(connection)
    for number, script in enumerate(MIGRATIONS[known:], known):
        for statement in _statements(script):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def drop_indices(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Take out all indices but those that keep keys apart; the statements that make them again.

    Many rows are put in faster without; where rows are taken out or asked for, they are missed.
    """
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    ).fetchall()
    for name, _ in found:
        connection.execute(f"DROP INDEX {name}")
    return tuple(statement for _, statement in found)


def _statements(script: str) -> list[str]:
    """The statements of a script; `executescript` would commit the transaction."""
    statements: list[str] = []
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if sqlite3.complete_statement("\n".join(lines)):
            statements.append("\n".join(lines))
            lines.clear()
    return statements
