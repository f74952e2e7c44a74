"""Text -> runs: the spans that later become blocks, by the shape of the file.

Three shapes are met. Paragraphs between blank lines, each on one line (scraped pages); paragraphs hard-wrapped at a fixed
width (mails, old archives), whose lines are one run; and one paragraph per line without blank lines. Which it is, is decided
from the whole file: lines are wrapped when the next line's first word would not have fitted on them.
"""

from __future__ import annotations

import re
from itertools import pairwise

_RULE = re.compile(r"[=\-_*~#]{3,}")  # a line drawn under a heading or between parts
_MARKED = re.compile(r"#{1,6}\s+(?=\S)")  # a heading's mark
# "OSTMOUTH, March 14 (Norwire) -": a place in capitals, or one with a date and an agency, and a dash.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?:[ ,/-]+[A-Z][\w.'’-]*){0,4}|[A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){0,3}(?=[^-–—]{0,40}\([A-Z][\w ./]{1,24}\)))"
    r"(?P<date>,?\s*(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)\.?(?:,?\s*\d{4})?)?,?\s*(?P<agency>\([A-Z][\w ./]{1,24}\)\s*)?(?P<dash>[-–—]{1,2}|:)\s+(?=[\"“‘']?[A-Z0-9])"
)
_DASH = re.compile(r"[-–—:]\s")  # how every dateline ends
_PICTURE = re.compile(r"(?<![\w/])\d{1,3}/\d{1,3}\s+(?=[A-Z0-9])")
_PICTURE_CREDIT = re.compile(
    r"/(?:Getty(?: Images)?|AP|AFP|EPA|PA(?: Wire)?|Reuters|REUTERS|Rex|REX|Shutterstock|Alamy)\b(?:/\w+)?\s*|\b(?:Getty|AFP|EPA|PA|Reuters|Rex|AP)\s+(?=\d{1,3}/\d)"
)
_GALLERY_MIN, _LEAST_PICTURES, _MOST_PICTURES, _CAPTION_MAX = 200, 2, 500, 600
_TITLE_LABEL = re.compile(r"(?:headline|title)\s*:\s+(?=\S)", re.IGNORECASE)
_TOP = 12  # runs at the top of a file in which a label may stand
_LONGEST_DATELINE = 90
_ITEM = re.compile(r"(?:[-*•‣▪●–]|\d{1,2}[.)]|>)\s")
_WIDE_GAP = re.compile(r"\s{3,}|\t+")
_WRAP_MIN, _WRAP_MAX = 40, 132  # characters: narrower are verses and tables, wider are paragraphs
_ONE_LINE = 1500  # a file of one line longer than this may hold a page whose line breaks were lost

Run = tuple[int, int]  # start and end in the text, without white space around


def runs_of(text: str) -> list[Run]:
    """Every run of `text`, in reading order, without white space around it."""
    groups = _groups(text)
    width = _wrap_width(text, groups)
    runs: list[Run] = []
    for group in groups:
        if len(group) == 1 or not width:
            runs += group
        else:
            runs += _unwrapped(text, group, width)
    runs = [part for n, run in enumerate(runs) for part in _parts(text, run, top=n < _TOP)]
    if len(runs) == 1 and len(text) > _ONE_LINE:
        return _split_at_gaps(text, runs[0])
    return runs


def _parts(text: str, run: Run, *, top: bool) -> list[Run]:
    """A run without the mark of a heading, with its dateline apart (what follows it is the sentence), and cut where the
    pictures of a gallery stand in it."""
    start, end = run
    if end - start > _GALLERY_MIN and text.count("/", start, end) > 1 and len(pictures := _pictures(text, run)) > 1:
        return pictures
    if top and (label := _TITLE_LABEL.match(text, start, end)):
        return [(label.end(), end)]
    if text[start] == "#" and (mark := _MARKED.match(text, start, end)):
        return [(mark.end(), end)]
    near = min(end, start + _LONGEST_DATELINE)
    if not text[start].isupper() or _DASH.search(text, start, near) is None:
        return [run]
    line = _DATELINE.match(text, start, near)
    if line is None or not (line["date"] or line["agency"] or (line["dash"] in "–—" and line[0][:4].isupper())):
        return [run]
    return [(start, start + len(line[0].rstrip())), (line.end(), end)]


def _pictures(text: str, run: Run) -> list[Run]:
    """A line in which pictures of a gallery are numbered ("2/34 18 November 2017 ..."), cut before each and behind its credit."""
    starts = [found.start() for found in _PICTURE.finditer(text, *run)]
    if not _LEAST_PICTURES <= len(starts) <= _MOST_PICTURES:
        return [run]
    cuts = {run[0], run[1], *starts}
    cuts |= {
        found.end()
        for at in starts
        for found in [_PICTURE_CREDIT.search(text, at, min(at + _CAPTION_MAX, run[1]))]
        if found
    }
    edges = sorted(cuts)
    pieces = ((a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in pairwise(edges))
    return [(a, b) for a, b in pieces if a < b]


def _groups(text: str) -> list[list[Run]]:
    """Lines, in groups that stand between blank lines."""
    groups: list[list[Run]] = []
    open_group: list[Run] = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at if line[0] == bare[0] else at + len(line) - len(line.lstrip())
            open_group.append((start, start + len(bare)))
        elif open_group:
            groups.append(open_group)
            open_group = []
        at += len(line) + 1
    if open_group:
        groups.append(open_group)
    return groups


def _wrap_width(text: str, groups: list[list[Run]]) -> int:
    """The column at which lines were broken, 0 where lines are paragraphs.

    Of the lines that another follows in the same group, almost all must have had no room for the next line's first word.
    """
    pairs = [(a, b) for group in groups if len(group) > 1 for a, b in pairwise(group)]
    if len(pairs) < 2:
        return 0
    lengths = sorted(end - start for (start, end), _ in pairs)
    width = lengths[len(lengths) * 98 // 100]
    if not _WRAP_MIN <= width <= _WRAP_MAX:
        return 0
    full = sum((a[1] - a[0]) + 1 + _first_word(text, b) > width - 2 for a, b in pairs)
    return width if full >= 0.55 * len(pairs) else 0


def _first_word(text: str, run: Run) -> int:
    end = text.find(" ", run[0], run[1])
    return (end if end >= 0 else run[1]) - run[0]


def _unwrapped(text: str, group: list[Run], width: int) -> list[Run]:
    """The lines of a group joined where the first was full; an item of a list begins a run of its own."""
    runs = [group[0]]
    last = group[0]
    for line in group[1:]:
        needed = (last[1] - last[0]) + 1 + _first_word(text, line)
        if needed > width and not _ITEM.match(text, *line) and not is_rule(text[line[0] : line[1]]):
            runs[-1] = (runs[-1][0], line[1])
        else:
            runs.append(line)
        last = line
    return runs


def is_rule(line: str) -> bool:
    """A line of signs drawn under a heading or between parts."""
    return _RULE.fullmatch(line) is not None


def _split_at_gaps(text: str, run: Run) -> list[Run]:
    """A page saved as one line: wide gaps are what is left of its line breaks."""
    runs: list[Run] = []
    at = run[0]
    for gap in _WIDE_GAP.finditer(text, *run):
        if gap.start() > at:
            runs.append((at, gap.start()))
        at = gap.end()
    runs.append((at, run[1]))
    return runs
