"""Two perturbations by word order alone: the matched verb negated, and the actors around it exchanged.

Indonesian puts *tidak* before the verb, *belum* in the place of *telah* or *sudah*. English puts *not* behind
an auxiliary; a past or present form without one gives way to *did not* or *does not* and its lemma.
"""

from __future__ import annotations

from claimdesk.model import Span
from claimdesk.text.clauses import looks_like_verb, says
from claimdesk.text.known import is_known_word
from claimdesk.text.lemmas import lemma
from claimdesk.text.names import NameFinder
from claimdesk.text.reading import Reading

_COMPASS = frozenset({"timur", "barat", "utara", "selatan", "tengah", "east", "west", "north", "south"})
_DONE = frozenset({"telah", "sudah"})
_BEFORE = frozenset(
    {"akan", "pernah", "bisa", "dapat", "mampu", "sempat", "sedang", "tengah", "masih", "ikut"}
)
_AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might"}
)
_BE_OR_HAVE = frozenset({"been", "being", "be", "also", "already", "now"})
# Words behind or before which a form is no verb of the clause: of an infinitive, a noun phrase, a relative.
_UNFIT = frozenset(
    {"to", "by", "of", "a", "an", "the", "and", "or", "in", "yang", "untuk", "dan", "atau", "para", "rumah"}
)


def negate(reading: Reading, matched: list[Span]) -> str:
    """`reading` with its first matched verb negated; empty where none can be told."""
    tokens = reading.tokens
    denied = [cue.span for cue in reading.cues if cue.kind in ("negation", "denial")]
    for at, token in enumerate(tokens):
        if not any(token.span.overlaps(span) for span in matched) or not _is_verb(reading, at):
            continue
        if any(reading.clause_of(token.span).contains(span) for span in denied):
            continue
        before = tokens[at - 1] if at else None
        if before is None or before.kind == "mark" or before.lower in _UNFIT:
            continue
        changed = _not_id(reading, at) if reading.language == "id" else _not_en(reading, at)
        if changed:
            return changed
    return ""


def _is_verb(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    counts = at + 1 < len(reading.tokens) and reading.tokens[at + 1].kind == "number"
    return not counts and looks_like_verb(reading.language, token) and not says(reading.language, token)


def _not_id(reading: Reading, at: int) -> str:
    tokens = reading.tokens
    first = at
    while first and tokens[first - 1].lower in _BEFORE:
        first -= 1
    if first and tokens[first - 1].lower in _DONE:
        return _replaced(reading.text, tokens[first - 1].span, "belum")
    return _replaced(reading.text, tokens[first].span, f"tidak {tokens[first].text}")


def _not_en(reading: Reading, at: int) -> str:
    tokens = reading.tokens
    first = at
    while first and tokens[first - 1].lower in _BE_OR_HAVE:
        first -= 1
    for auxiliary in (tokens[at], tokens[first - 1] if first else tokens[at]):
        if auxiliary.lower in _AUXILIARIES:
            return _replaced(reading.text, auxiliary.span, f"{auxiliary.text} not")
    verb, root = tokens[at], lemma(tokens[at].lower, "en")
    if root == verb.lower or not is_known_word(root, "en") or verb.lower.endswith("ing"):
        return ""
    helper = "does not" if verb.lower.endswith("s") and not verb.lower.endswith("ss") else "did not"
    return _replaced(reading.text, verb.span, f"{helper} {root}")


def swap_actors(reading: Reading, matched: list[Span], phrase: str, names: NameFinder) -> str:
    """`reading` with the two names nearest to its first matched verb exchanged.

    Empty where the phrase does not hold both names, or the clause of the verb not one on either side.
    """
    asked = names.find_groups(Reading(phrase, reading.language).tokens)
    found = [
        one for one in names.find(reading.tokens) if one.group in asked and one.group not in names.common
    ]
    for at, token in enumerate(reading.tokens):
        if not any(token.span.overlaps(span) for span in matched) or not _is_verb(reading, at):
            continue
        clause = reading.clause_of(token.span)
        own = [one for one in found if clause.contains(one.span)]
        before = [one.span for one in own if one.last <= at][-1:]
        after = [one.span for one in own if one.first > at][:1]
        if any(_goes_on(reading, span.end) for span in (*before, *after)):
            continue
        once = len({one.group for one in own}) == len(own)
        if before and after and once:
            one, other = before[0].of(reading.text), after[0].of(reading.text)
            return _replaced(_replaced(reading.text, after[0], one), before[0], other) if one != other else ""
    return ""


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether the name that ends at `end` is part of a longer one: *Rusia Timur Jauh*, *Rusia timur*."""
    following = next((token for token in reading.tokens if token.start >= end), None)
    return following is not None and (following.text[0].isupper() or following.lower in _COMPASS)


def _replaced(text: str, at: Span, words: str) -> str:
    return text[: at.start] + words + text[at.end :]
