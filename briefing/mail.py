"""The note by e-mail: a short plain body (72 columns, ASCII), and a draft with the file attached.

Document -> text; text + files -> an `.eml` that a mail program opens ready to send. Nothing is sent.
"""

from __future__ import annotations

import hashlib
import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from anyascii import anyascii

from briefing.catalogue import Catalogue, catalogue
from briefing.document import (
    Cite,
    Cut,
    Document,
    Inlines,
    Jump,
    Link,
    Mark,
    Ref,
    Role,
    Row,
    Strip,
    Table,
    TableRole,
    Text,
)
from briefing.errors import SettingsError
from briefing.render.safe import printable

COLUMNS: Final = 72
LINES: Final = 25


@dataclass(frozen=True, slots=True)
class Attachment:
    """A finished file: its name, media type and bytes; `pages` None where the format has none."""

    name: str
    media_type: str
    content: bytes
    pages: int | None = None


# --------------------------------------------------------------------------- the body


def subject(document: Document) -> str:
    """ "[OFFICIAL] Briefing note, as of 10 January 2022: title", on one line."""
    marking = document.furniture.marking
    lead = f"[{marking}] " if marking else ""
    return " ".join(printable(f"{lead}{document.metadata.subject}: {document.metadata.title}").split())


def body(document: Document, attachments: Sequence[Attachment] = ()) -> str:
    """At most 25 lines of at most 72 ASCII characters: marking, glance, caveats, attachments, sources.

    Where all do not fit, sources are counted instead of named, then the last sentences of the glance left out.
    """
    words = catalogue(document.lang)
    marking = _wrapped(document.furniture.marking)
    foot = [*_caveats(document), *_attached(attachments, words)]
    glance, sources = list(_glance(document, words)), list(_sources(document))
    while glance and _height(marking, *glance, foot) + min(len(sources), 2) + 1 > LINES:
        glance.pop()
    room = LINES - _height(marking, *glance, foot) - 1
    lines = [line for part in (marking, *glance, foot) if part for line in (*part, "")]
    return "\n".join(lines + _fitted(sources, room, words)) + "\n"


def _height(*parts: list[str]) -> int:
    """Lines of the parts with an empty one behind each but the last."""
    full = [part for part in parts if part]
    return sum(map(len, full)) + max(0, len(full) - 1)


def _fitted(sources: list[str], room: int, words: Catalogue) -> list[str]:
    if len(sources) <= room:
        return sources
    kept = sources[: max(0, room - 1)]
    return [*kept, ascii_only(words.say("email.more", len(sources) - len(kept)))]


def _glance(document: Document, words: Catalogue) -> Iterator[list[str]]:
    """Each sentence of "At a glance" in quotation marks, below its date and outlet."""
    outlets = dict(_outlets(document))
    for row in _rows(document, TableRole.GLANCE):
        paragraphs = [paragraph for cell in row.cells for paragraph in cell]
        day = next((_plain(p.inlines) for p in paragraphs if p.role is Role.GLANCE_DATE), "")
        for said in (p for p in paragraphs if p.role is Role.GLANCE):
            numbers = [inline.number for inline in said.inlines if isinstance(inline, Cite)]
            outlet = next((outlets[number] for number in numbers if number in outlets), "")
            origin = ", ".join(part for part in (day, outlet) if part)
            quote = _plain(tuple(inline for inline in said.inlines if not isinstance(inline, Cite))).strip()
            shown = (
                '"{}"'.format(ascii_only(quote).replace('"', "'"))
                if _writable(quote)
                else words.say("email.other-script")
            )
            cited = "".join(f"[{number}]" for number in numbers)
            yield [*_wrapped(origin), *_wrapped(f"{shown} {cited}")]


def _caveats(document: Document) -> list[str]:
    strips = [block for section in document.sections for block in section.blocks if isinstance(block, Strip)]
    return [line for strip in strips for line in _wrapped(_plain(strip.inlines))]


def _attached(attachments: Sequence[Attachment], words: Catalogue) -> list[str]:
    if not attachments:
        return []
    named = (a.name if a.pages is None else f"{a.name} ({words.say('email.pages', a.pages)})" for a in attachments)
    return _wrapped(words.say("email.attached", None, files=", ".join(named)))


