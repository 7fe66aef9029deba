"""What the reader of an article needs to know: its quotes by passage, and what no claim covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimdesk import desk
from claimdesk.model import Article, ArticleReport, Candidate, Quote, Report
from claimdesk.ui.derived import derive, quotes_in

_LINE = 68  # characters of a line in the text's column


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, the quotes shown in it by passage, and the passage the address points at.

    `statements` are those of all claims by id, `numbers` count the passages that hold a quote; `claim` is the
    one that the reader comes from, or empty. So many notes of a passage stand `opened` that the margin is
    hardly longer than the text. Passages are offered for phrases where who reads may edit: `editable`.
    """

    entry: ArticleReport
    statements: Mapping[str, str]
    quotes: dict[int, list[Quote]]
    numbers: dict[int, int]
    candidates: dict[int, Candidate]
    at: int
    claim: str
    opened: int = 2
    editable: bool = True


def read_article(
    entry: ArticleReport,
    report: Report,
    claim: str = "",
    only: bool = False,
    at: str = "",
    editable: bool = True,
) -> Reading:
    """The reading of an article, coming from `claim`, if any, and for it `only`, if wanted.

    `at` is a passage's start, as in an address.
    """
    found: dict[int, list[Quote]] = {}
    for quote in quotes_in(report, entry.article.id):
        if not only or quote.claim == claim:
            found.setdefault(quote.passage, []).append(quote)
    numbers = {passage: number for number, passage in enumerate(sorted(found), start=1)}
    candidates = {one.start: one for one in find_uncovered(entry, report)} if not only else {}
    starts = {passage.start: passage for passage in entry.passages}
    uncovered = {starts[start].index: one for start, one in candidates.items() if start in starts}
    statements = {one.claim.id: one.claim.statement for one in report.claims}
    place = int(at) if at.isascii() and at.isdigit() else -1
    notes = _height_of_notes(found, 2) + len(uncovered) * 60
    opened = 2 if notes <= _height_of_text(entry) else 1
    return Reading(entry, statements, found, numbers, uncovered, place, claim, opened, editable)


def _height_of_text(entry: ArticleReport) -> int:
    """About how many pixels the text takes in its column."""
    ends = Counter[int]()
    for passage in entry.passages:
        ends[passage.line] += len(passage.span) + 1
    return sum(-(-end // _LINE) * 31 + 20 for end in ends.values())


def _height_of_notes(quotes: Mapping[int, Sequence[Quote]], opened: int) -> int:
    """About how many pixels its notes take in the margin, with so many `opened` for each passage."""
    shown = [min(sum(quote.decisive for quote in row), opened) for row in quotes.values()]
    folded = sum(count < len(row) for count, row in zip(shown, quotes.values(), strict=True))
    return sum(shown) * 58 + folded * 30


def find_uncovered(entry: ArticleReport, report: Report) -> tuple[Candidate, ...]:
    """What an article states that no claim covers. Looked for here only: it takes longer than matching."""
    article = entry.article
    return derive(
        report,
        f"uncovered {article.id}",
        lambda: desk.find_uncovered(report.registry, article, quotes_in(report, article.id)),
    )


def sort_articles(report: Report) -> list[ArticleReport]:
    """The articles in the order of the list and of the reader: newest first, those without a day last."""
    return derive(
        report,
        "articles by day",
        lambda: sorted(report.articles, key=lambda entry: _day(entry.article), reverse=True),
    )


def _day(article: Article) -> int:
    day = article.published or article.retrieved
    return day.toordinal() if day else 0
