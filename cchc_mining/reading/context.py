"""What a document says about itself, against which its short names are resolved."""

from __future__ import annotations

import re

from msgspec import Struct

_OF_PROVINCE = re.compile(r"\bTỉnh (ủy|đoàn)\b")


class Context(Struct, frozen=True, kw_only=True):
    """Where and when a document speaks.

    `province`, `district` and `commune` are full territory names ('tỉnh Khánh Hòa', 'thành phố
    Nha Trang', 'xã Vĩnh Lương').  `level` is that of the issuer: central, province, district or
    commune; `issuer` is its full name.  `year` is the year reported on, `period` the reporting period
    (a period value, or an interval of days), `date` the document's own day (ISO).  `is_plan`: the
    document is a plan, which tells what is to come.  `title` is what it says it is about.
    """

    province: str | None = None
    district: str | None = None
    commune: str | None = None
    level: str = "province"
    issuer: str | None = None
    year: int | None = None
    period: str | None = None
    date: str | None = None
    is_plan: bool = False
    title: str | None = None

    def fill(self, template: str) -> str:
        """A canonical name with its territory: 'Sở Nội vụ {tỉnh}' -> 'Sở Nội vụ tỉnh Khánh Hòa'.

        `{tên}` takes the bare name ('Tỉnh ủy {tên}' -> 'Tỉnh ủy Khánh Hòa'); what is a tỉnh's is
        a city's in one ('Thành ủy').  Where the context lacks the territory, its level word stays,
        or nothing.

        >>> Context(province='tỉnh Khánh Hòa').fill('Tỉnh ủy {tên}')
        'Tỉnh ủy Khánh Hòa'
        >>> Context(province='thành phố Cần Thơ').fill('Ban Tổ chức Tỉnh ủy {tên}')
        'Ban Tổ chức Thành ủy Cần Thơ'
        >>> Context().fill('Ủy ban nhân dân {tỉnh}')
        'Ủy ban nhân dân tỉnh'
        """
        if "{" not in template:
            return template
        province = self.province or "tỉnh"
        if province.startswith("thành phố"):
            template = _OF_PROVINCE.sub(r"Thành \1", template)
        filled = (
            template.replace("{tỉnh}", province)
            .replace("{tên}", bare_name(province))
            .replace("{huyện}", self.district or "huyện")
            .replace("{tên huyện}", bare_name(self.district or "huyện"))
            .replace("{xã}", self.commune or "xã")
        )
        return filled.strip()


_KINDS = ("thành phố ", "tỉnh ", "thị xã ", "huyện ", "quận ", "xã ", "phường ", "thị trấn ")


def bare_name(territory: str) -> str:
    """A territory's name without its kind.

    >>> bare_name('thành phố Đà Nẵng'), bare_name('tỉnh')
    ('Đà Nẵng', '')
    """
    low = territory.lower()
    for kind in _KINDS:
        if low.startswith(kind):
            return territory[len(kind) :]
    return "" if territory + " " in _KINDS else territory
