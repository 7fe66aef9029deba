"""From a passage of an article to a phrase of a claim, or to a new claim."""

from __future__ import annotations

import streamlit as st

from claimdesk.messages import translate
from claimdesk.model import SIDES, Article, Registry, Side, Span
from claimdesk.phrasing import suggest_phrase
from claimdesk.ui.deciding import key_of
from claimdesk.ui.drawing import draw
from claimdesk.ui.frame import Desk
from claimdesk.ui.markup import Node, el, own
from claimdesk.ui.registry_claim import name_new, propose_id
from claimdesk.ui.registry_draft import begin_draft, change_draft, open_draft
from claimdesk.ui.registry_fields import blank_form, form_of
from claimdesk.ui.registry_file import RegistryFile
from claimdesk.ui.states import draw_way, render_unknown
from claimdesk.ui.words import outlet_name

_PAGE = "pages/3_Registry.py"


def draw_passage(desk: Desk, file: RegistryFile) -> None:
    """The passage that the address names, a shortened wording of it, and what to do with that."""
    found = find_passage(desk)
    if found is None:
        bold = translate("This passage is not there any more.", desk.language)
        draw(
            render_unknown(
                bold, translate("The article was changed, or the address is wrong.", desk.language)
            )
        )
        draw_way(translate("All claims", desk.language), _PAGE, desk.address, "all")
        return
    article, span = found
    language, words, why_not = desk.language, span.of(article.body), desk.why_not("editor")
    key = key_of("passage", article.id, span.start, words)
    draw(_render_passage(article, words, language))
    with st.container(key="registry-form"):
        claim = _choose_claim(desk, file, key)
        record = file.record("claims", claim) if claim else None
        counts = bool(record and record.get("quantity"))
        phrase = _draw_phrase(desk, article, words, f"{key}-{counts}")
        with st.container(horizontal=True, vertical_alignment="center", key=f"act-passage-{key}"):
            labels = {
                "supports": translate("Add as supporting phrase", language),
                "contradicts": translate("Add as contradicting phrase", language),
            }
            for side in SIDES:
                idle = record is None or not phrase or why_not is not None
                if st.button(labels[side], key=f"do-{side}-{key}", disabled=idle, help=why_not):
                    _add_phrase(file, claim, side, phrase)
                    _go(desk, id=claim)
            idle, label = not phrase or why_not is not None, translate("New claim from it", language)
            if st.button(label, key=f"do-new-{key}", disabled=idle, help=why_not):
                token = f"{article.id}:{span.start}"
                _begin_claim(file, article, words, phrase, token)
                _go(desk, new=token)


def find_passage(desk: Desk) -> tuple[Article, Span] | None:
    """The article and the passage in it that the address names by ``article`` and ``at``, its start."""
    given = desk.address.rest
    entry, at = desk.report.article(given.get("article", "")), given.get("at", "")
    if entry is None or not (at.isascii() and at.isdigit()):
        return None
    passages = (one for one in entry.passages if one.start == int(at) and one.kind == "text")
    passage = next(passages, None)
    return (entry.article, passage.span) if passage else None


def _render_passage(article: Article, words: str, language: str) -> Node:
    about = own(f"{outlet_name(article, language)} · {article.title or article.id}")
    return el(
        "div",
        "taken",
        el("p", "words", words, lang=article.language, dir="auto"),
        el("p", "soft small", about),
    )


def _choose_claim(desk: Desk, file: RegistryFile, key: str) -> str:
    language = desk.language
    statements = {one["id"]: one["statement"] for one in file.records("claims")}
    likely = desk.address.rest.get("claim", "")
    st.session_state.setdefault(f"of-{key}", likely if likely in statements else None)
    chosen = st.selectbox(
        translate("A phrase of the claim", language),
        list(statements),
        format_func=lambda one: statements.get(one, one),
        placeholder=translate("Choose a claim", language),
        key=f"of-{key}",
        persist_state="session",
    )
    return chosen or ""


def _draw_phrase(desk: Desk, article: Article, words: str, key: str) -> str:
    """A field with the shortened wording, to be changed at will."""
    language = desk.language
    if f"phrase-{key}" not in st.session_state:
        names = _names(desk.report.registry)
        counts = key.endswith("True")
        st.session_state[f"phrase-{key}"] = suggest_phrase(words, article.language, counts, names)
    with st.container(key="voice-phrase"):
        st.text_input(
            translate("Wording, shortened", language),
            key=f"phrase-{key}",
            live=True,
            help=translate(
                "Only what such a passage needs: without who said it, when, and small words.", language
            ),
            persist_state="session",
        )
    return str(st.session_state[f"phrase-{key}"]).strip()


def _names(registry: Registry) -> frozenset[str]:
    return frozenset(name for source in registry.sources for name in (source.name, *source.aliases))


def _add_phrase(file: RegistryFile, claim: str, side: Side, phrase: str) -> None:
    """Put the phrase into the claim's draft: it is seen there before it is saved."""
    record = file.record("claims", claim)
    assert record is not None
    draft = open_draft(str(file.path), f"claim {claim}", form_of("claims", record))
    if phrase not in draft.form[side]:
        kept = [one for one in draft.form[side] if one.strip()]
        change_draft(draft, {side: [*kept, phrase]})


def _begin_claim(file: RegistryFile, article: Article, words: str, phrase: str, token: str) -> None:
    """A draft of a new claim: the passage as its statement, the shortened wording as its first phrase."""
    statement = " ".join(words.split())
    typed = {
        "statement": statement,
        "supports": [phrase],
        "as_of": article.published.isoformat() if article.published else "",
        "claimed_by.source": article.outlet,
        "claimed_by.url": article.url if article.url.startswith(("https://", "http://")) else "",
        "claimed_by.on": article.published.isoformat() if article.published else "",
        "id": propose_id(phrase, [one["id"] for one in file.records("claims")]),
    }
    if not typed["claimed_by.source"]:
        typed |= {"claimed_by.url": "", "claimed_by.on": ""}
    begin_draft(str(file.path), name_new(token), {"id": "", **blank_form("claims")}, typed)


def _go(desk: Desk, **parameters: str) -> None:
    """To the form, where the draft is."""
    st.query_params.from_dict(desk.address.link(**parameters))
    st.rerun()
