"""How far a cue reaches: one function a rule, all over the parts of a passage (`text.clauses.find_parts`).

A scope starts at its first content word, so that `text.cues.governing_cues` can ask whether that very word
matched: "did not | attack the port" governs a match of *attack*, wherever the rest of the match stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from claimdesk.model import Token
from claimdesk.text.clause_cuts import SUBORDINATE, Link
from claimdesk.text.clauses import Part
from claimdesk.text.patterns import Words

Range = tuple[int, int]  # tokens [first, end)

# Bounds, so that the time stays linear in hostile text.
_FARTHEST = 12  # parts over which a scope reaches
_SKIPPED = 12  # tokens skipped to find the first content word
_MARKS = 60  # marks in a row that are looked over
_NOUN_PHRASE = 10  # tokens, at most, that a noun governs without a conjunction

# Links across which a scope goes on to the next part.
_HANGING: frozenset[Link] = frozenset({"complement", "relative"})
_COMPLEMENT = _HANGING | frozenset[Link]({"quote", "purpose", "condition"})
_SPEAKING: frozenset[Link] = frozenset({"frame", "unquote"})
_BEHIND = _SPEAKING | frozenset[Link]({"adverbial", "coordinate", "purpose"})
_WHOLE: frozenset[Link] = frozenset({"start", "sentence", "quote", "unquote"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What the rules stand on: tokens, their parts, the part of each token, word lists, a test for verbs."""

    tokens: Sequence[Token]
    parts: Sequence[Part]
    part_of: Sequence[int]
    light: Words
    that: Words
    happens: Words
    verb: Callable[[Token], bool]


def scope_of(rule: str, ground: Ground, first: int, end: int) -> Range:
    """The tokens that a cue at ``[first, end)`` governs by `rule`; an empty range where there is nothing."""
    return _trim(ground, RULES[rule](ground, first, end))


def _after(ground: Ground, first: int, end: int) -> Range:
    """What follows; the whole clause where that only says that its subject happens (*will take place*)."""
    scope = _forward(ground, end, _HANGING)
    if scope is None or _happens(ground, scope[0]):
        return _clause(ground, first, end)
    return scope


def _happens(ground: Ground, at: int) -> bool:
    words = [token.lower for token in ground.tokens[at : at + 2]]
    return words[0] in ground.happens or " ".join(words) in ground.happens


def _noun(ground: Ground, first: int, end: int) -> Range:
    """What a noun is about: its complement, or the words after it up to the next verb."""
    scope = _complement(ground, first, end)
    if scope[0] < end or ground.tokens[end].lower in ground.that:
        return scope
    at = scope[0] + 1
    while at < min(scope[1], scope[0] + _NOUN_PHRASE) and not ground.verb(ground.tokens[at]):
        at += 1
    return scope[0], at


def _complement(ground: Ground, first: int, end: int) -> Range:
    return _forward(ground, end, _COMPLEMENT) or _before(ground, first, end)


def _before(ground: Ground, first: int, end: int) -> Range:
    at = _main_part(ground, ground.part_of[first])
    if not _has_words(ground, ground.parts[at].head, first) and ground.parts[at].link in _BEHIND and at:
        at = _main_part(ground, at - 1)
    while at and ground.parts[at].link == "frame":
        at = _main_part(ground, at - 1)
    if _has_words(ground, ground.parts[at].head, first):
        return ground.parts[at].head, first
    return _forward(ground, end, _COMPLEMENT) or (end, end)


def _either(ground: Ground, first: int, end: int) -> Range:
    asked = end < len(ground.tokens) and ground.tokens[end].lower in ground.that
    return (_complement if asked else _before)(ground, first, end)


def _clause(ground: Ground, first: int, end: int) -> Range:
    at = ground.part_of[first]
    if ground.parts[at].link == "resume":
        at = _main_part(ground, at)
    head = min(ground.parts[at].head, first)
    while head < first and ground.tokens[head].kind == "mark":
        head += 1
    return head, _end(ground, ground.part_of[end - 1], _HANGING)


