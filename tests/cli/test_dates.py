"""`briefing dates` and `briefing rules`: for people, for programs, for the tools of the field."""

import json
import subprocess
import sys
from datetime import date

import pytest
from lxml import etree
from typer.testing import CliRunner

from briefing.cli import app
from briefing.dates import read_dates
from briefing.dates.grammar import grammar
from briefing.dates.listing import listing
from briefing.explain import records

DAY = "2022-01-12"
TEXT = "They met on Monday. They will meet later this week."


def run(*args, stdin=None):
    return CliRunner().invoke(app, [*args], input=stdin)


def test_a_person_sees_each_expression_in_its_sentence_and_why():
    """What, result, basis, anchor, rule, steps in words; at most 80 columns."""
    done = run("dates", TEXT, "--published", DAY)

    assert (done.exit_code, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    first, second = done.stdout.split("\n\n")[1:]
    assert first.splitlines() == [
        "1           They met on [Monday].",
        "Expression  Monday",
        "Result      Mon 10 Jan 2022 (2022-01-10)",
        "Basis       resolved",
        "Anchor      published Wed 12 Jan 2022",
        "Rule        en/weekday: weekday, counted from the anchor",
        "Steps       counted from Wed 12 Jan 2022",
        "            the last such weekday before it, Mon 10 Jan 2022",
        "TIMEX3      DATE 2022-01-10",
    ]
    assert second.startswith("2           They will meet [later this week].")


def test_what_has_no_date_and_no_day_is_said():
    """No expression, no publication date, no such day: each in words."""
    assert "No time expression was found." in run("dates", "Nothing here.").stdout
    assert "No publication date" in run("dates", "on 3 May 2021").stdout
    assert "no such day in the calendar" in run("dates", "on 31 February 2021").stdout
    assert "nothing to count from" in run("dates", "yesterday").stdout


def test_what_would_move_the_cursor_is_shown_as_what_it_is():
    """Control characters and lone surrogates of the text never reach the terminal."""
    done = run("dates", "\x1b[31mOn Monday\x07 \udc80 they met.", "--published", DAY)

    assert done.exit_code == 0
    assert not {"\x1b", "\x07"} & set(done.stdout)


def test_a_program_gets_the_same_as_from_python():
    """--format json: the records, with the publication date and the genre that was decided."""
    told = json.loads(run("dates", TEXT, "--published", DAY, "--format", "json").stdout)

    assert told == {
        "published": DAY,
        "language": "en",
        "genre": "news",
        "timexes": records(read_dates(TEXT, date.fromisoformat(DAY)), every=True),
    }


def test_lines_of_a_file_or_of_standard_input(tmp_path):
    """One line of JSON for each, in order, the file's name enough to say so; a bad one is named with file and number."""
    lines = [json.dumps({"id": n, "dct": DAY, "text": TEXT}) for n in range(3)]
    lines.insert(1, "{oops")
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")

    done = run("dates", str(tmp_path / "a.jsonl"), "--jobs", "1")
    piped = run("dates", "-", "--format", "jsonl", stdin="\n".join(lines))

    assert (done.exit_code, piped.exit_code) == (1, 1)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [0, 1, 2]
    assert done.stdout == piped.stdout
    assert "a.jsonl:line 2: this line is not JSON" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_good_lines_leave_nothing_to_say():
    """Exit code 0, standard error empty, also for an empty stream."""
    done = run("dates", "-", "--format", "jsonl", stdin=json.dumps({"id": 1, "text": "x"}))
    empty = run("dates", "-", "--format", "jsonl", stdin="")

    assert (done.exit_code, done.stdout, done.stderr) == (0, '{"id": 1, "timexes": []}\n', "")
    assert (empty.exit_code, empty.stdout, empty.stderr) == (0, "", "")


def test_timeml_of_a_file(tmp_path):
    """The text comes back to the character, line ends and all."""
    text = "Tea & <cake>\r\non Monday\n"
    (tmp_path / "a.txt").write_bytes(text.encode())

    done = run("dates", str(tmp_path / "a.txt"), "--published", DAY, "--format", "timeml")
    tree = etree.fromstring(done.stdout_bytes)

    assert tree.findtext("DOCID") == "a.txt"
    assert "".join(tree.find("TEXT").itertext()) == text
    assert tree.find("TEXT/TIMEX3").get("value") == "2022-01-10"


def test_what_a_reader_declares_is_kept_to():
    """The order of days and months, the genre, the month in which business years begin."""
    values = [
        json.loads(run("dates", *args, "--published", DAY, "-f", "json").stdout)["timexes"][-1]["first"]
        for args in (
            ("filed 03/04/2021", "--date-order", "dmy"),
            ("filed 03/04/2021", "--date-order", "mdy"),
            ("In January 1943 they landed. In April they won.", "--genre", "narrative"),
            ("in fiscal 1990", "--fiscal-start", "10"),
        )
    ]
    assert values == ["2021-04-03", "2021-03-04", "1943-04-01", "1989-10-01"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("nowhere.txt",), "nowhere.txt: No such file"),
        (("nowhere.jsonl",), "nowhere.jsonl: No such file"),
        ((TEXT, "--published", "monday"), "--published"),
        ((TEXT, "--format", "xml"), "--format"),
        ((TEXT, "--genre", "poem"), "--genre"),
        ((TEXT, "--date-order", "ymd"), "--date-order"),
        ((TEXT, "--language", "xx"), "choose one of"),
        ((TEXT, "--language", "../x"), "choose one of"),
    ],
    ids=str,
)
def test_a_wrong_option_is_one_clear_line(args, says):
    """Exit code 2, what is wrong and what to write instead."""
    done = run("dates", *args)

    assert done.exit_code == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_long_text_is_a_text():
    """What is longer than a file's name may be is read as it stands."""
    assert run("dates", "On Monday. " * 1000, "--published", DAY, "--format", "json").exit_code == 0


def test_rules_are_printed_whole():
    """`briefing rules` is the listing of the language."""
    assert run("rules").stdout == listing(grammar("en").language)
    assert run("rules", "--language", "xx").exit_code == 2


def test_a_closed_pipe_is_no_error(tmp_path):
    """`briefing dates ... | head` ends quietly, with several processes too."""
    many = tmp_path / "many.jsonl"
    many.write_text((json.dumps({"id": 1, "dct": DAY, "text": TEXT * 40}) + "\n") * 600, encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "dates", str(many), "--jobs", "2"]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert json.loads(process.stdout.readline())["id"] == 1
        process.stdout.close()
        assert (process.wait(timeout=60), process.stderr.read()) == (0, "")
