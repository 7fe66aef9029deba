"""A desk in which each field that a person or an article fills holds a hostile text, each text once.

Claim and article of one number belong to one text. What a field refuses to hold, such as a control character
in a topic, is left out of that field only; `HostileDesk.held` says what stands where.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from claimdesk import check, load_articles, load_registry
from claimdesk.briefing.export import Order, render_export, tell_issue
from claimdesk.briefing.issued import issued_beside, log_issue
from claimdesk.errors import ClaimdeskError
from claimdesk.evidence.anchors import find_surroundings
from claimdesk.library.teach import teach_line
from claimdesk.model import Decision, Quote, Report
from claimdesk.registry.edit import change_claim
from claimdesk.registry.read import parse_registry
from claimdesk.registry.save import save_registry
from claimdesk.store.reviews import append_decision, load_reviews, reviews_beside

DAY = date(2021, 3, 5)
PLAIN = "plain"  # what stands in a field that has to hold something where it cannot hold the text
WHOLE = "whole"  # the article that says every text
_LONG = 1_000  # characters; longer texts stand in bodies and notes only
_SYLLABLES = ("bax", "kem", "dur", "mog", "nul", "pav", "rez", "sif", "tow", "lyg")


@dataclass(frozen=True, slots=True)
class HostileDesk:
    """`folder` with claims.yaml and articles; `texts` by number; `held`: field -> number -> what it holds."""

    folder: Path
    texts: tuple[str, ...]
    held: dict[str, dict[int, str]] = field(default_factory=dict)

    def note(self, name: str, number: int, text: str) -> None:
        """Say that the field of that number holds `text`."""
        self.held.setdefault(name, {})[number] = text

    def load(self) -> Report:
        """The report on it, with people's decisions."""
        reviews = load_reviews(reviews_beside(self.folder / "claims.yaml"))
        library = load_articles(self.folder / "articles")
        return check(load_registry(self.folder / "claims.yaml"), library, reviews.decisions, until=DAY)


def build_hostile_desk(folder: Path, texts: Sequence[str]) -> HostileDesk:
    """Write such a desk into `folder`: registry with history, articles, decisions, taught lines, exports."""
    made = HostileDesk(folder, tuple(texts))
    _write_registry(made)
    _write_articles(made)
    _write_decisions(made)
    _write_issues(made)
    return made


def name_word(number: int) -> str:
    """A word that only the claim and the article of that number have, unlike all others of its kind."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number:03}")


def claim_fields(text: str, number: int) -> dict[str, str]:
    """What a claim and its source may hold of a text, by the field's name here."""
    word = name_word(number)
    return {
        "statement": text,
        "notes": text,
        "phrase": text,
        "against": f"not {text}",
        "mention": text,
        "unit": text,
        "claimed by": text,
        "rationale": text,
        "judge": text,
        "source": text,
        "source alias": f"{text} {word}",
        "alias": text,
    }


