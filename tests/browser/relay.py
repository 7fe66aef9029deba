"""A proxy in a few lines: hands bytes on both ways, and adds headers to the first answer of a connection."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread


def _hand_on(source: socket.socket, target: socket.socket, added: bytes = b"") -> None:
    with suppress(OSError):
        while data := source.recv(1 << 16):
            if added:
                first, end, rest = data.partition(b"\r\n")
                data, added = first + end + added + rest, b""
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@contextmanager
def run_relay(address: str, headers: Mapping[str, str]) -> Iterator[str]:
    """The address of a relay before the one given, while it is needed."""
    host, port = address.removeprefix("http://").split(":")
    added = "".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode()

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection((host, int(port))) as server:
                Thread(target=_hand_on, args=(self.request, server), daemon=True).start()
                _hand_on(server, self.request, added)

    ThreadingTCPServer.daemon_threads = True
    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as relay:
        Thread(target=relay.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{relay.server_address[1]}"
        relay.shutdown()
