"""What a sentence leaves out of a count because another count says it: "46 rumah rusak, Sukabumi 443"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.model import Span
from claimdesk.text.bounds import Qualified
from claimdesk.text.predicates import Own
from claimdesk.text.stretches import HARD, Stretches
from claimdesk.text.subjects import Subject
from claimdesk.text.wholes import is_ground

# How many counts back a noun is sought, and the whole that parts belong to.
_BACK, _PARTS = 3, 8


@dataclass(frozen=True, slots=True)
class Counted:
    """What one number counts: `unit`, `unit_span` and `states` as in `Figure`.

    Tokens ``first .. last`` (exclusive) are the counted words right after the number; `claimed` is the end of
    the states that were read as its predicate, `predicate` those of them that its noun does not hold itself,
    in `predicate_words`.
    """

    unit: tuple[str, ...]
    unit_span: Span | None
    states: tuple[str, ...]
    first: int
    last: int
    claimed: int
    predicate: tuple[str, ...] = ()
    predicate_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of a text in order, and what the first of them were found to count."""

    figures: Sequence[Qualified]
    found: Sequence[Counted]
    stretches: Stretches

    def in_sentence(self, before: int, at: int) -> bool:
        """Whether figure `before` stands in the sentence of figure `at`."""
        return self.figures[before].last > self.stretches.left(self.figures[at].outer, HARD)

    def inherited(self, at: int, own: Own) -> Subject | None:
        """Unit and states of the figure before `at`, where `at` says nothing that keeps them apart."""
        row, words = self.stretches.row, self.stretches.words
        if own.last < len(row) and not self.stretches.edges[own.last]:
            following = row[own.last].lower
            if following in words.sets["predicates"] or (words.is_verb(following) and own.last < own.end):
                return None
        if not self.found or not self.in_sentence(at - 1, at):
            return None
        earlier = self.found[-1]
        mine = {token.lower for token in row[own.first : own.last]}
        theirs = {token.lower for token in row[earlier.first : earlier.last]}
        alike = not mine or not theirs or bool(mine & theirs)
        alike = alike or (mine <= words.sets["persons"] and _of_persons(earlier))
        same = self.figures[at - 1].amount.kind == self.figures[at].amount.kind
        unit = tuple(word for word in earlier.unit if word not in self.figures[at - 1].amount.unit)
        return Subject(unit, earlier.states, earlier.unit_span) if alike and same else None

    def elided_noun(self, at: int, *, stated: bool) -> list[str]:
        """The noun of the last count before figure `at` that has one; `stated`: figure `at` has a state.

        A count with a state shares it with one that has none only if people are counted: "three villages" are
        not among "27 dead".
        A count without a state may take over a noun that is one: "105 hostages; 128 are still held".
        """
        for before in range(at - 1, max(at - 1 - _BACK, -1), -1):
            if not self.in_sentence(before, at):
                break
            counted = self.found[before]
            states = self.stretches.states(counted.first, counted.last) if stated else []
            nouns = [
                self.stretches.row[place].text
                for place in range(counted.first, counted.last)
                if not any(state.first <= place < state.last for state in states)
            ]
            people = {noun.casefold() for noun in nouns} & self.stretches.words.sets["heads"]
            shared = counted.states or not stated or self.figures[at].part or people
            if nouns and shared and self.figures[before].amount.kind == self.figures[at].amount.kind:
                return nouns
        return []

    def whole_states(self, at: int) -> tuple[str, ...]:
        """The states of the nearest figure before a part that is no part itself."""
        before = range(at - 1, max(at - 1 - _PARTS, -1), -1)
        wholes = (self.found[k] for k in before if not self.figures[k].part)
        return next((whole.states for whole in wholes), ())

    def share_predicate(self, at: int) -> bool:
        """Whether figures `at` and the next are one subject: "ribuan rumah dan puluhan sekolah rusak"."""
        one, other = self.found[at], self.found[at + 1]
        if one.states or not one.unit or not other.predicate or self.figures[at + 1].part:
            return False
        between = [token.lower for token in self.stretches.row[one.last : self.figures[at + 1].outer]]
        joints = self.stretches.words.sets["joints"]
        counts = {self.figures[at].amount.kind, self.figures[at + 1].amount.kind} == {"count"}
        return counts and bool(joints & {*between}) and joints | {","} >= {*between}

    def holds_next(self, at: int) -> bool:
        """Whether the next figure only says where: "2.300 warga di tiga desa diungsikan"."""
        one, other = self.found[at], self.found[at + 1]
        if one.states or one.last == one.first or not other.predicate:
            return False
        if not is_ground(self.figures[at + 1], self.stretches) and self._describes(other):
            return False
        row, words, outer = self.stretches.row, self.stretches.words, self.figures[at + 1].outer
        nouns = {token.lower for token in row[one.first : one.last]}
        if "damaged" in other.predicate and nouns & (words.sets["persons"] | words.sets["heads"]):
            return False
        if outer == one.last and outer < self.figures[at + 1].amount.first:
            return is_ground(self.figures[at + 1], self.stretches)
        inside = outer > one.last and not any(self.stretches.edges[one.last : outer])
        return inside and row[outer - 1].lower in words.sets["prepositions"]

    def _describes(self, counted: Counted) -> bool:
        """Whether a relative clause opens right behind the counted: *among the 40 people who died*."""
        row, last = self.stretches.row, counted.last
        return last < len(row) and row[last].lower in self.stretches.words.sets["relatives"]


def _of_persons(counted: Counted) -> bool:
    """Whether something has befallen the counted that befalls people only."""
    return bool(counted.states) and "damaged" not in counted.states
