"""Inlines of the document -> runs, links, fields and small pictures of a Word part.

A `Pen` writes into one part (the body, a header or a footer): pictures and addresses belong to the part they stand in.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from typing import Any, assert_never
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from briefing.document import Cite, Cut, Inline, Inlines, Jump, Link, Mark, Paragraph, Ref, Role, Text, Voice
from briefing.render.direction import leftward
from briefing.render.docx import styles
from briefing.render.docx.marks import mark_picture
from briefing.render.docx.xml import Element, emu, w
from briefing.render.pdf.bidi import base_level, levels, runs_left
from briefing.render.safe import printable
from briefing.style import Style

CUT = "[…]"
GLUE = "\N{NO-BREAK SPACE}"
LONGEST_URL = 150  # characters printed of an address, about two lines; the link itself stays whole
MARK_SIZE = 0.29  # millimetres for each point of the type it stands in
REGIONS = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "ar": "ar-SA", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "ckb", "dv", "sd", "ug"})
EAST_ASIAN = frozenset({"zh", "ja", "ko"})


@dataclass(slots=True)
class Bookmarks:
    """Names of anchors as Word allows them: letters, digits and _, at most 40, each once; ids are counted."""

    ids: Any = field(default_factory=lambda: count(1))
    names: dict[str, str] = field(default_factory=dict)

    def name(self, anchor: str) -> str:
        """The bookmark of `anchor`, always the same one."""
        if anchor not in self.names:
            plain = re.sub(r"\W", "_", f"b_{anchor}", flags=re.ASCII)[:40]
            taken = set(self.names.values())
            others = (f"{plain[:34]}_{number}" for number in count(2))
            self.names[anchor] = plain if plain not in taken else next(name for name in others if name not in taken)
        return self.names[anchor]

    def around(self, anchor: str, *elements: Element) -> list[Element]:
        """`elements` between the start and the end of the bookmark of `anchor`."""
        if not anchor:
            return list(elements)
        number = next(self.ids)
        start = w("bookmarkStart", id=number, name=self.name(anchor))
        return [start, *elements, w("bookmarkEnd", id=number)]


@dataclass(slots=True)
class Pen:
    """Writes paragraphs into `part`. `drawings` counts pictures over all parts, `lang` is the document's language.
    `title` is the note's as print words it, None: whole; `long_title`: in smaller letters. `mirrored`: the note is
    laid out from the right."""

    part: Any
    style: Style
    lang: str
    bookmarks: Bookmarks
    drawings: Any
    title: Paragraph | None = None
    long_title: bool = False
    mirrored: bool = False

    # ------------------------------------------------------------------ paragraphs

    def paragraph(self, paragraph: Paragraph, anchor: str = "") -> Element:
        """A paragraph in the named style of its role; `anchor` is that of a row it stands for, beside its own."""
        ink = self.inlines(paragraph.inlines, paragraph.role, paragraph.lang)
        for name in (paragraph.anchor, anchor):
            ink = self.bookmarks.around(name, *ink)
        return self.block(styles.role_style(paragraph.role), *ink, leftward=leftward(paragraph))

    def block(self, style_id: str, *ink: Element, leftward: bool = False) -> Element:
        """A paragraph of ready runs; `leftward`: written from the right."""
        direction = w("bidi") if leftward else None
        side = w("jc", val="start") if leftward and self.mirrored else None  # the side at which its lines begin
        return w("p", w("pPr", w("pStyle", val=style_id), direction, side), *ink)

    # ------------------------------------------------------------------ inlines

    def inlines(self, inlines: Inlines, role: Role, lang: str = "") -> list[Element]:
        """The runs of `inlines` in a paragraph of `role`."""
        elements: list[Element] = []
        before: Inline | None = None
        for here, after in zip(inlines, (*inlines[1:], None), strict=True):
            if isinstance(before, Mark) and isinstance(here, Text):
                here = replace(here, text=GLUE + here.text.lstrip())  # a mark never stands alone at a line's end
            before = here
            elements += self._inline(here, role, lang, bound=isinstance(after, Cite) and not isinstance(here, Cite))
        return elements

    def _inline(self, inline: Inline, role: Role, lang: str, *, bound: bool) -> list[Element]:
        """One inline; `bound`: a citation follows, which must not begin a line."""
        glue = GLUE if bound else ""
        match inline:
            case Text():
                words = inline.text.rstrip(" ") + glue if bound and not inline.text.endswith("–") else inline.text
                return list(self._runs(words, self._voice(inline, role), inline.lang or lang))
            case Cite():
                return [self._jump(f"[{inline.number}]", inline.target, styles.CITATION)]
            case Cut():
                return [self.run(CUT + glue, self._voice(Text(CUT), role))]
            case Mark():
                size, colour = self.style.type(role).size * MARK_SIZE, self.style.colours.ink
                picture = self.picture(mark_picture(inline.kind, colour), size, size, inline.label, styles.MARK)
                return [picture]
            case Link():
                return [self._link(inline), *([self.run(glue, "")] if glue else [])]
            case Jump():
                voice = self._voice(Text(inline.text, strong=inline.strong, quiet=inline.quiet), role)
                return [self._jump(inline.text, inline.target, voice), *([self.run(glue, "")] if glue else [])]
            case Ref():
                voice = self._voice(Text(inline.place), role)
                return [self._jump(inline.place, inline.target, voice), *([self.run(glue, "")] if glue else [])]
            case _:
                assert_never(inline)

    def _runs(self, words: str, voice: str, lang: str) -> Iterator[Element]:
        """The words in runs of one direction: Word sets a run's signs and spaces as the run says, not as its letters do."""
        text = printable(words)
        if not runs_left(text):
            yield self.run(words, voice, lang if lang not in RIGHT_TO_LEFT else "")
            return
        made, start = levels(text, base_level(text)), 0
        for odd, group in groupby(made, key=lambda level: bool(level & 1)):
            end = start + len(list(group))
            yield self.run(text[start:end], voice, lang, leftward=odd)
            start = end

    def run(self, words: str, voice: str, lang: str = "", *, leftward: bool = False) -> Element:
        """A run of plain words; `voice` is a character style, "" for the paragraph's own. `leftward`: its letters run from
        the right."""
        properties = [w("rStyle", val=styles.ident(voice))] if voice else []
        if leftward:
            properties += [w("rtl"), *([w("lang", bidi=REGIONS.get(lang, lang))] if lang in RIGHT_TO_LEFT else [])]
        elif lang and lang != self.lang and lang not in RIGHT_TO_LEFT:
            properties += _language(lang)
        return w("r", w("rPr", *properties) if properties else None, w("t", printable(words)))

    def _voice(self, text: Text, role: Role) -> str:
        """The character style of a text, "" where the paragraph speaks in the same voice anyway."""
        source = text.voice is Voice.SOURCE
        if source == styles.speaks_for_source(role, self.style) and not (text.strong or text.quiet):
            return ""
        return styles.voice_style(source=source, strong=text.strong, quiet=text.quiet)

    # ------------------------------------------------------------------ links and fields

    def _jump(self, words: str, target: str, voice: str) -> Element:
        return w("hyperlink", self.run(words, voice), anchor=self.bookmarks.name(target), history=1)

    def _link(self, link: Link) -> Element:
        words = printable(link.text)
        if len(words) > LONGEST_URL:
            half = (LONGEST_URL - 1) // 2
            words = f"{words[:half]}…{words[-half:]}"
        related = self.part.relate_to(printable(link.url).replace(" ", "%20"), RT.HYPERLINK, is_external=True)
        return w("hyperlink", self.run(words, styles.HYPERLINK), r_id=related, history=1)

    def field(self, code: str, shown: str, voice: str = "") -> Element:
        """A field that Word works out: PAGE, NUMPAGES, TITLE; `shown` until then."""
        return w("fldSimple", self.run(shown, voice), instr=f" {code} ")

    # ------------------------------------------------------------------ pictures

    def picture(self, png: bytes, width: float, height: float, alt: str, voice: str = "") -> Element:
        """A run with a picture `width` by `height` millimetres; `alt` says it in words."""
        related, _ = self.part.get_or_add_image(io.BytesIO(png))
        number = next(self.drawings)
        cx, cy = emu(width), emu(height)
        drawing = etree.fromstring(_INLINE.format(cx=cx, cy=cy, id=number, alt=quoteattr(printable(alt)), rel=related))
        return w("r", w("rPr", w("rStyle", val=styles.ident(voice))) if voice else None, w("drawing", *drawing))


def _language(lang: str) -> list[Element]:
    name = REGIONS.get(lang, lang)
    return [w("lang", eastAsia=name)] if lang in EAST_ASIAN else [w("lang", val=name)]


_INLINE = """<drawing
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{id}" name="Picture {id}"
 descr={alt}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData
 uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{id}" name="Picture {id}"
/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr
><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr
></pic:pic></a:graphicData></a:graphic></wp:inline></drawing>"""
