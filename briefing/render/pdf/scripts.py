"""Words that a style's face can't show: the font of the style's folder or of the system that sets them rightly, or none.

A font serves a script whose letters change with their neighbours only if it has the rules for that (`RULES`). Words that no
font serves are named where they stand, and counted: never a silent box, never unjoined letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from briefing.document import Document, Text
from briefing.model import Problem, Severity
from briefing.render.pdf.faces import Font, font_of, shaped_font
from briefing.render.pdf.shaping import Shaper
from briefing.render.safe import printable
from briefing.style import Style

RULES: Final = {
    "ARABIC": "arab", "SYRIAC": "syrc", "NKO": "nko ", "ADLAM": "adlm", "DEVANAGARI": "dev3 dev2 deva",
    "BENGALI": "bng3 bng2 beng", "GURMUKHI": "gur3 gur2 guru", "GUJARATI": "gjr3 gjr2 gujr", "ORIYA": "ory3 ory2 orya",
    "TAMIL": "tml3 tml2 taml", "TELUGU": "tel3 tel2 telu", "KANNADA": "knd3 knd2 knda", "MALAYALAM": "mlm3 mlm2 mlym",
    "SINHALA": "sinh", "MYANMAR": "mym2 mymr", "KHMER": "khmr", "TIBETAN": "tibt", "JAVANESE": "java", "BALINESE": "bali",
}  # fmt: skip
SHAPED: Final = frozenset(RULES) | {"HEBREW", "THAANA", "THAI", "LAO"}
COLUMNAR: Final = frozenset({"MONGOLIAN", "PHAGS-PA"})  # written in columns, which this writer can't
NAMES: Final = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
WIDE: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
JOINERS: Final = "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff"  # nobody sees them; they go with the letter before
PACKAGES: Final = ("fonts-noto-core", "fonts-noto-cjk")

HOMES: Final = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts",
    "/System/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
KINDS: Final = frozenset({".ttf", ".otf", ".ttc", ".otc"})
BROAD: Final = ("cjk", "fallback", "unicode", "wqy", "ipa", "nanum", "gothic", "mincho", "msyh", "malgun", "pingfang")
PREFERRED: Final = {
    True: (
        "notoserif",
        "notonaskh",
        "dejavuserif",
        "freeserif",
        "notosans",
        "dejavusans",
        "droidsansfallback",
        "unifont",
    ),
    False: (
        "notosans",
        "dejavusans",
        "notonaskh",
        "notoserif",
        "freesans",
        "freeserif",
        "droidsansfallback",
        "unifont",
    ),
}  # by whether serif type is wanted
NOT_THESE: Final = (
    "italic", "oblique", "mono", "condensed", "light", "black", "thin", "medium", "nastaliq", "kufi", "rashi", "looped",
    "lastresort", "lgc",
)  # fmt: skip
REGIONS: Final = {"ja": ("jp",), "ko": ("kr",), "zh": ("sc", "cn"), "zh-hant": ("tc", "tw"), "zh-tw": ("tc", "tw")}
MOST_FILES: Final = 4000
MOST_TRIED: Final = 80  # fonts that are opened for one character
SHOWN: Final = 12  # letters of a script that a message names


@dataclass(frozen=True, slots=True)
class Wish:
    """What another font should be like: serif or sans, heavy or not, for which language; `near` is the folder of a
    style's own fonts, "" for none."""

    near: str = ""
    serif: bool = True
    heavy: bool = False
    lang: str = ""


def script_of(letter: str) -> str:
    """The first word of a character's Unicode name: LATIN, ARABIC, CJK; "" where it has none."""
    return unicodedata.name(letter, "").partition(" ")[0]


def script_name(script: str) -> str:
    """What people call it: Arabic, Chinese."""
    return NAMES.get(script, script.capitalize())


def package_of(script: str) -> str:
    """The package of Debian's that has a font for the script."""
    return PACKAGES[script in WIDE]


def needs_shaping(text: str) -> bool:
    """Whether a run holds letters that change with their neighbours, or marks that stand on others."""
    return any(
        letter >= "\u0300" and (unicodedata.category(letter)[0] == "M" or script_of(letter) in SHAPED)
        for letter in text
    )


