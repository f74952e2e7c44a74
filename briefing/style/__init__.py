"""House styles: a folder `templates/NAME/` -> a frozen `Style`. All writers draw from these tokens only.

The folder holds `style.toml` and what it names: TrueType fonts, a `logo.png` and a `reference.docx` where there
are any. A style that says `based_on = "standard"` takes every token it does not name itself from that style.
"""

from briefing.style.modes import in_grey, in_large_print
from briefing.style.sheet import load_style
from briefing.style.shelf import all_styles, find_style, new_style
from briefing.style.tokens import (
    SMALLEST,
    SOURCE_FACES,
    CitationType,
    Colours,
    Columns,
    Dark,
    DocxFonts,
    Face,
    Faces,
    HtmlFonts,
    Page,
    Rules,
    Screen,
    Space,
    Style,
    Type,
    Types,
    Widths,
)

__all__ = [
    "SMALLEST",
    "SOURCE_FACES",
    "CitationType",
    "Colours",
    "Columns",
    "Dark",
    "DocxFonts",
    "Face",
    "Faces",
    "HtmlFonts",
    "Page",
    "Rules",
    "Screen",
    "Space",
    "Style",
    "Type",
    "Types",
    "Widths",
    "all_styles",
    "find_style",
    "in_grey",
    "in_large_print",
    "load_style",
    "new_style",
]
