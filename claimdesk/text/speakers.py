"""Who is credited with what, over a whole article: speakers named, pointed to, and carried on.

Frames (`text.speech`) say who speaks in a passage. Here pronouns and titles without a name take the nearest
earlier speaker they fit, quoted sentences take the speaker of their quotation, and sentences that go on
counting take the one whose figures they continue.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from claimdesk.model import Attribution, Passage
from claimdesk.text.continuations import Continuations
from claimdesk.text.lexicon import load_words
from claimdesk.text.spoken import SpokenArticle

# Brackets within the first words of a line, before a dash: at the start of the body or of a line.
_DATELINE = re.compile(r"^[^\n(]{1,60}\(([^()\n]{2,30})\) ?[-–—]", re.MULTILINE)


class Attributions(Mapping[int, tuple[Attribution, ...]]):
    """The attributions of each credited passage, by its index, read when somebody asks for them."""

    def __init__(self, article: SpokenArticle) -> None:
        self._places = {passage.index: at for at, passage in enumerate(article.texts)}
        self._continued = Continuations(article)

    def __getitem__(self, index: int) -> tuple[Attribution, ...]:
        given = self._continued.credited(self._places[index])
        if not given:
            raise KeyError(index)
        return given

    def __iter__(self) -> Iterator[int]:
        return (index for index, at in self._places.items() if self._continued.credited(at))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def find_attributions(
    body: str, passages: Sequence[Passage], language: str, names: Collection[str] = ()
) -> Attributions:
    """The attributions of each credited passage, by its index, in the order of their scopes.

    Args:
        passages: all passages of the article in order; link lines and boilerplate are left out.
        language: ``id`` or ``en``.
        names: names and aliases of the registry; they help to recognise speakers, the longest first.
    """
    texts = [passage for passage in passages if passage.kind == "text"]
    return Attributions(SpokenArticle(body, texts, language, names))


def find_dateline_agency(body: str, language: str) -> str:
    """The news agency that a dateline in brackets names, *JAKARTA (Reuters) - …*; empty where there is
    none."""
    agencies = load_words(language, "speakers")["tags"]["agency"]
    match = _DATELINE.search(body)
    return match.group(1) if match and match.group(1).casefold() in agencies else ""
