"""Fixed words of the pages: those of `messages.phrases`, and labels for links."""

from __future__ import annotations

import re

from claimdesk.messages.phrases import (
    articles_word,
    as_head,
    basis_phrase,
    claims_word,
    confidence_phrase,
    counted,
    kind_phrase,
    origin_name,
    origins_word,
    outlet_name,
    outlets_word,
)

__all__ = [
    "articles_word",
    "as_head",
    "basis_phrase",
    "claims_word",
    "confidence_phrase",
    "counted",
    "kind_phrase",
    "origin_name",
    "origins_word",
    "outlet_name",
    "outlets_word",
    "plain_label",
]

_MARKS = re.compile(r"[!-/:-@\[-`{-~]")  # the punctuation that Markdown lets one escape


def plain_label(text: str) -> str:
    """Somebody else's text for the label of a link, which Streamlit reads as Markdown: every mark escaped."""
    return _MARKS.sub(r"\\\g<0>", text)
