"""A hundred files that are broken or made to do harm, by kind: html, pdf, text, zip.

Each is a function of a size: 1 is as bad as it gets within the limits, 0.01 enough to see it survived.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from random import Random

from made_pdfs import FONT, TEXT, make_locked, make_pages, make_pdf, make_scan, make_stream

Make = Callable[[float], bytes]

LINE = b"<p>Banjir besar datang ke kota pada malam hari dan menutup jalan utama, kata pejabat.</p>"


def times(data: bytes, count: float) -> bytes:
    """`data` so many times, once at least."""
    return data * max(1, int(count))


def html(body: bytes, head: bytes = b"") -> bytes:
    return b"<html><head><title>T</title>%s</head><body><article>%s" % (head, body)


def each(pattern: bytes, count: float) -> bytes:
    """The pattern with 0, 1, 2 ... put in."""
    return b"".join(pattern % number for number in range(max(1, int(count))))


def entities(levels: int = 9) -> bytes:
    """A billion laughs."""
    made = b"".join(b'<!ENTITY e%d "%s">' % (at + 1, b"&e%d;" % at * 10) for at in range(levels))
    return b'<!DOCTYPE html [<!ENTITY e0 "ha">%s]><html><body><p>&e%d;</p>' % (made, levels)


def noise(size: float, seed: int = 1) -> bytes:
    return Random(seed).randbytes(max(1, int(size)))


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def nested(levels: int) -> bytes:
    data = b"0" * 100_000
    for level in range(levels):
        data = zipped((f"{level}.zip", data))
    return data


def loop(key: bytes) -> bytes:
    """A PDF whose tree of pages leads back to itself by `key`."""
    return make_pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R" + key + b">>"]
    )


HTML: list[tuple[str, Make]] = [
    ("nothing", lambda _: b""),
    ("blanks", lambda n: times(b" \n", 5e6 * n)),
    ("deep blocks", lambda n: html(times(b"<div>", 1e6 * n) + LINE)),
    ("deep blocks just below the parser's limit", lambda _: html(b"<div>" * 240 + LINE * 20)),
    ("deep inline", lambda n: html(times(b"<b>", 1e6 * n) + LINE)),
    ("deep lists", lambda n: html(times(b"<ul><li>", 5e5 * n) + LINE)),
    ("deep tables", lambda n: html(times(b"<table><tr><td>", 3e5 * n) + LINE)),
    ("deep quotes", lambda n: html(times(b"<blockquote>", 3e5 * n) + LINE)),
    ("deep headings", lambda n: html(times(b"<h1>a", 2e5 * n))),
    ("deep SVG", lambda n: html(times(b"<svg><g>", 3e5 * n) + LINE)),
    ("closed the other way round", lambda n: html(times(b"<b><i>", 1e5 * n) + times(b"</b></i>", 1e5 * n))),
    ("a billion laughs", lambda _: entities()),
    ("outside entities", lambda _: b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
     + html(b"<p>&x;</p>" + LINE * 9)),
    ("an outside type", lambda _: b'<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd">' + html(LINE * 9)),
    ("two hundred thousand paragraphs", lambda n: html(times(LINE, 2e5 * n))),
    ("as many different ones", lambda n: html(each(LINE.replace(b"kota", b"kota %d"), 2e5 * n))),
    ("line breaks", lambda n: html(b"<p>" + times(b"a<br>", 3e6 * n))),
    ("headings", lambda n: html(times(b"<h1>a</h1>", 1.5e6 * n))),
    ("links", lambda n: html(times(b"<a href=x>a</a>", 1e6 * n))),
    ("a wide table", lambda n: html(b"<table><tr>" + times(b"<td>1", 2e6 * n))),
    ("a billion cells", lambda n: html(b"<table><tr>" + times(b"<td rowspan=9999 colspan=9999>1", 5e5 * n))),
    ("attributes", lambda n: html(b"<p " + each(b"a%d=1 ", 1.5e6 * n) + b">" + LINE)),
    ("an attribute of 15 MB", lambda n: html(b'<p title="' + times(b"x", 1.5e7 * n) + b'">' + LINE)),
    ("a name of 15 MB", lambda n: html(times(b"<" + b"x", 7e6 * n) + LINE)),
    ("one word of 15 MB", lambda n: html(b"<p>" + times(b"a", 1.5e7 * n))),
    ("one line of 15 MB", lambda n: html(b"<p>" + times(b"air naik ", 1.6e6 * n))),
    ("character references", lambda n: html(b"<p>" + times(b"&amp;", 3e6 * n))),
    ("references to no character", lambda n: html(b"<p>" + times(b"&#xD800;&#0;&#x110000;", 6e5 * n))),
    ("open brackets", lambda n: times(b"<", 1.5e7 * n)),
    ("open comments", lambda n: b"<html><body>" + times(b"<!--", 3e6 * n)),
    ("an open script", lambda n: b"<html><body><script>" + times(b"x", 1.5e7 * n)),
    ("meta elements", lambda n: html(LINE * 20, each(b"<meta name=a%d content=b>", 5e5 * n))),
    ("JSON-LD, deep", lambda n: html(LINE * 20, b"<script type=application/ld+json>" + times(b"[", 9e5 * n))),
    ("JSON-LD, a number of a million digits", lambda n: html(
        LINE * 20, b"<script type=application/ld+json>" + times(b"9", 9e5 * n) + b"</script>")),
    ("dates", lambda n: html(times(b"<time itemprop=datepublished datetime=2024-01-01>x</time>", 3e5 * n))),
    ("a date that takes long to read", lambda n: html(
        LINE * 20, b"<meta name=date content='" + times(b"1-", 1e6 * n) + b"'>")),
    ("zero bytes", lambda n: b"\0" * max(1, int(1e7 * n))),
    ("zero bytes between letters", lambda n: html(times(b"<p>a\0b\0c</p>", 1e6 * n))),
    ("random bytes", lambda n: noise(1e7 * n)),
    ("random bytes in a page", lambda n: html(b"<p>" + noise(1e7 * n))),
    ("UTF-16 without a mark", lambda _: html(LINE * 20).decode().encode("utf-16-le")),
    ("UTF-16 cut in a character", lambda _: html(LINE * 20).decode().encode("utf-16")[:-1]),
    ("UTF-32", lambda _: html(LINE * 20).decode().encode("utf-32")),
    ("UTF-7 that hides a script", lambda _: html(b"<meta charset=utf-7>+ADw-script+AD4-")),
    ("a charset that is a bomb", lambda n: html(b"<meta charset=zlib>" + gzip.compress(b"0" * int(1e7 * n)))),
    ("a charset of great cost", lambda n: html(b"<meta charset=punycode><p>" + times(b"a-b9", 2e5 * n))),
    ("half characters", lambda n: html(b"<p>" + times(b"\xed\xa0\x80", 1e6 * n))),
    ("gzip, sent as a page", lambda n: gzip.compress(b"0" * int(1e9 * n))),
    ("a PDF, sent as a page", lambda _: make_pages()),
    ("marks that turn text round", lambda n: html(b"<p>" + times("\u202e\u2066\u200b".encode(), 5e5 * n))),
]  # fmt: skip
PDF: list[tuple[str, Make]] = [
    ("nothing", lambda _: b""),
    ("its first line", lambda _: b"%PDF-1.7\n"),
    ("a page", lambda _: html(LINE)),
    ("random bytes", lambda n: noise(1e7 * n)),
    ("random bytes after its first line", lambda n: b"%PDF-1.7\n" + noise(1e7 * n)),
    ("first lines only", lambda n: times(b"%PDF-1.7\n", 1.5e6 * n)),
    ("objects without end", lambda n: b"%PDF-1.7\n" + each(b"%d 0 obj<<", 5e5 * n)),
    ("cut in the middle", lambda _: make_pages()[:300]),
    ("cut before its table", lambda _: make_pages().partition(b"xref")[0]),
    ("a table that leads elsewhere", lambda _: make_pages().replace(b"00000 n", b"00001 n")),
    ("a table that leads to itself", lambda _: make_pdf([b"<<>>"], b"/Root 1 0 R/Prev 40")),
    ("a table of a billion rows", lambda _: make_pages().replace(b"xref\n0 6", b"xref\n0 999999999")),
    ("scanned", lambda _: make_scan()),
    ("locked", lambda _: make_locked()),
    ("locked in a way nobody knows", lambda _: make_pdf(
        [b"<</Type/Catalog>>", b"<</Filter/Nobody/V 99/R 99>>"], b"/Root 1 0 R/Encrypt 2 0 R/ID[<00><00>]")),
    ("15 kB that are 8 MB of operators", lambda n: make_pages(b"BT /F 12 Tf " + times(b"(a)Tj ", 1.3e6 * n))),
    ("1 kB that are the same, packed twice", lambda n: make_pages(times(b"(a)Tj ", 1e7 * n), packings=2)),
    ("packed fifty times", lambda _: make_pages(TEXT, packings=50)),
    ("a thousand pages that are one", lambda n: make_pages(times(TEXT + b" ", 1e4 * n), pages=1_000)),
    ("a million pages that are one", lambda n: make_pages(TEXT, pages=max(1, int(1e6 * n)))),
    ("contents a thousand times over", lambda n: make_pages(times(b"(a)Tj ", 1e5 * n), repeat=1_000)),
    ("a string of 30 MB", lambda n: make_pages(b"BT (" + times(b"x", 3e7 * n) + b")Tj ET")),
    ("deep arrays", lambda n: make_pages(times(b"[", 1e6 * n))),
    ("deep dictionaries", lambda n: make_pages(times(b"<<", 1e6 * n))),
    ("deep states", lambda n: make_pages(times(b"q ", 5e6 * n))),
    ("contents that show themselves", lambda _: make_pages(b"/X Do " * 100)),
    ("pages that hold themselves", lambda _: loop(b"")),
    ("pages that count wrong", lambda _: make_pages().replace(b"/Count 1", b"/Count 999999999")),
    ("deep objects", lambda n: make_pdf([b"<</Type/Catalog/Pages " + times(b"[", 1e5 * n)])),
    ("a font that maps everything", lambda n: make_pages(TEXT, font=FONT[:-2] + b"/ToUnicode 4 0 R>>")
     + times(b"0", n)),
    ("a picture of a bomb", lambda n: make_pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
         b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", make_stream(bytes(int(1e8 * n)), 2)])),
]  # fmt: skip
TEXTS: list[tuple[str, Make]] = [
    ("nothing", lambda _: b""),
    ("zero bytes", lambda n: b"\0" * max(1, int(5e6 * n))),
    ("random bytes", lambda n: noise(5e6 * n)),
    ("random bytes without zeros", lambda n: noise(5e6 * n).replace(b"\0", b"\xff")),
    ("one line", lambda n: times(b"air naik ", 5.5e5 * n)),
    ("lines only", lambda n: times(b"\n", 5e6 * n) + b"a"),
    ("UTF-16 cut in a character", lambda _: "\ufeffBanjir".encode("utf-16-le")[:-1]),
    ("UTF-7", lambda _: b"+ADw-script+AD4-" * 10),
    ("marks of all kinds", lambda n: times("\u202e\u2066\u200b\ufeff".encode(), 4e5 * n)),
    ("a megabyte too much", lambda _: b"a" * 6_000_000),
]
ZIPS: list[tuple[str, Make]] = [
    ("nothing", lambda _: b""),
    ("random bytes", lambda n: b"PK\x03\x04" + noise(1e7 * n)),
    ("a bomb", lambda n: zipped(("a.txt", bytes(int(1e9 * n))))),
    ("many small bombs", lambda n: zipped(*((f"{at}.txt", bytes(900_000)) for at in range(int(300 * n))))),
    ("archives in archives", lambda _: nested(20)),
    ("too many members", lambda _: zipped(*((f"{at}.txt", b"") for at in range(20_001)))),
    ("ends only", lambda n: times(b"PK\x05\x06", 5e6 * n)),
    ("a bomb packed by lzma", lambda n: zipped(("a.txt", bytes(int(1e8 * n))), method=zipfile.ZIP_LZMA)),
    ("names that lead up", lambda _: zipped(("../../a.txt", b"water"), ("/etc/b.txt", b"water"))),
]
FILES = [
    (kind, note, make)
    for kind, made in (("html", HTML), ("pdf", PDF), ("text", TEXTS), ("zip", ZIPS))
    for note, make in made
]
