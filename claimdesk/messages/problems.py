"""What is wrong with a file or could not be saved, in the reader's language.

The rooms below, and the command line, write their errors as English sentences. Each is known here by the
text it is made from, so that it can be said in another language; what nobody knows stays as it is. A problem
of a file is its place, what is wrong, and what to write instead; the two are texts of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimdesk.errors import Problem
from claimdesk.messages.catalogue import _, translate
from claimdesk.messages.known import find_known
from claimdesk.messages.problem_texts import TEXTS, WORDS
from claimdesk.messages.shell_texts import SHELL
from claimdesk.messages.warning_texts import WARNINGS, WARNINGS_ON_FORMS

_KNOWN = TEXTS + WARNINGS + SHELL
_SENTENCES = ("said", "what", "share")  # values that may be texts of their own
# What else is said where there are fields to fill in and words to choose from.
_ON_FORMS = {
    "write {words}, say": _("such as “{words}”"),
    "write at least one wording under {keys}": _("write at least one wording, for it or against it"),
    "write one of: {words}": _("choose one from the list"),
    **WARNINGS_ON_FORMS,
}
_PLACE = re.compile(r"(\S[^\n]{0,4000}?:[0-9]{1,9}:[0-9]{1,9})(?: ([^\n:]{1,200}))?: ")


def render_problem(line: str, language: str) -> str:
    """One line of an error in `language`, its place as it is."""
    whole = _say(line, language)
    if whole is not None:
        return whole
    place = _PLACE.match(line)
    if place is None:
        return line
    return line[: place.end()] + _say_both(line[place.end() :], language)


def _say_both(said: str, language: str) -> str:
    """What is wrong and what to write instead, which a comma joins; as it is where one is not known."""
    at = said.find(", ")
    while at >= 0:
        what, remedy = _say(said[:at], language), _say(said[at + 2 :], language)
        if what is not None and remedy is not None:
            return f"{what}, {remedy}"
        at = said.find(", ", at + 2)
    return _say(said, language) or said


def _say(text: str, language: str) -> str | None:
    template, found = find_text(text)
    values = {name: _say_value(name, value, language) for name, value in found.items()}
    return translate(template, language).format(**values) if template else None


def _say_value(name: str, value: str, language: str) -> str:
    """A value as it stands, unless it has words of its own or is a sentence that is known itself."""
    if value in WORDS:
        return translate(value, language)
    return _say(value, language) or value if name in _SENTENCES else value


def render_advice(problem: Problem, language: str) -> str:
    """What is wrong and what to write instead, as one sentence without the place."""
    return _join(_say(text, language) or text for text in (problem.what, problem.remedy))


def render_form_advice(problem: Problem, language: str) -> str:
    """As `render_advice`, for who fills in a form and sees nothing of the file's keys."""
    return _join(_say_on_form(text, language) for text in (problem.what, problem.remedy))


def _say_on_form(text: str, language: str) -> str:
    template, values = find_text(text)
    if template not in _ON_FORMS:
        return _say(text, language) or text
    shown = {name: value.strip("`").partition(": ")[2] or value for name, value in values.items()}
    return translate(_ON_FORMS[template], language).format(**shown)


def _join(texts: Iterable[str]) -> str:
    line = ", ".join(filter(None, texts))
    end = "" if line.endswith((".", ".”")) else "."
    return f"{line[:1].upper()}{line[1:]}{end}"


def find_text(text: str) -> tuple[str, dict[str, str]]:
    """The text it was made from, of those that are known, and its values; nothing if there is none."""
    return find_known(text, _KNOWN)
