"""What the words around an English date must not be: guards of the rows of dates, periods and times (see `around.py`)."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.dates.languages.en import guards_small as small
from briefing.dates.languages.en import words as w
from briefing.dates.languages.en.around import end_of_phrase, word

_BEFORE_MONTH = frozenset(
    """in of since until till by last next this late early mid from through during before after to and between or for every each
on around about - ( ,""".split()
)


_BEFORE_NAMED_MONTH = _BEFORE_MONTH - frozenset("( , - and or to for on about by from".split())


_SHY_MONTHS = frozenset({"may", "march", "mar"})


_GIVEN_NAMES = frozenset({"april", "june", "august", "may", "jan"})


def month_alone(tokens: Sequence[str], start: int, end: int) -> bool:
    """A month by itself: *May* and *March* need a preposition, *April*, *June* and *August* no surname beside them."""
    name, before, after = word(tokens, start).lower(), word(tokens, start - 1), word(tokens, end)
    listed = after in ("and", ",", "or", "to", "-") and word(tokens, end + 1).lower() in w.MONTH
    if name in _SHY_MONTHS and before.lower() not in _BEFORE_MONTH and not listed:
        return False
    if before.lower() == "the" and after.istitle() and after.lower() not in w.MONTH | w.WEEKDAY:
        return False  # "the October Revolution"
    if name not in _GIVEN_NAMES:
        return True
    if after in _PARTICLES:
        return False
    if after[:1].isupper() and after.lower() not in w.WEEKDAY and before.lower() not in _BEFORE_NAMED_MONTH:
        return False
    return not (before[:1].isupper() and len(before) > 3 and before.lower() not in _BEFORE_MONTH)


_NO_YEAR_BEFORE = frozenset(
    """$ £ € # № / + = ~ no flight flights article page pages p pp room resolution section act chapter channel apollo windows office boeing
airbus route highway""".split()
)


_NO_YEAR_AFTER = frozenset("% / ° $ € £ = + * ×".split())


def year_alone(tokens: Sequence[str], start: int, end: int) -> bool:
    """Four digits by themselves: no price, no quantity, no house number."""
    before, after = word(tokens, start - 1), word(tokens, end)
    if before.lower() in _NO_YEAR_BEFORE or (before == "." and word(tokens, start - 2).lower() in _NUMBERED):
        return False
    if after in _NO_YEAR_AFTER or (tokens[end - 1][-1:] != " " and after[:1].isalpha()):
        return False
    if after.lower() in _MEASURES or (after.istitle() and before.lower() not in _SURE_YEAR and _street(tokens, end)):
        return False
    if before == "-" and word(tokens, start - 2)[:1].isdigit():
        return False
    if before == "-" and word(tokens, start - 2).lower() in ("post", "pre"):
        return True
    if after and after[:1].islower() and _quantity(before, after):
        return False
    return not (before[:1].isdigit() or (after[:1].isdigit() and before.lower() not in _BEFORE_YEAR))


_NUMBERED = frozenset("no nos art p pp vol fig sec para".split())


_MEASURES = frozenset("kg km m cm mm ft lb lbs mi mph kph mg kb mb gb tb mw kw hz khz mhz rpm sq cc hp km/h".split())


_SURE_YEAR = frozenset("in since by until till of from during before after".split())


_STREETS = frozenset(
    "street st avenue ave road rd lane drive boulevard blvd square terrace place court highway parkway".split()
)


def _street(tokens: Sequence[str], start: int) -> bool:
    """ "1984 Main Street": a house number before the name of a street."""
    for at in range(start, start + 3):
        name = word(tokens, at)
        if not name.istitle():
            return False
        if at > start and name.lower() in _STREETS:
            return True
    return False


def no_pages(tokens: Sequence[str], start: int, end: int) -> bool:
    """Years, and no pages ("pp. 1914-18")."""
    before = word(tokens, start - 1) if word(tokens, start - 1) != "." else word(tokens, start - 2)
    return before.lower() not in ("p", "pp", "page", "pages", "no", "nos")


_BOOKS = frozenset(
    """genesis exodus leviticus deuteronomy joshua judges samuel kings psalm psalms proverbs ecclesiastes isaiah jeremiah ezekiel daniel
hosea matthew mark luke john acts romans corinthians galatians ephesians philippians colossians timothy hebrews james peter revelation
sura surah verse chapter""".split()
)


def no_verse(tokens: Sequence[str], start: int, end: int) -> bool:
    """A time of day, and no verse ("John 3:16"), nor pence ("7p a pint")."""
    before, clock = word(tokens, start - 1).lower(), word(tokens, start)
    if clock[-1:] in "ap" and ":" not in clock and end - start == 1:
        return before in ("at", "@", "til", "till", "until", "from", "by", "-")
    return before not in _BOOKS and before != "|"


_BEFORE_WEEKDAY = frozenset(
    "on til till until by since this last next every from to through thru late early before after for".split()
)


def short_weekday(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "on Tues.", "til fri", "Sat 8pm", but no name ("Sun Microsystems") and no verb ("sat")."""
    short, before, after = word(tokens, start), word(tokens, start - 1), word(tokens, end)
    if after.istitle() and not small.time_follows(tokens, end):
        return False
    if short.lower() in w.SMALL_DAY:
        return small.day_alone(tokens, start, end)
    if small.time_follows(tokens, end) or small.day_alone(tokens, start, end):
        return True
    return before.lower() in _BEFORE_WEEKDAY or (short.istitle() and not before.istitle())


_FIGURES = frozenset(
    "earnings results profit profits net sales revenue revenues loss losses figures income output growth exports imports".split()
)


def figures(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "first-half earnings", but no half of a match."""
    return word(tokens, end).lower() in _FIGURES


def slash_day(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "on 12/10", but no fraction."""
    return word(tokens, start - 1).lower() in ("on", "by", "until", "till", "since", "dated") and end_of_phrase(
        tokens, start, end
    )


def weekday_slash_day(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "Fri 5/18", but not "Fri 1/2 of them"."""
    return word(tokens, end).lower() != "of" and small.no_article(tokens, start, end)


_PARTICLES = frozenset("von van de der den di du la le ibn bin".split())


_AFTER_YEAR = frozenset(
    """was is as has does this his its us versus plus less across alongs always perhaps elections games results sales series hearings talks
protests championships olympics earnings losses profits attacks levels figures highs lows bombings riots accords""".split()
)


_BEFORE_YEAR = frozenset(
    """in since by until till of from during before after through to mid early late the for around about circa year fiscal between
and as at back ca c with summer spring winter autumn fall last next this on a its his her their post pre""".split()
)


def _quantity(before: str, after: str) -> bool:
    """Whether a noun in the plural is counted: "1500 people", but "in 1990 prices fell"."""
    if before.lower() in _BEFORE_YEAR or after in _AFTER_YEAR:
        return False
    return (after.endswith("s") and not after.endswith("ss")) or after in (
        "people",
        "men",
        "women",
        "children",
        "miles",
        "more",
    )


_PAPERS = frozenset("Times Telegraph Mirror Mail Herald Post People Express Tribune Star Independent Nights".split())


_NAMED_DAYS = frozenset("Black Super Bloody Ruby Cyber Shrove Casual Man Good Ash Palm Easter".split())


def not_name(tokens: Sequence[str], start: int, end: int) -> bool:
    """A weekday that is no part of a proper name: "Sunday Times", "Black Friday"."""
    if word(tokens, end) in _PAPERS or word(tokens, start - 1) in _NAMED_DAYS:
        return False
    return small.shifted_day(tokens, start, end) if end - start > 1 else True


_GOOD = frozenset(
    """my your ur our his her their happy great good nice amazing awesome fantastic wonderful lovely fun busy long safe whole entire
holiday bank""".split()
)


def good_weekend(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "have a great weekend", "my weekend": one, and not the kind ("weekend talks")."""
    return word(tokens, start - 1).lower() in _GOOD and end_of_phrase(tokens, start, end)


_BEFORE_SEASON = frozenset(
    "in by since until till of during through last next this every each late early mid from before after same and".split()
)


_SEASONAL = frozenset("offensive offensives counter campaign campaigns counteroffensive season and".split())


def no_fall(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "that autumn", but not "prices that fall": *fall* and *spring* are verbs after "that", unless it is the same one."""
    return (
        end - start > 2
        or word(tokens, end - 1).lower() not in ("fall", "spring")
        or not word(tokens, start - 1)[:1].isalnum()
    )


def season_alone(tokens: Sequence[str], start: int, end: int) -> bool:
    """A season by itself: after "the" or a preposition; no part of a name ("Summer Olympics"), no fall of something."""
    name, before, after = word(tokens, end - 1), word(tokens, start - 1).lower(), word(tokens, end)
    if name[0].isupper() and after[:1].isupper():
        return False
    led = word(tokens, start).lower() == "the"
    if name.lower() == "fall" and (
        after.lower() in ("of", "in", "from", "to", "below") or not (led or before in ("in", "last", "this"))
    ):
        return False
    return led or before in _BEFORE_SEASON or after.lower() in _SEASONAL


_GENERIC = frozenset(
    """world youth society generation economy standards children kids technology technologies consumers leaders women men students
parents audience audiences climate culture age teenagers workforce workers computers market marketplace environment media music art fashion films movies""".split()
)
_OF_ITS_TIME = frozenset(
    "leaders world youth people children generation generations men women society stars schools workers cities cars".split()
)


def generic_day(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "today's world", "the leaders of tomorrow": a time, and no day."""
    if word(tokens, end) in ("'", "’") and word(tokens, end + 1) == "s":
        return word(tokens, end + 2) in _GENERIC
    return word(tokens, start - 1) == "of" and word(tokens, start - 2) in _OF_ITS_TIME


_BEFORE_DAY = frozenset("on by until till til since before after".split())


def day_of_month(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "on the 9th", "until the 20th"; but not "on the 9th floor", "the 9th of them"."""
    return word(tokens, start - 1).lower() in _BEFORE_DAY and end_of_phrase(tokens, start, end)


def nth_unit(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "the second day", "the first week of it"; but not "the second year students"."""
    return end_of_phrase(tokens, start, end) or word(tokens, end).lower() == "of"


def named_day(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "today", but not "USA Today" nor "today's world"."""
    if generic_day(tokens, start, end):
        return False
    name, before = word(tokens, start), word(tokens, start - 1)
    return not (before[:1].isupper() and (name.istitle() or before == "USA"))


_PARTS = frozenset("months quarter quarters half part rest most weeks days time much remainder all".split())


def no_hyphen(tokens: Sequence[str], start: int, end: int) -> bool:
    """Neither part of a longer word nor of a title: "the year", but not "the year-ago results", "the coach of the year"."""
    if (
        word(tokens, start - 1).lower() == "of"
        and word(tokens, start - 2).lower() not in _PARTS
        and word(tokens, end) not in ("'", "’")
    ):
        return False
    return word(tokens, end) != "-" and not word(tokens, end - 1).istitle()


def no_compound(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "the quarter", but not "the quarter-to-quarter comparison"."""
    return word(tokens, end) != "-"


def no_apostrophe(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "last weeks game", but not "the last weeks of it"."""
    after = word(tokens, end)
    return (
        word(tokens, start - 1).lower() != "the"
        and after.isalpha()
        and after.islower()
        and not end_of_phrase(tokens, start, end)
        and after != "of"
    )


def ended(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "the year (ended March 31)"."""
    return word(tokens, end).lower() in ("ended", "ending", "ends")


def within_day(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "in the morning", at the end of a phrase."""
    return word(tokens, start - 1).lower() in ("in", "during", "until", "throughout", "through") and end_of_phrase(
        tokens, start, end
    )


_OWNERS = frozenset("his her their my your our its whose".split())


def no_age(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "the mid-50s", but not "in her mid-50s": that is how old she is."""
    return word(tokens, start - 1).lower() not in _OWNERS or not word(tokens, end - 1).lower().endswith("s")


def short_decade(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "the 80s", "the late '80s", but not "in his 30s", "in her mid-50s"."""
    number = word(tokens, end - 1)
    before = start - 1
    while word(tokens, before).lower() in ("early", "late", "mid", "-"):
        before -= 1
    if word(tokens, before).lower() in _OWNERS:
        return False
    return not number[0].isdigit() or end - start > 1 or before < start - 1 or word(tokens, before).lower() == "the"


def short_year(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "in '98", but not "''60 Minutes''"."""
    return word(tokens, start - 1) not in ("'", '"', "“") and word(tokens, end) not in ("Minutes", "Hours", "Days")


def early_year(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "in 492": a year of antiquity, where the text speaks of such (see `mentions`)."""
    before, after, text = word(tokens, start - 1).lower(), word(tokens, end), word(tokens, start)
    if not text.isdigit() or not 2 <= len(text) <= 3:
        return False
    return (
        before in ("in", "by", "until", "since", "of", "from", "after", "before", "and", "early", "late")
        and not after[:1].isalnum()
    )


_AT = frozenset("at by until till til before after from about around between @".split())


def clock_hour(tokens: Sequence[str], start: int, end: int) -> bool:
    """A number that is an hour: "at 7 tonight", "8 o'clock tonight"."""
    return word(tokens, start - 1).lower() in _AT or any(
        "clock" in word(tokens, at).lower() for at in range(start, end)
    )


def attacks(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "the Sept. 11 attacks": the day that needs no year."""
    after = word(tokens, end).lower()
    return after in (
        "attack",
        "attacks",
        "hijackers",
        "hijackings",
        "terrorist",
        "terrorists",
        "commission",
        "bombings",
    )


def about(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "around 1910", but not "talk about 1990", "all around Monday" nor "get around Monday's ruling"."""
    if word(tokens, end) in ("'", "’") and word(tokens, end + 1) == "s":
        return False
    return word(tokens, start - 1).lower() not in (
        "talk",
        "talked",
        "talking",
        "talks",
        "worried",
        "think",
        "all",
        "know",
        "concerns",
        "turned",
        "turn",
    )


def half(tokens: Sequence[str], start: int, end: int) -> bool:
    """Half of a year, not of a match."""
    return word(tokens, end).lower() not in ("of", "in", "goal", "penalty", "lead") and word(tokens, start - 1).lower() in (
        "in", "during", "for", "by", "through", "until", "from", "its", "until",
    )  # fmt: skip


def after_for(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "for the next year": a length, no year of the calendar."""
    return word(tokens, start - 1).lower() == "for"
