"""What an article's notes say, in the reader's language.

The library writes notes as English sentences: an article keeps them, and reports and exports show them as
they are. Each is known here by its pattern, so that a page can say it in another language.
"""

from __future__ import annotations

import re
from datetime import date

from claimdesk.messages.catalogue import _, translate
from claimdesk.messages.formats import render_date
from claimdesk.messages.known import find_known

# A placeholder stands for anything; `date` is an ISO date, `language` the English name of a language, `facts`
# a list of facts, each with the place where it was read.
NOTES = (
    _("Read off the source and confirmed by nobody: {facts}."),
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
    _("The first paragraph names the day {date}: it was published then or later."),
    _("The page says it was published on {date}, the text says {other}, so neither was taken."),
    _("The page states different dates of publication, so none was taken: {dates}."),
    _("The text opens with the dateline of {outlet}."),
    _("The lines of the PDF were joined to paragraphs."),
    _("Only the first {number} of {all} pages were read."),
    _("There is no text in it."),
    _("No text could be extracted: no article was found on the page."),
    _("No text could be extracted: the pages hold no text, as scanned ones do."),
    _("No text could be extracted: the PDF is locked with a password."),
    _("No text could be extracted: this is not a PDF that can be read."),
    _("The text is not quite UTF-8; \ufffd stands for {number} torn character(s)."),
    _("The text is not UTF-8; it was read as {encoding}, all but ASCII may be wrong."),
)
# Where a fact was read, as the library names it; names of elements of pages stand as they are.
PLACES = (
    _("the first line"),
    _("its words"),
    _("the address"),
    _("its front matter"),
    _("the line that says who wrote it"),
    _("the dateline “{line}”"),
    _("the line “{line}”"),
)
# The facts of an article, as its front matter names them.
_FACTS = {
    "title": _("title"),
    "outlet": _("outlet"),
    "published": _("published"),
    "author": _("author"),
    "language": _("language"),
    "url": _("web address"),
    "kind": _("kind"),
    "copy_of": _("copy of"),
    "revises": _("earlier version"),
}
_NEXT_FACT = re.compile(rf"(?<=\)), (?=(?:{'|'.join(_FACTS)}) \()")
LANGUAGE_NAMES = {"Indonesian": _("Indonesian"), "English": _("English")}


def render_note(note: str, language: str) -> str:
    """A note, or a place where a fact was read, in `language`; as it is, where nobody knows it."""
    template, found = find_note(note)
    values = {name: _say(name, value, language) for name, value in found.items()}
    return translate(template, language).format(**values) if template else note


def find_note(note: str) -> tuple[str, dict[str, str]]:
    """The text of `NOTES` or `PLACES` that a note was made from, and its values; nothing for none."""
    return find_known(note, (*NOTES, *PLACES))


def _say(name: str, value: str, language: str) -> str:
    if name == "language":
        return translate(LANGUAGE_NAMES.get(value, value), language)
    if name == "date":
        try:
            return render_date(date.fromisoformat(value), language)
        except ValueError:
            return value
    if name == "facts":
        return ", ".join(_say_fact(fact, language) for fact in _NEXT_FACT.split(value))
    return value


def _say_fact(written: str, language: str) -> str:
    """A fact and its place, such as ``title (the first line)``; as it is, where nobody knows the fact."""
    name, _sign, place = written.partition(" (")
    if name not in _FACTS or not place.endswith(")"):
        return written
    return f"{translate(_FACTS[name], language)} ({render_note(place[:-1], language)})"
