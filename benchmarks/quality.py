"""``make quality``: how good the evidence is, in one table, against gold labels, noise and perturbations.

Beside the engine stand two baselines of the same run: whole-sentence rapidfuzz scorers at 80 with the
phrase's side as stance. A frozen reference (`benchmarks/quality.json`) is kept; what differs from it is
shown.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from benchmarks.approved import find_events, keep_said
from benchmarks.gold import ROOT, SHARED, GoldSet, find_gold_sets, load_scorer
from benchmarks.perturb import perturb
from claimdesk import desk
from claimdesk.evidence.origin import build_origins
from claimdesk.library.read import load_articles
from claimdesk.missed import find_missed
from claimdesk.model import SIDES, Article, Registry, Report
from claimdesk.registry.read import load_registry
from claimdesk.reporting import render_report
from claimdesk.text.claims import name_groups
from claimdesk.text.names import build_name_finder
from claimdesk.text.passages import find_passages

REFERENCE = Path(__file__).with_name("quality.json")
DOCUMENTED = ROOT / "docs" / "method.md"
_TABLE = "| event |"  # how that table begins
BASELINE_CUTOFF = 80
OFFERED = 12  # passages that a claim's page offers at first and after one press
BASELINES: dict[str, Callable[[str, str], float]] = {
    "token_set_ratio": fuzz.token_set_ratio,
    "WRatio": fuzz.WRatio,
}


def score(report: dict[str, Any], gold: GoldSet) -> dict[str, float]:
    """F1 of both sides and their mean; passages of a side that people labelled, how many of these are found,
    how many others are shown and how many of these on the wrong side: by the gold's own scorer.
    """
    result, _ = load_scorer().score(report, gold.rows())
    sides = [result[side] for side in SIDES]
    return {
        "supports F1": round(result["supports"]["f1"], 3),
        "contradicts F1": round(result["contradicts"]["f1"], 3),
        "macro F1": round(result["macro_f1"], 3),
        "labelled": sum(side["tp"] + side["fn"] for side in sides),
        "found": sum(side["tp"] for side in sides),
        "shown besides": sum(side["fp"] for side in sides),
        "wrong side": result["wrong_side"],
    }


def count_acceptable(report: Report, gold: GoldSet) -> dict[str, float]:
    """How many claims have a status that a careful person accepts."""
    acceptable = gold.acceptable()
    fits = sum(entry.assessment.status in acceptable[entry.claim.id] for entry in report.claims)
    return {"status acceptable": fits, "claims": len(acceptable)}


def score_origins(report: Report, gold: GoldSet) -> dict[str, float]:
    """Share of decided rows whose shown origin is the one the gold names, both folded by the registry."""
    book = build_origins(report.registry)
    articles = {entry.article.id: entry.article for entry in report.articles}
    shown = {(q.claim, q.article, q.start): q for entry in report.claims for q in entry.quotes}
    right = total = 0
    for row in gold.rows():
        quote = shown.get((row["claim"], row["article"], row["start"]))
        if row["label"] not in SIDES or not row.get("origin") or quote is None:
            continue
        total += 1
        article = articles[row["article"]]
        found = {origin.id for origin in quote.origins}
        if row["origin"] == "outlet":
            right += quote.origin.kind == "outlet"
        else:
            named = [book.resolve(name.strip(), article).id for name in row["origin"].split(",")]
            right += bool(found.intersection(named))
    return {"origins right": round(right / total, 3) if total else 0.0, "of": total}


def score_offered(report: Report, gold: GoldSet) -> dict[str, float]:
    """How many passages of a side that no phrase finds are among those first offered as near a phrase."""
    offered = missed = 0
    for entry in report.claims:
        held = {(quote.article, quote.start) for quote in entry.quotes}
        near = find_missed(report.registry, entry, report.articles)[:OFFERED]
        first = {(quote.article, quote.start) for quote in near}
        for row in gold.rows():
            place = (row["article"], row["start"])
            if row["claim"] == entry.claim.id and row["label"] in SIDES and place not in held:
                missed += 1
                offered += place in first
    return {f"missed, among the first {OFFERED} offered": offered, "of missed": missed}


def run_baseline(
    registry: Registry, articles: Iterable[Article], scorer: Callable[[str, str], float]
) -> dict[str, Any]:
    """A report with every passage that any phrase reaches at the cutoff, on the best phrase's side."""
    articles = tuple(articles)
    claims = []
    for claim in registry.claims:
        quotes = []
        for article in articles:
            for passage in find_passages(article.body, article.language, article.title_in_body):
                text = article.body[passage.start : passage.end]
                best = max(claim.phrases, key=lambda phrase: scorer(phrase.text, text), default=None)
                if best is not None and scorer(best.text, text) >= BASELINE_CUTOFF:
                    quotes.append(
                        {
                            "article": article.id,
                            "start": passage.start,
                            "end": passage.end,
                            "stance": best.side,
                        }
                    )
        claims.append({"id": claim.id, "quotes": quotes})
    return {"claims": claims, "articles": [{"id": article.id} for article in articles]}


