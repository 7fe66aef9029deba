"""An article that is refused."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.errors import InputError, Problem


class ArticleError(InputError):
    """An article was refused; `problems` holds everything that is wrong with it, warnings too."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
