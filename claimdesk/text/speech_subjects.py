"""The subject of a speech verb: the phrase before it that is nobody's object."""

from __future__ import annotations

from claimdesk.text.appositions import are_apposed
from claimdesk.text.speaker_phrases import SpeakerPhrase
from claimdesk.text.speech_frames import QUOTE_MARKS, Sentence

_LEAD = 40  # units before a verb in which its subject is looked for
_BRACKET = 16  # units of a bracket that is skipped
_ADJUNCT = 12  # units of an adjunct that nobody listed
_RELATIVE = 14  # units before a relative clause in which its noun is looked for


def find_subject(s: Sentence, run: int, floor: int, loose: bool) -> SpeakerPhrase | None:
    """The subject of the verb whose adverbs start at unit `run`, behind unit `floor`.

    First in the verb's own clause, then before the subordinate clause that parts it from its subject
    (*Menteri X, seusai rapat, mengatakan*). `loose`: any capitalised or determined noun will do.
    """
    if s.has(run - 1, "relative"):
        return _before_relative(s, max(floor, run - 1 - _RELATIVE), run - 1)
    lead = _lead(s, run, floor, subordinate=False)
    subject = _last_subject(s, lead, run, loose)
    if subject is None and s.has(lead - 1, "subordinator"):
        subject = _last_subject(s, _lead(s, lead - 1, floor, subordinate=True), run, loose)
    return subject


def _lead(s: Sentence, at: int, floor: int, *, subordinate: bool) -> int:
    """Where the clause of unit `at` starts; `subordinate`: subordinate clauses inside it do not end it."""
    here, depth = at, 0
    while here > max(floor, at - _LEAD):
        unit = s.units[here - 1]
        depth += unit.marks(")") - unit.marks("(")
        if depth <= 0:
            if s.is_break(here - 1) or unit.has("that") or unit.quoted == 2:
                break
            if unit.has("subordinator") and not subordinate and not unit.has("adverb", "intro"):
                break
        here -= 1
    return here


def _last_subject(s: Sentence, lead: int, stop: int, loose: bool) -> SpeakerPhrase | None:
    """The last phrase of `[lead, stop)` that no verb or preposition before it makes an object."""
    found: SpeakerPhrase | None = None
    here, governed, adjunct, relative, acted = lead, False, False, False, False
    while here < stop:
        unit = s.units[here]
        if unit.marks("," + QUOTE_MARKS) or unit.has("coordinator") or _ends_adjunct(s, here):
            governed = relative = acted = False
            here += 1
            continue
        phrase = None if unit.has("preposition") else s.phrase(here, stop, loose and _starts(s, here, lead))
        if phrase is not None:
            place = adjunct and found is not None and _is_place(s, phrase)
            adjoining = (
                phrase.end == stop
                and _may_head(s, here)
                and not (relative and found and not s.has(here - 1, "relative"))
            )
            if not place and (not governed or adjoining):
                found, adjunct, acted = _joined(s, found, phrase, stop), False, False
            here = phrase.end
            continue
        if unit.marks("("):
            here = _behind_bracket(s, here)
            continue
        relative = relative or unit.has("relative")
        adjunct = adjunct or unit.has("preposition")
        acted = acted or (s.is_verbal(here) and not relative and not adjunct)
        if not unit.has("adverb", "intro", "calendar"):
            governed = True
        here += 1
    return None if acted else found


def _is_place(s: Sentence, phrase: SpeakerPhrase) -> bool:
    """Whether a phrase between commas may go on naming a place: *di Pontianak, Kalimantan Barat, …*."""
    between = s.marks(phrase.start - 1, ",") and s.marks(phrase.end, ",")
    return between and not any(
        unit.has("person", "body", "generic", "agency") for unit in phrase.units(s.units)
    )


def _starts(s: Sentence, here: int, lead: int) -> bool:
    """Whether a clause starts at `here`, so that any noun may be its subject."""
    opened = s.marks(here - 1, "," + QUOTE_MARKS)
    return here == lead or opened or s.has(here - 1, "coordinator", "intro", "calendar")


