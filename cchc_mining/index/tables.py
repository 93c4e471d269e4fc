"""The tables that leave the house: one query each, in an order that does not depend on ours.

Column names are stable; what they mean is told in `cchc_mining.export.columns`.  A column that holds
several values is a JSON array of strings.
"""

from __future__ import annotations


def _variants(field: str) -> str:
    """Every variant seen of a legal document, with its count: '2022-12-28 (3)'."""
    return (
        "(SELECT json_group_array(value || ' (' || mentions || ')') FROM"
        f" (SELECT value, mentions FROM observations WHERE legal = l.id AND field = '{field}'"
        " ORDER BY mentions DESC, value))"
    )


def _count(table: str) -> str:
    return f"(SELECT count(*) FROM {table} m WHERE m.document = d.id)"


# Conditions on d and f may stand between the two.  `quote` is a function that the reader provides.
FIGURES = """
SELECT d.source AS source, d.number AS doc_number, d.doc_date AS doc_date, d.issuer AS doc_issuer,
  f.label AS label, f.value AS value, f.num AS num, f.den AS den, f.unit AS unit,
  f.approx AS approx, f.role AS role, f.period AS period, f.agency AS agency,
  f.indicator_id AS indicator_id, f.indicator_confidence AS indicator_confidence,
  f.indicator_value AS indicator_value, f.text AS text,
  quote(f.document, f.start, f."end") AS quote, f.table_id AS table_id,
  f.row_label AS row_label, f.column_path AS column_path, f.table_row AS table_row,
  f.table_column AS table_column, f.parent AS parent, f.page AS page, f.start AS start,
  f."end" AS "end", f.confidence AS confidence, f.mention AS mention, d.doc_id AS doc_id
FROM documents d CROSS JOIN figures f ON f.document = d.id
"""
FIGURES_ORDER = "ORDER BY d.source, f.id\n"

