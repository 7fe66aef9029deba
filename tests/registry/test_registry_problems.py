"""Registries that are refused: every problem with its place, its key path and what to write instead."""

from __future__ import annotations

import pytest

from claimdesk.errors import RegistryError
from claimdesk.registry.read import parse_registry

HEAD = "claims:\n  - id: a\n    statement: S\n    supports: water is wet\n"  # what is added stands in line 5
SOURCES = "sources:\n  - id: us\n    name: US\n"  # what is added stands in line 4, and the claims follow

# added to HEAD -> line:column, key path, what is wrong, what to do
CLAIM_CASES = [
    ("suport: x y", "5:5", "claims[0].suport", "no such key", "write supports"),
    ("as-of: 2024-11-04", "5:5", "claims[0].as-of", "no such key", "write as_of"),
    ("colour: red", "5:5", "claims[0].colour", "no such key", "known here: id, statement"),
    ("statement: T", "5:5", "claims[0].statement", "already given in line 3", "keep one"),
    ("topic:", "5:11", "claims[0].topic", "nothing stands here", "remove the key"),
    ("topic: ' '", "5:12", "claims[0].topic", "nothing stands here", "write a value"),
    ("topic: [a]", "5:12", "claims[0].topic", "a list where one value", "write one value"),
    (f"topic: {'x' * 301}", "5:12", "claims[0].topic", "301 characters", "at most 300"),
    ("contradicts: [a, {b: c}]", "5:22", "claims[0].contradicts[1]", "keys with values", "colon in quotes"),
    ("contradicts: [a, [b]]", "5:22", "claims[0].contradicts[1]", "a list where one value", "one value"),
    ("contradicts: [a b, '']", "5:24", "claims[0].contradicts[1]", "nothing stands here", "hyphen"),
    ("contradicts: [over 10,000 men]", "5:19", "claims[0].contradicts[0]", "splits this", "in quotes"),
    ("as_of: 2024-02-30", "5:12", "claims[0].as_of", "no day of the calendar", "year-month-day"),
    ("as_of: 2024-11-4", "5:12", "claims[0].as_of", "no date", "2024-11-04"),
    ("as_of: 2024/11/04", "5:12", "claims[0].as_of", "no date", "2024-11-04"),
    ("as_of: 4/11/2024", "5:12", "claims[0].as_of", "no date", "year-month-day"),
    ("as_of: 2024-11-04 10:00", "5:12", "claims[0].as_of", "no date", "year-month-day"),
    ("as_of: ２０２４-11-04", "5:12", "claims[0].as_of", "no date", "year-month-day"),
    ("window_days: 1.5", "5:18", "claims[0].window_days", "not accepted", "whole number from 0 to 366"),
    ("window_days: 367", "5:18", "claims[0].window_days", "not accepted", "from 0 to 366"),
    ("window_days: -1", "5:18", "claims[0].window_days", "not accepted", "from 0 to 366"),
    ("threshold: 101", "5:16", "claims[0].threshold", "not accepted", "from 0 to 100"),
    ("quantity: 5", "5:15", "claims[0].quantity", "one value where keys", "exactly"),
    ("quantity: {unit: men}", "5:15", "claims[0].quantity", "the number is missing", "at_least"),
    ("quantity: {at_least: 12.000}", "5:26", "claims[0].quantity.at_least", "12.000", "write 12000"),
    ("quantity: {at_least: '12,000'}", "5:26", "claims[0].quantity.at_least", "12,000", "write 12000"),
    ("quantity: {at_least: 1 200 000}", "5:26", "claims[0].quantity.at_least", "1 200", "write 1200000"),
    ("quantity: {at_least: 12_000}", "5:26", "claims[0].quantity.at_least", "12_000", "write 12000"),
    ("quantity: {at_least: '1,5'}", "5:26", "claims[0].quantity.at_least", "no number", "write 1.5"),
    ("quantity: {at_least: 010}", "5:26", "claims[0].quantity.at_least", "no number", "write 10"),
    ("quantity: {at_least: 1e4}", "5:26", "claims[0].quantity.at_least", "no number", "write 10000"),
    ("quantity: {at_least: -5}", "5:26", "claims[0].quantity.at_least", "from 0 up", "not negative"),
    ("quantity: {at_least: 10k}", "5:26", "claims[0].quantity.at_least", "no number", "digits only"),
    ("quantity: {at_least: .inf}", "5:26", "claims[0].quantity.at_least", "no number", "digits only"),
    ("quantity: {at_least: 9e99}", "5:26", "claims[0].quantity.at_least", "no number", "digits only"),
    (f"quantity: {{at_least: 1{'0' * 16}}}", "5:26", "claims[0].quantity.at_least", "too large", "at most"),
    (f"quantity: {{at_least: {'9' * 50}}}", "5:26", "claims[0].quantity.at_least", "no number", "digits"),
    ("quantity: {less_than: 0}", "5:27", "claims[0].quantity.less_than", "no number possible", "above 0"),
    ("quantity: {exactly: 1, about: 2}", "5:28", "claims[0].quantity.about", "beside `exactly`", "keep one"),
    ("quantity: {between: 5}", "5:25", "claims[0].quantity.between", "two numbers", "[lowest, highest]"),
    ("quantity: {between: [5]}", "5:25", "claims[0].quantity.between", "1 numbers", "[lowest, highest]"),
    ("quantity: {between: [5, 3]}", "5:25", "claims[0].quantity.between", "larger", "write [3, 5]"),
    (
        "quantity: {between: [1,000, 2]}",
        "5:26",
        "claims[0].quantity.between[0]",
        "splits",
        "without the comma",
    ),
    ("must_mention: [[]]", "5:20", "claims[0].must_mention[0]", "an empty group", "write a word"),
    ("must_mention: {a: b}", "5:19", "claims[0].must_mention", "where lists are wanted", "[[one"),
    ("claimed_by: pentagon", "5:17", "claims[0].claimed_by", "one value where keys", "source"),
    ("claimed_by: {on: 2024-11-04}", "5:17", "claims[0].claimed_by.source", "missing", "source: pentagon"),
    ("claimed_by: {source: x, url: www.a.b}", "5:34", "claims[0].claimed_by.url", "web address", "https://"),
    ("claimed_by: {source: x, url: 'javascript:a'}", "5:34", "claims[0].claimed_by.url", "web", "https://"),
    ("verdict: {by: editor-1}", "5:14", "claims[0].verdict.status", "missing", "status"),
    ("verdict: {status: Contested}", "5:23", "claims[0].verdict.status", "not known", "write contested"),
    ("verdict: {status: true}", "5:23", "claims[0].verdict.status", "not known", "one of: contested"),
    ("verdict: {status: contested, confidence: mid}", "5:46", "claims[0].verdict.confidence", "not", "low"),
    ("- b", "5:5", "", "this does not belong where it stands", "indentation"),
]
# added to SOURCES
SOURCE_CASES = [
    ("kind: offical", "4:11", "sources[0].kind", "not known", "write official"),
    ("reliability: b", "4:18", "sources[0].reliability", "not known", "write B"),
    ("reliability: G", "4:18", "sources[0].reliability", "not known", "A, B, C, D, E, F"),
    ("part_of: The US", "4:14", "sources[0].part_of", "no id", "`the-us`"),
    ("part_of: us", "4:14", "sources[0].part_of", "part of itself", "remove the key"),
    ("aliases: {a: b}", "4:14", "sources[0].aliases", "keys with values", "quotes"),
    ("statement: S", "4:5", "sources[0].statement", "a source has no such key", "known here"),
]
CYCLE = f"sources: [{{id: z, part_of: x}}, {{id: x, part_of: y}}, {{id: y, part_of: x}}]\n{HEAD}"
# whole files
FILE_CASES = [
    ("", "1:1", "", "the file is empty", "claims:"),
    ("# only a comment\n", "1:1", "", "the file is empty", "claims:"),
    ("---\n", "1:1", "", "the file is empty", "claims:"),
    ("just text", "1:1", "", "one value where keys are wanted", "claims"),
    ("- a\n", "1:1", "", "a list where keys are wanted", "claims"),
    ("title: x\n", "1:1", "claims", "missing", "claims"),
    ("claims: []\n", "1:9", "claims", "the list is empty", "at least one claim"),
    ("claims: {a: b}\n", "1:9", "claims", "where a list is wanted", "- id:"),
    ("claims: [a]\n", "1:10", "claims[0]", "one value where keys are wanted", "statement"),
    (f"version: 2\n{HEAD}", "1:10", "version", "not accepted", "write 1"),
    (f"version: 1.0\n{HEAD}", "1:10", "version", "not accepted", "write 1"),
    (f"aliases: [a, b]\n{HEAD}", "1:11", "aliases[0]", "one name alone", "[one, another]"),
    (f"aliases: [[a], []]\n{HEAD}", "1:16", "aliases[1]", "an empty group", "remove"),
    (f"{HEAD}  - {{id: a, statement: T, supports: x y}}\n", "5:10", "claims[1].id", "line 2", "its own id"),
    (f"sources: [{{id: x}}, {{id: x}}]\n{HEAD}", "1:25", "sources[1].id", "line 1", "its own id"),
    (CYCLE, "1:49", "sources[1].part_of", "`x` is part of itself", "name the body"),
    (HEAD.replace("id: a", "id: Kursk 10.000"), "2:9", "claims[0].id", "no id", "`kursk-10-000`"),
    (HEAD.replace("id: a", "id: кирил"), "2:9", "claims[0].id", "no id", "lower-case letters"),
    (HEAD.replace("id: a", "id: a--b"), "2:9", "claims[0].id", "no id", "`a-b`"),
    (HEAD.replace("id: a", f"id: {'a' * 81}"), "2:9", "claims[0].id", "81 characters", "at most 80"),
    ("claims:\n  - statement: S\n    supports: x y\n", "2:5", "claims[0].id", "missing", "id: kursk"),
    ("claims:\n  - id: a\n    supports: x y\n", "2:5", "claims[0].statement", "missing", "statement:"),
    ("claims:\n  - id: a\n    statement: S\n", "2:5", "claims[0].supports", "no phrase", "contradicts"),
    (HEAD.replace("water is wet", "[]"), "2:5", "claims[0].supports", "no phrase", "supports"),
    (f"{HEAD}---\n{HEAD}", "5:1", "", "a second YAML document", "---"),
    (f"{HEAD}    topic: &a x\n", "5:12", "claims[0].topic", "anchor `&a`", "quotes"),
    (f"{HEAD}    topic: *a\n", "5:12", "claims[0].topic", "alias `*a`", "quotes"),
    (f"{HEAD}    topic: !!str 010\n", "5:12", "claims[0].topic", "tag", "quotes"),
    (f"{HEAD}    topic: !x y\n", "5:12", "claims[0].topic", "tag `!x`", "quotes"),
    (f"{HEAD}    <<: {{topic: x}}\n", "5:5", "claims[0]", "merge", "write the keys out"),
    (f"{HEAD}    ? [a]\n    : b\n", "5:7", "claims[0]", "where a key is wanted", "one word"),
    (f"{HEAD}    *a : b\n", "5:5", "claims[0]", "alias", "quotes"),
    # what does not parse
    (f"{HEAD}    topic: a: b\n", "5:13", "", "colon", "quotes"),
    (f"{HEAD}    topic: @x\n", "5:12", "", "cannot begin with @", "quotes"),
    (f"{HEAD}\ttopic: x\n", "5:1", "", "tab", "spaces"),
    (f'{HEAD}    topic: "x\n', "5:12", "", "never closed", "close it"),
    (f'{HEAD}    topic: "x" y\n', "5:16", "", "after a closing quote", "quotes"),
    (f'{HEAD}    topic: "a\\q"\n', "5:14", "", "backslash", "single quotes"),
    (f"{HEAD}    topic: [x\n", "5:12", "", "not closed", "]"),
    (f"{HEAD}    topic: {{x: y\n", "5:12", "", "not closed", "}"),
    (f"{HEAD}    topic: ]\n", "5:12", "", "nothing has opened", "quotes"),
    (f"{HEAD}    topic: * x\n", "5:12", "", "cannot begin with *", "quotes"),
    (f"{HEAD}    topic: !e!x y\n", "5:12", "", "cannot begin with !", "quotes"),
    (f"{HEAD}    topic: - x\n", "5:12", "", "list item", "next line"),
    (f"{HEAD}    topic: |x\n", "5:13", "", "| or >", "next line"),
    (f"{HEAD}    topic\n    notes: x\n", "5:5", "", "no `key: value`", "after the key"),
    (f"{HEAD}   topic: x\n", "5:4", "", "no item of the list", "- "),
    (f"{HEAD}...\ntopic\n", "6:1", "", "after the end", "..."),
    ("%x\n---\n", "1:1", "", "cannot begin with %", "quotes"),
    # characters
    (f"{HEAD}    topic: a\x07b\n", "5:13", "", "U+0007", "delete it"),
    (f"{HEAD}    topic: a\u2028b\n", "5:13", "", "U+2028, line separator", "space"),
    (f"{HEAD}    topic: a\ufeffb\n", "5:13", "", "U+FEFF", "delete it"),
]
BYTE_CASES = [
    (b"title: caf\xe9\n", "1:11", "byte 0xe9", "UTF-8"),
    ("title: é\r\ntopic: 😀".encode() + b"\x80", "2:9", "byte 0x80", "UTF-8"),
    (b"\xef\xbb\xbfab\xff", "1:3", "byte 0xff", "UTF-8"),
    ("title: x".encode("utf-16"), "1:1", "UTF-16", "UTF-8"),
]


