"""Cards and reports in circulation: which say something that the desk does not say any more, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimdesk.briefing.issued import Issue, Issued, IssuedClaim, IssuedQuote, hash_words
from claimdesk.messages import render_date, translate
from claimdesk.messages.phrases import as_head, outlet_name
from claimdesk.model import ClaimReport, Quote, Report, StatusChange


@dataclass(frozen=True, slots=True)
class Circulating:
    """A claim as the newest file for a recipient tells it.

    `why` says what is otherwise now, most telling first; empty where nothing is. `entry` is how the claim
    stands, None where it is no longer in the registry.
    """

    issue: Issue
    told: IssuedClaim
    entry: ClaimReport | None
    why: tuple[str, ...]


def find_circulating(issued: Issued, report: Report, language: str) -> tuple[Circulating, ...]:
    """One entry a claim and recipient, of the newest file that tells of it; what needs correction first.

    Files that tell of later days than the report are left out: it cannot say whether they hold.
    """
    newest: dict[tuple[str, str], tuple[Issue, IssuedClaim]] = {}
    for issue in issued.issues:
        for told in issue.claims if issue.until <= report.until else ():
            newest[told.claim, issue.recipient] = (issue, told)
    found = [
        Circulating(issue, told, entry, explain_difference(issue, told, entry, report, language))
        for issue, told in newest.values()
        for entry in (report.claim(told.claim),)
    ]
    return tuple(sorted(found, key=lambda one: (not one.why, -one.issue.line)))


def withdraw(told: IssuedClaim) -> IssuedClaim:
    """What the correction of a claim tells that is no longer in the registry: nothing stands for it."""
    return replace(told, status="no evidence", verdict="", quotes=())


def explain_difference(
    issue: Issue, told: IssuedClaim, entry: ClaimReport | None, report: Report, language: str
) -> tuple[str, ...]:
    """What is otherwise than the file said, in sentences."""
    if entry is None and issue.corrects and told == withdraw(told):
        return ()
    if entry is None:
        return (translate("The claim is no longer in the registry.", language),)
    said = [*_compare_standing(issue, told, entry, report, language)]
    for quote in told.quotes:
        change = _compare_quote(quote, entry, report, language)
        said += [change] if change else []
    return tuple(dict.fromkeys(said))


def _compare_standing(
    issue: Issue, told: IssuedClaim, entry: ClaimReport, report: Report, language: str
) -> list[str]:
    said, found = [], entry.assessment
    if told.status != found.status:
        change = translate("{before}, now {now}.", language)
        before = as_head(told.status, language)
        said.append(change.format(before=before, now=translate(found.status, language)))
        said += _say_cause(issue, entry, report, language)
    verdict = entry.claim.verdict_in_force
    judged = entry.claim.judged or ""
    if told.verdict != judged:
        shown = translate(judged or "none", language)
        said.append(translate("The verdict is now: {verdict}.", language).format(verdict=shown))
        if verdict and verdict.rationale:
            said.append(verdict.rationale)
    if told.statement != entry.claim.statement:
        said.append(translate("The claim is worded otherwise now.", language))
    return said


def _say_cause(issue: Issue, entry: ClaimReport, report: Report, language: str) -> list[str]:
    """Who changed the status since, where one quote did."""
    said = []
    for change, quote in _find_causes(issue, entry)[-1:]:
        text = translate("Changed by {name}, {outlet}, on {date}.", language)
        day = render_date(change.on, language)
        said.append(
            text.format(name=quote.origin.name, outlet=_outlet(quote.article, report, language), date=day)
        )
    return said


def find_cause(one: Circulating) -> Quote | None:
    """The quote that made the status what it is now, where it changed and one quote did it."""
    if one.entry is None or one.entry.assessment.status == one.told.status:
        return None
    return next((quote for _, quote in reversed(_find_causes(one.issue, one.entry))), None)


def _find_causes(issue: Issue, entry: ClaimReport) -> list[tuple[StatusChange, Quote]]:
    """The changes of status since, with the quotes that made them."""
    return [(change, change.cause) for change in entry.history if change.on > issue.until and change.cause]


def _compare_quote(told: IssuedQuote, entry: ClaimReport, report: Report, language: str) -> str:
    """What became of a quote that was shown; nothing where it stands as it stood."""
    text = ""
    quote = _find_quote(told, entry)
    if quote is None:
        text = translate("A quote that was shown is no longer found: {name}, {outlet}.", language)
    elif quote.decision == "rejected":
        text = translate("A quote that was shown has been rejected: {name}, {outlet}.", language)
    elif quote.stance != told.stance:
        text = translate("A quote that was shown now {stance}: {name}, {outlet}.", language)
    elif quote.origin.name != told.who:
        text = translate("A quote that was shown is now credited to {name}, {outlet}.", language)
    if not text:
        return ""
    return text.format(
        name=quote.origin.name if quote else told.who,
        outlet=_outlet(told.article, report, language),
        stance=translate(quote.stance, language) if quote else "",
    )


def _find_quote(told: IssuedQuote, entry: ClaimReport) -> Quote | None:
    """The quote with the same words, wherever they stand now; of several the one nearest to its place."""
    same = [quote for quote in entry.quotes if quote.article == told.article]
    found = [quote for quote in same if hash_words(quote) == told.sha256]
    return min(found, key=lambda quote: abs(quote.start - told.start), default=None)


def _outlet(article: str, report: Report, language: str) -> str:
    found = report.article(article)
    return outlet_name(found.article, language) if found else article
