"""Measurements written by hand."""

from __future__ import annotations

from itertools import count

from cchc_mining.index import Measurement

_numbers = count()


def measurement(value: float, period: str | None = "2023", **fields: object) -> Measurement:
    """A figure of `online_rate` of tỉnh Khánh Hòa, unless `fields` say otherwise."""
    n = next(_numbers)
    given: dict[str, object] = {
        "source": "a.txt",
        "start": n,
        "end": n + 1,
        "text": str(value),
        "value": value,
        "mention": f"i{n}",
        "unit": "%",
        "label": "tỷ lệ hồ sơ trực tuyến",
        "indicator_id": "online_rate",
        "indicator_confidence": 0.9,
        "indicator_value": value,
        "period": period,
        "agency": "tỉnh Khánh Hòa",
        "doc_date": "2024-01-20",
        **fields,
    }
    return Measurement(**given)  # type: ignore[arg-type]
