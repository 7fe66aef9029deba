"""Pages fetched from servers that behave, and from servers that do not."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from web import PUBLIC, Answer, make_network, page, redirect, serving

from claimdesk.library import fetch as fetching
from claimdesk.library import fetch_body, fetch_target, fetch_wire
from claimdesk.library.fetch import Fetched, fetch
from claimdesk.library.fetch_wire import Network
from claimdesk.library.problems import RefusedError

BODY = b"<html><p>Banjir di kota itu surut.</p>"
NEWS = {"news.example": [PUBLIC]}


def get(
    answer: Answer | bytes,
    url: str = "http://news.example/",
    *,
    seconds: float = 5,
    limit: int = 10_000_000,
) -> Fetched:
    """What is fetched from a server that answers so."""
    with serving(answer) as server:
        return fetch(url, seconds, limit, make_network(NEWS, {PUBLIC: server}))


def chunk(*pieces: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (*pieces, b""))


def packed(body: bytes, packing: str = "gzip") -> bytes:
    return page(body, f"Content-Encoding: {packing}")


WELL = [
    (page(BODY), "text/html", "", BODY, "as it is"),
    (page(BODY, media="text/html; charset=UTF-8"), "text/html", "utf-8", BODY, "with its charset"),
    (page(BODY, media="Text/HTML;charset='windows-1252'"), "text/html", "cp1252", BODY, "in odd quotes"),
    (page(BODY, media='text/html; charset="windows-1252"'), "text/html", "cp1252", BODY, "in quotes"),
    (page(BODY, media="text/html; charset=utf-7"), "text/html", "", BODY, "a charset that hides markup"),
    (page(BODY, media="text/html; charset=base64"), "text/html", "", BODY, "a codec that is no charset"),
    (page(BODY, media="text/html; charset=x-none"), "text/html", "", BODY, "an unknown charset"),
    (page(BODY, media="application/xhtml+xml"), "application/xhtml+xml", "", BODY, "XHTML"),
    (page(b"water", media="text/plain"), "text/plain", "", b"water", "plain text"),
    (page(b"%PDF-1.4", media="application/pdf"), "application/pdf", "", b"%PDF-1.4", "a PDF"),
    (page(b"%PDF-1.4", media=""), "application/pdf", "", b"%PDF-1.4", "a PDF of no stated kind"),
    (page(b" <HTML>", media="application/octet-stream"), "text/html", "", b" <HTML>", "a page for keeping"),
    (packed(gzip.compress(BODY)), "text/html", "", BODY, "gzip"),
    (packed(gzip.compress(BODY[:9]) + gzip.compress(BODY[9:]), "x-gzip"), "text/html", "", BODY, "twofold"),
    (packed(gzip.compress(BODY) + b"\0" * 99), "text/html", "", BODY, "padded"),
    (chunk(BODY[:7], BODY[7:]), "text/html", "", BODY, "in chunks"),
    (b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + BODY, "text/html", "", BODY, "of no length"),
    (b"HTTP/1.1 100 Continue\r\n\r\n" + page(BODY), "text/html", "", BODY, "after a word in between"),
    (page(b""), "text/html", "", b"", "empty"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "media", "charset", "body", "note"), WELL, ids=[row[-1] for row in WELL])
def test_a_page_is_fetched(answer: bytes, media: str, charset: str, body: bytes, note: str) -> None:
    found = get(answer)
    assert (found.media_type, found.charset, found.content) == (media, charset, body), note
    assert timedelta(0) <= datetime.now(UTC) - found.retrieved < timedelta(minutes=1)


BAD = [
    (b"", fetching.NO_HTTP, "no answer"),
    (b"220 mail ready\r\n", fetching.NO_HTTP, "a mail server"),
    (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", fetching.NO_HTTP, "too many headers"),
    (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000, fetching.NO_HTTP, "a header too long"),
    (chunk(b"x")[:-7] + b"-5\r\n", fetching.CUT_SHORT, "a chunk of less than nothing"),
    (chunk(b"x")[:-7] + b"zz\r\n", fetching.CUT_SHORT, "a chunk of no size"),
    (chunk(BODY)[:-9], fetching.CUT_SHORT, "chunks that break off"),
    (page(BODY)[:-1], fetching.CUT_SHORT, "a byte short"),
    (packed(gzip.compress(BODY)[:-9]), fetch_body.CUT_SHORT, "gzip that breaks off"),
    (packed(b"no gzip"), fetching.CUT_SHORT, "no gzip"),
    (packed(b""), fetch_body.CUT_SHORT, "nothing for gzip"),
    (packed(BODY, "br"), fetch_body.OTHER_PACKING, "brotli, unasked"),
    (packed(zlib.compress(BODY), "deflate"), fetch_body.OTHER_PACKING, "deflate, unasked"),
    (packed(gzip.compress(gzip.compress(BODY)), "gzip, gzip"), fetch_body.OTHER_PACKING, "gzip in gzip"),
    (page(b"x", media="video/mp4"), fetch_body.OTHER_MEDIA, "a film"),
    (page(b"x", media="application/zip"), fetch_body.OTHER_MEDIA, "an archive"),
    (page(b"MZ", media=""), fetch_body.OTHER_MEDIA, "a program of no stated kind"),
    (page(b"", status="204 No Content"), fetching.NO_PAGE, "nothing, on purpose"),
    (page(BODY, status="206 Partial Content"), fetching.NO_PAGE, "a part, unasked"),
    (page(BODY, status="403 Forbidden"), fetching.STATUSES[403], "no programs"),
    (page(BODY, status="404 Not Found"), fetching.STATUSES[404], "no page"),
    (page(BODY, status="500 Oops"), fetching.NO_PAGE, "a fault"),
    (page(BODY, status="302 Found"), fetching.NO_PAGE, "a redirect to nowhere"),
    (redirect("/"), fetching.TOO_MANY_REDIRECTS, "round and round"),
    (redirect("file:///etc/passwd"), fetch_target.OTHER_SCHEME, "to a file"),
    (redirect("http://[/"), fetch_target.NO_ADDRESS, "to no address"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "template", "note"), BAD, ids=[row[-1] for row in BAD])
def test_a_bad_answer_is_refused(answer: bytes, template: str, note: str) -> None:
    with pytest.raises(RefusedError) as refused:
        get(answer)
    assert refused.value.template == template, note


def endless(head: bytes, piece: bytes, pause: float = 0) -> Callable[[socket.socket], None]:
    """An answer that never ends."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)
            time.sleep(pause)

    return answer


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
DRIPS = [
    (endless(b"", b"", 0.05), "silence"),
    (endless(b"", b"H", 0.05), "the status line, a byte at a time"),
    (endless(OK, b"A: b\r\n", 0.05), "headers, one at a time"),
    (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.05), "nothing but words in between"),
    (endless(OK + b"\r\n", b"x", 0.05), "the page, a byte at a time"),
    (endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", 0.05), "chunks of a byte"),
    (
        endless(OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b""), 0.05),
        "empty gzip, again and again",
    ),
]
FLOODS = [
    (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000), "words in between"),
    (endless(OK + b"\r\n", b"x" * 65_536), "an endless page"),
    (endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"ffff\r\n" + b"x" * 65_535 + b"\r\n"), "chunks"),
    (endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"fffffffffff\r\n" + b"x" * 65_536), "one chunk"),
    (OK + b"Content-Length: 99999999999\r\n\r\n", "a stated length"),
    (packed(gzip.compress(b"0" * 20_000_000)), "a gzip bomb: 20 MB in 20 kB"),
    (packed(gzip.compress(b"0" * 700_000) * 2), "a gzip bomb in two parts"),
]


