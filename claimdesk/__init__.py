"""Claimdesk: who says what about a claim, word for word, on both sides, and how sure one can be.

from claimdesk import check, load_articles, load_registry

report = check(load_registry("claims.yaml"), load_articles("articles"))
for entry in report.claims:
    print(entry.claim.id, entry.assessment.status)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimdesk.desk import assess, check, match
    from claimdesk.library.read import load_articles
    from claimdesk.registry.read import load_registry

__all__ = ["assess", "check", "load_articles", "load_registry", "match"]

_HOMES = {
    "assess": "claimdesk.desk",
    "check": "claimdesk.desk",
    "match": "claimdesk.desk",
    "load_articles": "claimdesk.library.read",
    "load_registry": "claimdesk.registry.read",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `claimdesk --help` needs none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'claimdesk' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
