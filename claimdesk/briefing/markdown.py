"""A briefing in Markdown, for a message, a wiki or a repository. Texts of others are escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimdesk.briefing.bundle import Bundle
from claimdesk.briefing.glyphs import name_hidden
from claimdesk.briefing.outline import Outline, SideOutline
from claimdesk.briefing.passages import QuoteOutline
from claimdesk.messages import translate

# What Markdown acts on: anywhere, and at the beginning of a line.
_MARKS = re.compile(r"[\\`*_\[\]<>#|&~$^{}!]")
_STARTS = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
# What sites make links and mentions of, though Markdown does not. A backslash keeps few of them from it, so
# an invisible joiner stands behind the sign.
_LINKS = re.compile(r"www(?=\.)|(?:https?|ftp)(?=://)|@(?=\w)", re.IGNORECASE)
_JOINER = "&NoBreak;"
_SIGNS = {"supports": "+", "contradicts": "−", "mentions": "·"}


def render_markdown(bundle: Bundle) -> str:
    """The whole report. Each line of a list or quote stands in one line, however long."""
    language = bundle.language
    lines = [
        f"# {escape(bundle.title)}",
        escape(bundle.kicker),
        escape(bundle.lede),
        *_render_summary(bundle),
    ]
    if bundle.since:
        lines += [f"## {escape(bundle.since)}", *_render_changes(bundle)]
    for outline in bundle.outlines:
        lines += _render_claim(outline)
    lines.append(f"## {translate('How it was made', language)}")
    lines.append(_list(f"**{escape(term)}.** {escape(meaning)}" for term, meaning in bundle.method))
    lines += [escape(note) for note in bundle.notes]
    lines.append(f"## {translate('Sources', language)}")
    lines.append(_list(_render_sources(bundle)))
    lines.append(escape(bundle.small_print))
    return "\n\n".join(line for line in lines if line) + "\n"


def escape(text: str) -> str:
    """`text` so that Markdown shows it as it is, on one line; what hides itself is named. No address or name
    in it becomes a link or a mention."""
    return _LINKS.sub(rf"\g<0>{_JOINER}", escape_marks(text))


def escape_marks(text: str) -> str:
    """The same, but addresses may become links."""
    marked = _MARKS.sub(r"\\\g<0>", name_hidden(text))
    return _STARTS.sub(_escape_start, marked)


def _escape_start(found: re.Match[str]) -> str:
    """A list's mark made harmless: a sign by a backslash, a number by one behind it."""
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def _render_summary(bundle: Bundle) -> Iterator[str]:
    language = bundle.language
    heads = [
        translate("Claim", language),
        translate("Status", language),
        translate("Confidence", language),
        translate("Reviewed", language),
    ]
    rows = [heads, ["---"] * len(heads)]
    rows += [
        [
            escape(one.statement),
            escape(one.status_word),
            escape(one.confidence_words),
            escape(one.basis_words),
        ]
        for one in bundle.outlines
    ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _render_changes(bundle: Bundle) -> list[str]:
    if not bundle.changes:
        return [translate("Nothing changed on these claims.", bundle.language)]
    return [_list(f"{escape(change.statement)} {escape(change.said)}" for change in bundle.changes)]


def _render_claim(one: Outline) -> list[str]:
    standing = " · ".join(escape(word) for word in (one.confidence_words, one.basis_words))
    facts = [f"{escape(fact.term)}: {escape(f'{fact.said} {fact.more}'.strip())}" for fact in one.facts]
    lines = [f"## {escape(one.statement)}", f"**{escape(one.status_word)}** · {standing}"]
    lines += [escape(words) for words in (one.verdict, one.rationale, one.changed)]
    lines.append(_list(facts))
    lines.append(escape(one.note))
    for side in (*one.sides, *((one.mentions,) if one.mentions else ())):
        lines += _render_side(side)
    lines.append(f"**{escape(one.gaps_title)}:** {escape(' '.join(one.gaps))}")
    lines.append(escape(" · ".join(one.small_print)))
    return lines


def _render_side(side: SideOutline) -> list[str]:
    lines = [f"### {escape(_SIGNS[side.stance])} {escape(side.title)} ({escape(side.number)})"]
    lines += [_render_quote(quote) for quote in side.quotes]
    return [*lines, *(escape(note) for note in (*side.limits, side.end))]


def _render_quote(quote: QuoteOutline) -> str:
    words = "".join(run.text for run in quote.words)
    who = ", ".join(name for name in (quote.who, quote.body, quote.kind) if name)
    told = " · ".join((quote.where, *quote.remarks))
    return f"> {escape(words)}\n>\n> **{escape(who)}** · {escape(told)}"


def _render_sources(bundle: Bundle) -> Iterator[str]:
    for source in bundle.sources:
        told = f"{escape(source.outlet)}: {escape(source.title)}. {escape(source.told)}"
        yield f"{told}. {escape_marks(source.url)}" if source.url else told


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
