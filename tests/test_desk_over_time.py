"""A desk over weeks: edits, articles, decisions and days in any order, and what must hold after each."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from claimdesk import check, load_articles, load_registry
from claimdesk.evidence.anchors import find_surroundings
from claimdesk.model import Decision, Quote, Report
from claimdesk.registry.edit import change_claim
from claimdesk.registry.records import add_record
from claimdesk.registry.save import save_registry
from claimdesk.reporting import render_report
from claimdesk.store.reviews import append_decision, load_reviews

REGISTRY = """\
# What the curator wrote here stays.
version: 1
title: Flood at Arun   # for now
sources:
  - {id: sar, name: Badan SAR Arun, kind: official}
claims:
  - id: dam   # the first
    statement: The Arun dam was opened without a warning.
    as_of: 2024-05-09
    supports: ["pintu air bendungan dibuka tanpa peringatan"]
  - id: toll
    statement: |
      At least 300 people died.
    as_of: 2024-05-10
    quantity: {at_least: 300, unit: [orang, jiwa]}
    supports:
      - 300 orang tewas akibat banjir   # a phrase
"""
SENTENCES = [
    "Badan SAR Arun mengatakan sebanyak 334 orang tewas akibat banjir.",
    "Warga mengatakan pintu air bendungan Arun dibuka tanpa peringatan.",
    "Otoritas bendungan membantah hal itu.",
    "Sedikitnya 120 orang tewas, kata Badan SAR Arun, Jumat (10/5/2024).",
    "Baca juga: Banjir Arun",
    "Belum ada konfirmasi bahwa 300 orang tewas akibat banjir.",
    "Kata\u200b yang\u202e aneh \ud55c <b>tebal</b>.",
]
BODIES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join)
FIRST = date(2024, 5, 1)
DAYS = st.integers(0, 40).map(lambda days: FIRST + timedelta(days))
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=20)
CLAIM = re.compile(rb"^  - id: (\S+).*?(?=^  - id: |\Z)", re.MULTILINE | re.DOTALL)


class DeskOverTime(RuleBasedStateMachine):
    """A desk on the disk, and what was done to it."""

    def __init__(self) -> None:
        super().__init__()
        self._place = TemporaryDirectory()
        self.folder = Path(self._place.name)
        self.claims, self.reviews = self.folder / "claims.yaml", self.folder / "reviews.jsonl"
        self.decisions: list[Decision] = []
        self.until = FIRST

    def teardown(self) -> None:
        """Take the desk off the disk."""
        self._place.cleanup()

    def report(self) -> Report:
        """What the desk says now, from nothing but its files."""
        articles = load_articles(self.folder / "articles")
        decisions = load_reviews(self.reviews).decisions
        return check(load_registry(self.claims), articles, decisions, until=self.until)

    def quotes(self) -> list[Quote]:
        """All quotes of the report, as they are in it."""
        return [quote for claim in self.report().claims for quote in claim.quotes]

    @initialize(body=BODIES, day=DAYS)
    def begin(self, body: str, day: date) -> None:
        """A registry with comments, and an article."""
        self.claims.write_text(REGISTRY, encoding="utf-8")
        (self.folder / "articles").mkdir()
        self.add_article(body, day)

    @rule(body=BODIES, day=DAYS)
    def add_article(self, body: str, day: date) -> None:
        """One more article."""
        number = len(list((self.folder / "articles").iterdir()))
        text = f"---\ntitle: Banjir\noutlet: Warta\npublished: {day}\nlanguage: id\n---\n{body}\n"
        (self.folder / f"articles/a{number}.md").write_text(text, encoding="utf-8")

    @rule(words=TEXTS, number=st.integers(0, 9))
    def correct_article(self, words: str, number: int) -> None:
        """An article is corrected: something stands before what was there."""
        path = self.folder / f"articles/a{number}.md"
        if path.exists():
            _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
            path.write_text(f"---\n{head}---\n{words}. {body}", encoding="utf-8")

    @rule(
        claim=st.sampled_from(["dam", "toll"]),
        field=st.sampled_from(["notes", "statement", "topic"]),
        words=TEXTS,
    )
    def edit(self, claim: str, field: str, words: str) -> None:
        """One field of one claim: not a byte of the others changes, nor of what stands before them."""
        before = self.claims.read_bytes()
        save_registry(self.claims, change_claim(before, claim, field, words), base=before, by="editor-1")
        after = self.claims.read_bytes()
        old, new = ({one[1]: one[0] for one in CLAIM.finditer(data)} for data in (before, after))
        assert {name: text for name, text in old.items() if name != claim.encode()} == {
            name: text for name, text in new.items() if name != claim.encode()
        }
        assert before.partition(b"claims:")[0] == after.partition(b"claims:")[0]
        claims = {one.id: one for one in load_registry(self.claims).claims}
        # White space is read as one space, whatever it is.
        assert getattr(claims[claim], field).split() == words.split()

    @rule(words=TEXTS)
    def add_claim(self, words: str) -> None:
        """One more claim at the end: what was there stays as it was."""
        before = self.claims.read_bytes()
        record = {"id": f"new-{before.count(b'- id: ')}", "statement": words, "supports": ["banjir terjadi"]}
        save_registry(self.claims, add_record(before, "claims", record), base=before, by="editor-1")
        assert self.claims.read_bytes().startswith(before.rstrip(b"\n"))

    @precondition(lambda self: self.quotes())
    @rule(data=st.data(), kind=st.sampled_from(["confirmed", "rejected", "withdrawn"]), day=DAYS)
    def decide(self, data: st.DataObject, kind: str, day: date) -> None:
        """Somebody decides on a quote."""
        quote = data.draw(st.sampled_from(self.quotes()))
        body = next(one.article.body for one in self.report().articles if one.article.id == quote.article)
        prefix, suffix = find_surroundings(body, quote.span)
        reason = "wrong place" if kind == "rejected" else ""
        decision = Decision(
            quote.claim, quote.article, quote.start, quote.end, quote.text, kind, day, "editor-1", reason,
            prefix=prefix, suffix=suffix,
        )  # fmt: skip
        append_decision(self.reviews, decision)
        self.decisions.append(decision)

    @rule(day=DAYS)
    def look_at(self, day: date) -> None:
        """Another day."""
        self.until = day

    @invariant()
    def every_quote_is_verbatim(self) -> None:
        """Quotes, marks and contexts are characters of the article."""
        report = self.report() if self.claims.exists() else None
        bodies = {one.article.id: one.article.body for one in report.articles} if report else {}
        for quote in (quote for claim in (report.claims if report else ()) for quote in claim.quotes):
            assert bodies[quote.article][quote.start : quote.end] == quote.text
            assert all(span.end <= len(bodies[quote.article]) for span in (*quote.matched, *quote.context))

    @invariant()
    def the_log_holds_every_decision(self) -> None:
        """In order, word for word."""
        found = load_reviews(self.reviews)
        assert list(found.decisions) == self.decisions
        assert found.problems == ()

    @invariant()
    def the_report_is_the_same_twice(self) -> None:
        """And nothing of a later day is in it."""
        if self.claims.exists():
            one, other = (json.dumps(render_report(self.report())) for _ in range(2))
            assert one == other
            assert all(
                (one["published"] or "") <= self.until.isoformat() for one in json.loads(other)["articles"]
            )


DeskOverTime.TestCase.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
test_a_desk_over_time = DeskOverTime.TestCase
