"""Places named in a passage, by the words around them: no gazetteer, so any event's places are found.

A place is a run of capitalised words after a locative preposition (*di Kursk*, *in Derna*) or after a word
for a kind of place (*wilayah Kursk*, *Kabupaten Cianjur*, *Kursk region*). Months, weekdays and media are no
places. The words are data: `lang/<language>/places.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from claimdesk.model import Span, Token
from claimdesk.text.lexicon import LANGUAGES, load_words
from claimdesk.text.patterns import Patterns, compile_patterns, find_patterns

_POSSESSIVES = ("'s", "’s")
_TELLING = 12  # tokens between the place and the verb: "in Lima on Friday (3/5) updated"
_ENDS = frozenset(".!?;")
_REACH = 4  # tokens between who is spoken to and the place: "reporters at a hospital in Lima"


@cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(load_words(language, "places").get(key, ()))


def find_places(tokens: Sequence[Token], language: str) -> tuple[Span, ...]:
    """Spans of the names only, without preposition and kind word, in order."""
    found: list[Span] = []
    at = heard = 0  # `heard`: the end of the last place of speaking
    while at < len(tokens):
        end = _name_end(tokens, at, language)
        if end > at and _stands_as_place(tokens, at, end, language) and not _owns(tokens, at, end):
            spoken = _is_heard_at(tokens, at, language) or (heard and _goes_on(tokens, heard, at))
            spoken = spoken or _is_seat(tokens, at, end, language)
            heard = end if spoken else 0
            if not spoken:
                found.append(Span(tokens[at].start, tokens[end - 1].end))
        at = max(end, at + 1)
    return tuple(found)


def find_elsewhere(tokens: Sequence[Token], language: str) -> tuple[Span, ...]:
    """Where a text turns to a place or event without a name: *in another district*, *pada kasus lain*."""
    found = (
        one for one in find_patterns(_elsewhere(language), tokens) if not _ends_origins(tokens, one.first)
    )
    return tuple(Span(tokens[one.first].start, tokens[one.last - 1].end) for one in found)


def _ends_origins(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words only end a row of places that people come from: *from Iran, China and elsewhere*."""
    if not at or tokens[at - 1].lower not in _words("en", "joiners"):
        return False
    row = takewhile(lambda token: token.text == "," or token.text[0].isupper(), reversed(tokens[: at - 1]))
    first = at - 1 - len(list(row))
    return first > 0 and tokens[first - 1].lower == "from"


@cache
def _elsewhere(language: str) -> Patterns[None]:
    data = load_words(language, "places")
    lists = {key: data.get(key, ()) for key in ("grounds", "counting")}
    return compile_patterns(((pattern, None) for pattern in data["elsewhere"]), lists)


