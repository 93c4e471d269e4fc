"""Reading a text for its organisations, from left to right."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Context
from .aliases import Aliases
from .gazetteer import known_names
from .lists import FIELD_HEADS, fields_after, places_after
from .patterns import phrase_key
from .reader import Reader, first_words
from .reading import Reading

# A list or the definition of a short name may follow a name.
_GOES_ON = (",", ";", " và ", "(", " (")


class Finder:
    """Finds the organisations of one document; what is named early resolves what is bare later."""

    def __init__(self, context: Context, *, lenient: bool = False) -> None:
        self._reader = Reader(context, lenient=lenient)
        self._aliases = Aliases()

    def find(self, text: str, begin: int, end: int) -> list[Reading]:
        """The organisations between two positions of a text, in order, none overlapping."""
        found: list[Reading] = []
        position = begin
        for match in first_words(text, begin, end):
            start = match.start()
            if start < position:
                continue  # inside the last name
            reading = self._aliases.at(text, start) if self._aliases.names else None
            reading = reading or self._reader.read(text, start, end, match[0])
            if reading is None:
                position = match.end()
                if text.startswith(":", position):
                    found += self._fields(text, position, match[0].capitalize(), opens=True)
                    position = max(position, found[-1].end if found else 0)
                continue
            found.append(reading)
            if not reading.anaphor:
                self._reader.memory.record(
                    reading.head, reading.body, text, reading.start, reading.end
                )
                if text.startswith(_GOES_ON, reading.end):
                    found += self._following(text, reading)
            position = found[-1].end
        return self._aliases.with_uses(text, begin, end, found)

    def _following(self, text: str, reading: Reading) -> list[Reading]:
        """The members of a list that a name opens, and the short name defined after it."""
        more: list[Reading] = []
        if reading.head in FIELD_HEADS:
            more += self._fields(text, reading.end, reading.head)
        elif reading.known is not None:
            more += self._places(text, reading)
        last = more[-1] if more else reading
        for short in self._aliases.defined_after(text, last):
            self._reader.memory.record(short.head, short.body, text, short.start, short.end)
            more.append(short)
        return more

    def _fields(
        self, text: str, position: int, head: str, *, opens: bool = False
    ) -> Iterator[Reading]:
        """The further members of a list of departments that name their head once."""
        for member in fields_after(text, position, head, opens=opens):
            known = known_names()[phrase_key(f"{head} {member.field}")]
            if body := self._reader.resolver.alone(known):
                self._reader.memory.record(head, body, text, member.start, member.end)
                yield Reading(member.start, member.end, body, head)

    def _places(self, text: str, first: Reading) -> Iterator[Reading]:
        """The further members of a list of local bodies: 'UBND huyện Cam Lâm, Vạn Ninh'."""
        if first.known is None or first.territory is None or not first.territory.name:
            return
        if first.territory.tier == "province" and not text.endswith(": ", 0, first.start):
            return
        for start, end, territory in places_after(text, first.end, first.territory):
            self._reader.resolver.places.note(territory)
            body = self._reader.resolver.local(first.known, territory)
            yield Reading(start, end, body, first.head)
