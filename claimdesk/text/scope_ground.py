"""What the rules of scopes stand on: the clauses of a passage, and how they hang together around a cue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimdesk.model import Token
from claimdesk.text.clause_cuts import SUBORDINATE, Link
from claimdesk.text.clauses import Part
from claimdesk.text.patterns import Words, starts_sentence

Range = tuple[int, int]  # tokens [first, end)

# Links across which a scope goes on to the next part.
HANGING: frozenset[Link] = frozenset({"complement", "relative"})
AHEAD = HANGING | frozenset[Link]({"result"})
COMPLEMENT = AHEAD | frozenset[Link]({"quote", "purpose", "condition"})
SPEAKING: frozenset[Link] = frozenset({"frame", "unquote"})
BEHIND = SPEAKING | frozenset[Link]({"adverbial", "coordinate", "purpose", "result"})
WHOLE: frozenset[Link] = frozenset({"start", "sentence", "quote", "unquote"})

# Bounds, so that the time stays linear in hostile text.
_FARTHEST = 12  # parts over which a scope reaches
_SKIPPED = 12  # tokens skipped to find the first content word
_LISTED = 4  # tokens of a member of a list and the word before the last one
_SUBJECT = 40  # tokens in which a subject is looked for
MARKS = 60  # tokens that are looked over for a word or a comma


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """What `text.verdict_scopes` looks for: nouns of saying, the words around them and around verdicts."""

    told: Words
    determiners: Words
    complementizers: Words
    framing: Words
    knowing: Words
    dummies: Words


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """The word lists of one language, as `lang/id/cues.yaml` explains them."""

    light: Words
    that: Words
    happens: Words
    points: Words
    claims: Words
    states: Words
    existing: Words
    before_bare: Words
    joins: Words
    speaking: Words
    infinitive: Words
    relative: Words
    instead: Words
    event_beginnings: tuple[str, ...]
    event_endings: tuple[str, ...]
    clitics: tuple[str, ...]
    verdicts: VerdictWords


@dataclass(frozen=True, slots=True)
class Ground:
    """The tokens of a passage, their parts, the part of each token, word lists and tests for verbs."""

    tokens: Sequence[Token]
    parts: Sequence[Part]
    part_of: Sequence[int]
    words: ScopeWords
    verb: Callable[[Token], bool]
    says: Callable[[Token], bool]


def end_of(ground: Ground, at: int, through: frozenset[Link]) -> int:
    """The end of the last part that hangs on part `at` by the links of `through`."""
    parts, own = ground.parts, at
    while at + 1 < min(len(parts), own + _FARTHEST) and not parts[at + 1].opposed:
        if through == HANGING and ground.tokens[parts[at].last - 1].text == ":":
            break  # what follows a colon is a statement of its own, unless it is what is denied or asked
        inside = at > own and _goes_on(ground, at, through)
        if parts[at + 1].link not in through and not inside and not _interrupts(ground, at + 1):
            break
        at += 1
    return parts[at].last


def _interrupts(ground: Ground, at: int) -> bool:
    """Whether part `at` only says who speaks, between commas, or goes on behind that: *X, he said, Y*."""
    parts = ground.parts
    after_frame = parts[at].link == "resume" and parts[at - 1].link == "frame"
    before_rest = parts[at].link == "frame" and at + 1 < len(parts) and parts[at + 1].link == "resume"
    return after_frame or before_rest


def _goes_on(ground: Ground, at: int, through: frozenset[Link]) -> bool:
    """Whether part `at`, which hangs on the cue, goes on in the next: behind what it holds, or with *and*.

    A joined clause that says who says it stands for itself (*denied that X and said that Y*), and so does an
    adverbial clause with a subject of its own.
    """
    own, following = ground.parts[at], ground.parts[at + 1]
    if following.link == "resume":  # the comma may also end a fronted clause: "jika X yang Y, | Z"
        comma = ground.tokens[own.last - 1].text == ","
        fronted = comma and ground.parts[at - 1].link in SUBORDINATE
        return own.link == "complement" or (own.link == "relative" and not fronted)
    if through != COMPLEMENT or following.first == following.last:
        return False
    if following.link == "adverbial":
        return following.head < following.last and ground.verb(ground.tokens[following.head])
    within = ground.tokens[following.head : following.last]
    return following.link == "coordinate" and not any(ground.says(token) for token in within)


def main_part(ground: Ground, at: int) -> int:
    """The part that part `at` hangs on: back over relative and complement clauses."""
    parts, own = ground.parts, at
    while at > max(0, own - _FARTHEST) and not parts[at].opposed:
        resumed = parts[at].link == "resume" and parts[at - 1].link in ("relative", "frame")
        if parts[at].link not in HANGING and not resumed and not _interrupts(ground, at):
            break
        at -= 1
    return at


def main_after(ground: Ground, at: int) -> int:
    """The main clause behind a condition that starts the sentence, over what is joined to it; 0 for none."""
    if not starts_sentence(ground.tokens, ground.parts[at].first):
        return 0
    for number in range(at + 1, min(at + _FARTHEST, len(ground.parts))):
        if ground.parts[number].link == "resume" and ground.parts[number - 1].link != "relative":
            return number
        if ground.parts[number].link in WHOLE | SPEAKING:
            return 0
    return 0


def forward(ground: Ground, end: int, through: frozenset[Link]) -> Range | None:
    """From the first content word after the cue; None where no word follows in reach."""
    last = end_of(ground, ground.part_of[end - 1], through)
    return (_content(ground, end, last), last) if has_words(ground, end, last) else None


def _content(ground: Ground, first: int, end: int) -> int:
    """The first content word from `first` on; `first` where there is none near."""
    for at in range(first, min(end, first + _SKIPPED)):
        if ground.tokens[at].kind != "mark" and ground.tokens[at].lower not in ground.words.light:
            return at
    return first


def group_start(ground: Ground, at: int) -> int:
    """The part where the clauses start that part `at` goes on, back to one that is set against another."""
    own = at
    while (
        at > max(0, own - _FARTHEST) and not ground.parts[at].opposed and ground.parts[at].link != "sentence"
    ):
        at -= 1
    return at


def subject_start(ground: Ground, first: int, over: Words) -> int:
    """Where the subject of the predicate at `first` starts; `first` itself where another verb stands between.

    Verbs right before it are its auxiliaries, those behind a word of `over` no predicates; behind a verb of
    saying and behind a comma, save in a list, another subject starts.
    """
    at = ground.part_of[first]
    main = main_part(ground, at) if ground.parts[at].link == "resume" else at
    if ground.parts[at].link == "relative" or main not in (at, at - 2):
        return first
    start, auxiliary = max(ground.parts[main].head, first - _SUBJECT), True
    for before in range(first - 1, start - 1, -1):
        token = ground.tokens[before]
        if ground.parts[ground.part_of[before]].link == "relative":
            continue
        says = ground.says(token) and ground.verb(token)
        fronted = token.text == "," and not auxiliary and not _goes_on_listing(ground, before + 1, first)
        if says or fronted:
            start = before + 1
            break
        if not ground.verb(token) or ground.tokens[max(before - 1, 0)].lower in over:
            auxiliary = auxiliary and token.kind == "mark"
        elif not auxiliary:
            return first
    return start if has_words(ground, start, first) else first


def _goes_on_listing(ground: Ground, at: int, end: int) -> bool:
    """Whether what stands behind a comma, from `at`, is of a list before its last member: *, B and C*."""
    return any(token.lower in ground.words.joins for token in ground.tokens[at : min(end - 1, at + _LISTED)])


def last_segment(ground: Ground, first: int, end: int) -> int:
    """Where the last stretch between commas of ``[first, end)`` starts, if it holds two words at least."""
    words = 0
    for at in range(end - 1, max(first, end - MARKS) - 1, -1):
        if ground.tokens[at].text == "," and words > 1:
            return at + 1
        words += ground.tokens[at].kind != "mark"
    return first


def has_words(ground: Ground, first: int, end: int) -> bool:
    """Whether any token of ``[first, end)`` is a word or number."""
    return any(ground.tokens[at].kind != "mark" for at in range(first, min(end, first + MARKS)))


def trim(ground: Ground, scope: Range) -> Range:
    """The range without marks at its ends, at least without the outer ones of very many."""
    first, end = scope
    floor = max(first, end - MARKS)
    while end > floor and ground.tokens[end - 1].kind == "mark":
        end -= 1
    ceiling = min(end, first + MARKS)
    while first < ceiling and ground.tokens[first].kind == "mark":
        first += 1
    return first, end


def relative_after(ground: Ground, end: int, last: int) -> int:
    """Where before `last` a relative clause behind the verb that is negated before `end` starts, else `last`:
    *did not save the ship that sank* leaves it sunk. Who *found no ship that sank* leaves open whether one
    did.
    """
    words, tokens = ground.words, ground.tokens
    bare = tokens[end - 1].lower in words.before_bare
    verb, found = -1, False
    for at in range(end, last):
        if tokens[at].lower in words.relative and tokens[at].lower not in words.infinitive:
            return last if found or verb in (-1, at - 1) else at
        found = found or tokens[at].lower in words.existing or ground.says(tokens[at])
        verb = at if ground.verb(tokens[at]) or (bare and at == end) else verb
    return last
