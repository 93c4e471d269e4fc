"""The language: folding, numbers and the calendar, without any knowledge of administration."""

from .folding import fold, modern_tones, strip_tones

__all__ = ["fold", "modern_tones", "strip_tones"]
