"""Two contents of one registry compared, field by field, in texts that a person reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from claimdesk.model import RecordChange, RecordKind
from claimdesk.registry.document import RECORDS, Kind
from claimdesk.registry.fields import REGISTRY, Groups, Record, Shape
from claimdesk.registry.values import Values

_LONGEST = 200  # code points of a text that are kept
_TITLES = ("statement", "name", "id")


def compare_values(old: Values, new: Values) -> tuple[RecordChange, ...]:
    """What `new` holds otherwise than `old`, as `values.read_record` gives them. Empty if nothing."""
    changes: list[RecordChange] = []
    for field in REGISTRY.fields:
        name = field.name
        if name in RECORDS:
            kind: Kind = "claims" if name == "claims" else "sources"
            changes += _compare_records(kind, old.get(kind, ()), new.get(kind, ()))
        elif old.get(name) != new.get(name):
            shown = _show(field.takes, old.get(name), new.get(name))
            changes.append(RecordChange("registry", "", name, *shown))
    return tuple(changes)


def _compare_records(kind: Kind, old: Sequence[Values], new: Sequence[Values]) -> Iterator[RecordChange]:
    was = {record["id"]: record for record in old}
    now = {record["id"]: record for record in new}
    former = _find_renamed(was, now)
    for record in new:
        before = was.get(former.get(record["id"], record["id"]))
        if before is None:
            yield RecordChange(kind, record["id"], "", (), (_title(record),))
        elif before != record:
            yield from _compare_fields(kind, record["id"], RECORDS[kind], before, record)
    later = {before: after for after, before in former.items()}
    for name in was:
        if name not in now and name not in later:
            yield RecordChange(kind, name, "", (_title(was[name]),), ())
    stayed = [later.get(name, name) for name in was if name in now or name in later]
    for name in _find_moved(stayed, [name for name in now if name in set(stayed)]):
        yield RecordChange(kind, name, "order")


def _compare_fields(
    kind: RecordKind, record_id: str, record: Record, old: Values, new: Values, prefix: str = ""
) -> Iterator[RecordChange]:
    for field in record.fields:
        before, after = old.get(field.name), new.get(field.name)
        if before == after:
            continue
        if isinstance(field.takes, Record):
            inner = f"{prefix}{field.name}."
            yield from _compare_fields(kind, record_id, field.takes, before or {}, after or {}, inner)
        else:
            yield RecordChange(kind, record_id, prefix + field.name, *_show(field.takes, before, after))


def _find_renamed(was: dict[str, Values], now: dict[str, Values]) -> dict[str, str]:
    """New id -> old id of the records that have another id and are the same otherwise."""
    gone = {name: _without_id(record) for name, record in was.items() if name not in now}
    renamed: dict[str, str] = {}
    for name in (name for name in now if name not in was):
        same = [old for old, values in gone.items() if values == _without_id(now[name])]
        if len(same) == 1:
            renamed[name] = same[0]
            del gone[same[0]]
    return renamed


def _without_id(record: Values) -> Values:
    return {key: value for key, value in record.items() if key != "id"}


def _find_moved(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    if old == new:
        return
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for step, first, beyond, _, _ in blocks:
        if step in ("delete", "replace"):
            yield from old[first:beyond]


def _title(record: Values) -> str:
    return _cut(next(str(record[key]) for key in _TITLES if key in record))


def _show(shape: Shape, before: Any, after: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two values as texts, one for each item of a list: those that are not in both, unless only moved."""
    was, now = _texts(shape, before), _texts(shape, after)
    gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
    if gone or come:
        was, now = _pick(was, gone), _pick(now, come)
    if len(was) == len(now) == 1:
        same = next((at for at, (one, other) in enumerate(zip(*was, *now, strict=False)) if one != other), 0)
        start = max(same - _LONGEST // 4, 0)
        return (_cut(was[0], start),), (_cut(now[0], start),)
    return tuple(map(_cut, was)), tuple(map(_cut, now))


def _texts(shape: Shape, value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(shape, Groups):
        return tuple(" | ".join(group) for group in value)
    return tuple(map(_word, value)) if isinstance(value, tuple) else (_word(value),)


def _word(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _pick(items: tuple[str, ...], wanted: Counter[str]) -> tuple[str, ...]:
    return tuple(item for item in dict.fromkeys(items) for _ in range(wanted[item]))


def _cut(text: str, start: int = 0) -> str:
    """At most `_LONGEST` code points of `text`; of a longer one those from `start` on."""
    if len(text) <= _LONGEST:
        return text
    begun = "…" + text[start + 1 :] if start else text
    return begun if len(begun) <= _LONGEST else begun[: _LONGEST - 1] + "…"
