"""The report for people at a terminal: each claim with its reasons and quotes, then one line a claim."""

from __future__ import annotations

from collections.abc import Iterator

from claimdesk.cli.terminal import measure, wrap
from claimdesk.messages import (
    render_date,
    render_list,
    render_number,
    render_reason,
    render_reasons,
    render_stated_date,
    translate,
    translate_plural,
)
from claimdesk.messages.phrases import hidden_phrase
from claimdesk.model import (
    Article,
    ArticleReport,
    BasisName,
    ClaimReport,
    ConfidenceName,
    Quote,
    Reason,
    Report,
    Stance,
    StatusName,
    Verdict,
)

# A seat for support, a seat for contradiction; as in the dashboard.
TILES: dict[StatusName, str] = {
    "corroborated": "[+ +]",
    "single source": "[+  ]",
    "contested": "[+ \u2212]",
    "contradicted": "[ \u2014 ]",
    "superseded": "[ \u2192 ]",
    "unverified": "[ ? ]",
    "no evidence": "[   ]",
}
SIGNS: dict[Stance, str] = {"supports": "+", "contradicts": "\u2212", "mentions": "\u00b7"}
_DOT = " \u00b7 "
_MARGIN = " " * 6
_GAP = "  "  # between two columns of the overview


def render_table(report: Report, language: str, width: int) -> str:
    """The whole report in lines of at most `width` columns, from 40 on. Article texts are made visible."""
    articles = {entry.article.id: entry for entry in report.articles}
    blocks = [list(_render_head(report, language, width))]
    blocks += [list(_render_claim(entry, articles, language, width)) for entry in report.claims]
    if len(report.claims) > 1:
        blocks.append(_render_overview(report, language, width))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _render_head(report: Report, language: str, width: int) -> Iterator[str]:
    read, claims = len(report.articles), len(report.claims)
    facts = [
        translate("Evidence read to {date}", language).format(date=render_date(report.until, language)),
        _counted(translate_plural("{n} article", "{n} articles", read, language), read, language),
        _counted(translate_plural("{n} claim", "{n} claims", claims, language), claims, language),
    ]
    if report.hidden:
        facts.append(hidden_phrase(report, language))
    if report.registry.title:
        yield from wrap(report.registry.title, width)
    yield from wrap(_DOT.join(facts), width)


def _render_claim(
    entry: ClaimReport, articles: dict[str, ArticleReport], language: str, width: int
) -> Iterator[str]:
    claim, found = entry.claim, entry.assessment
    words = (
        translate(found.status, language),
        _word_confidence(found.confidence, language),
        _word_basis(found.basis, language),
    )
    yield from wrap(_DOT.join(words), width, f"{TILES[found.status]} ")
    yield from wrap(claim.statement, width, _MARGIN)
    about = [claim.id]
    if claim.as_of:
        about.append(translate("As of {date}", language).format(date=render_date(claim.as_of, language)))
    yield from wrap(_DOT.join(about), width, _MARGIN)
    yield ""
    if claim.verdict:
        yield from wrap(_describe_verdict(claim.verdict, language), width, _MARGIN)
    for reason in render_reasons(found.reasons, language):
        yield from wrap(reason, width, _MARGIN)
    for stance in ("supports", "contradicts"):
        for quote in entry.by_stance(stance):
            yield ""
            yield from _render_quote(quote, articles[quote.article], language, width)
    mentions = Reason.of("mentions_only", count=len(entry.by_stance("mentions")))
    if entry.by_stance("mentions") and mentions not in found.reasons:
        yield ""
        yield from wrap(render_reason(mentions, language), width, f"    {SIGNS['mentions']} ")


def _describe_verdict(verdict: Verdict, language: str) -> str:
    """The fact-checker's own word, which stands above the reasons."""
    who = verdict.by or translate("a person", language)
    judged = translate("{who} judged “{status}”.", language)
    said = judged.format(who=who, status=translate(verdict.status, language))
    day = f"{render_date(verdict.on, language)}: " if verdict.on else ""
    waits = translate("Waits for a second person's word and does not count yet.", language)
    return " ".join([f"{day}{said}", verdict.rationale, waits if verdict.proposed else ""]).strip()


def _render_quote(quote: Quote, source: ArticleReport, language: str, width: int) -> Iterator[str]:
    """The quote, in brackets before it the earlier sentences it takes words from, and who says it."""
    earlier = [
        f"[{passage.span.of(source.article.body)}]"
        for passage in source.passages
        if passage.index != quote.passage and any(passage.span.overlaps(span) for span in quote.context)
    ]
    yield from wrap(" ".join([*earlier, quote.text]), width, f"    {SIGNS[quote.stance]} ")
    yield from wrap(_describe(quote, source.article, language), width, _MARGIN)


def _describe(quote: Quote, article: Article, language: str) -> str:
    """Who says it, where and when, and what limits it."""
    parts = [
        render_list([origin.name for origin in quote.origins], language),
        article.outlet or article.id,
        render_stated_date(quote.date, language),
    ]
    if article.kind == "digest":
        parts.append(translate("digest", language))
    if quote.timing in ("earlier", "later"):
        parts.append(translate(quote.timing, language))
    if quote.hedged:
        parts.append(translate("hedged", language))
    if quote.decision:
        parts.append(translate(quote.decision, language))
    return _DOT.join(parts)


def _render_overview(report: Report, language: str, width: int) -> list[str]:
    """One line a claim: sign, id and status, and where there is room confidence and number of origins."""
    heads = ("Claim", "Status", "Confidence", "For", "Against")
    rows = [["", *(translate(word, language) for word in heads)]]
    for entry in report.claims:
        found = entry.assessment
        words = [translate(word, language) for word in (found.status, found.confidence)]
        origins = [render_number(len(side), language) for side in (found.supports, found.contradicts)]
        rows.append([TILES[found.status], entry.claim.id, *words, *origins])
    widths = [max(measure(cell) for cell in column) for column in zip(*rows, strict=True)]
    if _total(widths) > width:
        rows, widths = [row[:3] for row in rows], widths[:3]
        widths[1] = max(widths[1] - max(_total(widths) - width, 0), 1)
    return [_render_row(row, widths) for row in rows]


def _total(widths: list[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _render_row(row: list[str], widths: list[int]) -> str:
    """Cells in their widths, the numbers at the end flush right; what is too long is cut."""
    cells = []
    for column, (text, width) in enumerate(zip(row, widths, strict=True)):
        shown = text if measure(text) <= width else text[: width - 1] + "\u2026"
        padding = " " * (width - measure(shown))
        cells.append(padding + shown if column > 3 else shown + padding)
    return _GAP.join(cells).rstrip()


def _word_confidence(confidence: ConfidenceName, language: str) -> str:
    return {
        "low": translate("low confidence", language),
        "moderate": translate("moderate confidence", language),
        "high": translate("high confidence", language),
    }[confidence]


def _word_basis(basis: BasisName, language: str) -> str:
    return {
        "suggested": translate("suggested, not reviewed", language),
        "partly reviewed": translate("partly reviewed", language),
        "reviewed": translate("reviewed", language),
    }[basis]


def _counted(text: str, number: int, language: str) -> str:
    return text.format(n=render_number(number, language))
