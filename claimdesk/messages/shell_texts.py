"""The English texts that the command line's own messages are made from."""

from __future__ import annotations

from claimdesk.messages.catalogue import _

# What a call asked for that cannot be, and what else is said on standard error.
SHELL = (
    # the call
    _("{verb}: unrecognized arguments: {words}. See: {help} --help"),
    _("{verb}: the following arguments are required: {words}. See: {help} --help"),
    _("{verb}: argument {option}: expected one argument. See: {help} --help"),
    _("{verb}: argument {option}: expected at least one argument. See: {help} --help"),
    _("{verb}: argument {option}: invalid choice: {value} (choose from {words}). See: {help} --help"),
    _("{verb}: argument {option}: invalid int value: {value}. See: {help} --help"),
    _("{option} {value}: this is not a day. Write it as in 2024-11-13."),
    _("--since {value}: there is no such file, and it is no day. Write it as in 2024-11-13."),
    _("--claim {name}: there is no such claim in {path}."),
    _("--claim {name}: there is no such claim in {path}. Nearest: {words}."),
    _("--workers {number}: give a number from 1 on."),
    _("Give --workers or --scheduler: a cluster has the workers that it has."),
    _("No claim is chosen. Name one with --claim ID, or take --all of them."),
    _("Give --claim or --all, not both."),
    _("Give values or --unset, not both."),
    _("--format {form} is not for a terminal. Name a file with --out FILE."),
    _(
        "--format {form} makes a card, which tells of one claim. Name one with --claim, or take --format pdf "
        "for a report of several."
    ),
    _("--shape {shape} is for one claim. Several make a --shape report."),
    _("--since goes with a report, not with a card: leave --shape out."),
    _("{option} goes with --format {forms} only."),
    _("{option} goes with --format pdf or md."),
    _(
        "--out {path}: the ending {ending} is that of --format {other}, not of --format {form}. Name the "
        "file with {wanted}, or take the other format."
    ),
    _("--verify checks the whole history. Leave the ID out."),
    _("{option} is for one article. Add it by itself."),
    # files
    _("{path}: this is a folder. Name a file in it."),
    _("{path}: there is no folder {folder}. Make it first, or name another file."),
    _("{path}: this file is the desk's own, no result. Name another for --out."),
    _("{path}: this file is something else, which would be lost. Name another for --out."),
    _("{path}: cannot be written ({why}). Check its permissions or name another file."),
    _("{path}: cannot be read ({why}). Check the name."),
    _("{path}: this is no JSON. Give what claimdesk check --format json wrote."),
    _("{path}: this is the folder of articles itself. What is in it is there."),
    _("{path}: none of its articles can be read. Mend them first."),
    _("Standard output is closed. Name a file with --out FILE."),
    _("Standard output took not all of it ({why})."),
    _("{number} texts could run as formulas in a spreadsheet program: for one, add --for-spreadsheet."),
    # the registry and its history
    _("{path}: {number} problem to mend before it can be used."),
    _("{path}: {number} problems to mend before it can be used."),
    _("{path}: {claims} claim, {number} warning."),
    _("{path}: {claims} claim, {number} warnings."),
    _("{path}: {claims} claims, {number} warning."),
    _("{path}: {claims} claims, {number} warnings."),
    _("{path}: {claims} claim, no warnings."),
    _("{path}: {claims} claims, no warnings."),
    _("(warning)"),
    _("A claim has no field `{name}`. There are: {words}."),
    _("A source has no field `{name}`. There are: {words}."),
    _("{said} What phrases hit could not be counted."),
    _("{path}: {name} is as wanted already."),
    _("{path}: saved."),
    _("{path}: formatted."),
    _("{path}: in canonical form."),
    _("{path}: in canonical form already."),
    _("{place}: not in canonical form from here on. Run: claimdesk fmt {path}"),
    _("Decisions on quotes of {name} still name it so: they are shown as lost."),
    _(
        "{path}: somebody else changed {places} in this moment, so nothing was saved. Look at it, then give "
        "the command again."
    ),
    _("{path}: an edit that somebody else made in this moment is in it too."),
    _("{path} had been edited with another program; the history says so now."),
    _(
        "{path} stood as before the last save, which was cut short or taken back; the history says so."
    ),
    _("{path}: somebody's writing that a save could not bring in. Look it through, then delete it."),
    _("{name}: there is no such claim or source in {path} or its history."),
    _("{name}: there is no such claim or source in {path} or its history. Nearest: {words}."),
    _("{path}: the history has no entry yet. The first save begins it."),
    _("{path}: the history has no entry on {name} yet. The first save begins it."),
    _("{path}: there is no history yet. The first save begins it."),
    _("{path}: {number} found to look into."),
    _("{path}: {number} entries as they were written, and the registry is the one that the last one left."),
    # briefings and backups
    _(
        "The review has no author, so the registry's title stands there. Name the desk with --author NAME or "
        "in CLAIMDESK_DESK."
    ),
    _("The review has no address, which search engines want. Give it with --url URL."),
    _("{path}: {number} files, {size}, read back and as they are here."),
    _("{path}: {number} files, {size}, restored, each as it was."),
    # decisions that lost their place
    _(
        "The decision of {day} on claim {claim} ({kind}) is about a claim that is not in the registry: give "
        "it its former id back."
    ),
    _(
        "The decision of {day} on claim {claim} ({kind}) is about article {article}, which is not here: add "
        "the article."
    ),
    _(
        "The decision of {day} on claim {claim} ({kind}) is orphaned: its text no longer stands in article "
        "{article}. Decide again."
    ),
    _(
        "The decision of {day} on claim {claim} ({kind}) is about a passage of article {article} that no "
        "phrase finds any more: add the passage by hand or restore the phrase."
    ),
    _("Stopped."),
)  # fmt: skip
