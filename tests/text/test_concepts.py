"""What concept sets join across forms and languages, what they keep apart, and the data's own rules."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.concepts import TOPICS, concepts_of, find_concepts
from claimdesk.text.lemmas import lemma
from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.tokens import find_tokens

SETS = [(name, members) for topic in TOPICS for name, members in load_words("", f"concepts_{topic}").items()]

# States that figures are read with: the names are fixed.
STATES = [
    "dead", "injured", "missing", "displaced", "sent", "present", "arrived", "combat", "captured", "rescued",
    "trained", "infected", "arrested", "damaged", "evacuated", "sick",
]  # fmt: skip

# Indonesian and English wordings that share the named set.
MEET = [
    ("gempa itu merenggut 14 nyawa", "14 people died in the quake", "dead"),
    ("banjir menelan 30 korban jiwa", "thirty lives were lost", "dead"),
    ("dua orang meninggal dunia", "the blast killed two", "dead"),
    ("seratus warga terluka", "a hundred people were wounded", "injured"),
    ("25 orang hilang", "25 remain unaccounted for", "missing"),
    ("7.000 warga mengungsi", "7,000 people were left homeless", "displaced"),
    ("Pyongyang mengerahkan tentara", "Pyongyang has sent soldiers", "sent"),
    ("pasukan diterjunkan", "troops were deployed", "sent"),
    ("tentara sudah sampai di Rusia", "soldiers arrived in Russia", "arrived"),
    ("pasukan berada di perbatasan", "forces are already in the border area", "present"),
    ("mereka ikut bertempur", "they have seen combat", "combat"),
    ("prajurit berlatih", "soldiers are training", "trained"),
    ("prajurit asing", "foreign soldiers", "troops"),
    ("serangan udara", "an air strike hit the town", "attack"),
    ("garis depan", "the front line", "front_line"),
    ("gencatan senjata", "a truce holds", "ceasefire"),
    ("rudal balistik", "ballistic missiles", "missile"),
    ("rumah roboh", "houses collapsed", "collapse"),
    ("bendungan jebol", "the dam burst", "collapse"),
    ("tertimbun reruntuhan", "buried under rubble", "rubble"),
    ("massa aksi memadati jalan", "protesters filled the road", "protester"),
    ("polisi menangkap tiga orang", "three were detained by police", "arrested"),
    ("tersangka korupsi", "graft suspects", "corruption"),
    ("divonis lima tahun", "sentenced to five years", "sentence"),
    ("pasien positif", "patients tested positive", "infected"),
    ("rumah sakit", "hospitals are full", "hospital"),
    ("partisipasi pemilih", "turnout", "turnout"),
    ("paslon nomor satu menang", "the candidate won", "win"),
    ("penghitungan suara", "the count", "count_votes"),
    ("harga naik", "prices rose", "increase"),
    ("inflasi turun", "inflation fell", "decrease"),
    ("utang negara", "the state's debt", "debt"),
    ("suku bunga", "interest rates", "interest_rate"),
    ("perdana menteri mundur", "the prime minister resigned", "resign"),
    ("juru bicara", "the spokeswoman", "spokesperson"),
    ("Kremlin membantah", "the Kremlin issued a denial", "deny"),
    ("BNPB mengonfirmasi", "officials confirmed it", "confirm"),
    ("diperkirakan 300 orang", "an estimated 300", "estimate"),
    ("sebagian besar warga", "most of the residents", "most"),
    ("Amerika Serikat", "the US", "united_states"),
    ("tentara Korut", "North Korean soldiers", "korea_north"),
    ("dua nelayan kehilangan nyawa", "a loss of three lives", "dead"),
    ("tiga pendaki belum ditemukan", "three hikers have not been found", "missing"),
    ("kelas tatap muka ditiadakan", "the college shut its doors", "close"),
    ("operasi itu disetop", "they called off the operation", "discontinue"),
    ("bangsal sudah penuh", "wards are packed", "full"),
    ("stok vaksin ludes", "the clinic ran out of vaccine", "run_out"),
    ("rapat diundur", "the hearing was pushed back", "postpone"),
    ("ia digelandang ke kantor polisi", "he sits in a police cell", "arrested"),
    ("mereka keluar dari tahanan", "they walked free", "released"),
    ("truk kelebihan muatan", "the coach was overloaded", "overloaded"),
    ("rekening dibekukan", "the lender locked the account", "freeze_assets"),
    ("menghabiskan dua miliar", "outlays of two million", "spend"),
    ("calon itu tertinggal", "she is behind by a few votes", "trail_in_count"),
    ("suaranya dihitung ulang", "ballots will be counted again", "recount"),
    ("warga menggunakan hak pilih", "most voters cast a ballot", "turnout"),
    ("gudang peluru", "an arms depot", "depot"),
    ("peringatan itu tak diindahkan", "warnings went unheeded", "ignore"),
    ("kabar itu tidak berdasar", "the report is baseless", "untrue"),
    ("orang tua murid menyurati sekolah", "parents wrote to the school", "letter"),
    ("orang tua murid", "their mothers waited", "parent"),
    ("ia sengaja melakukannya", "they did it on purpose", "on_purpose"),
    ("pengamanan diperketat", "rules were tightened", "strict"),
    ("tarif khusus", "a special fare", "special_kind"),
    ("guru memberi tahu polisi", "the police were notified", "notify"),
]  # fmt: skip

# Words that share nothing: saying one never says the other.
APART = [
    ("id", "tewas", "terluka", "dead, injured"),
    ("id", "hilang", "tewas", "missing, dead"),
    ("id", "mengungsi", "hilang", "displaced, missing"),
    ("id", "mengirim", "menarik", "sent, withdrew"),
    ("id", "mengirim", "tiba", "sent, arrived"),
    ("id", "naik", "turun", "rise, fall"),
    ("id", "naik", "tinggi", "rise, high"),
    ("id", "berencana", "melakukan", "plan, do"),
    ("id", "membantah", "membenarkan", "deny, confirm"),
    ("id", "mengklaim", "memastikan", "claim, confirm"),
    ("id", "mengatakan", "memastikan", "say, confirm"),
    ("id", "setuju", "menolak", "agree, reject"),
    ("id", "mulai", "berhenti", "begin, stop"),
    ("id", "buka", "tutup", "open, close"),
    ("id", "menang", "kalah", "win, lose"),
    ("id", "tersangka", "terdakwa", "suspect, defendant"),
    ("id", "menangkap", "membebaskan", "arrest, release"),
    ("id", "rusak", "hancur", "damaged, destroyed"),
    ("id", "impor", "ekspor", "import, export"),
    ("id", "utara", "selatan", "north, south"),
    ("id", "menteri", "kementerian", "minister, ministry"),
    ("en", "dead", "injured", "dead, injured"),
    ("en", "dead", "missing", "dead, missing"),
    ("en", "displaced", "missing", "displaced, missing"),
    ("en", "sent", "withdrew", "sent, withdrew"),
    ("en", "deployed", "arrived", "sent, arrived"),
    ("en", "rise", "fall", "rise, fall"),
    ("en", "rise", "high", "rise, high"),
    ("en", "plan", "implement", "plan, do"),
    ("en", "said", "confirmed", "say, confirm"),
    ("en", "claimed", "confirmed", "claim, confirm"),
    ("en", "confirmed", "denied", "confirm, deny"),
    ("en", "agreed", "rejected", "agree, reject"),
    ("en", "began", "ended", "begin, end"),
    ("en", "won", "lost", "win, lose"),
    ("en", "suspect", "defendant", "suspect, defendant"),
    ("en", "arrested", "released", "arrest, release"),
    ("en", "damaged", "destroyed", "damaged, destroyed"),
    ("en", "training", "train", "trained, railway"),
    ("en", "attack", "defend", "opposites"),
    ("en", "before", "after", "no concepts at all"),
    ("id", "kosong", "penuh", "empty, full"),
    ("id", "tertinggal", "unggul", "behind, ahead"),
    ("id", "pengawas", "menonaktifkan", "observer, dismiss"),
    ("id", "terserang", "terinfeksi", "serang is an attack first"),
    ("id", "naik", "menumpang", "rise, aboard"),
    ("id", "menyudahi", "berhenti", "sudah is no verb of ending"),
    ("en", "empty", "full", "empty, full"),
    ("en", "free", "empty", "a free man is no empty bed"),
    ("en", "trail", "lead", "behind, ahead"),
    ("en", "contract", "infect", "most contracts are paper"),
    ("en", "announce", "deny", "opposites"),
    ("en", "beat", "lose", "winner, loser"),
    ("id", "mahal", "murah", "expensive, cheap"),
    ("id", "sementara", "permanen", "temporary, permanent"),
    ("en", "deliberate", "accidental", "on purpose, by mistake"),
    ("en", "strict", "lax", "opposites"),
    ("en", "improve", "worsen", "opposites"),
]  # fmt: skip

# Groups whose words do not speak for themselves: language, text, set that is found, sets that are not.
IDIOMS = [
    ("id", "rumah sakit", "hospital", {"house", "sick"}),
    ("id", "meninggal dunia", "dead", {"world"}),
    ("id", "gencatan senjata", "ceasefire", {"weapon"}),
    ("id", "juru bicara", "spokesperson", {"talk"}),
    ("id", "gas air mata", "tear_gas", {"gas", "water"}),
    ("id", "jam malam", "curfew", set()),
    ("en", "attorney general", "attorney_general", {"general", "lawyer"}),
    ("en", "general election", "election", {"general"}),
    ("en", "prisoner of war", "prisoner", {"war"}),
    ("en", "power outage", "outage", {"electricity"}),
    ("en", "loss of 14 lives", "dead", {"loss", "live"}),
    ("id", "tidak menggelar tatap muka", "close", {"negation", "hold_event"}),
]


def _found(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    tokens = [token for token in find_tokens(text) if token.kind != "mark"]
    return find_concepts([lemma(token.lower, language) for token in tokens], language)


def _names(text: str, language: str) -> set[str]:
    return {name for _, _, name in _found(text, language)}


@pytest.mark.parametrize(("indonesian", "english", "name"), MEET)
def test_both_languages_meet(indonesian: str, english: str, name: str) -> None:
    assert name in _names(indonesian, "id")
    assert name in _names(english, "en")


@pytest.mark.parametrize(("language", "one", "other", "note"), APART)
def test_words_stay_apart(language: str, one: str, other: str, note: str) -> None:
    assert not concepts_of(lemma(one, language), language) & concepts_of(lemma(other, language), language), (
        note
    )


@pytest.mark.parametrize(("language", "text", "name", "hidden"), IDIOMS)
def test_words_of_a_group_are_silent(language: str, text: str, name: str, hidden: set[str]) -> None:
    found = _names(text, language)
    assert name in found
    assert not found & hidden


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_states_have_words_in_both_languages(state: str, language: str) -> None:
    assert dict(SETS)[state][language]


def test_gap_takes_two_words_and_no_more() -> None:
    assert (0, 4, "dead") in find_concepts(["renggut", "sedikit", "14", "nyawa"], "id")
    assert "dead" not in {name for *_, name in find_concepts(["renggut", "a", "b", "c", "nyawa"], "id")}


def test_words_in_a_gap_speak_for_themselves() -> None:
    assert (1, 2, "child") in find_concepts(["renggut", "anak", "nyawa"], "id")


def test_group_reports_all_its_sets_once() -> None:
    found = Counter(_found("serangan udara", "id"))
    assert found[(0, 2, "attack")] == found[(0, 2, "airstrike")] == 1


def test_unknown_word_has_no_concept() -> None:
    assert concepts_of("kursk", "id") == frozenset()
    assert find_concepts([], "en") == ()


def test_set_names_are_unique_and_snake_case() -> None:
    counts = Counter(name for name, _ in SETS)
    assert [name for name, count in counts.items() if count > 1] == []
    assert [name for name in counts if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_members_are_there_and_differ_by_lemma(language: str) -> None:
    twice = {}
    for name, members in SETS:
        words = [member.split() for member in members[language].split(",")]
        lemmas = Counter(" ".join(lemma(word, language) for word in member) for member in words)
        assert all(lemmas), name
        twice[name] = [member for member, count in lemmas.items() if count > 1]
    assert {name: members for name, members in twice.items() if members} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_member_is_a_bare_gap(language: str) -> None:
    members = [member.split() for _, sets in SETS for member in sets[language].split(",")]
    assert [member for member in members if "..." in (member[0], member[-1])] == []


WORDS = {
    "id": ["renggut", "nyawa", "rumah", "sakit", "korban", "jiwa", "kehilangan", "kontak", "14", "gencatan"],
    "en": ["death", "toll", "claim", "life", "lose", "home", "be", "in", "now", "attorney", "general", "xyz"],
}


@given(st.data(), st.sampled_from(LANGUAGES))
def test_spans_are_sorted_and_inside(data: st.DataObject, language: str) -> None:
    lemmas = data.draw(st.lists(st.sampled_from(WORDS[language]), max_size=30))
    found = find_concepts(lemmas, language)
    assert list(found) == sorted(set(found))
    assert all(0 <= start < end <= len(lemmas) for start, end, _ in found)
    singles = [(lemmas[start], name) for start, end, name in found if end == start + 1]
    assert all(name in concepts_of(word, language) for word, name in singles)


def test_long_run_of_group_starts_ends() -> None:
    assert find_concepts(["renggut"] * 50_000, "id") == ()
