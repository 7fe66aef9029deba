"""An article put into a library: raw bytes, then the article's file, then the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimdesk import access
from claimdesk.errors import UsageError
from claimdesk.library.article import parse_article
from claimdesk.library.catalogue import Catalogue
from claimdesk.library.extract import Fact
from claimdesk.library.extract_text import FRONT
from claimdesk.library.fields import read_fields
from claimdesk.library.frontmatter import Field
from claimdesk.library.incoming import Incoming
from claimdesk.library.keep import RAW, keep_raw, lock_library, put_article
from claimdesk.library.likeness import Likeness
from claimdesk.library.proposal import FACTS
from claimdesk.library.records import Record, clean_value, name_article, render_record
from claimdesk.library.relatives import (
    Change,
    Relatives,
    find_changes,
    find_present,
    find_relatives,
    load_held,
)
from claimdesk.model import Article

_RELATIONS = ("revises", "copy_of")
# What a person may state; an empty value says that it is not known.
GIVEN = (*FACTS, "kind", *_RELATIONS)
_GIVEN = "given"
_STATED = (_GIVEN, FRONT)  # what a person wrote, not what was read off
_WORDS = 8  # of a text that has no title, for its name


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a source.

    `id` is that of the article; where `is_new` is False it was here before and nothing was written. `facts`
    are those of its front matter, with where each was read (``given`` by a person); `missing` names the
    others. `likenesses` is what else the library holds of it, `changes` what differs from the older version.
    """

    id: str
    is_new: bool
    article: Article | None = None
    facts: Mapping[str, Fact] | None = None
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    changes: tuple[Change, ...] = ()


def add_article(catalogue: Catalogue, incoming: Incoming, given: Mapping[str, str] | None = None) -> Added:
    """Put `incoming` into the library of `catalogue`, unless it is there.

    `given` is what a person states, by name (`GIVEN`): it goes before what was read, and an empty value takes
    back what was proposed. What nobody stated is kept as proposed, and its article says so: also that it is
    a version of the one at its address, or a copy or translation of the one that it is most like.

    Raises AccessError for who is no editor, UsageError for a fact that cannot be, InputError where nothing
    can be written. Whatever happens, the library holds the article whole or not at all, and any number of
    programs may add at once.
    """
    access.require("editor", catalogue.folder / RAW)
    facts = settle_facts(incoming, given or {})
    related = relate(catalogue, incoming, facts)
    if related.present:
        return Added(related.present, False)
    facts = {**_propose_relations(related), **facts, **_state_relations(catalogue, given or {})}
    values = {name: fact.value for name, fact in facts.items()}
    stated = incoming.extract.facts.get("retrieved")
    values |= {
        "retrieved": stated.value if stated else incoming.retrieved.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "charset": incoming.charset,
        "extractor": incoming.extractor,
        "proposed": list_proposed(facts),
    }
    article, first = _put(catalogue, incoming, values, related)
    if article is None:
        return Added(first, False)
    return Added(
        article.id,
        True,
        article,
        {name: fact for name, fact in facts.items() if fact.value},
        tuple(name for name in FACTS if name not in facts),
        incoming.extract.notes,
        related.likenesses,
        _find_changes(catalogue, article),
    )


def _find_changes(catalogue: Catalogue, article: Article) -> tuple[Change, ...]:
    older = catalogue.find("id", article.revises)
    old = load_held(catalogue, older[0]) if older else None
    return find_changes(old.body, article.body) if old else ()


def settle_facts(incoming: Incoming, given: Mapping[str, str]) -> dict[str, Fact]:
    """What is stated and what is proposed, in one. Raises UsageError for a value that cannot be."""
    facts = {name: fact for name, fact in incoming.extract.facts.items() if name in (*FACTS, "kind")}
    check_names(given)
    for name in [name for name in given if name not in _RELATIONS]:
        value = given[name]
        facts.pop(name, None)
        if clean_value(value):
            facts[name] = Fact(clean_value(value), _GIVEN)
    _, problems = read_fields({name: Field(fact.value, 1, 1) for name, fact in facts.items()}, "")
    for problem in problems:
        if facts[problem.key_path].read_in == _GIVEN:
            raise UsageError(
                f"{problem.key_path}: {problem.what}. {problem.remedy[0].upper()}{problem.remedy[1:]}."
            )
        del facts[problem.key_path]
    return facts


def check_names(given: Mapping[str, str]) -> None:
    """Raise UsageError for what is no fact of an article."""
    unknown = sorted(given.keys() - set(GIVEN))
    if unknown:
        raise UsageError(f"{unknown[0]}: this is no fact of an article. Give one of {', '.join(GIVEN)}.")


def list_proposed(facts: Mapping[str, Fact]) -> str:
    """The facts that were read off a source and stated by nobody, each with the place, for front matter."""
    return ", ".join(
        f"{name} ({fact.read_in})"
        for name, fact in facts.items()
        if fact.value and fact.read_in not in _STATED
    )


def _propose_relations(related: Relatives) -> dict[str, Fact]:
    """What it is to other articles, as its address and its sentences say."""
    found = {"revises": Fact(related.revises, "its address")} if related.revises else {}
    nearest = next((one for one in related.likenesses if one.kind != "shares"), None)
    if nearest is not None:
        found["copy_of"] = Fact(nearest.id, f"{nearest.kind}, {nearest.share} % of the shorter text")
    return found


def _state_relations(catalogue: Catalogue, given: Mapping[str, str]) -> dict[str, Fact]:
    """What a person says that it is to other articles; empty for nothing. Raises UsageError."""
    stated = {name: given[name].strip() for name in _RELATIONS if name in given}
    for name, value in stated.items():
        if value and not catalogue.find("id", value):
            raise UsageError(f"{name.replace('_', ' ')} {value}: the library holds no such article.")
    return {name: Fact(value, _GIVEN) for name, value in stated.items()}


def relate(catalogue: Catalogue, incoming: Incoming, facts: Mapping[str, Fact]) -> Relatives:
    """What the library holds of `incoming`, described by `facts`."""
    values = {name: facts[name].value if name in facts else "" for name in ("language", "outlet", "url")}
    body = incoming.extract.body
    language = values["language"] or "id"
    return find_relatives(catalogue, incoming.content, body, language, values["outlet"], values["url"])


def _put(
    catalogue: Catalogue, incoming: Incoming, values: dict[str, str], related: Relatives
) -> tuple[Article | None, str]:
    """Write raw bytes, article and catalogue: the article, or None and the id of one that came first."""
    folder, body = catalogue.folder, incoming.extract.body
    with lock_library(folder):
        outlet, url = values.get("outlet", ""), values.get("url", "")
        first = find_present(catalogue, incoming.content, body, outlet, url)
        if first:
            return None, first
        sha256 = keep_raw(folder, incoming.content, incoming.suffix)
        title = values.get("title") or " ".join(body.split(maxsplit=_WORDS)[:_WORDS])
        name = name_article((values.get("published", ""), outlet, title), sha256)
        data = render_record(Record({**values, "sha256": sha256}, body), f"{name}.md")
        identity = put_article(folder, name, data)
        article, _ = parse_article(data, f"{identity}.md")
        catalogue.enter(f"{identity}.md", article, sha256, related.marks)
    return article, ""
