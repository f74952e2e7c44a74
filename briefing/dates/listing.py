"""The table of rules as an editor reads it: Language -> Markdown. `briefing rules` prints it; `docs/rules.md` is that print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from briefing.dates.rule import Language, Rule

_HEAD = """# Date rules: {code}

Printed by `briefing rules --language {code}`; do not edit. Each rule is one way of saying a date: its name, what it reads, its
pattern, examples with what they mean (counted from 12 January 2022 where no other day is given), and what it leaves alone.

In a pattern `{{month}}` is a word of that class, `{{last:month}}` the same under another name, `<month>` a shape put in, `word`
the word itself, `?` optional, `(a|b)` a choice, `@day` a match of any rule that gives a day. Classes and shapes are listed at
the end. The longest match wins, then the order of the table.
"""


def listing(language: Language) -> str:
    """All rules of a language, then its shapes, its classes of several words, and its word classes."""
    return "\n".join(_lines(language)) + "\n"


def _lines(language: Language) -> Iterator[str]:
    yield _HEAD.format(code=language.code)
    for rule in language.rules:
        yield from _rule(rule)
    yield "## Shapes\n"
    for name, pattern in language.shapes.items():
        yield f"- `<{name}>` {_code(pattern)}"
    yield "\n## Classes of several words\n"
    for name, phrase in language.phrases.items():
        yield f"- `{{{name}}}` {_code(phrase.pattern)}"
    yield "\n## Word classes\n"
    for name, words in language.words.items():
        yield f"- `{{{name}}}` {_words(words)}"
    if language.capital:
        yield f"\nOnly with a capital letter: {', '.join(sorted(language.capital))}."


def _rule(rule: Rule) -> Iterator[str]:
    yield f"## {rule.name}\n"
    inside = "" if rule.alone else " (only inside another rule)"
    yield f"{rule.says[:1].upper()}{rule.says[1:]}; gives a {rule.gives}{inside}.\n"
    yield f"    {' '.join(rule.pattern.split())}\n"
    for example in rule.examples:
        when = "" if example.published == "2022-01-12" else f" (published {example.published})"
        yield f"- {_code(example.text)}{when}: {example.expect}"
    for text in rule.rejects:
        yield f"- not: {_code(text)}"
    yield ""


def _words(words: Mapping[str, object]) -> str:
    """Surfaces by what they stand for: "last, past = -1"."""
    grouped: dict[str, list[str]] = {}
    for surface, value in words.items():
        grouped.setdefault(_value(value), []).append(surface)
    return "; ".join(f"{', '.join(surfaces)} = {value}" for value, surfaces in grouped.items())


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(map(_value, value))
    return value.name.lower() if isinstance(value, Enum) else str(value)


def _code(text: str) -> str:
    """Text as code: nothing in it is Markdown."""
    folded = " ".join(text.split())
    return f"`` {folded} ``" if "`" in folded else f"`{folded}`"
