"""A report as it would be with another registry, worked out as long as there is time."""

from __future__ import annotations

import gc
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claimdesk import desk
from claimdesk.model import ArticleEvidence, Claim, Decision, Evidence, Phrase, Quote, Registry, Report
from claimdesk.preview.affected import Affected, find_affected, find_changed, is_same
from claimdesk.preview.library import OpenedLibrary, Place

_MANY = 5  # articles from which on it saves time to teach a matcher their words


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """How many passages a phrase meets by their own words; how many of them no other phrase of its side
    meets; how many a phrase of the other side meets too."""

    hits: int
    alone: int
    opposite: int


class Preview:
    """The report as it would be with `registry`, in the making. `claims` are those that are looked at."""

    def __init__(
        self,
        library: OpenedLibrary,
        report: Report,
        registry: Registry,
        decisions: Sequence[Decision] = (),
        uses: Sequence[Claim] = (),
    ) -> None:
        """`registry` may hold the changed claims alone; for `uses` it is told what each phrase does."""
        self.library, self.report, self.registry = library, report, registry
        self.decisions = decisions
        self.frame = (registry.sources, registry.aliases)
        same = self.frame == (report.registry.sources, report.registry.aliases)
        former = {entry.claim.id: entry for entry in report.claims}
        self.claims = tuple(
            claim
            for claim in registry.claims
            if not same or claim.id not in former or not is_same(former[claim.id].claim, claim)
        )
        self.seen = self.total = 0
        self.done = False
        self._same_frame = same
        self._former = former
        self._quotes: dict[str, list[Quote]] = {}
        self._waiting: dict[str, dict[int, list[Quote]]] = {}  # as they were, where nobody has looked yet
        self._uses = uses
        self._matchers: dict[Claim, desk.Matcher] = {}
        self._steps = self._run()

    def advance(self, seconds: float) -> bool:
        """Go on for so long, or to the end; whether that is reached."""
        limit = time.perf_counter() + seconds
        while not self.done and time.perf_counter() < limit:
            self.done = next(self._steps, None) is None
        return self.done

    def build_report(self) -> Report:
        """The report as far as it is known, with the claims of `registry` that are looked at alone.

        Its articles are those that bear on them now or did before, and those that standings depend on.
        """
        ids = {claim.id for claim in self.claims}
        by_article: dict[int, list[Quote]] = {number: [] for number in self.library.always}
        before = (former.quotes for claim in self.claims if (former := self._former.get(claim.id)))
        for quote in chain.from_iterable(before):
            by_article.setdefault(self.library.numbers[quote.article], [])
        mine = [decision for decision in self.decisions if decision.claim in ids]
        for decision in mine:
            if decision.article in self.library.numbers:
                by_article.setdefault(self.library.numbers[decision.article], [])
        waiting = (quotes for row in self._waiting.values() for quotes in row.values())
        for quote in chain.from_iterable((*self._quotes.values(), *waiting)):
            by_article.setdefault(self.library.numbers[quote.article], []).append(quote)
        entries = []
        for number, found in sorted(by_article.items()):
            entry = self.library.entries[number]
            entries.append(ArticleEvidence(entry.article, entry.passages, tuple(found)))
        registry = replace(self.registry, claims=self.claims)
        return desk.assess(Evidence(tuple(entries)), registry, mine, self.report.until)

    def use_of(self, claim: Claim) -> tuple[PhraseUse | None, ...]:
        """What each phrase of `claim` does, None where that is not known yet."""
        rows = [
            (phrase.side, self.library.hits.get(self._hits_key(claim, phrase))) for phrase in claim.phrases
        ]
        found: list[PhraseUse | None] = []
        for at, (side, here) in enumerate(rows):
            rest = [(other, row) for number, (other, row) in enumerate(rows) if row and number != at]
            beside = frozenset[Place]().union(*(row for other, row in rest if other == side))
            opposite = frozenset[Place]().union(*(row for other, row in rest if other != side))
            use = None if here is None else PhraseUse(len(here), len(here - beside), len(here & opposite))
            found.append(use)
        return tuple(found)

    def _run(self) -> Iterator[bool]:
        """All that there is to do, a moment's work at a time."""
        jobs = [(claim, self._find_affected(claim)) for claim in self.claims]
        self.total = sum(len(affected) for _, affected in jobs)
        for claim, affected in jobs:
            found = self._quotes[claim.id] = self._keep(claim, affected)
            matcher = self._matcher(claim)
            if sum(places is None for places in affected.values()) >= _MANY:
                desk.teach_words(self.library.index, matcher)
            waiting = self._waiting[claim.id] = self._group(claim, affected)
            with_quotes, kept = self._find_quoted(claim), self._find_kept(claim)
            for number, places in affected.items():
                waiting.pop(number, None)
                found += self._read(matcher, number, places, with_quotes.get(number, ()), kept)
                self.seen += 1
                yield True
        known = dict(jobs)
        for claim in self._uses:
            yield from self._find_uses(claim, known.get(claim))
            yield from self._work_ahead(claim)

    def _read(
        self,
        matcher: desk.Matcher,
        number: int,
        places: Mapping[int, bool] | None,
        quoted: Collection[int],
        kept: Collection[int],
    ) -> tuple[Quote, ...]:
        """The quotes in an article, whose passages at `places` and with the indexes `quoted` may have one.

        Where a changed phrase is at most near, it has no say if one of the phrases `kept`, by number, is near
        as well.
        """
        opened = self.library.open(number)
        if places is None:
            self.library.note_read(number, opened.texts)
            return matcher.find_quotes(opened)
        again = {index for index, _ in opened.texts_at(at for at, reached in places.items() if reached)}
        again.update(quoted)
        for index, reading in opened.texts_at(at for at, reached in places.items() if not reached):
            if index not in again and matcher.nominator.may_be_near_first(reading, 0, kept):
                again.add(index)
        self.library.note_read(number, again)
        return matcher.find_quotes(opened, again) if again else ()

    def _find_kept(self, claim: Claim) -> set[int]:
        """The numbers of the phrases of `claim` that are in the report as they are."""
        before = self._former.get(claim.id)
        changed = find_changed(before.claim.phrases if before else (), claim.phrases)
        return {at for at, phrase in enumerate(claim.phrases) if phrase not in changed}

    def _find_quoted(self, claim: Claim) -> dict[int, set[int]]:
        """By the number of the article the passages with quotes in the report."""
        before = self._former.get(claim.id)
        found: dict[int, set[int]] = {}
        for quote in before.quotes if before else ():
            found.setdefault(self.library.numbers[quote.article], set()).add(quote.passage)
        return found

    def _find_affected(self, claim: Claim) -> Affected:
        before = self._former.get(claim.id)
        return find_affected(self.library, self.registry, claim, before, self._same_frame)

    def _keep(self, claim: Claim, numbers: Collection[int]) -> list[Quote]:
        """The quotes of the report in other articles than those of these numbers."""
        before, again = self._former.get(claim.id), set(numbers)
        quotes = before.quotes if before else ()
        return [quote for quote in quotes if self.library.numbers[quote.article] not in again]

    def _group(self, claim: Claim, numbers: Collection[int]) -> dict[int, list[Quote]]:
        """The quotes of the report that nobody decided on, in the articles of these numbers."""
        wanted, before = set(numbers), self._former.get(claim.id)
        found: dict[int, list[Quote]] = {}
        for quote in before.quotes if before else ():
            number = self.library.numbers[quote.article]
            if number in wanted and not quote.decision:
                found.setdefault(number, []).append(quote)
        return found

    def _find_uses(self, claim: Claim, affected: Affected | None) -> Iterator[bool]:
        """For each phrase the passages that its words reach where what must be mentioned may be near.

        `affected` is what was read again of the claim: there its changed phrases may be reached, no others.
        """
        keys = [self._hits_key(claim, phrase) for phrase in claim.phrases]
        new = {at: set[Place]() for at, key in enumerate(keys) if key not in self.library.hits}
        if not new:
            return
        nominator = self._matcher(claim).nominator
        if affected is None or None in affected.values() or not self._find_kept(claim).isdisjoint(new):
            some = tuple(claim.phrases[at] for at in new)
            affected = {**self.library.search_passages(replace(claim, phrases=some), self.registry)}
        for number, places in affected.items():
            reached = [at for at, may_be in (places or {}).items() if may_be]
            texts = dict(self.library.open(number).texts_at(reached))
            self.library.note_read(number, texts)
            for passage, reading in texts.items():
                for _, phrase in nominator.find_reached(reading):
                    if phrase in new:
                        new[phrase].add((number, passage))
            yield True
        self.library.hits.update({keys[at]: frozenset(found) for at, found in new.items()})

    def _work_ahead(self, claim: Claim) -> Iterator[bool]:
        """Read what a change of any phrase of `claim` may ask for, before somebody changes one."""
        name = (claim.id, self.frame)
        if name in self.library.ready:
            return
        matcher = self._matcher(claim)
        affected = desk.find_passages_again(self.library.index, matcher)
        with_quotes = self._find_quoted(claim)
        if not self.library.may_keep(sum(map(len, affected.values()))):
            return
        for number, places in affected.items():
            self._read(matcher, number, places, with_quotes.get(number, ()), ())
            yield True
        self.library.ready[name] = frozenset(affected)
        gc.freeze()  # it stays: to look through it for garbage would take as long as several changes

    def _matcher(self, claim: Claim) -> desk.Matcher:
        if claim not in self._matchers:
            self._matchers[claim] = desk.build_matcher(replace(self.registry, claims=(claim,)))
        return self._matchers[claim]

    def _hits_key(self, claim: Claim, phrase: Phrase) -> object:
        return phrase.text, claim.must_mention, claim.threshold, self.frame
