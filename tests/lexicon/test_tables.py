"""The loader refuses careless edits, and every row of every table is reached by its own example."""

import msgspec
import pytest

from cchc_mining import lexicon
from cchc_mining.errors import LexiconError
from cchc_mining.extract import extract_record
from cchc_mining.lexicon import Table
from cchc_mining.records import SourceText


class Row(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    values: tuple[str, ...]


def parse(text: str) -> tuple[Row, ...]:
    return Table("t", Row, ("key",)).parse(text, "t.tsv")


def test_a_good_table() -> None:
    rows = parse("# title\nkey\tvalues\na\tx | y\nb\t\n")
    assert rows == (Row(key="a", values=("x", "y")), Row(key="b", values=()))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("key\tvalues\na\tx\na\ty\n", r"line 3: the key 'a' \(key\) stands in line 2"),
        ("key\tvalues\tmore\na\tx\ty\n", "unknown columns"),
        ("key\na\n", "missing columns"),
        ("key\tvalues\na\n", "1 cells"),
        ("key\tvalues\na \tx\n", "column key"),
        ("key\tvalues\nho\u0300a\tx\n", "not NFC"),
        ("# only\n", "no line of column names"),
    ],
)
def test_a_bad_table_is_refused(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        parse(text)


TABLES = [
    lexicon.agencies, lexicon.communes, lexicon.counted_nouns, lexicon.districts,
    lexicon.document_types, lexicon.indicators,
    lexicon.issuers, lexicon.known_as, lexicon.laws, lexicon.provinces, lexicon.sectors, lexicon.signature_marks,
    lexicon.signature_positions, lexicon.successions, lexicon.terms, lexicon.units,
]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_every_table_loads(table) -> None:
    assert len(table()) > 3


def _numbers(text: str) -> list[str | None]:
    return [c.number for c in extract_record(SourceText(text=text)).citations]


def test_every_document_type_is_reached_by_its_example() -> None:
    missed = [
        row.example
        for row in lexicon.document_types()
        if row.example
        and row.system in ("state", "party", "mass")
        and not _numbers(f"theo {row.name} số {row.example} ngày 05/6/2023.")
    ]
    assert missed == []


def test_every_issuer_is_reached_by_its_example() -> None:
    missed = []
    for row in lexicon.issuers():
        code = lexicon.read_number(row.example) if row.example else None
        if row.example and row.level != "drafting-unit":
            names = [
                lexicon.issuer_name(i, row.system, level)
                for i in (code.issuers if code else ())
                for level in ("central", "province", "district", "commune")
            ]
            if not names or all(n is None for n in names):
                missed.append((row.code, row.example))
    assert missed == []
