"""Bodies through time.

Facts: resolutions of the National Assembly (02/2002/QH11, 01/2007/QH12, 176/2025/QH15, 202/2025/QH15),
the constitutions, decisions of the Party of January and February 2025.  The cases are written for
this test; none tuned the code but those that name a trap.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining import lexicon
from cchc_mining.link import body_at, predecessors, present_name, successor
from cchc_mining.link.registers import Circumstances, possible_registers, register_of
from cchc_mining.link.succession import exists, read_body, refounded

UBND, HDND = "Ủy ban nhân dân", "Hội đồng nhân dân"

# name, day, who carries on its work on that day
SUCCESSORS = [
    ("Bộ Kế hoạch và Đầu tư", "2025-02-28", "Bộ Kế hoạch và Đầu tư"),
    ("Bộ Kế hoạch và Đầu tư", "2025-03-01", "Bộ Tài chính"),
    ("Bộ Thương mại", "2010-01-01", "Bộ Công Thương"),
    ("Ủy ban Kế hoạch Nhà nước", "2025-06-01", "Bộ Tài chính"),  # by way of a ministry
    ("Bộ Năng lượng", "2000-01-01", "Bộ Công nghiệp"),
    ("Bộ Năng lượng", "2020-01-01", "Bộ Công Thương"),
    ("Bộ Lao động - Thương binh và Xã hội", "2025-04-01", "Bộ Nội vụ"),  # not the ministry of health
    ("Hội đồng Chính phủ", "1985-01-01", "Hội đồng Bộ trưởng"),
    ("Hội đồng Chính phủ", "2024-01-01", "Chính phủ"),
    ("Ủy ban Dân số, Gia đình và Trẻ em", "2010-01-01", None),  # divided among three
    ("Ban Đối ngoại Trung ương", "2025-03-01", "Bộ Ngoại giao"),
    ("Ban Tuyên giáo Trung ương", "2025-03-01", "Ban Tuyên giáo và Dân vận Trung ương"),
    ("Sở Thông tin và Truyền thông tỉnh Cà Mau", "2025-03-15", "Sở Khoa học và Công nghệ tỉnh Cà Mau"),
    ("Sở Bưu chính, Viễn thông tỉnh Long An", "2026-01-01", "Sở Khoa học và Công nghệ tỉnh Tây Ninh"),
    ("Ban Dân vận Tỉnh ủy Phú Yên", "2025-08-01", "Ban Tuyên giáo và Dân vận Tỉnh ủy Đắk Lắk"),
    (f"{UBND} tỉnh Ninh Thuận", "2025-06-30", f"{UBND} tỉnh Ninh Thuận"),
    (f"{UBND} tỉnh Ninh Thuận", "2025-07-01", f"{UBND} tỉnh Khánh Hòa"),
    (f"{UBND} tỉnh Hà Tây", "2008-08-01", f"{UBND} thành phố Hà Nội"),
    (f"{HDND} tỉnh Thừa Thiên Huế", "2025-01-01", f"{HDND} thành phố Huế"),
    ("Tỉnh ủy Thừa Thiên Huế", "2025-01-01", "Thành ủy Huế"),
    (f"{UBND} tỉnh Sông Bé", "2000-01-01", None),  # divided in 1997
    (f"{UBND} huyện Vạn Ninh", "2025-06-30", f"{UBND} huyện Vạn Ninh"),
    (f"{UBND} huyện Vạn Ninh", "2025-07-01", None),
    (f"{UBND} quận 1", "2026-01-01", None),
    (f"{UBND} xã Vĩnh Thạnh", "2026-01-01", f"{UBND} xã Vĩnh Thạnh"),
    ("Sở Nội vụ tỉnh Nghệ An", "2026-01-01", "Sở Nội vụ tỉnh Nghệ An"),
    ("Sở Giao thông vận tải tỉnh Lâm Hải", "2026-01-01", "Sở Xây dựng tỉnh Lâm Hải"),  # invented
    ("Công ty cổ phần Sông Bé", "2026-01-01", "Công ty cổ phần Sông Bé"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "day", "later"), SUCCESSORS)
def test_who_carries_on(name: str, day: str, later: str | None) -> None:
    assert successor(name, day) == later


# name, day, what it was called then (None: nothing, or several)
NAMES_THEN = [
    ("Chính phủ", "1990-06-01", "Hội đồng Bộ trưởng"),
    ("Chính phủ", "1975-06-01", "Hội đồng Chính phủ"),
    (f"{UBND} thành phố Huế", "2023-05-05", f"{UBND} tỉnh Thừa Thiên Huế"),
    (f"{UBND} thành phố Huế", "2025-05-05", f"{UBND} thành phố Huế"),
    ("Thành ủy Huế", "2023-05-05", "Tỉnh ủy Thừa Thiên Huế"),
    (f"{UBND} tỉnh Khánh Hòa", "2024-03-03", f"{UBND} tỉnh Khánh Hòa"),  # not Ninh Thuận's
    ("Sở Tài chính tỉnh Khánh Hòa", "2024-03-03", "Sở Tài chính tỉnh Khánh Hòa"),
    ("Sở Tài chính tỉnh Phú Thọ", "2001-03-03", "Sở Tài chính - Vật giá tỉnh Phú Thọ"),
    ("Sở Nông nghiệp và Môi trường tỉnh Phú Thọ", "2024-03-03", None),  # of two
    ("Bộ Khoa học và Công nghệ", "2000-01-01", "Bộ Khoa học, Công nghệ và Môi trường"),
    ("Bộ Tài nguyên và Môi trường", "2026-01-01", "Bộ Nông nghiệp và Môi trường"),
    (f"{UBND} huyện Vạn Ninh", "2026-01-01", None),
]


@pytest.mark.parametrize(("name", "day", "then"), NAMES_THEN)
def test_what_a_body_was_called(name: str, day: str, then: str | None) -> None:
    assert body_at(name, day) == then


@pytest.mark.parametrize(
    ("name", "day", "earlier"),
    [
        ("Bộ Công Thương", "2005-01-01", ("Bộ Công nghiệp", "Bộ Thương mại")),
        ("Bộ Công Thương", "2010-01-01", ("Bộ Công Thương",)),
        (f"{UBND} tỉnh Lâm Đồng", "2024-01-01",
         (f"{UBND} tỉnh Bình Thuận", f"{UBND} tỉnh Lâm Đồng", f"{UBND} tỉnh Đắk Nông")),
        (f"{UBND} thành phố Hà Nội", "2008-07-31", (f"{UBND} thành phố Hà Nội", f"{UBND} tỉnh Hà Tây")),
        ("Sở Xây dựng tỉnh Nghệ An", "2024-01-01",
         ("Sở Giao thông vận tải tỉnh Nghệ An", "Sở Xây dựng tỉnh Nghệ An")),
        ("Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Nghệ An", "2019-01-01",
         ("Văn phòng Hội đồng nhân dân tỉnh Nghệ An", "Văn phòng Đoàn đại biểu Quốc hội tỉnh Nghệ An")),
    ],
)  # fmt: skip
def test_whose_work_a_body_carries_on(name: str, day: str, earlier: tuple[str, ...]) -> None:
    assert predecessors(name, day) == earlier


def test_the_present_name_of_joint_issuers() -> None:
    assert present_name("Bộ Tài chính; Bộ Thương mại") == "Bộ Tài chính; Bộ Công Thương"
    assert present_name("Bộ Tài chính; Ủy ban Dân số, Gia đình và Trẻ em") is None


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Bộ Nội vụ", "central"),
        ("Sở Lao động - Thương binh và Xã hội tỉnh Nam Định", "province"),
        (f"{UBND} thành phố Đà Nẵng", "province"),
        (f"{UBND} thành phố Nha Trang", "district"),
        ("Huyện ủy Cam Lâm", "district"),
        (f"{UBND} phường Vĩnh Hải, thành phố Nha Trang", "commune"),
    ],
)
def test_levels(name: str, level: str) -> None:
    assert read_body(name).level == level
    assert read_body(name).name == name


# -- registers

KH, NT = f"{UBND} tỉnh Khánh Hòa", f"{UBND} tỉnh Ninh Thuận"
KH_SLUG, NT_SLUG = "ủy-ban-nhân-dân-tỉnh-khánh-hòa", "ủy-ban-nhân-dân-tỉnh-ninh-thuận"


@pytest.mark.parametrize(
    ("number", "issuer", "day", "written", "named", "register"),
    [
        # the department of today for one of its predecessors: the code tells which
        ("12/QĐ-SKHĐT", "Sở Tài chính tỉnh Khánh Hòa", "2024-03-03", "2026-02-01", True,
         "sở-kế-hoạch-và-đầu-tư-tỉnh-khánh-hòa"),
        ("12/QĐ-STC", "Sở Kế hoạch và Đầu tư tỉnh Khánh Hòa", "2025-06-03", "2025-06-10", True,
         "sở-tài-chính-tỉnh-khánh-hòa"),
        ("5/2010/TT-BKHĐT", "Bộ Tài chính", "2010-02-10", "2026-02-01", True, "bộ-kế-hoạch-và-đầu-tư"),
        ("109-HĐBT", "Chính phủ", "1991-04-12", "1995", True, "hội-đồng-bộ-trưởng"),
        # a province under its later name; in 2023 the same words meant a town
        ("12/QĐ-UBND", f"{UBND} thành phố Huế", "2023-03-03", "2025-05-05", True,
         "ủy-ban-nhân-dân-tỉnh-thừa-thiên-huế"),
        ("12/QĐ-UBND", f"{UBND} thành phố Huế", "2023-03-03", "2023-05-05", True,
         "ủy-ban-nhân-dân-thành-phố-huế"),
        ("12-NQ/TU", "Thành ủy Huế", "2023-03-03", "2025-05-05", True, "tỉnh-ủy-thừa-thiên-huế"),
        # two provinces that are one now
        ("12/QĐ-UBND", NT, "2024-03-03", "2026-02-01", True, NT_SLUG),
        ("12/QĐ-UBND", KH, "2024-03-03", "2026-02-01", True, KH_SLUG),
        ("12/QĐ-UBND", KH, "2024-03-03", "2026-02-01", False, "?" + KH_SLUG),  # 'UBND tỉnh'
        ("12/QĐ-UBND", KH, "2024-03-03", "2024-12-01", False, KH_SLUG),  # before they were
        ("12/QĐ-UBND", KH, "2025-09-03", "2026-02-01", False, KH_SLUG + "~2025-07"),
        ("12/QĐ-UBND", KH, "2025-03-03", "2025-06-01", False, KH_SLUG),
        ("12/QĐ-UBND", KH, "2025", "2025-12-01", True, "?" + KH_SLUG),  # numbers began anew in July
        ("12/QĐ-UBND", f"{UBND} tỉnh Nghệ An", "2024-03-03", "2026-02-01", False,
         "ủy-ban-nhân-dân-tỉnh-nghệ-an"),
        ("12/QĐ-UBND", f"{UBND} xã Hòa Trí", "2025-08-03", "2025-12-01", True,
         "ủy-ban-nhân-dân-xã-hòa-trí~2025-07"),
    ],
)  # fmt: skip
def test_registers_through_time(
    number: str, issuer: str, day: str, written: str, named: bool, register: str
) -> None:
    around = Circumstances(day=day, written=written, names_territory=named)
    assert register_of(number, issuer, around).slug == register


def test_what_an_open_register_may_be() -> None:
    assert possible_registers(KH_SLUG, "2024") == {KH_SLUG, NT_SLUG}
    assert possible_registers(KH_SLUG, "2025") == {KH_SLUG, NT_SLUG, KH_SLUG + "~2025-07"}
    assert possible_registers("tỉnh-ủy-khánh-hòa", "2023") == {
        "tỉnh-ủy-khánh-hòa",
        "tỉnh-ủy-ninh-thuận",
    }


# -- properties

_HEADS = [
    name
    for row in lexicon.successions()
    for name in (row.predecessor, row.successor)
    if name and "huyện" not in name
]


def _fits(head: str, province: lexicon.Province) -> bool:
    """A province has a 'Tỉnh ủy', a city a 'Thành ủy'."""
    return ("Tỉnh" if province.kind == "thành phố" else "Thành") + " ủy" not in head


names = (
    st.tuples(st.sampled_from(_HEADS), st.sampled_from(lexicon.provinces()))
    .filter(lambda pair: _fits(*pair))
    .map(
        lambda pair: (
            pair[0]
            .replace("{tỉnh}", f"{pair[1].kind} {pair[1].name}")
            .replace("{tên}", pair[1].name)
        )
    )
)
# days at which something changed, and any other
days = st.one_of(
    st.sampled_from(
        sorted({row.date for row in lexicon.successions()} | {"2025-07-01", "2025-06-30"})
    ),
    st.dates().map(lambda day: day.isoformat()),
)


@given(names, days, days)
def test_carrying_on_goes_by_stages(name: str, one: str, other: str) -> None:
    first, last = sorted((one, other))
    between = successor(name, first)
    if between is not None:
        assert successor(between, first) == between
        if between != name:
            assert successor(between, last) == successor(name, last)


@given(names, days)
def test_predecessors_existed_and_lead_back(name: str, day: str) -> None:
    for earlier in predecessors(name, day):
        assert exists(earlier, day)
        assert earlier == name or successor(earlier) in (name, successor(name))


@given(names, days)
def test_a_body_of_a_day_existed_on_it(name: str, day: str) -> None:
    then = body_at(name, day)
    if then is not None and then != name:
        assert successor(then, day) == then
    assert refounded(name, day[:4]) in (None, "2025-07-01")


@given(st.text(max_size=40), days)
def test_any_text_is_a_name(name: str, day: str) -> None:
    predecessors(name, day)
    body_at(name, day)
    present_name(name)
