"""Whether a passage affirms what a phrase negates, though it negates something else."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.evidence.opposition import shares_clause
from claimdesk.model import Cue, Span
from claimdesk.text.clauses import looks_like_verb
from claimdesk.text.lemmas import word_weight
from claimdesk.text.meeting import find_negated
from claimdesk.text.reading import Reading


def affirms(phrase: Reading, passage: Reading, able: Sequence[Cue]) -> bool:
    """Whether the passage says what the phrase negates, and negates something else in another clause.

    *Zandia had no part in the blast and says that a rocket caused it*, against *no rocket caused the blast*.
    """
    negations = [cue for cue in able if cue.kind == "negation"]
    words = find_negated(phrase, passage)
    if not negations or not words:
        return False
    asked, said = words
    told = [*negations, *(cue for cue in able if cue.kind == "denial")]
    free = [span for span in said if not any(_speaks_of(cue, span, passage) for cue in told)]
    return len(free) == len(said) and any(shares_clause(phrase, asked, passage, span) for span in free)


def _speaks_of(cue: Cue, span: Span, passage: Reading) -> bool:
    """Whether the cue reaches the word at `span`: in its scope or clause, or with no full verb between."""
    if cue.scope.overlaps(span) or passage.clause_of(cue.span).overlaps(passage.clause_of(span)):
        return True
    first, last = sorted((cue.span, span))
    between = Span(min(first.end, last.start), last.start)
    return not any(
        between.contains(token.span)
        and looks_like_verb(passage.language, token)
        and word_weight(root, passage.language)
        for token, root in zip(passage.tokens, passage.lemmas, strict=True)
    )
