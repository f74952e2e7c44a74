"""Words that mean a date in small letters only where the words beside them say so (see `around.py`): *sat nite*, *5th of may*."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.dates.languages.en import words as w
from briefing.dates.languages.en.around import end_of_phrase, word

_BEFORE_MONTH = frozenset(
    """in on by until till til since from of before after to through thru and or for the this next last is was starts begins opens ends
bday birthday early late mid due -""".split()
)
_BEFORE_DAY = frozenset("on this next last every each til till until thru by since".split())
_AFTER_DAY = frozenset("i we he she they it you u is was will cos so but".split())
_SURE_BEFORE_MONTH = frozenset("in since until till til by of early late mid".split())
_PARTS = frozenset("end beginning start middle part half rest month week weekend days weeks most all".split())
_NO_MARCH = frozenset("on to with for by from at".split())  # "a late march to", "in march with"


def month_in_date(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "on may 5th", "march 3, 2012", "5th of may"; but not "you may 9 times", "they march 9 miles"."""
    small = [at for at in range(start, end) if word(tokens, at) in w.SMALL_MONTH]
    if not small:
        return True
    if small[0] == start:
        before = word(tokens, start - 1).lower()
        if before[:1].isalnum() and before not in _BEFORE_MONTH:
            return False
    return end_of_phrase(tokens, start, end)


def month_alone(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "in may", "until march", "end of may"; but not "it may", "on the march", "in march with"."""
    before, after = word(tokens, start - 1).lower(), word(tokens, end).lower()
    if before not in _SURE_BEFORE_MONTH or not end_of_phrase(tokens, start, end):
        return False
    if before == "of" and word(tokens, start - 2).lower() not in _PARTS:
        return False
    return word(tokens, start) == "may" or after not in _NO_MARCH


def shifted_month(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "last may", "next march"; but not "this may help"."""
    if word(tokens, end - 1) not in w.SMALL_MONTH:
        return True
    return word(tokens, end - 2) not in ("this", "the") and end_of_phrase(tokens, start, end)


def day_alone(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "on sat", "til mon", "sat nite", "sun 8am", "sat & sun"; but not "he sat down", "the sun", "mon ami"."""
    before = word(tokens, start - 1).lower()
    if before in ("the", "a", "my", "that", "'", "’"):
        return False
    if time_follows(tokens, end):
        return True
    if before in ("&", "/", "-", "and"):
        return _weekday(word(tokens, start - 2)) and end_of_phrase(tokens, start, end)
    if word(tokens, end) in ("&", "/", "-", "thru", "to", "through") and _weekday(word(tokens, end + 1)):
        return True
    return before in _BEFORE_DAY and _ends(word(tokens, end))


def _ends(after: str) -> bool:
    """Nothing hangs on a day in small letters: "on sat", but not "on sun and wind", "this sat on my desk"."""
    return not after[:1].isalnum() or after.lower() in _AFTER_DAY


def shifted_day(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "next sat", "every sun"; but not "he last sat on it"."""
    if word(tokens, end - 1) not in w.SMALL_DAY:
        return True
    return _ends(word(tokens, end))


def no_article(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "Sun 1/16", but not "the sun 1/16"."""
    return word(tokens, start - 1).lower() not in ("the", "a", "my")


def time_follows(tokens: Sequence[str], end: int) -> bool:
    """A part of the day or a time of day stands behind: "sat nite", "sun 8am", "wed at 7pm"."""
    at = end + 1 if word(tokens, end) in ("at", "@", ",") else end
    after = word(tokens, at).lower()
    if after in w.WORDS["daypart"] or after in ("am", "pm", "noon"):
        return True
    return after[:1].isdigit() and (after.endswith(("m", "m.")) or ":" in after)


def _weekday(token: str) -> bool:
    low = token.lower()
    return low in w.WEEKDAY_SHORT or low in w.WEEKDAY


_NOTHING_ELSE = frozenset(
    """new christmas xmas chrismas halloween nye valentines valentine boxing ramadan diwali hanukkah passover purim eid""".split()
)


def holiday(tokens: Sequence[str], start: int, end: int) -> bool:
    """A proper name, or in small letters one of those that are nothing else ("for xmas")."""
    first = word(tokens, start)
    if first[:1].isupper():
        return True
    if first in _NOTHING_ELSE or (
        end - start > 1 and first not in ("good", "memorial", "may", "labor", "labour", "all")
    ):
        return end_of_phrase(tokens, start, end)
    return False


def glued_two(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "2day", "2nite", "2moro": written in one word, and no number of days."""
    return tokens[start] == "2" and word(tokens, start - 1) != "-"


def half_of_day(tokens: Sequence[str], start: int, end: int) -> bool:
    """Half of a day: "this am", "Monday PM"; but not "today PM Blair said", "this PM", "tomorrow am I"."""
    after = word(tokens, end)
    if word(tokens, end - 1).isupper() and (after.istitle() or word(tokens, end - 2).islower()):
        return False
    return after.lower() not in ("i", "not", "so", "the", "a")
