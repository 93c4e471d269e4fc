"""The index follows from its documents alone: not from their order, nor from what was there before.

Documents are made so that everything that rests on several of them occurs: open years and issuers,
yearly acts, one decision under two codes, bodies that were renamed or merged, replacements and circles
of them, drafts and scans beside signed files.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_mining import link
from cchc_mining.index import IndexWriter
from cchc_mining.records import Record, Warning

from .contents import contents
from .small import Fields, build, cite, document

KH, NT = "Ủy ban nhân dân tỉnh Khánh Hòa", "Ủy ban nhân dân tỉnh Ninh Thuận"
PLAN = "Kế hoạch kiểm soát thủ tục hành chính năm 2024"
BODIES = [
    " ".join(
        f"{start} đơn vị {i} tiếp nhận {i * 17 % 91} hồ sơ về {start} {i * 7}." for i in range(12)
    )
    for start in ("đất đai", "hộ tịch")
]

# number, date, issuer, whether the issuer stands in the text, subject
CITED: list[tuple[str, str | None, str | None, bool, str | None]] = [
    ("16/QĐ-UBND", "2024-01-19", KH, True, PLAN),
    ("16/QĐ-SKHĐT", "2024-01-19", "Sở Kế hoạch và Đầu tư tỉnh Khánh Hòa", True, PLAN),
    ("16/QĐ-SKHĐT", "2024-01-19", "Sở Tài chính tỉnh Khánh Hòa", True, None),
    ("16/QĐ-SKHĐT", None, None, False, None),
    ("12/QĐ-UBND", "2024-03-03", KH, False, None),
    ("12/QĐ-UBND", "2024-03-03", NT, True, None),
    ("12/QĐ-UBND", "2024-03-03", None, False, None),
    ("12/QĐ-UBND", "2020-03-03", KH, True, None),
    ("12/QĐ-UBND", None, KH, True, None),
    ("01/NQ-CP", "2023-01-06", "Chính phủ", True, None),
    ("01/NQ-CP", "2024-01-05", "Chính phủ", True, None),
    ("01/NQ-CP", None, "Chính phủ", True, None),
    ("9/UBND-NC", "2024-02-02", KH, True, None),
    ("9/UBND-KT", "2024-02-02", KH, True, None),
    ("67/BC-UBND", None, KH, True, None),
    ("67/BC-UBND", "2025-02-03", KH, True, None),
]


def citation(which: int, relation: str | None = None) -> Fields:
    number, date, issuer, written, subject = CITED[which]
    fields = {
        "date": date,
        "issuer": issuer,
        "issuer_text": issuer if written else None,
        "subject": subject,
        "relation": relation,
    }
    return cite(f"[{which}]", number, **{k: v for k, v in fields.items() if v})


@st.composite
def documents(draw: st.DrawFn, source: str) -> tuple[Record, str]:
    """A report with some citations, one of which may replace another; a draft, scan or signed file."""
    cited = draw(st.lists(st.integers(0, len(CITED) - 1), max_size=4, unique=True))
    found = [citation(which) for which in cited]
    text = f"Số {' '.join(str(one['text']) for one in found)} "
    if draw(st.booleans()) and len(cited) > 1:
        place = text.index("[", 4) - 1
        found[1] = {**citation(cited[1], "replaces"), "parts": {"relation": (place, place + 1)}}
    text += draw(st.sampled_from(BODIES))
    number = draw(st.sampled_from([None, "67/BC-UBND", "70/BC-UBND"]))
    date = draw(st.sampled_from([None, "2025-02", "2025-02-03", "2026-02-03"]))
    if number:
        text = f"{{{number}}} {text}"
        own = cite(f"{{{number}}}", number, kind="self", issuer=KH, date=date, doc_type="Báo cáo")
        found = [_moved(one, len(number) + 3) for one in found] + [own]
    record, text = document(
        source, text, *found, doc_number=number, doc_date=date, issuer=KH,
        doc_type=draw(st.sampled_from(["Báo cáo", "Quyết định"])),
        title="Kết quả cải cách hành chính năm 2024",
        signer=draw(st.sampled_from([None, "Trần An"])),
    )  # fmt: skip
    if draw(st.booleans()):
        record = msgspec.structs.replace(record, warnings=(Warning(code="ocr-used", message=""),))
    return record, text


def _moved(one: Fields, by: int) -> Fields:
    parts = one.get("parts", {})
    assert isinstance(parts, dict)
    return {**one, "parts": {name: (start + by, end + by) for name, (start, end) in parts.items()}}


SOURCES = [f"{name}.txt" for name in "abcdef"]
archives = st.tuples(*(documents(source) for source in SOURCES))
# what is done before the archive is as it shall be: (finish after it, source, None to remove)
steps = st.lists(
    st.one_of(
        st.tuples(st.booleans(), st.sampled_from(SOURCES).flatmap(documents)),
        st.tuples(st.booleans(), st.sampled_from(SOURCES)),
    ),
    max_size=6,
)
quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@quick
@given(archives, st.permutations(range(len(SOURCES))))
def test_the_order_does_not_matter(
    archive: tuple[tuple[Record, str], ...], order: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one = build(Path(folder, "a"), *archive)
        other = build(Path(folder, "b"), *(archive[i] for i in order))
        assert contents(one) == contents(other)


@quick
@given(archives, steps, st.permutations(range(len(SOURCES))))
def test_the_past_does_not_matter(
    archive: tuple[tuple[Record, str], ...],
    steps: list[tuple[bool, tuple[Record, str] | str]],
    order: list[int],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        at_once = build(Path(folder, "a"), *archive)
        with IndexWriter(Path(folder, "b"), link) as writer:
            for finish, step in steps:
                if isinstance(step, str):
                    writer.remove(step)
                else:
                    writer.add(*step)
                if finish:
                    writer.finish()
            for i in order:
                writer.add(*archive[i])
                writer.finish()
        assert contents(at_once) == contents(Path(folder, "b"))


@quick
@given(archives)
def test_settling_again_changes_nothing(archive: tuple[tuple[Record, str], ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = build(Path(folder, "a"), *archive)
        before = contents(path)
        build(path)
        assert contents(path) == before
