"""What other packages do wrong stops nothing but what must not look complete."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cchc_mining import extensions, mine_text
from cchc_mining.audit import added, all_checks, audit_document
from cchc_mining.extending import (
    Check,
    Discrepancy,
    DocumentCheck,
    ExtensionError,
    ExtensionWarning,
    Extra,
    Passage,
    Words,
)
from cchc_mining.extensions import Extension
from cchc_mining.mining import make_document
from cchc_mining.records import Finding, Record, SourceText
from cchc_mining.run import Options, extract_source

from .support import cchc, installed

TEXT = "Năm 2023 có 12 hồ sơ."
NAMED = "here (faulty 0.1)"


def check(find: Callable[[Any], Any], slug: Any = "faulty") -> Check:
    words = Words("Quy tắc", "Rule")
    return DocumentCheck(
        slug=slug, group="figures", title=words, rule=words, source="-", tolerance=words,
        fires=(), silent=(), find=find,
    )  # fmt: skip


def discrepancy(severity: Any = "info", text: str = "Năm") -> Discrepancy:
    at = Passage(source="a.txt", text=text, end=3)
    return Discrepancy(at=at, about=(1,), severity=severity, message=Words("a", "b"))


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[object], None]]:
    """Have one installed package name a value as its check, or as its extractor."""

    def set_value(value: object) -> None:
        named = (Extension("here", "faulty 0.1", value),)
        for module in (added, extensions):
            monkeypatch.setattr(module, "extensions", lambda _group: named)
        all_checks.cache_clear()
        extensions.extractors.cache_clear()

    yield set_value
    monkeypatch.undo()
    all_checks.cache_clear()
    extensions.extractors.cache_clear()


def findings() -> list[Finding]:
    return audit_document(Record(source="a.txt"), TEXT)


def _none(_document: object) -> Any:
    return ()


def _divide(_document: object) -> Any:
    return 1 / 0


def _half(_document: object) -> Iterator[Discrepancy]:
    yield discrepancy()
    raise KeyError("x")


@pytest.mark.parametrize(
    ("find", "kept", "said"),
    [
        (_divide, 0, "ZeroDivisionError: division by zero, in a.txt"),
        (_half, 1, "KeyError: 'x', in a.txt"),
        (lambda _: ["nothing"], 0, "TypeError: "),
        (lambda _: [discrepancy(text="xyz")], 0, "ValueError: at 0-3 does not stand 'xyz'"),
        (lambda _: [discrepancy("bad")], 0, "ValidationError: Invalid enum value 'bad'"),
    ],
)
def test_a_check_that_fails_is_warned_of_once(
    use: Callable[[object], None], find: Callable[[Any], Any], kept: int, said: str
) -> None:
    use((check(find),))
    with pytest.warns(ExtensionWarning) as told:
        found = findings()
    assert [finding.check for finding in found] == ["faulty"] * kept
    assert len(told) == 1
    assert f"the check faulty of the extension {NAMED} failed" in str(told[0].message)
    assert said in str(told[0].message)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert findings() == found


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (print, f"the extension {NAMED} is no check"),
        ((check(_none), check(_none)), "is taken: faulty"),
        (check(_none, "percent-over-100"), "is taken: percent-over-100"),
        (check(_none, 7), "Expected `str`, got `int` - at `$.slug`"),
    ],
)
def test_what_is_no_check_is_told(use: Callable[[object], None], value: object, said: str) -> None:
    use(value)
    with pytest.raises(ExtensionError) as told:
        all_checks()
    assert said in str(told.value)
    assert "phần mở rộng" in told.value.said("vi")


def extra(text: str = "Năm", **values: Any) -> Extra:
    return Extra(start=0, end=3, text=text, kind="k", **values)


@pytest.mark.parametrize(
    ("extractor", "said"),
    [
        (lambda _source, _record: 1 / 0, f"{NAMED}: ZeroDivisionError"),
        (lambda _source, _record: 3, "TypeError: 'int' object is not iterable"),
        (lambda _source, _record: ["k"], "TypeError: str is no Extra"),
        (lambda _source, _record: [extra(), extra("???")], "ValueError: at 0-3 does not stand '???'"),
        (lambda _source, _record: [extra(fields={"a": []})], "ValidationError: Expected"),
    ],
)  # fmt: skip
def test_an_extractor_that_fails_leaves_a_warning_in_the_record(
    use: Callable[[object], None], extractor: Callable[..., Any], said: str
) -> None:
    use(extractor)
    record = mine_text(TEXT)
    assert record.status == "partial"
    assert [warning.code for warning in record.warnings] == ["extractor-error"]
    assert said in record.warnings[0].message
    assert record.indicators
    assert not record.extras


def test_extras_are_sorted_and_named_by_us(use: Callable[[object], None]) -> None:
    later = Extra(start=12, end=14, text="12", kind="k", id="mine", fields={"n": 1.5, "b": None})
    use(lambda _source, _record: [later, extra()])
    found = mine_text(TEXT).extras
    assert [(one.id, one.start) for one in found] == [("x1", 0), ("x2", 12)]
    assert found[1].fields == {"n": 1.5, "b": None}
    assert "Extra: kind k" in mine_text(TEXT).marked(TEXT)._repr_html_()


def test_what_is_no_extractor_is_told(use: Callable[[object], None]) -> None:
    use(3)
    with pytest.raises(ExtensionError, match="cannot be called"):
        mine_text(TEXT)


def test_the_command_line_tells_of_them(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "faulty.py").write_text(
        "from tests.extending.test_faults import _divide, check\nHERE = check(_divide)\n"
    )
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    project = (
        '[project]\nname = "faulty"\nversion = "0.1"\n[project.entry-points."cchc_mining.checks"]\n'
    )
    (source / "pyproject.toml").write_text(f'{project}here = "faulty:HERE"\n')
    call = ("mine", tmp_path / "a.txt", "--out", tmp_path / "out")
    done = cchc(*call, sites=[installed(source, tmp_path / "one")])
    assert done.returncode == 0
    assert done.stderr.count("Warning: the check faulty of the extension here") == 1
    (source / "pyproject.toml").write_text(f'{project}here = "faulty:NOWHERE"\n')
    done = cchc(*call, sites=[installed(source, tmp_path / "other")])
    assert done.returncode == 1
    assert f"Error: the extension {NAMED} cannot be loaded: AttributeError" in done.stderr


def _complain(_: object) -> list[object]:
    warnings.warn("an old function was called", FutureWarning, stacklevel=1)
    raise ZeroDivisionError


def test_while_mining_faults_are_kept_for_later_and_other_warnings_shown(
    use: Callable[[object], None],
) -> None:
    extracted = extract_source(SourceText(text=TEXT), Options())
    use(check(_complain))
    with pytest.warns(FutureWarning) as told:
        document = make_document(extracted)
    assert [str(one.message) for one in told] == ["an old function was called"]
    assert [one.values["slug"] for one in document.warnings] == ["faulty"]


def test_warnings_can_be_made_errors(use: Callable[[object], None]) -> None:
    use(check(_divide))
    with warnings.catch_warnings():
        warnings.simplefilter("error", ExtensionWarning)
        with pytest.raises(ExtensionWarning):
            findings()
