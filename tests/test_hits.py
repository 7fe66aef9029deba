"""Hits: how many passages of a library each phrase and each claim meets."""

from __future__ import annotations

from claimdesk.hits import count_hits
from claimdesk.model import Article, Claim, Phrase, Registry

BODY = """\
The dam was opened without a warning, villagers said.
Nobody closed the bridge that night.
The bridge was closed on Monday.
The authority denied that the dam was opened without a warning.
"""
CLAIMS = (
    Claim(
        "dam",
        "The dam was opened without a warning.",
        (
            Phrase("the dam was opened without a warning", "supports"),
            Phrase("the harbour was swept away by mud", "supports"),
            Phrase("nobody opened the dam", "contradicts"),
        ),
    ),
    Claim("bridge", "The bridge was closed.", (Phrase("the bridge was closed", "supports"),)),
)


def test_each_phrase_and_claim_is_counted() -> None:
    seen: list[int] = []
    articles = [Article("a", "", "", BODY, language="en"), Article("b", "", "", "It rained.", language="en")]
    hits = count_hits(Registry("", CLAIMS), articles, progress=seen.append)
    assert hits.passages == 5
    assert hits.claims == (2, 2)
    assert hits.phrases == ((2, 0, 2), (2,))
    assert seen == [1, 2]


def test_nothing_is_hit_in_an_empty_library() -> None:
    hits = count_hits(Registry("", CLAIMS), [])
    assert (hits.passages, hits.claims, hits.phrases) == (0, (0, 0), ((0, 0, 0), (0,)))
