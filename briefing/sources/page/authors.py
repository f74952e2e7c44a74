"""Who wrote a page: JSON-LD, then what readers see near the headline, then meta tags; and names out of a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from briefing.model import BlockKind, Finding
from briefing.sources.page.about import key, near_headline
from briefing.sources.page.body import Judged
from briefing.sources.page.dom import MAX_DEPTH
from briefing.sources.page.dom import names as called
from briefing.sources.page.head import Head
from briefing.sources.page.naming import kind_by_name

_BY = re.compile(r"(?:^|[\s|·•—–])(?i:by|words|text|author|von|par|por|door)\b\s*:?\s+(?=\S)|^By(?=[A-Z])")
_ONLY_BY = re.compile(r"^\W*(?:[^\W\d_]+\s+)?(?:by|von|par|por|door)\W*$", re.IGNORECASE)
_AND = r"\s+(?:and|&|und|et|y)\s+"
_SPLIT = re.compile(r"\s*(?:,\s+(?:and|&)\s+|;|\s\|\s|\s/\s|,)\s*")
_DEGREE = re.compile(
    r"^(?:ph\.?\s?d|m\.?\s?d|m\.?\s?a|b\.?\s?a|m\.?\s?s|m\.?sc|rn|r\.?d|esq|mph|mba|dds|do|jd|cscs|ldn|cpa|np|dvm|cfa|mbbs)\.?$",
    re.IGNORECASE,
)
# Where the names in a byline end: a date, a rule, an address, a role.
_CUT = re.compile(
    r"(?:\s+(?:[|•·–—»]|-)(?:\s|$)|\s*[|•·]|\s*\(|\s+(?:on|at|in|for|from|to|with|updated|published|posted|last)\b\s|\s*@|\s+\d|\n"
    r"|,?\s*\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,"
    r"|,?\s*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d"
    r"|,\s+(?:[\w’'&.-]+\s+){0,4}(?:staff|writer|reporter|correspondent|editor|contributor|columnist|producer|journalist)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|contributor|columnist|producer|photographer|journalist|follow|email|twitter|"
    r"view all|posts|more|about|contact|share|comments?|read|ago|updated|published|posted|subscribe|sign|click|author|profile)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "editor",
        "editors",
        "webmaster",
        "author",
        "by",
        "unknown",
        "anonymous",
        "guest",
        "user",
        "no author",
        "none",
        "null",
        "undefined",
        "site admin",
        "super user",
        "default",
        "wpadmin",
        "root",
    ]
)
# Agencies that stand behind a name in a byline: who wrote it for which agency, one author.
_AGENCIES = frozenset("associatedpress theassociatedpress ap reuters afp agencefrancepresse pamedia upi".split())
_PROFILE = re.compile(
    r"/(?:authors?|profiles?|people|staff|contributors?|by|writers?|newsteam|columnists?|journalists?|reporters?|bios?|team|user)/",
    re.IGNORECASE,
)


_Said = tuple[str, tuple[str, ...]]  # the ground, and the names

MAX_MARKED = 200  # elements marked as author that are looked at: a page names its author among the first


def find_authors(root: etree._Element, head: Head, judged: Sequence[Judged]) -> tuple[Finding, ...]:
    """The authors as the page names them, each with the ground it rests on; none where it names nobody."""
    said = [(basis, names) for basis, values in head.authors if basis == "jsonld" and (names := people(values))]
    said += [("author-element", names) for texts in _marked(root) if (names := people(texts))][:1]
    said += [("byline", names) for text in _by_lines(judged) if (names := people((text,)))][:1]
    said = _agreed(said, [people(values) for basis, values in head.authors if basis == "meta"])
    said += [(basis, names) for basis, values in head.authors if basis != "jsonld" and (names := people(values))]
    said += [("byline", names) for text in _profile_links(root, judged) if (names := people((text,)))][:1]
    said = [(basis, _in_full(names, said)) for basis, names in said]
    host = urlsplit(head.url or "").hostname or ""
    outlets = {key(name) for _, name in head.outlets} | {key(part) for part in host.split(".")} | _AGENCIES
    said = [(basis, tuple(n for n in names if key(n) not in outlets) or names) for basis, names in said]
    named = [pair for pair in said if not all(key(name) in outlets for name in pair[1])]
    for basis, names in named[:1] or said[:1]:
        others = tuple(dict.fromkeys(n for _, more in said for n in more if n not in names))
        return tuple(Finding(name, basis, name, others) for name in names)
    return ()


def _in_full(names: tuple[str, ...], said: Sequence[_Said]) -> tuple[str, ...]:
    """A first name alone, with the family name that another place of the page gives it."""
    if len(names) == 1 and " " not in names[0]:
        fuller = [more[0] for _, more in said if len(more) == 1 and more[0].startswith(f"{names[0]} ")]
        return (fuller[0],) if fuller else names
    return names


def _agreed(said: list[_Said], meta: list[tuple[str, ...]]) -> list[_Said]:
    """JSON-LD stands behind what meta tags and the readers' page say alike."""
    if said and said[0][0] == "jsonld" and (alike := [pair for pair in said[1:] if pair[1] in meta]):
        return [alike[0], *(pair for pair in said if pair is not alike[0])]
    return said


