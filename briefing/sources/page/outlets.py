"""Which outlet published a page: the names that its head and title give, and its address, which tells true from false.

JSON-LD may give an agency, a publishing house or a blog's software as the publisher, and og:site_name the section. The name
that the page's own address spells is the one its readers know: "Connecticut Post" at ctpost.com, not "Associated Press".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from briefing.model import BlockKind, Finding
from briefing.sources.page.about import TAIL, key
from briefing.sources.page.body import Judged
from briefing.sources.page.head import Head

LONGEST = 60  # characters of an outlet's name
_PARTS = re.compile(r"\s+[|–—•·»]\s+|\s*\|\s*")
_SECOND_LEVEL = frozenset("co com org net gov ac edu".split())  # courier.co.uk
_FEWEST_LETTERS = 4  # what a shorter piece of a name has in common with an address is chance
_MOST_WORDS = 6


def find_outlet(head: Head, judged: Sequence[Judged]) -> Finding | None:
    """The outlet: of the names that the page gives, the first that its address spells, else the first; else the address.
    None where nothing is named."""
    host = (urlsplit(head.url or "").hostname or "").removeprefix("www.")
    label = _label(host)
    names = [(basis, _bare(name, label)) for basis, name in head.outlets]
    names += [("title-tail", name) for name in _in_title(head, judged, label)]
    names = [(basis, name) for basis, name in names if 1 < len(name) <= LONGEST]
    spelt = [(basis, name) for basis, name in names if spells(name, label)]
    names = [*spelt, *(pair for pair in names if pair not in spelt)]
    if host:
        names.append(("address", host))
    names += [("copyright-line", name) for name in _holders(judged)] if not names else []
    if not names:
        return None
    basis, name = names[0]
    return Finding(name, basis, name, tuple(dict.fromkeys(other for _, other in names if other != name)))


def _label(host: str) -> str:
    """The part of a host's name that names the site: "courier" of news.courier.co.uk."""
    parts = host.split(".")
    end = -2 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else -1
    return parts[end - 1] if len(parts) >= 1 - end else ""


def _bare(name: str, label: str) -> str:
    """A name without handle sign, slogan or scheme: "@courier", "Courier | News, Weather, Sport", "https://courier.example"."""
    name = name.strip().removeprefix("@")
    if re.match(r"https?://", name):
        return (urlsplit(name).hostname or "").removeprefix("www.")
    parts = [part for part in _PARTS.split(name) if part]
    return next((part for part in parts if spells(part, label)), parts[0] if parts else "")


@lru_cache(maxsize=2_000)
def spells(name: str, label: str) -> bool:
    """Whether a site's address spells a name: whole, in part, or by the beginnings of its words."""
    words = [word for word in re.findall(r"[^\W_]+", name.lower()) if word != "the"]
    label = re.sub(r"[^a-z0-9]", "", label)
    bare = "".join(words)
    if not label or not bare:
        return False
    if (
        label == bare
        or (len(bare) >= _FEWEST_LETTERS and bare in label)
        or (len(label) >= _FEWEST_LETTERS and label in bare)
    ):
        return True
    if any(len(run) > _FEWEST_LETTERS and run in label for run in _runs(words)):
        return True
    return len(words) > 1 and _by_beginnings(label, tuple(words))


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Two and more words in a row, as one: "san antonio" is in mysanantonio."""
    for start in range(len(words)):
        for end in range(start + 2, len(words) + 1):
            yield "".join(words[start:end])


def _by_beginnings(label: str, words: tuple[str, ...]) -> bool:
    """Whether letters of the words in turn, each word's first before its others, make the label: ctpost, nytimes, wsj. A word
    may be passed over, but not the first, and at least half of them must be in it."""
    ways = {(0, 0)}  # letters made so far, words used
    for number, word in enumerate(words[: 2 * _MOST_WORDS]):
        ways = {way for made, used in ways for way in _with_word(label, made, used, word)} | (ways if number else set())
    return any(made == len(label) and 2 * used >= len(words) for made, used in ways)


def _with_word(label: str, made: int, used: int, word: str) -> Iterator[tuple[int, int]]:
    """Every way to go on in the label with letters of one word, its first letter first."""
    at = 0
    for end in range(made, len(label)):
        at = word.find(label[end], at) + 1 if end > made else int(word[0] == label[end])
        if not at:
            return
        yield end + 1, used + 1


def _in_title(head: Head, judged: Sequence[Judged], label: str) -> Iterator[str]:
    """What the title element says beside the headline: its tail, or its front, where the address spells that; on a page
    without an address where the rest is the headline that readers see."""
    shown = next((key(one.piece.text) for one in judged if one.reason == "title"), "")
    for title in (title for basis, title in head.titles if basis == "title-element"):
        cuts = list(TAIL.finditer(title))
        if not cuts:
            continue
        tail, front = title[cuts[-1].end() :], title[: cuts[0].start()]
        for name, rest in ((tail, title[: cuts[0].start()]), (front, title[cuts[-1].end() :])):
            if 0 < len(name.split()) <= _MOST_WORDS and (
                spells(name, label) or (not label and shown and key(rest) == shown)
            ):
                yield name


# The holder of a copyright: "© 2019 Lindvik Courier Ltd. All rights reserved", without the form of the company.
_HOLDER = re.compile(
    r"(?:©|\(c\))\s*(?:copyright\s*)?\d{4}(?:\s*[-–]\s*\d{4})?[\s,]+(?:by\s+)?(?P<name>(?-i:[^\W\d_a-z])[^.|•·,;\n]{2,48}?)"
    r"(?:\s+(?:ltd|inc|llc|plc|gmbh|ag|limited|corporation|corp)\b)?(?=\s*(?:$|[.|•·,;\n]|all rights))",
    re.IGNORECASE,
)


def _holders(judged: Sequence[Judged]) -> Iterator[str]:
    """Who the footer says holds the copyright."""
    for one in judged:
        if one.kind in {BlockKind.FOOTER, BlockKind.COPYRIGHT} and len(one.piece.text) < 200:
            yield from (match["name"] for match in _HOLDER.finditer(one.piece.text))
