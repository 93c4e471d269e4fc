"""The archive as a graph in GraphML, which Gephi, yEd, Cytoscape and networkx read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from .columns import GRAPH_COLUMNS, Column

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"text": "string", "integer": "long", "number": "double", "list": "string"}
# XML has no place for these, whatever a broken file may have put into a name.
_NOT_XML = dict.fromkeys(
    [*(c for c in range(32) if c not in (9, 10, 13)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)


def write_graphml(
    path: Path, nodes: Iterable[Sequence[Any]], edges: Iterable[Sequence[Any]]
) -> None:
    """Write nodes and edges (rows of GRAPH_COLUMNS) as they come; memory does not grow."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        xml = XMLGenerator(file, "utf-8", short_empty_elements=True)
        xml.startDocument()
        _open(xml, "graphml", {"xmlns": _NAMESPACE})
        # the ends of an edge and the name of a node are attributes, everything else is data
        data = {"node": GRAPH_COLUMNS["nodes"][1:], "edge": GRAPH_COLUMNS["edges"][2:]}
        for kind, columns in data.items():
            for column in columns:
                _open(xml, "key", _key(kind, column))
                xml.endElement("key")
        _open(xml, "graph", {"id": "archive", "edgedefault": "directed"})
        for id_, *values in nodes:
            _write(xml, "node", {"id": id_}, data["node"], values)
        for source, target, *values in edges:
            _write(xml, "edge", {"source": source, "target": target}, data["edge"], values)
        xml.endElement("graph")
        xml.endElement("graphml")
        xml.endDocument()


def _key(kind: str, column: Column) -> dict[str, str]:
    return {
        "id": f"{kind}.{column.name}",
        "for": kind,
        "attr.name": column.name,
        "attr.type": _TYPES[column.type],
    }


def _write(
    xml: XMLGenerator,
    kind: str,
    attributes: dict[str, str],
    columns: Sequence[Column],
    values: Sequence[Any],
) -> None:
    _open(xml, kind, attributes)
    for column, value in zip(columns, values, strict=True):
        if value is not None:
            _open(xml, "data", {"key": f"{kind}.{column.name}"})
            xml.characters(_clean(str(value)))
            xml.endElement("data")
    xml.endElement(kind)
    xml.ignorableWhitespace("\n")


def _open(xml: XMLGenerator, name: str, attributes: dict[str, str]) -> None:
    clean = {key: _clean(value) for key, value in attributes.items()}
    xml.startElement(name, AttributesImpl(clean))


def _clean(text: str) -> str:
    return text.translate(_NOT_XML)
