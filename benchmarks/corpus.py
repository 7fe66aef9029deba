"""Registries and articles of any size, made from a seed: the same for everyone, and none of it is kept.

Claims come in events of ten: a place and a body of invented names, and what the press counts and disputes.
Articles are 30 sentences, one in 20 of which bears on a claim, in words that are not those of its phrases;
the others are the real sentences of `../shared/noise`, with one content word in four exchanged for another,
drawn by its frequency there or newly invented, so that the vocabulary grows as that of a real library does.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from claimdesk.model import Article, Claim, Interval, Phrase, Quantity, Registry, Source

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
FIRST_DAY = date(2025, 1, 1)
SENTENCES = 30  # an article
BEARING = 20  # one sentence in so many bears on a claim
CLAIMS_OF_EVENT = 10
_EXCHANGED, _INVENTED = 0.25, 0.1  # shares of content words, and of those exchanged
_WORD = re.compile(r"[a-z]{5,}")
_SYLLABLES = [c + v + e for c in "bdgjklmnprstwy" for v in "aeiou" for e in ("", "n", "r", "ng")]

# what is counted, its nouns, the phrases for and against, and what articles say of it
COUNTS = [
    ("tewas", ("orang", "people"),
     ["{n} orang tewas di {place}", "korban meninggal di {place} {n} orang", "{n} people died in {place}"],
     ["tidak ada korban tewas di {place}"],
     ["Korban jiwa di {place} bertambah menjadi {n} orang", "{n} warga {place} meninggal dunia",
      "Sedikitnya {n} orang kehilangan nyawa di {place}"]),
    ("luka", ("orang", "people"),
     ["{n} orang terluka di {place}",
      "korban luka di {place} {n} orang", "{n} people were injured in {place}"],
     ["tidak ada korban luka di {place}"],
     ["Sebanyak {n} orang di {place} mengalami luka", "Jumlah warga {place} yang cedera {n} orang"]),
    ("mengungsi", ("orang", "jiwa", "people"),
     ["{n} orang mengungsi dari {place}", "pengungsi dari {place} {n} jiwa", "{n} people fled {place}"],
     ["warga {place} tidak mengungsi"],
     ["Sekitar {n} jiwa meninggalkan rumah mereka di {place}", "Pengungsi asal {place} tercatat {n} jiwa"]),
    ("rumah", ("rumah", "houses"),
     ["{n} rumah rusak di {place}",
      "rumah yang hancur di {place} {n} unit", "{n} houses collapsed in {place}"],
     ["tidak ada rumah rusak di {place}"],
     ["Lebih dari {n} rumah di {place} roboh", "Kerusakan menimpa {n} rumah di {place}"]),
    ("ditahan", ("orang", "people"),
     ["{body} menahan {n} orang di {place}", "{n} orang ditangkap {body}", "{n} people arrested in {place}"],
     ["{body} tidak menahan siapa pun di {place}"],
     ["Di {place}, {n} orang diringkus {body}", "{body} menangkap {n} orang di {place}"]),
]  # fmt: skip
DEEDS = [
    (["{body} menutup pelabuhan {place}", "pelabuhan {place} ditutup", "{body} closed the port of {place}"],
     ["pelabuhan {place} tetap dibuka"],
     ["Pelabuhan {place} kini ditutup {body}", "{body} menghentikan kegiatan pelabuhan {place}"]),
    (["{body} mengirim bantuan ke {place}", "bantuan {body} tiba di {place}", "{body} sent aid to {place}"],
     ["bantuan {body} belum tiba di {place}"],
     ["Bantuan dari {body} sudah sampai di {place}", "{body} menyalurkan bantuan bagi warga {place}"]),
    (["{body} mengabaikan peringatan di {place}", "peringatan banjir {place} diabaikan {body}",
      "{body} ignored the warnings in {place}"],
     ["{body} menindaklanjuti peringatan di {place}"],
     ["Peringatan dari {place} tidak dihiraukan {body}", "{body} mengabaikan peringatan warga {place}"]),
    (["jembatan {place} runtuh", "jembatan utama {place} ambruk", "the bridge at {place} collapsed"],
     ["jembatan {place} masih berdiri"],
     ["Jembatan {place} roboh pada malam hari", "Arus deras merobohkan jembatan {place}"]),
    (["{body} menembak warga {place}", "warga {place} ditembak {body}", "{body} shot residents of {place}"],
     ["{body} tidak menembak warga {place}"],
     ["Warga {place} ditembak oleh {body}", "{body} melepaskan tembakan ke arah warga {place}"]),
]  # fmt: skip
FRAMES = ["{said}, kata juru bicara {body}.", "{said}.", "Menurut {body}, {said}.",
          "{body} membantah bahwa {said}.", "{said}, ujar seorang warga.",
          "{body} mengatakan {said}."]  # fmt: skip


def make_registry(claims: int, seed: int = 1) -> Registry:
    """A registry of `claims` claims, about five phrases each."""
    rng = random.Random(seed)
    made: list[Claim] = []
    sources = []
    names: set[str] = set()
    for event in range(-(-claims // CLAIMS_OF_EVENT)):
        place, body = _new_name(rng, names), f"Badan {_new_name(rng, names)}"
        sources.append(Source(f"body-{event}", body))
        as_of = FIRST_DAY + timedelta(days=rng.randrange(300))
        made += _claims_of(event, place, body, as_of, rng)
    return Registry("benchmark", tuple(made[:claims]), tuple(sources))


def make_articles(sentences: int, registry: Registry, seed: int = 2) -> Iterator[Article]:
    """Articles of together `sentences` sentences, rounded down to whole articles, made one by one."""
    rng = random.Random(seed)
    noise = _Noise(rng)
    for number in range(sentences // SENTENCES):
        lines = [
            _bearing(rng.choice(registry.claims), registry, rng) if at % BEARING == 7 else noise.sentence()
            for at in range(number * SENTENCES, (number + 1) * SENTENCES)
        ]
        yield Article(
            id=f"made-{number:06}",
            title=lines[0].rstrip("."),
            outlet=f"Kabar {number % 40}",
            body="\n".join(lines),
            published=FIRST_DAY + timedelta(days=rng.randrange(300)),
        )


def _claims_of(event: int, place: str, body: str, as_of: date, rng: random.Random) -> Iterator[Claim]:
    for kind, units, pro, contra, _ in COUNTS:
        number = rng.randrange(20, 9_000)
        fill = {"place": place, "body": body, "n": f"{number:,}".replace(",", ".")}
        yield Claim(
            id=f"{kind}-{event}",
            statement=f"{pro[0].format(**fill)}.",
            phrases=_phrases(pro, contra, fill),
            as_of=as_of,
            quantity=Quantity(Interval(number, float("inf")), units, "at_least"),
            must_mention=((place,),),
        )
    for at, (pro, contra, _) in enumerate(DEEDS):
        fill = {"place": place, "body": body}
        yield Claim(
            id=f"deed-{at}-{event}",
            statement=f"{pro[0].format(**fill)}.",
            phrases=_phrases(pro, contra, fill),
            as_of=as_of,
            must_mention=((place,),),
        )


def _phrases(pro: Sequence[str], contra: Sequence[str], fill: dict[str, str]) -> tuple[Phrase, ...]:
    sides = [(text, "supports") for text in (*pro, f"kabar bahwa {pro[0]}")]
    sides += [(text, "contradicts") for text in contra]
    return tuple(Phrase(text.format(**fill), side) for text, side in sides)  # type: ignore[arg-type]


def _bearing(claim: Claim, registry: Registry, rng: random.Random) -> str:
    """A sentence about `claim`, for it, against it or beside it."""
    kind, _, event = claim.id.rpartition("-")
    body = registry.sources[int(event)].name
    templates = next((row[4] for row in COUNTS if row[0] == kind), None)
    if templates is None:
        templates = DEEDS[int(kind.removeprefix("deed-"))][2]
    place = claim.must_mention[0][0]
    said = rng.choice(templates).format(place=place, body=body, n=f"{rng.randrange(20, 9_000)}")
    said = said if said.startswith(body) else said[0].lower() + said[1:]
    text = rng.choice(FRAMES).format(said=said, body=body)
    return text[0].upper() + text[1:]


def _new_name(rng: random.Random, taken: set[str]) -> str:
    while True:
        name = "".join(rng.choices(_SYLLABLES, k=3)).capitalize()
        if name not in taken:
            taken.add(name)
            return name


class _Noise:
    """Sentences of the noise with some of their words exchanged."""

    def __init__(self, rng: random.Random) -> None:
        lines = (SHARED / "noise" / "id_sentences.jsonl").read_text(encoding="utf-8").splitlines()
        self._sentences: list[str] = [json.loads(line)["text"].replace("\n", " ") for line in lines]
        counted: Counter[str] = Counter(word for text in self._sentences for word in _WORD.findall(text))
        self._words: list[str] = list(counted)
        self._weights = list(accumulate(counted.values()))
        self._rng = rng

    def sentence(self) -> str:
        """The next sentence."""
        text: str = self._rng.choice(self._sentences)
        return _WORD.sub(self._exchange, text)

    def _exchange(self, word: re.Match[str]) -> str:
        """The word itself, or another in its place."""
        rng = self._rng
        if rng.random() >= _EXCHANGED:
            return str(word.group())
        if rng.random() < _INVENTED:
            return "".join(rng.choices(_SYLLABLES, k=3))
        return rng.choices(self._words, cum_weights=self._weights)[0]
