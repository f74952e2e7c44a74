"""The HTML edition: one self-contained file, whole without script: Document + Style -> UTF-8 bytes.

The note stands at the left, the source texts as read at the right; a citation is a link to its sentence there, and CSS
shows what is the target. The script only adds comfort.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.catalogue import catalogue
from briefing.document import Document
from briefing.render._html.filter import filter_rules
from briefing.render._html.markup import Html, join, tag
from briefing.render._html.note import Note
from briefing.render._html.pane import height_rules, source_texts
from briefing.render._html.pen import Pen, Places
from briefing.render._html.sheet import hashed, page_sheet, script, sheet
from briefing.render.direction import mirrored
from briefing.render.safe import printable
from briefing.render.writer import Writer
from briefing.style import Style

SYMBOLS = {
    "stated": '<circle cx="6" cy="6" r="5.5" fill="currentColor"/>',
    "resolved": '<circle cx="6" cy="6" r="4.9" fill="none" stroke="currentColor" stroke-width="1.3"/>'
    '<path d="M6 .6a5.4 5.4 0 0 0 0 10.8z" fill="currentColor"/>',
    "inferred": '<circle cx="6" cy="6" r="4.7" fill="none" stroke="currentColor" stroke-width="1.7"/>',
    "differ": '<path d="M6 .9 11.1 6 6 11.1 .9 6z" fill="none" stroke="currentColor" stroke-width="1.5"/>',
}
CHEVRON = Html(
    '<svg viewBox="0 0 12 8" aria-hidden="true"><path d="M1 1l5 5 5-5" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
)


def write(document: Document, style: Style) -> bytes:
    """The note as one page, its lists whole. The same document and style give the same bytes."""
    if document.whole:
        document = replace(document, layouts=(document.whole,))
    places = Places(document)
    pen = Pen(catalogue(document.lang), places, document.lang)
    note = Note(document, style, pen)
    body = join((_symbols(), _skip(pen), _note(note), _pane(note), tag("a", id="reading")))
    heights = height_rules(document.texts) if document.texts else ()
    looks = sheet(document, style, body, [filter_rules(sorted(places.numbers)), *heights])
    code = script()
    paper = page_sheet(document, style)
    head = _head(document, (looks, paper), code)
    direction = "rtl" if mirrored(document) else None
    end = tag("script", Html(code))
    page = tag("html", head, tag("body", body, end), lang=document.lang, dir=direction)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(document: Document, styles: tuple[str, ...], code: str) -> Html:
    policy = (
        f"default-src 'none'; style-src {' '.join(map(hashed, styles))}; script-src {hashed(code)}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )
    about = document.metadata
    named = {"author": about.author, "description": about.subject, "keywords": ", ".join(about.keywords)}
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", printable(about.title)),
        *(tag("meta", name=name, content=printable(said)) for name, said in named.items() if said),
        *(tag("style", Html(css)) for css in styles),
    )


def _symbols() -> Html:
    shapes = (tag("symbol", Html(shape), id=f"m-{kind}", viewBox="0 0 12 12") for kind, shape in SYMBOLS.items())
    return tag("svg", *shapes, class_="symbols", aria_hidden="true")


def _skip(pen: Pen) -> Html:
    return tag("a", pen.say("skip"), class_="skip", href="#note")


# --------------------------------------------------------------------------- the note


def _note(note: Note) -> Html:
    main = tag("main", note.sections(), class_="main", id="note", tabindex="-1")
    return tag("div", _bar(note), main, _foot(note), class_="page")


def _bar(note: Note) -> Html:
    """Contents, the way to the source texts where they are not in sight, the marking."""
    pen, document = note.pen, note.document
    headings = [section.heading for section in document.sections if section.heading]
    links = [tag("a", heading.text, href=f"#{pen.places.own(heading.anchor)}") for heading in headings]
    contents = tag(
        "details",
        tag("summary", pen.say("contents"), CHEVRON),
        tag("nav", *links, aria_label=pen.say("contents")),
        class_="contents",
    )
    texts = tag("a", pen.say("texts"), class_="narrow", href="#texts") if document.texts else None
    return tag("header", tag("div", contents if links else None, texts, _marking(document)), class_="bar")


def _marking(document: Document) -> Html | None:
    marking = document.furniture.marking
    return tag("p", printable(marking), class_="marking") if marking else None


def _foot(note: Note) -> Html:
    document, pen = note.document, note.pen
    key = [pen.paragraph(paragraph) for paragraph in document.key]
    says = [document.furniture.footer, *([document.texts.says] if document.texts else [])]
    return tag("footer", *key, *(tag("p", line) for line in says if line), _marking(document), class_="foot")


def _pane(note: Note) -> Html | None:
    texts = note.document.texts
    return source_texts(texts, note.pen) if texts and texts.sources else None


WRITER = Writer(suffix=".html", media_type="text/html", write=write, shows_sources=True)
