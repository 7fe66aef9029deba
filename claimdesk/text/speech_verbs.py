"""Frames made by verbs: the speaker as subject, behind an inverted verb, or as the agent of a passive."""

from __future__ import annotations

from claimdesk.text.speaker_phrases import SpeakerPhrase
from claimdesk.text.speech_frames import QUOTE_MARKS, Frame, FrameKind, Sentence
from claimdesk.text.speech_subjects import find_subject, says_more, with_apposition

_AGENT = 10  # units between a passive and its agent
_OBJECT = 16  # units behind a verb of counting in which a number or *that* must follow
_MONEY = tuple(f"rp{digit}" for digit in range(1, 10))  # written with its figure as one word
_RUN = ("adverb", "auxiliary", "negation", "future", "infinitive")
_NAMED = ("name", "person")  # who may follow *disebut*, which also means *called*
_AGENTS = ("name", "person", "agency", "acronym")  # who may follow a passive without *oleh*


def find_active(s: Sentence, at: int, floor: int, earlier: Frame | None) -> Frame | None:
    """*X mengatakan …*, *X said …*, *…, X said*: the verb `at` with its subject behind unit `floor`.

    `earlier` is the frame before it, whose speaker a verb without a subject of its own takes. None where the
    verb is denied, only planned, an infinitive, a participle or a noun, where a verb of counting counts
    nothing, and where nobody who can speak is its subject.
    """
    sure = s.units[at].has("say")
    run = _run_start(s, at)
    if _is_no_verb(s, at, run) or _is_unsaid(s, at, run):
        return None
    unanswered = s.has(at, "answering") and _has_run(s, run, at, "negation")
    if not (sure or unanswered or (s.has(at, "weak", "headline") and _has_object(s, at))):
        return None
    loose = sure and not s.has(at, "noun_too")
    joined = s.marks(run - 1, ",") or s.has(run - 1, "coordinator", "opposed", "manner")
    subject = None if _continues(s, run, earlier) else find_subject(s, run, floor, loose=loose)
    if subject is not None and s.marks(run - 1, ",") and _speaks(earlier) and subject.end != run - 1:
        subject = None  # "X said A, adding B": nobody in A adds it
    if subject is None:
        same = joined and _speaks(earlier) and (sure or s.has(run - 1, "coordinator"))
        return Frame("before", None, run, at + 1, run) if same else None
    if not s.can_speak(subject, loose=loose and subject.end == run):
        return None
    relative = s.has(run - 1, "relative")
    clause = subject.start if relative else s.clause_start(subject.start, floor)
    if s.has(clause - 1, "hypothetical"):
        return None  # "whether the WHO has confirmed it"
    return Frame(_kind(s, subject, at), subject, subject.start, at + 1, clause)


def _speaks(earlier: Frame | None) -> bool:
    return earlier is not None and earlier.kind != "basis"


def _continues(s: Sentence, run: int, earlier: Frame | None) -> bool:
    """Whether the verb is joined to the one before it: *… dan menegaskan*, *… tetapi mengakui*, *…,
    saying*."""
    participle = s.marks(run - 1, ",") and not s.head_first and s.units[run].lower.endswith("ing")
    return _speaks(earlier) and (participle or s.has(run - 1, "coordinator", "opposed", "manner"))


def _run_start(s: Sentence, at: int) -> int:
    """The start of the adverbs and auxiliaries before the verb `at`."""
    while at > 0 and s.units[at - 1].has(*_RUN) and not s.units[at - 1].has("name", "cap", "acronym"):
        at -= 1
    return at


