"""Web pages: all of the text, none of what stands around it, and facts only where the page states them."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdesk.library.extract_html import decode_page, read_page
from claimdesk.library.incoming import read_incoming
from claimdesk.text.passages import find_passages
from tests.library.layouts import wrap_modern, wrap_plain, wrap_table

TITLE = "Sungai Contoh Meluap, Warga Tiga Desa Mengungsi"
LINES = [
    "CONTOHKOTA, CONTOH.com - Sungai Contoh meluap pada Senin malam setelah hujan selama dua hari di hulu.",
    "Sedikitnya 340 warga dari tiga desa mengungsi ke balai kota, kata kepala badan bencana daerah.",
    "Baca juga: Jembatan Lama Ditutup",
    "“Air mulai naik pukul sembilan malam, dan kami hanya sempat membawa pakaian,” kata seorang warga.",
    "Pemerintah kota membagikan makanan dan selimut, sedangkan listrik di dua desa masih dipadamkan.",
]
OUTLET, MOMENT = "Contoh.com", "2021-05-03T22:15:00+07:00"


def _lines(body: str) -> list[str]:
    return [" ".join(line.split()) for line in body.splitlines() if line.strip()]


@pytest.mark.parametrize("wrap", [wrap_modern, wrap_plain, wrap_table], ids=lambda wrap: wrap.__name__)
def test_every_line_is_kept_and_nothing_around_it(wrap: object) -> None:
    found = _lines(read_page(wrap(LINES, TITLE)).body)  # type: ignore[operator]
    assert [line for line in found if line != TITLE] == LINES


def test_what_a_page_states() -> None:
    page = wrap_modern(LINES, TITLE, OUTLET, MOMENT, "https://www.contoh.com/a/1")
    facts = read_page(page, "https://contoh.com/a/1?utm_source=x").facts
    assert {name: (fact.value, fact.read_in) for name, fact in facts.items()} == {
        "title": (TITLE, "JSON-LD headline"),
        "outlet": (OUTLET, "og:site_name"),
        "published": ("2021-05-03", "JSON-LD datePublished"),
        "url": ("https://www.contoh.com/a/1", "link rel=canonical"),
    }


HEADS = [
    ("nothing stated", "", {}),
    ("a day without a time", '<meta name="publishdate" content="2021/05/03">', {"published": "2021-05-03"}),
    ("the evening in UTC is the next day there",
     '<meta property="article:published_time" content="2021-05-03T17:30:00Z">', {"published": "2021-05-04"}),
    ("a mail's form", '<meta name="date" content="Mon, 3 May 2021 22:15:00 +0700">',
     {"published": "2021-05-03"}),
    ("words are no day", '<meta name="date" content="Senin malam">', {}),
    ("no such day", '<meta name="date" content="2021-02-30">', {}),
    ("a change is no publication", '<meta property="article:modified_time" content="2021-05-04">', {}),
    ("two days", '<meta name="date" content="2021-05-03"><meta name="pubdate" content="2021-05-05">', {}),
    ("JSON-LD of two articles",
     '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "A",'
     '"datePublished": "2021-05-03"}, {"@type": "NewsArticle", "headline": "B",'
     '"datePublished": "2021-05-04"}]</script>', {}),
    ("JSON-LD that is none", '<script type="application/ld+json">{"@type": </script>', {}),
    ("an author", '<meta name="author" content="Ana Sari">', {"author": "Ana Sari"}),
    ("an author that is the outlet",
     '<meta property="og:site_name" content="Contoh"><meta name="author" content="contoh.com">',
     {"outlet": "Contoh"}),
    ("an author that is an address", '<meta name="author" content="https://contoh.com/ana">', {}),
    ("the outlet behind the title",
     '<meta property="og:site_name" content="Contoh.com">'
     '<meta property="og:title" content="Sungai Meluap - Contoh">',
     {"outlet": "Contoh.com", "title": "Sungai Meluap"}),
    ("another site's address", '<link rel="canonical" href="https://lain.com/a/1">', {}),
]  # fmt: skip


@pytest.mark.parametrize(("note", "head", "stated"), HEADS)
def test_heads(note: str, head: str, stated: dict[str, str]) -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    page = f'<html lang="id"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    url = "https://contoh.com/a/1"
    facts = {name: fact.value for name, fact in read_page(page.encode(), url).facts.items()}
    expected = {"outlet": "contoh.com", "url": url, **stated}
    assert facts == expected, note


def test_two_days_are_said() -> None:
    page = wrap_modern(LINES, TITLE, OUTLET, MOMENT).replace(
        b"</head>", b'<meta name="pubdate" content="2021-05-05"></head>'
    )
    said = "The page states different dates of publication, so none was taken: 2021-05-03"
    assert read_page(page).notes[0].startswith(said)


ENCODED = [
    ("UTF-8", "utf-8", "", ""),
    ("a mark", "utf-8-sig", "", ""),
    ("stated by the page", "cp1252", '<meta charset="windows-1252">', ""),
    ("stated by the server", "cp1252", "", "windows-1252"),
    ("a name that is none", "utf-8", '<meta charset="nonsense">', ""),
    ("stated wrongly", "utf-8", '<meta charset="ascii">', ""),
]


@pytest.mark.parametrize(("note", "encoding", "meta", "server"), ENCODED)
def test_encodings(note: str, encoding: str, meta: str, server: str) -> None:
    text = f"<html><head>{meta}</head><body>“Café” – kata Ana</body></html>"
    assert "“Café” – kata Ana" in decode_page(text.encode(encoding), server or None), note


EMPTY = [
    ("nothing", b""),
    ("no text", b"<html><body><div></div></body></html>"),
    ("nested beyond sense", b"<div>" * 20_000),
    ("not a page", b"\x00\x01\x02"),
]


@pytest.mark.parametrize(("note", "page"), EMPTY)
def test_a_page_without_an_article_says_so(note: str, page: bytes) -> None:
    extract = read_page(page)
    assert (extract.state, extract.body) == ("no_text", ""), note
    assert extract.notes[0].startswith("No text could be extracted")


REAL = [
    ("000_432f32d4e19ed8a6", "", ""),
    ("001_c31d73d7346e60bc", "sindonews", "2024-10-24"),
    ("002_dcb0d9e068cde2f2", "KOMPAS.com", ""),
    ("003_52ba97219b5fc7f3", "TRIBUNNEWS.COM", ""),
    ("004_b7e69ecbbeb473b1", "", ""),
]


@pytest.mark.parametrize(("name", "outlet", "published"), REAL)
@pytest.mark.parametrize("wrap", [None, wrap_modern, wrap_plain, wrap_table])
def test_real_texts(shared: Path, name: str, outlet: str, published: str, wrap: object) -> None:
    """All body lines kept, all boilerplate marked; title, date and outlet right or openly missing."""
    text = (shared / f"articles/{name}.txt").read_bytes().decode()
    lines = _lines(text)
    title = "" if lines[0].endswith(".") else lines[0]
    content = text.encode() if wrap is None else wrap(lines, title)  # type: ignore[operator]
    incoming = read_incoming(content, "a.txt" if wrap is None else "a.html")
    body, facts = incoming.extract.body, incoming.extract.facts
    found = _lines(body)
    assert [line for line in dict.fromkeys(found) if line != title] == [
        line for line in dict.fromkeys(lines) if line != title
    ]
    stated = {fact: facts[fact].value if fact in facts else "" for fact in ("title", "outlet", "published")}
    assert stated == {"title": title, "outlet": outlet, "published": published}
    kinds = [_kinds(text), _kinds(body)]
    assert kinds[0] == kinds[1]


def _kinds(body: str) -> set[tuple[str, str]]:
    """What is boilerplate and what a link, by its words."""
    passages = find_passages(body, "id")
    return {
        (" ".join(body[passage.start : passage.end].split()), passage.kind)
        for passage in passages
        if passage.kind != "text"
    }
