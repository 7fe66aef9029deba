"""What a verdict is about: *rumours that X are false*, *menurut N, tidak benar X*.

A verdict behind a noun of saying is of all that this noun introduces, however many clauses stand between; one
that opens its clause, be it behind a frame, is of what follows.
"""

from __future__ import annotations

from claimdesk.text.clause_cuts import Link
from claimdesk.text.scope_ground import COMPLEMENT, MARKS, SPEAKING, Ground, Range, forward

_INTRODUCED = 6  # tokens between a noun of saying and its *that*: *reports on social media that*
_DETERMINERS = 4  # tokens before a noun that may belong to it: *all of these earlier*
_FRAME = 12  # tokens that a frame before a comma may have: *according to the head of the agency*
_PARTED: frozenset[Link] = frozenset({"sentence", "start"})


def claimed_start(ground: Ground, first: int, *, strict: bool = False) -> int | None:
    """Where the noun of saying stands whose clause the verdict at `first` is about, if there is one.

    The nearest such noun tells. It must be the subject; `strict` asks for a word like *that* behind it.
    """
    low = max(0, first - MARKS)
    for at in range(first - 1, low - 1, -1):
        if at + 1 < first and ground.tokens[at].lower in ground.words.verdicts.told and _is_noun(ground, at):
            introduced = _introduces(ground, at, first)
            after = ground.tokens[at + 1].lower
            free = not strict and (
                after not in ground.words.points or after in ground.words.verdicts.determiners
            )
            direct = free and _says_directly(ground, at, first)
            return _with_determiners(ground, at) if introduced or direct else None
        if _parts_before(ground, at + 1):
            return None
    return None


def claimed_scope(ground: Ground, first: int, end: int) -> Range:
    """What a noun of saying introduces before the verdict, or nothing: *the claim that X fell flat*."""
    claimed = claimed_start(ground, first, strict=True)
    return (end, end) if claimed is None else (claimed, first)


def _parts_before(ground: Ground, at: int) -> bool:
    """Whether a clause that stands for itself begins at token `at`."""
    part = ground.parts[ground.part_of[at]]
    if part.first != at:
        return False
    joined = part.link == "coordinate" and at > 0 and ground.tokens[at - 1].text == ","
    return part.opposed or joined or part.link in _PARTED


def _is_noun(ground: Ground, at: int) -> bool:
    """Whether the word at `at` is a subject, and no verb: *the report that*, but *the army reports that*."""
    before = _with_determiners(ground, at) - 1
    if before < 0:
        return True
    token = ground.tokens[before]
    opens = token.lower in ground.words.joins or token.lower in ground.words.verdicts.complementizers
    return token.kind == "mark" or ground.says(token) or opens


def _with_determiners(ground: Ground, at: int) -> int:
    """Where the noun phrase starts whose noun stands at `at`."""
    start = at
    while start > max(0, at - _DETERMINERS):
        if ground.tokens[start - 1].lower not in ground.words.verdicts.determiners:
            break
        start -= 1
    return start


def _introduces(ground: Ground, at: int, first: int) -> bool:
    """Whether a word like *that* follows the noun before any mark."""
    for token in ground.tokens[at + 1 : min(first, at + 1 + _INTRODUCED)]:
        if token.lower in ground.words.verdicts.complementizers:
            return True
        if token.kind == "mark":
            return False
    return False


def _says_directly(ground: Ground, at: int, first: int) -> bool:
    """Whether a clause follows the noun without *that*: *rumours the company knew*, with no mark before the
    verdict and nobody who says anything.
    """
    within = ground.tokens[at + 1 : first]
    told = [
        token
        for token in within
        if ground.says(token) and ground.verb(token) and token.lower not in ground.words.verdicts.knowing
    ]
    states = any(ground.verb(token) for token in within)
    return states and not told and all(token.kind != "mark" for token in within)


def opening_scope(ground: Ground, first: int, end: int) -> Range:
    """What follows a verdict that stands before what it judges, or nothing: *menurut N, bohong X*."""
    scope = forward(ground, end, COMPLEMENT) if opens_clause(ground, first, end) else None
    return scope or (end, end)


def opens_clause(ground: Ground, first: int, end: int) -> bool:
    """Whether the verdict at ``[first, end)`` stands before what it judges: nothing, a frame or who speaks
    stands before it, and more than light words behind it.
    """
    scope = forward(ground, end, COMPLEMENT)
    tokens, words = ground.tokens, ground.words
    if (
        scope is None
        or tokens[end].kind == "mark"
        or tokens[end].lower in words.joins
        or tokens[end].lower in words.verdicts.framing
    ):
        return False
    if tokens[scope[0]].lower in words.light or tokens[scope[0]].kind == "mark":
        return False
    before = first
    while before and tokens[before - 1].lower in words.verdicts.dummies:
        before -= 1
    if before and tokens[before - 1].lower in words.relative:
        return False
    head = _head(ground, before)
    if before == head:
        return before < first or not words.verdicts.dummies.whole
    last = next((one for one in reversed(tokens[head:before]) if one.kind != "mark"), tokens[head])
    if ground.says(last) or last.lower in words.verdicts.complementizers:
        return before < first or not words.verdicts.dummies.whole
    framed = tokens[head].lower in words.verdicts.framing and before - head <= _FRAME
    return framed and not any(
        ground.verb(token) for token in tokens[head + 1 : before] if token.text[0].islower()
    )


def _head(ground: Ground, first: int) -> int:
    """The first token of the sentence or quote that holds the token before `first`."""
    at = ground.part_of[max(first - 1, 0)]
    while at and ground.parts[at].link not in _PARTED | SPEAKING and not ground.parts[at].opposed:
        at -= 1
    head = ground.parts[at].first
    while head < first and ground.tokens[head].kind == "mark":
        head += 1
    return head
