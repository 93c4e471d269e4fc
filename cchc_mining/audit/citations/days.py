"""Days as an auditor reads them."""

from __future__ import annotations

from datetime import date

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_SATURDAY = 5
_FULL = len("2024-01-31")


def is_day(value: str | None) -> bool:
    """Whether an ISO value is a single day."""
    return value is not None and len(value) == _FULL


def written_day(value: str) -> str:
    """'2024-11-22' as '22/11/2024'; what is no day as it is."""
    return "/".join(reversed(value.split("-"))) if is_day(value) else value


def weekend(value: str) -> str | None:
    """The weekday of a day on which offices are closed; weak support, never a finding by itself.

    >>> weekend('2022-11-27'), weekend('2022-11-28')
    ('Chủ nhật', None)
    """
    try:
        day = date.fromisoformat(value).weekday()
    except ValueError:
        return None
    return _WEEKDAYS[day] if day >= _SATURDAY else None
