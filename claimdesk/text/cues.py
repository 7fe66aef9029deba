"""Cues: words that change what a passage does, with the stretch each of them governs.

The words, their kinds and the rules of their scopes are data (`lang/<language>/cues.yaml`); how far a rule
reaches is `text.scopes`. Of overlapping cues the longest stays, so that *belum membantah* declines and
*bukan hanya* is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from claimdesk.model import Clause, Cue, CueKind, Span, Token, merge_spans
from claimdesk.text.clauses import find_parts, looks_like_verb, says
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns, read_words
from claimdesk.text.scope_ground import Ground, ScopeWords, VerdictWords
from claimdesk.text.scopes import scope_of
from claimdesk.text.tokens import find_tokens

_NONE = frozenset({"no", "none", "nobody", "nothing"})  # objects of a verb, unlike *without*
_CLOSE = 12  # characters between a cue and a matched word that is the verb it governs
_OF_DEEDS: frozenset[CueKind] = frozenset({"negation", "denial", "prediction", "plan", "urging"})
_VERBAL: frozenset[CueKind] = frozenset({"negation", "prediction", "plan", "urging"})


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a pattern stands for; no kinds: it only looks like a cue."""

    kinds: tuple[CueKind, ...]
    scope: str
    about_denial: bool


@dataclass(frozen=True, slots=True)
class _Words:
    patterns: Patterns[_Rule]
    scopes: ScopeWords


@cache
def _words(language: str) -> _Words:
    data = load_words(language, "cues")
    rows = [
        (pattern, _read_rule(entry["kind"], entry["scope"], entry.get("about", "")))
        for entry in data.get("cues", ())
        for pattern in entry["words"]
    ]
    return _Words(compile_patterns(rows, data.get("lists", {})), _read_scope_words(data))


def _read_scope_words(data: Mapping[str, Any]) -> ScopeWords:
    events = data.get("events", {})
    # A language without beginnings of its own knows its event nouns by their endings alone.
    beginnings, endings = tuple(events.get("beginnings", ("",))), tuple(events.get("endings", ()))
    infinitive = tuple(data.get("infinitive", ()))
    return ScopeWords(
        light=read_words(data.get("light", ())),
        that=read_words(data.get("that", ())),
        happens=read_words(data.get("happens", ())),
        points=read_words(data.get("points", ())),
        claims=read_words(data.get("claims", ())),
        states=read_words(data.get("states", ())),
        existing=read_words(data.get("existing", ())),
        before_bare=read_words(data.get("before_bare", ())),
        joins=read_words(data.get("joins", ())),
        speaking=read_words(data.get("speaking", ())),
        infinitive=read_words(infinitive),
        relative=read_words((*infinitive, *data.get("relative", ()))),
        instead=read_words(data.get("instead", ())),
        event_beginnings=beginnings,
        event_endings=endings,
        clitics=tuple(data.get("clitics", (" ",))),
        verdicts=VerdictWords(
            read_words(data.get("lists", {}).get("claimnoun", ())),
            *(
                read_words(data.get(name, ()))
                for name in ("determiners", "complementizers", "framing", "knowing", "dummies")
            ),
        ),
    )


def _read_rule(kind: str | list[str], scope: str, about: str) -> _Rule:
    kinds = [kind] if isinstance(kind, str) else kind
    return _Rule(tuple(kinds) if kinds != ["none"] else (), scope, about == "denial")  # type: ignore[arg-type]


def find_cues(text: str, language: str, tokens: Sequence[Token] | None = None) -> tuple[Cue, ...]:
    """All cues of `text`, in order of their words. `language` is ``id`` or ``en``; linear time.

    A word of two kinds (*won't*: negation and prediction) gives one cue of each.
    """
    tokens = find_tokens(text) if tokens is None else tokens
    words = _words(language)
    found = [one for one in find_patterns(words.patterns, tokens) if one.value.kinds]
    if not found:
        return ()
    parts = find_parts(tokens, language)
    part_of = [number for number, part in enumerate(parts) for _ in range(part.first, part.last)]
    tests = partial(looks_like_verb, language), partial(says, language)
    ground = Ground(tokens, parts, part_of, words.scopes, *tests)
    cues = []
    for one in found:
        span = Span(tokens[one.first].start, tokens[one.last - 1].end)
        first, end = scope_of(one.value.scope, ground, one.first, one.last)
        scope = Span(tokens[first].start, tokens[end - 1].end) if first < end else Span(span.end, span.end)
        cues += [Cue(kind, span, scope, span.of(text), one.value.about_denial) for kind in one.value.kinds]
    return tuple(cues)