def _sources(document: Document) -> Iterator[str]:
    """One line for each source: number, title, outlet."""
    outlets = dict(_outlets(document))
    for row in _rows(document, TableRole.SOURCES):
        number = _number(row)
        title = next((_plain(p.inlines) for cell in row.cells for p in cell if p.role is Role.SOURCE_TITLE), "")
        outlet = outlets.get(number, "")
        tail = f", {ascii_only(outlet)}" if outlet and len(outlet) < COLUMNS // 3 else ""
        head = f"[{number}] {ascii_only(title)}" if number else ascii_only(title)
        yield _cut(head, COLUMNS - len(tail)) + tail


def _outlets(document: Document) -> Iterator[tuple[int, str]]:
    """(number of a source, its outlet): the first words in bold of its second line."""
    for row in _rows(document, TableRole.SOURCES):
        details = (p for cell in row.cells for p in cell if p.role is Role.DETAIL)
        names = (i.text for p in details for i in p.inlines[:1] if isinstance(i, Text) and i.strong)
        if name := next(names, ""):
            yield _number(row), name


def _number(row: Row) -> int:
    """The number of a source's row, 0 where it has none."""
    digits = re.search(r"\d+", _plain(row.cells[0][0].inlines)) if row.cells and row.cells[0] else None
    return int(digits[0]) if digits else 0


def _rows(document: Document, role: TableRole) -> Iterator[Row]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.role is role:
                yield from (row for row in block.rows if isinstance(row, Row))


# --------------------------------------------------------------------------- letters


def _plain(inlines: Inlines) -> str:
    """The words of inlines, on one line."""
    text = ""
    for inline in inlines:
        match inline:
            case Text() | Jump() | Link():
                text += inline.text
            case Cite():
                text += f"[{inline.number}]"
            case Ref():
                text += inline.place
            case Cut():
                text = f"{text.rstrip()} [...]"
            case Mark():
                pass
    return " ".join(printable(text).split())


def _writable(quote: str) -> bool:
    """Whether a quotation stays itself in ASCII: its letters are Latin, accents aside."""
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in quote)


def ascii_only(text: str) -> str:
    """`text` on one line in ASCII: curly quotes straight, dashes as hyphens, accents dropped."""
    plain = text.replace("—", "--").replace("…", "...").replace("„", '"').replace("«", '"').replace("»", '"')
    return " ".join(re.sub(r"[^\x20-\x7e]", "", anyascii(printable(plain))).split())


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(ascii_only(text), COLUMNS, break_on_hyphens=False)


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[: length - 3]
    return (cut.rpartition(" ")[0] if " " in cut else cut).rstrip(" ,;:") + "..."


# --------------------------------------------------------------------------- the draft


def draft(document: Document, text: str, attachments: Sequence[Attachment], to: Sequence[str] = ()) -> bytes:
    """An `.eml` that opens as a message not yet sent. Raises SettingsError for an address that is none.

    The same note gives the same bytes: no date, no message id, a boundary that hangs on the content.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject(document)
    if to:
        message["To"] = ", ".join(address(one) for one in to)
    message["X-Unsent"] = "1"
    message.set_content(text, charset="us-ascii", cte="7bit")
    for attachment in attachments:
        kind, _, subtype = attachment.media_type.partition(";")[0].partition("/")
        message.add_attachment(attachment.content, kind, subtype, filename=attachment.name)
    if attachments:
        content = b"".join((text.encode(), *(attachment.content for attachment in attachments)))
        message.set_boundary(f"briefing-{hashlib.sha256(content).hexdigest()[:32]}")
    return message.as_bytes()


def address(given: str) -> str:
    """An address as it may stand in a header: "a@b.org" or "Name <a@b.org>". Raises SettingsError for anything else."""
    found = re.fullmatch(r"(?:(?P<name>[^<>@,;:\"\\]*?)\s*<)?(?P<plain>[^\s<>@,;:\"()\\]+@[\w.-]+)>?", given.strip())
    bracketed = given.strip().endswith(">")
    if found is None or not given.isprintable() or bracketed != (found["name"] is not None):
        raise SettingsError(f"--mail-to: {ascii(given)[:80]} is no address", "write it as name@example.org")
    return given.strip()
