"""Word families that must meet in one lemma, words that must stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.text.lemmas import lemma
from claimdesk.text.lexicon import LANGUAGES

# Forms of one family, and what the row is there for.
INDONESIAN_FAMILIES = [
    ("serang menyerang diserang serangan penyerangan terserang serangannya", "voice, noun, clitic"),
    ("kirim mengirim dikirim mengirimkan dikirimkan pengiriman kirimkan terkirim", "-kan, k lost"),
    ("kerahkan mengerahkan dikerahkan pengerahan", "form the dictionary lacks"),
    ("terjunkan menerjunkan diterjunkan penerjunan", "sent in, not jumped"),
    ("berangkatkan memberangkatkan diberangkatkan pemberangkatan", "sent off, not departed"),
    ("tiba setibanya tibanya", "arrival"),
    ("mendarat mendaratkan pendaratan didaratkan", "landing"),
    ("datang kedatangan datangnya mendatangi didatangi", "coming"),
    ("tewas menewaskan tewasnya", "killed"),
    ("meninggal meninggalnya", "died, not stayed"),
    ("mati kematian kematiannya", "death"),
    ("bunuh membunuh dibunuh terbunuh pembunuhan pembunuh", "killing"),
    ("luka terluka melukai dilukai luka-luka lukanya", "wounded, doubled"),
    ("korban korbannya korban-korban", "victims"),
    ("hilang menghilang hilangnya menghilangkan", "missing"),
    ("ungsi mengungsi pengungsi pengungsian diungsikan", "displaced"),
    ("evakuasi mengevakuasi dievakuasi", "loan word"),
    ("selamatkan menyelamatkan diselamatkan penyelamatan penyelamat", "rescued"),
    ("temukan menemukan ditemukan penemuan temuan ditemukannya", "found, not met"),
    ("bertemu pertemuan menemui ditemui pertemuannya", "met, not found"),
    ("cari mencari dicari pencarian carikan", "searched"),
    ("menahan ditahan penahanan penahanannya", "detained"),
    ("tangkap menangkap ditangkap penangkapan tertangkap", "arrested"),
    ("bebas membebaskan dibebaskan pembebasan", "freed"),
    ("pasukan pasukannya pasukan-pasukan", "the stemmer would make pasu of it"),
    ("tentara tentaranya tentara-tentara", "doubled"),
    ("prajurit prajuritnya prajurit-prajurit", "doubled"),
    ("tempur bertempur pertempuran", "combat"),
    ("latih melatih dilatih berlatih latihan pelatihan terlatih", "training"),
    ("tembak menembak ditembak penembakan tertembak", "shot"),
    ("ledak meledak ledakan ledakannya meledakkan", "explosion"),
    ("luncur meluncurkan diluncurkan peluncuran luncurkan", "launch"),
    ("bantah membantah dibantah bantahan membantahnya terbantahkan", "the stemmer would make ban of it"),
    ("sangkal menyangkal disangkal penyangkalan", "denial"),
    ("konfirmasi mengonfirmasi mengkonfirmasi dikonfirmasi terkonfirmasi", "two spellings"),
    ("klaim mengklaim diklaim klaimnya", "claim"),
    ("tolak menolak ditolak penolakan", "refusal"),
    ("setuju menyetujui disetujui persetujuan", "agreement"),
    ("sepakat kesepakatan menyepakati disepakati", "deal"),
    ("runding berunding perundingan perunding", "talks"),
    ("tandatangan menandatangani ditandatangani penandatanganan", "signed"),
    ("nyatakan menyatakan dinyatakan pernyataan pernyataannya", "stated"),
    ("lapor melapor melaporkan dilaporkan laporan laporan-laporan", "report, doubled"),
    ("kata mengatakan dikatakan berkata katanya", "said"),
    ("ujar ujarnya berujar", "said"),
    ("jelas menjelaskan dijelaskan penjelasan", "explained"),
    ("sampaikan menyampaikan disampaikan penyampaian", "conveyed"),
    ("umumkan mengumumkan diumumkan pengumuman", "announced"),
    ("perkiraan memperkirakan diperkirakan", "estimate"),
    ("duga menduga diduga dugaan", "suspected"),
    ("yakin meyakini diyakini keyakinan", "believed"),
    ("tingkatkan meningkat meningkatkan ditingkatkan peningkatan meningkatnya", "rise"),
    ("naik kenaikan menaikkan dinaikkan naiknya", "rise"),
    ("turun menurun menurunkan diturunkan penurunan turunnya", "fall"),
    ("kurangi mengurangi dikurangi berkurang pengurangan", "reduce"),
    ("tambah bertambah menambah ditambah penambahan", "added"),
    ("rusak merusak kerusakan perusakan dirusak rusaknya", "the stemmer would make rusa of it"),
    ("hancur menghancurkan dihancurkan kehancuran penghancuran", "destroyed"),
    ("runtuh meruntuhkan runtuhnya keruntuhan", "collapse"),
    ("landa melanda dilanda", "struck by"),
    ("rendam merendam terendam direndam", "flooded"),
    ("genang genangan tergenang", "flooded"),
    ("timbun tertimbun menimbun timbunan", "buried"),
    ("bakar kebakaran terbakar membakar dibakar pembakaran", "fire"),
    ("guncang mengguncang guncangan diguncang", "shaken"),
    ("bantu bantuan membantu dibantu bantuannya", "aid"),
    ("salur menyalurkan disalurkan penyaluran", "distributed"),
    ("sakit kesakitan menyakiti", "sick"),
    ("infeksi terinfeksi menginfeksi", "infected"),
    ("tular menular menularkan tertular penularan", "contagion"),
    ("vaksin vaksinasi divaksin", "vaccine"),
    ("rawat dirawat merawat perawatan", "treated"),
    ("sembuh menyembuhkan kesembuhan", "recovered"),
    ("pilih memilih dipilih terpilih pilihan", "choose, elect"),
    ("menang kemenangan memenangkan pemenang dimenangkan", "win"),
    ("kalah kekalahan mengalahkan dikalahkan", "lose"),
    ("hitung menghitung dihitung penghitungan perhitungan", "count"),
    ("calon mencalonkan pencalonan dicalonkan", "candidate"),
    ("kampanye berkampanye", "campaign"),
    ("dakwa mendakwa didakwa dakwaan", "charged"),
    ("tuntut menuntut dituntut tuntutan", "demand, prosecute"),
    ("hukuman menghukum dihukum", "punished, not law"),
    ("selidik menyelidiki diselidiki penyelidikan selidiki", "investigated"),
    ("usut mengusut diusut pengusutan", "the dictionary has kusut for one of them"),
    ("gugat menggugat digugat gugatan", "sued"),
    ("korupsi korupsinya", "clitic"),
    ("pinjam meminjam pinjaman dipinjam meminjamkan", "loan"),
    ("utang berutang utangnya", "debt"),
    ("jual menjual dijual penjualan terjual", "sale"),
    ("kuasai menguasai dikuasai penguasaan", "seized"),
    ("duduki menduduki diduduki pendudukan", "occupied"),
    ("padam memadamkan dipadamkan pemadaman pemadam", "the dictionary has madam for one of them"),
    ("libat terlibat melibatkan keterlibatan dilibatkan", "involved"),
    ("tarik menarik ditarik penarikan", "withdrawn"),
    ("cabut mencabut dicabut pencabutan", "revoked"),
    ("batal membatalkan dibatalkan pembatalan", "cancelled"),
    ("tunda menunda ditunda penundaan tertunda", "postponed"),
    ("negara negaranya negara-negara", "country"),
    ("anak anaknya anak-anak anak-anaknya", "doubled with a clitic"),
    ("perusahaan perusahaannya perusahaan-perusahaan", "company, doubled"),
]  # fmt: skip

ENGLISH_FAMILIES = [
    ("attack attacks attacked attacking attack's", "regular verb, possessive"),
    ("strike strikes struck striking", "irregular verb"),
    ("kill kills killed killing killings", "verb and noun in -ing"),
    ("die dies died dying", "ie and y"),
    ("death deaths", "noun"),
    ("casualty casualties", "y"),
    ("fatality fatalities", "y"),
    ("wound wounds wounded wounding", "not the past of wind"),
    ("injure injures injured injuring", "participle used as adjective"),
    ("injury injuries", "y"),
    ("send sends sent sending", "irregular verb"),
    ("deploy deploys deployed deploying", "regular verb"),
    ("troop troops", "plural noun"),
    ("soldier soldiers soldier's", "possessive"),
    ("force forces forced", "plural noun"),
    ("fight fights fought fighting", "noun in -ing"),
    ("shell shells shelled shelling", "noun in -ing"),
    ("bomb bombs bombed bombing bombings", "noun in -ing"),
    ("flood floods flooded flooding", "noun in -ing"),
    ("shoot shoots shot shooting shootings", "irregular verb"),
    ("flee flees fled fleeing", "irregular verb"),
    ("lose loses lost losing", "irregular verb"),
    ("leave leaves left leaving", "irregular verb"),
    ("find finds found", "not the verb to found"),
    ("rise rises rose risen rising", "not the flower"),
    ("fall falls fell fallen falling", "irregular verb"),
    ("withdraw withdraws withdrew withdrawn withdrawing", "irregular verb"),
    ("deny denies denied denying", "y"),
    ("say says said saying", "irregular verb"),
    ("tell tells told telling", "irregular verb"),
    ("begin begins began begun beginning", "noun in -ing"),
    ("collapse collapses collapsed collapsing", "e"),
    ("bury buries buried burying", "y"),
    ("evacuate evacuates evacuated evacuating", "e"),
    ("rescue rescues rescued rescuing", "ue"),
    ("vote votes voted voting", "noun in -ing"),
    ("election elections election's", "noun"),
    ("life lives", "irregular plural"),
    ("child children children's", "irregular plural, possessive"),
    ("crisis crises", "Greek plural"),
    ("man men men's", "irregular plural"),
    ("f-16 f-16s", "plural of a code"),
    ("city cities city's", "y, possessive"),
    ("palestinian palestinians palestinian's", "people's plural the dictionary lacks"),
    ("israeli israelis", "people's plural the dictionary lacks"),
    ("building buildings", "a noun, not the verb"),
    ("meeting meetings", "a noun, not the verb"),
]  # fmt: skip

APART = [
    ("id", "meninggal", "tinggal", "died, stays"),
    ("id", "meninggal", "meninggalkan", "died, left"),
    ("id", "tewas", "terluka", "dead, injured"),
    ("id", "hilang", "kehilangan", "missing, lost something"),
    ("id", "tiba", "tiba-tiba", "arrived, suddenly"),
    ("id", "pemerintah", "perintah", "government, order"),
    ("id", "perbatasan", "batasi", "border, restrict"),
    ("id", "penduduk", "menduduki", "residents, occupy"),
    ("id", "penduduk", "duduk", "residents, sit"),
    ("id", "pertahanan", "ditahan", "defence, detained"),
    ("id", "pertahanan", "bertahan", "defence, hold out"),
    ("id", "pernyataan", "kenyataan", "statement, reality"),
    ("id", "keterangan", "terang", "statement, bright"),
    ("id", "tersangka", "menyangka", "suspect, suppose"),
    ("id", "terdakwa", "dakwaan", "defendant, charge"),
    ("id", "pengadilan", "keadilan", "court, justice"),
    ("id", "kementerian", "menteri", "ministry, minister"),
    ("id", "pejabat", "jabatan", "official, post"),
    ("id", "petugas", "tugas", "officer, task"),
    ("id", "pelaku", "dilakukan", "perpetrator, done"),
    ("id", "pekerja", "pekerjaan", "worker, job"),
    ("id", "perusahaan", "berusaha", "company, try"),
    ("id", "kekerasan", "keras", "violence, hard"),
    ("id", "kesehatan", "sehat", "health, healthy"),
    ("id", "penyakit", "sakit", "disease, sick"),
    ("id", "anggaran", "anggar", "budget, fencing"),
    ("id", "pengangguran", "anggur", "unemployment, grapes"),
    ("id", "bangunan", "pembangunan", "building, construction"),
    ("id", "reruntuhan", "runtuh", "rubble, collapse"),
    ("id", "meningkat", "tingkat", "rise, level"),
    ("id", "mengumumkan", "umum", "announce, general"),
    ("id", "undang-undang", "undangan", "law, invitation"),
    ("id", "mata-mata", "mata", "spy, eye"),
    ("id", "kedua", "dua", "second, two"),
    ("id", "pemilih", "pemilihan", "voters, election"),
    ("id", "pemilihan", "memilih", "election, choose"),
    ("id", "beruang", "uang", "bear, money"),
    ("id", "pelabuhan", "berlabuh", "port, anchor"),
    ("id", "perjanjian", "janji", "treaty, promise"),
    ("id", "pengungsi", "mengungkap", "displaced, reveal"),
    ("id", "menunjuk", "menunjukkan", "appoint, show"),
    ("id", "memperpanjang", "panjang", "extend, long"),
    ("id", "berperang", "perang", "fights, the war"),
    ("id", "kediri", "diri", "a city, self"),
    ("id", "merapi", "rapi", "a volcano, tidy"),
    ("id", "maluku", "malu", "islands, shame"),
    ("en", "missing", "miss", "missing, to miss"),
    ("en", "dead", "die", "adjective and verb meet in a concept only"),
    ("en", "building", "build", "a building, to build"),
    ("en", "training", "train", "training, a train"),
    ("en", "stationed", "station", "stationed, a station"),
    ("en", "us", "we", "casefolded country"),
    ("en", "wounded", "wind", "participle of wound"),
    ("en", "ground", "grind", "noun"),
    ("en", "united", "unite", "part of names"),
    ("en", "media", "medium", "the press"),
    ("en", "goods", "good", "wares"),
    ("en", "lower", "low", "to lower"),
    ("en", "missile", "missing", "look-alikes"),
    ("en", "increase", "decrease", "opposites"),
]  # fmt: skip

UNCHANGED = [
    ("id", "", "nothing"),
    ("id", "12.000", "a figure"),
    ("id", "covid-19", "a name with a number"),
    ("id", "kursk", "a name"),
    ("id", "berlin", "a name that looks derived"),
    ("id", "rusia-ukraina", "two names"),
    ("id", "besar-besaran", "a fixed doubling"),
    ("en", "didn't", "a contraction"),
    ("en", "it's", "a contraction, not a possessive"),
    ("en", "'s", "a possessive without its owner"),
    ("en", "hamas", "a name in -s"),
    ("en", "flood-hit", "a compound"),
    ("id", "guguran", "rock that falls, nobody who fell"),
]


@pytest.mark.parametrize(("forms", "note"), INDONESIAN_FAMILIES)
def test_indonesian_family_meets(forms: str, note: str) -> None:
    assert len({lemma(word, "id") for word in forms.split()}) == 1, note


@pytest.mark.parametrize(("forms", "note"), ENGLISH_FAMILIES)
def test_english_family_meets(forms: str, note: str) -> None:
    assert len({lemma(word, "en") for word in forms.split()}) == 1, note


@pytest.mark.parametrize(("language", "one", "other", "note"), APART)
def test_words_stay_apart(language: str, one: str, other: str, note: str) -> None:
    assert lemma(one, language) != lemma(other, language), note


@pytest.mark.parametrize(("language", "word", "note"), UNCHANGED)
def test_word_is_its_own_lemma(language: str, word: str, note: str) -> None:
    assert lemma(word, language) == word, note


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_string_has_a_lemma(word: str, language: str) -> None:
    folded = word.casefold()
    assert lemma(folded, language) or not folded


@pytest.mark.parametrize("word", ["a" * 100_000, "-".join("ab" * 5_000), "ber" * 20_000])
def test_monstrous_word_is_its_own_lemma(word: str) -> None:
    assert lemma(word, "id") == lemma(word, "en") == word
