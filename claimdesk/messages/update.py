"""Bring the catalogues up to date with the code: ``python -m claimdesk.messages.update``.

Every text marked in the code (`_`, `n_`, `translate`, `translate_plural`) is found as `babel.cfg` says
and merged into each `messages.po`. Translations stay; texts that are gone go; a new text is left empty
and shown in English until someone fills it in. Run it in the repository after texts have changed; the
tests fail where it was not.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from claimdesk.messages.catalogue import LANGUAGES, find_untranslated

KEYWORDS = parse_keywords(("_", "n_:1,2", "translate", "translate_plural:1,2"))


def extract_texts(root: Path) -> Catalog:
    """A catalogue of every marked text under `root`, a checkout of the repository."""
    with (root / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    template = Catalog()
    for file, _line, text, _comments, context in extract_from_dir(
        root, methods, options, KEYWORDS, directory_filter=_may_hold_texts
    ):
        template.add(text, locations=[(file, 0)], context=context)
    return template


def merge_texts(template: Catalog, language: str, po: bytes) -> bytes:
    """The `.po` file with exactly the texts of `template`: known ones translated as before, new ones empty.

    Its header stays as it is, since Babel's own would hold the time of every run.
    """
    header, _blank, _messages = po.partition(b"\n\n")
    catalogue = read_po(BytesIO(po), locale=language)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    for message in catalogue:  # a text that became plural keeps its translation and is no guess
        message.flags.discard("fuzzy")
    merged = BytesIO()
    write_po(
        merged,
        catalogue,
        width=100,
        omit_header=True,
        sort_output=True,
        include_lineno=False,
        ignore_obsolete=True,
    )
    return header.rstrip() + b"\n\n" + merged.getvalue().strip() + b"\n"


def catalogue_path(root: Path, language: str) -> Path:
    """Where the catalogue of `language` lies in the repository."""
    return root / "claimdesk" / "messages" / "catalogues" / language / "LC_MESSAGES" / "messages.po"


def main() -> int:
    """Update all catalogues of the checkout this module lies in, and say what waits for translation."""
    root = Path(__file__).resolve().parents[2]
    template = extract_texts(root)
    for language in LANGUAGES:
        path = catalogue_path(root, language)
        merged = merge_texts(template, language, path.read_bytes())
        path.write_bytes(merged)
        if language != "en":
            missing = find_untranslated(read_po(BytesIO(merged), locale=language))
            told = "".join(f"  {text}\n" for text in missing)
            sys.stdout.write(f"{language}: {len(template)} texts, {len(missing)} to translate\n{told}")
    return 0


def _may_hold_texts(folder: str) -> bool:
    name = Path(folder).name
    return not name.startswith((".", "_")) and name not in {"tests", "articles", "lang", "catalogues"}


if __name__ == "__main__":
    sys.exit(main())
