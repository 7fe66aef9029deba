"""What refusals of files, archives and addresses say, in the reader's language.

The library raises them as English sentences with their values. Each is listed here once more, so that it is
found for translation; a test compares the two.
"""

from __future__ import annotations

from claimdesk.library.problems import RefusedError
from claimdesk.messages.catalogue import _, translate

REFUSALS = (
    _(
        "The file is larger than the {megabytes} MB that are read. Save its text as a plain .txt file "
        "and add that."
    ),
    _(
        "Reading the file took longer than {seconds} s, so it was stopped. Save its text as a plain .txt "
        "file and add that."
    ),
    _(
        "Reading the file takes more than {megabytes} MB of memory, so it was stopped. Save its text as "
        "a plain .txt file and add that."
    ),
    _(
        "The file holds more than the {megabytes} MB of text that are taken. Save its text as a plain "
        ".txt file and add that."
    ),
    _(
        "The file made its reader crash ({detail}), so nothing was taken from it. Save its text as a "
        "plain .txt file and add that."
    ),
    _("The file is damaged and cannot be read ({detail}). Save its text as a plain .txt file and add that."),
    _("This is no zip archive that can be read; pack the files anew, or add them one by one."),
    _("The archive holds more than {most} files; split it into smaller ones."),
    _("Files in the archive overlap, as in archives made to do harm; pack the files anew."),
    _("The archive unpacks to more than {megabytes} MB; the files from here on were left out. Split it."),
    _("It is locked with a password; unpack the archive and add the file itself."),
    _("It is a link to another file, which is not followed; add that file itself."),
    _("It is no ordinary file."),
    _("It is an archive within the archive, which is not opened; add it by itself."),
    _("It is larger than the {megabytes} MB that are read; add its text as a .txt file."),
    _("It unpacks to more than {ratio} times its size, as files made to do harm do; add it by itself."),
    _("It is packed in a way that is not read (method {method}); pack it anew as an ordinary zip."),
    _("It is damaged in the archive; pack it anew, or add it by itself."),
    _("“{url}” is not a web address; give one that begins with https:// or http://."),
    _("“{scheme}:” addresses are not fetched; give one that begins with https:// or http://."),
    _("The address holds a name or password before “@”, which is never sent; take it out."),
    _("Port {port} is not fetched from; web pages are on ports {ports}."),
    _("“{host}” is no name or address in its usual form; write it as the site itself does."),
    _("“{host}” is a name of this network, not of the public web; add the page as a file instead."),
    _("{site} did not give the whole page within {seconds} s; try again, or add the page as a file."),
    _("{site} sends more than the {megabytes} MB that are taken; add the article's text as a file."),
    _(
        "{site} leads to {address}, which is {kind}; only addresses of the public web are fetched. Add "
        "the page as a file instead."
    ),
    _("{site} sends {media}, no web page, text or PDF; add the article as a file."),
    _("{site} sends the page packed as “{packing}”, which was not asked for; add it as a file."),
    _("{site} broke off before the page was complete; try again, or add the page as a file."),
    _("{site} leads on to more than {most} other addresses; add the page as a file."),
    _("{site} leads on to an address without encryption; if you trust it, give {url} itself."),
    _("The certificate of {site} does not hold ({detail}), so nothing was fetched; check the address."),
    _("{site} does not speak encryption that can be trusted ({detail}); add the page as a file."),
    _("{site} does not answer as a web site does; check the address, or add the page as a file."),
    _("{site} cannot be found; check the address and the connection."),
    _("{site} cannot be reached ({detail}); try again later, or add the page as a file."),
    _(
        "{site} cannot be reached directly, and the proxy that is set on this computer is not used: it "
        "would connect to addresses that nobody here has checked. Add the page as a file."
    ),
    _("{site} answers with status {status}, no page; check the address, or add the page as a file."),
    _("{site} wants a login (status 401); open the page in a browser and add it as a file."),
    _("{site} does not give the page to programs (status 403); save it in a browser and add the file."),
    _("{site} has no page at this address (status 404); check the address."),
    _("{site} has taken this page down (status 410); look for an archived copy and add that."),
    _("{site} asks to come back later (status 429); try again in some minutes."),
    _("{site} may not show this page (status 451); look for an archived copy and add that."),
)
# What an address is that is no address of the public web.
KINDS = (
    _("for documentation"),
    _("unspecified"),
    _("reserved"),
    _("a 6to4 relay"),
    _("tunnelled to IPv4 (6to4)"),
    _("link-local"),
    _("translated to IPv4 (NAT64)"),
    _("tunnelled to IPv4 (Teredo)"),
    _("tunnelled to IPv4 (ISATAP)"),
    _("shared by a carrier's customers"),
    _("for benchmarks"),
    _("multicast"),
    _("an IPv4 address within an IPv6 one"),
    _("loopback"),
    _("private"),
    _("a cloud's own service"),
)


def render_refusal(refusal: RefusedError, language: str) -> str:
    """A refusal's sentences in `language`; as they are, where nobody knows them."""
    values = {
        name: translate(str(value), language) if name == "kind" else value
        for name, value in refusal.values.items()
    }
    return translate(refusal.template, language).format(**values)
