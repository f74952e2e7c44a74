"""Compiles a language into a machine that is fast: words become single characters, rules become patterns over those.

A text is cut into tokens; each token becomes one character, the same for all words of the same classes ("a word of no
interest" is a blank). The places where a date can be are then found by one scan of that short string, and rules are tried
only there, by the class of the first word. What rules match depends on the classes alone, so it is remembered by string of
classes (never by words, never an answer).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.dates.languages import numeric
from briefing.dates.pattern import PIECE, Parser, Tree, Value, Words, seconds
from briefing.dates.rule import Language, Rule
from briefing.model import Tense
from briefing.plugins import load, names
from briefing.timex import Timex

BLANK = " "  # a token that no rule knows
BREAK = "\n"  # a blank line: nothing reaches across
LONGEST = 20  # tokens; no expression is longer
MOST_NODES = 60
MOST_CANDIDATES = 4
REMEMBERED_WORDS = 200_000  # bounds of memory
REMEMBERED_PLACES = 50_000

TOKEN = re.compile(
    r"[A-Za-z]+(?:\w+)? *"
    r"|\d+(?=(?!(?:[SsRrNn][TtDd]|[Tt][Hh]|[AaPp][Mm])\b)[A-Za-z]{2,}\b)"  # "5mins", "1hr": a number and a word
    r"|\d\w*(?:[.,:/\-–]\d\w*|-W\d\d\b)*(?: ?[AaPp]\.? ?[Mm]\b\.?)?(?:[+-]\d\d:\d\d)? *"
    r"|['’‘]\d\ds?\b *|\n\s*|[^\W\d]\w* *|. *",
    re.DOTALL,
)
_WRAP = re.compile(r"(?<!\n)\n(?=[ \t]*\S)")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]*@[A-Za-z_][\w.-]*"
)  # "@friday", "https://x.org/2022/05/06": no prose
_SPACES = str.maketrans("\t\r\f\v\xa0\u2002\u2003\u2007\u2009\u202f\u3000", " " * 11)
_QUOTES = str.maketrans("’‘´`–‐‑‒", "''''----")

_STOPS = (".", ";", "!", "?", ":")


def tokens_of(text: str) -> list[str]:
    """All of `text`, cut into words, clusters of digits and signs, each with the blanks behind it. Lines of one
    paragraph are one line."""
    if "\n" in text:
        if "\r" in text:
            text = text.replace("\r\n", " \n")
        text = _WRAP.sub(" ", text)
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda found: "_" * len(found.group()), text)
    return TOKEN.findall(text.translate(_SPACES) if not text.isascii() or "\t" in text else text)


@dataclass(frozen=True, slots=True)
class Slot:
    """A group of a compiled pattern: its name for `means`, and how its tokens become a value."""

    group: int
    label: str
    value: Value


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule over classes. `head` and `tail` are the kinds that `@kind` asks for, None where there is none."""

    rule: Rule
    order: int
    tree: Tree
    match: Callable[[str, int], re.Match[str] | None]
    slots: tuple[Slot, ...]
    head: frozenset[str] | None
    tail: frozenset[str] | None


class _Late:
    """A pattern that is compiled when it is asked first."""

    __slots__ = ("_match", "_tree")

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._match: Callable[[str, int], re.Match[str] | None] | None = None

    def __call__(self, shape: str, at: int) -> re.Match[str] | None:
        if self._match is None:
            self._match = re.compile(self._tree.text, re.DOTALL).match
        return self._match(shape, at)


@dataclass(frozen=True, slots=True)
class Node:
    """A match over classes: which rule, how many tokens, which groups, and the matches inside it."""

    rule: Rule
    length: int
    order: int
    groups: tuple[tuple[Slot, int, int], ...]
    head: Node | None = None
    tail: Node | None = None
    tail_at: int = 0

    def meaning(self, tokens: Sequence[str], at: int) -> Timex | None:
        """The value of the tokens from `at`, None where the words turn out to be no date."""
        if self.rule.fits is not None and not self.rule.fits(tokens, at, at + self.length):
            return None
        parts = {slot.label: slot.value(tokens[at + a : at + b]) for slot, a, b in self.groups}
        for label, node, where in (("head", self.head, at), ("tail", self.tail, at + self.tail_at)):
            if node is not None:
                parts[label] = node.meaning(tokens, where)
                if parts[label] is None:
                    return None
        return self.rule.means(parts)


