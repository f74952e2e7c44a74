"""Text as it may be printed, in any format: what no file of text can hold is shown or left out, never interpreted.

Sources are data. A NUL, half of a surrogate pair or a control character would break the XML of a DOCX or the mapping of
a PDF font; an unclosed direction override would turn round the words of the tool after it.
"""

from __future__ import annotations

import re

_BROKEN = re.compile("[\ud800-\udfff\ufffe\uffff]")  # halves of a pair and no characters at all: U+FFFD says so
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters; tab, line ends and NEL are spaces below
    "\u202a-\u202e\u2066-\u2069"  # direction overrides and isolates
    "\ufff9-\ufffb]"  # interlinear annotation
)
_SPACE = re.compile(r"[\t\n\r\x85\u2028\u2029]+")


def printable(text: str) -> str:
    """`text` with line ends as spaces, without control characters and direction overrides; broken characters become
    U+FFFD. The same in every format, so that all editions of a note hold the same words."""
    return _UNSEEN.sub("", _BROKEN.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text)))
