"""The table of `fields` as a page for people; `docs/registry.md` holds exactly this."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimdesk.registry.fields import (
    CLAIM,
    CLAIMED_BY,
    QUANTITY,
    REGISTRY,
    SOURCE,
    VERDICT,
    Address,
    Choice,
    Day,
    Groups,
    Identifier,
    Number,
    Range,
    Record,
    Records,
    Shape,
    Text,
    Texts,
    Whole,
)

_HEADINGS = {
    REGISTRY.name: "The file",
    SOURCE.name: "A source",
    CLAIM.name: "A claim",
    QUANTITY.name: "A quantity",
    CLAIMED_BY.name: "Where a claim circulates",
    VERDICT.name: "A verdict",
}
_HEAD = """\
# The registry

Every key of `claims.yaml`, made from the same table by which the file is read: `claimdesk schema --guide`.

Text stays text: `no`, `12:30` and `010` are what was typed. A number is written with its digits alone:
`12.000` where one is wanted is refused, since YAML reads it as 12. Keys that are not listed here, keys and
ids that stand twice, and YAML's anchors, aliases, tags and merges are refused. `claimdesk lint` lists all
that is wrong, with line and column, and `claims.schema.json` lets an editor complete and check the file while
it is written.
"""


def render_guide() -> str:
    """The page, as Markdown."""
    parts = [_HEAD]
    for record in (REGISTRY, CLAIM, QUANTITY, CLAIMED_BY, VERDICT, SOURCE):
        parts.append(f"\n## {_HEADINGS[record.name]}\n")
        if record.exactly_one:
            parts.append(f"\nExactly one of {_list(record.exactly_one)} is given.\n")
        if record.filled:
            parts.append(f"\nAt least one of {_list(record.filled)} holds something.\n")
        parts.append("\n| key | takes | meaning |\n|---|---|---|\n")
        parts += _render_rows(record)
    return "".join(parts)


def _render_rows(record: Record) -> Iterator[str]:
    for field in record.fields:
        name = f"**`{field.name}`**" if field.required else f"`{field.name}`"
        about = field.about
        if field.examples:
            shown = json.dumps(field.examples[0], ensure_ascii=False)
            about += f" Such as `{shown.strip(chr(34))}`."
        yield f"| {name} | {_describe(field.takes)} | {about.replace('|', chr(92) + '|')} |\n"


def _describe(shape: Shape) -> str:
    match shape:
        case Text(longest, lines):
            return f"text{'' if lines else ' on one line'}, {longest:,} characters at most"
        case Identifier(longest):
            return f"lower-case letters, digits and hyphens, {longest} at most"
        case Day():
            return "a day, `YYYY-MM-DD`"
        case Address():
            return "a web address"
        case Choice(words):
            return " · ".join(f"`{word}`" for word in words)
        case Whole(low, high):
            return f"`{low}`" if low == high else f"a whole number from {low} to {high}"
        case Number(positive):
            return "a number above 0" if positive else "a number from 0 up"
        case Range():
            return "two numbers, the smaller one first"
        case Texts(item):
            return f"a list, or one alone: {_describe(item)}"
        case Groups(item):
            return f"a list of lists: {_describe(item)}"
        case Record(name) | Records(Record(name)):
            return f"[{_HEADINGS[name].lower()}](#{_HEADINGS[name].lower().replace(' ', '-')})"


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
