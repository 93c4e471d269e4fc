"""Checks of the figures in one document's prose."""

from . import digit_groups, parts_of_whole, share_of_fraction

CHECKS = (
    share_of_fraction.CHECK,
    parts_of_whole.CHECK,
    digit_groups.CHECK,
)
