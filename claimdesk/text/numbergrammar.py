"""The grammar of numbers, one for both languages (the words are in `lang/<language>/numbers.yaml`)::

number  = vague [of] {scale | vague} | [a] few {hundred | scale | vague} | around
        | [a] fraction [of] [a] scale | pair {scale} | sum
sum     = part {["," | and] part}               the scales fall from part to part
part    = (digits | small | a) [and a half | point {digit}] {scale} | small vague
small   = [below] hundred [[and] below] | below
below   = teen | ten [digit] | digit [belas | puluh [digit]]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimdesk.text.digits import parse_digits
from claimdesk.text.numberwords import Atom

_ONE = Decimal(1)
# Nobody writes "juta juta juta"; more would only grow beyond all numbers.
_MOST_SCALES = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from some atom on: the bounds, the scale, the next atom, and whether words were vague."""

    low: Decimal
    high: Decimal | None
    next: int
    scale: Decimal = _ONE
    vague: bool = False
    high_open: bool = False


def _role(atoms: Sequence[Atom], at: int) -> str:
    return atoms[at].role if at < len(atoms) else ""


def read_number(atoms: Sequence[Atom], at: int, language: str) -> Reading | None:
    """The number that starts at atom `at`, or None."""
    role = _role(atoms, at)
    if not role or role in {"and", "of", "comma", "scale", "puluh", "belas", "point"}:
        return None
    if role == "vague":
        return _read_vague(atoms, at)
    if role == "around":
        return _about(atoms[at].values[0], _ONE, at + 1)
    few = at + 1 if role == "article" else at
    if _role(atoms, few) == "few":
        return _read_few(atoms, few + 1)
    if _role(atoms, few) == "fraction":
        return _read_fraction(atoms, few)
    if role == "pair":
        scale, after = _read_scales(atoms, at + 1, ("scale", "hundred", "puluh"))
        low, high = atoms[at].values
        return Reading(low * scale, high * scale, after, scale)
    return _read_sum(atoms, at, language)


def _read_vague(atoms: Sequence[Atom], at: int) -> Reading:
    """*Ribuan*, *puluhan ribu*, *tens of thousands*."""
    low, high, _ = atoms[at].values
    after, scale = at + 1, _ONE
    for _ in range(_MOST_SCALES):
        step = after + 1 if _role(atoms, after) == "of" else after
        if _role(atoms, step) == "vague" and step > after:
            scale *= atoms[step].values[2]
        elif _role(atoms, step) == "scale" and step == after:
            scale *= atoms[step].values[0]
        else:
            break
        after = step + 1
    if high == 0:
        return Reading(low * scale, None, after, scale, vague=True)
    top, is_open = (high, False) if scale == 1 else (high + 1, True)
    return Reading(low * scale, top * scale, after, scale, vague=True, high_open=is_open)


def _read_few(atoms: Sequence[Atom], at: int) -> Reading | None:
    """*Beberapa ratus*, *a few thousand*: from twice to ten times the step."""
    scale, after = _read_scales(atoms, at, ("hundred", "puluh", "scale"))
    if _role(atoms, after) == "vague" and after == at:
        scale, after = atoms[at].values[2], at + 1
    if after == at:
        return None
    return Reading(2 * scale, 10 * scale, after, scale, vague=True, high_open=True)


def _read_fraction(atoms: Sequence[Atom], at: int) -> Reading | None:
    """*Setengah juta*, *half a million*, *a quarter of a million*; a fraction of no scale is no number."""
    after = at + 1
    if _role(atoms, after) == "of":
        after += 1
    if _role(atoms, after) == "article":
        after += 1
    scale, end = _read_scales(atoms, after, ("scale",))
    value = atoms[at].values[0] * scale
    return Reading(value, value, end, scale) if end > after else None


def _read_scales(atoms: Sequence[Atom], at: int, roles: tuple[str, ...]) -> tuple[Decimal, int]:
    scale = _ONE
    last = at + _MOST_SCALES
    while at < last and _role(atoms, at) in roles:
        scale *= atoms[at].values[0]
        at += 1
    return scale, at


def _read_sum(atoms: Sequence[Atom], at: int, language: str) -> Reading | None:
    part = _read_part(atoms, at, language)
    if part is None or part.vague:
        return part
    total, last, after = part.low, part.scale, part.next
    while last >= 1000:
        more = _read_further_part(atoms, after, language, digits=atoms[at].role == "number")
        if more is None or more.low >= last:
            break
        total, last, after = total + more.low, more.scale, more.next
    return Reading(total, total, after, part.scale)


