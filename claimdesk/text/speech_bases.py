"""Frames without a verb of speech: *menurut X*, *citing X*, *data X: …*, and the headline's *X: …*."""

from __future__ import annotations

from claimdesk.text.appositions import are_apposed
from claimdesk.text.speaker_phrases import SpeakerPhrase
from claimdesk.text.speech_frames import QUOTE_MARKS, Frame, FrameKind, Sentence

_FILLERS = 6  # units between a noun of data and the one who keeps it
_OWNER = 8  # units between *by* and the owner of the data
_LONGEST_LABEL = 12  # units before the colon of a headline


def find_along(s: Sentence, at: int) -> Frame | None:
    """*menurut X*, *according to X*, *berdasarkan data X*, *citing X*: the preposition `at` and whom it
    names."""
    unit = s.units[at]
    if unit.has("clitic") and unit.has("according"):
        return Frame("along", SpeakerPhrase(at, at + 1, ((at, at + 1),)), at, at + 1, s.clause_start(at))
    if not unit.has("according", "basis", "using"):
        return None
    if s.has(at + 1, "object") and (at + 2 == len(s.units) or s.has(at + 2, "mark")):
        return Frame(
            "along", SpeakerPhrase(at + 1, at + 2, ((at + 1, at + 2),)), at, at + 2, s.clause_start(at)
        )
    if s.has(at + 1, "possessive") and unit.has("according") and _closes(s, at, at + 1):
        return _along_of(s, at, SpeakerPhrase(at + 1, at + 2, ((at + 1, at + 2),)))
    here = _skip_data(s, at + 1, required=unit.has("using"))
    phrase = s.phrase(here, loose=unit.has("according")) if here else None
    if phrase is None and unit.has("anyone"):
        phrase = _unlisted(s, at + 1)
    elif phrase is not None and not s.can_speak(phrase):
        phrase = None
    if phrase is None or (s.has(here, "pronoun") and not unit.has("according")):
        return None
    if s.marks(phrase.end, ",") and unit.has("according"):
        phrase = _with_closed_apposition(s, phrase)
    if unit.has("using"):
        return _using(s, at, phrase)
    kind: FrameKind = "basis" if unit.has("basis") else "along"
    return Frame(kind, phrase, at, phrase.end, s.clause_start(at))


def find_reckoned(s: Sentence, at: int) -> Frame | None:
    """*by the bank's count*, *in his view*, *…, demikian laporan X*: the word `at` and whose data follow."""
    if s.has(at, "closing"):
        here = _skip_data(s, at + 1, required=True)
        phrase = s.phrase(here) if here > at + 1 and (at == 0 or s.marks(at - 1, "," + QUOTE_MARKS)) else None
        speaks = phrase is not None and s.can_speak(phrase)
        return Frame("along", phrase, at, phrase.end, s.clause_start(at)) if phrase and speaks else None
    if s.has(at + 1, "possessive"):
        phrase = SpeakerPhrase(at + 1, at + 2, ((at + 1, at + 2),))
    else:
        end = next((here for here in range(at + 2, at + _OWNER) if s.has(here, "clitic")), at)
        found = s.phrase(at + 1, end + 1) if end > at else None
        if found is None or found.end != end + 1 or not s.can_speak(found):
            return None
        phrase = found
    return _along_of(s, at, phrase) if _closes(s, at, phrase.end - 1) else None


def _along_of(s: Sentence, at: int, phrase: SpeakerPhrase) -> Frame:
    """The frame of data that belong to `phrase`, with the noun in it."""
    end = phrase.end
    while s.has(end, "data", "data_adjective"):
        end += 1
    return Frame("along", phrase, at, end, s.clause_start(at))


def _closes(s: Sentence, first: int, owner: int) -> bool:
    """Whether a noun of data follows `owner` and nothing else: *by the bank's count*; behind the adjunct that
    opens a sentence from `first` the clause may go on at once.
    """
    here = owner + 1
    while s.has(here, "data_adjective") and not s.has(here, "data"):
        here += 1
    if not s.has(here, "data"):
        return False
    return here + 1 >= len(s.units) or s.has(here + 1, "mark") or first == 0 or s.marks(first - 1, ",")


def _unlisted(s: Sentence, at: int) -> SpeakerPhrase | None:
    """*menurut papan proyek*: words that nobody listed, where they are no plan and no rule."""
    phrase = None if s.has(at, "unspoken") else s.plain_phrase(at, over=("data",))
    return None if phrase and s.has(phrase.end, "of") else phrase


def _using(s: Sentence, at: int, base: SpeakerPhrase) -> Frame:
    """*OCHA took the numbers from the Red Crescent*: who takes them speaks, and has them from there."""
    start = s.clause_start(at)
    user = s.phrase(start, at)
    if user is None or user.end != at or not s.can_speak(user):
        return Frame("basis", base, at, base.end, start)
    return Frame("whole", user, start, base.end, start, via=(base,))


