"""Cuts that words make: conjunctions, speech frames, relative clauses, *dan* before a new predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimdesk.model import Token
from claimdesk.text.clause_cuts import SUBORDINATE, Cuts, Link, note_cut
from claimdesk.text.clause_words import ClauseWords
from claimdesk.text.patterns import Found, find_patterns, starts_sentence

_SCOPED = 3  # words after a relative pronoun within which a cue makes it a clause of its own
_LONGEST_RELATIVE = 25  # tokens
_SUBJECT = 8  # tokens after "and" within which its verb must follow
_LISTED = 5  # tokens after a comma within which "and" makes it a list
_ADVERBIAL = 12  # tokens after "setelah", "after" within which its verb must follow


def cut_links(tokens: Sequence[Token], words: ClauseWords, cuts: Cuts) -> None:
    """Cut before every joining word of the patterns."""
    for found in find_patterns(words.links, tokens):
        if found.value != "never":
            _cut_link(tokens, words, found, cuts)


def _cut_link(tokens: Sequence[Token], words: ClauseWords, found: Found[str], cuts: Cuts) -> None:
    link: Link = found.value  # type: ignore[assignment]
    at = found.first
    while tokens[at].kind == "mark" and at + 1 < found.last:
        at += 1
    if link == "complement":  # the pattern starts with the verb: "said on Monday that"
        at = found.last - 1
        at -= at > 0 and tokens[at - 1].lower in words.sets["coordinators"]
    following = _until_mark(tokens, found.last, _ADVERBIAL)
    if link == "adverbial" and not any(words.verb(token) for token in following):
        return
    if link == "opposed" and at == 0:
        cuts[0].head = found.last
        return
    head = at + 1 if link in ("frame", "complement") else found.last
    note_cut(cuts, at, link, head, link in ("opposed", "concession"))


def _until_mark(tokens: Sequence[Token], first: int, most: int) -> Iterator[Token]:
    for token in tokens[first : first + most]:
        if token.kind == "mark":
            return
        yield token


def cut_relatives(tokens: Sequence[Token], words: ClauseWords, cuts: Cuts) -> None:
    """Cut around relative clauses that hold a cue: *tentara | yang tidak terlatih itu | telah tiba*."""
    for at, token in enumerate(tokens):
        if token.lower not in words.sets["relatives"] or at in cuts or is_acronym(token):
            continue
        near = list(_until_mark(tokens, at + 1, _SCOPED))
        scoped = next((k for k, one in enumerate(near) if one.lower in words.sets["scoped"]), None)
        if scoped is None:
            continue
        note_cut(cuts, at, "relative", at + 1)
        end = _relative_end(tokens, words, at + scoped + 2, cuts, scoped > 0)
        end += end > 0 and tokens[end].text == ","
        if 0 < end < len(tokens) and tokens[end].kind != "mark":
            note_cut(cuts, end, "resume", end)


def is_acronym(token: Token) -> bool:
    """Whether *who* is the WHO."""
    return len(token.text) > 1 and token.text.isupper()


def _relative_end(tokens: Sequence[Token], words: ClauseWords, first: int, cuts: Cuts, said: bool) -> int:
    """The token after the relative clause whose cue stands before `first`; 0 where another cut ends it.

    `said`: it has said something already, before its cue.
    """
    for at in range(first, min(first + _LONGEST_RELATIVE, len(tokens) - 1)):
        token = tokens[at]
        if at in cuts:
            return 0
        if said and (token.text == "," or token.lower in words.sets["closers"]):
            return at + 1
        predicate = token.lower in words.sets["predicates"]
        if said and predicate and tokens[at - 1].lower not in words.sets["scoped"]:
            return at
        said = said or token.kind != "mark"
    return 0


_FRAME = 4  # tokens up to its comma in which a frame names its speaker, if at all, by a pronoun or one word


def cut_ends(tokens: Sequence[Token], words: ClauseWords, cuts: Cuts) -> None:
    """Cut where a clause that hangs on another ends and the main clause goes on: *jika X, | Y*."""
    sets = words.sets
    fronted = is_open = is_condition = verb = False
    framed = -_FRAME  # where the last frame began
    for at, token in enumerate(tokens[:-1]):
        cut = cuts.get(at)
        goes_on = cut is not None and cut.link in ("relative", "resume") and tokens[at - 1].text != ","
        contrast = cut is not None and cut.link == "opposed" and is_condition  # "jika X, sementara Y, | Z"
        if cut is not None and not (is_open and (goes_on or contrast)):
            is_open, verb = cut.link in SUBORDINATE or cut.link == "frame", False
            framed = at if cut.link == "frame" else -_FRAME
            fronted = cut.link == "concession" and starts_sentence(tokens, at)
            is_condition = cut.link == "condition"
        if not is_open:
            continue
        verb = verb or words.verb(token)
        after = tokens[at + 1]
        comma = token.text == "," and after.kind != "mark" and after.lower not in sets["coordinators"]
        clear = words.verb(after) or (is_condition and not _goes_on(tokens, words, at + 1))
        aside = at - framed < _FRAME  # "yang luka, katanya, lebih dari 60"
        ended = comma and (verb or clear or aside or after.lower in sets["subjects"])
        if ended and is_condition and at + 1 in cuts and cuts[at + 1].link == "opposed":
            continue
        if ended or after.lower in sets["consequents"]:
            note_cut(cuts, at + 1, "resume", at + 1, opposed=fronted)
            is_open = False


def _goes_on(tokens: Sequence[Token], words: ClauseWords, first: int) -> bool:
    """Whether a list goes on after the comma before `first`: a joining word stands near."""
    return any(token.lower in words.sets["coordinators"] for token in tokens[first : first + _LISTED])


def cut_coordinates(tokens: Sequence[Token], words: ClauseWords, cuts: Cuts) -> None:
    """Cut before *dan*, *and* where a verb stands before it and a new predicate or subject behind it."""
    verb = -1
    for at, token in enumerate(tokens[:-1]):
        if at in cuts:
            verb = -1
        if token.lower in words.sets["coordinators"] and at not in cuts and verb >= 0:
            reporting = tokens[verb].lower in words.sets["said"] | words.sets["impersonal"]
            reports = reporting and tokens[at - 1].text != ","
            predicate = tokens[at + 1].lower in words.sets["auxiliaries"]
            if predicate or (not reports and _new_subject(tokens, words, at)):
                note_cut(cuts, at, "coordinate", at + 1)
                verb = -1
        elif words.verb(token):
            verb = at


def _new_subject(tokens: Sequence[Token], words: ClauseWords, at: int) -> bool:
    """Whether a subject with its verb follows the coordinator at `at`."""
    before, first = tokens[at - 1], tokens[at + 1]
    named = first.text[0].isupper() and not before.text[0].isupper()
    listed = before.text == "," and first.kind == "word" and not words.verb(first)
    if not (first.kind == "number" or first.lower in words.sets["subjects"] or named or listed):
        return False
    for token in _until_mark(tokens, at + 2, _SUBJECT):
        if token.lower in words.sets["stops"]:
            return False
        if words.verb(token):
            return True
    return False
