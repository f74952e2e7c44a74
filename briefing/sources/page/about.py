"""The title of a page, from its head and its judged pieces; and which pieces stand about its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import BlockKind, Finding
from briefing.sources.page.body import Judged
from briefing.sources.page.head import Head

# --------------------------------------------------------------------------- title


def find_title(head: Head, judged: Sequence[Judged]) -> Finding | None:
    """The headline that readers see; else what the head says, without the site's name at its end."""
    said = [(basis, _without_site(title, head) if basis == "title-element" else title) for basis, title in head.titles]
    others = tuple(dict.fromkeys(title for _, title in said))
    shown = next((one.piece.text for one in judged if one.reason == "title"), None)
    if shown:
        shown = " ".join(shown.split())
        return Finding(shown, "headline", shown, tuple(o for o in others if o != shown))
    for basis, title in said:
        if title:
            return Finding(title, basis, title, tuple(o for o in others if o != title))
    return None


TAIL = re.compile(r"\s+(?:[|–—•·»:]|-{1,2})\s+|\s*[|»]\s*")


def _without_site(title: str, head: Head) -> str:
    """A title element without the outlet's name: the tail, or the front, that another clue gives as the outlet; or a short
    tail of no more than four words."""
    cuts = list(TAIL.finditer(title))
    if not cuts:
        return title
    names = {key(name) for _, name in head.outlets}
    if key(title[: cuts[0].start()]) in names:
        return title[cuts[0].end() :]
    front, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
    if key(tail) in names or (len(tail.split()) <= 4 < len(front.split())):
        return front
    return title


def key(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


_NOT_ABOUT = frozenset({BlockKind.RELATED, BlockKind.COMMENT, BlockKind.CAPTION})


def near_headline(judged: Sequence[Judged]) -> list[Judged]:
    """The short pieces about the headline: from eight before it to where the paragraphs of the body begin."""
    title = next((i for i, one in enumerate(judged) if one.reason == "title"), None)
    text = [i for i, one in enumerate(judged) if one.kind is BlockKind.BODY and not one.reason and i > (title or 0)]
    # One paragraph alone, with byline and date below it, is a summary that is not called so.
    alone = len(text) > 1 and text[1] > text[0] + 1
    body = text[1] if alone else text[0] if text else len(judged)
    start = max(0, (title if title is not None else body) - 8)
    near = judged[start : min(body, start + 40)]
    return [one for one in near if one.kind not in _NOT_ABOUT and one.reason != "title" and not _is_paragraph(one)]


def _is_paragraph(one: Judged) -> bool:
    return one.kind is BlockKind.BODY and len(one.piece.text) > 160
