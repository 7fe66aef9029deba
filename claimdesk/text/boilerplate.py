"""What on a news page is never evidence: link lines, share bars, bylines, adverts, tag lists.

The rules are data, in `lang/boilerplate.yaml` and `lang/<language>/boilerplate.yaml`, one entry each::

    read-also:
      kind: link                 # link (a lead), else boilerplate
      of: either                 # what must match as a whole: a line (default), a sentence, or either
      parts: {verb: [baca, see]} # pieces that `match` names in braces
      match: '{verb} also: .+'   # regular expression, or a list of alternatives; upper and lower case alike
      unless: '...'              # but not what this matches as a whole
      opens_list: true           # headlines on the lines that follow are links too
      is: [...]                  # examples and counter-examples; the tests hold every rule to them
      is_not: [...]

A rule must match a whole line or sentence, and none longer than `LONGEST` is looked at: a sentence that
merely holds such words is text, and no pattern can take long. Pages mix languages, so all files are asked,
the article's own first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from claimdesk.text.lexicon import LANGUAGES, load_words

LONGEST = 300  # in characters
Unit = Literal["line", "sentence"]
_UNITS: dict[str, frozenset[Unit]] = {
    "line": frozenset({"line"}),
    "sentence": frozenset({"sentence"}),
    "either": frozenset({"line", "sentence"}),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of boilerplate. `expression` must match a whole unit, without regard to case."""

    name: str
    kind: Literal["link", "boilerplate"]
    units: frozenset[Unit]
    expression: str
    opens_list: bool


TAUGHT = Rule("taught", "boilerplate", frozenset(), "", False)  # for lines that people said are never text


def find_rule(text: str, unit: Unit, language: str) -> Rule | None:
    """The first rule that `text`, a whole line or sentence without outer white space, falls under."""
    if len(text) > LONGEST:
        return None
    found = _any_rule(unit, language).match(text)
    if found is None or found.lastgroup is None:
        return None
    return load_rules(language)[int(found.lastgroup.removeprefix("rule"))]


@cache
def load_rules(language: str) -> tuple[Rule, ...]:
    """All rules, those of `language` first."""
    sources = (language, *(other for other in LANGUAGES if other != language), "")
    entries = (entry for source in sources for entry in load_words(source, "boilerplate").items())
    return tuple(_rule(name, entry) for name, entry in entries)


def _rule(name: str, entry: dict[str, Any]) -> Rule:
    expression = _any(entry["match"])
    for part, alternatives in reversed(entry.get("parts", {}).items()):
        expression = expression.replace(f"{{{part}}}", _any(alternatives))
    expression = rf"{expression}\Z"
    if "unless" in entry:  # asked last, as it holds in most texts
        expression = rf"(?={expression})(?!{_any(entry['unless'])}\Z).*"
    return Rule(
        name=name,
        kind="link" if entry.get("kind") == "link" else "boilerplate",
        units=_UNITS[entry.get("of", "line")],
        expression=expression,
        opens_list=bool(entry.get("opens_list")),
    )


def _any(alternatives: str | list[str]) -> str:
    listed = [alternatives] if isinstance(alternatives, str) else alternatives
    return f"(?:{'|'.join(listed)})"


@cache
def _any_rule(unit: Unit, language: str) -> re.Pattern[str]:
    """All rules for `unit` in one expression: several times faster than one after the other."""
    rules = enumerate(load_rules(language))
    groups = (f"(?P<rule{number}>{rule.expression})" for number, rule in rules if unit in rule.units)
    return re.compile("|".join(groups), re.IGNORECASE | re.DOTALL)
