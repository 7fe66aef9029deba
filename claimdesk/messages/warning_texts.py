"""The English texts that warnings about a registry are made from."""

from __future__ import annotations

from claimdesk.messages.catalogue import _

# What a registry that can be read is warned of, and what to do.
WARNINGS = (
    # decisions
    _(
        "Dated after today, so not counted yet: {number} of the decisions, the first of {day}. Check the "
        "clock of who wrote them; to have one count now, decide again."
    ),
    # phrases
    _("only small words and figures, which weigh nothing: it never matches"),
    _("add what it is about"),
    _("only one of its words weighs anything, so it matches too much"),
    _("add what else such a passage says"),
    _("{number} words with weight are more than a passage is likely to hold"),
    _("split it into phrases of four to ten words"),
    _("{name} mixes letters of different alphabets"),
    _("type the word again: it only looks like the word you mean"),
    _("the claim has no quantity, so {figure} is compared with no figure"),
    _("give the claim a quantity or drop the number"),
    _("the same words as {other}, but for order, small words and figures"),
    _("word it differently or remove it"),
    _("it says the same as {other}, on the other side"),
    _("remove it on one side, or say what makes it differ"),
    # what they hit
    _("{what} (it hits {share})"),
    _("{what} (the claim hits {share})"),
    _("it hits {share}: it tells nothing apart"),
    _("{count} of {passages} passages"),
    _("make its phrases say more, or narrow it with must_mention"),
    _("add what only such a passage says"),
    # the claim
    _("the statement has a figure ({figure}) but the claim has no quantity"),
    _("give the claim a quantity, so that other figures are compared with it"),
    _("a number without `unit` is compared with no figure"),
    _("write the nouns it counts: unit: [soldiers, tentara]"),
    _("no phrase and no alias holds {name} or the others"),
    _("no phrase and no alias holds {name}"),
    _("check the spelling, or add it to a phrase or to aliases"),
    _("{day} is in the future"),
    _("check the year"),
    _("no `as_of`, so no statement can be earlier or later than the claim"),
    _("write as_of: YYYY-MM-DD"),
    _("judged on {day}, before {other}, the day the claim speaks of"),
    _("check both dates"),
    # names
    _("{name} is alone in its group"),
    _("add its other names or remove it"),
    _("{name} is also in {other}"),
    _("keep it in one group, or make the two one"),
    _("{name} also names {other}, another origin"),
    _("keep it with one of them"),
    _("{name} is no source of this file"),
    _("write {near} if you mean it"),
)
# The same for who fills in a form and sees nothing of the file's keys.
WARNINGS_ON_FORMS = {
    "make its phrases say more, or narrow it with must_mention": _(
        "make its phrases say more, or narrow it with words that must be mentioned"
    ),
    "a number without `unit` is compared with no figure": _("a number of nothing is compared with no figure"),
    "write the nouns it counts: unit: [soldiers, tentara]": _(
        "write the nouns it counts, such as “soldiers” and “tentara”"
    ),
    "check the spelling, or add it to a phrase or to aliases": _(
        "check the spelling, or add it to a phrase or to the names that mean the same"
    ),
    "no `as_of`, so no statement can be earlier or later than the claim": _(
        "no day that it speaks of, so no statement can be earlier or later than the claim"
    ),
    "write as_of: YYYY-MM-DD": _("give the day"),
}
