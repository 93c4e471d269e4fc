"""Checks of the figures in one document's prose."""

from . import share_of_fraction

CHECKS = (share_of_fraction.CHECK,)
