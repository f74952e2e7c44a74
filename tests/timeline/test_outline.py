"""What a process outlines is what reading the article says, and nothing else."""

import pickle
from dataclasses import replace
from datetime import date

from briefing.model import Anchor, Basis
from briefing.names import join_names
from briefing.timeline import Outline, build_timeline, outline
from briefing.timeline.reading import read

ARTICLE = (
    "a.txt",
    "2023-05-03",
    "A fire at the Bramley mill in Osterby killed 12 people on {Tuesday|2023-05-02}, Mayor Anna Brandt said.",
    "“It burned from {Monday|2023-05-01} to {Wednesday|2023-05-03},” Peter Holm said on {Tuesday|2023-05-02}. Brandt wept.",
    "The mill will open again {soon|}.",
    "~The wish to.",
)


def test_an_outline_unfolds_to_what_reading_finds(write):
    """Events with their dates, speakers and people; statements with what is not known; fragments; all words."""
    article = write(*ARTICLE)
    cast = join_names([(article.key, article.annotated.names)])
    handed_on: Outline = pickle.loads(pickle.dumps(outline(article)))
    assert handed_on.fits(article)
    assert read(article, cast, handed_on) == read(article, cast)
    assert [len(group) for group in read(article, cast, handed_on).told] == [2, 2, 1]


def test_an_article_that_its_folder_changes_is_read_anew(write):
    """Another anchor, or a sentence taken out: the outline no longer fits, and the timeline is the same as without."""
    article = write(*ARTICLE)
    made = {article.key: outline(article)}
    fewer = replace(article, annotated=replace(article.annotated, sentences=article.annotated.sentences[1:]))
    later = replace(article, anchor=Anchor(date(2023, 5, 9), Basis.INFERRED, "lent-by-sister", "b.txt"))
    for changed in (fewer, later):
        assert not made[article.key].fits(changed)
        assert build_timeline([changed], None, made) == build_timeline([changed])
