"""A web address taken apart, strictly: what can be read in two ways is refused, not interpreted."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

from claimdesk.library.addresses import IPAddress, is_local_name
from claimdesk.library.problems import RefusedError

PORTS = {"http": (80, 8080), "https": (443, 8443)}
_LONGEST = 4_000  # characters
_LONGEST_NAME = 253
_URL = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?P<authority>[^/?#]*)(?P<rest>[^#]*)", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?!https?:)([a-z][a-z0-9+.-]{1,20}):(?!\d)", re.IGNORECASE)
_NO_HOST = re.compile(r"https?:(?!//[^/])", re.IGNORECASE)
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\\ud800-\udfff]|\s")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
# Everything that may stand in a path or query as it is, percent signs of what is encoded already included.
_PATH_SAFE = "/?:@!$&'()*+,;=-._~%[]|"

NO_ADDRESS = "“{url}” is not a web address; give one that begins with https:// or http://."
OTHER_SCHEME = "“{scheme}:” addresses are not fetched; give one that begins with https:// or http://."
CREDENTIALS = "The address holds a name or password before “@”, which is never sent; take it out."
OTHER_PORT = "Port {port} is not fetched from; web pages are on ports {ports}."
ODD_HOST = "“{host}” is no name or address in its usual form; write it as the site itself does."
LOCAL_HOST = "“{host}” is a name of this network, not of the public web; add the page as a file instead."


@dataclass(frozen=True, slots=True)
class Target:
    """Where to go: `host` in ASCII, or an IP address, which then is `address` too; `path` with its query."""

    scheme: str
    host: str
    port: int
    path: str
    address: IPAddress | None = None

    @property
    def site(self) -> str:
        """Host and port as a Host header has them."""
        host = f"[{self.host}]" if self.address is not None and self.address.version == 6 else self.host
        return host if self.port == PORTS[self.scheme][0] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address in full, as it is asked for."""
        return f"{self.scheme}://{self.site}{self.path}"


def parse_target(url: str) -> Target:
    """The parts of an http or https address. Raises RefusedError."""
    found = _URL.fullmatch(_cut_fragment(url.strip()))
    if found is None or len(url) > _LONGEST or _ODD.search(url.strip()):
        other = _OTHER_SCHEME.match(url.strip())
        if other is not None and found is None:
            raise RefusedError(OTHER_SCHEME, scheme=other.group(1).lower())
        raise RefusedError(NO_ADDRESS, url=_show(url))
    scheme = found["scheme"].lower()
    if scheme not in PORTS:
        raise RefusedError(OTHER_SCHEME, scheme=scheme)
    if "@" in found["authority"]:
        raise RefusedError(CREDENTIALS)
    host, port = _split_port(found["authority"], scheme)
    address = _parse_literal(host)
    name = str(address) if address is not None else _parse_name(host)
    rest = found["rest"] if found["rest"].startswith("/") else f"/{found['rest']}"
    return Target(scheme, name, port, quote(rest, safe=_PATH_SAFE), address)


def parse_redirect(target: Target, location: str) -> Target:
    """Where a Location header leads from there, taken as latin-1 as headers are. Raises RefusedError.

    Some servers send letters and blanks that they should have encoded.
    """
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    location = location.replace(" ", "%20")
    if _ODD.search(location) or _NO_HOST.match(location):  # of which urljoin makes something else
        raise RefusedError(NO_ADDRESS, url=_show(location))
    try:
        return parse_target(urljoin(target.url, location))
    except ValueError:
        raise RefusedError(NO_ADDRESS, url=_show(location)) from None


def _cut_fragment(url: str) -> str:
    return url.partition("#")[0]


def _split_port(authority: str, scheme: str) -> tuple[str, int]:
    """Host and port; square brackets stay with the host."""
    host, colon, port = authority.rpartition(":")
    if not colon or authority.endswith("]"):
        return authority, PORTS[scheme][0]
    if not port:
        return host, PORTS[scheme][0]
    ports = PORTS[scheme]
    if not re.fullmatch(r"[0-9]{1,5}", port) or int(port) not in ports:
        raise RefusedError(OTHER_PORT, port=_show(port), ports=" and ".join(map(str, ports)))
    return host, int(port)


def _parse_literal(host: str) -> IPAddress | None:
    """The IP address that a host is, in its one usual form; None for a name."""
    try:
        if host.startswith("[") and host.endswith("]") and "%" not in host:
            return IPv6Address(host[1:-1])
        return IPv4Address(host)
    except AddressValueError:
        return None


def _parse_name(written: str) -> str:
    """A host name in ASCII and small letters; one that some program may read as a number is refused."""
    name = written.removesuffix(".").lower()
    if not name.isascii():
        name = _encode_name(name, written)
    labels = name.split(".")
    fits = len(name) <= _LONGEST_NAME and all(map(_LABEL.fullmatch, labels))
    if not fits or _NUMBER.fullmatch(labels[-1]):
        raise RefusedError(ODD_HOST, host=_show(written))
    if is_local_name(name):
        raise RefusedError(LOCAL_HOST, host=_show(written))
    return name


def _encode_name(name: str, written: str) -> str:
    """A name in other letters as the domain name system has it, by the rules that browsers follow."""
    import idna

    try:
        if len(name) > _LONGEST_NAME:
            raise idna.IDNAError("too long")
        return idna.encode(name, uts46=True, transitional=False).decode("ascii").removesuffix(".")
    except (idna.IDNAError, UnicodeError):
        raise RefusedError(ODD_HOST, host=_show(written)) from None


def _show(text: str) -> str:
    """A stranger's text for a message: short, and nothing in it that could turn the message round."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return shown if len(shown) <= 100 else f"{shown[:99]}…"
