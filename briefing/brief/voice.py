"""Words of the catalogue and of the sources -> inlines.

`fill` puts inlines into a template's slots, so that a quotation or link inside a sentence of the tool keeps its own
voice. `printable` is the only door through which a source's words enter the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from briefing.catalogue import Catalogue
from briefing.document import Inline, Inlines, Jump, Paragraph, Role, Text, Voice

Fact = str | int | Inline | Inlines

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """White space folded; control characters, direction overrides and lone surrogates left out. Nothing else changes."""
    if text.isascii() and text.isprintable():
        return _SPACE.sub(" ", text).strip()
    text = _UNSEEN.sub("", text)
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff" and unicodedata.category(c) != "Cn")
    return _SPACE.sub(" ", text).strip()


def source_words(text: str, lang: str = "", *, strong: bool = False) -> Text:
    """Verbatim words of a file."""
    return Text(printable(text), Voice.SOURCE, strong=strong, lang=lang)


def quoted(words: Catalogue, text: str, lang: str = "") -> Inlines:
    """Verbatim words inside a line of the tool: in quotation marks that are the tool's."""
    return (Text(str(words.raw("language.open"))), source_words(text, lang), Text(str(words.raw("language.close"))))


def fill(words: Catalogue, code: str, n: int | None = None, /, *facts: Fact, **named: Fact) -> Inlines:
    """The sentence of `code` as inlines; an empty slot stays visible."""
    values: dict[str, Fact] = {str(i): fact for i, fact in enumerate(facts)} | named
    if n is not None:
        values.setdefault("n", n)
    made: list[Inline] = []
    for part in words.parts(code, n):
        made += as_inlines(part if isinstance(part, str) else values.get(part.name, f"{{{part.name}}}"))
    return joined(made)


def as_inlines(fact: Fact) -> Inlines:
    if isinstance(fact, tuple):
        return fact
    return (Text(str(fact)),) if isinstance(fact, str | int) else (fact,)


def joined(inlines: Iterable[Inline]) -> Inlines:
    """Neighbouring texts of one voice made one, empty ones dropped."""
    made: list[Inline] = []
    for inline in inlines:
        last = made[-1] if made else None
        if isinstance(inline, Text) and not inline.text:
            continue
        if isinstance(inline, Text) and isinstance(last, Text) and _alike(inline, last):
            made[-1] = Text(last.text + inline.text, last.voice, last.strong, last.quiet, last.lang)
        else:
            made.append(inline)
    return tuple(made)


def between(separator: str, parts: Iterable[Inlines], most: int | None = None) -> Inlines:
    """The parts with a separator of the tool between them; beyond `most` the others are a number: A, B +7."""
    given = list(parts)
    made: list[Inline] = []
    for part in given[:most]:
        made += [Text(separator), *part] if made else part
    if more := len(given) - len(given[:most]):
        made.append(Text(f" +{more}"))
    return joined(made)


def listed(words: Catalogue, parts: list[Inlines]) -> Inlines:
    """A, B and C."""
    if len(parts) < 2:
        return joined(inline for part in parts for inline in part)
    head = between(str(words.raw("language.comma")), parts[:-1])
    return joined((*head, Text(str(words.raw("language.and"))), *parts[-1]))


def capital(inlines: Inlines) -> Inlines:
    """The first letter of a sentence, where the tool speaks it."""
    first = inlines[0] if inlines else None
    if isinstance(first, Jump) or (isinstance(first, Text) and first.voice is Voice.TOOL):
        return (replace(first, text=first.text[:1].upper() + first.text[1:]), *inlines[1:])
    return inlines


def kept_together(date: str) -> str:
    """A date that may break only behind its dash: "Tue 11 – / Sun 16 Jan 2022", never before the year alone."""
    ends = [end.replace(" ", "\N{NO-BREAK SPACE}") for end in date.split(" – ")]
    return "\N{NO-BREAK SPACE}– ".join(ends)


def strong(text: str) -> Text:
    return Text(text, strong=True)


def quiet(text: str) -> Text:
    return Text(text, quiet=True)


def line(role: Role, *facts: Fact, anchor: str = "", lang: str = "") -> Paragraph:
    """One paragraph of these facts, set side by side."""
    return Paragraph(joined(inline for fact in facts for inline in as_inlines(fact)), role, anchor, lang)


def _alike(one: Text, other: Text) -> bool:
    return (one.voice, one.strong, one.quiet, one.lang) == (other.voice, other.strong, other.quiet, other.lang)
