"""Whose register a number comes from: the second part of a target.

A number is given out by the body whose code it bears, so the code names the register, and the issuer
that a writer names beside it is an observed variant: '277/BC-STP của Đoàn Kiểm tra liên ngành' is
number 277 of the Department of Justice.  The code is copied with the number from the document itself;
the name is how a hurried writer calls whoever was behind it.  Only an issuer whose own name may be
written with that code keeps the register against the lexicon.

A register belongs to the body as it was called on the document's day.  Where that body was one of
several that are now one, and the writer names only the present one, the register is open:
`?ủy-ban-nhân-dân-tỉnh-khánh-hòa`, of which `possible_registers` gives the candidates.  A body founded
anew in the middle of a year numbers anew: its register then carries the month,
`ủy-ban-nhân-dân-tỉnh-khánh-hòa~2025-07`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from .. import lexicon
from ..vietnamese import fold, initials, slug, strip_tones
from .codes import body_everywhere, central_bodies, is_type
from .numbers import UNKNOWN, take_apart
from .succession import FOREVER, Body, body_at, exists, namesakes, read_body, refounded

Via = Literal["code", "succession"]

_ERA = "~"
# The highest bodies have their codes to themselves; a ministry's letters may be those of some local
# team as well.
_APEX = re.compile(r"cp|ttg|ctn|tw|qh\d*|ubtvqh\d*")

# Office-holders and inner organs number their documents in the register of their body.
_OFFICE = (
    (r"\btp\.? ", "thành phố "),
    # the legislature is not another body each term
    (r" khóa [ivx\d]+(?=$|,| tỉnh| thành phố)", ""),
    (r"^(?:phó )?chủ tịch (?=ủy ban nhân dân)", ""),
    (r"^(?:phó )?bí thư (?=\w+ ủy)", ""),
    (r"^(?:ban thường vụ|thường vụ|thường trực|ban chấp hành) (?=\w+ ủy)", ""),
    (r"^ban chấp hành đảng bộ tỉnh ", "tỉnh ủy "),
    (r"^ban chấp hành đảng bộ (?:thành phố|tp\.?) ", "thành ủy "),
    (r"^ban chấp hành đảng bộ huyện ", "huyện ủy "),
    (r"^ban chấp hành đảng bộ (?=(?:xã|phường|thị trấn) )", "đảng ủy "),
    (
        r"^(?:bộ chính trị|ban bí thư(?: trung ương)?|(?:ban chấp hành )?trung ương)"
        r"(?: đảng)?(?: cộng sản việt nam)?$",
        "ban chấp hành trung ương đảng",
    ),
)
_OFFICES = tuple((re.compile(pattern), replacement) for pattern, replacement in _OFFICE)


@lru_cache(maxsize=16384)
def body(issuer: str) -> str:
    """The body in whose register an issuer's documents are numbered (folded).

    >>> body('Ban Thường vụ Tỉnh uỷ Khánh Hòa'), body('Chủ tịch Ủy ban nhân dân tỉnh Phú Yên')
    ('tỉnh ủy khánh hòa', 'ủy ban nhân dân tỉnh phú yên')
    """
    name = fold(issuer)
    for pattern, replacement in _OFFICES:
        name = pattern.sub(replacement, name)
    return name


def bodies(issuer: str) -> tuple[str, ...]:
    """The bodies of an issuer, joint ones joined by '; ', sorted."""
    return tuple(sorted({body(name) for name in issuer.split("; ") if name}))


class Register(Struct, frozen=True):
    """A register's part of a target, and why it is not simply that of the issuer as named."""

    slug: str
    via: Via | None = None


class Circumstances(Struct, frozen=True):
    """What is known around a mention, each '' where it is not.

    `day` is the cited document's date (an ISO day, or its year), `written` that of the document
    that cites, `home` the territory of its issuer; `names_territory` tells whether the mention itself
    says of which territory the issuer is.
    """

    day: str = ""
    written: str = ""
    home: str = ""
    names_territory: bool = True


NOTHING_KNOWN = Circumstances()


@lru_cache(maxsize=4096)
def register_of(
    number: str | None, issuer: str | None, around: Circumstances = NOTHING_KNOWN
) -> Register:
    """The register that a number comes from; several bodies are sorted and joined by '+'.

    >>> register_of('318/QĐ-TTg', 'Chính phủ'), register_of('12/QĐ-UBND', None).slug
    (Register(slug='thủ-tướng-chính-phủ', via=None), '?')
    >>> kh = Circumstances(home='tỉnh Khánh Hòa')
    >>> register_of('277/BC-STP', 'Đoàn Kiểm tra liên ngành', kh)
    Register(slug='sở-tư-pháp-tỉnh-khánh-hòa', via='code')
    """
    bodies = sorted({body(name) for name in (issuer or "").split("; ") if name})
    if named := _body_of_code(number, bodies):
        return Register(slug(named))
    if len(bodies) != 1:
        return Register("+".join(map(slug, bodies)) or UNKNOWN)
    keeper = _keeper(number, bodies[0], around.home)
    register = _in_time(keeper, around)
    if register.via is None and keeper != bodies[0]:
        return Register(register.slug, "code")
    return register


def register_key(number: str | None, issuer: str | None) -> str:
    """As `register_of`, where nothing is known around the mention."""
    return register_of(number, issuer).slug


