"""Encrypted pages, and certificates that do not hold."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest
from web import PUBLIC, make_certificate, make_context, make_network, page, redirect, serving

from claimdesk.library import fetch as fetching
from claimdesk.library.fetch import fetch
from claimdesk.library.problems import RefusedError

BODY = b"<html><p>Banjir di kota itu surut.</p>"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
NEWS = {"news.example": [PUBLIC]}
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make certificates")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificates")
    make_certificate(folder, "own-ca")
    make_certificate(folder, "news.example", "own-ca")
    make_certificate(folder, "other.example", "own-ca")
    make_certificate(folder, "stranger.example")
    expired = folder / "expired"
    expired.mkdir()
    for name in ("own-ca.pem", "own-ca.key"):
        shutil.copy(folder / name, expired)
    make_certificate(expired, "news.example", "own-ca", ("20200101000000Z", "20200201000000Z"))
    return folder


CERTIFICATES = [
    ("other.example.pem", fetching.CERTIFICATE, "the certificate of another name"),
    ("stranger.example.pem", fetching.CERTIFICATE, "a certificate by nobody known"),
    ("expired/news.example.pem", fetching.CERTIFICATE, "a certificate out of date"),
    (None, fetching.NO_ENCRYPTION, "no encryption at all"),
]


@pytest.mark.parametrize(("name", "template", "note"), CERTIFICATES, ids=[row[-1] for row in CERTIFICATES])
def test_certificate_errors_are_errors(
    name: str | None, template: str, note: str, certificates: Path
) -> None:
    context = make_context(certificates / name) if name else None
    with serving(page(BODY), context) as server:
        network = make_network(NEWS, {PUBLIC: server}, trust=certificates / "own-ca.pem")
        with pytest.raises(RefusedError) as refused:
            fetch("https://news.example/", 5, network=network)
    assert refused.value.template == template, note
    assert not any(request.startswith(b"GET") for request in server.requests)


def test_an_encrypted_page_is_fetched_under_its_own_name(certificates: Path) -> None:
    context = make_context(certificates / "news.example.pem")
    asked: list[str | None] = []
    context.sni_callback = lambda _socket, name, _context: asked.append(name)
    with serving(page(BODY), context) as server:
        network = make_network(NEWS, {PUBLIC: server}, trust=certificates / "own-ca.pem")
        assert fetch("https://news.example/", 5, network=network).content == BODY
    assert asked == ["news.example"]


def test_encryption_is_not_given_up_on_the_way(certificates: Path) -> None:
    context = make_context(certificates / "news.example.pem")
    with serving(redirect("http://news.example/"), context) as server:
        network = make_network(NEWS, {PUBLIC: server}, trust=certificates / "own-ca.pem")
        with pytest.raises(RefusedError) as refused:
            fetch("https://news.example/", 5, network=network)
    assert refused.value.template == fetching.LESS_SAFE


def test_an_encrypted_page_cannot_be_cut_short_by_others(certificates: Path) -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(OK + b"\r\n" + BODY)
        connection.shutdown(socket.SHUT_RDWR)  # without the word that ends an encrypted stream
        raise ConnectionAbortedError

    with serving(answer, make_context(certificates / "news.example.pem")) as server:
        network = make_network(NEWS, {PUBLIC: server}, trust=certificates / "own-ca.pem")
        with pytest.raises(RefusedError) as refused:
            fetch("https://news.example/", 5, network=network)
    assert refused.value.template == fetching.CUT_SHORT
