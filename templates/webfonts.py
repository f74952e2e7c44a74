"""Cut a style's TrueType faces into WOFF2 files for the HTML edition; run by hand when a face changes.

    pip install fonttools brotli && python templates/webfonts.py templates/standard/fonts

Each face gives NAME.woff2 (Latin) and NAME.latin-ext.woff2, NAME.greek.woff2, NAME.cyrillic.woff2. A cut font is a modified
one: by its licence it may not bear the reserved name "Source", so the files are renamed inside.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from briefing.render._html.sheet import RANGES

FACES = {
    "SourceSerif4-Regular": "Briefing Serif",
    "SourceSerif4Display-Semibold": "Briefing Display",
    "SourceSans3-Regular": "Briefing Sans",
    "SourceSans3-Semibold": "Briefing Sans Semibold",
}


def cut(file: Path, family: str, part: str, ranges: str) -> Path:
    """Write one range of one face; only kerning and the placing of accents are kept, ligatures are never used."""
    font = TTFont(file, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = (
        ["kern", "mark", "mkmk", "ccmp", "locl"] if part else ["kern"]
    )  # Latin has its own accents
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(ranges.replace("U+", "")))
    cutter.subset(font)
    renamed = {1: family, 3: family + part, 4: family, 6: family.replace(" ", "")}
    for record in list(font["name"].names):
        if record.nameID in renamed:
            font["name"].setName(
                renamed[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID
            )
    font.flavor = "woff2"
    out = file.with_suffix(f"{part}.woff2")
    font.save(out)
    return out


if __name__ == "__main__":
    for stem, family in FACES.items():
        for part, ranges in RANGES.items():
            made = cut(Path(sys.argv[1]) / f"{stem}.ttf", family, part, ranges)
            print(made.name, made.stat().st_size)
