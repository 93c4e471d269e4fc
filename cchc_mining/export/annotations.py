"""The mentions of a document as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

Stand-off: the text is not touched.  Each mention is found again by its position (code points, as the
model counts them) and by its words with those around it.  A document is named by the hash of its
bytes (RFC 6920), so that the annotations hold wherever the file lies.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from ..records import Citation, Mention, Record

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after that tell two places with the same words apart
_PLACE = frozenset(("start", "end", "text", "id"))


def annotation_page(record: Record, text: str) -> dict[str, Any]:
    """All mentions of a record as one AnnotationPage; `text` is the document's text.

    The body of each annotation is the mention as in the record (JSON), tagged with its kind; a
    citation that is identified also links to the legal document's name.
    """
    source = document_iri(record)
    return {
        "@context": _CONTEXT,
        "id": f"{source}#annotations",
        "type": "AnnotationPage",
        "label": record.source,
        "items": [
            {
                "id": f"{source}#{mention.id}",
                "type": "Annotation",
                "motivation": "tagging",
                "body": _bodies(kind, mention),
                "target": {"source": source, "selector": _selectors(mention, text)},
            }
            for kind, mention in _mentions(record)
        ],
    }


def document_iri(record: Record) -> str:
    """The name of a document: 'ni:///sha-256;...' of its bytes."""
    digest = bytes.fromhex(record.doc_id or "")
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _mentions(record: Record) -> Iterator[tuple[str, Mention]]:
    kinds: dict[str, Sequence[Mention]] = {
        "citation": record.citations,
        "date": record.dates,
        "period": record.periods,
        "agency": record.agencies,
        "indicator": record.indicators,
    }
    found = [(kind, mention) for kind, mentions in kinds.items() for mention in mentions]
    found += [(extra.kind, extra) for extra in record.extras]
    yield from sorted(found, key=lambda pair: (pair[1].start, pair[1].end))


def _bodies(kind: str, mention: Mention) -> list[dict[str, Any]]:
    fields = msgspec.to_builtins(mention)
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": kind},
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": msgspec.json.encode(
                {name: value for name, value in fields.items() if name not in _PLACE}
            ).decode(),
        },
    ]
    if isinstance(mention, Citation) and mention.target:
        bodies.append({"type": "TextualBody", "purpose": "identifying", "value": mention.target})
    return bodies


def _selectors(mention: Mention, text: str) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
        {
            "type": "TextQuoteSelector",
            "exact": mention.text,
            "prefix": text[max(mention.start - _AROUND, 0) : mention.start],
            "suffix": text[mention.end : mention.end + _AROUND],
        },
    ]
