"""Which network addresses and names are refused: all that is not the public internet.

The table follows IANA's special-purpose address registries (RFC 6890 and what came after) and names each
range, so that the refusal can say what the address is. Addresses that carry an IPv4 address within them are
refused whatever it is: a translator or tunnel at work on this network would lead to places that the table
cannot see. What the table forgets, `ipaddress` may still know not to be public.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

IPAddress = IPv4Address | IPv6Address

RANGES: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", "unspecified"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "shared by a carrier's customers"),
    ("127.0.0.0/8", "loopback"),
    ("168.63.129.16/32", "a cloud's own service"),  # Azure; every other cloud uses link-local or private ones
    ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "reserved"),
    ("192.0.2.0/24", "for documentation"),
    ("192.31.196.0/24", "reserved"),
    ("192.52.193.0/24", "reserved"),
    ("192.88.99.0/24", "a 6to4 relay"),
    ("192.168.0.0/16", "private"),
    ("192.175.48.0/24", "reserved"),
    ("198.18.0.0/15", "for benchmarks"),
    ("198.51.100.0/24", "for documentation"),
    ("203.0.113.0/24", "for documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    ("::/128", "unspecified"),
    ("::1/128", "loopback"),
    ("::/96", "an IPv4 address within an IPv6 one"),
    ("::ffff:0:0/96", "an IPv4 address within an IPv6 one"),
    ("::ffff:0:0:0/96", "an IPv4 address within an IPv6 one"),
    ("64:ff9b::/96", "translated to IPv4 (NAT64)"),
    ("64:ff9b:1::/48", "translated to IPv4 (NAT64)"),
    ("2001::/32", "tunnelled to IPv4 (Teredo)"),
    ("2001::/23", "reserved"),
    ("2001:db8::/32", "for documentation"),
    ("2002::/16", "tunnelled to IPv4 (6to4)"),
    ("3fff::/20", "for documentation"),
    ("fc00::/7", "private"),
    ("fe80::/10", "link-local"),
    ("fec0::/10", "private"),
    ("ff00::/8", "multicast"),
)
_PUBLIC_IPV6 = IPv6Network("2000::/3")  # all that IANA has given out
_NETWORKS: tuple[tuple[IPv4Network | IPv6Network, str], ...] = tuple(
    (ip_network(written), kind) for written, kind in RANGES
)
_ISATAP = 0x00005EFE  # before the last 32 bits, which are an IPv4 address (RFC 5214)
_UNIVERSAL = 0x02000000

# Names that never lead out (RFC 6761, 6762, 7686, 8375, ICANN's `internal`) or that routers make up.
LOCAL_NAMES = (
    "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan",
    "home.arpa", "invalid", "test", "onion", "alt",
)  # fmt: skip


def find_refusal(address: IPAddress) -> str:
    """What the address is, such as ``private``, where it is refused; empty where it is public."""
    for network, kind in _NETWORKS:
        if address.version == network.version and address in network:
            return kind
    if isinstance(address, IPv6Address):
        if (int(address) >> 32) & ~_UNIVERSAL & 0xFFFFFFFF == _ISATAP:
            return "tunnelled to IPv4 (ISATAP)"
        if address.scope_id is not None or address not in _PUBLIC_IPV6:
            return "reserved"
    return "" if address.is_global else "reserved"


def is_local_name(name: str) -> bool:
    """Whether a host name in ASCII, without a dot at its end, is one of this network or machine."""
    return "." not in name or any(name.endswith(f".{end}") for end in LOCAL_NAMES)
