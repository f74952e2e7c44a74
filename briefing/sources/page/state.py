"""The data that a page's scripts hold about its article, where nothing else in the head says when it was published.

A page may keep its state as JSON ("__NEXT_DATA__", "window.__INITIAL_STATE__ = {...}") or tell a counter of visits about
itself ("dataLayer.push({...})"). Such data speaks of other articles, too: a day counts only from an object that names this page's
title or address, or where all of them give the same day. Nothing is run; what is no JSON is only searched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from briefing.model import Clue
from briefing.sources.page.about import key
from briefing.sources.page.bylines import PLAIN_NAME
from briefing.sources.page.head import Head

MOST_SCRIPTS, MOST_CHARS, MOST_OBJECTS, MOST_STARTS = 60, 4_000_000, 100_000, 8
MOST_SEARCHED = 500_000  # characters of a script that is no JSON

# Keys, without case and signs, whose value is the day of publication.
_KEYS = frozenset(
    "datepublished publisheddate publishedat publisheddatetime publishdate publishdatetime publishedtime publishtime published "
    "firstpublished firstpublishedat firstpublisheddate firstpublicationdate publicationdate publicationdatetime pubdate "
    "articlepublisheddate articlepublishdate articlepublishtime originalpublishdate displaydate dateofpublication "
    "publishedon pagepublishdate contentpublisheddate".split()
)
_TITLES = frozenset("title headline name shorttitle pagetitle seotitle articletitle".split())
_ADDRESSES = frozenset("url canonicalurl canonical link path slug permalink websiteurl webpageurl relativeurl".split())
_DAY = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}(?:[T ][\d:.+Z-]{4,20})?$|\d{10}(?:\d{3})?$")
_OPENING = re.compile(r"(?:=|\(|return)\s*(?=[{\[])")
_QUOTED = re.compile(r"JSON\.parse\(\s*(?=\")")
_FLAT = re.compile(
    r"""["']?(?P<key>\w{4,30})["']?\s*[:=]\s*["'](?P<day>(?:19|20)\d{2}-\d{2}-\d{2}[T\d:. +Z-]{0,20})["']"""
)


def published_in_state(root: etree._Element, head: Head) -> list[Clue]:
    """The day of publication as the page's scripts give it, as one clue; none where they give several."""
    titles = {key(title) for _, title in head.titles if len(key(title)) > 10}
    path = urlsplit(head.url or "").path.rstrip("/")
    days: dict[str, str] = {}
    for script in islice(root.iter("script"), MOST_SCRIPTS):
        text = script.text or ""
        if not 20 < len(text) < MOST_CHARS or "ld+json" in (script.get("type") or ""):
            continue
        for value, own in _dated(text, titles, path):
            if own:
                return [Clue("state:published", value, "a script's data")]
            days.setdefault(value[:10], value)
    return [Clue("state:published", value, "a script's data") for value in days.values()] if len(days) == 1 else []


_AUTHOR = re.compile(
    r"""["']?(?:article|content|page|story|post)?_?(?:author|byline|writer)s?_?(?:names?)?["']?\s*[:=]\s*\[?\s*"""
    r"""["'](?P<name>[^"'<>{}\\]{3,80})["']""",
    re.IGNORECASE,
)


def author_in_state(root: etree._Element) -> str:
    """Who wrote the page as its scripts tell a counter of visits; "" where they name nobody, or several apart."""
    named = set()
    for script in islice(root.iter("script"), MOST_SCRIPTS):
        text = script.text or ""
        if 20 < len(text) < MOST_CHARS and "ld+json" not in (script.get("type") or ""):
            named |= {found["name"].strip() for found in _AUTHOR.finditer(text)}
    named = {name for name in named if PLAIN_NAME.search(name)}
    return named.pop() if len(named) == 1 else ""


def _dated(text: str, titles: set[str], path: str) -> Iterator[tuple[str, bool]]:
    """Every day of publication in a script, and whether its object is this page's article."""
    if not re.search(r"pub", text, re.IGNORECASE):
        return
    read = False
    for data in _loaded(text):
        read = True
        yield from _in_objects(data, titles, path)
    if not read:
        yield from ((m["day"].strip(), False) for m in _FLAT.finditer(text[:MOST_SEARCHED]) if _bare(m["key"]) in _KEYS)


def _loaded(text: str) -> Iterator[Any]:
    """What a script holds as JSON: all of it, what is assigned or handed over, or a string of JSON."""
    decoder = json.JSONDecoder(strict=False)
    starts = [0] if text.lstrip()[:1] in {"{", "["} else [m.end() for m in islice(_OPENING.finditer(text), MOST_STARTS)]
    starts += [m.end() for m in islice(_QUOTED.finditer(text), 2)]
    done = 0
    for start in sorted(starts):
        if start < done:
            continue
        try:
            data, done = decoder.raw_decode(text, start + len(text[start:]) - len(text[start:].lstrip()))
            yield json.loads(data, strict=False) if isinstance(data, str) else data
        except (ValueError, RecursionError):
            continue


def _in_objects(data: Any, titles: set[str], path: str) -> Iterator[tuple[str, bool]]:
    stack, seen = [data], 0
    while stack and seen < MOST_OBJECTS:
        item = stack.pop()
        seen += 1
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict):
            value = next((str(v) for k, v in item.items() if _bare(k) in _KEYS and _is_day(v)), None)
            if value is not None:
                yield value, _is_own(item, titles, path)
            stack.extend(v for v in reversed(item.values()) if isinstance(v, (dict, list)))


def _is_own(item: dict[str, Any], titles: set[str], path: str) -> bool:
    """Whether an object names this page's title, or its address."""
    for name, value in item.items():
        if isinstance(value, dict):  # {"headlines": {"basic": "..."}}, {"title": {"rendered": "..."}}
            value = next((v for v in value.values() if isinstance(v, str)), "")
        if not isinstance(value, str) or len(value) > 500:
            continue
        if _bare(name).removesuffix("s") in _TITLES and key(value) in titles:
            return True
        if _bare(name) in _ADDRESSES and len(path) > 10 and urlsplit(value[:500]).path.rstrip("/").endswith(path):
            return True
    return False


def _is_day(value: Any) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool) and _DAY.match(str(value)) is not None


def _bare(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())
