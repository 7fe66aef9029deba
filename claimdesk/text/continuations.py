"""Passages without a speaker of their own that go on with somebody's words: in quotation marks, or in
figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from claimdesk.model import Passage
from claimdesk.text.quotations import Quotation
from claimdesk.text.speaker_words import fold
from claimdesk.text.speech_frames import Sentence
from claimdesk.text.spoken import Given, SpokenArticle

# By a frame of its own, by the passage after it that credits it, as quoted speech, between two passages of
# one speaker, by going on counting, or not at all.
_Way = Literal["own", "after", "speech", "framed", "counting", "none"]
_CHAIN = 3  # passages in a row that may go on counting under one credit
_BACK = 2  # passages looked back at for the count that goes on
_REACH = 3  # units between a number and what it counts
_LATEST = 6  # units before a spelled number, which further on is seldom the sentence's count


class Continuations:
    """Who is credited with each passage of an article, by a frame of its own or by going on."""

    def __init__(self, article: SpokenArticle) -> None:
        self._article = article
        self._texts = texts = article.texts
        lines = sorted({passage.line for passage in texts})
        self._rank = {line: number for number, line in enumerate(lines)}
        self._shared = _shared_quotations(texts, article.quotations)
        self._ways: dict[int, _Way] = {}
        self._credited: dict[int, Given] = {}

    def credited(self, at: int) -> Given:
        """The attributions of passage `at`: its own, else the speaker whose words it continues.

        A carried attribution credits the whole passage and says in `said_in` where its speaker is named.
        """
        first = at  # from where on each passage asks for the one before it
        while first and first not in self._credited and self._way(first) in ("speech", "counting"):
            first -= 1
        for place in range(first, at + 1):
            if place not in self._credited:
                self._credited[place] = self._carry(place)
        return self._credited[at]

    def _way(self, at: int) -> _Way:
        """How a passage comes by its speaker."""
        if at not in self._ways:
            self._ways[at] = self._find_way(at)
        return self._ways[at]

    def _find_way(self, at: int) -> _Way:
        article = self._article
        if article.found(at):
            return "own"
        if self._texts[at].heading:
            return "none"
        before, after = self._is_close(at - 1, at), self._is_close(at, at + 1)
        if after and article.credits_back(at + 1):
            return "after"
        if _is_speech(article.sentence(at)):
            return "speech"
        if before and after and self._is_framed(at):
            return "framed"
        return "counting" if before and _goes_on_counting(article.sentence(at)) else "none"

    def _carry(self, at: int) -> Given:
        way, passage = self._way(at), self._texts[at]
        given: Given = ()
        if way == "own":
            return self._article.found(at)
        if way == "after":
            given = self._article.found(at + 1)
        elif way == "speech":
            given = self._quoted_by(at)
        elif way == "framed":
            given = self._article.found(at - 1)[-1:]
        elif way == "counting" and self._is_near_speaker(at) and self._chain(at) < _CHAIN:
            given = self._counted_by(at)
        return tuple(dict.fromkeys(replace(one, scope=passage.span) for one in given))

    def _is_close(self, one: int, other: int) -> bool:
        """Whether two passages that follow each other are there and stand in one line or in two
        neighbouring ones."""
        if one < 0 or other >= len(self._texts):
            return False
        return self._rank[self._texts[other].line] - self._rank[self._texts[one].line] <= 1

    def _is_near_speaker(self, at: int) -> bool:
        """Whether some passage whose count may go on at `at` can be credited to anybody: mostly none, and
        what stands before them need not be read."""
        return any(self._way(earlier) != "none" for earlier in range(max(at - _BACK, 0), at))

    def _chain(self, at: int) -> int:
        """How many passages before `at`, since the last one with a frame of its own, went on counting."""
        chain = 0
        for earlier in range(at - 1, -1, -1):
            way = self._way(earlier)
            chain += way == "counting"
            if way == "own" or chain == _CHAIN:
                break
        return chain

    def _quoted_by(self, at: int) -> Given:
        """Who speaks in a quoted passage: the speaker of its quotation, else of the line, else of the line
        before."""
        first, end = self._shared.get(at, (at, at + 1))
        for place in (*range(at + 1, end), *range(at - 1, first - 1, -1)):
            if self._article.found(place):
                return self._article.found(place)[-1:]
        texts = self._texts
        same_after = self._is_close(at, at + 1) and texts[at + 1].line == texts[at].line
        earlier = self._credited[at - 1] if self._is_close(at - 1, at) else ()
        later = self._article.found(at + 1) if same_after else ()
        if self._is_close(at - 1, at) and texts[at - 1].line == texts[at].line:
            return earlier[-1:] or later[-1:]
        return later[-1:] or earlier[-1:]

    def _is_framed(self, at: int) -> bool:
        """Whether one speaker is credited before a passage, and quoted after it in the same line."""
        article = self._article
        if self._texts[at + 1].line != self._texts[at].line:
            return False
        if not (article.found(at - 1) and article.found(at + 1)):
            return False
        last, first = article.found(at - 1)[-1], article.found(at + 1)[0]
        same = last.span == first.span or set(fold(first.speaker).split()) <= set(fold(last.speaker).split())
        return same and _is_speech(article.sentence(at + 1))

    def _counted_by(self, at: int) -> Given:
        """Whose figures the passages before hold; nobody's where another speaks last."""
        for earlier in range(at - 1, max(at - _BACK, 0) - 1, -1):
            if self._texts[earlier].heading:
                break
            credited = self.credited(earlier)
            if credited:
                units = self._article.sentence(earlier).units
                counted = any(unit.has("number", "spelled", "data") for unit in units)
                counted = counted and not any(unit.has("declining", "answering") for unit in units)
                return tuple(replace(one, via=()) for one in credited[-1:]) if counted else ()
        return ()


def _shared_quotations(
    texts: Sequence[Passage], quotations: Sequence[Quotation]
) -> dict[int, tuple[int, int]]:
    """For each passage that shares a quotation with others the first of them and the end of the last."""
    shared: dict[int, tuple[int, int]] = {}
    first = 0
    for quotation in quotations:
        while first < len(texts) and texts[first].end <= quotation.span.start:
            first += 1
        last = first
        while last < len(texts) and texts[last].start < quotation.span.end:
            last += 1
        if last - first > 1:
            shared.update((at, (first, last)) for at in range(first, last))
    return shared


def _is_speech(sentence: Sentence) -> bool:
    """Whether a passage is somebody's speech: quoted for the most part, or in the first person."""
    words = [unit for unit in sentence.units if not unit.has("mark")]
    if any(unit.has("first") and not unit.quoted for unit in words):
        return True
    return len(words) > 2 and 2 * sum(unit.quoted > 0 for unit in words) >= len(words)


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
    counts = counts or (units[0].has("of_those") and any(unit.has("number", "spelled") for unit in units))
    return counts and not named and not any(sentence.is_date(at) for at in range(len(units)))
