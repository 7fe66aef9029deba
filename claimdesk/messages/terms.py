"""The words of the model that people read, marked for translation: `translate(word, language)` shows them.

The English words are the ones of reports and exports in every language.
"""

from __future__ import annotations

from claimdesk.messages.catalogue import _

STATUS_TERMS = (
    _("contested"),
    _("contradicted"),
    _("superseded"),
    _("corroborated"),
    _("single source"),
    _("unverified"),
    _("no evidence"),
)
STANCE_TERMS = (_("supports"), _("contradicts"), _("mentions"))
CONFIDENCE_TERMS = (_("low"), _("moderate"), _("high"))
BASIS_TERMS = (_("suggested"), _("partly reviewed"), _("reviewed"))
TIMING_TERMS = (_("earlier"), _("current"), _("later"), _("undated"))
SPEECH_ACT_TERMS = (
    _("asserts"),
    _("denies"),
    _("declines"),
    _("predicts"),
    _("conditional"),
    _("urges"),
    _("asks"),
)
ORIGIN_TERMS = (
    _("official"),
    _("agency"),
    _("outlet"),
    _("party"),
    _("witness"),
    _("unlisted"),
)
DECISION_TERMS = (_("confirmed"), _("rejected"), _("corrected"), _("added"), _("withdrawn"))
REJECTION_TERMS = (
    _("wrong speaker"),
    _("wrong place"),
    _("wrong time"),
    _("wrong meaning"),
    _("copy"),
)
FIGURE_TERMS = (
    _("agrees"),
    _("conflicts"),
    _("compatible"),
    _("missing"),
    _("unasked"),
    _("elsewhere"),
    _("none"),
)
CUE_TERMS = (
    _("negation"),
    _("denial"),
    _("denial_ended"),
    _("declining"),
    _("prediction"),
    _("plan"),
    _("condition"),
    _("urging"),
    _("question"),
    _("hedge"),
)
CARRIED_TERMS = (_("the status"), _("the supporting side"), _("the opposing side"))
# What the rules of `lang/` for lines that are no evidence are called.
BOILERPLATE_NAMES = {
    "address": _("an address"),
    "advert": _("an advert"),
    "byline": _("the author's line"),
    "caption": _("a caption"),
    "copyright": _("copyright"),
    "credit": _("a credit"),
    "dateline": _("the dateline"),
    "desk-credits": _("the desk's credits"),
    "initials": _("initials"),
    "invitation": _("an invitation to read, follow or subscribe"),
    "machine-made": _("a remark that a machine wrote or translated it"),
    "ornament": _("an ornament"),
    "page-date": _("the page's date"),
    "page-numbers": _("page numbers"),
    "post-author": _("the author of a post"),
    "post-cut-off": _("a post that is cut off"),
    "read-also": _("a link to another article"),
    "read-also-bare": _("a link to another article"),
    "read-more": _("a link to another article"),
    "read-more-bare": _("a link to another article"),
    "related": _("a list of other articles"),
    "reprint": _("where it was first published"),
    "share-bar": _("buttons for sharing"),
    "source-line": _("the source's line"),
    "tags": _("keywords"),
}
ARTICLE_TERMS = (_("article"), _("digest"))

# What the levels of confidence mean: ICD 203 and the NIC's practice, in our words.
CONFIDENCE_MEANINGS = {
    "low": _("Scant, questionable or fragmented evidence: treat the status as a pointer to what to check."),
    "moderate": _("From credible sources and plausible, but not good or not corroborated enough for more."),
    "high": _("Good sources, several of them separate, reviewed by people; still not a certainty."),
}

# What each status means, in one sentence for the reader.
STATUS_MEANINGS = {
    "contested": _("It has support, and a current statement stands against it."),
    "contradicted": _("Statements stand against it, and nobody supports it."),
    "superseded": _("Its supporters have turned, or only later statements stand against it."),
    "corroborated": _("Two or more separate origins support it, at least one without a hedge."),
    "single source": _("One origin supports it, without a hedge."),
    "unverified": _("What bears on it decides nothing, or all support is hedged."),
    "no evidence": _("Nothing that was read bears on it."),
}
