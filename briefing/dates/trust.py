"""What a clue to the publication date is worth: one table, ranked; and the words that say what a date is the date of.

`TRUST` is the whole policy: the order of its rows is the order of trust. A clue of a kind that is in no row is not used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Trust:
    """One row: the `code` of its evidence and the `kinds` of clue it takes (compared in lower case).
    `shown`: readers of the page see this date. `never`: a date of something else, rejected by its kind."""

    code: str
    kinds: tuple[str, ...]
    shown: bool = False
    never: bool = False


TRUST = (
    Trust("person", ("person:published",)),
    Trust("jsonld", ("jsonld:datepublished",)),
    Trust(
        "meta",
        (
            "meta:article:published_time",
            "meta:og:pubdate",
            "meta:og:published_time",
            "meta:og:article:published_time",
            "meta:article:published",
            "meta:article:publicationdate",
            "meta:article:post_date",
            "meta:article.published",
            "meta:datepublished",
            "meta:date_published",
            "meta:publishdate",
            "meta:publish-date",
            "meta:publish_date",
            "meta:published",
            "meta:published-date",
            "meta:published_time",
            "meta:published_time_telegram",
            "meta:publication_date",
            "meta:publication-date",
            "meta:publicationdate",
            "meta:pubdate",
            "meta:pub_date",
            "meta:parsely-pub-date",
            "meta:sailthru.date",
            "meta:rnews:datepublished",
            "meta:cxenseparse:recs:publishtime",
            "meta:cxenseparse:articlepublicationdate",
            "meta:gentics.article.datum",
            "meta:ptime",
            "meta:shareaholic:article_published_time",
            "meta:lp.article.date",
            "meta:displaydate",
            "meta:release_date",
            "meta:originalpublicationdate",
            "meta:article_date_original",
            "meta:dc.date.issued",
            "meta:dcterms.issued",
            "meta:dcterms.date.issued",
            "meta:dc.date.published",
            "meta:citation_publication_date",
            "meta:citation_online_date",
            "meta:prism.publicationdate",
            "meta:bt:pubdate",
            "meta:dcsext.articlefirstpublished",
            "meta:article:display_date",
        ),
    ),
    Trust("mail", ("mail:date",)),
    Trust("feed", ("feed:published",)),
    Trust("export", ("export:published",)),
    Trust("time", ("microdata:datepublished", "time:published"), shown=True),
    Trust("label", ("line:published",), shown=True),
    Trust("dateline", ("line:dateline",), shown=True),
    Trust("byline", ("line:byline", "line:byline-date"), shown=True),
    Trust("time-element", ("time",), shown=True),
    Trust("line", ("time:after", "line:date"), shown=True),
    Trust(
        "meta-date",
        (
            "meta:date",
            "meta:dc.date",
            "meta:dcterms.date",
            "meta:dcterms.created",
            "meta:dc.date.created",
            "meta:datecreated",
            "meta:created",
            "meta:citation_date",
            "meta:article:created",
            "meta:article:date",
            "meta:og:date",
            "meta:og:regdate",
            "meta:pagedate",
            "meta:dc.created",
            "microdata:datecreated",
            "jsonld:datecreated",
            "jsonld:page:datepublished",
            "state:published",
            "jsonld:page:datecreated",
        ),
    ),
    Trust("url", ("url",)),
    Trust("filename", ("filename",)),
    Trust("forwarded", ("mail:forwarded",)),
    Trust("properties", ("pdf:created", "docx:created"), never=True),  # made when it was printed or typed
    Trust("elsewhere", ("time:elsewhere",), shown=True),
    Trust(
        "modified", ("line:updated", "time:modified", "microdata:datemodified", "feed:updated"), shown=True, never=True
    ),
    Trust(
        "modified",
        (
            "jsonld:datemodified",
            "meta:article:modified_time",
            "meta:og:updated_time",
            "meta:og:modified_time",
            "meta:og:article:modified_time",
            "meta:article:modified",
            "meta:article:updated",
            "meta:datemodified",
            "meta:date_modified",
            "meta:modified",
            "meta:lastmod",
            "meta:last-modified",
            "meta:lastmodified",
            "meta:lastmodifieddate",
            "meta:modificationdate",
            "meta:updated_time",
            "meta:revised",
            "meta:revision_date",
            "meta:dcterms.modified",
            "meta:dc.date.modified",
            "meta:bt:moddate",
            "export:modified",
            "pdf:modified",
            "docx:modified",
        ),
        never=True,
    ),
    Trust("copyright-line", ("line:copyright",), never=True),
    Trust("related", ("line:related", "time:related"), never=True),
    Trust("comment", ("line:comment", "time:comment"), never=True),
    Trust("crawled", ("crawl", "line:crawl", "mail:received"), never=True),
    Trust("today", ("line:today",), never=True),  # a site's banner prints the day it is looked at
)


# Names that a site made up for its meta tags: "first-publish-time", "article_updated".
_MADE_UP = re.compile(r"meta:(?!.*(?:publisher|expir|unpublish|end)).*(?:publi[sc]|pub[-_.]?date|issued|posted)")
_MADE_UP_CHANGE = re.compile(r"meta:.*(?:modif|updat|revis)")


@cache
def rank_of(kind: str) -> int | None:
    """The rank of a kind of clue, 0 most trusted; None for what dates nothing."""
    kind = kind.lower()
    rank = next((rank for rank, row in enumerate(TRUST) if kind in row.kinds), None)
    if rank is None and _MADE_UP_CHANGE.match(kind):
        return rank_of("jsonld:datemodified")
    if rank is None and _MADE_UP.match(kind):
        return rank_of("meta:date")
    return rank


# --------------------------------------------------------------------------- words before a date

# What may stand between such a word and its date: a clock, its zone, a weekday, "on"; and one word more ("last updated by").
_BETWEEN = (
    r"\b(?:[\W\d]|\b(?:[ap]\.?m|h|uhr|gmt|utc|bst|cest?|ist|hkt|sgt|jst|sast|a[ec][ds]t|[ecmp][sd]?t|on|at|am|um|le|el|il|op|den|de|der|"
    r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?)\b)*(?:[^\W\d]+[\W\d]+)?$"
)
_UPDATED = (
    "updated?|modified|edited|corrected|revised|reviewed|changed|aktualisiert|geändert|überarbeitet|stand(?=\\s*:)|mis[e]? à jour|"
    "modifiée?|actualisée?|actualizad[oa]|modificad[oa]|aggiornat[oa]|modificat[oa]|bijgewerkt|gewijzigd|atualizad[oa]|"
    "aktualizacja|zaktualizowan[oa]|aktualizováno|oppdatert|uppdaterad|opdateret|päivitetty|обновлен[оа]?|изменен[оа]?|оновлено"
)
_PUBLISHED = (
    "published|posted|publication date|issued|released|veröffentlicht|erschienen|publiziert|publiée?|paru|mise? en ligne|"
    "publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|opublikowan[oa]|publikováno|publisert|publicerad|udgivet|julkaistu|"
    "опубликован[оа]?|опубліковано"
)
_COPIED = "retrieved|accessed|archived|crawled|downloaded|printed|saved|abgerufen|consultée?"
# Words that say what the date behind them is the date of: the code of its row. They outrank the kind of the line they stand in.
LABELS = (
    ("modified", re.compile(rf"\b(?:{_UPDATED}){_BETWEEN}", re.IGNORECASE)),
    ("crawled", re.compile(rf"\b(?:{_COPIED}){_BETWEEN}", re.IGNORECASE)),
    ("copyright-line", re.compile(r"(?:©|\(c\)|\bcopyright\b|\ball rights reserved\b)[^.]{0,40}$", re.IGNORECASE)),
    ("label", re.compile(rf"\b(?:{_PUBLISHED}){_BETWEEN}", re.IGNORECASE)),
)
_DATE = re.compile(
    rf"\bdate{_BETWEEN}", re.IGNORECASE
)  # says something only where none of these does: "Updated date: ..."


def labelled(row: Trust, before: str) -> Trust:
    """The row of a date by the nearest such word before it in a line that readers see; else its own."""
    if not row.shown:
        return row
    found = [(match.start(), code) for code, label in LABELS for match in list(label.finditer(before))[-1:]]
    code = max(found)[1] if found else "label" if _DATE.search(before) else row.code
    return next(one for one in TRUST if one.code == code)