def _may_head(s: Sentence, here: int) -> bool:
    """Whether the phrase at `here`, right before the verb, is no mere object: *a report by X* is X's."""
    if not s.has(here - 1, "preposition", "basis", "agent"):
        return True
    return s.has(here - 1, "data_adjective") and s.has(here - 2, "data")


def _ends_adjunct(s: Sentence, here: int) -> bool:
    """Whether a day or hour ends an adjunct, so that a subject may follow: *Pada Senin Gubernur …*."""
    return s.has(here, "calendar") and not (
        s.has(here, "determiner") or s.has(here + 1, "calendar", "number")
    )


def _behind_bracket(s: Sentence, here: int) -> int:
    """The unit behind the bracket that opens at `here`."""
    for close in range(here + 1, min(here + _BRACKET, len(s.units))):
        if s.units[close].text == ")":
            return close + 1
    return here + 1


def _joined(s: Sentence, left: SpeakerPhrase | None, right: SpeakerPhrase, stop: int) -> SpeakerPhrase:
    """`right`, with what it is put beside: *Juru Bicara Kementerian Luar Negeri AS, Vedant Patel, …*.

    A description in small letters between commas leaves `left` as it is: *Save the Children, a charity,
    said*.
    """
    if left is None or not (s.marks(left.end, ",") and right.start == left.end + 1):
        return right
    start = left.parts[-1][0]
    last = SpeakerPhrase(start, left.end, ((start, left.end),))
    if are_apposed(s.units, last, right):
        return SpeakerPhrase(left.start, right.end, (*left.parts[:-1], (start, right.end)))
    described = all(unit.lower == unit.text for unit in right.units(s.units)) and right.end < stop
    return left if described else right


def _before_relative(s: Sentence, lead: int, relative: int) -> SpeakerPhrase | None:
    """The phrase that a relative clause belongs to: it ends where the clause starts, comma or not."""
    end = relative - 1 if s.marks(relative - 1, ",") else relative
    for here in range(lead, end):
        phrase = s.phrase(here, end)
        if phrase is not None and phrase.end == end:
            if s.has(end - 1, "rumour") and s.has(here - 1, "preposition"):
                return None  # "… dalam sebuah pesan yang menjelaskan"
            return SpeakerPhrase(*phrase.parts[-1], (phrase.parts[-1],))
    return None


def with_apposition(s: Sentence, phrase: SpeakerPhrase) -> SpeakerPhrase:
    """The phrase with the title or name that a comma sets off behind it."""
    if not s.marks(phrase.end, ","):
        return phrase
    right = s.phrase(phrase.end + 1)
    if right is None or not are_apposed(s.units, phrase, right):
        return phrase
    closed = (
        right.end >= len(s.units)
        or s.marks(right.end, ",.")
        or s.has(right.end, "preposition", "calendar", "basis")
    )
    return SpeakerPhrase(phrase.start, right.end, ((phrase.start, right.end),)) if closed else phrase


def says_more(s: Sentence, here: int) -> bool:
    """Whether more follows from unit `here` on than when, where and to whom it was said."""
    if s.has(here - 1, "addressed"):
        phrase = s.phrase(here, loose=True)
        here = phrase.end if phrase else here
    while here < len(s.units):
        unit = s.units[here]
        if unit.has("that") or unit.marks(":") or unit.quoted:
            return True
        if unit.has("circumstance", "basis", "agent"):
            here = _behind_adjunct(s, here)
        elif unit.marks("("):
            here = _behind_bracket(s, here)
        elif unit.has("mark", "calendar", "adverb", "number", "demonstrative"):
            here += 1
        else:
            return True
    return False


def _behind_adjunct(s: Sentence, here: int) -> int:
    """The end of *pada Senin*, *kepada wartawan*, *in a statement*: up to the next mark, quotation or
    *that*."""
    phrase = s.phrase(here + 1)
    if phrase is not None:
        return phrase.end
    end = here + 1
    while end < min(here + _ADJUNCT, len(s.units)) and not s.units[end].quoted:
        if s.marks(end, ",.(:") or s.has(end, "that", "number"):
            break
        end += 1
    return end
