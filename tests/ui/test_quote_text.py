"""Quotes are verbatim: not one character is added, changed or lost, whatever is marked in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from page_text import read_markup
from sample_report import QUOTES, build_report

from claimdesk.evidence.sides import find_context
from claimdesk.model import Span
from claimdesk.ui.markup import render_html
from claimdesk.ui.quote_text import render_marked, render_quote_text


@st.composite
def marked_bodies(draw: st.DrawFn) -> tuple[str, Span, list[tuple[Span, str]]]:
    body = draw(st.text(min_size=1, max_size=60))

    def span() -> Span:
        start, end = sorted((draw(st.integers(0, len(body))), draw(st.integers(0, len(body)))))
        return Span(start, end)

    return body, span(), [(span(), draw(st.sampled_from(["hit", "hedge", "turns"]))) for _ in range(4)]


@given(marked_bodies())
def test_marking_keeps_every_character(case: tuple[str, Span, list[tuple[Span, str]]]) -> None:
    body, within, marks = case
    parts = render_marked(body, within, marks)
    assert "".join(part if isinstance(part, str) else "".join(map(str, part.children)) for part in parts) == (
        within.of(body)
    )


def test_marks_may_cross() -> None:
    parts = render_marked("abcdef", Span(0, 6), [(Span(1, 4), "hit"), (Span(3, 5), "hedge")])
    assert render_html(parts) == (
        'a<mark class="hit">bc</mark><mark class="hedge hit">d</mark><span class="hedge">e</span>f'
    )


def test_every_sample_quote_is_whole_and_its_context_stands_before_it() -> None:
    report = build_report()
    for quote in QUOTES:
        article = report.article(quote.article)
        assert article is not None
        said, tags = read_markup(render_html([render_quote_text(quote, article)]))
        assert said.endswith(quote.text)
        assert "mark" in tags
        before = [passage.span.of(article.article.body) for passage in find_context(quote, article)]
        assert said.startswith("".join(f"[{one}] " for one in before))
        assert bool(before) == bool(quote.context)
