"""What in a passage opposes a phrase without a cue: an antonym, an exception, another who did it.

*The road is closed* shares all but one word with *the road is open*. The word that opposes turns the side
like a negation, or, where it proves nothing, keeps the passage from having the phrase's side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from claimdesk.evidence.doers import are_akin, denies_fact
from claimdesk.evidence.predication import is_said_of
from claimdesk.model import Span
from claimdesk.text.actors import Actor, as_aliases, find_actors
from claimdesk.text.clauses import looks_like_verb, says
from claimdesk.text.lemmas import CONTENT_WEIGHT, word_weight
from claimdesk.text.meeting import find_met
from claimdesk.text.opposites import Pole
from claimdesk.text.order import find_reversed, lacks_order
from claimdesk.text.reading import Reading
from claimdesk.text.roles import RoleComparison

Aliases = Iterable[Iterable[str]]


@dataclass(frozen=True, slots=True)
class Opposition:
    """The `word` that opposes; `turns`: it proves the opposite; `gradable`: its negation proves nothing."""

    kind: Literal["antonym", "order", "untold", "exception", "agent"]
    word: str
    turns: bool = True
    gradable: bool = False


def find_opposition(
    phrase: Reading,
    passage: Reading,
    matched: Sequence[Span],
    roles: RoleComparison | None = None,
    aliases: Aliases = (),
) -> Opposition | None:
    """What opposes `phrase` in the clauses of `passage` that hold the words at `matched`, if anything does.

    `roles` is how the two compare; where they agree on who won and who lost, no word of that opposes.
    """
    if roles is not None and roles.instead:
        return Opposition("agent", roles.passage)
    denier = _other_denier(phrase, passage, aliases)
    if denier:
        return Opposition("agent", denier, turns=False)
    agreed = roles is not None and roles.same
    for asked in phrase.poles:
        for pole in _opposed(phrase, asked, passage, matched):
            if not (pole.pair.directed and agreed):
                turns = _turns(phrase, asked, passage, pole, aliases)
                return Opposition("antonym", pole.span.of(passage.text), turns, pole.pair.gradable)
    late = find_reversed(phrase, passage)
    if late:
        return Opposition("order", late)
    if lacks_order(phrase, passage) or _lacks_limit(phrase, passage):
        return Opposition("untold", "", turns=False)
    return _exception(phrase, passage, matched)


def _opposed(phrase: Reading, asked: Pole, passage: Reading, matched: Sequence[Span]) -> list[Pole]:
    """The opposites of `asked` in the clause of the passage that holds most of what matched.

    None where the passage holds `asked` itself, or a word that means the same, or the phrase both sides; a
    word that is a negation (*called off*) has its own gate.
    """
    said = {(pole.pair, pole.side) for pole in passage.poles}
    both = any(pole.pair == asked.pair and pole.side != asked.side for pole in phrase.poles)
    if both or (asked.pair, asked.side) in said or _negates(phrase, asked.span):
        return []
    found = [pole for pole in passage.poles if pole.pair == asked.pair and pole.side != asked.side]
    if not found or _meant(phrase, asked, passage, found):
        return []
    return [
        pole
        for pole in found
        if not _negates(passage, pole.span)
        and (_beside(passage, pole.span, matched) or shares_clause(phrase, asked.span, passage, pole.span))
    ]


def _negates(reading: Reading, at: Span) -> bool:
    return any(cue.kind in ("negation", "denial") and cue.span.overlaps(at) for cue in reading.cues)


def _meant(phrase: Reading, asked: Pole, passage: Reading, found: Sequence[Pole]) -> bool:
    """Whether another word of the passage means what `asked` does: of its lemma or one of its concepts."""
    wanted = {name for first, last, name in phrase.concepts if first < asked.last and asked.first < last}
    roots = set(phrase.lemmas[asked.first : asked.last])
    taken = {at for pole in found for at in range(pole.first, pole.last)}
    if any(name in wanted and taken.isdisjoint(range(first, last)) for first, last, name in passage.concepts):
        return True
    return any(root in roots and at not in taken for at, root in enumerate(passage.lemmas))


def _beside(passage: Reading, at: Span, matched: Sequence[Span]) -> bool:
    """Whether the clause of `at` holds at least half of the matched words."""
    clause = passage.clause_of(at)
    words = [span for span in matched if not span.overlaps(at)]
    held = sum(len(span) for span in words if clause.contains(span))
    return held > 0 and 2 * held >= sum(len(span) for span in words)


def shares_clause(phrase: Reading, asked: Span, passage: Reading, at: Span) -> bool:
    """Whether the clause of `at` in `passage` holds half of what that of `asked` in `phrase` says."""
    home, clause = phrase.clause_of(asked), passage.clause_of(at)
    words = [
        number
        for number, token in enumerate(phrase.tokens)
        if home.contains(token.span)
        and not token.span.overlaps(asked)
        and word_weight(phrase.lemmas[number], phrase.language) == CONTENT_WEIGHT
        and not any(cue.span.overlaps(token.span) for cue in phrase.cues)
    ]
    held = sum(any(clause.contains(one) for one in find_met(phrase, word, passage)) for word in words)
    return held > 0 and 2 * held >= len(words)


def _turns(phrase: Reading, asked: Pole, passage: Reading, pole: Pole, aliases: Aliases) -> bool:
    """Whether the opposite proves the phrase wrong: said of the same, at the same time, and not counted."""
    counts = any(figure.kind == "count" for figure in phrase.figures)
    if pole.pair.passing or counts or (pole.pair.counted and passage.figures):
        return False
    if not is_said_of(phrase, asked, passage, pole):
        return False
    if not pole.pair.directed:
        return True
    one, other = _subject(phrase, asked, aliases), _subject(passage, pole, aliases)
    return one is not None and other is not None and one.same(other)


def _subject(reading: Reading, pole: Pole, aliases: Aliases) -> Actor | None:
    """The last actor with a name before the word."""
    actors = find_actors(reading.tokens, reading.language, as_aliases(aliases))
    before = [actor for actor in actors if actor.names and actor.last <= pole.first]
    return before[-1] if before else None


def _other_denier(phrase: Reading, passage: Reading, aliases: Aliases) -> str:
    """Who denies it in the passage, where the phrase says that another known by name does; else empty."""
    asked, said = _deniers(phrase, aliases), _deniers(passage, aliases)
    if not asked or not said or not all(actor.known for actor in (*asked, *said)):
        return ""
    if any(are_akin(phrase, one, passage, other) for one in asked for other in said):
        return ""
    tokens = passage.tokens
    return passage.text[tokens[said[0].first].start : tokens[said[0].last - 1].end]


def _deniers(reading: Reading, aliases: Aliases) -> list[Actor]:
    """The last actor with a name before each denial."""
    denials = [
        cue.span.start for cue in reading.cues if cue.kind == "denial" and _is_verbal(cue.span, reading)
    ]
    if not denials or denies_fact(reading):
        return []
    actors = [
        actor
        for actor in find_actors(reading.tokens, reading.language, as_aliases(aliases))
        if actor.names and not actor.before
    ]
    before = [[one for one in actors if reading.tokens[one.last - 1].end <= at][-1:] for at in denials]
    return [one for row in before for one in row]


def _is_verbal(at: Span, reading: Reading) -> bool:
    """Whether a verb stands at `at`, which has a subject: *denied*, but not *hoax*."""
    return any(
        looks_like_verb(reading.language, token) or says(reading.language, token)
        for token in reading.tokens
        if at.contains(token.span)
    )


def _lacks_limit(phrase: Reading, passage: Reading) -> bool:
    """Whether only the phrase says that there is no more: *only two of them were hurt*, against *was hurt*.

    Where the phrase has a figure, one of the passage will do as well.
    """
    asked = phrase.quantifiers.only
    if not asked or passage.quantifiers.only or (phrase.figures and passage.figures):
        return False
    return not any(cue.kind in ("negation", "denial") for cue in phrase.cues) and not _is_and_more(
        phrase, asked[0]
    )


def _is_and_more(phrase: Reading, at: Span) -> bool:
    """Whether a negation stands right before the word: *not only*."""
    negations = {phrase.tokens[last - 1].span.end for _, last, name in phrase.concepts if name == "negation"}
    return any(0 <= at.start - end <= 1 for end in negations)


def _exception(phrase: Reading, passage: Reading, matched: Sequence[Span]) -> Opposition | None:
    """What the passage leaves out, or that it speaks of some only, where the phrase speaks of all."""
    asked, said = phrase.quantifiers, passage.quantifiers
    if not asked.all or asked.excepting or asked.some:
        return None
    left_out = [span for span in said.excepting if _leaves_out(phrase, passage, span)]
    if left_out:
        return Opposition("exception", left_out[0].of(passage.text))
    some = [span for span in said.some if not said.all and _beside(passage, span, matched)]
    return Opposition("exception", some[0].of(passage.text), turns=False) if some else None


def _leaves_out(phrase: Reading, passage: Reading, at: Span) -> bool:
    """Whether an exception is one from the *all* of the phrase, and not from a *nobody* before it.

    No other clause stands between the two. *All but two*, *except for two, all* have none before them.
    """
    anchor = next((one for one in reversed(passage.quantifiers.all) if one.start <= at.start), at)
    clause = passage.clause_of(anchor)
    if not clause.contains(at) and any(clause.end <= one.span.start < at.start for one in passage.clauses):
        return False
    between = Span(min(clause.start if anchor == at else anchor.end, at.start), at.start)
    negated = any(cue.kind == "negation" and between.contains(cue.span) for cue in passage.cues)
    return not negated and shares_clause(phrase, phrase.quantifiers.all[0], passage, anchor)
