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
