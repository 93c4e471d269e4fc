"""Pinpoints: the place inside the cited act, written before its name.

'điểm a, b khoản 2 Điều 29 Luật ...', 'Điều 48 và Điều 49 của Luật Thống kê'.
"""

from __future__ import annotations

import re

from ...records import Pinpoint, Place

_PINPOINT = re.compile(
    r"(?:(?:[Đđ]iểm\s+[a-zđ](?:\s*,\s*[a-zđ]\b)*(?:\s+và\s+[a-zđ]\b)?\s*,?\s*)?(?:[Kk]hoản\s+\d+[a-z]?(?:\s*(?:,|và)\s*\d+)*\s*,?\s*)?"
    r"(?:[Đđ]iều\s+\d+[a-z]?(?:\s*(?:,|và)\s*(?:Điều\s+)?\d+)*))\s+(?:của\s+)?$"
)
_DIEU = re.compile(r"[Đđ]iều\s+(\d+[a-z]?)|(?:,|và)\s*(\d+)")


def pinpoints_before(
    flow: str, sentence_start: int, start: int
) -> tuple[tuple[Pinpoint, ...], Place | None]:
    """The pinpoints that end right before `start`, one an article, and their place."""
    match = _PINPOINT.search(flow, max(sentence_start, start - 60), start)
    if not match:
        return (), None
    text = match[0].strip().removesuffix("của").strip()
    khoan = re.search(r"[Kk]hoản\s+(\d+[a-z]?)", text)
    diem = re.search(r"[Đđ]iểm\s+([a-zđ])\b", text)
    articles = [a or b for a, b in _DIEU.findall(text[text.lower().index("điều") :])]
    place = (match.start(), match.start() + len(text))
    return (
        tuple(
            Pinpoint(
                text=f"Điều {article}" if len(articles) > 1 else text,
                dieu=article,
                khoan=khoan[1] if khoan else None,
                diem=diem[1] if diem else None,
            )
            for article in articles
        ),
        place,
    )
