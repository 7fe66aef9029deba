"""Quotes: what the engine found, before any date or decision is applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from claimdesk.model.article import Article, Passage
from claimdesk.model.reading import DatePrecision, Figure
from claimdesk.model.registry import Side
from claimdesk.model.span import Span

Stance = Literal["supports", "contradicts", "mentions"]
STANCES: tuple[Stance, ...] = get_args(Stance)
SpeechAct = Literal["asserts", "denies", "declines", "predicts", "conditional", "urges", "asks"]
Timing = Literal["earlier", "current", "later", "undated"]
Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is so: a code with values, worded by `messages` in the reader's language."""

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, code: str, **values: Value) -> Reason:
        """A reason with its values in the order given."""
        return cls(code, tuple(values.items()))

    def as_dict(self) -> dict[str, Value]:
        """The values by name."""
        return dict(self.values)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase or figure of a claim found in a passage. Spans count from the start of the body.

    `claim` and `passage` are indexes in the registry and in the article; `phrase` is the index of the claim's
    phrase, or -1 where the figure alone nominated. `score` is 0 to 100. `context` are the spans of earlier
    passages that words were taken from; `about` is the index of the passage that this one only points back
    to, or -1. `predicate`: what the phrase says is done stands in the passage too, not its topic only.
    """

    claim: int
    passage: int
    phrase: int
    side: Side
    score: int
    matched: tuple[Span, ...]
    context: tuple[Span, ...] = ()
    about: int = -1
    predicate: bool = True


@dataclass(frozen=True, slots=True)
class Origin:
    """Who asserts a passage. `id` folds names of one body: counting is by it; `name` is shown.

    `body` is the name of the body that `id` stands for, where that is another than `name`.

    `kind` is a source kind, ``outlet`` for the outlet's own voice, or ``unlisted`` for a name that is not in
    the registry; `reliability` is the Admiralty code.
    """

    id: str
    name: str
    kind: str = "unlisted"
    reliability: str = "F"
    body: str = ""

    @property
    def counted_name(self) -> str:
        """The name under which its statements are counted."""
        return self.body or self.name

    @property
    def unnamed(self) -> bool:
        """Whether nobody says who it is: *an official*, *seorang pejabat*."""
        return is_unnamed(self.id)


def is_unnamed(origin: str) -> bool:
    """Whether the origin with that id has no name."""
    return origin.startswith("unnamed:")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """The days a passage speaks of, both ends included. `not_before`: only the earliest is known."""

    first: date
    last: date
    precision: DatePrecision = "day"
    not_before: bool = False
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A matched passage with its stance, verbatim: ``article.body[start:end] == text``, always.

    One per claim and passage. All spans count code points of the body. `also` are further origins of the same
    statement, `via` relays and cited bases. `decision` is what a person said about it (`confirmed`,
    `rejected`, `corrected`, `added`) or empty. `cue` is the word that set speech act or side, if any.
    """

    claim: str
    article: str
    passage: int
    start: int
    end: int
    text: str
    stance: Stance
    score: int
    phrase: str
    matched: tuple[Span, ...]
    context: tuple[Span, ...]
    speech_act: SpeechAct
    hedged: bool
    negated: bool
    figure: Figure | None
    figure_verdict: str
    date: StatedDate | None
    timing: Timing
    origin: Origin
    also: tuple[Origin, ...] = ()
    via: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    cues: tuple[tuple[str, Span], ...] = ()
    decision: str = ""
    heading: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the body."""
        return Span(self.start, self.end)

    @property
    def decisive(self) -> bool:
        """Whether it speaks for or against the claim."""
        return self.stance != "mentions"

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Everyone who states it."""
        return (self.origin, *self.also)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with a figure or a reported statement that no claim covers. Higher `rank` first."""

    article: str
    start: int
    end: int
    text: str
    rank: int
    why: Reason


@dataclass(frozen=True, slots=True)
class ArticleEvidence:
    """Everything the engine found in one article: depends on article, registry and settings only."""

    article: Article
    passages: Sequence[Passage]
    quotes: tuple[Quote, ...]
    candidates: Sequence[Candidate] = ()
    leads: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What `desk.match` returns: one entry an article, in order; no date or decision plays a part."""

    articles: tuple[ArticleEvidence, ...] = ()
