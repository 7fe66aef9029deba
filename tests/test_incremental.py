"""Only what is new is matched, and the result is the same as that of matching everything."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from desk_cases import at_least, make_article, make_claim, make_registry
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdesk import desk, incremental
from claimdesk.model import Article, Claim, Evidence, Phrase, Registry
from claimdesk.settings import DEFAULT_SETTINGS, Settings
from claimdesk.store.results import ResultStore, open_results

SENTENCES = [
    "Zandia has sent troops to Lorvania, General Orsk said.",
    "Zandia denied that it sent troops to Lorvania.",
    "Some 7,000 Zandian soldiers are in Lorvania, Green Relief said.",
    "At least 300 people died in the flood.",
    "Zandai sent troops to Lorvanya.",
    "However, the ministry denied that.",
    "Up to 40 houses collapsed in Belmar, an official said.",
    "Read also: Zandia sent troops to Lorvania",
    "Rice costs more than a week ago.",
]
WORDINGS = [
    "Zandia sent troops to Lorvania",
    "Zandian soldiers are in Lorvania",
    "people died in the flood",
    "houses collapsed in Belmar",
    "Zandai sent troops",
    "troops were sent to Lorvanya",
    "Lorvania denied the flood",
]
claims = st.builds(
    lambda name, words, side, unit, bound: replace(
        make_claim(name, words[:1]),
        phrases=tuple(Phrase(text, side if at else "supports") for at, text in enumerate(words)),
        quantity=at_least(500, unit) if unit else None,
        must_mention=(("Zandia",),) if bound else (),
    ),
    st.sampled_from("abcd"),
    st.lists(st.sampled_from(WORDINGS), min_size=1, max_size=3, unique=True),
    st.sampled_from(["supports", "contradicts"]),
    st.sampled_from(["", "soldiers", "people"]),
    st.booleans(),
)
registries = st.builds(
    lambda some, aliases, sources: replace(
        make_registry(*{claim.id: claim for claim in some}.values()),
        **({"aliases": ()} if aliases else {}),
        **({"sources": ()} if sources else {}),
    ),
    st.lists(claims, min_size=1, max_size=4),
    st.booleans(),
    st.booleans(),
)
articles = st.builds(
    lambda name, lines: replace(make_article(" ".join(lines)), id=name),
    st.sampled_from("klmn"),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
)
libraries = st.lists(articles, max_size=3, unique_by=lambda article: article.id)
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _match(registry: Registry, library: list[Article], store: ResultStore) -> Evidence:
    return incremental.match(registry, library, store=store)


@quick
@given(st.lists(st.tuples(registries, libraries), min_size=2, max_size=4))
def test_any_edits_give_what_a_fresh_match_gives(steps: list[tuple[Registry, list[Article]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_results(folder)
        for at, (registry, library) in enumerate(steps):
            if at % 2:
                store = open_results(folder)  # as after a restart
            assert _match(registry, library, store) == desk.match(registry, library)
        assert store.problems == []


@quick
@given(registries, libraries)
def test_a_claim_finds_alone_what_it_finds_in_its_registry(
    registry: Registry, library: list[Article]
) -> None:
    together = desk.match(registry, library)
    for claim in registry.claims:
        alone = desk.match(replace(registry, claims=(claim,)), library)
        for one, other in zip(alone.articles, together.articles, strict=True):
            assert one.quotes == tuple(quote for quote in other.quotes if quote.claim == claim.id)
            assert one.leads == tuple(lead for lead in other.leads if lead[0] == claim.id)


def test_a_name_of_another_claim_hides_no_typing_error() -> None:
    """*Zandai* is near *Zandia*, also where another claim is about a place of that very name."""
    claim = make_claim("a", ["troops marched into Kurskova"])
    other = make_claim("b", ["floods hit Kurskava"])
    article = make_article("Troops marched into Kurskava.")
    alone = desk.match(make_registry(claim), [article]).articles[0].quotes
    assert alone
    both = desk.match(make_registry(claim, other), [article]).articles[0].quotes
    assert alone == tuple(quote for quote in both if quote.claim == "a")


REGISTRY = make_registry(make_claim("a", WORDINGS[:1]), make_claim("b", WORDINGS[1:2]))
LIBRARY = [replace(make_article(text), id=f"n{at}") for at, text in enumerate(SENTENCES)]


@pytest.fixture
def matched(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Pairs of claim and article that are matched from now on."""
    pairs: list[tuple[str, str]] = []
    find = desk.Matcher.find

    def watch(self: desk.Matcher, article: Article, candidates: bool = True) -> object:
        pairs.extend((reading.claim.id, article.id) for reading in self.claims)
        return find(self, article, candidates)

    monkeypatch.setattr(desk.Matcher, "find", watch)
    return pairs


def _other(claim: Claim) -> Claim:
    return replace(claim, phrases=(*claim.phrases, Phrase("Zandia withdrew", "contradicts")))


EDITS = [
    (lambda r, a: (r, a), 0, "nothing"),
    (lambda r, a: (replace(r, claims=(r.claims[0], _other(r.claims[1]))), a), 9, "one claim: it alone"),
    (lambda r, a: (r, [*a, replace(a[0], id="new")]), 2, "one article: it alone"),
    (lambda r, a: (r, a[::-1][:4]), 0, "fewer articles in another order"),
    (lambda r, a: (replace(r, claims=r.claims[::-1]), a), 0, "the claims in another order"),
    (lambda r, a: (replace(r, claims=(replace(r.claims[0], notes="Ask."), r.claims[1])), a), 0, "a note"),
    (lambda r, a: (replace(r, aliases=r.aliases[:1]), a), 18, "an alias: everything"),
]


@pytest.mark.parametrize(("edit", "pairs", "note"), EDITS, ids=[note for *_, note in EDITS])
def test_only_what_is_new_is_matched(
    edit: object, pairs: int, note: str, tmp_path: Path, matched: list[tuple[str, str]]
) -> None:
    _match(REGISTRY, LIBRARY, open_results(tmp_path))
    registry, library = edit(REGISTRY, LIBRARY)  # type: ignore[operator]
    matched.clear()
    found = _match(registry, library, open_results(tmp_path))
    assert len(matched) == pairs, note
    assert found == desk.match(registry, library)


def test_other_settings_are_other_results(tmp_path: Path) -> None:
    strict = Settings(nominate=100)
    store = open_results(tmp_path)
    first = incremental.match(REGISTRY, LIBRARY, DEFAULT_SETTINGS, store)
    assert (
        incremental.match(REGISTRY, LIBRARY, strict, store) == desk.match(REGISTRY, LIBRARY, strict) != first
    )


def test_candidates_are_looked_for_where_they_are_wanted(tmp_path: Path) -> None:
    store = open_results(tmp_path)
    without = incremental.match(REGISTRY, LIBRARY, store=store, candidates=False)
    assert not any(entry.candidates for entry in without.articles)
    assert _match(REGISTRY, LIBRARY, store) == desk.match(REGISTRY, LIBRARY)


def test_what_was_done_before_a_kill_is_not_done_again(
    tmp_path: Path, matched: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incremental, "SHARE", 3)
    monkeypatch.setattr("claimdesk.store.results._PATIENCE", 0.0)

    def stop(done: int) -> None:
        if done == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        incremental.match(REGISTRY, LIBRARY, store=open_results(tmp_path), progress=stop)
    matched.clear()
    found = _match(REGISTRY, LIBRARY, open_results(tmp_path))
    assert [article for claim, article in matched if claim == "a"] == ["n6", "n7", "n8"]
    assert found == desk.match(REGISTRY, LIBRARY)
