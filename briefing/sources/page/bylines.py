"""Bylines: the text that names who wrote a page -> the names in it, without dates, roles, addresses and handles.

"By Ann Lee and Bo Ek, Staff Writers | January 10, 2022" -> Ann Lee, Bo Ek. Names are kept as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Who took the pictures, checked or translated the text did not write it.
_NOT_WRITTEN = (
    r"(?:photo(?:s|graph(?:s|y)?)?|pictures?|images?|illustrat(?:ed|ions?)|graphics?|videos?|edited|translated|checked|"
    r"reviewed|produced|sponsored|presented|powered|supported)\s+by\b"
)
_NO_AUTHOR = re.compile(rf"^\W*(?:\w+\s+){{0,2}}?{_NOT_WRITTEN}", re.IGNORECASE)
_BY = re.compile(r"(?:^|[\s|·•—–])(?i:by|words|text|author|von|par|por|door)\b\s*:?\s+(?=\S)|^By(?=[A-Z])")
ONLY_BY = re.compile(
    r"^\W*(?:(?:written|posted|story|words|reported|published)\s+)?(?:by|von|par|por|door)\W*$", re.IGNORECASE
)
# A line that says "by" and goes on to name somebody: at its beginning, or behind a date, a rule, "Posted".
BY_LINE = re.compile(
    r"(?:^|(?:\b(?i:written|posted|published|reported|story|words|text)|\b\d{4}|\d\s?[ap]m|[|·•—–-])\s+)"
    r"(?i:by):?\s+(?=[^\W_])"
)
_AND = r"\s+(?:(?i:and|und)|&|et|y)\s+"
_SPLIT = re.compile(r"\s*(?:,\s+(?:and|&)\s+|;|\s\|\s|/|,)\s*")
_DEGREE = re.compile(
    r"^(?:ph\.?\s?d|m\.?\s?d|m\.?\s?a|b\.?\s?a|m\.?\s?s|m\.?sc|rn|r\.?d|esq|mph|mba|dds|do|jd|cscs|ldn|cpa|np|dvm|cfa|mbbs)\.?$",
    re.IGNORECASE,
)
# Where the names in a byline end: a date, a rule, an address, a role.
_CUT = re.compile(
    r"(?:\s+(?:[|•·–—»]|-)(?:\s|$)|\s*[|•·]|\s*\(|\s+(?:on|at|in|for|from|to|with|avec|updated|published|posted|last)\b\s"
    rf"|,?\s*\b(?:\w+\s+)?{_NOT_WRITTEN}"
    r"|\s+\S+@\S|\s*@|\s+\d|\n"
    r"|,?\s*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,"
    r"|,?\s*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d"
    r"|,\s+(?:[\w’'&.-]+\s+){0,4}(?:staff|writer|reporter|correspondent|editor|contributor|columnist|producer|journalist)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_ROLES = (
    "writer|reporter|correspondent|editor|contributor|columnist|producer|photographer|journalist|newsroom|desk|staff"
)
_ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|contributor|columnist|producer|photographer|journalist|follow|email|twitter|"
    r"view all|posts|more|about|contact|share|comments?|read|ago|updated|published|posted|subscribe|sign|click|author|profile)\b",
    re.IGNORECASE,
)
# "Ann LeeStaff Writer", "Ann LeeNov 19": a role or a date in an element of its own, glued to the name.
_GLUE = re.compile(
    rf"(?<=[a-z])(?=[A-Z])(?=(?:[\w’']{{1,30}}\s+){{0,5}}(?i:{_ROLES})s?\b|Updated|Published|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d)"
)
# "political reporter Ann Lee": what somebody is, before the name.
_LEADING_ROLE = re.compile(rf"^(?:[\w’'-]+\s+){{0,4}}(?i:{_ROLES})\s+(?=[^\W\d_a-z]\S*\s+[^\W\d_a-z])")
_NOBODY = frozenset(
    "admin|administrator|editor|editors|webmaster|author|authors|by|unknown|anonymous|guest|user|no author|none|null|undefined|"
    "site admin|super user|default|wpadmin|root".split("|")
)
LONGEST = 1000  # characters of a byline: what is longer is a text
PLAIN_NAME = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w’'.-]*\s+){1,4}[^\W\d_a-zà-ÿ][\w’'.-]*")


def people(values: Sequence[str], *, roles: bool = False) -> tuple[str, ...]:
    """The names in author values: "By Ann Lee and Bo Ek, Staff Writers" -> Ann Lee, Bo Ek. With `roles`, a role that
    stands for a name counts as well: "Court Reporter"."""
    found: list[str] = []
    for value in values:
        line = _first_line(value[:LONGEST])
        if _NO_AUTHOR.match(line):
            continue
        if match := _BY.search(line):
            line = line[match.end() :]
        line = _CUT.sub("", _unglued(line))
        for part in _SPLIT.split(line):
            found += [name for one in _both(part) if (name := _name(one, roles=roles))]
    return tuple(dict.fromkeys(found))


def _first_line(value: str) -> str:
    """The line that names people: what stands above a lone "By" is a section, what stands below the names their role. An
    "and" goes on in the next line."""
    lines = [" ".join(line.split()) for line in value.split("\n") if line.strip()]
    alone = next((n for n, line in enumerate(lines) if ONLY_BY.match(line)), -1)
    lines = lines[alone + 1 :] or lines
    found = lines[0] if lines else ""
    for line in lines[1:]:
        if not re.search(r"(?:,|\band|&)$", found) and not re.match(r"(?:,|and\b|&)", line):
            break
        found = f"{found} {line}"
    return found


def _unglued(line: str) -> str:
    """A name without the role, the date or the second copy of itself that a page's elements glue to it."""
    glue = _GLUE.search(line)
    if glue is not None:
        return line[: glue.start()]
    half = len(line) // 2
    return line[:half] if len(line) > 8 and line[:half] == line[half:] else line


def _both(part: str) -> list[str]:
    """ "Ann Lee and Bo Ek" is two names, "Staff and news service reports" none that could be cut in two."""
    sides = [re.sub(r"^the\s+(?=[A-Z])", "", side) for side in re.split(_AND, part)]
    return sides if all(re.match(r"[^\W\d_a-z]", side) for side in sides) else [part]


def _name(text: str, *, roles: bool) -> str:
    """A name without what hangs on it, "" where there is none."""
    name = _LEADING_ROLE.sub("", _BY.sub(" ", text).strip()).strip(" \t.,;:-–—|•·*\"“”/'")
    name += "." if re.search(r"\b(?:Jr|Sr|[A-Z])$", name) and text.rstrip().endswith(".") else ""
    bad = (
        _DEGREE.match(name)
        or not re.search(r"[^\W\d_]{2}", name)
        or len(name) > 60
        or len(name.split()) > 6
        or name.lower() in _NOBODY
        or (_ROLE.search(name) and not (roles and re.search(rf"\b(?:{_ROLES})s?$", name, re.IGNORECASE)))
        or name.startswith(("http", "www."))
    )
    return "" if bad else name
