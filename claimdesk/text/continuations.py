"""Passages without a speaker of their own that go on with somebody's words: in quotation marks, or in figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from claimdesk.model import Attribution, Passage
from claimdesk.text.quotations import Quotation
from claimdesk.text.speaker_words import fold
from claimdesk.text.speech_frames import Sentence

Attributions = dict[int, tuple[Attribution, ...]]
_CHAIN = 3  # passages in a row that may go on counting under one credit
_REACH = 3  # units between a number and what it counts


def continue_speakers(
    texts: Sequence[Passage],
    sentences: Mapping[int, Sentence],
    found: Mapping[int, tuple[Attribution, ...]],
    quotations: Sequence[Quotation],
    backs: Collection[int],
) -> Attributions:
    """`found`, and for passages without a frame of their own the speaker whose words they continue.

    A carried attribution credits the whole passage and says in `said_in` where its speaker is named.
    """
    credited: Attributions = dict(found)
    lines = {line: rank for rank, line in enumerate(sorted({passage.line for passage in texts}))}
    mates = _quotation_mates(texts, quotations)
    chain = 0
    for at, passage in enumerate(texts):
        if passage.index in found:
            chain = 0
            continue
        sentence = sentences[passage.index]
        before = texts[at - 1] if at else None
        after = texts[at + 1] if at + 1 < len(texts) else None
        near = before if before and lines[passage.line] - lines[before.line] <= 1 else None
        close = after if after and lines[after.line] - lines[passage.line] <= 1 else None
        given: tuple[Attribution, ...] = ()
        if close is not None and close.index in backs and not passage.heading:
            given = found[close.index]
        elif _is_quoted(sentence):
            given = _quoted_by(passage, mates.get(passage.index, ()), near, after, found, credited)
        elif near is not None and not near.heading and not passage.heading:
            if after is not None and after.line == passage.line and _is_framed(near, after, sentences, found):
                given = credited[near.index][-1:]
            elif chain < _CHAIN and _goes_on_counting(sentence):
                given = _counted_by(texts[max(at - 2, 0) : at], sentences, credited)
                chain += 1
        if given:
            carried = (replace(one, scope=passage.span) for one in given)
            credited[passage.index] = tuple(dict.fromkeys(carried))
    return dict(sorted(credited.items()))


def _quotation_mates(texts: Sequence[Passage], quotations: Sequence[Quotation]) -> dict[int, tuple[int, ...]]:
    """For each passage the passages that share a quotation with it."""
    mates: dict[int, tuple[int, ...]] = {}
    first = 0
    for quotation in quotations:
        while first < len(texts) and texts[first].end <= quotation.span.start:
            first += 1
        last = first
        while last < len(texts) and texts[last].start < quotation.span.end:
            last += 1
        group = tuple(passage.index for passage in texts[first:last])
        if len(group) > 1:
            for index in group:
                mates[index] = group
    return mates


def _is_quoted(sentence: Sentence) -> bool:
    """Whether a passage is somebody's speech: quoted for the most part, or in the first person."""
    words = [unit for unit in sentence.units if not unit.has("mark")]
    if any(unit.has("first") and not unit.quoted for unit in words):
        return True
    return len(words) > 2 and 2 * sum(unit.quoted > 0 for unit in words) >= len(words)


def _quoted_by(
    passage: Passage,
    mates: Sequence[int],
    near: Passage | None,
    after: Passage | None,
    found: Mapping[int, tuple[Attribution, ...]],
    credited: Attributions,
) -> tuple[Attribution, ...]:
    """Who speaks in a quoted passage: the speaker of its quotation, else of the line, else of the line before."""
    for index in (
        *(i for i in mates if i > passage.index),
        *(i for i in reversed(mates) if i < passage.index),
    ):
        if index in found:
            return found[index][-1:]
    if near is not None and near.index in credited and near.line == passage.line:
        return credited[near.index][-1:]
    if after is not None and after.index in found and after.line == passage.line:
        return found[after.index][-1:]
    return credited[near.index][-1:] if near is not None and near.index in credited else ()


def _is_framed(
    near: Passage,
    after: Passage,
    sentences: Mapping[int, Sentence],
    found: Mapping[int, tuple[Attribution, ...]],
) -> bool:
    """Whether one speaker is credited before, and quoted after, the passage between."""
    if near.index not in found or after.index not in found or not _is_quoted(sentences[after.index]):
        return False
    before, behind = found[near.index][-1], found[after.index][0]
    names = [set(fold(one.speaker).split()) for one in (before, behind)]
    return before.span == behind.span or names[1] <= names[0]


def _counted_by(
    before: Sequence[Passage], sentences: Mapping[int, Sentence], credited: Attributions
) -> tuple[Attribution, ...]:
    """Whose figures the two passages before hold; nobody's where another speaks last."""
    for passage in reversed(before):
        if passage.heading:
            break
        if passage.index in credited:
            if not any(unit.has("number", "data") for unit in sentences[passage.index].units):
                break
            return tuple(replace(one, via=()) for one in credited[passage.index][-1:])
    return ()


def _goes_on_counting(sentence: Sentence) -> bool:
    """Whether a passage states a count and names nobody and no other time."""
    if not _counts(sentence):
        return False
    units = sentence.units
    if units[0].has("data") and not sentence.has(1, "demonstrative"):
        return False
    phrase = sentence.phrase(0)
    named = phrase is not None and any(
        unit.has("person", "name", "body", "agency") for unit in phrase.units(units)
    )
    return not named and not any(sentence.is_date(at) for at in range(len(units)))


def _counts(sentence: Sentence) -> bool:
    """Whether the passage has a number beside a counted noun."""
    units = sentence.units
    return any(
        unit.has("number")
        and any(sentence.has(near, "counted") for near in range(max(at - _REACH, 0), at + _REACH + 1))
        for at, unit in enumerate(units)
    )
