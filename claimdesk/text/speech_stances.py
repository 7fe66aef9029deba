"""Frames of stance and decision: whose verb takes a position without a verb of speech speaks all the same.

*Orvane accepts 300 barrels*, *Direktur X tidak terima*, *the minister would not take sides* say what their
subject holds; *Polda X menahan dua orang* is what an authority decides, and so its own statement. Only the
subject of a main clause counts, and only where nobody else is credited before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.text.speaker_phrases import SpeakerPhrase
from claimdesk.text.speech_frames import Frame, Sentence
from claimdesk.text.speech_subjects import find_subject

_RUN = ("adverb", "auxiliary", "negation", "future", "infinitive", "willing", "refusing")
_PARTING = 8  # units in which *away* or *aside* follows *waved*
_HOLDERS = ("name", "person", "body", "generic", "acronym", "cap", "pronoun", "plural", "own", "place")
_DECIDERS = ("person", "body", "acronym")


def find_stance(s: Sentence, frames: Sequence[Frame]) -> Frame | None:
    """The frame of the first main verb of stance or decision; none where one of the sorted `frames` comes
    before it."""
    if s.heading:
        return None
    end = len(s.units)
    if frames:
        first = frames[0]
        if first.kind not in ("before", "whole", "after") or first.back or first.clause < 2:
            return None
        if not s.has(first.clause - 1, "subordinator", "relative"):
            return None
        end = first.clause - 1
    for at in range(end):
        unit = s.units[at]
        if unit.quoted or not unit.has("stance", "decides", "parted", "willing", "refusing"):
            continue
        frame = _frame_at(s, at)
        if frame is not None:
            return frame
    return None


def _frame_at(s: Sentence, at: int) -> Frame | None:
    unit = s.units[at]
    run = _run_start(s, at)
    refuses = _refuses(s, at)
    stands = unit.has("stance") or refuses or (unit.has("parted") and _is_parted_off(s, at))
    decides = unit.has("decides") and _has_object(s, at) and not _is_negated(s, run, at)
    if not (stands or decides) or _is_no_verb(s, at, run):
        return None
    subject = find_subject(s, run, 0, loose=False)
    if subject is None or not _is_main(s, subject, run):
        return None
    if (stands and _may_hold(s, subject, refuses, unit.has("link"))) or (decides and _may_decide(s, subject)):
        return Frame("whole", subject, subject.start, at + 1, s.clause_start(subject.start))
    return None


def _run_start(s: Sentence, at: int) -> int:
    """The start of the adverbs and auxiliaries before the verb `at`."""
    while at > 0 and s.units[at - 1].has(*_RUN) and not s.units[at - 1].has("name", "cap", "acronym"):
        at -= 1
    return at


def _refuses(s: Sentence, at: int) -> bool:
    """Whether somebody is unwilling: *tidak mau …*, *enggan …*, *would not …*."""
    if s.has(at, "refusing"):
        return at + 1 < len(s.units) and not s.has(at + 1, "mark")
    near = at - 1 if s.head_first else at + 1
    return s.has(at, "willing") and s.has(near, "negation")


def _is_parted_off(s: Sentence, at: int) -> bool:
    return any(s.has(here, "parting") for here in range(at + 1, min(at + _PARTING, len(s.units))))


def _is_no_verb(s: Sentence, at: int, run: int) -> bool:
    """Whether the word is a noun, a participle or an infinitive here: *its demands*, *was ordered*."""
    unit = s.units[at]
    if unit.capital and at > 0:
        return True
    if s.head_first:
        return s.has(at - 1, "preposition", "determiner", "relative", "infinitive")
    if s.has(at - 1, "clitic", "determiner", "possessive", "number", "infinitive"):
        return not s.has(at - 1, "adverb", "calendar")
    passive = any(one.has("auxiliary") for one in s.units[run:at])
    return (passive and not unit.has("state")) or s.has(at + 1, "agent")


def _has_object(s: Sentence, at: int) -> bool:
    """Whether a noun may follow: *closed the pit*, but *closed lower*, *closed on Monday*."""
    if s.has(at, "clitic"):
        return True  # "membubarkannya"
    behind = ("mark", "preposition", "coordinator", "calendar", "adverb", "subordinator")
    return at + 1 < len(s.units) and (s.units[at + 1].quoted > 0 or not s.has(at + 1, *behind))


def _is_negated(s: Sentence, run: int, at: int) -> bool:
    return any(unit.has("negation") for unit in s.units[run:at])


def _is_main(s: Sentence, subject: SpeakerPhrase, run: int) -> bool:
    """Whether `subject` opens a main clause of the sentence and has its first verb at `run`."""
    if s.units[subject.start].quoted or s.has(run - 1, "relative"):
        return False
    start = s.clause_start(subject.start)
    if s.has(start - 1, "that", "subordinator", "relative", "coordinator", "opposed"):
        return False
    between = s.units[subject.end : run]
    if s.head_first and not any(unit.has("relative") for unit in between):
        return not any(s.is_verbal(here) for here in range(subject.end, run))
    return not any(
        unit.has("that", "subordinator") and not unit.has("adverb", "calendar") for unit in between
    )


def _may_hold(s: Sentence, subject: SpeakerPhrase, refuses: bool, named: bool) -> bool:
    """Whether the subject is somebody: a name, a title, a body or who stands for one; *it* refuses
    nothing."""
    units = subject.units(s.units)
    if named and not units[0].has("pronoun", "name", "person", "cap"):
        return False  # "a man named X"
    if any(unit.has("never") for unit in units) or (refuses and units[0].lower == "it"):
        return False
    return any(unit.has(*_HOLDERS) for unit in units)


def _may_decide(s: Sentence, subject: SpeakerPhrase) -> bool:
    """Whether the subject has an office to decide from: a body or an official, but no country and no
    armed force, whose deeds others tell."""
    units = subject.units(s.units)
    if any(unit.has("armed") for unit in units) or all(unit.has("place") for unit in units):
        return False
    office = any(unit.has(*_DECIDERS) for unit in units) and not any(unit.has("private") for unit in units)
    return office or any(unit.has("name") and not unit.has("place") for unit in units)
