"""Text -> embedding levels, and levels -> the order in which a line is seen: the Unicode Bidirectional Algorithm (UAX #9).

Texts come here without overrides, embeddings and isolates (`safe.printable` takes them out), so a paragraph is one run of
the rules W1 to I2. What is not the source's own text (a citation, a mark, words of the tool) is an isolate: it stands in
the text as one `OBJECT`, and has levels of its own.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final
from unicodedata import bidirectional, category, mirrored, normalize

OBJECT: Final = "\ufffc"
_STRONG: Final = {"L": 0, "R": 1, "AL": 1}
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON"})
_FIRST: Final = "\u0590"  # no character before this one runs from the right
_MOST_BRACKETS: Final = 63  # open at one time (BD16)


def runs_left(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return text > "" and max(text) >= _FIRST and any(bidirectional(c) in ("R", "AL", "AN") for c in text if c >= _FIRST)


def base_level(text: str) -> int:
    """0 or 1: the direction of the first letter that has one, 0 where none has (P2, P3)."""
    return next((_STRONG[kind] for kind in map(bidirectional, text) if kind in _STRONG), 0)


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character in a paragraph of level `base`; even levels run from left to right."""
    made = [base] * len(text)
    seen = [index for index, c in enumerate(text) if bidirectional(c) != "BN"]  # X9
    kinds = [bidirectional(text[index]) or "L" for index in seen]
    own = "R" if base & 1 else "L"
    _weak(kinds, own)
    _brackets([text[index] for index in seen], kinds, own)
    _neutral(kinds, own)
    for index, kind in zip(seen, kinds, strict=True):
        made[index] = base + _raised(kind, base)
    for index in sorted(set(range(len(text))) - set(seen)):
        made[index] = made[index - 1] if index else base
    return made


def _raised(kind: str, base: int) -> int:
    """I1, I2."""
    if base & 1:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def visual(levels: Sequence[int]) -> list[int]:
    """Places of a line's parts from left to right, as they are seen (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = None
        for place in range(len(order) + 1):
            inside = place < len(order) and levels[order[place]] >= level
            if inside and start is None:
                start = place
            elif not inside and start is not None:
                order[start:place] = reversed(order[start:place])
                start = None
    return order


# --------------------------------------------------------------------------- the rules


def _weak(kinds: list[str], own: str) -> None:
    """W1 to W7, in one pass each, as written."""
    before = own
    for index, kind in enumerate(kinds):  # W1
        kinds[index] = before = before if kind == "NSM" else kind
    strong = own
    for index, kind in enumerate(kinds):  # W2, W3
        if kind in _STRONG:
            strong = kind
        kinds[index] = "AN" if kind == "EN" and strong == "AL" else "R" if kind == "AL" else kind
    for index in range(1, len(kinds) - 1):  # W4
        last, kind, following = kinds[index - 1 : index + 2]
        if last == following and ((kind == "CS" and last in ("EN", "AN")) or (kind == "ES" and last == "EN")):
            kinds[index] = last
    for start, end in _stretches(kinds, {"ET"}):  # W5
        if "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
    strong = own
    for index, kind in enumerate(kinds):  # W6, W7
        if kind in _STRONG:
            strong = kind
        kinds[index] = "ON" if kind in ("ES", "ET", "CS") else "L" if kind == "EN" and strong == "L" else kind


def _neutral(kinds: list[str], own: str) -> None:
    """N1, N2: what stands between letters of one direction runs with them, all else with the paragraph."""
    for start, end in _stretches(kinds, _NEUTRAL):
        left = _side(kinds[start - 1]) if start else own
        right = _side(kinds[end]) if end < len(kinds) else own
        kinds[start:end] = [left if left == right else own] * (end - start)


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"  # numbers are as letters from the right here


def _stretches(kinds: list[str], of: set[str] | frozenset[str]) -> list[tuple[int, int]]:
    """Half-open places of neighbours whose kind is among `of`."""
    edges = [0, *(n for n, (a, b) in enumerate(pairwise(kinds), 1) if (a in of) != (b in of)), len(kinds)]
    return [(start, end) for start, end in pairwise(edges) if kinds[start:end] and kinds[start] in of]


def _brackets(text: list[str], kinds: list[str], own: str) -> None:
    """N0: both brackets of a pair run alike, as what they hold does, or what stands before them."""
    if not (pairs := _pairs(text, kinds)):
        return
    sides = [kind if kind in ("L", "R") else "R" if kind in ("EN", "AN") else "" for kind in kinds]
    other = "L" if own == "R" else "R"
    strong = [index for index, side in enumerate(sides) if side]
    for start, end in pairs:
        first = bisect_left(strong, start)
        held = {sides[index] for index in strong[first : bisect_left(strong, end)]}
        if not held:
            continue
        before = sides[strong[first - 1]] if first else own
        side = own if own in held or before != other else other
        for index in (start, end):
            insort(strong, index)
            kinds[index] = sides[index] = side
            _with_marks(index, side, text, kinds, sides)


def _with_marks(index: int, side: str, text: list[str], kinds: list[str], sides: list[str]) -> None:
    for mark in range(index + 1, len(text)):
        if bidirectional(text[mark]) != "NSM":
            break
        kinds[mark] = sides[mark] = side


def _pairs(text: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    """Brackets that belong together, by their first place (BD16)."""
    closing = bracket_pairs()
    held: list[tuple[str, int]] = []
    found = []
    for index, letter in enumerate(text):
        if kinds[index] != "ON" or letter < "(":
            continue
        letter = normalize("NFC", letter)
        if letter in closing:
            if len(held) == _MOST_BRACKETS:
                break
            held.append((closing[letter], index))
        else:
            match = next((n for n in range(len(held) - 1, -1, -1) if held[n][0] == letter), None)
            if match is not None:
                found.append((held[match][1], index))
                del held[match:]
    return sorted(found)


@cache
def bracket_pairs() -> dict[str, str]:
    """Opening to closing brackets: an opening one and the closing one that stands next in Unicode, where they mirror."""
    letters = [
        chr(code) for code in range(0x28, 0x10000) if category(chr(code)) in ("Ps", "Pe") and mirrored(chr(code))
    ]
    found = dict.fromkeys(letters, "")
    for letter, following in pairwise(letters):
        if (category(letter), category(following)) == ("Ps", "Pe") and ord(following) - ord(letter) < 3:
            found[letter] = following
    return {normalize("NFC", start): normalize("NFC", end) for start, end in found.items() if end}


@cache
def mirror_images() -> dict[int, str]:
    """What stands for a character in words that run from the right, for `str.translate`: brackets, arrows of quotation."""
    pairs = {**bracket_pairs(), "<": ">", "«": "»", "‹": "›", "≤": "≥"}
    return {ord(a): b for a, b in pairs.items()} | {ord(b): a for a, b in pairs.items()}
