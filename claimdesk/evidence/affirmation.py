"""Whether a passage affirms what a phrase negates, though it negates something else."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.evidence.opposition import shares_clause
from claimdesk.model import Cue, Span
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.lemmas import word_weight
from claimdesk.text.meeting import UNSAYING, find_denied, find_met, find_negated
from claimdesk.text.reading import Reading
from claimdesk.text.role_verbs import role_words


def affirms(phrase: Reading, passage: Reading, able: Sequence[Cue], spans: Sequence[Span]) -> bool:
    """Whether the passage, matched at `spans`, says what the phrase negates, and negates something else in
    another clause.

    *Zandia had no part in the blast and says that a rocket caused it*, against *no rocket caused the blast*.
    """
    negations = [cue for cue in able if cue.kind == "negation"]
    words = find_negated(phrase, passage)
    if not negations or not words:
        return False
    asked, said = words
    said = tuple(one for one in said if any(one.overlaps(span) for span in spans)) or said
    told = [*negations, *(cue for cue in able if cue.kind == "denial")]
    free = [span for span in said if not any(_speaks_of(cue, span, passage) for cue in told)]
    return len(free) == len(said) and any(
        shares_clause(phrase, asked, passage, span) or _is_home(passage, span, spans) for span in free
    )


def affirms_denied(phrase: Reading, passage: Reading, able: Sequence[Cue], spans: Sequence[Span]) -> bool:
    """Whether the passage, matched at `spans`, plainly says what the phrase says is denied: *lost a jet*,
    against *denied losing a jet*.
    """
    word = find_denied(phrase)
    if word is None or any(cue.kind in UNSAYING for cue in able):
        return False
    asked, met = phrase.tokens[word].span, find_met(phrase, word, passage)
    grouped = {at for first, last, _ in passage.concepts if last - first > 1 for at in range(first, last)}
    return any(
        token.span in met
        and (at in grouped or looks_like_verb(passage.language, token))
        and any(token.span.overlaps(span) for span in spans)
        and shares_clause(phrase, asked, passage, token.span)
        for at, token in enumerate(passage.tokens)
    )


def _is_home(passage: Reading, at: Span, spans: Sequence[Span]) -> bool:
    """Whether the clause of `at` holds at least half of what matched, beside it."""
    clause = passage.clause_of(at)
    held = [span for span in spans if clause.contains(span)]
    beside = any(not span.overlaps(at) for span in held)
    return beside and 2 * sum(map(len, held)) >= sum(map(len, spans))


def _speaks_of(cue: Cue, span: Span, passage: Reading) -> bool:
    """Whether the cue reaches the word at `span`: in its scope or clause, or with no full verb between."""
    if cue.scope.overlaps(span) or passage.clause_of(cue.span).overlaps(passage.clause_of(span)):
        return True
    first, last = sorted((cue.span, span))
    between = Span(min(first.end, last.start), last.start)
    that = role_words(passage.language).sets["that"]
    if any(between.contains(token.span) and token.lower in that for token in passage.tokens):
        return False  # *it bore the blame and that there had been no other*
    return not any(
        between.contains(token.span)
        and looks_like_verb(passage.language, token)
        and word_weight(root, passage.language)
        for token, root in zip(passage.tokens, passage.lemmas, strict=True)
    )
