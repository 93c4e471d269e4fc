"""Organisations named in a text, each with its full name in the document's context.

Names are looked up in the lexicon (`gazetteer`), read by the grammar of what follows a head word
(`grammar`), qualified by a territory (`territory`), completed from the context (`resolver`), or
recalled from what was named before (`anaphora`) or defined (`aliases`); what stands around a match
decides whether it is a name (`surroundings`).  `reader` reads one name, `finder` a text.
"""

from __future__ import annotations

import re

from ...reading import Context, Layout, View
from ...records import AgencyMention
from .finder import Finder
from .reading import Reading

_CUT = re.compile(r"\s{3,}")


def find_agencies(view: View, layout: Layout, context: Context) -> list[AgencyMention]:
    """Every organisation that a text names, sorted by start, none overlapping another.

    Offsets are the view's.  A name that a page break or a footnote cuts in two is given by its
    first piece.
    """
    finder = Finder(context)
    found = [_mention(view, layout.body, r) for r in finder.find(layout.body, 0, len(layout.body))]
    for note in layout.footnotes:
        readings = finder.find(view.text, note.text_start, note.end)
        found += [_mention(view, view.text, reading) for reading in readings]
    return sorted(found, key=lambda mention: mention.start)


def resolve_agency(surface: str, context: Context) -> str | None:
    """The full name of the organisation in a short text: an issuer, or an office that acts for it.

    None where the text names none.
    """
    readings = Finder(context, lenient=True).find(surface, 0, len(surface))
    return readings[0].body.name if readings else None


def _mention(view: View, flow: str, reading: Reading) -> AgencyMention:
    start, end, body = reading.start, reading.end, reading.body
    written = flow[start:end]
    if ("  " in written or not written.isprintable()) and (cut := _CUT.search(written)):
        end = start + cut.start()
    return AgencyMention(
        start=start,
        end=end,
        text=view.raw[start:end],
        name=body.name,
        agency_id=body.agency_id,
        level=body.level,
        anaphor=reading.anaphor,
    )
