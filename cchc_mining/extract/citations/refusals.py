"""What looks like a document number and is none: small named rules, each with what it is for."""

from __future__ import annotations

import re

from ...lexicon import NumberCode, issuer_name
from .heads import Head

# 'thửa đất số 45/BĐ', 'tờ bản đồ số 12', 'Mẫu số 01/GTGT', 'hóa đơn số', 'QCVN 41:2019/BGTVT'
_THINGS = (
    "mẫu|biểu|phụ lục|thửa|bản đồ|lô|ô|phòng|nhà|ngõ|hẻm|kiệt|đường|quốc lộ|tỉnh lộ|km|khóa|kỳ|tập|"
    "trang|quyển|sổ|máy|xe|biển|tàu|tài khoản|điện thoại|hợp đồng|hóa đơn|bản án|vụ án|thụ lý|"
    "giấy phép (?:lái xe|hành nghề|lao động)|chứng chỉ|chứng thư|hộ chiếu|hồ sơ|phiếu|gói thầu|căn hộ|"
    "mã|ký hiệu|qcvn|tcvn|iso|tcxdvn"
)
_OTHER_THINGS = re.compile(
    rf"\b(?:{_THINGS})(?:\s*:?\s*(?:[A-Z]{{1,3}}\s?)?|(?:\s+[^\W\d]+){{0,3}}?\s+số\s*:?\s*)\Z", re.I
)
_FORMS = ("mẫu", "biểu", "mẫu số", "biểu số")
# Numbers of cases and judgments: '12/2010/DS-ST', '05/HSPT', '31/2022/TLST-HNGĐ'
_CASE = re.compile(r"/(?:HS|DS|HC|HNGĐ|KDTM|KT|LĐ)[-.]?(?:ST|PT|GĐT)\Z|/TL(?:ST|PT)-")
_CONTRACT = re.compile(r"(?:HĐ|PLHĐ)(?:XD|KT|MB|LĐ|TV|DV|TC|TDA|NT|GK|ĐT|CCDV)?")
# A path, an address, a name of a file: nothing in it is a citation.
_IN_ADDRESS = tuple("/\\=%#@?~")
_FILE_END = re.compile(r"\.(?:pdf|docx?|xlsx?|zip|rar|html?|signed)\b", re.I)
_ADDRESS = re.compile(r"https?:|www\.|ftp:|\.vn/|\.com/")
# Until 1996, and for laws since, these bodies numbered without a type: '41/CP', '51/2001/QH10'.
_TYPELESS_BODIES = re.compile(r"(?:CP|TTg|HĐBT|CTN|QH(?:K?\d+)?|UBTVQH(?:K?\d+)?|HĐNN\d*)\Z")
# Types of which any number may be cited without its type word.
_COMMON_TYPES = frozenset(
    "QĐ NQ NĐ TT TTLT CT KH BC TB TTr CV HD KL CTr CTHĐ CTrHĐ ĐA PA CĐ GM QC QyĐ QĐi VBHN TBKL NQLT PL".split()
)  # fmt: skip


def is_part_of_address(text: str, start: int, end: int) -> bool:
    """Inside a file's name, a path or a link."""
    before = text[start - 1 : start]
    if before in _IN_ADDRESS or (text[end : end + 1] == "." and _FILE_END.match(text, end)):
        return True
    if before.isspace():
        return False
    low = max(start - 120, 0)
    token = max(text.rfind(" ", low, start), low)
    return bool(_ADDRESS.search(text, token, start))


def is_other_thing(text: str, start: int) -> bool:
    """A plot, a form, an invoice, a standard: what is numbered is no document."""
    return bool(_OTHER_THINGS.search(text, max(start - 60, 0), start))


def is_of_a_form(text: str, head: Head) -> bool:
    """'Mẫu Tờ trình số 01/TTr-UBND': a form to be filled in."""
    return text[max(head.start - 10, 0) : head.start].rstrip().lower().endswith(_FORMS)


def is_case(number: str) -> bool:
    """A court's case or judgment."""
    return bool(_CASE.search(number))


def is_contract(code: NumberCode, head: Head | None) -> bool:
    """A contract ('01/2024/HĐ-XD') that no body of the state signs or that nothing calls a document."""
    first = code.type_code or "".join(code.issuers[:1])
    if not _CONTRACT.fullmatch(first):
        return False
    if head is None:
        return True
    signs = bool(code.type_code and code.issuers) and issuer_name(code.issuers[0], "state")
    return head.doc_type == "Hợp đồng" and not signs


def is_known_code(code: NumberCode, *, is_led: bool) -> bool:
    """Without a type word, the code itself must be one that we know.

    `is_led` tells that 'số' or another number of a list stands before.
    """
    issuer = code.issuers[0] if code.issuers else ""
    if len(issuer) < 2:
        return False
    if code.system == "party" and code.doc_type:
        return True
    known = issuer_name(issuer, code.system) is not None
    if code.type_code:
        return known or code.type_code in _COMMON_TYPES
    if _TYPELESS_BODIES.match(issuer):
        return True
    return known and (is_led or code.doc_type == "Công văn")