def _skip_data(s: Sentence, at: int, *, required: bool) -> int:
    """Where the name starts behind nouns of data and what stands between; 0 if data is required and
    missing."""
    here, data = at, False
    while (
        here < len(s.units)
        and here - at < _FILLERS
        and s.has(here, "data", "data_adjective", "determiner", "agent")
    ):
        named = s.has(here, "name", "cap", "anonymous", "person", "body")
        named = named and not (s.has(here, "anonymous") and s.has(here + 1, "data"))  # "a manifest"
        if not s.head_first and s.has(here + 1, "body", "person") and s.has(here, "data"):
            break  # "the statistics office"
        if (named and not s.has(here, "data")) or s.has(here, "possessive"):
            break
        data = data or s.has(here, "data")
        here += 1
    if data and s.has(here, "relative", "that") and s.has(here + 1, "name", "cap", "person", "pronoun"):
        here += 1  # "a tally that Carver read out"
    return 0 if required and not data else here


def _with_closed_apposition(s: Sentence, phrase: SpeakerPhrase) -> SpeakerPhrase:
    """*menurut Kepala BNPB, Suharyanto, …*: the title and the name that marks set off."""
    right = s.phrase(phrase.end + 1)
    if right is None or not (s.marks(right.end, ",.") or right.end == len(s.units)):
        return phrase
    if not are_apposed(s.units, phrase, right):
        return phrase
    return SpeakerPhrase(phrase.start, right.end, ((phrase.start, right.end),))


def find_data(s: Sentence, at: int) -> Frame | None:
    """*catatan BPBD sudah 637*, *figures from X*, *X's figures*: the noun of data `at` and who keeps it.

    None unless a number or *that* stands in its clause: *pernyataan presiden menuai kritik* credits nobody.
    """
    here = at + 1
    while (
        here < len(s.units) and here - at <= _FILLERS and s.has(here, "data_adjective", "portfolio", "agent")
    ):
        if s.has(here, "name", "cap"):
            break
        here += 1
    if here < len(s.units) and not s.units[here].tags and s.head_first:
        here += 1  # "data korban BNPB"
    first, phrase = at, s.phrase(here) if here > at + 1 or s.head_first else None
    owner = at
    while owner > 0 and s.has(owner - 1, "data_adjective", "number"):
        owner -= 1  # "Kelmar's own count"
    if phrase is None and owner and s.has(owner - 1, "clitic"):
        start = s.clause_start(owner)
        phrase, first = s.phrase(start, owner), start
    if phrase is None or not s.can_speak(phrase) or not _states(s, phrase.end):
        return None
    if s.has(phrase.start, "generic"):
        return None  # "data penduduk": it is about them
    strong = any(unit.has("name", "person", "body", "acronym", "agency") for unit in phrase.units(s.units))
    return Frame("data", phrase, first, max(phrase.end, at + 1), s.clause_start(first)) if strong else None


def _states(s: Sentence, at: int) -> bool:
    for here in range(at, min(at + 24, len(s.units))):
        if s.has(here, "that") or (s.units[here].text[-1].isdigit() and not s.is_date(here)):
            return True
        if s.is_break(here) and not s.marks(here, ":"):
            return False
    return False


def find_label(s: Sentence) -> Frame | None:
    """The headline's *X: …*, or *…: X*: a speaker alone before the first colon or behind the last."""
    colons = [at for at, unit in enumerate(s.units) if unit.marks(":") and not s.has(at - 1, "number")]
    if not colons or colons[0] > _LONGEST_LABEL:
        return None
    start = max((at + 1 for at in range(colons[0]) if s.marks(at, ",") or s.is_break(at)), default=0)
    label = s.phrase(start, colons[0])
    quoted = s.marks(colons[0] + 1, QUOTE_MARKS)
    headline = s.heading or not s.marks(len(s.units) - 1, ".!?…" + QUOTE_MARKS)
    if label is not None and label.end == colons[0] and (headline or quoted) and _is_speaker(s, label):
        return Frame("before", label, start, colons[0] + 1, start)
    tail = s.phrase(colons[-1] + 1) if s.heading else None
    if tail is not None and tail.end == len(s.units) and _is_speaker(s, tail):
        return Frame("after", tail, colons[-1], tail.end, 0)
    return None


def _is_speaker(s: Sentence, phrase: SpeakerPhrase) -> bool:
    units = phrase.units(s.units)
    tags = ("name", "person", "body", "generic", "place", "acronym", "agency")
    return any(unit.has(*tags) for unit in units) and not any(unit.has("never", "topic") for unit in units)
