"""Two people's edits of one registry, brought together where they touch different claims and sources.

A file falls into stretches of whole lines: each claim and source with what stands between it and the one
before, and the lines before each list and behind the last. Each stretch is merged by itself, three ways;
nothing finer, so that no claim is ever half of one hand and half of another. Lists in brackets are one
stretch with what is around.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from claimdesk.errors import ConflictError, RegistryError
from claimdesk.registry.characters import BOM
from claimdesk.registry.document import RECORDS, Document, Kind, parse_document
from claimdesk.registry.layout import line_break, line_start, next_line, style_of
from claimdesk.registry.nodes import Sequence
from claimdesk.registry.splice import own_end, parts_of

# A list and the id of a record in it; no id: the lines before the list; no list: the last lines.
Key = tuple[Kind | None, str]
Stretches = dict[Key, str]
_LAST: Key = (None, "")
_AMBIGUOUS = "the file as a whole"


def merge_registries(
    base: bytes, ours: bytes, theirs: bytes, chosen: Mapping[str, bool] | None = None
) -> bytes:
    """`theirs` with what `ours` changed against `base`.

    `chosen` are places of an earlier ConflictError, with whether ours is to stand there.

    Raises ConflictError where both changed the same claim, source or other lines, or the order, differently,
    or where one of the three cannot be read.
    """
    try:
        documents = [parse_document(data) for data in (base, ours, theirs)]
        old, mine, other = (_stretches(document) for document in documents)
    except RegistryError:
        raise _conflict(base, ours, theirs, [_AMBIGUOUS]) from None
    chosen = chosen or {}
    clashes = [_name(key) for key in {**old, **mine, **other} if _clash(key, old, mine, other)]
    places = [name for name in clashes if name not in chosen]
    order = None if places else _order(list(old), list(mine), list(other))
    if order is None:
        raise _conflict(base, ours, theirs, places or ["the order"])
    sides = {
        key: mine if chosen.get(_name(key), _same(old.get(key), other.get(key))) else other for key in order
    }
    kept = [key for key in order if key in sides[key]]
    picked = {key: sides[key][key] for key in kept}
    if both := _append_both(*(side.get(_LAST, "") for side in (old, mine, other))):
        picked[_LAST] = both
    texts = [text for text in picked.values() if text]
    eol = line_break(documents[2].text, 0)
    joined = [text if text.endswith(("\n", "\r")) else text + eol for text in texts[:-1]]
    mark = BOM if theirs.startswith(BOM) else b""
    merged = mark + "".join([*joined, *texts[-1:]]).encode("utf-8")
    try:
        good = _holds(parse_document(merged), kept, {key: sides[key] is mine for key in kept}, documents)
    except RegistryError:
        good = False
    if not good:
        raise _conflict(base, ours, theirs, [_AMBIGUOUS])
    return merged


def read_places(data: bytes) -> dict[str, str]:
    """The lines of each place that a ConflictError may name. Raises RegistryError."""
    return {_name(key): text for key, text in _stretches(parse_document(data)).items()}


def _stretches(document: Document) -> Stretches:
    text, at = document.text, 0
    found: Stretches = {}
    lists = [(kind, document.root.get(kind)) for kind in RECORDS]
    block = [(node.start, kind, node) for kind, node in lists if isinstance(node, Sequence) and node.items]
    for _, kind, node in sorted(block, key=lambda one: one[0]):
        if style_of(text, document.root) or style_of(text, node):
            continue
        parts = parts_of(text, node)
        start = line_start(text, parts.spans[0][0])
        found[kind, ""] = text[at:start]
        for number, record in enumerate(document.records(kind)):
            end = next_line(text, own_end(parts, number))
            found[kind, record["id"]] = text[start:end]
            start = end
        at = start
    found[None, ""] = text[at:]
    return found


def _same(one: str | None, other: str | None) -> bool:
    """Whether two stretches are the same, but for a line break at the end of the file."""
    return one == other or (
        one is not None and other is not None and one.rstrip("\r\n") == other.rstrip("\r\n")
    )


def _clash(key: Key, old: Stretches, mine: Stretches, other: Stretches) -> bool:
    was, one, two = old.get(key), mine.get(key), other.get(key)
    same = _same(was, one) or _same(was, two) or _same(one, two)
    return not same and not (key == _LAST and _append_both(was or "", one or "", two or ""))


def _append_both(was: str, one: str, two: str) -> str:
    """The last lines with the comments that both sides have added; empty if they did anything else."""
    old, mine, other = (Counter(text.splitlines()) for text in (was, one, two))
    here, there = mine - old, other - old
    if old - mine or old - other or not here or not there:
        return ""
    if any(line.strip() and not line.lstrip().startswith("#") for line in here + there):
        return ""
    added = []
    for line in one.splitlines():
        if here[line] > 0:
            here[line] -= 1
            added.append(line)
    eol = line_break(two, 0)
    return two + ("" if two.endswith(("\n", "\r")) else eol) + "".join(line + eol for line in added)


def _order(old: list[Key], mine: list[Key], other: list[Key]) -> list[Key] | None:
    """All keys of both sides in one order, or None where both have moved something differently."""
    moved_here = [key for key in mine if key in old] != [key for key in old if key in mine]
    moved_there = [key for key in other if key in old] != [key for key in old if key in other]
    if moved_here and moved_there and mine != other:
        return None
    order, added = (list(mine), other) if moved_here else (list(other), mine)
    for at, key in enumerate(added):
        if key not in order:
            before = next((one for one in reversed(added[:at]) if one in order), None)
            place = order.index(before) + 1 if before is not None else 0
            while not moved_here and place < len(order) and order[place] not in old and order[place][1]:
                place += 1  # behind what they have added in the same place
            order.insert(place, key)
    return order


def _holds(merged: Document, kept: list[Key], is_mine: dict[Key, bool], documents: list[Document]) -> bool:
    """Whether each record reads as on the side it comes from, all else as on the side that changed it."""
    old, mine, other = documents
    for kind in RECORDS:
        sides = [{record["id"]: record for record in side.records(kind)} for side in (mine, other)]
        wanted = [sides[0 if is_mine[key] else 1].get(key[1]) for key in kept if key[0] == kind and key[1]]
        if wanted and list(merged.records(kind)) != wanted:
            return False
    split = {key[0] for key in kept if key[0]}
    for name in {*old.values, *mine.values, *other.values} - split:
        was, one, two = (side.values.get(name) for side in documents)
        if merged.values.get(name) != (one if was == two else two):
            return False
    return True


def _name(key: Key) -> str:
    kind, record_id = key
    if kind is None:
        return "the last lines"
    return f"{RECORDS[kind].name} {record_id}" if record_id else f"the lines before {kind}"


def _conflict(base: bytes, ours: bytes, theirs: bytes, places: list[str]) -> ConflictError:
    listed = ", ".join(places)
    message = f"Somebody else has changed {listed} meanwhile. Compare both, then choose."
    return ConflictError(message, base=base, ours=ours, theirs=theirs, places=places)
