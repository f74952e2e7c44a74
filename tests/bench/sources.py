"""What was read from real pages, beside what trafilatura and htmldate read from the same pages in the same run.

    pip install -e '.[bench]'
    python tests/bench/sources.py FOLDER [--only html|scraped] [--part all|watched|aside] [--dump DIR]

FOLDER holds `pubdate.jsonl` (per page: id, english, gold_date, gold_title, gold_authors, gold_outlet, gold_text_path, html_path,
light_path, date_visible_light), `html/`, `scraped_light/`, `gold_text/`. Four rows a reader: all pages; the English ones; and
apart the third that stays aside, by the hash of the page's id (rules are never written while looking at those), and the two
thirds that are watched. `cpu` is the processor time of all pages, `x` how many times trafilatura's in the same run.
`--dump` keeps the predictions as JSONL. A peer that is not installed is left out, and said.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from briefing.dates.publication import publication_date
from briefing.errors import UnreadableFile
from briefing.model import QUOTABLE
from briefing.sources.folder import make_articles, read_bytes
from briefing.sources.reader import Limits

Row = dict[str, object]


# --------------------------------------------------------------------------- readers


def ours(path: Path) -> Row:
    data = path.read_bytes()
    try:
        article = next(iter(make_articles(path.name, data, read_bytes(path.name, data, Limits()))))
    except (UnreadableFile, StopIteration):
        return {"date": None, "title": "", "authors": [], "outlet": "", "text": ""}
    published, _ = publication_date(tuple(clue for clue in article.clues if clue.kind != "filename"), article.language)
    return {
        "date": published and str(published.day),
        "title": article.title.value if article.title else "",
        "authors": [author.value for author in article.authors],
        "outlet": article.outlet.value if article.outlet else "",
        "text": "\n".join(block.span.of(article.text) for block in article.blocks if block.kind in QUOTABLE),
    }


def trafilatura(path: Path) -> Row:
    import trafilatura as peer

    found = peer.bare_extraction(path.read_text(encoding="utf-8", errors="replace"), with_metadata=True)
    if found is None:
        return {"date": None, "title": "", "authors": [], "outlet": "", "text": ""}
    row = found.as_dict()
    return {
        "date": row["date"],
        "title": row["title"] or "",
        "authors": [a.strip() for a in (row["author"] or "").split(";") if a.strip()],
        "outlet": row["sitename"] or "",
        "text": row["text"] or "",
    }


def htmldate(path: Path) -> Row:
    from htmldate import find_date

    return {"date": find_date(path.read_text(encoding="utf-8", errors="replace"), original_date=True)}


# --------------------------------------------------------------------------- scores


def tokens(text: object) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", str(text or "")).lower())


def overlap(gold: list[str], found: list[str]) -> float:
    """F1 of two bags of tokens."""
    hit = sum((Counter(gold) & Counter(found)).values())
    return 2 * hit / (len(gold) + len(found)) if gold or found else 1.0


def same_title(gold: str, found: object) -> bool:
    g, f = " ".join(tokens(gold)), " ".join(tokens(found))
    short, long = sorted((g, f), key=len)
    return bool(f) and ((len(short) >= 0.7 * len(long) and short in long) or overlap(g.split(), f.split()) >= 0.9)


def same_people(gold: Iterable[str], found: Iterable[str]) -> bool:
    def people(names: Iterable[str]) -> set[frozenset[str]]:
        return {frozenset(t for t in tokens(name) if len(t) > 1) for name in names} - {frozenset()}

    return people(gold) == people(found)


def same_outlet(gold: str, found: object) -> bool:
    short, long = sorted(("".join(tokens(gold)), "".join(tokens(found))), key=len)
    return bool(short) and short in long


def figures(folder: Path, rows: list[Row], found: dict[str, Row], *, visible: bool) -> dict[str, str]:
    dated = [r for r in rows if r.get("gold_date")]
    gaps = [gap(str(r["gold_date"]), found[str(r["id"])].get("date")) for r in dated]
    shown = [g for g, r in zip(gaps, dated, strict=True) if r.get("date_visible_light")]
    table = {
        "date exact": share(gaps, lambda g: g == 0),
        "within 1": share(gaps, lambda g: g is not None and g <= 1),
        "wrong": share(gaps, lambda g: g is not None and g > 0),
        "further": share(gaps, lambda g: g is not None and g > 1),
    }
    if visible:
        table["exact, shown"] = share(shown, lambda g: g == 0)

    def judge(gold: str, name: str, same: Callable[..., bool]) -> str:
        return share([r for r in rows if r.get(gold)], lambda r: same(r[gold], found[str(r["id"])].get(name)))

    if any("text" in row for row in found.values()):
        texts = [
            overlap(
                tokens((folder / str(r["gold_text_path"])).read_text(encoding="utf-8")),
                tokens(found[str(r["id"])]["text"]),
            )
            for r in rows
            if r.get("gold_text_path")
        ]
        table["text F1"] = f"{sum(texts) / max(1, len(texts)):.4f}"
        table["title"] = judge("gold_title", "title", same_title)
        table["authors"] = judge("gold_authors", "authors", lambda g, f: same_people(g, f or []))
        table["outlet"] = share(
            [r for r in rows if r.get("gold_outlet") or r.get("gold_sitename")],
            lambda r: same_outlet(str(r.get("gold_outlet") or r["gold_sitename"]), found[str(r["id"])].get("outlet")),
        )
    return table


def gap(gold: str, found: object) -> int | None:
    return abs((date.fromisoformat(str(found)) - date.fromisoformat(gold)).days) if found else None


def share(rows: list, holds: Callable[..., bool]) -> str:
    return f"{sum(map(holds, rows)) / len(rows):.4f}" if rows else "-"


# --------------------------------------------------------------------------- the table

Reader = Callable[[Path], Row]
READERS: dict[str, tuple[str, Reader]] = {
    "html: trafilatura": ("html_path", trafilatura),
    "html: htmldate": ("html_path", htmldate),
    "html: briefing": ("html_path", ours),
    "scraped: briefing": ("light_path", ours),
}


def aside(identity: str) -> bool:
    return hashlib.sha256(identity.encode()).digest()[0] % 3 == 0


GROUPS: dict[str, Callable[[Row], bool]] = {
    "all": lambda _: True,
    "English": lambda r: bool(r.get("english")),
    "watched": lambda r: not aside(str(r["id"])),
    "aside": lambda r: aside(str(r["id"])),
}


def measured(folder: Path, rows: list[Row], key: str, read: Reader) -> tuple[dict[str, Row], float]:
    """The predictions of one reader for all pages, and the processor seconds they took (after one page to warm up)."""
    read(folder / str(rows[0][key]))
    began = time.process_time()
    found = {str(r["id"]): {"id": r["id"], **read(folder / str(r[key]))} for r in rows}
    return found, time.process_time() - began


def show(folder: Path, rows: list[Row], name: str, found: dict[str, Row], spent: str) -> None:
    for group, belongs in GROUPS.items():
        part = [r for r in rows if belongs(r)]
        if not part:
            continue
        table = figures(folder, part, {str(r["id"]): found[str(r["id"])] for r in part}, visible=name.startswith("scr"))
        cells = "  ".join(f"{k} {v}" for k, v in table.items())
        print(
            f"{name:18} {group:8} {len(part):3} pages  {cells}" + (f"  {spent}" if group == "all" else ""), flush=True
        )


def dump(folder: Path, name: str, found: dict[str, Row]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found.values())
    (folder / (re.sub(r"\W+", "-", name) + ".jsonl")).write_text(lines, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=["html", "scraped"])
    parser.add_argument("--part", choices=["all", "watched", "aside"], default="all")
    parser.add_argument("--dump", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in (options.folder / "pubdate.jsonl").open(encoding="utf-8")]
    rows = [r for r in rows if GROUPS[options.part](r)]
    peer = None
    for name, (key, read) in READERS.items():
        if options.only and not name.startswith(options.only):
            continue
        try:
            found, spent = measured(options.folder, rows, key, read)
        except ImportError as error:
            print(f"{name:18} not installed ({error.name}): pip install -e '.[bench]'")
            continue
        peer = spent if "trafilatura" in name else peer
        times = f"  x {spent / peer:.2f}" if peer and key == "html_path" else ""
        show(options.folder, rows, name, found, f"cpu {spent:.1f} s{times}")
        if options.dump:
            dump(options.dump, name, found)


if __name__ == "__main__":
    main()
