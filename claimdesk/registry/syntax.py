"""What libyaml says about a file that does not parse, in words for somebody who does not know YAML."""

from __future__ import annotations

from typing import Any

from claimdesk.registry.problems import Steps, show

_QUOTE = "put the whole text in quotes"
_ALIGN = "give it the same indentation as its neighbours, and put texts with special characters in quotes"

# libyaml's words -> what is wrong, what to write instead, and whether the place is where the thing began.
_EXPLAINED: tuple[tuple[str, str, str, bool], ...] = (
    ("mapping values are not allowed", "a colon that ends no key here, or a line indented too far",
     "put a text with a colon in quotes, or indent the line like its neighbours", False),
    ("could not find expected ':'", "this line is no `key: value` and no list item",
     "write a colon and a space after the key, or indent the line if it goes on the one above", True),
    ("block sequence entries are not allowed", "a list item `- ` stands beside something else on its line",
     "begin the list on the next line, or put a text that begins with a hyphen in quotes", False),
    ("unexpected end of stream", "the quotation mark that opens here is never closed",
     "close it, or write a quotation mark inside it twice", True),
    ("unexpected document indicator", "the quotation mark that opens here is never closed",
     "close it, or write a quotation mark inside it twice", True),
    ("unknown escape character", "a backslash in double quotes begins no known sign",
     "write \\\\ for a backslash, or use single quotes", False),
    ("hexdecimal number", "a backslash in double quotes begins no known sign",
     "write \\\\ for a backslash, or use single quotes", False),
    ("alphabetic or numeric character", "a text cannot begin with * or & without quotes", _QUOTE, True),
    ("expected ',' or ']'", "the list that opens here with [ is not closed, or lacks a comma",
     "close it with ], and put texts with commas or brackets in quotes", True),
    ("expected ',' or '}'", "the keys that open here with { are not closed, or lack a comma",
     "close them with }, and put texts with commas or brackets in quotes", True),
    ("expected node content", "a closing bracket or a comma that nothing has opened", _QUOTE, False),
    ("expected '-' indicator", "this line is no item of the list above it",
     "begin it with `- `, or indent it like the item's other keys", False),
    ("expected key", "this does not belong where it stands: wrong indentation, or text after a closing quote",
     _ALIGN, False),
    ("comment or line break", "text on the line of | or >", "begin it on the next line, indented", False),
    ("expected <document start>", "text after the end of the document", "delete the line `...`", False),
    ("directive", "a line cannot begin with % without quotes", _QUOTE, True),
    ("undefined tag handle", "a text cannot begin with ! without quotes", _QUOTE, False),
)  # fmt: skip


def explain_syntax_error(error: Any, text: str) -> tuple[int, int, Steps, str, str]:
    """Line, column, an empty key path, what is wrong and what to write instead, for a `yaml.YAMLError`."""
    said = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return 1, 1, (), f"the file does not parse as YAML: {show(said)}", "correct it"
    start = mark.index - mark.column
    if (tab := text.find("\t", start, mark.index + 1)) >= 0 and not text[start:tab].strip():
        return mark.line + 1, tab - start + 1, (), "a tab indents this line", "indent with spaces"
    if "cannot start any token" in said:
        what = f"a text cannot begin with {text[mark.index : mark.index + 1]} without quotes"
        return mark.line + 1, mark.column + 1, (), what, _QUOTE
    for words, what, remedy, at_beginning in _EXPLAINED:
        if words in said:
            place = (getattr(error, "context_mark", None) or mark) if at_beginning else mark
            return place.line + 1, place.column + 1, (), what, remedy
    return mark.line + 1, mark.column + 1, (), f"the file does not parse as YAML: {show(said)}", _ALIGN