class Classes(dict[str, str]):
    """Token -> its character. Learns tokens as they come, up to a bound."""

    def __init__(self, lexicon: dict[str, frozenset[str]], language: Language) -> None:
        super().__init__()
        self._lexicon = lexicon | {"`": lexicon.get("'", frozenset())}
        self._capital = language.capital
        self._small = language.small
        self._chars: dict[frozenset[str], str] = {frozenset(): BLANK}
        for name in sorted(set(lexicon.values()), key=sorted):
            self._char(name)
        for word in self._capital:
            self._char(self._plain(word))
        for shape, _ in numeric.SHAPES:
            self._char(self._numeric(shape))
        self._endings = tuple((e, self._char(frozenset({f"~{tense}"}))) for e, tense in language.endings.items())

    def _char(self, classes: frozenset[str]) -> str:
        if classes not in self._chars:
            self._chars[classes] = chr(0xC0 + len(self._chars))
        return self._chars[classes]

    @staticmethod
    def _numeric(shape: str) -> frozenset[str]:
        return frozenset(name for name, shapes in numeric.CLASSES.items() if shape in shapes)

    def _plain(self, word: str) -> frozenset[str]:
        """What is left of a word that counts only with a capital, without one: the word itself, tenses, and the classes
        that are for small letters."""
        return frozenset(name for name in self._lexicon[word] if name[0] in "=~" or name in self._small)

    def holding(self, name: str) -> str:
        """All characters whose tokens are of the class `name`."""
        return "".join(char for classes, char in self._chars.items() if name in classes)

    def __missing__(self, token: str) -> str:
        char = self._classify(token)
        if len(self) < REMEMBERED_WORDS and len(token) < LONGEST:
            self[token] = char
        return char

    def _classify(self, token: str) -> str:
        word = token.rstrip(" ")
        if word.isalpha() and word.isascii():
            return self._word(word, word.lower())
        if word[:1].isdecimal() or (word[:1] in "'’‘" and word[1:2].isdecimal()):
            shape = numeric.shape(plain_digits(word))
            return BLANK if shape is None else self._char(self._numeric(shape))
        if "\n" in token:
            return BREAK
        return self._word(word, plain(token))

    def _word(self, word: str, low: str) -> str:
        """The character of a word or sign; `low` as the tables have it."""
        classes = self._lexicon.get(low)
        if classes is not None:
            if word.isalpha() and not (word.islower() or word.isupper() or word.istitle()):
                return BLANK
            if low in self._capital and not word[0].isupper():
                classes = self._plain(low)
            return self._chars[classes]
        for ending, char in self._endings:
            if word.endswith(ending) and len(word) > len(ending) + 2 and word.islower():
                return char
        return BLANK


def plain(token: str) -> str:
    """A token as the tables have it: no white space, lower case, straight quotes and hyphens."""
    return token.strip(" ").lower().translate(_QUOTES)


