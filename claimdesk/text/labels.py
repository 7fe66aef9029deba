"""Numbers that name or place something and count nothing.

Each rule of `LABEL_RULES` looks at a number in its row of tokens; the first that holds makes it no figure.
"""

from __future__ import annotations

from collections.abc import Callable

from claimdesk.text.numberplace import COUNTED, NumberPlace
from claimdesk.text.ones import is_pronoun
from claimdesk.text.terms import term_before

_RANGE_MARKS = {"-", "–", "—", "−"}
_ORDINAL_ENDS = {"st", "nd", "rd", "th"}
# Older than this nobody is; later than this is no year of the news.
_OLDEST, _YEARS = 120, range(1000, 2100)
_LIST_REACH = 12
_MOST_DAYS = 31


def is_label(place: NumberPlace) -> bool:
    """Whether the number at `place` counts nothing."""
    return any(rule(place) for rule in LABEL_RULES)


def _clock(place: NumberPlace) -> bool:
    """*Pukul 18.27*, *9 a.m.*, and the end of *pukul 07.00-09.00*."""
    if place.amount.kind != "count":
        return False
    first, clock = place.amount.first, place.words.terms["clock_before"]
    if place.before("clock_before") or place.after("clock_after") or _heads_line(place):
        return True
    tied = (
        place.lower(first - 1) in _RANGE_MARKS or place.lower(first - 1) in place.words.sets["range_joints"]
    )
    return tied and first > 2 and term_before(clock, place.row, first - 2)[1] > 0


def _heads_line(place: NumberPlace) -> bool:
    """The time before an entry of a log: *16.20: …*, *13.00 - …*."""
    hour, _, minute = place.digits.replace(":", ".").partition(".")
    timed = (
        hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and int(hour) < 24 and int(minute) < 60
    )
    return timed and place.amount.first == 0 and place.lower(place.amount.last) in {":", "|", *_RANGE_MARKS}


def _ordinal(place: NumberPlace) -> bool:
    """*21st*, *abad ke 17*, *orang ke-17*; *ke-17 orang itu* are all seventeen."""
    at = place.amount.last
    if place.lower(at) in _ORDINAL_ENDS and place.touches(at):
        return True
    before = place.lower(place.amount.first - 1)
    if before == "ke":
        return place.digits.isdecimal() and not place.counts_something
    return before == "ke-" and not _all_of_them(place)


def _all_of_them(place: NumberPlace) -> bool:
    """Whether *ke-12* stands before the noun that it counts and behind none that it numbers."""
    earlier = place.amount.first - 2
    opened = earlier < 0 or place.row[earlier].kind == "mark" or place.words.ends_noun(place.lower(earlier))
    return opened and place.after("classifiers", "heads", "persons")


def _age(place: NumberPlace) -> bool:
    """*Budi (45)*, *John Smith, 45, said*, *berusia 45 tahun*, *pria 37 tahun*, *a 45-year-old*."""
    first, last, low = place.amount.first, place.amount.last, place.amount.interval.low
    if low > _OLDEST or place.amount.kind not in {"count", "measure"}:
        return False
    following = place.lower(last + 1 if place.lower(last) == "-" else last)
    if place.before("age_before") or following.startswith("year-old"):
        return True
    comma = place.lower(first - 1) in {",", "("}
    named = place.capital(first - 2 if comma else first - 1) or _before_persons(place, first - comma)
    if place.lower(first - 1) == "of" and _before_persons(place, first - 1) and not place.counts_something:
        return True  # "a man of 66"
    if place.amount.kind == "measure":
        years = place.amount.unit[-1].casefold() in place.words.sets["age_years"]
        return years and (named or following in {"old", "of"})
    if not place.digits.isdecimal() or place.counts_something or not (named and comma):
        return False
    return following in ({")"} if place.lower(first - 1) == "(" else {",", ".", ";", ")", ""})


def _bracketed(place: NumberPlace) -> bool:
    """*Pulau Rengat (711)*, *istrinya (43)*: a number alone in brackets after a word that is not counted."""
    first = place.amount.first
    alone = place.lower(first - 1) == "(" and place.lower(place.amount.last) == ")"
    after_word = first > 1 and place.row[first - 2].kind == "word"
    return alone and after_word and place.digits.isdecimal() and not place.known_before(first - 1)


def _before_persons(place: NumberPlace, end: int) -> bool:
    return term_before(place.words.terms["age_persons"], place.row, end)[1] > 0


def _age_limit(place: NumberPlace) -> bool:
    """*Children under 18*: an age where no unit follows and a word for persons stands before the bound."""
    if place.amount.kind != "count" or place.counts_something or place.amount.interval.low > 99:
        return False
    meaning, length = term_before(place.words.terms["bounds"], place.row, place.amount.first)
    start = place.amount.first - length
    return bool(meaning) and _before_persons(place, start)


def _written_as_code(place: NumberPlace) -> bool:
    """*0812...*, *007*, *081234567890*, *5G*, *3/4*, *v2.0.1*, *Su - 34*."""
    first, last, digits = place.amount.first, place.amount.last, place.digits
    written = place.row[first].lower
    if written[0] == "0" and written[1:2].isdecimal():
        return True
    if digits.isdecimal() and (len(digits) >= 10 or (len(digits) >= 7 and not place.counts_something)):
        return True
    if place.touches(first) and place.lower(first - 1) in set("/#@_.'’*="):
        return True
    if place.lower(first - 1) in _RANGE_MARKS and place.capital(first - 2) and not place.counts_something:
        return digits.isdecimal()
    if not place.touches(last) or place.amount.kind != "count":
        return False
    if place.row[last].kind == "word":
        return place.lower(last) != "an"
    touched = place.touches(last + 1) and place.row[last + 1].kind != "mark"
    return touched and place.lower(last) in set("/:_#'’")


