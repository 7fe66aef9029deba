"""Who is credited by a frame of its own passage, read for one passage at a time, when somebody asks.

What a passage says of its speaker mostly stands in it. Only where a pronoun or a bare title asks who was
mentioned before are the passages before it read too, in order, so that the answer never depends on who asked
for what.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimdesk.model import Attribution, Passage, Span
from claimdesk.text.mentions import Mention, MentionBook
from claimdesk.text.quotations import Quotation, find_quotations
from claimdesk.text.speaker_units import UnitFinder, find_proper_words
from claimdesk.text.speaker_words import load_speaker_words
from claimdesk.text.speech import find_frames
from claimdesk.text.speech_frames import Frame, Sentence

Given = tuple[Attribution, ...]


class SpokenArticle:
    """The passages of one article, by their place among those of kind ``text``."""

    def __init__(self, body: str, texts: Sequence[Passage], language: str, names: Collection[str]) -> None:
        self.texts = texts
        self.quotations: tuple[Quotation, ...] = find_quotations(body)
        self._body = body
        self._words = load_speaker_words(language)
        proper = find_proper_words([body[one.start : one.end] for one in texts if not one.heading])
        self._finder = UnitFinder(self._words, names, self.quotations, proper)
        self._sentences: dict[int, Sentence] = {}
        self._found: dict[int, Given] = {}
        self._backs: set[int] = set()
        self._own: dict[int, list[Mention]] = {}
        self._log: list[Mention] = []
        self._logged = 0

    def sentence(self, at: int) -> Sentence:
        """A passage in units."""
        found = self._sentences.get(at)
        if found is None:
            passage = self.texts[at]
            units = self._finder.find(self._body, passage.start, passage.end)
            found = self._sentences[at] = Sentence(units, self._words.head_first, passage.heading)
        return found

    def found(self, at: int) -> Given:
        """The attributions of a passage by its own frames, in the order of their scopes."""
        if at not in self._found:
            passage, sentence = self.texts[at], self.sentence(at)
            frames = find_frames(sentence)
            book = MentionBook(self._body, lambda: self._before(at))
            book.note_subject(passage, sentence)
            self._found[at] = _credit(self._body, passage, sentence, frames, book)
            self._own[at] = book.own
            if any(frame.back for frame in frames):
                self._backs.add(at)
        return self._found[at]

    def credits_back(self, at: int) -> bool:
        """Whether a passage credits the one before it (*Hal itu disampaikan X*)."""
        self.found(at)
        return at in self._backs

    def _before(self, at: int) -> Sequence[Mention]:
        """All mentions before a passage; nothing behind it has been entered while it is read."""
        for earlier in range(self._logged, at):
            self.found(earlier)
            self._log += self._own[earlier]
            self._logged = earlier + 1
        return self._log


def _credit(
    body: str, passage: Passage, sentence: Sentence, frames: Sequence[Frame], book: MentionBook
) -> tuple[Attribution, ...]:
    """The attributions of one passage; its speakers are entered in `book` as they come."""
    found: list[Attribution] = []
    speakers: tuple[Mention, ...] = ()
    main: tuple[Mention, ...] = ()
    for frame in frames:
        if frame.phrase is not None:
            speakers = book.resolve(passage, sentence, frame.phrase) or speakers
            main = main or speakers
        scope = _scope(sentence, frame)
        if scope is None and len(frames) > 1:
            continue  # "X said the ministry had confirmed it": nothing is left that only X says
        via = tuple(_written(body, sentence, part) for base in frame.via for part in base.parts)
        found.extend(
            Attribution(one.speaker, one.span, one.said_in, scope or passage.span, one.unnamed, via)
            for one in speakers
        )
    if len(frames) > 1 and not sentence.is_parted(frames[0].first, frames[-1].first):
        book.own.extend(main)  # the next "he" is who speaks, not whom he speaks of
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.scope, one.span)))


def _written(body: str, sentence: Sentence, part: tuple[int, int]) -> str:
    return body[sentence.units[part[0]].start : sentence.units[part[1] - 1].end]


def _scope(sentence: Sentence, frame: Frame) -> Span | None:
    """What the frame credits, in the body, without marks and joints at its ends; None where that is
    nothing."""
    low, high = frame.low, frame.high
    while low < high and sentence.marks(low, ",;:-–—"):
        low += 1
    while low < high and (
        sentence.marks(high - 1, ",;:-–—")
        or sentence.has(high - 1, "opposed", "coordinator", "manner", "that")
    ):
        high -= 1
    units = sentence.units[low:high]
    return Span(units[0].start, units[-1].end) if units else None
