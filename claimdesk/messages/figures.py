"""Figures as sources write them, in the reader's words and digits where the source's language is another."""

from __future__ import annotations

import math
from functools import lru_cache

from claimdesk.messages.catalogue import LANGUAGES, translate
from claimdesk.messages.formats import render_interval, render_number
from claimdesk.model import Interval
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.figures import find_figures


@lru_cache(maxsize=1024)
def render_written_figure(text: str, language: str) -> str:
    """A figure as a source writes it; one of another language in the words and digits of `language`.

    ``8.000`` of an Indonesian text is ``8,000`` in English, and ``sebelas ribu`` is ``11,000``: a reader
    would take the one for eight and could not read the other. Round words, such as ``dozens``, and figures
    with a currency or a measure stay the source's own.
    """
    if text.isnumeric():
        return text
    for other in LANGUAGES:
        found = find_figures(text, other) if other != language else ()
        if len(found) == 1 and found[0].span.of(text) == text and not found[0].unit:
            return _say(found[0].interval, text, language)
    return text


def _say(interval: Interval, text: str, language: str) -> str:
    low, high = interval.low, interval.high
    if interval.exact:
        return render_number(low, language)
    if not any(sign.isdecimal() for sign in text):
        return text
    middle = (low + high) / 2
    if math.isclose(low, (1 - DEFAULT_SETTINGS.approximate) * middle) and not text[0].isdecimal():
        return translate("about {number}", language).format(number=render_number(middle, language))
    return render_interval(interval, language)
