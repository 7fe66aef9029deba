"""What sentences of our own do to one phrase, through the whole engine: antonyms, clefts, exceptions, denials
that end, sentences that only point back, all the ways to say no, and what may come.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from desk_cases import ALIASES, make_article, read_quotes

from claimdesk.model import Claim, Phrase, Registry

ROOT = Path(__file__).parent.parent / "cases"
CASES: list[dict[str, Any]] = [
    case
    for path in sorted(ROOT.glob("one_phrase*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
CAPITALS = (("Rusia", "Moskow"), ("Ukraina", "Kyiv"))
ROWS = [
    (case["phrase"], case["side"], case.get("before", ""), *row) for case in CASES for row in case["rows"]
]


@pytest.mark.parametrize(
    ("phrase", "side", "before", "language", "stance", "text"),
    ROWS,
    ids=[f"{row[0]} / {row[5]}" for row in ROWS],
)
def test_one_phrase(phrase: str, side: str, before: str, language: str, stance: str, text: str) -> None:
    unmet = (Phrase("xqz zqx", "supports"),) if side == "contradicts" else ()
    claim = Claim("c", phrase, (*unmet, Phrase(phrase, side)))  # type: ignore[arg-type]
    registry = Registry("Test", (claim,), (), (*ALIASES, *CAPITALS))
    body = f"{before}\n{text}" if before else text
    found = read_quotes(registry, make_article(body, language))
    quotes = [quote for quote in found if quote.end > len(body) - len(text)]
    assert (quotes[-1].stance if quotes else "mentions") == stance
