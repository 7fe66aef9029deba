"""Where the stretch of a sentence that speaks of one number ends, and which states it names."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import accumulate

from claimdesk.model import Span, Token
from claimdesk.text.figurewords import FigureWords
from claimdesk.text.terms import term_at, term_before

SOFT, HARD = 1, 2
_STOPS = frozenset("!?…|•")
_QUOTES = frozenset('"“”«»')
_BRACKETS = frozenset("()")
_DASHES = frozenset("-–—")
# Most tokens from the mark that opens the quote of a number to the one that closes it: "only one".
_SHORT_QUOTE = 5
# Tokens read to either side of a number. Longer stretches are no clause that anyone would count in.
REACH = 40


@dataclass(frozen=True, slots=True)
class State:
    """A state named by tokens ``first .. last`` (exclusive)."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Stretches:
    """A row with the strength of its edges: 0 none, 1 a comma, conjunction or verb of saying, 2 an end.

    `sentences` numbers the sentence of each token; `dated` are the tokens of dates, which nothing counts.
    """

    row: Sequence[Token]
    words: FigureWords
    edges: Sequence[int]
    sentences: Sequence[int]
    dated: frozenset[int]

    def left(self, at: int, least: int = SOFT) -> int:
        """The first token of the stretch that ends before token `at`; weaker edges than `least` are none."""
        start = at
        while start > 0 and self.edges[start - 1] < least and at - start < REACH:
            start -= 1
        return start

    def sentence(self, at: int) -> int:
        """The sentence that token `at` is in, counted by its hard edges."""
        return self.sentences[at]

    def right(self, at: int) -> int:
        """The end (exclusive) of the stretch that starts at token `at`."""
        end = at
        while end < len(self.row) and not self.edges[end] and end - at < REACH:
            end += 1
        return end

    def states(self, first: int, last: int) -> list[State]:
        """The states named between tokens `first` and `last` (exclusive), negated ones left out."""
        found: list[State] = []
        at = first
        while at < last:
            name, length = term_at(self.words.terms["states"], self.row, at)
            if not length or at + length > last:
                at += 1
                continue
            if not (at > first and self.row[at - 1].lower in self.words.sets["negations"]):
                found.append(State(name, at, at + length))
            at += length
        return found

    def predicates(self, first: int, last: int) -> list[State]:
        """The states between the two tokens, without those far behind a verb of another matter."""
        states, verb = self.states(first, last), last
        for at in range(first, last):
            inside = any(state.first <= at < state.last for state in states)
            if not inside and self.words.is_verb(self.row[at].lower) and not self._introduces(at):
                verb = at
                break
        return [
            state
            for state in states
            if state.first <= verb + _NEAR and not self._inflicts(state, first, last)
        ]

    def _inflicts(self, state: State, first: int, last: int) -> bool:
        """Whether the state is what the counted do to others: "lima pria menewaskan 14 orang".

        In English the same word tells what was done to them, unless a noun and no *were* stands before it,
        and an object or another number follows.
        """
        if self.row[state.first].lower not in self.words.sets["inflicting"]:
            return False
        if self.words.language == "id":
            return True
        if state.first == first or self.row[state.first - 1].lower in self.words.sets["auxiliaries"]:
            return False
        if state.last >= last:
            return last < len(self.row) and not self.edges[last] and not self._goes_on(last)
        following = self.row[state.last]
        named = following.text[0].isupper() and state.last not in self.dated
        return following.lower in self.words.sets["determiners"] or named

    def _goes_on(self, at: int) -> bool:
        """Whether the verb of the clause follows, so that none stands before it: *the people killed were*."""
        return self.row[at].lower in self.words.sets["auxiliaries"]

    def _introduces(self, at: int) -> bool:
        """Whether the verb only says how the state is known: an Indonesian passive ("dilaporkan tewas")."""
        return self.words.language == "id" and self.row[at].lower.startswith("di")

    def state_before(self, end: int) -> State | None:
        """The state whose last word is right before token `end`."""
        if end and self.row[end - 1].text in _QUOTES and not self.edges[end - 1]:
            end -= 1  # arrested "only one" pilot
        name, length = term_before(self.words.terms["states"], self.row, end)
        return State(name, end - length, end) if length else None

    def nouns(self, first: int, last: int) -> tuple[int, int]:
        """The run of counted words from token `first` on, up to `last`."""
        end = first
        while end < last and end - first < _LONGEST_NOUN and self._is_noun(end, started=end > first):
            length = term_at(self.words.terms["states"], self.row, end)[1]
            if length and end > first:
                break
            end += max(length, 1)
        return first, min(end, last)

    def _is_noun(self, at: int, *, started: bool) -> bool:
        token = self.row[at]
        if at in self.dated:
            return False
        if token.text == "." and at and self.row[at - 1].end == token.start and not self.edges[at]:
            return started
        if token.kind != "word" or token.lower in self.words.sets["stops"] | self.words.sets["rest"]:
            return False
        if not self.words.is_verb(token.lower) or term_at(self.words.terms["states"], self.row, at)[1]:
            return True
        # "Armed men": an English participle may come first, if a noun follows.
        following = self.row[at + 1].lower if at + 1 < len(self.row) else ""
        return (
            self.words.language == "en"
            and not started
            and following.isalpha()
            and not self.words.ends_noun(following)
        )


