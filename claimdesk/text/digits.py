"""Numbers in digits: what their points and commas mean, and where they are written onto letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from claimdesk.model import Token
from claimdesk.text.lexicon import load_words

# Digits beyond this are an identifier, not an amount.
_MOST_DIGITS = 15
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THIN_SPACES = ("\u00a0", "\u2009", "\u202f")


def parse_digits(written: str, language: str, scaled: bool = False) -> Decimal | None:
    """The value of a number in digits, or None where its marks make no number (2.0.1, 1,00,0).

    With two different marks the last one is the decimal mark. A single mark before exactly three digits
    groups them if it is the language's own grouping mark; if it is the other language's, it groups as well
    (copies keep the marks of their source), unless `scaled` says that a scale, percent or measure follows,
    where nobody writes thousands ("1,234 juta", "3.125 percent"). Any other single mark is the decimal mark.
    """
    marks = [mark for mark in written if mark in ".,"]
    if len(written) - len(marks) > _MOST_DIGITS:
        return None
    if not marks:
        return Decimal(written)
    if _INDIAN.fullmatch(written):
        return Decimal(written.replace(",", ""))
    if len(set(marks)) == 2:
        whole, decimals = written[: written.rindex(marks[-1])], written[written.rindex(marks[-1]) + 1 :]
        if marks.count(marks[-1]) > 1 or not _GROUPED.fullmatch(whole):
            return None
        return Decimal(f"{re.sub('[.,]', '', whole)}.{decimals}")
    own = marks[0] == ("." if language == "id" else ",")
    groups = _GROUPED.fullmatch(written) is not None and not written.startswith("0")
    if groups and (own or len(marks) > 1 or not scaled):
        return Decimal(written.replace(marks[0], ""))
    return Decimal(written.replace(",", ".")) if len(marks) == 1 else None


def separate_numbers(text: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """`tokens` with every number a token of its own: "Rp1,5" and "ke-12" are parted, "10 000" is joined."""
    separated: list[Token] = []
    for token in tokens:
        if separated and token.start < separated[-1].end:
            continue
        if token.kind == "mark" or (token.kind == "word" and token.lower.isalpha()):
            separated.append(token)
            continue
        parts = _part(text, token)
        last = separated[-1] if separated else None
        if last is not None and _continues(text, last, parts[0]):
            end = parts[0].end
            joined = "".join(character for character in text[last.start : end] if character.isdecimal())
            separated[-1] = last._replace(end=end, text=text[last.start : end], lower=joined)
        else:
            separated += parts
    return tuple(separated)


@cache
def _glued() -> re.Pattern[str]:
    codes = sorted(load_words("", "currencies")["glued"], key=len, reverse=True)
    return re.compile(rf"({'|'.join(codes)})(?=\d)|m(?=\d[.,]\d)|mag(?=\d)|ke-(?=\d)", re.IGNORECASE)


def _part(text: str, token: Token) -> list[Token]:
    if token.kind != "word" or not any(character.isdecimal() for character in token.lower):
        return [token]
    parts: list[Token] = []
    at = token.start
    while (code := _glued().match(text, at)) and (number := _NUMBER.match(text, code.end())):
        parts += [_token(text, at, code.end()), _token(text, number.start(), number.end(), "number")]
        at = number.end()
        if at >= token.end:
            return parts
    return [*parts, _token(text, at, token.end)] if parts else [token]


def _token(text: str, start: int, end: int, kind: str = "word") -> Token:
    written = text[start:end]
    return Token(start, end, written, written.casefold(), "number" if kind == "number" else "word")


def _continues(text: str, last: Token, token: Token) -> bool:
    """Whether `token` is a further group of three digits, set off by a thin or unbreakable space."""
    return (
        last.kind == token.kind == "number"
        and len(token.text) == 3
        and text[last.end : token.start] in _THIN_SPACES
        and (len(last.lower) <= 3 or any(space in last.text for space in _THIN_SPACES))
        and last.lower.isdecimal()
        and token.lower.isdecimal()
    )
