"""Vietnamese as spaCy knows it, with our tokenizer in place of one that needs pyvi."""

from __future__ import annotations

from spacy.lang.vi import Vietnamese as SpacyVietnamese
from spacy.lang.vi import VietnameseDefaults
from spacy.util import load_config_from_str

_CONFIG = """
[nlp]

[nlp.tokenizer]
@tokenizers = "cchc.VietnameseTokenizer.v1"
segmenter = "underthesea"
"""


class Defaults(VietnameseDefaults):
    """Stop words and lexical attributes of spaCy, and our tokenizer."""

    config = load_config_from_str(_CONFIG)


class Vietnamese(SpacyVietnamese):
    """What `spacy.blank("vi")` gives where cchc_mining is installed."""

    lang = "vi"
    Defaults = Defaults
