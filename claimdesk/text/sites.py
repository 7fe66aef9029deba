"""Places that are counted, whatever they are for: *five evacuation sites* counts no evacuees."""

from __future__ import annotations

from claimdesk.model import Figure
from claimdesk.text.lexicon import load_words


def find_site(figure: Figure, language: str) -> tuple[str, ...]:
    """The noun of a place that `figure` counts, where it has words for what it is for; empty for none.

    The head of what is counted comes first in Indonesian and last in English.
    """
    if len(figure.unit) < 2:
        return ()
    head = figure.unit[0 if language == "id" else -1].casefold()
    return (head,) if head in load_words(language, "units")["sites"] else ()
