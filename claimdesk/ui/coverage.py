"""What was read: in one line above the desk, in one paragraph below it."""

from __future__ import annotations

from datetime import date

from claimdesk.messages import render_date, render_list, render_period, translate, translate_plural
from claimdesk.messages.phrases import corpus_phrase
from claimdesk.model import Report
from claimdesk.ui.days import corpus_days
from claimdesk.ui.derived import derive
from claimdesk.ui.markup import Node, el
from claimdesk.ui.words import claims_word, counted


def render_kicker(report: Report, language: str) -> Node:
    """Up to which day, how many articles of how many outlets and days, how many claims."""
    read, _, after = translate("Evidence read to {date}", language).partition("{date}")
    corpus = [corpus_phrase(report, language)]
    days = corpus_days(report)
    if days:
        corpus.append(render_period(*days, language))
    return el(
        "p",
        "kicker",
        el("span", "", read, el("b", "", render_date(report.until, language)), after),
        el("span", "", ", ".join(corpus)),
        el("span", "", _claims_phrase(report, language)),
    )


def _claims_phrase(report: Report, language: str) -> str:
    """How many claims, and how many of them a person has judged."""
    judged = sum(entry.claim.judged is not None for entry in report.claims)
    claims = claims_word(len(report.claims), language)
    if not judged:
        return claims
    said = translate_plural("{n} judged", "{n} judged", judged, language)
    return f"{claims}, {counted(judged, said, language)}"


def render_coverage(report: Report, language: str) -> str:
    """What the corpus covers, and what it does not."""
    return derive(report, f"coverage {language}", lambda: _say_coverage(report, language))


def _say_newest(last: date, report: Report, language: str) -> str:
    """That nothing is newer; an article without a day of its own may be."""
    day = render_date(last, language)
    if all(entry.article.published for entry in report.articles):
        return translate("No article after {date}.", language).format(date=day)
    return translate("No article is known to be after {date}.", language).format(date=day)


def _say_coverage(report: Report, language: str) -> str:
    if not report.articles:
        return translate("No article has been read. Put some into the folder of articles.", language)
    articles = [entry.article for entry in report.articles]
    names = {"id": translate("Indonesian", language), "en": translate("English", language)}
    languages = sorted({names.get(article.language, article.language) for article in articles})
    said = [
        translate("What was read: {corpus}, in {languages}.", language).format(
            corpus=corpus_phrase(report, language), languages=render_list(languages, language)
        )
    ]
    undated = sum(article.published is None for article in articles)
    if undated:
        stated = translate_plural(
            "{n} states no publication date.", "{n} state no publication date.", undated, language
        )
        said.append(counted(undated, stated, language))
    days = corpus_days(report)
    if days:
        said.append(_say_newest(days[1], report, language))
    return " ".join(said)
