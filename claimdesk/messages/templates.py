"""The English text of every reason code. A code with two texts has one for one thing and one for several."""

from __future__ import annotations

from claimdesk.messages.catalogue import _, n_

Template = str | tuple[str, str]

# Why a passage became a quote, and with which stance.
MATCHING: dict[str, Template] = {
    "match_phrase": _("It matches the phrase “{phrase}” at {score} of 100."),
    "match_figure": _("No phrase found it: it states a figure for what the claim counts."),
    "context_word": _("Taken from an earlier sentence: {words:list}."),
    "roles_opposed": _("The actors stand the other way round than in the phrase."),
    "figure_agrees": _("The figure “{figure}” lies within what the claim says."),
    "figure_conflicts": _("The figure “{figure}” cannot hold together with what the claim says."),
    "figure_compatible": _("The figure “{figure}” neither proves nor excludes what the claim says."),
    "figure_denied_agrees": _("With “{figure}” denied, what is left lies within what the claim says."),
    "figure_denied_conflicts": _("With “{figure}” denied, what is left cannot hold with the claim."),
    "figure_denied_compatible": _("With “{figure}” denied, the claim is neither proven nor excluded."),
    "figure_unlike_phrase": _("Its figure for what the phrase counts is another one than the phrase's."),
    "figure_missing": _("It states no figure for what the claim counts."),
    "doer_missing": _("It does not name who did it, as the phrase does."),
    "figure_earlier": _("“{word}” says that the figure was counted earlier."),
    "figure_other_matter": _("“{words}” says that the figure is of something else."),
    "figure_unlikely": _("The figure “{figure}” is no count of the same thing as the claim's."),
    "predicate_missing": _("It speaks of the same matter, but not of what the phrase says was done."),
    "figure_other_place": _("It speaks of another place: {place}."),
    "cue_negation": _("“{word}” negates what the phrase says."),
    "cue_denial": _("“{word}” denies what the phrase says."),
    "cue_denial_ended": _("“{word}” ends a denial."),
    "cue_declining": _("“{word}” declines to say, which decides nothing."),
    "cue_prediction": _("“{word}” speaks of what may come, which decides nothing."),
    "cue_plan": _("“{word}” speaks of a plan, which decides nothing."),
    "cue_condition": _("“{word}” makes it conditional, which decides nothing."),
    "cue_urging": _("“{word}” urges, which decides nothing."),
    "cue_question": _("“{word}” asks, which decides nothing."),
    "cue_hedge": _("“{word}” is a hedge."),
    "opposite_antonym": _("“{word}” is the opposite of what the phrase says."),
    "opposite_order": _("“{word}” puts it in another order of time than the phrase."),
    "opposite_untold": _("It does not tell which came first, as the phrase does."),
    "opposite_exception": _("“{word}” leaves some out, where the phrase speaks of all."),
    "opposite_agent": _("It says that somebody else did it: {word}."),
    "cue_shared": _("“{word}” stands in the phrase too, so it changes nothing."),
    "cue_lacking": _("The phrase holds a cue that the passage lacks: {kind:term}."),
    "pointing": _("“{words}” points back: what it speaks of stands in an earlier sentence."),
}

# Who says it, and when.
ATTRIBUTION: dict[str, Template] = {
    "origin_quote": _("In the words of {speaker}."),
    "origin_reported": _("Reported as said by {speaker}."),
    "origin_continued": _("It continues what {speaker} says."),
    "origin_pronoun": _("“{word}” is {speaker}."),
    "origin_outlet": _("Nobody is credited with it: {outlet} says so itself."),
    "version_kept": _("A newer version of the article, {article}, still has these words."),
    "version_dropped": _("A newer version of the article, {article}, has not these words any more."),
    "origin_folded": _("It summarises what {speaker} says, and counts as that statement."),
    "via": _("Passed on by {name}, or based on it."),
    "dated_text": _("Its own words date it: {date:date}."),
    "dated_article": _("Dated by its article: {date:date}."),
    "dated_not_before": _("Not before {date:date}: its article does not say when it was published."),
    "undated": _("Nothing dates it."),
}

