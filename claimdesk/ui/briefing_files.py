"""The files of a briefing: made when they are asked for, logged as issued, without running the page again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import streamlit as st

from claimdesk import access
from claimdesk.briefing.circulation import Circulating, withdraw
from claimdesk.briefing.correction import outline_correction, render_correction
from claimdesk.briefing.export import SUFFIXES, Export, FormName, Order, render_export, tell_issue
from claimdesk.briefing.issued import find_issued_claims, issued_beside, log_issue
from claimdesk.errors import ClaimdeskError
from claimdesk.messages import translate
from claimdesk.messages.failures import render_why
from claimdesk.model import Report
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.inputs import find_places
from claimdesk.ui.states import render_failure

_TYPES: dict[FormName, str] = {
    "png": "image/png",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "md": "text/markdown",
    "csv": "text/csv",
    "excel": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "claimreview": "application/ld+json",
}
_LABELS: dict[FormName, str] = {
    "png": "PNG",
    "pdf": "PDF",
    "svg": "SVG",
    "md": "Markdown",
    "csv": "CSV",
    "excel": "CSV (Excel)",
    "json": "JSON",
    "parquet": "Parquet",
    "claimreview": "ClaimReview",
}
_FAILED = "brief-failed"
_LOOK_EVERY = 1  # seconds between two looks whether a file could not be made
DATA: tuple[FormName, ...] = ("md", "csv", "excel", "json", "parquet", "claimreview")


def draw_files(
    report: Report, order: Order, forms: Sequence[FormName], recipient: str, key: str, why_not: str | None
) -> None:
    """A button for each form of the briefing on the claims of `report`; `why_not` it cannot be pressed."""
    with st.container(horizontal=True, key=f"act-{key}"):
        for form in forms:
            wanted = replace(order, form=form)
            st.download_button(
                _LABELS[form],
                data=_make(report, wanted, recipient),
                file_name=_name(report, wanted),
                mime=_TYPES[form],
                on_click="ignore",
                key=f"act-{key}-{form}",
                disabled=why_not is not None,
                help=why_not,
            )


def draw_correction_file(one: Circulating, desk: Desk, key: str) -> None:
    """The button that makes the correction card of what is in circulation."""
    language, why_not = desk.language, desk.why_not("reviewer")
    st.download_button(
        translate("Correction card", language),
        data=_correct(one, desk.report, language),
        file_name=f"correction-{one.told.claim}.png",
        mime=_TYPES["png"],
        on_click="ignore",
        key=f"act-{key}",
        disabled=why_not is not None,
        help=why_not,
    )


def _make(report: Report, order: Order, recipient: str) -> Callable[[], bytes]:
    """What makes the file once its button is pressed, and logs that it was issued."""

    def make() -> bytes:
        export = render_export(report, order)
        log_issue(issued_beside(find_places().claims), tell_issue(report, order, export, recipient))
        return export.data

    return _by_visitor(make)


def _correct(one: Circulating, report: Report, language: str) -> Callable[[], bytes]:
    def make() -> bytes:
        today = date.today()
        correction = outline_correction(one, report, language, today)
        data = render_correction(correction, "png", "landscape", "light", today)
        told = replace(report, claims=(one.entry,) if one.entry else ())
        export = Export(data, find_issued_claims(told) if one.entry else (withdraw(one.told),))
        order = Order("png", today, language)
        issue = tell_issue(report, order, export, one.issue.recipient)
        log_issue(issued_beside(find_places().claims), replace(issue, corrects=one.issue.line))
        return data

    return _by_visitor(make)


def _by_visitor(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """`make` by who looks at the page now: it runs in another thread, which knows nobody.

    Where it fails, the session knows why, for `draw_refused`.
    """
    failed, person = _failures(), access.current_person()

    def made() -> bytes:
        failed.clear()
        try:
            with access.acting_as(person) if person else nullcontext():
                return make()
        except ClaimdeskError as error:
            failed.append(error)
            raise

    return made


def _failures() -> list[ClaimdeskError]:
    """Why the session's last file could not be handed out; empty where it could."""
    found: list[ClaimdeskError] = st.session_state.setdefault(_FAILED, [])
    return found


def draw_refused(language: str) -> None:
    """Why the last file could not be handed out, at the foot of the window, as soon as that is known."""

    @st.fragment(run_every=_LOOK_EVERY)  # type: ignore[untyped-decorator]
    def tell() -> None:
        for error in list(_failures()):
            bold = translate("No file was handed out: what leaves the desk is logged first.", language)
            with st.container(key="foot-refused"):
                draw(render_failure(bold, render_why(error, language)))

    tell()


def _name(report: Report, order: Order) -> str:
    """Such as ``kursk-10000-portrait.png`` or ``briefing-12-claims.pdf``."""
    claims = [entry.claim.id for entry in report.claims]
    stem = claims[0] if len(claims) == 1 else f"briefing-{len(claims)}-claims"
    shape = f"-{order.shape}" if order.form in ("png", "pdf", "svg") and order.shape != "report" else ""
    excel = "-excel" if order.form == "excel" else ""
    return f"{stem}{shape}{excel}{SUFFIXES[order.form]}"
