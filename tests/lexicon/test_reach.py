"""Every row of the lexicon is reached by an example: the extractors find what the table names."""

from __future__ import annotations

from cchc_mining import lexicon
from cchc_mining.extract import extract_record, resolve_agency
from cchc_mining.link import known_act, link_record
from cchc_mining.reading import Context
from cchc_mining.records import Header, Record, SourceText
from cchc_mining.vietnamese import modern_tones


def mined(text: str) -> Record:
    return extract_record(SourceText(text=text))


def header(text: str) -> Header:
    found = mined(text).header
    assert found is not None
    return found


def signed(line: str) -> str | None:
    text = f"BÁO CÁO\n\nKết quả\n\nNơi nhận:\n- Lưu: VT.\n\n{line}\n\nTrần Văn An"
    return header(text).signer_position


def test_laws_are_found_whole() -> None:
    missed = [
        row.name
        for row in lexicon.laws()
        # a name that holds a number is found as that number
        if "/QH" not in row.name
        and not any(
            citation.text.startswith(modern_tones(row.name))
            for citation in mined(modern_tones(f"theo {row.name}.")).citations
        )
    ]
    assert missed == []


def meant_on(day: str, alias: str) -> set[str]:
    """The targets that an alias may have in a report of an ISO day."""
    year, month, number = day.split("-")
    head = f"Số: 1/BC-UBND\n\nLâm Hải, ngày {number} tháng {month} năm {year}\n\nBÁO CÁO\n\nKết quả"
    text = f"{head}\n\nThực hiện {alias} trên địa bàn.\n"
    found = [c for c in link_record(mined(text), text).record.citations if c.kind != "self"]
    return {target for c in found for target in (c.target, *c.candidates) if target}


def test_documents_are_known_by_their_short_names() -> None:
    missed = [
        (alias, row.number)
        for row in lexicon.known_as()
        for alias in row.aliases
        if not any(
            (act := known_act(target)) and act.number == row.number and act.date == row.date
            for target in meant_on(row.date, modern_tones(alias))
        )
    ]
    assert missed == []


def test_agencies_have_a_full_name() -> None:
    context = Context(
        province="tỉnh Lâm Hải", district="huyện Đông Khê", commune="xã Suối Cát",
        issuer="Sở Nội vụ tỉnh Lâm Hải", year=2024,
    )  # fmt: skip
    # Bare codes and office-holders need the words around them: tests/extract/test_agencies.py.
    surfaces = [
        modern_tones(row.surface)
        for row in lexicon.agencies()
        if " " in row.surface and not row.note.startswith(("bare", "office-holder"))
    ]
    assert [s for s in surfaces if not resolve_agency(s, context)] == []


def test_counted_nouns_are_units() -> None:
    missed = [
        row.noun
        for row in lexicon.counted_nouns()
        if row.noun not in [i.unit for i in mined(f"Đơn vị đã có {row.example}.").indicators]
    ]
    assert missed == []


def test_provinces_are_known_from_the_place_line() -> None:
    missed = []
    for row in lexicon.provinces():
        year, _, month = (row.valid_to or "2026-02").partition("-")  # while it stood
        day = f"ngày 05 tháng {month or 1} năm {year}"
        head = f"Số: 1/BC-UBND\n\n{row.name}, {day}\n\nBÁO CÁO\n\nKết quả"
        if not (header(head).issuer or "").endswith(row.name):
            missed.append(row.name)
    assert missed == []


def test_signature_positions_are_read() -> None:
    rows = [row for row in lexicon.signature_positions() if row.surface != "PHỤ TRÁCH KẾ TOÁN"]
    missed = [row.surface for row in rows if signed(row.surface.upper()) != row.position]
    assert missed == []


def test_signature_marks_stand_before_a_position() -> None:
    marks = [row.surface for row in lexicon.signature_marks()]
    assert [mark for mark in marks if not signed(f"{mark} GIÁM ĐỐC")] == []
