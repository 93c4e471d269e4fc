"""Lines, footnotes and sentences."""

from cchc_mining.reading import Layout, View

PAGES = """Các đơn vị đã rà soát, bãi bỏ những vấn đề

¹ Nghị quyết số 76/NQ-CP của Chính phủ

² Quyết định số 12/QĐ-UBND

thực tiễn không còn phù hợp. UBND TP. Nha Trang giao ban. 2.1. Công khai
a) Nội dung
""".replace("Các đơn vị", "Theo Chương trình¹ và Kế hoạch², các đơn vị")


def test_body_has_the_length_of_the_text() -> None:
    layout = Layout(View(PAGES))
    assert len(layout.body) == len(PAGES)


def test_a_sentence_is_read_across_footnotes() -> None:
    layout = Layout(View(PAGES))
    start, end = layout.sentence(PAGES.index("thực tiễn"))
    assert " ".join(layout.body[start:end].split()).endswith(
        "những vấn đề thực tiễn không còn phù hợp."
    )


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    layout = Layout(View(PAGES))
    start, end = layout.sentence(PAGES.index("Nha Trang"))
    assert PAGES[start:end].strip() == "UBND TP. Nha Trang giao ban."


def test_footnotes_know_their_marks() -> None:
    layout = Layout(View(PAGES))
    assert [block.mark for block in layout.footnotes] == [1, 2]
    for block in layout.footnotes:
        assert block.anchor_start is not None
        assert PAGES[block.anchor_start - 1] in "hc"


def test_a_list_item_is_not_joined_to_the_line_above() -> None:
    layout = Layout(View(PAGES))
    start, _ = layout.sentence(PAGES.index("Nội dung"))
    assert PAGES[start:].startswith("a) Nội dung")
