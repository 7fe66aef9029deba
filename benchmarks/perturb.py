"""Perturbations: a supporting passage changed so that it no longer supports, which no engine may overlook.

Each takes a supporting quote, from the gold sets or our own cases, and says the part that matched in another
way: the figure moved outside the claim's interval, the statement denied, asked, made conditional or left
unconfirmed, its verb negated, its actors exchanged. What comes out is made on the fly and never stored.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from benchmarks.counterparts import negate, swap_actors
from claimdesk.model import Interval, Quote, Span
from claimdesk.text.clauses import says
from claimdesk.text.language import detect_language
from claimdesk.text.names import NameFinder
from claimdesk.text.reading import Reading

# kind of cue that is added -> the frame around the matched clauses
FRAMES: dict[str, dict[str, tuple[str, str]]] = {
    "id": {
        "denial": ("Pemerintah membantah bahwa ", "."),
        "denial in front": ("Tidak benar bahwa ", "."),
        "question": ("Apakah ", "?"),
        "condition": ("Jika ", ", dunia harus bertindak."),
        "declining": ("Pemerintah tidak dapat mengonfirmasi apakah ", "."),
        "prediction": ("Diperkirakan dalam beberapa hari mendatang ", "."),
    },
    "en": {
        "denial": ("The government denied that ", "."),
        "denial in front": ("It is not true that ", "."),
        "question": ("Is it true that ", "?"),
        "condition": ("If ", ", the world will have to act."),
        "declining": ("The government could not confirm whether ", "."),
        "prediction": ("It is expected that in the coming days ", "."),
    },
}
_INTRODUCING = frozenset(
    {"bahwa", "meski", "meskipun", "walau", "walaupun", "kendati", "although", "though"}
    | {"dan", "namun", "bahkan", "padahal", "sementara", "sedangkan", "setelah", "sejak", "karena"}
    | {"that", "and", "but", "while", "after", "since", "because"}
)


def perturb(
    quote: Quote, language: str, claimed: Interval | None, names: NameFinder | None = None
) -> Iterator[tuple[str, str]]:
    """Every perturbation of a supporting quote: its name and the changed text.

    `names` are those of the registry, whose actors are exchanged. A frame is left out where the phrase
    itself, or the passage, holds a cue of its kind: a denied denial supports.
    """
    text = quote.text
    if quote.figure is not None and claimed is not None:
        number = quote.figure.number
        value = _outside(claimed)
        if value is not None:
            yield (
                "figure moved",
                text[: number.start - quote.start] + value + text[number.end - quote.start :],
            )
    said: set[str] = {kind for kind, _ in quote.cues}
    if quote.phrase:
        said |= {cue.kind for cue in Reading(quote.phrase, detect_language(quote.phrase)).cues}
    inner = _matched_clauses(quote, language)
    if "plan" in said:
        said.add("prediction")  # a promise that is foretold is foretold with what it promises
    for name, (before, after) in FRAMES[language].items():
        if inner and name.split()[0] not in said and not said & {"denial", "negation", "condition"}:
            yield name, f"{before}{inner}{after}"
    if said & {"denial", "negation"}:
        return
    reading = Reading(text, language)
    spans = _home(reading, [span.shift(-quote.start) for span in quote.matched], quote)
    changed = {
        "negated": negate(reading, spans),
        "actors swapped": swap_actors(reading, spans, quote.phrase, names) if names else "",
    }
    yield from ((name, new) for name, new in changed.items() if new)


def _home(reading: Reading, spans: list[Span], quote: Quote) -> list[Span]:
    """The matched spans in the clause of the figure, or in the one that holds most of them."""
    if quote.figure is not None:
        clause = reading.clause_of(quote.figure.span.shift(-quote.start))
    else:
        clauses = [clause.span for clause in reading.clauses]
        clause = max(clauses, key=lambda one: sum(len(span) for span in spans if one.contains(span)))
    return [span for span in spans if clause.contains(span)]


def _outside(claimed: Interval) -> str | None:
    """A numeral well outside `claimed`; None where there is no outside."""
    if not math.isinf(claimed.high):
        return str(int(claimed.high * 7) + 9)
    return str(int(claimed.low // 8)) if claimed.low >= 8 else None


def _matched_clauses(quote: Quote, language: str) -> str:
    """The clauses that hold the matched words, without what introduces them.

    Empty where they report somebody or are set against one another: a frame around them would not govern
    both.
    """
    reading = Reading(quote.text, language)
    spans = [span.shift(-quote.start) for span in quote.matched]
    held = [clause for clause in reading.clauses if any(clause.span.overlaps(span) for span in spans)]
    if not held or any(clause.opposed for clause in held[1:]):
        return ""
    start, end = held[0].span.start, held[-1].span.end
    tokens = [token for token in reading.tokens if start <= token.start < end and token.kind != "mark"]
    while tokens and tokens[0].lower in _INTRODUCING:
        del tokens[0]
    if not tokens or any(says(language, token) for token in tokens):
        return ""
    inner = quote.text[tokens[0].start : end].rstrip(' .,;:!?"“”')
    return inner if inner[:2].isupper() else inner[:1].lower() + inner[1:]
