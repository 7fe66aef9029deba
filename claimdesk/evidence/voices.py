"""Who speaks between an accusation and a reply some sentences later."""

from __future__ import annotations

from collections.abc import Iterator

from claimdesk.evidence.opened import ArticleView
from claimdesk.text.tokens import find_tokens


def speaks_between(view: ArticleView, earlier: int, later: int) -> bool:
    """Whether passages between those numbered `earlier` and `later` credit anybody whom `earlier` neither
    credits nor names.

    Who replies then may mean what that other one said: *Rukmini said A. Darto said B. The mayor denied the
    allegation.*
    """
    known = {token.lower for token in view.readings[earlier].tokens if token.text[0].isupper()}
    known.update(*_speakers(view, earlier))
    return any(
        known.isdisjoint(words) for passage in range(earlier + 1, later) for words in _speakers(view, passage)
    )


def _speakers(view: ArticleView, passage: int) -> Iterator[set[str]]:
    """The words of the name of each speaker in a passage."""
    for one in view.attributions.get(passage, ()):
        yield {token.lower for token in find_tokens(one.speaker) if token.kind != "mark"}
