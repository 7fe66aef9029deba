"""Background: clauses beside the point of a sentence, which no denial, plan or question around them reaches.

*She denied any part in the raid, in which 40 died*: the deaths are not denied. Taken for granted is a
relative clause behind a comma (Potts, The Logic of Conventional Implicatures, 2005), one that tells which
thing is meant (*the raid that killed 40*, *membantah terlibat dalam serangan yang menewaskan 40 orang*;
Strawson 1950), and when something was, if that is told in the past (*after 40 had been killed*). One that
tells what was said is none: *the report, which said that 40 had died*. Nor is the clause of a cleft sentence,
which asserts it of what stands before: *it was not the raid that killed 40*. The words are data:
`lang/<language>/background.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimdesk.model import Cue, Span, Token
from claimdesk.text.clauses import looks_like_verb, says
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, Words, compile_patterns, find_patterns, read_words

_LONGEST = 60  # tokens of a clause
_NOUN_PHRASE = 10  # tokens in which the word that makes a noun definite is looked for
_MARKS = frozenset(',;.?!:()—–"“”')


@dataclass(frozen=True, slots=True)
class _Words:
    openings: Patterns[str]
    telling: Patterns[str]
    clefts: Patterns[str]
    definite: Words
    closers: Words
    partaking: Words
    claims: Words
    past: Words
    between: Words
    authors: Words
    wrapping: Words


@cache
def _words(language: str) -> _Words:
    data = load_words(language, "background")
    rows = [(pattern, kind) for kind in ("beside", "which", "when") for pattern in data[kind]]
    lists = ("definite", "closers", "partaking", "claims", "past", "between", "authors", "wrapping")
    return _Words(
        compile_patterns(rows, {}),
        compile_patterns(((pattern, "") for pattern in data["telling"]), {}),
        compile_patterns(((pattern, "") for pattern in data["clefts"]), {}),
        **{name: read_words(data[name]) for name in lists},
    )


def find_background(tokens: Sequence[Token], language: str) -> tuple[Span, ...]:
    """The clauses that are background, without the mark before them, in order. Linear time."""
    words = _words(language)
    told = [found.first for found in find_patterns(words.telling, tokens)]
    cleft = {found.last for found in find_patterns(words.clefts, tokens)}
    spans: list[Span] = []
    end = 0
    for found in find_patterns(words.openings, tokens):
        first = found.first + (tokens[found.first].kind == "mark")
        if first < end or first in cleft:
            continue
        last = _end(tokens, found.last, language, beside=found.value == "beside")
        if not last or any(first <= at < last for at in told):
            continue
        closed = tokens[last - 1].lower in words.closers
        if found.value == "which" and not closed and not _is_meant(tokens, first, language, words):
            continue
        if found.value == "when" and not any(one.lower in words.past for one in tokens[found.last : last]):
            continue
        spans.append(Span(tokens[first].start, tokens[last - 1].end))
        end = last
    return tuple(spans)


def _end(tokens: Sequence[Token], first: int, language: str, beside: bool) -> int:
    """The token behind a clause that goes on at `first`; 0 where no verb is in it.

    It ends at a mark; one that is not set `beside` the sentence by a comma also at *itu* and where another
    verb follows its own, which is that of the sentence: *the raid that killed 40 people | was denied*.
    """
    words = _words(language)
    seen = group = False
    for at in range(first, min(len(tokens), first + _LONGEST)):
        token = tokens[at]
        if token.text in _MARKS:
            return at if seen else 0
        verb = looks_like_verb(language, token)
        if beside:
            seen = seen or verb
            continue
        if token.lower in words.closers and seen:
            return at + 1
        if verb and seen and not group and tokens[at - 1].lower not in words.between:
            return at
        group = verb or (group and token.lower in words.between)
        seen = seen or verb
    return min(len(tokens), first + _LONGEST) if seen else 0


def _is_meant(tokens: Sequence[Token], first: int, language: str, words: _Words) -> bool:
    """Whether the noun before `first` is one that is known (*the raid that*), or one taken part in."""
    if first and says(language, tokens[first - 1]) and tokens[first - 1].lower not in words.partaking:
        return False  # "they deny that 40 died"
    for at in range(first - 1, max(first - 1 - _NOUN_PHRASE, -1), -1):
        lower = tokens[at].lower
        if lower in words.definite and at and tokens[at - 1].lower in words.authors:
            continue  # "a report by the paper that 40 died"
        if lower in words.definite or lower in words.partaking:
            return True
        if tokens[at].kind == "mark" or lower in words.claims or looks_like_verb(language, tokens[at]):
            return False
    return False


def part_outer(
    cues: Sequence[Cue],
    spans: Sequence[Span],
    background: Sequence[Span],
    tokens: Sequence[Token],
    language: str,
) -> tuple[list[Cue], list[Cue]]:
    """Those of `cues` that can reach the words at `spans`: where most of these are background, its own.

    Then those that leave open what is taken for granted: cues of a whole statement around it.
    """
    total = sum(len(span) for span in spans)
    for home in background:
        if 2 * sum(len(span) for span in spans if home.contains(span)) > total:
            own = [cue for cue in cues if home.contains(cue.span)]
            wrapped = find_wrapped(tokens, home.start, language)
            return own, [cue for cue in cues if _wraps(cue, wrapped) and cue not in own]
    return list(cues), []


def find_wrapped(tokens: Sequence[Token], before: int, language: str) -> int:
    """Where the last word that opens a whole statement ends, of those that end by `before`; 0 without one.

    *It is not true that the troops, who number 24,000, left*: of a statement that is denied as a whole it is
    left open what is taken for granted. *Rejected the claim that* denies no more than that claim.
    """
    words = _words(language)
    ends = (
        token.end
        for at, token in enumerate(tokens)
        if token.end <= before
        and token.lower in words.wrapping
        and not (at and tokens[at - 1].lower in words.claims)
    )
    return max(ends, default=0)


def _wraps(cue: Cue, wrapped: int) -> bool:
    return cue.span.start < wrapped or (cue.kind == "question" and wrapped > 0)