def _complex(ground: Ground, first: int, end: int) -> Range:
    """A condition and its consequence: *if X, Y* reaches over the comma, *Y if X* back to where Y starts."""
    at = ground.part_of[first]
    last = _end(ground, at, _COMPLEMENT)
    following = ground.part_of[last] if last < len(ground.tokens) else -1
    if following > 0 and ground.parts[following].link == "resume" and not ground.parts[following].opposed:
        return end, _end(ground, following, _COMPLEMENT)
    inside = _segment(ground, ground.parts[at].head, first)
    if inside < first:
        return inside, last
    before = at - 1
    while before > 0 and ground.parts[before].link in _SPEAKING:
        before -= 1
    if before < 0 or ground.parts[at].opposed or ground.parts[at].link in _WHOLE:
        return end, last
    start = ground.parts[before]
    if start.link == "resume" and not _has_words(ground, start.head, start.last):
        start = ground.parts[before - 1]
    return _segment(ground, start.head, start.last - 1), last


def _sentence(ground: Ground, first: int, end: int) -> Range:
    at = ground.part_of[first]
    while at and ground.parts[at].link not in _WHOLE:
        at -= 1
    return ground.parts[at].first, end


RULES: Mapping[str, Callable[[Ground, int, int], Range]] = {
    "after": _after,
    "complement": _complement,
    "noun": _noun,
    "before": _before,
    "either": _either,
    "clause": _clause,
    "complex": _complex,
    "sentence": _sentence,
}


def _forward(ground: Ground, end: int, through: frozenset[Link]) -> Range | None:
    """From the first content word after the cue; None where no word follows in reach."""
    last = _end(ground, ground.part_of[end - 1], through)
    if not _has_words(ground, end, last):
        return None
    for at in range(end, min(last, end + _SKIPPED)):
        if ground.tokens[at].kind != "mark" and ground.tokens[at].lower not in ground.light:
            return at, last
    return end, last


def _end(ground: Ground, at: int, through: frozenset[Link]) -> int:
    """The end of the last part that hangs on part `at` by the links of `through`."""
    parts, own = ground.parts, at
    while at + 1 < min(len(parts), own + _FARTHEST) and not parts[at + 1].opposed:
        following = parts[at + 1].link
        left = following == "resume" and at > own and parts[at].link == "relative"
        if following not in through and not (left and not _fronted(ground, at)):
            break
        at += 1
    return parts[at].last


def _fronted(ground: Ground, at: int) -> bool:
    """Whether a comma after the relative clause `at` also ends a fronted clause: *jika X yang Y, | Z*."""
    comma = ground.tokens[ground.parts[at].last - 1].text == ","
    return comma and ground.parts[at - 1].link in SUBORDINATE


def _main_part(ground: Ground, at: int) -> int:
    """The part that part `at` hangs on: back over relative and complement clauses."""
    parts, own = ground.parts, at
    while at > max(0, own - _FARTHEST) and not parts[at].opposed:
        resumed = parts[at].link == "resume" and parts[at - 1].link == "relative"
        if parts[at].link not in _HANGING and not resumed:
            break
        at -= 1
    return at


def _segment(ground: Ground, first: int, end: int) -> int:
    """Where the last stretch between commas of ``[first, end)`` starts, if it holds two words at least."""
    start = at = first
    words = 0
    for at in range(end - 1, first - 1, -1):
        if ground.tokens[at].text == "," and words > 1:
            start = at + 1
            break
        words += ground.tokens[at].kind != "mark"
    return start


def _has_words(ground: Ground, first: int, end: int) -> bool:
    return any(ground.tokens[at].kind != "mark" for at in range(first, min(end, first + _MARKS)))


def _trim(ground: Ground, scope: Range) -> Range:
    """The range without marks at its ends, at least without the outer ones of very many."""
    first, end = scope
    floor = max(first, end - _MARKS)
    while end > floor and ground.tokens[end - 1].kind == "mark":
        end -= 1
    ceiling = min(end, first + _MARKS)
    while first < ceiling and ground.tokens[first].kind == "mark":
        first += 1
    return first, end
