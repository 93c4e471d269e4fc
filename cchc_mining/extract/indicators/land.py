"""What is told of land and people: of the territory, whichever office tells it."""

from __future__ import annotations

import re

from .model import Figure, Sentence

_LAND_AND_PEOPLE = re.compile(
    r"dân số|hộ nghèo|hộ cận nghèo|số hộ|diện tích (?:tự nhiên|gieo|trồng|lúa|rừng)|trên địa bàn|toàn tỉnh"
    r"|toàn huyện|toàn xã|toàn thành phố|thu ngân sách|thu nội địa|thu (?:từ )?khu vực"
    r"|thu ngoài quốc doanh|thu từ hoạt động xuất|thu tiền sử dụng đất"
    r"|chi ngân sách (?:nhà nước|địa phương|tỉnh|huyện|xã|thành phố)|thuế nợ|nợ thuế|số thuế được (?:miễn|giảm)|grdp"
    r"|đồng bào|học sinh|tai nạn giao thông|kim ngạch|bao phủ"
    r"|lực lượng lao động|dư nợ|vốn huy động"
)
# What its people and businesses do, whoever registers it.
_BY_PEOPLE = re.compile(
    r"(?:doanh nghiệp|hộ kinh doanh|người nộp thuế) (?:đã |đang )?(?:khai|nộp|kê khai|(?:đăng ký )?sử dụng)(?!\w)"
    r"|(?:người|lao động) tham gia (?:bhxh|bhyt|bhtn|bảo hiểm)|khám, chữa bệnh (?:bhyt|bảo hiểm)"
)
# How people live and work, looked up as words: faster than as branches of the pattern above.
_LIVES = (
    *(
        "ngừng việc tập thể",
        "đình công",
        "tỷ suất sinh",
        "tỷ suất chết",
        "tử vong",
        "suy dinh dưỡng",
    ),
    *("tỷ số giới tính", "sinh con thứ", "tuổi thọ", "giường bệnh/", "bác sĩ/", "vạn dân"),
)
# Patients, wards and doctors of a whole province, whichever office tells of them.
_HEALTH = ("giường bệnh", "bác sĩ", "điều dưỡng")
_TREATED = re.compile(r"(?:khám|chữa) bệnh(?: được)? cho (?:[^\W\d_]+ ){0,3}$")
# What a territory runs for all its agencies.
_PORTAL = re.compile(
    r"(?:cổng thông tin|cổng dịch vụ công)(?! (?:điện tử )?(?:của )?(?:sở|bộ|ngành|cục|đơn vị))"
    r"|kho dữ liệu dùng chung"
)
# 'của 21 quận, huyện và thành phố Thủ Đức', '05 huyện biên giới'
_LAND_UNIT = re.compile(
    r"(?:xã|phường|thị trấn|huyện|quận|thị xã|đặc khu|thôn|buôn|ấp|xóm|khóm|tổ dân phố|khu phố|khu dân cư)"
    r"(?!\w)(?! hội)"
)
_UNITS_OF_LAND = frozenset(
    ("xã", "phường", "thị trấn", "xã, phường", "xã, thị trấn", "xã, phường, thị trấn", "huyện", "quận",
     "huyện, thị xã, thành phố", "huyện, thành phố", "phường, xã, thị trấn", "quận, huyện", "thôn", "bản",
     "tổ dân phố", "thôn, tổ dân phố", "khu dân cư", "khu phố", "ấp", "hộ", "hộ dân", "ha", "hộ nghèo")
)  # fmt: skip


def is_of_territory(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is of land and people, whoever tells it: 'số hộ nghèo còn 418 hộ'."""
    low = sentence.low
    if is_unit_of_land(figure) or _is_of_patients(sentence, figure):
        return True
    if _LAND_AND_PEOPLE.search(low, figure.lead_start, figure.noun_end):
        return True
    said = low[figure.lead_start : figure.phrase_end]
    return _is_of_people(said) or is_of_portal(said)


def _is_of_patients(sentence: Sentence, figure: Figure) -> bool:
    if figure.noun in _HEALTH:
        return True
    treated = "bệnh" in sentence.low and _TREATED.search(
        sentence.low, figure.lead_start, figure.lead_end
    )
    return bool(treated)


def is_unit_of_land(figure: Figure) -> bool:
    """Whether a figure counts communes, villages, households or hectares."""
    return figure.unit in _UNITS_OF_LAND or _LAND_UNIT.match(figure.noun) is not None


def _is_of_people(low: str) -> bool:
    if any(word in low for word in _LIVES):
        return True
    opens = "doanh" in low or "thuế" in low or "tham gia" in low or "khám," in low
    return opens and _BY_PEOPLE.search(low) is not None


def is_of_portal(low: str) -> bool:
    """Whether words in lower case speak of what a territory runs for all its agencies."""
    return ("cổng" in low or "kho dữ" in low) and _PORTAL.search(low) is not None


def is_of_land(low: str) -> bool:
    """Whether words in lower case speak of land, people or budget of a territory."""
    return _LAND_AND_PEOPLE.search(low) is not None or _is_of_people(low)
