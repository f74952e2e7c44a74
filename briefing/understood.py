"""What was understood of each article, and on what evidence: dated articles -> plain rows, a table of words, a briefing.toml.

`briefing sources` prints it; programs read the rows as JSON (the keys are stable).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefing.model import QUOTABLE, Copies, DatedArticle, Evidence

Row = dict[str, Any]


def rows(dated: Sequence[DatedArticle], copies: Sequence[Copies] = ()) -> list[Row]:
    """One row an article, in the order of `dated`. Unknown values are None or empty; days are ISO 8601. `copies` are the
    groups of articles that bear one text."""
    same = {key: [other for other in group.keys if other != key] for group in copies for key in group.keys}
    return [_row(article, same.get(article.article.source.key, [])) for article in dated]


def _row(dated: DatedArticle, same: list[str]) -> Row:
    article, found = dated.article, dated.published
    source = article.source
    return {
        "file": source.key,
        "title": article.title.value if article.title else None,
        "outlet": article.outlet.value if article.outlet else None,
        "authors": [author.value for author in article.authors],
        "published": {
            "day": str(found.day) if found else None,
            "basis": ("person" if found.set_by_person else "stated") if found else None,
            "evidence": _evidence(found.evidence) if found else None,
            "agreeing": [_evidence(one) for one in found.agreeing] if found else [],
            "others": [_evidence(one) for one in found.others] if found else [],
            "rejected": [_evidence(one) for one in dated.annotated.rejected],
            "not_before": str(dated.not_before) if dated.not_before else None,
        },
        "language": article.language or None,
        "url": source.url,
        "format": source.media_type,
        "paragraphs": sum(block.kind in QUOTABLE for block in article.blocks),
        "left_out": sum(block.kind not in QUOTABLE for block in article.blocks),
        "same_text_as": same,
    }


def _evidence(one: Evidence) -> Row:
    return {"code": one.code, "day": str(one.day) if one.day else None, "quote": one.quote, "where": one.where}


def as_settings(found: Sequence[Row]) -> Iterator[str]:
    """The lines of a briefing.toml that says what is known, and leaves what is missing to be filled in, as comments."""
    yield "# What was understood, article by article. Fill in or correct a line and remove its #; what you set wins,"
    yield '# and the note says that you did. A pattern such as "2022/*.txt" speaks of many files.'
    for row in found:
        published = row["published"]
        yield ""
        yield f"[articles.{_quoted(row['file'])}]"
        if published["day"]:
            yield f"# published = {published['day']}  # {_said(published['evidence'])}"
        elif published["not_before"]:
            yield f"# published =  # not stated; not before {published['not_before']}"
        else:
            yield "# published =  # not stated"
        for key, value in (("title", row["title"]), ("outlet", row["outlet"])):
            yield f"# {key} = {_quoted(value)}" if value else f"# {key} =  # not known"
        names = ", ".join(_quoted(name) for name in row["authors"])
        yield f"# author = [{names}]" if names else "# author =  # not known"


def _said(evidence: Row) -> str:
    return " ".join(f"{evidence['where']}: {evidence['quote']}".split())[:100]


_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def _quoted(value: str) -> str:
    """A TOML basic string."""
    return (
        '"'
        + "".join(
            _ESCAPES.get(c, c if c.isprintable() else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}")
            for c in value
        )
        + '"'
    )
