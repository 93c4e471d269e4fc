"""What holds for every text, whatever it says."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_mining.records import Record

from .support import mined

PIECES = st.sampled_from([
    "Căn cứ ",
    "Quyết định số 12/QĐ-UBND ", "ngày 05/7/2021 ", "của UBND tỉnh ", "Khánh Hòa", ", ", "; ", ". ", "\n",
    "\n\n", "¹ ", "Kế hoạch năm 2024¹ ", "30/43 đơn vị ", "đạt 92,44 % ", "tháng 6 năm 2023 ", "Luật Đất đai ", "và ",
    "ngày 31/11/2023", "hoà uỷ ", "\u200b", "\u00a0", "1.\ta\t2,5\n", "| a | 3 |\n",
    "Sở Nội vụ ", "(viết tắt là X)", "Số: 1/BC-SNV\n",
    "Thông tư liên tịch số 71/2014/TTLT-BTC-BNV", "6 tỷ 973 triệu đồng ", "từ 10 - 20% ", "quý I, II/2024 ",
])  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=25).map("".join),
    st.text(max_size=120),
    st.lists(PIECES, max_size=12).map(lambda p: unicodedata.normalize("NFD", "".join(p))),
)


def mentions(record: Record) -> list:
    return [*record.citations, *record.dates, *record.periods, *record.agencies, *record.indicators]


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_mention_is_where_it_says(text: str) -> None:
    for mention in mentions(mined(text)):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_mentions_are_sorted_and_ids_unique(text: str) -> None:
    record = mined(text)
    for group in (
        record.citations,
        record.dates,
        record.periods,
        record.agencies,
        record.indicators,
    ):
        assert [m.start for m in group] == sorted(m.start for m in group)
    ids = [m.id for m in mentions(record)]
    assert len(ids) == len(set(ids))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_decomposed_text_says_the_same(text: str) -> None:
    def said(record: Record) -> list:
        return [
            [(c.number, c.date, c.issuer) for c in record.citations],
            [d.value for d in record.dates],
            [p.value for p in record.periods],
            [a.name for a in record.agencies],
            [i.value for i in record.indicators],
        ]

    composed = unicodedata.normalize("NFC", text)
    assert said(mined(unicodedata.normalize("NFD", text))) == said(mined(composed))