_LONGEST_NOUN = 6
# Most tokens from a verb of another matter to a state of the same count ("mengalami luka").
_NEAR = 4


def find_stretches(
    text: str, row: Sequence[Token], words: FigureWords, numbers: Container[int], dated: frozenset[int]
) -> Stretches:
    """The edges of `row`; `numbers` are the places right after a number, `dated` the tokens of dates."""
    edges = [0 if _is_inside(at, dated) else _edge(text, row, at, words, numbers) for at in range(len(row))]
    sentences = list(accumulate(edge == HARD for edge in edges))
    return Stretches(row, words, edges, sentences, dated)


def _is_inside(at: int, dated: Container[int]) -> bool:
    """Whether a date goes on behind the token: the point of *since Oct. 31*."""
    return at in dated and at + 1 in dated


def covered_tokens(row: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    """The places of the tokens that start in one of `spans`, both in order."""
    covered, at = set(), 0
    for place, token in enumerate(row):
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        if at < len(spans) and spans[at].start <= token.start:
            covered.add(place)
    return frozenset(covered)


def _edge(text: str, row: Sequence[Token], at: int, words: FigureWords, numbers: Container[int]) -> int:
    token = row[at]
    if at + 1 < len(row) and "\n" in text[token.end : row[at + 1].start]:
        return HARD
    if token.kind == "word":
        return SOFT if _joins(row, at, words) or _reports(row, at, words, numbers) else 0
    if token.text in _QUOTES and _quotes_number(row, at, numbers):
        return 0
    if token.text in _STOPS or token.text in _QUOTES:
        return HARD
    if token.text == ".":
        return 0 if _is_inner_point(row, at) else HARD
    if token.text in {",", ";", ":"} or token.text in _BRACKETS:
        return SOFT
    touching = at > 0 and row[at - 1].end == token.start
    return SOFT if token.text in _DASHES and not touching else 0


def _quotes_number(row: Sequence[Token], at: int, numbers: Container[int]) -> bool:
    """Whether the mark opens or closes a quote of a number alone: *"only one" captain*, *to "over 60"*."""
    opened = any(token.text in _QUOTES for token in row[max(at - _SHORT_QUOTE, 0) : at])
    if at in numbers and opened:
        return at + 1 < len(row) and (row[at + 1].kind == "word" or row[at + 1].text == ".")
    return any(end in numbers and row[end].text in _QUOTES for end in range(at + 1, _end(row, at)))


def _end(row: Sequence[Token], at: int) -> int:
    return min(at + 1 + _SHORT_QUOTE, len(row))


def _joins(row: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Whether the word is a conjunction, and not one in "saat ini" or "so far"."""
    if row[at].lower not in words.sets["conjunctions"]:
        return False
    return not any(
        term_at(words.terms["not_conjunctions"], row, start)[1] > at - start for start in (at - 1, at)
    )


def _is_inner_point(row: Sequence[Token], at: int) -> bool:
    """Whether the point belongs to an abbreviation or address ("U.S.", "Kompas.com")."""
    touches_next = at + 1 < len(row) and row[at + 1].start == row[at].end
    initial = at > 0 and len(row[at - 1].text) == 1 and row[at - 1].text.isupper()
    return (touches_next and row[at + 1].kind == "word") or initial


def _reports(row: Sequence[Token], at: int, words: FigureWords, numbers: Container[int]) -> bool:
    """Whether the word opens what somebody says; "were reported" and "14 confirmed deaths" do not."""
    if row[at].lower not in words.sets["reporting"]:
        return False
    if words.language == "id" or at == 0:
        return True
    return at not in numbers and row[at - 1].lower not in words.sets["auxiliaries"]
