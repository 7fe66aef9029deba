"""Registries in every style of YAML that a curator might write, the same for the same seed."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from claimdesk.registry.fields import NAME, REGISTRY, Identifier, Range, Record, Text

ADDRESS = "https://example.org/a?b=c"
WORDS = (
    "river", "crowd", "ember", "lantern", "harbour", "kebun", "jalan", "pasar", "gempa", "twelve", "12.000",
    "münster", "😀", "sungai",
)  # fmt: skip
NASTY = (
    "when: it rained", "one, two [three]", "tea # not a comment", "it's here", 'they say "so"', "tab\there",
    "- dash", "12:30", "no", "a back\\slash", "{curly}", "? why", "& more", "% of them", "'quoted'", "@here",
)  # fmt: skip
# What stands in the comments, so that each can be found again.
COMMENT = "# remark"


class Writer:
    """Writes one registry; all choices come from `seed`."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.remarks = 0
        self.after_block = False
        self.step = self.random.choice((0, 2, 2, 4))
        self.flow_share = self.random.choice((0.0, 0.3, 0.6, 1.0))
        self.comment_share = self.random.choice((0.0, 0.15, 0.4))
        self.quote_keys = self.random.random() < 0.15

    def registry(self) -> bytes:
        """The file."""
        pick = self.random
        values: dict[str, Any] = {"version": "1"} if pick.random() < 0.7 else {}
        values["title"] = self.text()
        values["sources"] = [self.source(number) for number in range(pick.randint(1, 3))]
        values["aliases"] = [self.names(2) for _ in range(pick.randint(1, 3))]
        values["claims"] = [self.claim(number) for number in range(pick.randint(1, 4))]
        in_brackets = pick.random() < 0.08
        lines = [self.flow(values, 0)] if in_brackets else self.mapping(REGISTRY, values, 0)
        lines = ["---", *lines] if pick.random() < 0.1 else lines
        lines = [*lines, "..."] if pick.random() < 0.05 else lines
        text = "\n".join(lines) + ("\n" if pick.random() < 0.8 else "")
        data = text.replace("\n", pick.choice(("\n", "\n", "\r\n"))).encode()
        return b"\xef\xbb\xbf" + data if pick.random() < 0.2 else data

    def text(self, lines: bool = False) -> str:
        """Some words; several lines at times, if `lines`."""
        pick = self.random
        if lines and pick.random() < 0.5:
            return "\n".join([self.text(), *pick.choice(([], [""], ["  inset"])), self.text()])
        if pick.random() < 0.2:
            return pick.choice(NASTY)
        return " ".join(pick.choices(WORDS, k=pick.choice((2, 3, 5, 24))))

    def names(self, least: int) -> list[str]:
        """A few different names."""
        return [f"{self.text()} {number}" for number in range(self.random.randint(least, 5))]

    def some(self, values: dict[str, Any]) -> dict[str, Any]:
        """The required ones, most of the others, in any order but for the first."""
        needed = {"id", "statement", "source", "status", "supports"}
        kept = [key for key in values if key in needed or self.random.random() < 0.7]
        if self.random.random() < 0.3:
            self.random.shuffle(kept)
        return {key: values[key] for key in kept}

    def source(self, number: int) -> dict[str, Any]:
        """A source."""
        return self.some({
            "id": f"source-{number}", "name": self.text(), "kind": "party", "part_of": "body",
            "reliability": "B", "aliases": self.names(1),
        })  # fmt: skip

    def claim(self, number: int) -> dict[str, Any]:
        """A claim."""
        pick = self.random
        quantity: dict[str, Any] = {pick.choice(("at_least", "about")): "12000"}
        if pick.random() < 0.3:
            quantity = {"between": ["10", "20.5"]}
        if pick.random() < 0.8:
            quantity["unit"] = self.names(1)
        groups = [self.names(1) for _ in range(pick.randint(1, 3))]
        return self.some({
            "id": f"claim-{number}", "statement": self.text(), "topic": self.text(),
            "claimed_by": self.some({"source": "source-0", "url": ADDRESS, "on": "2024-11-04"}),
            "as_of": "2024-11-04", "window_days": "3", "quantity": quantity, "must_mention": groups,
            "supports": self.names(1), "contradicts": self.names(1), "threshold": "70",
            "verdict": self.some({
                "status": "contested", "confidence": "low", "rationale": self.text(lines=True),
                "by": self.text(), "on": "2024-11-13",
            }),
            "notes": self.text(lines=True),
        })  # fmt: skip

    def remark(self, column: int = -1) -> str:
        """Now and then a comment; behind something, or in a line of its own from `column`."""
        if self.random.random() >= self.comment_share:
            return ""
        self.remarks += 1
        return (
            " " * column + f"{COMMENT} {self.remarks} - a: b, 'c"
            if column >= 0
            else f"  {COMMENT} {self.remarks}"
        )

    def between(self, column: int) -> list[str]:
        """Blank lines and comments before a line that begins in `column`."""
        blank = ["" for _ in range(2) if self.random.random() < self.comment_share / 2]
        # Deeper than this, right after a block text, it would be part of that text.
        own = self.remark(column if self.after_block else column + self.random.choice((0, 0, 2)))
        return [*blank, own] if own else blank

    def mapping(self, record: Record, values: dict[str, Any], column: int) -> list[str]:
        """A block of keys; the first line not indented."""
        takes = {field.name: field.takes for field in record.fields}
        lines: list[str] = []
        for key, value in values.items():
            name = f'"{key}"' if self.quote_keys else key
            if self.random.random() < 0.03 and not isinstance(value, list | dict):
                name = f"? {name}\n{' ' * column}"
            if lines:
                lines += self.between(column)
            entry = self.entry(name + ":", takes[key], value, column)
            lines.append((" " * column if lines else "") + entry[0])
            lines += entry[1:]
        return lines

    def entry(self, head: str, shape: Any, value: Any, column: int) -> list[str]:
        """A key or hyphen with its value."""
        pick = self.random
        blank = " " * pick.choice((1, 1, 1, 3))
        if isinstance(value, str):
            return self.scalar(head + blank, shape, value, column)
        if pick.random() < self.flow_share or not value:
            return (head + blank + self.flow(value, column + 4) + self.remark()).split("\n")
        if isinstance(value, dict):
            record = shape if isinstance(shape, Record) else shape.record
            inner = column + pick.choice((2, 4))
            first, *more = self.mapping(record, value, inner)
            return [head + self.remark(), *self.between(inner), " " * inner + first, *more]
        return [head + self.remark(), *self.items(shape, value, column + (2 if head == "-" else self.step))]

    def items(self, shape: Any, values: list[Any], column: int) -> list[str]:
        """A block list."""
        lines: list[str] = []
        gap = " " * self.random.choice((1, 1, 3))
        for value in values:
            lines += self.between(column)
            inner = column + 1 + len(gap)
            if isinstance(value, dict) and self.random.random() >= self.flow_share / 3:
                first, *more = self.mapping(shape.record, value, inner)
                item = [f"-{gap}{first}", *more]
            elif isinstance(value, dict):
                item = f"-{gap}{self.flow(value, column + 4)}{self.remark()}".split("\n")
            elif isinstance(value, list) and self.random.random() < 0.5:
                first, *more = self.items(shape, value, inner)
                item = (
                    [f"-{gap}{first.lstrip()}", *more]
                    if not first.lstrip().startswith("#") and first
                    else ["-", first, *more]
                )
            else:
                item = self.entry(
                    "-",
                    shape if isinstance(value, list) else Range() if isinstance(shape, Range) else NAME,
                    value,
                    column,
                )
            lines += [" " * column + item[0], *item[1:]]
        return lines

    def scalar(self, head: str, shape: Any, value: str, column: int) -> list[str]:
        """One value in block context, in one of the styles that can hold it."""
        pick, inner = self.random, " " * (column + pick_indent(self.random))
        style = pick.choice(("", "", "'", '"', "|", ">", "fold"))
        self.after_block = False
        if not isinstance(shape, Text) or isinstance(shape, Identifier):
            style = pick.choice(("", "", "'", '"'))
        if "\n" in value and style != '"':
            style = "|"
        if style in ("|", ">"):
            self.after_block = True
            words = value.split("\n") if style == "|" else fold(value, pick.choice((3, 9)))
            header = style + pick.choice(("", "-", "+", "-"))
            return [head + header + self.remark(), *(inner + line if line else "" for line in words)]
        if style == "fold":
            first, *more = fold(quote(value, pick.choice(("", "'", '"')), flow=False), 4)
            lines = [head + first, *(inner + line for line in more)]
            return [*lines[:-1], lines[-1] + self.remark()]
        return [head + quote(value, style, flow=False) + self.remark()]

    def flow(self, value: Any, column: int) -> str:
        """A value inside brackets, with line breaks and comments between its parts at times."""
        pick = self.random
        self.after_block = False
        if isinstance(value, str):
            return (
                json.dumps(value, ensure_ascii=False)
                if "\n" in value
                else quote(value, pick.choice(("", "'", '"')), flow=True)
            )
        parts = []
        for part in value:
            name = f'"{part}": ' if self.quote_keys else f"{part}: "
            parts.append(
                name + self.flow(value[part], column + 2)
                if isinstance(value, dict)
                else self.flow(part, column + 2)
            )
        own_lines, wrapped = pick.random() < 0.2, pick.random() < 0.3
        text = "\n" + " " * column if own_lines else ""
        for at, part in enumerate(parts):
            last = at + 1 == len(parts)
            text += part + ("" if last else ",")
            if own_lines or (wrapped and pick.random() < 0.3):
                text += ("," if last and pick.random() < 0.3 else "") + self.remark() + "\n" + " " * column
            elif not last:
                text += " " * pick.choice((1, 1, 2))
        return "{" + text + "}" if isinstance(value, dict) else "[" + text + "]"


def pick_indent(random: Random) -> int:
    """By how much further lines of a value are indented."""
    return random.choice((2, 2, 3, 6))


def fold(text: str, words: int) -> list[str]:
    """`text` on lines of so many words; single blanks only are broken."""
    if "  " in text or "\t" in text:
        return [text]
    parts = text.split(" ")
    return [" ".join(parts[at : at + words]) for at in range(0, len(parts), words)]


def quote(text: str, style: str, *, flow: bool) -> str:
    """`text` on one line, in quotes where it needs them."""
    if "\n" in text or "\t" in text or style == '"':
        return json.dumps(text, ensure_ascii=False)
    safe = all(part.isalnum() or part in "😀.-" for part in text.replace(" ", "")) and text[0].isalnum()
    if style == "" and (safe or (not flow and text.startswith("https:"))):
        return text
    return "'" + text.replace("'", "''") + "'"
