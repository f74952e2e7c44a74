"""What can still match after some classes: a tree of all that was met so far, grown as texts are read.

A place is read one class after the other, from the root of the tree to the branch after which no rule has a use for the next
class. What can be read there depends on the classes up to there alone, so the branch remembers it: rules are tried once for
each branch, not for each place. Where "@date" stands in a pattern the tree lets any expression begin or go on, which costs a
branch, never a match.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.dates.compiled import Compiled, Node
from briefing.dates.pattern import Net


@dataclass(frozen=True, slots=True)
class Ahead:
    """What follows some places of the net: `places` by the classes that they take, the rules that end there, the kinds of
    what they give, and whether an expression may begin there inside another."""

    places: dict[str, list[int]]
    ended: frozenset[Compiled]
    gives: frozenset[str]
    begins: bool


class Branch(dict[str, "Branch | None"]):
    """What is left to match after the classes of `path`: class -> the next branch, None where no rule has a use for it.

    `ended` are the rules that may have matched on the way, `nodes` what they do match, once somebody asked.
    """

    __slots__ = ("_rules", "begins", "ended", "inside", "joins", "nodes", "path", "places")

    def __init__(self, rules: Rules, path: str) -> None:
        super().__init__()
        self._rules = rules
        self.path = path
        self.places: dict[str, list[int]] = {}  # of the net, that may come next
        self.begins = not path  # an expression may begin here,
        self.inside = False  # inside another one
        self.joins: frozenset[str] = frozenset()  # kinds of the expressions that may have ended here
        self.ended: frozenset[Compiled] = frozenset()
        self.nodes: tuple[Node, ...] | None = None

    def __missing__(self, char: str) -> Branch | None:
        branch = self[char] = self._rules.after(self, char)
        return branch


class Rules:
    """The rules of a language over their net, and the root of the tree."""

    def __init__(self, rules: Iterable[Compiled], net: Net) -> None:
        self.every = tuple(rules)
        self._net = net
        self._ending = {place: rule for rule in self.every for place in rule.ends.last}
        self._chars = frozenset("".join(net.chars))
        self._heads = frozenset(kind for rule in self.every for kind in rule.head or ())
        self._starting: dict[str, list[tuple[int, Compiled]]] = {}
        self.forget()

    def forget(self) -> None:
        """Begin a new tree, at first or where the old one has grown too big."""
        self.branches = 0
        self._known: dict[tuple[int, ...], Ahead] = {}
        self.root = Branch(self, "")

    def after(self, branch: Branch, char: str) -> Branch | None:
        """What is left after one more class, None where no rule has a use for it."""
        if char not in self._chars:
            return None
        taken = [place for chars, places in branch.places.items() if char in chars for place in places]
        if branch.begins:
            taken += [place for place, rule in self._starts(char) if rule.head is None]
        if branch.joins:
            taken += [place for place, rule in self._starts(char) if rule.head and rule.head & branch.joins]
        if not taken:
            return None
        self.branches += 1
        ahead = self._ahead(tuple(taken))
        child = Branch(self, branch.path + char)
        child.places, child.begins = ahead.places, ahead.begins
        child.inside = branch.inside or ahead.begins
        child.ended = branch.ended
        if ahead.ended:
            child.ended |= ahead.ended
            child.joins = self._heads if child.inside else ahead.gives
        return child

    def _ahead(self, taken: tuple[int, ...]) -> Ahead:
        """What follows the places that were taken; the same for all words that are used alike."""
        found = self._known.get(taken)
        if found is None:
            chars, follow = self._net.chars, self._net.follow
            places: dict[str, list[int]] = {}
            for place in dict.fromkeys(place for one in taken for place in follow[one]):
                places.setdefault(chars[place], []).append(place)
            ended = frozenset(self._ending[place] for place in taken if place in self._ending)
            gives = self._heads.intersection(rule.rule.gives for rule in ended)
            found = self._known[taken] = Ahead(places, ended, gives, any(rule.tail for rule in ended))
        return found

    def _starts(self, char: str) -> list[tuple[int, Compiled]]:
        """The places at which rules can begin with a class."""
        if char not in self._starting:
            chars = self._net.chars
            self._starting[char] = [(p, rule) for rule in self.every for p in rule.ends.first if char in chars[p]]
        return self._starting[char]
