"""Who says what in one passage: its frames, each with the bases it cites and the stretch that it credits.

What stands inside a whole quotation frames nothing: there the quoted one speaks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from claimdesk.text.speech_bases import find_along, find_data, find_label, find_reckoned
from claimdesk.text.speech_frames import Frame, Sentence
from claimdesk.text.speech_scopes import bound_frames
from claimdesk.text.speech_stances import find_stance
from claimdesk.text.speech_verbs import find_active, find_inverted, find_passive


def find_frames(s: Sentence) -> tuple[Frame, ...]:
    """The frames of a passage in order, with what they credit; cited bases are in `via` of the frame they
    serve."""
    found: list[Frame] = []
    label = find_label(s)
    if label is not None:
        found.append(label)
    floor = label.last if label and label.kind == "before" else 0
    for at, unit in enumerate(s.units):
        if unit.quoted == 2 or not unit.tags or any(frame.first <= at < frame.last for frame in found[-2:]):
            continue
        frame = _frame_at(s, at, floor, found)
        if frame is not None:
            found.append(frame)
            if frame.kind in ("before", "whole") and not s.has(frame.last - 2, "relative"):
                floor = frame.last
    found.sort(key=lambda frame: frame.first)
    stance = None if label else find_stance(s, found)
    if stance is not None:
        found.insert(0, stance)
    frames = sorted((*found, *_data_frames(s, found)), key=lambda frame: frame.first)
    return bound_frames(s, _without_likened(s, _serve(s, frames)))


def _without_likened(s: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """The frames without those to whose words the sentence only likens those of another speaker: *As X has
    claimed, …, Y said*.
    """
    likened = [
        frame.kind == "before" and s.has(frame.clause - 1, "likening") and s.marks(frame.last, ",")
        for frame in frames
    ]
    speak = not all(likened)
    return [frame for frame, aside in zip(frames, likened, strict=True) if not (speak and aside)]


def _frame_at(s: Sentence, at: int, floor: int, found: Sequence[Frame]) -> Frame | None:
    """The frame that the unit `at` makes, the likeliest reading first."""
    unit = s.units[at]
    frame = None
    if unit.has("inverted"):
        frame = find_inverted(s, at)
    bare = unit.has("headline") and (s.heading or s.has(at - 1, "pronoun"))  # "itu ia sangkal"
    if frame is None and (bare or unit.has("say", "weak", "answering")):
        frame = find_active(s, at, floor, found[-1] if found else None)
    if frame is None and unit.has("passive", "conveyed", "quoted"):
        frame = find_passive(s, at)
    if frame is None and unit.has("according", "basis", "using"):
        frame = find_along(s, at)
    if frame is None and unit.has("reckoned", "closing"):
        frame = find_reckoned(s, at)
    return frame


def _data_frames(s: Sentence, found: Sequence[Frame]) -> list[Frame]:
    """Frames of data where nobody else speaks: outside other frames' words and not inside what they
    credit."""
    speaking = [frame for frame in found if frame.kind in ("before", "after", "along") and not frame.back]
    frames: list[Frame] = []
    for at, unit in enumerate(s.units):
        if not unit.has("data") or unit.quoted == 2 or _overlaps(found, at, at + 1):
            continue
        if any(not s.is_parted(near.first, at) for near in _around(speaking, at)):
            continue
        frame = find_data(s, at)
        if frame is None or _overlaps(found, frame.first, frame.last):
            continue
        if not frames or frames[-1].last <= frame.first:
            frames.append(frame)
    return frames


def _around(frames: Sequence[Frame], at: int) -> tuple[Frame, ...]:
    """The last of the sorted `frames` that starts at or before unit `at`, and the first behind it."""
    behind = bisect_right(frames, at, key=lambda frame: frame.first)
    return (*frames[max(behind - 1, 0) : behind], *frames[behind : behind + 1])


def _overlaps(frames: Sequence[Frame], first: int, last: int) -> bool:
    """Whether the words of any of the sorted `frames` lie in ``[first, last)``."""
    return any(near.first < last and first < near.last for near in _around(frames, first))


def _serve(s: Sentence, frames: Sequence[Frame]) -> list[Frame]:
    """The frames that speak, each with its bases; a basis or *menurut* that no speaker needs speaks
    itself."""
    saying = [frame for frame in frames if frame.kind in ("before", "after", "whole")]
    speaking: list[Frame] = []
    serving: list[Frame] = []
    for frame in frames:
        told = any(not s.is_parted(near.first, frame.first) for near in _around(saying, frame.first))
        serves = frame.kind == "basis" or (frame.kind == "along" and told)
        (serving if serves else speaking).append(frame)
    if not speaking:
        return [replace(frame, kind="along") for frame in serving]
    bases: dict[int, list[Frame]] = {}
    for frame in serving:
        bases.setdefault(_around(speaking, frame.first)[0].first, []).append(frame)
    return [_with_bases(frame, bases.get(frame.first, ())) for frame in speaking]


def _with_bases(frame: Frame, bases: Sequence[Frame]) -> Frame:
    phrases = [base.phrase for base in bases if base.phrase is not None and base.phrase != frame.phrase]
    return replace(frame, via=(*frame.via, *phrases))
