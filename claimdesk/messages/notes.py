"""What an article's notes say, in the reader's language.

The library writes notes as English sentences: an article keeps them, and reports and exports show them as
they are. Each is known here by its pattern, so that a page can say it in another language.
"""

from __future__ import annotations

from datetime import date

from claimdesk.messages.catalogue import _, translate
from claimdesk.messages.formats import render_date
from claimdesk.messages.known import find_known

# A placeholder stands for anything; `date` is an ISO date, `language` the English name of a language.
NOTES = (
    _("No title stated; the name of the file stands in for it."),
    _("No headline; the first sentence stands in for the title."),
    _("No outlet stated."),
    _("No publication date stated."),
    _("No web address stated."),
    _("Language not stated; by its words it is {language}."),
    _("Language not stated and not told by the words; read as Indonesian."),
    _("The date on the line “{line}” can be read in two ways, so it was not taken."),
    _("The first lines state different dates, so none was taken."),
    _("Publication date {date} was read off the line “{line}”."),
    _("Outlet {outlet} was read off the dateline “{line}”."),
    _("Outlet {outlet} was read off the line “{line}”."),
    _("The text is not quite UTF-8; \ufffd stands for {number} torn character(s)."),
    _("The text is not UTF-8; it was read as {encoding}, all but ASCII may be wrong."),
)
LANGUAGE_NAMES = {"Indonesian": _("Indonesian"), "English": _("English")}


def render_note(note: str, language: str) -> str:
    """An article's note in `language`; as it is, where nobody knows it."""
    template, found = find_note(note)
    values = {name: _say(name, value, language) for name, value in found.items()}
    return translate(template, language).format(**values) if template else note


def find_note(note: str) -> tuple[str, dict[str, str]]:
    """The text of `NOTES` that a note was made from, and its values; nothing where there is none."""
    return find_known(note, NOTES)


def _say(name: str, value: str, language: str) -> str:
    if name == "language":
        return translate(LANGUAGE_NAMES.get(value, value), language)
    if name == "date":
        try:
            return render_date(date.fromisoformat(value), language)
        except ValueError:
            return value
    return value
