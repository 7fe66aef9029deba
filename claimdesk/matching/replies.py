"""What a reply answers: *Kelmar denied this*, *Arief membantah tuduhan itu*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimdesk.matching.running import REACH
from claimdesk.matching.surroundings import keeps_voice
from claimdesk.model import Match, Passage
from claimdesk.text.actors import find_actors
from claimdesk.text.claims import ClaimReading
from claimdesk.text.pointing import Pointing
from claimdesk.text.reading import Reading


def find_meant(
    read: Sequence[Reading],
    at: int,
    behind: Mapping[int, Sequence[Match]],
    claims: Sequence[ClaimReading],
) -> list[Match]:
    """What the passages that passage `at` only says something about were nominated for, those of `behind`.

    Of each claim the nearest: the one right before or, for an accusation, one of the last few where nobody
    else spoke since. Where that is nothing, it is the nearest of the last few at all: what stands between
    bears on no claim.
    """
    if not any(behind.values()):
        return []
    verdict = read[at].verdict
    if verdict is None:
        return []
    found: list[Match] = []
    for one in range(at - 1, at - 1 - (REACH if verdict.far else 1), -1):
        met = {row.claim for row in found}
        found += [row for row in behind.get(one, ()) if row.claim not in met]
        if one < 0 or not keeps_voice(read[one]):
            break
    if found or not verdict.far:
        return found
    for one in range(at - 1, at - 1 - REACH, -1):
        if behind.get(one):
            return [
                row for row in behind[one] if _may_answer(verdict, read[at], read[one], claims[row.claim])
            ]
    return []


def _may_answer(verdict: Pointing, reply: Reading, earlier: Reading, claim: ClaimReading) -> bool:
    """Whether who rejects an accusation is named by it or by the claim. Anybody may deny a report, but one
    that nobody is said to deny may be any other."""
    named = {token.lower for token in earlier.tokens} | claim.named
    subject = [token for token in reply.tokens if token.end <= verdict.span.start]
    who = [actor for actor in find_actors(subject, reply.language) if actor.names]
    if not who:
        return verdict.blames or (verdict.judges and bool(subject))
    return not verdict.blames or any(
        token.lower in named for one in who for token in subject[one.first : one.last]
    )


def point_back(
    passage: Passage, reading: Reading, texts: Sequence[Passage], meant: Sequence[Match]
) -> list[Match]:
    """The matches of a passage that only says something about what others are nominated for."""
    if not meant or reading.verdict is None:
        return []
    matched = (reading.verdict.span.shift(passage.start),)
    spans = {text.index: text.span for text in texts}
    again = [row for row in meant if row.about >= 0]  # two who deny one report, one after the other
    return [replace(row, passage=passage.index, matched=matched) for row in again] or [
        replace(row, passage=passage.index, matched=matched, context=(spans[row.passage],), about=row.passage)
        for row in meant
    ]
