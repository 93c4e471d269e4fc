"""Records to and from JSON.  One encoder and one decoder for the whole program."""

from __future__ import annotations

import msgspec

from .record import Record

_encoder = msgspec.json.Encoder(enc_hook=None)
_decoder = msgspec.json.Decoder(Record)


def encode(value: object) -> bytes:
    """Encode a record (or any of its parts) as one JSON value without line breaks."""
    return _encoder.encode(value)


def decode(line: bytes | str) -> Record:
    """Read a record back; equal to the one that was encoded.

    Raises msgspec.ValidationError where the line is not a record.
    """
    return _decoder.decode(line)
