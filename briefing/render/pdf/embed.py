"""A shaped font in the file: only the glyphs that are drawn, how wide they are, and what each of them says.

A glyph is named by a code, its number in the font where it says one thing only. One glyph may say different things, a letter
alone and the same letter under a mark: then it has several codes (ISO 32000-1, 9.7 and 9.10.3).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final

from briefing.render.pdf.shaping import Shaper
from briefing.render.pdf.tags import own_object

LAST: Final = 0xFFFF  # codes of two bytes; those that are no glyph's number are given from the last on
DROPPED: Final = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "name",
    "post",
    "cmap",
    "OS/2",
    "vhea",
    "vmtx",
    "VORG",
    "DSIG",
    "gasp",
)
_CMAP: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
{system} def
/CMapName /{name} def
/CMapType {kind} def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{rows}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(eq=False)
class Embedded:
    """What of a font a document uses: code -> glyph and text, and back."""

    shaper: Shaper
    name: str
    said: dict[int, tuple[int, str]] = field(default_factory=dict)
    codes: dict[tuple[int, str], int] = field(default_factory=dict)
    free: int = LAST
    widths: dict[int, int] = field(default_factory=dict)

    def code(self, glyph: int, text: str, *, told: bool) -> int:
        """The code of a glyph that says this text; where its word says it (not `told`), any of the glyph's own."""
        known = self.codes.get((glyph, text))
        if known is None and not told and glyph in self.said and self.said[glyph][0] == glyph:
            return glyph
        if known is None:
            known = glyph
            while known in self.said:
                known, self.free = self.free, self.free - 1
            self.said[known], self.codes[glyph, text] = (glyph, text), known
        return known

    def width(self, glyph: int) -> int:
        """In thousandths of the size, as the file says it."""
        if glyph not in self.widths:
            self.widths[glyph] = self._width(glyph)
        return self.widths[glyph]

    def _width(self, glyph: int) -> int:
        width: float = self.shaper.font.get_glyph_h_advance(glyph) / self.shaper.face.upem
        return round(width * 1000)

    # ------------------------------------------------------------------ reportlab asks for this when the file is saved

    def addObjects(self, document: Any) -> None:  # noqa: N802
        """The font's objects and its names among the document's fonts."""
        made, numbers = self._subset()
        outlines = "CFF " in made.table_tags
        base = f"{_tag(self.name)}+{self.shaper.name}"
        descriptor = self._refer(document, "descriptor", self._descriptor(base, document, made))
        kind = f"/Subtype/{'CIDFontType0' if outlines else 'CIDFontType2/CIDToGIDMap/Identity'}/BaseFont/{base}"
        widths = f"/FontDescriptor {descriptor}/DW 0/W[{self._widths(numbers)}]"
        descendant = self._refer(document, "glyphs", f"<</Type/Font{kind}{_system('Identity')}{widths}>>")
        codes = {code: numbers[glyph] for code, (glyph, _) in self.said.items()}
        same = all(code == number for code, number in codes.items())
        table = _stream(_codes(codes), Type="CMap", CMapName="Codes-H")
        encoding = "/Identity-H" if same else self._refer(document, "codes", table)
        meanings = self._refer(document, "says", _stream(_meanings(self.said)))
        facts = f"/BaseFont/{base}/Encoding {encoding}/DescendantFonts[{descendant}]/ToUnicode {meanings}"
        font = _written(f"<</Type/Font/Subtype/Type0{facts}>>")
        document.Reference(font, self.name)
        document.idToObject["BasicFonts"].dict[self.name] = font

    def _subset(self) -> tuple[Any, dict[int, int]]:
        """The font with the glyphs that are used, and the number that each has in it. Glyphs of TrueType keep theirs; in
        the other kind, which East Asian fonts are of, all the numbers between would be written out."""
        import uharfbuzz as hb

        wanted, flags = hb.SubsetInput(), hb.SubsetFlags
        used = sorted({0, *(glyph for glyph, _ in self.said.values())})
        wanted.glyph_set.update(used)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in DROPPED)
        wanted.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.CFF_IDENTITY_CHARSET | flags.DOWNGRADE_CFF2
        if self.shaper.face.has_var_data:
            wanted.pin_all_axes_to_default(self.shaper.face)
        if "glyf" in self.shaper.face.table_tags:
            wanted.flags |= flags.RETAIN_GIDS
            return hb.subset(self.shaper.face, wanted), {glyph: glyph for glyph in used}
        wanted.flags |= flags.DESUBROUTINIZE
        plan = hb.SubsetPlan(self.shaper.face, wanted)
        return plan.execute(), {glyph: plan.old_to_new_glyph_mapping[glyph] for glyph in used}

    def _descriptor(self, base: str, document: Any, made: Any) -> str:
        extents, em = self.shaper.font.get_font_extents("ltr"), self.shaper.face.upem
        up, down = (round(edge * 1000 / em) for edge in (extents.ascender, extents.descender))
        if "CFF " in made.table_tags:
            stream = _stream(bytes(made.reference_table("CFF ").data), Subtype="CIDFontType0C")
            file = f"/FontFile3 {self._refer(document, 'file', stream)}"
        else:
            program = bytes(made.blob.data)
            file = f"/FontFile2 {self._refer(document, 'file', _stream(program, Length1=len(program)))}"
        box = f"/FontBBox[-1000 {down} 2000 {up}]/ItalicAngle 0/Ascent {up}/Descent {down}/CapHeight {up}/StemV 80"
        return f"<</Type/FontDescriptor/FontName/{base}/Flags 4{box}{file}>>"

    def _widths(self, numbers: dict[int, int]) -> str:
        pairs = sorted((number, self.width(glyph)) for glyph, number in numbers.items())
        parts = []
        for _, run in groupby(enumerate(pairs), lambda place: place[1][0] - place[0]):
            some = [pair for _, pair in run]
            parts.append(f"{some[0][0]}[{' '.join(str(width) for _, width in some)}]")
        return "".join(parts)

    def _refer(self, document: Any, what: str, made: Any) -> str:
        """The words that stand for an object of this font wherever it is meant."""
        shown = document.Reference(_written(made) if isinstance(made, str) else made, f"{self.name}-{what}").format(
            document
        )
        return shown.decode("latin-1") if isinstance(shown, bytes) else str(shown)


