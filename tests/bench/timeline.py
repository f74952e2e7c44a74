"""How well articles become a timeline: days, sentences, merges, stories, copies, time and memory, in one table.

    python tests/bench/timeline.py FOLDER --scorers DIR [--only t17|ecb|events|growth] [--out DIR]

FOLDER holds `tls-dev/t17/TOPIC/` (articles.jsonl.gz, timelines/*.jsonl), `tls-dev/ecb/dev.json.gz` and
`events-dev/articles.jsonl.gz`; DIR the scorers `tls_score.py`, `ecb_score.py`, `events_score.py`. Predictions are made by
`build_timeline`, the function that a build calls; nothing is learnt here. "Own length" is `--max-days auto --per-day 2`, which
also chooses what stands at full length in a long note. The data is tokenised ("`` ... ''", " 's"): that is undone before.
`--out` keeps the predictions. `growth` needs no data: it makes up articles.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import math
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from briefing import pipeline
from briefing.dates.anchors import anchor_articles
from briefing.dates.mentions import find_mentions
from briefing.model import (
    AnnotatedArticle,
    Article,
    Block,
    BlockKind,
    DatedArticle,
    Evidence,
    Finding,
    Genre,
    PublicationDate,
    Sentence,
    Source,
    Span,
    Timeline,
)
from briefing.names import find_names
from briefing.sources.reader import RawArticle
from briefing.sources.sentences import split_sentences
from briefing.sources.tidy import tidy
from briefing.timeline import OWN, Wishes, build_timeline
from briefing.timeline.choice import PER_DAY


def detokenised(text: str) -> str:
    """Text as a newspaper prints it, from tokens parted by blanks."""
    text = re.sub(r"``\s*", "“", text)
    text = re.sub(r"\s*''", "”", text)
    text = text.replace("-LRB- ", "(").replace(" -RRB-", ")")
    text = re.sub(r"\s+(n't|'(?:s|re|ve|ll|d|m)?)(?=\s|$)", r"\1", text)
    text = re.sub(r"\s+([,.;:!?%)])", r"\1", text)
    return re.sub(r"([($])\s+", r"\1", text)


def line_article(key: str, lines: Iterable[str], title: str | None = None) -> tuple[Article, tuple[Sentence, ...]]:
    """An article of one sentence a line, each line a block."""
    text, blocks, sentences = "", [], []
    for number, line in enumerate(lines, 1):
        span = Span(len(text), len(text) + len(line))
        blocks.append(Block(span, BlockKind.BODY, number))
        sentences.append(Sentence(span, number))
        text += line + "\n"
    found = Finding(title, "given") if title else None
    return Article(Source(key, "0", "text/plain"), "en", text, tuple(blocks), title=found), tuple(sentences)


def annotated(article: Article, sentences: tuple[Sentence, ...], published: str | None) -> AnnotatedArticle:
    day = date.fromisoformat(published[:10]) if published else None
    known = PublicationDate(day, Evidence("given", day, str(day))) if day else None
    mentions = find_mentions(article.text, "en", [block.span for block in article.blocks])
    return AnnotatedArticle(article, sentences, mentions, Genre.NEWS, known, (), find_names(article, sentences))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


# --------------------------------------------------------------------------- Timeline17

FULL = 40  # entries that a long note prints at full length


def t17(folder: Path, tls: Any, out: Path | None) -> Iterator[tuple[str, str]]:
    engine = tls.Own()
    scores: dict[str, list[dict[str, Any]]] = defaultdict(list)
    held: Counter[str] = Counter()
    for topic in sorted(path for path in folder.iterdir() if (path / "timelines").is_dir()):
        dated = topic_articles(topic)
        whole = build_timeline(dated)[0]
        alone = picked(dated, Wishes(max_days=OWN, per_day=PER_DAY))
        for gold_file in sorted((topic / "timelines").glob("*.jsonl")):
            gold = tls.load(gold_file)
            held.update(days_held(whole, set(gold)))
            per_day = round(sum(map(len, gold.values())) / len(gold))
            given = picked(dated, Wishes(first=min(gold), last=max(gold), max_days=len(gold), per_day=per_day))
            for kind, found in (("length given", given), ("own length", alone)):
                if out is not None:
                    keep(out / kind.replace(" ", "-") / topic.name / gold_file.name, found)
                made = {day: [tls.toks(s) for s in sentences] for day, sentences in found.items()}
                score = tls.one(made, gold, engine)
                scores[kind].append(score)
                yield f"  {topic.name}/{gold_file.stem}, {kind}", figures(score)
    for kind, found in scores.items():
        yield f"Timeline17, {kind}: date-F1 / AR1 / AR2", figures(mean(found, tls))
    said = f"{held['foremost']} of {held['all']}; by points alone {held['points']}"
    yield f"Timeline17, days told by the {FULL} entries at full length", said


def days_held(timeline: Timeline, gold: set[date]) -> dict[str, int]:
    """How many of a journalist's days a long note prints at full length, and would if points alone chose."""
    by_points = sorted(timeline.entries, key=lambda entry: -entry.points)
    entries = {entry.id: entry for entry in by_points}
    ranked = {"foremost": [entries[name] for name in timeline.foremost], "points": by_points}
    days = {name: {e.interval.begin for e in found[:FULL] if e.interval.is_day} for name, found in ranked.items()}
    return {name: len(found & gold) for name, found in days.items()} | {"all": len(gold)}


