"""How fast text is read and cleaned, in MB a second, beside a peer and a floor in the same run.

    python tests/bench/reading.py [--pages FOLDER] [--articles 1000]

Needs `pip install '.[bench]'`. Made-up articles of 3 kB, each a file; one made-up text of 3 MB; with `--pages` every `.txt` of a
folder. Reading and cleaning is all that is done with a file before its dates are resolved: open, hash, choose the format, decode,
blocks with their kinds, headline, outlet, authors, language, clues. Peer: jusText on the same text, each line a `<p>`. Floor:
the bytes decoded and split at line ends. Last, a folder of made-up articles read, dated and resolved by two processes: seconds
by the clock and of both processors, peak memory. MB/s are of the processor's time, the best of three passes.
"""

from __future__ import annotations

import argparse
import html
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from briefing.pipeline import Options, understand
from briefing.sources.folder import File, read_file

MEGA = 1_000_000
PASSES = 3

SENTENCES = (
    "The {body} of {place} said on {day} that {number} people were {done} at the {thing} in {town}",
    "It was not clear who had {done} the {thing}, but {person} told the {body} that it would be {done} by {day}",
    "“We have been waiting for the {thing} since {year}, and nobody from the {body} has come to see us,” said {person}",
    "According to {person}, who has been with the {body} for {number} years, the {thing} at {town} is to be {done} on {day}",
    "In {year} the {body} had {done} more than {number} of its {thing}s, most of them in {place} and in the villages near {town}",
    "{person} and the {body} will meet in {town} on {day}, where they are expected to talk about the {thing}",
)
TOWNS = [a + b for a in "Nor Ost Wen Kal Bri Tor Hal".split() for b in "ham berg field mouth by".split()]
WORDS = {
    "body": "minister council court union bank hospital school museum port army club company agency village".split(),
    "done": "opened closed visited rejected approved attacked sold bought launched cancelled restored inspected".split(),
    "thing": "bridge station factory theatre road treaty ship tower market library tunnel airport budget stadium".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "person": [
        f"{a} {b}" for a in "Anna Peter Maria Thomas Laura".split() for b in "Holm Brandt Ruiz Okafor Lind".split()
    ],
    "place": TOWNS,
    "town": TOWNS,
}


def filled(form: str, rng: random.Random) -> str:
    told = {name: rng.choice(words) for name, words in WORDS.items()}
    return form.format(**told, number=rng.randrange(2, 4000), year=rng.randrange(1990, 2023))


def article(number: int) -> str:
    """A page as it is copied from a site, about 3 kB: headline, byline, date, paragraphs, three lines below."""
    rng = random.Random(number)
    written = date(2022, 1, 1) + timedelta(days=rng.randrange(700))
    head = (
        filled("{town} {body} {done} its {thing} after {day} talks", rng),
        filled("By {person}", rng),
        f"{written:%d %B %Y}",
    )
    body = [
        ". ".join(filled(rng.choice(SENTENCES), rng) for _ in range(rng.choice((1, 2, 2, 3)))) + "." for _ in range(13)
    ]
    return "\n\n".join((*head, *body, "Read more", filled("{town} {body} {done} its {thing}", rng), "Share this"))


# --------------------------------------------------------------------------- readers


def ours(path: Path) -> None:
    read_file(File(path, path.name))


def justext(path: Path) -> None:
    import justext as peer

    lines = [line for line in path.read_text(encoding="utf-8", errors="replace").split("\n") if line.strip()]
    page = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    peer.justext(f"<html><body>{page}</body></html>", peer.get_stoplist("English"))


def floor(path: Path) -> None:
    path.read_bytes().decode("utf-8", errors="replace").splitlines()


READERS = {"briefing": ours, "jusText": justext, "decode, split": floor}


def speed(read: Callable[[Path], None], paths: list[Path]) -> float:
    """MB in a second of the processor's time."""
    read(paths[0])
    spent = []
    for _ in range(PASSES):
        begun = time.process_time()
        for path in paths:
            read(path)
        spent.append(time.process_time() - begun)
    return sum(path.stat().st_size for path in paths) / MEGA / min(spent)


def folder_of(number: int, folder: Path) -> list[Path]:
    paths = [folder / f"{at:05}.txt" for at in range(number)]
    for at, path in enumerate(paths):
        path.write_text(article(at), encoding="utf-8")
    return paths


def whole(folder: Path) -> None:
    """Read, date and resolve a folder with two processes; print seconds and the peak memory of both in MB."""
    begun = time.perf_counter()
    dated, _ = understand([folder], Options(jobs=2))
    spent, times = time.perf_counter() - begun, os.times()
    worked = times.user + times.system + times.children_user + times.children_system
    own, others = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    days = sum(one.published is not None for one in dated)
    print(
        f"{len(dated)} articles, {days} dated: {spent:.2f} s, {worked:.2f} s of the processors, {own:.0f} MB and {others:.0f} MB in a helper"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--whole", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.whole:
        whole(options.whole)
        return
    with tempfile.TemporaryDirectory() as place:
        folder, long = Path(place) / "articles", Path(place) / "long.txt"
        folder.mkdir()
        articles = folder_of(options.articles, folder)
        long.write_text("\n\n".join(article(-at) for at in range(1, 981)), encoding="utf-8")
        kinds = {"articles of 3 kB": articles[:300], "one text of 3 MB": [long]}
        if options.pages:
            kinds["pages"] = sorted(options.pages.glob("*.txt"))
        for kind, paths in kinds.items():
            speeds = (f"{name} {speed(read, paths):.1f}" for name, read in READERS.items())
            print(f"{kind:18} MB/s: " + "  ".join(speeds), flush=True)
        command = [sys.executable, __file__, "--whole", str(folder)]
        print(
            "read, dated, resolved:", subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        )


if __name__ == "__main__":
    main()
