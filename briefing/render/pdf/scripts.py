"""Words that a style's face can't show: set in another font of the system, or marked as not set. Never a silent box.

Scripts whose letters stand side by side (Greek, Georgian, Chinese, Korean ...) are set in the first font found that has
them. Scripts that are written from the right, or whose letters change with their neighbours, are not set at all: with a
wrong order or unjoined letters they would be unreadable or, worse, mean something else.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Final

from briefing.document import Document, Text
from briefing.model import Problem, Severity
from briefing.render.pdf.faces import Font, font_of
from briefing.style import Face, Style

SHAPED: Final = frozenset(
    "ARABIC SYRIAC HEBREW THAANA NKO DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM SINHALA "
    "MYANMAR KHMER TIBETAN MONGOLIAN LAO JAVANESE BALINESE ADLAM".split()
)
HOMES: Final = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts",
    "/System/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
WIDE: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
PREFERRED: Final = ("notoserif", "dejavuserif", "notosans", "dejavusans", "freeserif", "droidsansfallback", "unifont")
NOT_THESE: Final = ("bold", "italic", "oblique", "mono", "condensed", "light", "black")
MOST_FILES: Final = 4000


def script_of(letter: str) -> str:
    """The first word of a character's Unicode name: LATIN, ARABIC, CJK; "" where it has none."""
    return unicodedata.name(letter, "").partition(" ")[0]


def needs_shaping(text: str) -> bool:
    """Whether a run holds letters of a script that this writer can't set rightly."""
    return any(letter >= "\u0590" and script_of(letter) in SHAPED for letter in text)


def passages(text: str) -> Iterator[tuple[str, str]]:
    """(words, script): runs of words that can't be set rightly with the name of their script, others with ""."""
    held: list[str] = []
    script = ""
    for word in text.split(" "):
        own = next((script_of(letter) for letter in word if letter >= "\u0590" and script_of(letter) in SHAPED), "")
        if own != script and held:
            yield " ".join(held), script
            held = []
        script = own
        held.append(word)
    yield " ".join(held), script


def pieces(text: str, font: Font) -> Iterator[tuple[str, Font | None]]:
    """The text in runs of one font; None where no font shows it. Spaces go with what stands before them."""
    run = ""
    held: Font | None = font
    for letter in text:
        wanted: Font | None
        if ord(letter) in font.glyphs or letter == " ":
            wanted = held if letter == " " else font
        else:
            wanted = other_font(letter)
        if wanted is not held and run:
            yield run, held
            run = ""
        held, run = wanted, run + letter
    if run:
        yield run, held


def unset(document: Document, style: Style) -> tuple[Problem, ...]:
    """What of a document's words can't be set: a problem for each script, with the number of its words."""
    source = font_of(style.faces.source)
    shaped: Counter[str] = Counter()
    fontless: Counter[str] = Counter()
    for text in dict.fromkeys(text for text in _texts(document.sections) if not source.has(text)):
        for words, script in passages(text):
            if script:
                shaped[script.capitalize()] += len(words.split())
            else:
                lost = (piece for piece, font in pieces(words, source) if font is None)
                fontless.update(
                    script_of(letter).capitalize() for piece in lost for letter in piece if letter.isalpha()
                )
    made = [
        Problem("script-not-shaped", Severity.WARNING, facts=(script, str(n))) for script, n in shaped.most_common()
    ]
    return (*made, *(Problem("script-without-font", Severity.WARNING, facts=(name,)) for name in sorted(fontless)))


def _texts(thing: object) -> Iterator[str]:
    """The words of every text in a part of the document."""
    if isinstance(thing, Text):
        yield thing.text
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _texts(one)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            yield from _texts(getattr(thing, part.name))


@cache
def other_font(letter: str) -> Font | None:
    """The first font of the system that has the character, None where none has."""
    fonts = (_font(file) for file in _candidates(script_of(letter)))
    return next((font for font in fonts if font is not None and ord(letter) in font.glyphs), None)


@cache
def _font(file: Path) -> Font | None:
    """A TrueType font as it stands; None for what reportlab can't embed."""
    from reportlab.pdfbase.ttfonts import TTFError

    try:
        return font_of(Face(file.stem, file))
    except (TTFError, OSError, ValueError, KeyError):
        return None


@cache
def _candidates(script: str) -> tuple[Path, ...]:
    """Fonts that may have the script: those named after it first, then those known to have many."""
    wide = script in WIDE or script.startswith("CJK")

    def rank(file: Path) -> tuple[bool, bool, int, str]:
        name = file.stem.lower().replace("-", "").replace(" ", "")
        named = bool(script) and script.lower() in name
        known = next((n for n, prefix in enumerate(PREFERRED) if name.startswith(prefix)), len(PREFERRED))
        broad = any(part in name for part in ("cjk", "fallback", "unicode", "wqy", "ipa", "nanum", "gothic", "mincho"))
        return not named, wide and not broad, known, file.as_posix()

    plain = (f for f in _files() if not any(part in f.stem.lower() for part in NOT_THESE))
    return tuple(sorted(plain, key=rank))[:40]


@cache
def _files() -> tuple[Path, ...]:
    found: list[Path] = []
    for home in HOMES:
        folder = Path(home).expanduser()
        if folder.is_dir():
            found += sorted(file for file in folder.rglob("*.[tT][tT][fF]"))[: MOST_FILES - len(found)]
    return tuple(found)
