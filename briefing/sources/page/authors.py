"""Who wrote a page: JSON-LD, then what readers see near the headline, then meta tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from urllib.parse import urlsplit

from lxml import etree

from briefing.model import BlockKind, Finding
from briefing.sources.page.about import key, near_headline
from briefing.sources.page.body import Judged
from briefing.sources.page.bylines import BY_LINE, ONLY_BY, PLAIN_NAME, people
from briefing.sources.page.dom import MAX_DEPTH
from briefing.sources.page.dom import names as called
from briefing.sources.page.head import Head
from briefing.sources.page.naming import kind_by_name
from briefing.sources.page.state import author_in_state

# Agencies that stand behind a name in a byline: who wrote it for which agency, one author.
_AGENCIES = frozenset("associatedpress theassociatedpress ap reuters afp agencefrancepresse pamedia upi".split())
_PROFILE = re.compile(
    r"/(?:authors?|profiles?|people|staff|contributors?|by|writers?|newsteam|columnists?|journalists?|reporters?|bios?|team|user)/",
    re.IGNORECASE,
)


_Said = tuple[str, tuple[str, ...]]  # the ground, and the names

MAX_MARKED = 200  # elements marked as author that are looked at: a page names its author among the first
_MOST_AUTHORS = 8  # a longer list is the paper's staff
_GROUPS = 6  # groups of marked elements that are compared


def find_authors(root: etree._Element, head: Head, judged: Sequence[Judged]) -> tuple[Finding, ...]:
    """The authors as the page names them, each with the ground it rests on; none where it names nobody."""
    shown = " ".join(one.piece.text for one in near_headline(judged)).lower()
    groups = list(islice(_marked(root), _GROUPS))
    marked = [("author-element", names) for texts in groups if (names := people(texts))]
    meta = [("meta", names) for basis, values in head.authors if basis == "meta" and (names := people(values))]
    said = [(basis, names) for basis, values in head.authors if basis == "jsonld" and (names := people(values))]
    said += marked[:1]
    said += [("byline", names) for text in _by_lines(judged) if (names := people((text,)))][:1]
    said = _agreed(_shown_beats_data(said, meta), meta)
    said += meta
    said += [("byline", names) for text in _profile_links(root, judged) if (names := people((text,)))][:1]
    said += [("byline", names) for text in _signed(judged) if not said and (names := people((text,)))][:1]
    if not said and (names := people(author_in_state(root).split("|"))):
        said.append(("script", names))
    said += [(basis, names) for basis, values in head.authors if not said and (names := people(values, roles=True))][:1]
    said = [(basis, _in_full(names, said)) for basis, names in said]
    said = _without_outlets(said, head)
    for basis, names in said[:1]:
        whole = _all_of_them(names, [more for _, more in (*said, *_without_outlets(marked, head))], shown)
        others = tuple(dict.fromkeys(n for _, more in said for n in more if n not in whole))
        return tuple(Finding(name, basis, name, others) for name in whole)
    return ()


def _shown_beats_data(said: list[_Said], meta: Sequence[_Said]) -> list[_Said]:
    """A byline that readers see, marked as author and saying "By", goes before a JSON-LD that has not one word of it:
    there it names who entered the article."""
    data = [names for basis, names in said if basis == "jsonld"]
    seen = [names for basis, names in said if basis != "jsonld"]
    if not data or len(seen) < 2 or seen[0] != seen[1] or any(names == data[0] for _, names in meta):
        return said
    if {word for name in data[0] for word in name.lower().split()} & {w for n in seen[0] for w in n.lower().split()}:
        return said
    return [pair for pair in said if pair[0] != "jsonld"] + [pair for pair in said if pair[0] == "jsonld"]


def _all_of_them(names: tuple[str, ...], others: Sequence[tuple[str, ...]], shown: str) -> tuple[str, ...]:
    """The names, or a longer list that holds them all, where each further name is shown by the headline, or given twice."""
    have = {key(name) for name in names}
    for more in others:
        further = [name for name in more if key(name) not in have]
        if not further or len(more) > _MOST_AUTHORS or not have < {key(name) for name in more}:
            continue
        if not all(PLAIN_NAME.fullmatch(name) for name in further):  # "PTI, Washington": a place
            continue
        if all(name.lower() in shown or sum(name in other for other in others) > 1 for name in further):
            return more
    return names


def _without_outlets(said: list[_Said], head: Head) -> list[_Said]:
    """The same without the outlet's own name, before and behind people's; what names nothing else goes last."""
    host = (urlsplit(head.url or "").hostname or "").removeprefix("www.")
    outlets = {key(name) for _, name in head.outlets} | {key(part) for part in (host, *host.split("."))} | _AGENCIES

    def is_outlet(name: str) -> bool:
        return key(name) in outlets or any(
            key(name).startswith(key(outlet)) for _, outlet in head.outlets if len(key(outlet)) > 2
        )

    def bare(name: str) -> str:
        for _, outlet in head.outlets:
            if len(outlet) > 2 and name.lower().endswith(f" {outlet.lower()}") and " " in name[: -len(outlet)].strip():
                return name[: -len(outlet)].strip()
        return name

    bared = [(basis, tuple(dict.fromkeys(map(bare, names)))) for basis, names in said]
    named = [(basis, kept) for basis, names in bared if (kept := tuple(n for n in names if not is_outlet(n)))]
    return named or bared


def _in_full(names: tuple[str, ...], said: Sequence[_Said]) -> tuple[str, ...]:
    """A first name alone, with the family name that another place of the page gives it."""
    if len(names) == 1 and " " not in names[0]:
        fuller = [more[0] for _, more in said if len(more) == 1 and more[0].startswith(f"{names[0]} ")]
        return (fuller[0],) if fuller else names
    return names


def _agreed(said: list[_Said], meta: Sequence[_Said]) -> list[_Said]:
    """JSON-LD stands behind what meta tags and the readers' page say alike."""
    told = [names for _, names in meta]
    if said and said[0][0] == "jsonld" and (alike := [pair for pair in said[1:] if pair[1] in told]):
        return [alike[0], *(pair for pair in said if pair is not alike[0])]
    return said


