"""The mail: short, plain, safe to send, and the same every time."""

from email import message_from_bytes
from email.policy import default

import pytest

from briefing.document import Paragraph, Role, Row, Section, Table, TableRole, Text
from briefing.errors import SettingsError
from briefing.mail import COLUMNS, LINES, Attachment, ascii_only, body, draft, subject
from tests.render.sample import cite, note, said, sections

PDF = Attachment("briefing_2024-03-12_storm.pdf", "application/pdf", b"%PDF-1.7\n\x00\xff", 2)


def test_the_body_holds_glance_caveats_attachment_and_sources():
    """All that a reader needs before opening the file."""
    assert body(note(), [PDF]).splitlines() == [
        "OFFICIAL",
        "",
        "Mon 11 Mar 2024, Lindmark Post",
        '"The harbour of Lindmark was closed on Monday [...]" [1]',
        "",
        "Before you rely on this: every dated item rests on one source (Gaps).",
        "Attached: briefing_2024-03-12_storm.pdf (2 pages)",
        "",
        "[1] Storm closes the harbour of Lindmark, Lindmark Post",
    ]


def glance(*quotes: str) -> Section:
    date = (Paragraph((Text("Mon 11 Mar 2024"),), Role.GLANCE_DATE),)
    rows = tuple(Row((date, (Paragraph((said(quote), cite()), Role.GLANCE),))) for quote in quotes)
    return Section("glance", None, (Table(TableRole.GLANCE, ("", ""), rows, ""),))


def sources(count: int) -> Section:
    rows = tuple(
        Row(
            (
                (Paragraph((Text(f"[{n}]"),), Role.NUMBER),),
                (Paragraph((said(f"Title {n} " + "long " * 30),), Role.SOURCE_TITLE),),
            )
        )
        for n in range(1, count + 1)
    )
    return Section("sources", None, (Table(TableRole.SOURCES, ("", ""), rows, ""),))


@pytest.mark.parametrize("count", [0, 1, 5, 60])
@pytest.mark.parametrize("quotes", [(), ("Short.",), ("Word " * 40,) * 3, ("Word " * 400, "Short."), ("x" * 10_000,)])
def test_a_body_never_grows_beyond_25_lines_of_72_columns(count, quotes):
    """However much there is: sources are counted, sentences left to the note."""
    lines = body(note((glance(*quotes), sections()[2], sources(count))), [PDF]).splitlines()
    assert len(lines) <= LINES
    assert max(map(len, lines)) <= COLUMNS
    assert all(line.isascii() for line in lines)
    if count == 60:
        assert lines[-1].startswith("and ")
        assert lines[-1].endswith("more sources, listed in the note")
        named = sum(line.startswith("[") for line in lines)
        assert f"and {60 - named} more" in lines[-1]


def test_a_quotation_in_another_script_is_not_spelt_anew():
    """ASCII would change every letter of it, so the note is pointed to."""
    text = body(note((glance("Порт закрыт.", "Le port est fermé."),)))
    assert "(words in another script: see the note) [1]" in text
    assert '"Le port est ferme." [1]' in text
    assert "Port zakryt" not in text


def test_quotation_marks_inside_a_quotation_are_single_ones():
    """So that a reader sees where the quotation ends."""
    assert "\"He called it 'over'.\" [1]" in body(note((glance("He called it “over”."),)))


def test_ascii_keeps_quotation_marks_and_dashes_readable():
    """Typographic signs become what a keyboard has."""
    assert ascii_only("“Yes” – ‘no’… — naïve\u202e\x00") == "\"Yes\" - 'no'... -- naive"


def test_the_draft_opens_unsent_with_the_file_attached():
    """X-Unsent, subject, recipients, body, and the very bytes of the file."""
    message = message_from_bytes(draft(note(), body(note(), [PDF]), [PDF], ["desk@example.org"]), policy=default)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "desk@example.org"
    assert message["Subject"] == subject(note()).replace("  ", " ")
    assert message["Subject"].startswith("[OFFICIAL] Briefing note, as of 12 March 2024: Storm closes")
    assert message.get_body().get_content().startswith("OFFICIAL")
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == PDF.name
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PDF.content


def test_the_same_note_gives_the_same_draft():
    """No date, no id, no chance boundary."""
    made = [draft(note(), body(note(), [PDF]), [PDF]) for _ in range(2)]
    assert made[0] == made[1]
    assert b"\nDate:" not in made[0]


@pytest.mark.parametrize("words", ["a\r\nBcc: x@example.org", "a\nX-Other: 1", "a\x00b", "half \ud800"])
def test_no_title_can_add_a_header(words):
    """Line ends in title and marking are spaces."""
    made = note()
    metadata = type(made.metadata)(words, words, words, (words,), made.metadata.built)
    furniture = type(made.furniture)(said(words), words, words, words)
    message = message_from_bytes(draft(note(metadata=metadata, furniture=furniture), "text\n", []), policy=default)
    assert set(message.keys()) <= {"Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"}


@pytest.mark.parametrize("given", ["desk@example.org", "Europe desk <desk@example.org>"])
def test_addresses_may_have_a_name(given):
    """Both usual ways to write an address are taken as they are."""
    assert f"To: {given}" in draft(note(), "text\n", [], [given]).decode()


@pytest.mark.parametrize(
    "given", ["nobody", "a@b.org\nBcc: c@d.org", "a@b.org, c@d.org", "<a@b.org", "a@b.org>", "a b@c.org", "", "@"]
)
def test_what_is_no_address_is_refused(given):
    """No address can bring a header or a second recipient."""
    with pytest.raises(SettingsError, match="is no address"):
        draft(note(), "text\n", [], [given])