def _is_no_verb(s: Sentence, at: int, run: int) -> bool:
    """Whether the word is a participle or a noun here: *the reported deaths*, *its claims*, *was
    confirmed*."""
    unit = s.units[at]
    owned = unit.has("clitic") and not (s.head_first and unit.lower.startswith("me"))  # "membantahnya"
    if owned or (unit.capital and at > 0 and not s.heading):
        return True
    if s.head_first:
        return s.has(at - 1, "preposition", "determiner") and not s.has(at - 1, "coordinator", "manner")
    if unit.lower.endswith("ing"):
        if run == at and not s.marks(at - 1, ",") and not s.has(at - 1, "coordinator", "manner"):
            return True  # "the officer telling the ship"
    elif s.has(at + 1, "agent") or _has_run(s, run, at, "auxiliary"):
        return True
    elif unit.has("needs_object") and (at + 1 == len(s.units) or s.marks(at + 1, ".")):
        return True  # "death toll disputed"
    if s.has(at - 1, "clitic"):
        return True
    noun = s.has(at - 1, "determiner", "possessive", "number", "preposition")
    return noun and not s.has(
        at - 1, "calendar", "adverb", "name", "cap", "acronym", "coordinator", "body", "person"
    )


def _has_run(s: Sentence, run: int, at: int, *tags: str) -> bool:
    return any(unit.has(*tags) for unit in s.units[run:at])


def _is_unsaid(s: Sentence, at: int, run: int) -> bool:
    """Whether nothing has been said: *belum membantah atau mengonfirmasi*, *will announce*, *to confirm*.

    Who cannot or will not say it (*enggan menanggapi*, *would neither confirm nor deny*) has been asked, and
    that is the answer.
    """
    if s.has(at - 1, "infinitive"):
        return True
    if _has_run(s, run, at, "negation"):
        return not (_has_run(s, run, at, "declining") or s.has(at, "answering"))
    if _has_run(s, run, at, "future"):
        return not (_has_run(s, run, at, "willing") and any(s.has(near, "only") for near in (at - 1, at + 1)))
    other = run - 2
    if run != at or not s.has(run - 1, "coordinator") or not s.has(other, "say", "weak"):
        return False
    return _has_run(s, _run_start(s, other), other, "negation", "future")


def _has_object(s: Sentence, at: int) -> bool:
    """Whether a verb that needs it has a number, a count, a quotation or a *that* before the next break."""
    if s.has(at, "counting") and s.head_first and s.marks(at + 1, ","):
        return True  # "merinci, mereka adalah …"
    if s.has(at, "set_off"):
        return s.marks(at + 1, ",") or s.has(at + 1, "that")
    for here in range(at + 1, min(at + 1 + _OBJECT, len(s.units))):
        unit = s.units[here]
        if unit.has("number", "that", "counted") or unit.quoted or unit.lower.startswith(_MONEY):
            return True
        if s.is_break(here):
            break
    return not s.has(at, "counting")


def _kind(s: Sentence, subject: SpeakerPhrase, at: int) -> FrameKind:
    """Whether what is said follows the verb, stands before the subject, or both."""
    more = says_more(s, at + 1)
    before = subject.start - 1
    if s.marks(before, QUOTE_MARKS) or (
        s.marks(before, ",") and before > 0 and s.units[before - 1].quoted == 2
    ):
        return "whole" if more else "after"
    if s.marks(before, ","):
        if not more:
            return "after"
        if s.marks(at + 1, ",") and not s.has(
            0, "preposition", "subordinator", "adverb", "calendar", "intro"
        ):
            return "whole"
    return "before" if more else "whole"


def find_inverted(s: Sentence, at: int) -> Frame | None:
    """*"…," kata X*, *…, said X*, *…, ujarnya*: the verb `at` with its speaker behind it."""
    unit = s.units[at]
    follows = at > 0 and (s.marks(at - 1, ",.!?…" + QUOTE_MARKS) or s.units[at - 1].quoted == 2)
    if unit.capital and not s.heading:
        return _opening(s, at) if at == 0 and unit.has("plain") else None
    if unit.has("clitic"):
        return _inverted(s, SpeakerPhrase(at, at + 1, ((at, at + 1),)), at) if follows else None
    bare = unit.has("plain") and at > 2 and not s.has(at - 1, "preposition", "determiner", "manner")
    if not follows and not bare:
        return None
    here = at + 1
    while s.has(here, "adverb") and not s.has(here, "cap", "name"):
        here += 1
    loose = follows and s.head_first and not unit.has("adverb")
    phrase = s.phrase(here, loose=loose)
    if phrase is None and loose:
        phrase = s.plain_phrase(here)
    if phrase is None or not s.can_speak(phrase, loose=loose):
        return None
    phrase = with_apposition(s, phrase)
    return _inverted(s, phrase, at) if s.head_first or _is_closed(s, phrase.end) else None


