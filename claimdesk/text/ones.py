"""*Satu*, *one* and *seorang*: a pronoun or an article, or a count of one."""

from __future__ import annotations

from claimdesk.text.numberplace import NumberPlace
from claimdesk.text.zeros import behind_noun

_ONLY = 2  # most tokens from *hanya* to its number: "hanya menahan satu kapten"
_ONE_OF = frozenset({"salah", "no", "any", "every", "the", "this", "that"})


def is_pronoun(place: NumberPlace) -> bool:
    """Whether the number is *satu*, *one* or *seorang* as a pronoun or an article.

    They count before a noun that is counted by ones ("satu orang tewas"), *seorang* only before a state.
    """
    if not place.amount.spelled or place.amount.interval.low != 1 or not place.amount.interval.exact:
        return False
    if place.amount.kind != "count":
        return False
    if place.lower(place.amount.first) in place.words.sets["persons_one"]:
        return not place.after("states", "rest")
    if place.lower(place.amount.first) not in place.words.sets["one"]:
        return False
    if place.lower(place.amount.first - 1) in place.words.sets["negations"]:
        return True
    if _only_one(place):
        return False
    last = place.amount.last
    listed = place.lower(last) in place.words.sets["one_counts"]
    counted = listed or behind_noun(last, place.row, place.words) > last
    return not counted or place.lower(place.amount.first - 1) in _ONE_OF


def _only_one(place: NumberPlace) -> bool:
    """*Only one Zandian captain*, *hanya menahan satu kapten*: a noun follows, marks of a quote aside."""
    row, at = place.row, place.amount.last
    while at < len(row) and row[at].kind == "mark" and row[at].text in "\"'”’":
        at += 1
    if at >= len(row) or row[at].kind != "word" or place.words.ends_noun(row[at].lower):
        return False
    before = {place.lower(place.amount.first - back) for back in range(1, _ONLY + 1)}
    return not before.isdisjoint(place.words.sets["one_only"])
