"""Articles put into a library: whole, once, with what was received, and with what is known of them."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from claimdesk import load_registry, match
from claimdesk.errors import InputError, UsageError
from claimdesk.library.add import Added, add_article
from claimdesk.library.catalogue import open_catalogue
from claimdesk.library.incoming import find_suffix, read_incoming
from claimdesk.library.outlets import address_key
from claimdesk.library.problems import ArticleError, RefusedError
from claimdesk.library.read import load_articles
from claimdesk.library.relatives import find_changes
from claimdesk.model import Quote
from tests.library.retold import OTHER_REPORT, QUOTING, REPORT, REVISED, TRANSLATION, WIRE

URL = "https://contoh.com/daerah/banjir-1"


def add_text(folder: Path, text: str, url: str = "", **given: str) -> Added:
    with open_catalogue(folder) as catalogue:
        return add_article(
            catalogue, read_incoming(text.encode(), "a.txt", url), {**({"url": url} if url else {}), **given}
        )


def test_an_article_with_what_was_received(tmp_path: Path) -> None:
    added = add_text(tmp_path, REPORT, published="2021-05-04", author="")
    assert added.is_new
    assert added.id == "2021-05-04-contoh-com-sungai-contoh-meluap-340-warga-mengungsi"
    article = load_articles(tmp_path).articles[0]
    assert article.body == REPORT
    assert (article.title, article.outlet, article.published) == (
        "Sungai Contoh Meluap, 340 Warga Mengungsi",
        "CONTOH.com",
        date(2021, 5, 4),
    )
    assert article.title_in_body
    sha256 = hashlib.sha256(REPORT.encode()).hexdigest()
    assert (tmp_path / f"raw/{sha256}.txt").read_bytes() == REPORT.encode()
    assert added.facts is not None
    assert {name: fact.read_in for name, fact in added.facts.items()} == {
        "language": "its words",
        "title": "the first line",
        "outlet": "the dateline “CONTOHKOTA, CONTOH.com -”",
        "published": "given",
    }
    assert added.missing == ("author", "url")
    assert article.notes[0].startswith(
        "Read off the source and confirmed by nobody: language (its words), title ("
    )
    assert "published" not in article.notes[0]


def test_what_a_person_takes_back_stays_open(tmp_path: Path) -> None:
    added = add_text(tmp_path, REPORT, title="", outlet="Harian Contoh")
    assert added.facts is not None
    assert "title" not in added.facts
    assert added.facts["outlet"].value == "Harian Contoh"


WRONG = [
    ("no day", {"published": "kemarin"}, "published: “kemarin” is not a date. Write it as"),
    ("no address", {"url": "contoh"}, "url: “contoh” is not a web address"),
    ("no fact", {"colour": "red"}, "colour: this is no fact of an article"),
    ("no such article", {"copy_of": "x"}, "copy of x: the library holds no such article"),
]


@pytest.mark.parametrize(("note", "given", "said"), WRONG)
def test_wrong_facts_are_refused_and_nothing_is_written(
    tmp_path: Path, note: str, given: dict[str, str], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        add_text(tmp_path, REPORT, **given)
    assert not list(tmp_path.glob("*.md")), note


FORMS = [
    ("a name", b"Air naik.", "a.txt", "", ".txt"),
    ("Markdown", b"Air naik.", "a.md", "", ".md"),
    ("pasted with front matter", b"---\ntitle: x\n---\nAir naik.", "", "", ".md"),
    ("a text that opens with a line", b"---\nAir naik.", "", "", ".txt"),
    ("front matter that is text", b"---\ntitle: x\n---\nAir naik.", "a.txt", "", ".txt"),
    ("a page by its bytes", b"\xef\xbb\xbf <!-- x -->\n<!DOCTYPE html><html>", "a.txt", "", ".html"),
    ("a page by its name", b"<p>Air naik.</p>", "A.HTM", "", ".html"),
    ("a page by what the server says", b"<p>Air naik.</p>", "", "text/html", ".html"),
    ("a PDF by its bytes", b"\n%PDF-1.7", "a.txt", "", ".pdf"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "content", "name", "media_type", "suffix"), FORMS)
def test_forms(note: str, content: bytes, name: str, media_type: str, suffix: str) -> None:
    assert find_suffix(content, name, media_type) == suffix, note


REFUSED = [
    ("blank", b" \n ", "a.txt", RefusedError, "There is no text in it"),
    ("not text", b"\x00\x01", "a.txt", ArticleError, "not text"),
    ("a page without text", b"<html></html>", "a.html", RefusedError, "No text could be extracted"),
    ("front matter only", b"---\ntitle: x\n---\n", "a.md", RefusedError, "There is no text in it"),
    ("broken front matter", b"---\ntitle: [\n---\nAir naik.", "a.md", ArticleError, "does not parse"),
    ("no PDF", b"%PDF-1.4 nothing", "a.pdf", RefusedError, "No text could be extracted"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "content", "name", "error", "said"), REFUSED)
def test_what_holds_no_article_is_refused(
    note: str, content: bytes, name: str, error: type[InputError], said: str
) -> None:
    with pytest.raises(error) as refused:
        read_incoming(content, name)
    assert said in str(refused.value), note


SAME = [
    ("the same bytes", REPORT, "", {}, True),
    ("the same bytes at another address", REPORT, "https://lain.com/x", {}, True),
    ("the same text in other bytes", "\ufeff" + REPORT, "", {}, True),
    ("word for word in another outlet", "\ufeff" + REPORT, "", {"outlet": "Harian Lain"}, False),
    ("word for word at another address", "\ufeff" + REPORT, "https://lain.com/x", {}, False),
    ("another text", OTHER_REPORT, "", {}, False),
]


@pytest.mark.parametrize(("note", "text", "url", "given", "same"), SAME)
def test_what_is_here_is_not_added_again(
    tmp_path: Path, note: str, text: str, url: str, given: dict[str, str], same: bool
) -> None:
    first = add_text(tmp_path, REPORT, URL)
    second = add_text(tmp_path, text, url, **given)
    assert second.is_new is not same, note
    assert (second.id == first.id) is same
    assert len(load_articles(tmp_path)) == (1 if same else 2)


ALIKE = [
    ("a wire copy", REPORT, WIRE, "copy"),
    ("a translation", REPORT, TRANSLATION, "translation"),
    ("a translation, the other way round", TRANSLATION, REPORT, "translation"),
    ("another report on the event", REPORT, OTHER_REPORT, None),
    ("one that takes three sentences over", REPORT, QUOTING, "shares"),
    ("a version pasted without its address", REPORT, REVISED, "version"),
]


@pytest.mark.parametrize(("note", "first", "second", "kind"), ALIKE)
def test_what_is_alike(tmp_path: Path, note: str, first: str, second: str, kind: str | None) -> None:
    one, two = add_text(tmp_path, first), add_text(tmp_path, second)
    assert two.is_new
    assert [(likeness.id, likeness.kind) for likeness in two.likenesses] == (
        [(one.id, kind)] if kind else []
    ), note
    for likeness in two.likenesses:
        for new, old in likeness.pairs:
            assert new.of(second).strip()
            assert old.of(first).strip()


def test_the_same_address_with_another_text_is_a_version(tmp_path: Path) -> None:
    first = add_text(tmp_path, REPORT, URL)
    second = add_text(tmp_path, REVISED, URL.replace("https://", "http://www.") + "/?utm_source=x&page=all")
    assert (second.facts or {})["revises"].value == first.id
    assert second.likenesses == ()
    assert second.changes == find_changes(REPORT, REVISED)
    third = add_text(tmp_path, REVISED + "Tambahan.\n", URL)
    assert third.changes
    assert [article.revises for article in load_articles(tmp_path)] == ["", first.id, second.id]
    changes = find_changes(REPORT, REVISED)
    assert [len(change.old) for change in changes] == [1, 2]
    assert "Dua orang tewas" in changes[1].old[1]


def test_a_copy_is_kept_as_one_unless_a_person_says_no(tmp_path: Path) -> None:
    first = add_text(tmp_path, REPORT)
    second = add_text(tmp_path, WIRE)
    third = add_text(tmp_path, TRANSLATION, copy_of="")
    copies = {article.id: article.copy_of for article in load_articles(tmp_path)}
    assert copies == {first.id: "", second.id: first.id, third.id: ""}
    fourth = add_text(tmp_path, OTHER_REPORT, copy_of=first.id)
    assert (fourth.facts or {})["copy_of"].read_in == "given"


ADDRESSES = [
    ("https://www.contoh.com/a/", "contoh.com/a"),
    ("http://m.contoh.com/a?page=all&utm_medium=x#komentar", "contoh.com/a"),
    ("https://contoh.com/a/amp", "contoh.com/a"),
    ("https://contoh.com/baca?id=12&fbclid=y", "contoh.com/baca?id=12"),
    ("https://contoh.com/a?utm_source=x&msclkid=1&mc_cid=2&_ga=3&amp=1&page=2", "contoh.com/a"),
    ("https://contoh.com/berita?source=antara&ref=7", "contoh.com/berita?ref=7&source=antara"),
    ("https://contoh.com/warta?from=2021-05-03", "contoh.com/warta?from=2021-05-03"),
    ("https://contoh.com/index.php?page=banjir", "contoh.com/index.php?page=banjir"),
    ("", ""),
    ("http://[", ""),
]


@pytest.mark.parametrize(("url", "key"), ADDRESSES)
def test_addresses_of_one_article(url: str, key: str) -> None:
    assert address_key(url) == key


def test_articles_put_there_by_hand_are_known_too(tmp_path: Path) -> None:
    (tmp_path / "tangan.txt").write_text(REPORT, encoding="utf-8")
    assert add_text(tmp_path, REPORT).id == "tangan"
    (tmp_path / "tangan.txt").unlink()
    assert add_text(tmp_path, REPORT).is_new


def test_a_link_that_leads_nowhere_keeps_nothing_out(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to(tmp_path / "elsewhere.md")
    assert add_text(tmp_path, REPORT).is_new


def test_a_catalogue_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """As on a full disk, which ends what SQLite was about: the article itself is whole and found again."""
    words = ("Warga", "pindah", "rumah", "desa", "sungai", "banjir", "bantuan", "kota")
    text = REPORT + "\n".join(" ".join(f"{word}{n}" for word in words) + "." for n in range(2000))
    with pytest.raises(InputError, match="Make room on the disk"):
        _add_on_a_full_disk(tmp_path, text)
    assert [article.body for article in load_articles(tmp_path).articles] == [text]
    assert not add_text(tmp_path, text).is_new


def _add_on_a_full_disk(folder: Path, text: str) -> None:
    with open_catalogue(folder) as catalogue:
        catalogue._database.execute("PRAGMA max_page_count = 1")
        add_article(catalogue, read_incoming(text.encode(), "a.txt"))


def test_a_catalogue_is_made_anew(tmp_path: Path) -> None:
    first = add_text(tmp_path, REPORT)
    (tmp_path / ".claimdesk/catalogue.sqlite").write_bytes(b"no database" * 1000)
    assert add_text(tmp_path, REPORT) == Added(first.id, False)


NAMES = [
    ("../../etc/passwd.txt", "sungai-contoh-meluap"),
    ("a\x00b.txt", "sungai-contoh-meluap"),
    ("CON.txt", "sungai-contoh-meluap"),
]


@pytest.mark.parametrize(("name", "start"), NAMES)
def test_file_names_are_ours(tmp_path: Path, name: str, start: str) -> None:
    with open_catalogue(tmp_path) as catalogue:
        added = add_article(catalogue, read_incoming(REPORT.encode(), name), {"outlet": ""})
    assert added.id.startswith(start)


def test_a_title_without_letters_of_ours(tmp_path: Path) -> None:
    assert (
        add_text(tmp_path, REPORT, title="Река", outlet="").id
        == "article-" + hashlib.sha256(REPORT.encode()).hexdigest()[:12]
    )


def test_an_imported_text_gives_the_quotes_of_the_file_itself(
    shared: Path, root: Path, tmp_path: Path
) -> None:
    sources = sorted((shared / "articles").glob("*.txt"))
    registry = load_registry(root / "claims.yaml")
    with open_catalogue(tmp_path) as catalogue:
        ids = {
            path.stem: add_article(catalogue, read_incoming(path.read_bytes(), path.name)).id
            for path in sources
        }
    before = match(registry, load_articles(shared / "articles"), candidates=False)
    after = {
        entry.article.id: entry
        for entry in match(registry, load_articles(tmp_path), candidates=False).articles
    }
    assert sum(len(entry.quotes) for entry in before.articles) > 100
    for entry in before.articles:
        found = after[ids[entry.article.id]]
        assert found.passages == entry.passages
        assert [_said(quote) for quote in found.quotes] == [_said(quote) for quote in entry.quotes]


def _said(quote: Quote) -> tuple[object, ...]:
    return quote.claim, quote.start, quote.end, quote.stance, quote.score, quote.origin.name, quote.date
