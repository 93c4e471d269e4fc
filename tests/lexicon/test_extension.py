"""Folders of one's own tables: what they add and replace, what is refused and how that is told.

All rows are of own wording.  The lexicon of this process stays as it is: what is asked here are the
tables, not the functions that keep what they hold.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from cchc_mining import Lexicon, LexiconError, UsageError
from cchc_mining.errors import Explained
from cchc_mining.lexicon import extension, folders, rows
from cchc_mining.lexicon.problems import ExtendingError, TableError

NOUNS = "noun\tsurfaces\texample\tsource\n"


@pytest.fixture(autouse=True)
def _unused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lexicon that nobody has used or extended yet."""
    monkeypatch.setenv(folders.VARIABLE, "")
    monkeypatch.setattr(folders, "in_use", cache(folders.in_use.__wrapped__))
    monkeypatch.setattr(extension, "fingerprint", extension.fingerprint.__wrapped__)


def folder(path: Path, **tables: str) -> Path:
    path.mkdir()
    for name, text in tables.items():
        (path / f"{name}.tsv").write_text(text, encoding="utf-8")
    return path


def nouns() -> dict[str, rows.CountedNoun]:
    return {row.noun: row for row in rows.TABLES["counted_nouns.tsv"].rows()}


def test_rows_come_after_ours_and_stand_for_those_of_their_key(tmp_path: Path) -> None:
    ours = list(nouns())
    a = folder(tmp_path / "a", counted_nouns=f"{NOUNS}suất ăn bán trú\tsuất ăn\t\ta\nán\tán\t\ta\n")
    b = folder(tmp_path / "b", counted_nouns=f"# kept\n{NOUNS}án\tán phí\t\tb\n")
    folders.in_use.cache_clear()
    Lexicon.extend(a)
    Lexicon.extend(b)
    assert Lexicon.folders() == (a, b)
    assert list(nouns()) == [*ours, "suất ăn bán trú"]
    assert nouns()["án"].surfaces == ("án phí",)


def test_the_environment_names_folders_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a = folder(tmp_path / "a", counted_nouns=f"{NOUNS}suất ăn bán trú\tsuất ăn\t\ta\n")
    monkeypatch.setenv(folders.VARIABLE, os.pathsep.join([str(a), ""]))
    assert Lexicon.folders() == (a,)
    assert "suất ăn bán trú" in nouns()


def test_the_fingerprint_tells_other_rows(tmp_path: Path) -> None:
    a = folder(tmp_path / "a", counted_nouns=f"{NOUNS}suất ăn\tsuất ăn\t\ta\n")
    before = Lexicon.fingerprint()
    folders.in_use.cache_clear()
    Lexicon.extend(a)
    assert Lexicon.fingerprint() != before


def test_a_lexicon_in_use_is_not_extended(tmp_path: Path) -> None:
    a, b = (folder(tmp_path / name, counted_nouns=NOUNS) for name in "ab")
    Lexicon.extend(a)
    nouns()
    Lexicon.extend(a)  # is there already
    with pytest.raises(UsageError, match=r"call Lexicon\.extend first"):
        Lexicon.extend(b)
    assert Lexicon.folders() == (a,)


@pytest.mark.parametrize(
    ("table", "text", "message"),
    [
        ("units", "surface\tunit\tkind\tbase\tfactor\tsource\ntriệu USD\tUSD\tmoney\tđồng\t1,5\tx\n",
         r"units\.tsv, line 2, column factor: '1,5' is not a number"),
        ("units", "surface\tunit\tkind\tbase\tfactor\tsource\nbao\tbao\tđếm\t\t\tx\n",
         "column kind: 'đếm' is not one of: percent, money"),
        ("agencies", "surface\tname\tlevel\tvalid_from\tvalid_to\tnote\tsource\nX\tX\tprovince\t7/2025\t\t\t\n",
         "column valid_from: '7/2025' is no year or month"),
        ("replaced", "number\tdate\treplaced_by\tby_date\tsince\tsource\n1/Q\t02/03/2020\t2/Q\t\t\t\n",
         "column date: '02/03/2020' is not a day"),
        ("laws", "name\tyear\tnumber\tdate\taliases\treplaced_by\tsource\nLuật A\tnăm nay\t\t\t\t\t\n",
         "column year: 'năm nay' is not a year"),
        ("counted_nouns", f"{NOUNS}\tlớp\t\t\n", "column noun: this cell may not be empty"),
        ("counted_nouns", f"{NOUNS}lớp \tlớp\t\t\n", "column noun: blanks around 'lớp '"),
        ("counted_nouns", f"{NOUNS}lo\u031b\u0301p\tlớp\t\t\n", "is not NFC"),
        ("counted_nouns", f"{NOUNS}lớp\tlớp\n", "line 2: 2 cells, but there are 4 columns"),
        ("counted_nouns", f"{NOUNS}lớp\tlớp\t\t\nlớp\tlớp\t\t\n", "line 3: .* stands in line 2"),
        ("counted_nouns", "noun\tsurface\n", "line 1: unknown columns 'surface'"),
        ("counted_nouns", "noun\n", "line 1: missing columns source, surfaces, example"),
        ("counted_nouns", "# nothing\n", "no line of column names"),
    ],
)  # fmt: skip
def test_a_bad_table_is_told_with_its_place(
    tmp_path: Path, table: str, text: str, message: str
) -> None:
    with pytest.raises(LexiconError, match=message) as told:
        Lexicon.extend(folder(tmp_path / "a", **{table: text}))
    assert str(tmp_path / "a" / f"{table}.tsv") in str(told.value)
    assert isinstance(told.value, TableError)
    assert "dòng" in told.value.said("vi") or table in told.value.said("vi")
    assert Lexicon.folders() == ()


def test_a_file_as_spreadsheets_save_it(tmp_path: Path) -> None:
    text = f"{NOUNS}suất ăn\tsuất ăn\t\ta\n".replace("\n", "\r\n")
    path = folder(tmp_path / "a")
    (path / "counted_nouns.tsv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    Lexicon.extend(path)
    assert nouns()["suất ăn"].source == "a"
    (folder(tmp_path / "b") / "counted_nouns.tsv").write_bytes(text.encode("utf-16"))
    with pytest.raises(LexiconError, match="save it as UTF-8"):
        Lexicon.extend(tmp_path / "b")


def test_a_folder_that_extends_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        Lexicon.extend(tmp_path / "none")
    with pytest.raises(UsageError, match="no table in it"):
        Lexicon.extend(folder(tmp_path / "a"))
    with pytest.raises(UsageError, match=r"indicator\.tsv: there is no table of that name"):
        Lexicon.extend(folder(tmp_path / "b", indicator="id\n"))
    with pytest.raises(UsageError, match="rename it"):
        Lexicon.extend(folder(tmp_path / f"c{os.pathsep}d", counted_nouns=NOUNS))
    os.environ[folders.VARIABLE] = str(tmp_path / "none")
    with pytest.raises(UsageError, match="no such folder"):
        nouns()


@pytest.mark.parametrize("kind", [TableError, ExtendingError])
def test_every_sentence_is_there_in_both_languages(kind: type[Explained]) -> None:
    for vi, en in kind.SENTENCES.values():
        assert vi != en
        assert vi.count("{") >= en.count("{") - 1 > -1
