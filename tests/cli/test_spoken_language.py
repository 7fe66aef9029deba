"""What is said on standard error is said in the language that was asked for, whatever the verb."""

from __future__ import annotations

import pytest

from claimdesk.cli import main
from claimdesk.cli.streams import speak_as_asked, word
from claimdesk.messages.failures import render_why
from claimdesk.messages.problems import find_text
from claimdesk.messages.shell_texts import SHELL

SAID = [
    # call, a word of what is said
    ("check --claims none.yaml", "no such file"),
    ("check --until yesterday", "not a day"),
    ("check --claim dam-open", "Nearest: dam-opened"),
    ("check --workers 0", "from 1 on"),
    ("check --workers 1 --scheduler tcp://x:1", "has the workers"),
    ("check --out articles", "this is a folder"),
    ("check --out no/where.json", "there is no folder"),
    ("check --out claims.yaml", "the desk's own"),
    ("check --articles none", "no such folder"),
    ("check --colour red", "unrecognized arguments"),
    ("check --until", "expected one argument"),
    ("check --format docx", "invalid choice"),
    ("brief --format md", "No claim is chosen"),
    ("brief --claim dead-300 --all --format md", "not both"),
    ("brief --all --format png --out card.png", "which tells of one claim"),
    ("brief --all --format md --since never", "it is no day"),
    ("set dead-300 title A", "has no field"),
    ("lint", "no warnings"),
    ("history", "has no entry yet"),
    ("history --verify", "no history yet"),
    ("history nobody", "no such claim or source"),
    ("schema --out claims.yaml", "something else"),
    ("fmt --check", "in canonical form"),
    ("verify none.json", "cannot be read"),
    ("backup desk.zip", "read back"),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("call", "told"), SAID, ids=[call for call, _ in SAID])
def test_every_message_is_known_in_other_languages(
    call: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(call.split())
    captured = capsys.readouterr()
    said = captured.err or captured.out
    assert told in said
    for line in said.splitlines():
        assert find_text(line)[0] or render_why(line, "id") != (line,), line


@pytest.mark.parametrize(
    ("argv", "language"),
    [
        ([], "en"),
        (["--lang", "id"], "id"),
        (["--lang=id"], "id"),
        (["--lang"], "en"),
        (["--lang", "xx"], "en"),
    ],
)
def test_the_language_is_that_of_the_call(argv: list[str], language: str) -> None:
    speak_as_asked(argv)
    try:
        assert (
            word("Sign in first. Nothing was changed.")
            == render_why("Sign in first. Nothing was changed.", language)[0]
        )
    finally:
        speak_as_asked([])


@pytest.mark.parametrize("verb", ["check", "lint", "fmt", "schema", "set", "diff", "history", "add", "verify",
                                  "watch", "brief", "backup", "restore"])  # fmt: skip
def test_every_verb_takes_a_language(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([verb, "--help"])
    assert "--lang" in capsys.readouterr().out


@pytest.mark.parametrize("text", SHELL)
def test_a_message_is_known_by_its_own_text(text: str) -> None:
    values = {name: f"<{name}>" for name in ("path", "name", "number", "why")}
    for name in set(_names(text)) - set(values):
        values[name] = f"<{name}>"
    template, _ = find_text(text.format(**values))
    assert template.format(**values) == text.format(**values)


def _names(text: str) -> list[str]:
    from string import Formatter

    return [name for _, name, _, _ in Formatter().parse(text) if name]
