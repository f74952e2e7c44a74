"""Compiles a language into a machine that is fast: words become single characters, rules become patterns over those.

A text is cut into tokens (`cutting.py`); each token becomes one character, the same for all words of the same classes
(`classes.py`): "a word of no interest" is a blank. The places where a date can be are then found by one scan of that short string,
and rules are tried only there, all at once (`lookahead.py`). What rules match depends on the classes alone, so it is remembered
by the classes that were looked at (never by words, never an answer).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from briefing.dates.classes import BLANK, BREAK, Classes
from briefing.dates.compiled import Compiled, Node, Slot, Values
from briefing.dates.cutting import plain, plain_digits, tokens_of
from briefing.dates.languages import numeric
from briefing.dates.lookahead import Branch, Rules
from briefing.dates.pattern import PIECE, Net, Parser, Words
from briefing.dates.rule import Language, Rule
from briefing.dates.tense import TenseWords
from briefing.plugins import load, names

LONGEST = 20  # tokens; no expression is longer
MOST_NODES = 60
MOST_CANDIDATES = 16
MOST_TAILS = 4
REMEMBERED = 50_000  # branches: a bound of memory

STOPS = (".", ";", "!", "?", ":")


class Grammar:
    """A language, compiled. `places` finds where to look, `candidates` what rules match there."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._tables = {
            name: {tuple(map(plain, tokens_of(surface))): value for surface, value in table.items()}
            for name, table in language.words.items()
        }
        literals = self._literals()
        lexicon: dict[str, set[str]] = {word: {f"={word}"} for word in (*literals, *STOPS)}
        for name, table in self._tables.items():
            for surface in table:
                if len(surface) == 1:
                    lexicon.setdefault(surface[0], set()).add(name)
        for tense, words in language.cues.items():
            for word in words:
                lexicon.setdefault(word, set()).add(f"~{tense}")
        self.classes = Classes({word: frozenset(names) for word, names in lexicon.items()}, language)
        self._words = Words(language, self.charset, lambda name: tuple(self._tables.get(name, ())), plain)
        self._net = Net()
        self._rules = Rules((self._compile(rule, order) for order, rule in enumerate(language.rules)), self._net)
        self.antiquity = frozenset(rule.name for rule in language.rules if rule.gives == "antiquity")
        self.places = self._places()
        self.hopeless: set[str] = set()  # two classes with which nothing begins
        self.tense_words = TenseWords.of(self.charset, STOPS)

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
        slots = tuple(Slot(group, label, self._values(name)) for group, (label, name) in enumerate(parser.slots, 1))
        return Compiled(rule, order, tree.spread(self._net), slots, parser.head, parser.tail)

    def _values(self, name: str) -> Values:
        """How the tokens of a class become its value."""
        phrase = self.language.phrases.get(name)
        if phrase is not None:
            value = phrase.value
            return Values(lambda tokens: value([plain(token) for token in tokens]))
        if name in numeric.VALUES:
            read = numeric.VALUES[name]
            return Values(lambda tokens: read(plain_digits(tokens[0].strip(" "))))
        table = self._tables[name]
        return Values(lambda tokens: table[tuple(map(plain, tokens))])

    def charset(self, name: str) -> str:
        return self.classes.holding(name)

    def _places(self) -> re.Pattern[str]:
        """Runs of tokens that some rule knows, at least one of which is not weak."""
        known = set("".join(self._net.chars))
        weak = {self.classes[word] for word in self.language.weak} | {
            char for name in ("digits", "day", "hour", "year2") for char in self.charset(name)
        }
        weak -= set(self.charset("year") + self.charset("threedigits"))
        strong = "".join(known - weak - {BLANK, BREAK})
        weak_known = "".join(known & weak)
        return re.compile(f"[{re.escape(weak_known)}]{{0,12}}[{re.escape(strong)}][{re.escape(strong + weak_known)}]*")

    # ------------------------------------------------------------------ matching

    def candidates(self, shape: str) -> tuple[Node, ...]:
        """What can be read at the beginning of `shape` (at most LONGEST tokens of it), the best first."""
        branch = self._rules.root
        for char in shape:
            following = branch[char]
            if following is None:
                break
            branch = following
        if branch.nodes is None:
            if self._rules.branches > REMEMBERED:
                self._rules.forget()
            branch.nodes = self._matches(branch)
        if not branch.nodes and len(branch.path) < 2:
            self.hopeless.add(shape[:2])
        return branch.nodes

    def _matches(self, branch: Branch) -> tuple[Node, ...]:
        shape, rules = branch.path, sorted(branch.ended, key=lambda rule: rule.order)
        found = [node for rule in rules if rule.head is None for node in self._nodes(rule, shape, None)]
        for head in found:  # grows while it is walked: joins may be joined again
            if len(found) <= MOST_NODES:
                for rule in rules:
                    if rule.head and head.rule.gives in rule.head:
                        found += self._nodes(rule, shape, head)
        found.sort(key=lambda node: (-node.length, node.order))
        return tuple(found[:MOST_CANDIDATES])

    def _nodes(self, rule: Compiled, shape: str, head: Node | None) -> list[Node]:
        at = head.length if head else 0
        walked = self._net.walk(rule.ends, shape, at)
        if not walked:
            return []
        end = at + len(walked)
        numbers = [self._net.group[place] for place in walked]
        groups = tuple(
            (slot, at + (first := numbers.index(slot.group)), at + first + numbers.count(slot.group))
            for slot in rule.slots
            if slot.group in numbers
        )
        if rule.tail is None:
            return [Node(rule.rule, end, rule.order, groups, head)]
        tails = [node for node in self.candidates(shape[end:]) if node.rule.gives in rule.tail][:MOST_TAILS]
        return [Node(rule.rule, end + tail.length, rule.order, groups, head, tail, end) for tail in tails]


@cache
def grammar(code: str) -> Grammar | None:
    """The compiled grammar of a language (ISO 639-1), None where there are no date rules for it."""
    if code not in names("briefing.dates.languages", "briefing.languages"):
        return None
    language = load("briefing.dates.languages", "briefing.languages", code, "LANGUAGE")
    return None if language is None else Grammar(language)
