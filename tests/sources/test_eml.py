"""Mails, written here."""

import time
from email.message import EmailMessage

import pytest

from briefing.dates.publication import publication_date
from briefing.errors import UnreadableFile
from briefing.sources import eml
from briefing.sources.folder import read_bytes
from briefing.sources.reader import Fit, Limits

TEXT = "The harbour authority of Lindvik said on Monday that it would close the northern pier for repairs.\n"


def mail(text=TEXT, subject="Pier closed", **headers):
    message = EmailMessage()
    message["From"] = "Lindvik Harbour <press@harbour.example>"
    message["To"] = "desk@paper.example"
    message["Date"] = "Mon, 10 Jan 2022 21:05:11 -0500"
    message["Subject"] = subject
    for name, value in headers.items():
        message[name] = value
    message.set_content(text)
    return message


def read(message, name="a.eml", **limits):
    data = message if isinstance(message, bytes) else message.as_bytes()
    return read_bytes(name, data, Limits(**limits))


def test_headers_are_clues():
    """Subject, sender and date of a mail, each with its ground; the day is that of the sender's own clock."""
    (article,) = read(mail()).articles
    assert article.text.strip() == TEXT.strip()
    assert (article.title.value, article.title.basis) == ("Pier closed", "mail-subject")
    assert (article.outlet.value, article.outlet.basis) == ("Lindvik Harbour", "mail-from")
    assert [(c.kind, c.value) for c in article.clues] == [("mail:date", "Mon, 10 Jan 2022 21:05:11 -0500")]
    assert article.media_type == "message/rfc822"


def test_encoded_subject_and_legacy_charset():
    """Encoded words and old charsets are decoded."""
    raw = (
        b"From: =?utf-8?q?Caf=C3=A9_Courier?= <a@b.example>\r\nDate: Mon, 10 Jan 2022 10:00:00 +0100\r\n"
        b"Subject: =?iso-8859-1?Q?Jet=E9e_ferm=E9e?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\nLa jet\xe9e nord sera ferm\xe9e lundi.\r\n"
    )
    (article,) = read(raw).articles
    assert (article.title.value, article.outlet.value) == ("Jetée fermée", "Café Courier")
    assert article.text.strip() == "La jetée nord sera fermée lundi."


def test_a_forwarded_mail_is_not_dated_by_its_forwarding():
    """Who forwards an article wrote nothing of it, and not on that day."""
    (article,) = read(mail(subject="Fwd: Pier closed")).articles
    assert [c.kind for c in article.clues] == ["mail:forwarded"]
    assert (article.title.value, article.outlet) == ("Pier closed", None)


def test_html_mail():
    """Where the plain part says little, the page in the mail is read."""
    message = mail("See HTML.")
    page = f"<html><body><h1>Pier closed today</h1><p>{TEXT * 3}</p></body></html>"
    message.add_alternative(page, subtype="html")
    (article,) = read(message).articles
    assert article.title.value == "Pier closed today"
    assert TEXT.strip() in article.text


def test_a_page_saved_as_a_mail_is_a_page():
    """MHTML: the address comes through, and the day of saving dates nothing."""
    raw = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/pier\nSubject: Pier closed\n"
        'Date: Mon, 23 Nov 2026 03:09:02 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="q"\n\n'
        "--q\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"
        "Content-Location: https://courier.example/pier\n\n"
        f"<html><body><h1>Northern pier closed</h1><p>10 January 2022</p><p>{TEXT * 3}</p></body></html>\n--q--\n"
    )
    (article,) = read(raw.encode(), "a.mht").articles
    published, rejected = publication_date(article.clues, "en")
    assert (article.title.value, article.url, article.outlet) == (
        "Northern pier closed",
        "https://courier.example/pier",
        None,
    )
    assert str(published.day) == "2022-01-10"
    assert [one.code for one in rejected] == ["crawled"]


