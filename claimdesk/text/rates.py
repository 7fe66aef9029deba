"""The time or number that a figure is counted per: "1.200 korban per hari", "12 per 100,000 people"."""

from __future__ import annotations

from claimdesk.text.bounds import Qualified
from claimdesk.text.stretches import Stretches
from claimdesk.text.terms import term_at, term_before

# Most tokens between a number and its rate.
_REACH = 10


def find_rate(figure: Qualified, limit: int, stretches: Stretches) -> str:
    """What `figure` is counted per ("day", "100000"), or nothing; only tokens before `limit` are read."""
    row, words = stretches.row, stretches.words
    rate, length = term_before(words.terms["rates"], row, figure.outer)
    if length and not term_before(words.terms["times_too"], row, figure.outer)[1]:
        return rate
    end = min(stretches.right(figure.last), limit, figure.last + _REACH)
    for at in range(figure.last, end):
        rate, length = term_at(words.terms["rates"], row, at)
        following = row[at + length].lower if at + length < len(row) else ""
        timed = term_at(words.terms["times_too"], row, at)[1] == length
        within = row[at - 1].lower in words.sets["prepositions"]
        if length and not (timed and (within or following in words.sets["not_rate_before"])):
            return rate
        length = term_at(words.terms["per"], row, at)[1]
        number = at + length
        if length and number < len(row) and row[number].kind == "number" and number not in stretches.dated:
            return "".join(character for character in row[at + length].text if character.isdecimal())
    return ""
