"""Resolutions as TimeML, the exchange format of temporal taggers: text + resolutions -> a document with inline TIMEX3.

TimeML 1.2.1 in the layout of TempEval-3: DOCID, DCT, TEXT. The content of TEXT is the text, code point by code point; only
what XML 1.0 can't hold (control characters, lone surrogates) becomes U+FFFD, so that places stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from briefing.dates.timex3 import timex3
from briefing.model import Resolution

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
"""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_QUOTED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_UNKNOWN = "XXXX-XX-XX"  # a document without a known day of creation


def timeml(text: str, resolutions: Iterable[Resolution], published: date | None = None, name: str = "") -> str:
    """One document: `text` with its time expressions marked, t1, t2, ... in reading order; t0 is the publication date.

    An expression without a value (a date that no calendar has) gets none of its own and is left unmarked.
    """
    pieces, at, number = [], 0, 0
    for resolution in resolutions:
        for tag in timex3(resolution):
            if not tag.value or tag.start < at:
                continue
            number += 1
            mod = f' mod="{_attribute(tag.mod)}"' if tag.mod else ""
            opening = f'<TIMEX3 tid="t{number}" type="{tag.type}" value="{_attribute(tag.value)}"{mod}>'
            pieces += [_content(text[at : tag.start]), opening, _content(text[tag.start : tag.end]), "</TIMEX3>"]
            at = tag.end
    pieces.append(_content(text[at:]))
    day = published.isoformat() if published else _UNKNOWN
    creation = (
        f'<TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false" functionInDocument="CREATION_TIME">'
        f"{day if published else ''}</TIMEX3>"
    )
    return (
        f"{_HEAD}\n<DOCID>{_content(name)}</DOCID>\n\n<DCT>{creation}</DCT>\n\n"
        f"<TEXT>{''.join(pieces)}</TEXT>\n\n</TimeML>\n"
    )


def _content(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text).translate(_ESCAPES)


def _attribute(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text).translate(_QUOTED)
