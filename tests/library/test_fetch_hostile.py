"""Addresses that lead inside: not one byte is read there."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Iterator

import pytest
from hostile_addresses import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from web import PUBLIC, Server, make_network, page, redirect, serving

from claimdesk.library import fetch_wire
from claimdesk.library.addresses import RANGES, find_refusal
from claimdesk.library.fetch import fetch
from claimdesk.library.fetch_target import parse_target
from claimdesk.library.fetch_wire import Network
from claimdesk.library.problems import RefusedError

each_address = pytest.mark.parametrize(
    ("url", "resolved", "note"), HOSTILE, ids=[f"{at} {note}" for at, (*_, note) in enumerate(HOSTILE)]
)


@pytest.fixture(scope="module")
def inside() -> Iterator[Server]:
    """The place that must not be reached: every address but one leads there."""
    with serving(page(b"<p>inside")) as server:
        yield server


@each_address
def test_nothing_inside_is_reached(url: str, resolved: list[str], note: str, inside: Server) -> None:
    network = make_network({"inside.example": resolved}, {}, inside)
    before = inside.connections
    with pytest.raises(RefusedError) as refused:
        fetch(url, 5, network=network)
    assert str(refused.value).endswith("."), note
    assert inside.connections == before


@each_address
def test_no_redirect_leads_inside(url: str, resolved: list[str], note: str, inside: Server) -> None:
    names = {"inside.example": resolved, "news.example": [PUBLIC]}
    with serving(redirect(url.replace("\r\n", "\r\n "))) as outside:
        network = make_network(names, {PUBLIC: outside}, inside)
        before = inside.connections
        with pytest.raises(RefusedError):
            fetch("http://news.example/", 5, network=network)
        assert (outside.connections, inside.connections) == (1, before), note


def test_without_the_check_the_inside_would_be_read(inside: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_wire, "find_refusal", lambda _: "")
    network = make_network({}, {}, inside)
    assert fetch("http://127.0.0.1/", 5, network=network).content == b"<p>inside"


def test_a_name_that_changes_its_address_changes_nothing(inside: Server) -> None:
    answers = itertools.chain([[PUBLIC]], itertools.repeat(["127.0.0.1"]))
    asked: list[str] = []

    def look_up(name: str) -> list[str]:
        asked.append(name)
        return next(answers)

    with serving(page(b"<p>outside")) as outside:
        network = make_network({}, {PUBLIC: outside}, inside)
        network = Network(look_up, network.connect, network.trust)
        before = inside.connections
        assert fetch("http://news.example/", 5, network=network).content == b"<p>outside"
        assert (asked, inside.connections) == (["news.example"], before)
        with pytest.raises(RefusedError, match="loopback"):
            fetch("http://news.example/", 5, network=network)


def test_a_name_is_checked_anew_at_every_redirect(inside: Server) -> None:
    answers = itertools.chain([[PUBLIC]], itertools.repeat(["127.0.0.1"]))
    with serving(redirect("/again")) as outside:
        network = make_network({}, {PUBLIC: outside}, inside)
        network = Network(lambda _: next(answers), network.connect, network.trust)
        before = inside.connections
        with pytest.raises(RefusedError, match="loopback"):
            fetch("http://news.example/", 5, network=network)
        assert inside.connections == before


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/", "http://[::1]:8080/", "http://localhost:8080/"])
def test_the_product_itself_has_the_check(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("connected"))
    with pytest.raises(RefusedError):
        fetch(url, 5)


@pytest.mark.parametrize(("network", "kind"), RANGES)
def test_every_range_is_refused_from_its_first_to_its_last(network: str, kind: str) -> None:
    from ipaddress import ip_network

    whole = ip_network(network)
    assert find_refusal(whole[0])
    assert find_refusal(whole[-1])
    assert kind


PUBLIC_ONES = ["1.1.1.1", "93.184.216.34", "103.10.64.7", "172.32.0.1", "2606:4700::1111", "2404:6800::200e"]


@pytest.mark.parametrize("written", PUBLIC_ONES)
def test_public_addresses_are_not_refused(written: str) -> None:
    from ipaddress import ip_address

    assert find_refusal(ip_address(written)) == ""


@settings(max_examples=300, deadline=None)
@given(st.ip_addresses())
def test_what_python_knows_not_to_be_public_is_refused(address: object) -> None:
    assert find_refusal(address) or address.is_global  # type: ignore[arg-type, attr-defined]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("0123456789abcdefx.:[]%@/\\#?１①。 "), max_size=20))
def test_a_host_is_read_as_the_system_reads_it_or_not_at_all(written: str) -> None:
    """What the system's own lenient reader takes for an address is that very address here, or refused."""
    try:
        target = parse_target(f"http://{written}")
    except RefusedError:
        return
    try:
        lenient = socket.inet_ntoa(socket.inet_aton(target.host))
    except OSError:
        return
    assert str(target.address) == lenient
