"""The shape of a reading of who does what to whom."""

from __future__ import annotations

from dataclasses import dataclass

from claimdesk.model import Span
from claimdesk.text.actors import Actor

MOVE = "move"  # the group whose second actor is a place, or who gets what is sent
GIVE = "give"  # the group of what one has for another, without a verb


@dataclass(frozen=True, slots=True)
class Role:
    """One reading: `agent` does what verbs of `group` say to `patient`, at `span`.

    Of the group "move", `agent` is whose the people or things are, `patient` where they go or are.
    `verb`: a verb or noun says so, not mere neighbourhood. `cleft`: it is the agent that is told, and
    nobody else: *it was X that struck*, *yang menyerang adalah X*.
    """

    group: str
    span: Span
    agent: Actor | None
    patient: Actor | None
    verb: bool = True
    cleft: bool = False