def _clocklike(place: NumberPlace) -> bool:
    """The minutes of *06:52*, the verse of *3:16*."""
    at = place.amount.first
    return place.lower(at - 1) == ":" and place.touches(at) and place.row[at - 2].kind == "number"


def _joined_word(place: NumberPlace) -> bool:
    """*A 12-member team*, *a 10,000-word text*: a property, no count; *a 10,000-strong force* is one."""
    at = place.amount.last
    if place.lower(at) not in {"-", "‐", "‑"} or not place.touches(at) or not place.touches(at + 1):
        return False
    word = place.row[at + 1]
    return (
        word.kind == "word"
        and place.amount.kind == "count"
        and word.lower not in {"strong", "odd", "plus", "an"}
    )


def _list_item(place: NumberPlace) -> bool:
    """*1. ...*, *2) ...* and *(3) ...* at the start of a line."""
    at = place.amount.first - (place.lower(place.amount.first - 1) == "(")
    end = place.amount.last
    if not place.digits.isdecimal() or len(place.digits) > 2 or place.lower(end) not in {".", ")"}:
        return False
    gap = place.text[place.row[at - 1].end : place.row[at].start] if at else "\n"
    return "\n" in gap and place.touches(end) and not place.touches(end + 1) and end + 1 < len(place.row)


def _named(place: NumberPlace) -> bool:
    """*Boeing 737*, *Pasal 5*, *Reuni 212*: a word that numbers things before, nothing counted after."""
    first = place.amount.first
    if place.amount.kind not in {"count", "measure"} or place.amount.scale > 1:
        return False
    if place.before("labels_before"):
        return not place.after("classifiers", "heads", "persons")
    if place.amount.kind == "measure":
        return False
    if place.before("labels_weak") and not place.counts_something:
        return True
    if place.capital(place.amount.last) and _before_street(place):
        return True
    if not place.digits.isdecimal() or place.counts_something or place.headline:
        return False
    return place.capital(first - 1) and not place.known_before(first) and not _listed(place)


def _before_street(place: NumberPlace) -> bool:
    following = range(place.amount.last + 1, place.amount.last + 3)
    return any(place.capital(at) and place.lower(at) in place.words.sets["streets"] for at in following)


def _listed(place: NumberPlace) -> bool:
    """*52 kios terbakar, Kabupaten Aru 310, dan Kota Belo 9*: the next of a row of counts."""
    at = place.amount.first - 1
    while place.capital(at):
        at -= 1
    joined = place.lower(at) in {",", ";"} or place.lower(at) in place.words.sets["joints"]
    counted = any(token.kind == "number" for token in place.row[max(at - _LIST_REACH, 0) : max(at, 0)])
    return (
        joined
        and counted
        and place.lower(place.amount.last) in {",", ";", ".", ")", "", *place.words.sets["joints"]}
    )


def _year(place: NumberPlace) -> bool:
    """Four bare digits from 1000 to 2099 that nobody is counted with, and years before Christ."""
    digits = place.digits
    if place.after("labels_after"):
        return True
    if place.amount.kind != "count" or not (
        len(digits) == 4 and digits.isdecimal() and int(digits) in _YEARS
    ):
        return False
    return not place.after(*COUNTED)


def _capitalised(place: NumberPlace) -> bool:
    """*Lima*, the city: a number word with a capital in the middle of a sentence."""
    first = place.amount.first
    inside = first > 0 and place.row[first - 1].kind != "mark"
    return (
        inside
        and place.amount.spelled
        and place.capital(first)
        and not (place.headline or place.counts_something)
    )


def _odds(place: NumberPlace) -> bool:
    """*One in five*, *satu dari empat*: a share told by small numbers."""
    first, last = place.amount.first, place.amount.last
    ones = place.words.sets["one"] | {"1"}
    if place.lower(first - 1) in place.words.sets["odds"]:
        start = first - 2
        if place.lower(start) in ones or (place.words.language == "en" and place.row[start].kind == "number"):
            return True
    follows = place.lower(last) in place.words.sets["odds"] and place.row[last + 1 : last + 2]
    return place.lower(first) in ones and bool(follows) and not place.counts_something


def _day(place: NumberPlace) -> bool:
    """*The quakes of February 6 and 20*: the day after the name of an English month."""
    month = place.lower(place.amount.first - 1) in place.words.sets["months"]
    low = place.amount.interval.low
    counted = place.after("classifiers", "heads", "persons")
    return month and place.digits.isdecimal() and 0 < low <= _MOST_DAYS and not counted


def _denominator(place: NumberPlace) -> bool:
    """The 100,000 of *per 100,000 people*: it belongs to the rate of the figure before."""
    return place.before("per") and place.amount.kind == "count"


LABEL_RULES: tuple[Callable[[NumberPlace], bool], ...] = (
    _clock, _clocklike, _ordinal, _age, _age_limit, _bracketed, _written_as_code, _joined_word, _list_item,
    _named, _year, is_pronoun, _capitalised, _odds, _day, _denominator,
)  # fmt: skip
