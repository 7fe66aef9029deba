"""Whether what a passage points back to is a rumour that an earlier quote only passes on."""

from __future__ import annotations

from functools import cache

from claimdesk.model import Quote
from claimdesk.text.lexicon import load_words
from claimdesk.text.tokens import find_tokens

# What keeps a question from asking just what the phrase says.
_OTHER = frozenset({"predicate_missing", "doer_missing", "cue_urging", "cue_plan", "cue_lacking"})


def is_rumour(words: str, earlier: Quote, language: str) -> bool:
    """Whether `words`, which point back, name as a rumour what the quote `earlier` asks about or denies.

    *The bank would not say whether it froze the accounts. She called the reports invented*: she denies that
    it did. *The rumour that wages were cut was false, he said. That rumour is not true*: who denies it again
    denies the same.
    """
    if not _names_rumour(words, language):
        return False
    if earlier.stance == "contradicts":
        return earlier.speech_act == "denies" and _names_rumour(earlier.text, language)
    codes = {reason.code for reason in earlier.reasons}
    other = bool(codes & _OTHER) or any(code.startswith(("figure_", "opposite_")) for code in codes)
    return earlier.speech_act in ("asks", "declines") and not earlier.negated and not other


def _names_rumour(text: str, language: str) -> bool:
    return any(token.lower in _rumours(language) for token in find_tokens(text))


@cache
def _rumours(language: str) -> frozenset[str]:
    return frozenset(load_words(language, "cues")["rumours"])
