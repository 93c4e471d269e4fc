"""The face to spaCy: a tokenizer of Vietnamese and a pipe for each type of mention.

    import spacy

    nlp = spacy.blank("vi")
    nlp.add_pipe("cchc_citations")
    doc = nlp(text)
    for span in doc.spans["citations"]:
        print(span.text, span._.cchc.number, span._.cchc.date)

spaCy finds what is here by entry points; nothing needs to be imported.  Needs the extra `spacy`
(`pip install 'cchc-mining[spacy]'`).
"""

from importlib.util import find_spec

if find_spec("spacy") is None:
    raise ImportError("cchc_mining.nlp needs spaCy: pip install 'cchc-mining[spacy]'")

from .docbin import docs_of, write_docbin
from .language import Vietnamese
from .pipes import FACTORIES, MentionPipe, annotate, record_of
from .tokenizer import VietnameseTokenizer, token_spans

__all__ = [
    "FACTORIES",
    "MentionPipe",
    "Vietnamese",
    "VietnameseTokenizer",
    "annotate",
    "docs_of",
    "record_of",
    "token_spans",
    "write_docbin",
]
