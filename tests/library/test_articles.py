"""One article from bytes: nothing altered, nothing guessed in silence, everything wrong said at once."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.library.problems import ArticleError
from claimdesk.library.read import parse_article

FRONT = b'---\ntitle: "Sungai meluap"\nlanguage: id\n---\n'


@given(st.text(min_size=1).filter(str.strip), st.sampled_from([FRONT, FRONT.replace(b"\n", b"\r\n"), b""]))
def test_the_body_is_what_was_written(body: str, front: bytes) -> None:
    body = "Air naik. " + body.translate(dict.fromkeys(range(32), " ")).replace("\x7f", " ")
    data = front + body.encode()
    article, _ = parse_article(data, "folder/a.md")
    assert article.body == body
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.body_sha256 == hashlib.sha256(body.encode()).hexdigest()


@pytest.mark.parametrize(
    "body", ["\n  Air naik.\r\nSurut.\r  ", "Air naik.\n---\nSurut.\n", "\u2028Air naik."]
)
def test_nothing_is_stripped_and_line_ends_stay(body: str) -> None:
    assert parse_article(FRONT + body.encode(), "a.md")[0].body == body
    assert parse_article(body.encode(), "a.txt")[0].body == body


def test_front_matter_in_plain_text_is_text() -> None:
    article, _ = parse_article(FRONT + b"Air naik.", "a.txt")
    assert article.body.startswith("---\n")


def test_everything_stated() -> None:
    data = (
        b"---\ntitle: 'no: 12:30'\noutlet: 010\nurl: https://contoh.id/a\nlanguage: id-ID\nkind: digest\n"
        b"published: 2021-05-03T23:30:00+07:00\nretrieved: 2021-05-04\nsha256: 0f\nedited_by: redaksi\n"
        b"---\nAir naik."
    )
    article, problems = parse_article(data, "articles/contoh.id.md")
    assert problems == ()
    assert (article.id, article.title, article.outlet) == ("contoh.id", "no: 12:30", "010")
    assert (article.published, article.retrieved) == (date(2021, 5, 3), date(2021, 5, 4))
    assert (article.url, article.language, article.kind) == ("https://contoh.id/a", "id", "digest")
    assert not article.title_in_body
    assert article.notes == ()


def test_what_is_missing_is_said() -> None:
    article, problems = parse_article(
        b"---\nkind: article\npublished:\n---\nThe water rose in the town.", "a.md"
    )
    assert problems == ()
    assert (article.title, article.outlet, article.published, article.language) == (
        "The water rose in the town.",
        "",
        None,
        "en",
    )
    assert article.notes == (
        "Language not stated; by its words it is English.",
        "No headline; the first sentence stands in for the title.",
        "No outlet stated.",
        "No publication date stated.",
        "No web address stated.",
    )


def test_a_stated_title_that_opens_the_text_is_a_heading_of_it() -> None:
    body = "Sungai  Meluap\nAir naik."
    assert parse_article(f"---\ntitle: Sungai Meluap\n---\n{body}".encode(), "a.md")[0].title_in_body
    assert not parse_article(f"---\ntitle: Air\n---\n{body}".encode(), "a.md")[0].title_in_body


def test_what_was_proposed_is_said() -> None:
    article, problems = parse_article(b"---\nproposed: title (og:title)\nauthor: Ana\n---\nAir naik.", "a.md")
    assert problems == ()
    assert article.author == "Ana"
    assert "Read off the source and confirmed by nobody: title (og:title)." in article.notes


def test_language_that_cannot_be_told() -> None:
    article, _ = parse_article(b"2021 2022 ???", "a.txt")
    assert article.language == "id"
    assert "Language not stated and not told by the words; read as Indonesian." in article.notes


PLAIN = [
    ("the first line is the title", "Sungai Meluap\n\nAir naik sejak pagi.", "Sungai Meluap"),
    ("blank lines before it", "\n\n  Sungai Meluap  \nAir naik.", "Sungai Meluap"),
    ("not a date line", "Senin, 3 Mei 2021 - 10:15\nSungai Meluap\nAir naik.", "Sungai Meluap"),
    ("not a link", "Baca juga: Jalan Putus\nSungai Meluap\nAir naik.", "Sungai Meluap"),
    ("nothing but boilerplate", "share\nBaca juga: Jalan Putus", "share"),
    ("a Markdown heading", "# Sungai Meluap\nAir naik.", "Sungai Meluap"),
    ("cut where it is a long text", "kata " * 100, "kata " * 60 + "…"),
]


@pytest.mark.parametrize(("note", "body", "title"), PLAIN)
def test_title_of_plain_text(note: str, body: str, title: str) -> None:
    for path in ("a.txt", "a.md"):
        article, _ = parse_article(body.encode(), path)
        assert article.title == title, note
        assert article.title_in_body


def test_a_sentence_as_title_is_said() -> None:
    article, _ = parse_article(b"Air naik sejak pagi.\nWarga pindah.", "a.txt")
    assert "No headline; the first sentence stands in for the title." in article.notes


ENCODINGS = [
    ("UTF-8 with a mark", "Air naik – “kata” Ana.", "utf-8-sig"),
    ("UTF-16 with a mark", "Air naik – “kata” Ana.", "utf-16"),
    ("UTF-32 with a mark", "Air naik – “kata” Ana.", "utf-32"),
]
GUESSED = [
    ("Windows", "Air naik – “kata” Ana di café itu.", "cp1252"),
    ("old Macintosh", "Air naik – “kata” Ana di café itu.", "mac_roman"),
]


@pytest.mark.parametrize(("note", "text", "encoding"), ENCODINGS)
def test_encodings(note: str, text: str, encoding: str) -> None:
    article, problems = parse_article(text.encode(encoding), "a.txt")
    assert article.body == text, note
    assert article.body_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert problems == ()


@pytest.mark.parametrize(("note", "text", "encoding"), GUESSED)
def test_guessed_encodings_are_said(note: str, text: str, encoding: str) -> None:
    article, problems = parse_article(f"Judul\n{text}".encode(encoding), "a.txt")
    assert article.body == f"Judul\n{text}", note
    assert [(problem.severity, problem.line, problem.column) for problem in problems] == [("warning", 2, 10)]
    said = f"he text is not UTF-8; it was read as {encoding}"
    assert problems[0].what.startswith(f"t{said}")
    assert article.notes[0].startswith(f"T{said}")


def test_torn_characters() -> None:
    """A download cut in the middle of a character is still read as what it is."""
    article, problems = parse_article("Air naik – “kata” Ana.”".encode()[:-1], "a.txt")
    assert article.body == "Air naik – “kata” Ana.\ufffd"
    assert "1 torn character" in problems[0].what


LONG = b"Air naik di desa itu. " * 20
WRONG = [
    ("no end", b"---\ntitle: x\nAir naik.", ["1:1: the front matter has no end, write a line --- after it"]),
    ("does not parse", b"---\ntitle: a: b\n---\nx", ["2:9: the front matter does not parse (mapping values"]),
    ("a list", b"---\n- title\n---\nx", ["2:1: the front matter does not parse (not a key and a value)"]),
    ("a word", b"---\ntitle\n---\nx", ["2:1: the front matter does not parse (not a key and a value)"]),
    ("a tab", b"---\n\ttitle: x\n---\nx", ["2:1: the front matter does not parse (found character"]),
    ("a bad character", b"---\nkind: \x01\n---\n" + LONG, ["1:1: the front matter does not parse"]),
    ("stated twice", b"---\nurl:\nurl:\n---\nx", ["3:1 url: this key stands here twice, keep one of them"]),
    ("a list as value", b"---\ntitle: [x, y]\n---\nx", ["2:8 title: the value must be plain text"]),
    ("an anchor", b"---\ntitle: &a x\nurl: *a\n---\nx", ["2:8 title: the value", "3:6 url: the value"]),
    ("a tag", b"---\ntitle: !!python/name:os.system x\n---\nx", ["2:8 title: the value must be plain text"]),
    ("no such day", b"---\npublished: 2021-02-30\n---\nx", ["2:12 published: “2021-02-30” is not"]),
    ("a week", b"---\nretrieved: 2021-W18-1\n---\nx", ["2:12 retrieved: “2021-W18-1” is not a date"]),
    ("a bare number", b"---\nretrieved: 2021\n---\nx", ["2:12 retrieved: “2021” is not a date"]),
    ("language", b"---\nlanguage: fr\n---\nx", ["2:11 language: the language “fr” is not read here"]),
    ("kind", b"---\nkind: blog\n---\nx", ["2:7 kind: “blog” is no kind of article, write"]),
    ("no text", b"---\ntitle: x\n---\n \n", ["4:1: the article has no text, put its text here"]),
    ("an empty file", b"", ["1:1: the article has no text, put its text here"]),
    ("all at once", b"---\npublished: x\nkind: y\n---\n", ["2:12 published", "3:7 kind", "5:1: the article"]),
    ("zero bytes", b"Air\nnaik\0", ["2:5: this is not text, it holds a zero byte, save it as plain text in"]),
    ("control", bytes(range(1, 32)) * 9, ["1:1: this is not text, it is full of control characters"]),
    ("a torn mark", b"\xff\xfeA", ["1:3: this is not the Unicode its first bytes say, save it as"]),
]  # fmt: skip


@pytest.mark.parametrize(("note", "data", "said"), WRONG)
def test_broken_articles(note: str, data: bytes, said: list[str]) -> None:
    with pytest.raises(ArticleError) as caught:
        parse_article(data, "x.md")
    lines = str(caught.value).splitlines()
    assert len(lines) == len(said), (note, lines)
    assert all(line.startswith(f"x.md:{text}") for line, text in zip(lines, said, strict=True)), (note, lines)


WARNED = [
    ("unknown key", b"wrote: x", "2:1 wrote: this key means nothing here, known keys are title"),
    ("nearly a key", b"publish: x", "2:1 publish: this key means nothing here, did you mean published?"),
    ("unknown and nested", b"tags: [a, {b: c}]", "2:1 tags: this key means nothing here"),
    ("a bad address", b"url: javascript:x", "2:6 url: “javascript:x” is not a web address"),
    ("another body", b"body_sha256: 0f", "4:1 body_sha256: the text is not the one that body_sha256"),
]


@pytest.mark.parametrize(("note", "line", "said"), WARNED)
def test_warnings_do_not_stop_an_article(note: str, line: bytes, said: str) -> None:
    article, problems = parse_article(b"---\n" + line + b"\n---\nAir naik.", "x.md")
    assert (article.body, article.url) == ("Air naik.", "")
    assert [problem.severity for problem in problems] == ["warning"], note
    assert str(problems[0]).startswith(f"x.md:{said}")


@pytest.mark.parametrize("piece", [b"[", b"{a: ", b"? ", b"a: &b\n", b"- ", b"'", b"!a "])
def test_hostile_front_matter_ends_in_a_sentence(piece: bytes) -> None:
    data = b"---\nx: " + piece * (15_000 // len(piece)) + b"\n---\nAir naik."
    try:
        _, problems = parse_article(data, "x.md")
    except ArticleError as error:
        problems = error.problems
    assert problems
