"""Reading PDF articles, beside pypdfium2's own text call on the same files in the same run.

    python tests/bench/pdf.py [FILE_OR_FOLDER ...] [--rounds 7]

Without files, ten are made: a page to ten pages of two columns of invented text. Prints, for each reader, the median processor
time of all files over the rounds (both readers in turn, after one round to warm up) and how many times pypdfium2's ours is.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from briefing.sources.pdf import READER
from briefing.sources.reader import Given

SENTENCE = "The harbour authority of Lindvik said on Monday, {n} January, that ferry {n} will sail again once the pier is mended. "


def made() -> Iterator[bytes]:
    """Articles of one to ten pages."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    styles = getSampleStyleSheet()
    for pages in range(1, 11):
        target = io.BytesIO()
        document = BaseDocTemplate(target)
        columns = [Frame(50 + 255 * n, 50, 240, 740) for n in range(2)]
        document.addPageTemplates(PageTemplate(frames=columns))
        text = [
            Paragraph("".join(SENTENCE.format(n=1 + (n + k) % 28) for k in range(5)), styles["BodyText"])
            for n in range(11 * pages)
        ]
        document.build([Paragraph("Pier of Lindvik closed for repairs", styles["Title"]), *text])
        yield target.getvalue()


def given(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        yield from (one.read_bytes() for one in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path]))


def ours(data: bytes) -> int:
    return sum(len(article.text) for article in READER.read(Given(data, "a.pdf")).articles)


def peer(data: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_bounded()) for page in document)


def spent(read: Callable[[bytes], int], files: list[bytes]) -> float:
    began = time.process_time()
    for data in files:
        read(data)
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    files = list(given(options.paths) if options.paths else made())
    rounds = [(spent(peer, files), spent(ours, files)) for _ in range(options.rounds + 1)][1:]
    its, our = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(mine / other for other, mine in rounds)
    print(f"pypdfium2  {len(files)} files  {sum(map(peer, files))} characters  {its:.3f} s")
    print(f"briefing   {len(files)} files  {sum(map(ours, files))} characters  {our:.3f} s  x {ratio:.2f}")


if __name__ == "__main__":
    main()
