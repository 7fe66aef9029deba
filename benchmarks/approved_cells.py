"""Cells of the tables of what the engine said, on one line each."""

from __future__ import annotations

from collections.abc import Iterable

from claimdesk.model import Figure, Interval, Reason, StatedDate

_ELSEWHERE = {"score", "phrase", "date", "level", "names"}  # values of reasons that other columns hold


def write_interval(one: Interval) -> str:
    """Its ends, in a round bracket where one does not belong to it."""
    return f"{'(' if one.low_open else '['}{one.low:.12g}, {one.high:.12g}{')' if one.high_open else ']'}"


def write_figure(figure: Figure | None, start: int, verdict: str = "") -> str:
    """Its interval, where it stands behind `start`, what it counts, and the verdict of the claim's gate."""
    if figure is None:
        return verdict
    flags = ("part", "increment", "total", "approximate")
    said = (
        f"{write_interval(figure.interval)}@{figure.span.start - start}-{figure.span.end - start}",
        figure.kind,
        figure.currency,
        f"a {figure.per}" if figure.per else "",
        "/".join(figure.unit),
        *figure.states,
        *(name for name in flags if getattr(figure, name)),
        verdict,
    )
    return " ".join(filter(None, said))


def write_date(stated: StatedDate | None) -> str:
    """The day or days it can mean."""
    if stated is None:
        return ""
    last = f"..{stated.last}" if stated.last != stated.first else ""
    return (
        f"{stated.first}{last}"
        + (" from text" if stated.from_text else "")
        + (" or later" if stated.not_before else "")
    )


def write_reasons(reasons: Iterable[Reason]) -> str:
    """Codes with their values, but for those that have columns of their own."""
    said = []
    for reason in reasons:
        values = [" ".join(str(value).split()) for name, value in reason.values if name not in _ELSEWHERE]
        if values or not reason.values:
            said.append(" ".join((reason.code, *values)))
    return "; ".join(said)