def clusters(text: str) -> Iterator[str]:
    """Letters, each with the marks on it: what only one font can set."""
    held = ""
    for letter in text:
        if held and letter >= "\u00ad" and (letter in JOINERS or unicodedata.category(letter)[0] == "M"):
            held += letter
            continue
        if held:
            yield held
        held = letter
    if held:
        yield held


# --------------------------------------------------------------------------- words by font


def words_of(text: str, font: Font, wish: Wish) -> Iterator[tuple[str, str]]:
    """(words, script) with the script of words that no font sets rightly, "" for all others: neighbours together."""
    held: list[str] = []
    last: str | None = None
    for word in text.split(" "):
        own = lost_script(word, font, wish)
        if own != last and held:
            yield " ".join(held), last or ""
            held = []
        last = own
        held.append(word)
    yield " ".join(held), last or ""


def lost_script(word: str, font: Font, wish: Wish) -> str:
    """The script of the first letters of a word that no font can set; "" where all are set."""
    if word.isascii() or (font.has(word) and not needs_shaping(word)):
        return ""
    for cluster in clusters(word):
        if cluster[0].isalpha() and font_for(cluster, font, wish) is None:
            return script_of(cluster[0])
    return ""


def pieces(text: str, font: Font, wish: Wish, *, leftward: bool = False) -> Iterator[tuple[str, Font | None]]:
    """The text in runs of one font; None where no font shows it. Spaces go with what stands before them, and in words
    from the right all signs do: one hand writes a sentence."""
    run, held = "", None
    waiting = ""
    for cluster in clusters(text):
        plain = cluster == " " or (leftward and not cluster[0].isalnum())
        if plain and not run:
            waiting += cluster
            continue
        wanted = held if plain and held is not None and _covers(held, cluster) else font_for(cluster, font, wish)
        if wanted is not held and run:
            yield run, held
            run = ""
        if waiting:
            if wanted is None or not all(_covers(wanted, sign) for sign in waiting):
                yield from pieces(waiting, font, wish)
            else:
                run = waiting
            waiting = ""
        held, run = wanted, run + cluster
    if waiting:
        yield from ((sign, font_for(sign, font, wish)) for sign in clusters(waiting))
    if run:
        yield run, held


@cache
def font_for(cluster: str, font: Font, wish: Wish) -> Font | None:
    """The font itself where it can set the cluster, else another, None where none can."""
    if _covers(font, cluster) and (len(cluster) == 1 or font.shaper is not None) and _rules(font.shaper, cluster):
        return font
    return other_font(cluster, wish)


def _covers(font: Font, cluster: str) -> bool:
    if len(cluster) == 1:
        return ord(cluster) in font.codes or cluster in JOINERS or cluster == " "
    return all(ord(letter) in font.codes or letter in JOINERS for letter in cluster)


def _rules(shaper: Shaper | None, cluster: str) -> bool:
    """Whether the font knows how letters of this script change with their neighbours."""
    needed = RULES.get(script_of(cluster[0])) if cluster[0] >= "\u0590" else None
    if needed is None:
        return True
    return shaper is not None and (bool(shaper.scripts & set(needed.split(" "))) or "morx" in shaper.face.table_tags)


# --------------------------------------------------------------------------- other fonts


@cache
def other_font(cluster: str, wish: Wish) -> Font | None:
    """The first font of the style's folder or the system that sets the cluster rightly, None where none does."""
    script = script_of(cluster[0])
    if script in COLUMNAR:
        return None
    for file in _candidates(script, replace(wish, lang="")):
        for font in _by_language(_fonts(file), script, wish.lang):
            if _covers(font, cluster) and _rules(font.shaper, cluster):
                return font
    return None


@cache
def _fonts(file: Path) -> tuple[Font, ...]:
    """All fonts of a file that may be embedded; none of one that can't be read."""
    import uharfbuzz as hb

    try:
        shapers = [Shaper(file, index) for index in range(_count(file))]
        return tuple(shaped_font(shaper) for shaper in shapers if shaper.embeddable)
    except (OSError, ValueError, hb.HarfBuzzError):
        return ()