# What lies beside the quotes.
COVERAGE: dict[str, Template] = {
    "boilerplate": _("Not part of the report, so never evidence ({rule:rule})."),
    "candidate_figure": _("The figure “{figure}” is in no claim."),
    "candidate_statement": _("No claim covers what {speaker} says here."),
    "lead": _("A link that bears on the claim {claim}: a lead, no evidence."),
}

# What people decided.
DECISIONS: dict[str, Template] = {
    "decision_confirmed": _("Confirmed by {by:person}, {on:date}{note:note}."),
    "decision_rejected": _("Rejected by {by:person}, {on:date}{because:note}{note:note}."),
    "decision_corrected": _("Corrected by {by:person}, {on:date}{note:note}."),
    "decision_added": _("Added by {by:person}, {on:date}{note:note}."),
    "decision_moved": _(
        "The article has changed since the decision of {on:date}: the same words now stand elsewhere."
    ),
    "corrected_stance": _("Side: {now:term}. The engine had said: {was:term}."),
    "corrected_origin": _("Speaker: {now:list}. The engine had said: {was:list}."),
    "corrected_date": _("Date: {now:stated}. The engine had said: {was:stated}."),
    "corrected_hedged": _("Hedge: {now:hedge}. The engine had said: {was:hedge}."),
    "verdict_newer": n_(
        "{count} decisive statement is newer than the verdict of {on:date}.",
        "{count} decisive statements are newer than the verdict of {on:date}.",
    ),
    "verdict_proposed": _(
        "The verdict “{verdict:term}” waits for a second person's word and does not count yet."
    ),
    "verdict_differs": _("The verdict is “{verdict:term}”, the evidence adds up to “{status:term}”."),
}

# Who stands where.
STANDS: dict[str, Template] = {
    "nothing_found": _("Nothing read up to {until:date} bears on it."),
    "mentions_only": n_(
        "{count} passage bears on it and speaks neither for nor against it.",
        "{count} passages bear on it and speak neither for nor against it.",
    ),
    "supports_current": n_(
        "{count} origin supports it within {window:period}: {names:list}.",
        "{count} origins support it within {window:period}: {names:list}.",
    ),
    "supports_later": n_(
        "{count} origin supports it after {window:period}: {names:list}.",
        "{count} origins support it after {window:period}: {names:list}.",
    ),
    "supports_earlier": n_(
        "{count} origin supported it before {window:period}: {names:list}.",
        "{count} origins supported it before {window:period}: {names:list}.",
    ),
    "supports_undated": n_(
        "{count} origin supports it on a day that is not known: {names:list}.",
        "{count} origins support it on days that are not known: {names:list}.",
    ),
    "supports_any_time": n_(
        "{count} origin supports it: {names:list}.",
        "{count} origins support it: {names:list}.",
    ),
    "contradicts_current": n_(
        "{count} origin stands against it within {window:period}: {names:list}.",
        "{count} origins stand against it within {window:period}: {names:list}.",
    ),
    "contradicts_later": n_(
        "{count} origin stands against it after {window:period}: {names:list}.",
        "{count} origins stand against it after {window:period}: {names:list}.",
    ),
    "contradicts_earlier": n_(
        "{count} origin stood against it in earlier statements: {names:list}.",
        "{count} origins stood against it in earlier statements: {names:list}.",
    ),
    "contradicts_undated": n_(
        "{count} origin stands against it on a day that is not known: {names:list}.",
        "{count} origins stand against it on days that are not known: {names:list}.",
    ),
    "contradicts_any_time": n_(
        "{count} origin stands against it: {names:list}.",
        "{count} origins stand against it: {names:list}.",
    ),
    "aside_later": _("Later statements against it, which do not contest it: {names:list}."),
    "aside_earlier": _("Earlier statements against it, which do not contest it: {names:list}."),
    "aside_undated": _("Statements against it of unknown days, which do not contest it: {names:list}."),
    "not_separate": n_(
        "They share a basis or the text itself, and count as {count} separate origin.",
        "Some of them share a basis or the text itself, and count as {count} separate origins.",
    ),
    "unnamed_support": n_(
        "Only a source without a name supports it: {names:list}.",
        "Only sources without a name support it, perhaps one and the same, "
        "so they count as one separate origin: {names:list}.",
    ),
    "unnamed_together": _(
        "Sources without a name may be one and the same, so they count as one separate origin: {names:list}."
    ),
    "hedged_support": _("Only with a hedge: {names:list}."),
    "parties_against": n_(
        "Only a party to the matter stands against it: {names:list}.",
        "Only parties to the matter stand against it: {names:list}.",
    ),
    "reversed": n_(
        "{names:list} supported it first and has since turned against it.",
        "{names:list} supported it first and have since turned against it.",
    ),
}

