"""The words that join clauses, and what looks like a verb: `lang/<language>/clauses.yaml`, made ready."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from claimdesk.model import Token
from claimdesk.text.lexicon import load_words
from claimdesk.text.patterns import Patterns, Words, compile_patterns, read_words

_SETS = (
    "auxiliaries", "subjects", "coordinators", "consequents", "stops", "relatives", "scoped", "closers",
    "predicates", "impersonal",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The patterns of links, the verbs and the sets of one language."""

    language: str
    links: Patterns[str]
    verbs: Words
    nonverbs: Words
    sets: Mapping[str, frozenset[str]]

    def verb(self, token: Token) -> bool:
        """Whether `token` looks like a verb."""
        return token.kind == "word" and _is_verb(token.lower, self.language)


@lru_cache(maxsize=1 << 16)
def _is_verb(lower: str, language: str) -> bool:
    words = clause_words(language)
    return lower not in words.nonverbs and lower in words.verbs


@cache
def clause_words(language: str) -> ClauseWords:
    """The words of `language`; empty lists where it has none."""
    data = load_words(language, "clauses")
    lists = data.get("lists", {})
    rows = [(pattern, link) for link, patterns in data.get("links", {}).items() for pattern in patterns]
    sets = {name: frozenset(data.get(name, ())) for name in _SETS}
    sets["said"] = frozenset(lists.get("said", ()))
    return ClauseWords(
        language,
        compile_patterns(rows, lists),
        read_words(data.get("verbs", ())),
        read_words(data.get("nonverbs", ())),
        sets,
    )
