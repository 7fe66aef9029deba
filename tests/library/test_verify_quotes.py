"""Quotes of a report looked up in their articles; a report may be anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimdesk.errors import InputError
from claimdesk.library.records import hash_body
from claimdesk.library.verify import iter_proofs, verify_quotes

BODY = "It rained for three days. The dam broke.\n"
QUOTE: dict[str, Any] = {"article": "wire", "start": 0, "end": 25, "text": BODY[:25]}
FIGURE = {"start": 14, "end": 19, "text": "three"}
MALFORMED = "it is not in the form that a report has"

# What is otherwise than in a quote that stands there, what is said of it, and why.
CASES: list[tuple[dict[str, Any], str, str]] = [
    ({"text": "It rained for two days."}, "its words are not in the article", "other words"),
    ({"start": 1, "end": 26}, "its words stand elsewhere in the article, from 0 on", "other place"),
    ({"start": 26, "end": 99, "text": BODY[26:]}, "its words stand elsewhere", "beyond the end"),
    ({"start": -41, "end": -16}, MALFORMED, "counted from the end"),
    ({"start": 5, "end": 5, "text": ""}, MALFORMED, "no words at all"),
    ({"start": "0", "end": "25"}, MALFORMED, "offsets as texts"),
    ({"start": True}, MALFORMED, "an offset that is none"),
    ({"text": 7}, MALFORMED, "a text that is none"),
    ({"text": None}, MALFORMED, "no text"),
    ({"figure": {**FIGURE, "text": "two"}}, "its figure is not where", "another figure"),
    ({"figure": {"start": 14}}, MALFORMED, "half a figure"),
    ({"figure": [14, 19]}, MALFORMED, "a figure that is none"),
    ({"matched": [[3, 400]]}, "its marks lie outside the article", "marks beyond the end"),
    ({"matched": [3]}, MALFORMED, "marks that are none"),
    ({"context": [[9, 3]]}, MALFORMED, "marks that end before they begin"),
    ({"article": "other"}, "the article other is not here", "another article"),
]


@pytest.fixture
def articles(tmp_path: Path) -> str:
    """A folder of one article."""
    (tmp_path / "wire.txt").write_text(BODY, encoding="utf-8")
    return str(tmp_path)


def _report(quote: object) -> dict[str, Any]:
    return {"claims": [{"id": "dam", "quotes": [quote]}]}


def test_a_quote_that_stands_there(articles: str) -> None:
    whole = {**QUOTE, "figure": FIGURE, "matched": [[3, 9]], "context": []}
    assert verify_quotes(_report(QUOTE), articles) == (1, ())
    assert verify_quotes(_report(whole), articles) == (1, ())


@pytest.mark.parametrize(("other", "said", "note"), CASES, ids=[row[-1] for row in CASES])
def test_a_quote_that_does_not(articles: str, other: dict[str, Any], said: str, note: str) -> None:
    proven, (wrong,) = verify_quotes(_report({**QUOTE, **other}), articles)
    assert (proven, said in wrong) == (0, True), note


@pytest.mark.parametrize(
    "report", [None, [], "x", {"claims": 5}, _report("x"), _report({**QUOTE, "article": []})]
)
def test_what_is_no_report(articles: str, report: Any) -> None:
    with pytest.raises(InputError, match="This is no report"):
        verify_quotes(report, articles)


def test_articles_of_a_data_set_are_proven_by_their_hash(tmp_path: Path) -> None:
    """One that is not what its hash was taken of, and a file that is no data set, fail by name."""
    rows = [{"id": name, "body": BODY, "body_sha256": hash_body(BODY)} for name in ("a", "b")]
    rows[1]["body_sha256"] = hash_body("other")
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "one.parquet")
    (tmp_path / "two.parquet").write_bytes(b"none")
    count, proofs = iter_proofs(str(tmp_path))
    states = {(Path(proof.id).name, proof.state) for proof in proofs}
    assert count == 2
    assert states > {("two.parquet", "failed"), ("one.parquet row 1", "failed"), ("a", "written")}