@pytest.mark.parametrize(("answer", "note"), DRIPS, ids=[note for _, note in DRIPS])
def test_one_deadline_holds_for_all_of_it(answer: Answer, note: str) -> None:
    with pytest.raises(RefusedError) as refused:
        get(answer, seconds=0.6)
    assert refused.value.template == fetch_wire.TOO_SLOW, note


@pytest.mark.parametrize(("answer", "note"), FLOODS, ids=[note for _, note in FLOODS])
def test_one_limit_holds_for_all_of_it(answer: Answer | bytes, note: str) -> None:
    with pytest.raises(RefusedError) as refused:
        get(answer, limit=1_000_000, seconds=20)
    assert refused.value.template == fetch_wire.TOO_LARGE, note


def test_limits_hold_over_redirects() -> None:
    first = redirect("/on") + b"x" * 10
    with pytest.raises(RefusedError, match="MB"):
        get(first, limit=len(first) * 3)
    with pytest.raises(RefusedError, match="within"):
        get(lambda connection: (time.sleep(0.2), connection.sendall(redirect("/on"))), seconds=0.7)


def test_a_lookup_that_never_ends_is_not_waited_for() -> None:
    held = threading.Event()
    network = Network(
        lambda _: [str(held.wait(20))], lambda *_: pytest.fail("connected"), ssl.create_default_context
    )
    with pytest.raises(RefusedError, match=r"within 0\.3 s"):
        fetch("http://news.example/", 0.3, network=network)
    held.set()


def test_what_is_asked_for() -> None:
    with serving(page(BODY)) as server:
        fetch("http://News.example:8080/berita baru?q=é#part".replace(" ", "%20"), 5,
              network=make_network(NEWS, {PUBLIC: server}))  # fmt: skip
    head = server.requests[0].decode("ascii").split("\r\n")
    assert head[:2] == ["GET /berita%20baru?q=%C3%A9 HTTP/1.1", "Host: news.example:8080"]
    names = {line.partition(":")[0].lower() for line in head[1:] if line}
    assert names == {"host", "user-agent", "accept", "accept-language", "accept-encoding", "connection"}


def test_redirects_are_followed_to_their_end() -> None:
    names = {**NEWS, "other.example": ["93.184.216.35"]}
    with serving(redirect("//other.example/b c?d")) as first, serving(page(BODY)) as second:
        network = make_network(names, {PUBLIC: first, "93.184.216.35": second})
        found = fetch("http://news.example/a", 5, network=network)
    assert (found.url, found.final_url) == ("http://news.example/a", "http://other.example/b%20c?d")


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    with serving(page(BODY)) as server:
        network = make_network({"news.example": ["93.184.216.35", PUBLIC]}, {PUBLIC: server})
        assert fetch("http://news.example/", 5, network=network).content == BODY


GONE = [
    ({}, fetching.UNREACHABLE, "no proxy"),
    ({"http": "http://u:secret@p:1"}, fetching.BEHIND_PROXY, "a proxy"),
]


@pytest.mark.parametrize(("proxies", "template", "note"), GONE, ids=[row[-1] for row in GONE])
def test_a_proxy_is_not_used_but_named(
    proxies: dict[str, str], template: str, note: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "getproxies", lambda: proxies)
    with pytest.raises(RefusedError) as refused:
        fetch("http://news.example/", 5, network=make_network(NEWS, {}))
    assert refused.value.template == template, note
    assert "secret" not in str(refused.value)


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(RefusedError, match=r"cannot be found"):
        fetch("http://gone.example/", 5, network=make_network({"gone.example": []}, {}))