def problems_of(data: bytes) -> RegistryError:
    """The refusal of a registry that must be refused."""
    with pytest.raises(RegistryError) as caught:
        parse_registry(data, "some/claims.yaml")
    return caught.value


def assert_told(error: RegistryError, place: str, key_path: str, what: str, remedy: str) -> None:
    """One of the problems is at the place and key path, and says what and the remedy."""
    line, column = map(int, place.split(":"))
    told = [
        problem
        for problem in error.problems
        if (problem.line, problem.column, problem.key_path) == (line, column, key_path)
    ]
    assert told, str(error)
    assert any(what in problem.what and remedy in problem.remedy for problem in told), str(error)
    assert f"some/claims.yaml:{place} " in str(error) or f"some/claims.yaml:{place}: " in str(error)


@pytest.mark.parametrize(("added", "place", "key_path", "what", "remedy"), CLAIM_CASES)
def test_a_claim_is_refused(added: str, place: str, key_path: str, what: str, remedy: str) -> None:
    error = problems_of(f"{HEAD}    {added}\n".encode())
    assert_told(error, place, key_path, what, remedy)
    assert len(error.problems) <= 2, str(error)


@pytest.mark.parametrize(("added", "place", "key_path", "what", "remedy"), SOURCE_CASES)
def test_a_source_is_refused(added: str, place: str, key_path: str, what: str, remedy: str) -> None:
    error = problems_of(f"{SOURCES}    {added}\n{HEAD}".encode())
    assert_told(error, place, key_path, what, remedy)
    assert len(error.problems) == 1, str(error)


