"""A spaCy pipe for each type of mention.

The record of a text is made once, by the first of the pipes, and stays with the Doc: it survives
`to_bytes`, DocBin and the processes of `nlp.pipe`.  Spans are looked up in it by the mention's id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from ..recording import mine_text
from ..records import Given, Header, Mention, Record, decode, encode

_RECORD = "cchc_record"  # in Doc.user_data: the record's JSON
_FIELDS = {
    "cchc_dates": ("dates", "periods"),
    "cchc_citations": ("citations",),
    "cchc_agencies": ("agencies",),
    "cchc_indicators": ("indicators",),
    "cchc_header": (),
}
_CONFIG: dict[str, Any] = {"province": None, "agency": None, "year": None}

_decode = lru_cache(maxsize=16)(decode)


@lru_cache(maxsize=16)
def _mentions(data: bytes) -> dict[str, Mention]:
    record = _decode(data)
    fields = (field for fields in _FIELDS.values() for field in fields)
    return {mention.id: mention for field in fields for mention in getattr(record, field)}


def record_of(doc: Doc) -> Record | None:
    """The record of a Doc that went through one of the pipes."""
    data = doc.user_data.get(_RECORD)
    return _decode(data) if data else None


class MentionPipe:
    """Fills `doc.spans`: 'citations'; 'dates' and 'periods'; 'agencies'; or 'indicators'.

    `span._.cchc` is the typed mention, `span._.cchc_exact` false where the mention begins or ends
    within a token: the span then covers the whole tokens, and the mention has its own place.
    `doc._.cchc_record` and `doc._.cchc_header` hold the rest.  `province`, `agency` and `year` are
    context that the texts lack, as in `cchc_mining.mine_text`.
    """

    def __init__(self, name: str, given: Given) -> None:
        self.name = name
        self.given = given

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions to a Doc."""
        record, given = record_of(doc), self.given
        if record is None or (record.given or Given()) != given:
            record = mine_text(
                doc.text, province=given.province, agency=given.agency, year=given.year
            )
            doc.user_data[_RECORD] = encode(record)
        _add_spans(doc, record, _FIELDS[self.name])
        return doc


def annotate(doc: Doc, record: Record) -> Doc:
    """Give a Doc the record of its text, and all the mentions in it."""
    doc.user_data[_RECORD] = encode(record)
    for fields in _FIELDS.values():
        _add_spans(doc, record, fields)
    return doc


def _add_spans(doc: Doc, record: Record, fields: Iterable[str]) -> None:
    for field in fields:
        spans = [_span(doc, mention, field) for mention in getattr(record, field)]
        doc.spans[field] = SpanGroup(doc, name=field, spans=spans)


def _span(doc: Doc, mention: Mention, label: str) -> Span:
    """The tokens of a mention, whole where it begins or ends within one."""
    span = doc.char_span(
        mention.start, mention.end, label=label, span_id=mention.id, alignment_mode="expand"
    )
    assert span is not None  # a mention is not empty and lies in the text
    return span


def _factory(name: str) -> Callable[..., MentionPipe]:
    def create(
        nlp: Language,  # noqa: ARG001
        name: str,  # noqa: ARG001
        province: str | None,
        agency: str | None,
        year: int | None,
    ) -> MentionPipe:
        return MentionPipe(kind, Given(province=province, agency=agency, year=year))

    kind = name
    assigns = ["doc.spans"] if _FIELDS[name] else []
    cast(Any, Language).factory(name, default_config=_CONFIG, assigns=assigns, func=create)
    return create


FACTORIES = {name: _factory(name) for name in _FIELDS}
cchc_dates, cchc_citations, cchc_agencies, cchc_indicators, cchc_header = FACTORIES.values()


def _mention_of(span: Span) -> Mention | None:
    data = span.doc.user_data.get(_RECORD)
    return _mentions(data).get(span.id_) if data else None


def _is_exact(span: Span) -> bool:
    mention = _mention_of(span)
    return mention is not None and (span.start_char, span.end_char) == (mention.start, mention.end)


def _header_of(doc: Doc) -> Header | None:
    record = record_of(doc)
    return record.header if record else None


Doc.set_extension("cchc_record", getter=record_of, force=True)
Doc.set_extension("cchc_header", getter=_header_of, force=True)
Span.set_extension("cchc", getter=_mention_of, force=True)
Span.set_extension("cchc_exact", getter=_is_exact, force=True)
