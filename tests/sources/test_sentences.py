import pytest

from briefing.model import Article, Block, BlockKind, Source, Span
from briefing.sources.sentences import split_sentences
from briefing.sources.verbs import has_finite_verb


def article(*blocks: str, language: str = "en", kind: BlockKind = BlockKind.BODY) -> Article:
    text = "\n\n".join(blocks)
    found, at = [], 0
    for number, block in enumerate(blocks, 1):
        found.append(Block(Span(at, at + len(block)), kind, number))
        at += len(block) + 2
    return Article(Source("a.txt", "", "text/plain"), language, text, tuple(found))


def split(*blocks: str, language: str = "en") -> list[tuple[str, str | None]]:
    read = article(*blocks, language=language)
    return [(s.span.of(read.text), s.broken) for s in split_sentences(read)]


def broken(*blocks: str) -> list[str | None]:
    return [code for _, code in split(*blocks)]


def test_sentences_are_spans_of_the_text():
    """Abbreviations do not end a sentence, and every sentence is a verbatim span."""
    found = split(
        "Lt. Gov. Ana Rezk met Mr. Olsen on Jan. 12 in the U.S. capital. He paid $1.5 bn. for it. Nobody objected."
    )
    assert [text for text, _ in found] == [
        "Lt. Gov. Ana Rezk met Mr. Olsen on Jan. 12 in the U.S. capital.",
        "He paid $1.5 bn. for it.",
        "Nobody objected.",
    ]


@pytest.mark.parametrize(
    "blocks, codes",
    [
        (("The port was shut, said Ms.", "Olsen said no."), ["ends-on-title", "after-title"]),
        (("Olsen said the E.U.", "close its ports for a week."), ["cut-by-next", "lower-case-start"]),
        (("As the minister said, ‘We cannot wait.", "The port stays shut."), ["open-quotation", None]),
        (("“We cannot wait, and we will not.", "“The port stays shut,” she said."), [None, None]),
        (("Olsen (the minister for ports said no.", "The port stays shut."), ["open-bracket", None]),
        (("The wish to open the port.", "It stays shut."), ["no-finite-verb", None]),
        (("The dockers’ union and Ukraine‘s embassy agreed.", "It stays shut."), [None, None]),
        (("It will ask the region of", "Westmark has no money, it said."), ["ends-in-the-middle", "after-the-middle"]),
        (("It is what the port asked for.", "Westmark has no money."), [None, None]),
        (("iPhone sales fell.", "al-Rezk said so."), [None, None]),
    ],
)
def test_a_block_cut_by_a_scraper_is_marked_and_never_joined(blocks, codes):
    """Each rule of broken text has its code; what only looks broken is whole."""
    assert broken(*blocks) == codes


def test_only_the_sentence_at_the_cut_is_broken():
    """The whole sentences of a block that begins or ends in the middle stay whole."""
    assert broken("of the harbour. The port was shut. Nobody asked Mr.", "Olsen came.") == [
        "lower-case-start",
        None,
        "ends-on-title",
        "after-title",
    ]


def test_an_abbreviation_that_may_have_been_cut_is_said():
    """A whole sentence on "the U.S." at the end of its block may break off; inside of a block it does not."""
    read = article("He asked for talks with the U.S.", "They agreed. He flew to the U.S. The talks began.")
    assert [s.may_break_off for s in split_sentences(read)] == [True, False, False, False]


def test_a_quotation_of_two_sentences_keeps_its_speaker():
    """“No. Never,” she said: one statement, not half of a quotation."""
    assert [text for text, _ in split("“We asked twice. They never came,” she said. The port is shut.")] == [
        "“We asked twice. They never came,” she said.",
        "The port is shut.",
    ]


def test_other_languages_are_cut_at_stops_before_capitals():
    """German ordinals and initials do not end a sentence; Chinese stops do without a space."""
    german = split("Am 10. Januar traf sich A. Weber mit Ministern. Danach war Schluss.", language="de")
    assert [text for text, _ in german] == ["Am 10. Januar traf sich A. Weber mit Ministern.", "Danach war Schluss."]
    assert len(split("部长们周一会面。他们没有达成协议。", language="zh")) == 2


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("hi", "काम शुरू हुआ।लोग आए॥ सब ठीक है।", 3),
        ("", "काम शुरू हुआ। लोग आए।", 2),
        ("ur", "کام شروع ہوا۔ لوگ آئے۔", 2),
        ("ar", "هل بدأ العمل؟ نعم بدأ.", 2),
        ("hy", "Աշխատանքը սկսվեց։ Մարդիկ եկան։", 2),
        ("am", "ሥራው ተጀመረ። ሰዎች መጡ።", 2),
        ("my", "အလုပ်စပြီ။ လူတွေလာတယ်။", 2),
        ("zh", "桥长3．5公里．工程开始了．", 2),
        ("zh", "他问：“开始了吗？”她说没有。", 2),
        ("el", "Άρχισε η δουλειά; Ναι, άρχισε.", 2),
        ("el", "Άρχισε η δουλειά; ναι, άρχισε.", 1),
        ("ru", "Работы начались; люди пришли. Их было 3.5 тыс. человек.", 2),
        ("pl", "Prace ruszyły ok. świtu. Ludzie przyszli.", 2),
    ],
)
def test_every_script_has_its_stops(language, text, count):
    """A danda, an Armenian, Ethiopic or Urdu stop ends a sentence; figures, small letters and a Russian semicolon do not."""
    assert len(split(text, language=language)) == count


def test_wrapped_lines_stay_inside_their_sentence():
    """A hard-wrapped paragraph gives sentences over the line ends, with the line feeds in their span."""
    found = split("The ministers met on Monday\nin Vienna. They parted\nwithout a word.")
    assert found == [("The ministers met on Monday\nin Vienna.", None), ("They parted\nwithout a word.", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sherman said no.",
        "The minister rejects the plan.",
        "They talk.",
        "It’s not clear.",
        "Talks began.",
        "Who knows?",
        "The union wants more.",
    ],
)
def test_a_sentence_with_a_verb_is_whole(sentence):
    """Simple, contracted, past and present forms are verbs."""
    assert has_finite_verb(sentence)


@pytest.mark.parametrize(
    "rest", ["The desire to make progress.", "A widely expected vote.", "Two days of talks in Geneva.", "No deal."]
)
def test_a_rest_without_a_verb_is_not(rest):
    """Infinitives, participles before a noun and plurals are no finite verbs."""
    assert not has_finite_verb(rest)


@pytest.mark.parametrize(
    "sentence",
    [
        "A print costs four crowns.",
        "The reading room seats twenty people.",
        "The café serves soup.",
        "They light it with vine cuttings before dawn.",
        "She bakes.",
    ],
)
def test_short_sentences_in_the_present_are_whole(sentence):
    """A verb that no table holds is known by its place behind its subject."""
    assert has_finite_verb(sentence)


@pytest.mark.parametrize("rest", ["The desire to make progress.", "An end to the talks."])
def test_rests_without_a_verb_are_none(rest):
    """Words that only look like verbs do not make a sentence."""
    assert not has_finite_verb(rest)


def test_a_plain_word_and_a_stop_before_a_capital_end_a_sentence():
    """The model's doubts about a rare word after the stop do not glue two sentences into one quotation."""
    text = "The port reopened after a storm damaged two cranes. Harbour master Olga Brandt waited."
    article = Article(Source("a", "", ""), "en", text, (Block(Span(0, len(text)), BlockKind.BODY, 1),))
    assert [s.span.of(text)[:12] for s in split_sentences(article)] == ["The port reo", "Harbour mast"]
