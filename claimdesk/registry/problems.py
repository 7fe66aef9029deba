"""Everything that is wrong with one registry file, gathered so that it is told at once."""

from __future__ import annotations

from typing import NoReturn

from claimdesk.errors import Problem, RegistryError

Step = str | int
Steps = tuple[Step, ...]

# A hand-made registry has a handful of problems. A file with hundreds is no registry.
MAX_PROBLEMS = 500
_EXCERPT = 48


class Problems:
    """The problems of the file at `path`, in the order they were found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def add(self, line: int, column: int, steps: Steps, what: str, remedy: str) -> None:
        """Note one problem. Raises RegistryError with all of them once there are `MAX_PROBLEMS`."""
        self.found.append(Problem(self.path, line, column, render_key_path(steps), what, remedy))
        if len(self.found) == MAX_PROBLEMS:
            what = f"{MAX_PROBLEMS} problems up to here, the rest of the file was not looked at"
            self.found.append(Problem(self.path, line, column, "", what, "correct these first"))
            self.refuse()

    def refuse(self) -> NoReturn:
        """Raise RegistryError with all problems, sorted by place."""
        raise RegistryError(sorted(self.found, key=lambda found: (found.line, found.column)))

    def refuse_if_any(self) -> None:
        """`refuse`, if there is something to refuse for."""
        if self.found:
            self.refuse()


def render_key_path(steps: Steps) -> str:
    """``("claims", 3, "as_of")`` as ``claims[3].as_of``; lists count from 0."""
    parts = [f"[{step}]" if isinstance(step, int) else f".{show(step)}" for step in steps]
    return "".join(parts).removeprefix(".")


def show(text: str) -> str:
    """`text` short enough for a message, with invisible characters spelled out."""
    short = text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in short)
