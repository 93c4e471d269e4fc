"""Words that divide things without overlap: in time or late, online or in person, men or women."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct


class Contrast(Struct, frozen=True):
    """A way to divide: the classes a thing can be in, of which it is in one only.

    `some` finds any of the classes; `all` lists sets of classes (by position) that leave nothing out.
    `strict` where practice knows no further class: what comes by post is sometimes neither 'trực
    tuyến' nor 'trực tiếp'.
    """

    classes: tuple[re.Pattern[str], ...]
    some: re.Pattern[str]
    all: tuple[frozenset[int], ...] = ()
    strict: bool = True

    def class_of(self, words: str) -> int | None:
        """The class some words put a thing in; None for none, or for several."""
        if not self.some.search(words):
            return None
        found = [i for i, pattern in enumerate(self.classes) if pattern.search(words)]
        return found[0] if len(found) == 1 else None


def _contrast(*classes: str, every: Sequence[Sequence[int]] = (), strict: bool = True) -> Contrast:
    patterns = tuple(re.compile(rf"(?<!\w)(?:{words})(?!\w)") for words in classes)
    some = re.compile(rf"(?<!\w)(?:{'|'.join(classes)})(?!\w)")
    return Contrast(patterns, some, tuple(map(frozenset, every)), strict)


_LATE = "(?:quá|trễ|chậm|trể) hạn"

CONTRASTS: tuple[Contrast, ...] = (
    # Files solved, or being dealt with.
    _contrast(
        r"(?:trước(?: hạn)?(?:,| và) đúng|đúng(?: hạn)?(?:,| và)? (?:và )?(?:trước|sớm)|sớm (?:hạn )?và đúng) hạn"
        r"|trong hạn|còn hạn|chưa (?:đến|quá) hạn",
        _LATE,
        every=((0, 1),),
    ),
    _contrast(
        r"(?:trước|sớm) hạn", r"(?<!và )(?<!, )đúng hạn", _LATE, every=((0, 1, 2), (1, 2))
    ),
    _contrast(
        r"trực tuyến(?! và| hoặc)",
        r"trực tiếp(?: (?:và|hoặc|,).*)?",
        r"(?<!và )(?<!hoặc )(?:qua )?(?:dịch vụ )?bưu chính(?: công ích)?",
        r"(?:từ )?kỳ trước(?: chuyển sang)?",
        every=((0, 1), (0, 1, 2), (0, 1, 2, 3), (0, 1, 3)),
        strict=False,
    ),
    _contrast(
        r"(?:nhận|tiếp nhận|phát sinh) (?:mới|trong kỳ)|mới (?:tiếp )?nhận|trong kỳ",
        r"(?:từ )?(?:kỳ|tháng|quý|năm) trước(?: chuyển (?:sang|qua))?|tồn(?: đọng)?",
        every=((0, 1),),
    ),
    _contrast("điện thoại|đường dây nóng|tổng đài", "thư điện tử|email|hòm thư", "trực tiếp"),
    _contrast("khiếu nại", "tố cáo", "kiến nghị|phản ánh", every=((0, 1, 2),), strict=False),
    _contrast("tiếp thu", "giải trình", "bảo lưu"),
    _contrast("toàn trình", "một phần", every=((0, 1),), strict=False),
    _contrast("nam", "nữ", every=((0, 1),)),
    _contrast("tổ chức", "cá nhân", every=((0, 1),), strict=False),
    # in between many a survey asks for 'bình thường'
    _contrast("(?<!không )(?<!chưa )hài lòng", "(?:không|chưa) hài lòng", every=((0, 1),), strict=False),
    # 'đã giải quyết', 'đang giải quyết', 'chưa giải quyết'
    _contrast(r"đã (?:giải quyết|xử lý|thực hiện|hoàn thành|trả lời)",
              r"đang (?:giải quyết|xử lý|thực hiện|triển khai)",
              r"chưa (?:giải quyết|xử lý|thực hiện|hoàn thành|trả lời)",
              every=((0, 1), (0, 2), (0, 1, 2)), strict=False),
    _contrast("xuất sắc(?! nhiệm vụ)", r"(?<!hoàn thành )tốt(?! nhiệm vụ)", "khá", "trung bình", "yếu|kém"),
    _contrast("hoàn thành xuất sắc", "hoàn thành tốt", "(?<!không )hoàn thành nhiệm vụ", "không hoàn thành"),
    _contrast("tiến sĩ", "thạc sĩ", "đại học", "cao đẳng|cao đẳng, trung cấp", "(?<!cao đẳng, )trung cấp", "sơ cấp"),
    _contrast("(?:cấp )?trung ương|cấp bộ", "cấp tỉnh", "cấp huyện", "cấp xã", every=((1, 2, 3), (0, 1, 2, 3))),
    _contrast("ban hành mới", "sửa đổi|bổ sung", "thay thế", "bãi bỏ|hủy bỏ"),
    _contrast("nghị quyết", "quyết định", "kế hoạch", "công văn", "chỉ thị", "báo cáo", "thông báo", "tờ trình",
              "chương trình", "thông tư", "nghị định", "hướng dẫn", "kết luận", "quy định", "giấy mời", "công điện",
              "biên bản"),
    _contrast("thôn|ấp|bản|buôn", "tổ dân phố|khu phố|khu vực", every=((0, 1),)),
    _contrast("xã", "phường", "thị trấn", "đặc khu"),
    _contrast("phòng", "chi cục", "trung tâm", "văn phòng", "thanh tra"),
    _contrast("cán bộ", "(?<!cán bộ, )công chức", "viên chức"),
    _contrast("(?:loại|hạng) (?:a|i|1)", "(?:loại|hạng) (?:b|ii|2)", "(?:loại|hạng) (?:c|iii|3)",
              "(?:loại|hạng) (?:d|iv|4)"),
    _contrast("nhất", "nhì", "ba", "khuyến khích"),
    _contrast("mức độ (?:2|hai)", "mức độ (?:3|ba)", "mức độ (?:4|bốn)"),
    _contrast("nhóm (?:1|i)", "nhóm (?:2|ii)", "nhóm (?:3|iii)", "nhóm (?:4|iv)"),
)  # fmt: skip

OVERLAPPING = re.compile(
    r"(?<!\w)(?:nữ|đảng viên|dân tộc|tôn giáo|trình độ|đại học|chứng chỉ|dưới \d+ tuổi|trẻ|kiêm nhiệm|đồng thời"
    r"|tiêu biểu)(?!\w)"
)
"""Features that a thing may have beside others: their counts may add up to more than there are."""

REST = re.compile(r"(?<!\w)(?:còn lại|khác)(?!\w)")
"""The part that is whatever the others are not."""


class Division(Struct, frozen=True):
    """How some parts divide a whole: without overlap (by a contrast), and whether completely."""

    complete: bool
    strict: bool


def _told_apart(contrast: Contrast, items: Sequence[str]) -> frozenset[int] | None:
    """The classes of some things; None where one has none, or two the same."""
    told: set[int] = set()
    for words in items:
        found = contrast.class_of(words)
        if found is None or found in told:
            return None
        told.add(found)
    return frozenset(told)


_NOT = re.compile(r"(?<!\w)(?:phi|không|chưa|ngoài)\s+")
# Verbs that lead from a thing to its share: 'chưa số hóa chiếm'
_LEADS = re.compile(r"\s+(?:chiếm|đạt|là|còn|ở mức)(?: (?:tỷ lệ|tỉ lệ|tỷ trọng|là|khoảng))*$")


def _opposed(first: str, second: str) -> bool:
    """'hợp tác xã nông nghiệp' and 'hợp tác xã phi nông nghiệp', 'hồ sơ đã số hóa' and 'chưa số hóa'."""
    for said, denied in ((first, second), (second, first)):
        negation = _NOT.search(denied)
        if negation is None or _NOT.search(said):
            continue
        what = _LEADS.sub("", denied[negation.end() :])
        same = _NOT.sub("", denied) == said
        return same or (what != "" and f" {what} " in f" {said} ")
    return False


def division(items: Sequence[str]) -> Division | None:
    """The contrast that tells all of some parts apart; None where they may overlap.

    >>> division(['đúng hạn', 'quá hạn']), division(['nữ', 'đảng viên'])
    (Division(complete=True, strict=True), None)
    """
    named = [words for words in items if not REST.search(words)]
    has_rest = len(named) < len(items)
    if not named or len(items) < 2:
        return None
    for contrast in CONTRASTS:
        told = _told_apart(contrast, named)
        if told is not None:
            return Division(has_rest or told in contrast.all, contrast.strict or has_rest)
    if len(named) == 2 and _opposed(*named):
        return Division(True, True)
    return Division(True, True) if has_rest else None
