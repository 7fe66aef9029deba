"""What is tried with each input, and what must hold. A target makes its input out of a `random.Random`.

An error of our own is an answer; anything else that is raised is a failure.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from functools import cache
from random import Random

from claimdesk import desk
from claimdesk.errors import ClaimdeskError
from claimdesk.evidence.anchors import find_anchor, find_surroundings
from claimdesk.library.article import parse_article
from claimdesk.library.frontmatter import has_front_matter, parse_front_matter
from claimdesk.model import Decision, Passage, Span
from claimdesk.registry.document import parse_document
from claimdesk.registry.edit import change_claim
from claimdesk.registry.read import parse_registry
from claimdesk.reporting import render_report
from claimdesk.text.clauses import find_clauses
from claimdesk.text.cues import find_cues
from claimdesk.text.dates import find_dates
from claimdesk.text.figures import find_figures
from claimdesk.text.hidden import find_hidden
from claimdesk.text.passages import find_passages
from claimdesk.text.pointing import find_pointing
from claimdesk.text.role_readings import read_roles
from claimdesk.text.speakers import find_attributions
from claimdesk.text.tokens import find_tokens
from fuzz.registries import REGISTRY, YAML
from fuzz.texts import damage, make_language, make_text, seeds

DAY = date(2024, 11, 13)


def _check(holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError(what)


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "ZC"


def _check_spans(text: str, spans: Iterable[Span], apart: bool = True) -> None:
    end = 0
    for span in spans:
        _check(0 <= span.start < span.end <= len(text), f"{span} is not in the text")
        _check(not apart or span.start >= end, f"{span} begins before {end}")
        end = span.end


def read_bytes(random: Random) -> None:
    """An article's file, damaged: read or refused, and its body is the end of it."""
    data = damage(random, random.choice(seeds("articles", ".md")), YAML)
    article, _ = parse_article(data, random.choice(["a.md", "a.txt"]))
    if "\ufffd" not in article.body and not article.notes:
        _check(data.decode("utf-8", "replace").endswith(article.body), "the body was altered")


def read_front_matter(random: Random) -> None:
    """Front matter of any kind: the body starts in the text."""
    data = damage(random, b"---\ntitle: a\noutlet: b\npublished: 2024-11-04\n---\nbody\n", YAML)
    text = data.decode("utf-8", "replace")
    if has_front_matter(text):
        _check(0 <= parse_front_matter(text, "a.md").body_start <= len(text), "the body starts nowhere")


def split_passages(random: Random) -> None:
    """Passages: in order, apart, and nothing but white space between them."""
    text = make_text(random)
    found = find_passages(text, make_language(random), random.random() < 0.5)
    _check_spans(text, [passage.span for passage in found])
    starts, ends = [passage.start for passage in found], [passage.end for passage in found]
    between = [text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True)]
    _check(not any(map(_is_seen, "".join(between))), f"left out: {between}")


def read_figures(random: Random) -> None:
    """Figures: in order, apart, with their own words."""
    text = make_text(random)
    found = find_figures(text, make_language(random))
    _check_spans(text, [figure.span for figure in found])
    for figure in found:
        _check(figure.interval.low <= figure.interval.high, f"{figure.interval} is empty")
        _check(figure.number.of(text) != "", "a figure without a number")


def read_dates(random: Random) -> None:
    """Dates: in order, apart, verbatim."""
    text = make_text(random)
    found = find_dates(text, make_language(random))
    _check_spans(text, [one.span for one in found])
    _check(all(one.span.of(text) == one.text for one in found), "a date in other words")


def read_cues(random: Random) -> None:
    """Cues and clauses: in the text, the cues verbatim."""
    text, language = make_text(random), make_language(random)
    found = find_cues(text, language)
    _check_spans(text, [one.span for one in found], apart=False)
    _check(all(one.span.of(text) == one.text for one in found), "a cue in other words")
    _check_spans(text, [one.span for one in find_clauses(text, language)])


def read_speakers(random: Random) -> None:
    """Speakers, roles and pointing back: only that nothing falls over, and places are in the text."""
    text, language = make_text(random), make_language(random)
    passages = find_passages(text, language)
    for passage in passages:
        read_roles(find_tokens(passage.span.of(text)), language, ())
        find_pointing(passage.span.of(text), language)
    attributions = find_attributions(text, passages, language, ("Kim", "Kepala BNPB"))
    for passage in passages:
        for one in attributions.get(passage.index, ()):
            _check(0 <= one.span.start <= one.span.end <= len(text), "a speaker outside the text")


