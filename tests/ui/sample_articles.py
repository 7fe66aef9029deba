"""Articles on a flood that never was, in words of our own, and a quote of any of their passages."""

from __future__ import annotations

import hashlib
from datetime import date

from claimdesk.model import (
    Article,
    ArticleReport,
    Candidate,
    Figure,
    Interval,
    Origin,
    Passage,
    PassageKind,
    Quote,
    Reason,
    Span,
    SpeechAct,
    Stance,
    StatedDate,
    Timing,
)

ORIGINS = {
    "agency": Origin("agency", "Arun Disaster Agency", "official", "B"),
    "mayor": Origin("mayor", "Mayor of Arun", "official", "C"),
    "dam": Origin("dam", "Arun Dam Authority", "party", "D"),
    "relief": Origin("relief", "Relief Corps", "agency", "B"),
    "ministry": Origin("ministry", "Ministry of Works", "official", "B"),
    "villagers": Origin("villagers", "unnamed villagers", "unlisted", "F"),
}
FIRST, SECOND, THIRD, UNDATED, LAST = "warta-3", "lembah-4", "ledger-5", "sungai", "warta-9"
# Outlet, day, title, lines; a line that begins with "~" is boilerplate, with "^" a link line.
TEXTS: dict[str, tuple[str, date | None, str, tuple[str, ...]]] = {
    FIRST: (
        "Warta Arun", date(2021, 3, 3), "Banjir Arun: angka korban masih simpang siur",
        ("~Bagikan: Surel | Salin tautan",
         "Badan Bencana Arun melaporkan sekitar 120 orang meninggal akibat banjir, termasuk 14 anak. "
         "Kabar itu muncul sehari setelah hujan berhenti.",
         "Wali kota Arun mengatakan 64 orang meninggal dan 900 warga mengungsi ke dua sekolah.",
         "^BACA JUGA: Retakan di bendungan kedua belum diperiksa",
         "Otoritas Bendungan Arun membantah pintu air dibuka tanpa peringatan.",
         "Sedikitnya 35 rumah hanyut di tepi sungai."),
    ),
    SECOND: (
        "Harian Lembah", date(2021, 3, 4), "Ribuan warga mengungsi dari tepi Sungai Arun",
        ("Korps Bantuan mencatat lebih dari 3.000 warga mengungsi sejak Senin.",
         "Warga menyebut bendungan dibuka pada malam hari. "
         "Otoritas Bendungan Arun membantah hal itu dan menyebutnya kabar bohong.",
         "Kementerian Pekerjaan Umum belum dapat memastikan jumlah korban.",
         "Jembatan utama Arun roboh pada Minggu malam, kata wali kota.",
         "Tentara berencana mengirim 400 personel pekan depan."),
    ),
    THIRD: (
        "The Valley Ledger", date(2021, 3, 5), "Arun flood: at least 80 dead, bridge down",
        ("At least 80 people have died in the Arun flood, the Disaster Agency said on Wednesday.",
         "The main bridge at Arun collapsed on Sunday, according to the Ministry of Works.",
         "Fewer than 20 people are missing, the mayor reportedly believes; the Relief Corps counts 57.",
         "No shelter has reported cholera so far."),
    ),
    UNDATED: (
        "Kabar Sungai Nusantara", None, "Jalan ke Arun dibuka lagi",
        ("Jalan raya menuju Arun sudah dibuka kembali, kata Kementerian Pekerjaan Umum.",
         "Curah hujan mencapai 312 mm dalam sehari, menurut Badan Bencana Arun.",
         "Warga khawatir wabah kolera akan menyusul bila air bersih tidak datang."),
    ),
    LAST: (
        "Warta Arun", date(2021, 3, 9), "Badan Bencana perbarui data korban banjir Arun",
        ("Badan Bencana Arun menyatakan 97 orang meninggal, lebih rendah dari taksiran pertama.",
         "Sebanyak 2.100 warga masih mengungsi, kata wali kota."),
    ),
}  # fmt: skip
KINDS: dict[str, tuple[PassageKind, str]] = {"~": ("boilerplate", "share bar"), "^": ("link", "read also")}


def build_article(article_id: str) -> ArticleReport:
    """One article of `TEXTS` with its passages; the first with a figure that no claim covers, too."""
    outlet, published, title, lines = TEXTS[article_id]
    body, passages = "", list[Passage]()
    for number, line in enumerate(lines):
        kind, rule = KINDS.get(line[0], ("text", ""))
        text = line.lstrip("~^")
        first = text.find(". ") + 1
        for start, end in [(0, first), (first + 1, len(text))] if first else [(0, len(text))]:
            at = len(body)
            passages.append(Passage(len(passages), at + start, at + end, number, kind, rule))
        body += f"{text}\n\n"
    digest = hashlib.sha256(body.encode()).hexdigest()
    language = "en" if article_id == THIRD else "id"
    article = Article(
        article_id, title, outlet, body, published, language=language, kind="digest", sha256=digest
    )
    uncovered = (
        (_uncovered(article, "Sedikitnya 35 rumah hanyut di tepi sungai."),) if article_id == FIRST else ()
    )
    leads = tuple(("second-dam", passage.span) for passage in passages if passage.kind == "link")
    return ArticleReport(article, tuple(passages), uncovered, leads)


def _uncovered(article: Article, text: str) -> Candidate:
    start = article.body.index(text)
    why = Reason.of("candidate_figure", figure="Sedikitnya 35")
    return Candidate(article.id, start, start + len(text), text, 4, why)


def _decided(decision: str) -> tuple[Reason, ...]:
    because = "wrong meaning" if decision == "rejected" else ""
    return (Reason.of(f"decision_{decision}", by="editor-1", on="2021-03-08", because=because, note=""),)


def build_quote(
    claim: str,
    article: str,
    words: str,
    stance: Stance,
    origin: str,
    figure: tuple[str, float, float] | None = None,
    verdict: str = "none",
    act: SpeechAct = "asserts",
    timing: Timing = "current",
    cue: tuple[str, str] | None = None,
    decision: str = "",
    context: str = "",
    score: int = 91,
) -> Quote:
    """The passage of `article` in which the matched `words`, parted by ``|``, stand."""
    entry = build_article(article)
    body, parts = entry.article.body, words.split("|")
    passage = next(one for one in entry.passages if one.start <= body.index(parts[0]) < one.end)

    def find(text: str, start: int = passage.start) -> Span:
        at = body.index(text, start)
        return Span(at, at + len(text))

    stated = None
    if figure is not None:
        text, low, high = figure
        stated = Figure(find(text), find(text), text, Interval(low, high), unit=("orang",))
    day = entry.article.published
    return Quote(
        claim=claim,
        article=article,
        passage=passage.index,
        start=passage.start,
        end=passage.end,
        text=passage.span.of(body),
        stance=stance,
        score=score,
        phrase=words.replace("|", " "),
        matched=tuple(sorted({*map(find, parts), *([stated.span] if stated else [])})),
        context=(find(context, 0),) if context else (),
        speech_act=act,
        hedged=cue is not None and cue[0] == "hedge",
        negated=cue is not None and cue[0] == "negation",
        figure=stated,
        figure_verdict=verdict,
        date=StatedDate(day, day) if day else StatedDate(date(2021, 3, 4), date(2021, 3, 4), not_before=True),
        timing=timing,
        origin=ORIGINS[origin],
        reasons=(
            Reason.of("match_phrase", phrase=words.replace("|", " "), score=score),
            *(_decided(decision) if decision else ()),
        ),
        cues=((cue[0], find(cue[1])),) if cue else (),
        decision=decision,
    )
