"""What a page says about itself outside of its text: JSON-LD, meta tags, microdata, links. Clues only, nothing judged."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml import etree

from briefing.model import Clue, Finding
from briefing.sources.page.dom import MAX_DEPTH

_ARTICLE_TYPES = re.compile(
    r"(?:Article|BlogPosting|Report|Posting|Review|Recipe|CreativeWork|Chapter|AnalysisNewsArticle|OpinionNewsArticle)$"
)
_PAGE_TYPES = frozenset(
    {"WebPage", "ItemPage", "AboutPage", "QAPage", "FAQPage", "CollectionPage", "VideoObject", "Event"}
)
_NEVER_BELOW = frozenset(
    "comment comments review reviews itemListElement hasPart liveBlogUpdate isPartOf publisher author image breadcrumb "
    "mentions about suggestedAnswer potentialAction".split()
)
_MAX_JSON = 2_000_000
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_CONTROL = re.compile(r"[\x00-\x1f]+")

TITLE_META = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "headline",
)
AUTHOR_META = (
    "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "dc.creator.name", "byl", "byline", "parsely-author",
    "sailthru.author", "citation_author", "article.author", "cxenseparse:author", "og:article:author", "authors", "creator",
)  # fmt: skip
OUTLET_META = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "publisher",
    "citation_journal_title",
    "twitter:app:name:iphone",
)
# Names of meta tags that hold a date; which of them counts is said by the table of trust.
_DATE_NAME = re.compile(r"date|time|publish|issued|created|modified|revised|updated|lastmod", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """`titles`, `authors`, `outlets`: (basis, value) in order of trust. `body`: the article's paragraphs where JSON-LD holds them."""

    titles: list[tuple[str, str]] = field(default_factory=list)
    authors: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    outlets: list[tuple[str, str]] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)
    description: str = ""
    body: tuple[str, ...] = ()
    language: str = ""
    url: str | None = None


def read_head(root: etree._Element) -> Head:
    """What the page's head, its JSON-LD and its microdata say."""
    head = Head()
    _read_address(root, head)
    _read_json(root, head)
    _read_meta(root, head)
    _read_microdata(root, head)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if re.fullmatch(r"[A-Za-z]{2}(?:[-_].*)?", language):
        head.language = language[:2].lower()
    return head


# --------------------------------------------------------------------------- address


def _read_address(root: etree._Element, head: Head) -> None:
    candidates = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    candidates += [m.get("content") for m in root.iter("meta") if (m.get("property") or "").lower() == "og:url"]
    before = root.itersiblings(etree.Comment, preceding=True)
    candidates += [m[1] for comment in before if (m := _SAVED_FROM.search(comment.text or ""))]
    for address in candidates:
        if address and re.match(r"https?://", address.strip()):
            address = address.strip()
            head.url = head.url or address
            clue = Clue("url", address, "address")
            if clue not in head.clues:
                head.clues.append(clue)


# --------------------------------------------------------------------------- JSON-LD


def _read_json(root: etree._Element, head: Head) -> None:
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) < _MAX_JSON:
            nodes += _nodes(_load(script.text))
    articles = [node for node in nodes if _is(node, _ARTICLE_TYPES)]
    chosen = _this_article(articles, head.url)
    if chosen is not None:
        _take_article(chosen, nodes, head)
    for node in nodes:
        if node is not chosen and _types(node) & _PAGE_TYPES:
            _take_dates(node, "jsonld:page:", head)
            if not head.authors and (names := tuple(_people(node.get("author"), nodes))):
                head.authors.append(("jsonld", names))
        name = node.get("name")
        if isinstance(name, str) and _types(node) & {"WebSite", "NewsMediaOrganization"}:
            head.outlets.append(("jsonld", plain(name)))


