"""What can go wrong, by what the caller does next.

Every message is one or more sentences for a person: where it is, what is wrong, what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class ClaimdeskError(Exception):
    """Base of all errors that are shown to a person as they are."""


class UsageError(ClaimdeskError):
    """The caller asked for something that does not exist: correct the call."""


class InputError(ClaimdeskError):
    """A file is missing, unreadable or not what it should be: correct the file."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file.

    `line` and `column` count from 1; `key_path` is like ``claims[3].quantity.at_least``.
    `severity` is ``error`` (the file is refused) or ``warning`` (it is read all the same).
    """

    path: str
    line: int
    column: int
    key_path: str
    what: str
    remedy: str
    severity: str = "error"

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}"
        said = self.what if not self.remedy else f"{self.what}, {self.remedy}"
        return f"{where} {self.key_path}: {said}" if self.key_path else f"{where}: {said}"


class RegistryError(InputError):
    """The registry was refused; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class AccessError(ClaimdeskError):
    """Who acts may not do this: sign in, or ask for the right."""


class OvertakenError(ClaimdeskError):
    """Somebody else wrote first: show what stands now and let the person decide again."""


class ConflictError(ClaimdeskError):
    """Two people changed the same thing: show both sides and let the person choose.

    `base` is what both began with, `ours` what was to be saved, `theirs` what stands in the file, all whole.
    `places` names what both changed, such as ``claim kursk-10000``.
    """

    def __init__(
        self, message: str, *, base: bytes, ours: bytes, theirs: bytes, places: Sequence[str] = ()
    ) -> None:
        self.base = base
        self.ours = ours
        self.theirs = theirs
        self.places = tuple(places)
        super().__init__(message)
