"""The words that names of organisations begin with, and how a name goes on after each.

Compiled by hand from the decrees on organisation (Nghị định 24/2014/NĐ-CP, 37/2014/NĐ-CP,
107/2020/NĐ-CP, 120/2020/NĐ-CP, 150/2025/NĐ-CP), the rules of the Party, and practice.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

# Which territory completes a name that is written without one: none (a central body, or a name of
# its own), the province's, the district's, or that of the document's own issuer; an owned body
# ('Văn phòng ...') takes the name of its owner.
Scope = Literal["none", "province", "district", "unit", "owner"]


class Head(Struct, frozen=True):
    """How a name continues after a head word such as 'Trung tâm'.

    `scope`: the territory that completes it.  `body` names the grammar of what follows:
    'name' (capitalised words), 'task' (words of any case that say what it was set up for), 'owner'
    (another organisation), 'none' (only names in the lexicon).  `bare`: may stand alone for one
    organisation named before.  `is_name`: with a territory it is a name already ('Hạt Kiểm lâm
    huyện').
    """

    scope: Scope
    body: Literal["name", "task", "owner", "none"]
    bare: bool = True
    is_name: bool = False


_HEADS: dict[Head, tuple[str, ...]] = {
    Head("none", "none"): ("Bộ", "Tổng cục", "Đài", "Hạt"),
    Head("province", "name"): ("Sở", "Chi cục", "Ban", "Quỹ", "Bệnh viện"),
    Head("unit", "name"): ("Trung tâm", "Bảo tàng", "Thư viện"),
    Head("owner", "name"): ("Phòng",),
    Head("none", "name"): (
        "Cục",
        "Vụ",
        "Viện",
        "Học viện",
        "Trường",
        "Công ty",
        "Tổng công ty",
        "Tập đoàn",
        "Ngân hàng",
        "Câu lạc bộ",
        "Hiệp hội",
        "Liên hiệp",
        "Liên minh",
        "Liên đoàn",
        "Hợp tác xã",
    ),
    Head("none", "name", bare=False): (
        "Báo",
        "Tạp chí",
        "Nhà xuất bản",
        "Quỹ tín dụng nhân dân",
        "Văn phòng công chứng",
        "Văn phòng luật sư",
        "Nhà hát",
        "Đoàn Luật sư",
        "Đoàn Nghệ thuật",
    ),
    Head("unit", "name", bare=False): ("Hội",),
    Head("unit", "name", bare=False, is_name=True): (
        "Nhà Thiếu nhi",
        "Nhà Văn hóa",
        "Hạt Kiểm lâm",
        "Đội Quản lý thị trường",
    ),
    Head("unit", "task"): (
        "Ban Chỉ đạo",
        "BCĐ",
        "Tổ công tác",
        "Tổ giúp việc",
        "Tiểu ban",
        "Hội đồng",
        "Ban Quản lý",
        "BQL",
        "Ban Quản lý dự án",
        "BQLDA",
        "Ban QLDA",
        "Ban Vận động",
    ),
    Head("none", "task"): (
        "Đoàn kiểm tra",
        "Đoàn giám sát",
        "Đoàn thanh tra",
        "Đoàn khảo sát",
        "Đoàn công tác",
        "Đoàn thẩm định",
    ),
    Head("owner", "owner"): (
        "Văn phòng",
        "VP",
        "Thanh tra",
        "Ban Thường vụ",
        "Đảng ủy",
        "Chi nhánh",
    ),
    Head("owner", "owner", bare=False): (
        "Thường trực",
        "TT",
        "BTV",
        "Ban Thường trực",
        "BTT",
        "Ban Chấp hành",
        "BCH",
        "Công đoàn",
        "Công đoàn cơ sở",
        "Ban cán sự đảng",
        "Ban cán sự Đảng",
        "BCSĐ",
        "BCS Đảng",
        "Đảng đoàn",
        "Ủy ban Kiểm tra",
        "UBKT",
        "Ban Tổ chức",
        "Ban Tuyên giáo",
        "Ban Dân vận",
        "Ban Tuyên giáo và Dân vận",
        "Ban Nội chính",
        "Ban Kinh tế",
        "Ban Xây dựng Đảng",
        "Ban Pháp chế",
        "Ban Kinh tế - Ngân sách",
        "Ban Kinh tế - Xã hội",
        "Ban Văn hóa - Xã hội",
        "Ban Đô thị",
        "Hội đồng quản lý",
        "Đoàn Thanh niên",
        "Đoàn Chủ tịch",
    ),
}
HEADS: dict[str, Head] = {word: head for head, words in _HEADS.items() for word in words}

# Offices inside a committee of the Party that its documents name without it.
PARTY_ORGANS = frozenset(
    (
        "Ban Tổ chức",
        "Ban Tuyên giáo",
        "Ban Dân vận",
        "Ban Tuyên giáo và Dân vận",
        "Ban Nội chính",
        "Ban Xây dựng Đảng",
        "Ủy ban Kiểm tra",
        "UBKT",
        "Ban Thường vụ",
        "Ban Chấp hành",
        "Thường trực",
    )
)

# A body that may be tied to its owner: 'Hội đồng quản lý của Văn phòng ...'.
LINKED_OWNERS = frozenset(
    ("Hội đồng quản lý", "Thường trực", "Ban Thường vụ", "Thanh tra", "Văn phòng")
)
