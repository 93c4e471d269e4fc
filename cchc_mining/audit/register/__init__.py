"""Checks against the official register."""

from . import expired, unknown, unlike

CHECKS = (unknown.CHECK, unlike.DATE, unlike.ISSUER, expired.CHECK)
