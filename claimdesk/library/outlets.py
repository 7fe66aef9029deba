"""Names of outlets and addresses of articles as they are compared: KOMPAS.com and www.kompas.com are one."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_ENDS = (".com", ".co.id", ".go.id", ".or.id", ".id", ".co", ".net", ".org", ".tv", ".news", ".co.uk")
# What is known to stand behind an address without leading to another article: marks of advertisers and
# mailings, another dress of the page, and its pages, which are read as one. Plain words such as `source` or
# `from` may be all that tells two articles apart.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|amp)=.*|page=(?:all|\d{1,2})"
)


def plain_outlet(name: str) -> str:
    """Letters and digits of a name, casefolded, without what is only part of an address."""
    short = name.casefold().strip().removeprefix("www.").removeprefix("m.")
    for end in _ENDS:
        short = short.removesuffix(end)
    return "".join(character for character in short if character.isalnum())


def is_same_outlet(name: str, other: str) -> bool:
    """Whether two names are of one outlet; those without letters and digits only where they are the same."""
    plain = plain_outlet(name)
    return plain == plain_outlet(other) and (plain != "" or name.strip() == other.strip())


def address_key(url: str) -> str:
    """An address as it is compared: without scheme, www, tracking, and other pages of one article."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""
    if not host:
        return ""
    asked = [
        (name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(f"{name}={value}")
    ]
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host}{parts.path.rstrip('/').removesuffix('/amp')}{query}"
