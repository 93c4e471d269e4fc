"""Whether figures in reports of several bodies are surely of the one body that they are ascribed to."""

from __future__ import annotations

import re

from ...index import ReportedFigure
from ..archive import AuditedArchive
from .series import said

_LEAD, _TRAIL = 240, 60  # characters around a figure in which its sentence names whose it is
_SENTENCE = re.compile(r"[.;] ")
_PLACE = re.compile(r" (?:tỉnh|thành phố) [^,;]+$")
_TERRITORY = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn) ")
_WRITTEN_OUT = (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"), ("Uỷ", "Ủy"))


def are_of_one_body(archive: AuditedArchive, one: ReportedFigure, other: ReportedFigure) -> bool:
    """Whether the figures of two reports are those of one body.

    In the reports of one body they are.  Of two, one has to be that of the body itself (or the figure
    that of a whole territory), and where a report speaks of another, the sentence has to name it: what
    a plan of Sở Y tế says after its list of tasks ('- Sở Tư pháp: ...') is no figure of Sở Tư pháp.
    """
    if one.reporter is not None and one.reporter == other.reporter:
        return True
    if not (_is_own(one) or _is_own(other) or _TERRITORY.match(one.agency)):
        return False
    return all(_is_own(figure) or _is_named(archive, figure) for figure in (one, other))


def _is_own(figure: ReportedFigure) -> bool:
    """Whether the body reports on itself, or on its territory."""
    return figure.reporter in (figure.agency, f"Ủy ban nhân dân {figure.agency}")


def _is_named(archive: AuditedArchive, figure: ReportedFigure) -> bool:
    source, start, end = figure.at.source, figure.at.start, figure.at.end
    before = archive.index.words(source, max(start - _LEAD, 0), start).rpartition("\n")[2]
    after = archive.index.words(source, end, end + _TRAIL)
    sentence = _SENTENCE.split(said(before))[-1] + " " + said(after)
    for short, long in _WRITTEN_OUT:
        sentence = sentence.replace(short, long)
    if kind := _TERRITORY.match(figure.agency):
        level = kind[0].strip()
        return any(
            name in sentence.lower()
            for name in (f"toàn {level}", f"địa bàn {level}", figure.agency.lower())
        )
    return _PLACE.sub("", figure.agency) in sentence