def _written(text: str) -> Any:
    return own_object(lambda _: text.encode("latin-1"))


def _system(ordering: str) -> str:
    return f"/CIDSystemInfo <</Registry(Adobe)/Ordering({ordering})/Supplement 0>>"


def _meanings(said: dict[int, tuple[int, str]]) -> bytes:
    """What each code says, as a table of the file (ToUnicode)."""
    rows = [f"<{code:04X}> <{_hex(text)}>" for code, (_, text) in sorted(said.items()) if text]
    return _table("UCS", "Adobe-Identity-UCS", 2, "bfchar", rows)


def _hex(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()


def _codes(numbers: dict[int, int]) -> bytes:
    """Which glyph of the font in the file each code means."""
    rows = [f"<{code:04X}> {number}" for code, number in sorted(numbers.items())]
    return _table("Identity", "Codes-H", 1, "cidchar", rows)


def _table(ordering: str, name: str, kind: int, what: str, rows: list[str]) -> bytes:
    """A CMap: at most a hundred rows stand together (Adobe Technical Note 5014)."""
    hundreds = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    parts = [f"{len(some)} begin{what}\n" + "\n".join(some) + f"\nend{what}" for some in hundreds]
    return _CMAP.format(system=_system(ordering), name=name, kind=kind, rows="\n".join(parts)).encode()


def _tag(name: str) -> str:
    """Six letters before a font's name say that it is a part of it."""
    number = int("".join(c for c in name if c.isdigit()) or 0)
    return "BRIEF" + chr(ord("A") + number % 26)


def _stream(content: bytes, **facts: Any) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFName, PDFStream, PDFZCompress

    made: Any = PDFStream()
    made.content = content
    made.filters = [PDFZCompress]
    for key, value in facts.items():
        made.dictionary[key] = PDFName(value) if isinstance(value, str) else value
    return made
