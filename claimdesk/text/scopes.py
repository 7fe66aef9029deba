"""How far a cue reaches: one function a rule, all over the parts of a passage (`text.scope_ground`).

Where a scope follows its cue it starts at the first content word, so that `text.cues.governing_cues` can ask
whether that very word matched: "denied | attacking the port" governs a match of *attacking*, wherever the
rest of the match stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimdesk.text.clause_cuts import Link
from claimdesk.text.contrast_scopes import contrast_scope, focus_scope
from claimdesk.text.patterns import Words
from claimdesk.text.scope_ground import (
    AHEAD,
    BEHIND,
    COMPLEMENT,
    HANGING,
    MARKS,
    SPEAKING,
    WHOLE,
    Ground,
    Range,
    end_of,
    forward,
    group_start,
    has_words,
    last_segment,
    main_after,
    main_part,
    relative_after,
    subject_start,
    trim,
)
from claimdesk.text.verdict_scopes import claimed_scope, claimed_start, opening_scope, opens_clause

_BEFORE_VERB = 3  # tokens after *and* in which the next verb stands: *and in turn blamed*
_SPEAKS = 3  # tokens after *and* by which its verb has come: *and later suggested*
_NOUN_PHRASE = 10  # tokens, at most, that a noun governs without a conjunction


def scope_of(rule: str, ground: Ground, first: int, end: int) -> Range:
    """The tokens that a cue at ``[first, end)`` governs by `rule`; an empty range where there is nothing."""
    return trim(ground, RULES[rule](ground, first, end))


def _after(ground: Ground, first: int, end: int) -> Range:
    return forward(ground, end, HANGING) or _clause(ground, first, end)


def _ahead(ground: Ground, first: int, end: int) -> Range:
    return _with_subject(ground, first, end, AHEAD, ground.words.relative)


def _predicate(ground: Ground, first: int, end: int) -> Range:
    """As `_with_subject`, but without a subject that is a deed, which a negated verb leaves as it is, or that
    is counted by the very negation: *12 people have not been found*.
    """
    scope = _with_subject(ground, first, end, HANGING, ground.words.infinitive)
    ahead = forward(ground, end, HANGING)
    if ahead is None or _happens(ground, ahead[0]):
        return scope
    state = ground.tokens[ahead[0]].lower in ground.words.states
    scope = ahead if state or _is_event(ground, scope[0]) else scope
    return scope[0], min(scope[1], relative_after(ground, end, scope[1]))


def _is_event(ground: Ground, at: int) -> bool:
    lower = ground.tokens[at].lower
    return lower.startswith(ground.words.event_beginnings) and lower.endswith(ground.words.event_endings)


def _with_subject(ground: Ground, first: int, end: int, through: frozenset[Link], over: Words) -> Range:
    """What follows and its subject; the whole clause where that only says that its subject happens."""
    scope = forward(ground, end, through)
    if scope is None or _happens(ground, scope[0]):
        return _clause(ground, first, end)
    subject = subject_start(ground, first, over)
    return (subject, scope[1]) if subject < first else scope


def _happens(ground: Ground, at: int) -> bool:
    words = [token.lower for token in ground.tokens[at : at + 2]]
    return words[0] in ground.words.happens or " ".join(words) in ground.words.happens


def _complement(ground: Ground, first: int, end: int) -> Range:
    return _held(ground, end) or _before(ground, first, end)


def _held(ground: Ground, end: int) -> Range | None:
    """What hangs on the cue, up to where its subject speaks again: *denied X | and suggested that Y*."""
    scope = forward(ground, end, COMPLEMENT)
    if scope is None:
        return None
    last = next((at for at in range(end, min(scope[1], end + MARKS)) if _speaks_again(ground, at)), scope[1])
    return (scope[0], last) if scope[0] < last else scope


def _speaks_again(ground: Ground, at: int) -> bool:
    """Whether a verb of saying or blaming is joined on at token `at`, and not to another one."""
    tokens, words = ground.tokens, ground.words
    if tokens[at].lower not in words.joins or ground.says(tokens[at - 1]):
        return False
    return any(token.lower in words.speaking for token in tokens[at + 1 : at + _SPEAKS])


def _denied(ground: Ground, first: int, end: int) -> Range:
    last = _pointing_object(ground, end)
    if last is not None:
        return _meant(ground, first, (end, last))
    scope = _held(ground, end)
    return _before(ground, first, end) if scope is None else _meant(ground, first, scope)


def _pointing_object(ground: Ground, end: int) -> int | None:
    """Where the object of a denial ends that only points back before another verb, if so: *denied it and
    blamed others*, *membantahnya dan menyalahkan pihak lain*.
    """
    tokens, words = ground.tokens, ground.words
    last = end
    while last < len(tokens) and (tokens[last].lower in words.points or tokens[last].lower in words.claims):
        last += 1
    if tokens[end - 1].lower.endswith(words.clitics):
        return last
    joined = end < last < len(tokens) and tokens[last].lower in words.joins
    following = tokens[last + 1 : last + 1 + _BEFORE_VERB]
    verbs = any(ground.verb(token) for token in following) and following[0].lower not in words.claims
    return last if joined and verbs else None


def _noun(ground: Ground, first: int, end: int) -> Range:
    """What a noun is about: its complement, or the words after it up to the next verb."""
    scope = _complement(ground, first, end)
    if scope[0] < end or end == len(ground.tokens) or ground.tokens[end].lower in ground.words.that:
        return scope
    at = scope[0] + 1
    while at < min(scope[1], scope[0] + _NOUN_PHRASE) and not ground.verb(ground.tokens[at]):
        at += 1
    return scope[0], at


def _before(ground: Ground, first: int, end: int) -> Range:
    parts = ground.parts
    at = main_part(ground, ground.part_of[first])
    if at and parts[at].link in BEHIND and not has_words(ground, parts[at].head, first):
        at = main_part(ground, at - 1)
    while at and parts[at].link == "frame":
        at = main_part(ground, at - 1)
    if not has_words(ground, parts[at].head, first):
        return forward(ground, end, COMPLEMENT) or (end, end)
    named = last_segment(ground, parts[at].head, first)
    if named > parts[at].head and any(
        t.lower in ground.words.claims for t in ground.tokens[named : named + 3]
    ):
        return parts[group_start(ground, at)].head, first  # "X, Y and Z, a claim that the army denied"
    return _meant(ground, first, (parts[at].head, first))


def _meant(ground: Ground, first: int, scope: Range) -> Range:
    """The range; with what stands before it where it only points there: *X, but that is not true*."""
    words, parts = ground.words, ground.parts
    within = ground.tokens[scope[0] : min(scope[1], scope[0] + MARKS)]
    pointing = (token.lower in words.points or token.lower in words.claims for token in within)
    if not all(
        mark or points for mark, points in zip((t.kind == "mark" for t in within), pointing, strict=True)
    ):
        return scope
    at = ground.part_of[first]
    if last_segment(ground, parts[at].head, first) == parts[at].head:
        at = main_part(ground, at)
        at -= at > 0
    return parts[group_start(ground, at)].head, max(scope[1], first)


def _onward(ground: Ground, _first: int, end: int) -> Range:
    scope = forward(ground, end, COMPLEMENT)
    if scope is None:
        return end, end
    last = next((at for at in range(end, scope[1]) if ground.tokens[at].text == ","), scope[1])
    return min(scope[0], last), last


def _either(ground: Ground, first: int, end: int) -> Range:
    asked = end < len(ground.tokens) and ground.tokens[end].lower in ground.words.that
    claimed = claimed_start(ground, first, strict=asked)
    if claimed is not None:
        return claimed, first
    return (_complement if asked or opens_clause(ground, first, end) else _before)(ground, first, end)


def _clause(ground: Ground, first: int, end: int) -> Range:
    at = ground.part_of[first]
    if ground.parts[at].link == "resume":
        at = main_part(ground, at)
    head = min(ground.parts[at].head, first)
    while head < first and ground.tokens[head].kind == "mark":
        head += 1
    return head, end_of(ground, ground.part_of[end - 1], HANGING)


def _complex(ground: Ground, first: int, end: int) -> Range:
    """A condition and its consequence: *if X, Y* reaches over the comma, *Y if X* back to where Y starts, and
    *Z, which if X Y* leaves Z as it is."""
    parts, at = ground.parts, ground.part_of[first]
    last = end_of(ground, at, COMPLEMENT)
    joined = ground.tokens[first - 1].lower if first else ""
    if joined in ground.words.relative and joined != "that":  # *said that if X, Y*
        return end, last
    following = ground.part_of[last] if last < len(ground.tokens) else 0
    if not following or parts[following].link != "resume" or parts[following].opposed:
        following = main_after(ground, at)
    if following:
        return end, end_of(ground, following, COMPLEMENT)
    inside = last_segment(ground, parts[at].head, first)
    if inside < first:
        return inside, last
    before = at - 1
    while before > 0 and parts[before].link in SPEAKING:
        before -= 1
    if before < 0 or parts[at].opposed or parts[at].link in WHOLE:
        return end, last
    return last_segment(ground, parts[before].head, parts[before].last - 1), last


def _sentence(ground: Ground, first: int, end: int) -> Range:
    at = ground.part_of[first]
    at = next((one for one in range(at, 0, -1) if ground.parts[one].link in WHOLE), 0)
    return ground.parts[at].first, end


RULES: Mapping[str, Callable[[Ground, int, int], Range]] = {
    "after": _after,
    "predicate": _predicate,
    "ahead": _ahead,
    "complement": _complement,
    "onward": _onward,
    "focus": focus_scope,
    "contrast": contrast_scope,
    "denied": _denied,
    "noun": _noun,
    "before": _before,
    "either": _either,
    "verdict": claimed_scope,
    "opening": opening_scope,
    "clause": _clause,
    "complex": _complex,
    "sentence": _sentence,
}
