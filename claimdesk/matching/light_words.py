"""Phrases that report nothing but light words: *police say they did all they could*.

The speaker and the saying alone are met by whatever he says, so the light words have to be met as well,
nearly as they are written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from claimdesk.text.clauses import says
from claimdesk.text.lemmas import LIGHT_WEIGHT
from claimdesk.text.reading import Reading

W = TypeVar("W")

_LEAST = 3  # light words that say something together
_BETWEEN = 2  # other words that may stand among them
_SHARE = 75  # percent of them that a passage must have


def find_told_lightly(reading: Reading, words: Sequence[tuple[W, int, int, int]]) -> tuple[str, ...]:
    """The lemmas behind the verb of saying of a phrase where none of them has a content of its own, else
    nothing; `words` as `vocabulary.weigh_words` gives them.

    What is denied or negated says something by that alone.
    """
    said = next((at for at, token in enumerate(reading.tokens) if says(reading.language, token)), None)
    if said is None or any(cue.kind in ("negation", "denial") for cue in reading.cues):
        return ()
    if reading.figures or any(weight > LIGHT_WEIGHT and first > said for _, weight, first, _ in words):
        return ()
    behind = [at for at, token in enumerate(reading.tokens) if at > said and token.kind == "word"]
    return tuple(reading.lemmas[at] for at in behind) if len(behind) >= _LEAST else ()


def tells_lightly(told: Sequence[str], reading: Reading) -> bool:
    """Whether a passage has most of the light words `told` close to each other."""
    wanted = set(told)
    places = [at for at, root in enumerate(reading.lemmas) if root in wanted]
    reach = len(told) + _BETWEEN
    return any(
        100 * len({reading.lemmas[at] for at in places if first <= at < first + reach})
        >= _SHARE * len(wanted)
        for first in places
    )
