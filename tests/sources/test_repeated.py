from briefing import pipeline
from briefing.model import QUOTABLE, BlockKind
from briefing.sources.folder import read_folder
from briefing.sources.repeated import mark_repeated

TAIL = "Our reporters travel by train and tell you what they see."
STORIES = (
    "The harbour of Oldsund was closed on Monday after a crane fell into the basin, the port office said in the evening.",
    "Teachers in Marrow voted for a strike on Tuesday, and the mayor asked both sides to come to the table once more.",
    "A bakery in Lindal won the prize for the best rye bread of the county for the third time in five years on Sunday.",
)


def pages(folder, *endings):
    for n, (story, ending) in enumerate(zip(STORIES, endings, strict=False)):
        second = f"Nobody in the town number {n} had expected it, and the talk of the evening was about little else for hours."
        (folder / f"{n}.txt").write_text(f"A headline of the day\n\n{story}\n\n{second}\n\n{ending}\n")
    return mark_repeated(read_folder([folder])[0])


def quoted(article):
    return [b.span.of(article.text) for b in article.blocks if b.kind in QUOTABLE]


def test_a_line_at_the_edge_of_three_files_is_furniture(tmp_path):
    """The same sentence ends three articles: it is left out of each, with the reason."""
    articles = pages(tmp_path, TAIL, TAIL, TAIL)
    assert [TAIL in quoted(article) for article in articles] == [False] * 3
    assert {b.reason for a in articles for b in a.blocks if b.kind is BlockKind.REPEATED} == {"in-several-files"}
    assert all(len(quoted(article)) == 2 for article in articles)


def test_two_files_are_no_proof(tmp_path):
    """What stands in two of three files stays."""
    articles = pages(tmp_path, TAIL, TAIL, "The police is asking for witnesses of the night.")
    assert TAIL in quoted(articles[0])


def test_a_story_printed_three_times_is_not_its_own_furniture(tmp_path):
    """A copied article keeps every line."""
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("A headline of the day\n\n" + "\n\n".join(STORIES))
    articles = mark_repeated(read_folder([tmp_path])[0])
    assert [quoted(article) for article in articles] == [list(STORIES)] * 3


def test_what_is_left_out_is_quoted_nowhere(tmp_path):
    """The whole story leaves the repeated line out: it is no statement of any of the three."""
    pages(tmp_path, TAIL, TAIL, TAIL)
    result = pipeline.build([tmp_path])
    assert len(result.dated) == 3
    assert TAIL not in {s.citation.quote for s in result.timeline.statements}
    assert len(result.timeline.statements) + len(result.timeline.fragments) + len(result.timeline.entries) > 0


def test_the_first_sentence_of_a_wire_story_is_no_furniture(tmp_path):
    """Three papers print one lead and edit the rest: the lead is the news, in whichever paper."""
    lead = "The two countries signed a treaty on the river's water on Monday, officials said."
    shared = "The river feeds four cities, and in dry summers there is not enough of it for three of them."
    for n in range(3):
        own = [
            f"Paper {n} adds what the mayor of its own town number {m} said about it on the phone." for m in range(9)
        ]
        (tmp_path / f"{n}.txt").write_text("\n\n".join(["A headline of the day", lead, own[0], shared, *own[1:]]))
    articles = mark_repeated(read_folder([tmp_path])[0])
    assert [lead in quoted(article) for article in articles] == [True] * 3
