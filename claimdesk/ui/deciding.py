"""From a click to the log: decisions on quotes, and what is open or half typed beside them.

Drafts live in the session under keys that end in the quote's own, so that a rerun or a look at another page
loses none; a decision that was kept clears those of its quote, one that could not be kept clears nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import streamlit as st

from claimdesk.errors import ClaimdeskError, OvertakenError
from claimdesk.evidence.anchors import find_surroundings
from claimdesk.evidence.decisions import find_newer, is_same_decision
from claimdesk.messages import translate
from claimdesk.messages.failures import render_why
from claimdesk.model import Decision, DecisionKind, Quote, Report, Span
from claimdesk.store.reviews import append_decision, load_reviews, reviews_beside
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.reviewer import reviewer_name
from claimdesk.ui.states import render_failure

_OPENED = "review-opened"
_FAILED = "review-failed"


def key_of(*parts: str | int) -> str:
    """A short key for widgets, the same for the same claim, article and place."""
    return sha256("\n".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def quote_key(quote: Quote) -> str:
    """The key of a quote."""
    return key_of(quote.claim, quote.article, quote.start, quote.end)


def may_decide(desk: Desk) -> bool:
    """Whether decisions can be made, by who looks at the page: a past day is only looked at."""
    return desk.report.until >= date.today() and desk.why_not("reviewer") is None


def may_edit(desk: Desk) -> bool:
    """Whether articles can be added and corrected, by who looks at the page: no more on a past day."""
    return may_decide(desk) and desk.why_not("editor") is None


def opened(key: str) -> str:
    """What is open beside the quote or form of that key; empty where nothing is."""
    found: dict[str, str] = st.session_state.setdefault(_OPENED, {})
    return found.get(key, "")


def open_beside(key: str, what: str) -> None:
    """Open something beside a quote, or close it where `what` is empty or open already."""
    found: dict[str, str] = st.session_state.setdefault(_OPENED, {})
    found[key] = "" if found.get(key) == what else what


def reviews_path(report: Report) -> Path:
    """The log of decisions on the report's registry."""
    return reviews_beside(report.registry.path)


def decide(
    desk: Desk,
    quote: Quote,
    kind: DecisionKind,
    reason: str = "",
    corrections: Mapping[str, str] | None = None,
) -> None:
    """Keep what the reviewer says of `quote`, with the note that was typed beside it."""
    key = quote_key(quote)
    decision = anchor(
        desk.report,
        quote.claim,
        quote.article,
        quote.span,
        kind=kind,
        reason=reason,
        note=str(st.session_state.get(f"note-{key}") or "").strip(),
        corrections=corrections,
    )
    keep(desk, decision, key)


def anchor(
    report: Report,
    claim: str,
    article: str,
    span: Span,
    *,
    kind: DecisionKind,
    reason: str = "",
    note: str = "",
    corrections: Mapping[str, str] | None = None,
) -> Decision:
    """A decision of today on a passage of an article in the report, anchored twice."""
    found = report.article(article)
    body = found.article.body if found else ""
    prefix, suffix = find_surroundings(body, span)
    return Decision(
        claim=claim,
        article=article,
        start=span.start,
        end=span.end,
        text=span.of(body),
        kind=kind,
        on=date.today(),
        by=reviewer_name(),
        reason=reason,
        note=note,
        prefix=prefix,
        suffix=suffix,
        corrections=tuple((corrections or {}).items()),
    )


def keep(desk: Desk, decision: Decision, key: str) -> bool:
    """Append the decision and clear the drafts of `key`; where it cannot be kept, say why beside it.

    Where the passage was decided on or the log was damaged since the page was drawn, nothing is kept: the
    page shows that first. The very same decision once more is kept already.
    """
    path, drawn = reviews_path(desk.report), desk.reviews.decisions
    try:
        now = load_reviews(path)
        if damaged := [one for one in now.problems if one not in desk.reviews.problems]:
            fail(key, "\n".join(damaged))
            return False
        grown = now.decisions[: len(drawn)] == drawn
        newer = find_newer(decision, now.decisions[len(drawn) :] if grown else now.decisions)
        last = find_newer(decision, now.decisions)
        again = decision.kind != "withdrawn" and last is not None and is_same_decision(last, decision)
        if newer and not again:
            fail(key, _tell_newer(newer, desk.language))
            return False
        if not again:
            append_decision(path, decision, now.sha256)
    except OvertakenError:
        fail(key, translate("Somebody decided at the same moment. Decide again.", desk.language))
        return False
    except ClaimdeskError as error:
        fail(key, str(error))
        return False
    clear(key)
    return True


def _tell_newer(newer: Decision, language: str) -> str:
    by = newer.by or translate("a reviewer", language)
    said = translate(
        "Somebody decided on this passage meanwhile: {decision}, {name}. You see it as it is now.", language
    )
    return said.format(decision=translate(newer.kind, language), name=by)


def fail(key: str, why: str) -> None:
    """Say beside `key`, on the next run only, why something could not be kept."""
    st.session_state[_FAILED] = (key, why)


def clear(key: str) -> None:
    """Forget what was typed beside a quote or in a form, and close it."""
    for name in [name for name in st.session_state if str(name).endswith(f"-{key}")]:
        del st.session_state[name]
    open_beside(key, "")


def draw_failure(key: str, language: str) -> None:
    """Why the last decision beside `key` could not be kept, if it could not."""
    failed = st.session_state.get(_FAILED)
    if failed and failed[0] == key:
        del st.session_state[_FAILED]
        bold = translate("This was not kept; what you typed still stands.", language)
        draw(render_failure(bold, render_why(failed[1], language)))


def draw_note(key: str, language: str) -> None:
    """The field for a note. What is typed is heard at once, so that no click elsewhere comes before it."""
    st.text_input(
        translate("Note", language),
        key=f"note-{key}",
        live=True,
        persist_state="session",
        placeholder=translate("Goes along with what you decide", language),
    )
