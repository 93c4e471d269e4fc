"""Every code has its sentences."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import cchc_mining
from cchc_mining.run import MissingInputError, OutputError, codes, explain

PACKAGE = Path(str(cchc_mining.__file__)).parent


@pytest.mark.parametrize("code", codes())
def test_a_code_is_explained_in_both_languages_with_the_same_values(code: str) -> None:
    values = dict.fromkeys(("path", "detail"), "…")
    vi, en = explain(code, "vi", **values), explain(code, "en", **values)
    assert vi
    assert en
    assert vi != en
    assert not {"{", "}"} & set(vi + en)
    assert not set(en) - set(string.printable) - {"…"}


def test_every_code_that_is_raised_is_explained() -> None:
    raised: set[str] = set()
    for folder in ("intake", "run"):
        for path in (PACKAGE / folder).rglob("*.py"):
            source = path.read_text(encoding="utf-8")
            raised |= set(re.findall(r'(?:IntakeError|OutputError)\(\s*"([a-z-]+)"', source))
    assert raised <= set(codes())
    assert {"empty", "binary", "malformed", "disk-full"} <= raised


def test_an_unknown_code_stands_for_itself() -> None:
    assert explain("from-the-future", "vi") == "from-the-future"


def test_errors_say_what_and_where() -> None:
    assert str(MissingInputError("x/y")) == "not found: x/y"
    assert "x/y" in str(OutputError("out-is-a-file", "x/y"))