def render_registry(fields: Mapping[int, Mapping[str, str]], title: str = PLAIN) -> bytes:
    """A registry of claims and sources with these fields. JSON is YAML."""
    claims, sources, aliases = [], [], []
    for number, held in fields.items():
        word = name_word(number)
        claims.append(
            {
                "id": f"claim-{number}",
                "statement": held.get("statement", f"The {word} bridge collapsed."),
                "topic": PLAIN,
                "as_of": "2021-03-04",
                "claimed_by": {"source": held.get("claimed by", PLAIN)},
                "quantity": {"at_least": 3, "unit": [held.get("unit", PLAIN)]},
                "must_mention": [[word, held.get("mention", PLAIN)]],
                "supports": [f"the {word} bridge collapsed", held.get("phrase", f"{word} fell")],
                "contradicts": [held.get("against", f"the {word} bridge stands")],
                "verdict": {
                    "status": "contested", "confidence": "low", "on": "2021-03-04",
                    "rationale": held.get("rationale", PLAIN), "by": held.get("judge", PLAIN),
                },
                "notes": held.get("notes", PLAIN),
            }
        )  # fmt: skip
        name, alias = held.get("source", f"Source {word}"), held.get("source alias", f"Alias {word}")
        sources.append({"id": f"source-{number}", "name": name, "aliases": [alias]})
        aliases.append([held.get("alias", f"thing {word}"), f"matter {word}"])
    registry = {"version": 1, "title": title, "sources": sources, "aliases": aliases, "claims": claims}
    return json.dumps(registry, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _fit(text: str, number: int) -> dict[str, str]:
    """The fields that can hold the text."""
    fields = claim_fields(text, number)
    if _accepts({number: fields}):
        return fields
    return {name: value for name, value in fields.items() if _accepts({number: {name: value}})}


def _accepts(fields: Mapping[int, Mapping[str, str]]) -> bool:
    try:
        parse_registry(render_registry(fields), "")
    except ClaimdeskError:
        return False
    return True


def _write_registry(made: HostileDesk) -> None:
    """All fields that can hold it, then one save a text, in its name, that makes it the topic."""
    fields = {number: _fit(text, number) for number, text in enumerate(made.texts)}
    path = made.folder / "claims.yaml"
    data = render_registry(fields, title=made.texts[0])
    path.write_bytes(data)
    for number, text in enumerate(made.texts):
        try:
            edited = change_claim(data, f"claim-{number}", "topic", text)
        except ClaimdeskError:
            continue
        data = save_registry(path, edited, base=data, by=text).data
        fields[number]["topic"] = text
    registry = load_registry(path)
    for number, fitting in fields.items():
        claim, source = registry.claims[number], registry.sources[number]
        assert claim.verdict is not None
        assert claim.claimed_by is not None
        read = {
            "statement": claim.statement, "topic": claim.topic, "notes": claim.notes,
            "phrase": claim.phrases[1].text, "against": claim.phrases[2].text,
            "claimed by": claim.claimed_by.source, "rationale": claim.verdict.rationale,
            "judge": claim.verdict.by, "source": source.name, "source alias": source.aliases[0],
        }  # fmt: skip
        for name in fitting.keys() & read.keys():
            made.note(name, number, read[name])


def quote_yaml(text: str) -> str:
    """A text in double quotes, every character that is not printable by its number."""
    escaped = (
        f"\\U{ord(char):08X}" if not char.isprintable() else f"\\{char}" if char in '"\\' else char
        for char in text
    )  # fmt: skip
    return f'"{"".join(escaped)}"'


def can_name_file(text: str) -> bool:
    """Whether a file can be called that and be an article of the library."""
    controls = any(unicodedata.category(char) == "Cc" for char in text)
    return not controls and "/" not in text and not text.startswith(".") and len(text.encode()) < 200


def _write_articles(made: HostileDesk) -> None:
    """One article a text, which says it in its facts and body and bears it as name; one that says all."""
    folder = made.folder / "articles"
    folder.mkdir()
    numbers = {}
    for number, text in enumerate(made.texts):
        name = text if can_name_file(text) else f"article-{number}"
        numbers[name] = number
        made.note("article", number, name)
        body = f"According to {text} the {name_word(number)} bridge collapsed, {text} says.\n\n{text}\n"
        front = {key: quote_yaml(text) for key in ("title", "outlet", "author") if len(text) < _LONG}
        lines = [*(f"{key}: {value}" for key, value in front.items()), "published: 2021-03-04"]
        content = "\n".join(["---", *lines, "language: en", "---", body])
        (folder / f"{name}.md").write_text(content, encoding="utf-8", newline="")
    whole = "\n\n".join(text.strip() for text in made.texts)
    (folder / f"{WHOLE}.txt").write_text(f"Whole\n\n{whole}\n", encoding="utf-8", newline="")
    for entry in load_articles(folder):
        number = numbers.get(entry.id)
        if number is not None and len(made.texts[number]) < _LONG:
            made.note("title", number, entry.title)
            made.note("outlet", number, entry.outlet)
    for number, text in enumerate(made.texts):
        line = f"{name_word(number)} {text}"
        try:
            teach_line(folder, text, line)
        except ClaimdeskError:
            continue
        made.note("taught", number, " ".join(line.split()))


def _write_decisions(made: HostileDesk) -> None:
    """On a quote of each claim: a note, somebody's name, and another speaker."""
    report = made.load()
    path = reviews_beside(made.folder / "claims.yaml")
    for number, text in enumerate(made.texts):
        entry = report.claim(f"claim-{number}")
        assert entry is not None
        for quote in _own_quotes(made, entry.quotes, number):
            article = report.article(quote.article)
            assert article is not None
            prefix, suffix = find_surroundings(article.article.body, quote.span)
            corrections = (("stance", "supports"), *([("origin", text)] if text.strip() else []))
            decision = Decision(
                quote.claim, quote.article, quote.start, quote.end, quote.text, "corrected", DAY,
                by=text, note=text, prefix=prefix, suffix=suffix, corrections=corrections,
            )  # fmt: skip
            append_decision(path, decision)
            made.note("decision", number, text)
            made.note("quote", number, quote.text)


def _own_quotes(made: HostileDesk, quotes: Sequence[Quote], number: int) -> Iterator[Quote]:
    """The first quote that the claim has in its own article."""
    article = made.held["article"][number]
    yield from [quote for quote in quotes if quote.article == article][:1]


def _write_issues(made: HostileDesk) -> None:
    """One export of each claim for a recipient of that name."""
    report = made.load()
    path = issued_beside(made.folder / "claims.yaml")
    for number, text in enumerate(made.texts):
        entry = report.claim(f"claim-{number}")
        assert entry is not None
        alone = replace(report, claims=(entry,))
        order = Order("json", DAY)
        log_issue(path, tell_issue(alone, order, render_export(alone, order), text))
        made.note("recipient", number, text)
