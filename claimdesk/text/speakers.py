"""Who is credited with what, over a whole article: speakers named, pointed to, and carried on.

Frames (`text.speech`) say who speaks in a passage. Here pronouns and titles without a name take the nearest
earlier speaker they fit, quoted sentences take the speaker of their quotation, and sentences that go on
counting take the one whose figures they continue.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from claimdesk.model import Attribution, Passage, Span
from claimdesk.text.continuations import continue_speakers
from claimdesk.text.lexicon import load_words
from claimdesk.text.mentions import Mention, MentionBook
from claimdesk.text.quotations import find_quotations
from claimdesk.text.speaker_units import UnitFinder, find_proper_words
from claimdesk.text.speaker_words import load_speaker_words
from claimdesk.text.speech import find_frames
from claimdesk.text.speech_frames import Frame, Sentence

# Brackets within the first words of a line, before a dash: at the start of the body or of a line.
_DATELINE = re.compile(r"^[^\n(]{1,60}\(([^()\n]{2,30})\) ?[-–—]", re.MULTILINE)


def find_attributions(
    body: str, passages: Sequence[Passage], language: str, names: Collection[str] = ()
) -> dict[int, tuple[Attribution, ...]]:
    """The attributions of each credited passage, by its index, in the order of their scopes.

    Args:
        passages: all passages of the article in order; link lines and boilerplate are left out.
        language: ``id`` or ``en``.
        names: names and aliases of the registry; they help to recognise speakers, the longest first.
    """
    words = load_speaker_words(language)
    texts = [passage for passage in passages if passage.kind == "text"]
    quotations = find_quotations(body)
    proper = find_proper_words(
        [body[passage.start : passage.end] for passage in texts if not passage.heading]
    )
    finder = UnitFinder(words, names, quotations, proper)
    book = MentionBook(body)
    found: dict[int, tuple[Attribution, ...]] = {}
    sentences: dict[int, Sentence] = {}
    backs: set[int] = set()
    for passage in texts:
        sentence = Sentence(finder.find(body, passage.start, passage.end), words.head_first, passage.heading)
        sentences[passage.index] = sentence
        frames = find_frames(sentence)
        book.note_subject(passage, sentence)
        attributions = _attributions(body, passage, sentence, frames, book)
        if attributions:
            found[passage.index] = attributions
        if any(frame.back for frame in frames):
            backs.add(passage.index)
    return continue_speakers(texts, sentences, found, quotations, backs)


def find_dateline_agency(body: str, language: str) -> str:
    """The news agency that a dateline in brackets names, *JAKARTA (Reuters) - …*; empty where there is
    none."""
    agencies = load_words(language, "speakers")["tags"]["agency"]
    match = _DATELINE.search(body)
    return match.group(1) if match and match.group(1).casefold() in agencies else ""


def _attributions(
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
        book.mentions.extend(main)  # the next "he" is who speaks, not whom he speaks of
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
