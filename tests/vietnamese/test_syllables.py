"""What can be a syllable.  Words of our own; the second table tuned the rules on tones."""

import pytest

from cchc_mining.vietnamese.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    "ở ý gì giũ gió giêng giữa quý quí quyết quốc quỹ hoà hòa khuỷu nghiêng NGHIỆP Ủy thuở xoong "
    "phương khuya kế loại cụm ngoằn tuýp truyền yếu yêu ỉ uỷ uẩn oanh tuần rượu hươu ngưu".split(),
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    # Other languages, codes taken for letters, and tones where none can be.
    "für señor été größe naïve café Müller kÕ häc ph¸p vieäc Qé ngh̃n các̀ mảt "
    "giaù vơí laị thơì ngheị bb nghh ớớ "
    # Halves of words that a narrow cell cut.
    "nghiệ p Trướ c tuyế phươ ng Đầ đượ".split(),
)
def test_what_is_none(word: str) -> None:
    assert not is_syllable(word)
