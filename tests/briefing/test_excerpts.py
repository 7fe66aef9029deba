"""What may stand for a quote that does not fit: whole clauses, with all that turns or weakens them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.briefing.excerpts import find_excerpts
from claimdesk.model import Span
from claimdesk.text.cues import find_cues

# What was matched, the text with it, words that the shortest excerpt holds, words that it leaves out, note.
CASES = [
    (
        "200 rumah",
        "Hujan deras turun sejak malam hari di seluruh lembah, sementara juru bicara badan bencana "
        "menyatakan 200 rumah rusak berat, dan warga diminta tetap tenang sampai bantuan datang dari kota.",
        ["200 rumah rusak berat"],
        ["Hujan deras"],
        "id: a clause before the matched one is left out",
    ),
    (
        "200 rumah",
        "Hujan deras turun sejak malam hari di seluruh lembah, sementara juru bicara badan bencana "
        "membantah bahwa 200 rumah rusak berat, dan warga diminta tetap tenang sampai bantuan datang.",
        ["membantah", "200 rumah"],
        [],
        "id: a denial stays with what it denies",
    ),
    (
        "opened the dam",
        "Heavy rain fell over the whole valley during the night, and the operator did not say who had "
        "opened the dam, while the mayor asked everyone to stay calm until help arrived from the city.",
        ["did not say"],
        [],
        "en: a negation stays with what it negates",
    ),
    (
        "four villages",
        "Heavy rain fell over the whole valley during the night, while officials reportedly cleared four "
        "villages, and the mayor asked everyone to stay calm until help arrived from the city.",
        ["reportedly", "four villages"],
        [],
        "en: a hedge stays",
    ),
    (
        "12,000 soldiers",
        "The army sent 12,000 soldiers to the border, according to posts that were shared thousands of times "
        "since Monday, but that video is fake, the fact checkers said.",
        ["12,000 soldiers", "is fake"],
        [],
        "en: what the next clause denies",
    ),
    (
        "dam collapsed",
        "It is not true, the minister told reporters on Monday after a long meeting with regional leaders, "
        "that the dam collapsed because of poor maintenance by the state company.",
        ["It is not true", "dam collapsed"],
        ["after a long meeting"],
        "en: a denial far before what it denies",
    ),
    (
        "seribu orang",
        "Kalau bantuan ke lokasi bencana tidak segera dikirim seperti yang dijanjikan, menurut relawan di "
        "lapangan, seribu orang akan mengungsi ke kota tetangga pekan ini.",
        ["Kalau", "seribu orang"],
        [],
        "id: a condition stays",
    ),
    (
        "12,000 soldiers",
        "The army moved 12,000 soldiers to the border last month, according to posts that were shared "
        "thousands of times since Monday, but pictures from the border show empty roads and farmers at work.",
        ["12,000 soldiers", "but pictures", "empty roads"],
        [],
        "en: what is set against it, without a cue",
    ),
    (
        "12,000 soldiers",
        "The army moved 12,000 soldiers to the border last month, people in three towns told reporters on "
        "Monday; the ministry, however, speaks of a few hundred recruits on an exercise.",
        ["12,000 soldiers", "however", "recruits"],
        [],
        "en: the word of contrast in the midst of its clause",
    ),
    (
        "four villages",
        "While the mayor speaks of a quiet night with a little rain, the flood took four villages, and "
        "people asked on Monday for boats, blankets, drinking water and medicine for the children.",
        ["While the mayor", "four villages"],
        ["blankets"],
        "en: a concession that comes first",
    ),
    (
        "seribu orang",
        "Seribu orang mengungsi ke kota tetangga pekan lalu, menurut relawan yang membagikan makanan di "
        "lapangan, padahal catatan badan bencana menyebut angka sepersepuluhnya.",
        ["Seribu orang", "padahal", "sepersepuluhnya"],
        [],
        "id: a contrast without a cue",
    ),
    (
        "seribu orang",
        "Meski pemerintah menyebut keadaan sudah aman, seribu orang mengungsi ke kota tetangga, dan warga "
        "memasak nasi serta sayur dengan bahan dari kebun di belakang balai desa sejak Senin pagi.",
        ["Meski pemerintah", "seribu orang"],
        ["kebun"],
        "id: a concession that comes first",
    ),
    (
        "a tenth",
        "The volunteers counted a thousand people in the camps on Monday after a long night of rain in "
        "the valley, but the agency's own list shows a tenth of that.",
        ["a tenth"],
        ["long night"],
        "en: what comes before a contrast takes nothing back",
    ),
]


@pytest.mark.parametrize(("core", "text", "held", "left", "note"), CASES, ids=[row[-1] for row in CASES])
def test_the_shortest_excerpt(core: str, text: str, held: list[str], left: list[str], note: str) -> None:
    language = note[:2]
    start = text.lower().index(core.lower())
    found = find_excerpts(text, language, [Span(start, start + len(core))])
    shortest = " … ".join(span.of(text) for span in found[-1]) if found else text
    assert all(words in shortest for words in held)
    assert not any(words in shortest for words in left)


def test_a_short_quote_is_never_cut() -> None:
    assert find_excerpts("Dia membantah kabar itu.", "id", [Span(4, 12)]) == ()


CLAUSES = [
    "juru bicara itu membantah bahwa ada korban",
    "pasukan tidak berada di lembah",
    "menteri menolak mengonfirmasi kabar tersebut",
    "sekitar 200 orang dilaporkan mengungsi",
    "jembatan utama roboh pada malam hari",
    "warga belum menerima bantuan apa pun",
    "hujan turun terus sejak pagi",
]


@given(st.lists(st.sampled_from(CLAUSES), min_size=3, max_size=9), st.data())
def test_no_cut_is_between_a_cue_and_what_it_governs(clauses: list[str], data: st.DataObject) -> None:
    text = ", sedangkan ".join(clauses).capitalize() + "."
    start = data.draw(st.integers(0, len(text) - 10))
    for spans in find_excerpts(text, "id", [Span(start, start + 8)]):
        for cue in find_cues(text, "id"):
            governed = Span(min(cue.span.start, cue.scope.start), max(cue.span.end, cue.scope.end))
            held = [span for span in spans if span.overlaps(governed)]
            assert all(governed.of(text).strip() in span.of(text) for span in held), cue.text


@given(
    st.lists(st.sampled_from(CLAUSES), min_size=3, max_size=9),
    st.sampled_from([", tetapi ", ", namun ", ", meskipun ", ", padahal ", "; sebaliknya, "]),
    st.data(),
)
def test_whatever_is_kept_is_followed_by_all_that_is_set_against_it(
    clauses: list[str], link: str, data: st.DataObject
) -> None:
    turn = data.draw(st.integers(1, len(clauses) - 1))
    text = ", lalu ".join(clauses[:turn]) + link + ", lalu ".join(clauses[turn:]) + "."
    at = len(", lalu ".join(clauses[:turn]))
    start = data.draw(st.integers(0, len(text) - 10))
    for spans in find_excerpts(text, "id", [Span(start, start + 8)]):
        if spans[0].start < at:
            assert spans[-1].of(text).endswith(text[at + 2 : -1].strip())
