"""Checks of the figures in one document's prose."""

from . import (
    averages,
    change_of_rank,
    change_of_value,
    comparator,
    complementary_shares,
    counted_list,
    digit_groups,
    growth_base,
    more_than_all,
    parts_of_whole,
    percent_over_100,
    plan_percent,
    rank_range,
    share_of_fraction,
    share_of_whole,
    shares_of_list,
)

CHECKS = (
    share_of_fraction.CHECK,
    share_of_whole.CHECK,
    shares_of_list.CHECK,
    complementary_shares.CHECK,
    percent_over_100.CHECK,
    more_than_all.CHECK,
    parts_of_whole.CHECK,
    digit_groups.CHECK,
    counted_list.CHECK,
    growth_base.CHECK,
    change_of_value.CHECK,
    change_of_rank.CHECK,
    rank_range.CHECK,
    plan_percent.CHECK,
    averages.CHECK,
    comparator.CHECK,
)
