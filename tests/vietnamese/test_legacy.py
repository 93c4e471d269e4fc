"""TCVN3 and VNI: the tables, and what is told apart from what.

Texts are our own wording, in the manner of decrees and reports of 2002-2008; none tuned the tables,
which are those of the standards.  Cases marked so tuned how evidence is weighed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_mining.vietnamese import UPPER
from cchc_mining.vietnamese.legacy import (
    Run,
    convert,
    decode_tcvn3,
    decode_windows,
    encoding_of,
    hint_of,
    may_be_legacy,
    restore,
)
from cchc_mining.vietnamese.legacy.tables import TCVN3, TCVN3_CONTROLS, VNI_LETTERS, VNI_MARKS

TONED = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
ALL = f"ăâđêôơư{TONED}"

TO_TCVN3 = {letter: code for code, letter in TCVN3.items() if letter in ALL + "ĂÂĐÊÔƠƯ"}
TO_VNI_LETTER = {letter: code for code, letter in VNI_LETTERS.items()}
TO_VNI_MARK = {(mark, code.isupper()): code for code, mark in VNI_MARKS.items()}


def in_tcvn3(text: str) -> str:
    """As the fonts of small letters have it: toned capitals become small ones."""
    return "".join(TO_TCVN3.get(c) or TO_TCVN3.get(c.lower(), c) for c in text)


def in_vni(text: str) -> str:
    return "".join(map(_in_vni, text))


def _in_vni(letter: str) -> str:
    if letter in TO_VNI_LETTER:
        return TO_VNI_LETTER[letter]
    first, *marks = unicodedata.normalize("NFD", letter)
    if "\u031b" in marks:  # the horn of ơ and ư
        marks.remove("\u031b")
        first = TO_VNI_LETTER[unicodedata.normalize("NFC", f"{first}\u031b")]
    marks.sort(key=lambda mark: mark not in "\u0302\u0306")
    return first + TO_VNI_MARK.get(("".join(marks), letter.isupper()), "")


DECREE = (
    "Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;",
    "Xét đề nghị của Giám đốc Sở Giao thông vận tải tại Tờ trình số 412/TT-SGTVT",
    "Điều 2. Giao Sở Tài chính - Vật giá phối hợp với các đơn vị liên quan hướng dẫn thực hiện.",
    "Phụ lục kèm theo gồm 3 trang; tổng mức đầu tư: 1.250 triệu đồng (18,5%).",
)

# --- the tables


def test_every_letter_has_a_code_in_each_encoding() -> None:
    assert set(ALL + ALL.upper()) == {*TCVN3.values(), *TCVN3_CONTROLS.values()}
    for letter in ALL + ALL.upper():
        assert convert(in_vni(letter), "VNI") == letter


def test_letters_of_the_alphabet_are_those_of_vietnamese() -> None:
    assert set(ALL.upper()) < set(UPPER)


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("Ch­¬ng tr×nh ­u tiªn cña Thñ t­íng", "Chương trình ưu tiên của Thủ tướng"),
        ("¡n Khª, ¢n Thi, £a Kar, ¤ M«n, ¥n, ¦íc m¬", "Ăn Khê, Ân Thi, Êa Kar, Ô Môn, Ơn, Ước mơ"),
        ("THñ TR¦ëNG, ñY BAN", "THỦ TRƯỞNG, ỦY BAN"),  # small letters for want of capitals
        ("QuyÕt ®Þnh sè 31/2002/Q§-UB", "Quyết định số 31/2002/QĐ-UB"),
        ("dµi 5 × 10 m, 2½ giê, 30°C, 15 m²", "dài 5 × 10 m, 2½ giờ, 30°C, 15 m²"),
        (
            "Thñ t\u2212íng, x\u2219 héi",
            "Thủ tướng, xã hội",
        ),  # glyphs 'minus' and 'bullet' of a PDF
        ("cña ChÝnh phñ¹, kÕ ho¹ch²¹", "của Chính phủ¹, kế hoạch²¹"),  # marks of footnotes
        ("h\uf0b5ng h\uf0e3a", "hàng hóa"),  # bytes of a font that says it is of symbols
    ],
)
def test_tcvn3(codes: str, text: str) -> None:
    assert convert(codes, "TCVN3") == text


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        ("UÛy ban, Uûy ban, kyø hoïp, yù kieán", "Ủy ban, Ủy ban, kỳ họp, ý kiến"),
        ("Quyeát ñònh soá 45/2004/QÑ-UB", "Quyết định số 45/2004/QĐ-UB"),
        ("ñöôøng tænh, nghæ, tyû leä, kyõ sö", "đường tỉnh, nghỉ, tỷ lệ, kỹ sư"),
        ("aên, naèm, baûn, daïng, vaãn, maët, nhöõng", "ăn, nằm, bản, dạng, vẫn, mặt, những"),
        ("giaù 5 ñ/kg: 12.500ñ", "giá 5 đ/kg: 12.500đ"),
    ],
)
def test_vni(codes: str, text: str) -> None:
    assert convert(codes, "VNI") == text


@given(st.lists(st.sampled_from(sorted(ALL + "bcdghklmnpqrstvx ")), max_size=40).map("".join))
def test_small_letters_come_back_from_tcvn3(text: str) -> None:
    text = text.replace("ạ", "á")  # whose code is also a raised figure
    assert convert(in_tcvn3(text), "TCVN3") == text


@given(st.text("abcxyzABC 0123456789.,;:/-()%\n\t"))
def test_ascii_is_never_changed(text: str) -> None:
    assert convert(text, "TCVN3") == convert(text, "VNI") == text
    assert decode_tcvn3(text.encode()) == text


@given(st.binary(max_size=60))
def test_any_bytes_can_be_read(data: bytes) -> None:
    assert isinstance(decode_tcvn3(data), str)
    assert isinstance(convert(decode_windows(data), "VNI"), str)


def test_capitals_among_the_control_codes() -> None:
    vn1 = {letter: code for code, letter in (TCVN3_CONTROLS | TCVN3).items()}
    text = "UBND TỈNH HÀ NAM\nSỞ XÂY DỰNG\nỦy ban; HỘI ĐỒNG; BỘ TƯ PHÁP; TÚ; ĐỘ ẨM; QUÝ"
    assert decode_tcvn3("".join(vn1.get(c, c) for c in text).encode("latin-1")) == text


def test_quotes_of_windows_are_no_capitals() -> None:
    codes = in_tcvn3('gọi là %Quỹ hỗ trợ$ ~ theo Điều 5; MỤC "A"').encode("latin-1")
    codes = codes.replace(b"%", b"\x93").replace(b"$", b"\x94").replace(b"~", b"\x96")
    assert decode_tcvn3(codes) == 'gọi là “Quỹ hỗ trợ” – theo Điều 5; MụC "A"'.replace("MụC", "MỤC")


# --- fonts


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", "TCVN3", False),
        (".VnTimeH", "TCVN3", True),
        (".vntimeh", "TCVN3", True),
        (".VnArial NarrowH", "TCVN3", True),
        (".Vn3DH", "TCVN3", True),
        ("FBHPFN+VnTimeHBold", "TCVN3", True),
        (".VnTime,BoldItalic", "TCVN3", False),
        ("VNI-Times", "VNI", False),
        ("VNI-Helve-Condense Bold", "VNI", False),
    ],
)
def test_fonts_that_tell_an_encoding(font: str, encoding: str, capitals: bool) -> None:
    hint = hint_of(font)
    assert hint is not None
    assert (hint.encoding, hint.capitals) == (encoding, capitals)


@pytest.mark.parametrize("font", [None, "", "Times New Roman", "Arial", "Symbol", "Vntimes", "VNI"])
def test_fonts_that_tell_none(font: str | None) -> None:
    assert hint_of(font) is None


# --- telling them apart


@pytest.mark.parametrize("font", [None, "Times New Roman", ".VnTime"])
def test_a_document_in_tcvn3(font: str | None) -> None:
    restored = restore([Run(in_tcvn3(line) + "\n", font) for line in DECREE])
    assert restored is not None
    assert [text[:-1] for text in restored.texts] == list(DECREE)
    assert list(restored.codes) == ["TCVN3"]


@pytest.mark.parametrize("font", [None, "VNI-Times"])
def test_a_document_in_vni(font: str | None) -> None:
    restored = restore([Run(in_vni(line) + "\n", font) for line in DECREE])
    assert restored is not None
    assert [text[:-1] for text in restored.texts] == list(DECREE)


def test_runs_of_three_kinds_in_one_file() -> None:
    runs = [
        Run(in_tcvn3(DECREE[0]) + "\n", ".VnTime"),
        Run(DECREE[1] + "\n", "Times New Roman"),
        Run(in_vni(DECREE[2]) + "\n", "VNI-Times"),
        Run("Trương Tấn Thiệu – 18 µm ® © «mới»\n", "Times New Roman"),
    ]
    restored = restore(runs)
    assert restored is not None
    assert "".join(restored.texts) == "\n".join((*DECREE[:3], runs[3].text))
    assert set(restored.codes) == {"TCVN3", "VNI"}


def test_fonts_of_capitals() -> None:
    restored = restore(
        [
            Run("quyÕt ®Þnh\n", ".VnTimeH"),
            Run("stt\n", ".VnTimeH"),  # nothing but ASCII
            Run("¸", ".VnTimeH"),  # of one word the first letter alone
            Run("p dông tõ ngµy ký ban hµnh\n", ".VnTime"),
        ]
    )
    assert restored is not None
    assert "".join(restored.texts) == "QUYẾT ĐỊNH\nSTT\nÁp dụng từ ngày ký ban hành\n"


def test_short_runs_go_with_their_neighbours() -> None:
    runs = ["Sè:", " 12/Q§-UB", " ngµy 5 th¸ng 6 n¨m 2003 cña Bé tr­ëng Bé Y tÕ", "\n", "Sè", "\n"]
    restored = restore([Run(text, "Arial") for text in runs])
    assert restored is not None
    assert (
        "".join(restored.texts)
        == "Số: 12/QĐ-UB ngày 5 tháng 6 năm 2003 của Bộ trưởng Bộ Y tế\nSố\n"
    )


def test_a_word_in_two_fonts() -> None:
    restored = restore(
        [
            Run("Theo quyÕt ®Þnh cña Thñ t", ".VnTime"),
            Run("\xad", "Times New Roman"),
            Run("íng ChÝnh phñ", ".VnTime"),
        ]
    )
    assert restored is not None
    assert "".join(restored.texts) == "Theo quyết định của Thủ tướng Chính phủ"


def test_a_mark_of_vni_in_another_run_than_its_letter() -> None:
    restored = restore([Run("Vie", "VNI-Times"), Run("ät Nam ñoäc laäp töï do", "VNI-Times")])
    assert restored is not None
    text = unicodedata.normalize("NFC", "".join(restored.texts))
    assert text == "Việt Nam độc lập tự do"


def test_bytes_taken_for_another_code_page() -> None:
    for encode in (in_tcvn3, in_vni):
        runs = [
            Run(encode(line).encode("latin-1").decode("cp1258", "replace") + "\n")
            for line in DECREE
        ]
        restored = restore(runs)
        assert restored is not None
        right = sum(a == b[:-1] for a, b in zip(DECREE, restored.texts, strict=True))
        assert right >= 3


def test_letters_of_symbol_fonts_are_left() -> None:
    restored = restore(
        [Run(in_tcvn3(DECREE[0]), ".VnTime"), Run("\uf0b7 §", "Wingdings"), Run("\n")]
    )
    assert restored is not None
    assert restored.texts[1] == "\uf0b7 §"


UNICODE = [
    "Uỷ ban nhân dân tỉnh ban hành Quyết định số 12/2003/QĐ-UB; là cá tú sẽ bé hé né.",
    "Le décret n° 2003-123 relatif à l'été a été publié après l'arrêté ; où, ça, là, dès, «né».",
    "Die größte Behörde für Änderungen prüft ähnliche Anträge; Straße, Müller, schön, Öl.",
    "El señor Núñez publicó más normas; sí, tú, qué, año, él, mí, té, ¿dónde?, ¡así!",
    "Å, øre, håndbok, smørbrød, får, være, også, båt – og blåbærsyltetøy.",
    "5 µm ± 0,2; 25°C; 3 × 4 = 12; ½ kg; m²; §5; ®; ©; «a»; 1ª; 2º; ¿; ¸; ·; 10 ÷ 20; ¹²³",
    "x = arr[i] << 2 | mask; // ¶ § ¬ µ",
    "Ðiều 5. Ðại hội Ðảng bộ",  # 'Ð' of Iceland for 'Đ', a common slip
]


@pytest.mark.parametrize("font", [None, "Times New Roman"])
@pytest.mark.parametrize("text", UNICODE)
def test_other_texts_are_left(text: str, font: str | None) -> None:
    assert restore([Run(text, font)]) is None
    assert encoding_of(text) is None


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times"])
def test_unicode_is_left_in_fonts_made_for_other_letters(font: str) -> None:
    assert restore([Run(UNICODE[0], font), Run(" ®", font)]) is None
    assert restore([Run(UNICODE[0], "Arial"), Run(" ®", font)]) is None


@pytest.mark.parametrize("text", [text for text in UNICODE if "µm" not in text])
def test_other_texts_are_left_beside_what_is_restored(text: str) -> None:
    runs = [Run(in_tcvn3(DECREE[2]) + "\n"), Run(text + "\n"), Run(in_tcvn3(DECREE[3]) + "\n")]
    restored = restore(runs)
    assert restored is not None
    assert restored.texts[1] == text + "\n"


def _archive(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.glob("**/*.txt")))


def test_the_archive_is_left(lam_hai: Path) -> None:
    for path in _archive(lam_hai):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        for font in (None, ".VnTime", "VNI-Times"):
            assert restore([Run(line, font) for line in lines]) is None, path.name


def test_the_archive_comes_back(lam_hai: Path) -> None:
    for path in _archive(lam_hai):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        lines = text.splitlines(keepends=True)
        for encode in (in_tcvn3, in_vni):
            for font in (None, ".VnTime" if encode is in_tcvn3 else "VNI-Times"):
                restored = restore([Run(encode(line), font) for line in lines])
                assert restored is not None
                assert "".join(restored.texts).lower() == text.lower(), path.name


def test_the_reports_are_left(shared: Path) -> None:
    for path in (*_archive(shared / "gold"), *_archive(shared / "samples" / "reference")):
        text = path.read_text(encoding="utf-8")
        for font in (None, ".VnTime", ".VnTimeH", "VNI-Times"):
            assert restore([Run(line, font) for line in text.splitlines(keepends=True)]) is None


@given(
    st.lists(
        st.tuples(st.text(max_size=20), st.sampled_from([None, ".VnTime", ".VnTimeH", "VNI-Times"]))
    )
)
def test_any_runs_can_be_looked_at(pieces: list[tuple[str, str | None]]) -> None:
    restored = restore([Run(text, font) for text, font in pieces])
    assert restored is None or len(restored.texts) == len(pieces)


def test_unicode_costs_one_look() -> None:
    assert not may_be_legacy("Ủy ban nhân dân tỉnh¹ – “Kế hoạch” số 12/KH-UBND…²³")
    assert may_be_legacy("Uû ban nh©n d©n")