def topic_articles(topic: Path) -> tuple[DatedArticle, ...]:
    made = []
    for row in rows(topic / "articles.jsonl.gz"):
        lines = [detokenised(line) for line in row["text"].splitlines() if line.strip()]
        made.append(annotated(*line_article(row["id"], lines, row["title"]), row["published"]))
    return anchor_articles(made)[0]


def picked(dated: tuple[DatedArticle, ...], wishes: Wishes) -> dict[date, list[str]]:
    found: dict[date, list[str]] = defaultdict(list)
    for entry in build_timeline(dated, wishes)[0].entries:
        found[entry.interval.begin].append(entry.quoted.citation.quote)
    return found


def keep(path: Path, found: dict[date, list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps({"date": str(day), "summary": s}, ensure_ascii=False) for day, s in sorted(found.items()))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def mean(found: list[dict[str, Any]], tls: Any) -> dict[str, Any]:
    return {m: tls.prf(*(sum(s[m][side] for s in found) / len(found) for side in "pr")) for m in ("date", "AR1", "AR2")}


def figures(score: dict[str, Any]) -> str:
    return " / ".join(f"{score[m]['f']:.3f}" for m in ("date", "AR1", "AR2"))


# --------------------------------------------------------------------------- ECB+


def ecb(path: Path, scorer: Any) -> Iterator[tuple[str, str]]:
    """Two sentences tell of one event where the result says so: they are tellings of one entry or statement; looser, and in
    the data forms alone, of one happening."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        data = json.load(file)
    articles, place = [], {}
    for key, sentences in sorted(data["docs"].items()):
        numbers = sorted(sentences, key=int)
        article, spans = line_article(key, [detokenised(sentences[number]) for number in numbers])
        articles.append(annotated(article, spans, None))
        place |= {f"{key}#{number}": (key, span.span.start) for number, span in zip(numbers, spans, strict=True)}
    timeline = build_timeline(anchor_articles(articles)[0])[0]
    merged, all_of_it = labels(timeline)
    items = list(scorer.items(data))
    for name, told in (("merged or noted as the same", merged), ("noted as one happening, too", all_of_it)):
        result, counts, (crossed, pairs) = scorer.evaluate(
            items, lambda a, b, told=told: bool(told[place[a["id"]]] & told[place[b["id"]]])
        )
        yield f"ECB+ same-event sentence pairs, {name}: P / R / F1", " / ".join(f"{value:.3f}" for value in result)
        yield (
            "  false merges across the two events of a topic",
            f"{crossed} of {pairs}; pairs right, false, missed {counts}",
        )


def labels(timeline: Timeline) -> tuple[dict[tuple[str, int], set[str]], dict[tuple[str, int], set[str]]]:
    """By place: the entries and statements that a sentence is a telling of or the same as; those, and its happenings."""
    merged: dict[tuple[str, int], set[str]] = defaultdict(set)
    for entry in timeline.entries:
        for event in entry.events:
            merged[event.citation.key, event.citation.span.start].add(entry.id)
    for statement in timeline.statements:
        for cited in statement.citations:
            merged[cited.key, cited.span.start] |= {statement.id} | (
                {statement.same_as} if statement.same_as else set()
            )
    heads: dict[str, set[str]] = defaultdict(set)
    for happening in timeline.happenings:
        for name in (happening.head, *happening.told):
            heads[name].add(f"happening {happening.head}")
    return merged, {at: names.union(*(heads.get(name, set()) for name in names)) for at, names in merged.items()}


# --------------------------------------------------------------------------- articles of events


def events(path: Path, scorer: Any) -> Iterator[tuple[str, str]]:
    articles, raw = [], list(rows(path))
    for row in raw:
        title = Finding(row["title"], "given") if row["title"] else None
        article = tidy(Source(row["id"], "0", "text/plain"), RawArticle(row["text"], title=title))
        articles.append(annotated(article, split_sentences(article), row["published"]))
    timeline = build_timeline(anchor_articles(articles)[0])[0]
    gold = {row["id"]: row["event_id"] for row in raw}
    found = {key: at for at, keys in enumerate(timeline.stories) for key in keys}
    yield "Articles of one event", scorer.score(gold, found)
    pairs = {frozenset((a, b)) for c in timeline.copies for a in c.keys for b in c.keys if a < b}
    wanted = scorer.copies(raw)
    yield "Near-copies: pairs found, not gold", f"{len(pairs & wanted)} of {len(wanted)}, {len(pairs - wanted)}"


# --------------------------------------------------------------------------- growth

JOBS = 2

SUBJECTS = "minister council court union bank hospital school museum port army club company agency village".split()
VERBS = "opened closed visited rejected approved attacked sold bought launched cancelled restored inspected".split()
THINGS = "bridge station factory theatre road treaty ship tower market library tunnel airport budget stadium".split()
PLACES = [
    f"{a}{b}"
    for a in ("Nor", "Ost", "Wen", "Kal", "Bri", "Tor", "Hal", "Mer")
    for b in ("ham", "berg", "field", "mouth", "by")
]
PEOPLE = [
    f"{a} {b}"
    for a in ("Anna", "Peter", "Maria", "Thomas", "Laura", "David")
    for b in ("Holm", "Brandt", "Ruiz", "Kovac", "Okafor", "Lind", "Marsh")
]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def made_up(number: int, rng: random.Random) -> list[tuple[str, str]]:
    """Articles of about 3,000 characters: stories of 20 articles with their own people and places, over a year."""
    texts = []
    for at in range(number):
        story = random.Random(at // 20)
        people, place = story.sample(PEOPLE, 3), f"{story.choice(PLACES)} {story.choice(PLACES)}{at // 20}"
        day = date(2023, 1, 1) + timedelta(days=story.randrange(360) + rng.randrange(5))
        own = [f"{rng.choice(THINGS)}{rng.randrange(4000)}" for _ in range(12)]
        lines = [
            f"The {story.choice(SUBJECTS)} of {place} {rng.choice(VERBS)} the {rng.choice(own)} {rng.choice(THINGS)} "
            f"{'on ' + rng.choice(DAYS) + ' ' if line % 3 == 0 else ''}after {rng.choice(people)} said {rng.randrange(2, 400)} "
            f"people had {rng.choice(VERBS)} the {rng.choice(own)} near {rng.choice(PLACES)}."
            for line in range(20)
        ]
        texts.append((str(day), "\n".join(lines)))
    return texts


def growth(sizes: Iterable[int]) -> Iterator[tuple[str, str]]:
    """From files to timeline by two processes: time and memory of each size, then the exponent between neighbours."""
    before: tuple[int, float] | None = None
    for size in sizes:
        done = subprocess.run(
            [sys.executable, __file__, "--size", str(size)], capture_output=True, text=True, check=True
        )
        wall, read_in, built, memory = (float(value) for value in done.stdout.split())
        grown = (
            f", exponent {math.log((read_in + built) / before[1]) / math.log(size / before[0]):.2f}" if before else ""
        )
        said = (
            f"{wall:.1f} s; processor time {read_in:.1f} s reading, {built:.1f} s the folder together; {memory:.0f} MB"
        )
        yield f"{size:,} articles, {JOBS} processes", said + grown
        before = size, read_in + built


def one_size(size: int) -> None:
    """Prints wall time, processor time of the processes that read and of the one that builds, and the peak memory of all."""
    with tempfile.TemporaryDirectory() as place:
        for at, (day, text) in enumerate(made_up(size, random.Random(size))):
            article = f"Headline number {at}\n\nPublished: {day}\n\n" + text.replace("\n", "\n\n")
            (Path(place) / f"{at:06}.txt").write_text(article, encoding="utf-8")
        begun, spent = time.perf_counter(), time.process_time()
        result = pipeline.build([Path(place)], pipeline.Options(jobs=JOBS))
        assert len(result.dated) == size
        wall, built = time.perf_counter() - begun, time.process_time() - spent
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = (own.ru_maxrss + JOBS * children.ru_maxrss) / 1024  # of the largest child, for each
    print(wall, children.ru_utime + children.ru_stime, built, memory)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--scorers", type=Path)
    parser.add_argument("--only", choices=["t17", "ecb", "events", "growth"])
    parser.add_argument("--ecb", default="dev", help="the split of ECB+")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.size:
        one_size(asked.size)
        return
    if asked.scorers is not None:
        sys.path.insert(0, str(asked.scorers))
    parts = {
        "t17": lambda: t17(asked.folder / "tls-dev/t17", importlib.import_module("tls_score"), asked.out),
        "ecb": lambda: ecb(asked.folder / f"tls-dev/ecb/{asked.ecb}.json.gz", importlib.import_module("ecb_score")),
        "events": lambda: events(
            asked.folder / "events-dev/articles.jsonl.gz", importlib.import_module("events_score")
        ),
        "growth": lambda: growth((100, 1_000, 10_000)),
    }
    for name, part in parts.items():
        if asked.only in (None, name):
            for label, value in part():
                print(f"{label:<62} {value}", flush=True)


if __name__ == "__main__":
    main()
