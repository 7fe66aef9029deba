"""Whatever is wrong with an article is known to the catalogue, and stays as it is in English."""

from __future__ import annotations

from collections.abc import Iterator

from test_articles import WARNED, WRONG

from claimdesk.errors import Problem
from claimdesk.library.article import parse_article
from claimdesk.library.problems import ArticleError
from claimdesk.messages.problems import find_text, render_problem


def _problems() -> Iterator[Problem]:
    warned = [f"---\n{line}\n---\nThe river rose.\n".encode() for _, line, _ in WARNED]
    for data in (*(data for _, data, _ in WRONG), *warned):
        try:
            yield from parse_article(data, "a.md")[1]
        except ArticleError as error:
            yield from error.problems


def test_every_problem_of_an_article_is_known() -> None:
    problems = list(_problems())
    assert len(problems) >= len(WRONG)
    for problem in problems:
        assert find_text(problem.what)[0], problem.what
        assert find_text(problem.remedy)[0], problem.remedy
        assert render_problem(str(problem), "en") == str(problem)
