"""What became of legal documents, and who cited them afterwards.

A line is one sentence of one document; `9>1` reads 'QĐ 9/QĐ-UBND thay thế QĐ 1/QĐ-UBND'.  Dates are given
by number; cases are written for this test and none tuned the code.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_mining.index import Index, open_index
from cchc_mining.records import Record

from .small import Fields, build, cite, document

KH = "Ủy ban nhân dân tỉnh Khánh Hòa"
AT = "qđ-ubnd@ủy-ban-nhân-dân-tỉnh-khánh-hòa"
DATES = {1: "2019-01-10", 2: "2020-02-10", 3: "2021-03-10", 4: "2022-04-10", 5: "2023-05-10"}
WORDS = {">": ("replaces", "thay thế"), "x": ("repeals", "bãi bỏ"), "~": ("amends", "sửa đổi, bổ sung"),
         "%": ("repeals", "bãi bỏ Điều 2 của")}  # fmt: skip


def qd(number: int, **more: object) -> Fields:
    text = f"QĐ {number}/QĐ-UBND"
    return cite(text, f"{number}/QĐ-UBND", **{"issuer": KH, "date": DATES[number], **more})


def said(name: str, sentence: str, written: str = "2023-12-01") -> tuple[Record, str]:
    new, sign, old = int(sentence[0]), sentence[1], int(sentence[2])
    relation, words = WORDS[sign]
    text = f"QĐ {new}/QĐ-UBND {words} QĐ {old}/QĐ-UBND"
    place = text.index(words)
    acted = qd(old, relation=relation, parts={"relation": (place, place + len(words))})
    return document(name, text, qd(new, relation="issues"), acted, doc_date=written, doc_type="Báo cáo")  # fmt: skip


def citing(name: str, number: int, written: str | None, **more: object) -> tuple[Record, str]:
    return document(
        name, f"theo QĐ {number}/QĐ-UBND", qd(number, relation="basis", **more), doc_date=written
    )


def target(number: int) -> str:
    return f"{number:02d}/{AT}@{DATES[number][:4]}"


# sentences; fates: old, fate, new, doubt
FATES = [
    (["2>1"], [(1, "replaced", 2, None)]),
    (["2x1"], [(1, "repealed", 2, None)]),
    (["2~1"], [(1, "amended", 2, None)]),
    (["2>1", "2>1"], [(1, "replaced", 2, None)]),
    (["2>1", "3>2"], [(1, "replaced", 2, None), (2, "replaced", 3, None)]),
    (["2>1", "3>1"], [(1, "replaced", 2, None), (1, "replaced", 3, None)]),
    (["1>2"], [(2, "replaced", 1, "earlier")]),
    (["2>1", "1>2"], [(1, "replaced", 2, None), (2, "replaced", 1, "earlier")]),
    (["1>1"], []),
    (["2~1", "1~2"], [(1, "amended", 2, None), (2, "amended", 1, "earlier")]),
]


@pytest.mark.parametrize(("sentences", "expected"), FATES)
def test_fates(
    tmp_path: Path, sentences: list[str], expected: list[tuple[int, str, int, str | None]]
) -> None:
    documents = [said(f"{i}.txt", sentence) for i, sentence in enumerate(sentences)]
    with open_index(build(tmp_path / "i", *documents)) as index:
        found = list(index.rows("SELECT target, fate, by_target, doubt FROM fates ORDER BY 1, 3"))
    assert found == [(target(old), fate, target(new), doubt) for old, fate, new, doubt in expected]


def superseded(index: Index) -> list[tuple[str, str, str]]:
    return [(s.mention.source, s.fate.by_target, s.current) for s in index.superseded_citations()]


@pytest.mark.parametrize(
    ("why", "sentences", "cited", "written", "expected"),
    [
        ("after it was replaced", ["2>1"], 1, "2021-01-01", (2, 2)),
        ("before", ["2>1"], 1, "2019-06-01", None),
        ("on the day itself", ["2>1"], 1, DATES[2], None),
        ("the new one", ["2>1"], 2, "2021-01-01", None),
        ("amended only", ["2~1"], 1, "2021-01-01", None),
        ("in part only", ["2%1"], 1, "2021-01-01", None),
        ("repealed", ["2x1"], 1, "2021-01-01", (2, 2)),
        ("twice replaced", ["2>1", "3>2"], 1, "2022-01-01", (2, 3)),
        ("twice, but cited between", ["2>1", "3>2"], 1, "2020-06-01", (2, 2)),
        ("three times", ["2>1", "3>2", "4>3"], 1, "2023-01-01", (2, 4)),
        ("said to replace what came later", ["1>2"], 2, "2022-01-01", None),
        ("each the other", ["2>1", "1>2"], 1, "2021-01-01", (2, 2)),
        ("by none of known date", ["2>1"], 1, None, None),
        ("in a month after", ["2>1"], 1, "2020-03", (2, 2)),
        ("in the same month", ["2>1"], 1, "2020-02", None),
    ],
)
def test_citations_of_what_is_no_longer_in_force(
    tmp_path: Path,
    why: str,
    sentences: list[str],
    cited: int,
    written: str | None,
    expected: tuple[int, int] | None,
) -> None:
    documents = [said(f"{i}.txt", sentence) for i, sentence in enumerate(sentences)]
    path = build(tmp_path / "i", *documents, citing("z.txt", cited, written))
    with open_index(path) as index:
        found = [row for row in superseded(index) if row[0] == "z.txt"]
    assert found == ([("z.txt", target(expected[0]), target(expected[1]))] if expected else []), why


def test_the_evidence_is_shown(tmp_path: Path) -> None:
    path = build(tmp_path / "i", said("a.txt", "2>1"), citing("z.txt", 1, "2021-01-01"))
    with open_index(path) as index:
        (found,) = index.superseded_citations()
        assert (found.fate.source, found.fate.start, found.fate.end) == (
            "a.txt",
            0,
            len("QĐ 2/QĐ-UBND thay thế QĐ 1/QĐ-UBND"),
        )
        assert found.mention.text == "QĐ 1/QĐ-UBND"
        (fate,) = index.fates(target(1))
        assert (fate.by_number, fate.by_date, fate.since) == ("2/QĐ-UBND", DATES[2], DATES[2])


@pytest.mark.parametrize(
    ("days", "since"),
    [  # the day that most mentions give; where none is, the latest
        (("2020-02-10", "2020-02-10", "2020-10-02"), "2020-02-10"),
        (("2020-02-10", "2020-10-02"), "2020-10-02"),
    ],
)
def test_of_several_days_the_likeliest_counts(
    tmp_path: Path, days: tuple[str, ...], since: str
) -> None:
    told = [citing(f"{i}.txt", 2, "2023-01-01", date=day) for i, day in enumerate(days[1:])]
    with open_index(build(tmp_path / "i", said("a.txt", "2>1"), *told)) as index:
        (fate,) = index.fates(target(1))
    assert (fate.since, fate.doubt) == (since, None)


def own(number: int, doc_type: str, sentence: str) -> tuple[Record, str]:
    """A document with a number that itself says what it replaces."""
    text = f"Số: {number}/QĐ-UBND. Quyết định này {sentence} QĐ 1/QĐ-UBND"
    place = text.index(sentence)
    return document(
        f"own{number}.txt", text,
        cite(f"Số: {number}/QĐ-UBND", f"{number}/QĐ-UBND", kind="self", issuer=KH, date=DATES[number]),
        qd(1, relation="replaces", parts={"relation": (place, place + len(sentence))}),
        doc_number=f"{number}/QĐ-UBND", doc_type=doc_type, doc_date=DATES[number], issuer=KH,
    )  # fmt: skip


def test_a_decision_replaces_by_its_own_words_and_a_report_does_not(tmp_path: Path) -> None:
    with open_index(build(tmp_path / "i", own(2, "Quyết định", "thay thế"))) as index:
        assert [fate.by_target for fate in index.fates(target(1))] == [target(2)]
    with open_index(build(tmp_path / "j", own(2, "Báo cáo", "thay thế"))) as index:
        assert index.fates(target(1)) == ()


def test_what_is_amended_by_another_is_told_of_the_other(tmp_path: Path) -> None:
    # 'QĐ 1 được sửa đổi, bổ sung theo QĐ 2'
    text = "QĐ 1/QĐ-UBND được sửa đổi, bổ sung theo QĐ 2/QĐ-UBND"
    place = text.index("được sửa đổi")
    later = qd(2, relation="amended_by", parts={"relation": (place, text.index("QĐ 2"))})
    with open_index(build(tmp_path / "i", document("a.txt", text, qd(1), later))) as index:
        (fate,) = index.fates(target(1))
    assert (fate.fate, fate.by_target) == ("amended", target(2))


def test_circles_end(tmp_path: Path) -> None:
    # of one day, so that no date tells which is the earlier
    documents = [said(f"{a}{b}.txt", f"{b}>{a}") for a, b in ((1, 2), (2, 3), (3, 1))]
    same_day = {"date": "2020-01-01"}
    documents = [
        document(record.source, text, *(
            {"text": c.text, "number": c.number, "issuer": KH, "relation": c.relation, "parts": c.parts, **same_day}
            for c in record.citations
        ))
        for record, text in documents
    ]  # fmt: skip
    after = document("z.txt", "theo QĐ 1/QĐ-UBND", {**qd(1), **same_day}, doc_date="2024-01-01")
    path = build(tmp_path / "i", *documents, after)
    with open_index(path) as index:
        assert [row[0] for row in index.rows("SELECT doubt FROM fates")] == ["circular"] * 3
        assert list(index.superseded_citations()) == []
        assert index.fates(f"01/{AT}@2020")[0].doubt == "circular"


def test_laws_are_replaced_as_the_lexicon_knows(tmp_path: Path) -> None:
    named = {
        "text": "Luật Đất đai năm 2003",
        "kind": "named",
        "issuer": "Quốc hội",
        "relation": "basis",
    }
    old = document("a.txt", "theo Luật Đất đai năm 2003", named, doc_date="2016-05-01")
    fresh = document("b.txt", "theo Luật Đất đai năm 2003", named, doc_date="2014-05-01")
    with open_index(build(tmp_path / "i", old, fresh)) as index:
        (found,) = index.superseded_citations()
        chain = [fate.by_number for fate in index.fates("13/2003/qh11@quốc-hội@2003")]
    assert (found.mention.source, found.fate.origin) == ("a.txt", "lexicon")
    assert chain == ["45/2013/QH13", "31/2024/QH15"]
