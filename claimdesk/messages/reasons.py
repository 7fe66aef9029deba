"""Reasons as sentences: one table of codes, in English, marked for translation.

A placeholder names a value of the reason and, after a colon, how it is worded (`WORDINGS`):
``{names:list}`` joins the lines of a text, ``{on:date}`` and ``{window:period}`` read ISO dates,
``{status:term}`` translates a word of the model, ``{note:note}`` adds a remark where there is one. A code
with two texts chooses by the value `count`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from string import Formatter

from claimdesk.errors import InputError
from claimdesk.evidence.corrections import parse_stated_date
from claimdesk.messages.catalogue import _, translate, translate_plural
from claimdesk.messages.figures import render_written_figure
from claimdesk.messages.formats import render_list, render_number, render_period, render_stated_date
from claimdesk.messages.templates import TEMPLATES
from claimdesk.messages.terms import BOILERPLATE_NAMES
from claimdesk.model import Reason, Value


@lru_cache(maxsize=8192)  # a table has thousands of reasons and few different ones
def render_reason(reason: Reason, language: str) -> str:
    """The reason as a sentence in `language`. A code without a text is shown with its values as they are."""
    template = TEMPLATES.get(reason.code)
    values = reason.as_dict()
    if template is None:
        told = ", ".join(f"{name}: {value}" for name, value in values.items())
        return f"{reason.code} ({told})" if told else reason.code
    if isinstance(template, str):
        return _fill(translate(template, language), values, language)
    count = values.get("count")
    number = int(count) if isinstance(count, int | float) else 0
    return _fill(translate_plural(*template, number, language), values, language)


def render_reasons(reasons: Iterable[Reason], language: str) -> tuple[str, ...]:
    """The reasons as sentences, in order; what would be said twice in the same words is said once."""
    return tuple(dict.fromkeys(render_reason(reason, language) for reason in reasons))


def _fill(template: str, values: dict[str, Value], language: str) -> str:
    parts = []
    for text, name, wording, _conversion in Formatter().parse(template):
        parts.append(text)
        if name is not None:
            parts.append(WORDINGS[wording or ""](values.get(name), language))
    return "".join(parts)


def _plain(value: Value, language: str) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return render_number(value, language)
    return "" if value is None else str(value)


def _listed(value: Value, language: str) -> str:
    lines = str(value or "").split("\n")
    return render_list([name_line(line, language) for line in lines], language)


def name_line(line: str, language: str) -> str:
    """A name with its figure behind it, if any; a speaker without a name is said to be unknown."""
    name, opening, figure = line.partition(" (")
    if opening and figure.endswith(")"):
        line = f"{name} ({render_written_figure(figure[:-1], language)})"
    return line if name else f"{translate(_('not attributed'), language)}{line}"


def _dated(value: Value, language: str) -> str:
    return _over(f"{value}/{value}", language)


def _over(value: Value, language: str) -> str:
    """Two ISO dates with a slash between them; anything else, from another version say, as it is."""
    first, _slash, last = str(value).partition("/")
    try:
        return render_period(date.fromisoformat(first), date.fromisoformat(last), language)
    except ValueError:
        return first if first == last else str(value)


def _term(value: Value, language: str) -> str:
    return translate(str(value or ""), language)


def _note(value: Value, language: str) -> str:
    return f": {translate(str(value), language)}" if value else ""


def _person(value: Value, language: str) -> str:
    return str(value) if value else translate(_("a reviewer"), language)


def _stated(value: Value, language: str) -> str:
    """The days as a correction writes them; anything else, from another version say, as it is."""
    try:
        return render_stated_date(parse_stated_date(str(value or "")), language)
    except InputError:
        return str(value)


def _hedge(value: Value, language: str) -> str:
    return translate(_("hedged") if value == "true" else _("not hedged"), language)


def _rule(value: Value, language: str) -> str:
    return translate(BOILERPLATE_NAMES.get(str(value), str(value or "")), language)


WORDINGS: dict[str, Callable[[Value, str], str]] = {
    "": _plain,
    "list": _listed,
    "date": _dated,
    "period": _over,
    "term": _term,
    "note": _note,
    "person": _person,
    "stated": _stated,
    "hedge": _hedge,
    "rule": _rule,
}
