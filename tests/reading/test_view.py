"""The canonical view maps back to the source, character for character."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.reading import View

VIETNAMESE = st.text(alphabet="aăâeêioôơuưyđ hoàhòauỷủyếệHOÀ\u00a0\u200b\ufffe-1\n", max_size=60)


@given(VIETNAMESE)
def test_same_length_means_identity(text: str) -> None:
    view = View(unicodedata.normalize("NFC", text.replace("\u200b", "")))
    assert view.is_identity
    assert len(view.text) == len(view.source)


@given(VIETNAMESE)
def test_every_character_of_a_decomposed_text_maps_back(text: str) -> None:
    source = unicodedata.normalize("NFD", text)
    view = View(source)
    for at in range(len(view.text)):
        start, end = view.place(at, at + 1)
        found = View(source[start:end]).text
        # old-style tones are judged with their neighbours, so compare without marks
        assert (
            unicodedata.normalize("NFD", found)[:1]
            == unicodedata.normalize("NFD", view.text[at])[:1]
        )


def test_noise_is_taken_out_of_the_view_only() -> None:
    source = "Quyết\u200b định\u00a0số 96/QĐ\ufffeSYT"
    view = View(source)
    assert view.text == "Quyết định số 96/QĐ-SYT"
    at = view.text.index("96")
    start, end = view.place(at, len(view.text))
    assert source[start:end] == "96/QĐ\ufffeSYT"
