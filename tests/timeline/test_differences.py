"""Where sources contradict each other, both are shown."""

from dataclasses import replace

import pytest

from briefing.model import Finding
from briefing.timeline import build_timeline
from briefing.timeline.denials import denies

REST = "The Bramley mill in Osterby makes paper for the books of Norway."
TWELVE = "A fire at the Bramley paper mill in Osterby killed 12 people on {Tuesday|2023-05-02}, police said."
FOURTEEN = "The Bramley fire in Osterby killed 14 people on {Tuesday|2023-05-02}, the Lenne hospital said."
SAYS = "Norwegian Trade Minister Kari Holm met the Osterby mill owner Jan Bramley on {Tuesday|2023-05-02} in secret."
DENIES = "Owner Jan Bramley denied that Kari Holm had met him at the Osterby mill on {Tuesday|2023-05-02} in secret."


def kinds(*articles):
    return [(d.kind, d.facts) for d in build_timeline(articles)[0].differences if d.kind != "name"]


def of_outlet(article, outlet):
    named = replace(article.annotated.article, outlet=Finding(outlet, "test"))
    return replace(article, annotated=replace(article.annotated, article=named))


def test_another_figure_for_one_noun_is_a_difference(write):
    """12 and 14 killed on one day, at one place, by two sources."""
    assert kinds(write("a.txt", "2023-05-03", TWELVE, REST), write("b.txt", "2023-05-03", FOURTEEN, REST)) == [
        ("figure", ("12", "14"))
    ]


def test_the_same_outlet_later_is_an_update(write):
    """A paper that counts again corrects itself."""
    first = of_outlet(write("a.txt", "2023-05-03", TWELVE, REST), "Port Daily")
    second = of_outlet(write("b.txt", "2023-05-04", FOURTEEN, REST), "Port Daily")
    assert kinds(first, second) == [("update", ("12", "14"))]


def test_one_says_and_one_denies(write):
    """Both stay; nothing is judged."""
    assert kinds(write("a.txt", "2023-05-03", SAYS, REST), write("b.txt", "2023-05-03", DENIES, REST)) == [
        ("denial", ())
    ]


MET = "Trade Minister Kari Holm met the mill owner Jan Bramley for talks at the Osterby mill on {Tuesday|2023-05-02}."


def test_one_meeting_told_of_two_days_is_a_difference(write):
    """Names and kind of event agree, the days do not."""
    other = MET.replace("{Tuesday|2023-05-02}", "{Monday|2023-05-01}")
    found = kinds(write("a.txt", "2023-05-03", MET, REST), write("b.txt", "2023-05-03", other, REST))
    assert found == [("day", ("2023-05-01", "2023-05-02"))]


def test_the_day_of_saying_is_no_other_day(write):
    """What is told on Wednesday may have happened on Tuesday."""
    said = (
        "Trade Minister Kari Holm told reporters on {Wednesday|2023-05-03} that the talks with Jan Bramley were short."
    )
    assert kinds(write("a.txt", "2023-05-03", MET, REST), write("b.txt", "2023-05-03", said, REST)) == []


def test_to_be_denied_entry_is_no_denial(write):
    """Only a denial of something said counts."""
    shut = "Jan Bramley denied Kari Holm entry to the Osterby mill on {Tuesday|2023-05-02} in secret."
    assert kinds(write("a.txt", "2023-05-03", SAYS, REST), write("b.txt", "2023-05-03", shut, REST)) == []


def test_one_source_never_differs_from_itself(write):
    """Two figures in one article are two facts."""
    assert kinds(write("a.txt", "2023-05-03", TWELVE, FOURTEEN, REST)) == []


def test_an_update_names_the_later_account_second(write):
    """However the two stand in the timeline."""
    later = of_outlet(write("a.txt", "2023-05-04", FOURTEEN, REST), "Port Daily")
    first = of_outlet(write("b.txt", "2023-05-03", TWELVE, REST), "Port Daily")
    timeline = build_timeline([later, first])[0]
    found = next(d for d in timeline.differences if d.kind == "update")
    source = {entry.id: entry.quoted.citation.key for entry in timeline.entries}
    assert ([source[entry] for entry in found.entries], found.facts) == (["b.txt", "a.txt"], ("12", "14"))


def test_the_same_outlet_on_the_same_day_contradicts_itself(write):
    """Which account is the later one is not known."""
    first = of_outlet(write("a.txt", "2023-05-03", TWELVE, REST), "Port Daily")
    second = of_outlet(write("b.txt", "2023-05-03", FOURTEEN, REST), "Port Daily")
    assert kinds(first, second) == [("figure", ("12", "14"))]


def test_another_day_told_later_by_the_outlet_is_an_update(write):
    """The paper corrects the day."""
    first = of_outlet(write("a.txt", "2023-05-03", MET, REST), "Port Daily")
    other = MET.replace("{Tuesday|2023-05-02}", "{Monday|2023-05-01}")
    second = of_outlet(write("b.txt", "2023-05-04", other, REST), "Port Daily")
    assert kinds(first, second) == [("update", ("2023-05-02", "2023-05-01"))]


def test_a_denial_on_the_next_day_is_one(write):
    """The day of denying is another than that of what is denied."""
    denied = (
        "Owner Jan Bramley denied on {Wednesday|2023-05-03} that Kari Holm met him at the mill on {Tuesday|2023-05-02}."
    )
    assert kinds(write("a.txt", "2023-05-03", SAYS, REST), write("b.txt", "2023-05-03", denied, REST)) == [
        ("denial", ())
    ]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Bramley denied the claims.", True),
        ("Bramley denied it.", True),
        ("Bramley called the report false.", True),
        ("Bramley denied on Monday that they met.", True),
        ("Bramley rejected reports of a secret talk.", True),
        ("Bramley denied it entry to the mill.", False),
        ("Bramley was denied bail.", False),
        ("Bramley rejected the offer.", False),
    ],
)
def test_what_is_a_denial(text: str, denied: bool):
    """Something said is denied, not something asked for."""
    assert denies(text) is denied


def test_not_denies_what_the_other_says_with_the_same_verb(write):
    """Only that verb: "did not reply" denies no meeting."""
    signed = "Minister Kari Holm and owner Jan Bramley signed the mill treaty in Osterby on {Tuesday|2023-05-02}."
    unsigned = (
        "Minister Kari Holm and owner Jan Bramley have not signed the mill treaty in Osterby on {Tuesday|2023-05-02}."
    )
    silent = "Minister Kari Holm and owner Jan Bramley did not reply about the mill treaty in Osterby on {Tuesday|2023-05-02}."
    a = write("a.txt", "2023-05-03", signed, REST)
    assert kinds(a, write("b.txt", "2023-05-03", unsigned, REST)) == [("denial", ())]
    assert kinds(a, write("b.txt", "2023-05-03", silent, REST)) == []
    later = unsigned.replace("{Tuesday|2023-05-02}", "{Monday|2023-05-01}")
    assert ("denial", ()) not in kinds(a, write("b.txt", "2023-05-03", later, REST))
    unable = unsigned.replace("have not signed", "could not sign").replace("in Osterby", "signed in Osterby")
    assert ("denial", ()) not in kinds(a, write("b.txt", "2023-05-03", unable, REST))
