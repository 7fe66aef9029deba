"""The form of `claims.yaml` as one table: what each key is called, what it takes, and how to explain it.

`values` reads by this table and `schema` renders it: a key added here is read, checked and completed alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from claimdesk.model import STATUSES, ConfidenceName, SourceKind


@dataclass(frozen=True, slots=True)
class Text:
    """A text of at most `longest` code points, taken as typed; on one line unless `lines`."""

    longest: int
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name for machines: lower-case letters, digits, hyphens."""

    longest: int = 80


@dataclass(frozen=True, slots=True)
class Day:
    """A date, ``YYYY-MM-DD``."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of `words`."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` to `high`."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number from 0 up; `positive`: not 0 itself."""

    positive: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """A list of two numbers, the smaller one first."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of texts, or one text alone."""

    item: Text


@dataclass(frozen=True, slots=True)
class Groups:
    """A list of lists of texts. A text in place of an inner list is a group of its own.

    `strict`: only lists, since here a text alone would be a group without a purpose.
    """

    item: Text
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Keys with values. Of `exactly_one` one is given; of the lists `filled` at least one holds something."""

    name: str
    fields: tuple[Field, ...]
    exactly_one: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """A list of records with different ids; `needed`: at least one."""

    record: Record
    needed: bool = False


Single = Text | Identifier | Day | Address | Choice | Whole | Number
Shape = Single | Range | Texts | Groups | Record | Records


@dataclass(frozen=True, slots=True)
class Field:
    """A key: its name, what it takes, what it means, how it may look."""

    name: str
    takes: Shape
    about: str
    examples: tuple[object, ...] = ()
    required: bool = False


NAME = Text(300)
STATEMENT = Text(1_000)
PHRASE = Text(500)
NOTES = Text(20_000, lines=True)
WORDINGS = ("exactly", "about", "at_least", "at_most", "more_than", "less_than", "between")

SOURCE = Record("source", (
    Field("id", Identifier(), "The source's name for machines, unique among the sources.",
          ("pentagon",), required=True),
    Field("name", NAME, "The name shown to people. Default: the id.", ("US Department of Defense",)),
    Field("kind", Choice(get_args(SourceKind)), "official: an authority; agency: a news agency; outlet: "
          "a medium; party: has a stake in the matter; witness: was there. Default: official."),
    Field("part_of", Identifier(), "The body it speaks for: a short id that need not be listed itself. "
          "Statements of one body count as one origin.", ("us",)),
    Field("reliability", Choice(tuple("ABCDEF")), "Admiralty code, from A, completely reliable, to "
          "E, unreliable. Default: F, cannot be judged."),
    Field("aliases", Texts(NAME), "Further names, titles and spokespersons, in every language of the "
          "articles. The longest name that fits wins.", (["Pentagon", "Pat Ryder"],)),
))  # fmt: skip

QUANTITY = Record("quantity", (
    Field("exactly", Number(), "This number and no other.", (40,)),
    Field("about", Number(positive=True), "Ten per cent around this number.", (12000,)),
    Field("at_least", Number(), "This number or more.", (10000,)),
    Field("at_most", Number(), "This number or less.", (8000,)),
    Field("more_than", Number(), "More than this number, not the number itself.", (1200,)),
    Field("less_than", Number(positive=True), "Less than this number, not the number itself.", (100,)),
    Field("between", Range(), "From the first number to the second, both included.", ([10000, 12000],)),
    Field("unit", Texts(NAME), "The nouns that a figure must count to speak of this claim, in every "
          "language of the articles, with their state where it matters (soldiers killed).",
          (["tentara", "soldiers", "troops"],)),
), exactly_one=WORDINGS)  # fmt: skip

CLAIMED_BY = Record("claimed_by", (
    Field("source", NAME, "Id of a source of this file, or any name.", ("pentagon",), required=True),
    Field("url", Address(), "Where it was said or published.", ("https://example.org/briefing",)),
    Field("on", Day(), "When.", ("2024-11-04",)),
))  # fmt: skip

VERDICT = Record("verdict", (
    Field("status", Choice(STATUSES), "Your own word on the claim; it stands above the computed status.",
          required=True),
    Field("confidence", Choice(get_args(ConfidenceName)), "How sure you are."),
    Field("rationale", NOTES, "Why, in sentences that can be shown."),
    Field("by", NAME, "Who judged.", ("editor-1",)),
    Field("on", Day(), "When. Later evidence marks the verdict as changed since.", ("2024-11-13",)),
))  # fmt: skip

CLAIM = Record("claim", (
    Field("id", Identifier(), "The claim's name in addresses, files and reports, unique among the claims. "
          "Keep it for good: decisions on quotes hang on it.", ("kursk-10000",), required=True),
    Field("statement", STATEMENT, "One checkable statement, worded affirmatively.",
          ("At least 10,000 North Korean soldiers are in the Kursk region.",), required=True),
    Field("topic", NAME, "A word to group claims by.", ("Deployment",)),
    Field("claimed_by", CLAIMED_BY, "Where the claim circulates."),
    Field("as_of", Day(), "The day the claim speaks of. Statements around it are current, the others "
          "earlier or later.", ("2024-11-04",)),
    Field("window_days", Whole(0, 366), "How many days from as_of a statement still speaks of the same "
          "time. Default: 3.", (3,)),
    Field("quantity", QUANTITY, "The number the claim is about, in one wording, and what it counts."),
    Field("must_mention", Groups(NAME), "A passage bears on the claim only if it, the two before it or the "
          "title mention every group, any word of a group. A word outside of inner brackets is a group of "
          "its own.", ([["Kursk"], ["Korea Utara", "North Korea"]],)),
    Field("supports", Texts(PHRASE), "Wordings an article might use to say that the claim is true. Order, "
          "endings, small words and figures do not count, so every other word should be one that such a "
          "passage needs.", (["lebih dari 10.000 tentara Korea Utara berada di Kursk"],)),
    Field("contradicts", Texts(PHRASE), "Wordings that say the claim is not true. The negation of a "
          "supporting phrase is understood without it.", (["tidak ada tentara Korea Utara di Kursk"],)),
    Field("threshold", Whole(0, 100), "The share of a phrase, in per cent of its weight, that a passage "
          "must hold; overrides the setting for this claim.", (80,)),
    Field("verdict", VERDICT, "The fact-checker's own word."),
    Field("notes", NOTES, "Anything worth knowing; shown with the claim."),
), filled=("supports", "contradicts"))  # fmt: skip

REGISTRY = Record("registry", (
    Field("version", Whole(1, 1), "Version of this form."),
    Field("title", NAME, "What the registry is about.", ("North Korean troops in Russia",)),
    Field("sources", Records(SOURCE), "Who speaks. Optional: a speaker who is not listed counts by name."),
    Field("aliases", Groups(NAME, strict=True), "Groups of names for the same thing, in every language of "
          "the articles; a name counts as one word.", ([["Korea Utara", "Korut", "North Korea"]],)),
    Field("claims", Records(CLAIM, needed=True), "What is claimed.", required=True),
))  # fmt: skip
