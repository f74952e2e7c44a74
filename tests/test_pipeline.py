"""The same folder gives the same result, by one process or several, in any order of files."""

from datetime import date, timedelta

import pytest

from briefing import pipeline

PLACES = ("Osterby", "Bramley", "Tarnfield", "Lenne")
TEXT = """{place} opens pier {n}

Published: {day}

Mayor Anna Brandt opened pier {n} in {place} on Monday with {n}0 guests. "It took {n} years," she said. The harbour union had
asked for a pier since 1998. Peter Holm of the {place} Ferry Company will sail from it next week.

Brandt thanked the harbour union of {place} for its patience.

The Northern Ledger is a member of the press council.
"""


@pytest.fixture
def folder(tmp_path):
    for n in range(1, 12):
        day = date(2023, 5, 2) + timedelta(days=n)
        dated = TEXT if n % 4 else TEXT.replace("Published: {day}\n\n", "")
        (tmp_path / f"{n:02}.txt").write_text(dated.format(place=PLACES[n % 4], n=n, day=day), encoding="utf-8")
    return tmp_path


def test_processes_and_the_order_of_files_change_nothing(folder, monkeypatch):
    """One process reads all; two read a few files each and outline what they tell; files come in any order."""
    alone = pipeline.build([folder])
    monkeypatch.setattr(pipeline, "BATCH", 2)
    shared = pipeline.build([folder], pipeline.Options(jobs=2))
    assert shared == alone
    files = sorted(folder.iterdir())
    turned = pipeline.build(files[::-1], pipeline.Options(jobs=2))
    assert turned.timeline == alone.timeline


def test_every_outline_fits_an_article_that_states_its_day(folder):
    """What the processes find out is used: only where a sister lends the day is an article read anew."""
    found = pipeline._understand([folder], pipeline.Options(), (), (), None, outlined=True)
    assert {
        dated.key for dated in found.dated if dated.published and not found.outlines[dated.key].fits(dated)
    } == set()
    assert set(found.outlines) == {dated.key for dated in found.dated}


FIRE = "A fire at the Bramley mill in Osterby killed 12 people on Tuesday, police said. The mill makes paper.\n"
ODD = {
    "one article": {"a.txt": f"Fire\n\nPublished: May 3, 2023\n\n{FIRE}"},
    "no dates at all": {f"{n}.txt": f"Pier {n}\n\nPier {n} was closed. Nobody knows why.\n" for n in range(4)},
    "every article undated": {f"{n}.txt": f"Fire {n}\n\n{FIRE}" for n in range(20)},
    "articles in the future": {
        f"{n}.txt": f"Fire\n\nPublished: May 3, 2099\n\nPier {n} burned. {FIRE}" for n in range(3)
    },
    "copies": {f"{n:03}.txt": f"Fire\n\nPublished: May 3, 2023\n\n{FIRE}" for n in range(300)},
    "languages": {
        "en.txt": f"Mill burns\n\nPublished: May 3, 2023\n\n{FIRE}",
        "de.txt": "Mühle brennt\n\nVeröffentlicht: 3. Mai 2023\n\nIn Osterby ist am Dienstag eine Mühle abgebrannt. Sie war alt.\n",
        "fr.txt": "Incendie\n\nPublié le 3 mai 2023\n\nUn incendie a détruit mardi la papeterie d’Osterby. Elle était vieille.\n",
        "zh.txt": "造纸厂火灾\n\n2023年5月3日\n\n星期二大火烧毁了造纸厂，造成十二人死亡。工厂属于该市。\n",
    },
    "nothing but headlines": {"a.txt": "Fire at the mill\n", "b.txt": "Mill burns\n"},
}


@pytest.mark.parametrize("name", ODD)
def test_odd_folders_lose_nothing(tmp_path, name):
    """Each sentence is told, left out or set aside exactly once, or a problem names its file."""
    for file, text in ODD[name].items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    result = pipeline.build([tmp_path])
    timeline = result.timeline
    told = [e.citation for entry in (*timeline.entries, *timeline.left_out) for e in entry.events]
    told += [cited for statement in timeline.statements for cited in statement.citations]
    told += [fragment.citation for fragment in timeline.fragments]
    read = [(d.key, s.span) for d in result.dated if d.key not in timeline.aside for s in d.annotated.sentences]
    assert sorted((cited.key, cited.span) for cited in told) == sorted(read)
    named = {problem.path for problem in result.problems}
    assert {d.key for d in result.dated} | named >= set(ODD[name])
