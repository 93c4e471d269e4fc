"""HTML that is safe by construction: whatever is not markup made here is escaped."""

from __future__ import annotations

import re
from html import escape

# What no page may hold, and the marks that turn the direction of the text around them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)


class Html(str):
    """Markup; a plain str is text."""

    __slots__ = ()


def text(words: str) -> Html:
    """Words as markup.

    >>> text('<b> & "x"')
    '&lt;b&gt; &amp; &quot;x&quot;'
    """
    return Html(escape(_UNPRINTABLE.sub("\ufffd", words)))


def tag(name: str, *content: str | None, **attributes: str | None) -> Html:
    """An element; `class_` is written `class`, `data_x` is `data-x`; what is None is left out.

    >>> tag('p', 'a < b', tag('b', 'c'), class_='x')
    '<p class="x">a &lt; b<b>c</b></p>'
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(piece if isinstance(piece, Html) else text(piece) for piece in content if piece)
    return Html(f"<{name}{given}>{inner}</{name}>")
