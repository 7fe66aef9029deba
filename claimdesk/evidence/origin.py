"""Origins: who asserts a passage, folded to the source of the registry that the name belongs to.

Counting is by `Origin.id`: the source's id, or that of the body it is part of, by `part_of` or by what is
said of it (`evidence.belonging`). A speaker who is not listed gets an id of his own:

=================== ================================================================
name:<key>          a name (`evidence.names.name_key`)
unnamed:<article>   all unnamed sources of one article; one that names a listed body
                    (*pejabat Ukraina*) is that body
outlet:<slug>       the outlet itself, unless the registry lists it
=================== ================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from claimdesk.evidence.belonging import Reading, listed_belonging, named_body, read_sources
from claimdesk.evidence.bodies import Body, find_equal, find_short, read_bodies
from claimdesk.evidence.credited import choose
from claimdesk.evidence.folding import fold_headings, separate_origins
from claimdesk.evidence.name_words import Word, read_words
from claimdesk.evidence.names import name_key, own_name, read_runs, slug
from claimdesk.evidence.sources import SourceFinder, build_source_finder
from claimdesk.model import Article, Attribution, Origin, Passage, Reason, Registry, Source, Span
from claimdesk.text.mentions import find_pronoun
from claimdesk.text.quotations import find_quotations
from claimdesk.text.speaker_words import fold
from claimdesk.text.speakers import find_dateline_agency

__all__ = ["OriginBook", "build_origins", "find_origins", "fold_headings", "separate_origins"]

_Words = Callable[[], Sequence[Word]]  # a name in full, looked for in the article only where it matters
_MOST_ARTICLES = 256  # articles whose belongings are remembered


@dataclass(frozen=True, slots=True)
class OriginBook:
    """The registry's sources, ready to resolve names. Build it once with `build_origins`."""

    finder: SourceFinder = field(default_factory=SourceFinder)
    listed: Mapping[str, str] = field(default_factory=dict)
    bodies: tuple[Body, ...] = ()
    _read: dict[str, Reading] = field(default_factory=dict, repr=False, compare=False)

    def resolve(self, speaker: str, article: Article, unnamed: bool = False, at: int = -1) -> Origin:
        """The origin of a speaker as written at `at` in `article`; of the outlet where `speaker` is empty.

        The longest alias on word boundaries wins, without regard to case and accents. A short name means the
        full name that the article gives, a bare title the one source that bears it, a long name its nearest
        spelling.
        """
        if not speaker or fold(speaker) == fold(article.outlet):
            return self._outlet(article)
        words, own = read_words(speaker), own_name(speaker)

        @cache
        def full() -> Sequence[Word]:
            return words if unnamed else read_runs(article.body).fullest(own)

        identity = self._source(words, full, unnamed)
        if not identity:
            identity = self._office(words, article) if unnamed else self._short(words, article, at)
        if identity:
            return self._listed(identity, self._root(identity, full, article))
        if unnamed:
            return Origin(f"unnamed:{article.id}", speaker)
        return Origin(f"name:{name_key(full())}", speaker)

    def find(self, name: str) -> Origin:
        """The origin of a source id, an origin id or a name that stands in no article."""
        source = self.finder.sources.get(name)
        kind, mark, key = name.partition(":")
        if mark and kind in ("name", "unnamed", "outlet"):
            return Origin(name, key, "outlet" if kind == "outlet" else "unlisted")
        words = read_words(name)
        identity = source.id if source else self._source(words, lambda: words, unnamed=False)
        identity = identity or self._short(words, None)
        if identity:
            return self._listed(identity, self._root(identity, lambda: words, None))
        return Origin(f"name:{name_key(words)}", name)

    def _listed(self, identity: str, root: str) -> Origin:
        """The origin of a listed source that counts under `root`."""
        source, body = self.finder.sources[identity], self.finder.sources.get(root)
        stands_for = body.name if body is not None and root != identity else ""
        return Origin(root, source.name, source.kind, source.reliability, stands_for)

    def _outlet(self, article: Article) -> Origin:
        wanted = {fold(article.outlet), fold(article.outlet.partition(".")[0])}
        listed = {self.finder.named[name] for name in wanted if name in self.finder.named}
        if listed:
            source = next(source for source in self.finder.sources.values() if source.id in listed)
            return Origin(source.id, source.name, "outlet", source.reliability)
        author = self._author(article)
        if author:
            return self._listed(author, self._root(author, tuple, article))
        return Origin(f"outlet:{slug(fold(article.outlet)) or article.id}", article.outlet, "outlet")

    def _source(self, words: Sequence[Word], full: _Words, unnamed: bool) -> str:
        """The id of the source that is meant; empty where none is."""
        found = self.finder.find(words)
        if found:
            return found[0].source
        bare = self.finder.find_bare(words)
        if bare or unnamed:
            return bare
        equal = find_equal(words, self.bodies)
        proper = [word.folded for word in words if word.proper]
        if equal or not proper:
            return equal
        found = self.finder.find(full()) if len(full()) > len(words) else ()
        if found:
            return found[0].source
        return self.finder.find_shortened(words) or self.finder.find_partial(proper)

    def _short(self, words: Sequence[Word], article: Article | None, at: int = -1) -> str:
        """The source that a name without a proper word stands for: *the ministry*, *Bank*, *bupati*."""
        if any(word.proper for word in words):
            return ""
        if article is not None:
            before = at if at >= 0 else len(article.body)
            runs = read_runs(article.body).before(before)
            short = find_short(words, self.bodies, runs, self.finder, self._author(article))
            if short:
                return short
        titles = frozenset(word.folded for word in words if word.tags & {"person", "body", "portfolio"})
        placed = any(word.tags & {"place"} for word in words)
        return self.finder.find_titled(titles) if titles and not placed else ""

    def _author(self, article: Article) -> str:
        """The source that publishes an article itself, in a press release or under its own name."""
        words = read_words(article.outlet)
        own = [word for word in words if not word.tags & {"data"}]
        released = self.finder.find(own) if len(own) < len(words) else ()
        return released[0].source if released else find_equal(words, self.bodies)

    def _office(self, words: Sequence[Word], article: Article) -> str:
        """The body that an unnamed official is of, where the article names it or its part: *pejabat
        kementerian*."""
        kinds = frozenset(word.folded for word in words if word.tags & {"body"})
        if not kinds or any(word.proper or word.tags & {"place", "private"} for word in words):
            return ""
        identity = self.finder.find_titled(kinds)
        if not identity:
            return ""
        own = {identity} | {one.id for one in self.finder.sources.values() if one.part_of == identity}
        return identity if own & self._reading(article).named else ""

    def _root(self, identity: str, words: _Words, article: Article | None) -> str:
        """The id that the source counts under: up its bodies, as far as they go."""
        seen: set[str] = set()
        while identity not in seen:
            seen.add(identity)
            source = self.finder.sources.get(identity)
            if source is None:
                break
            body = source.part_of or self.listed.get(identity, "")
            if not body and identity in self.finder.persons:
                body = named_body(words(), identity, self.finder)
                body = body or (self._reading(article).bodies.get(identity, "") if article else "")
            identity = body or identity
        return identity

    def _reading(self, article: Article) -> Reading:
        if article.body not in self._read:
            if len(self._read) >= _MOST_ARTICLES:
                self._read.clear()
            self._read[article.body] = read_sources(read_runs(article.body), self.finder)
        return self._read[article.body]


