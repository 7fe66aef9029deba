"""A large registry and library in words of our own, the same for the same seed: for measuring only."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from itertools import product
from pathlib import Path

PEOPLE = ("Badan Bencana", "Wali Kota", "Korps Bantuan", "Dinas Kesehatan", "Kepolisian", "Dinas Jalan")
OUTLETS = ("Kabar Lembah", "Kabar Teluk", "Warta Selatan", "Harian Pantai", "Suara Lereng", "Berita Muara")
# What is claimed of a place: the topic, a statement, a phrase for it and one against it.
EVENTS = (
    ("Roads", "The bridge at {} collapsed.", "jembatan {} ambruk", "jembatan {} masih utuh"),
    ("Dam", "The dam at {} is leaking.", "bendungan {} bocor", "bendungan {} aman"),
    ("Health", "Cholera has broken out in {}.", "wabah kolera melanda {}", "{} bebas kolera"),
    ("Power", "The power station at {} is closed.", "pembangkit {} ditutup", "pembangkit {} beroperasi"),
    ("Schools", "The schools of {} are open again.", "sekolah {} dibuka kembali", "sekolah {} diliburkan"),
)
HEADS = ("Ba", "De", "Gi", "Ko", "Lu", "Ma", "No", "Pa", "Ru", "Si")
MIDDLES = ("lan", "mer", "nuk", "rop", "tas")
TAILS = ("kang", "veng", "jing", "wong")
FIRST = date(2021, 3, 1)


def find_names() -> list[str]:
    """Two hundred names of places that there are not."""
    return ["".join(parts) for parts in product(HEADS, MIDDLES, TAILS)]


def write_desk(folder: Path, claims: int, articles: int, seed: int = 5) -> None:
    """``claims.yaml`` and ``articles/`` of that size in `folder`, which must not hold them yet."""
    chance = random.Random(seed)
    said = list(product(find_names(), EVENTS))[:claims]
    sources = [{"id": f"source-{at}", "name": name, "kind": "official"} for at, name in enumerate(PEOPLE)]
    rows = [_build_claim(number, *one, chance) for number, one in enumerate(said)]
    registry = {"version": 1, "title": "Floods", "sources": sources, "claims": rows}
    (folder / "claims.yaml").write_text(json.dumps(registry, ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / "articles").mkdir()
    for number in range(articles):
        path = folder / "articles" / f"article-{number:05}.md"
        path.write_text(_write_article(chance.sample(said, 3), chance), encoding="utf-8")


def _build_claim(number: int, name: str, event: tuple[str, ...], chance: random.Random) -> dict[str, object]:
    topic, statement, supports, contradicts = event
    return {
        "id": f"claim-{number:04}",
        "statement": statement.format(name),
        "topic": topic,
        "as_of": str(FIRST + timedelta(days=chance.randrange(40))),
        "must_mention": [[name]],
        "supports": [supports.format(name)],
        "contradicts": [contradicts.format(name)],
    }


def _write_article(said: list[tuple[str, tuple[str, ...]]], chance: random.Random) -> str:
    """One sentence on each of some claims, for it or against it."""
    lines = []
    for name, event in said:
        words = event[2 if chance.random() < 0.7 else 3].format(name)
        lines.append(f"{chance.choice(PEOPLE)} mengatakan {words}.")
    published = FIRST + timedelta(days=chance.randrange(40))
    front = f"title: Kabar dari {said[0][0]}\noutlet: {chance.choice(OUTLETS)}\npublished: {published}"
    return f"---\n{front}\nlanguage: id\n---\n" + "\n\n".join(lines) + "\n"