def people(values: Sequence[str]) -> tuple[str, ...]:
    """The names in author values: "By Ann Lee and Bo Ek, Staff Writers" -> Ann Lee, Bo Ek."""
    found: list[str] = []
    for value in values:
        value = _first_line(value)
        if match := _BY.search(value):
            value = value[match.end() :]
        value = _CUT.sub("", value)
        for part in _SPLIT.split(value):
            found += [name for one in _both(part) if (name := _name(one))]
    return tuple(dict.fromkeys(found))


def _first_line(value: str) -> str:
    """The line that names people: what stands below is their role. A lone "By" and an "and" go on in the next line."""
    lines = [" ".join(line.split()) for line in value.split("\n") if line.strip()]
    lines = lines[1:] if lines and _ONLY_BY.match(lines[0]) else lines
    found = lines[0] if lines else ""
    for line in lines[1:]:
        if not re.search(r"(?:,|\band|&)$", found) and not re.match(r"(?:,|and\b|&)", line):
            break
        found = f"{found} {line}"
    return found


def _both(part: str) -> list[str]:
    """ "Ann Lee and Bo Ek" is two names, "Staff and news service reports" none that could be cut in two."""
    sides = re.split(_AND, part)
    return sides if all(re.match(r"[^\W\d_a-z]", side) for side in sides) else [part]


def _name(text: str) -> str:
    """A name without what hangs on it, "" where there is none."""
    name = _BY.sub(" ", text).strip(' \t.,;:-–—|•·*"“”')
    name += "." if re.search(r"\b(?:Jr|Sr|[A-Z])$", name) and text.rstrip().endswith(".") else ""
    bad = (
        _DEGREE.match(name)
        or not re.search(r"[^\W\d_]{2}", name)
        or len(name) > 60
        or len(name.split()) > 6
        or name.lower() in _NOBODY
        or _ROLE.search(name)
        or name.startswith(("http", "www."))
    )
    return "" if bad else name


# --------------------------------------------------------------------------- what readers see


def _marked(root: etree._Element) -> Iterator[tuple[str, ...]]:
    """Texts of elements that are marked as author, surest mark first; those of comments and teasers left out."""
    marks = (
        "//*[contains(@itemprop, 'author')]//*[@itemprop='name']",
        "//*[contains(concat(' ', @rel, ' '), ' author ')]",
        "//*[contains(@itemprop, 'author')]",
        *(f"//*[contains(@{key}, '{word}')]" for key in ("class", "data-testid") for word in ("uthor", "yline")),
    )
    for mark in marks:
        group: list[str] = []
        home = None
        for element in root.xpath(mark)[:MAX_MARKED]:
            if (
                not isinstance(element.tag, str)
                or element.tag in {"script", "style", "link", "meta", "body", "html"}
                or _elsewhere(element)
            ):
                continue
            if "itemprop" not in mark and "rel" not in mark and not _called_author(element):
                continue
            text = _lines_of(element)
            if not 1 < len(text) < 120:
                continue
            near = element.getparent().getparent() if element.getparent() is not None else None
            if group and near is not home:
                break
            home = near
            group.append(text)
        if group:
            yield tuple(group)


def _lines_of(element: etree._Element) -> str:
    """The element's text; what the page breaks into lines stays in lines."""
    parts = []
    for part in element.iter():
        if part.tag in {"br", "p", "div", "li", "h2", "h3", "h4"}:
            parts.append("\n")
        parts.append(part.text or "" if isinstance(part.tag, str) and part.tag not in {"script", "style"} else "")
        if part is not element:
            parts.append(part.tail or "")
    lines = (" ".join(line.split()) for line in re.sub(r"[ \t\r]*\n(?!\n)", "\n", "".join(parts)).split("\n"))
    return "\n".join(line for line in lines if line)


def _called_author(element: etree._Element) -> bool:
    words = called(element).split()
    mark = any(word.startswith(("author", "byline")) or word == "contributor" for word in words)
    return mark and not {"bio", "description", "box", "biography", "about"} & set(words)


def _elsewhere(element: etree._Element) -> bool:
    """Whether an element stands in a comment or a teaser."""
    for box in islice(element.iterancestors(), MAX_DEPTH):
        if box.tag in {"aside", "nav"} or not isinstance(box.tag, str):
            return True
        if box.tag in {"body", "html", "article", "main"}:
            return False
        found = kind_by_name(called(box))
        if found is not None and found.kind in {BlockKind.COMMENT, BlockKind.RELATED}:
            return True
    return False


def _by_lines(judged: Sequence[Judged]) -> Iterator[str]:
    """Lines near the headline that begin with "By", or name somebody after it; "By" alone counts with the next line."""
    near = [one.piece.text for one in near_headline(judged)]
    for number, text in enumerate(near):
        if len(text) > 160:
            continue
        if _ONLY_BY.match(text) and number + 1 < len(near):
            yield near[number + 1]
        elif match := re.search(
            r"(?:^|\b(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported|\d{4}|\d\s?[ap]m|[|·•—–-])\s+)[Bb][Yy]:?\s+(?=[^\W_])",
            text,
        ):
            yield text[match.end() :]


def _profile_links(root: etree._Element, judged: Sequence[Judged]) -> Iterator[str]:
    """The text of a link to somebody's page, near the headline."""
    near = {one.piece.text for one in near_headline(judged)}
    for link in root.iter("a"):
        text = " ".join(" ".join(link.itertext()).split())
        if 3 < len(text) < 50 and _PROFILE.search(link.get("href") or "") and any(text in line for line in near):
            yield text
