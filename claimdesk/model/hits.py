"""How often the wordings of a registry are met in a library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hits:
    """Numbers of passages, of `passages` in all.

    `claims`, in the registry's order: how many bear on the claim, gates and `must_mention` included.
    `phrases`, one row a claim in the order of its phrases: how many hold enough of the phrase's words.
    """

    passages: int
    claims: tuple[int, ...]
    phrases: tuple[tuple[int, ...], ...]
