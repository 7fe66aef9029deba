"""Three layouts of news pages around given paragraphs: as sites of today, plain blocks, an old table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

_AROUND = '<nav><ul><li><a href="/">Beranda</a></li><li><a href="/daerah">Daerah</a></li></ul></nav>'
_ASIDE = (
    '<aside><h3>Terpopuler</h3><ul><li><a href="/9">Harga cabai di pasar induk turun</a></li></ul></aside>'
)


def wrap_modern(lines: Sequence[str], title: str, outlet: str = "", moment: str = "", url: str = "") -> bytes:
    """An `article` element with JSON-LD and OpenGraph, a menu, an aside and a footer."""
    node = {"@type": "NewsArticle", "headline": title, "datePublished": moment, "publisher": {"name": outlet}}
    described = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, node]}
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8">'
        f"<title>{escape(title)} - {escape(outlet)}</title>"
        f'<meta property="og:title" content="{escape(title)}">'
        f'<meta property="og:site_name" content="{escape(outlet)}">'
        f'<link rel="canonical" href="{escape(url)}">'
        f'<script type="application/ld+json">{json.dumps(described)}</script></head><body><header>{_AROUND}'
        f"</header><main><article><h1>{escape(title)}</h1>{paragraphs}</article></main>{_ASIDE}"
        "<footer>Tentang kami</footer></body></html>"
    ).encode()


def wrap_plain(lines: Sequence[str], title: str) -> bytes:
    """Blocks without meaning, a date nowhere but in the text."""
    blocks = "\n".join(f'<div class="p">{escape(line)}</div>' for line in lines)
    return (
        f'<html><head><meta charset="utf-8"><title>{escape(title)}</title></head><body><div id="top">'
        f'<a href="/">Home</a></div><div class="wrap"><div class="content">{blocks}</div>'
        f'<div class="side"><a href="/b">Jadwal kapal</a></div></div></body></html>'
    ).encode()


def wrap_table(lines: Sequence[str], title: str) -> bytes:
    """A table that lays out the page, and line breaks for paragraphs; no encoding stated."""
    text = "<br><br>\n".join(escape(line) for line in lines)
    return (
        f"<html><head><title>{escape(title)}</title></head><body><table><tr>"
        f'<td><div class="detail">{text}</div></td></tr></table></body></html>'
    ).encode()
