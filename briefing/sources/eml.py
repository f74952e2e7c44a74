"""Mails: the body as an article, and each attached article or mail as one of its own; pages that a browser saved as a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.errors import UnreadableFile
from briefing.model import Clue, Finding, Problem, Severity
from briefing.sources.reader import Fit, Given, RawArticle, Reader, Reading, decode, is_text

if TYPE_CHECKING:
    from email.message import MIMEPart

SUFFIXES = (".eml", ".mbox", ".email", ".mht", ".mhtml")
_HEADERS = re.compile(
    rb"^(?:received|return-path|delivered-to|message-id|mime-version|from|to|date|subject|reply-to|x-[\w-]+|dkim-signature|"
    rb"content-type|sender|cc|list-id)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST = re.compile(rb"(?:From \S+.*\r?\n)?[A-Za-z][\w-]*\s*:")
# The line before each mail of a box (RFC 4155): who sent it and when, behind an empty line, before a header.
_BOX = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S+[^\n]*\n(?=[A-Za-z][\w-]*\s*:)")
_FORWARD = re.compile(r"^(?:(?:fwd?|wg|tr|rv|enc|i|re|aw)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_READABLE = re.compile(r"\.(?:txt|md|html?|pdf|docx|eml|rss|xml|atom|jsonl|csv|zip)$", re.IGNORECASE)
_ENOUGH = 200  # characters of a plain text body that is no mere "see the HTML part"


def fits(start: bytes, suffix: str) -> Fit:
    if not is_text(start):
        return Fit.NO
    bare = start.removeprefix(b"\xef\xbb\xbf")
    if _FIRST.match(bare) is None:
        return Fit.NO
    top = re.split(rb"\r?\n\r?\n", bare, maxsplit=1)[0]
    names = {match[0].lower() for match in _HEADERS.finditer(top)}
    if len(names) >= 3:
        return Fit.SURE
    return Fit.NAMED if suffix in SUFFIXES and names else Fit.NO


def read(given: Given) -> Reading:
    mails = [mail for mail in _BOX.split(given.data.removeprefix(b"\xef\xbb\xbf")) if mail.strip()]
    if len(mails) == 1:
        articles, problems = _read_mail(mails[0], given)
    else:
        articles, problems = _read_box(mails, given)
    if not articles and not problems:
        raise UnreadableFile("no-text")
    return Reading(tuple(articles), tuple(problems))


def _read_mail(data: bytes, given: Given) -> tuple[list[RawArticle], list[Problem]]:
    from email import message_from_bytes, policy
    from email.errors import MessageError

    try:
        return _read_message(message_from_bytes(data, policy=policy.default), given, depth=1)
    except (MessageError, RecursionError, LookupError, ValueError, AttributeError, KeyError, TypeError) as error:
        # The standard library raises all of these on mails that are not what their headers say.
        raise UnreadableFile("mail-broken") from error


def _read_box(mails: list[bytes], given: Given) -> tuple[list[RawArticle], list[Problem]]:
    """A box of mails in one file: each with its number; a broken one costs itself only."""
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    for number, data in enumerate(mails, 1):
        try:
            found, wrong = _read_mail(data, given)
        except UnreadableFile as error:
            found, wrong = [], [Problem(error.code, Severity.WARNING, facts=error.facts)]
        name = f"mail {number}"
        articles += [replace(one, part=f"{name}/{one.part}" if one.part else name) for one in found]
        problems += [replace(one, where=f"{name}, {one.where}" if one.where else name) for one in wrong]
        if len(articles) > given.limits.parts:
            problems.append(Problem("too-many-parts", Severity.WARNING, facts=(str(given.limits.parts),)))
            break
    return articles[: given.limits.parts], problems


def _read_message(message: MIMEPart, given: Given, depth: int) -> tuple[list[RawArticle], list[Problem]]:
    """The mail's own article first, then what is attached to it, numbered in order."""
    if depth > given.limits.depth:
        return [], [Problem("too-deep", Severity.WARNING, facts=(str(given.limits.depth),))]
    articles = [article for article in (_body(message, given),) if article is not None]
    problems: list[Problem] = []
    for number, part in enumerate(_attached(message), 1):
        try:
            inner, more = _read_part(part, given, depth)
        except UnreadableFile as error:
            inner, more = [], [Problem(error.code, Severity.WARNING, where=_name(part, number), facts=error.facts)]
        for article in inner:
            below = _name(part, number) if article.part is None else f"{_name(part, number)}/{article.part}"
            articles.append(replace(article, part=below))
        problems += more
        if len(articles) > given.limits.parts:
            problems.append(Problem("too-many-parts", Severity.WARNING, facts=(str(given.limits.parts),)))
            break
    return articles[: given.limits.parts], problems


