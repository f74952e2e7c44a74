"""The closed list of what the tool may say, as a reader of finished files.

A text is given with each run of a source's words as one SAID. Dates are taken out by the catalogue's own date rows, so are
names that a person gave or a file has, and words in quotation marks. What is left must be sentences of the catalogue, one
after the other: a template's slots hold numbers, what was taken out, and other templates, nothing else.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.catalogue import Catalogue, Slot, _parts

SAID, DATE = "\N{WHITE SQUARE}", "\N{WHITE CIRCLE}"  # what was taken out: a source's words or a name; a date
ATOM = re.compile(rf"[{SAID}{DATE}]|\[?\d+\]?")
BETWEEN = frozenset(" .,;:·()–—+…&/-|¶°")
NAMED = re.compile(r"[a-zA-Z]\b")  # fragments and differences
LONGEST = 400  # characters of what stands in a slot
COMMAND = (
    "dates.",
    "answer.",
    "explain.",
    "score.",
    "email.",
)  # dates are taken out before; the others are no words of a note


def unlisted(text: str, words: Catalogue, names: Iterable[str], *, placeless: bool = False) -> list[str]:
    """The places of `text` that no sentence of the catalogue accounts for, each with some words around it. `placeless`:
    sentences may leave out their "({place})", which on a page without pages is a link."""
    return _Parser(taken_out(text, words, names), words, placeless=placeless).failures()


def taken_out(text: str, words: Catalogue, names: Iterable[str]) -> str:
    text = " ".join(text.split())
    opening, closing = (re.escape(str(words.raw(f"language.{side}")).strip()) for side in ("open", "close"))
    text = re.sub(rf"{opening}[^{closing}]{{1,300}}{closing}", SAID, text)
    text = text.replace("[…]", SAID)
    for name in sorted({"".join(name.split()) for name in names if name.strip()}, key=len, reverse=True):
        broken = r"\s?".join(map(re.escape, name))  # over two lines
        text = re.sub(rf"(?<!\w){broken}(?!\w)", SAID, text)
    for pattern in _dates(words):
        text = pattern.sub(DATE, text)
    weekdays = "|".join(map(re.escape, words.raw("dates.weekdays_short")))
    on_axis = rf"(?<![^\W\d_] )(?<!\w)(?:{weekdays}),? (?={DATE})"  # "Sun 9" over "January 2022"
    return re.sub(on_axis, "", text)


def _dates(words: Catalogue) -> Iterator[re.Pattern[str]]:
    """Every way in which the catalogue writes a date, the longest first; then those that hold another ("early March")."""
    raw = words.raw

    def either(row: str) -> str:
        return "|".join(re.escape(word) for word in sorted(raw(f"dates.{row}"), key=len, reverse=True))

    facts = dict.fromkeys(("d", "d2", "n"), r"\d{1,2}") | dict.fromkeys(("y", "y2"), r"\d{4}")
    facts |= {"yy2": r"\d\d", "th": r"\w{0,3}\.?", "it": DATE, "it2": DATE, "season": f"(?:{either('seasons')})"}
    for name, row in (("wd", "weekdays_short"), ("weekday", "weekdays"), ("mon", "months_short"), ("month", "months")):
        facts[name] = facts[f"{name}2"] = f"(?:{either(row)})"
    rows = [row for code, row in words.templates() if code.startswith("dates.")] + list(raw("dates.half"))
    for row in sorted(rows, key=lambda row: ("{it" in row, -len(row))):
        parts = [facts[p.name] if isinstance(p, Slot) else re.escape(p) for p in _parts(row)]
        if any(isinstance(p, Slot) and p.name in {"d", "y", "it"} for p in _parts(row)):
            yield re.compile("".join((r"(?<!\w)", *parts, r"(?!\w)")).replace(r"\ ", r"\s"))


class _Parser:
    """Reads a text from its end to its beginning: at each word, the places where a sentence that begins there may end."""

    def __init__(self, text: str, words: Catalogue, *, placeless: bool) -> None:
        self.text = text
        self.known: dict[tuple[int, int], frozenset[int]] = {}
        self.found: dict[tuple[str, bool], frozenset[int]] = {}
        self.runs: dict[tuple[int, int, int], set[int]] = {}
        self.and_ = f" {str(words.raw('language.and')).strip()} "
        rows = {
            " ".join(row.split()) for code, row in words.templates() if not code.startswith((*COMMAND, "language."))
        }
        rows |= {str(words.raw("footer.unset"))}
        rows = {re.sub(r"[“„«]\s?(\{\w+\})\s?[”“»]", r"\1", row) for row in rows}  # what is quoted was taken out
        rows |= {row.replace(" ({place})", "").replace(", {place}", "") for row in rows} if placeless else set()
        made = [_parts(row) for row in rows if any(c.isalpha() for p in _parts(row) if isinstance(p, str) for c in p)]
        made = [
            parts
            for parts in made
            if all(self._where(p, first=n == 0) for n, p in enumerate(parts) if isinstance(p, str))
        ]
        self.begun: dict[str, list[tuple[str | Slot, ...]]] = {}  # by the first letter, small
        for parts in made:
            self.begun.setdefault(parts[0][:1].lower() if isinstance(parts[0], str) else "", []).append(parts)

    def failures(self) -> list[str]:
        for at in reversed(range(len(self.text))):
            if self._begins(at):
                self._ends(at, 0)
        found, at = [], 0
        while at < len(self.text):
            end = max(self._run(at, 0, LONGEST * 50), default=at)
            if end >= len(self.text):
                break
            if not NAMED.match(self.text, end):
                found.append(self.text[max(0, end - 20) : end + 60])
            at = end + 1
            while at < len(self.text) and not self._begins(at):
                at += 1
        return found

    def _begins(self, at: int) -> bool:
        return not (at and self.text[at - 1].isalnum() and self.text[at].isalnum()) and self.text[at] != " "

    def _run(self, at: int, depth: int, longest: int) -> set[int]:
        """Where a run of sentences and atoms that begins at `at` may end; none at all is one, too."""
        if (known := self.runs.get((at, depth, longest))) is None:
            known = self.runs[at, depth, longest] = self._reached(at, depth, longest)
        return known

    def _reached(self, at: int, depth: int, longest: int) -> set[int]:
        ends, waiting = {at}, [at]
        while waiting:
            here = waiting.pop()
            after = set(self._ends(here, depth if here == at else 0)) if here < len(self.text) else set()
            if here < len(self.text) and self.text[here] in BETWEEN:
                after.add(here + 1)
            if self.text.startswith(self.and_, here):
                after.add(here + len(self.and_))
            new = {end for end in after if end - at <= longest} - ends
            ends |= new
            waiting += new
        return ends

    def _ends(self, at: int, depth: int) -> frozenset[int]:
        """Where one sentence or atom that begins at `at` may end. A slot at the head of a template may hold templates that
        begin with a slot themselves, three deep."""
        if (at, depth) not in self.known:
            self.known[at, depth] = frozenset()  # while it is being worked out
            ends: set[int] = set()
            if self._begins(at):
                if atom := ATOM.match(self.text, at):
                    ends.add(atom.end())
                    ends |= {atom.end() - 1} if atom[0].endswith("]") else set()
                for parts in self.begun.get(self.text[at].lower(), ()):
                    ends |= self._of(parts, at, 0)
                for parts in self.begun.get("", ()) if depth < 3 else ():
                    ends |= self._of(parts, at, depth + 1)
            self.known[at, depth] = frozenset(ends)
        return self.known[at, depth]

    def _of(self, parts: tuple[str | Slot, ...], at: int, depth: int) -> set[int]:
        """Where the template may end that begins at `at`."""
        places = {at}
        for n, part in enumerate(parts):
            if isinstance(part, Slot) and part.name == "letter":
                places = {
                    m.end()
                    for place in places
                    if (m := re.compile(r"[A-Za-z]\w{0,2}(?:, [a-z]{1,3}\b)*").match(self.text, place))
                }
            elif isinstance(part, Slot):
                places = {end for place in places for end in self._run(place, depth if place == at else 0, LONGEST)}
            else:
                places = {place + len(part) for place in self._where(part, first=n == 0) & places}
            if not places:
                return places
        whole = {
            place
            for place in places
            if not (self.text[place - 1 : place].isalpha() and self.text[place : place + 1].isalpha())
        }
        return whole - {at}

    def _where(self, literal: str, *, first: bool) -> frozenset[int]:
        """All places of the text where the literal stands; the first letter of a sentence may be a capital."""
        if (literal, first) not in self.found:
            either = f"(?i:{re.escape(literal[0])})" if first and literal[0].isalpha() else re.escape(literal[0])
            pattern = re.compile(f"(?={either}{re.escape(literal[1:])})")
            self.found[literal, first] = frozenset(m.start() for m in pattern.finditer(self.text))
        return self.found[literal, first]
