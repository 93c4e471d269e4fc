"""Checks of days and periods."""

from . import (
    after_the_report,
    before_its_period,
    cut_off_date,
    day_as_month,
    impossible_date,
    impossible_period,
    period_order,
    weekday,
)

CHECKS = (
    impossible_date.CHECK,
    day_as_month.CHECK,
    impossible_period.CHECK,
    period_order.CHECK,
    weekday.CHECK,
    cut_off_date.CHECK,
    after_the_report.CHECK,
    before_its_period.CHECK,
)
