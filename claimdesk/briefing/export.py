"""One file of a briefing, in whatever form: what the command line writes and the dashboard downloads."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from claimdesk.briefing.bundle import Earlier, bundle_report
from claimdesk.briefing.card import ShapeName, ThemeName, measure_card, render_card
from claimdesk.briefing.claimreview import render_claimreview
from claimdesk.briefing.data import DataFormat, render_rows
from claimdesk.briefing.issued import Issue, IssuedClaim, Place, find_issued_claims, hash_report
from claimdesk.briefing.markdown import render_markdown
from claimdesk.briefing.outline import outline_claim, say_left_out
from claimdesk.briefing.report import render_pages, render_pdf
from claimdesk.errors import UsageError
from claimdesk.model import Report

FormName = Literal["png", "pdf", "svg", "md", "csv", "excel", "json", "parquet", "claimreview"]
SUFFIXES: Mapping[FormName, str] = {
    "png": ".png",
    "pdf": ".pdf",
    "svg": ".svg",
    "md": ".md",
    "csv": ".csv",
    "excel": ".csv",
    "json": ".json",
    "parquet": ".parquet",
    "claimreview": ".jsonld",
}
_DATA: Mapping[FormName, DataFormat] = {
    "csv": "csv",
    "excel": "excel",
    "json": "json",
    "parquet": "parquet",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted. `shape` is a card's, or ``report``; a report is a PDF or Markdown.

    Without `unreviewed`, quotes that nobody has decided on are left out. `url` is where a ClaimReview will
    stand, `author` the desk that signs it. `made` is the day on the file; `earlier` is what a report tells
    the changes since.
    """

    form: FormName
    made: date
    language: str = "en"
    shape: ShapeName | Literal["report"] = "landscape"
    theme: ThemeName = "light"
    unreviewed: bool = True
    url: str = ""
    author: str = ""
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """The file's bytes, and what it tells of each claim."""

    data: bytes
    claims: tuple[IssuedClaim, ...]


def render_export(report: Report, order: Order) -> Export:
    """The file on all claims of `report`, in its order. The same report and order give the same bytes.

    Raises UsageError where there is no claim, or more than one for a card.
    """
    if not report.claims:
        raise UsageError("No claim is chosen. Choose at least one.")
    if is_card(order):
        return _render_card(report, order)
    if order.form in _DATA or order.form == "claimreview":
        return _render_data(report if order.unreviewed else _leave_out(report, order.language), order)
    bundle = bundle_report(report, order.language, order.made, order.earlier, unreviewed=order.unreviewed)
    shown = {
        one.claim: [(quote.article, quote.start, quote.end) for side in one.sides for quote in side.quotes]
        for one in bundle.outlines
    }
    if order.form == "md":
        data = render_markdown(bundle).encode("utf-8", "replace")
    else:
        data = render_pdf(bundle, order.theme, order.made)
    return Export(data, find_issued_claims(report, shown))


def render_preview(report: Report, order: Order) -> tuple[bytes, ...]:
    """The pages of the report that `order` asks for, as PNGs; of a long one the first of them."""
    bundle = bundle_report(report, order.language, order.made, order.earlier, unreviewed=order.unreviewed)
    return render_pages(bundle, order.theme, order.made)


def is_card(order: Order) -> bool:
    """Whether a card is wanted, the file of one claim."""
    return order.shape != "report" and order.form in ("png", "pdf", "svg")


def tell_issue(report: Report, order: Order, export: Export, recipient: str = "") -> Issue:
    """The entry of the log on an export."""
    return Issue(
        made=order.made,
        until=report.until,
        form=order.form,
        shape=order.shape if order.form in ("png", "pdf", "svg", "md") else "",
        language=order.language,
        registry=report.registry.sha256,
        report=hash_report(report, export.claims),
        file=hashlib.sha256(export.data).hexdigest(),
        claims=export.claims,
        recipient=recipient,
    )


def _render_data(report: Report, order: Order) -> Export:
    if order.form == "claimreview":
        data = render_claimreview(report, order.language, order.made, order.url, order.author)
    else:
        data = render_rows(report, _DATA[order.form], order.language)
    return Export(data, find_issued_claims(report))


def _leave_out(report: Report, language: str) -> Report:
    """The report without the quotes that nobody has decided on, which its problems then say; how the claims
    stand stays as it is."""
    claims = tuple(
        replace(entry, quotes=tuple(quote for quote in entry.quotes if quote.decision))
        for entry in report.claims
    )
    less = sum(len(entry.quotes) for entry in report.claims) - sum(len(entry.quotes) for entry in claims)
    said = [say_left_out(less, language)] if less else []
    return replace(report, claims=claims, problems=(*report.problems, *said))


def _render_card(report: Report, order: Order) -> Export:
    if len(report.claims) > 1:
        raise UsageError(
            "A card tells of one claim. Choose one, or make a report of them (PDF or Markdown, shape report)."
        )
    assert order.shape != "report"
    assert order.form in ("png", "pdf", "svg")
    (entry,) = report.claims
    outline = outline_claim(entry, report, order.language, order.made, unreviewed=order.unreviewed)
    data = render_card(outline, order.form, order.shape, order.theme, order.made)
    ends = {(quote.article, quote.start): quote.end for quote in entry.quotes}
    seen = measure_card(outline, order.shape, order.made)["shown"]
    shown: list[Place] = [
        (one["article"], one["start"], ends[one["article"], one["start"]])
        for one in seen
        if (one["article"], one["start"]) in ends
    ]
    return Export(data, find_issued_claims(report, {entry.claim.id: shown}))
