"""Texts of the interface in the reader's language: gettext catalogues, read once from their `.po` files.

English texts are the message ids. Where a text is written far from where it is shown, `_` and `n_` mark
it for the extractor and leave it as it is; `translate` and `translate_plural` turn it into the language's
words.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("en", "id")


def _(text: str) -> str:
    """Mark `text` for translation and return it unchanged."""
    return text


def n_(one: str, many: str) -> tuple[str, str]:
    """Mark a singular and a plural text for translation and return both unchanged."""
    return one, many


def translate(text: str, language: str) -> str:
    """`text` in `language`; itself where the catalogue, or the language, does not have it."""
    return _load_catalogue(language).gettext(text) if text else ""


def translate_plural(one: str, many: str, count: int, language: str) -> str:
    """The form of the text that `language` uses for `count` things. Placeholders stay as they are."""
    return _load_catalogue(language).ngettext(one, many, count)


@cache
def _load_catalogue(language: str) -> GNUTranslations:
    """The catalogue of `language`; that of English, whose texts are the ids, where there is none.

    A `.po` file is compiled in memory, so that no compiled file can be older than its source.
    """
    name = language if language in LANGUAGES else "en"
    file = files("claimdesk.messages") / "catalogues" / name / "LC_MESSAGES" / "messages.po"
    catalogue = read_po(BytesIO(file.read_bytes()), locale=name)
    for text in find_untranslated(catalogue):
        catalogue.delete(text)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def find_untranslated(catalogue: Catalog) -> list[str]:
    """The texts of a catalogue, in their singular form, that have no translation or only some forms of it."""
    missing = []
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and not all(forms):
            missing.append(message.id[0] if isinstance(message.id, tuple | list) else message.id)
    return missing
