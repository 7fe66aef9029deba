"""Claims and sources as a whole, names, and phrases made of passages."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_steps import BODY, FIRST, MISSED, REGISTRY, field_of, open_claim, press, run
from page_text import read_page
from registry_steps import fill, open_registry, save, value_of

from claimdesk.registry.read import load_registry
from claimdesk.store.drafts import list_drafts


def _read(place: Path) -> str:
    return (place / "claims.yaml").read_text(encoding="utf-8")


def _ids(place: Path) -> list[str]:
    return [claim.id for claim in load_registry(place / "claims.yaml").claims]


SECOND = REGISTRY + "  - id: dam\n    statement: The dam is leaking.\n    supports: [the dam is leaking]\n"


def test_a_claim_is_duplicated_and_the_copy_opened(place: Path) -> None:
    at = press(open_registry(), "Duplicate")
    at = press(at, "Duplicate it")
    assert _ids(place) == ["bridge", "bridge-copy"]
    assert str(at.query_params["id"]) == "bridge-copy"


def test_a_claim_is_renamed_and_what_that_costs_is_said(place: Path) -> None:
    press(press(open_claim(), "Confirm"), "Confirm")
    at = press(open_registry(), "Rename")
    assert "2 decisions hang on the old id and will count for nothing." in read_page(at)
    field_of(at.text_input, "id-rename-").set_value("span")
    at = press(run(at), "Rename it")
    assert _ids(place) == ["span"]
    assert str(at.query_params["id"]) == "span"


def test_an_id_that_is_taken_or_none_is_refused(place: Path) -> None:
    (place / "claims.yaml").write_text(SECOND, encoding="utf-8")
    at = press(open_registry(), "Rename")
    field_of(at.text_input, "id-rename-").set_value("dam")
    at = run(at)
    assert "This id is taken." in read_page(at)
    assert field_of(at.button, "do-renamed-").disabled
    field_of(at.text_input, "id-rename-").set_value("Not An Id")
    at = press(run(at), "Rename it")
    assert "`Not An Id` is no id" in read_page(at)
    assert _read(place) == SECOND
    assert field_of(at.text_input, "id-rename-").value == "Not An Id"


def test_a_claim_is_moved(place: Path) -> None:
    (place / "claims.yaml").write_text(SECOND, encoding="utf-8")
    at = press(open_registry(), "Move")
    field_of(at.selectbox, "place-").set_value("dam")
    press(run(at), "Move it")
    assert _ids(place) == ["dam", "bridge"]


def test_deleting_says_what_is_lost_and_can_be_undone(place: Path) -> None:
    (place / "claims.yaml").write_text(SECOND + "    notes: Seen.\n", encoding="utf-8")
    before = _read(place)
    at = press(open_registry(id="dam"), "Delete")
    assert "1 phrase goes with it. Its notes go with it." in read_page(at)
    at = press(at, "Delete it")
    assert _ids(place) == ["bridge"]
    assert "Dam deleted." in read_page(at)
    press(at, "Undo: claim dam was removed")
    assert _read(place) == before


def test_the_only_claim_is_not_deleted(place: Path) -> None:
    at = press(press(open_registry(), "Delete"), "Delete it")
    assert "This was not saved; the file is as it was" in read_page(at)
    assert _read(place) == REGISTRY


def test_a_draft_of_a_claim_that_was_deleted_is_kept(place: Path) -> None:
    (place / "claims.yaml").write_text(SECOND, encoding="utf-8")
    fill(open_registry(id="dam"), "notes", "Half a thought")
    (place / "claims.yaml").write_text(REGISTRY, encoding="utf-8")
    at = open_registry(id="dam")
    said = read_page(at)
    assert "There is no claim “dam”." in said
    assert "Your draft is kept below." in said
    assert value_of(at, "notes") == "Half a thought"
    at = save(at)
    assert _ids(place) == ["bridge", "dam"]


def test_a_source_is_edited_added_and_renamed_everywhere(place: Path) -> None:
    at = fill(open_registry(part="sources", id="wire"), "aliases", ["Wire", "The Wire"])
    save(fill(at, "reliability", "B"))
    assert "reliability: B, aliases: [Wire, The Wire]" in _read(place)
    at = fill(open_registry(part="sources", new="1"), "id", "council")
    save(fill(fill(at, "name", "Town Council"), "part_of", "mayor"))
    assert "{id: council, name: Town Council, part_of: mayor}" in _read(place) or "id: council" in _read(
        place
    )
    at = press(open_registry(part="sources", id="mayor"), "Rename")
    field_of(at.text_input, "id-rename-").set_value("lord-mayor")
    press(run(at), "Rename it")
    sources = load_registry(place / "claims.yaml").sources
    assert [(one.id, one.part_of) for one in sources] == [
        ("lord-mayor", ""), ("wire", ""), ("council", "lord-mayor"),
    ]  # fmt: skip


def test_a_source_that_is_part_of_itself_is_refused(place: Path) -> None:
    at = save(fill(open_registry(part="sources", id="wire"), "part_of", "wire"))
    assert "is part of itself" in read_page(at)
    assert _read(place) == REGISTRY


def test_names_for_one_thing_are_edited(place: Path) -> None:
    at = fill(open_registry(part="names"), "groups.0", ["Arun", "Kali Arun"])
    save(fill(at, "title", "Great flood"))
    registry = load_registry(place / "claims.yaml")
    assert (registry.title, registry.aliases) == ("Great flood", (("Arun", "Kali Arun"),))
    at = fill(open_registry(part="names"), "groups.1", ["Arun", "Long River"])
    assert "Arun is also in aliases[0]" in read_page(at)


def _passage(text: str) -> dict[str, str]:
    return {"article": "wire", "at": str(BODY.index(text))}


def test_a_passage_becomes_a_phrase(place: Path) -> None:
    at = open_registry(**_passage(MISSED), claim="bridge")
    assert MISSED in read_page(at)
    phrase = field_of(at.text_input, "phrase-").value
    assert phrase == "remains lie in the river"
    at = press(at, "Add as supporting phrase")
    assert value_of(at, "supports.1") == phrase
    assert "1 quote gained" in read_page(at)
    assert _read(place) == REGISTRY
    save(at)
    assert "supports: [the bridge collapsed, remains lie in the river]" in _read(place)


def test_a_passage_becomes_a_new_claim(place: Path) -> None:
    at = press(open_registry(**_passage(FIRST)), "New claim from it")
    assert value_of(at, "statement") == FIRST
    assert value_of(at, "supports.0") == "bridge collapsed"
    assert (value_of(at, "as_of"), value_of(at, "claimed_by.source")) == ("2021-03-05", "Wire")
    assert len(list_drafts(place / "claims.yaml", "editor-1")) == 1


@pytest.mark.usefixtures("place")
def test_a_passage_that_is_gone_is_said() -> None:
    at = open_registry(article="wire", at="3")
    assert "This passage is not there any more." in read_page(at)


@pytest.mark.usefixtures("place")
def test_an_unknown_claim_and_source_are_said() -> None:
    assert "There is no claim “brigde”." in read_page(open_registry(id="brigde"))
    assert "There is no source “x”." in read_page(open_registry(part="sources", id="x"))


@pytest.mark.usefixtures("place")
def test_the_history_tells_who_changed_what() -> None:
    at = save(fill(open_registry(), "topic", "Roads"))
    said = read_page(at)
    assert "Who changed it" in said
    assert "topic “Roads”" in said
    assert "editor-1" in read_page(open_registry(part="history"))
    assert "Who changed it" in read_page(open_claim())


@pytest.mark.usefixtures("place")
def test_what_a_source_changes_is_shown_when_asked_for() -> None:
    at = fill(open_registry(part="sources", id="wire"), "aliases", ["Wire", "Dam Authority"])
    assert "What this changes" not in read_page(at)
    said = read_page(press(at, "See what this changes"))
    assert "What this changes" in said
    at = fill(at, "name", "Wire Agency of Arun")
    assert "What this changes" not in read_page(at)


@pytest.mark.usefixtures("place")
def test_what_names_change_is_shown_when_asked_for() -> None:
    at = open_registry(part="names")
    key = next(one.key for one in at.multiselect if str(one.key).startswith("field-groups"))
    at.session_state[key] = ["remains", "bridge"]
    assert "What this changes" in read_page(press(run(at), "See what this changes"))
