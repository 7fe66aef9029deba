"""One text, read lazily: every view of it is computed once, when somebody first asks for it.

Nomination asks for words only; clauses, cues, figures and the rest are read for nominees alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache, wraps
from typing import Any, TypeVar

from claimdesk.model import Clause, Cue, DateExpression, Figure, Span, Token
from claimdesk.settings import DEFAULT_SETTINGS
from claimdesk.text.background import find_background
from claimdesk.text.clauses import find_clauses
from claimdesk.text.concepts import find_concepts, find_negative
from claimdesk.text.cues import find_cues
from claimdesk.text.dates import find_dates
from claimdesk.text.figures import find_figures, may_state
from claimdesk.text.language import detect_language
from claimdesk.text.lemmas import lemma
from claimdesk.text.opposites import Pole, find_poles
from claimdesk.text.places import find_places
from claimdesk.text.pointing import Pointing, find_entity, find_verdict
from claimdesk.text.quantifiers import Quantifiers, find_quantifiers
from claimdesk.text.tokens import find_tokens

T = TypeVar("T")


class Reading:
    """A passage or phrase and what stands in it. All spans count from the start of `text`."""

    def __init__(
        self,
        text: str,
        language: str,
        topic: Callable[[], frozenset[str]] = frozenset,
        approximate: float = DEFAULT_SETTINGS.approximate,
    ) -> None:
        """`topic` gives the states that the article's headline or lead counts people in, when asked.

        `approximate` is the width of *about* as a share of the number, each way.
        """
        self.approximate = approximate
        self.text = text
        self.language = language
        self._topic = topic
        # What was last made of it for a registry, each behind what that was made with: its words weighed,
        # where they stand for words of phrases, what it mentions.
        self.weighed: tuple[object, Any] | None = None
        self.placed: tuple[object, Any] | None = None
        self.mentioned: tuple[object, frozenset[int]] | None = None
        self.views: dict[object, Any] = {}  # what `kept` functions made of it

    @property
    def topic(self) -> frozenset[str]:
        """The states that the article's headline or lead counts people in."""
        return self._topic()

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and marks."""
        return find_tokens(self.text)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """One lemma a token; the written form for numbers and marks."""
        language = self.language
        return tuple(
            [lemma(token.lower, language) if token.kind == "word" else token.lower for token in self.tokens]
        )

    @cached_property
    def concepts(self) -> tuple[tuple[int, int, str], ...]:
        """Concept sets met, as first token, end token (exclusive) and name."""
        spoken = [at for at, token in enumerate(self.tokens) if token.kind != "mark"]
        found = find_concepts([self.lemmas[at] for at in spoken], self.language)
        return tuple((spoken[first], spoken[last - 1] + 1, name) for first, last, name in found)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in order."""
        return find_clauses(self.text, self.language, self.tokens)

    @cached_property
    def background(self) -> tuple[Span, ...]:
        """Clauses beside the point, which no cue outside them reaches."""
        return find_background(self.tokens, self.language)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Words that change what the text does.

        A negation that belongs to a fixed expression is part of its meaning: *tidak menggelar* closes.
        """
        found = find_cues(self.text, self.language, self.tokens)
        if all(cue.kind != "negation" for cue in found):
            return found
        fixed = [
            (Span(self.tokens[first].start, self.tokens[last - 1].end), name in find_negative(self.language))
            for first, last, name in self.concepts
            if last - first > 1
        ]
        plain = [
            self.tokens[first].span for first, _, name in self.concepts if name == "negation"
        ]  # *not* in *was not behind it* is no part of the expression
        return tuple(
            cue
            for cue in found
            if cue.kind != "negation"
            or not any(span.contains(cue.span) and (own or cue.span not in plain) for span, own in fixed)
        )

    @cached_property
    def poles(self) -> tuple[Pole, ...]:
        """Words that have an opposite."""
        return find_poles(self.tokens, self.language)

    @cached_property
    def quantifiers(self) -> Quantifiers:
        """Words for all, for some, and for what is excepted."""
        return find_quantifiers(self.tokens, self.language)

    @cached_property
    def may_state(self) -> bool:
        """Whether there may be figures: told without reading them."""
        return may_state(self.text, self.language)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Stated numbers as intervals."""
        return find_figures(self.text, self.language, self.tokens, self.approximate) if self.may_state else ()

    @cached_property
    def dates(self) -> tuple[DateExpression, ...]:
        """Date expressions, unresolved."""
        return find_dates(self.text, self.language, self.tokens)

    @cached_property
    def places(self) -> tuple[Span, ...]:
        """Names of places."""
        return find_places(self.tokens, self.language)

    @cached_property
    def verdict(self) -> Pointing | None:
        """How the text points back to something said, if all it does is to judge that."""
        return find_verdict(self.text, self.language, self.tokens)

    @cached_property
    def pointing(self) -> Pointing | None:
        """How the text points back, if that is all it does."""
        return self.verdict or find_entity(self.text, self.language, self.tokens)

    def clause_of(self, span: Span) -> Span:
        """The clause that holds the most of `span`; the whole text where there are none."""
        best, most = Span(0, len(self.text)), 0
        for clause in self.clauses:
            shared = min(clause.span.end, span.end) - max(clause.span.start, span.start)
            if shared > most:
                best, most = clause.span, shared
        return best


def kept(view: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """Let a function of a reading be computed once, as its own views are."""

    @wraps(view)
    def find(reading: Reading) -> T:
        try:
            found: T = reading.views[view]
        except KeyError:
            found = reading.views[view] = view(reading)
        return found

    return find


@lru_cache(maxsize=1024)
def read_wording(text: str) -> Reading:
    """A statement, phrase or unit, in the language it seems to be in; of those asked for again, the same."""
    return Reading(text, detect_language(text))