@lru_cache(maxsize=16384)
def possible_registers(register: str, year: str) -> frozenset[str]:
    """The registers that an open one may be for a document of a year.

    `register` is without its '?'.

    >>> sorted(possible_registers('ủy-ban-nhân-dân-tỉnh-khánh-hòa', '2024'))
    ['ủy-ban-nhân-dân-tỉnh-khánh-hòa', 'ủy-ban-nhân-dân-tỉnh-ninh-thuận']
    """
    name = register.replace("-", " ")
    first, last = f"{year}-01-01", f"{year}-12-31"
    before = {slug(earlier) for earlier in namesakes(name, first)}
    return frozenset(before | {_of_era(later, last) for later in namesakes(name, last)})


@lru_cache(maxsize=16384)
def same_register(register: str, year: str) -> frozenset[str]:
    """The registers that a body so named kept in a year, under its names and eras of that year."""
    name = register.replace("-", " ")
    first, last = f"{year}-01-01", f"{year}-12-31"
    names = {register, slug(body_at(name, first) or name), slug(body_at(name, last) or name)}
    return frozenset(names | {_of_era(name, last)})


def _body_of_code(number: str | None, bodies: list[str]) -> str | None:
    """The central body that the number's only issuer code names, whoever else is named."""
    parts = take_apart(number) if number else None
    read = lexicon.read_number(number) if number else None
    if parts is None or read is None:
        return None
    issuers = parts.codes[1:] if len(parts.codes) > 1 and is_type(parts.codes[0]) else parts.codes
    if len(issuers) != 1:
        return None
    if _APEX.fullmatch(issuers[0]) or all(name in central_bodies() for name in bodies):
        return body_everywhere(issuers[0], read.system)
    return None


# -- the code against the name


def _keeper(number: str | None, name: str, home: str) -> str:
    """The body that the code names in the territory of `name`, unless `name` may bear the code."""
    read = lexicon.read_number(number) if number else None
    if read is None or len(read.issuers) != 1:
        return name
    code = read.issuers[0]
    bearers = _bearers(fold(code), "party" if read.system == "party" else "state")
    if not bearers or _may_bear(name, code, bearers):
        return name
    own = read_body(name)
    place = own if own.territory else Body("", home)
    heads = {head for level, head in bearers if level == place.level}
    if len(heads) != 1 or (own.level == "central" and name in central_bodies()):
        return name
    return fold(Body(heads.pop(), place.territory).name)


@cache
def _bearers(code: str, system: str) -> tuple[tuple[str, str], ...]:
    """Level and name template of the local bodies with that code; () where a central one has it."""
    rows = _rows_of_code().get(code, [])
    same = [row for row in rows if row.system == system] or rows
    exact = [row for row in same if fold(row.code) == code] or same
    if any(row.level in ("central", "ministry", "central-dept") for row in exact):
        return ()
    levels = {"province-dept": "province", "sectoral": "province"}
    return tuple((levels.get(row.level, row.level), row.name) for row in exact)


@cache
def _rows_of_code() -> dict[str, list[lexicon.Issuer]]:
    rows: dict[str, list[lexicon.Issuer]] = {}
    for row in lexicon.issuers():
        if row.level != "drafting-unit":
            for code in {fold(row.code), *map(fold, row.aliases)}:
                rows.setdefault(code, []).append(row)
    return rows


def _may_bear(name: str, code: str, bearers: tuple[tuple[str, str], ...]) -> bool:
    """Whether a body so named may write that code: by the lexicon, or by its initials."""
    own = slug(name)
    if any(own.startswith(slug(head.partition(" {")[0])) for _, head in bearers):
        return True
    letters = strip_tones(re.sub(r"\W", "", code))
    spelled = strip_tones(fold(initials(name)))
    return spelled.startswith(letters) or (len(spelled) > 1 and letters.startswith(spelled))


# -- the name in time


def _in_time(name: str, around: Circumstances) -> Register:
    """The register of a body under the name that it had on the cited document's day."""
    year = around.day[:4]
    if _is_open(name, around):
        return Register(UNKNOWN + slug(name), "succession")
    if not year:
        return Register(slug(name))
    if len(around.day) < len("2025-07-01"):
        start = refounded(name, year)
        if start and start <= _end_of(around.written or FOREVER):
            return Register(UNKNOWN + slug(name), "succession")
        then = {body_at(name, f"{year}-01-01"), body_at(name, f"{year}-12-31")}
        old = then.pop() if len(then) == 1 else None
    else:
        old = body_at(name, around.day)
    if old is None or slug(old) == slug(name) or not _known_to(name, around):
        return Register(_of_era(name, around.day))
    return Register(_of_era(old, around.day), "succession")


def _known_to(name: str, around: Circumstances) -> bool:
    """Whether a writer of that day can mean this body by the name.

    In 2023 'UBND thành phố Huế' is that of a town; the province had another name.
    """
    return bool(around.written) and exists(name, _end_of(around.written))


def _is_open(name: str, around: Circumstances) -> bool:
    """Whether 'UBND tỉnh' may be that of any of the provinces that have become one since."""
    if around.names_territory or not around.written:
        return False
    merger = refounded(name, "2025")
    if merger is None or read_body(name).level != "province" or around.written < merger[:7]:
        return False
    return around.day[:7] < merger[:7]


def _end_of(date: str) -> str:
    """The last day of a year or month, near enough; a day as it is.

    >>> _end_of('2024'), _end_of('2024-02'), _end_of('2024-02-05')
    ('2024-12-31', '2024-02-31', '2024-02-05')
    """
    return date + "-12-31"[len(date) - 4 :]


def _of_era(name: str, day: str) -> str:
    start = refounded(name, day[:4])
    return slug(name) + (_ERA + start[:7] if start and start <= day else "")