def _count(file: Path) -> int:
    """How many fonts a file holds: a collection says so in its head (OpenType, font collections)."""
    with file.open("rb") as stream:
        head = stream.read(12)
    return min(int.from_bytes(head[8:12], "big"), 64) if head[:4] == b"ttcf" else 1


def _by_language(fonts: tuple[Font, ...], script: str, lang: str) -> tuple[Font, ...]:
    """Of a collection for all of East Asia the font whose letters have the forms of the language."""
    if len(fonts) < 2:
        return fonts
    own = {"HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko"}.get(script, lang.lower() or "zh")
    ends = REGIONS.get(own) or REGIONS.get(own.partition("-")[0], ("sc",))
    return tuple(sorted(fonts, key=lambda font: not any(f"cjk{end}" in font.name.lower() for end in ends)))


@cache
def _candidates(script: str, wish: Wish) -> tuple[Path, ...]:
    """Fonts that may have the script: the style's own first, then those named after it, then those known to have many."""
    wide = script in WIDE or script.startswith("CJK")
    own = tuple(_below(Path(wish.near))) if wish.near else ()

    def rank(file: Path) -> tuple[bool, bool, bool, bool, int, str]:
        name = file.stem.lower().replace("-", "").replace("_", "").replace(" ", "")
        named = bool(script) and script.lower() in name
        known = next(
            (n for n, start in enumerate(PREFERRED[wish.serif]) if name.startswith(start)), len(PREFERRED[True])
        )
        broad = any(part in name for part in BROAD)
        return file not in own, not named, wide and not broad, ("bold" in name) != wish.heavy, known, file.as_posix()

    plain = (f for f in (*own, *_files()) if not any(part in f.stem.lower() for part in NOT_THESE))
    return tuple(sorted(plain, key=rank))[:MOST_TRIED]


@cache
def _files() -> tuple[Path, ...]:
    found: list[Path] = []
    for home in HOMES:
        found += sorted(_below(Path(home).expanduser()))[: MOST_FILES - len(found)]
    return tuple(found)


def _below(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (file for file in folder.rglob("*") if file.suffix.lower() in KINDS)


# --------------------------------------------------------------------------- what of a document can't be set


def unset(document: Document, style: Style) -> tuple[Problem, ...]:
    """What of a document's words can't be set: for each script the number of its words, their letters and what helps."""
    source = font_of(style.faces.source)
    lost: dict[str, list[str]] = {}
    signs: dict[str, None] = {}
    for text in dict.fromkeys(text for text in _texts(document.sections) if not source.has(text)):
        for words, script in words_of(text, source, Wish(str(style.folder / "fonts"))):
            if script:
                lost.setdefault(script, []).append(words)
            else:
                signs |= dict.fromkeys(_lost_signs(words, source, style))
    made = [_problem(script, words) for script, words in sorted(lost.items(), key=lambda pair: -len(pair[1]))]
    codes = ", ".join(f"U+{ord(sign):04X}" for sign in list(signs)[:SHOWN])
    more = [Problem("sign-without-font", Severity.WARNING, facts=(str(len(signs)), codes))] if signs else []
    return (*made, *more)


def _problem(script: str, words: list[str]) -> Problem:
    text = " ".join(words)
    letters = "".join(dict.fromkeys(letter for letter in text if script_of(letter) == script))
    code = "script-in-columns" if script in COLUMNAR else "script-without-font"
    facts = (script_name(script), str(len(text.split())), letters[:SHOWN], package_of(script))
    return Problem(code, Severity.WARNING, facts=facts)


def _lost_signs(words: str, source: Font, style: Style) -> Iterator[str]:
    lost = (piece for piece, font in pieces(words, source, Wish(str(style.folder / "fonts"))) if font is None)
    yield from (sign for piece in lost for sign in piece if not sign.isspace() and sign not in JOINERS)


def _texts(thing: object) -> Iterator[str]:
    """The words of every text in a part of the document."""
    if isinstance(thing, Text):
        yield printable(thing.text)
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _texts(one)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            yield from _texts(getattr(thing, part.name))
