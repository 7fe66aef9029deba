"""Articles, and files and addresses to make them of, that are refused."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.errors import InputError, Problem


class ArticleError(InputError):
    """An article was refused; `problems` holds everything that is wrong with it, warnings too."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnwritableError(InputError):
    """The library cannot be written, whatever was to be brought in: make room, or ask for the right."""


class RefusedError(InputError):
    """Nothing can be brought in from this; the message says why and what to do.

    `template` is the message before `values` were put in, so that it can be said in another language.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template.format(**values))
