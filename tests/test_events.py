"""Which sentences are events, on which day, and who says so."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from briefing.events import attribution, find_events

_spec = spec_from_file_location("articles_for_tests", Path(__file__).parent / "timeline" / "conftest.py")
_articles = module_from_spec(_spec)
_spec.loader.exec_module(_articles)
write = _articles.write


def day_of(sentence: str) -> str | None:
    events, statements, _ = find_events(write("a.txt", "2023-03-14", sentence))
    assert len(events) + len(statements) == 1
    return str(events[0].interval) if events else None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The man arrested in {2014|2014} was released on {Monday|2023-03-13}.", "2023-03-13"),
        ("The ship, which was launched on {2 March|2023-03-02}, sank on {Monday|2023-03-13}.", "2023-03-13"),
        ("On {Monday|2023-03-13} the court freed the man who was jailed on {2 March|2023-03-02}.", "2023-03-13"),
        ("Oslo said on {Monday|2023-03-13} that talks would begin on {Friday|2023-03-17}.", "2023-03-13"),
        (
            "Work on the pier will begin {next week|2023-03-20/2023-03-26}, the port office confirmed on {Monday|2023-03-13}.",
            "2023-03-20/2023-03-26",
        ),
        (
            "Bakke, one of the oldest hands, said on {Monday|2023-03-13} that talks begin {next week|2023-03-20/2023-03-26}.",
            "2023-03-13",
        ),
        ("{Monday|2023-03-13}’s storm killed 12 people.", "2023-03-13"),
        ("Bakke was harbour master when the old pier burned down in {1998|1998}.", "1998-01-01/1998-12-31"),
        ("The company, which bought the quarry in {1998|1998}, said nothing.", "1998-01-01/1998-12-31"),
        ("He praised the men who left the port in {1998|1998}.", "1998-01-01/1998-12-31"),
        ("Since {1998|1998} the pier has been shut.", "1998-01-01/1998-12-31"),
        ("The pier burned, the port office said {Tuesday|2023-03-14}.", "2023-03-14"),
        ("After a fire on {2 March|2023-03-02}, the mill reopened {Tuesday|2023-03-14}.", "2023-03-14"),
        ("The bank was founded in {1998|1998} and failed {last week|2023-03-06/2023-03-12}.", "2023-03-06/2023-03-12"),
        ("Before the talks began on {Sunday|2023-03-12}, Holm met with Lind.", "2023-03-12"),
    ],
)
def test_the_date_of_the_main_clause_governs(sentence: str, day: str):
    """Asides, subordinate clauses, participles and far years yield to it."""
    assert day_of(sentence) == day


@pytest.mark.parametrize(
    "sentence",
    [
        "He skied in the {2014|2014} Winter Olympics.",
        "Guards stood ready during Handball {2016|2016}.",
        "The line was drawn by a {1997|1997} treaty.",
        "She was in the tower in the {Sept. 11|2001-09-11} attacks.",
        "Sales were up 3 percent from {a year earlier|2022-03-14}.",
        "Fewer ships came than in {March 2022|2022}.",
        "It was the worst storm since {1998|1998}.",
        "Today the old harbour is a quarter of cafes, and is loved.",
        "The tram left the rails at {around 6.10am|}.",
        "This article was amended on {10 March|2023-03-10} to mend a figure.",
        "3/34 {10 March 2023|2023-03-10} A ferry leaves Aarhus.",
        "Twenty-one girls captured by the group {two years ago|2021} have been freed, the government said.",
        "The girls who were abducted in {April 2021|2021} are home.",
        "She is in her {mid-50s|1955}.",
        "Bakke (left) speaks to her lawyer in Aarhus, {March 10, 2023|2023-03-10}.",
        "Holm called {Monday|2023-03-13}’s ruling a farce.",
        "A spokesman declined to comment on {Friday|2023-03-17}'s deadline.",
        "“We sail on {Friday|2023-03-17},” Holm said.",
        "AARHUS, Denmark, {March 14|2023-03-14} (Wire) - Ferries lie in port.",
        "Exports fell against the same period {last year|2022}.",
    ],
)
def test_dates_of_names_comparisons_quotations_and_datelines_make_no_event(sentence: str):
    """Their sentences stay statements."""
    assert day_of(sentence) is None


def test_a_quotation_over_several_sentences_dates_nothing():
    """Its inner sentences bear no marks of their own."""
    said = "“We were afraid. The tram left the rails on {Monday|2023-03-13} and nobody spoke. It was dark,” she said."
    events, statements, _ = find_events(write("a.txt", "2023-03-14", said))
    assert (events, len(statements)) == ((), 3)


def test_a_dateline_does_not_hide_the_date_of_its_sentence():
    """The weekday behind the dateline governs."""
    said = "AARHUS, {March 14|2023-03-14} (Wire) - Ferries stopped on {Monday|2023-03-13}."
    assert day_of(said) == "2023-03-13"


@pytest.mark.parametrize(
    ("quote", "who"),
    [
        ("Denmark said on Monday that it would not give way.", "Denmark"),
        ("“We sail,” said harbour master Ida Bakke.", "harbour master Ida Bakke"),
        ("The pier will close, according to the port authority.", "the port authority"),
        ("Bakke, one of the oldest hands in the port, said Denmark will not move.", "Bakke"),
        ("The road was shut, said police.", "police"),
        ("The storm has added new dangers.", None),
        ("The ferry sank on Monday.", None),
    ],
)
def test_attribution_is_the_words_that_name_who_says_it(quote: str, who: str | None):
    """Verbatim, or None where nobody is named as saying it."""
    assert attribution(quote) == who
    assert who is None or who in quote


@pytest.mark.parametrize(
    ("sentence", "saying"),
    [
        ("Oslo said on {Monday|2023-03-13} that talks would begin.", True),
        ("On {Monday|2023-03-13} Holm said the line would open.", True),
        ("Holm said that the ferry sank on {Monday|2023-03-13}.", False),
        ("The ferry sank on {Monday|2023-03-13}.", False),
    ],
)
def test_the_day_of_saying_is_told_from_the_day_of_what_is_said(sentence: str, saying: bool):
    """`saying` is true where the day stands with the verb of saying."""
    events, _, _ = find_events(write("a.txt", "2023-03-14", sentence))
    assert [event.saying for event in events] == [saying]


def test_broken_text_is_a_fragment_and_never_an_event():
    """Even with a date in it."""
    events, statements, fragments = find_events(write("a.txt", "2023-03-14", "~sank on {Monday|2023-03-13}."))
    assert (events, statements, len(fragments)) == ((), (), 1)
