"""What people decided, in ``reviews.jsonl`` beside the registry: a chained log (`claimdesk.logs.chain`).

An entry is a decision on a quote with the fields of `Decision`; those that are empty are left out, dates are
ISO 8601 and corrections an object of field and value. Words on verdicts stand between them
(`claimdesk.store.seconds`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, get_args

from claimdesk import access
from claimdesk.errors import InputError
from claimdesk.evidence.corrections import check_correction
from claimdesk.logs.chain import append_entry, load_chain
from claimdesk.model import Decision, DecisionKind
from claimdesk.store.seconds import Rule, Second, parse_day, parse_rule, parse_second

FILE = "reviews.jsonl"
_KINDS = frozenset(get_args(DecisionKind))
_NAMES = ("claim", "article", "text", "kind")  # never empty
_PARSERS: dict[str, Callable[[Mapping[str, Any]], Rule | Second]] = {
    "rule": parse_rule,
    "seconded": parse_second,
}
_WORDS = ("by", "reason", "note", "prefix", "suffix")


@dataclass(frozen=True, slots=True)
class Reviews:
    """Decisions, and rules and words on verdicts, each in the order they were made.

    `problems` are sentences for a person; `sha256` is of the file, empty where there is none.
    """

    decisions: tuple[Decision, ...] = ()
    problems: tuple[str, ...] = ()
    sha256: str = ""
    rules: tuple[Rule, ...] = ()
    seconds: tuple[Second, ...] = ()


def reviews_beside(claims: str | Path) -> Path:
    """Where the decisions on the registry at `claims` are."""
    return Path(claims).with_name(FILE)


def load_reviews(path: Path) -> Reviews:
    """All decisions in the file at `path`; none where there is no such file.

    What cannot be read or is not as it was written is left out, and said in `problems` with its line.

    Raises:
        InputError: the file is there, but cannot be read.
    """
    chain = load_chain(path)
    found: list[Decision | Rule | Second] = []
    problems = list(chain.problems)
    for entry in chain.entries:
        try:
            found.append(_PARSERS.get(str(entry.value.get("kind")), parse_decision)(entry.value))
        except InputError as error:
            problems.append(f"{path}:{entry.line}: this is no decision: {error}")
    return Reviews(
        decisions=tuple(one for one in found if isinstance(one, Decision)),
        problems=tuple(problems),
        sha256=chain.sha256,
        rules=tuple(one for one in found if isinstance(one, Rule)),
        seconds=tuple(one for one in found if isinstance(one, Second)),
    )


def append_decision(path: Path, decision: Decision, base: str | None = None) -> None:
    """Keep `decision`; it is on the disk on return. `base`: only if the file still has this SHA-256.

    Raises:
        AccessError: who acts is no reviewer, or signs as somebody else.
        InputError: it is not one that could be read back, or the file cannot be written.
        OvertakenError: the file is another than `base`.
    """
    access.require("reviewer", path, decision.by)
    entry = render_decision(decision)
    parse_decision(entry)
    append_entry(path, entry, base)


def render_decision(decision: Decision) -> dict[str, Any]:
    """A decision as an object for JSON."""
    written: dict[str, Any] = asdict(decision)
    written |= {"on": decision.on.isoformat(), "corrections": dict(decision.corrections)}
    return {name: value for name, value in written.items() if value not in ("", {})}


def parse_decision(entry: Mapping[str, Any]) -> Decision:
    """The decision that `render_decision` wrote.

    Raises:
        InputError: a field is missing, or is not what it should be.
    """
    words = {name: entry.get(name, "") for name in (*_NAMES, *_WORDS)}
    for name, value in words.items():
        if not isinstance(value, str) or (name in _NAMES and not value):
            raise InputError(f"{name} is {value!r}, but should be a text.")
    kind = words.pop("kind")
    if kind not in _KINDS:
        raise InputError(f"kind is {kind!r}, but should be one of {', '.join(sorted(_KINDS))}.")
    start, end = entry.get("start"), entry.get("end")
    if type(start) is not int or start < 0 or end != start + len(words["text"]):
        raise InputError(f"start and end are {start!r} and {end!r}, but should be where the text stands.")
    return Decision(
        kind=kind,
        start=start,
        end=end,
        on=parse_day(entry.get("on")),
        corrections=_parse_corrections(entry.get("corrections", {})),
        **words,
    )


def _parse_corrections(written: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(written, dict):
        raise InputError(f"corrections is {written!r}, but should be an object.")
    for field, value in written.items():
        check_correction(field, value)
    return tuple(written.items())
