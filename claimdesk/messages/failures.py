"""Why something could not be done, in the reader's language, by the sentences of the rooms below."""

from __future__ import annotations

from claimdesk.errors import ClaimdeskError
from claimdesk.library.problems import RefusedError
from claimdesk.messages.known import find_known
from claimdesk.messages.notes import render_note
from claimdesk.messages.problems import render_problem
from claimdesk.messages.refusals import REFUSALS, render_refusal


def render_why(why: ClaimdeskError | str, language: str) -> tuple[str, ...]:
    """The lines of an error or of its text; each as it is where nobody knows it."""
    if isinstance(why, RefusedError) and why.template in REFUSALS:
        return (render_refusal(why, language),)
    return tuple(_render_line(line, language) for line in str(why).splitlines())


def _render_line(line: str, language: str) -> str:
    template, values = find_known(line, REFUSALS)
    if template:
        return render_refusal(RefusedError(template, **values), language)
    said = render_problem(line, language)
    return said if said != line else render_note(line, language)