@pytest.mark.parametrize(("text", "place", "key_path", "what", "remedy"), FILE_CASES)
def test_a_file_is_refused(text: str, place: str, key_path: str, what: str, remedy: str) -> None:
    assert_told(problems_of(text.encode()), place, key_path, what, remedy)


@pytest.mark.parametrize(("data", "place", "what", "remedy"), BYTE_CASES)
def test_bytes_are_refused(data: bytes, place: str, what: str, remedy: str) -> None:
    assert_told(problems_of(data), place, "", what, remedy)


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    error = problems_of(
        b"version: 2\nsources:\n  - id: US\nclaims:\n  - id: a\n    id: b\n    statement:\n    supports: *x\n"
        b"    quantity: {at_least: 12.000}\n  - id: a\n    as_of: today\n    contradicts: [&y x y]\n"
    )
    places = [(problem.line, problem.column, problem.key_path) for problem in error.problems]
    assert places == [
        (1, 10, "version"),
        (3, 9, "sources[0].id"),
        (6, 5, "claims[0].id"),
        (7, 15, "claims[0].statement"),
        (8, 15, "claims[0].supports"),
        (9, 26, "claims[0].quantity.at_least"),
        (10, 5, "claims[1].statement"),
        (10, 9, "claims[1].id"),
        (11, 12, "claims[1].as_of"),
        (12, 19, "claims[1].contradicts[0]"),
    ]
    assert all(problem.remedy for problem in error.problems)
    assert str(error).splitlines()[5] == (
        "some/claims.yaml:9:26 claims[0].quantity.at_least: "
        "`12.000` has a mark between its digits, write 12000"
    )


def test_invisible_characters_are_spelled_out_in_messages() -> None:
    error = problems_of(f"{HEAD}    as_of: \u202e2024\n".encode())
    assert "\\u202e2024" in str(error)
    assert "\u202e" not in str(error)