def build_origins(registry: Registry) -> OriginBook:
    """The book of `registry`'s sources."""
    return _build_origins(registry.sources, registry.aliases)


@lru_cache(maxsize=8)  # of a registry the claims change more often than the sources
def _build_origins(sources: tuple[Source, ...], aliases: tuple[tuple[str, ...], ...]) -> OriginBook:
    finder = build_source_finder(Registry("", (), sources, aliases))
    return OriginBook(finder, listed_belonging(finder), read_bodies(finder))


def find_origins(
    article: Article,
    passage: Passage,
    matched: Sequence[Span],
    attributions: Mapping[int, tuple[Attribution, ...]],
    book: OriginBook,
) -> tuple[tuple[Origin, ...], tuple[str, ...], Reason]:
    """Who asserts the matched words of a passage, the ids it comes by (`via`), and why.

    Those whose scope holds most of the matched words, and who hold at least half as much as the first; else
    the passage's only one; else the outlet. All spans count from the start of the body.
    """
    chosen = choose(attributions.get(passage.index, ()), matched or (passage.span,))
    if not chosen:
        agency = find_dateline_agency(article.body, article.language)
        via = (book.resolve(agency, article).id,) if agency else ()
        return (book.resolve("", article),), via, Reason.of("origin_outlet", outlet=article.outlet)
    origins = tuple(
        {
            one.id: one for one in (book.resolve(a.speaker, article, a.unnamed, a.span.start) for a in chosen)
        }.values()
    )
    found = [book.resolve(base, article, _is_nameless(base)) for one in chosen for base in one.via]
    ids = {origin.id for origin in origins}
    bases = tuple({base.id: base for base in found if base.id not in ids}.values())
    if bases and all(map(_is_relay, origins)):
        origins, bases = bases, origins  # "Reuters, citing two officials, reported …"
    return origins, tuple(base.id for base in bases), _reason(article, passage, chosen[0])


def _is_relay(origin: Origin) -> bool:
    """Whether an origin is there to pass on what others say: an outlet or a news agency."""
    return origin.kind in ("outlet", "agency") or any(
        word.tags & {"agency"} for word in read_words(origin.name)
    )


def _is_nameless(name: str) -> bool:
    words = read_words(name)
    return any(word.tags & {"generic"} for word in words) and not any(word.proper for word in words)


def _reason(article: Article, passage: Passage, chosen: Attribution) -> Reason:
    text = article.body[passage.start : passage.end]
    if chosen.said_in == passage.index:
        quoted = any(
            quotation.span.shift(passage.start).overlaps(chosen.scope) for quotation in find_quotations(text)
        )
        return Reason.of("origin_quote" if quoted else "origin_reported", speaker=chosen.speaker)
    pronoun = "" if chosen.scope == passage.span else find_pronoun(text, article.language)
    if pronoun:
        return Reason.of("origin_pronoun", word=pronoun, speaker=chosen.speaker)
    return Reason.of("origin_continued", speaker=chosen.speaker)
