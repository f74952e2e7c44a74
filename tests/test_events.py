"""Which sentences are events, on which day, and who says so."""

from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from briefing.events import attribution, find_events
from briefing.events.governing import Line, refused
from briefing.events.tongue import PLAIN, tongue
from briefing.model import Basis, Interval, Mention, Resolution, Span, Step
from briefing.timex import PartialDate

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
        ("He was held for stealing a boat on {Monday|2023-03-13}.", "2023-03-13"),
        ("Bakke sang at the {October|2022-10-01/2022-10-31} opening of the pier.", "2022-10-01/2022-10-31"),
        ("More than 200 boats were lost in {1998|1998}.", "1998-01-01/1998-12-31"),
        ("On the night of {2 March|2023-03-02} the mill burned.", "2023-03-02"),
        ("On {Monday|2023-03-13} the port’s guards and the masters’ union met.", "2023-03-13"),
        ("The bank holds more than 40 boats as of {2 March|2023-03-02}.", "2023-03-02"),
        ("{Monday|2023-03-13}’s storm was the worst of the winter.", "2023-03-13"),
        ("On {Monday|2023-03-13} Bakke showed the pier in a photo slideshow for her crew.", "2023-03-13"),
        (
            "The plan came hours before Holm sailed on {Sunday|2023-03-12} and prior to her talks on {Monday|2023-03-13}.",
            "2023-03-12",
        ),
        ("Two men were hurt after a crash on {Monday|2023-03-13}.", "2023-03-13"),
        ("The pier will be shut after the race on {Sunday|2023-03-19}.", "2023-03-19"),
        ("The Harbour Council {Monday|2023-03-13} voted for the pier.", "2023-03-13"),
        (
            "The Harbour Council {earlier this month|2023-03-01/2023-03-13} unanimously voted for the pier.",
            "2023-03-01/2023-03-13",
        ),
        ("However, shortly before he died in {1970|1970}, Lind sold the mill.", "1970-01-01/1970-12-31"),
        ("BAKKE LEFT THE PORT OF AARHUS ON {MONDAY|2023-03-13} WITH HER CREW.", "2023-03-13"),
        (
            "According to the Harbour Index released {last year|2022}, Aarhus was the safest port in {2021|2021}.",
            "2021-01-01/2021-12-31",
        ),
        ("As of {Monday|2023-03-13}, 12 boats had come back.", "2023-03-13"),
        ("The port has opened a school on {March 10, 2023|2023-03-10}.", "2023-03-10"),
        ('He told of a "wall of water" on {Monday|2023-03-13}, and of a "dark hour".', "2023-03-13"),
        ("Norsk Rederi did more than raise its price on {Monday|2023-03-13}.", "2023-03-13"),
        ("Bakke said that she would sail in {May|2023-05-01/2023-05-31}.", "2023-05-01/2023-05-31"),
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
        "{Monday|2023-03-13}’s storm is believed to be the worst since the war.",
        "The {2014|2014} regatta drew sailors from the whole coast.",
        "She drove the red car of {2003|2003} film Pier Nine.",
        "In the post-{2011|2011} years the port grew quiet.",
        "He spoke of fear on the coast since the attacks of {Sept. 11, 2001|2001-09-11}.",
        "The town is under guard since the {November|2022-11-01/2022-11-30} attacks.",
        "Clerks are still reading Holm's {New Year's Day|2023-01-01} speech.",
        "They boarded the {Sunday|2023-03-12} ferry to Aarhus.",
        "Those are two things to learn from a story on {Sunday|2023-03-12}.",
        "Bakke serves a five-year term for taking part in a march in {2013|2013}.",
        "He was given 20 years on charges arising from the killing of guards in {December 2012|2012}.",
        "The bid is higher than the price before the plan was made in {November|2022-11-01/2022-11-30}.",
        "That is a premium of half over the closing price on {2 March|2023-03-02}.",
        "The fund has lost 7 percent since {2005|2005}.",
        "No tram had burned since {1959|1959}.",
        "Coal is no longer dug here {today|2023-03-14}.",
        "Bakke appears {Monday|2023-03-13} in Aarhus, in a photo released by the port.",
        "A crane is lifted ashore in this undated photo of {10 March|2023-03-10}.",
        "Bakke is hugged by her crew after the race, {Sunday, March 12, 2023|2023-03-12}, in Aarhus.",
        "Nielsen wrote: 'It is {2023|2023} and a clerk takes two sailors’ coats.'",
        "The vote is one that she did not expect to win until it went to the floor on {Sunday|2023-03-19}.",
        "The Long {March 9|2023-03-09} rocket is not ready.",
        "It is the 19th test of the port’s guns {this year|2023}.",
        "A crane is lifted ashore at the port of Aarhus on {March 10, 2023|2023-03-10}.",
        "Share this NEW STORM COMES TO THE PORT Bakke left on {Monday|2023-03-13} for Aarhus.",
        "BIG STORM Boats lie on {Monday|2023-03-13} OH NO No ferry sails TAKING ON Pirates come and win their GOLD CUP again.",
        "Pictures shown {Monday|2023-03-13} show the boat.",
        "The papers stolen {earlier this year|2023} included names.",
        "The storm hit half of the town, which stood at 300 people as of {2 March|2023-03-02}.",
        'He cried: "My mother died 20 years ago {today|2003-03-14}.',
        "Holm had been jailed for 45 years in two trials after the port was sold in {2013|2013}.",
        "Trade grew in the old town before the mills fell silent in the {1960s|1960}.",
        "The boat was due to sail at {noon Sunday|2023-03-19}, but left late.",
        "He was shot while he walked by the port, Old Quay, around {7pm Tuesday|2023-03-21}.",
        "The pier serves boats {today|2023-03-14}, and could serve more in the future.",
        "The harbour has split into two camps over {the past year|2022}.",
        "This holds a tape, believed to have been made in {December|2023-12-01/2023-12-31}, of the crew.",
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
        ("Jon Lind, who lives by the quay, told the Courier: “It was dark.”", "Jon Lind"),
        ("People are being warned to stay off the pier.", None),
        ("“Seven are now confirmed dead,” the harbour police said in a statement.", "the harbour police"),
        ("Ten were hurt, Per Holm, the deputy head of the port, said in a note.", "Per Holm"),
        ("Jon Lind, 30, from Aarhus, who was among the hurt, said he saw “a wall of water”.", "Jon Lind"),
        ("Mayor Ida Bakke, who came at noon, warned the number “may well rise”.", "Mayor Ida Bakke"),
        ("No brakes are fitted, according to the Office of Rail and Road.", "the Office of Rail and Road"),
        ("Lind spoke of the hurt as “walking” but said some were worse.", None),
        ("Mayor Bakke gave out a letter that said she was at work.", None),
        ("The pier burned for hours, the port office finally said Tuesday.", "the port office"),
        ("(Wire) - Coach Ida Bakke announced on Monday that she would go.", "Coach Ida Bakke"),
        ("The storm has claimed more than 20 lives.", None),
        ("The team missed the cup after a bad year and announced it on Monday.", None),
        ("Lind retired as the ‘Black Monday’ claimed the jobs of others.", None),
        ("Bakke of “Pier Nine” fame wrote about it in 2012.", "Bakke of “Pier Nine” fame"),
        ("Clerk Ida Bakke today said the boats were safe.", "Clerk Ida Bakke"),
        ("They are said to have been among the lost.", None),
        ("The family of a guard who has been held since July said he is ill.", "The family of a guard"),
        ("On Monday, Denmark confirmed the loss of the boat.", "Denmark"),
        ("Why do we all go back — ida bakke (@idabakke) March 3, 2023", "ida bakke"),
        ("She left the room, and nothing was said.", None),
        ("He ran to help. They went on,” Lind said.", "Lind"),
        ("It was the reported attack that frightened them.", None),
        ("Officials in Italy said the road was shut.", "Officials in Italy"),
        ("Theresa May today said: “We must go on.”", "Theresa May"),
        ("Colonel Ida Bakke, of Denmark, today warned: “We are ready.”", "Colonel Ida Bakke"),
        ("Norsk Rederi, the owner of the boat, on Wednesday confirmed its loss.", "Norsk Rederi"),
        ("Lind also last week tweeted a picture of the boat.", "Lind"),
        ("Police say 27 people are hurt.", "Police"),
        ("Mayor Ida Bakke signed a letter which she said would bring help.", "she"),
        ("Norsk Rederi (NR) said in a note that it would pay.", "Norsk Rederi (NR)"),
        ("A man was held over the “lost uncle” letters, police announced Thursday.", "police"),
        ("It needs many faults to go wrong, said Per Holm, a pilot.", "Per Holm"),
        ("Monday’s fall comes after Mayor Ida Bakke told clerks to go home.", "Mayor Ida Bakke"),
        ("It would be hard to find somebody willing to insure said boat.", None),
        ("In the film he says it is nice to wake.", "he"),
        ("Earlier last week Norsk Rederi said it would wait.", "Norsk Rederi"),
        ("Per Holm live-tweeted as the boat left.", None),
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
        ("The ferry sank with 40 people aboard, police said {Tuesday|2023-03-14}.", True),
        ("The line said in a note it learned of the fire on {2 March|2023-03-02}.", False),
        ("The line had hoped to post {March|2023-03-01/2023-03-31} gains of 2 percent.", False),
        ("That year, the port office said, 40 boats were lost in {2013|2013}.", False),
        ("In {2013|2013}, the port office said, 40 boats were lost.", False),
        ("The boats were freed on {Monday|2023-03-13}, the port office said.", False),
        ("Mayor Bakke, who vowed to go when she won in {2013|2013}, said she was well.", False),
        ("On {Monday|2023-03-13}, Denmark said that it would pay.", True),
        ("Lind said he too was on the ferry on {Monday|2023-03-13}.", False),
        ("A clerk said they were still reading the plan on {Monday|2023-03-13}.", False),
        ("Clerk Ida Bakke said the port held talks {Monday|2023-03-13}.", False),
        ("Those who heard a story on {Monday|2023-03-13} that frightened them left.", False),
        ("She began 10-6 in {2013|2013} and then told her crew to rest.", False),
        ("A clerk confirmed it to the Courier following a report {Monday|2023-03-13}.", False),
        ("Bakke told reporters in Aarhus on {Monday|2023-03-13} that she would go.", True),
        ("Bakke announced the plan in a moving talk with her crew on {Monday|2023-03-13}.", True),
        ("Bakke told the crew that she sank the boat on {Monday|2023-03-13}.", False),
        ("In a statement on {Monday|2023-03-13}, Bakke did not regret it.", True),
        ("Why do we all go back — ida bakke (@idabakke) {March 13, 2023|2023-03-13}", True),
        ("Denmark on {Monday|2023-03-13} confirmed the loss of the boat.", True),
        ("Denmark sank the boat on {Monday|2023-03-13} that carried the coal.", False),
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


