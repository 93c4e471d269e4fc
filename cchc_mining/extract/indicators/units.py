"""What a figure counts or is measured in: '%', money and measures, or the counted noun after it."""

from __future__ import annotations

import re

from ...vietnamese import alternation
from . import words
from .model import Figure, Kind, Sentence
from .nouns import noun_at, noun_in, symbols

# '01 (một) hồ sơ' says its number twice; '1.298 (triệu đồng)' brackets the unit.
_OPENING = re.compile(r"\s*(?:\((?:[a-zà-ỹđ]+\s){0,3}[a-zà-ỹđ]+\)\s+(?=[a-zà-ỹđ]))?")
_PERCENT = re.compile(r"\s*(?:(?P<sign>[%‰])|phần trăm\b|(?P<points>điểm phần trăm\b|điểm %))")
_PERCENT_OPENS = frozenset((" %", " p", " đ", "\n%", " \n", "  ", "ph", " ‰"))
_TOTAL = re.compile(r"(?:trên |trong )?tổng số(?: lượng)?\s+(?!là|đạt)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_SCALE = re.compile(r"\s*((?:nghìn|ngàn|trăm|chục)\s+(?:tỷ|tỉ|triệu)|triệu|tỷ|tỉ|nghìn|ngàn)(?!\w)")
# 'xếp thứ 14/63', 'xếp hạng 22/63', 'đứng thứ 3', 'vị trí thứ 5', 'top 10'
_RANK = re.compile(
    r"(?:xếp (?:vị )?(?:thứ|hạng|vị trí)(?: thứ)?|(?:đứng|xếp)(?: ở)?(?: vị trí)? (?:thứ|hạng)"
    r"|vị trí thứ|vị thứ|thứ hạng|hạng|vị trí|thứ bậc|thứ|top|(?<!sắp )xếp)\s*$"
)
# 'vào nhóm 20 và nhóm 25 tỉnh dẫn đầu', 'trong top 10'; 'thuộc nhóm 15 tỉnh dẫn đầu' counts these
_GROUPS = frozenset(("nhóm", "top", "tốp"))
_INTO_GROUP = re.compile(r"(?:vào nhóm(?: \d+ và nhóm)?|top|tốp)\s*$")
_AT_THE_TOP = re.compile(r"[^.;()]{0,50}?(?:dẫn đầu|đứng đầu|cao nhất|tốt nhất|hàng đầu)")
_RANK_ENDS = frozenset(("thứ", "hạng", "trí", "bậc", "xếp", *_GROUPS))
_RANKED = re.compile(r"xếp |đứng|hạng|vị trí|vị thứ|thứ bậc|top")
# '02 lần/năm', '15 phút/lượt', '4,6 tỷ đồng/năm', and before any noun: '32.000 đồng/kg', '50 kg/con'
_PER = re.compile(
    r"\s?/\s?(?:(năm học|năm|tháng|quý|tuần|ngày|giờ|ca|kỳ|số|km²?|kwh|m[23²³])(?!\w))?"
)
_AS_WRITTEN = {"kwh": "kWh"}
_JOINT = re.compile(r"\s*(?:,|/| và| hoặc|-)\s*(?=[^\W\d_])")
_JOINTS = (" v", " h", ",", "/", "-", " ,", " /", " -")  # what it begins with
_VERB = re.compile(alternation(words.VERBS.split("|"), " ") + r"(?!\w)")
# 'dân số 62.178 người, trong đó xã Cư Huê 12.365': a part's name, not what is counted.
_NAMED_PLACE = re.compile(
    r"(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]ỉnh) (?=[A-ZĐ])"
)
_ACRONYM = re.compile(r"[A-ZĐ]{2,}")
_RATE = re.compile(r"(?<!\w)t[ỷỉ] (?:lệ|trọng)(?!\w)")
_SCORE = re.compile(r"(?<!\w)điểm(?! (?:cầu|đo|du lịch|trường|nóng|sạt))(?!\w)")


def read_unit(sentence: Sentence, figure: Figure) -> None:
    """Set kind, unit and where the unit ends, from the words right after the number."""
    low, b = sentence.low, figure.b
    after = low[b : b + 1]
    if after in ".;:)":  # also at the end
        return
    if (after in "%‰" or low[b : b + 2] in _PERCENT_OPENS) and (percent := _PERCENT.match(low, b)):
        unit = percent["sign"] or " ".join((percent["points"] or "%").split())
        _set(figure, "percent", *_per(low, unit, percent.end()))
        return
    start = b + 1
    if after != " " or low[start : start + 1] in ("", " ", "("):
        opening = _OPENING.match(low, b)
        start = opening.end() if opening else b
    if low[start : start + 1] == "(":
        noun = noun_at(low, start + 1)
        if noun and low[noun.end : noun.end + 1] == ")":
            _set(figure, "measure" if noun.is_measure else "count", noun.unit, noun.end + 1)
    elif low[start : start + 1] not in ("", ",", "-", "–"):
        _read_words(sentence, figure, start)


def _set(figure: Figure, kind: Kind, unit: str | None, end: int) -> None:
    figure.kind, figure.unit, figure.noun_end, figure.phrase_end = kind, unit, end, end


def _read_words(sentence: Sentence, figure: Figure, start: int) -> None:
    low = sentence.low
    if low[start] == "t" and (total := _TOTAL.match(low, start)):
        start = total.end()
    elif figure.denominator is not None and low.startswith("số ", start):
        start += 3  # '2/3 số xã'
    noun = noun_at(low, start)
    if noun and noun.is_measure:
        if noun.end - start < 3 and sentence.text[start : noun.end] not in symbols():
            return  # '4G'
        squared = low[noun.end - 1] == "²"
        unit = noun.unit.replace("2", "²") if squared else noun.unit
        _set(figure, "measure", *_per(low, unit, noun.end))
    elif noun is None and (scale := _SCALE.match(low, start)):
        _read_scaled(low, figure, scale)
    elif noun:
        end = _joined_nouns(sentence, start, noun.end)
        figure.noun, figure.noun_start = low[start:end], start
        unit = _noun_unit(noun.unit, figure.noun) if end == noun.end else figure.noun
        if unit == figure.noun and _ACRONYM.match(sentence.text, start):
            unit = sentence.text[start:end]  # '05 UBND xã'
        _set(figure, "count", *_per(low, unit, end))
    elif start > figure.b:
        _read_unknown_noun(sentence, figure, start)


def _noun_unit(noun: str, written: str) -> str:
    """The lexicon's noun where it shortens what is written, else what is written."""
    if written == _initials(noun):
        return written.upper()  # 'CĐCS', not 'công đoàn cơ sở'
    if " " not in written or noun.isupper() or noun.lower() in written:
        return noun
    shorter = len(noun) < len(written) and noun.split(" ", 1)[0] == written.split(" ", 1)[0]
    return noun if shorter else written


def _initials(noun: str) -> str:
    """'khu công nghiệp' -> 'kcn'."""
    return "".join(word[0] for word in noun.lower().split())


def stated_unit(phrase: str) -> str | None:
    """The unit that is all a phrase in lower case says: 'nghìn tờ khai', 'tạ/ha', '%'.

    >>> stated_unit('nghìn tờ khai'), stated_unit('tờ khai hải quan')
    ('nghìn tờ khai', None)
    """
    if phrase == "%":
        return phrase
    noun, scale = noun_at(phrase, 0), None
    if noun is None and (scale := _SCALE.match(phrase)):
        noun = noun_at(phrase, scale.end() + 1)
    if noun is None:
        return None
    written = phrase[scale.end() + 1 if scale else 0 : noun.end]
    unit = noun.unit if noun.is_measure else _noun_unit(noun.unit, written)
    unit, end = _per(phrase, f"{_scale_word(scale)} {unit}" if scale else unit, noun.end)
    return unit if end == len(phrase) else None


def _scale_word(scale: re.Match[str]) -> str:
    return " ".join(scale[1].split()).replace("tỉ", "tỷ").replace("ngàn", "nghìn")


def _read_scaled(low: str, figure: Figure, scale: re.Match[str]) -> None:
    """'10,8 triệu lượt khách', '4,7 triệu': the scale stays in the unit."""
    word, end = _scale_word(scale), scale.end()
    blank = end + 1 if low[end : end + 1] == " " else end
    if noun := noun_at(low, blank):
        figure.noun, figure.noun_start = low[blank : noun.end], blank
        kind = "measure" if noun.is_measure else "count"
        _set(figure, kind, f"{word} {noun.unit}", noun.end)
    else:
        _set(figure, "bare", word, end)


def _per(low: str, unit: str, end: int) -> tuple[str, int]:
    """A unit with what it is a rate of, where a slash says so: 'kg/con', 'đồng/người/tháng'."""
    while low.find("/", end, end + 2) >= 0 and (per := _PER.match(low, end)):
        if per[1]:
            unit, end = f"{unit}/{_AS_WRITTEN.get(per[1], per[1])}", per.end()
        elif noun := noun_at(low, per.end()):
            unit, end = f"{unit}/{_noun_unit(noun.unit, low[per.end() : noun.end])}", noun.end
        else:
            break
    return unit, end


def _joined_nouns(sentence: Sentence, start: int, end: int) -> int:
    """'công chức, viên chức', 'huyện, thị xã, thành phố': nouns counted together."""
    low = sentence.low
    for _ in range(3):
        if not low.startswith(_JOINTS, end):
            break
        joint = _JOINT.match(low, end)
        noun = noun_at(low, joint.end()) if joint else None
        if joint is None or noun is None or noun.is_measure:
            break
        if sentence.text[joint.end()].isupper() and sentence.text[joint.end() + 1].islower():
            break  # '16 người, Phòng Nội vụ 13 người'
        if _NAMED_PLACE.match(sentence.text, joint.end()):
            break  # '184.320 hồ sơ, tỉnh Bến Tre 236.115 hồ sơ'
        if any(name.start == joint.end() for name in sentence.names):
            break  # '9.800 hồ sơ, UBND xã Năm Căn 6.412 hồ sơ'
        if low.startswith(words.KINDS, joint.end()) and not low.startswith(words.KINDS, start):
            break  # 'sai 89 vụ, khiếu nại đúng một phần 16 vụ'
        if low[joint.end() : noun.end] == "số" or _opens_clause(low, joint.end(), noun.end):
            break  # 'hồ sơ, số hồ sơ quá hạn', 'hồ sơ, giải quyết'
        if low[noun.end : noun.end + 1] == " " and low[noun.end + 1 : noun.end + 2].isdigit():
            break  # '181 viên chức, bằng 55,5%'
        end = noun.end
    return end


def _opens_clause(low: str, start: int, end: int) -> bool:
    """Whether what looks like a noun is a verb: 'ban' of 'ban hành', 'tổ chức 03 hội nghị'."""
    verb = _VERB.match(low, start)
    return verb is not None and (verb.end() > end or low[end + 1 : end + 2].isdigit())


def _read_unknown_noun(sentence: Sentence, figure: Figure, start: int) -> None:
    """A noun no lexicon knows: the first word after the number, two syllables at most."""
    low = sentence.low
    first = _WORD.match(low, start)
    if first is None or first[0] in words.NOT_NOUNS:
        return
    end = first.end()
    second = _WORD.match(low, end + 1) if low[end : end + 1] == " " else None
    if (
        second
        and second[0] not in words.NOT_NOUNS
        and not _ACRONYM.match(sentence.text, start, end)
        and not sentence.text[second.start()].isupper()
    ):
        end = second.end()
    figure.noun, figure.noun_start = low[start:end], start
    raw = sentence.text[start:end]
    _set(figure, "count", raw if _ACRONYM.match(raw) else low[start:end], end)
    figure.confidence = 0.8


def read_rank(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is a rank; sets kind and unit if so."""
    if not figure.before or figure.before[-1] not in _RANK_ENDS:
        return False
    if figure.kind in ("percent", "measure"):
        return False
    a = figure.a
    if figure.before[-1] in _GROUPS and _AT_THE_TOP.match(sentence.low, figure.b):
        if into := _INTO_GROUP.search(sentence.low, max(a - 24, 0), a):
            figure.kind, figure.unit = "rank", "thứ bậc"
        return into is not None
    rank = _RANK.search(sentence.low, max(a - 22, 0), a)
    if rank is None or (figure.denominator is None and not _is_explicit(rank[0], figure)):
        return False
    _set(figure, "rank", "thứ bậc", figure.b)
    figure.confidence = 1.0
    return True


def _is_explicit(words_before: str, figure: Figure) -> bool:
    """'xếp thứ 15 cả nước' ranks; 'xếp hạng 45 sản phẩm' and 'lần thứ 6' do not."""
    if not _RANKED.search(words_before.rstrip()):
        return False
    return figure.kind == "bare" or figure.confidence < 1 or "thứ" in words_before


def inherit_unit(sentence: Sentence, figure: Figure, before: list[Figure]) -> None:
    """The unit of a bare figure: a noun named before it, else that of the whole it is a part of;
    that of the whole too where only the kind is told: '96 đơn (12 khiếu nại, 09 tố cáo)'."""
    if figure.kind == "count":
        whole = figure.parent or _before_colon(sentence.low, figure, before)
        if whole is not None and _is_kind_of(figure, whole, sentence.figures):
            figure.unit = whole.unit
        elif figure.tells_state and before and (known := _last_counted(before)):
            figure.unit = known
        return
    if figure.kind != "bare":
        return
    noun = _noun_before(sentence, figure)
    if noun is None or (noun.startswith(words.KINDS) and before):
        noun = _last_counted(before) or noun
    scale = figure.unit
    if scale is None and figure.value % 1:
        noun = _unit_of_fraction(sentence.low, figure, before, noun)
    figure.unit = f"{scale} {_unscaled(noun or 'đồng')}" if scale else noun
    if noun is None and scale is None:
        figure.confidence = 0.6


def _unit_of_fraction(
    low: str, figure: Figure, before: list[Figure], noun: str | None
) -> str | None:
    """A number with a fraction counts nothing: 'Trách nhiệm giải trình với người dân: 4,98' is a
    rate, a score, or of the measure told before it."""
    known = noun_at(noun, 0) if noun else None
    if noun and ("/" in noun or (known and known.is_measure)):
        return noun  # also 'số bác sĩ/vạn dân'
    if _RATE.search(low, figure.lead_start, figure.lead_end):
        return "%"
    measures = (f.unit for f in reversed(before) if f.unit and (f.kind == "measure" or f.value % 1))
    return next(measures, None) or ("điểm" if _SCORE.search(low, 0, figure.a) else None)


def _last_counted(before: list[Figure]) -> str | None:
    """What the last figure counts that is no rate and no rank."""
    counted = (f.unit for f in reversed(before) if f.unit and f.kind not in ("percent", "rank"))
    return next(counted, None)


def _noun_before(sentence: Sentence, figure: Figure) -> str | None:
    """The noun before a number, outside the names of who has it: 'Chi cục Thuế 2.316 và Văn phòng
    UBND tỉnh 09' count neither."""
    start, end = figure.lead_start, figure.lead_end
    place = _NAMED_PLACE.search(sentence.text, start, end)
    end = place.start() if place else end
    for name in sentence.names_in(start, end):
        if noun := noun_in(sentence.low, start, name.start):
            return noun
        start = name.end
    return noun_in(sentence.low, start, end)


def _unscaled(unit: str) -> str:
    """'triệu tờ khai' -> 'tờ khai', of which a part has a scale of its own: 'luồng xanh 6,63 triệu'."""
    scale = _SCALE.match(unit)
    return unit[scale.end() :].lstrip() or unit if scale else unit


def _before_colon(low: str, figure: Figure, before: list[Figure]) -> Figure | None:
    """What a list behind a colon may break down: '18 đơn: 11 tố cáo, 07 kiến nghị'."""
    counts = (f for f in reversed(before) if not f.noun.startswith(words.KINDS))
    whole = next(counts, None)
    colon = whole is not None and ":" in low[whole.noun_end : figure.a]
    return whole if colon else None


def _is_kind_of(part: Figure, whole: Figure, figures: list[Figure]) -> bool:
    """Whether a part is told by its kind alone; of nouns that no lexicon knows the sum tells:
    '16 cuộc (9 theo chuyên đề, 7 bất thường)', but not '16 hộ (9 máy bơm, 12 con giống)'."""
    if whole.kind != "count" or part.value > whole.value or part.noun in whole.noun:
        return False
    if part.noun.startswith(words.KINDS):
        return True
    parts = [figure for figure in figures if figure.parent is whole]
    unknown = all(figure.confidence < 1 or figure.kind == "bare" for figure in parts)
    return unknown and sum(figure.value for figure in parts) == whole.value
