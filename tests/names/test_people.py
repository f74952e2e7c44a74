"""Which spellings are one bearer, and which are not."""

import pytest

from briefing.model import Article, Block, BlockKind, Person, Sentence, Source, Span
from briefing.names import find_names, join_names


def people(*articles: str) -> tuple[Person, ...]:
    """The cast of articles whose sentences stand on lines of their own."""
    named = []
    for number, text in enumerate(articles):
        spans, at = [], 0
        for line in text.split("\n"):
            spans.append(Span(at, at + len(line)))
            at += len(line) + 1
        blocks = tuple(Block(span, BlockKind.BODY, place) for place, span in enumerate(spans, 1))
        article = Article(Source(f"{number}.txt", "0", "text/plain"), "en", text, blocks)
        named.append(
            (f"{number}.txt", find_names(article, [Sentence(span, place) for place, span in enumerate(spans, 1)]))
        )
    return join_names(named).people


def bearers(*articles: str) -> list[set[str]]:
    """The spellings of each bearer."""
    return [{spelling for spelling, _ in person.variants} for person in people(*articles)]


def together(one: str, other: str, *articles: str) -> bool:
    found = bearers(*articles)
    assert any(one in group for group in found), (one, found)
    assert any(other in group for group in found), (other, found)
    return any({one, other} <= group for group in found)


RYABKOV = "Talks began. Russian Deputy Foreign Minister Sergei Ryabkov met the envoy."


@pytest.mark.parametrize(
    ("one", "other", "articles"),
    [
        (
            "Sergei Ryabkov",
            "Sergey Ryabkov",
            (RYABKOV, "The envoy met Russian Deputy Foreign Minister Sergey Ryabkov."),
        ),
        ("Sergei Ryabkov", "Sergei Ryabukov", (RYABKOV, "The envoy met Deputy Foreign Minister Sergei Ryabukov.")),
        ("Rex W. Holm", "Rex Holm", ("US Trade Secretary Rex W. Holm spoke.", "US Trade Secretary Rex Holm spoke.")),
        (
            "Kim Jong Un",
            "Kim Jong-un",
            ("North Korean leader Kim Jong Un spoke.", "The aides of Kim Jong-un said nothing."),
        ),
        ("Hua Lintao", "Hua", ("Spokeswoman Hua Lintao spoke.\nAt noon spokeswoman Hua left.",)),
        (
            "Organization for Security and Cooperation in Europe",
            "OSCE",
            ("The Organization for Security and Cooperation in Europe met.", "The envoys of the OSCE met."),
        ),
        ("U.S.", "American", ("Envoys of the U.S. met.", "The American officials met.")),
        ("U.S.", "Washington", ("Envoys of the U.S. met.\nThe press says Washington wants talks.",)),
        ("Ida Bakke", "Bakke", ("Mayor Ida Bakke spoke.\nThen Bakke left.",)),
        (
            "Per Holm",
            "Alhaji Per Holm",
            ("The envoys met Mayor Per Holm.", "The envoys met Mayor Per Holm, and Alhaji Per Holm spoke."),
        ),
    ],
)
def test_variants_with_evidence_are_one(one: str, other: str, articles: tuple[str, ...]):
    """The same office, the same names beside, the same country, or tables; a hyphen is a blank."""
    spelt = {spelling for group in bearers(*articles) for spelling in group}
    other = other if other in spelt else other.removeprefix("Alhaji ")
    assert together(one, other, *articles)


@pytest.mark.parametrize(
    ("one", "other", "articles"),
    [
        (
            "Kim Jong Un",
            "Kim Jong Il",
            ("North Korean leader Kim Jong Un spoke.", "North Korean leader Kim Jong Il spoke."),
        ),
        (
            "Kim Jong Un",
            "Kim Jong Il",
            ("North Korean leader Kim Jong Un spoke of his father, late leader Kim Jong Il.",),
        ),
        (
            "Wendy Sherman",
            "Wendy Herman",
            ("US Deputy Secretary Wendy Sherman spoke.", "US Deputy Secretary Wendy Herman spoke."),
        ),
        ("Niger", "Nigeria", ("The armies of Niger and Nigeria met.",)),
        ("Niger", "Nigerian", ("The armies of Niger met.", "The Nigerian army met.")),
        ("Ida Bakke", "Ida Bakker", ("Mayor Ida Bakke spoke.", "Doctor Ida Bakker spoke.")),
        ("U.S.", "Washington", ("Envoys of the U.S. met in Washington.",)),
        ("Per Holm", "Holm", ("Coach Per Holm and guard Jon Holm spoke.\nThen Holm left, a friend of Per Holm.",)),
        (
            "Alaa Abdel-Fattah",
            "Abdel Fattah el-Sissi",
            ("President Abdel Fattah el-Sissi spoke. Activist Alaa Abdel-Fattah left.",),
        ),
        ("Georgia", "Georgia Holm", ("The mayor of Tbilisi in Georgia spoke. Clerk Georgia Holm left.",)),
    ],
)
def test_names_without_evidence_stay_apart(one: str, other: str, articles: tuple[str, ...]):
    """Another given name, another consonant, another country, two people of one surname."""
    assert not together(one, other, *articles)


def test_a_seat_that_acts_says_why_it_is_its_country():
    """The step names the seat and the country beside it."""
    joined = next(p for p in people("Envoys of Russia met.\nThe press says Moscow wants talks.") if p.id == "ru")
    assert [(step.code, step.facts) for step in joined.why] == [("same-government", ("Moscow", "Russia"))]


def test_a_seat_alone_is_a_place():
    """Nothing shows that Moscow stands for Russia where nobody names Russia."""
    moscow = next(p for p in people("The press says Moscow wants talks.") if p.id == "moscow")
    assert (moscow.kind.value, moscow.why) == ("place", ())
