"""How well and how fast dates are read: one table over a folder of gold files. Nothing is asserted.

    python tests/bench/dates.py FOLDER [--passes 5]

Each FOLDER/*.jsonl holds lines {"id", "dct", "text", "timexes": [{"start", "end", "type", "value"}]}. The measures are those of
TempEval-3: an annotation that begins inside a free one of the other side pairs with it; strict counts pairs with the same ends,
value is the share of pairs with the right value times relaxed F1. A third of a file with 50 articles or more, chosen by a
digest of the id, is shown apart: rules are written looking at the rest.

Speed is MB of text a second on one core. Each pass is a process of its own that warms up on the other files, then reads the
largest file once: text that it has not seen. The best pass counts. `dateparser.search.search_dates` reads a sample of the same
file in the same way.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from briefing.dates import read_dates  # noqa: E402
from briefing.dates.timex3 import timex3  # noqa: E402

Article = dict[str, Any]
Tag = tuple[int, int, str, str]  # start, end, type, value
APART = 50  # files of so many articles have a third apart
SAMPLE = 20_000  # characters for dateparser


def articles(path: Path) -> list[Article]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def published(article: Article) -> date | None:
    return date.fromisoformat(article["dct"]) if article.get("dct") else None


def read(article: Article) -> list[Tag]:
    found = read_dates(article["text"], published(article))
    return sorted((tag.start, tag.end, tag.type, tag.value) for one in found for tag in timex3(one))


# --------------------------------------------------------------------------- how well


def pairs(gold: Sequence[Tag], ours: Sequence[Tag]) -> list[tuple[Tag, Tag]]:
    """One to one, left to right."""
    sides = (gold, ours)
    begins = sorted((tag[0], side, at) for side in (0, 1) for at, tag in enumerate(sides[side]))
    opened: list[int | None] = [None, None]
    used: tuple[set[int], set[int]] = (set(), set())
    found = []
    for place, side, at in begins:
        opened[side] = at
        other = opened[1 - side]
        if other is not None and sides[1 - side][other][1] > place and other not in used[1 - side]:
            used[side].add(at)
            used[1 - side].add(other)
            one, two = sides[side][at], sides[1 - side][other]
            found.append((one, two) if side == 0 else (two, one))
    return found


def scores(chosen: Iterable[Article]) -> tuple[int, float, float, float, float]:
    """Gold expressions, then strict, relaxed, type and value F1 in per cent. Gold without a type or a value doesn't count there."""
    gold = ours = relaxed = strict = 0
    kinds, values = [0, 0], [0, 0]  # wrong, right
    for article in chosen:
        others = {(t["start"], t["end"], other) for t in article["timexes"] for other in t.get("alts", ())}
        right = sorted((t["start"], t["end"], t["type"], t["value"]) for t in article["timexes"])
        said = read(article)
        both = pairs(right, said)
        gold, ours, relaxed = gold + len(right), ours + len(said), relaxed + len(both)
        for one, two in both:
            strict += one[:2] == two[:2]
            if one[2]:
                kinds[one[2] == two[2]] += 1
            if one[3]:
                values[one[3] == two[3] or (*one[:2], two[3]) in others] += 1
    whole = (gold + ours) / 200 or 1
    found = relaxed / whole
    return gold, strict / whole, found, found * _share(kinds), found * _share(values)


def _share(counts: list[int]) -> float:
    return counts[1] / sum(counts) if sum(counts) else 1.0


def parted(every: Sequence[Article]) -> tuple[list[Article], list[Article]]:
    """Two thirds to look at, and a third by chance that nobody looks at."""
    by_chance = sorted(every, key=lambda article: sha256(article["id"].encode()).digest())
    return by_chance[len(every) // 3 :], by_chance[: len(every) // 3]


def table(files: Sequence[Path]) -> None:
    print(f"{'set':<24}{'articles':>9}{'gold':>7}{'strict':>8}{'relaxed':>9}{'type':>7}{'value':>7}")
    for path in files:
        every = articles(path)
        rows = [(path.stem, every)]
        if len(every) >= APART:
            rows += zip(("  two thirds", "  a third aside"), parted(every), strict=True)
        for name, chosen in rows:
            gold, *figures = scores(chosen)
            strict, relaxed, kind, value = (f"{figure:.1f}" for figure in figures)
            print(f"{name:<24}{len(chosen):>9}{gold:>7}{strict:>8}{relaxed:>9}{kind:>7}{value:>7}", flush=True)


# --------------------------------------------------------------------------- how fast


def one_pass(files: Sequence[Path], peer: bool) -> float:
    """MB a second over the first file, each text seen once; the others warm up."""
    first, *others = files
    chosen = articles(first)
    if peer:
        from dateparser.search import search_dates

        texts = [
            (article["text"][:2000], published(article)) for article in chosen[:: max(1, len(chosen) * 2000 // SAMPLE)]
        ]
        search_dates("Warm up on Monday, 3 May 2021.", languages=["en"])
        start = time.process_time()
        for text, day in texts:
            base = {"RELATIVE_BASE": datetime.combine(day, datetime.min.time())} if day else {}
            search_dates(text, languages=["en"], settings=base)
    else:
        for article in (one for path in others for one in articles(path)):
            read_dates(article["text"], published(article))
        texts = [(article["text"], published(article)) for article in chosen]
        start = time.process_time()
        for text, day in texts:
            read_dates(text, day)
    seconds = time.process_time() - start
    return sum(len(text.encode("utf-8", "replace")) for text, _ in texts) / 1e6 / seconds


def speed(folder: Path, passes: int) -> None:
    print(f"\n{'MB of text a second, one core':<40}{'best':>7}{'median':>8}{'passes':>8}")
    for name, peer, many in (("briefing.dates.read_dates", False, passes), ("dateparser.search.search_dates", True, 2)):
        found = []
        for _ in range(many):
            command = [sys.executable, __file__, str(folder), "--one-pass", "peer" if peer else "ours"]
            found.append(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
        found.sort()
        print(f"{name:<40}{found[-1]:>7.2f}{found[len(found) // 2]:>8.2f}{many:>8}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--one-pass", choices=("ours", "peer"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.jsonl"), key=lambda path: (-len(articles(path)), path.name))
    if not files:
        parser.error(f"no *.jsonl in {options.folder}")
    if options.one_pass:
        print(one_pass(files, options.one_pass == "peer"))
        return
    table(files)
    speed(options.folder, options.passes)


if __name__ == "__main__":
    main()
