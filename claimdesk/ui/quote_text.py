"""Source text, verbatim, with what the engine found in it: matched words, cues, context before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from claimdesk.evidence.sides import find_context
from claimdesk.model import ArticleReport, Passage, Quote, Span
from claimdesk.ui.markup import Node, el

# How a cue shows: what turns the side is bold with a line in the colour of contradiction, others are dotted.
_CUE_CSS = {"negation": "turns", "denial": "turns", "denial_ended": "turns"}


def render_quote_text(quote: Quote, article: ArticleReport) -> Node:
    """The quote with its context before it, in the article's language and direction."""
    before = [_render_context(passage, quote, article) for passage in find_context(quote, article)]
    return el(
        "p",
        "words",
        *before,
        *render_marked(article.article.body, quote.span, quote_marks(quote)),
        lang=article.article.language,
        dir="auto",
    )


def quote_marks(quote: Quote) -> list[tuple[Span, str]]:
    """Where in the body what is marked, and how."""
    marks = [(span, "hit") for span in quote.matched]
    return marks + [(span, _CUE_CSS.get(kind, "hedge")) for kind, span in quote.cues]


def render_marked(body: str, within: Span, marks: Sequence[tuple[Span, str]]) -> list[Node | str]:
    """``body[within]`` as text and marked stretches; not one character is added, changed or lost."""
    cuts = {within.start, within.end}
    for span, _ in marks:
        cuts |= {at for at in (span.start, span.end) if within.start < at < within.end}
    places = sorted(cuts)
    parts = (Span(start, end) for start, end in pairwise(places))
    return [
        _render_part(part.of(body), (css for span, css in marks if span.contains(part))) for part in parts
    ]


def _render_part(text: str, styles: Iterable[str]) -> Node | str:
    css = sorted(set(styles))
    if not css:
        return text
    return el("mark" if "hit" in css else "span", " ".join(css), text)


def _render_context(passage: Passage, quote: Quote, article: ArticleReport) -> Node:
    """A passage before the quote, greyed and in brackets, and whether something stands between the two."""
    body = article.article.body
    between = body[passage.end : quote.start] if passage.end <= quote.start else ""
    gap = "] " if not between.strip() else "] \u2026 "
    return el("span", "context", "[", *render_marked(body, passage.span, quote_marks(quote)), gap)
