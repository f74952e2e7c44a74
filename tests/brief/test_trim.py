import pytest

from briefing.brief.trim import trimmed

LONG = (
    "The council of the harbour town met for the whole of Monday, with all its members present; it agreed on a budget"
)


@pytest.mark.parametrize(
    "sentence, words, expected",
    [
        (LONG, 14, "The council of the harbour town met for the whole of Monday,"),
        (LONG, 40, None),
        (f"{LONG}, but nobody was content with it.", 14, None),
        (f"{LONG}, the mayor said.", 14, None),
        ("The mayor said the council met for the whole of Monday, as he told reporters later at the pier.", 12,
         "The mayor said the council met for the whole of Monday,"),
        ("Officials (of the port, the town and the ferry company, among others) met for the whole of Monday in Lindmark.", 9, None),
        ("With 100,000 visitors on the quays of the old harbour and in the narrow streets behind it all was well.", 8, None),
        ("The ferry left in the evening — with few passengers on board and a crew of eleven sailors.", 8,
         "The ferry left in the evening —"),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_once_at_its_end_or_not_at_all(sentence, words, expected):
    """Only after a comma, semicolon or dash, never in brackets, and never where a turn or the only speaker is lost."""
    assert trimmed(sentence, "en", words) == expected


def test_a_language_without_guards_is_never_cut():
    """Where it is not known which words turn a sentence round, it is printed whole."""
    assert trimmed(LONG, "xx", 5) is None
