"""Fixed words about a claim's evidence: levels, speakers, outlets, and how many of something."""

from __future__ import annotations

from claimdesk.messages.catalogue import translate, translate_plural
from claimdesk.messages.formats import render_number
from claimdesk.model import Article, BasisName, ConfidenceName, Origin, Report


def as_head(word: str, language: str) -> str:
    """A word of the model, as `messages.terms` marks it, at the beginning of a line."""
    said = translate(word, language)
    return said[:1].upper() + said[1:]


def confidence_phrase(confidence: ConfidenceName, language: str) -> str:
    """The level with its noun, for lines that stand alone."""
    return {
        "low": translate("low confidence", language),
        "moderate": translate("moderate confidence", language),
        "high": translate("high confidence", language),
    }[confidence]


def basis_phrase(basis: BasisName, language: str) -> str:
    """What share of the quotes a person has reviewed, for lines that stand alone."""
    return {
        "suggested": translate("suggested, not reviewed", language),
        "partly reviewed": translate("partly reviewed", language),
        "reviewed": translate("reviewed", language),
    }[basis]


def kind_phrase(origin: Origin, language: str) -> str:
    """What sort of speaker an origin is."""
    return {
        "agency": translate("news agency", language),
        "outlet": translate("in its own words", language),
        "party": translate("party to the matter", language),
        "unlisted": translate("not in the registry", language),
    }.get(origin.kind) or translate(origin.kind, language)


def origin_name(origin: Origin, language: str) -> str:
    """Who says it, or that nobody is credited with it."""
    return origin.name or translate("not attributed", language)


def outlet_name(article: Article, language: str) -> str:
    """The outlet, or that the source does not state one."""
    return article.outlet or translate("outlet not stated", language)


def counted(number: int, text: str, language: str) -> str:
    """`text` with its ``{n}`` filled with the number in the language's form."""
    return text.format(n=render_number(number, language))


def origins_word(number: int, language: str) -> str:
    """How many origins."""
    return counted(number, translate_plural("{n} origin", "{n} origins", number, language), language)


def outlets_word(number: int, language: str) -> str:
    """How many outlets."""
    return counted(number, translate_plural("{n} outlet", "{n} outlets", number, language), language)


def articles_word(number: int, language: str) -> str:
    """How many articles."""
    return counted(number, translate_plural("{n} article", "{n} articles", number, language), language)


def claims_word(number: int, language: str) -> str:
    """How many claims."""
    return counted(number, translate_plural("{n} claim", "{n} claims", number, language), language)


def corpus_phrase(report: Report, language: str) -> str:
    """How many articles from how many outlets, and whether they are digests."""
    articles = articles_word(len(report.articles), language)
    outlets = outlets_word(len({entry.article.outlet for entry in report.articles} - {""}), language)
    if report.articles and all(entry.article.kind == "digest" for entry in report.articles):
        return translate("{articles} (digests) from {outlets}", language).format(
            articles=articles, outlets=outlets
        )
    return translate("{articles} from {outlets}", language).format(articles=articles, outlets=outlets)


def hidden_phrase(report: Report, language: str) -> str:
    """How many articles the report's day hides, newer ones and those of no known day; empty for none."""
    newer, undated = report.hidden - report.hidden_undated, report.hidden_undated
    said = []
    if newer:
        text = translate_plural(
            "{n} later article is hidden.", "{n} later articles are hidden.", newer, language
        )
        said.append(counted(newer, text, language))
    if undated:
        text = translate_plural(
            "{n} article whose day is not known is hidden.",
            "{n} articles whose day is not known are hidden.",
            undated,
            language,
        )
        said.append(counted(undated, text, language))
    return " ".join(said)
