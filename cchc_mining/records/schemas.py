"""The wire form of what the program writes, as JSON Schema (2020-12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .decisions import Decision
from .findings import Finding
from .links import Link
from .record import Record

WIRE_TYPES: Mapping[str, type] = {
    "record": Record,
    "finding": Finding,
    "link": Link,
    "decision": Decision,
}
"""What is written as JSON, by the name of its schema."""


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a 'record', 'finding', 'link' or 'decision'.  Raises KeyError for others."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        **msgspec.json.schema(WIRE_TYPES[name]),
    }