def plain_digits(word: str) -> str:
    """Digits of any script as ASCII digits, dashes as hyphens."""
    if word.isascii():
        return word
    return "".join(str(int(c)) if c.isdecimal() else c for c in word).translate(_QUOTES)


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The characters of the words that tell the tense of a clause: see `rule.Language.cues`. `signals` are all of them."""

    cues: dict[str, Tense]
    stops: frozenset[str]
    joints: frozenset[str]
    limits: frozenset[str]
    denials: frozenset[str]
    prospects: frozenset[str]
    infinitive: frozenset[str]
    comparing: frozenset[str]
    idle: frozenset[str]
    contracted: frozenset[str]
    apostrophe: frozenset[str]
    perfect: frozenset[str]
    pluperfect: frozenset[str]
    signals: frozenset[str]

    @classmethod
    def of(cls, charset: Callable[[str], str]) -> TenseWords:
        def marked(name: str) -> frozenset[str]:
            return frozenset(charset(f"~{name}"))

        cues = {char: tense for tense in Tense for char in charset(f"~{tense.value}")}
        cues |= dict.fromkeys(marked("prospect"), Tense.FUTURE)
        stops = frozenset("".join(charset(f"={sign}") for sign in _STOPS) + BREAK)
        joints, limits, denials = marked("joint"), marked("limit"), marked("denial")
        return cls(
            cues, stops, joints, limits, denials, marked("prospect"), marked("infinitive"), marked("comparing"), marked("idle"), marked("contracted"),
            frozenset(charset("='")), marked("perfect"), marked("pluperfect"), frozenset(cues) | stops | joints | limits | denials,
        )  # fmt: skip


class Grammar:
    """A language, compiled. `places` finds where to look, `candidates` what rules match there."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._tables = {
            name: {tuple(map(plain, tokens_of(surface))): value for surface, value in table.items()}
            for name, table in language.words.items()
        }
        literals = self._literals()
        lexicon: dict[str, set[str]] = {word: {f"={word}"} for word in (*literals, *_STOPS)}
        for name, table in self._tables.items():
            for surface in table:
                if len(surface) == 1:
                    lexicon.setdefault(surface[0], set()).add(name)
        for tense, words in language.cues.items():
            for word in words:
                lexicon.setdefault(word, set()).add(f"~{tense}")
        self.classes = Classes({word: frozenset(names) for word, names in lexicon.items()}, language)
        self._words = Words(language, self.charset, lambda name: tuple(self._tables.get(name, ())), plain)
        self._rules = tuple(self._compile(rule, order) for order, rule in enumerate(language.rules))
        self.beginnings: dict[str, tuple[Compiled, ...]] = {}  # two classes -> the rules that can begin with them
        self._joins: dict[str, tuple[Compiled, ...]] = {}
        self._seconds: dict[tuple[str, bool], list[tuple[Compiled, frozenset[str] | None]]] = {}
        self.antiquity = frozenset(rule.name for rule in language.rules if rule.gives == "antiquity")
        self._remembered: dict[str, tuple[Node, ...]] = {}
        self.places = self._places()
        self.tense_words = TenseWords.of(self.charset)

    # ------------------------------------------------------------------ compiling

    def _sources(self) -> Iterable[str]:
        yield from (rule.pattern for rule in self.language.rules)
        yield from self.language.shapes.values()
        yield from (phrase.pattern for phrase in self.language.phrases.values())

    def _literals(self) -> set[str]:
        """Every word and sign that a pattern or a surface of several words names literally."""
        found = {word for table in self._tables.values() for surface in table if len(surface) > 1 for word in surface}
        for source in self._sources():
            for piece in PIECE.finditer(source):
                if piece[5] or piece[6] or (piece[7] and piece[7] not in "()|?"):
                    found.add(plain(piece[5] or piece[6] or piece[7]))
        return found

    def _compile(self, rule: Rule, order: int) -> Compiled:
        parser = Parser(self._words, rule.pattern)
        tree = parser.whole()
        slots = tuple(Slot(group, label, self._value(name)) for group, (label, name) in enumerate(parser.slots, 1))
        return Compiled(rule, order, tree, _Late(tree), slots, parser.head, parser.tail)

    def _value(self, name: str) -> Value:
        """How the tokens of a class become its value."""
        phrase = self.language.phrases.get(name)
        if phrase is not None:
            value = phrase.value
            return lambda tokens: value([plain(token) for token in tokens])
        if name in numeric.VALUES:
            read = numeric.VALUES[name]
            return lambda tokens: read(plain_digits(tokens[0].strip(" ")))
        table = self._tables[name]
        return lambda tokens: table[tuple(map(plain, tokens))]

    def beginning(self, pair: str) -> tuple[Compiled, ...]:
        """The rules that can match from a token on, as far as it and the next one tell."""
        return self._by_pair(pair, self.beginnings, joins=False)

    def _by_pair(self, pair: str, known: dict[str, tuple[Compiled, ...]], *, joins: bool) -> tuple[Compiled, ...]:
        found = known.get(pair)
        if found is None:
            rules = self._following(pair[0], joins=joins)
            found = known[pair] = tuple(rule for rule, after in rules if after is None or pair[1:] in after)
        return found

    def _following(self, first: str, *, joins: bool) -> list[tuple[Compiled, frozenset[str] | None]]:
        """The rules that begin with a class, each with the classes that may follow it there."""
        key = (first, joins)
        found = self._seconds.get(key)
        if found is None:
            rules = [r for r in self._rules if (r.head is not None) is joins and first in r.tree.first]
            found = self._seconds[key] = [(rule, seconds(rule.tree, first)) for rule in rules]
        return found

    def charset(self, name: str) -> str:
        return self.classes.holding(name)

    def _places(self) -> re.Pattern[str]:
        """Runs of tokens that some rule knows, at least one of which is not weak."""
        known = {c for rule in self._rules for c in _chars_of(rule.tree.text)}
        weak = {self.classes[word] for word in self.language.weak} | {
            char for name in ("digits", "day", "hour", "year2") for char in self.charset(name)
        }
        weak -= set(self.charset("year") + self.charset("threedigits"))
        strong = "".join(known - weak - {BLANK, BREAK})
        weak_known = "".join(known & weak)
        return re.compile(f"[{re.escape(weak_known)}]{{0,12}}[{re.escape(strong)}][{re.escape(strong + weak_known)}]*")

    # ------------------------------------------------------------------ matching

    def candidates(self, shape: str) -> tuple[Node, ...]:
        """What can be read at the beginning of `shape` (at most LONGEST characters), the best first."""
        found = self._remembered.get(shape)
        if found is None:
            found = self._candidates(shape)
            if len(self._remembered) >= REMEMBERED_PLACES:
                self._remembered.clear()
            self._remembered[shape] = found
        return found

    def _candidates(self, shape: str) -> tuple[Node, ...]:
        if not shape:
            return ()
        found: list[Node] = []
        for rule in self.beginning(shape[:2]):
            found += self._nodes(rule, shape, None)
        for head in found:  # grows while it is walked: joins may be joined again
            if len(found) > MOST_NODES or head.length == len(shape):
                continue
            for rule in self._by_pair(shape[head.length : head.length + 2], self._joins, joins=True):
                if rule.head and head.rule.gives in rule.head:
                    found += self._nodes(rule, shape, head)
        found.sort(key=lambda node: (-node.length, node.order))
        return tuple(found[:16])

    def _nodes(self, rule: Compiled, shape: str, head: Node | None) -> list[Node]:
        at = head.length if head else 0
        match = rule.match(shape, at)
        if match is None:
            return []
        groups = tuple((slot, *match.span(slot.group)) for slot in rule.slots if match.start(slot.group) >= 0)
        end = match.end()
        if rule.tail is None:
            return [Node(rule.rule, end, rule.order, groups, head)]
        tails = [node for node in self.candidates(shape[end:]) if node.rule.gives in rule.tail][:MOST_CANDIDATES]
        return [Node(rule.rule, end + tail.length, rule.order, groups, head, tail, end) for tail in tails]


def _chars_of(pattern: str) -> set[str]:
    return {char for char in pattern if ord(char) >= 0xC0}


@cache
def grammar(code: str) -> Grammar | None:
    """The compiled grammar of a language (ISO 639-1), None where there are no date rules for it."""
    if code not in names("briefing.dates.languages", "briefing.languages"):
        return None
    language = load("briefing.dates.languages", "briefing.languages", code, "LANGUAGE")
    return None if language is None else Grammar(language)
