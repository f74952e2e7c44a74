"""Cuts a text into tokens: words, clusters of digits, signs; and says what a token is called in the tables.

Places stay the same all the way: every change of white space keeps the length, and tokens cover all of the text.
"""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"[A-Za-z]+(?:\w+)? *"
    r"|\d+(?=(?!(?:[SsRrNn][TtDd]|[Tt][Hh]|[AaPp][Mm])\b)[A-Za-z]{2,}\b)"  # "5mins", "1hr": a number and a word
    r"|\d\w*(?:[.,:/\-–]\d\w*|-W\d\d\b)*(?: ?[AaPp]\.? ?[Mm]\b\.?)?(?:[+-]\d\d:\d\d)? *"
    r"|['’‘]\d\ds?\b *|\n\s*|[^\W\d]\w* *|. *",
    re.DOTALL,
)
_WRAP = re.compile(r"\n(?<!\n\n)(?=[ \t]*\S)")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]*@[A-Za-z_][\w.-]*"
)  # "@friday", "https://x.org/2022/05/06": no prose
_SPACES = "\t\r\f\v\xa0\u2002\u2003\u2007\u2009\u202f\u3000"
_QUOTES = str.maketrans("’‘´`–‐‑‒", "''''----")


def tokens_of(text: str) -> list[str]:
    """All of `text`, each token with the blanks behind it. Lines of one paragraph are one line."""
    if "\n" in text:
        text = _WRAP.sub(" ", text.replace("\r\n", " \n") if "\r" in text else text)
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda found: "_" * len(found[0]), text)
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    return TOKEN.findall(text)


def plain(token: str) -> str:
    """A token as the tables have it: no white space, lower case, straight quotes and hyphens."""
    word = token.strip(" ").lower()
    return word if word.isascii() and word != "`" else word.translate(_QUOTES)


def plain_digits(word: str) -> str:
    """Digits of any script as ASCII digits, dashes as hyphens."""
    if word.isascii():
        return word
    return "".join(str(int(c)) if c.isdecimal() else c for c in word).translate(_QUOTES)
