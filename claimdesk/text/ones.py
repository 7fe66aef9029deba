"""*Satu*, *one* and *seorang*: a pronoun or an article, or a count of one."""

from __future__ import annotations

from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.lemmas import lemma, word_weight
from claimdesk.text.numberplace import NumberPlace
from claimdesk.text.zeros import behind_noun

_LONGEST_NAME = 4  # letters before the number of a type: MiG21, F-16, Su-30
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
    counted = _names_kind(place, last) or behind_noun(last, place.row, place.words) > last
    return not counted or place.lower(place.amount.first - 1) in _ONE_OF


def _names_kind(place: NumberPlace, at: int) -> bool:
    """Whether a noun stands at `at` that is counted by ones: no idiom (*one day*, *satu hal*), no verb."""
    token = place.row[at] if at < len(place.row) else None
    if token is None or token.kind != "word" or token.lower in place.words.sets["one_idioms"]:
        return False
    if token.text[0].isupper():  # a type or make: "lost one MiG21", but not "One Direction"
        return len(token.text) <= _LONGEST_NAME or any(map(str.isdecimal, token.text))
    language = place.words.language
    if looks_like_verb(language, token) or place.words.ends_noun(token.lower):
        return False
    return word_weight(lemma(token.lower, language), language) > 0


def _only_one(place: NumberPlace) -> bool:
    """*Only one Zandian captain*, *hanya menahan satu kapten*: a noun follows, marks of a quote aside."""
    row, at = place.row, place.amount.last
    while at < len(row) and row[at].kind == "mark" and row[at].text in "\"'”’":
        at += 1
    if at >= len(row) or row[at].kind != "word" or place.words.ends_noun(row[at].lower):
        return False
    before = {place.lower(place.amount.first - back) for back in range(1, _ONLY + 1)}
    return not before.isdisjoint(place.words.sets["one_only"])
