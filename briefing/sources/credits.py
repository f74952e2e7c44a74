"""Who wrote it and where it appeared, from the lines of the page: byline, title's tail, copyright line, labelled lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Finding
from briefing.sources.datelike import FULL_DATE
from briefing.sources.furniture import COPYRIGHT
from briefing.sources.lines import Line

_TAIL = re.compile(r"^(?P<title>.{15,}?\S)\s*(?:\s[|–—·»•-]\s|\||[-–—](?=[A-Z]))\s*(?P<tail>[^|–—»•]{2,40})$")
# A tail that says what it is; any other is believed only when the page names it elsewhere.
_OUTLET_WORD = re.compile(
    r"\b(?:news|times|post|herald|daily|journal|tribune|guardian|telegraph|gazette|chronicle|observer|standard|mail|press"
    r"|magazine|review|weekly|today|mirror|express|independent|courier|globe|sun|star|bulletin|dispatch|record|register|reporter"
    r"|network|media|radio|tv|television|channel|agency|wire|online|insider|bbc|cnn|npr|nbc|cbs|abc|reuters|bloomberg|afp|ap|dw|rt"
    r"|blog|monitor|world|voice|politico|axios|\w+\.(?:com|org|net|co|info|news|tv|eu))\b",
    re.IGNORECASE,
)
# A line of its own near the headline that can be nothing but a paper's name.
_PAPER_WORD = re.compile(
    r"Times|Post|Herald|Tribune|Guardian|Telegraph|Gazette|Chronicle|Observer|Courier|Examiner|Inquirer|Sentinel|Ledger|Journal|Dispatch|Bulletin"
    r"|Mirror|Argus|Advertiser|Echo|Star|Sun|Globe|Mail|Express|Independent|Standard|Register|Record|Reporter|Review|Press|Daily|Weekly"
    r"|News Agency|Newspaper|Magazine|BBC News|CNN|Reuters|AFP|Associated Press|Bloomberg|Al Jazeera"
)
_PAPER = re.compile(
    rf"(?:[A-Z][\w.'’&-]*\s+){{0,3}}(?:{_PAPER_WORD.pattern})(?:\s+(?:News|Online|Daily|Agency|Weekly|Media))?"
)
_AGENCY = re.compile(r"\((?P<agency>[A-Z][\w ./]{1,24})\)\s*[-–—]+$")
# Signs and years before the holder's name, and what ends the name.
_MARK = re.compile(
    r"(?:[\s,]*(?:©|\(c\)|copyright\b|(?:19|20)\d\d(?:\s?[-–,]\s?(?:(?:19|20)\d\d|\d\d\b|present\b))*|\bby\b))+[\s,:–-]*",
    re.IGNORECASE,
)
_HOLDER_ENDS = re.compile(
    r"\s[-–—|•·]\s|\s{2,}|[|;•,]|\.(?!\w)|\b(?:all rights|is an?|unless|and/or|Inc\b|LLC|Ltd|Limited|GmbH|plc)|(?:19|20)\d\d",
    re.IGNORECASE,
)
_NO_HOLDER = re.compile(
    r"\b(?:policy|rights|reserved|terms|privacy|notice|all|site|this|the content|and|may not)\b|^\W*$", re.IGNORECASE
)
_BYLINE_WORDS = re.compile(r"^(?:(?:first )?(?:published|posted)\b)?(?:\s*(?:on|in))?[\s,]*(?:by\b)?", re.IGNORECASE)
_LONGEST_COPYRIGHT = 300
_LONGEST_CREDIT = 80  # characters of a line that names a paper
_LABELLED = re.compile(
    r"^(?P<label>source|outlet|publication|publisher|newspaper|site|website)\s*:\s*(?P<value>.{2,60})$", re.IGNORECASE
)
_BYLINE = re.compile(
    r"^(?:(?:written|posted|words|story|report|reporting|reported|text|published|byline:?)\s+)?by:?\s+(?P<who>.+)$|^(?:authors?|byline)\s*:\s*(?P<who2>.+)$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:[|•·–—@(]|\s-\s|\bon\s+(?=\w+day\b|\w{3,9}\s\d)|,?\s(?:at|for|in|of)\s|\d|\b(?:published|updated|posted|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|jun(?:e)?|jul(?:y)?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
    r"|,\s*(?:the\s|[\w ]*(?:reporter|correspondent|editor|writer|staff|news|times|post|press|columnist|reuters|associated|bloomberg|cnn|bbc)\b)).*$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,\s*and\s|,|;|\band\b|&|\bwith\b)\s*", re.IGNORECASE)


def outlet(title: str | None, lines: Sequence[Line], zone: Sequence[Line]) -> Finding | None:
    """The outlet: a labelled line, the tail of the title, a paper's name beside the headline (`zone`), the holder of the
    copyright, the agency of the dateline; the others stay visible."""
    labelled = [(line, match) for line in lines[:15] if ":" in line.text and (match := _LABELLED.match(line.text))]
    found = [Finding(m["value"].strip(), "labelled-line", line.text) for line, m in labelled if "/" not in m["value"]]
    owned = [line for line in lines if line.kind is COPYRIGHT]
    holders = [Finding(holder, "copyright-line", line.text) for line in owned if (holder := _holder(line))]
    found += _tail(title, {finding.value.casefold() for finding in holders})
    found += [Finding(name, "beside-headline", line.text) for line in zone if (name := _paper(line))][:1]
    found += holders[:1]
    found += [Finding(match["agency"], "dateline", line.text) for line in zone if (match := _AGENCY.search(line.text))][
        :1
    ]
    if not found:
        return None
    others = tuple(dict.fromkeys(f.value for f in found[1:] if f.value != found[0].value))
    return Finding(found[0].value, found[0].basis, found[0].quote, others)


def _paper(line: Line) -> str:
    """The name of a paper that stands alone, or with the date, or behind "by"; "" otherwise."""
    if len(line.text) > _LONGEST_CREDIT or not line.text[0].isupper() or not _PAPER_WORD.search(line.text):
        return ""
    bare = FULL_DATE.sub("", line.text).strip(" ,|·•-–—")
    name = _BYLINE_WORDS.sub("", bare).strip(" ,|·•-–—:")
    return name if _PAPER.fullmatch(name.removeprefix("The ")) else ""


def _holder(line: Line) -> str:
    """Who holds the copyright, "" where the line does not say."""
    if len(line.text) > _LONGEST_COPYRIGHT:
        return ""
    mark = _MARK.search(line.text)
    if mark is None:
        return ""
    holder = _HOLDER_ENDS.split(line.text[mark.end() :], maxsplit=1)[0].strip(" -–—") or line.text[
        : mark.start()
    ].strip(" -–—|,")
    return holder if 1 < len(holder) <= 50 and not _NO_HOLDER.search(holder) else ""


def _tail(title: str | None, holders: set[str]) -> list[Finding]:
    match = _TAIL.match(title or "")
    if match is None:
        return []
    tail = match["tail"].strip()
    believed = _OUTLET_WORD.search(tail) or any(
        tail.casefold() in holder or holder in tail.casefold() for holder in holders
    )
    return [Finding(tail, "title-tail", title or "")] if believed and tail[0].isupper() and tail.count(" ") < 5 else []


def authors(lines: Sequence[Line], beside: Sequence[Line]) -> tuple[Finding, ...]:
    """Who wrote it, as the byline says it. `lines` may be bylines; `beside[i]` is the line after `lines[i]`."""
    for line, after in zip(lines, beside, strict=True):
        match = _BYLINE.match(line.text) if len(line.text) < 160 else None
        text = (
            (match["who"] or match["who2"]) if match else after.text if line.text.rstrip(": ").lower() == "by" else ""
        )
        names = [name for part in _AND.split(_CUT.sub("", text)) if _is_name(name := part.strip(" .,:-"))]
        if names:
            return tuple(Finding(name, "byline", line.text) for name in dict.fromkeys(names))
    return ()


def _is_name(text: str) -> bool:
    """A person, a desk or a login; "using this site" is none: its words are small."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return (
        1 < len(text) <= 40 and len(words) <= 5 and any(c.isalpha() for c in text) and (len(words) == 1 or small <= 1)
    )
