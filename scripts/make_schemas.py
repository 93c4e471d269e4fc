"""Write the JSON Schemas of what the program writes: `python scripts/make_schemas.py`.

They lie in the package, `cchc_mining/schemas/<name>.schema.json`, for programs in any language; a test
holds them to the types.
"""

from __future__ import annotations

import json
from pathlib import Path

from cchc_mining.records import WIRE_TYPES, json_schema

FOLDER = Path(__file__).resolve().parents[1] / "cchc_mining" / "schemas"


def schema_text(name: str) -> str:
    """The text of a schema's file."""
    return json.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name in WIRE_TYPES:
        (FOLDER / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8")


if __name__ == "__main__":
    main()
