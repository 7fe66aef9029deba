"""Which of a passage's attributions credit the words that matched."""

from __future__ import annotations

from collections.abc import Sequence

from claimdesk.model import Attribution, Span


def choose(given: Sequence[Attribution], matched: Sequence[Span]) -> list[Attribution]:
    """Those whose scope holds most of the matched words, and who hold at least half as much as the first.

    Where none holds any, the only one; else none.
    """
    shares = [_shared(one.scope, matched) for one in given]
    most = max(shares, default=0)
    if most:
        held = [one for one, share in zip(given, shares, strict=True) if 2 * share >= most]
        inner = [one for one in held if not any(_inside(other, one) for other in held)]
        return inner or held
    return list(given) if len({one.span for one in given}) == 1 else []


def _inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether `inner` is credited with a part of what `outer` is, and by another frame: he is nearer to
    it."""
    return (
        outer.scope.contains(inner.scope)
        and outer.scope != inner.scope
        and not inner.scope.contains(outer.span)
    )


def _shared(scope: Span, matched: Sequence[Span]) -> int:
    return sum(max(0, min(scope.end, span.end) - max(scope.start, span.start)) for span in matched)
