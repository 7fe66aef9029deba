"""A web of the test's own: names, addresses and servers that all live on this machine.

The product's checks stay as they are. It is told by `Network` what names resolve to and how one connects;
here an address, once checked, is connected to a local server.
"""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from claimdesk.library.fetch_wire import Network

PUBLIC = "93.184.216.34"
_GREETING = b"\x16\x03"  # of an encrypted connection, where none is spoken
Answer = Callable[[socket.socket], None]


class Server:
    """A server on this machine that answers every connection by `answer`, after it has read the request."""

    def __init__(self, answer: Answer | bytes, context: ssl.SSLContext | None = None) -> None:
        self._answer = answer if callable(answer) else _sender(answer)
        self._context = context
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.requests: list[bytes] = []
        self.connections = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.connections += 1
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            talking = connection
            if self._context is not None:
                talking = self._context.wrap_socket(connection, server_side=True)
            request = b""
            while b"\r\n\r\n" not in request and not request.startswith(_GREETING):
                piece = talking.recv(65_536)
                if not piece:
                    return
                request += piece
            self.requests.append(request)
            self._answer(talking)
            if isinstance(talking, ssl.SSLSocket):
                talking.unwrap()

    def close(self) -> None:
        """No more connections."""
        self._socket.close()


def _sender(data: bytes) -> Answer:
    return lambda connection: connection.sendall(data)


@contextmanager
def serving(answer: Answer | bytes, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for the length of a block."""
    server = Server(answer, context)
    try:
        yield server
    finally:
        server.close()


def make_network(
    names: Mapping[str, Sequence[str]],
    servers: Mapping[str, Server],
    other: Server | None = None,
    trust: Path | None = None,
) -> Network:
    """The network in which `names` have these addresses, and `servers` answer at these.

    All other names are public, and all other addresses lead to `other`, the place that must not be reached.
    `trust` is the certificate that vouches for others.
    """

    def connect(address: str, _port: int, seconds: float) -> socket.socket:
        server = servers.get(address, other)
        if server is None:
            raise ConnectionRefusedError(111, "Connection refused")
        return socket.create_connection(("127.0.0.1", server.port), seconds)

    return Network(
        lambda name: names.get(name, ["93.184.216.99"]),
        connect,
        lambda: ssl.create_default_context(cafile=trust),
    )


def page(body: bytes, *headers: str, status: str = "200 OK", media: str = "text/html") -> bytes:
    """An answer as it goes over the wire."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    """An answer that leads on."""
    return f"HTTP/1.1 {status}\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


_CA = """
[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
serial = serial
default_md = sha256
policy = any
copy_extensions = copy
[any]
commonName = supplied
"""


def make_certificate(folder: Path, name: str, issuer: str = "", dates: Sequence[str] = ()) -> Path:
    """A certificate for `name` with its key in one file, by `issuer` in the same folder or by itself.

    `dates` are its first and last moment, as openssl has them; today to tomorrow if not given.
    """
    key, request, path = (folder / f"{name}.{kind}" for kind in ("key", "csr", "pem"))
    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}"]
    new += ["-keyout", str(key), "-addext", f"subjectAltName=DNS:{name}"]
    if not issuer:
        _openssl(folder, "req", "-x509", "-days", "1", *new, "-out", str(path))
    else:
        (folder / "ca.cnf").write_text(_CA)
        (folder / "index.txt").write_text("")
        (folder / "serial").write_text("01\n")
        first = dates or ()
        when = ["-startdate", first[0], "-enddate", first[1]] if first else ["-days", "1"]
        _openssl(folder, "req", *new, "-out", str(request))
        signer = ["-cert", str(folder / f"{issuer}.pem"), "-keyfile", str(folder / f"{issuer}.key")]
        _openssl(
            folder, "ca", "-batch", "-notext", "-config", "ca.cnf", *signer, *when,
            "-in", str(request), "-out", str(path),
        )  # fmt: skip
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def make_context(certificate: Path) -> ssl.SSLContext:
    """A server's context with that certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context
