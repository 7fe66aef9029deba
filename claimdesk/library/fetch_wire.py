"""The connection under a fetch: names looked up, addresses checked, bytes counted, against one deadline."""

from __future__ import annotations

import io
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from claimdesk.library.addresses import IPAddress, find_refusal
from claimdesk.library.fetch_target import Target
from claimdesk.library.problems import RefusedError

_MOST_ADDRESSES = 4  # of a name, that are tried one after the other

TOO_SLOW = "{site} did not give the whole page within {seconds} s; try again, or add the page as a file."
TOO_LARGE = "{site} sends more than the {megabytes} MB that are taken; add the article's text as a file."
NOT_PUBLIC = (
    "{site} leads to {address}, which is {kind}; only addresses of the public web are fetched. "
    "Add the page as a file instead."
)


@dataclass(frozen=True, slots=True)
class Network:
    """How names are looked up, addresses connected to, and certificates checked.

    `lookup` gives the addresses of a name as texts; `connect` a socket to an address and port within so many
    seconds; both raise OSError. Whatever they are, addresses are checked before `connect` sees them.
    """

    lookup: Callable[[str], Sequence[str]]
    connect: Callable[[str, int, float], socket.socket]
    trust: Callable[[], ssl.SSLContext]


class Budget:
    """The time and the bytes that are left to an exchange of any number of requests."""

    def __init__(self, seconds: float, limit: int) -> None:
        self._seconds = seconds
        self._limit = limit
        self._deadline = time.monotonic() + seconds
        self._left = limit
        self.site = ""

    def remaining(self) -> float:
        """Seconds. Raises RefusedError when there are none."""
        seconds = self._deadline - time.monotonic()
        if seconds <= 0:
            raise self.overtime()
        return seconds

    def spend(self, count: int) -> None:
        """Take bytes off what is left. Raises RefusedError when that is not enough."""
        self._left -= count
        if self._left < 0:
            raise self.overrun()

    def overtime(self) -> RefusedError:
        """The refusal of what takes too long."""
        return RefusedError(TOO_SLOW, site=self.site, seconds=f"{self._seconds:g}")

    def overrun(self) -> RefusedError:
        """The refusal of what is too large."""
        return RefusedError(TOO_LARGE, site=self.site, megabytes=f"{self._limit / 1e6:g}")


class Wire(io.RawIOBase):
    """A connected socket, read against a budget; http.client takes it for the socket itself."""

    def __init__(self, connected: socket.socket, budget: Budget) -> None:
        self._socket = connected
        self._budget = budget

    def makefile(self, *_: object) -> io.BufferedReader:
        """The stream that http.client reads."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what is there; a slow drip does not move the deadline."""
        self._socket.settimeout(self._budget.remaining())
        count = self._socket.recv_into(buffer)
        self._budget.spend(count)
        return count

    def send(self, data: bytes) -> None:
        """Send all of it."""
        self._socket.settimeout(self._budget.remaining())
        self._socket.sendall(data)

    def close(self) -> None:
        """Close the socket too."""
        self._socket.close()
        super().close()


def open_wire(target: Target, network: Network, budget: Budget) -> Wire:
    """A connection to a checked public address of the target, encrypted if it asks for it.

    The address that was checked is the one connected to, so that a name that changes its address in between
    changes nothing. Raises RefusedError, or OSError where the connection fails.
    """
    connected = _connect(target, _find_addresses(target, network, budget), network, budget)
    if target.scheme == "http":
        return Wire(connected, budget)
    try:
        connected.settimeout(budget.remaining())
        encrypted = network.trust().wrap_socket(
            connected, server_hostname=target.host, suppress_ragged_eofs=False
        )
    except BaseException:
        connected.close()
        raise
    return Wire(encrypted, budget)


def _find_addresses(target: Target, network: Network, budget: Budget) -> list[str]:
    """The target's addresses; a single one that is not public refuses them all."""
    addresses = [target.address] if target.address else _look_up(target.host, network, budget)
    for address in addresses:
        kind = find_refusal(address)
        if kind:
            raise RefusedError(NOT_PUBLIC, site=target.host, address=address, kind=kind)
    return [str(address) for address in addresses[:_MOST_ADDRESSES]]


def _look_up(name: str, network: Network, budget: Budget) -> list[IPAddress]:
    """The addresses of a name, in a thread: the system's lookup knows no deadline. Raises socket.gaierror."""
    answers: list[Sequence[str]] = []

    def ask() -> None:
        try:
            answers.append(network.lookup(name))
        except (OSError, UnicodeError):
            answers.append(())

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(budget.remaining())
    if not answers:
        raise budget.overtime()
    found = [ip_address(written) for written in dict.fromkeys(answers[0])]
    if not found:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    return found


def _connect(target: Target, addresses: Sequence[str], network: Network, budget: Budget) -> socket.socket:
    """A socket to the first address that answers; each has its share of the time left. Raises OSError."""
    failure = OSError()
    for number, address in enumerate(addresses, 1):
        share = budget.remaining() / (len(addresses) - number + 1)
        try:
            return network.connect(address, target.port, share)
        except OSError as error:
            failure = error
    raise failure


def _lookup(name: str) -> list[str]:
    return [str(row[4][0]) for row in socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)]


def _connect_to(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


INTERNET = Network(_lookup, _connect_to, ssl.create_default_context)
