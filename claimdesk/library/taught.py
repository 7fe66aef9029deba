"""Lines that people taught to be no text of an outlet's articles: ``boilerplate.yaml`` beside these.

::

    KOMPAS.com:
      - "Ikuti kanal * kami di sini"
    "*":
      - "Iklan"

A line or sentence is never text where one of its outlet's entries, or one under ``*``, is all of it, without
regard to case and white space; ``*`` stands for anything. So it takes linear time, whatever is written there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from claimdesk.errors import InputError, Problem
from claimdesk.library.outlets import is_same_outlet
from claimdesk.library.places import is_remote, open_place
from claimdesk.model import Article, Span
from claimdesk.text.passages import find_lines
from claimdesk.text.sentences import find_sentences

FILE = "boilerplate.yaml"
ANY = "*"
_LARGEST = 500_000  # bytes
LONGEST = 1_000  # characters of a line that is looked at
FEWEST = 4  # letters and digits of an entry: a shorter one would take text away
_REMEDY = 'write it as an outlet\'s name and below it a list of lines, each as - "…"'
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Taught:
    """Entries by outlet as written, and what is wrong with the file."""

    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def mark(self, article: Article) -> Article:
        """The article with its lines and sentences that are never text."""
        entries = [_cut(line) for line in self.of(article.outlet)]
        found = tuple(_find_taught(article, entries)) if entries else ()
        return replace(article, never_text=found) if found else article

    def of(self, outlet: str) -> tuple[str, ...]:
        """The entries that hold for an outlet."""
        return tuple(
            line
            for name, lines in self.lines.items()
            if name == ANY or (outlet and is_same_outlet(name, outlet))
            for line in lines
        )


def load_taught(folder: str | Path) -> Taught:
    """What is taught in a folder of articles; nothing where there is no such file. Raises nothing."""
    path = f"{str(folder).rstrip('/')}/{FILE}"
    if not is_remote(path) and not Path(path).is_file():
        return Taught()
    try:
        with open_place(path) as file:
            data = file.read(_LARGEST + 1)
        return parse_taught(data, path)
    except (OSError, InputError):
        return Taught()


def parse_taught(data: bytes, path: str) -> Taught:
    """The entries in a file's bytes. What is not as it should be is left out and a problem."""
    if len(data) > _LARGEST:
        what = f"the file is larger than {_LARGEST // 1000} kB"
        return Taught(problems=(Problem(path, 1, 1, "", what, "take lines out of it", "warning"),))
    lines: dict[str, list[str]] = {}
    problems: list[Problem] = []
    try:
        for outlet, event in iter_entries(data.decode("utf-8")):
            if fits(event.value):
                lines.setdefault(outlet, []).append(event.value)
                continue
            place = event.start_mark
            what = f"“{event.value}” has less than {FEWEST} letters and would take text away"
            problems.append(
                Problem(path, place.line + 1, place.column + 1, outlet, what, "write more of it", "warning")
            )
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        place = getattr(error, "problem_mark", None)
        line = place.line + 1 if place else 1
        problems.append(Problem(path, line, 1, "", "this is no list of lines by outlet", _REMEDY, "warning"))
    return Taught({outlet: tuple(found) for outlet, found in lines.items()}, tuple(problems))


def iter_entries(text: str) -> Iterator[tuple[str, Any]]:
    """Each outlet with the event of each of its lines; nothing is built. Raises YAMLError, ValueError."""
    outlet: str | None = None  # whose lines come next
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.ScalarEvent) and depth == 1 and outlet is None:
            outlet = event.value
        elif isinstance(event, yaml.ScalarEvent) and depth == 2:
            yield outlet or "", event
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
            if depth > 2 or isinstance(event, yaml.SequenceStartEvent) != (depth == 2):
                raise ValueError("nested otherwise")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            outlet = None
        elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            raise ValueError("not by outlet")


def fits(entry: str) -> bool:
    """Whether an entry says enough to be one."""
    return sum(character.isalnum() for character in entry) >= FEWEST


def _cut(entry: str) -> tuple[str, ...]:
    """The pieces of an entry between its stars, as they are compared."""
    return tuple(" ".join(piece.casefold().split()) for piece in entry.split(ANY))


def _find_taught(article: Article, entries: list[tuple[str, ...]]) -> Iterator[Span]:
    for line in find_lines(article.body):
        text = " ".join(line.of(article.body).casefold().split())
        if not text or not any(_holds(pieces, text) for pieces in entries):
            continue
        if any(_is_all(pieces, text) for pieces in entries):
            yield line
            continue
        for sentence in find_sentences(line.of(article.body), article.language):
            said = " ".join(sentence.of(line.of(article.body)).casefold().split())
            if any(_is_all(pieces, said) for pieces in entries):
                yield sentence.shift(line.start)


def _is_all(pieces: tuple[str, ...], text: str) -> bool:
    """Whether the pieces, with anything between them, are all of `text`."""
    if len(text) > LONGEST:
        return False
    if len(pieces) == 1:
        return text == pieces[0]
    first, last = pieces[0], pieces[-1]
    if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
        return False
    return _holds(pieces[1:-1], text[len(first) : len(text) - len(last)])


def _holds(pieces: tuple[str, ...], text: str) -> bool:
    """Whether the pieces stand in `text` in order."""
    start = 0
    for piece in pieces:
        start = text.find(piece, start)
        if start < 0:
            return False
        start += len(piece)
    return True
