"""What the text rooms read off a passage. All spans count from the start of the text they were given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from claimdesk.model.span import Interval, Span

TokenKind = Literal["word", "number", "mark"]
FigureKind = Literal["count", "percent", "money", "rate", "measure"]
CueKind = Literal[
    "negation",
    "denial",
    "denial_ended",
    "declining",
    "prediction",
    "plan",
    "condition",
    "urging",
    "question",
    "hedge",
]
DatePrecision = Literal["day", "part of month", "month", "year", "week", "vague"]


class Token(NamedTuple):
    """A word, number or mark. `lower` is the casefolded form; marks are single characters.

    A tuple, since articles have millions of them and frozen dataclasses take four times as long to make.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: TokenKind

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated number as an interval, and what it counts.

    `text` is the wording with its bound ("lebih dari 10.000"), at `span`; `number` is the bare numeral's
    span. `unit` holds the counted words as written, nearest first ("tentara Korea Utara" -> "tentara",
    "Korea", ...), `unit_span` where they stand. `states` are concept names of the counted thing's state
    (sent, present, combat, dead, injured, missing, displaced, captured ...). `part`: it counts a part of a
    whole, so the whole is at least that much. `increment`: it is an addition ("1.500 lagi"), not a total.
    `total`: said to be the total. `currency` and `per` are for money ("USD") and rates ("day").
    """

    span: Span
    number: Span
    text: str
    interval: Interval
    kind: FigureKind = "count"
    unit: tuple[str, ...] = ()
    unit_span: Span | None = None
    states: tuple[str, ...] = ()
    part: bool = False
    increment: bool = False
    total: bool = False
    approximate: bool = False
    currency: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or group of words that changes what a passage does, and the span it governs.

    `about_denial`: a declining that leaves a denial unsaid ("has neither confirmed nor denied").
    """

    kind: CueKind
    span: Span
    scope: Span
    text: str
    about_denial: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a passage that says one thing. `opposed`: it is set against the clause before it."""

    span: Span
    opposed: bool = False


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as written, not yet resolved: give it to `text.dates.resolve_date` with the article's date."""

    span: Span
    text: str
    rule: str
    values: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days an expression can mean, both ends included."""

    first: date
    last: date
    precision: DatePrecision = "day"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is credited with what in a passage.

    `speaker` is the name as written, title included, at `span` of the passage numbered `said_in` (a quote
    that runs over sentences is credited where its speaker is named). `scope` is the stretch of the passage
    that is credited. `unnamed`: a source without a name ("seorang pejabat", "an official"). `via` are relays
    and cited bases ("dikutip dari AFP").
    """

    speaker: str
    span: Span
    said_in: int
    scope: Span
    unnamed: bool = False
    via: tuple[str, ...] = ()
