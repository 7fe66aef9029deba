"""What each table of the report holds: its columns in their order, with pandas type and meaning."""

from __future__ import annotations

from collections.abc import Mapping

Columns = Mapping[str, tuple[str, str]]  # name -> pandas type, meaning

QUOTE_COLUMNS: Columns = {
    "claim": ("string", "id of the claim"),
    "statement": ("string", "what is claimed"),
    "as_of": ("string", "day the claim speaks of"),
    "status": ("string", "what the evidence on the claim adds up to"),
    "confidence": ("string", "low, moderate or high"),
    "article": ("string", "id of the article"),
    "title": ("string", "its title"),
    "outlet": ("string", "who published it"),
    "published": ("string", "day of publication"),
    "url": ("string", "its address"),
    "start": ("int64", "first code point of the quote in the article's body"),
    "end": ("int64", "code point after its last"),
    "text": ("string", "the quote, verbatim"),
    "stance": ("string", "supports, contradicts or mentions"),
    "score": ("int64", "how well the phrase matched, 0 to 100"),
    "phrase": ("string", "the phrase that matched; empty where a figure alone nominated"),
    "matched": ("string", "what matched, as start-end pairs of code points"),
    "context": ("string", "what was taken from earlier sentences, likewise"),
    "speech_act": ("string", "what the passage does: asserts, denies, declines ..."),
    "hedged": ("bool", "whether the passage marks doubt"),
    "negated": ("bool", "whether it holds a negation"),
    "figure": ("string", "the figure as written"),
    "figure_low": ("float64", "least number it can mean"),
    "figure_high": ("float64", "greatest number it can mean; empty where unbounded"),
    "figure_verdict": ("string", "how it compares with the claim's"),
    "date": ("string", "first day the passage can speak of"),
    "date_last": ("string", "last day; empty where only the first is known"),
    "timing": ("string", "that day against the claim's: earlier, current, later or undated"),
    "origin": ("string", "id of who asserts it"),
    "origin_name": ("string", "name of who asserts it"),
    "origin_kind": ("string", "what kind of source that is"),
    "also": ("string", "ids of further origins, separated by semicolons"),
    "via": ("string", "relays and bases it cites, likewise"),
    "decision": ("string", "what a person decided on it; empty where nobody has"),
    "reasons": ("string", "why it is shown as it is, one sentence after the other"),
    "verdict": ("string", "a person's word on the claim; empty where none counts"),
    "rationale": ("string", "why, as that person wrote it"),
}
