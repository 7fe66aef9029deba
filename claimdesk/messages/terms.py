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
BOILERPLATE_TERMS = (
    _("address"),
    _("advert"),
    _("byline"),
    _("caption"),
    _("copyright"),
    _("credit"),
    _("dateline"),
    _("desk-credits"),
    _("initials"),
    _("invitation"),
    _("machine-made"),
    _("ornament"),
    _("page-date"),
    _("page-numbers"),
    _("post-author"),
    _("post-cut-off"),
    _("read-also"),
    _("read-also-bare"),
    _("read-more"),
    _("read-more-bare"),
    _("related"),
    _("reprint"),
    _("share-bar"),
    _("source-line"),
    _("tags"),
)
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
