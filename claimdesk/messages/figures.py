"""Figures as sources write them, in the words of the reader's language where only the bound is worded."""

from __future__ import annotations

import math
from functools import lru_cache

from claimdesk.messages.catalogue import LANGUAGES
from claimdesk.messages.formats import render_interval
from claimdesk.text.figures import find_figures


@lru_cache(maxsize=1024)
def render_written_figure(text: str, language: str) -> str:
    """A figure as a source writes it; ``at least 23`` of another language in the words of `language`.

    Only a number that is bounded on one side alone is reworded: ranges, estimates and round words, such as
    ``dozens``, stay the source's own.
    """
    if text.isnumeric() or not any(sign.isdecimal() for sign in text):
        return text
    for other in LANGUAGES:
        found = find_figures(text, other) if other != language else ()
        if len(found) == 1 and found[0].span.of(text) == text:
            interval = found[0].interval
            if math.isinf(interval.high) != (interval.low == 0):
                return render_interval(interval, language)
    return text