TABLES: dict[str, str] = {
    "citations": """
SELECT d.source AS source, d.number AS doc_number, d.doc_date AS doc_date, d.issuer AS doc_issuer,
  c.kind AS kind, c.text AS text, c.number AS number, c.doc_type AS type, c.date AS date,
  c.issuer AS issuer, c.subject AS subject, c.relation AS relation, c.pinpoints AS pinpoints,
  c.footnote AS footnote, c.page AS page, c.start AS start, c."end" AS "end",
  l.target AS target, l.status AS target_status, c.candidates AS candidates, c.via AS via,
  a.mention AS acting_mention, c.antecedent AS antecedent, c.number_raw AS number_raw,
  c.type_code AS type_code, c.issuer_text AS issuer_text, c.relation_text AS relation_text,
  c.confidence AS confidence, c.rules AS rules, c.mention AS mention, d.doc_id AS doc_id
FROM documents d CROSS JOIN citations c ON c.document = d.id
LEFT JOIN legal_documents l ON l.id = c.legal LEFT JOIN citations a ON a.id = c.actor
ORDER BY d.source, c.id
""",
    "figures": f"{FIGURES}{FIGURES_ORDER}",
    "documents": f"""
SELECT d.source AS source, d.status AS status, d.error AS error,
  (SELECT json_group_array(json_extract(value, '$.code')) FROM json_each(d.warnings)) AS warnings,
  d.number AS number, d.doc_type AS type, d.doc_date AS date, d.place AS place, d.province AS province,
  d.issuer AS issuer, d.title AS title, d.signer AS signer, d.signer_position AS signer_position,
  d.recipients AS recipients, l.target AS target,
  (SELECT s.source FROM manifestations m JOIN documents s ON s.id = m.leading
    WHERE m.document = d.id AND m.leading <> d.id) AS version_of, {_count("citations")} AS citations,
  {_count("figures")} AS figures, {_count("dates")} AS dates, {_count("periods")} AS periods,
  {_count("agencies")} AS agencies, {_count("tables")} AS tables,
  json_extract(d.given, '$.province') AS given_province,
  json_extract(d.given, '$.agency') AS given_agency, json_extract(d.given, '$.year') AS given_year,
  d.media_type AS media_type, d.encoding AS encoding, d.pages AS pages, d.doc_id AS doc_id,
  (SELECT json_group_array(path) FROM
    (SELECT path FROM paths p WHERE p.document = d.id ORDER BY path)) AS paths
FROM documents d LEFT JOIN legal_documents l ON l.id = d.legal
ORDER BY d.source
""",
    "legal_documents": f"""
SELECT l.number AS number, l.name AS name, l.doc_type AS type, l.issuer AS issuer, l.date AS date,
  l.subject AS subject, l.status AS status, l.reason AS reason, l.candidates AS candidates,
  l.mentions AS mentions, l.documents AS documents, l.first_cited AS first_cited,
  l.last_cited AS last_cited, l.conflicts AS conflicts, l.issuer_now AS issuer_now,
  f.fate AS fate, coalesce(f.by_number, f.by_target) AS fate_by, f.since AS fate_since,
  d.source AS held_source, l.held AS held_doc_id,
  {_variants("date")} AS dates, {_variants("issuer")} AS issuers, {_variants("doc_type")} AS types,
  {_variants("subject")} AS subjects, l.target AS target, l.urn AS urn
FROM legal_documents l LEFT JOIN documents d ON d.doc_id = l.held
LEFT JOIN (
  SELECT target, fate, by_target, by_number, since,
    row_number() OVER (PARTITION BY target ORDER BY since, by_target) AS n
  FROM fates WHERE fate <> 'amended' AND whole AND doubt IS NULL
) f ON f.target = l.target AND f.n = 1
ORDER BY l.mentions DESC, l.target
""",
    "findings": """
SELECT f.severity AS severity, f."check" AS "check", d.source AS source, d.number AS doc_number,
  d.doc_date AS doc_date, d.issuer AS doc_issuer, f.page AS page, f.text AS text,
  quote(f.document, f.start, f."end") AS quote, f.message_vi AS message_vi,
  f.message_en AS message_en, f.arithmetic AS arithmetic, f.expected AS expected,
  (SELECT json_group_array(json_extract(value, '$.source') || ': '
    || coalesce(json_extract(value, '$.text'), '')) FROM json_each(f.evidence)) AS evidence,
  f.confidence AS confidence, f.start AS start, f."end" AS "end", f.finding_id AS finding_id,
  x.decision AS decision, x.note AS decision_note, x.by AS decided_by, x.at AS decided_at,
  d.doc_id AS doc_id
FROM documents d CROSS JOIN findings f ON f.document = d.id
LEFT JOIN temp.decisions x ON x.finding_id = f.finding_id
ORDER BY d.source, f.n
""",
    "inputs": """
SELECT path, outcome, reason, size, sha256, doc_id FROM inputs ORDER BY path
""",
    # The archive as a graph.  A node is a legal document, or a document of the archive that is none;
    # an edge leads from what cites (or acts) to what is cited, with the first words that show it.
    "nodes": """
SELECT l.target AS id, coalesce(l.number, l.name, l.target) AS label, l.doc_type AS type,
  l.issuer AS issuer, l.date AS date, l.status AS status, l.mentions AS mentions,
  d.source AS source, l.urn AS urn
FROM legal_documents l LEFT JOIN documents d ON d.doc_id = l.held
UNION ALL
SELECT 'file:' || d.source, coalesce(d.number, d.title, d.source), d.doc_type, d.issuer, d.doc_date,
  'unnumbered', 0, d.source, NULL
FROM documents d WHERE d.legal IS NULL AND d.id IN counted_documents
ORDER BY id
""",
    "edges": """
WITH shown AS (
  SELECT coalesce(s.target, 'file:' || d.source) AS source, l.target AS target,
    k.relation AS relation, count(*) OVER same AS mentions, d.source AS file, k.start AS start,
    k."end" AS "end", k.source AS document, row_number() OVER (same ORDER BY d.source, k.start) AS n
  FROM links k JOIN documents d ON d.id = k.source JOIN legal_documents l ON l.id = k.legal
  LEFT JOIN legal_documents s ON s.id = k.source_legal
  WINDOW same AS (PARTITION BY coalesce(s.target, 'file:' || d.source), l.target, k.relation)
)
SELECT s.source AS source, s.target AS target, s.relation AS relation, s.mentions AS mentions,
  s.file AS file, s.start AS start, s."end" AS "end",
  substr(t.text, s.start + 1, s."end" - s.start) AS evidence
FROM shown s LEFT JOIN texts t ON t.document = s.document WHERE s.n = 1
ORDER BY s.source, s.target, s.relation
""",
}