def test_a_language_has_its_own_table_and_another_one_none():
    """A file of the folder by its name; English where the language is not known."""
    assert (tongue("en").code, tongue("").code, tongue("xx")) == ("en", "en", PLAIN)


def test_without_a_table_nobody_is_named_and_a_quotation_still_dates_nothing():
    """Marks are no words of a language."""
    assert attribution("Oslo said on Monday that it would pay.", PLAIN) is None
    sentence = "“Vi seiler 3. mars,” sa Holm."
    quoted = Line(sentence, Span(0, len(sentence)), (Span(0, 19),), PLAIN)
    day = Resolution(
        Mention(Span(11, 18), "3. mars", PartialDate(), "test"), Interval.of_day(date(2023, 3, 3)), Basis.STATED
    )
    assert refused(quoted, day) == "quotation"


@pytest.mark.parametrize(("said", "why"), [("2023-03-10", None), ("2023-03-08", "doubtful")])
def test_a_bare_weekday_six_days_back_may_be_tomorrow(said: str, why: str | None):
    """A text that is written on keeps its day of publication: no day is better than a false one."""
    sentence = "The mill burned Wednesday."
    day = Interval.of_day(date.fromisoformat(said))
    steps = (Step("weekday-behind", (said,)),)
    mention = Mention(Span(16, 25), "Wednesday", PartialDate(weekday=2), "test")
    line = Line(sentence, Span(0, len(sentence)), (), tongue("en"), date(2023, 3, 14))
    assert refused(line, Resolution(mention, day, Basis.RESOLVED, steps)) == why
