"""What a draft would change: worked out a moment at a time, and shown beside the form."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from hashlib import sha256

import streamlit as st

from claimdesk.changes import compare_reports
from claimdesk.messages import render_number, translate, translate_plural
from claimdesk.model import ArticleReport, Claim, ClaimChange, ClaimReport, QuoteChange, Registry
from claimdesk.preview import OpenedLibrary, Preview, open_library
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.quote_text import quote_marks, render_marked
from claimdesk.ui.signs import render_bars, render_stance, render_tile
from claimdesk.ui.words import articles_word, as_head, confidence_phrase, counted, outlet_name

MOMENT = 0.2  # seconds that a run of the page works on a preview
_PAUSE = 0.1  # seconds between two such runs, in which somebody may type
_SHOWN = 4  # quotes of each kind
_SESSION = "registry-preview"


def preview_registry(desk: Desk, registry: Registry, uses: Sequence[Claim] = ()) -> Preview | None:
    """The preview of a registry, or of its changed claims alone, as far as it got; None without articles.

    For the claims in `uses` it is told too what each phrase does.
    """
    if not desk.report.articles:
        return None
    name = (id(desk.report), desk.reviews.sha256, registry.claims, registry.aliases, registry.sources, uses)
    kept = st.session_state.get(_SESSION)
    if kept is None or kept[0] != name:
        same = kept is not None and kept[2] is desk.report
        library = kept[1].library if same else _open(_mark(desk.report.articles), desk.report.articles)
        # The report is kept with it, so that nothing else can come to have its number.
        kept = (name, Preview(library, desk.report, registry, desk.reviews.decisions, uses), desk.report)
        st.session_state[_SESSION] = kept
    preview: Preview = kept[1]
    preview.advance(MOMENT)
    return preview


@st.cache_resource(show_spinner=False, max_entries=2)  # type: ignore[untyped-decorator]
def _open(mark: str, _entries: Sequence[ArticleReport]) -> OpenedLibrary:  # noqa: ARG001
    return open_library(_entries)


def _mark(entries: Sequence[ArticleReport]) -> str:
    names = "\n".join(f"{entry.article.id} {entry.article.sha256}" for entry in entries)
    return sha256(names.encode("utf-8", "surrogatepass")).hexdigest()


def find_changes(desk: Desk, preview: Preview, gone: Collection[str] = ()) -> tuple[ClaimChange, ...]:
    """What differs, claim by claim, as far as it is known; `gone` are claims that are not there any more."""
    after = preview.build_report()
    ids = {claim.id for claim in preview.claims}.union(gone)
    before = replace(desk.report, articles=after.articles)  # the others bear on nothing that is compared
    return compare_reports(before, after, ids).claims


def draw_progress(preview: Preview, language: str) -> None:
    """How far a preview got. One that is not done goes on, and at its end the page is drawn anew."""
    if preview.done:
        return

    @st.fragment(run_every=_PAUSE)  # type: ignore[untyped-decorator]
    def go_on() -> None:
        if preview.advance(MOMENT):
            st.rerun()
        if preview.seen < preview.total:
            said = translate("So far {n} of {all} were looked at.", language)
            number = render_number(preview.seen, language)
            draw(el("p", "soft small", said.format(n=number, all=articles_word(preview.total, language))))

    go_on()


def render_change(change: ClaimChange, desk: Desk, *, named: bool = False) -> Node:
    """Status before and after, then the quotes gained, lost and turned; with `named`, the claim first."""
    language = desk.language
    entry = change.after or change.before
    return el(
        "div",
        "change-of",
        el("p", "statement", own(entry.claim.statement)) if named and entry else None,
        render_standing(change.before, change.after, language),
        *_render_quotes(change, desk),
    )


def render_standing(before: ClaimReport | None, after: ClaimReport | None, language: str) -> Node:
    """The status before, and after where it is another."""
    rows = []
    for label, entry in ((translate("Now", language), before), (translate("Then", language), after)):
        if entry is not None:
            rows.append(_render_status(label, entry, language))
    same = before is not None and after is not None and _stand(before) == _stand(after)
    return el("div", "standings", *(rows[:1] if same else rows))


def _stand(entry: ClaimReport) -> tuple[str, str, int, int]:
    found = entry.assessment
    return (
        found.status,
        found.confidence,
        len(entry.by_stance("supports")),
        len(entry.by_stance("contradicts")),
    )


def _render_status(label: str, entry: ClaimReport, language: str) -> Node:
    found = entry.assessment
    numbers = translate("{plus} for, {minus} against, {dot} only mention", language).format(
        plus=len(entry.by_stance("supports")),
        minus=len(entry.by_stance("contradicts")),
        dot=len(entry.by_stance("mentions")),
    )
    return el(
        "div",
        "standing-row",
        el("span", "soft small when", label),
        render_tile(found.status),
        el(
            "div",
            "",
            el("p", "", el("b", "", as_head(found.status, language))),
            el(
                "p",
                "small soft sign-word",
                render_bars(found.confidence),
                confidence_phrase(found.confidence, language),
            ),
            el("p", "small soft", numbers),
        ),
    )


def _render_quotes(change: ClaimChange, desk: Desk) -> list[Node]:
    language = desk.language
    turned = [one for one in change.quotes_by("changed") if any(f.name == "stance" for f in one.fields)]
    groups = [
        (translate_plural("{n} quote gained", "{n} quotes gained", len(found), language), found)
        for found in (change.quotes_by("gained"),)
    ]
    lost = change.quotes_by("lost")
    groups.append((translate_plural("{n} quote lost", "{n} quotes lost", len(lost), language), lost))
    said = translate_plural(
        "{n} quote changes its side", "{n} quotes change their side", len(turned), language
    )
    groups.append((said, tuple(turned)))
    nodes = []
    for title, found in groups:
        if found:
            nodes.append(el("p", "gain", el("b", "", counted(len(found), title, language))))
            nodes += [_render_quote(one, desk) for one in found[:_SHOWN]]
            if len(found) > _SHOWN:
                more = translate("and {n} more", language)
                nodes.append(el("p", "soft small", counted(len(found) - _SHOWN, more, language)))
    return nodes


def _render_quote(change: QuoteChange, desk: Desk) -> Node:
    quote = change.quote
    article = desk.report.article(quote.article)
    body = article.article.body if article else ""
    words = render_marked(body, quote.span, quote_marks(quote)) if article else [quote.text]
    about = outlet_name(article.article, desk.language) if article else quote.article
    return el(
        "div",
        f"gained {change.fate}",
        render_stance(quote.stance),
        el(
            "div",
            "",
            el("p", "words", *words, dir="auto", lang=article.article.language if article else None),
            el("p", "soft small", own(about)),
        ),
    )