def test_attached_articles_are_articles_of_their_own():
    """Each attachment that can be read is one, with a part name; one that can't be is a problem of its own."""
    message = mail()
    message.add_attachment("Second article. It has two sentences.", filename="second.txt")
    message.add_attachment(b"%PDF-1.4 broken", maintype="application", subtype="pdf", filename="third.pdf")
    message.add_attachment(mail("Inner text.", "Inner"))
    reading = read(message)
    assert [a.part for a in reading.articles] == [None, "1 second.txt", "3 mail"]
    assert [(p.code, p.where) for p in reading.problems] == [("pdf-broken", "2 third.pdf")]


def test_a_box_of_mails():
    """Each mail of an mbox is an article with its own date; a sentence that begins with "From" begins none."""
    first = mail(
        "The pier of Lindvik is closed, the master said.\n\nFrom Monday on ferries leave: at noon, he added.\n"
    )
    second = mail("The market of Lindvik is open, the mayor said.\n", subject="Market open")
    second.replace_header("Date", "Tue, 11 Jan 2022 10:00:00 +0100")
    box = b"".join(b"From press@harbour.example Mon Jan 10 2022\n" + one.as_bytes() + b"\n" for one in (first, second))
    reading = read(box, name="saved.mbox")
    assert [(a.part, a.title.value) for a in reading.articles] == [("mail 1", "Pier closed"), ("mail 2", "Market open")]
    days = [str(publication_date(a.clues, "en")[0].day) for a in reading.articles]
    assert (days, reading.problems) == (["2022-01-10", "2022-01-11"], ())
    assert "From Monday on" in reading.articles[0].text
    (alone,) = read(b"From press@harbour.example Mon Jan 10 2022\n" + first.as_bytes(), name="one.mbox").articles
    assert alone.part is None


def test_mails_nested_eighty_deep():
    """Depth is bounded: the outer mails are read, the rest is said to be too deep."""
    message = mail("Innermost.")
    for n in range(80):
        outer = mail(f"Level {n} has a text of its own.")
        outer.add_attachment(message)
        message = outer
    start = time.process_time()
    reading = read(message, depth=5)
    assert len(reading.articles) == 5
    assert [p.code for p in reading.problems] == ["too-deep"]
    envelope = b"From: a@a.example\nTo: b@a.example\nSubject: on and on\nMIME-Version: 1.0\n"
    data = envelope + b"\n" + TEXT.encode()
    for n in range(80):
        kind = f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\nContent-Type: message/rfc822\n\n".encode()
        data = envelope + kind + data + f"\n--b{n}--\n".encode()
    reading = read(data)  # envelopes without a word of their own: not "no words", but too deep
    assert (reading.articles, [p.code for p in reading.problems]) == ((), ["too-deep"])
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "raw",
    [
        b'From: a@b\r\nDate: x\r\nSubject: y\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
        + b"--x\r\n" * 5000,
        b"From: a@b\r\nDate: x\r\nSubject: y\r\nContent-Type: text/plain; charset=no-such\r\n\r\nWords of a mail.\r\n",
        b"From: <<<>>>,,;\r\nDate: \xff\xfe\r\nSubject: =?utf-8?b?!!!?=\r\nTo: x\r\n\r\nWords of a mail.\r\n",
        b"From: a@b\r\nDate: x\r\nSubject: y\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!notbase64!!!\r\n",
        b"From: a@b\r\nDate: x\r\nSubject: y\r\nContent-Type: message/rfc822\r\n\r\n",
    ],
)
def test_broken_mails(raw):
    """However broken, a mail is read or refused by name, in bounded time."""
    start = time.process_time()
    try:
        assert all(article.text for article in read(raw).articles)
    except UnreadableFile as error:
        assert error.code in {"mail-broken", "no-text", "not-text"}  # noqa: PT017
    assert time.process_time() - start < 3


def test_content_decides():
    """A mail is known by its header lines, a text with one colon is none."""
    assert eml.READER.fits(mail().as_bytes()[:4096], ".txt") is Fit.SURE
    assert eml.READER.fits(b"Date: yesterday\n\nI went home.", ".txt") is Fit.NO
    assert eml.READER.fits(b"Hello there", ".eml") is Fit.NO
