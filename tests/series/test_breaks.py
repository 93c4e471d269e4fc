"""Where series break.

Facts: Nghị quyết 22/2003/QH11, 15/2008/QH12, 175/2024/QH15, 176/2025/QH15, 202/2025/QH15; the end of
districts on 1/7/2025.  Written for this test; none tuned the code.
"""

from __future__ import annotations

import pytest

from cchc_mining import lexicon
from cchc_mining.series.breaks import breaks_of

# agency, each break as 'day kind: words'
BREAKS = [
    ("tỉnh Khánh Hòa", ["2025-07-01 enlarged: từ 01/7/2025 tỉnh Khánh Hòa gồm cả tỉnh Ninh Thuận cũ"]),
    ("tỉnh Ninh Thuận", ["2025-07-01 ended: từ 01/7/2025 tỉnh Ninh Thuận nhập vào tỉnh Khánh Hòa"]),
    ("tỉnh Nghệ An", []),
    ("thành phố Hồ Chí Minh", ["2025-07-01 enlarged: từ 01/7/2025 thành phố Hồ Chí Minh gồm cả tỉnh Bà Rịa - Vũng Tàu "
                               "và tỉnh Bình Dương cũ"]),
    ("tỉnh Hà Tây", ["2008-08-01 ended: từ 01/8/2008 tỉnh Hà Tây nhập vào thành phố Hà Nội"]),
    ("thành phố Hà Nội", [
        "2008-08-01 enlarged: từ 01/8/2008 thành phố Hà Nội gồm cả tỉnh Hà Tây cũ",
        "2008-08-01 enlarged: từ 01/8/2008 thành phố Hà Nội gồm thêm một phần tỉnh Hòa Bình cũ",
        "2008-08-01 enlarged: từ 01/8/2008 thành phố Hà Nội gồm thêm một phần tỉnh Vĩnh Phúc cũ",
    ]),
    ("tỉnh Đắk Lắk", [
        "2004-01-01 reduced: từ 01/01/2004 tỉnh Đắk Nông tách khỏi tỉnh Đắk Lắk",
        "2025-07-01 enlarged: từ 01/7/2025 tỉnh Đắk Lắk gồm cả tỉnh Phú Yên cũ",
    ]),
    ("tỉnh Điện Biên", ["2004-01-01 founded: từ 01/01/2004 tỉnh Điện Biên được tách ra từ tỉnh Lai Châu"]),
    ("thành phố Huế", ["2025-01-01 founded: từ 01/01/2025 tỉnh Thừa Thiên Huế trở thành thành phố Huế"]),
    ("tỉnh Thừa Thiên Huế", ["2025-01-01 renamed: từ 01/01/2025 tỉnh Thừa Thiên Huế trở thành thành phố Huế"]),
    ("huyện Vạn Ninh", ["2025-07-01 ended: từ 01/7/2025 không còn cấp huyện (huyện Vạn Ninh)"]),
    ("thành phố Nha Trang", ["2025-07-01 ended: từ 01/7/2025 không còn cấp huyện (thành phố Nha Trang)"]),
    ("Ủy ban nhân dân huyện Vạn Ninh", ["2025-07-01 ended: từ 01/7/2025 không còn cấp huyện (huyện Vạn Ninh)"]),
    ("Ủy ban nhân dân xã Vạn Hưng", ["2025-07-01 reordered: từ 01/7/2025 các xã, phường được sắp xếp lại; "
                                     "xã Vạn Hưng có thể gồm nhiều đơn vị cũ"]),
    ("Sở Xây dựng tỉnh Phú Yên", [
        "2025-03-01 enlarged: từ khoảng 01/3/2025 Sở Xây dựng tỉnh Phú Yên nhận nhiệm vụ của Sở Giao thông vận tải cũ",
        "2025-07-01 ended: từ 01/7/2025 tỉnh Phú Yên nhập vào tỉnh Đắk Lắk",
    ]),
    ("Sở Tài nguyên và Môi trường tỉnh Nghệ An", [
        "2003-07-01 founded: từ khoảng 01/7/2003 Sở Địa chính trở thành Sở Tài nguyên và Môi trường tỉnh Nghệ An",
        "2025-03-01 ended: từ khoảng 01/3/2025 Sở Tài nguyên và Môi trường tỉnh Nghệ An hợp nhất vào Sở Nông nghiệp "
        "và Môi trường",
    ]),
    ("Bộ Giao thông vận tải", ["2025-03-01 ended: từ 01/3/2025 Bộ Giao thông vận tải hợp nhất vào Bộ Xây dựng"]),
    ("Sở Y tế tỉnh Nghệ An", ["2025-03-01 enlarged: từ khoảng 01/3/2025 Sở Y tế tỉnh Nghệ An tiếp nhận Sở Lao động - "
                              "Thương binh và Xã hội (hoặc một phần nhiệm vụ)"]),
    ("tỉnh Lâm Hải", []),  # an invented one
    ("Công ty Điện lực Khánh Hòa", []),
]  # fmt: skip


@pytest.mark.parametrize(("agency", "expected"), BREAKS, ids=[agency for agency, _ in BREAKS])
def test_what_breaks_a_series(agency: str, expected: list[str]) -> None:
    assert [f"{b.day} {b.kind}: {b.vi}" for b in breaks_of(agency)] == expected


def test_ranks_break_where_the_number_of_provinces_changes() -> None:
    found = [b.vi for b in breaks_of("tỉnh Nghệ An", "thứ bậc")]
    assert found[-1] == "từ 01/7/2025 cả nước có 34 tỉnh, thành phố để xếp hạng (trước đó là 63)"
    assert breaks_of("Bộ Tài chính", "thứ bậc") == breaks_of("Bộ Tài chính")


def test_breaks_are_told_in_english() -> None:
    (one,) = breaks_of("tỉnh Khánh Hòa")
    assert (
        one.reason("en") == "from 2025-07-01 on tỉnh Khánh Hòa includes the former tỉnh Ninh Thuận"
    )


def test_every_merger_of_2025_breaks_both_names() -> None:
    rows = lexicon.provinces()
    kinds = {row.name: row.kind for row in rows if not row.valid_to}
    for row in rows:
        if row.valid_to == "2025-06" and row.name != row.merged_into:
            holder = f"{kinds[row.merged_into]} {row.merged_into}"
            gone = f"{row.kind} {row.name}"
            assert any(b.kind == "ended" and b.day == "2025-07-01" for b in breaks_of(gone))
            assert any(gone in b.vi for b in breaks_of(holder) if b.day == "2025-07-01")