def governing_cues(
    cues: Iterable[Cue], clauses: Sequence[Clause], spans: Sequence[Span], done: Sequence[Span] = ()
) -> tuple[Cue, ...]:
    """The cues that govern the words matched at `spans`, in order.

    Clauses set against one another are looked at apart: only the matched words in the group of clauses that
    holds most of them count. A cue governs when its scope covers more than half of their characters, or when
    its scope follows it and the first content word there is one of them. Where a verb is negated, foretold or
    urged, the matched words behind the cue decide, above all its verb; its subject does so only where nothing
    else matched. Where it is known which words say what is done (`done`), a negation or denial of just these
    governs, and a denial of none of these does not.
    """
    matched = _heaviest(clauses, merge_spans(spans))
    total = sum(len(span) for span in matched)
    return tuple(cue for cue in cues if total and _told(cue, done, _governs(cue, matched, total)))


def _told(cue: Cue, done: Sequence[Span], governs: bool) -> bool:
    """`governs`, unless the words that say what is done tell otherwise."""
    if cue.kind not in _OF_DEEDS or not done:
        return governs
    held = [cue.scope.overlaps(span) or cue.span.overlaps(span) or _takes_none(cue, span) for span in done]
    if cue.kind != "negation" and cue.kind != "denial":
        between = Span(cue.span.end, max(cue.scope.start, cue.span.end))  # *mungkin ikut bertempur*
        return governs and (any(held) or any(between.overlaps(span) for span in done))
    if cue.kind == "denial":
        return all(held) or (governs and any(held))
    near = any(0 <= span.start - cue.span.end <= _CLOSE for span in done)  # *tak ada perintah*
    near = near or any(_takes_none(cue, span) for span in done)
    return governs or (all(held) and (near or _starts_at(cue, done)))


def _takes_none(cue: Cue, verb: Span) -> bool:
    """Whether a negation stands right behind a verb, with its object: *lost no aircraft*."""
    return cue.text.casefold() in _NONE and 0 <= cue.span.start - verb.end <= 1


def _starts_at(cue: Cue, spans: Sequence[Span]) -> bool:
    """Whether the first content word behind the cue is one of those at `spans`."""
    start = cue.scope.start
    return start >= cue.span.end and len(cue.scope) > 0 and any(s.start <= start < s.end for s in spans)


def _governs(cue: Cue, matched: Sequence[Span], total: int) -> bool:
    scope = cue.scope
    total -= _covered(cue.span, matched) if cue.kind == "negation" else 0  # it says nothing of itself
    if cue.kind in _VERBAL and scope.start < cue.span.start and scope.end > cue.span.end:
        subject = _covered(Span(scope.start, cue.span.start), matched)
        before = _covered(Span(0, scope.start), matched)
        rest = total - subject
        if rest == before:
            return subject > before
        said = Span(cue.span.end, scope.end)
        close = any(said.overlaps(span) and span.start - cue.span.end <= _CLOSE for span in matched)
        return close or 2 * _covered(said, matched) > rest
    return 2 * _covered(scope, matched) > total or _starts_at(cue, matched)


def _covered(scope: Span, matched: Sequence[Span]) -> int:
    """How many characters of the matched words lie in `scope`."""
    return sum(
        min(scope.end, span.end) - max(scope.start, span.start) for span in matched if scope.overlaps(span)
    )


def _heaviest(clauses: Sequence[Clause], spans: Sequence[Span]) -> Sequence[Span]:
    """The spans in the group of clauses, cut where a clause is opposed, that holds most of them."""
    if not any(clause.opposed for clause in clauses):
        return spans
    starts = [0, *(clause.span.start for clause in clauses if clause.opposed)]
    groups: list[list[Span]] = [[] for _ in starts]
    for span in spans:
        number = max(number for number, start in enumerate(starts) if start <= span.start or number == 0)
        groups[number].append(span)
    return max(groups, key=lambda group: sum(len(span) for span in group))
