"""What becomes of sources and articles: each sentence is known, and said in both languages."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest

from claimdesk.library import verify
from claimdesk.library.add import Added
from claimdesk.library.extract import Fact
from claimdesk.library.likeness import Likeness
from claimdesk.library.sources import Outcome
from claimdesk.library.verify import Proof
from claimdesk.messages.intake import (
    PROOF_STATES,
    PROOFS,
    QUOTE_PROOFS,
    render_counts,
    render_outcome,
    render_proof,
    render_wrong_quote,
)
from claimdesk.model import Span


@pytest.mark.parametrize("template", [*PROOFS, *QUOTE_PROOFS])
def test_each_sentence_is_one_of_the_library(template: str) -> None:
    source = Path(verify.__file__).read_text(encoding="utf-8")
    assert all(words.strip() in source for words, *_ in Formatter().parse(template))


def test_each_state_is_one_of_the_library() -> None:
    assert verify.ProofState.__args__ == PROOF_STATES  # type: ignore[attr-defined]


# Proof, line in English, note.
LINES = [
    (Proof("a", "a.md", "written"), "written: a", "nothing to add"),
    (Proof("a", "a.md", "extracted", "pypdf 6.1"), "extracted: a: by pypdf 6.1", "the method"),
    (Proof("a", "a.md", "edited", "by eka on 2024-11-13"), "edited: a: by eka on 2024-11-13", "who and when"),
    (
        Proof("a", "a.md", "failed", "the file as received was changed: raw/f.txt"),
        "failed: a: the file as received was changed: raw/f.txt",
        "why not",
    ),
    (Proof("a", "a.md", "failed", "something new"), "failed: a: something new", "what nobody knows stays"),
]


@pytest.mark.parametrize(("proof", "line", "note"), LINES, ids=[row[-1] for row in LINES])
def test_proofs(proof: Proof, line: str, note: str) -> None:
    assert render_proof(proof, "en") == line, note
    assert not render_proof(proof, "id").startswith(f"{proof.state}:")


def test_a_quote_that_is_not_proven() -> None:
    line = "kursk-10000: kompas-2024 12 to 40: its words are not in the article"
    assert render_wrong_quote(line, "en") == f"quote failed: {line}"
    said = render_wrong_quote(line, "id")
    assert "kursk-10000: kompas-2024 12" in said
    assert "its words" not in said


def test_what_became_of_a_source() -> None:
    added = Added(
        "banjir",
        True,
        facts={"outlet": Fact("Warta Arun", "given"), "copy_of": Fact("b", "copy, 80 % of the shorter text")},
        missing=("author",),
        notes=("No outlet stated.",),
        likenesses=(Likeness("b", "copy", 80, ((Span(0, 4), Span(0, 4)),)),),
    )
    lines = list(render_outcome(Outcome("a.txt", added), "en"))
    assert lines == [
        "added: banjir: outlet “Warta Arun” (given); copy_of “b” (copy, 80 % of the shorter text); "
        "not found: author",
        "  No outlet stated.",
        "  copy of b: 1 sentence coincides",
    ]
    said = "\n".join(render_outcome(Outcome("a.txt", added), "id"))
    assert said.startswith("ditambahkan: banjir: media “Warta Arun”")
    assert not any(words in said for words in ("given", "not found", "stated", "coincide", "shorter"))


def test_counts() -> None:
    assert render_counts({"added": 3, "already here": 0, "failed": 1}, "en") == "3 added, 1 failed"
    assert render_counts({}, "id") == ""
