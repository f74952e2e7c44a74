"""Learns what speaks for a headline (`HEADLINE` in `briefing/sources/weights.py`), and how often lines chosen so are right.

    python tests/bench/headline.py FOLDER [--weights]

FOLDER as in `sources.py`. The title of a page is its `gold_title`, or what is read from its HTML where it has none. Printed is the
share of scraped pages whose heaviest line is the title, by weights learned from other pages (five parts by the hash of the
page's id); `--weights` prints the table learned from all pages, in hundredths. Logistic choice of one line of a page, ridge 3.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from math import exp
from pathlib import Path
from typing import NamedTuple

from sources import Row, ours, same_title

from briefing.sources.datecuts import cut_at_date, cut_glued
from briefing.sources.heading import start_of
from briefing.sources.headmarks import features, page_of
from briefing.sources.lines import lines_of
from briefing.sources.mainpart import places
from briefing.sources.runs import runs_of

PARTS, RIDGE, STEPS, RATE = 5, 3.0, 150, 0.4

Weights = dict[str, float]


class Page(NamedTuple):
    """The candidates of a page: their features, and whether each is the title."""

    part: int
    gold: bool
    candidates: list[dict[str, float]]
    right: list[bool]


def page(folder: Path, row: Row) -> Page | None:
    title = row.get("gold_title") or ours(folder / str(row["html_path"]))["title"]
    text = (folder / str(row["light_path"])).read_text(encoding="utf-8", errors="replace")
    lines = lines_of(text, cut_glued(text, cut_at_date(text, runs_of(text))))
    where = places(lines)
    first = start_of(lines, where)
    around = page_of(lines, where, len(lines) if first is None else first)
    if not title:
        return None
    part = hashlib.sha256(str(row["id"]).encode()).digest()[1] % PARTS
    candidates = [features(n, around) for n in around.candidates]
    return Page(
        part,
        bool(row.get("gold_title")),
        candidates,
        [same_title(str(title), lines[n].text) for n in around.candidates],
    )


def weight(found: dict[str, float], weights: Weights) -> float:
    return sum(weights[name] * amount for name, amount in found.items())


def learn(pages: list[Page]) -> Weights:
    """The weights that make the titles of the pages likeliest, each step as long as its slopes so far allow."""
    weights: Weights = defaultdict(float)
    steepness: Weights = defaultdict(lambda: 1e-9)
    pages = [one for one in pages if any(one.right)]
    for _ in range(STEPS):
        slope: Weights = defaultdict(float, {name: -RIDGE * value for name, value in weights.items()})
        for one in pages:
            raw = [weight(found, weights) for found in one.candidates]
            odds = [exp(value - max(raw)) for value in raw]
            every, good = sum(odds), sum(odd for odd, right in zip(odds, one.right, strict=True) if right)
            for found, odd, right in zip(one.candidates, odds, one.right, strict=True):
                pull = (odd / good if right else 0.0) - odd / every
                for name, amount in found.items():
                    slope[name] += pull * amount
        for name, value in slope.items():
            steepness[name] += value * value
            weights[name] += RATE * value / steepness[name] ** 0.5
    return weights


def is_right(one: Page, weights: Weights) -> bool:
    best = max(range(len(one.right)), key=lambda n: weight(one.candidates[n], weights), default=None)
    return best is not None and one.right[best]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in (options.folder / "pubdate.jsonl").open(encoding="utf-8")]
    pages = [found for row in rows if (found := page(options.folder, row))]
    if options.weights:
        print("".join(f"{name!r}: {round(100 * value)}\n" for name, value in sorted(learn(pages).items())))
        return
    hits: dict[bool, list[bool]] = defaultdict(list)
    for part in range(PARTS):
        weights = learn([one for one in pages if one.part != part])
        for one in pages:
            if one.part == part:
                hits[one.gold].append(is_right(one, weights))
    for gold, name in ((True, "gold titles"), (False, "titles read from HTML")):
        print(f"{name:22} {sum(hits[gold])} of {len(hits[gold])}: {sum(hits[gold]) / max(1, len(hits[gold])):.3f}")


if __name__ == "__main__":
    main()
