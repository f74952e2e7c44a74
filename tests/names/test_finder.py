"""Names as the sources print them."""

import pytest

from briefing.model import Article, Block, BlockKind, Name, NameKind, Sentence, Source, Span
from briefing.names import find_names


def names_in(*paragraphs: str, kind: BlockKind = BlockKind.BODY) -> tuple[Name, ...]:
    text = "\n\n".join(paragraphs)
    blocks, sentences, at = [], [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        span = Span(at, at + len(paragraph))
        blocks.append(Block(span, kind, number))
        if kind is BlockKind.BODY:
            sentences.append(Sentence(span, number))
        at = span.end + 2
    article = Article(Source("a.txt", "0", "text/plain"), "en", text, tuple(blocks))
    found = find_names(article, sentences)
    assert all(" ".join(name.span.of(text).split()) == name.text for name in found)
    return found


def told(*paragraphs: str) -> list[tuple[str, str, str]]:
    return [(name.kind.value, name.text, name.descriptor) for name in names_in(*paragraphs)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The envoy met Norwegian Deputy Trade Minister Kari Holm in Oslo.",
            [
                ("place", "Norwegian", ""),
                ("person", "Kari Holm", "Norwegian Deputy Trade Minister"),
                ("place", "Oslo", ""),
            ],
        ),
        (
            "They heard US Deputy Secretary of Energy Dana Whitlow speak.",
            [("place", "US", ""), ("person", "Dana Whitlow", "US Deputy Secretary of Energy")],
        ),
        ("On Friday prime minister Ilan Dovrat resigned.", [("person", "Ilan Dovrat", "prime minister")]),
        (
            "Marta Ruiz, a baker from the old town, said the river rose.",
            [("person", "Marta Ruiz", "a baker from the old town")],
        ),
        ("He wrote to Gen. Otto Brandt and Ms. Vale.", [("person", "Otto Brandt", "Gen."), ("person", "Vale", "Ms.")]),
        (
            "Talks at the Council for Trade and Labour ended; NATO was silent.",
            [("body", "Council for Trade and Labour", ""), ("body", "NATO", "")],
        ),
        (
            "A U.S.-Norway line and the Russia-Finland border stay shut.",
            [("place", "U.S.", ""), ("place", "Norway", ""), ("place", "Russia", ""), ("place", "Finland", "")],
        ),
    ],
)
def test_names_and_their_descriptors(sentence: str, expected: list[tuple[str, str, str]]):
    """Offices, honorifics and asides are cut off as descriptors; bodies keep their small words; compounds come apart."""
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", ["Talks went on.", "Police said nothing.", "However, rain fell.", "May it last."])
def test_a_capital_at_the_beginning_of_a_sentence_is_no_name(sentence: str):
    """Only a ground beside the capital makes a name of a first word."""
    assert told(sentence) == []


def test_a_surname_alone_takes_its_bearers_kind():
    """ "Brandt" is a person where "Gen. Otto Brandt" stands in the same article, even as a first word."""
    found = told("It was Gen. Otto Brandt who came.", "Then it was Brandt again.")
    assert found == [("person", "Otto Brandt", "Gen."), ("person", "Brandt", "")]


def test_a_line_of_capitals_names_only_who_bears_an_office():
    """A headline's capitals say nothing; a caption's office does."""
    found = names_in(
        "Norwegian Trade Minister Kari Holm (left) and Harbour Crowd Outside Gates", kind=BlockKind.CAPTION
    )
    assert [(name.kind, name.text) for name in found] == [(NameKind.PLACE, "Norwegian"), (NameKind.PERSON, "Kari Holm")]


def test_tables_join_a_country_with_its_people_and_a_body_with_its_abbreviation():
    """Russia and Russian have one key, Moscow its own; OSCE and its long form have one."""
    found = names_in(
        "Russia and Russian envoys flew from Moscow to the Organization for Security and Cooperation in Europe and the OSCE."
    )
    keys = {name.text: name.key for name in found}
    assert keys["Russia"] == keys["Russian"] != keys["Moscow"]
    assert keys["OSCE"] == keys["Organization for Security and Cooperation in Europe"]


def test_a_text_without_capitals_has_no_names():
    """Scripts and texts that use no capitals give no names, and no error."""
    assert told("外交部长在日内瓦会见了代表团。", "no capitals here at all.") == []


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("She met the mill owner Jan Bramley in Oslo.", "Jan Bramley"),
        ("She met the clerk June Holm in Oslo.", "June Holm"),
        ("In June Holm went to sea.", "Holm"),
        ("She left in April Norway was cold.", "Norway"),
        ("She will see what Will Brandt does.", "Will Brandt"),
        ("That Will Be Seen.", None),
    ],
)
def test_a_month_or_a_verb_may_be_a_given_name(sentence: str, named: str | None):
    """Before a surname, and not where a month is put in time."""
    found = [name.text for name in names_in(sentence)]
    assert (named in found) if named else found == []
