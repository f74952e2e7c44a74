"""How a language shows what a date in a sentence dates, and who says what the sentence tells: the contract of its table.

`Tongue` -> compiled patterns. A table is one file of `languages/` with `TONGUE = Tongue(...)`, found by its name; other
packages add theirs through the entry-point group "briefing.tongues". A language without a table is read by `PLAIN`: marks of
quotation and datelines count, words don't.

Patterns that read the text before a date end with `$`; those that read the text behind it begin with `^`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.plugins import load, names

NEVER = re.compile(r"(?!)")
Pattern = re.Pattern[str]


def behind(*shapes: str) -> Pattern:
    """One pattern for text behind a date, from alternatives; case does not matter."""
    return re.compile(rf"^(?:{'|'.join(shapes)})", re.IGNORECASE)


def before(*shapes: str) -> Pattern:
    """One pattern for text before a date, from alternatives that each reach up to it."""
    return re.compile(rf"(?:{'|'.join(shapes)})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that is not its main clause: `opens` reads up to the date, `far` is how much a date there yields."""

    opens: Pattern
    far: float


@dataclass(frozen=True, slots=True)
class Dates:
    """What shows that a date is not the day of what its sentence tells, each with the words that show it."""

    determiner: Pattern = NEVER  # before: "the 2014", "a", "their annual"
    at_event: Pattern = NEVER  # before: "at the October" (premiere): it dates what is told after all
    puts_in_time: Pattern = NEVER  # before a year: "in 2003", so that "2003 film" without it is a name
    noun: Pattern = NEVER  # behind: the noun that a date tells apart
    of_noun: Pattern = NEVER  # before: "the attacks of"
    before_name: Pattern = NEVER  # before, right against the date: "post-"
    possessed: Pattern = NEVER  # behind: "'s"
    judged: Pattern = NEVER  # behind a possessive at the front: "'s crash is"
    pointed_at: Pattern = NEVER  # the sentence: "Those are takeaways from a story on Sunday"
    compared: Pattern = NEVER  # before: "fewer than in", "in her early", "the worst since"
    ranked: Pattern = NEVER  # before "this year": "the 19th test",
    this_unit: Pattern = NEVER  # and the date there
    from_earlier: Pattern = NEVER  # before: "from" after a word of change
    changed: Pattern = NEVER  # before: "rose", "percent"
    earlier: Pattern = NEVER  # the date: "a year earlier"
    cause: Pattern = NEVER  # before a far date: "sentenced for taking part in a march in"
    reduced: Pattern = NEVER  # before: "girls captured in"
    restrictive: Pattern = NEVER  # before: "the man who was jailed in"
    main_verb: Pattern = NEVER  # behind an aside: the main clause goes on
    today: frozenset[str] = frozenset()  # words that may mean nowadays,
    nowadays: Pattern = NEVER  # and what in the sentence shows that they do
    clause: Pattern = NEVER  # before: up to where the date's own clause begins
    till_now: Pattern = NEVER  # the date: a stretch up to now, "the past year"
    past: Pattern = NEVER  # in that clause: it tells what was,
    ahead: Pattern = NEVER  # or what will be;
    was_to: Pattern = NEVER  # "was due to open" tells neither
    desk: Pattern = NEVER  # the sentence: corrections and captions
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """What shows who says a thing, and whether a date is that of saying it."""

    verb: Pattern = NEVER  # any verb of saying
    turned: Pattern = NEVER  # behind a quotation or comma: verb, then group 1 who says it
    no_subject: Pattern = NEVER  # before a verb: "was", "the": it is passive or a noun
    not_said: Pattern = NEVER  # from the verb on: "claimed 20 lives"
    helper: Pattern = NEVER  # before a verb: "has also"
    according: Pattern = NEVER  # group 1 who says it
    told: Pattern = NEVER  # before ", said": what is said has a verb of its own
    finite: Pattern = NEVER  # in what would be a subject: it is a clause
    joint: Pattern = NEVER  # at the front of a subject: "and", "but"
    elided: Pattern = NEVER  # at the end of a subject: the verb shares that of another verb
    inner: Pattern = (
        NEVER  # up to the last clause's own subject: "a letter which" (she said), "It comes after" (Holm said)
    )
    pronoun: Pattern = NEVER  # at the end of a subject: "he"
    relative: Pattern = NEVER  # where a subject's relative clause begins
    lead: Pattern = NEVER  # what may stand before a subject: "On Friday", "(Agency) -"
    tail: Pattern = NEVER  # what may stand behind it: "today", "finally"
    stranger: Pattern = NEVER  # the front of what is no subject: "in", "asked"
    up_to_day: Pattern = NEVER  # from a verb to its date: "said in Oslo on", "told reporters", "announced the plan"
    day_then_verb: Pattern = NEVER  # behind a date: "Holm said",
    day_comma_verb: Pattern = NEVER  # and where it leads the sentence: ", Holm said that"
    front: Pattern = NEVER  # before a date that does
    said_last: Pattern = NEVER  # before: ", the port office said"
    occasion: Pattern = NEVER  # before a date: "in a statement on"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language's patterns by the question they answer; `code` is ISO 639-1, "" for none in particular."""

    code: str
    dates: Dates = Dates()
    speech: Speech = Speech()


PLAIN = Tongue("")


@cache
def tongue(code: str) -> Tongue:
    """The patterns of a language; those of English where it is not known, none of words where it has no table."""
    code = code or "en"
    if code not in names("briefing.events.languages", "briefing.tongues"):
        return PLAIN
    found = load("briefing.events.languages", "briefing.tongues", code, "TONGUE")
    return found if isinstance(found, Tongue) else PLAIN
