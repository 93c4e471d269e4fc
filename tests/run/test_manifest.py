"""Whether earlier results still stand."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cchc_mining.records import Given
from cchc_mining.run import (
    Choices,
    Input,
    Limits,
    Maker,
    Manifest,
    are_intact,
    file_hash,
    maker,
    manifest,
    read_manifest,
    summarise,
    this_program,
    write_manifest,
)

INPUTS = [Input("/x/a", "a", 1, "11"), Input("/x/b", "b", reason="unreadable")]
MADE = Manifest(
    program=this_program(),
    options=Choices(given=Given(year=2023), limit=10, lang="vi"),
    inputs=summarise(INPUTS),
)


def test_a_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_manifest(tmp_path, MADE)
    first = (tmp_path / "manifest.json").read_bytes()
    assert read_manifest(tmp_path) == MADE
    write_manifest(tmp_path, MADE)
    assert (tmp_path / "manifest.json").read_bytes() == first


def test_no_manifest_and_a_broken_one_are_none(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None
    for text in ("", "{", "[]", '{"schema": "cchc-manifest/1"}', "\udce9"):
        (tmp_path / "manifest.json").write_text(text, errors="surrogateescape")
        assert read_manifest(tmp_path) is None


def test_inputs_are_known_by_names_contents_and_reasons() -> None:
    elsewhere = [msgspec.structs.replace(item, path="/y") for item in INPUTS]
    assert summarise(elsewhere) == MADE.inputs
    for change in ({"name": "c"}, {"sha256": "12"}, {"reason": "changed"}):
        other = [msgspec.structs.replace(INPUTS[0], **change), INPUTS[1]]
        assert summarise(other) != MADE.inputs
    assert summarise(INPUTS[:1]) != MADE.inputs


def test_the_language_of_tables_does_not_change_what_is_mined() -> None:
    english = msgspec.structs.replace(
        MADE, options=msgspec.structs.replace(MADE.options, lang="en")
    )
    assert not MADE.is_like(english)


def test_other_context_or_another_program_mines_otherwise() -> None:
    made = maker(MADE.program, MADE.options)

    def of(**changes: object) -> Maker:
        return maker(MADE.program, msgspec.structs.replace(MADE.options, **changes))

    assert made == of() == of(lang="en")
    assert made.mined not in (of(given=Given(year=2024)).mined, of(limit=11).mined)
    other_code = msgspec.structs.replace(MADE.program, code="0")
    assert made.mined != maker(other_code, MADE.options).mined


def test_the_limits_of_an_attempt_decide_of_failures_alone() -> None:
    longer = msgspec.structs.replace(MADE.options, limits=Limits(seconds=3600))
    made, later = maker(MADE.program, MADE.options), maker(MADE.program, longer)
    assert made.mined == later.mined
    assert made.failed != later.failed


def test_with_what_extends_it_the_program_is_another() -> None:
    for kind in ("checks", "extractors"):
        extended = msgspec.structs.replace(MADE.program, **{kind: ("education (reports 1.0)",)})
        assert not MADE.is_like(msgspec.structs.replace(MADE, program=extended))


def test_results_are_intact_if_every_byte_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    (tmp_path / "b").write_text("2")
    outputs = {name: file_hash(tmp_path / name) for name in ("a", "b")}
    assert are_intact(tmp_path, outputs)
    (tmp_path / "b").write_text("3")
    assert not are_intact(tmp_path, outputs)
    assert are_intact(tmp_path, outputs, ["a"])
    (tmp_path / "a").unlink()
    assert not are_intact(tmp_path, outputs, ["a"])
    assert not are_intact(tmp_path, outputs, ["never made"])


def test_a_run_with_another_tool_is_another_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is told to install LibreOffice installs it and runs again: that must not change nothing."""
    found: list[tuple[str, ...]] = []
    for place in (None, "/somewhere/soffice"):
        monkeypatch.setattr(manifest, "find_program", lambda place=place: place)
        found.append(this_program.__wrapped__().tools)
    assert found == [(), ("libreoffice",)]