# --------------------------------------------------------------------------- what readers see


def _marked(root: etree._Element) -> Iterator[tuple[str, ...]]:
    """Texts of elements that are marked as author, surest mark first; those of comments and teasers left out."""
    marks = (
        "//*[contains(@itemprop, 'author')]//*[@itemprop='name']",
        "//*[contains(concat(' ', @rel, ' '), ' author ')]",
        "//*[contains(@itemprop, 'author')]",
        *(f"//*[contains(@{key}, '{word}')]" for key in ("class", "data-testid") for word in ("uthor", "yline")),
    )
    called_so = " or ".join(f"contains(@class, '{word}')" for word in _FAINT)
    faint = ("//*[contains(@class, 'vcard')]//*[contains(@class, 'fn')]", f"//*[{called_so}]")
    found = False
    for mark in (*marks, *faint):
        if found and mark in faint:
            return
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
            found = True
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
    mark = any(word.startswith(_MARKS) for word in words) or {"posted", "by"} <= set(words) or "fn" in words
    return mark and not {"bio", "description", "box", "biography", "about"} & set(words)


_FAINT = ("riter", "ontributor", "eporter", "ournalist", "osted")  # in classes, whatever their first letter's case
_MARKS = ("author", "byline", "writer", "contributor", "reporter", "journalist")
_NO_ARTICLE = re.compile(r"(?:Image|Video|Audio|Comment|Review|ItemList)")  # items that have authors of their own


def _elsewhere(element: etree._Element) -> bool:
    """Whether an element stands in a comment, a teaser, or with a picture."""
    whole = False  # within the article's own box only comments are somebody else's
    for box in islice(chain((element,), element.iterancestors()), MAX_DEPTH):
        if not isinstance(box.tag, str) or (not whole and box.tag in {"aside", "nav", "figure", "figcaption"}):
            return True
        if _NO_ARTICLE.search(box.get("itemtype") or ""):
            return True
        if box.tag in {"body", "html"}:
            return False
        found = kind_by_name(called(box))
        if found is not None and (found.kind is BlockKind.COMMENT or (found.kind is BlockKind.RELATED and not whole)):
            return True
        whole = whole or box.tag in {"article", "main"}
    return False


def _by_lines(judged: Sequence[Judged]) -> Iterator[str]:
    """Lines near the headline that begin with "By", or name somebody after it; "By" alone counts with the next line."""
    near = [one.piece.text for one in near_headline(judged)]
    for number, text in enumerate(near):
        if len(text) > 160:
            continue
        if ONLY_BY.match(text) and number + 1 < len(near):
            yield near[number + 1]
        elif match := BY_LINE.search(text):
            yield text[match.end() :]


def _signed(judged: Sequence[Judged]) -> Iterator[str]:
    """Lines right behind the article that say who wrote it: "Written by Ann Lee", "About the author: Ann Lee"."""
    last = max(
        (n for n, one in enumerate(judged) if one.kind is BlockKind.BODY and not one.reason), default=len(judged)
    )
    for one in judged[last + 1 : last + 1 + _AFTER]:
        if len(one.piece.text) < 80 and one.kind not in _OTHERS and (match := _SIGNED.match(one.piece.text)):
            name = match["name"].strip()
            if PLAIN_NAME.fullmatch(name):
                yield name


_AFTER = 8  # pieces behind the last paragraph
_OTHERS = frozenset({BlockKind.RELATED, BlockKind.COMMENT, BlockKind.CAPTION})
_SIGNED = re.compile(
    r"(?:(?:written|posted|reported|story|article|published)\s+by|about\s+the\s+author)\W+"
    r"(?P<name>[^\n|•·,(]{4,40}?)(?=\s*(?:$|[\n|•·,(.]|\s(?:on|at)\b))",
    re.IGNORECASE,
)


def _profile_links(root: etree._Element, judged: Sequence[Judged]) -> Iterator[str]:
    """The text of a link to somebody's page, near the headline, that looks like a name: words that all begin large."""
    near = {one.piece.text for one in near_headline(judged)}
    for link in root.iter("a"):
        if not _PROFILE.search(link.get("href") or ""):
            continue
        text = " ".join(" ".join(link.itertext()).split())
        if len(text) < 50 and PLAIN_NAME.fullmatch(text) and any(text in line for line in near):
            yield text