def _read_further_part(atoms: Sequence[Atom], at: int, language: str, *, digits: bool) -> Reading | None:
    """A part after one with a scale: digits only with a scale of their own, words after "," only if large."""
    joint = _role(atoms, at)
    start = at + 1 if joint in {"comma", "and"} else at
    if (_role(atoms, start) == "number") != digits or _role(atoms, start) == "article":
        return None
    part = _read_part(atoms, start, language)
    if part is None or part.vague or 1 < part.scale < 1000 or (digits and (part.scale == 1 or start > at)):
        return None
    large = part.scale > 1 or any(atom.role == "hundred" for atom in atoms[start : part.next])
    if (joint == "comma" and not large) or (joint == "and" and large):
        return None
    return part


def _read_part(atoms: Sequence[Atom], at: int, language: str) -> Reading | None:
    role = _role(atoms, at)
    if role == "number":
        scaled = _role(atoms, at + 1) == "scale" or atoms[at].scaled
        parsed = parse_digits(atoms[at].written, language, scaled)
        small = None if parsed is None else (parsed, at + 1)
    elif role == "article":
        small = (_ONE, at + 1) if _role(atoms, at + 1) in {"hundred", "scale"} else None
        if small and _role(atoms, at + 1) == "hundred":
            small = _read_small(atoms, at)
    else:
        small = _read_small(atoms, at)
    if small is None:
        return None
    value, after = _read_half(atoms, *small, language)
    if _role(atoms, after) == "vague" and language == "id" and value < 1000:
        return _about(value, atoms[after].values[2], after + 1)
    scale, after = _read_scales(atoms, after, ("scale", "hundred") if role == "number" else ("scale",))
    return Reading(value * scale, value * scale, after, scale)


def _read_half(atoms: Sequence[Atom], value: Decimal, at: int, language: str) -> tuple[Decimal, int]:
    """*Satu setengah*, *one and a half*, *dua koma lima*."""
    roles = [_role(atoms, at + step) for step in range(3)]
    if roles[0] == "fraction" and language == "id":
        return value + atoms[at].values[0], at + 1
    if roles == ["and", "article", "fraction"]:
        return value + atoms[at + 2].values[0], at + 3
    if roles[:2] == ["point", "digit"]:
        after, place = at + 1, Decimal("0.1")
        while _role(atoms, after) == "digit" and after < at + 6:
            value, place, after = value + atoms[after].values[0] * place, place / 10, after + 1
        return value, after
    return value, at


def _read_small(atoms: Sequence[Atom], at: int) -> tuple[Decimal, int] | None:
    """A number below 10,000 that holds no scale."""
    below = (_ONE, at + 1) if _role(atoms, at) in {"article"} else _read_below(atoms, at)
    if _role(atoms, at) == "hundred":
        below = (_ONE, at)
    if below is None or _role(atoms, below[1]) != "hundred":
        return below
    value, after = below[0] * 100, below[1] + 1
    rest = _read_below(atoms, after + 1 if _role(atoms, after) == "and" else after)
    if rest is None or _role(atoms, rest[1]) == "hundred":
        return value, after
    return value + rest[0], rest[1]


def _read_below(atoms: Sequence[Atom], at: int) -> tuple[Decimal, int] | None:
    """A number below 100."""
    role, following = _role(atoms, at), _role(atoms, at + 1)
    if role not in {"teen", "ten", "digit"}:
        return None
    value = atoms[at].values[0]
    if role == "teen" or (role == "digit" and following not in {"belas", "puluh"}):
        return value, at + 1
    if following == "belas":
        return value + 10, at + 2
    if role == "digit":
        value, at = value * 10, at + 1
    # "Dua puluh lima ratus" is no number, "twenty-five hundred" is.
    apart = {"belas", "puluh"} if role == "ten" else {"belas", "puluh", "hundred"}
    unit = _role(atoms, at + 1) == "digit" and _role(atoms, at + 2) not in apart
    return (value + atoms[at + 1].values[0], at + 2) if unit else (value, at + 1)


def last_place(value: Decimal) -> Decimal:
    """The place of the last digit of a whole `value` that is not zero: 100 for 600, 1 for 45."""
    place = _ONE
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def _about(value: Decimal, scale: Decimal, after: int) -> Reading:
    """*Seratusan*, *20 ribuan*: as much, and less than one more in the last place that is stated."""
    top = (value + last_place(value)) * scale
    return Reading(value * scale, top, after, scale, vague=True, high_open=True)
