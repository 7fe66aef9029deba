"""The shipped desk, read once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimdesk import check, load_articles, load_registry
from claimdesk.model import Report


@pytest.fixture(scope="session")
def report(root: Path) -> Report:
    """What the shipped registry and articles add up to on 13 November 2024."""
    library = load_articles(root / "articles")
    return check(load_registry(root / "claims.yaml"), library.articles, until=date(2024, 11, 13))
