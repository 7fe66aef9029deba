"""Why: each name in a step leads to a quote of that origin, and no step names an empty speaker."""

from __future__ import annotations

from sample_report import build_report

from claimdesk.messages import render_reason
from claimdesk.model import Reason
from claimdesk.ui.deciding import quote_key
from claimdesk.ui.markup import Node
from claimdesk.ui.why import link_names


def _links(parts: list[Node | str]) -> list[str]:
    return [dict(part.attributes)["href"] for part in parts if isinstance(part, Node) and part.tag == "a"]


def test_a_name_leads_to_its_quote_with_the_figure_named() -> None:
    entry = build_report().claim("deaths-120")
    assert entry is not None
    reason = Reason.of("contradicts_any_time", count=1, names="Arun Disaster Agency (97)")
    parts = link_names(render_reason(reason, "en"), reason, entry.quotes, "en")
    wanted = next(quote for quote in entry.quotes if quote.figure and quote.figure.text == "97")
    assert _links(parts) == [f"#{quote_key(wanted)}"]


def test_a_name_without_a_quote_is_no_link() -> None:
    reason = Reason.of("supports_any_time", count=1, names="Nobody Known")
    assert not _links(link_names(render_reason(reason, "en"), reason, (), "en"))


def test_an_empty_speaker_is_said_to_be_unknown() -> None:
    said = render_reason(Reason.of("aside_undated", names="Mayor (64)\n (8.000)"), "en")
    assert "Mayor (64) and not attributed (8,000)" in said
