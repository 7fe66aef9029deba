"""Texts and files at random: words that mean something to the engine, in any order, and damaged files.

Everything comes out of one `random.Random`, so that a number names an input for good.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import yaml

ROOT = Path(__file__).resolve().parent.parent
_LANG = ROOT / "claimdesk" / "lang"
_MARKS = list(".,;:!?…()[]{}<>\"'“”‘’«»-–—/\\|*_#~`$%&@+=^0123456789")
_SPACES = [" ", " ", " ", " ", "\n", "\n\n", "\t", "\u00a0", "\r\n", "\r", "\u2028", "\x85", "\x0c"]
_HIDDEN = ["\u200b", "\u200d", "\u202e", "\u2066", "\u00ad", "\ufeff", "\u0301", "\ufe0f", "\U000e0067", "\0"]
_OTHERS = ["а", "ο", "北", "명", "ش", "\u05d0", "İ", "ß", "ﬁ", "½", "²", "٣", "Ⅷ", "１", "𝟏", "\ud800", "😀"]
_NUMBERS = ["10.000", "12,5", "1.234.567,89", "3-5", "F-16", "5/11/2024", "20:30", "Rp5", "USD50", "1e309"]
_NUMBERS += ["9" * 40, "0", "-1", "100%", "1,000", "2.000.000", "1.", ".5", "1.2.3.4", "½", "ke-3", "3rd"]
_NAMES = ["Kim", "Pentagon", "Korea Utara", "BNPB", "Arun", "di Kursk", "AFP", "Dr.", "Ny.", "PT", "U.S."]


@cache
def words() -> tuple[str, ...]:
    """Every word of `lang/`, of both languages."""
    found: dict[str, None] = {}
    for path in sorted(_LANG.rglob("*.yaml")):
        _collect(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader), found)
    return tuple(found)


def _collect(value: object, found: dict[str, None]) -> None:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for one in value:
            _collect(one, found)
    elif isinstance(value, str):
        found[value] = None


def make_text(random: Random) -> str:
    """Some words, numbers, marks and hidden characters; now and then one of them very often."""
    few = [random.choice(words()) for _ in range(random.randint(1, 12))]
    kinds = [few, words(), _NUMBERS, _MARKS, _NAMES, _SPACES, _HIDDEN, _OTHERS]
    weights = [random.random() ** 3 for _ in kinds]
    length = int(2 ** random.uniform(0, 9))
    parts: list[str] = []
    for kind in random.choices(kinds, [weight + 0.01 for weight in weights], k=length):
        parts.append(random.choice(kind))
        if random.random() < 0.8:
            parts.append(random.choice(_SPACES) if random.random() < 0.15 else " ")
    if random.random() < 0.05:
        at = random.randrange(len(parts))
        parts[at] *= random.randint(10, 2_000)
    return "".join(parts)


def make_language(random: Random) -> str:
    """One of the two."""
    return random.choice(["id", "en"])


@cache
def seeds(folder: str, suffix: str) -> tuple[bytes, ...]:
    """Files of the repository to be damaged."""
    return tuple(path.read_bytes() for path in sorted((ROOT / folder).glob(f"*{suffix}")))


def damage(random: Random, data: bytes, pieces: tuple[bytes, ...]) -> bytes:
    """`data` with stretches taken out, doubled, moved, overwritten, or replaced by one of `pieces`."""
    for _ in range(random.randint(1, 8)):
        start = random.randint(0, len(data))
        end = min(len(data), start + int(2 ** random.uniform(0, 9)))
        cut = data[start:end]
        match random.randrange(6):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:end] + cut * random.choice([1, 2, 50]) + data[end:]
            case 2:
                at = random.randint(0, len(data))
                data = data[:at] + cut + data[at:]
            case 3:
                data = data[:start] + random.randbytes(random.randint(1, 8)) + data[start:]
            case 4:
                data = data[:start] + make_text(random)[:80].encode("utf-8", "surrogatepass") + data[end:]
            case _:
                data = data[:start] + random.choice(pieces) + data[start:]
    return data
