"""Checks of the figures in one document's prose."""

from . import (
    change_of_value,
    digit_groups,
    growth_base,
    parts_of_whole,
    share_of_fraction,
    share_of_whole,
    shares_of_list,
)

CHECKS = (
    share_of_fraction.CHECK,
    share_of_whole.CHECK,
    shares_of_list.CHECK,
    parts_of_whole.CHECK,
    digit_groups.CHECK,
    growth_base.CHECK,
    change_of_value.CHECK,
)
