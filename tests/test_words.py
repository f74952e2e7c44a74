"""Every language says everything, with the same facts in its sentences."""

import re
import tomllib
from importlib.resources import files

import pytest

from briefing.catalogue import FALLBACK, languages

FREE = ("language.", "dates.")  # a language words its days as it does; its quotation marks are its own


def rows(lang: str) -> dict[str, object]:
    def flat(table, prefix=""):
        for key, value in table.items():
            if isinstance(value, dict):
                yield from flat(value, f"{prefix}{key}.")
            else:
                yield f"{prefix}{key}", value

    return dict(flat(tomllib.loads(files("briefing.words").joinpath(f"{lang}.toml").read_text(encoding="utf-8"))))


def slots(template: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", str(template)))


OTHERS = [lang for lang in languages() if lang != FALLBACK]


def test_german_and_french_ship_beside_english():
    """Three languages can be asked for."""
    assert set(languages()) >= {"de", "en", "fr"}


@pytest.mark.parametrize("lang", OTHERS)
def test_no_language_says_what_nobody_asks(lang):
    """A row that English does not have is a row that was forgotten."""
    ordinals = {code for code in rows(lang) if code.startswith("dates.ordinals.")}
    assert set(rows(lang)) - set(rows(FALLBACK)) - ordinals == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_facts_are_the_same_in_every_language(lang):
    """A sentence holds the facts of its English row, no other; one that counts may leave out the number one."""
    english, other = rows(FALLBACK), rows(lang)
    wrong = []
    for code in set(english) & set(other):
        if code.startswith(FREE):
            continue
        allowed = slots(english[code])
        if code.endswith(".one"):
            allowed |= slots(english.get(f"{code.removesuffix('.one')}.other", ""))
        if not slots(other[code]) <= allowed or (slots(english[code]) - {"n"}) - slots(other[code]):
            wrong.append(code)
    assert wrong == []


@pytest.mark.parametrize("lang", OTHERS)
def test_lists_are_as_long_as_in_english(lang):
    """Twelve months, seven days, four seasons, two halves."""
    english, other = rows(FALLBACK), rows(lang)
    lists = [code for code, row in english.items() if isinstance(row, list) and code != "language.one"]
    assert [code for code in lists if len(other[code]) != len(english[code])] == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", OTHERS)
def test_every_code_is_said_in_every_language(lang):
    """What is missing would be said in English: allowed while a sentence is new, not in what ships."""
    english = {code for code in rows(FALLBACK) if not code.startswith("dates.ordinals.")}
    assert sorted(english - set(rows(lang))) == []


@pytest.mark.parametrize("lang", OTHERS)
def test_months_and_weekdays_are_those_of_the_cldr(lang):
    """The words were frozen from the CLDR; Babel still has them."""
    from babel import Locale

    locale, own = Locale(lang), rows(lang)
    months, days = locale.months["format"]["wide"], locale.days["format"]["wide"]
    assert own["dates.months"] == [months[n] for n in range(1, 13)]
    assert own["dates.weekdays"] == [days[n] for n in range(7)]
    short = locale.months["format"]["abbreviated"]
    assert own["dates.months_short"] == [short[n] for n in range(1, 13)]
