"""Sentences of our own and what the engine reads in each, kept in tables under ``tests/cases/read``.

A table is its own input: its first columns are given, the last is filled. So a new sentence is a new line
with an empty last cell. The file's name says what is read and in which language: ``figures_en.tsv``. What is
kept is what was read when somebody last looked, odd and broken sentences included: a change is to be seen,
the reading is not vouched for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from benchmarks.approved_cells import write_figure, write_interval, write_reasons
from benchmarks.gold import ROOT
from claimdesk import desk
from claimdesk.model import Article, Claim, Interval, Phrase, Quantity, Quote, Registry, Span
from claimdesk.text.clauses import find_clauses
from claimdesk.text.cues import find_cues, governing_cues
from claimdesk.text.figures import find_figures
from claimdesk.text.numerals import find_numerals
from claimdesk.text.tokens import find_tokens

FOLDER = ROOT / "tests" / "cases" / "read"
_DAY = date(2031, 5, 10)
_ALIASES = (("Zandia", "Zandian"), ("Lorvania", "Lorvanian"))
_INTERVALS: Mapping[str, Callable[[float], Interval]] = {
    "at_least": lambda n: Interval(n, float("inf")),
    "at_most": lambda n: Interval(0, n),
    "more_than": lambda n: Interval(n, float("inf"), low_open=True),
    "exactly": lambda n: Interval(n, n),
}  # fmt: skip


def find_tables() -> list[Path]:
    """All tables of sentences."""
    return sorted(FOLDER.glob("*.tsv"))


def load_rows(path: Path) -> list[tuple[str, ...]]:
    """The rows of a table, the first cell repeated where it is empty."""
    rows: list[tuple[str, ...]] = []
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        if line:
            first, *rest = line.split("\t")
            rows.append((first or rows[-1][0], *rest))
    return rows


def read_row(path: Path, row: Sequence[str]) -> str:
    """What the engine reads in the sentence of a row now."""
    kind, _, language = path.stem.rpartition("_")
    return _READ[kind.partition("-")[0]](language, *row[:-1])


def describe_changes(path: Path) -> Iterator[str]:
    """A paragraph for each row that is not read as it was."""
    for row in load_rows(path):
        now = read_row(path, row)
        if now != row[-1]:
            yield "\n".join(
                (" | ".join(row[:-1]), f"    was {row[-1] or 'nothing'}", f"    now {now or 'nothing'}")
            )


def keep_read(path: Path) -> None:
    """Fill the last column with what the engine reads now."""
    header = path.read_text(encoding="utf-8").split("\n")[0]
    lines, last = [header], ""
    for row in load_rows(path):
        first = "" if row[0] == last else row[0]
        lines.append("\t".join((first, *row[1:-1], read_row(path, row))))
        last = row[0]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _read_numbers(language: str, text: str) -> str:
    said = []
    for one in find_numerals(text, find_tokens(text), language):
        scale = f" x{one.scale:.12g}" if one.scale != 1 else ""
        flags = (" vague" if one.vague else "") + (" spelled" if one.spelled else "")
        said.append(f"{write_interval(one.interval)}@{one.span.start}-{one.span.end}{scale}{flags}")
    return "; ".join(said)


def _read_figures(language: str, text: str) -> str:
    return "; ".join(write_figure(figure, 0) for figure in find_figures(text, language))


def _read_cues(language: str, text: str) -> str:
    found = find_cues(text, language)
    return "; ".join(f"{cue.kind} {cue.text} -> {cue.scope.of(text) or '-'}" for cue in found)


def _read_governing(language: str, marked: str) -> str:
    """The cues that govern the words in [brackets]; in <brackets> stand those that say what is done."""
    text = ""
    spans: dict[str, list[Span]] = {"[": [], "<": []}
    for piece in re.split(r"([\[<][^\]>]*[\]>])", marked):
        words = piece.strip("[]<>")
        if piece[:1] in spans:
            spans[piece[0]].append(Span(len(text), len(text) + len(words)))
        text += words
    clauses = find_clauses(text, language)
    matched = sorted(spans["["] + spans["<"], key=lambda span: span.start)
    found = governing_cues(find_cues(text, language), clauses, matched, spans["<"])
    return "; ".join(f"{cue.kind} {cue.text}" for cue in found)


def _read_pairs(language: str, phrase: str, text: str) -> str:
    """What `text` does to `phrase`; ``{at_least 300 people, dead @ Arun}`` before it: what it counts."""
    quantity, places = None, ""
    if phrase.startswith("{"):
        counted, _, phrase = phrase[1:].partition("} ")
        counted, _, places = counted.partition(" @ ")
        wording, number, units = counted.split(" ", 2)
        quantity = Quantity(_INTERVALS[wording](float(number)), tuple(units.split(", ")), wording)
    named = ((places,),) if places else ()
    phrases = (Phrase(phrase, "supports"),)
    claim = Claim("one", phrase, phrases, as_of=_DAY, quantity=quantity, must_mention=named)
    matcher = desk.build_matcher(Registry("Sentences", (claim,), aliases=_ALIASES))
    article = Article("one", "", "", text, _DAY, language=language)
    return "; ".join(map(_describe, matcher.find(article, candidates=False).quotes))


def _describe(quote: Quote) -> str:
    flags = [name for name in ("negated", "hedged") if getattr(quote, name)]
    reasons = write_reasons(quote.reasons[:-2])  # who says it when is the same throughout
    return " ".join((quote.stance, str(quote.score), quote.speech_act, *flags, f"[{reasons}]"))


_READ: Mapping[str, Callable[..., str]] = {
    "numbers": _read_numbers,
    "figures": _read_figures,
    "cues": _read_cues,
    "governing": _read_governing,
    "pairs": _read_pairs,
}
