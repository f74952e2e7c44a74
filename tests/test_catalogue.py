import pytest

from briefing.catalogue import as_pattern, catalogue, languages
from briefing.errors import SettingsError
from briefing.model import Problem, Severity


def test_a_language_without_words_is_a_clear_error():
    """An unknown language is named with those that exist, and a path can't be smuggled in as one."""
    with pytest.raises(SettingsError, match="xx"):
        catalogue("xx")
    with pytest.raises(SettingsError):
        catalogue("../en")


def test_an_unknown_problem_still_says_its_code_and_facts():
    """A problem that the catalogue has no row for is printed, not lost."""
    problem = Problem("made-up", Severity.NOTE, "a.txt", facts=("one", "two"))
    assert catalogue("en").problem(problem) == ("made-up: one, two", "")


@pytest.mark.parametrize("lang", languages())
def test_every_template_can_be_read_back(lang):
    """Each template's pattern matches its own filling, so a printed sentence can be traced to its row."""
    words = catalogue(lang)
    for code, template in words.templates():
        filled = words.say(code, None, *"abcdef")
        assert as_pattern(template).fullmatch(filled), code
