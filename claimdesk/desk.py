"""The desk: registry and articles in, report out. No input or output of its own.

`match` does what depends on texts, registry and settings only; `assess` adds up what is known until a date,
with people's decisions. So a change of date or of a decision matches nothing again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from claimdesk.assessing import Kept, assess_claims, decide
from claimdesk.evidence.coverage import drop_covered, find_candidates
from claimdesk.evidence.decisions import describe_ahead, describe_lost
from claimdesk.evidence.families import find_families, mark_revised
from claimdesk.evidence.history import known_dates
from claimdesk.evidence.opened import OpenedArticle, open_article, read_headline, read_passages
from claimdesk.evidence.origin import OriginBook, build_origins
from claimdesk.evidence.quotes import find_quotes
from claimdesk.matching.nominate import Nominator, build_nominator, find_lead
from claimdesk.model import (
    Article,
    ArticleEvidence,
    ArticleReport,
    Candidate,
    Decision,
    Evidence,
    Passage,
    Quote,
    Registry,
    Report,
)
from claimdesk.settings import DEFAULT_SETTINGS, Settings
from claimdesk.text.claims import ClaimReading, read_claims

if TYPE_CHECKING:  # numpy is needed by an index only
    from claimdesk.matching.index import LibraryIndex
    from claimdesk.matching.indexing import IndexWriter


@dataclass(frozen=True, slots=True)
class Matcher:
    """A registry made ready for matching: build it once, give it any number of articles."""

    claims: tuple[ClaimReading, ...]
    nominator: Nominator
    book: OriginBook
    names: frozenset[str]

    def read(self, article: Article, candidates: bool = True) -> ArticleEvidence:
        """Everything the engine finds in one article; with `candidates`, also what no claim covers."""
        found = self.find(article, candidates)
        return replace(found, candidates=drop_covered(found.candidates, found.quotes))

    def find(self, article: Article, candidates: bool = True) -> ArticleEvidence:
        """The same with all candidates, those that a claim covers too; or with none.

        Whatever bears on nothing is hardly looked at; candidates take several times as long as all the rest.
        """
        return self.find_in(open_article(article, self.nominator.settings), candidates)

    def find_in(self, opened: OpenedArticle, candidates: bool = True) -> ArticleEvidence:
        """The same in an article that was opened before: what was read off it then is not read again."""
        article, passages, texts = opened.article, opened.passages, opened.texts
        quotes = self.find_quotes(opened)
        found: tuple[Candidate, ...] = ()
        if candidates:
            found = find_candidates(article, passages, texts, opened.attributions(self.names))
        leads = self.nominator.find_leads(passages, opened.readings)
        return ArticleEvidence(article, passages, quotes, candidates=found, leads=leads)

    def find_quotes(self, opened: OpenedArticle, among: Collection[int] | None = None) -> tuple[Quote, ...]:
        """The quotes in an article, or those in the passages `among` its own, by their indexes.

        Those of passages that these point back to, or that point back to these, come with them. Headlines and
        leads are folded with what is found: ask for all passages with quotes of a claim together.
        """
        matches = self.nominator.nominate(opened.passages, opened.texts, opened.headline, among)
        return find_quotes(opened.view(self.names), matches, self.claims, self.book) if matches else ()


def find_uncovered(registry: Registry, article: Article, quotes: Sequence[Quote]) -> tuple[Candidate, ...]:
    """What one article states that none of `quotes`, which are of it, covers: candidates for new claims.

    For a single article that is looked at: matching leaves them out, since they take longer than all else.
    """
    matcher = build_matcher(replace(registry, claims=()))
    return drop_covered(matcher.find(article).candidates, quotes)


def note_words(writer: IndexWriter, article: Article, passages: Sequence[Passage]) -> None:
    """Enter an article with its passages into an index, which `find_again` asks when claims change."""
    readings = read_passages(article, passages, 0)
    texts = [passage for passage in passages if passage.kind == "text"]
    links = [readings[passage.index] for passage in passages if passage.kind == "link"]
    read = [readings[passage.index] for passage in texts]
    writer.add(read, links, read_headline(article), find_lead(texts))


def find_again(index: LibraryIndex, matcher: Matcher) -> list[int]:
    """The articles, numbered as they were entered, that can bear on a claim of `matcher`.

    Build it from a registry of the changed claims alone: a claim's matches do not depend on other claims, and
    `Matcher.read` finds nothing in any other article.
    """
    return index.find_articles(matcher.nominator)


def find_passages_again(index: LibraryIndex, matcher: Matcher) -> dict[int, dict[int, bool]]:
    """The same by passage, for changed phrases: for each article, so numbered, places among its texts, each
    with whether a phrase may be reached there; else it is at most near, which figures alone ask for."""
    from claimdesk.matching.library_places import find_places

    return find_places(index, matcher.nominator)


def teach_words(index: LibraryIndex, matcher: Matcher) -> None:
    """Let `matcher` know the words of a library, whose articles it then reads in half the time."""
    index.teach(matcher.nominator)


def build_matcher(registry: Registry, settings: Settings = DEFAULT_SETTINGS) -> Matcher:
    """A matcher for `registry`."""
    claims = read_claims(registry)
    names = {name for source in registry.sources for name in (source.name, *source.aliases)}
    return Matcher(
        claims, build_nominator(registry, claims, settings), build_origins(registry), frozenset(names)
    )


def match(
    registry: Registry,
    articles: Iterable[Article],
    settings: Settings = DEFAULT_SETTINGS,
    progress: Callable[[int], None] | None = None,
    candidates: bool = True,
) -> Evidence:
    """Everything in `articles` that bears on the claims of `registry`, whatever its date.

    Args:
        progress: called after each article with the number of articles done.
        candidates: also find what no claim covers; needed only where it is shown.
    """
    matcher = build_matcher(registry, settings)
    found = []
    for number, article in enumerate(articles, 1):
        found.append(matcher.read(article, candidates))
        if progress is not None:
            progress(number)
    return Evidence(tuple(found))


def assess(
    evidence: Evidence,
    registry: Registry,
    decisions: Sequence[Decision] = (),
    until: date | None = None,
    settings: Settings = DEFAULT_SETTINGS,
    problems: Sequence[str] = (),
    kept: Kept | None = None,
) -> Report:
    """The report on what was known on `until` (default: today). Matches nothing.

    An article is known from its publication, else its retrieval, else its earliest possible day; one without
    any of these is always known. Decisions and verdicts of later days are hidden too. Give the same `kept`
    every time, and only claims about which something changed are assessed again.
    """
    until = until or date.today()
    known = known_dates(
        (entry.article for entry in evidence.articles),
        (quote for entry in evidence.articles for quote in entry.quotes),
    )
    shown = [entry for entry in evidence.articles if known.get(entry.article.id, until) <= until]
    found = [quote for entry in shown for quote in entry.quotes]
    articles = {entry.article.id: entry.article for entry in shown}
    quotes, lost = decide(found, decisions, until, articles, registry)
    quotes = mark_revised(quotes, articles)
    families = find_families(articles.values())
    first = min((known[article] for article in articles if article in known), default=until)
    return Report(
        until=until,
        registry=registry,
        claims=assess_claims(registry.claims, quotes, known, first, until, families, kept),
        articles=tuple(
            ArticleReport(entry.article, entry.passages, entry.candidates, entry.leads) for entry in shown
        ),
        settings=settings.as_dict(),
        problems=(
            *problems,
            *map(describe_lost, lost),
            *describe_ahead(decisions, max(until, date.today())),
        ),
        hidden=len(evidence.articles) - len(shown),
        lost=lost,
        hidden_undated=sum(
            entry.article.published is None and known.get(entry.article.id, until) > until
            for entry in evidence.articles
        ),
    )


def check(
    registry: Registry,
    articles: Iterable[Article],
    decisions: Sequence[Decision] = (),
    until: date | None = None,
    settings: Settings = DEFAULT_SETTINGS,
) -> Report:
    """`match` and `assess` in one call. Problems of a library that brings them along are in the report."""
    problems = [str(problem) for problem in getattr(articles, "problems", ())]
    return assess(match(registry, articles, settings), registry, decisions, until, settings, problems)
