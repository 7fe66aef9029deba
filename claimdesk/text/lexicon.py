"""The only loader of `lang/`: words as data, one folder a language, one file a topic.

``load_words("id", "cues")`` reads `lang/id/cues.yaml`; ``load_words("", "concepts")`` reads
`lang/concepts.yaml`, which holds for all languages. The rooms that use a topic turn it into their own
tables, once. Numbers are numbers here; *no*, *on* and *off* stay words.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from claimdesk.errors import UsageError

LANGUAGES = ("id", "en")
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _WordLoader(_Base):  # type: ignore[misc]
    """YAML without the words that version 1.1 reads as truth values, dates and base-60 numbers."""


_UNREAD = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:null"}
_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag not in _UNREAD]
    for first, rows in _Base.yaml_implicit_resolvers.items()
}


@cache
def load_words(language: str, topic: str) -> dict[str, Any]:
    """The topic's mapping as written; an empty one where the language has no such file.

    The result is shared: do not change it. Raises UsageError for a language that is not read here.
    """
    if language and language not in LANGUAGES:
        raise UsageError(f"The language “{language}” is not read here. Use {' or '.join(LANGUAGES)}.")
    folder = files("claimdesk") / "lang"
    file = (folder / language if language else folder) / f"{topic}.yaml"
    if not file.is_file():
        return {}
    loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=_WordLoader) or {}
    return loaded
