"""The contract of a language: its words, and its rules as rows that an editor can read.

A pattern is written in words, not in characters; white space between words is free:

    {month}          one word (or several) of the class `month`; its value reaches `means` under that name
    {last:month}     the same under another name
    <count>          a shape: a named pattern of this language, put in here
    ago              the word itself, in lower, Capital or UPPER case
    a? (b|c)         optional, choice
    @date            another rule's match: at the end of a pattern ("the end of @date") or at its beginning ("@date night")

The longest match wins, then the order of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefing.timex import Timex

Parts = Mapping[str, Any]
Meaning = Callable[[Parts], Timex | None]
# Tokens of the text, first and last (excluded) token of the match -> whether the words around allow it.
Fits = Callable[[Sequence[str], int, int], bool]


@dataclass(frozen=True, slots=True)
class Example:
    """A text in which the rule finds something. `expect` is the interval in ISO 8601 where there is one
    ("2022-01-13/2022-01-16"), else the TIMEX3 value ("P3D"). `published` is the day that it counts from."""

    text: str
    expect: str
    published: str = "2022-01-12"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying a date.

    `name` is seen by readers and stays stable. `says` is the sentence of the audit. `gives` is the kind that other rules'
    `@kind` can ask for: day, period (anything longer), time, duration, set, vague. `alone` False: only inside another rule.
    `means` returns None where the words turn out to be no date.
    """

    name: str
    says: str
    pattern: str
    means: Meaning
    gives: str = "day"
    examples: tuple[Example, ...] = ()
    rejects: tuple[str, ...] = ()
    fits: Fits | None = None
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Phrase:
    """A class of several words whose value is worked out: "two and a half" -> 2.5. `value` gets the words, lower case."""

    pattern: str
    value: Callable[[Sequence[str]], Any]


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known about dates in one language.

    `words`: class -> surface (lower case) -> value. `capital`: words that count only with a capital letter (*May*, *March*),
    but in the classes `small`, whose rows look twice (*sat nite*, *5th of may*).
    `weak`: words that never make a date by themselves ("the", "of"), so that no place is looked at for their sake.
    `shapes`: patterns with a name. `cues`: words that show the tense of a clause, by "past", "present", "future"; "joint" begins
    a new clause ("that"); after "idle" a participle shows none ("be", "the"); "prospect" looks ahead where "infinitive" or "comparing" follows
    ("set to", "as early as", "ahead of"); "limit" looks ahead by itself ("until"), "denial" takes that back in the past ("not"); "contracted" before an
    apostrophe looks ahead ("won't"); "perfect" after "pluperfect" puts what was to come into the past ("had been due").
    `bounds`: words before a date that make it a bound ("since": +1, open to the future; "until": -1).
    `endings` the same by the word's ending. `day_first`: how "01/02/2022" is read where nobody declares it.
    """

    code: str
    words: Mapping[str, Mapping[str, Any]]
    rules: tuple[Rule, ...]
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    shapes: Mapping[str, str] = field(default_factory=dict)
    capital: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    cues: Mapping[str, frozenset[str]] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)
    bounds: Mapping[str, int] = field(default_factory=dict)
    day_first: bool = False
