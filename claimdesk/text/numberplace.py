"""A number among its neighbours: the questions that tell a count from a label."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from claimdesk.model import Token
from claimdesk.text.amounts import Amount
from claimdesk.text.figurewords import FigureWords
from claimdesk.text.terms import term_at, term_before

# Topics of words that only stand after a number if it counts them.
COUNTED = ("classifiers", "states", "rest", "heads", "persons")
# Topics of words that are no names, however they are written.
_KNOWN = (
    "states", "heads", "classifiers", "reporting", "conjunctions", "stops", "number_nouns", "zero_nouns",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """A number where it stands.

    `headline`: its text is written in title case, so capitals tell nothing. `dated` are the tokens of dates.
    """

    text: str
    row: Sequence[Token]
    amount: Amount
    words: FigureWords
    headline: bool
    dated: Container[int] = ()

    def lower(self, at: int) -> str:
        """The word or mark at token `at`, or nothing beyond the row."""
        return self.row[at].lower if 0 <= at < len(self.row) else ""

    def capital(self, at: int) -> bool:
        """Whether token `at` is a word with a capital."""
        return 0 <= at < len(self.row) and self.row[at].kind == "word" and self.row[at].text[0].isupper()

    def touches(self, at: int) -> bool:
        """Whether no space is between tokens ``at - 1`` and `at`."""
        return 0 < at < len(self.row) and self.row[at - 1].end == self.row[at].start

    def before(self, topic: str) -> bool:
        """Whether a term of `topic` ends where the number starts."""
        return term_before(self.words.terms[topic], self.row, self.amount.first)[1] > 0

    def after(self, *topics: str) -> bool:
        """Whether a term of one of `topics` starts where the number ends."""
        return any(term_at(self.words.terms[topic], self.row, self.amount.last)[1] for topic in topics)

    @property
    def digits(self) -> str:
        """The number in digits as written, or nothing if it is spelled or scaled."""
        token = self.row[self.amount.last - 1 if self.amount.kind == "count" else self.amount.first]
        return token.lower if token.kind == "number" and self.amount.scale == 1 else ""

    @property
    def counts_something(self) -> bool:
        """Whether the number has a unit or a scale, or a state or noun follows."""
        if self.amount.kind != "count" or self.amount.scale > 1 or self.after(*COUNTED):
            return True
        at = self.amount.last
        if (
            at >= len(self.row)
            or self.row[at].kind != "word"
            or at in self.dated
            or self.words.ends_noun(self.row[at].lower)
        ):
            return False
        return self.headline or not self.capital(at)

    def known_before(self, end: int) -> bool:
        """Whether the word before token `end` is one of ours rather than a name."""
        if term_before(self.words.before, self.row, end)[1]:
            return True
        return any(term_before(self.words.terms[topic], self.row, end)[1] for topic in _KNOWN)