def _load(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    text = re.sub(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$", "", text)
    for attempt in (text, _CONTROL.sub(" ", text), _TRAILING_COMMA.sub(r"\1", _CONTROL.sub(" ", text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of JSON-LD that stands for itself, outermost first; not those inside of comments, lists, publishers."""
    stack, seen = [data], 0
    while stack and seen < 5000:
        item = stack.pop()
        seen += 1
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict):
            if item.get("@type"):
                yield item
            stack.extend(v for k, v in reversed(item.items()) if k not in _NEVER_BELOW and isinstance(v, (dict, list)))


def _types(node: dict[str, Any]) -> set[str]:
    kind = node.get("@type")
    return {str(k).rpartition("/")[2] for k in (kind if isinstance(kind, list) else [kind]) if k}


def _is(node: dict[str, Any], types: re.Pattern[str]) -> bool:
    return any(types.search(kind) for kind in _types(node))


def _this_article(articles: list[dict[str, Any]], url: str | None) -> dict[str, Any] | None:
    """Of several articles the one of this page's address, else the first that is dated."""
    for node in articles:
        addresses = (node.get("url"), node.get("@id"), node.get("mainEntityOfPage"))
        if url and any(_same_address(a.get("@id") if isinstance(a, dict) else a, url) for a in addresses):
            return node
    return next((node for node in articles if node.get("datePublished")), articles[0] if articles else None)


def _same_address(one: Any, other: str) -> bool:
    def bare(address: str) -> str:
        return re.sub(r"^https?://(?:www\.)?|[#?].*$", "", address).rstrip("/")

    return isinstance(one, str) and bare(one) == bare(other)


def _take_article(node: dict[str, Any], nodes: list[dict[str, Any]], head: Head) -> None:
    for key in ("headline", "name", "alternativeHeadline"):
        if isinstance(title := node.get(key), str) and title.strip():
            head.titles.append(("jsonld", plain(title)))
            break
    if people := tuple(_people(node.get("author") or node.get("creator"), nodes)):
        head.authors.append(("jsonld", people))
    for name in _people(node.get("publisher"), nodes):
        head.outlets.append(("jsonld", name))
    if isinstance(body := node.get("articleBody"), str) and len(body) > 400:
        head.body = tuple(text for line in re.split(r"\n+|</p>", body) if (text := plain(line)))
    _take_dates(node, "jsonld:", head)


def _take_dates(node: dict[str, Any], prefix: str, head: Head) -> None:
    for key in ("datePublished", "dateModified", "dateCreated", "uploadDate"):
        value = node.get(key)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, (str, int)) and str(value).strip():
            head.clues.append(Clue(f"{prefix}{key}", str(value).strip(), f"JSON-LD {key}"))


def _people(value: Any, nodes: list[dict[str, Any]], depth: int = 0) -> Iterator[str]:
    """Names in an author or publisher entry: text, an object, a reference to one, or a list of these."""
    if depth > 3:
        return
    if isinstance(value, str):
        if not value.startswith(("http:", "https:", "/", "#")):
            yield plain(value)
    elif isinstance(value, list):
        for item in value[:50]:
            yield from _people(item, nodes, depth + 1)
    elif isinstance(value, dict):
        name = value.get("name")
        if not name and (key := value.get("@id")):
            name = next((node.get("name") for node in nodes if node.get("@id") == key and node.get("name")), None)
        if isinstance(name, (str, list)):
            yield from _people(name, nodes, depth + 1)


# --------------------------------------------------------------------------- meta tags and microdata


def _read_meta(root: etree._Element, head: Head) -> None:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = (meta.get("content") or "").strip()
        for key in ("name", "property", "itemprop", "http-equiv"):
            if content and (name := (meta.get(key) or "").strip().lower()) and len(content) < 5000:
                found.setdefault(name, []).append(content)
    for name, values in found.items():
        if _DATE_NAME.search(name) and len(values[0]) < 80:
            head.clues.append(Clue(f"meta:{name}", values[0], f"meta {name}"))
    for name in TITLE_META:
        head.titles += [("meta", plain(value)) for value in found.get(name, [])[:1]]
    for name in AUTHOR_META:
        if people := tuple(plain(v) for v in found.get(name, []) if not re.match(r"https?:|@|//", v)):
            head.authors.append(("meta", people))
    for name in OUTLET_META:
        head.outlets += [("meta", plain(value)) for value in found.get(name, [])[:1]]
    head.description = plain(
        next((found[n][0] for n in ("og:description", "description", "twitter:description") if n in found), "")
    )
    title = root.find(".//title")
    if title is not None and title.text and title.text.strip():
        head.titles.append(("title-element", plain(title.text)))


# RDFa names of the day, as Drupal and others write them in the article itself: property="dc:date dc:created".
_RDFA = {"datePublished": ("datePublished", "issued", "created"), "dateModified": ("dateModified", "modified")}


def _read_microdata(root: etree._Element, head: Head) -> None:
    for prop in ("datePublished", "dateModified", "dateCreated"):
        for element in islice(root.iterfind(f".//*[@itemprop='{prop}']"), 200):
            _take_marked(element, f"microdata:{prop}", f"microdata {prop}", head)
    for element in islice(root.iterfind(".//body//*[@property]"), 500):
        said = {word.rpartition(":")[2] for word in (element.get("property") or "").split()}
        for prop, names in _RDFA.items():
            if said & set(names):
                _take_marked(element, f"microdata:{prop}", f"property {prop}", head)


def _take_marked(element: etree._Element, kind: str, where: str, head: Head) -> None:
    value = element.get("content") or element.get("datetime") or element.get("title") or " ".join(element.itertext())
    if value.strip() and len(value) < 100 and _outermost(element):
        head.clues.append(Clue(kind, value.strip(), where))


def _outermost(element: etree._Element) -> bool:
    """Whether a property belongs to the page's article, not to a comment or a teaser: those are items within, or of, a list."""
    boxes = list(islice(element.iterancestors(), MAX_DEPTH))
    kinds = " ".join(box.get("itemtype") or "" for box in boxes if box.get("itemscope") is not None)
    if any(re.search(r"\bcomments?\b", f"{box.get('class')} {box.get('id')}") for box in boxes if box.tag != "body"):
        return False
    return "Comment" not in kinds and "ItemList" not in kinds and "UserComments" not in kinds


def plain(text: str) -> str:
    """Text of a value that may hold entities or tags, white space folded."""
    if "&" in text:
        import html

        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"<[^<>]{0,500}>", " ", text)
    return " ".join(text.split())


def finding(basis: str, value: str, others: tuple[str, ...] = ()) -> Finding:
    return Finding(value, basis, value, others)
