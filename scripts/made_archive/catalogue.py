"""Which document has which number: provinces, offices, years and kinds, in a fixed scatter."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from cchc_mining.vietnamese import strip_tones

Kind = Literal["quarter", "half", "nine-months", "year", "plan"]
Level = Literal["province", "department", "district"]

KINDS: tuple[Kind, ...] = ("quarter", "half", "nine-months", "year", "plan")
FIRST_YEAR, YEARS = 2015, 10

# Syllables of invented provinces and districts; no pair of them is a real province.
# fmt: off
_FIRST = (
    "Bảo", "Cẩm", "Đại", "Đông", "Gia", "Hồng", "Khánh", "Lâm", "Mỹ", "Ngọc",
    "Phú", "Phước", "Sa", "Tân", "Thanh", "Thuận", "Trường", "Vạn", "Vĩnh", "Xuân",
)
_SECOND = (
    "Khê", "Lộc", "Sơn", "Trạch", "Viên", "Xuyên", "Điền", "Lương", "Hậu", "Phong", "Lãng",
)
# fmt: on
_THIRD = ("", " Thượng", " Hạ", " Trung", " Tây")

# Districts have syllables of their own, and each province districts of its own: a report of one
# province never speaks of a district of another.
# fmt: off
_DISTRICT_FIRST = (
    "An", "Bình", "Châu", "Diên", "Hàm", "Hưng", "Kim", "Long", "Minh", "Nghĩa", "Nhơn", "Phong",
    "Quảng", "Sơn", "Tam", "Thạnh", "Tiên", "Triệu", "Văn", "Yên",
)
_DISTRICT_SECOND = (
    "Ân", "Bàng", "Cốc", "Đàm", "Giáp", "Hoằng", "Khoan", "Lạc", "Mậu", "Nhuận", "Oanh", "Quế",
    "Tảo", "Thuyên", "Vệ", "Xá", "Uyển",
)
# fmt: on
_DISTRICT_THIRD = (
    *("", " Thượng", " Hạ", " Trung", " Tây", " Đông", " Nam", " Bắc", " Nội", " Ngoại"),
    *(" Nhất", " Nhị", " Tam", " Tứ", " Tiền", " Hậu", " Tân", " Cựu", " Đại", " Tiểu"),
)
_DISTRICTS = 6

# Departments as they are written, with the code in their numbers.
_DEPARTMENTS = (
    ("Sở Nội vụ", "SNV"),
    ("Sở Tài chính", "STC"),
    ("Sở Tư pháp", "STP"),
    ("Sở Y tế", "SYT"),
    ("Sở Công Thương", "SCT"),
    ("Sở Xây dựng", "SXD"),
    ("Sở Giao thông vận tải", "SGTVT"),
    ("Sở Thông tin và Truyền thông", "STTTT"),
    ("Sở Kế hoạch và Đầu tư", "SKHĐT"),
    ("Sở Tài nguyên và Môi trường", "STNMT"),
    ("Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("Sở Khoa học và Công nghệ", "SKHCN"),
    ("Sở Nông nghiệp và Phát triển nông thôn", "SNNPTNT"),
    ("Sở Lao động - Thương binh và Xã hội", "SLĐTBXH"),
)


class Office(NamedTuple):
    """An issuing agency: as written, its full name, the code in its numbers, where it signs."""

    level: Level
    written: str
    name: str
    code: str
    place: str


class Province(NamedTuple):
    """An invented province; `name` is bare, `full` has its kind ('tỉnh Phú Khê')."""

    name: str
    full: str
    capital: str
    offices: tuple[Office, ...]


class Assignment(NamedTuple):
    """What one document of the archive is."""

    number: int
    province: Province
    office: Office
    year: int
    kind: Kind

    @property
    def path(self) -> str:
        """Where the document stands, relative to the archive; unique."""
        noun = "ke-hoach" if self.kind == "plan" else "bao-cao"
        parts = (noun, _slug(self.office.written), self.kind, str(self.year))
        return f"documents/{_slug(self.province.name)}/{self.year}/{'-'.join(parts)}.txt"


def _slug(name: str) -> str:
    words = strip_tones(name).replace("-", " ").split()
    return "-".join(words)


def _district(index: int) -> str:
    """The name of one district of all provinces; no two are the same."""
    index, first = divmod(index, len(_DISTRICT_FIRST))
    third, second = divmod(index, len(_DISTRICT_SECOND))
    return (
        f"{_DISTRICT_FIRST[first]} {_DISTRICT_SECOND[(second + first) % len(_DISTRICT_SECOND)]}"
        f"{_DISTRICT_THIRD[third]}"
    )


def _offices(index: int, name: str, full: str) -> tuple[Office, ...]:
    districts = (_district(index * _DISTRICTS + place) for place in range(_DISTRICTS))
    return (
        Office("province", "UBND tỉnh", f"Ủy ban nhân dân {full}", "UBND", name),
        *(Office("department", d, f"{d} {full}", code, name) for d, code in _DEPARTMENTS),
        *(
            Office("district", f"UBND huyện {d}", f"Ủy ban nhân dân huyện {d}", "UBND", d)
            for d in districts
        ),
    )


@cache
def _province(number: int) -> Province:
    index, first = divmod(number, len(_FIRST))
    third, second = divmod(index, len(_SECOND))
    # Neighbours differ in both syllables, so that a small archive does not look made.
    name = f"{_FIRST[first]} {_SECOND[(second + first) % len(_SECOND)]}{_THIRD[third]}"
    full = f"tỉnh {name}"
    return Province(name, full, f"thành phố {_FIRST[first]} Hà", _offices(number, name, full))


_OFFICES = 1 + len(_DEPARTMENTS) + _DISTRICTS
_PROVINCES_A_BLOCK = 4
_BLOCK = _PROVINCES_A_BLOCK * YEARS * _OFFICES * len(KINDS)
# Coprime to the block's size: consecutive numbers scatter over all combinations, each met once.  Its
# inverse is 47, so that a document's own of the year before stands 188 places ahead of it and small
# archives have both.
_STRIDE = 983

_BACK = pow(_STRIDE, -1, _BLOCK)

CAPACITY = len(_FIRST) * len(_SECOND) * len(_THIRD) // _PROVINCES_A_BLOCK * _BLOCK
"""How many different documents there are."""


def assignment(number: int) -> Assignment:
    """The document with this number, whatever the size of the archive it is part of."""
    if not 0 <= number < CAPACITY:
        raise ValueError(f"document {number}: there are only {CAPACITY}")
    block, place = divmod(number, _BLOCK)
    place, province = divmod(place * _STRIDE % _BLOCK, _PROVINCES_A_BLOCK)
    place, year = divmod(place, YEARS)
    office, kind = divmod(place, len(KINDS))
    where = _province(block * _PROVINCES_A_BLOCK + province)
    return Assignment(number, where, where.offices[office], FIRST_YEAR + year, KINDS[kind])


def year_before(which: Assignment) -> int | None:
    """The number of the document of the same office and kind a year earlier, if there is one."""
    year = which.year - FIRST_YEAR
    if year == 0:
        return None
    block, place = divmod(which.number, _BLOCK)
    earlier = place * _STRIDE % _BLOCK - _PROVINCES_A_BLOCK
    return block * _BLOCK + earlier * _BACK % _BLOCK