def _is_closed(s: Sentence, end: int) -> bool:
    """Whether no clause goes on at `end`: *…, said Carver on Monday*, but *X, …, said it appeared*."""
    while s.has(end, "adverb", "calendar", "number"):
        end += 1
    return end >= len(s.units) or s.has(end, "mark", "preposition", "relative", "subordinator", "manner")


def _opening(s: Sentence, at: int) -> Frame | None:
    """*Kata X, …* at the start of a sentence."""
    phrase = s.phrase(at + 1)
    if phrase is None or not s.marks(phrase.end, ",") or not s.can_speak(phrase):
        return None
    return Frame("before", phrase, at, phrase.end, at)


def _inverted(s: Sentence, phrase: SpeakerPhrase, at: int) -> Frame:
    """The frame; what is said goes on behind the speaker if a quotation follows, or a clause where none
    was."""
    end = phrase.end
    more = s.last_quoted > end
    if s.marks(end, ",") and s.first_quoted >= at:
        more = more or says_more(s, end + 1)
    return Frame("whole" if more else "after", phrase, at, end, 0)


def find_passive(s: Sentence, at: int) -> Frame | None:
    """*dibantah (oleh) X*, *was denied by X*; with *hal itu* before it, it credits what went before."""
    if s.has(at, "quoted"):
        return _quoted(s, at)
    back = s.has(at, "conveyed") and s.has(0, "pointing")
    if _has_run(s, _run_start(s, at), at, "negation", "future") or not (back or s.has(at, "passive")):
        return None
    phrase = _agent(s, at)
    if phrase is None and s.head_first:
        phrase = s.phrase(at + 2 if s.has(at + 1, "adverb") else at + 1)
        tags = _NAMED if s.has(at, "called") else (*_AGENTS, "body")
        tags = (*tags, "body", "cap") if back else tags
        if phrase is not None and not any(unit.has(*tags) for unit in phrase.units(s.units)):
            return None
    if phrase is None or not s.can_speak(phrase):
        return None
    agency = any(unit.has("agency") for unit in phrase.units(s.units))
    phrase = with_apposition(s, phrase)
    return Frame("basis" if agency else "whole", phrase, at, phrase.end, s.clause_start(at), back=back)


def _quoted(s: Sentence, at: int) -> Frame | None:
    """*X was quoted by Y as saying …*: X speaks, by way of Y."""
    run = _run_start(s, at)
    subject = find_subject(s, run, 0, loose=True) if _has_run(s, run, at, "auxiliary") else None
    if subject is None or not s.can_speak(subject):
        return None
    relay = s.phrase(at + 1) if s.has(at, "basis") else _agent(s, at)
    end = relay.end if relay else at + 1
    while s.has(end, "subordinator", "say"):
        end += 1  # "as saying"
    kind: FrameKind = "whole" if not says_more(s, end) else _kind(s, subject, at)
    return Frame(
        kind, subject, subject.start, end, s.clause_start(subject.start), via=(relay,) if relay else ()
    )


def _agent(s: Sentence, at: int) -> SpeakerPhrase | None:
    """Whom *oleh* or *by* names a few units behind the passive `at`."""
    for here in range(at + 1, min(at + 1 + _AGENT, len(s.units))):
        if s.has(here, "agent"):
            return s.phrase(here + 1)
        if s.has(here, "mark", "that", "say", "passive", "relative"):
            break
    return None
