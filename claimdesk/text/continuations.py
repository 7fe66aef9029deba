"""Passages without a speaker of their own that go on with somebody's words: in quotation marks, or in
figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from claimdesk.model import Attribution, Passage
from claimdesk.text.quotations import Quotation
from claimdesk.text.speaker_words import fold
from claimdesk.text.speech_frames import Sentence

Attributions = dict[int, tuple[Attribution, ...]]
Given = tuple[Attribution, ...]
_CHAIN = 3  # passages in a row that may go on counting under one credit
_BACK = 2  # passages looked back at for the count that goes on
_REACH = 3  # units between a number and what it counts
_LATEST = 6  # units before a spelled number, which further on is seldom the sentence's count


def continue_speakers(
    texts: Sequence[Passage],
    sentences: Mapping[int, Sentence],
    found: Mapping[int, Given],
    quotations: Sequence[Quotation],
    backs: Collection[int],
) -> Attributions:
    """`found`, and for passages without a frame of their own the speaker whose words they continue.

    A carried attribution credits the whole passage and says in `said_in` where its speaker is named. `backs`
    are the passages that credit the one before them (*Hal itu disampaikan X*).
    """
    credited: Attributions = dict(found)
    rank = {line: number for number, line in enumerate(sorted({passage.line for passage in texts}))}
    quoted = _credited_quotations(texts, quotations, found)
    chain = 0
    for at, passage in enumerate(texts):
        if passage.index in found:
            chain = 0
            continue
        near, close = texts[at - 1 : at], texts[at + 1 : at + 2]
        before = next((one for one in near if rank[passage.line] - rank[one.line] <= 1), None)
        after = next((one for one in close if rank[one.line] - rank[passage.line] <= 1), None)
        given: Given = ()
        if passage.heading:
            continue
        if after is not None and after.index in backs:
            given = found[after.index]
        elif _is_speech(sentences[passage.index]):
            given = _quoted_by(passage, quoted.get(passage.index, ()), before, after, found, credited)
        elif (
            before is not None and after is not None and _is_framed(before, passage, after, sentences, found)
        ):
            given = credited[before.index][-1:]
        elif before is not None and chain < _CHAIN and _goes_on_counting(sentences[passage.index]):
            given = _counted_by(texts[max(at - _BACK, 0) : at], sentences, credited)
            chain += 1
        if given:
            carried = (replace(one, scope=passage.span) for one in given)
            credited[passage.index] = tuple(dict.fromkeys(carried))
    return dict(sorted(credited.items()))


def _credited_quotations(
    texts: Sequence[Passage], quotations: Sequence[Quotation], found: Mapping[int, Given]
) -> dict[int, tuple[int, ...]]:
    """For each passage the credited ones, by index, that share a quotation with it."""
    shared: dict[int, tuple[int, ...]] = {}
    first = 0
    for quotation in quotations:
        while first < len(texts) and texts[first].end <= quotation.span.start:
            first += 1
        last = first
        while last < len(texts) and texts[last].start < quotation.span.end:
            last += 1
        if last - first > 1:
            group = [passage.index for passage in texts[first:last]]
            credited = tuple(index for index in group if index in found)
            shared.update((index, credited) for index in group)
    return shared


def _is_speech(sentence: Sentence) -> bool:
    """Whether a passage is somebody's speech: quoted for the most part, or in the first person."""
    words = [unit for unit in sentence.units if not unit.has("mark")]
    if any(unit.has("first") and not unit.quoted for unit in words):
        return True
    return len(words) > 2 and 2 * sum(unit.quoted > 0 for unit in words) >= len(words)


def _quoted_by(
    passage: Passage,
    shared: Sequence[int],
    before: Passage | None,
    after: Passage | None,
    found: Mapping[int, Given],
    credited: Attributions,
) -> Given:
    """Who speaks in a quoted passage: the speaker of its quotation, else of the line, else of the line
    before."""
    behind = bisect_right(shared, passage.index)
    for index in (*shared[behind : behind + 1], *shared[max(behind - 1, 0) : behind]):
        return found[index][-1:]
    earlier = credited.get(before.index, ()) if before is not None else ()
    later = found.get(after.index, ()) if after is not None and after.line == passage.line else ()
    if before is not None and before.line == passage.line:
        return earlier[-1:] or later[-1:]
    return later[-1:] or earlier[-1:]


def _is_framed(
    before: Passage,
    passage: Passage,
    after: Passage,
    sentences: Mapping[int, Sentence],
    found: Mapping[int, Given],
) -> bool:
    """Whether one speaker is credited before a passage, and quoted after it in the same line."""
    if before.index not in found or after.index not in found or after.line != passage.line:
        return False
    last, first = found[before.index][-1], found[after.index][0]
    same = last.span == first.span or set(fold(first.speaker).split()) <= set(fold(last.speaker).split())
    return same and _is_speech(sentences[after.index])


def _counted_by(
    before: Sequence[Passage], sentences: Mapping[int, Sentence], credited: Attributions
) -> Given:
    """Whose figures the passages before hold; nobody's where another speaks last."""
    for passage in reversed(before):
        if passage.heading:
            break
        if passage.index in credited:
            units = sentences[passage.index].units
            counted = any(unit.has("number", "spelled", "data") for unit in units)
            counted = counted and not any(unit.has("declining", "answering") for unit in units)
            return tuple(replace(one, via=()) for one in credited[passage.index][-1:]) if counted else ()
    return ()


def _goes_on_counting(sentence: Sentence) -> bool:
    """Whether a passage states a count and names nobody and no other time."""
    units = sentence.units
    reported = units[0].has("data") and not (units[0].has("counted") or sentence.has(1, "counted"))
    if units[0].has("turn") or (reported and not sentence.has(1, "demonstrative")):
        return False  # "Meanwhile …", "Reports had swung …"
    phrase = sentence.phrase(0)
    named = phrase is not None and any(
        unit.has("person", "name", "body", "agency") for unit in phrase.units(units)
    )
    counts = any(
        (unit.has("number") or (unit.has("spelled") and at < _LATEST))
        and any(sentence.has(near, "counted") for near in range(max(at - _REACH, 0), at + _REACH + 1))
        for at, unit in enumerate(units)
    )
    return counts and not named and not any(sentence.is_date(at) for at in range(len(units)))
