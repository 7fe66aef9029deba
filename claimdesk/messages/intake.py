"""What became of sources brought in, and what is proven of articles and quotes, in the reader's language.

The library writes its findings as English sentences; each is listed here once more, as in `messages.notes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimdesk.library.add import Added
from claimdesk.library.extract import Fact
from claimdesk.library.likeness import Likeness, LikenessKind
from claimdesk.library.sources import Outcome
from claimdesk.library.verify import Proof
from claimdesk.messages.catalogue import _, translate, translate_plural
from claimdesk.messages.failures import render_why
from claimdesk.messages.known import find_known
from claimdesk.messages.notes import render_note

OUTCOMES = (_("added"), _("already here"), _("failed"))
PROOF_STATES = (_("extracted"), _("edited"), _("received"), _("written"), _("failed"))
FACTS = (
    _("title"),
    _("outlet"),
    _("published"),
    _("author"),
    _("language"),
    _("url"),
    _("kind"),
    _("revises"),
    _("copy_of"),
)
LIKENESSES: Mapping[LikenessKind, str] = {
    "copy": _("copy of {id}"),
    "version": _("version of {id}"),
    "translation": _("translation of {id}"),
    "shares": _("shares text with {id}"),
}
_KINDS = (_("copy"), _("version"), _("translation"))
PLACES = (_("given"), _("its address"), _("{kind}, {share} % of the shorter text"))
PROOFS = (
    _("by {name} on {date}"),
    _("the file as received cannot be read ({detail})"),
    _("the text is not the one that body_sha256 was taken of"),
    _("the file as received is missing: {name}"),
    _("the file as received was changed: {name}"),
    _("it was taken by {method}, here is {other}, which gives another text"),
    _("the text is not what extraction gives from the file as received, and nobody signed it"),
)
QUOTE_PROOFS = (
    _("the article {name} is not here"),
    _("it is not in the form that a report has"),
    _("its words are not in the article"),
    _("its words stand elsewhere in the article, from {places} on"),
    _("its figure is not where the report says"),
    _("its marks lie outside the article"),
)
_QUOTE = _("{claim}: {article} {start} to {end}: {said}")
_SHOWN = 3  # sentences that coincide


def name_outcome(outcome: Outcome) -> str:
    """One of `OUTCOMES`."""
    if outcome.added is None:
        return "failed"
    return "added" if outcome.added.is_new else "already here"


def render_outcome(outcome: Outcome, language: str) -> Iterator[str]:
    """A line on the source, and one on each other article that it is like."""
    added, state = outcome.added, translate(name_outcome(outcome), language)
    if added is None:
        yield f"{state}: {outcome.name}: {' '.join(render_why(outcome.problem, language))}"
    elif not added.is_new:
        said = translate("{id}, from {source}", language).format(id=added.id, source=outcome.name)
        yield f"{state}: {said}"
    else:
        yield f"{state}: {added.id}: {_render_facts(added, language)}"
        yield from (f"  {render_note(note, language)}" for note in added.notes)
        for likeness in added.likenesses:
            yield from _render_likeness(likeness, added, language)
        for change in added.changes:
            yield from (f"    - {line}" for line in change.old)
            yield from (f"    + {line}" for line in change.new)


def render_counts(counts: Mapping[str, int], language: str) -> str:
    """Such as ``3 added, 1 failed``; empty where nothing is counted."""
    return ", ".join(f"{count} {translate(state, language)}" for state, count in counts.items() if count)


def render_proof(proof: Proof, language: str) -> str:
    """A line on an article: what is proven of it, and how or why not."""
    state = translate(proof.state, language)
    if not proof.said:
        return f"{state}: {proof.id}"
    said = _say_again(proof.said, PROOFS, language) or " ".join(render_why(proof.said, language))
    if proof.state == "extracted":
        said = translate("by {method}", language).format(method=proof.said)
    return f"{state}: {proof.id}: {said}"


def render_wrong_quote(line: str, language: str) -> str:
    """A line of `verify_quotes` on a quote that is not proven."""
    _template, values = find_known(line, (_QUOTE,))
    if values:
        said = _say_again(values["said"], QUOTE_PROOFS, language) or values["said"]
        line = translate(_QUOTE, language).format(**{**values, "said": said})
    return translate("quote failed: {said}", language).format(said=line)


def _render_facts(added: Added, language: str) -> str:
    facts = [
        f"{translate(name, language)} “{fact.value}” ({_render_place(fact, language)})"
        for name, fact in (added.facts or {}).items()
    ]
    if added.missing:
        names = ", ".join(translate(name, language) for name in added.missing)
        facts.append(translate("not found: {names}", language).format(names=names))
    return "; ".join(facts)


def _render_place(fact: Fact, language: str) -> str:
    return _say_again(fact.read_in, PLACES, language) or render_note(fact.read_in, language)


def _render_likeness(likeness: Likeness, added: Added, language: str) -> Iterator[str]:
    number = len(likeness.pairs)
    alike = translate(LIKENESSES[likeness.kind], language).format(id=likeness.id)
    said = translate_plural("{n} sentence coincides", "{n} sentences coincide", number, language)
    yield f"  {alike}: {said.format(n=number)}"
    if added.article is not None:
        yield from (f"    = {new.of(added.article.body)}" for new, _old in likeness.pairs[:_SHOWN])


def _say_again(text: str, templates: Sequence[str], language: str) -> str:
    """The sentence in `language`; empty where none of `templates` makes it."""
    template, values = find_known(text, tuple(templates))
    if values.get("kind") in _KINDS:
        values["kind"] = translate(values["kind"], language)
    return translate(template, language).format(**values) if template else ""
