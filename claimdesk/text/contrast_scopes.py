"""What a negation reaches that is of one part of the sentence alone: *it was not X that*, *not X but Y*."""

from __future__ import annotations

from claimdesk.text.patterns import Words
from claimdesk.text.scope_ground import HANGING, MARKS, Ground, Range, forward


def focus_scope(ground: Ground, _first: int, end: int) -> Range:
    """What stands before the relative pronoun of a cleft sentence."""
    return _up_to(ground, end, ground.words.relative)


def contrast_scope(ground: Ground, _first: int, end: int) -> Range:
    """What stands before *but*, which sets another thing against it."""
    return _up_to(ground, end, ground.words.instead)


def _up_to(ground: Ground, end: int, stops: Words) -> Range:
    """The tokens from the first content word behind `end` to the first of `stops`."""
    content = forward(ground, end, HANGING) or (end, end)
    ahead = range(end, min(end + MARKS, len(ground.tokens)))
    last = next((at for at in ahead if ground.tokens[at].lower in stops), None)
    return content if last is None else (min(content[0], last), last)