def _is_heard_at(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Whether somebody speaks at the place: *told reporters in Lima*, *konferensi pers di Lima*."""
    before = [token.lower for token in tokens[max(0, at - _REACH) : at]]
    return any(word in _words(language, "heard_at") for word in before)


def _is_seat(tokens: Sequence[Token], at: int, end: int, language: str) -> bool:
    """Whether those who count for all sit there: *the command post at the Arlen town hall reported*."""
    before = {token.lower for token in tokens[max(0, at - _REACH) : at]}
    if _words(language, "seats").isdisjoint(before):
        return False
    behind = takewhile(lambda token: token.text not in _ENDS, tokens[end : end + _TELLING])
    return any(token.lower in _words(language, "seated") for token in behind)


def _goes_on(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether only commas and capitals part two places: *di Mabes Polri, Jakarta Selatan*."""
    return all(token.text == "," or token.text[0].isupper() for token in tokens[end:at])


def _name_end(tokens: Sequence[Token], at: int, language: str) -> int:
    """The end of the run of capitalised words from `at`, without kind words; `at` where none starts."""
    end = at
    while end < len(tokens) and _is_name_word(tokens[end], language):
        end += 1
    return end


def _is_name_word(token: Token, language: str) -> bool:
    if token.kind != "word" or not token.text[0].isupper():
        return False
    return token.lower not in _words(language, "kinds") and token.lower not in _words(language, "never")


def _stands_as_place(tokens: Sequence[Token], at: int, end: int, language: str) -> bool:
    before = at - 1
    kind_before = False
    while before >= 0 and tokens[before].lower in _words(language, "kinds") | _words(language, "between"):
        kind_before |= tokens[before].lower in _words(language, "kinds")
        before -= 1
    located = before >= 0 and tokens[before].lower in _words(language, "prepositions")
    located = located and not (before and tokens[before - 1].lower in _words(language, "aiming"))
    kind_after = end < len(tokens) and tokens[end].lower in _words(language, "kinds_after")
    return located or kind_before or kind_after


def _owns(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the name, behind an article, is that of who owns something: *in the Sea Heron's tanks*."""
    owner = tokens[end - 1].lower.endswith(_POSSESSIVES)
    return owner and at > 0 and tokens[at - 1].lower == "the"


def wider_names(place: str) -> set[str]:
    """The name, and without words before it that only say whose it is: *indian kashmir* is in *kashmir*, but
    *south sudan* is no *sudan*."""
    words = place.split()
    apart = frozenset[str]().union(*(_words(one, "between") | _words(one, "apart") for one in LANGUAGES))
    kept = next((at for at, word in enumerate(words) if word in apart), len(words) - 1)
    return {" ".join(words[at:]) for at in range(kept + 1)}


def translate_place(name: str) -> list[str]:
    """The name in the other language, where it holds a word for its kind: *Osprey Bay*, *Teluk Osprey*."""
    words = name.split()
    kinds = load_words("", "places")["kinds"]
    found = []
    for english, indonesian in kinds.items():
        for at, kind, own in ((-1, english, words[:-1]), (0, english, words[1:])):
            if own and words[at].casefold() == kind:
                found.append(" ".join([indonesian.capitalize(), *own]))
        if len(words) > 1 and words[0].casefold() == indonesian:
            found += [
                " ".join([*words[1:], english.capitalize()]),
                " ".join([english.capitalize(), *words[1:]]),
            ]
    return found


def is_on_water(tokens: Sequence[Token], language: str, place: Span) -> bool:
    """Whether `place` is a body of water: *Osprey Bay*, *Teluk Osprey*."""
    named = [token.lower for token in tokens if place.contains(token.span)]
    named += [token.lower for token in tokens if token.end <= place.start][-1:]
    return not _words(language, "waters").isdisjoint(named)


def is_beside(tokens: Sequence[Token], language: str, place: Span) -> bool:
    """Whether `place` is only what something lies near to: *off Port Arlen*, *di lepas pantai Arlen*."""
    before = [token.lower for token in tokens if token.end <= place.start]
    while before and before[-1] in _words(language, "kinds") - _words(language, "beside"):
        before.pop()
    return bool(before) and before[-1] in _words(language, "beside")


def joined_names(tokens: Sequence[Token], language: str, place: Span) -> tuple[Span, ...]:
    """The names that *and* joins to `place`: *in southern Zandia and western Lorvania*."""
    first = next((at for at, token in enumerate(tokens) if token.start >= place.start), len(tokens))
    last = next((at for at in range(first, len(tokens)) if tokens[at].start >= place.end), len(tokens))
    found = []
    behind = last + 1
    if last < len(tokens) and tokens[last].lower in _words(language, "joiners"):
        while behind < len(tokens) and tokens[behind].lower in _words(language, "between"):
            behind += 1
        end = _name_end(tokens, behind, language)
        if end > behind:
            found.append(Span(tokens[behind].start, tokens[end - 1].end))
    before = first - 1
    while before > 0 and tokens[before].lower in _words(language, "between"):
        before -= 1
    if before > 0 and tokens[before].lower in _words(language, "joiners"):
        start = before
        while start > 0 and _is_name_word(tokens[start - 1], language):
            start -= 1
        if start < before:
            found.append(Span(tokens[start].start, tokens[before - 1].end))
    return tuple(found)
