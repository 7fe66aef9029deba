"""Small registries and articles of our own, for tests that run the whole engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimdesk import desk
from claimdesk.model import Article, Claim, Interval, Phrase, Quantity, Quote, Registry, Side, Source

ALIASES = (
    ("Zandia", "Zandian", "Republik Zandia"),
    ("Lorvania", "Lorvanian", "Lorvan"),
)
SOURCES = (
    Source("zandia-army", "Zandian army", "party", "zandia", aliases=("Jenderal Orsk", "General Orsk")),
    Source("lorvania", "Lorvania", "party", "lorvania", aliases=("Lorvania", "Pemerintah Lorvania")),
    Source("relief", "Palang Hijau", "agency", aliases=("Green Relief",)),
)


def make_claim(
    name: str,
    supports: Sequence[str],
    contradicts: Sequence[str] = (),
    quantity: Quantity | None = None,
    must_mention: Sequence[Sequence[str]] = (),
    statement: str = "",
    as_of: date | None = date(2031, 5, 10),
) -> Claim:
    """A claim with phrases on both sides."""
    sides: list[tuple[str, Side]] = [(text, "supports") for text in supports]
    sides += [(text, "contradicts") for text in contradicts]
    return Claim(
        id=name,
        statement=statement or supports[0],
        phrases=tuple(Phrase(text, side) for text, side in sides),
        quantity=quantity,
        must_mention=tuple(tuple(group) for group in must_mention),
        as_of=as_of,
    )


def at_least(number: float, *unit: str) -> Quantity:
    """A quantity with a lower bound."""
    return Quantity(Interval(number, float("inf")), unit, "at_least")


def make_registry(*claims: Claim) -> Registry:
    """A registry of the two made-up countries."""
    return Registry("Test", claims, SOURCES, ALIASES)


def make_article(body: str, language: str = "en", title: str = "", published: date | None = None) -> Article:
    """An article of an outlet of our own, published on 10 May 2031 unless said otherwise."""
    return Article("one", title, "Harian Uji", body, published or date(2031, 5, 10), language=language)


def read_quotes(registry: Registry, article: Article) -> tuple[Quote, ...]:
    """What the engine finds in one article."""
    return desk.match(registry, [article]).articles[0].quotes


def stance_in(registry: Registry, body: str, language: str) -> str:
    """The stance of the last quote of `body`, or ``none``."""
    quotes = read_quotes(registry, make_article(body, language))
    return quotes[-1].stance if quotes else "none"