# Which row of the status table fits, and how firmly it stands.
STATUS: dict[str, Template] = {
    "status_nothing": _("So there is no evidence."),
    "status_reversed": _("Everyone who supported it has turned against it: superseded."),
    "status_overtaken": _("It has support, and only later statements contradict it: superseded."),
    "status_contested": _("It has support, and a current statement stands against it: contested."),
    "status_contradicted": _("Current statements stand against it, and nobody supports it: contradicted."),
    "status_only_against": _("Statements stand against it, and nobody ever supported it: contradicted."),
    "status_corroborated": _("Separate origins support it, at least one without a hedge: corroborated."),
    "status_single": _("One origin supports it, without a hedge: single source."),
    "status_hedged": _("All support is hedged: unverified."),
    "status_mentioned": _("Nothing speaks for or against it: unverified."),
    "rests_on_quote": _("The status rests on one quote, by {name}."),
    "rests_on_origins": n_(
        "Without {names:list} the status would be another.",
        "Without any one of these the status would be another: {names:list}.",
    ),
    "holds_without_any": _("The status holds without any one origin."),
    "silent": _("Declined to confirm or to comment: {names:list}."),
}

# What keeps confidence where it is.
CONFIDENCE: dict[str, Template] = {
    "confidence_nothing": _("Confidence is {level:term}: no statement decides anything."),
    "confidence_hedged": _("Confidence is {level:term}: only hedged statements carry {carried:term}."),
    "confidence_doubtful": _(
        "Confidence is {level:term}: origins rated unreliable (D or E) carry {carried:term}."
    ),
    "confidence_one_party": _("Confidence is {level:term}: one party to the matter carries {carried:term}."),
    "confidence_unnamed": _("Confidence is {level:term}: only sources without a name carry {carried:term}."),
    "confidence_one_unknown": _(
        "Confidence is {level:term}: one origin that the registry does not list carries {carried:term}."
    ),
    "confidence_not_of_the_time": _(
        "Confidence is {level:term}: no statement against it is known to be of the time the claim speaks of."
    ),
    "confidence_contested": _("Confidence is {level:term}: statements oppose each other."),
    "confidence_one_origin": _("Confidence is {level:term}: one separate origin carries {carried:term}."),
    "confidence_one_plain": _(
        "Confidence is {level:term}: only one separate origin carries {carried:term} without a hedge."
    ),
    "confidence_parties": _("Confidence is {level:term}: only parties to the matter carry {carried:term}."),
    "confidence_undated": _(
        "Confidence is {level:term}: no statement that carries {carried:term} is known to be of the time."
    ),
    "confidence_opposed_undated": _(
        "Confidence is {level:term}: a statement against it, of a day that is not known, may be of the time."
    ),
    "confidence_figures": _(
        "Confidence is {level:term}: figures that carry {carried:term} exclude each other."
    ),
    "confidence_unreviewed": _(
        "Confidence is {level:term}: the quotes that people reviewed do not give this status by themselves."
    ),
    "confidence_high": _(
        "Confidence is {level:term}: separate origins, not only parties to the matter, agree, "
        "and people reviewed their quotes."
    ),
}

TEMPLATES: dict[str, Template] = {
    **MATCHING,
    **ATTRIBUTION,
    **COVERAGE,
    **DECISIONS,
    **STANDS,
    **STATUS,
    **CONFIDENCE,
}
