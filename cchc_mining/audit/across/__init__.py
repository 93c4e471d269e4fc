"""Checks of figures across the reports of an archive."""

from . import change_against_earlier, value_conflict

CHECKS = (value_conflict.CHECK, change_against_earlier.CHECK)
