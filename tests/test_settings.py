"""briefing.toml: what people set, checked whole, and what it does to articles."""

from datetime import date

import pytest

from briefing import pipeline
from briefing.errors import SettingsError
from briefing.model import Interval
from briefing.settings import Settings, load_settings

TEXT = "Pier closed\n\nJan 10, 2022\n\nThe harbour authority of Lindvik said on Monday that it would close the northern pier.\n"


def load(tmp_path, text):
    (tmp_path / "briefing.toml").write_text(text, encoding="utf-8")
    return load_settings(tmp_path / "briefing.toml")


def test_no_file_is_no_settings(tmp_path):
    """Nobody has to write one."""
    assert load_settings(tmp_path / "briefing.toml") == Settings()


def test_everything_that_can_be_set(tmp_path):
    """Options, articles by pattern, entries by id."""
    settings = load(
        tmp_path,
        """
[note]
for = "Europe desk"
as-of = 2022-01-12
format = ["pdf", "docx"]

[articles."a*.txt"]
published = 2022-01-10T09:00:00
author = "Ann Lee"

[articles."b.txt"]
skip = true

[entries."6f3a"]
redate = "2022-01-09/2022-01-11"
title = "The pier closes"
pin = true
drop = false
join = ["77aa", "88bb"]
""",
    )
    assert settings.note == {"for": "Europe desk", "as-of": "2022-01-12", "format": ("pdf", "docx")}
    assert (settings.articles[0].published, settings.articles[0].authors) == (date(2022, 1, 10), ("Ann Lee",))
    assert settings.skips("b.txt")
    assert not settings.skips("a.txt")
    assert [(c.entry, c.action) for c in settings.corrections] == [
        ("6f3a", a) for a in ("redate", "retitle", "pin", "join")
    ]
    interval = settings.corrections[0].interval
    assert isinstance(interval, Interval)
    assert str(interval) == "2022-01-09/2022-01-11"


@pytest.mark.parametrize(
    ("text", "line", "names"),
    [
        ("[note]\nfro = 1", 2, "fro"),
        ("\n\n[notes]\nfor = 'x'", 3, "notes"),
        ("[articles.'a.txt']\ntitle = 'x'\npublised = 2022-01-10", 3, "publised"),
        ("[articles]\n'a.txt'.published = 'tomorrow'", 2, "tomorrow"),
        ("[articles.'a.txt']\nskip = 'yes'", 2, "yes"),
        ("[articles.'a.txt']\n# title\n\ntitle = 3", 4, "title"),
        ("[articles]\n'a.txt' = 5", 2, "a.txt"),
        ("[entries.x]\nredate = '2022-01-11/2022-01-09'", 2, "before it begins"),
        ("note = 1", 1, "note"),
        ("[note]\nfor = ", 2, "line 2"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(tmp_path, text, line, names):
    """A slip of the pen costs a second, not an hour."""
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, text)
    assert "briefing.toml" in str(caught.value)
    assert f"line {line}" in str(caught.value)
    assert names in str(caught.value)
    assert caught.value.remedy


def read(folder, settings):
    return pipeline.understand([folder], pipeline.Options(settings=settings))


def test_what_a_person_set_wins_and_is_marked(tmp_path):
    """Day, title, outlet and author of a person win over the file's; the file's stay visible."""
    (tmp_path / "a.txt").write_text(TEXT)
    settings = load(
        tmp_path,
        "[articles.'*.txt']\npublished = 2022-01-11\ntitle = 'Set'\noutlet = 'Courier'\nauthor = ['Ann', 'Bo']\nurl='https://x.example'",
    )
    (dated,), _ = read(tmp_path, settings)
    found = dated.published
    assert (str(found.day), found.set_by_person, found.evidence.where) == ("2022-01-11", True, "briefing.toml line 1")
    assert [str(one.day) for one in found.others] == ["2022-01-10"]
    assert dated.anchor.code == "person"
    article = dated.article
    assert [(f.value, f.basis) for f in (article.title, article.outlet)] == [("Set", "person"), ("Courier", "person")]
    assert article.title.others[0] == "Pier closed"
    assert [a.value for a in article.authors] == ["Ann", "Bo"]
    assert article.source.url == "https://x.example"


def test_skipped_and_unused_are_said(tmp_path):
    """A file left out is named; a pattern that matches nothing is, too."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    dated, problems = read(tmp_path, load(tmp_path, "[articles.'b*']\nskip = true\n[articles.'c.txt']\ntitle = 'x'"))
    assert [article.key for article in dated] == ["a.txt"]
    assert {(p.code, p.path, p.where) for p in problems} >= {
        ("skipped", "b.txt", ""),
        ("settings-unused", "briefing.toml", "line 3"),
    }


def test_later_tables_win(tmp_path):
    """A pattern for all, then the exception."""
    (tmp_path / "a.txt").write_text(TEXT)
    settings = load(
        tmp_path,
        "[articles.'*']\npublished=2022-01-01\nskip = true\n[articles.'a.txt']\npublished=2022-01-02\nskip = false",
    )
    (dated,), _ = read(tmp_path, settings)
    assert str(dated.published.day) == "2022-01-02"