def see_hidden(random: Random) -> None:
    """Hidden characters: in order and apart."""
    text = make_text(random)
    _check_spans(text, [one.span for one in find_hidden(text)])


def set_anchor(random: Random) -> None:
    """A decision on a body that changed: on the same words, or orphaned; where nothing changed, exact."""
    body = make_text(random)
    start = random.randint(0, len(body))
    span = Span(start, random.randint(start, len(body)))
    prefix, suffix = find_surroundings(body, span)
    decision = Decision(
        "c", "a", span.start, span.end, span.of(body), "confirmed", DAY, prefix=prefix, suffix=suffix
    )
    changed = body
    for _ in range(random.randint(0, 3)):
        at = random.randint(0, len(changed))
        changed = changed[:at] + make_text(random)[:50] + changed[at + random.randint(0, 50) :]
    for text in (body, changed):
        anchor = find_anchor(decision, text)
        _check(anchor.span is None or anchor.span.of(text) == decision.text, "an anchor on other words")
        _check(
            anchor.kind == "exact" or text is not body or not decision.text, "an anchor that moved by itself"
        )


def read_registry(random: Random) -> None:
    """A registry, damaged: read or refused with places in it; what can be read can be edited surgically."""
    data = damage(random, random.choice([REGISTRY, *seeds(".", "claims.yaml")]), YAML)
    registry, warnings = parse_registry(data, "claims.yaml")
    lines = data.count(b"\n") + data.count(b"\r") + 1
    _check(all(1 <= one.line <= lines for one in warnings), "a warning outside the file")
    parse_document(data)
    edited = change_claim(data, random.choice(registry.claims).id, "notes", make_text(random)[:60])
    parse_registry(edited, "claims.yaml")


@cache
def _matcher() -> tuple[desk.Matcher, object]:
    registry, _ = parse_registry(REGISTRY, "claims.yaml")
    return desk.build_matcher(registry), registry


def check_desk(random: Random) -> None:
    """An article at random through the whole engine: every quote is verbatim, and twice gives the same."""
    text = make_text(random)
    if random.random() < 0.5:
        text += "\nBNPB mengatakan 300 orang tewas akibat gempa. Hal itu dibantah. " + make_text(random)
    data = text.encode("utf-8", "replace")
    article, _ = parse_article(data, "a.txt")
    matcher, registry = _matcher()
    evidence = desk.Evidence((matcher.read(article),))
    report = desk.assess(evidence, registry, until=DAY)
    for claim in report.claims:
        for quote in claim.quotes:
            _check(article.body[quote.start : quote.end] == quote.text, "a quote that is not verbatim")
            for span in (*quote.matched, *quote.context, *(span for _, span in quote.cues)):
                _check(0 <= span.start <= span.end <= len(article.body), "a mark outside the body")
    if random.random() < 0.05:
        again = desk.assess(desk.Evidence((matcher.read(article),)), registry, until=DAY)
        _check(json.dumps(render_report(report)) == json.dumps(render_report(again)), "another report")


Target = Callable[[Random], None]
TARGETS: dict[str, Target] = {
    "reader": read_bytes,
    "front-matter": read_front_matter,
    "passages": split_passages,
    "figures": read_figures,
    "dates": read_dates,
    "cues": read_cues,
    "speakers": read_speakers,
    "hidden": see_hidden,
    "anchoring": set_anchor,
    "registry": read_registry,
    "desk": check_desk,
}
# What takes a text: tried with the same text four times as long, too.
ON_TEXT: dict[str, Callable[[str, str], object]] = {
    "passages": lambda text, language: find_passages(text, language),
    "figures": lambda text, language: find_figures(text, language),
    "dates": lambda text, language: find_dates(text, language),
    "cues": lambda text, language: find_cues(text, language),
    "clauses": lambda text, language: find_clauses(text, language),
    "roles": lambda text, language: read_roles(find_tokens(text), language, ()),
    "pointing": lambda text, language: find_pointing(text, language),
    "hidden": lambda text, _language: find_hidden.__wrapped__(text),
    "speakers": lambda text, language: [
        find_attributions(text, [Passage(0, 0, len(text), 0)], language).get(0)
    ],
    "reader": lambda text, _language: parse_article(text.encode("utf-8", "replace"), "a.txt"),
    "desk": lambda text, _language: _matcher()[0].read(
        parse_article(text.encode("utf-8", "replace"), "a.txt")[0]
    ),
}


def run_input(target: str, seed: int) -> None:
    """Try the input of that number. Raises AssertionError, or whatever went wrong."""
    with suppress(ClaimdeskError):
        TARGETS[target](Random(f"{target} {seed}"))
