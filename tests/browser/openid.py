"""A small OpenID provider on this machine, for tests of signing in: it takes whoever it is told for true.

Endpoints as in OpenID Connect Discovery 1.0 and RFC 6749, with PKCE (RFC 7636). Its key is new each time.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT, SECRET = "claimdesk", "known to two"


@dataclass
class Provider:
    """The provider: who is at the browser, and what it has seen. `person` are claims of the ID token."""

    address: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    foreign_key: bool = False  # sign with a key that is not among those it publishes

    def __post_init__(self) -> None:
        from joserfc.jwk import RSAKey

        self._key, self._foreign = (RSAKey.generate_key(2048, {"kid": "one"}) for _ in range(2))

    def keys(self) -> dict[str, Any]:
        """What it publishes of its key."""
        return {"keys": [self._key.as_dict(private=False) | {"use": "sig", "alg": "RS256"}]}

    def id_token(self, nonce: str) -> str:
        """Who is at the browser, signed."""
        from joserfc import jwt

        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce}
        key = self._foreign if self.foreign_key else self._key
        return str(jwt.encode({"alg": "RS256", "kid": "one"}, {"sub": "1", **claims, **self.person}, key))

    def configuration(self) -> dict[str, Any]:
        """The discovery document."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser is sent back to, with a code."""
        assert (asked["client_id"], asked["response_type"]) == (CLIENT, "code")
        code = secrets.token_urlsafe(8)
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given: dict[str, str], authorization: str) -> dict[str, Any]:
        """The tokens for a code, once, for the client that asked and knows the secret."""
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        assert authorization == f"Basic {basic}" or given.get("client_secret") == SECRET
        asked = self.codes.pop(given["code"])
        digest = hashlib.sha256(given["code_verifier"].encode()).digest()
        assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        assert asked["redirect_uri"] == given["redirect_uri"]
        token = self.id_token(asked["nonce"])
        return {"access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": token}


class _Handler(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        """Discovery, keys, and the place where somebody would type a password."""
        place = urlsplit(self.path)
        self.provider.seen.append(place.path)
        if place.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(place.query).items()}
            self.send_response(302)
            self.send_header("Location", self.provider.authorize(asked))
            self.end_headers()
        elif place.path == "/jwks":
            self._answer(self.provider.keys())
        else:
            self._answer(self.provider.configuration())

    def do_POST(self) -> None:
        """Tokens."""
        self.provider.seen.append(self.path)
        data = self.rfile.read(int(self.headers["Content-Length"])).decode()
        given = {name: values[0] for name, values in parse_qs(data).items()}
        self._answer(self.provider.token(given, self.headers.get("Authorization", "")))

    def _answer(self, value: dict[str, Any]) -> None:
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def run_provider() -> Iterator[Provider]:
    """A provider, while it is needed."""
    provider = Provider()
    handler = type("Handler", (_Handler,), {"provider": provider})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        provider.address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield provider
        finally:
            server.shutdown()
