"""A page from the public web, taken safely: by a person's address, whoever is behind it.

Nothing is sent but the request itself: no cookies, no credentials. Proxies that the environment names are not
used, since a proxy would connect to addresses that nobody here has checked.
"""

from __future__ import annotations

import socket
import ssl
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException, HTTPResponse, IncompleteRead
from urllib.request import getproxies

from claimdesk.library.fetch_body import CUT_SHORT, find_media, read_body, read_media
from claimdesk.library.fetch_target import Target, parse_redirect, parse_target
from claimdesk.library.fetch_wire import INTERNET, Budget, Network, Wire, open_wire
from claimdesk.library.problems import RefusedError

_MOST_REDIRECTS = 10
_REDIRECTS = (301, 302, 303, 307, 308)
_REQUEST = (
    "GET {path} HTTP/1.1\r\nHost: {site}\r\nUser-Agent: Claimdesk/0.1 (newsroom archive)\r\n"
    "Accept: text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.1\r\n"
    "Accept-Language: id, en;q=0.9, *;q=0.5\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
)

TOO_MANY_REDIRECTS = "{site} leads on to more than {most} other addresses; add the page as a file."
LESS_SAFE = "{site} leads on to an address without encryption; if you trust it, give {url} itself."
CERTIFICATE = "The certificate of {site} does not hold ({detail}), so nothing was fetched; check the address."
NO_ENCRYPTION = "{site} does not speak encryption that can be trusted ({detail}); add the page as a file."
NO_HTTP = "{site} does not answer as a web site does; check the address, or add the page as a file."
UNKNOWN_NAME = "{site} cannot be found; check the address and the connection."
UNREACHABLE = "{site} cannot be reached ({detail}); try again later, or add the page as a file."
BEHIND_PROXY = (
    "{site} cannot be reached directly, and the proxy that is set on this computer is not used: it would "
    "connect to addresses that nobody here has checked. Add the page as a file."
)
NO_PAGE = "{site} answers with status {status}, no page; check the address, or add the page as a file."
STATUSES = {
    401: "{site} wants a login (status 401); open the page in a browser and add it as a file.",
    403: "{site} does not give the page to programs (status 403); save it in a browser and add the file.",
    404: "{site} has no page at this address (status 404); check the address.",
    410: "{site} has taken this page down (status 410); look for an archived copy and add that.",
    429: "{site} asks to come back later (status 429); try again in some minutes.",
    451: "{site} may not show this page (status 451); look for an archived copy and add that.",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was received: `content` unpacked, nothing else done to it.

    `final_url` is where redirects led; `retrieved` in UTC; `charset` as the server states it, empty if not.
    """

    url: str
    final_url: str
    retrieved: datetime
    media_type: str
    charset: str
    content: bytes


def fetch(
    url: str, deadline_s: float = 20.0, limit_bytes: int = 10_000_000, network: Network = INTERNET
) -> Fetched:
    """The page at an http or https address.

    `deadline_s` and `limit_bytes` hold for the whole exchange: lookups, redirects, headers, and the page once
    more after unpacking. Raises RefusedError, with a sentence, for everything that goes wrong.
    """
    budget = Budget(deadline_s, limit_bytes)
    target = parse_target(url)
    for _ in range(_MOST_REDIRECTS + 1):
        budget.site = target.site
        try:
            found = _exchange(target, network, budget, limit_bytes)
        except RefusedError:
            raise
        except TimeoutError:
            raise budget.overtime() from None
        except (HTTPException, OSError, ValueError, zlib.error) as error:
            raise _refuse(target, error) from None
        if not isinstance(found, Target):
            media, charset, content = found
            return Fetched(url, target.url, datetime.now(UTC), media, charset, content)
        if (target.scheme, found.scheme) == ("https", "http"):
            raise RefusedError(LESS_SAFE, site=target.site, url=found.url)
        target = found
    raise RefusedError(TOO_MANY_REDIRECTS, site=target.site, most=_MOST_REDIRECTS)


def _exchange(
    target: Target, network: Network, budget: Budget, limit: int
) -> Target | tuple[str, str, bytes]:
    """One request: where it leads on to, or media type, charset and content."""
    with open_wire(target, network, budget) as wire:
        wire.send(_REQUEST.format(path=target.path, site=target.site).encode("ascii"))
        response = _read_head(wire)
        location = response.headers.get("Location", "").strip()
        if response.status in _REDIRECTS and location:
            return parse_redirect(target, location)
        if response.status != 200:
            sentence = STATUSES.get(response.status, NO_PAGE)
            raise RefusedError(sentence, site=target.site, status=response.status)
        media, charset = read_media(response, budget)
        content = read_body(response, budget, limit)
        return find_media(media, content, budget), charset, content


def _read_head(wire: Wire) -> HTTPResponse:
    response = HTTPResponse(wire, method="GET")  # type: ignore[arg-type]  # it only calls makefile
    response.begin()
    return response


def _refuse(target: Target, error: Exception) -> RefusedError:
    """The sentence for a failed connection or a broken answer."""
    site = target.site
    match error:
        case ssl.SSLCertVerificationError():
            return RefusedError(CERTIFICATE, site=site, detail=error.verify_message)
        case ssl.SSLEOFError() | IncompleteRead() | zlib.error():
            return RefusedError(CUT_SHORT, site=site)
        case HTTPException():
            return RefusedError(NO_HTTP, site=site)
        case ssl.SSLError():
            return RefusedError(NO_ENCRYPTION, site=site, detail=error.reason or "no reason given")
        case OSError() if target.scheme in getproxies():
            return RefusedError(BEHIND_PROXY, site=site)
        case socket.gaierror():
            return RefusedError(UNKNOWN_NAME, site=site)
        case OSError():
            return RefusedError(UNREACHABLE, site=site, detail=error.strerror or "no answer")
    return RefusedError(NO_HTTP, site=site)