def count_noise(registry: Registry, shared: Path) -> dict[str, float]:
    """Decisive quotes in unrelated sentences, each read as an article of its own line."""
    lines = (shared / "noise" / "id_sentences.jsonl").read_text(encoding="utf-8").splitlines()
    sentences = [json.loads(line)["text"] for line in lines]
    pages = [sentences[at : at + 50] for at in range(0, len(sentences), 50)]
    articles = [
        Article(f"noise-{number}", "", "noise", "\n".join(page), language="id")
        for number, page in enumerate(pages)
    ]
    evidence = desk.match(registry, articles)
    decisive = sum(quote.decisive for entry in evidence.articles for quote in entry.quotes)
    return {"sentences": len(sentences), "decisive quotes": decisive}


def count_perturbed(registry: Registry, report: Report) -> dict[str, float]:
    """Perturbed supporting passages that still come out as `supports`, by kind of perturbation."""
    articles = {entry.article.id: entry.article for entry in report.articles}
    matcher = desk.build_matcher(registry)
    names = build_name_finder(name_groups(registry))
    tried: dict[str, int] = {}
    kept: dict[str, int] = {}
    for entry in report.claims:
        quantity = entry.claim.quantity
        for quote in entry.by_stance("supports"):
            article = articles[quote.article]
            interval = quantity.interval if quantity else None
            for name, text in perturb(quote, article.language, interval, names):
                body = article.body[: quote.start] + text + article.body[quote.end :]
                changed = matcher.read(replace(article, body=body))
                tried[name] = tried.get(name, 0) + 1
                kept[name] = kept.get(name, 0) + any(
                    other.claim == entry.claim.id
                    and other.stance == "supports"
                    and other.start < quote.start + len(text)
                    and other.end > quote.start
                    for other in changed.quotes
                )
    return {f"{name}, still supports (of {tried[name]})": kept[name] for name in sorted(tried)}


def measure(shared: Path = SHARED) -> dict[str, dict[str, float]]:
    """All figures by section."""
    figures: dict[str, dict[str, float]] = {}
    for gold in find_gold_sets(shared):
        registry = load_registry(gold.registry)
        articles = load_articles(gold.articles).articles
        report = desk.check(registry, articles)
        figures[gold.name] = {
            **score(render_report(report, "en"), gold),
            **count_acceptable(report, gold),
            **score_origins(report, gold),
            **score_offered(report, gold),
        }
        for name, scorer in BASELINES.items():
            figures[f"{gold.name}, {name} >= {BASELINE_CUTOFF}"] = score(
                run_baseline(registry, articles, scorer), gold
            )
        figures[f"{gold.name}, perturbed"] = count_perturbed(registry, report)
    figures["noise, shipped registry"] = count_noise(load_registry(ROOT / "claims.yaml"), shared)
    return figures


def render_figures(figures: dict[str, dict[str, float]], reference: dict[str, dict[str, float]]) -> str:
    """The table, with what the reference says where it differs."""
    lines = []
    for section, rows in figures.items():
        lines.append(section)
        for name, value in rows.items():
            before = reference.get(section, {}).get(name, value)
            was = f"   (was {before:g})" if before != value else ""
            lines.append(f"    {name:52} {value:g}{was}")
    return "\n".join(lines)


def render_found(figures: dict[str, dict[str, float]]) -> str:
    """The table of `docs/method.md`: what is found of each event, and what is shown besides."""
    rows = [
        "| event | passages for or against a claim | found | shown besides | of these on the wrong side "
        "| claims with a status a person accepts |",
        "|---|---|---|---|---|---|",
    ]
    for name, row in figures.items():
        if "claims" in row:
            cells = [name.replace("_", " "), row["labelled"], row["found"], row["shown besides"]]
            cells += [row["wrong side"], f"{row['status acceptable']:g} of {row['claims']:g}"]
            rows.append(f"| {' | '.join(f'{cell}' for cell in cells)} |")
    return "\n".join(rows)


def main() -> None:
    """Print the table; ``--freeze`` makes it the reference, also in the docs and beside the made events."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--freeze", action="store_true", help="keep these figures as the reference")
    freeze = parser.parse_args().freeze
    if not SHARED.is_dir():
        raise SystemExit("no ../shared here: the gold sets are not part of the repository")
    reference = json.loads(REFERENCE.read_text(encoding="utf-8")) if REFERENCE.exists() else {}
    figures = measure()
    print(render_figures(figures, reference))
    if freeze:
        REFERENCE.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        page = DOCUMENTED.read_text(encoding="utf-8")
        before, _, rest = page.partition(_TABLE)
        after = rest.partition("\n\n")[2]
        DOCUMENTED.write_text(f"{before}{render_found(figures)}\n\n{after}", encoding="utf-8")
        for event in find_events():
            keep_said(event)


if __name__ == "__main__":
    main()