def _attached(message: MIMEPart) -> Iterator[MIMEPart]:
    """Mails within the mail, and files with a name; pictures and signatures are none."""
    for part in (
        message.iter_parts() if message.is_multipart() and message.get_content_type() != "message/rfc822" else ()
    ):
        kind = part.get_content_type()
        if kind == "message/rfc822" or _READABLE.search(part.get_filename() or ""):
            yield part
        elif kind.startswith("multipart/"):
            yield from _attached(part)


def _name(part: MIMEPart, number: int) -> str:
    return f"{number} {' '.join((part.get_filename() or 'mail').split())}"


def _read_part(part: MIMEPart, given: Given, depth: int) -> tuple[list[RawArticle], list[Problem]]:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_content()
        return _read_message(inner, given, depth + 1)
    if given.inner is None:
        return [], []
    data = part.get_payload(decode=True)
    reading = given.inner(part.get_filename() or "", data if isinstance(data, bytes) else b"")
    return list(reading.articles), list(reading.problems)


# --------------------------------------------------------------------------- the mail itself


def _body(message: MIMEPart, given: Given) -> RawArticle | None:
    """The plain text of the mail; its HTML where that says more. None for a mail that is an envelope only."""
    plain, page = (message.get_body((kind,)) for kind in ("plain", "html"))
    snapshot = _snapshot(message)
    text = _text_of(plain).strip()
    article: RawArticle | None = None
    if page is not None and (snapshot or len(text) < _ENOUGH) and given.inner is not None:
        try:
            article = given.inner("body.html", _bytes_of(page)).articles[0]
        except UnreadableFile:
            article = None
    if article is None and text:
        article = RawArticle(text)
    if article is not None and snapshot:
        return _saved(article, message, snapshot)
    return None if article is None else _with_headers(article, message)


def _snapshot(message: MIMEPart) -> str:
    """The address of a page that a browser saved as a mail (MHTML), "" for a mail that somebody wrote."""
    for header in ("Snapshot-Content-Location", "Content-Location"):
        address = "".join(str(message.get(header, "")).split())
        if address.startswith(("http://", "https://")) and message.get_content_type() == "multipart/related":
            return address
    return "saved" if re.match(r"\W*saved by ", str(message.get("From", "")), re.IGNORECASE) else ""


def _saved(article: RawArticle, message: MIMEPart, address: str) -> RawArticle:
    """A saved page: its headers tell when it was saved and where it came from, and nothing of the article."""
    clues = [*article.clues, Clue("crawl", " ".join(str(message.get("Date", "")).split()), "saved by the browser")]
    if address == "saved":
        return replace(article, clues=tuple(clues), media_type="multipart/related")
    clues.append(Clue("url", address, "address"))
    return replace(article, clues=tuple(clues), url=article.url or address, media_type="multipart/related")


def _text_of(part: MIMEPart | None) -> str:
    if part is None:
        return ""
    text = decode(_bytes_of(part), part.get_content_charset()) if _bytes_of(part).strip() else ""
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<!-) \n(?=\S)", " ", text)  # RFC 3676: a line that ends on a blank goes on
    return text


def _bytes_of(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _with_headers(article: RawArticle, message: MIMEPart) -> RawArticle:
    """Date, subject and sender. A forwarded mail's date is that of the forwarding; its sender wrote nothing."""
    subject = " ".join(str(message.get("Subject", "")).split())
    forwarded = bool(re.match(r"(?:fwd?|wg|tr|rv)\s*:", subject, re.IGNORECASE))
    clues = list(article.clues)
    if date := " ".join(str(message.get("Date", "")).split()):
        clues.append(Clue("mail:forwarded" if forwarded else "mail:date", date, "mail header Date"))
    bare = _FORWARD.sub("", subject)
    sender = _sender(message)
    return replace(
        article,
        clues=tuple(clues),
        title=article.title or (Finding(bare, "mail-subject", subject) if bare else None),
        outlet=article.outlet or (Finding(sender, "mail-from", sender) if sender and not forwarded else None),
        media_type="message/rfc822",
    )


def _sender(message: MIMEPart) -> str:
    header = message.get("From")
    addresses = getattr(header, "addresses", ())
    return " ".join((addresses[0].display_name or addresses[0].domain).split()) if addresses else ""


READER = Reader(SUFFIXES, ("message/rfc822",), fits, read)
